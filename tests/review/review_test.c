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
    assert_int_equal(findings[0].rule, RULE_GAP);
    assert_int_equal(findings[0].place.line, 6);
    assert_int_equal(findings[1].rule, RULE_TIMETABLE_SUM);
    assert_int_equal(findings[1].place.line, 11);
    report_silence(RULE_GAP);
    report_findings(&count);
    assert_int_equal(count, 1);
    report_reset();
}

static void all_rules_are_known_by_name(void **state)
{
    (void)state;
    enum rule found;

    for (int i = RULE_NONE + 1; i < RULE_COUNT; i++) {
        assert_true(strcmp(rule_names[i - 1], rule_names[i]) < 0);
        assert_true(rule_find(rule_names[i], &found));
        assert_int_equal(found, i);
    }
    assert_false(rule_find("lood", &found));
    assert_false(rule_find("", &found));
    examine(faulty);
    size_t count;
    const struct finding *findings = report_findings(&count);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++)
        assert_true(findings[i].rule != RULE_NONE);
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
