/* lock_test: who holds a file, and who waits for it. */
#include <fcntl.h>
#include <stdbool.h>
#include <sys/file.h>
#include <sys/wait.h>

#include "base/lock.h"
#include "support/own_folder.h"

#define MOMENT 50000 /* microseconds */

static bool is_held(const char *name)
{
    int descriptor = open(in_folder(name), O_RDONLY);
    bool free = flock(descriptor, LOCK_EX | LOCK_NB) == 0;

    close(descriptor);
    return !free;
}

static void a_file_is_held_until_it_is_let_go(void **state)
{
    (void)state;
    put("tracker", "");
    int lock = lock_hold(in_folder("tracker"));
    assert_int_not_equal(lock, LOCK_NONE);
    assert_true(is_held("tracker"));
    lock_release(lock);
    assert_false(is_held("tracker"));
    lock_release(LOCK_NONE);
}

static void what_is_no_file_is_not_held(void **state)
{
    (void)state;
    assert_int_equal(lock_hold(in_folder("nowhere")), LOCK_NONE);
    assert_int_equal(lock_hold(folder), LOCK_NONE);
}

/* Who waited holds the file that stands there by then, not the one that was replaced. */
static void the_one_in_place_is_held(void **state)
{
    char old[sizeof joined];
    int status;

    (void)state;
    put("tracker", "");
    snprintf(old, sizeof old, "%s", in_folder("tracker"));
    int lock = lock_hold(old);
    pid_t child = fork();
    if (child == 0) {
        close(lock);
        int own = lock_hold(old);
        _exit(own != LOCK_NONE && is_held("tracker") ? 0 : 1);
    }
    usleep(MOMENT);
    assert_int_equal(waitpid(child, &status, WNOHANG), 0);
    put("new", "");
    assert_int_equal(rename(in_folder("new"), old), 0);
    lock_release(lock);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_held_until_it_is_let_go),
        cmocka_unit_test(what_is_no_file_is_not_held),
        cmocka_unit_test(the_one_in_place_is_held),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
