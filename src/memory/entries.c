/* entries: rows of the Log, understood, and their sums. */
#include "memory/entries.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MILLISECONDS_AN_HOUR  3600000
#define MILLISECONDS_A_MINUTE 60000

int entries_rounded(int64_t milliseconds)
{
    return (int)((milliseconds + MILLISECONDS_A_MINUTE / 2) / MILLISECONDS_A_MINUTE);
}

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

static enum logged_state state_of(const struct logged *logged, bool read, double hours, day today)
{
    if (!read)
        return LOGGED_UNREAD;
    if (hours < HOURS_LEAST)
        return LOGGED_FEW;
    if (hours > HOURS_MOST)
        return LOGGED_MANY;
    if (logged->date == DAY_NONE)
        return LOGGED_UNDATED;
    if (logged->date <= today)
        return LOGGED_COUNTS;
    return logged->date <= today + DAYS_AHEAD_MOST ? LOGGED_TO_COME : LOGGED_FAR;
}

/* The hours in CELL, into *HOURS; false: none can be read. Less than none is a number, too. */
static bool read_hours(const struct kept_cell *cell, double *hours)
{
    *hours = 0;
    if (is_words(cell))
        return false;
    if (cell->kind == CELL_NUMBER && cell->number < 0) {
        *hours = cell->number;
        return true;
    }
    return cell_hours(cell, hours);
}

/* false where nothing was logged in the row. */
static bool read_row(const struct kept_row *row, const struct log_columns *columns, day today,
                     struct logged *logged)
{
    const struct kept_cell *cell = cell_at(row, columns->hours);
    double hours;

    if (cell_is_empty(cell) || (is_words(cell) && cell->text[0] == '\0'))
        return false;
    bool read = read_hours(cell, &hours);
    if (read && hours == 0)
        return false;
    *logged = (struct logged){.date = DAY_NONE,
                              .category = text_at(row, columns->category),
                              .task = text_at(row, columns->task),
                              .hours = cell->text,
                              .session = row->key,
                              .line = row->line};
    const struct kept_cell *date = cell_at(row, columns->date);
    if (is_words(date) || !cell_day(date, &logged->date))
        logged->date = DAY_NONE;
    logged->milliseconds = (int64_t)llround(fmax(hours, 0) * MILLISECONDS_AN_HOUR);
    logged->minutes = entries_rounded(logged->milliseconds);
    logged->state = state_of(logged, read, hours, today);
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
        sums[i + 1] = sums[i] + entries->list[i].milliseconds;
    entries->before = sums;
}

const struct entries *entries_of(struct pool *pool, const struct memory *memory, day today)
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
        if (!read_row(&log->rows[i], &columns, today, &logged))
            continue;
        if (logged.state == LOGGED_COUNTS)
            list[entries->count++] = logged;
        else if (logged.state != LOGGED_TO_COME)
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
    return entries_rounded(entries->before[count_before(entries, last + 1)] -
                           entries->before[count_before(entries, first)]);
}
