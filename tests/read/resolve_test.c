/* Tests of places in plan time: own, restarting, laid, packed and shared. */
#include "support/reading.h"

static void numbers_that_restart(void **state)
{
    (void)state;
    struct plan *plan = read_text("# Three Months of Chess\n\n# Month 1\n## Week 1: Openings\n- a\n"
                                  "# Month 2\n## Week 1: Endings\n- [ ] Day 3: rook\n"
                                  "## Week 3-4: Games\n# Month 3\n## Week 12: Cup\n");
    check(plan, "Openings", ITEM_TOPIC, 0, 7);
    check(plan, "Endings", ITEM_TOPIC, M, M + 7);
    check(plan, "rook", ITEM_TASK, M + 2, M + 3);
    check(plan, "Games", ITEM_TOPIC, M + 14, M + 28);
    check(plan, "Cup", ITEM_TOPIC, 77, 84);
    assert_int_equal(plan->phase_count, 3);
    assert_string_equal(plan->phases[1].title.text, "Month 2");
    pool_free(plan->pool);
    plan = read_text(
        "# Baking\n## Phase 1: Dough (months 1–2)\n- **Weeks 1–2**: Flour\n"
        "## Phase 2: Oven (months 3-4)\n- **Weeks 1–2**: Steam\n- **Weeks 7–8**: Stone\n");
    check(plan, "Flour", ITEM_TOPIC, 0, 14);
    check(plan, "Steam", ITEM_TOPIC, 2 * M, 2 * M + 14);
    check(plan, "Stone", ITEM_TOPIC, 2 * M + 42, 2 * M + 56);
    pool_free(plan->pool);
    /* Below a heading that is an item itself they may restart, or go on. */
    plan = read_text("# Verse\n## Month 2: Rhyme\n**Week 1**: Couplet\n\n**Week 3**: Triplet\n"
                     "## Month 3: Form\n**Week 10**: Sonnet\n\n**Week 12**: Ghazal\n");
    check(plan, "Rhyme", ITEM_TOPIC, M, 2 * M);
    check(plan, "Couplet", ITEM_TOPIC, M, M + 7);
    check(plan, "Triplet", ITEM_TOPIC, M + 14, M + 21);
    check(plan, "Sonnet", ITEM_TOPIC, 63, 70);
    check(plan, "Ghazal", ITEM_TOPIC, 77, 84);
    pool_free(plan->pool);
}

/* Weeks with others between them cannot be parted, and that is said. */
static void lists_of_weeks(void **state)
{
    (void)state;
    size_t count;
    struct plan *plan = read_text("# Drums\n- Weeks 1, 3 & 5: Rolls\n- Weeks 6, 7: Rests\n");
    check(plan, "Rolls", ITEM_TOPIC, 0, 35);
    check(plan, "Rests", ITEM_TOPIC, 35, 49);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_string_equal(findings[0].message,
                        "only some weeks are named; taken as weeks 1-5, with those between");
    pool_free(plan->pool);
}

/* "Week 1 Objectives" is no subject of its own, "Week 2: Objects" is. */
static void headings_that_say_a_kind(void **state)
{
    (void)state;
    struct plan *plan = read_text("# Drawing\n## Week 1 Objectives\n- Ten hands\n"
                                  "## Week 2: Objects\n- A jug\n");
    check(plan, "Ten hands", ITEM_TOPIC, 0, 7);
    check(plan, "Objects", ITEM_TOPIC, 7, 14);
    check(plan, "A jug", ITEM_TOPIC, 7, 14);
    assert_int_equal(plan->item_count, 3);
    pool_free(plan->pool);
    /* A day's name over a list is none, over mere text it is all there is. */
    plan = read_text("# Chess (2 weeks)\n## Week 1\n### Monday - Openings\n- Read\n"
                     "## Week 2\n### Tuesday - Endings\nKing and pawn.\n");
    assert_int_equal(plan->item_count, 3);
    check(plan, "Read", ITEM_TOPIC, 0, 7);
    check(plan, "Tuesday - Endings", ITEM_TOPIC, 7, 14);
    pool_free(plan->pool);
}

static void lengths_end_to_end(void **state)
{
    (void)state;
    struct plan *plan =
        read_text("# Garden\n## Soil (3 weeks)\n- Dig\n## Seeds (2-4 weeks)\n- Sow\n"
                  "## Care (1 week)\n- Water\n");
    check(plan, "Dig", ITEM_TOPIC, 0, 21);
    check(plan, "Sow", ITEM_TOPIC, 21, 49);
    check(plan, "Water", ITEM_TOPIC, 49, 56);
    assert_true(fabs(plan->length_days - 56) < 1e-6);
    pool_free(plan->pool);
}

static void tables(void **state)
{
    (void)state;
    struct plan *plan = read_text(
        "# Sailing\n\n| Week | Topic | Hours | Notes |\n|---|:-:|---|---|\n"
        "| 1 | **Knots** | 2h | `bowline` first |\n| 2-3 | Points of sail | 3-4 hours | |\n"
        "| W4 | [Tides](https://example.org/t) | 2h | |\n");
    check(plan, "Knots", ITEM_TOPIC, 0, 7);
    check(plan, "Points of sail", ITEM_TOPIC, 7, 21);
    check(plan, "Tides", ITEM_TOPIC, 21, 28);
    assert_string_equal(find(plan, "Tides")->link, "https://example.org/t");
    assert_int_equal(find(plan, "Points of sail")->effort.high, 240);
    assert_string_equal(find(plan, "Knots")->detail.text,
                        "Week: 1; Hours: 2h; Notes: bowline first");
    pool_free(plan->pool);
    plan = read_text("# Optics (10 hours/week)\n\n| # | Project | Time |\n|---|---|---|\n"
                     "| 01 | Lens | 4-6 hours |\n| 02 | Prism | 10 hours |\n\n"
                     "**Total Time:** 15 hours\n");
    check(plan, "Lens", ITEM_PROJECT, 0, 3.5);
    check(plan, "Prism", ITEM_PROJECT, 3.5, 10.5);
    assert_int_equal(find(plan, "Lens")->when_from, WHEN_PACKED);
    assert_true(find(plan, "Lens")->assumed);
    assert_int_equal(find(plan, "Total Time")->when_from, WHEN_NONE);
    pool_free(plan->pool);
    plan = read_text("# Letters (5 hours/week)\n\nCourses | Duration | Effort\n:-- | :--: | :--:\n"
                     "Serif | 4 weeks | 2-3 hours/week\nSans | 2 weeks | 5 hours/week\n");
    check(plan, "Serif", ITEM_TOPIC, 0, 14);
    check(plan, "Sans", ITEM_TOPIC, 14, 28);
    pool_free(plan->pool);
}

static void real_dates(void **state)
{
    (void)state;
    struct plan *plan = read_text(
        "# Lernplan\n## Woche 1 (06.01. - 12.01.2026): Netze\n| Tag | Datum | Thema |\n|--|--|--|\n"
        "| Di | 06.01. | Kabel |\n| Mi | 07.01. | Stecker |\n## Woche 2 (13.01. - 19.01.2026): "
        "Funk\n"
        "| Tag | Datum | Thema |\n|--|--|--|\n| Di | 13.01. | Antennen |\n");
    assert_string_equal(plan->language, "de");
    check(plan, "Kabel", ITEM_TOPIC, 0, 1);
    check(plan, "Stecker", ITEM_TOPIC, 1, 2);
    check(plan, "Antennen", ITEM_TOPIC, 7, 8);
    check(plan, "Funk", ITEM_TOPIC, 7, 14);
    pool_free(plan->pool);
    plan = read_text("# Tour\n- 2026-03-02: Oslo\n- 2026-03-09 - 2026-03-11: Bergen\n");
    check(plan, "Oslo", ITEM_TOPIC, 0, 1);
    check(plan, "Bergen", ITEM_TOPIC, 7, 10);
    pool_free(plan->pool);
}

static void undated_roadmaps(void **state)
{
    (void)state;
    struct plan *plan =
        read_text("# 4-Week Juggling Plan\n## Balls\n- Two\n- Three\n## Clubs\n- Spin\n"
                  "- Pass\n");
    check(plan, "Two", ITEM_TOPIC, 0, 7);
    check(plan, "Pass", ITEM_TOPIC, 21, 28);
    assert_int_equal(find(plan, "Pass")->when_from, WHEN_SHARED);
    assert_true(find(plan, "Pass")->assumed);
    assert_false(plan->length_assumed);
    pool_free(plan->pool);
    plan = read_text("- [ ] Only\n- [ ] A list\n");
    assert_true(plan->length_assumed);
    assert_true(fabs(plan->length_days - 84) < 1e-6);
    check(plan, "A list", ITEM_TASK, 42, 84);
    size_t count;
    report_findings(&count);
    assert_true(count >= 2); /* that nothing is dated, and what was assumed */
    pool_free(plan->pool);
    plan = read_text("# Two of them (2 weeks)\n\n- [ ] Only\n- [ ] A list\n");
    check(plan, "A list", ITEM_TASK, 7, 14);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_that_restart),
        cmocka_unit_test(headings_that_say_a_kind),
        cmocka_unit_test(lists_of_weeks),
        cmocka_unit_test(lengths_end_to_end),
        cmocka_unit_test(tables),
        cmocka_unit_test(real_dates),
        cmocka_unit_test(undated_roadmaps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
