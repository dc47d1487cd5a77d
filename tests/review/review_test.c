/* Tests of review: nothing found where nothing is wrong, each thing said once, in order, and not
 * where it is silenced. */
#include "support/examine.h"

#include "base/file.h"

/* Findings in a roadmap file; its front matter is for settings and does not count here. */
static size_t count_in_file(const char *path, int minutes)
{
    struct text bytes = TEXT_INIT;
    size_t count;

    assert_true(file_read(path, 1 << 20, &bytes));
    examine_from(text_string(&bytes), minutes, day_of(2026, 1, 5));
    report_findings(&count);
    if (count > 0)
        expect_nothing(); /* names them */
    text_free(&bytes);
    report_reset();
    return count;
}

static void clean_roadmaps_are_clean(void **state)
{
    (void)state;
    assert_int_equal(count_in_file("samples/watercolour-12-weeks.md", 240), 0);
    assert_int_equal(count_in_file("tests/data/review/gitarre-de.md", 0), 0);
    assert_int_equal(count_in_file("tests/data/review/sourdough.md", 360), 0);
}

static const char faulty[] =
    "# Knots (8 Weeks, 2 hours/week)\n\n## Phase 1: Bends (Weeks 1-3)\n- Tie\n\n"
    "## Phase 2: Hitches (Weeks 5-8)\n- Tie\n\n## Time\n\n**2-Hour Week Schedule**:\n"
    "- Monday/Wednesday: 1.5 hours each\n";

static void said_once_and_in_order(void **state)
{
    (void)state;
    size_t count;
    examine(faulty);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 2); /* schedule and review both see the timetable */
    assert_string_equal(findings[0].rule, "gap");
    assert_int_equal(findings[0].place.line, 6);
    assert_string_equal(findings[1].rule, "timetable-sum");
    assert_int_equal(findings[1].place.line, 11);
    report_silence("gap");
    report_findings(&count);
    assert_int_equal(count, 1);
    report_reset();
}

static void all_rules_are_known_by_name(void **state)
{
    (void)state;
    for (size_t i = 1; i < review_rule_count; i++)
        assert_true(strcmp(review_rules[i - 1], review_rules[i]) < 0);
    size_t count;
    examine(faulty);
    const struct finding *findings = report_findings(&count);
    for (size_t i = 0; i < count; i++) {
        size_t rule = 0;
        while (rule < review_rule_count && strcmp(review_rules[rule], findings[i].rule) != 0)
            rule++;
        assert_true(rule < review_rule_count);
    }
    report_reset();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clean_roadmaps_are_clean),
        cmocka_unit_test(said_once_and_in_order),
        cmocka_unit_test(all_rules_are_known_by_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
