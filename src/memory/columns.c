/* columns: what a tracker's tables are called, column by column. */
#include "memory/columns.h"

#include <string.h>
#include <strings.h>

#include "memory/lookup.h"
#include "words/ticks.h"

const struct known_column known_columns[] = {
    {"log", "id", "Id", COLUMN_KEEPS_KEY, false, NULL},
    {"log", "date", "Date", COLUMN_OFFERS, true, NULL},
    {"log", "category", "Category", COLUMN_OFFERS, false, NULL},
    {"log", "hours", "Hours", COLUMN_ASKS, false, NULL},
    {"log", "planned", "Planned", COLUMN_SHOWS, false, NULL},
    {"log", "task", "Task", COLUMN_NAMES, false, NULL},
    {"log", "notes", "Notes", COLUMN_ASKS, false, NULL},
    {"log", "counts", "Counts?", COLUMN_ANSWERS, false, NULL},

    {"tasks", "key", "Key", COLUMN_KEEPS_KEY, false, NULL},
    {"tasks", "given", "Given", COLUMN_SHOWS, false, NULL},
    {"tasks", "done", "Done", COLUMN_ASKS, false, TICK_OPEN},
    {"tasks", "task", "Task", COLUMN_NAMES, false, NULL},
    {"tasks", "details", "Details", COLUMN_SHOWS, false, NULL},
    {"tasks", "section", "Section", COLUMN_SHOWS, false, NULL},
    {"tasks", "phase", "Phase", COLUMN_SHOWS, false, NULL},
    {"tasks", "from", "From", COLUMN_SHOWS, true, NULL},
    {"tasks", "due", "Due", COLUMN_SHOWS, true, NULL},
    {"tasks", "done-on", "Done on", COLUMN_ASKS, true, NULL},
    {"tasks", "notes", "Notes", COLUMN_ASKS, false, NULL},

    {"checklists", "key", "Key", COLUMN_KEEPS_KEY, false, NULL},
    {"checklists", "given", "Given", COLUMN_SHOWS, false, NULL},
    {"checklists", "done", "Done", COLUMN_ASKS, false, TICK_OPEN},
    {"checklists", "check", "Check", COLUMN_NAMES, false, NULL},
    {"checklists", "section", "Checklist", COLUMN_SHOWS, false, NULL},
    {"checklists", "phase", "Phase", COLUMN_SHOWS, false, NULL},
    {"checklists", "due", "Due", COLUMN_SHOWS, true, NULL},
    {"checklists", "done-on", "Done on", COLUMN_ASKS, true, NULL},
    {"checklists", "notes", "Notes", COLUMN_ASKS, false, NULL},

    {"reading", "key", "Key", COLUMN_KEEPS_KEY, false, NULL},
    {"reading", "given", "Given", COLUMN_SHOWS, false, NULL},
    {"reading", "title", "Title", COLUMN_NAMES, false, NULL},
    {"reading", "details", "Details", COLUMN_SHOWS, false, NULL},
    {"reading", "phase", "Phase", COLUMN_SHOWS, false, NULL},
    {"reading", "from", "From", COLUMN_SHOWS, true, NULL},
    {"reading", "due", "Due", COLUMN_SHOWS, true, NULL},
    {"reading", "status", "Status", COLUMN_ASKS, false, STATUS_NEW},
    {"reading", "started", "Started", COLUMN_ASKS, true, NULL},
    {"reading", "finished", "Finished", COLUMN_ASKS, true, NULL},
    {"reading", "chapters", "Chapters", COLUMN_SHOWS, false, NULL},
    {"reading", "chapters-read", "Chapters read", COLUMN_ASKS, false, NULL},
    {"reading", "pages", "Pages", COLUMN_ASKS, false, NULL},
    {"reading", "rating", "Rating", COLUMN_ASKS, false, NULL},
    {"reading", "notes", "Notes", COLUMN_ASKS, false, NULL},

    {"milestones", "key", "Key", COLUMN_KEEPS_KEY, false, NULL},
    {"milestones", "milestone", "Milestone", COLUMN_NAMES, false, NULL},
    {"milestones", "section", "Section", COLUMN_SHOWS, false, NULL},
    {"milestones", "due", "Target", COLUMN_SHOWS, true, NULL},
    {"milestones", "first", "First plan", COLUMN_SHOWS, true, NULL},
    {"milestones", "to-go", "To go", COLUMN_WORKS, false, NULL},
    {"milestones", "reached", "Reached", COLUMN_ASKS, true, NULL},
    {"milestones", "evidence", "Evidence", COLUMN_ASKS, false, NULL},
    {"milestones", "open", "To come", COLUMN_WORKS, false, NULL},

    {"questions", "key", "Key", COLUMN_KEEPS_KEY, false, NULL},
    {"questions", "question", "Question", COLUMN_NAMES, false, NULL},
    {"questions", "section", "Section", COLUMN_SHOWS, false, NULL},
    {"questions", "due", "Target", COLUMN_SHOWS, true, NULL},
    {"questions", "answered", "Answered", COLUMN_ASKS, true, NULL},
    {"questions", "answer", "Answer", COLUMN_ASKS, false, NULL},

    {"budget", "key", "Key", COLUMN_KEEPS_KEY, false, NULL},
    {"budget", "given", "Given", COLUMN_SHOWS, false, NULL},
    {"budget", "item", "Item", COLUMN_NAMES, false, NULL},
    {"budget", "section", "Section", COLUMN_SHOWS, false, NULL},
    {"budget", "currency", "Currency", COLUMN_SHOWS, false, NULL},
    {"budget", "planned", "Planned", COLUMN_SHOWS, false, NULL},
    {"budget", "actual", "Actual", COLUMN_ASKS, false, NULL},
    {"budget", "bought-on", "Bought on", COLUMN_ASKS, true, NULL},
    {"budget", "notes", "Notes", COLUMN_ASKS, false, NULL},

    /* all of it was the learner's once */
    {"old", "sheet", "Sheet", COLUMN_ASKS, false, NULL},
    {"old", "row", "Row", COLUMN_ASKS, false, NULL},
    {"old", "column", "Column", COLUMN_ASKS, false, NULL},
    {"old", "content", "What stood there", COLUMN_ASKS, false, NULL},
    {"old", "formula", "Formula", COLUMN_ASKS, false, NULL},
};

const size_t known_column_count = sizeof known_columns / sizeof *known_columns;

const struct known_column *known_column_of_role(const char *table, const char *role)
{
    for (size_t i = 0; i < known_column_count; i++)
        if (strcmp(known_columns[i].table, table) == 0 && strcmp(known_columns[i].role, role) == 0)
            return &known_columns[i];
    return NULL;
}

const struct known_column *known_column_of_header(struct pool *pool, const char *table,
                                                  const char *header)
{
    const char *words = plain_words(pool, header);

    for (size_t i = 0; i < known_column_count; i++)
        if (strcmp(known_columns[i].table, table) == 0 &&
            strcasecmp(known_columns[i].header, words) == 0)
            return &known_columns[i];
    return NULL;
}

bool table_takes_entries(const char *table)
{
    for (size_t i = 0; i < known_column_count; i++)
        if (strcmp(known_columns[i].table, table) == 0)
            return true;
    return false;
}

bool table_only_shows(const char *table)
{
    /* "sessions": of the first edition, whose Log had no planned rows */
    static const char *const tables[] = {"sessions", "weeks", "phases", "compare"};

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (strcmp(tables[i], table) == 0)
            return true;
    return false;
}

const char *hint_of_ours(const char *hint)
{
    static const char *const endings[] = {
        "Fills itself from the other sheets.",
        "Fills itself from the Log.",
        "What is planned, sitting by sitting: the same as in the calendar and the workbook.",
        "when it ends, and whether the hours that it asks for are there.",
        "What cells of the other sheets choose from.",
        "What a later build reads of this one, such as the start. Please leave it as it is.",
        "The plan as it is laid out, which the next build reads. Please leave it as it is.",
    };
    size_t length = strlen(hint);

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t ending = strlen(endings[i]);
        if (ending <= length && strcmp(hint + length - ending, endings[i]) == 0)
            return endings[i];
    }
    return NULL;
}
