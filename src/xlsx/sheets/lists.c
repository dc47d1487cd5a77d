/* lists: the hidden sheet Lists, ranges that cells to write in choose from. */
#include "xlsx/sheets/sheets.h"

static const char *const headers[] = {"Category", "Criterion", "Activity",      "Done",
                                      "Reading",  "Rating",    "Counts as done"};
static const char *const ticks[] = {TICK_OPEN, TICK_DONE};
static const char *const statuses[] = {STATUS_NEW, "reading", STATUS_READ, "put aside"};

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct schedule *schedule = tracker->schedule;

    sheet_dress(tracker, sheet, 0, lists_sheet.title, lists_sheet.hint);
    for (lxw_col_t i = 0; i < sizeof headers / sizeof *headers; i++)
        put_text(tracker, sheet, HEADER_ROW, i, headers[i], STYLE_HEADER);
    for (size_t i = 0; i < schedule->category_count; i++) {
        const struct category *category = &schedule->categories[i];
        lxw_row_t row = FIRST_ROW + (lxw_row_t)i;
        put_text(tracker, sheet, row, CATEGORY_COLUMN, category->name, STYLE_TEXT);
        put_text(tracker, sheet, row, CRITERION_COLUMN, criterion(tracker->pool, category->name),
                 STYLE_QUIET);
        put_text(tracker, sheet, row, ACTIVITY_COLUMN, activity_name(category->activity),
                 STYLE_TEXT);
    }
    for (lxw_row_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
        put_text(tracker, sheet, FIRST_ROW + i, TICK_COLUMN, ticks[i], STYLE_TEXT);
    for (lxw_row_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        put_text(tracker, sheet, FIRST_ROW + i, STATUS_COLUMN, statuses[i], STYLE_TEXT);
    for (lxw_row_t i = 0; i < 5; i++)
        put_number(tracker, sheet, FIRST_ROW + i, RATING_COLUMN, i + 1, STYLE_COUNT);
    for (lxw_row_t i = 0; i < DONE_WORDS; i++)
        put_text(tracker, sheet, FIRST_ROW + i, DONE_COLUMN, done_words[i], STYLE_TEXT);
    worksheet_set_column(sheet, CATEGORY_COLUMN, ACTIVITY_COLUMN, 26, NULL);
    worksheet_set_column(sheet, TICK_COLUMN, DONE_COLUMN, 12, NULL);
    define_name(tracker, "Categories",
                pool_print(tracker->pool, "=%s", list_of_categories(tracker)));
    sheet_lock(sheet);
    worksheet_hide(sheet);
}

const struct sheet lists_sheet = {
    .tab = LISTS_TAB,
    .title = "Lists",
    .hint = "What cells of the other sheets choose from.",
    .fill = fill,
};
