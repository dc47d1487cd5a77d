/* enter: finds the row that waits for an entry, and writes in it. */
#include "memory/entry/enter.h"

#include <string.h>

#include "memory/entry/written.h"
#include "memory/lookup.h"

#define NO_ROW ((size_t)-1)

/* Where the Log has its columns; -1: not there. */
struct log_columns {
    int date, category, hours, task, notes;
};

struct entering {
    struct pool *pool;
    const struct memory *memory;
    const struct new_entry *entry;
    const struct kept_table *log;
    struct log_columns columns;
};

/* The header of the first column that is missing; NULL: all are there. */
static const char *find_log(struct entering *entering)
{
    const struct kept_table *log = memory_table(entering->memory, "log");

    if (!log)
        return "Log";
    entering->log = log;
    entering->columns =
        (struct log_columns){kept_column_find(log, "date"), kept_column_find(log, "category"),
                             kept_column_find(log, "hours"), kept_column_find(log, "task"),
                             kept_column_find(log, "notes")};
    if (entering->columns.date < 0)
        return "Date";
    if (entering->columns.hours < 0)
        return "Hours";
    return entering->entry->note && entering->columns.notes < 0 ? "Notes" : NULL;
}

/* true where the row stands for what is planned on the entry's day, and has no hours. */
static bool waits(const struct entering *entering, const struct kept_row *row)
{
    day date;

    return *row->key && cell_is_empty(&row->cells[entering->columns.hours]) &&
           cell_day(&row->cells[entering->columns.date], &date) && date == entering->entry->date;
}

static bool works_at(const struct past_session *session, const char *item)
{
    for (size_t i = 0; session && item && i < session->item_count; i++)
        if (strcmp(session->items[i], item) == 0)
            return true;
    return false;
}

/* How well the row fits the entry: 0: not at all. */
static int fitness(const struct entering *entering, const struct kept_row *row,
                   const struct past_session *session)
{
    const struct new_entry *entry = entering->entry;
    int column = entering->columns.category;
    const char *category = column >= 0 ? row->cells[column].text : "";

    if (entry->category && strcmp(plain_words(entering->pool, entry->category),
                                  plain_words(entering->pool, category)) != 0)
        return 0;
    return works_at(session, entry->item) ? 2 : 1;
}

static size_t find_row(const struct entering *entering, const struct past_session **session)
{
    size_t found = NO_ROW;
    int best = 0;

    *session = NULL;
    for (size_t i = 0; i < entering->log->row_count; i++) {
        const struct kept_row *row = &entering->log->rows[i];
        const struct past_session *planned =
            waits(entering, row) ? session_of_key(entering->memory, row->key) : NULL;
        int fit = planned ? fitness(entering, row, planned) : 0;
        if (fit > best) {
            best = fit;
            found = i;
            *session = planned;
        }
    }
    return found;
}

/* NOTE behind what stands there. */
static struct kept_cell with_note(struct pool *pool, const struct kept_cell *cell, const char *note)
{
    return cell_of_text(cell_is_empty(cell) ? note : pool_print(pool, "%s; %s", cell->text, note));
}

static void put_text(struct kept_cell *cells, int column, const char *text)
{
    if (column >= 0 && text)
        cells[column] = cell_of_text(text);
}

const char *memory_enter(struct pool *pool, struct memory *memory, const struct new_entry *entry,
                         const struct past_session **session)
{
    struct entering entering = {.pool = pool, .memory = memory, .entry = entry};
    const char *missing = find_log(&entering);
    const struct log_columns *columns = &entering.columns;

    if (missing)
        return missing;
    size_t row = find_row(&entering, session);
    struct kept_cell *cells = row == NO_ROW ? row_to_add(pool, memory, entering.log)
                                            : row_to_write(pool, memory, entering.log, row);
    cells[columns->hours] = cell_of_number(pool, entry->minutes / 60.0);
    if (row == NO_ROW) {
        cells[columns->date] = cell_of_day(pool, entry->date);
        put_text(cells, columns->category, entry->category);
        put_text(cells, columns->task, entry->task);
    }
    if (entry->note)
        cells[columns->notes] = with_note(pool, &cells[columns->notes], entry->note);
    return NULL;
}
