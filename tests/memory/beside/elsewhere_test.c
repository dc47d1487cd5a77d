/* elsewhere_test: which folder beside a roadmap holds its tracker, and which are not looked into.
 */
#include <stdio.h>
#include <string.h>

#include "memory/beside/elsewhere.h"
#include "memory/memory.h"
#include "support/own_folder.h"

static int times_read;

/* A stand-in: a tracker is the plan's id and its title, with a dash between. */
enum memory_state memory_read(struct pool *pool, const char *path, const struct memory **memory,
                              struct text *why)
{
    struct memory *made = pool_alloc(pool, sizeof *made);
    char words[64] = "";
    FILE *file = fopen(path, "r");

    (void)why;
    times_read++;
    *memory = NULL;
    if (!file)
        return MEMORY_NONE;
    char *line = fgets(words, sizeof words, file);
    fclose(file);
    char *dash = line ? strchr(line, '-') : NULL;
    if (!dash)
        return MEMORY_FOREIGN;
    made->title = pool_copy(pool, dash + 1, strlen(dash + 1));
    made->plan_id = pool_copy(pool, line, (size_t)(dash - line));
    *memory = made;
    return MEMORY_READ;
}

static void make(const char *name)
{
    assert_int_equal(mkdir(in_folder(name), 0755), 0);
}

/* For a plan called "id" and "Knots", whose tracker is looked for in the folder HERE. */
static void assert_found(const char *here, const char *found)
{
    struct pool *pool = pool_new();
    const char *roadmap = pool_print(pool, "%s/knots.md", folder);
    const char *path = pool_print(pool, "%s/%s/knots.xlsx", folder, here);
    const char *have = tracker_elsewhere(pool, roadmap, path, "id", "Knots");

    if (!found)
        assert_null(have);
    else
        assert_string_equal(have, pool_print(pool, "%s%s", folder, found));
    pool_free(pool);
}

static void the_plan_is_known_by_id_or_title(void **state)
{
    (void)state;
    assert_found(".", NULL);
    make("out");
    put("out/knots.xlsx", "other-Splices");
    assert_found(".", NULL);
    put("out/knots.xlsx", "other-Knots");
    assert_found(".", "/out");
    put("out/knots.xlsx", "id-Bends");
    assert_found(".", "/out");
    put("out/knots.xlsx", "no tracker");
    assert_found(".", NULL);
    put("out/knots.xlsx", "-Knots"); /* its hidden sheets are gone */
    assert_found(".", NULL);
    put("out/splices.xlsx", "id-Knots");
    assert_found(".", NULL);
}

static void what_stands_in_its_place_is_enough(void **state)
{
    (void)state;
    make("out");
    put("out/knots.xlsx", "id-Knots");
    put("knots.xlsx", "anything");
    times_read = 0;
    assert_found(".", NULL);
    assert_int_equal(times_read, 0);
}

static void beside_the_roadmap_counts_where_another_folder_is_asked(void **state)
{
    (void)state;
    put("knots.xlsx", "id-Knots");
    assert_found("out", "");
}

static void no_deeper_and_no_links(void **state)
{
    (void)state;
    make("one");
    make("one/two");
    make(".hidden");
    put("one/two/knots.xlsx", "id-Knots");
    put(".hidden/knots.xlsx", "id-Knots");
    char target[8192];
    snprintf(target, sizeof target, "%s", in_folder("one/two"));
    assert_int_equal(symlink(target, in_folder("linked")), 0);
    make("three");
    snprintf(target, sizeof target, "%s", in_folder("one/two/knots.xlsx"));
    assert_int_equal(symlink(target, in_folder("three/knots.xlsx")), 0);
    make("four");
    make("four/knots.xlsx");
    times_read = 0;
    assert_found(".", NULL);
    assert_int_equal(times_read, 0);
}

static void few_are_read(void **state)
{
    static const char *const names[] = {"a", "b", "c", "d", "e", "f"};

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char file[32];
        make(names[i]);
        snprintf(file, sizeof file, "%s/knots.xlsx", names[i]);
        put(file, "other-Splices");
    }
    times_read = 0;
    assert_found(".", NULL);
    assert_int_equal(times_read, 3);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(the_plan_is_known_by_id_or_title),
        TEST(what_stands_in_its_place_is_enough),
        TEST(beside_the_roadmap_counts_where_another_folder_is_asked),
        TEST(no_deeper_and_no_links),
        TEST(few_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
