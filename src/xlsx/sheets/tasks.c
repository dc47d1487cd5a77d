/* tasks: the sheet of what is worked at: topics, tasks, projects, steps and their like. */
#include "xlsx/sheets/sheets.h"

static const struct column columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"given", "Given", 10, COLUMN_GIVEN, true},
    [TASK_DONE] = {"done", "Done", 7, COLUMN_TICK, false},
    {"task", "Task", 36, COLUMN_TITLE, false},
    {"details", "Details", 44, COLUMN_DETAIL, false},
    {"section", "Section", 30, COLUMN_SECTION, false},
    {"phase", "Phase", 34, COLUMN_PHASE, false},
    {"from", "From", 12, COLUMN_FROM, false},
    {"due", "Due", 12, COLUMN_DUE, false},
    {"done-on", "Done on", 12, COLUMN_DAY, false},
    {"notes", "Notes", 32, COLUMN_NOTE, false},
};

static bool belongs(const struct item *item)
{
    switch (item->kind) {
    case ITEM_COMMITMENT:
        return true;
    case ITEM_READING: /* has a sheet of its own */
        return false;
    case ITEM_TEXT:
    case ITEM_ALLOCATION:
    case ITEM_SLOT:
    case ITEM_ADVICE:
        /* a box to tick is a promise to be able to */
        return item->checkbox != CHECKBOX_NONE;
    default:
        return kind_is_work(item->kind) || kind_runs_along(item->kind);
    }
}

const struct sheet tasks_sheet = {
    .tab = "Tasks",
    .role = "tasks",
    .title = "Tasks",
    .hint = "What to work at. Tick what is done; rows of your own go below.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .belongs = belongs,
    .done = TASK_DONE,
};
