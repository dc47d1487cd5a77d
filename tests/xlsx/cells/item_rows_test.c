/* item_rows: which items a sheet holds. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_counted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
