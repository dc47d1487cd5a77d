/* reading: the sheet of books and other sources, the reading log. */
#include "xlsx/sheets/sheets.h"

static const struct column columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"given", "Given", 10, COLUMN_GIVEN, true},
    {"title", "Title", 44, COLUMN_LINKED_TITLE, false},
    [READING_STATUS] = {"status", "Status", 11, COLUMN_STATUS, false},
    {"details", "Details", 34, COLUMN_DETAIL, false},
    {"phase", "Phase", 30, COLUMN_PHASE, false},
    {"from", "From", 12, COLUMN_FROM, false},
    {"due", "Due", 12, COLUMN_DUE, false},
    {"started", "Started", 12, COLUMN_DAY, false},
    {"finished", "Finished", 12, COLUMN_DAY, false},
    {"chapters", "Chapters", 10, COLUMN_CHAPTERS, false},
    [READING_CHAPTERS_READ] = {"chapters-read", "Chapters read", 14, COLUMN_CHAPTERS_READ, false},
    {"pages", "Pages", 10, COLUMN_COUNT, false},
    {"rating", "Rating", 10, COLUMN_RATING, false},
    {"notes", "Notes", 32, COLUMN_NOTE, false},
};

static bool belongs(const struct item *item)
{
    return item->kind == ITEM_READING || item->kind == ITEM_RESOURCE;
}

/* A bar in each book whose chapters are known: how many of them are read. */
static void finish(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t last)
{
    (void)last;
    for (size_t i = 0; i < tracker->item_row_count; i++) {
        const struct item_row *row = &tracker->item_rows[i];
        lxw_conditional_format bar = {.type = LXW_CONDITIONAL_DATA_BAR,
                                      .data_bar_2010 = LXW_TRUE,
                                      .bar_solid = LXW_TRUE,
                                      .bar_color = COLOR_SHARE,
                                      .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                      .min_value = 0,
                                      .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                      .max_value = row->chapters};
        if (row->tab == reading_sheet.tab && row->chapters > 0)
            worksheet_conditional_format_cell(sheet, row->row, READING_CHAPTERS_READ, &bar);
    }
}

const struct sheet reading_sheet = {
    .tab = "Reading",
    .role = "reading",
    .title = "Reading",
    .hint =
        "Status: to read, reading, read, put aside. Chapters read: how many. Rating: 1 to 5. Books "
        "of your own go below.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .belongs = belongs,
    .done = READING_STATUS,
    .finish = finish,
};
