/* columns: the tables of a tracker that the learner writes in, and their columns. The sheets write
 * them down (xlsx/); read back, a table may have lost its role row, and is known by its headers. */
#ifndef ROADBOOK_MEMORY_COLUMNS_H
#define ROADBOOK_MEMORY_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"

enum column_use {
    COLUMN_KEEPS_KEY,
    COLUMN_NAMES,  /* says what the row is; in a row of one's own the learner writes it */
    COLUMN_SHOWS,  /* roadbook's words; in a row of one's own the learner writes them */
    COLUMN_WORKS,  /* roadbook's formula in each row */
    COLUMN_OFFERS, /* roadbook's words, which the learner may put right */
    COLUMN_ASKS,   /* the learner's words */
    COLUMN_ANSWERS /* what roadbook's formula says of the row (memory/verdict.h) */
};

struct known_column {
    /* of the table and of the column: "log", "hours" */
    const char *table, *role;
    const char *header;
    enum column_use use;
    bool holds_days;
    /* what stands there until the learner writes: "☐"; NULL: nothing */
    const char *untouched;
};

/* All of them, table by table. */
extern const struct known_column known_columns[];
extern const size_t known_column_count;

/* The column of that role, or with that header whatever its case and blanks; NULL: none. */
const struct known_column *known_column_of_role(const char *table, const char *role);
const struct known_column *known_column_of_header(struct pool *pool, const char *table,
                                                  const char *header);

/* true where the learner writes in the table of that role. */
bool table_takes_entries(const char *table);

/* true for the tables of sheets that roadbook fills again each time. */
bool table_only_shows(const char *table);

/* What HINT, which stands below a sheet's title, ends with where it is one of roadbook's own on a
 * sheet that it fills again each time, the same pointer each time; else NULL. */
const char *hint_of_ours(const char *hint);

#endif
