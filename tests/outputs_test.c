/* outputs: which files are made, each for itself, and what stood there before.
 * Too slow under valgrind. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "outputs.h"
#include "support/looks.h"
#include "support/settings_fixture.h"

/* A file that somebody saves once, while the next output is being written. */
static const char *saved_meanwhile;

/* In the place of the library's, which the program would call. */
int fsync(int descriptor)
{
    FILE *file = saved_meanwhile ? fopen(saved_meanwhile, "w") : NULL;

    if (file) {
        fputs("saved meanwhile\n", file);
        fclose(file);
    }
    saved_meanwhile = NULL;
    return fdatasync(descriptor);
}

static const char tea[] = "# Tea (2 weeks)\n\n## Week 1: Leaf\n- [ ] Pick\n\n## Week 2: Pot\n"
                          "- [ ] Brew\n";

struct kitchen {
    struct pool *pool;
    struct source source;
    struct plan *plan;
    struct edition edition;
    char folder[64];
    const char *stem;
    const char *inputs[1];
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
    static const char *const endings[] = {".pdf",       ".ics", ".xlsx",     ".ics.bak",
                                          ".ics.bak.2", ".md",  ".xlsx.bak", ".xlsx.bak.2"};

    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        unlink(path_of(kitchen, endings[i]));
    assert_int_equal(rmdir(kitchen->folder), 0); /* nothing else is left behind */
    pool_free(kitchen->pool);
    pool_free(kitchen->plan->pool);
    report_reset();
}

static bool build(struct kitchen *kitchen, const char *only, bool strict)
{
    struct order order = {.stem = kitchen->stem,
                          .only = only,
                          .strict = strict,
                          .inputs = kitchen->inputs,
                          .input_count = kitchen->inputs[0] ? 1 : 0};

    return outputs_make(kitchen->pool, &kitchen->edition, &order, &kitchen->outputs,
                        &kitchen->count);
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

/* Whether there is one more file to make is known when it is asked to. */
static void one_file_more_where_it_is_called_for(void **state)
{
    struct kitchen kitchen;
    struct reprint reprint = {.insert = TEXT_INIT};
    struct order order;

    (void)state;
    open_kitchen(&kitchen);
    kitchen.edition.reprint = &reprint;
    kitchen.edition.record_pool = kitchen.pool;
    order = (struct order){.stem = kitchen.stem, .only = "pdf", .extra = &insert_exporter};
    assert_true(
        outputs_make(kitchen.pool, &kitchen.edition, &order, &kitchen.outputs, &kitchen.count));
    assert_int_equal(kitchen.count, 1);
    assert_false(file_exists(path_of(&kitchen, "-insert.pdf")));
    assert_true(file_read(path_of(&kitchen, ".pdf"), 0, &reprint.insert)); /* any book will do */
    assert_true(
        outputs_make(kitchen.pool, &kitchen.edition, &order, &kitchen.outputs, &kitchen.count));
    assert_int_equal(kitchen.count, 2);
    assert_string_equal(kitchen.outputs[1].path, path_of(&kitchen, "-insert.pdf"));
    assert_int_equal(unlink(path_of(&kitchen, "-insert.pdf")), 0);
    text_free(&reprint.insert);
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

static void a_warning_too_many_and_nothing_is_written(void **state)
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

static void put(struct kitchen *kitchen, const char *ending, const char *words)
{
    FILE *file = fopen(path_of(kitchen, ending), "w");

    assert_non_null(file);
    fputs(words, file);
    fclose(file);
}

static void expect_words(struct kitchen *kitchen, const char *ending, const char *words)
{
    struct text text = TEXT_INIT;

    assert_true(file_read(path_of(kitchen, ending), 0, &text));
    assert_string_equal(text_string(&text), words);
    text_free(&text);
}

static void every_file_for_itself(void **state)
{
    struct kitchen kitchen;

    (void)state;
    open_kitchen(&kitchen);
    put(&kitchen, ".ics", "my own list\n");
    assert_false(build(&kitchen, NULL, false));
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    assert_int_equal(kitchen.count, 2);
    assert_string_equal(kitchen.outputs[0].path, path_of(&kitchen, ".pdf"));
    assert_string_equal(kitchen.outputs[1].path, path_of(&kitchen, ".xlsx"));
    assert_true(file_exists(path_of(&kitchen, ".pdf")));
    assert_true(file_exists(path_of(&kitchen, ".xlsx")));
    expect_words(&kitchen, ".ics", "my own list\n");
    close_kitchen(&kitchen);
}

static void an_input_is_no_output(void **state)
{
    struct kitchen kitchen;

    (void)state;
    open_kitchen(&kitchen);
    put(&kitchen, ".md", tea);
    kitchen.inputs[0] = path_of(&kitchen, ".md");
    assert_int_equal(symlink("tea.md", path_of(&kitchen, ".pdf")), 0);
    assert_int_equal(link(kitchen.inputs[0], path_of(&kitchen, ".ics")), 0);
    kitchen.edition.force = true;
    assert_false(build(&kitchen, NULL, false));
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    assert_int_equal(kitchen.count, 1);
    expect_words(&kitchen, ".md", tea);
    expect_words(&kitchen, ".ics", tea);
    close_kitchen(&kitchen);
}

static void a_backup_follows_no_link(void **state)
{
    struct kitchen kitchen;

    (void)state;
    open_kitchen(&kitchen);
    put(&kitchen, ".ics", "my own list\n");
    assert_int_equal(symlink("victim", path_of(&kitchen, ".ics.bak")), 0);
    kitchen.edition.force = true;
    assert_true(build(&kitchen, "ics", false));
    assert_string_equal(kitchen.outputs[0].backup, path_of(&kitchen, ".ics.bak.2"));
    expect_words(&kitchen, ".ics.bak.2", "my own list\n");
    close_kitchen(&kitchen); /* there is no victim */
}

/* A name of as many bytes as there may be, its last letter of two. */
static void a_backup_of_a_long_name(void **state)
{
    struct kitchen kitchen;
    char name[252];

    (void)state;
    open_kitchen(&kitchen);
    memset(name, 'a', 251);
    name[251] = '\0';
    memcpy(name + 246, "\xc3\xa9", 2);
    kitchen.stem = pool_print(kitchen.pool, "%s/%s", kitchen.folder, name);
    put(&kitchen, ".ics", "my own list\n");
    kitchen.edition.force = true;
    assert_true(build(&kitchen, "ics", false));
    const char *backup = pool_print(kitchen.pool, "%s/%.246s.ics.bak", kitchen.folder, name);
    assert_string_equal(kitchen.outputs[0].backup, backup);
    assert_int_equal(unlink(backup), 0);
    close_kitchen(&kitchen);
}

static void what_is_saved_meanwhile_stays(void **state)
{
    struct kitchen kitchen;
    size_t count;

    (void)state;
    open_kitchen(&kitchen);
    assert_true(build(&kitchen, "pdf", false));
    saved_meanwhile = path_of(&kitchen, ".pdf");
    kitchen.edition.asked.fillable = true; /* another book than the one that stands there */
    assert_false(build(&kitchen, "pdf,ics", false));
    assert_non_null(strstr(report_findings(&count)[0].message, "changed while the new one was"));
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    assert_int_equal(kitchen.count, 1); /* the feed */
    expect_words(&kitchen, ".pdf", "saved meanwhile\n");

    /* Nor does a backup stay of what was not replaced. */
    report_reset();
    put(&kitchen, ".ics", "my own list\n");
    kitchen.edition.force = true;
    saved_meanwhile = path_of(&kitchen, ".ics");
    assert_false(build(&kitchen, "ics", false));
    expect_words(&kitchen, ".ics", "saved meanwhile\n");
    assert_false(file_exists(path_of(&kitchen, ".ics.bak")));
    close_kitchen(&kitchen);
}

static void what_is_not_ours_is_kept(void **state)
{
    struct kitchen kitchen;
    struct text kept = TEXT_INIT;

    (void)state;
    open_kitchen(&kitchen);
    put(&kitchen, ".ics", "my own list\n");
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

/* Reads the tracker that stands there, and builds it anew on another PAPER. */
static void build_again(struct kitchen *kitchen, struct paper paper)
{
    struct text why = TEXT_INIT;

    kitchen->edition.memory_state =
        memory_read(kitchen->pool, path_of(kitchen, ".xlsx"), &kitchen->edition.memory, &why);
    assert_int_equal(kitchen->edition.memory_state, MEMORY_READ);
    kitchen->edition.paper = paper;
    assert_true(build(kitchen, "xlsx", false));
    assert_int_equal(kitchen->count, 1);
    text_free(&why);
}

static void expect_bytes(struct kitchen *kitchen, const char *ending, const struct text *bytes)
{
    struct text file = TEXT_INIT;

    assert_true(file_read(path_of(kitchen, ending), 0, &file));
    assert_int_equal(file.length, bytes->length);
    assert_memory_equal(file.bytes, bytes->bytes, bytes->length);
    text_free(&file);
}

/* A tracker that was lost, and begun anew, knows nothing of what is kept of the one before. */
static void a_backup_of_a_lost_tracker_stays(void **state)
{
    static const struct paper papers[] = {
        {"letter", 215.9, 279.4}, {"a5", 148, 210}, {"a3", 297, 420}, {"a4", 210, 297}};
    struct text first = TEXT_INIT;
    struct kitchen kitchen;

    (void)state;
    open_kitchen(&kitchen);
    assert_true(build(&kitchen, "xlsx", false));
    assert_true(file_read(path_of(&kitchen, ".xlsx"), 0, &first));
    build_again(&kitchen, papers[0]);
    unlink(path_of(&kitchen, ".xlsx"));
    kitchen.edition.memory = NULL;
    kitchen.edition.memory_state = MEMORY_NONE;
    assert_true(build(&kitchen, "xlsx", false));
    for (size_t i = 1; i < 4; i++) {
        build_again(&kitchen, papers[i]);
        assert_string_equal(kitchen.outputs[0].backup, path_of(&kitchen, ".xlsx.bak.2"));
        expect_bytes(&kitchen, ".xlsx.bak", &first);
    }
    text_free(&first);
    close_kitchen(&kitchen);
}

/* A tracker of which all was carried over is kept in the place of the one before; what holds more
 * than that, and what is not roadbook's, never is. */
static void a_backup_of_what_was_carried_makes_way(void **state)
{
    static const struct paper papers[] = {
        {"letter", 215.9, 279.4}, {"a5", 148, 210}, {"a3", 297, 420}, {"a4", 210, 297}};
    struct text first = TEXT_INIT, second = TEXT_INIT, third = TEXT_INIT;
    struct kitchen kitchen;

    (void)state;
    open_kitchen(&kitchen);
    assert_true(build(&kitchen, "xlsx", false));
    assert_true(file_read(path_of(&kitchen, ".xlsx"), 0, &first));
    build_again(&kitchen, papers[0]);
    assert_string_equal(kitchen.outputs[0].backup, path_of(&kitchen, ".xlsx.bak"));
    expect_bytes(&kitchen, ".xlsx.bak", &first);
    assert_true(file_read(path_of(&kitchen, ".xlsx"), 0, &second));
    build_again(&kitchen, papers[0]);
    assert_int_equal(kitchen.outputs[0].result, RENDERED_SAME);
    expect_bytes(&kitchen, ".xlsx.bak", &first);
    build_again(&kitchen, papers[1]);
    assert_string_equal(kitchen.outputs[0].backup, path_of(&kitchen, ".xlsx.bak"));
    expect_bytes(&kitchen, ".xlsx.bak", &second);
    assert_false(file_exists(path_of(&kitchen, ".xlsx.bak.2")));

    /* Something of it cannot be carried: it does not take the place that the next is given. */
    assert_true(file_read(path_of(&kitchen, ".xlsx"), 0, &third));
    struct text why = TEXT_INIT;
    const struct memory *read;
    assert_int_equal(memory_read(kitchen.pool, path_of(&kitchen, ".xlsx"), &read, &why),
                     MEMORY_READ);
    struct memory lossy = *read;
    lossy.lost = "a chart";
    kitchen.edition.memory = &lossy;
    kitchen.edition.paper = papers[2];
    assert_true(build(&kitchen, "xlsx", false));
    assert_string_equal(kitchen.outputs[0].backup, path_of(&kitchen, ".xlsx.bak.2"));
    expect_bytes(&kitchen, ".xlsx.bak.2", &third);
    expect_bytes(&kitchen, ".xlsx.bak", &second);

    /* The next was not made of what is kept there: it takes a place of its own, and keeps to it. */
    for (size_t i = 0; i < 3; i++) {
        build_again(&kitchen, papers[i]);
        assert_string_equal(kitchen.outputs[0].backup, path_of(&kitchen, ".xlsx.bak.3"));
    }
    expect_bytes(&kitchen, ".xlsx.bak.2", &third);
    expect_bytes(&kitchen, ".xlsx.bak", &second);
    unlink(path_of(&kitchen, ".xlsx.bak.3"));

    /* Somebody's own file of that name stays. */
    unlink(path_of(&kitchen, ".xlsx.bak.2"));
    put(&kitchen, ".xlsx.bak", "my own list\n");
    build_again(&kitchen, papers[3]);
    assert_string_equal(kitchen.outputs[0].backup, path_of(&kitchen, ".xlsx.bak.2"));
    expect_words(&kitchen, ".xlsx.bak", "my own list\n");
    text_free(&why);
    text_free(&first);
    text_free(&second);
    text_free(&third);
    close_kitchen(&kitchen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_asked_for_is_made),
        cmocka_unit_test(names_are_known),
        cmocka_unit_test(one_file_more_where_it_is_called_for),
        cmocka_unit_test(a_warning_too_many_and_nothing_is_written),
        cmocka_unit_test(every_file_for_itself),
        cmocka_unit_test(an_input_is_no_output),
        cmocka_unit_test(a_backup_follows_no_link),
        cmocka_unit_test(a_backup_of_a_long_name),
        cmocka_unit_test(what_is_saved_meanwhile_stays),
        cmocka_unit_test(what_is_not_ours_is_kept),
        cmocka_unit_test(a_backup_of_what_was_carried_makes_way),
        cmocka_unit_test(a_backup_of_a_lost_tracker_stays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
