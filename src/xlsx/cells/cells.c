/* cells: writing one cell, safely: text is never a formula, numbers are finite, names are checked.
 */
#include "xlsx/cells/cells.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

#include <unicase.h>
#include <uninorm.h>

#include "base/report.h"
#include "memory/xlsx/store.h"

#define CELL_UNITS  32767 /* UTF-16 units that a cell holds */
#define LINK_BYTES  2079
#define LINKS_MAX   65000 /* a sheet holds 65,530 */
#define LINE_POINTS 15.0

enum { PAPER_LETTER = 1, PAPER_A4 = 9 };

/* "_x0041_" would be read as "A". */
static bool looks_escaped(const char *bytes, size_t length)
{
    if (length < 7 || bytes[0] != '_' || bytes[1] != 'x' || bytes[6] != '_')
        return false;
    for (size_t i = 2; i < 6; i++)
        if (!isxdigit((unsigned char)bytes[i]))
            return false;
    return true;
}

static uint32_t xml_code_point(uint32_t code_point)
{
    bool control = code_point < 0x20 && code_point != '\n' && code_point != '\t';

    if (control || code_point == 0x7f || code_point == 0xfffe || code_point == 0xffff)
        return 0xfffd;
    return code_point;
}

const char *cell_text(struct pool *pool, const char *text, bool *cut)
{
    struct text out = TEXT_INIT;
    size_t length = strlen(text), units = 0;

    *cut = false;
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t size = utf8_next(text + at, length - at, &code_point);
        bool escape = looks_escaped(text + at, length - at);
        size_t more = escape ? 7 : code_point > 0xffff ? 2 : 1;
        if (units + more > CELL_UNITS) {
            *cut = true;
            break;
        }
        units += more;
        text_add(&out, escape ? "_x005F" : "");
        if (code_point != '\r')
            text_add_code_point(&out, xml_code_point(code_point));
        at += size;
    }
    char *copy = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return copy;
}

const char *text_as_read(struct pool *pool, const char *text)
{
    struct text out = TEXT_INIT;

    if (!strstr(text, "_x"))
        return text;
    text_add_decoded(&out, text, strlen(text));
    const char *copy = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return copy;
}

bool link_allowed(const char *url)
{
    static const char *const schemes[] = {"http://", "https://", "mailto:"};
    bool known = false;

    if (!url || strlen(url) > LINK_BYTES)
        return false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
            known = url[strlen(schemes[i])] != '\0';
    for (const char *at = url; *at != '\0'; at++)
        if ((unsigned char)*at <= ' ' || *at == 0x7f || strchr("\"<>\\^`{|}", *at))
            return false;
    return known;
}

bool sheet_name_allowed(const char *name)
{
    size_t length = strlen(name);

    if (length == 0 || length > 31 || strpbrk(name, "[]:*?/\\"))
        return false;
    return name[0] != '\'' && name[length - 1] != '\'' && strcasecmp(name, "History") != 0;
}

/* "A1" to "XFD1048576", and "R1C1", "R", "C": names of cells, not of ours. */
static bool named_like_a_cell(const char *name)
{
    size_t letters = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    size_t digits = strspn(name + letters, "0123456789");

    if (letters > 0 && letters <= 3 && digits > 0 && name[letters + digits] == '\0')
        return true;
    if (toupper((unsigned char)name[0]) != 'R' && toupper((unsigned char)name[0]) != 'C')
        return false;
    const char *at = name + 1 + strspn(name + 1, "0123456789");
    if (toupper((unsigned char)*at) == 'C')
        at += 1 + strspn(at + 1, "0123456789");
    return *at == '\0';
}

bool defined_name_allowed(const char *name)
{
    if (name[0] != '_' && !isalpha((unsigned char)name[0]))
        return false;
    for (const char *at = name; *at != '\0'; at++)
        if (!isalnum((unsigned char)*at) && *at != '_' && *at != '.')
            return false;
    return strlen(name) <= 255 && !named_like_a_cell(name);
}

static bool is_ascii(const char *text)
{
    while (*text && !(*text & 0x80))
        text++;
    return !*text;
}

bool same_words(const char *one, const char *other)
{
    int result = 1;

    if (strcmp(one, other) == 0)
        return true;
    if (is_ascii(one) && is_ascii(other)) /* as most are: no tables needed */
        return strcasecmp(one, other) == 0;
    if (((*one | *other) & 0x80) == 0 &&
        tolower((unsigned char)*one) != tolower((unsigned char)*other))
        return false; /* nothing that follows makes one of these the other */
    if (u8_casecmp((const uint8_t *)one, strlen(one), (const uint8_t *)other, strlen(other), NULL,
                   UNINORM_NFC, &result) != 0)
        return strcmp(one, other) == 0;
    return result == 0;
}

const char *criterion(struct pool *pool, const char *text)
{
    struct text out = TEXT_INIT;

    text_add_char(&out, '=');
    for (const char *at = text; *at != '\0'; at++) {
        if (strchr("*?~", *at))
            text_add_char(&out, '~');
        text_add_char(&out, *at);
    }
    char *copy = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return copy;
}

lxw_worksheet *sheet_add(struct tracker *tracker, const char *name)
{
    return sheet_name_allowed(name) ? workbook_add_worksheet(tracker->book, name) : NULL;
}

void define_name(struct tracker *tracker, const char *name, const char *reference)
{
    if (defined_name_allowed(name))
        workbook_define_name(tracker->book, name, reference);
}

/* Keeps what was put into a cell: a digest of it, its number, its formula and its text. */
static void keep(struct tracker *tracker, const lxw_worksheet *sheet, lxw_row_t row,
                 lxw_col_t column, uint64_t words, double number, const char *formula,
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
        .words = words,
        .number = number,
        .order = count,
        .formula = formula ? pool_copy(pool, formula, strlen(formula)) : NULL,
        .text = text,
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
    keep(tracker, sheet, row, column, cell_words(NULL, clean), 0, NULL, clean);
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
        keep(tracker, sheet, row, column, cell_words(NULL, clean), 0, NULL, clean);
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
        keep(tracker, sheet, row, column, cell_words(NULL, text), 0, NULL, text);
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
    keep(tracker, sheet, row, column, cell_words(NULL, NULL), number, NULL, NULL);
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
    keep(tracker, sheet, row, column, cell_words(NULL, truth ? "1" : "0"), 0, NULL,
         truth ? "1" : "0");
}

void put_blank(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
               enum style style)
{
    worksheet_write_blank(sheet, row, column, tracker->styles.formats[style]);
    keep(tracker, sheet, row, column, CELL_BLANK, 0, NULL, NULL);
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
    keep(tracker, sheet, row, column, cell_words(formula, text), shown, formula, NULL);
}

const char *column_letters(struct tracker *tracker, lxw_col_t column)
{
    char name[LXW_MAX_COL_NAME_LENGTH];

    lxw_col_to_name(name, column, 0);
    return pool_copy(tracker->pool, name, strlen(name));
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
