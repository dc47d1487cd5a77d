/* scratch_test: a private folder is made, removed with what is in it, and cleared away where the
 * build that made it is gone. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/scratch.h"
#include "support/one_file.h"

static void put_file(const char *inside, const char *name)
{
    char file[256];

    snprintf(file, sizeof file, "%s/%s", inside, name);
    int descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL, 0600);
    assert_true(descriptor >= 0);
    close(descriptor);
}

static int count_entries(void)
{
    int count = -2; /* . and .. */
    DIR *entries = opendir(folder);

    while (readdir(entries))
        count++;
    closedir(entries);
    return count;
}

static void test_made_and_removed(void **state)
{
    struct scratch scratch, nothing = {0};
    struct stat status;

    (void)state;
    assert_true(scratch_make(&scratch, path));
    assert_int_equal(strncmp(scratch.path, folder, strlen(folder)), 0);
    assert_int_equal(stat(scratch.path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    put_file(scratch.path, "a");
    put_file(scratch.path, "b");
    errno = EDOM;
    scratch_remove(&scratch);
    assert_int_equal(errno, EDOM);
    assert_null(scratch.path);
    assert_int_equal(count_entries(), 0);
    scratch_remove(&nothing);
    char nowhere[sizeof folder + 32];
    snprintf(nowhere, sizeof nowhere, "%s/nowhere/t.xlsx", folder);
    assert_false(scratch_make(&scratch, nowhere));
    assert_int_equal(errno, ENOENT);
    scratch_remove(&scratch);
}

static void test_the_living_are_left(void **state)
{
    struct scratch one, two;

    (void)state;
    assert_true(scratch_make(&one, path));
    put_file(one.path, "a");
    assert_true(scratch_make(&two, path));
    assert_int_equal(count_entries(), 2);
    scratch_remove(&two);
    assert_int_equal(count_entries(), 1);
    scratch_remove(&one);
    assert_int_equal(count_entries(), 0);
}

static void test_the_dead_are_cleared(void **state)
{
    struct scratch scratch;

    (void)state;
    pid_t child = fork();
    if (child == 0) {
        if (scratch_make(&scratch, path))
            put_file(scratch.path, "a");
        _exit(0);
    }
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(count_entries(), 1);
    /* of nobody's making: a file, a name without a number */
    char stranger[sizeof folder + 32];
    snprintf(stranger, sizeof stranger, "%s/.roadbook-scratch-x", folder);
    assert_int_equal(mkdir(stranger, 0700), 0);
    put_file(folder, ".roadbook-scratch-1");
    assert_true(scratch_make(&scratch, path));
    assert_int_equal(count_entries(), 3);
    scratch_remove(&scratch);
    assert_int_equal(rmdir(stranger), 0);
    snprintf(stranger, sizeof stranger, "%s/.roadbook-scratch-1", folder);
    assert_int_equal(unlink(stranger), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_made_and_removed),
        cmocka_unit_test(test_the_living_are_left),
        cmocka_unit_test(test_the_dead_are_cleared),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
