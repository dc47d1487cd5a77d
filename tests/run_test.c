/* run: where a run's files stand, and a standard output that takes nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

#include "run.h"

static void files_stand_beside_the_roadmap_or_in_the_folder(void **state)
{
    static const struct {
        const char *roadmap, *folder, *stem;
    } cases[] = {
        {"plan.md", NULL, "plan"},        {"notes/plan.markdown", NULL, "notes/plan"},
        {"/plan.txt", NULL, "/plan"},     {"notes/plan.md", "out", "out/plan"},
        {"a.b/plan", NULL, "a.b/plan"},   {"plan.v2.md", NULL, "plan.v2"},
        {"notes/.md", NULL, "notes/.md"}, {"-", NULL, "./roadmap"},
        {"-", "out", "out/roadmap"},
    };
    struct run run = {.pool = pool_new()};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        run.options.roadmap = cases[i].roadmap;
        run.settings.output = cases[i].folder;
        assert_string_equal(output_stem(&run), cases[i].stem);
    }
    pool_free(run.pool);
}

static void only_a_folder_that_was_typed_is_typed_again(void **state)
{
    struct run run = {.settings = {.output = "out"}};

    (void)state;
    run.settings.origins[SETTING_OUTPUT] = ORIGIN_COMMAND_LINE;
    assert_string_equal(folder_typed(&run), "out");
    run.settings.origins[SETTING_OUTPUT] = ORIGIN_FILE;
    assert_null(folder_typed(&run));
}

static void a_full_disk_is_reported(void **state)
{
    struct text words = TEXT_INIT;
    int kept = dup(STDOUT_FILENO);

    (void)state;
    report_reset();
    report_verbosity(-2);
    text_add(&words, "dated\n");
    fflush(stdout);
    assert_non_null(freopen("/dev/full", "w", stdout));
    print_out(&words);
    fflush(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    text_free(&words);
    report_reset();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_stand_beside_the_roadmap_or_in_the_folder),
        cmocka_unit_test(only_a_folder_that_was_typed_is_typed_again),
        cmocka_unit_test(a_full_disk_is_reported),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
