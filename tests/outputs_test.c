/* outputs: which files are made, all of them or none, and what stood there before. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "outputs.h"
#include "support/looks.h"
#include "support/settings_fixture.h"

static const char tea[] = "# Tea (2 weeks)\n\n## Week 1: Leaf\n- [ ] Pick\n\n## Week 2: Pot\n"
                          "- [ ] Brew\n";

struct kitchen {
    struct pool *pool;
    struct source source;
    struct plan *plan;
    struct edition edition;
    char folder[64];
    const char *stem;
    struct output *outputs;
    size_t count;
};

static void open_kitchen(struct kitchen *kitchen)
{
    const struct roadmap_hints hints = {0};
    const struct rhythm rhythm = {.minutes = 120,
                                  .start = day_of(2026, 1, 5),
                                  .timezone = "UTC",
                                  .workday_time = 19 * 60,
                                  .weekend_time = 600};

    *kitchen = (struct kitchen){.pool = pool_new(), .folder = P_tmpdir "/roadbook-build-XXXXXX"};
    report_reset();
    report_verbosity(-2);
    assert_non_null(mkdtemp(kitchen->folder));
    kitchen->source = (struct source){"tea.md", tea, strlen(tea)};
    kitchen->plan = roadmap_read(&kitchen->source, &hints);
    kitchen->stem = pool_print(kitchen->pool, "%s/tea", kitchen->folder);
    kitchen->edition = (struct edition){
        .schedule = schedule_make(kitchen->pool, kitchen->plan, &rhythm),
        .fingerprint = "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        .today = rhythm.start,
        .today_given = true,
        .look = look_load(kitchen->pool, "classic", NULL),
        .paper = {"a4", 210, 297},
    };
}

static const char *path_of(struct kitchen *kitchen, const char *ending)
{
    return pool_print(kitchen->pool, "%s%s", kitchen->stem, ending);
}

static void close_kitchen(struct kitchen *kitchen)
{
    static const char *const endings[] = {".pdf", ".ics", ".xlsx", ".ics.bak"};

    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        unlink(path_of(kitchen, endings[i]));
    assert_int_equal(rmdir(kitchen->folder), 0); /* nothing else is left behind */
    pool_free(kitchen->pool);
    pool_free(kitchen->plan->pool);
    report_reset();
}

static bool build(struct kitchen *kitchen, const char *only, bool strict)
{
    return outputs_make(kitchen->pool, &kitchen->edition, kitchen->stem, only, strict,
                        &kitchen->outputs, &kitchen->count);
}

static void what_is_asked_for_is_made(void **state)
{
    struct kitchen kitchen;

    (void)state;
    open_kitchen(&kitchen);
    assert_true(build(&kitchen, "xlsx, ics", false));
    assert_int_equal(kitchen.count, 2); /* in the table's order */
    assert_string_equal(kitchen.outputs[0].path, path_of(&kitchen, ".ics"));
    assert_string_equal(kitchen.outputs[1].path, path_of(&kitchen, ".xlsx"));
    assert_false(file_exists(path_of(&kitchen, ".pdf")));
    assert_true(build(&kitchen, NULL, false));
    assert_int_equal(kitchen.count, 3);
    assert_int_equal(kitchen.outputs[0].result, RENDERED);
    assert_int_equal(kitchen.outputs[2].result, RENDERED_SAME);
    assert_true(file_exists(path_of(&kitchen, ".pdf")));
    close_kitchen(&kitchen);
}

static void names_are_known(void **state)
{
    struct source file = {"roadbook.yaml", "only: docx\n", 11};
    size_t count;

    (void)state;
    report_reset();
    report_verbosity(-2);
    assert_true(outputs_known(NULL, NOWHERE));
    assert_true(outputs_known("pdf", NOWHERE));
    assert_true(outputs_known(" xlsx,,ics, ", NOWHERE));
    assert_false(outputs_known("pdf,docx", NOWHERE));
    assert_string_equal(report_findings(&count)[0].message,
                        "--only: 'docx' is none of pdf, ics, xlsx");
    assert_int_equal(report_status(false), STATUS_USAGE);
    report_reset();
    assert_false(outputs_known(",", NOWHERE));
    assert_string_equal(report_findings(&count)[0].message,
                        "--only: ',' names none of pdf, ics, xlsx");
    report_reset();
    assert_false(outputs_known("", (struct place){&file, 1, 1}));
    report_reset();
    assert_false(outputs_known("pd", (struct place){&file, 1, 7}));
    assert_int_equal(report_status(false), STATUS_BAD_INPUT);
    report_reset();
}

static void one_fault_and_the_old_files_stand(void **state)
{
    struct kitchen kitchen;
    struct text before = TEXT_INIT, after = TEXT_INIT;

    (void)state;
    open_kitchen(&kitchen);
    assert_true(build(&kitchen, "ics", false));
    assert_true(file_read(path_of(&kitchen, ".ics"), 0, &before));
    kitchen.edition.now += 86400;
    report(NOWHERE, SEVERITY_WARNING, RULE_LOAD, "too much tea");
    assert_false(build(&kitchen, NULL, true)); /* strict, and there is a warning */
    assert_false(file_exists(path_of(&kitchen, ".pdf")));
    assert_true(file_read(path_of(&kitchen, ".ics"), 0, &after));
    assert_int_equal(after.length, before.length);
    assert_memory_equal(after.bytes, before.bytes, before.length);
    text_free(&before);
    text_free(&after);
    close_kitchen(&kitchen);
}

static void what_is_not_ours_is_kept(void **state)
{
    struct kitchen kitchen;
    struct text kept = TEXT_INIT;

    (void)state;
    open_kitchen(&kitchen);
    FILE *own = fopen(path_of(&kitchen, ".ics"), "w");
    assert_non_null(own);
    fputs("my own list\n", own);
    fclose(own);
    assert_false(build(&kitchen, "ics", false));
    report_reset();
    kitchen.edition.force = true;
    assert_true(build(&kitchen, "ics", false));
    assert_string_equal(kitchen.outputs[0].backup, path_of(&kitchen, ".ics.bak"));
    assert_true(file_read(kitchen.outputs[0].backup, 0, &kept));
    assert_string_equal(text_string(&kept), "my own list\n");
    text_free(&kept);
    close_kitchen(&kitchen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_asked_for_is_made),
        cmocka_unit_test(names_are_known),
        cmocka_unit_test(one_fault_and_the_old_files_stand),
        cmocka_unit_test(what_is_not_ours_is_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
