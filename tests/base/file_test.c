/* Tests of base/file: reading what is no plain file, and what stands at a path. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "support/own_folder.h"

static void reading(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    put("a.md", "road");
    text_add(&text, "the ");
    assert_true(file_read(in_folder("a.md"), 4, &text));
    assert_string_equal(text_string(&text), "the road");
    errno = 0;
    assert_false(file_read(in_folder("a.md"), 3, &text));
    assert_int_equal(errno, EFBIG);
    assert_string_equal(text_string(&text), "the road"); /* a failure adds nothing */
    assert_false(file_read(in_folder("none.md"), 0, &text));
    assert_int_equal(errno, ENOENT);
    assert_false(file_read(folder, 0, &text));
    assert_int_equal(errno, EISDIR);
    assert_false(file_read(in_folder("a.md/b"), 0, &text));
    assert_int_equal(errno, ENOTDIR);
    text_free(&text);

    put("empty.md", "");
    assert_true(file_read(in_folder("empty.md"), 0, &text));
    assert_non_null(text.bytes);
    assert_int_equal(text.length, 0);
    text_free(&text);
}

static void reading_standard_input(void **state)
{
    (void)state;
    int ends[2], kept = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "piped", 5), 5);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    struct text text = TEXT_INIT;
    bool good = file_read("-", 10, &text);
    dup2(kept, STDIN_FILENO);
    close(kept);
    assert_true(good);
    assert_string_equal(text_string(&text), "piped");
    text_free(&text);
}

static void reading_without_end_stops_at_the_limit(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    assert_false(file_read("/dev/zero", 1000000, &text));
    assert_int_equal(errno, EFBIG);
    text_free(&text);
}

static void folders(void **state)
{
    (void)state;
    char path[sizeof folder + 32];
    snprintf(path, sizeof path, "%s/one/two//three/", folder);
    assert_true(folder_make(path));
    assert_true(folder_make(path));
    assert_true(file_exists(path));
    put("one/plain", "");
    snprintf(path, sizeof path, "%s/one/plain", folder);
    assert_false(folder_make(path));
    assert_int_equal(errno, ENOTDIR);
    snprintf(path, sizeof path, "%s/one/plain/four", folder);
    assert_false(folder_make(path));
    assert_int_equal(errno, ENOTDIR);
    assert_false(folder_make(""));
    assert_int_equal(errno, ENOENT);
    assert_true(folder_make("."));
    assert_true(folder_make("/"));
}

static void a_path_beside_another(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    assert_string_equal(path_beside(pool, "plans/bread.md", "look.yaml"), "plans/look.yaml");
    assert_string_equal(path_beside(pool, "bread.md", "look.yaml"), "look.yaml");
    assert_string_equal(path_beside(pool, "plans/bread.md", "/looks/a.yaml"), "/looks/a.yaml");
    assert_string_equal(path_beside(pool, "/bread.md", "look.yaml"), "/look.yaml");
    pool_free(pool);
}

#define in_own_folder(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

/* Only where nothing stands there it is safe to write: any other failure is no leave. */
static void what_cannot_be_looked_at_is_there(void **state)
{
    char path[sizeof folder + 32];

    (void)state;
    snprintf(path, sizeof path, "%s/circle", folder);
    assert_false(file_exists(path));
    assert_int_equal(symlink("circle", path), 0);
    assert_true(file_exists(path));
    assert_int_equal(unlink(path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_own_folder(reading),
        in_own_folder(reading_standard_input),
        in_own_folder(reading_without_end_stops_at_the_limit),
        in_own_folder(folders),
        cmocka_unit_test(a_path_beside_another),
        in_own_folder(what_cannot_be_looked_at_is_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
