/* checklists: the sheet of what must be true at the end: exit checks, goals and outcomes. */
#include "xlsx/sheets/sheets.h"

static const struct column columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"given", "Given", 10, COLUMN_GIVEN, true},
    [CHECK_DONE] = {"done", "Done", 7, COLUMN_TICK, false},
    {"check", "Check", 48, COLUMN_WRITTEN, false},
    {"section", "Checklist", 24, COLUMN_SECTION, false},
    {"phase", "Phase", 46, COLUMN_PHASE, false},
    {"due", "Due", 12, COLUMN_DUE, false},
    {"done-on", "Done on", 12, COLUMN_DAY, false},
    {"notes", "Notes", 40, COLUMN_NOTE, false},
};

static bool belongs(const struct item *item)
{
    return item->kind == ITEM_CHECK || item->kind == ITEM_GOAL || item->kind == ITEM_OUTCOME;
}

const struct sheet checklists_sheet = {
    .tab = "Checklists",
    .role = "checklists",
    .title = "Checklists",
    .hint = "Tick what you can do, and say when; rows of your own go below.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .belongs = belongs,
    .done = CHECK_DONE,
};
