/* kept_cells: what a cell of the old tracker is in the new one. */
#include "xlsx/cells/kept_cells.h"

#include <math.h>
#include <string.h>

#include "memory/cell_format.h"
#include "memory/typed/money.h"
#include "xlsx/cells/lists.h"
#include "xlsx/cells/moved_sheets.h"

#define FORMULA_BYTES 8192
/* Hours: 1:30 and 6:00 are 0.0625 and 0.25 where a program keeps the column's form. A sitting of
 * more than 12 hours nobody means. */
#define DOUBTFUL_BELOW 0.5
#define ONE_HOUR       1.0
#define ONE_DAY        1.0
/* the form of hours that are no time of day, whatever they are: nobody is asked twice */
#define PLAIN_HOURS "0.00"

/* A number that only looks like a time of day: 1:30 is 0.0625 of a day. */
static bool shows_time(const struct kept_cell *cell)
{
    struct kept_cell number = *cell;
    double hours;

    number.formula = NULL;
    return cell->kind == CELL_NUMBER && cell_hours(&number, &hours) && hours != cell->number;
}

static struct kept_cell number_cell(double number)
{
    return (struct kept_cell){
        .kind = CELL_NUMBER, .text = "", .number = number, .format = "General"};
}

static struct kept_cell text_cell(const char *text)
{
    return (struct kept_cell){.kind = CELL_TEXT, .text = text, .format = "General"};
}

/* In the form of the column few hours would look like a time of day, and be read back as one; and
 * some more might be one. */
static struct kept_cell hours_cell(double hours)
{
    struct kept_cell cell = number_cell(hours);

    if (hours > 0 && hours < DOUBTFUL_BELOW)
        cell.format = PLAIN_HOURS;
    return cell;
}

/* FORMULA in the place of CELL's, with the value that it has now. */
static struct kept_cell hours_worked_out(const struct kept_cell *cell, double hours,
                                         const char *formula)
{
    struct kept_cell settled = *cell;

    settled.kind = CELL_NUMBER;
    settled.number = hours;
    settled.formula = formula;
    settled.format = PLAIN_HOURS;
    return settled;
}

bool hours_are_doubtful(const struct kept_cell *cell)
{
    if (cell->kind != CELL_NUMBER || cell->formula || cell->number <= 0)
        return false;
    if (cell->number >= ONE_DAY) /* 2 in a cell that shows times is 48 hours */
        return format_shows_time(cell->format, cell->number);
    return cell->number < DOUBTFUL_BELOW && strcmp(cell->format, PLAIN_HOURS) != 0 &&
           !format_shows_time(cell->format, ONE_HOUR);
}

static struct kept_cell settled_hours(struct pool *pool, const struct kept_cell *cell)
{
    double hours;

    if (!cell->formula)
        return cell_hours(cell, &hours) ? hours_cell(hours) : *cell;
    if (cell->kind != CELL_NUMBER)
        return *cell;
    if (!shows_time(cell) || !cell_hours(cell, &hours))
        return hours_worked_out(cell, cell->number, cell->formula);
    return hours_worked_out(cell, hours, pool_print(pool, "(%s)*24", cell->formula));
}

static struct kept_cell settled_day(const struct kept_cell *cell)
{
    day date;

    if (cell->formula || cell->kind != CELL_TEXT)
        return *cell;
    if (cell_day(cell, &date))
        return number_cell(date_serial(date));
    /* that it is done without a day, in a word that formulas do not know */
    return cell_is_ticked(cell) && !counts_as_done(COLUMN_DAY, cell) ? text_cell(TICK_DONE) : *cell;
}

static struct kept_cell settled_money(const struct kept_cell *cell)
{
    double amount;

    if (cell->formula || cell->kind != CELL_TEXT || !cell_money(cell, &amount))
        return *cell;
    return number_cell(amount);
}

static bool is_summed(enum column_kind kind)
{
    return kind == COLUMN_HOURS || kind == COLUMN_MONEY || kind == COLUMN_PRICE ||
           kind == COLUMN_TICK;
}

struct kept_cell settled_cell(struct pool *pool, enum column_kind kind,
                              const struct kept_cell *cell)
{
    if (cell->kind == CELL_EMPTY && cell->formula) { /* nobody worked it out yet */
        struct kept_cell zero = number_cell(0);
        zero.formula = cell->formula;
        return kind == COLUMN_HOURS ? hours_worked_out(&zero, 0, cell->formula) : zero;
    }
    if (cell->kind == CELL_ERROR && is_summed(kind))
        return text_cell(cell->formula ? pool_print(pool, "=%s", cell->formula) : cell->text);
    /* some programs add TRUE up as 1, others do not */
    if (cell->kind == CELL_TRUTH && !cell->formula && is_input(kind) && kind != COLUMN_TICK)
        return text_cell(cell->number != 0 ? "TRUE" : "FALSE");
    switch (kind) {
    case COLUMN_HOURS:
        return settled_hours(pool, cell);
    case COLUMN_DAY:
    case COLUMN_FROM:
    case COLUMN_DUE:
        return settled_day(cell);
    case COLUMN_MONEY:
    case COLUMN_PRICE:
        return settled_money(cell);
    case COLUMN_TICK: /* a day on which it was done says more than a tick */
        return !cell->formula && cell_is_ticked(cell) && cell->number <= 1 ? text_cell(TICK_DONE)
                                                                           : *cell;
    case COLUMN_STATUS:
        return !cell->formula && cell_is_ticked(cell) ? text_cell(STATUS_READ) : *cell;
    default:
        return *cell;
    }
}

/* The end of the quoted piece at AT, behind its closing quote; "" within it stands for one. */
static const char *quoted_end(const char *at)
{
    char quote = *at++;

    for (; *at != '\0'; at++) {
        if (*at == quote && at[1] != quote)
            return at + 1;
        if (*at == quote)
            at++;
    }
    return at;
}

bool formula_allowed(const char *formula)
{
    if (*formula == '\0' || strlen(formula) >= FORMULA_BYTES)
        return false;
    for (const char *at = formula; *at != '\0';) {
        bool quote = *at == '"' || *at == '\'';
        const char *end = quote ? quoted_end(at) : at + 1;
        /* '[2]Other book'!A1 is quoted, and names another workbook too */
        if (*at == '[' || (*at == '\'' && memchr(at, '[', (size_t)(end - at))))
            return false;
        if ((unsigned char)*at < ' ' && *at != '\n' && *at != '\t')
            return false;
        at = end;
    }
    return true;
}

/* The value stored with a formula, where it is no number. */
static const char *stored_words(const struct kept_cell *cell)
{
    if (cell->kind == CELL_TRUTH)
        return cell->number != 0 ? "TRUE" : "FALSE";
    return cell->kind == CELL_TEXT || cell->kind == CELL_ERROR ? cell->text : NULL;
}

static void put_value(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      lxw_col_t column, const struct kept_cell *cell, enum style style)
{
    if (cell->kind == CELL_NUMBER)
        put_number(tracker, sheet, row, column, cell->number, style);
    else if (cell->kind == CELL_TRUTH)
        put_truth(tracker, sheet, row, column, cell->number != 0, style);
    else if (cell->kind == CELL_EMPTY)
        put_blank(tracker, sheet, row, column, style);
    else
        put_text(tracker, sheet, row, column, cell->text, style);
}

void put_kept(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              const struct kept_cell *cell, enum style style, int64_t down)
{
    bool number = cell->kind == CELL_NUMBER && cell->format;

    if (number && strcmp(cell->format, "General") != 0)
        style = style_numbered(&tracker->styles, style, cell->format);
    if (!cell->formula) {
        put_value(tracker, sheet, row, column, cell, style);
        return;
    }
    bool allowed = formula_allowed(cell->formula);
    const char *moved = allowed ? formula_moved(tracker, sheet->name, cell->formula, down) : NULL;
    if (!moved) {
        put_value(tracker, sheet, row, column, cell, style);
        name_cell(tracker, allowed ? &tracker->unmoved_formulas : &tracker->lost_formulas, sheet,
                  row, column, "");
        tracker->loses = true;
        return;
    }
    if (cell->text[0] == '\0' && cell->kind != CELL_TEXT)
        name_cell(tracker, &tracker->blank_formulas, sheet, row, column, "");
    put_formula(tracker, sheet, row, column, pool_print(tracker->pool, "=%s", moved), style,
                cell->number, stored_words(cell));
}

bool counts_as_done(enum column_kind kind, const struct kept_cell *cell)
{
    size_t count = kind == COLUMN_STATUS ? DONE_WORDS : TICK_WORDS;

    if (cell->kind == CELL_NUMBER || cell->kind == CELL_TRUTH)
        return kind != COLUMN_STATUS && cell->number >= 1;
    if (kind != COLUMN_STATUS && cell->kind == CELL_TEXT && same_words(cell->text, "true"))
        return true;
    for (size_t i = 0; cell->kind == CELL_TEXT && i < count; i++)
        if (same_words(cell->text, done_words[i]))
            return true;
    return false;
}
