/* item_rows: which items a sheet holds, and what they cost. */
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

static void chapters_are_counted(void **state)
{
    static const struct {
        struct chapters chapters;
        int count;
    } cases[] = {{{0, 0}, 0}, {{1, 10}, 10}, {{11, 20}, 10}, {{4, 4}, 1}, {{5, 3}, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct item item = {.chapters = cases[i].chapters};
        assert_int_equal(chapter_count(&item), cases[i].count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_counted),
        cmocka_unit_test(chapters_are_counted),
        cmocka_unit_test(prices_are_planned_at_their_upper_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
