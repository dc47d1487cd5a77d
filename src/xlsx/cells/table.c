/* table: a sheet's table: roles and headers, rows of items, and cells to write in. */
#include "xlsx/cells/table.h"
#include "xlsx/cells/lists.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/report.h"

#define ITEM_ROWS_MAX 100000
#define OWN_ROWS      30 /* empty rows below the items */
#define OWN_PRINTED   6  /* of them on paper: a page of empty boxes is of no use */

static bool is_input(enum column_kind kind)
{
    return kind >= COLUMN_TICK;
}

/* The column that says which item it is: in an own row the learner writes it. */
static bool names_item(enum column_kind kind)
{
    return kind == COLUMN_TITLE || kind == COLUMN_LINKED_TITLE || kind == COLUMN_WRITTEN;
}

static enum style input_style(enum column_kind kind)
{
    switch (kind) {
    case COLUMN_TICK:
        return STYLE_INPUT_TICK;
    case COLUMN_DAY:
        return STYLE_INPUT_DATE;
    case COLUMN_HOURS:
        return STYLE_INPUT_HOURS;
    case COLUMN_COUNT:
    case COLUMN_RATING:
        return STYLE_INPUT_COUNT;
    case COLUMN_MONEY:
        return STYLE_INPUT_MONEY;
    default:
        return STYLE_INPUT_TEXT;
    }
}

const char *whole_column(struct tracker *tracker, const struct sheet *about, lxw_col_t column)
{
    const char *letters = column_letters(tracker, column);

    return pool_print(tracker->pool, "%s!$%s:$%s", about->tab, letters, letters);
}

static bool holds_numbers(enum column_kind kind)
{
    return kind == COLUMN_HOURS || kind == COLUMN_COUNT || kind == COLUMN_RATING ||
           kind == COLUMN_MONEY || kind == COLUMN_PRICE || kind == COLUMN_NUMBER;
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
    worksheet_set_row_opt(sheet, ROLE_ROW, 12, NULL, &hidden);
    worksheet_set_row(sheet, HEADER_ROW, 24, NULL);
    worksheet_freeze_panes(sheet, FIRST_ROW, 0);
    worksheet_repeat_rows(sheet, HEADER_ROW, HEADER_ROW);
}

/* A list to choose from; another word is only asked about. The list is always a range: longer
 * literal lists break files. Of a range's formula libxlsxwriter 1.1.4 makes two copies and frees
 * one, so the range takes the place of a literal list's text. */
static void add_choice(lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t column,
                       const char *range)
{
    static char *placeholder[] = {"-", NULL};
    lxw_data_validation check = {.validate = LXW_VALIDATION_TYPE_LIST,
                                 .value_list = placeholder,
                                 .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
                                 .error_title = "Not in the list",
                                 .error_message = "This is none of the list's entries. Keep it?"};

    if (worksheet_data_validation_range(sheet, first, column, last, column, &check) != LXW_NO_ERROR)
        return;
    lxw_data_val_obj *added = STAILQ_FIRST(sheet->data_validations);
    while (STAILQ_NEXT(added, list_pointers))
        added = STAILQ_NEXT(added, list_pointers);
    free(added->value_formula);
    added->value_formula = must_copy(range);
}

/* The list that a column's cells choose from; NULL: none. */
static const char *list_of(struct tracker *tracker, enum column_kind kind)
{
    switch (kind) {
    case COLUMN_TICK:
        return LIST_OF_TICKS;
    case COLUMN_CATEGORY:
        return list_of_categories(tracker);
    case COLUMN_STATUS:
        return LIST_OF_STATUSES;
    case COLUMN_RATING:
        return LIST_OF_RATINGS;
    default:
        return NULL;
    }
}

static lxw_data_validation check_of(enum column_kind kind)
{
    lxw_data_validation check = {.validate = LXW_VALIDATION_TYPE_DECIMAL,
                                 .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                                 .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING};

    switch (kind) {
    case COLUMN_HOURS:
        check.minimum_number = 0.25;
        check.maximum_number = 24;
        check.error_title = "Hours";
        check.error_message = "Decimal hours from 0.25 to 24: 1.5 is 1 h 30 min. Keep it?";
        return check;
    case COLUMN_DAY:
        check.validate = LXW_VALIDATION_TYPE_DATE_NUMBER;
        check.minimum_number = date_serial(day_of(1970, 1, 1));
        check.maximum_number = date_serial(day_of(2199, 12, 31));
        check.error_title = "Date";
        check.error_message = "This is not a date. Keep it?";
        return check;
    case COLUMN_COUNT:
    case COLUMN_MONEY:
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

/* Dates and numbers typed as text do not count in any sum: they are shown in red. */
static void flag_text(struct tracker *tracker, lxw_worksheet *sheet, lxw_col_t column,
                      lxw_row_t first, lxw_row_t last)
{
    lxw_conditional_format flag = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                   .format = tracker->styles.formats[STYLE_WRONG]};

    flag.value_string =
        pool_print(tracker->pool, "=ISTEXT($%s%u)", column_letters(tracker, column), first + 1);
    worksheet_conditional_format_range(sheet, first, column, last, column, &flag);
}

void table_inputs(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                  lxw_row_t first, lxw_row_t last)
{
    for (size_t i = 0; i < about->column_count; i++) {
        enum column_kind kind = about->columns[i].kind;
        lxw_col_t column = (lxw_col_t)i;
        if (!is_input(kind))
            continue;
        lxw_data_validation check = check_of(kind);
        const char *list = list_of(tracker, kind);
        if (list)
            add_choice(sheet, first, last, column, list);
        else if (check.validate != LXW_VALIDATION_TYPE_NONE)
            worksheet_data_validation_range(sheet, first, column, last, column, &check);
        if (kind == COLUMN_DAY || kind == COLUMN_HOURS || kind == COLUMN_COUNT ||
            kind == COLUMN_MONEY)
            flag_text(tracker, sheet, column, first, last);
    }
}

static const char *title_of(const struct item *item)
{
    return item->title.length > 0 ? item->title.text : item->line.text;
}

static const char *phase_of(struct tracker *tracker, const struct item *item)
{
    int index = item->section->phase;

    if (index < 0 || (size_t)index >= tracker->plan->phase_count)
        return "";
    const struct phase *phase = &tracker->plan->phases[index];
    return pool_print(tracker->pool, "%d · %s", phase->number, phase->title.text);
}

/* A cost as it is written; of a table's row, whose cells " · " parts, without the price's cell. */
static const char *words_of_cost(struct tracker *tracker, const struct item *item)
{
    size_t length = item->title.length;
    bool row = item->line.length > length && strstr(item->line.text, " · ") &&
               !strstr(item->detail.text, " · ");

    if (!row || length == 0)
        return item->line.text;
    return item->detail.length == 0
               ? item->title.text
               : pool_print(tracker->pool, "%s (%s)", item->title.text, item->detail.text);
}

/* The text that a column shows of an item; NULL where it shows none. */
static const char *text_of(struct tracker *tracker, enum column_kind kind, const struct item *item)
{
    switch (kind) {
    case COLUMN_TITLE:
    case COLUMN_LINKED_TITLE:
        return title_of(item);
    case COLUMN_DETAIL:
        return item->detail.text;
    case COLUMN_PHASE:
        return phase_of(tracker, item);
    case COLUMN_SECTION:
        return item->section->title.length > 0 ? item->section->title.text
                                               : item->section->heading.text;
    case COLUMN_CURRENCY:
        return item->price.currency;
    case COLUMN_WRITTEN:
        return words_of_cost(tracker, item);
    default:
        return NULL;
    }
}

double planned_price(const struct item *item)
{
    const struct money *price = &item->price;

    return price->at_most || price->high <= 0 ? 0.0 : (double)price->high / 100.0;
}

static void put_item_cell(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                          lxw_col_t at, enum column_kind kind, const struct item *item)
{
    const struct dates *dates = item_dates(tracker->schedule, item);
    const char *text = text_of(tracker, kind, item);

    if (kind == COLUMN_LINKED_TITLE && item->link)
        put_link(tracker, sheet, row, at, item->link, text);
    else if (text)
        put_text(tracker, sheet, row, at, text, names_item(kind) ? STYLE_TEXT : STYLE_QUIET);
    else if (kind == COLUMN_KEY)
        put_text(tracker, sheet, row, at, item->id, STYLE_KEY);
    else if (kind == COLUMN_FROM)
        put_date(tracker, sheet, row, at, dates->first, STYLE_DATE);
    else if (kind == COLUMN_DUE)
        put_date(tracker, sheet, row, at, dates->due, STYLE_DATE);
    else if (kind == COLUMN_PRICE)
        put_number(tracker, sheet, row, at, planned_price(item) > 0 ? planned_price(item) : NAN,
                   STYLE_MONEY);
    else if (kind == COLUMN_TICK)
        put_text(tracker, sheet, row, at, item->checkbox == CHECKBOX_DONE ? TICK_DONE : TICK_OPEN,
                 STYLE_INPUT_TICK);
    else if (kind == COLUMN_STATUS)
        put_text(tracker, sheet, row, at,
                 item->checkbox == CHECKBOX_DONE ? STATUS_READ : STATUS_NEW, STYLE_INPUT_TEXT);
    else if (is_input(kind))
        put_blank(tracker, sheet, row, at, input_style(kind));
}

static void put_item(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                     lxw_row_t row, const struct item *item)
{
    double height = 18.0;
    day due = DAY_NONE;

    tracker->place = item->place;
    for (size_t i = 0; i < about->column_count; i++) {
        const struct column *column = &about->columns[i];
        const char *text = text_of(tracker, column->kind, item);
        put_item_cell(tracker, sheet, row, (lxw_col_t)i, column->kind, item);
        if (text && text_height(text, column->width) > height)
            height = text_height(text, column->width);
        if (column->kind == COLUMN_DUE)
            due = item_dates(tracker->schedule, item)->due;
    }
    worksheet_set_row(sheet, row, height, NULL);
    tracker->known = pool_extend(tracker->pool, tracker->known, tracker->known_count,
                                 &tracker->known_capacity, sizeof *tracker->known);
    tracker->known[tracker->known_count++] =
        (struct known_row){item->id, about->role, title_of(item), due};
    tracker->place = NOWHERE;
}

static void put_own_rows(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                         lxw_row_t first, lxw_row_t last)
{
    for (lxw_row_t row = first; row <= last; row++) {
        worksheet_set_row(sheet, row, 18, NULL);
        for (size_t i = 0; i < about->column_count; i++) {
            const struct column *column = &about->columns[i];
            if (is_input(column->kind))
                put_blank(tracker, sheet, row, (lxw_col_t)i, input_style(column->kind));
            else if (names_item(column->kind))
                put_blank(tracker, sheet, row, (lxw_col_t)i, STYLE_INPUT_TEXT);
        }
    }
}

/* Rows that are done fade; those past their day and not done stand out. */
static void mark_rows(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                      lxw_row_t last)
{
    lxw_conditional_format mark = {.type = LXW_CONDITIONAL_TYPE_FORMULA};
    unsigned line = FIRST_ROW + 1;

    if (!about->done_test)
        return;
    const char *test = pool_print(tracker->pool, "$%s%u%s", column_letters(tracker, about->done),
                                  line, about->done_test);
    mark.format = tracker->styles.formats[STYLE_DONE];
    mark.value_string = pool_print(tracker->pool, "=%s", test);
    for (lxw_col_t i = 0; i < about->column_count; i++)
        if (!is_input(about->columns[i].kind))
            worksheet_conditional_format_range(sheet, FIRST_ROW, i, last, i, &mark);
    for (lxw_col_t i = 0; i < about->column_count; i++) {
        if (about->columns[i].kind != COLUMN_DUE)
            continue;
        const char *date = pool_print(tracker->pool, "$%s%u", column_letters(tracker, i), line);
        mark.format = tracker->styles.formats[STYLE_LATE];
        mark.value_string =
            pool_print(tracker->pool, "=AND(%s<>\"\",%s<AsOf,NOT(%s))", date, date, test);
        worksheet_conditional_format_range(sheet, FIRST_ROW, i, last, i, &mark);
    }
}

static bool is_row(const struct item *item, const struct sheet *about)
{
    return about->belongs && !item->dropped && about->belongs(item);
}

size_t items_held(const struct tracker *tracker, const struct sheet *about)
{
    size_t count = 0;

    for (size_t i = 0; i < tracker->plan->item_count; i++)
        count += is_row(&tracker->plan->items[i], about);
    return count < ITEM_ROWS_MAX ? count : ITEM_ROWS_MAX;
}

size_t items_ticked(const struct tracker *tracker, const struct sheet *about)
{
    size_t count = 0;

    for (size_t i = 0; i < tracker->plan->item_count; i++) {
        const struct item *item = &tracker->plan->items[i];
        count += item->checkbox == CHECKBOX_DONE && is_row(item, about);
    }
    return count;
}

void table_of_items(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about)
{
    lxw_row_t row = FIRST_ROW;

    table_open(tracker, sheet, about);
    for (size_t i = 0; i < tracker->plan->item_count; i++) {
        const struct item *item = &tracker->plan->items[i];
        if (!is_row(item, about))
            continue;
        if (row - FIRST_ROW == ITEM_ROWS_MAX) {
            report(item->place, SEVERITY_WARNING, RULE_SHEET_LENGTH,
                   "the tracker's sheet %s is full at %d rows; what follows is left out of it",
                   about->tab, ITEM_ROWS_MAX);
            break;
        }
        put_item(tracker, sheet, about, row++, item);
    }
    lxw_row_t last = row + OWN_ROWS - 1;
    put_own_rows(tracker, sheet, about, row, last);
    table_inputs(tracker, sheet, about, FIRST_ROW, last);
    mark_rows(tracker, sheet, about, last);
    worksheet_autofilter(sheet, HEADER_ROW, 0, last, (lxw_col_t)(about->column_count - 1));
    worksheet_print_area(sheet, TITLE_ROW, 0, row + OWN_PRINTED - 1,
                         (lxw_col_t)(about->column_count - 1));
}
