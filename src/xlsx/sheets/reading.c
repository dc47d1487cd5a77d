/* reading: the sheet of books and other sources, the reading log. */
#include "xlsx/sheets/sheets.h"

static const struct column columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"given", "Given", 10, COLUMN_GIVEN, true},
    {"title", "Title", 44, COLUMN_LINKED_TITLE, false},
    {"details", "Details", 34, COLUMN_DETAIL, false},
    {"phase", "Phase", 34, COLUMN_PHASE, false},
    {"from", "From", 12, COLUMN_FROM, false},
    {"due", "Due", 12, COLUMN_DUE, false},
    [READING_STATUS] = {"status", "Status", 12, COLUMN_STATUS, false},
    {"started", "Started", 13, COLUMN_DAY, false},
    {"finished", "Finished", 13, COLUMN_DAY, false},
    {"pages", "Pages", 9, COLUMN_COUNT, false},
    {"rating", "Rating", 9, COLUMN_RATING, false},
    {"notes", "Notes", 46, COLUMN_NOTE, false},
};

static bool belongs(const struct item *item)
{
    return item->kind == ITEM_READING || item->kind == ITEM_RESOURCE;
}

const struct sheet reading_sheet = {
    .tab = "Reading",
    .role = "reading",
    .title = "Reading",
    .hint =
        "Status: to read, reading, read, put aside. Rating: 1 to 5. Books of your own go below.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .belongs = belongs,
    .done = READING_STATUS,
};
