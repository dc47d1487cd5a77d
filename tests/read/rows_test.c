/* Tests of tables: prices, sums and books out of their columns. */
#include "support/reading.h"

static const char shed[] = "# Bee Keeping (6 months, 3 hours/week)\n\n"
                           "## Phase 1: Hive (Months 1-3)\n\n"
                           "### Books and materials\n\n"
                           "| Title | Author | Chapters | Price |\n|---|---|---|---|\n"
                           "| *Frames* | A. Wax | 2–9 | 12,50 € |\n"
                           "| Smoke | B. Comb | all | |\n\n"
                           "## Budget\n\n"
                           "| Item | Cost (EUR) |\n|---|---|\n"
                           "| Veil (2 × €9) | €18 |\n"
                           "| Hive | 1,350 |\n"
                           "| Feed | €20–30 |\n"
                           "| **Total** | **€1,398** |\n";

static void a_column_of_prices(void **state)
{
    (void)state;
    struct plan *plan = read_text(shed);
    const struct item *veil = find(plan, "Veil (2 × €9)"), *hive = find(plan, "Hive");
    assert_int_equal(veil->kind, ITEM_COST);
    assert_int_equal(veil->price.high, 1800);
    assert_string_equal(veil->price.currency, "€");
    assert_string_equal(veil->detail.text, "");
    assert_int_equal(hive->price.high, 135000);
    assert_string_equal(hive->price.currency, "EUR");
    assert_int_equal(find(plan, "Feed")->price.low, 2000);
    pool_free(plan->pool);
}

static void a_sum_and_a_head_are_no_costs(void **state)
{
    (void)state;
    struct plan *plan = read_text(shed);
    assert_int_equal(find(plan, "Total")->kind, ITEM_TEXT);
    const struct item *head = find(plan, "Item · Cost (EUR)");
    assert_int_equal(head->kind, ITEM_TEXT);
    assert_true(head->header);
    assert_false(find(plan, "Hive")->header);
    size_t costs = 0;
    for (size_t i = 0; i < plan->item_count; i++)
        costs += plan->items[i].kind == ITEM_COST;
    assert_int_equal(costs, 3);
    pool_free(plan->pool);
}

static void a_table_with_authors_is_read(void **state)
{
    (void)state;
    struct plan *plan = read_text(shed);
    const struct item *frames = find(plan, "Frames");
    assert_int_equal(frames->kind, ITEM_READING);
    assert_int_equal(frames->chapters.from, 2);
    assert_int_equal(frames->chapters.to, 9);
    assert_int_equal(frames->price.high, 1250);
    assert_int_equal(find(plan, "Smoke")->kind, ITEM_READING);
    pool_free(plan->pool);
}

static void rows_are_as_optional_as_what_heads_them(void **state)
{
    (void)state;
    static const char table[] = "| Title | Chapters |\n|---|---|\n";
    struct text text = TEXT_INIT;
    text_print(&text,
               "# Plan (9 weeks)\n\n## Topics (Weeks 1-9)\n\n**Extras (optional)**:\n\n%s"
               "| Lace | 2-4 |\n\n**Rope**:\n\n%s| Knots | 2-4 |\n\n"
               "**Nets** (choose one):\n\n%s| Drift | 5 |\n| Cast | 6 |\n",
               table, table, table);
    struct plan *plan = read_text(text_string(&text));
    assert_true(find(plan, "Lace")->optional && !find(plan, "Lace")->choice);
    assert_false(find(plan, "Knots")->optional || find(plan, "Knots")->choice);
    assert_true(find(plan, "Cast")->choice && !find(plan, "Cast")->optional);
    pool_free(plan->pool);
    text_free(&text);
}

/* Ten hours a week through three weeks are thirty; what nobody can work is no number that wraps. */
static void weekly_hours_over_a_length(void **state)
{
    (void)state;
    struct plan *plan = read_text("# Bee Keeping\n\n## Topics\n\n"
                                  "| Topic | Length | Hours |\n|---|---|---|\n"
                                  "| Smoke | 3 weeks | 10 hours/week |\n"
                                  "| Frames | 9000 weeks | 90000 hours/week |\n");
    assert_int_equal(find(plan, "Smoke")->effort.high, 1800);
    assert_int_equal(find(plan, "Frames")->effort.high, MOST_EFFORT);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_column_of_prices),
        cmocka_unit_test(a_sum_and_a_head_are_no_costs),
        cmocka_unit_test(a_table_with_authors_is_read),
        cmocka_unit_test(rows_are_as_optional_as_what_heads_them),
        cmocka_unit_test(weekly_hours_over_a_length),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
