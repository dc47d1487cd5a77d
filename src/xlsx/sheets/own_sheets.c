/* own_sheets: the learner's own sheets, behind those of roadbook. */
#include "xlsx/cells/carried.h"
#include "xlsx/sheets/sheets.h"

#include <string.h>

#include "base/report.h"

#define NAME_UNITS 31 /* UTF-16 units of a sheet's name */

/* NAME without what no sheet's name may hold, at most MOST units of it. */
static const char *clean_name(struct pool *pool, const char *name, size_t most)
{
    struct text out = TEXT_INIT;
    size_t length = strlen(name), units = 0;

    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t size = utf8_next(name + at, length - at, &code_point);
        bool end = at == 0 || at + size == length;
        units += code_point > 0xffff ? 2 : 1;
        if (units > most)
            break;
        if (code_point < ' ' || (code_point < 0x80 && strchr("[]:*?/\\", (int)code_point)) ||
            (end && code_point == '\''))
            text_add_char(&out, '_');
        else
            text_add_code_point(&out, code_point);
        at += size;
    }
    char *clean = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return clean;
}

static bool name_is_taken(const struct tracker *tracker, const char *name)
{
    lxw_sheet *sheet;

    STAILQ_FOREACH(sheet, tracker->book->sheets, list_pointers)
    {
        if (!sheet->is_chartsheet && same_words(sheet->u.worksheet->name, name))
            return true;
    }
    return false;
}

/* A name for an own sheet that no other has: "Books", "Books (2)". */
static const char *free_name(struct tracker *tracker, const char *wanted)
{
    struct pool *pool = tracker->pool;
    const char *name = clean_name(pool, wanted, NAME_UNITS);

    for (int i = 2; *name == '\0' || same_words(name, "History") || name_is_taken(tracker, name);
         i++) {
        const char *number = pool_print(pool, " (%d)", i);
        const char *first = clean_name(pool, wanted, NAME_UNITS - strlen(number));
        name = pool_print(pool, "%s%s", *first != '\0' ? first : "Sheet", number);
    }
    return name;
}

static void put_comment(struct tracker *tracker, lxw_worksheet *sheet,
                        const struct placed_cell *placed)
{
    bool cut;

    if (placed->comment && placed->comment[0] != '\0')
        worksheet_write_comment(sheet, placed->row, (lxw_col_t)placed->column,
                                cell_text(tracker->pool, placed->comment, &cut));
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet, const struct kept_sheet *kept)
{
    for (size_t i = 0; i < kept->width_count; i++)
        if (kept->widths[i] > 0)
            worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, kept->widths[i], NULL);
    for (size_t i = 0; i < kept->cell_count; i++) {
        const struct placed_cell *placed = &kept->cells[i];
        bool lines = placed->cell.kind == CELL_TEXT && strchr(placed->cell.text, '\n');
        if (placed->cell.kind == CELL_ERROR && !placed->cell.formula) {
            /* there is no way to write an error but by a formula that gives it */
            struct kept_cell error = placed->cell;
            error.formula = error.text;
            put_kept(tracker, sheet, placed->row, (lxw_col_t)placed->column, &error, STYLE_OWN, 0);
        } else if (placed->cell.kind != CELL_EMPTY || placed->cell.formula) {
            put_kept(tracker, sheet, placed->row, (lxw_col_t)placed->column, &placed->cell,
                     lines ? STYLE_OWN_WRAPPED : STYLE_OWN, 0);
        }
        put_comment(tracker, sheet, placed);
    }
    if (kept->hidden)
        worksheet_hide(sheet);
}

void own_sheets_add(struct tracker *tracker)
{
    const struct memory *memory = tracker->edition->memory;

    for (size_t i = 0; memory && i < memory->sheet_count; i++) {
        const struct kept_sheet *kept = &memory->sheets[i];
        lxw_worksheet *sheet =
            workbook_add_worksheet(tracker->book, free_name(tracker, kept->name));
        if (!sheet)
            continue;
        tracker->link_count = 0;
        fill(tracker, sheet, kept);
        if (kept->lost[0] == '\0')
            continue;
        tracker->loses = true;
        report(NOWHERE, SEVERITY_WARNING, RULE_NOT_CARRIED,
               "your own sheet %s of the old tracker is carried over without %s", kept->name,
               kept->lost);
    }
}
