/* old_rows: the sheet of what stood in the old tracker and has no place in this one: a row a cell.
 */
#include "xlsx/cells/carried.h"
#include "xlsx/sheets/sheets.h"

enum { SHEET_NAME, ROW_NAME, COLUMN_NAME, CONTENT, FORMULA };

static const struct column columns[] = {
    [SHEET_NAME] = {"sheet", "Sheet", 18, COLUMN_SHOWN, false},
    [ROW_NAME] = {"row", "Row", 50, COLUMN_SHOWN, false},
    [COLUMN_NAME] = {"column", "Column", 22, COLUMN_SHOWN, false},
    [CONTENT] = {"content", "What stood there", 60, COLUMN_NOTE, false},
    [FORMULA] = {"formula", "Formula", 40, COLUMN_NOTE, false},
};

/* What tells one stray from another. CELL may be NULL. */
static const char *stray_words(struct pool *pool, const char *tab, const char *row,
                               const char *header, const struct kept_cell *cell)
{
    const char *content = !cell                       ? ""
                          : cell->kind == CELL_NUMBER ? pool_print(pool, "%.15g", cell->number)
                                                      : plain_words(pool, cell->text);

    return pool_print(pool, "%s\n%s\n%s\n%s", plain_words(pool, tab), plain_words(pool, row),
                      plain_words(pool, header), content);
}

static const char *text_in(const struct carried *carried, const struct kept_row *row, size_t column)
{
    const struct kept_cell *cell = carried_cell(carried, row, column);

    return cell ? cell->text : "";
}

void strays_drop_standing(struct tracker *tracker, size_t first)
{
    const struct carried *carried = carried_of(tracker, &old_rows_sheet);
    const struct kept_table *kept = carried->kept;
    struct lookup *standing;
    size_t count = first;

    if (!kept || first == tracker->stray_count)
        return;
    standing = lookup_new(tracker->pool, kept->row_count);
    for (size_t i = 0; i < kept->row_count; i++) {
        const struct kept_row *row = &kept->rows[i];
        lookup_add(standing,
                   stray_words(tracker->pool, text_in(carried, row, SHEET_NAME),
                               text_in(carried, row, ROW_NAME), text_in(carried, row, COLUMN_NAME),
                               carried_cell(carried, row, CONTENT)),
                   i);
    }
    for (size_t i = first; i < tracker->stray_count; i++) {
        const struct stray *stray = &tracker->strays[i];
        const char *words =
            stray_words(tracker->pool, stray->tab, stray->row, stray->header, stray->cell);
        if (lookup_take(standing, words) == LOOKUP_NONE)
            tracker->strays[count++] = *stray;
    }
    tracker->stray_count = count;
}

static bool wanted(const struct tracker *tracker)
{
    const struct memory *memory = tracker->edition->memory;
    const struct kept_table *kept = memory ? memory_table(memory, "old") : NULL;

    return tracker->stray_count > 0 || (kept && kept->row_count > 0);
}

static struct kept_cell words_cell(const char *words)
{
    return (struct kept_cell){.kind = CELL_TEXT, .text = words, .format = "General"};
}

/* As the next build will write the row, which finds it here as one of the learner's own: it comes
 * out the same. */
static void put_stray(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      const struct stray *stray)
{
    const char *formula =
        stray->cell->formula ? pool_print(tracker->pool, "=%s", stray->cell->formula) : "";
    struct kept_cell cells[] = {
        [SHEET_NAME] = words_cell(stray->tab),     [ROW_NAME] = words_cell(stray->row),
        [COLUMN_NAME] = words_cell(stray->header), [CONTENT] = *stray->cell,
        [FORMULA] = words_cell(formula),
    };
    const struct kept_cell *written[sizeof cells / sizeof *cells];

    cells[CONTENT].formula = NULL;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        written[i] = cell_is_empty(&cells[i]) ? NULL : &cells[i];
    put_own_words(tracker, sheet, &old_rows_sheet, row, written, 0);
    put_own_cells(tracker, sheet, row, carried_of(tracker, &old_rows_sheet), NULL,
                  STYLE_INPUT_TEXT);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct kept_table *kept = carried_of(tracker, &old_rows_sheet)->kept;
    lxw_row_t row = FIRST_ROW;

    table_open(tracker, sheet, &old_rows_sheet);
    for (size_t i = 0; kept && i < kept->row_count; i++)
        put_own_row(tracker, sheet, &old_rows_sheet, row++, &kept->rows[i]);
    for (size_t i = 0; i < tracker->stray_count; i++)
        put_stray(tracker, sheet, row++, &tracker->strays[i]);
}

const struct sheet old_rows_sheet = {
    .tab = "From your old file",
    .role = "old",
    .title = "From your old file",
    .hint = "What you wrote beside something that the roadmap has no more. Delete what you do not "
            "need.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .wanted = wanted,
    .fill = fill,
};
