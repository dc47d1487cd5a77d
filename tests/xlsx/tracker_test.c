/* tracker_test: the whole tracker of a small plan, looked at part by part, and what becomes of an
 * old one.
 * Too slow under valgrind. */
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zip.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/report.h"
#include "support/small_plan.h"

#include "support/one_file.h"

static int files_in_folder(void)
{
    int count = -2; /* . and .. */
    DIR *directory = opendir(folder);

    while (readdir(directory))
        count++;
    closedir(directory);
    return count;
}

/* Renders the tracker into OUT, where no old one stands, and keeps it as the file. */
static void render(const struct small_plan *small, struct text *out)
{
    unlink(path);
    text_clear(out);
    assert_int_equal(tracker_exporter.render(&small->edition, out), RENDERED);
    assert_int_equal(files_in_folder(), 0);
    write_file(out->bytes, out->length);
}

/* The part NAME of the tracker at `path`, as a string. */
static void read_part(const char *name, struct text *out)
{
    char buffer[4096];
    zip_int64_t count;
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);

    assert_non_null(zip);
    zip_file_t *file = zip_fopen(zip, name, 0);
    assert_non_null(file);
    text_clear(out);
    while ((count = zip_fread(file, buffer, sizeof buffer)) > 0)
        text_add_bytes(out, buffer, (size_t)count);
    zip_fclose(file);
    zip_discard(zip);
}

static void assert_in(const struct text *part, const char *words)
{
    if (!strstr(text_string(part), words))
        fail_msg("not there: %s", words);
}

static void assert_not_in(const struct text *part, const char *words)
{
    if (strstr(text_string(part), words))
        fail_msg("should not be there: %s", words);
}

static void test_parts(void **state)
{
    struct small_plan small;
    struct text out = TEXT_INIT, part = TEXT_INIT;

    (void)state;
    small_make(&small, path);
    small.edition.paper = (struct paper){"a5", 148, 210};
    render(&small, &out);
    read_part("xl/workbook.xml", &part);
    static const char *const sheets[] = {
        "Today",  "Dashboard",  "Log",     "Weeks",      "Phases",
        "Tasks",  "Checklists", "Reading", "Milestones", "Questions",
        "Budget", "Lists",      "Charts",  "Roadbook",   "Roadbook plan",
    };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        char name[32];
        snprintf(name, sizeof name, "<sheet name=\"%s\"", sheets[i]);
        assert_in(&part, name);
    }
    read_part("xl/sharedStrings.xml", &part);
    assert_in(&part, ">=1+1 is no formula<");
    assert_in(&part, ">+SUM(A1) neither<");
    assert_in(&part, "@cmd _x005F_x0041_ café → ☑");
    assert_in(&part, ">#roadbook:log:hours<");
    assert_in(&part, ">#roadbook:reading:finished<");
    assert_in(&part, ">00000000-0000-5000-8000-000000000001<");
    assert_in(&part, ">Money planned<");
    read_part("xl/worksheets/sheet2.xml", &part); /* Dashboard */
    assert_in(&part,
              "&amp;\" of \"&amp;SUMPRODUCT((Tasks!$D$5:$D$4000&lt;&gt;\"\")*1)</f><v>0 of 3</v>");
    assert_in(&part, "</f><v>1 of 2</v>");
    assert_in(&part, "</f><v>60 $</v>");
    read_part("xl/worksheets/sheet14.xml", &part); /* Charts */
    assert_in(&part, "(Checklists!$C$5:$C$4000=TRUE)+(Checklists!$C$5:$C$4000=\"true\"))&gt;0)*"
                     "(Checklists!$D$5:$D$4000&lt;&gt;\"\"))</f><v>1</v>");
    assert_in(&part, "Reading!$D$5:$D$4000,Lists!$G$14)</f><v>1</v>");
    assert_in(&part, "(Milestones!$B$5:$B$4000&lt;&gt;\"\"))</f><v>0</v>");
    assert_in(&part, "SUMIFS(Budget!$F$4:$F$4000,Budget!$E$4:$E$4000,\"=$\")</f><v>60</v>");
    assert_in(&part, "SUMIFS(Budget!$G$4:$G$4000,Budget!$E$4:$E$4000,\"=$\")</f><v>0</v>");
    read_part("xl/worksheets/sheet6.xml", &part); /* Tasks: text only */
    assert_not_in(&part, "<f>");
    /* what is done fades */
    assert_in(&part, "<formula>OR(SUMPRODUCT((Lists!$G$5:$G$13=$C5)*1)&gt;0,");
    assert_in(&part, "<formula>AND($I5&lt;&gt;\"\",$I5&lt;AsOf,NOT(OR(");
    read_part("xl/worksheets/_rels/sheet8.xml.rels", &part);
    assert_in(&part, "https://example.org/cordage?a=1&amp;b=2");
    assert_not_in(&part, "javascript");
    read_part("xl/worksheets/sheet4.xml", &part); /* Weeks */
    assert_in(&part, "<f>SUMIFS(Log!$D$4:$D$4000,Log!$B$4:$B$4000,\"&gt;=\"&amp;$B5,"
                     "Log!$B$4:$B$4000,\"&lt;\"&amp;MIN($B5+5,AsOf+1),Log!$D$4:$D$4000,"
                     "\"&gt;=0.25\",Log!$D$4:$D$4000,\"&lt;=24\")</f><v>0</v>");
    assert_in(&part, "<v>1.166666666666667</v>"); /* 70 minutes */
    assert_in(&part, "<pageSetup paperSize=\"11\" ");
    read_part("docProps/core.xml", &part);
    assert_in(&part, "2026-01-07T12:00:00Z");
    text_free(&part);
    text_free(&out);
    small_free(&small);
}

/* The first sheet: each formula with what it comes to, and ways to the others. */
static void test_today(void **state)
{
    struct small_plan small;
    struct text out = TEXT_INIT, part = TEXT_INIT;

    (void)state;
    small_make(&small, path);
    render(&small, &out);
    read_part("xl/worksheets/sheet1.xml", &part);
    assert_in(&part, "<v>Thursday 12 February</v>");
    assert_in(&part, "<v>This week, 6 of 9: 2.50 h planned</v>");
    assert_in(&part, "<v>0.00 h of 22.50</v>");
    assert_in(&part, "<v>Milestone: Rig a small boat, in 13 days</v>");
    assert_in(&part, "<v>Every row counts.</v>");
    assert_in(&part, "<tabColor rgb=\"FFB5472F\"/>");
    assert_in(&part, "location=\"'Dashboard'!A1\"");
    read_part("xl/worksheets/sheet2.xml", &part);
    assert_in(&part, "<tabColor rgb=\"FF1F6F78\"/>");
    assert_in(&part, "location=\"'Today'!A1\"");
    text_free(&part);
    text_free(&out);
    small_free(&small);
}

static void test_as_of(void **state)
{
    struct small_plan small;
    struct text out = TEXT_INIT, part = TEXT_INIT;

    (void)state;
    small_make(&small, path);
    render(&small, &out);
    read_part("xl/worksheets/sheet14.xml", &part);
    assert_not_in(&part, "TODAY()");
    assert_in(&part, "<v>46065</v>");
    small.edition.today_given = false;
    render(&small, &out);
    read_part("xl/worksheets/sheet14.xml", &part);
    assert_in(&part, "<f>TODAY()</f><v>46065</v>");
    text_free(&part);
    text_free(&out);
    small_free(&small);
}

static void test_same_bytes(void **state)
{
    struct small_plan small;
    struct text first = TEXT_INIT, second = TEXT_INIT;

    (void)state;
    unlink(path);
    small_make(&small, path);
    assert_int_equal(tracker_exporter.render(&small.edition, &first), RENDERED);
    small.edition.now += 100000; /* the clock's hand is no input */
    setenv("TZ", "Pacific/Auckland", 1);
    assert_int_equal(tracker_exporter.render(&small.edition, &second), RENDERED);
    unsetenv("TZ");
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.bytes, second.bytes, first.length);
    text_free(&first);
    text_free(&second);
    small_free(&small);
}

/* What memory_read() gives of the tracker at `path`, as far as the exporter asks. */
static void remember(struct small_plan *small, struct memory *memory)
{
    struct text bytes = TEXT_INIT;

    assert_true(file_read(path, 0, &bytes));
    *memory = (struct memory){.path = path,
                              .digest = hash_bytes(HASH_START, bytes.bytes, bytes.length),
                              .version = 2,
                              .plan_id = small->plan.id,
                              .title = "",
                              .built = day_of(2026, 2, 12),
                              .last_build.date = day_of(2026, 2, 12),
                              .start = small->schedule.start,
                              .past.today = DAY_NONE,
                              .carried_from = "",
                              .lost = ""};
    small->edition.memory = memory;
    small->edition.memory_state = MEMORY_READ;
    text_free(&bytes);
}

static enum render_result render_again(const struct small_plan *small, struct text *out)
{
    text_clear(out);
    return tracker_exporter.render(&small->edition, out);
}

static void test_old_tracker(void **state)
{
    struct small_plan small;
    struct memory memory;
    struct text out = TEXT_INIT;

    (void)state;
    report_reset();
    small_make(&small, path);
    small.edition.today_given = false; /* the sheets follow the calendar */
    render(&small, &out);
    remember(&small, &memory);
    small.edition.today += 3;
    assert_int_equal(render_again(&small, &out), RENDERED_SAME);
    /* something that no id knows of: what the learner wrote goes with it */
    small.edition.paper = (struct paper){"letter", 215.9, 279.4};
    assert_int_equal(render_again(&small, &out), RENDERED_OVER_CARRIED);
    memory.lost = "a picture";
    assert_int_equal(render_again(&small, &out), RENDERED_OVER_CHANGES);
    memory.lost = "";
    struct kept_sheet sheet = {.name = "Mine", .lost = "a chart"};
    memory.sheets = &sheet;
    memory.sheet_count = 1;
    assert_int_equal(render_again(&small, &out), RENDERED_OVER_CHANGES);
    memory.sheet_count = 0;
    /* once written, it stays as it is, on other days too */
    assert_int_equal(render_again(&small, &out), RENDERED_OVER_CARRIED);
    const char *carried_from = memory_digest(small.plan.pool, memory.digest);
    assert_true(tracker_exporter.may_drop(&small.edition, path)); /* itself */
    write_file(out.bytes, out.length);
    assert_false(tracker_exporter.may_drop(&small.edition, path));
    remember(&small, &memory);
    memory.built = memory.last_build.date = small.edition.today;
    memory.carried_from = carried_from; /* as it was written down */
    small.edition.today += 30;
    assert_int_equal(render_again(&small, &out), RENDERED_SAME);
    assert_int_equal(report_status(false), STATUS_DONE);
    assert_int_equal(files_in_folder(), 1);
    report_reset();
    text_free(&out);
    small_free(&small);
}

/* Saved again after memory was read, or come there since: nobody knows what is in it. */
static void test_changed_meanwhile(void **state)
{
    struct small_plan small;
    struct memory memory;
    struct text out = TEXT_INIT;

    (void)state;
    report_reset();
    small_make(&small, path);
    render(&small, &out);
    remember(&small, &memory);
    write_file("saved", 5);
    assert_int_equal(render_again(&small, &out), RENDER_FAILED);
    small.edition.force = true;
    assert_int_equal(render_again(&small, &out), RENDER_FAILED);
    small.edition.memory_state = MEMORY_NONE;
    assert_int_equal(render_again(&small, &out), RENDER_FAILED);
    small.edition.memory = NULL;
    assert_int_equal(render_again(&small, &out), RENDER_FAILED);
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    /* gone since: it is made anew */
    unlink(path);
    assert_int_equal(render_again(&small, &out), RENDERED);
    report_reset();
    text_free(&out);
    small_free(&small);
}

static void test_not_ours(void **state)
{
    struct small_plan small;
    struct text out = TEXT_INIT;
    size_t count;

    (void)state;
    report_reset();
    small_make(&small, path);
    write_file("my own list", 11);
    small.edition.memory_state = MEMORY_FOREIGN;
    small.edition.memory_why = "it is no tracker that roadbook made";
    assert_int_equal(render_again(&small, &out), RENDER_FAILED);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_non_null(strstr(findings[0].message, "it is no tracker that roadbook made, so it is not "
                                                "replaced; --force writes a new one"));
    small.edition.force = true;
    assert_int_equal(render_again(&small, &out), RENDERED_OVER_CHANGES);
    assert_true(out.length > 5000);
    report_reset();
    text_free(&out);
    small_free(&small);
}

static void set_time(const char *of, time_t time)
{
    const struct timespec times[2] = {{.tv_sec = time}, {.tv_sec = time}};

    assert_int_equal(utimensat(AT_FDCWD, of, times, 0), 0);
}

/* Saved as .ods, which is not read: that is said while it is newer. */
static void test_open_document(void **state)
{
    struct small_plan small;
    struct memory memory;
    struct text out = TEXT_INIT;
    char other[sizeof folder + 64];
    size_t count;

    (void)state;
    report_reset();
    small_make(&small, path);
    render(&small, &out);
    remember(&small, &memory);
    snprintf(other, sizeof other, "%s/t.ods", folder);
    FILE *file = fopen(other, "wb");
    assert_non_null(file);
    fclose(file);
    set_time(other, 1000000000);
    set_time(path, 1000000001);
    assert_int_equal(render_again(&small, &out), RENDERED_SAME);
    report_findings(&count);
    assert_int_equal(count, 0);
    set_time(other, 1000000002);
    assert_int_equal(render_again(&small, &out), RENDERED_SAME);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].rule, RULE_TRACKER_ODS);
    unlink(other);
    report_reset();
    text_free(&out);
    small_free(&small);
}

static size_t messages(void)
{
    size_t count;

    report_findings(&count);
    return count;
}

/* Two programs, each with its own file beside what it has open. */
static void test_open_elsewhere(void **state)
{
    static const char *const locks[] = {".~lock.t.xlsx#", "~$t.xlsx"};
    struct small_plan small;
    struct memory memory;
    struct text out = TEXT_INIT;
    char lock[sizeof folder + 64];

    (void)state;
    report_reset();
    small_make(&small, path);
    render(&small, &out);
    remember(&small, &memory);
    for (size_t i = 0; i < sizeof locks / sizeof *locks; i++) {
        snprintf(lock, sizeof lock, "%s/%s", folder, locks[i]);
        assert_int_equal(symlink("nowhere", lock), 0);
        text_clear(&out);
        small.edition.paper = (struct paper){"a4", 210, 297};
        assert_int_equal(tracker_exporter.render(&small.edition, &out), RENDERED_SAME);
        small.edition.paper = (struct paper){"letter", 215.9, 279.4};
        text_clear(&out);
        assert_int_equal(tracker_exporter.render(&small.edition, &out), RENDER_FAILED);
        assert_int_equal(messages(), i + 1);
        assert_int_equal(report_status(false), STATUS_SYSTEM);
        small.edition.force = true;
        text_clear(&out);
        assert_int_equal(tracker_exporter.render(&small.edition, &out), RENDER_FAILED);
        small.edition.force = false;
        assert_int_equal(unlink(lock), 0);
    }
    text_clear(&out);
    assert_int_equal(tracker_exporter.render(&small.edition, &out), RENDERED_OVER_CARRIED);
    unlink(path);
    report_reset();
    text_free(&out);
    small_free(&small);
}

static void test_failures_leave_nothing(void **state)
{
    struct small_plan small;
    struct text out = TEXT_INIT;
    char inside[sizeof folder + 64];
    struct rlimit limit, small_limit;

    (void)state;
    unlink(path);
    report_reset();
    snprintf(inside, sizeof inside, "%s/absent/t.xlsx", folder);
    small_make(&small, inside);
    assert_int_equal(tracker_exporter.render(&small.edition, &out), RENDER_FAILED);
    assert_int_equal(messages(), 1);
    small.edition.path = folder; /* a folder of that name */
    assert_int_equal(tracker_exporter.render(&small.edition, &out), RENDER_FAILED);
    assert_int_equal(messages(), 2);
    /* as on a full disk: no file may grow past 4 KB */
    small.edition.path = path;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    small_limit = (struct rlimit){.rlim_cur = 4096, .rlim_max = limit.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small_limit), 0);
    enum render_result result = tracker_exporter.render(&small.edition, &out);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    assert_int_equal(result, RENDER_FAILED);
    assert_int_equal(messages(), 3);
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    assert_int_equal(files_in_folder(), 0);
    report_reset();
    text_free(&out);
    small_free(&small);
}

static void test_hardly_anything(void **state)
{
    struct small_plan small;
    struct text out = TEXT_INIT;

    (void)state;
    unlink(path);
    small_make(&small, path);
    small.plan.item_count = small.plan.phase_count = 0;
    small.schedule.week_count = small.schedule.session_count = small.schedule.category_count = 0;
    assert_int_equal(tracker_exporter.render(&small.edition, &out), RENDERED);
    assert_true(out.length > 5000);
    text_free(&out);
    small_free(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_today),
        cmocka_unit_test(test_as_of),
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_old_tracker),
        cmocka_unit_test(test_open_elsewhere),
        cmocka_unit_test(test_failures_leave_nothing),
        cmocka_unit_test(test_hardly_anything),
        cmocka_unit_test(test_changed_meanwhile),
        cmocka_unit_test(test_not_ours),
        cmocka_unit_test(test_open_document),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
