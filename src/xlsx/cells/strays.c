/* strays: what of an old table is nobody's, whose own a row is, and what has no place. */
#include "xlsx/cells/strays.h"

#include <string.h>

#include "memory/columns.h"
#include "memory/roles.h"
#include "memory/typed/imprint.h"

/* true for a column of KEPT in which roadbook has a formula in each row. */
static bool is_worked(const struct kept_table *kept, size_t column)
{
    const char *role = kept->columns[column].role;
    const struct known_column *known = role ? known_column_of_role(kept->role, role) : NULL;

    return known && known->use == COLUMN_WORKS;
}

/* true where ROW's cell in such a column is not roadbook's: all of its formulas ask for the day as
 * of. Where no row has one, a program made values of them. */
static bool worked_was_typed(const struct kept_table *kept, const struct kept_row *row,
                             size_t column)
{
    const struct kept_cell *cell = &row->cells[column];

    if (cell_is_empty(cell))
        return false;
    if (cell->formula)
        return !strcasestr(cell->formula, "AsOf");
    for (size_t i = 0; i < kept->row_count; i++)
        if (kept->rows[i].cells[column].formula)
            return true;
    return false;
}

/* true where ROW's cell in COLUMN is nothing that anybody wrote into the row. */
static bool is_nobodys(const struct kept_table *kept, const struct kept_row *row, size_t column)
{
    return is_hidden_role(kept->columns[column].role) ||
           (is_worked(kept, column) && !worked_was_typed(kept, row, column));
}

/* true where ROW's cell in COLUMN, which only shows, is not as roadbook wrote it: somebody wrote
 * over it. What was written is told by marks of all such columns; without them nobody knows. */
static bool shown_was_edited(struct tracker *tracker, const struct carried *carried,
                             const struct kept_row *row, size_t column)
{
    const struct column *about = &carried->about->columns[column];
    const struct kept_cell *cell = carried_cell(carried, row, column);
    const struct known_item *known = carried_known(carried, row->key);
    const char *mark = known && known->shown ? known->shown : "";
    size_t length = strlen(about->role);

    if (cell && about->kind == COLUMN_WORKED)
        return worked_was_typed(carried->kept, row, (size_t)carried->columns[column]);
    if (!cell || !shows_item(about->kind))
        return false;
    while (*mark && !(strncmp(mark, about->role, length) == 0 && mark[length] == ':'))
        mark += strcspn(mark, " ") + (strchr(mark, ' ') != NULL);
    if (!*mark)
        return false;
    mark += length + 1;
    const char *found = mark_of_shown(tracker->pool, cell);
    return strncmp(mark, found, strlen(found)) != 0;
}

static bool row_was_written(struct tracker *tracker, const struct carried *carried,
                            const struct kept_row *row)
{
    for (size_t i = 0; i < carried->about->column_count; i++)
        if (decided_cell(tracker, carried, row, i) || shown_was_edited(tracker, carried, row, i))
            return true;
    return own_columns_written(carried, row);
}

void stray_cell(struct tracker *tracker, const struct kept_table *kept, const struct kept_row *row,
                const char *name, size_t column)
{
    tracker->strays = pool_extend(tracker->pool, tracker->strays, tracker->stray_count,
                                  &tracker->stray_capacity, sizeof *tracker->strays);
    tracker->strays[tracker->stray_count++] =
        (struct stray){kept->tab, name, kept->columns[column].header, &row->cells[column]};
}

/* true where roadbook wrote the hidden cells of ROW: an id stands among them, or stood. */
static bool has_id(const struct kept_table *kept, const struct kept_row *row)
{
    bool found = is_id(row->key);

    for (size_t k = 0; k < kept->column_count; k++)
        found |= is_hidden_role(kept->columns[k].role) && is_id(row->cells[k].text);
    return found;
}

bool is_own_row(const struct kept_table *kept, const struct kept_row *row)
{
    if (row->key[0] != '\0' && has_id(kept, row))
        return false;
    for (size_t k = 0; k < kept->column_count; k++)
        if (kept_cell_at(row, (int)k) && !is_nobodys(kept, row, k))
            return true;
    return false;
}

void stray_hidden(struct tracker *tracker, const struct kept_table *kept,
                  const struct kept_row *row)
{
    const char *name = pool_print(tracker->pool, "row %u", (unsigned)row->line);

    for (size_t k = 0; k < kept->column_count && !has_id(kept, row); k++)
        if (kept_cell_at(row, (int)k) && is_hidden_role(kept->columns[k].role))
            stray_cell(tracker, kept, row, name, k);
}

void stray_row(struct tracker *tracker, const struct kept_table *kept, const struct kept_row *row,
               const char *name, bool own_only)
{
    for (size_t k = 0; k < kept->column_count; k++) {
        const struct kept_cell *cell = kept_cell_at(row, (int)k);
        const char *role = kept->columns[k].role;
        if (cell && !is_nobodys(kept, row, k) && !(own_only && role))
            stray_cell(tracker, kept, row, name, k);
    }
}

void stray_headers(struct tracker *tracker, const struct kept_table *kept)
{
    for (size_t k = 0; k < kept->column_count; k++) {
        const struct kept_column *column = &kept->columns[k];
        if (column->role || !*column->header || !kept_column_is_empty(kept, k))
            continue;
        struct kept_cell *cells = pool_alloc(tracker->pool, kept->column_count * sizeof *cells);
        struct kept_row row = {.key = "", .cells = cells};
        cells[k] = (struct kept_cell){CELL_TEXT, column->header, 0, NULL, "General"};
        stray_cell(tracker, kept, &row, "header", k);
    }
}

/* The words that name the row. */
static const char *title_of_row(const struct carried *carried, const struct kept_row *row)
{
    const struct sheet *about = carried->about;

    for (size_t i = 0; i < about->column_count; i++) {
        const struct kept_cell *cell = carried_cell(carried, row, i);
        if (cell && names_item(about->columns[i].kind))
            return cell->text;
    }
    return "";
}

/* ROW has its place; what somebody wrote over roadbook's words in it has none. */
static void place(struct tracker *tracker, struct carried *carried, const struct kept_row *row)
{
    if (!row)
        return;
    carried->placed[row - carried->kept->rows] = true;
    for (size_t i = 0; i < carried->about->column_count; i++)
        if (shown_was_edited(tracker, carried, row, i))
            stray_cell(tracker, carried->kept, row, title_of_row(carried, row),
                       (size_t)carried->columns[i]);
}

/* As that, of a row of the learner's own: over roadbook's formulas. */
static void stray_worked(struct tracker *tracker, const struct carried *carried,
                         const struct kept_row *row)
{
    for (size_t i = 0; i < carried->about->column_count; i++)
        if (carried->about->columns[i].kind == COLUMN_WORKED &&
            shown_was_edited(tracker, carried, row, i))
            stray_cell(tracker, carried->kept, row, title_of_row(carried, row),
                       (size_t)carried->columns[i]);
}

void carry_items(struct tracker *tracker, struct carried *carried)
{
    const struct kept_table *kept = carried->kept;
    const struct plan *plan = tracker->plan;
    size_t rows = 0;

    if (!kept)
        return;
    for (size_t i = 0; i < plan->item_count && rows < ITEM_ROWS_MAX; i++) {
        if (!item_has_row(&plan->items[i], carried->about))
            continue;
        place(tracker, carried, carried_find(carried, plan->items[i].id));
        rows++;
    }
    for (size_t i = 0; i < kept->row_count; i++) {
        const struct kept_row *row = &kept->rows[i];
        if (carried->placed[i])
            continue;
        stray_hidden(tracker, kept, row);
        if (row->key[0] == '\0' && is_own_row(kept, row))
            stray_worked(tracker, carried, row);
        if (row->key[0] != '\0' &&
            (is_own_row(kept, row) || row_was_written(tracker, carried, row)))
            stray_row(tracker, kept, row, title_of_row(carried, row), false);
    }
}
