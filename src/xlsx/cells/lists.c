/* lists: references to the ranges of the hidden sheet Lists. */
#include "xlsx/cells/lists.h"

const char *list_of_categories(struct tracker *tracker)
{
    size_t count = tracker->schedule->category_count;
    lxw_row_t last = FIRST_ROW + (lxw_row_t)(count > 0 ? count - 1 : 0);

    return range_reference(tracker, LISTS_TAB, CATEGORY_COLUMN, FIRST_ROW, last);
}

const char *list_of_category_choices(struct tracker *tracker)
{
    size_t count = tracker->schedule->category_count;
    lxw_row_t last = FIRST_ROW + (lxw_row_t)(count > 0 ? count - 1 : 0);

    return range_reference(tracker, LISTS_TAB, CATEGORY_CHOICE_COLUMN, FIRST_ROW, last);
}

const char *cell_of_criterion(struct tracker *tracker, size_t category)
{
    return pool_print(tracker->pool, "%s!%s", LISTS_TAB,
                      cell_reference(tracker, FIRST_ROW + (lxw_row_t)category, CRITERION_COLUMN));
}
