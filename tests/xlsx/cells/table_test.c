/* table: which items a sheet holds, what they cost, and how a formula names its columns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "xlsx/cells/table.h"

static bool is_task(const struct item *item)
{
    return item->kind == ITEM_TASK;
}

static const struct sheet about = {.tab = "Chores", .belongs = is_task};

static void items_are_counted(void **state)
{
    const struct item items[] = {
        {.kind = ITEM_TASK, .checkbox = CHECKBOX_DONE},
        {.kind = ITEM_TASK, .checkbox = CHECKBOX_OPEN},
        {.kind = ITEM_TASK},
        {.kind = ITEM_TASK, .checkbox = CHECKBOX_DONE, .dropped = true},
        {.kind = ITEM_CHECK, .checkbox = CHECKBOX_DONE},
    };
    const struct plan plan = {.items = (struct item *)items,
                              .item_count = sizeof items / sizeof items[0]};
    const struct tracker tracker = {.plan = &plan};

    (void)state;
    assert_int_equal(items_held(&tracker, &about), 3);
    assert_int_equal(items_ticked(&tracker, &about), 1);
}

static void prices_are_planned_at_their_upper_end(void **state)
{
    static const struct {
        struct money price;
        double planned;
    } cases[] = {{{.low = 1000, .high = 2500}, 25},
                 {{.low = 999, .high = 999}, 9.99},
                 {{.high = 15000, .at_most = true}, 0},
                 {{.high = 0}, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct item item = {.price = cases[i].price};
        assert_float_equal(planned_price(&item), cases[i].planned, 1e-9);
    }
}

static void formulas_name_whole_columns(void **state)
{
    struct tracker tracker = {.pool = pool_new()};

    (void)state;
    assert_string_equal(whole_column(&tracker, &about, 0), "Chores!$A:$A");
    assert_string_equal(whole_column(&tracker, &about, 27), "Chores!$AB:$AB");
    assert_string_equal(range_reference(&tracker, "Chores", 3, FIRST_ROW, 133),
                        "Chores!$D$5:$D$134");
    assert_string_equal(cell_reference(&tracker, 6, 2), "$C$7");
    pool_free(tracker.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_counted),
        cmocka_unit_test(prices_are_planned_at_their_upper_end),
        cmocka_unit_test(formulas_name_whole_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
