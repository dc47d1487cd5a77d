/* entries: rows of the Log, understood, and their sums. */
#include "memory/entries.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Where the Log has its columns; -1: not there. */
struct log_columns {
    int date, category, hours, task;
};

static const struct kept_cell *cell_at(const struct kept_row *row, int column)
{
    static const struct kept_cell none = {.text = "", .format = "General"};

    return column >= 0 ? &row->cells[column] : &none;
}

static const char *text_at(const struct kept_row *row, int column)
{
    const struct kept_cell *cell = cell_at(row, column);

    return cell->kind == CELL_ERROR ? "" : cell->text;
}

/* true for a formula that gives a text: no build makes a number of it, so it never counts. */
static bool is_words(const struct kept_cell *cell)
{
    return cell->formula && cell->kind == CELL_TEXT;
}

static enum logged_state state_of(const struct logged *logged, bool read, double hours)
{
    if (!read)
        return LOGGED_UNREAD;
    if (hours < HOURS_LEAST)
        return LOGGED_FEW;
    if (hours > HOURS_MOST)
        return LOGGED_MANY;
    return logged->date == DAY_NONE ? LOGGED_UNDATED : LOGGED_COUNTS;
}

/* false where nothing was logged in the row. */
static bool read_row(const struct kept_row *row, const struct log_columns *columns,
                     struct logged *logged)
{
    const struct kept_cell *cell = cell_at(row, columns->hours);
    double hours = 0;

    if (cell_is_empty(cell) || (is_words(cell) && cell->text[0] == '\0'))
        return false;
    *logged = (struct logged){.date = DAY_NONE,
                              .category = text_at(row, columns->category),
                              .task = text_at(row, columns->task),
                              .hours = cell->text,
                              .session = row->key,
                              .line = row->line};
    bool read = !is_words(cell) && cell_hours(cell, &hours);
    const struct kept_cell *date = cell_at(row, columns->date);
    if (is_words(date) || !cell_day(date, &logged->date))
        logged->date = DAY_NONE;
    logged->minutes = read ? (int)round(hours * 60) : 0;
    logged->state = state_of(logged, read, hours);
    return true;
}

static int by_date(const void *left, const void *right)
{
    const struct logged *one = left, *other = right;

    if (one->date != other->date)
        return one->date < other->date ? -1 : 1;
    return one->line < other->line ? -1 : one->line > other->line;
}

static void sum_up(struct pool *pool, struct entries *entries)
{
    int64_t *sums = pool_alloc(pool, (entries->count + 1) * sizeof *sums);

    sums[0] = 0;
    for (size_t i = 0; i < entries->count; i++)
        sums[i + 1] = sums[i] + entries->list[i].minutes;
    entries->minutes_before = sums;
}

const struct entries *entries_of(struct pool *pool, const struct memory *memory)
{
    const struct kept_table *log = memory ? memory_table(memory, "log") : NULL;
    struct entries *entries = pool_alloc(pool, sizeof *entries);
    size_t rows = log ? log->row_count : 0;
    struct logged *list = pool_alloc(pool, (rows + 1) * sizeof *list);
    struct logged *astray = pool_alloc(pool, (rows + 1) * sizeof *astray);
    struct log_columns columns = {-1, -1, -1, -1};

    *entries = (struct entries){.list = list, .astray = astray};
    if (log)
        columns =
            (struct log_columns){kept_column_find(log, "date"), kept_column_find(log, "category"),
                                 kept_column_find(log, "hours"), kept_column_find(log, "task")};
    for (size_t i = 0; i < rows; i++) {
        struct logged logged;
        if (!read_row(&log->rows[i], &columns, &logged))
            continue;
        if (logged.state == LOGGED_COUNTS)
            list[entries->count++] = logged;
        else
            astray[entries->astray_count++] = logged;
    }
    qsort(list, entries->count, sizeof *list, by_date);
    sum_up(pool, entries);
    return entries;
}

/* How many of the entries come before that day. */
static size_t count_before(const struct entries *entries, day date)
{
    size_t low = 0, high = entries->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (entries->list[middle].date < date)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int entries_minutes(const struct entries *entries, day first, day last)
{
    if (last < first)
        return 0;
    return (int)(entries->minutes_before[count_before(entries, last + 1)] -
                 entries->minutes_before[count_before(entries, first)]);
}
