/* references: cells, ranges and names of months and weekdays, as formulas name them. */
#include "xlsx/cells/references.h"

#include <string.h>

#include "xlsx/cells/cells.h"

const char *column_letters(struct tracker *tracker, lxw_col_t column)
{
    char name[LXW_MAX_COL_NAME_LENGTH];

    lxw_col_to_name(name, column, 0);
    return pool_copy(tracker->pool, name, strlen(name));
}

const char *cell_reference(struct tracker *tracker, lxw_row_t row, lxw_col_t column)
{
    return pool_print(tracker->pool, "$%s$%u", column_letters(tracker, column), row + 1);
}

const char *range_reference(struct tracker *tracker, const char *sheet, lxw_col_t column,
                            lxw_row_t first, lxw_row_t last)
{
    const char *letters = column_letters(tracker, column);

    return pool_print(tracker->pool, "%s!$%s$%u:$%s$%u", sheet, letters, first + 1, letters,
                      last + 1);
}

const char *name_of_month(struct tracker *tracker, const char *names, const char *date)
{
    return pool_print(tracker->pool, "INDEX(%s,MONTH(%s))", names, date);
}

const char *name_of_weekday(struct tracker *tracker, const char *names, const char *date)
{
    return pool_print(tracker->pool, "INDEX(%s,WEEKDAY(%s,2))", names, date);
}
