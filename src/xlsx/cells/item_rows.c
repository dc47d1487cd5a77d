/* item_rows: a sheet whose rows are the roadmap's items, and below them the learner's own. */
#include "xlsx/cells/carried.h"
#include "xlsx/cells/done.h"
#include "xlsx/cells/item_words.h"
#include "xlsx/cells/strays.h"

#include <math.h>
#include <string.h>

#include "base/report.h"

#define OWN_PRINTED 6 /* of them on paper: a page of empty boxes is of no use */

static void put_given(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                      lxw_row_t row, lxw_col_t at, const struct item *item)
{
    enum column_kind kind = about->columns[at].kind;
    bool hidden = kind == COLUMN_GIVEN;
    struct kept_cell cell = given_by_roadmap(hidden ? kind_given(about) : kind, item);
    enum style style = hidden ? STYLE_KEY : kind == COLUMN_PRICE ? STYLE_MONEY : input_style(kind);

    put_kept(tracker, sheet, row, at, &cell, style, 0);
    if (!hidden)
        count_cell(tracker, about, at, &cell);
}

static void put_item_cell(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                          lxw_row_t row, lxw_col_t at, const struct item *item)
{
    enum column_kind kind = about->columns[at].kind;
    const struct dates *dates = item_dates(tracker->schedule, item);
    const char *text = text_of_item(tracker, kind, item);

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
    else if (kind == COLUMN_FIRST)
        put_date(tracker, sheet, row, at, first_due(tracker, item), STYLE_DATE);
    else if (kind == COLUMN_GIVEN || kind == COLUMN_PRICE || kind == COLUMN_TICK ||
             kind == COLUMN_STATUS)
        put_given(tracker, sheet, about, row, at, item);
    else if (kind == COLUMN_CHAPTERS_READ)
        put_blank(
            tracker, sheet, row, at,
            style_numbered(&tracker->styles, STYLE_INPUT_COUNT, form_of_chapters(tracker, item)));
    else if (is_input(kind))
        put_blank(tracker, sheet, row, at, input_style(kind));
}

/* What the learner decided on in such a cell of ITEM's row. */
static void put_decided(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                        lxw_row_t row, lxw_col_t at, const struct item *item,
                        const struct kept_cell *cell, int64_t down)
{
    struct kept_cell formed = *cell;

    if (about->columns[at].kind == COLUMN_CHAPTERS_READ && cell->kind == CELL_NUMBER)
        formed.format = form_of_chapters(tracker, item);
    put_written(tracker, sheet, about, row, at, &formed, down);
}

/* Keeps what a later build is to know of the item's row. */
static void remember_item(struct tracker *tracker, const struct sheet *about,
                          const struct item *item)
{
    const char *words = words_of_item(tracker, about, item);
    day due = DAY_NONE;

    for (size_t i = 0; i < about->column_count; i++)
        if (about->columns[i].kind == COLUMN_DUE)
            due = item_dates(tracker->schedule, item)->due;
    tracker->known = pool_extend(tracker->pool, tracker->known, tracker->known_count,
                                 &tracker->known_capacity, sizeof *tracker->known);
    tracker->known[tracker->known_count++] =
        (struct known_row){item->id, about->role, words, due, marks_of_shown(tracker, about, item)};
}

/* Takes down how a row stands, of which CELL (NULL: nothing) is what its column KIND holds. */
static void note_cell(struct tracker *tracker, const struct sheet *about, lxw_col_t column,
                      const struct kept_cell *cell, struct item_row *out)
{
    enum column_kind kind = about->columns[column].kind;
    struct kept_cell settled;

    if (!cell)
        return;
    settled = settled_cell(tracker->pool, kind, cell);
    if (kind == COLUMN_PHASE && settled.kind == CELL_TEXT)
        out->phase = settled.text;
    if (kind == COLUMN_CURRENCY && settled.kind == CELL_TEXT)
        out->currency = settled.text;
    if (kind == COLUMN_PRICE || kind == COLUMN_MONEY)
        *(kind == COLUMN_PRICE ? &out->planned : &out->actual) =
            settled.kind == CELL_NUMBER ? settled.number : NAN;
    if (kind == COLUMN_DUE)
        out->due = settled.kind == CELL_NUMBER ? settled.number : NAN;
    if (about->done > 0 && column == about->done)
        out->done = counts_as_done(kind, &settled);
    if (names_item(kind))
        out->named = settled.kind != CELL_TEXT || settled.text[0] != '\0';
}

static void add_item_row(struct tracker *tracker, const struct item_row *row)
{
    tracker->item_rows = pool_extend(tracker->pool, tracker->item_rows, tracker->item_row_count,
                                     &tracker->item_row_capacity, sizeof *tracker->item_rows);
    tracker->item_rows[tracker->item_row_count++] = *row;
}

static void note_item(struct tracker *tracker, const struct sheet *about, lxw_row_t row,
                      const struct item *item)
{
    const struct carried *carried = carried_of(tracker, about);
    const struct kept_row *kept = carried_find(carried, item->id);
    day due = item_dates(tracker->schedule, item)->due;
    struct item_row out = {.tab = about->tab,
                           .row = row,
                           .phase = phase_of_item(tracker, item),
                           .due = due == DAY_NONE ? NAN : date_serial(due),
                           .named = true,
                           .currency = item->price.currency,
                           .planned = NAN,
                           .actual = NAN,
                           .chapters = chapter_count(item)};

    for (lxw_col_t i = 0; i < about->column_count; i++) {
        enum column_kind kind = about->columns[i].kind;
        struct kept_cell given = given_by_roadmap(kind, item);
        bool gives = kind == COLUMN_TICK || kind == COLUMN_STATUS || kind == COLUMN_PRICE;
        const struct kept_cell *decided = decided_cell(tracker, carried, kept, i);
        note_cell(tracker, about, i, decided ? decided : gives ? &given : NULL, &out);
    }
    add_item_row(tracker, &out);
}

/* KEPT NULL: an empty one. */
static void note_own_row(struct tracker *tracker, const struct sheet *about, lxw_row_t row,
                         const struct kept_row *kept)
{
    const struct carried *carried = carried_of(tracker, about);
    struct item_row out = {.tab = about->tab,
                           .own = true,
                           .row = row,
                           .phase = "",
                           .due = NAN,
                           .currency = "",
                           .planned = NAN,
                           .actual = NAN};

    for (lxw_col_t i = 0; i < about->column_count; i++)
        note_cell(tracker, about, i, carried_cell(carried, kept, i), &out);
    add_item_row(tracker, &out);
}

static void put_item(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                     lxw_row_t row, const struct item *item)
{
    const struct carried *carried = carried_of(tracker, about);
    const struct kept_row *kept = carried_find(carried, item->id);
    double height = 18.0;

    tracker->place = item->place;
    for (size_t i = 0; i < about->column_count; i++) {
        const struct column *column = &about->columns[i];
        const char *text = text_of_item(tracker, column->kind, item);
        const struct kept_cell *decided = decided_cell(tracker, carried, kept, i);
        if (decided)
            put_decided(tracker, sheet, about, row, (lxw_col_t)i, item, decided,
                        moved_down(kept, row));
        else
            put_item_cell(tracker, sheet, about, row, (lxw_col_t)i, item);
        tracker->decided_dues += decided && column->kind == COLUMN_DUE;
        if (decided && decided->kind == CELL_TEXT)
            text = decided->text;
        if (text && text_height(text, column->width) > height)
            height = text_height(text, column->width);
    }
    put_own_cells(tracker, sheet, row, carried, kept, STYLE_INPUT_TEXT);
    worksheet_set_row(sheet, row, height, NULL);
    remember_item(tracker, about, item);
    note_item(tracker, about, row, item);
    tracker->place = NOWHERE;
}

/* The learner's own rows from ROW on, and empty ones behind them; gives the last. *FILLED is the
 * first of the empty ones. */
static lxw_row_t put_own_rows(struct tracker *tracker, lxw_worksheet *sheet,
                              const struct sheet *about, lxw_row_t row, lxw_row_t *filled)
{
    const struct kept_table *kept = carried_of(tracker, about)->kept;

    for (size_t i = 0; kept && i < kept->row_count; i++) {
        if (kept->rows[i].key[0] != '\0' || !is_own_row(kept, &kept->rows[i]))
            continue;
        note_own_row(tracker, about, row, &kept->rows[i]);
        put_own_row(tracker, sheet, about, row++, &kept->rows[i]);
    }
    *filled = row;
    for (int i = 0; i < OWN_ROWS; i++) {
        note_own_row(tracker, about, row, NULL);
        put_own_row(tracker, sheet, about, row++, NULL);
    }
    return row - 1;
}

/* Rows that are done fade, their titles are struck; those past their day and not done stand out. */
static void mark_rows(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                      lxw_row_t last)
{
    lxw_conditional_format mark = {.type = LXW_CONDITIONAL_TYPE_FORMULA};
    unsigned line = FIRST_ROW + 1;

    if (about->done == 0)
        return;
    const char *test =
        done_test(tracker, about->columns[about->done].kind,
                  pool_print(tracker->pool, "$%s%u", column_letters(tracker, about->done), line));
    mark.value_string = pool_print(tracker->pool, "=%s", test);
    for (lxw_col_t i = 0; i < about->column_count; i++) {
        bool title = names_item(about->columns[i].kind);
        mark.format = tracker->styles.formats[title ? STYLE_DONE : STYLE_DONE_BESIDE];
        if (!is_input(about->columns[i].kind))
            worksheet_conditional_format_range(sheet, FIRST_ROW, i, last, i, &mark);
    }
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

bool item_has_row(const struct item *item, const struct sheet *about)
{
    return about->belongs && !item->dropped && about->belongs(item);
}

size_t items_held(const struct tracker *tracker, const struct sheet *about)
{
    size_t count = 0;

    for (size_t i = 0; i < tracker->plan->item_count; i++)
        count += item_has_row(&tracker->plan->items[i], about);
    return count < ITEM_ROWS_MAX ? count : ITEM_ROWS_MAX;
}

void table_of_items(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about)
{
    lxw_row_t row = FIRST_ROW;

    table_open(tracker, sheet, about);
    for (size_t i = 0; i < tracker->plan->item_count; i++) {
        const struct item *item = &tracker->plan->items[i];
        if (!item_has_row(item, about))
            continue;
        if (row - FIRST_ROW == ITEM_ROWS_MAX) {
            report(item->place, SEVERITY_WARNING, RULE_SHEET_LENGTH,
                   "the tracker's sheet %s is full at %d rows; what follows is left out of it",
                   about->tab, ITEM_ROWS_MAX);
            break;
        }
        put_item(tracker, sheet, about, row++, item);
    }
    lxw_row_t filled, last = put_own_rows(tracker, sheet, about, row, &filled);
    lxw_col_t last_column = table_last_column(tracker, about);
    table_inputs(tracker, sheet, about, FIRST_ROW, last);
    table_own_inputs(tracker, sheet, about, row, last);
    if (about->finish)
        about->finish(tracker, sheet, last);
    mark_rows(tracker, sheet, about, last);
    worksheet_autofilter(sheet, HEADER_ROW, 0, last, last_column);
    worksheet_print_area(sheet, TITLE_ROW, 0, filled + OWN_PRINTED - 1, last_column);
}
