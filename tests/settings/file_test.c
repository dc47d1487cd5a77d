/* file: settings out of the front matter and roadbook.yaml, and where a mistake in them is shown.
 */
#include "support/settings_fixture.h"

static void test_front_matter(void **state)
{
    struct fixture *fixture = *state;
    struct source roadmap =
        source_of("---\ntitle: A plan\ntags: [a, b]\nlayout: {x: 1}\nroadbook:\n  hours: 7.5\n"
                  "  off: [2026-12-20..2027-01-03]\n  choose:\n    - Web\n    - Sea\nauthor: "
                  "me\n---\n# Text\n");

    assert_true(settings_read_front_matter(&fixture->settings, &roadmap));
    assert_string_equal(fixture->settings.hints.title, "A plan");
    assert_int_equal(fixture->settings.rhythm.minutes, 450);
    assert_int_equal(fixture->settings.off.count, 1);
    assert_int_equal(fixture->settings.hints.chosen_count, 2);
    assert_string_equal(fixture->settings.hints.chosen[1], "Sea");
}

static void test_unknown_key(void **state)
{
    struct fixture *fixture = *state;
    struct source roadmap = source_of("---\ntitle: x\nroadbook:\n  slots: Mon\n  houers: 7\n---\n");

    assert_false(settings_read_front_matter(&fixture->settings, &roadmap));
    assert_complaint(5, "did you mean 'hours'");
}

static void test_bad_value(void **state)
{
    struct fixture *fixture = *state;
    struct source file = source_of("# mine\n\nstart: 2026-13-01\n");

    assert_false(settings_read_file(&fixture->settings, &file));
    assert_complaint(3, "2026-13-01");
}

static void test_not_a_list(void **state)
{
    struct fixture *fixture = *state;
    struct source file = source_of("hours: 5\noff: 2026-05-01\n");

    assert_false(settings_read_file(&fixture->settings, &file));
    assert_complaint(2, "list");
}

static void test_file_with_our_key_on_top(void **state)
{
    struct fixture *fixture = *state;
    struct source file = source_of("# mine\n\nroadbook:\n  hours: 7\npaper: a5\n");

    assert_true(settings_read_file(&fixture->settings, &file));
    assert_int_equal(fixture->settings.rhythm.minutes, 420);
    assert_string_equal(fixture->settings.paper, "a5");
}

static void test_nearly_our_key(void **state)
{
    struct fixture *fixture = *state;
    struct source roadmap = source_of("---\ntitle: x\nroadbok:\n  hours: 7\n---\n");

    assert_true(settings_read_front_matter(&fixture->settings, &roadmap));
    assert_complaint(3, "did you mean 'roadbook'?");
}

static void test_front_matter_without_an_end(void **state)
{
    struct fixture *fixture = *state;
    struct source open = source_of("---\nroadbook:\n  hours: 7\n# Text\n"),
                  rule = source_of("---\nOnce upon a time: no\n\n# Text\n");
    size_t count;

    assert_true(settings_read_front_matter(&fixture->settings, &rule));
    (void)report_findings(&count);
    assert_int_equal(count, 0);
    assert_true(settings_read_front_matter(&fixture->settings, &open));
    assert_complaint(1, "no line of --- at its end");
}

/* A mistake is shown where it stands, in a list and in braces too. */
static void test_places(void **state)
{
    static const struct {
        const char *text, *words;
        int line, column;
    } cases[] = {
        {"---\nroadbook:\n  off: [2026-12-24, 2026-13-01]\n---\n", "2026-13-01", 3, 21},
        {"---\nroadbook:\n  off:\n    - 2026-12-24\n    - soon\n---\n", "soon", 5, 7},
        {"---\nroadbook: {hours: 99}\n---\n", "0.5 to 60", 2, 19},
        {"---\nroadbook: {hours: 9, paperr: a5}\n---\n", "did you mean 'paper'", 2, 22},
        {"---\nroadbook:\n  week_start: sunday\n---\n", "did you mean 'week-start'", 3, 3},
        {"---\nroadbook:\n  hours: [5]\n---\n", "single value", 3, 10},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fixture *fixture = *state;
        struct source roadmap = source_of(cases[i].text);
        settings_init(&fixture->settings, fixture->pool);
        assert_false(settings_read_front_matter(&fixture->settings, &roadmap));
        assert_said(cases[i].line, cases[i].column, cases[i].words);
    }
}

/* Whatever else stands there belongs to others, also where it is odd, as long as nothing is ours.
 */
static void test_front_matter_of_others(void **state)
{
    static const char *const odd[] = {
        "---\ntitle: [a, b\nfoo: : :\n---\n",
        "---\ntitle: {{ page.title }}\n---\n",
        "---\n&x y: *z\n---\n",
        "---\n- a\n- list\n---\n",
        "---\nlayout: post\n\tindented: by a tab\n---\n",
    };

    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        struct fixture *fixture = *state;
        struct source roadmap = source_of(odd[i]);
        settings_init(&fixture->settings, fixture->pool);
        assert_true(settings_read_front_matter(&fixture->settings, &roadmap));
        assert_int_equal(report_status(true), STATUS_DONE);
    }
    struct fixture *fixture = *state;
    struct source ours = source_of("---\ntitle: [a, b\nroadbook:\n  hours: 7\n---\n");
    assert_false(settings_read_front_matter(&fixture->settings, &ours));
    struct source braces = source_of("---\nlayout: post\n\"roadbook\": {hours: 7}\n---\n");
    assert_true(settings_read_front_matter(&fixture->settings, &braces));
    assert_int_equal(fixture->settings.rhythm.minutes, 420);
}

/* A few bytes that would take gigabytes or minutes are refused, but for others' front matter. */
static void test_hostile_yaml(void **state)
{
    struct fixture *fixture = *state;
    struct text deep = TEXT_INIT, long_list = TEXT_INIT;
    struct source bomb =
                      source_of("---\na: &a [x, x]\nb: &b [*a, *a]\nroadbook:\n  hours: 7\n---\n"),
                  same = source_of("hours: &a 7\npaper: *a\n"),
                  others = source_of("---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: T\n---\n");

    assert_false(settings_read_front_matter(&fixture->settings, &bomb));
    assert_said(3, 8, "aliases");
    assert_false(settings_read_file(&fixture->settings, &same));
    assert_said(2, 8, "aliases");
    report_reset();
    assert_true(settings_read_front_matter(&fixture->settings, &others));
    text_add(&deep, "off: ");
    for (int i = 0; i < 33; i++)
        text_add(&deep, "[");
    struct source brackets = source_of(text_string(&deep));
    assert_false(settings_read_file(&fixture->settings, &brackets));
    assert_said(1, 38, "32 brackets");
    text_add(&long_list, "off:\n");
    while (long_list.length < 65 * 1024)
        text_add(&long_list, "- 2026-12-24\n");
    struct source large = source_of(text_string(&long_list));
    assert_false(settings_read_file(&fixture->settings, &large));
    assert_said(1, 1, "64 KiB");
    text_free(&deep);
    text_free(&long_list);
}

/* A list of thousands is read in a moment; each value has its own place, the text holds all. */
static void test_long_list(void **state)
{
    enum { MANY = 4000 };
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct text text = TEXT_INIT;

    text_add(&text, "off:\n");
    for (int i = 0; i < MANY; i++)
        text_add(&text, "- 2026-12-24\n");
    text_add(&text, "- 2026-12-77\n");
    struct source file = source_of(text_string(&text));
    assert_false(settings_read_file(settings, &file));
    assert_said(MANY + 2, 3, "2026-12-77");
    assert_int_equal(settings->off.count, MANY);
    assert_int_equal(settings->places[SETTING_OFF].line, MANY + 2);
    assert_int_equal(strlen(settings->texts[SETTING_OFF]), (MANY + 1) * 12 - 2);
    assert_memory_equal(settings->texts[SETTING_OFF], "2026-12-24, 2026-12-24, ", 24);
    text_free(&text);
}

/* What names a file or folder in a file stands beside that; a template's plain name does not. */
static void test_paths(void **state)
{
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct source file = source_of("template: looks/mine.yaml\noutput: out\ntimezone: "
                                   "Europe/Berlin\nholidays: [days.ics, /days.ics]\n");

    file.name = "sub/roadbook.yaml";
    assert_true(settings_read_file(settings, &file));
    assert_string_equal(settings->template_name, "sub/looks/mine.yaml");
    assert_string_equal(settings->output, "sub/out");
    assert_string_equal(settings->rhythm.timezone, "Europe/Berlin"); /* no path */
    assert_string_equal(settings->holidays.list[0], "sub/days.ics");
    assert_string_equal(settings->holidays.list[1], "/days.ics");
    assert_true(settings_set(settings, SETTING_TEMPLATE, "plain", ORIGIN_FILE,
                             (struct place){&file, 1, 1}));
    assert_string_equal(settings->template_name, "plain");
    assert_true(set(fixture, SETTING_OUTPUT, "there"));
    assert_string_equal(settings->output, "there");
}

/* Block text is what stands on its lines. */
static void test_block_text(void **state)
{
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct source file = source_of("slots: |\n  Mon 19:00 1h\n\n  Sat 10:00 2h;\n  Sun 9:00\n"
                                   "only: >\n  pdf,\n  ics\ncompare: |\n  5\n  10\n"
                                   "title: |\n  A plan\n  of mine\npaper: |\n  a5\n");

    assert_true(settings_read_file(settings, &file));
    assert_int_equal(settings->rhythm.slot_count, 3);
    assert_int_equal(settings->rhythm.slots[1].minutes, 120);
    assert_int_equal(settings->rhythm.slots[2].start, 9 * 60);
    assert_string_equal(settings->texts[SETTING_SLOTS], "Mon 19:00 1h; Sat 10:00 2h; Sun 9:00");
    assert_int_equal(settings->compare.count, 2);
    assert_string_equal(settings->hints.title, "A plan of mine");
    assert_string_equal(settings->paper, "a5");
    assert_int_equal(settings->places[SETTING_SLOTS].line, 2);
}

static void test_block_text_of_one_value(void **state)
{
    static const struct {
        const char *text, *words;
        int line;
    } cases[] = {
        {"start: |\n  2026-01-05\n  2026-01-12\n", "'2026-01-05' and more lines below it", 2},
        {"paper: |\n  a4\n  a5\n", "one value is taken", 2},
        {"slots: |\n  Mon 19:00 1h\n  Funday 10:00\n", "\"Funday\" is no day", 2},
        {"off: |\n  2026-05-01\n", "a list is needed", 1},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fixture *fixture = *state;
        struct source file = source_of(cases[i].text);
        report_reset();
        settings_init(&fixture->settings, fixture->pool);
        assert_false(settings_read_file(&fixture->settings, &file));
        assert_complaint(cases[i].line, cases[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_front_matter),
        SETTINGS_TEST(test_unknown_key),
        SETTINGS_TEST(test_bad_value),
        SETTINGS_TEST(test_not_a_list),
        SETTINGS_TEST(test_file_with_our_key_on_top),
        SETTINGS_TEST(test_nearly_our_key),
        SETTINGS_TEST(test_front_matter_without_an_end),
        SETTINGS_TEST(test_places),
        SETTINGS_TEST(test_front_matter_of_others),
        SETTINGS_TEST(test_hostile_yaml),
        SETTINGS_TEST(test_long_list),
        SETTINGS_TEST(test_paths),
        SETTINGS_TEST(test_block_text),
        SETTINGS_TEST(test_block_text_of_one_value),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
