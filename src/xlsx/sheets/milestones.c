/* milestones: the sheet of what to reach. */
#include "xlsx/sheets/sheets.h"

static const struct column columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"milestone", "Milestone", 64, COLUMN_WRITTEN, false},
    {"section", "Section", 28, COLUMN_SECTION, false},
    {"due", "Target", 12, COLUMN_DUE, false},
    [MILESTONE_REACHED] = {"reached", "Reached", 13, COLUMN_DAY, false},
    {"evidence", "Evidence", 60, COLUMN_NOTE, false},
};

static bool belongs(const struct item *item)
{
    return item->kind == ITEM_MILESTONE;
}

const struct sheet milestones_sheet = {
    .tab = "Milestones",
    .role = "milestones",
    .title = "Milestones",
    .hint = "When it was reached, and what shows it.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .belongs = belongs,
    .done = MILESTONE_REACHED,
};
