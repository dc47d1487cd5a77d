/* options: the command line as a person types it, and what a slip in it is told. */
#include <getopt.h>

#include "options.h"
#include "support/settings_fixture.h"

/* Reads "roadbook" and LINE's words. */
static enum options_result read(struct fixture *fixture, const char *line, struct options *options)
{
    char *arguments[16] = {"roadbook"}, *rest = NULL;
    int count = 1;

    report_reset();
    settings_init(&fixture->settings, fixture->pool);
    optind = 0; /* getopt starts anew */
    for (char *word = strtok_r(pool_copy(fixture->pool, line, strlen(line)), " ", &rest); word;
         word = strtok_r(NULL, " ", &rest))
        arguments[count++] = word;
    return options_read(count, arguments, options, &fixture->settings);
}

static void test_commands_and_options(void **state)
{
    struct fixture *fixture = *state;
    struct options options;

    assert_int_equal(read(fixture, "build plan.md -H 7.5 --paper a5 --fillable --force", &options),
                     OPTIONS_RUN);
    assert_string_equal(options.command->name, "build");
    assert_string_equal(options.roadmap, "plan.md");
    assert_true(options.force);
    assert_int_equal(fixture->settings.rhythm.minutes, 450);
    assert_string_equal(fixture->settings.paper, "a5");
    assert_true(fixture->settings.asked.fillable);
    assert_int_equal(fixture->settings.origins[SETTING_PAPER], ORIGIN_COMMAND_LINE);
    assert_null(options.since);
    assert_int_equal(read(fixture, "build --since printed.pdf plan.md", &options), OPTIONS_RUN);
    assert_string_equal(options.since, "printed.pdf");
    assert_int_equal(read(fixture, "-v --json check -", &options), OPTIONS_RUN);
    assert_true(options.command->holds_messages);
    assert_true(options.json);
    assert_int_equal(options.verbosity, 1);
    assert_string_equal(options.roadmap, "-");
}

static void test_an_entry(void **state)
{
    struct options options;

    assert_int_equal(read(*state,
                          "log plan.md 1h10 --on 2026-03-02 --for Making --note fine --done Kite",
                          &options),
                     OPTIONS_RUN);
    assert_string_equal(options.roadmap, "plan.md");
    assert_string_equal(options.operand, "1h10");
    assert_string_equal(options.on, "2026-03-02");
    assert_string_equal(options.category, "Making");
    assert_string_equal(options.note, "fine");
    assert_string_equal(options.done, "Kite");
    assert_int_equal(read(*state, "today plan.md", &options), OPTIONS_RUN);
    assert_null(options.operand);
    assert_null(options.done);
    assert_int_equal(read(*state, "log plan.md --done Kite", &options), OPTIONS_RUN);
    assert_null(options.operand);
    assert_string_equal(options.done, "Kite");
    assert_false(options.undo);
    assert_int_equal(read(*state, "log plan.md --undo --on yesterday", &options), OPTIONS_RUN);
    assert_true(options.undo);
    assert_int_equal(read(*state, "log plan.md", &options), OPTIONS_WRONG);
    assert_int_equal(read(*state, "log plan.md --done Kite --note fine", &options), OPTIONS_WRONG);
    assert_int_equal(read(*state, "log --done Kite", &options), OPTIONS_WRONG);
}

static void test_settings_with_and_without_a_file(void **state)
{
    static const struct {
        const char *line, *file;
        bool shown;
        enum options_result result;
    } cases[] = {
        {"show plan.md --settings", NULL, true, OPTIONS_RUN},
        {"show --settings plan.md", NULL, true, OPTIONS_RUN},
        {"show --settings mine.yaml plan.md", "mine.yaml", false, OPTIONS_RUN},
        {"show --settings=mine.conf plan.md", "mine.conf", false, OPTIONS_RUN},
        {"build --settings mine.conf plan.md", "mine.conf", false, OPTIONS_RUN},
        {"build plan.md --settings", NULL, false, OPTIONS_WRONG},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct options options;
        assert_int_equal(read(*state, cases[i].line, &options), cases[i].result);
        assert_int_equal(options.show_settings, cases[i].shown);
        if (cases[i].file)
            assert_string_equal(options.settings_file, cases[i].file);
        else
            assert_null(options.settings_file);
    }
}

static void test_slips(void **state)
{
    static const struct {
        const char *line, *words;
    } cases[] = {
        {"frobnicate plan.md", "`roadbook --help` lists them"},
        {"build --papr a4 plan.md", "did you mean --paper?"},
        {"build plan.md --hours", "option '--hours' needs a value"},
        {"build plan.md -x", "unknown option '-x'"},
        {"build plan.md --hours none", "--hours: 'none' is no number"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct options options;
        assert_int_equal(read(*state, cases[i].line, &options), OPTIONS_WRONG);
        assert_complaint(0, cases[i].words);
        assert_int_equal(report_status(false), STATUS_USAGE);
    }
}

/* Every command is in the table, and can be run, once. */
static void test_table_of_commands(void **state)
{
    size_t count;
    const struct command *const *table = commands(&count);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_non_null(table[i]->act);
        assert_non_null(table[i]->help);
        assert_ptr_equal(command_find(table[i]->name), table[i]);
    }
    assert_null(command_find("Build"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_commands_and_options),
        SETTINGS_TEST(test_an_entry),
        SETTINGS_TEST(test_settings_with_and_without_a_file),
        SETTINGS_TEST(test_slips),
        SETTINGS_TEST(test_table_of_commands),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
