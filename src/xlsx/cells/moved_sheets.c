/* moved_sheets: the old file's columns by their roles; the learner's own stand right of ours. */
#include "xlsx/cells/moved_sheets.h"

#include <string.h>

#include "xlsx/cells/carried.h"

static const struct moved_sheet *moved_from(const struct tracker *tracker, const char *tab)
{
    for (size_t i = 0; i < tracker->moved_count; i++)
        if (same_words(tracker->moved[i].tab, tab))
            return &tracker->moved[i];
    return NULL;
}

/* Those of the old file that stand on ABOUT now into COLUMNS; gives how many columns it has. */
static int place_columns(struct tracker *tracker, const struct kept_table *laid,
                         const struct sheet *about, int *columns)
{
    const struct carried *carried = carried_of(tracker, about);

    for (size_t i = 0; i < about->column_count; i++) {
        int found = kept_column_find(laid, about->columns[i].role);
        if (found >= 0)
            columns[laid->columns[found].at] = (int)i;
    }
    for (size_t i = 0; i < carried->own_count; i++)
        if ((size_t)carried->own[i] < laid->column_count) /* else another tracker's, merged */
            columns[laid->columns[carried->own[i]].at] = (int)(about->column_count + i);
    return (int)(about->column_count + carried->own_count);
}

void moved_sheet_add(struct tracker *tracker, const struct kept_table *laid,
                     const struct sheet *about)
{
    struct moved_sheet moved = {.tab = laid->tab, .called = about ? about->tab : laid->tab};

    if (moved_from(tracker, laid->tab))
        return;
    for (size_t i = 0; i < laid->column_count; i++)
        if (laid->columns[i].at >= moved.column_count)
            moved.column_count = laid->columns[i].at + 1;
    int *columns = pool_alloc(tracker->pool, (moved.column_count + 1) * sizeof *columns);
    for (size_t i = 0; i < moved.column_count; i++)
        columns[i] = -1;
    moved.columns = columns;
    if (about)
        moved.width = place_columns(tracker, laid, about, columns);
    tracker->moved = pool_extend(tracker->pool, tracker->moved, tracker->moved_count,
                                 &tracker->moved_capacity, sizeof *tracker->moved);
    tracker->moved[tracker->moved_count++] = moved;
}

const char *formula_moved(const struct tracker *tracker, const char *tab, const char *formula,
                          int64_t down)
{
    struct formula_map map = {tracker->moved, tracker->moved_count, NULL, down};
    struct text out = TEXT_INIT;

    for (size_t i = 0; i < tracker->moved_count; i++)
        if (same_words(tracker->moved[i].called, tab))
            map.here = &tracker->moved[i];
    const char *moved = formula_mapped(&out, formula, &map)
                            ? pool_copy(tracker->pool, text_string(&out), out.length)
                            : NULL;
    text_free(&out);
    return moved;
}
