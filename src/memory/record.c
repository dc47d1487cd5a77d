/* record: the names of the record's tables and columns, and its cells read back. */
#include "memory/record.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const record_roles[RECORD_TABLE_COUNT] = {
#define TABLE(name, role) [RECORD_##name] = role,
    RECORD_TABLES(TABLE)
#undef TABLE
};

const struct record_column_about record_columns[RECORD_COLUMN_COUNT] = {
#define COLUMN(table, name, ...) [RECORD_##table##_##name] = {RECORD_##table, __VA_ARGS__},
    RECORD_COLUMNS(COLUMN)
#undef COLUMN
};

bool record_has(const char *role)
{
    for (enum record_table table = 0; table < RECORD_TABLE_COUNT; table++)
        if (strcmp(role, record_roles[table]) == 0)
            return true;
    return false;
}

struct record record_find(const struct memory *memory)
{
    struct record record;

    for (enum record_table table = 0; table < RECORD_TABLE_COUNT; table++)
        record.tables[table] = memory_table(memory, record_roles[table]);
    for (enum record_column column = 0; column < RECORD_COLUMN_COUNT; column++) {
        const struct record_column_about *about = &record_columns[column];
        const struct kept_table *table = record.tables[about->table];
        record.at[column] = table ? kept_column_find(table, about->role) : -1;
    }
    return record;
}

size_t record_rows(const struct record *record, enum record_table table)
{
    return record->tables[table] ? record->tables[table]->row_count : 0;
}

/* NULL: its column is not there. */
static const struct kept_cell *cell_at(const struct record *record, size_t row,
                                       enum record_column column)
{
    const struct kept_table *table = record->tables[record_columns[column].table];
    int at = record->at[column];

    return table && at >= 0 ? &table->rows[row].cells[at] : NULL;
}

const char *record_text(const struct record *record, size_t row, enum record_column column)
{
    const struct kept_cell *cell = cell_at(record, row, column);

    return cell && cell->kind != CELL_EMPTY && cell->kind != CELL_ERROR ? cell->text : "";
}

/* What stands from *AT on before the next SIGN, which *AT is moved behind, or the rest, which
 * leaves it NULL. */
static const char *take_until(struct pool *pool, const char **at, const char *sign)
{
    const char *end = strstr(*at, sign);
    const char *piece = end ? pool_copy(pool, *at, (size_t)(end - *at)) : *at;

    *at = end ? end + strlen(sign) : NULL;
    return piece;
}

/* The row that WORDS hold; what does not stand in them is as it stands in ROW's own cells. */
static struct record_line line_of(struct pool *pool, const struct record *record, size_t row,
                                  enum record_column first, const char *words)
{
    struct record_line line = {.words = take_until(pool, &words, RECORD_BESIDE)};

    line.second = words ? take_until(pool, &words, RECORD_BESIDE)
                        : record_text(record, row, (enum record_column)(first + 1));
    line.third = words ? words : record_text(record, row, (enum record_column)(first + 2));
    return line;
}

const struct record_line *record_lines(struct pool *pool, const struct record *record,
                                       enum record_column first, size_t *count)
{
    size_t rows = record_rows(record, record_columns[first].table), capacity = 0;
    struct record_line *lines = NULL;

    *count = 0;
    for (size_t row = 0; row < rows; row++)
        for (const char *at = record_text(record, row, first); at;) {
            const char *words = take_until(pool, &at, RECORD_NEXT);
            lines = pool_extend(pool, lines, *count, &capacity, sizeof *lines);
            lines[(*count)++] = line_of(pool, record, row, first, words);
        }
    return lines;
}

bool record_number(const struct record *record, size_t row, enum record_column column, double low,
                   double high, double *number)
{
    const struct kept_cell *cell = cell_at(record, row, column);
    double value = NAN;
    char *end;

    if (cell && (cell->kind == CELL_NUMBER || cell->kind == CELL_TRUTH)) {
        value = cell->number;
    } else if (cell && cell->kind == CELL_TEXT) {
        value = strtod(cell->text, &end);
        if (end == cell->text || *end)
            value = NAN;
    }
    if (!(value >= low && value <= high)) /* of NAN neither is true */
        return false;
    *number = value;
    return true;
}

int record_count(const struct record *record, size_t row, enum record_column column)
{
    double number;

    return record_number(record, row, column, INT_MIN, INT_MAX, &number) ? (int)number : 0;
}

day record_day(const struct record *record, size_t row, enum record_column column)
{
    const struct kept_cell *cell = cell_at(record, row, column);
    struct kept_cell serial = {.kind = CELL_NUMBER, .text = "", .format = "General"};
    day date;

    if (record_number(record, row, column, 0, INT_MAX, &serial.number))
        cell = &serial; /* be it written as text */
    return cell && cell_day(cell, &date) && date >= 0 && date <= day_of(2199, 12, 31) ? date
                                                                                      : DAY_NONE;
}
