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
