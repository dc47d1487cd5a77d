/* cells: writing one cell, safely: text is never a formula, numbers are finite, names are checked;
 * and how a sheet is dressed. */
#include "xlsx/cells/cells.h"

#include <math.h>
#include <string.h>

#include "base/report.h"

#define LINKS_MAX   65000 /* a sheet holds 65,530 */
#define LINE_POINTS 15.0

enum { PAPER_LETTER = 1, PAPER_A4 = 9 };

lxw_worksheet *sheet_add(struct tracker *tracker, const char *name)
{
    return sheet_name_allowed(name) ? workbook_add_worksheet(tracker->book, name) : NULL;
}

void define_name(struct tracker *tracker, const char *name, const char *reference)
{
    if (defined_name_allowed(name))
        workbook_define_name(tracker->book, name, reference);
}

/* Keeps what was put into a cell. */
static void keep(struct tracker *tracker, const lxw_worksheet *sheet, lxw_row_t row,
                 lxw_col_t column, enum cell_kind kind, double number, const char *formula,
                 const char *text)
{
    struct pool *pool = tracker->pool;
    size_t count = tracker->cell_count++;

    tracker->cells = pool_extend(tracker->pool, tracker->cells, count, &tracker->cell_capacity,
                                 sizeof *tracker->cells);
    tracker->cells[count] = (struct cell_content){
        .sheet = sheet->index,
        .row = row,
        .column = column,
        .kind = kind,
        .number = number,
        .order = count,
        .formula = formula ? pool_copy(pool, formula, strlen(formula)) : NULL,
        .text = text ? text_as_read(pool, text) : NULL,
    };
}

void put_text(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              const char *text, enum style style)
{
    bool cut;
    const char *clean = cell_text(tracker->pool, text, &cut);

    if (cut)
        report(tracker->place, SEVERITY_WARNING, RULE_CELL_LENGTH,
               "text longer than a spreadsheet's cell holds; the tracker has its first %d "
               "characters",
               CELL_UNITS);
    if (*clean == '\0') {
        put_blank(tracker, sheet, row, column, style);
        return;
    }
    worksheet_write_string(sheet, row, column, clean, tracker->styles.formats[style]);
    keep(tracker, sheet, row, column, CELL_TEXT, 0, NULL, clean);
}

void put_link(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              const char *url, const char *text)
{
    bool cut;
    const char *clean = cell_text(tracker->pool, text, &cut);
    lxw_format *format = tracker->styles.formats[STYLE_LINK];

    if (link_allowed(url) && *clean != '\0' && tracker->link_count < LINKS_MAX &&
        worksheet_write_url_opt(sheet, row, column, url, format, clean, NULL) == LXW_NO_ERROR) {
        tracker->link_count++;
        keep(tracker, sheet, row, column, CELL_TEXT, 0, NULL, clean);
    } else {
        put_text(tracker, sheet, row, column, text, STYLE_TEXT);
    }
}

void put_jump(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              const char *tab, const char *cell, const char *text, enum style style)
{
    const char *to = pool_print(tracker->pool, "internal:'%s'!%s", tab, cell);

    if (tracker->link_count < LINKS_MAX &&
        worksheet_write_url_opt(sheet, row, column, to, tracker->styles.formats[style], text,
                                NULL) == LXW_NO_ERROR) {
        tracker->link_count++;
        keep(tracker, sheet, row, column, CELL_TEXT, 0, NULL, text);
    } else {
        put_text(tracker, sheet, row, column, text, style);
    }
}

void put_number(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                double number, enum style style)
{
    if (!isfinite(number)) {
        put_blank(tracker, sheet, row, column, style);
        return;
    }
    worksheet_write_number(sheet, row, column, number, tracker->styles.formats[style]);
    keep(tracker, sheet, row, column, CELL_NUMBER, number, NULL, NULL);
}

void put_date(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              day date, enum style style)
{
    put_number(tracker, sheet, row, column, date == DAY_NONE ? NAN : date_serial(date), style);
}

void put_truth(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
               bool truth, enum style style)
{
    worksheet_write_boolean(sheet, row, column, truth, tracker->styles.formats[style]);
    keep(tracker, sheet, row, column, CELL_TRUTH, 0, NULL, truth ? "1" : "0");
}

void put_blank(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
               enum style style)
{
    worksheet_write_blank(sheet, row, column, tracker->styles.formats[style]);
    keep(tracker, sheet, row, column, CELL_EMPTY, 0, NULL, NULL);
}

void put_formula(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                 const char *formula, enum style style, double number, const char *text)
{
    lxw_format *format = tracker->styles.formats[style];
    double shown = !text && isfinite(number) ? number : 0.0;

    if (text)
        worksheet_write_formula_str(sheet, row, column, formula, format, text);
    else
        worksheet_write_formula_num(sheet, row, column, formula, format, shown);
    formula += *formula == '=';
    keep(tracker, sheet, row, column, text ? CELL_TEXT : CELL_NUMBER, shown, formula,
         text ? pool_copy(tracker->pool, text, strlen(text)) : NULL);
}

void name_cell(struct tracker *tracker, struct named_cells *named, const lxw_worksheet *sheet,
               lxw_row_t row, lxw_col_t column, const char *words)
{
    bool first = named->count == 0;

    if (named->count++ < MOST_NAMED)
        named->names = pool_print(tracker->pool, "%s%s%s, %s%u%s", first ? "" : named->names,
                                  first ? "" : "; ", sheet->name, column_letters(tracker, column),
                                  (unsigned)row + 1, words);
    else if (named->count == MOST_NAMED + 1)
        named->names = pool_print(tracker->pool, "%s; ...", named->names);
}

uint8_t paper_code(const struct paper *paper)
{
    static const struct {
        double width, height;
        uint8_t code;
    } papers[] = {
        {215.9, 279.4, PAPER_LETTER},
        {279.4, 431.8, 3},
        {215.9, 355.6, 5},
        {184.15, 266.7, 7},
        {297, 420, 8},
        {210, 297, PAPER_A4},
        {148, 210, 11},
        {182, 257, 13},
    };

    for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++)
        if (fabs(paper->width - papers[i].width) < 1 && fabs(paper->height - papers[i].height) < 1)
            return papers[i].code;
    return paper->width / paper->height > (215.9 / 279.4 + 210.0 / 297) / 2 ? PAPER_LETTER
                                                                            : PAPER_A4;
}

void sheet_dress(struct tracker *tracker, lxw_worksheet *sheet, lxw_col_t title_column,
                 const char *title, const char *hint)
{
    put_text(tracker, sheet, TITLE_ROW, title_column, title, STYLE_TITLE);
    put_text(tracker, sheet, HINT_ROW, title_column, hint, STYLE_HINT);
    worksheet_set_row(sheet, TITLE_ROW, 30, NULL);
    worksheet_set_row(sheet, HINT_ROW, 20, NULL);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_paper(sheet, paper_code(&tracker->edition->paper));
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
    worksheet_set_footer(sheet, "&L&A&R&P / &N");
}

void sheet_lock(lxw_worksheet *sheet)
{
    lxw_protection allowed = {.format_columns = LXW_TRUE,
                              .format_rows = LXW_TRUE,
                              .sort = LXW_TRUE,
                              .autofilter = LXW_TRUE};

    worksheet_protect(sheet, NULL, &allowed);
}

double text_height(const char *text, double width)
{
    int columns = width > 4 ? (int)width - 1 : 3, lines = 0;

    for (const char *at = text;; at++) {
        size_t length = strcspn(at, "\n");
        int needed = utf8_columns(at, length);
        lines += needed <= columns ? 1 : (needed + columns - 1) / columns;
        at += length;
        if (*at == '\0' || lines > 27)
            break;
    }
    /* a row is at most 409 points high */
    return fmin(lines * LINE_POINTS + 3.0, 405.0);
}

double date_serial(day date)
{
    return (double)date + SERIAL_OF_1970;
}

double sheet_round(double value, int digits)
{
    double scale = pow(10.0, digits);
    double scaled = fabs(value) * scale;
    /* a hair above, so that 0.5 kept as 0.49999999999999994 rounds as a spreadsheet shows it */
    double rounded = floor(scaled + 0.5 + 1e-9) / scale;

    return rounded == 0.0 ? 0.0 : copysign(rounded, value);
}
