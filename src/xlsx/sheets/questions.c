/* questions: the sheet of what to ask oneself. */
#include "xlsx/sheets/sheets.h"

enum { ANSWERED = 4 };

static const struct column columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"question", "Question", 50, COLUMN_WRITTEN, false},
    {"section", "Section", 28, COLUMN_SECTION, false},
    {"due", "Target", 12, COLUMN_DUE, false},
    [ANSWERED] = {"answered", "Answered", 13, COLUMN_DAY, false},
    {"answer", "Answer", 70, COLUMN_NOTE, false},
};

static bool belongs(const struct item *item)
{
    return item->kind == ITEM_QUESTION;
}

const struct sheet questions_sheet = {
    .tab = "Questions",
    .role = "questions",
    .title = "Questions",
    .hint = "Questions to ask yourself, and your answers.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .belongs = belongs,
    .done = ANSWERED,
};
