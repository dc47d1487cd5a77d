/* table: a sheet's table: roles and headers, rows of items, and cells to write in. */
#include "xlsx/cells/table.h"
#include "xlsx/cells/carried.h"
#include "xlsx/cells/done.h"
#include "xlsx/cells/lists.h"
#include "xlsx/cells/worded.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/report.h"

/* Gnumeric takes twice as long for ranges of 20,000 rows */
#define RANGE_LEAST 4000 /* as long as most trackers live, so that formulas stay as they are */
#define RANGE_MORE  2000 /* rows below the last, at least */
#define RANGE_STEP  1000

bool is_input(enum column_kind kind)
{
    return kind >= COLUMN_TICK;
}

bool shows_item(enum column_kind kind)
{
    return kind == COLUMN_DETAIL || kind == COLUMN_PHASE || kind == COLUMN_SECTION ||
           kind == COLUMN_FROM || kind == COLUMN_CURRENCY || kind == COLUMN_GIVEN ||
           kind == COLUMN_FIRST || kind == COLUMN_CHAPTERS;
}

bool names_item(enum column_kind kind)
{
    return kind == COLUMN_TITLE || kind == COLUMN_LINKED_TITLE || kind == COLUMN_WRITTEN;
}

lxw_col_t column_of_kind(const struct sheet *about, enum column_kind kind)
{
    for (size_t i = 0; i < about->column_count; i++)
        if (about->columns[i].kind == kind)
            return (lxw_col_t)i;
    return 0;
}

bool is_own_input(enum column_kind kind)
{
    return is_input(kind) || names_item(kind) || kind == COLUMN_DUE || kind == COLUMN_PRICE ||
           (shows_item(kind) && kind != COLUMN_FIRST && kind != COLUMN_GIVEN);
}

enum style input_style(enum column_kind kind)
{
    switch (kind) {
    case COLUMN_TICK:
        return STYLE_INPUT_TICK;
    case COLUMN_DAY:
    case COLUMN_FROM:
    case COLUMN_FIRST:
    case COLUMN_DUE:
        return STYLE_INPUT_DATE;
    case COLUMN_HOURS:
        return STYLE_INPUT_HOURS;
    case COLUMN_COUNT:
    case COLUMN_CHAPTERS_READ:
    case COLUMN_RATING:
        return STYLE_INPUT_COUNT;
    case COLUMN_MONEY:
    case COLUMN_PRICE:
        return STYLE_INPUT_MONEY;
    default:
        return STYLE_INPUT_TEXT;
    }
}

/* Rows that the sheet's table may have, at most. */
static size_t rows_of(struct tracker *tracker, const struct sheet *about)
{
    const struct kept_table *kept = carried_of(tracker, about)->kept;

    return tracker->log_row_count + items_held(tracker, about) + (kept ? kept->row_count : 0);
}

/* The last row of the ranges of formulas that name the sheet's columns. */
static lxw_row_t range_end(struct tracker *tracker, const struct sheet *about)
{
    size_t rows = rows_of(tracker, about) + RANGE_MORE;

    rows = rows > RANGE_LEAST ? (rows + RANGE_STEP - 1) / RANGE_STEP * RANGE_STEP : RANGE_LEAST;
    return (lxw_row_t)(rows < LXW_ROW_MAX ? rows : LXW_ROW_MAX) - 1;
}

static const char *range_from(struct tracker *tracker, const struct sheet *about, lxw_col_t column,
                              lxw_row_t first)
{
    return range_reference(tracker, about->tab, column, first, range_end(tracker, about));
}

const char *column_range(struct tracker *tracker, const struct sheet *about, lxw_col_t column)
{
    return range_from(tracker, about, column, HEADER_ROW);
}

const char *column_cells(struct tracker *tracker, const struct sheet *about, lxw_col_t column)
{
    return range_from(tracker, about, column, FIRST_ROW);
}

const char *column_below(struct tracker *tracker, const struct sheet *about, lxw_col_t column)
{
    lxw_row_t end = range_end(tracker, about);
    lxw_row_t first = end < LXW_ROW_MAX - 1 ? end + 1 : end;

    return range_reference(tracker, about->tab, column, first, LXW_ROW_MAX - 1);
}

static struct tally *tally_entry(const struct tracker *tracker, const struct sheet *about,
                                 lxw_col_t column)
{
    for (size_t i = 0; i < tracker->tally_count; i++)
        if (tracker->tallies[i].column == column && tracker->tallies[i].tab == about->tab)
            return &tracker->tallies[i];
    return NULL;
}

const struct tally *tally_of(const struct tracker *tracker, const struct sheet *about,
                             lxw_col_t column)
{
    static const struct tally none = {.tab = ""};
    const struct tally *tally = tally_entry(tracker, about, column);

    return tally ? tally : &none;
}

void count_cell(struct tracker *tracker, const struct sheet *about, lxw_col_t column,
                const struct kept_cell *cell)
{
    struct tally *tally = tally_entry(tracker, about, column);

    if (!tally) {
        tracker->tallies = pool_extend(tracker->pool, tracker->tallies, tracker->tally_count,
                                       &tracker->tally_capacity, sizeof *tracker->tallies);
        tally = &tracker->tallies[tracker->tally_count++];
        *tally = (struct tally){.tab = about->tab, .column = column};
    }
    tally->done += counts_as_done(about->columns[column].kind, cell);
    if (cell->kind == CELL_NUMBER) {
        tally->numbers++;
        tally->sum += cell->number;
    }
}

void put_written(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                 lxw_row_t row, lxw_col_t at, const struct kept_cell *cell, int64_t down)
{
    enum column_kind kind = about->columns[at].kind;
    struct kept_cell settled = settled_cell(tracker->pool, kind, cell);

    put_kept(tracker, sheet, row, at, &settled, input_style(kind), down);
    count_cell(tracker, about, at, &settled);
    note_worded(tracker, sheet, about, row, at, &settled);
}

static bool holds_numbers(enum column_kind kind)
{
    return kind == COLUMN_HOURS || kind == COLUMN_COUNT || kind == COLUMN_CHAPTERS_READ ||
           kind == COLUMN_RATING || kind == COLUMN_MONEY || kind == COLUMN_PRICE ||
           kind == COLUMN_NUMBER;
}

void table_open(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about)
{
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};
    lxw_col_t title_column = 0;

    while (about->columns[title_column].hidden)
        title_column++;
    sheet_dress(tracker, sheet, title_column, about->title, about->hint);
    for (lxw_col_t at = 0; at < about->column_count; at++) {
        const struct column *column = &about->columns[at];
        put_text(tracker, sheet, ROLE_ROW, at,
                 pool_print(tracker->pool, "#roadbook:%s:%s", about->role, column->role),
                 STYLE_ROLE);
        put_text(tracker, sheet, HEADER_ROW, at, column->header,
                 holds_numbers(column->kind) ? STYLE_HEADER_NUMBER : STYLE_HEADER);
        worksheet_set_column_opt(sheet, at, at, column->width, NULL,
                                 column->hidden ? &hidden : NULL);
    }
    put_own_headers(tracker, sheet, carried_of(tracker, about));
    worksheet_set_row_opt(sheet, ROLE_ROW, 12, NULL, &hidden);
    worksheet_set_row(sheet, HEADER_ROW, 24, NULL);
    worksheet_freeze_panes(sheet, FIRST_ROW, 0);
    worksheet_repeat_rows(sheet, HEADER_ROW, HEADER_ROW);
}

/* Adds CHECK, a list, with FORMULA behind it: as its range, or as a test. Of a check's formula
 * libxlsxwriter 1.1.4 makes two copies and frees one, so it takes the place of a literal list's
 * text. */
static void put_formula_check(lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last,
                              lxw_col_t column, lxw_data_validation *check, const char *formula,
                              bool test)
{
    static char *placeholder[] = {"-", NULL};

    check->validate = LXW_VALIDATION_TYPE_LIST;
    check->value_list = placeholder;
    if (worksheet_data_validation_range(sheet, first, column, last, column, check) != LXW_NO_ERROR)
        return;
    lxw_data_val_obj *added = STAILQ_FIRST(sheet->data_validations);
    while (STAILQ_NEXT(added, list_pointers))
        added = STAILQ_NEXT(added, list_pointers);
    free(added->value_formula);
    added->value_formula = must_copy(formula);
    if (test)
        added->validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
}

/* The list is always a range: longer literal lists break files. */
void put_choice(lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t column,
                const char *range, bool asks)
{
    lxw_data_validation check = {.show_error = asks ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF,
                                 .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
                                 .error_title = "Not in the list",
                                 .error_message = "This is none of the list's entries. Keep it?"};

    put_formula_check(sheet, first, last, column, &check, range, false);
}

/* Hours as they count; or 0: nothing was done. */
static void put_hours_check(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t first,
                            lxw_row_t last, lxw_col_t column)
{
    lxw_data_validation check = {.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
                                 .error_title = "Hours",
                                 .error_message =
                                     "Decimal hours from 0.25 to 24: 1.5 is 1 h 30 min; 0 is "
                                     "nothing done. Keep it?"};
    const char *cell =
        pool_print(tracker->pool, "%s%u", column_letters(tracker, column), first + 1);
    const char *test = pool_print(tracker->pool, "OR(%s=0,AND(ISNUMBER(%s),%s>=%g,%s<=%g))", cell,
                                  cell, cell, HOURS_LEAST, cell, HOURS_MOST);

    put_formula_check(sheet, first, last, column, &check, test, true);
}

/* The list that a column's cells choose from; NULL: none. */
static const char *list_of(struct tracker *tracker, enum column_kind kind)
{
    switch (kind) {
    case COLUMN_TICK:
        return LIST_OF_TICKS;
    case COLUMN_CATEGORY:
        return list_of_category_choices(tracker);
    case COLUMN_STATUS:
        return LIST_OF_STATUSES;
    case COLUMN_RATING:
        return LIST_OF_RATINGS;
    default:
        return NULL;
    }
}

/* Of a kind with a least and a greatest. */
static lxw_data_validation check_of(enum column_kind kind)
{
    lxw_data_validation check = {.validate = LXW_VALIDATION_TYPE_DECIMAL,
                                 .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                                 .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING};

    switch (kind) {
    case COLUMN_DAY:
    case COLUMN_FROM:
    case COLUMN_DUE:
        check.validate = LXW_VALIDATION_TYPE_DATE_NUMBER;
        check.minimum_number = date_serial(day_of(1970, 1, 1));
        check.maximum_number = date_serial(day_of(2199, 12, 31));
        check.error_title = "Date";
        check.error_message = "This is not a date. Keep it?";
        return check;
    case COLUMN_COUNT:
    case COLUMN_CHAPTERS_READ:
    case COLUMN_MONEY:
    case COLUMN_PRICE:
        check.minimum_number = 0;
        check.maximum_number = 1e9;
        check.error_title = "Number";
        check.error_message = "This is not a number from 0 up. Keep it?";
        return check;
    default:
        check.validate = LXW_VALIDATION_TYPE_NONE;
        return check;
    }
}

bool wants_number(enum column_kind kind)
{
    return kind == COLUMN_HOURS || check_of(kind).validate != LXW_VALIDATION_TYPE_NONE;
}

/* Dates and numbers typed as text do not count in any sum: they are shown in red. */
static void flag_text(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                      lxw_col_t column, lxw_row_t first, lxw_row_t last)
{
    const char *cell =
        pool_print(tracker->pool, "$%s%u", column_letters(tracker, column), first + 1);
    lxw_conditional_format flag = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                   .format = tracker->styles.formats[STYLE_WRONG]};

    flag.value_string = pool_print(tracker->pool, "=ISTEXT(%s)", cell);
    if (about->done > 0 && column == about->done) /* a tick says it without a day */
        flag.value_string = pool_print(tracker->pool, "=AND(ISTEXT(%s),NOT(%s))", cell,
                                       done_test(tracker, about->columns[column].kind, cell));
    worksheet_conditional_format_range(sheet, first, column, last, column, &flag);
}

/* Lists and checks of one column's cells to write in. */
static void check_cells(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                        lxw_col_t column, lxw_row_t first, lxw_row_t last)
{
    enum column_kind kind = about->columns[column].kind;
    lxw_data_validation check = check_of(kind);
    const char *list = list_of(tracker, kind);

    if (list)
        put_choice(sheet, first, last, column, list, true);
    else if (kind == COLUMN_HOURS)
        put_hours_check(tracker, sheet, first, last, column);
    else if (check.validate != LXW_VALIDATION_TYPE_NONE)
        worksheet_data_validation_range(sheet, first, column, last, column, &check);
    if (wants_number(kind))
        flag_text(tracker, sheet, about, column, first, last);
}

void table_inputs(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                  lxw_row_t first, lxw_row_t last)
{
    for (lxw_col_t i = 0; i < about->column_count; i++)
        if (is_input(about->columns[i].kind))
            check_cells(tracker, sheet, about, i, first, last);
}

void table_own_inputs(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                      lxw_row_t first, lxw_row_t last)
{
    for (lxw_col_t i = 0; i < about->column_count; i++)
        if (!is_input(about->columns[i].kind) && is_own_input(about->columns[i].kind))
            check_cells(tracker, sheet, about, i, first, last);
}

/* The height that the row needs for CELL in a column of WIDTH. */
static double height_of(const struct kept_cell *cell, double width)
{
    return cell && cell->kind == CELL_TEXT ? text_height(cell->text, width) : 0.0;
}

void put_own_row(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                 lxw_row_t row, const struct kept_row *kept)
{
    const struct carried *carried = carried_of(tracker, about);
    const struct kept_cell **cells =
        pool_alloc(tracker->pool, about->column_count * sizeof(struct kept_cell *));

    for (size_t i = 0; i < about->column_count; i++)
        cells[i] = carried_cell(carried, kept, i);
    put_own_words(tracker, sheet, about, row, cells, kept ? moved_down(kept, row) : 0);
    put_own_cells(tracker, sheet, row, carried, kept, STYLE_INPUT_TEXT);
}

void put_own_words(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                   lxw_row_t row, const struct kept_cell *const *cells, int64_t down)
{
    double height = 18.0;

    for (size_t i = 0; i < about->column_count; i++) {
        const struct column *column = &about->columns[i];
        if (column->kind == COLUMN_KEY || column->kind == COLUMN_GIVEN ||
            column->kind == COLUMN_WORKED)
            continue;
        if (cells[i])
            put_written(tracker, sheet, about, row, (lxw_col_t)i, cells[i], down);
        else if (column->kind == COLUMN_FIRST)
            put_blank(tracker, sheet, row, (lxw_col_t)i, STYLE_QUIET);
        else if (is_own_input(column->kind))
            put_blank(tracker, sheet, row, (lxw_col_t)i, input_style(column->kind));
        height = fmax(height, height_of(cells[i], column->width));
    }
    worksheet_set_row(sheet, row, height, NULL);
}

lxw_col_t table_last_column(struct tracker *tracker, const struct sheet *about)
{
    return (lxw_col_t)(about->column_count + carried_of(tracker, about)->own_count - 1);
}
