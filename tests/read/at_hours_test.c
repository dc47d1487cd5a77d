/* Tests of a plan placed anew for other hours: it is what reading at those hours gives. */
#include "support/reading.h"

/* Hours a row under nested headings, children, lengths, an open end, real dates. */
static const char packed[] =
    "# Lace by the Hour\n\n## Projects\n\n| Piece | Hours |\n|---|---|\n"
    "| Doily | 20 hours |\n| Collar | 40 hours |\n| Shawl | 60 hours |\n\n"
    "## Later\n\n### Topics: Edges\n\n- **Picot** (12 hours)\n  - Thread\n"
    "- **Fringe** (3 weeks)\n\n### Topics: Shows\n\n- Spring Fair (May 2027)\n"
    "- Guild evenings (Week 30 on)\n";

/* The same with a length of its own. */
static const char framed[] =
    "# Lace by the Hour (12 Months)\n\n## Phase 1: Pieces\n\n"
    "- **Doily** (20 hours)\n- **Collar** (40 hours)\n\n## Phase 2: Edges\n\n"
    "- **Picot** (12 hours)\n- **Fringe** (30 hours)\n";

static struct plan *read_at(const char *text, int minutes)
{
    struct roadmap_hints hints = {.hours = minutes};
    struct plan *plan = read_with(text, &hints);

    assert_non_null(plan);
    return plan;
}

static void check_interval(struct interval interval, struct interval wanted)
{
    assert_true(interval.from == wanted.from && interval.to == wanted.to);
}

static void check_same(const struct plan *plan, const struct plan *wanted)
{
    assert_int_equal(plan->unit, wanted->unit);
    assert_true(plan->count_low == wanted->count_low && plan->count_high == wanted->count_high);
    assert_true(plan->length_days == wanted->length_days);
    assert_int_equal(plan->length_stated, wanted->length_stated);
    for (size_t i = 0; i < wanted->item_count; i++) {
        const struct item *item = &plan->items[i];
        check_interval(item->when, wanted->items[i].when);
        assert_int_equal(item->when_from, wanted->items[i].when_from);
        assert_int_equal(item->assumed, wanted->items[i].assumed);
        assert_int_equal(item->point, wanted->items[i].point);
        assert_string_equal(item->id, wanted->items[i].id);
        assert_true(item->section >= plan->sections &&
                    item->section < plan->sections + plan->section_count);
        assert_true(!item->parent || (item->parent >= plan->items && item->parent < item));
    }
    for (size_t i = 0; i < wanted->section_count; i++) {
        check_interval(plan->sections[i].when, wanted->sections[i].when);
        assert_int_equal(plan->sections[i].when_from, wanted->sections[i].when_from);
        assert_int_equal(plan->sections[i].assumed, wanted->sections[i].assumed);
    }
    for (size_t i = 0; i < wanted->phase_count; i++)
        check_interval(plan->phases[i].when, wanted->phases[i].when);
}

static void check_text(const char *text)
{
    struct plan *plan = read_at(text, 300);
    double length = plan->length_days;

    assert_true(plan_follows_hours(plan));
    for (int minutes = 60; minutes <= 1200; minutes += 190) {
        struct plan *wanted = read_at(text, minutes);
        struct pool *pool = pool_new();
        check_same(plan_at_hours(pool, plan, minutes), wanted);
        assert_true(plan->length_days == length);
        pool_free(pool);
        pool_free(wanted->pool);
    }
    pool_free(plan->pool);
}

static void as_if_read_at_these_hours(void **state)
{
    (void)state;
    check_text(packed);
    check_text(framed);
}

/* Nothing of it follows from hours: it stays, and is not copied. */
static void a_stated_pace_stays(void **state)
{
    (void)state;
    static const char stated[] = "# Lace (6 months, 5 hours/week)\n\n- **Doily** (20 hours)\n"
                                 "- **Collar** (40 hours)\n";
    struct plan *plan = read_at(stated, 300);

    assert_false(plan_follows_hours(plan));
    assert_ptr_equal(plan_at_hours(plan->pool, plan, 600), plan);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_if_read_at_these_hours),
        cmocka_unit_test(a_stated_pace_stays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
