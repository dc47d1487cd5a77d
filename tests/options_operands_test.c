/* options_operands: what stands beside the options, and which options go with it. */
#include "options_operands.h"
#include "support/settings_fixture.h"

/* Takes LINE's words, on top of what OPTIONS has. */
static enum options_result take(struct fixture *fixture, const char *line, struct options *options)
{
    char *words[8], *rest = NULL;
    int count = 0;

    report_reset();
    for (char *word = strtok_r(pool_copy(fixture->pool, line, strlen(line)), " ", &rest); word;
         word = strtok_r(NULL, " ", &rest))
        words[count++] = word;
    return operands_take(count, words, options);
}

static void test_hours_and_what_goes_without(void **state)
{
    struct options log = {0}, tick = {.done = "Kite"}, undo = {.undo = true, .on = "yesterday"};

    assert_int_equal(take(*state, "log plan.md 1h10", &log), OPTIONS_RUN);
    assert_string_equal(log.operand, "1h10");
    assert_string_equal(log.roadmap, "plan.md");
    assert_int_equal(take(*state, "log plan.md", &tick), OPTIONS_RUN);
    assert_null(tick.operand);
    assert_int_equal(take(*state, "log plan.md", &undo), OPTIONS_RUN);
    assert_null(undo.operand);
}

static void test_what_does_not_go(void **state)
{
    static const struct {
        const char *line;
        struct options options;
        const char *words;
    } cases[] = {
        {"", {0}, "no command"},
        {"biuld plan.md", {0}, "did you mean 'build'?"},
        {"build", {0}, "no roadmap; try `roadbook build ROADMAP.md`"},
        {"build a.md b.md", {0}, "build takes one roadmap at a time"},
        {"log plan.md", {0}, "no hours; try `roadbook log ROADMAP.md 1h10`"},
        {"log plan.md 1h10 2h", {0}, "log takes one roadmap and its hours at a time"},
        {"log plan.md", {.done = "Kite", .note = "fine"}, "no hours"},
        {"log plan.md 1h10",
         {.undo = true},
         "--undo takes back what the day's last row has; it takes no"},
        {"log plan.md", {.undo = true, .done = "Kite"}, "--undo and --done do not go together"},
        {"build plan.md", {.undo = true}, "build has no --undo"},
        {"build plan.md", {.done = "Kite"}, "build has no --done"},
        {"build plan.md", {.json = true}, "build has no --json"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct options options = cases[i].options;
        assert_int_equal(take(*state, cases[i].line, &options), OPTIONS_WRONG);
        assert_complaint(0, cases[i].words);
        assert_int_equal(report_status(false), STATUS_USAGE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_hours_and_what_goes_without),
        SETTINGS_TEST(test_what_does_not_go),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
