/* take_back: finds the last row of a day that has hours, and empties it. */
#include "memory/entry/take_back.h"

#include <string.h>

#include "memory/entry/written.h"

#define NO_ROW ((size_t)-1)

/* The last row with hours on that day: of one day the Log has own rows behind those planned. */
static size_t last_row(const struct kept_table *log, day date)
{
    int dates = kept_column_find(log, "date"), hours = kept_column_find(log, "hours");
    size_t found = NO_ROW;

    for (size_t i = 0; dates >= 0 && hours >= 0 && i < log->row_count; i++) {
        const struct kept_cell *cells = log->rows[i].cells;
        double logged;
        day at;
        if (cell_day(&cells[dates], &at) && at == date && cell_hours(&cells[hours], &logged) &&
            logged > 0)
            found = i;
    }
    return found;
}

static const char *text_at(const struct kept_table *log, size_t row, const char *role)
{
    int column = kept_column_find(log, role);

    return column < 0 || cell_is_empty(&log->rows[row].cells[column])
               ? ""
               : log->rows[row].cells[column].text;
}

/* true where the learner filled a column of their own. */
static bool has_more(const struct kept_table *log, const struct kept_row *row)
{
    for (size_t c = 0; c < log->column_count; c++)
        if (!log->columns[c].role && !cell_is_empty(&row->cells[c]))
            return true;
    return false;
}

static void empty(struct kept_cell *cells, int column)
{
    if (column >= 0)
        cells[column] = (struct kept_cell){.kind = CELL_EMPTY, .text = "", .format = "General"};
}

bool memory_take_back(struct pool *pool, struct memory *memory, day date, struct taken_back *taken)
{
    const struct kept_table *log = memory_table(memory, "log");
    size_t at = log ? last_row(log, date) : NO_ROW;
    double hours = 0;

    if (at == NO_ROW)
        return false;
    const struct kept_row *row = &log->rows[at];
    int column = kept_column_find(log, "hours"), notes = kept_column_find(log, "notes");
    cell_hours(&row->cells[column], &hours);
    *taken = (struct taken_back){
        .minutes = (int)(hours * 60 + 0.5),
        .session = session_of_key(memory, row->key),
        .category = text_at(log, at, "category"),
        .task = text_at(log, at, "task"),
        .note = text_at(log, at, "notes"),
    };
    if (*row->key == '\0' && !has_more(log, row)) {
        row_drop(pool, memory, log, at);
        return true;
    }
    struct kept_cell *cells = row_to_write(pool, memory, log, at);
    empty(cells, column);
    empty(cells, notes);
    return true;
}
