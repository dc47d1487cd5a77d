/* milestones: the sheets Milestones and Questions, what to reach and what to ask oneself. */
#include "xlsx/sheets/sheets.h"

static const struct column milestone_columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"milestone", "Milestone", 64, COLUMN_WRITTEN, false},
    {"section", "Section", 28, COLUMN_SECTION, false},
    {"due", "Target", 12, COLUMN_DUE, false},
    {"reached", "Reached", 13, COLUMN_DAY, false},
    {"evidence", "Evidence", 60, COLUMN_NOTE, false},
};

const struct table milestones_table = {
    .sheet = "Milestones",
    .token = "milestones",
    .title = "Milestones",
    .hint = "When it was reached, and what shows it.",
    .columns = milestone_columns,
    .column_count = sizeof milestone_columns / sizeof *milestone_columns,
    .done_token = "reached",
    .done_test = "<>\"\"",
};

static const struct column question_columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"question", "Question", 56, COLUMN_WRITTEN, false},
    {"section", "Section", 28, COLUMN_SECTION, false},
    {"due", "Target", 12, COLUMN_DUE, false},
    {"answered", "Answered", 13, COLUMN_DAY, false},
    {"answer", "Answer", 70, COLUMN_NOTE, false},
};

const struct table questions_table = {
    .sheet = "Questions",
    .token = "questions",
    .title = "Questions",
    .hint = "Questions to ask yourself, and your answers.",
    .columns = question_columns,
    .column_count = sizeof question_columns / sizeof *question_columns,
    .done_token = "answered",
    .done_test = "<>\"\"",
};

bool is_milestone_row(const struct item *item)
{
    return item->kind == ITEM_MILESTONE;
}

bool is_question_row(const struct item *item)
{
    return item->kind == ITEM_QUESTION;
}

void milestones_write(struct tracker *tracker, struct tallies *tallies)
{
    tallies->milestones = table_of_items(tracker, &milestones_table, is_milestone_row);
    table_of_items(tracker, &questions_table, is_question_row);
}
