#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/litter.h"

/* A file of that name with a byte in it; its descriptor. */
static int make(const char *path)
{
    int descriptor = open(path, O_RDWR | O_CREAT | O_EXCL, 0600);

    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, "x", 1), 1);
    return descriptor;
}

static void what_nobody_holds_is_cleared(void **state)
{
    struct pool *pool = pool_new();
    char folder[] = P_tmpdir "/roadbook-litter-XXXXXX";

    (void)state;
    assert_non_null(mkdtemp(folder));
    const char *output = path_beside(pool, pool_print(pool, "%s/-", folder), "plan.ics");
    const char *left = litter_name(pool, output), *held = litter_name(pool, output);
    const char *others = path_beside(pool, output, ".roadbook-mine.tmp.txt");
    close(make(left));
    int descriptor = make(held);
    assert_true(litter_hold(descriptor));
    close(make(others));
    litter_clear(output);
    assert_false(file_exists(left));
    assert_true(file_exists(held));
    assert_true(file_exists(others));
    close(descriptor);
    litter_clear(output);
    assert_false(file_exists(held));
    litter_forget(left);
    litter_forget(held);
    assert_int_equal(unlink(others), 0);
    assert_int_equal(rmdir(folder), 0);
    pool_free(pool);
}

static void a_name_is_new_and_short(void **state)
{
    struct pool *pool = pool_new();
    char path[300] = "folder/";

    (void)state;
    memset(path + 7, 'n', 250);
    const char *one = litter_name(pool, path), *other = litter_name(pool, path);
    assert_string_not_equal(one, other);
    assert_memory_equal(one, "folder/", 7);
    assert_true(strlen(one + 7) < 40);
    litter_forget(one);
    litter_forget(other);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_nobody_holds_is_cleared),
        cmocka_unit_test(a_name_is_new_and_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
