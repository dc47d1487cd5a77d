/* record: the tables in which a build writes down, in hidden sheets of the tracker, what the next
 * one needs of it; and their cells, read back. Names stand here once, for who writes and who reads.
 */
#ifndef ROADBOOK_MEMORY_RECORD_H
#define ROADBOOK_MEMORY_RECORD_H

#include "memory/memory.h"

/* Of the way it is written down. The first edition's knew no weeks and sessions. */
#define RECORD_VERSION 2

/* TABLE(NAME, middle part of its role), in the order they stand in, on two sheets: the second
 * begins with the plan. Settings hold facts, too, in rows without an origin; what the plan is
 * stands on both sheets, as somebody may delete one. */
#define RECORD_TABLES(TABLE)                                                                       \
    TABLE(SETTING, "settings")                                                                     \
    TABLE(FIRST, "first-plan")                                                                     \
    TABLE(KNOWN, "keys")                                                                           \
    TABLE(PLAN, "plan")                                                                            \
    TABLE(WEEK, "plan-week")                                                                       \
    TABLE(SESSION, "plan-session")                                                                 \
    TABLE(LINE, "page-line")                                                                       \
    TABLE(IMPRINT, "imprint")

/* COLUMN(its table, NAME, last part of its role, header, characters wide). */
#define RECORD_COLUMNS(COLUMN)                                                                     \
    COLUMN(SETTING, NAME, "name", "Setting", 18)                                                   \
    COLUMN(SETTING, VALUE, "value", "Value", 42)                                                   \
    COLUMN(SETTING, ORIGIN, "origin", "From", 16)                                                  \
    COLUMN(SETTING, SINCE, "since", "Since", 12)                                                   \
    COLUMN(FIRST, DAY, "first", "First plan, week of", 18)                                         \
    COLUMN(FIRST, MINUTES, "minutes", "Minutes", 10)                                               \
    COLUMN(KNOWN, ID, "key", "Key", 38)                                                            \
    COLUMN(KNOWN, KIND, "kind", "Kind", 14)                                                        \
    COLUMN(KNOWN, ABOVE, "above", "Below", 38)                                                     \
    COLUMN(KNOWN, TITLE, "title", "Title", 60)                                                     \
    COLUMN(KNOWN, TABLE, "table", "Table", 14)                                                     \
    COLUMN(KNOWN, TEXT, "text", "Text", 60)                                                        \
    COLUMN(KNOWN, DUE, "due", "Due", 12)                                                           \
    COLUMN(KNOWN, SHOWN, "shown", "Marks of the rest", 40)                                         \
    COLUMN(KNOWN, LEFT, "left", "Left the table", 12)                                              \
    COLUMN(KNOWN, HELD, "held", "Held on it to", 12)                                               \
    COLUMN(KNOWN, FIRST_FROM, "first-from", "First planned from", 12)                              \
    COLUMN(KNOWN, FIRST_DUE, "first-due", "First planned to", 12)                                  \
    COLUMN(PLAN, ID, "id", "Plan", 38)                                                             \
    COLUMN(PLAN, TITLE, "title", "Title", 30)                                                      \
    COLUMN(PLAN, BUILT, "built", "Built", 12)                                                      \
    COLUMN(PLAN, START, "start", "Start", 12)                                                      \
    COLUMN(WEEK, NUMBER, "number", "Week", 8)                                                      \
    COLUMN(WEEK, ISO_YEAR, "iso-year", "Year", 8)                                                  \
    COLUMN(WEEK, ISO_WEEK, "iso-week", "Of the year", 10)                                          \
    COLUMN(WEEK, FIRST, "first", "First day", 12)                                                  \
    COLUMN(WEEK, LAST, "last", "Last day", 12)                                                     \
    COLUMN(WEEK, PHASE, "phase", "Phase", 38)                                                      \
    COLUMN(WEEK, FROM, "from", "Plan time from", 22)                                               \
    COLUMN(WEEK, MIDDLE, "middle", "Middle", 22)                                                   \
    COLUMN(WEEK, TO, "to", "To", 22)                                                               \
    COLUMN(WEEK, RATES, "rates", "Minutes a week, by day", 24)                                     \
    COLUMN(WEEK, PAGE, "page", "Page", 8)                                                          \
    COLUMN(WEEK, TITLE, "title", "The book's title", 30)                                           \
    COLUMN(WEEK, WAY_FROM, "way-from", "Way from", 22)                                             \
    COLUMN(WEEK, WAY_TO, "way-to", "Way to", 22)                                                   \
    COLUMN(WEEK, BEFORE, "before", "Minutes before", 14)                                           \
    COLUMN(SESSION, PLAN, "plan", "Session", 60)                                                   \
    COLUMN(SESSION, CATEGORY, "category", "Category", 28)                                          \
    COLUMN(SESSION, FOCUS, "focus", "Focus", 60)                                                   \
    COLUMN(LINE, PLAN, "plan", "Line of a page", 40)                                               \
    COLUMN(LINE, TITLE, "title", "Line", 50)                                                       \
    COLUMN(LINE, NOTE, "note", "Note", 30)                                                         \
    COLUMN(IMPRINT, OF, "of", "Cells of", 24)                                                      \
    COLUMN(IMPRINT, CELLS, "cells", "Cells", 8)                                                    \
    COLUMN(IMPRINT, FORMULAS, "formulas", "Formulas", 10)                                          \
    COLUMN(IMPRINT, MARKS, "marks", "Marks", 40)

/* RECORD_WEEK; RECORD_WEEK_FIRST. */
enum record_table {
#define TABLE(name, role) RECORD_##name,
    RECORD_TABLES(TABLE)
#undef TABLE
        RECORD_TABLE_COUNT
};

enum record_column {
#define COLUMN(table, name, ...) RECORD_##table##_##name,
    RECORD_COLUMNS(COLUMN)
#undef COLUMN
        RECORD_COLUMN_COUNT
};

extern const char *const record_roles[RECORD_TABLE_COUNT];

extern const struct record_column_about {
    enum record_table table;
    const char *role, *header;
    double width;
} record_columns[RECORD_COLUMN_COUNT];

/* All of a session that has no blank in it stands in its first column, with blanks between, for a
 * plan may have 30,000 of them, and readers count cells: these, then the ids of what it works at.
 */
enum {
    SESSION_WORD_ID,
    SESSION_WORD_DATE,
    SESSION_WORD_START,
    SESSION_WORD_MINUTES,
    SESSION_WORD_CHAPTER_FROM,
    SESSION_WORD_CHAPTER_TO,
    SESSION_WORD_PART,
    SESSION_WORD_PARTS,
    SESSION_WORD_CLOSES_MONTH,
    SESSION_WORDS
};

/* So do those of a line on a week's page; then, where it has one, what its link leads to. */
enum {
    LINE_WORD_WEEK,
    LINE_WORD_COMING,
    LINE_WORD_DATE,
    LINE_WORD_DUE,
    LINE_WORD_COUNT,
    LINE_WORD_TICKED,
    LINE_WORDS
};

/* Many rows of sessions and of lines stand in one cell, in its table's first column: RECORD_NEXT
 * stands between two of them, and RECORD_BESIDE before what stands in the columns beside it where a
 * row has cells of its own, as the rows of older trackers have, and those with such a sign in a
 * title. */
#define RECORD_NEXT   "\xE2\x90\x9E" /* U+241E, the sign for "record separator" */
#define RECORD_BESIDE "\xE2\x90\x9F" /* U+241F, that for "unit separator" */
#define RECORD_PACKED 4000           /* bytes in a cell, from which on the next begins */

/* Stands where a line has no date. */
#define LINE_UNDATED "-"

/* The facts among the settings, by name. */
#define FACT_VERSION  "version"
#define FACT_PLAN     "plan"
#define FACT_TITLE    "title"
#define FACT_BUILT    "built"
#define FACT_START    "start"
#define FACT_END      "end"
#define FACT_TIMEZONE "timezone"
#define FACT_MINUTES  "minutes-a-week"
#define FACT_CARRIED  "carried-from"
/* a row each */
#define FACT_REPLAN "replan"
/* the day of the last build, which an entry since is none */
#define FACT_LAST_BUILD "last-build"
/* minutes a week, where the learner was behind */
#define FACT_TO_KEEP "to-keep"
/* a row each, with the day of the build that moved it behind it */
#define FACT_MOVED "moved"

/* Exact to the last bit, whichever program saves it: a number's text (spreadsheets keep 15 digits).
 */
#define RECORD_EXACT "%.17g"

/* Where its tables and columns stand in a file that was read. */
struct record {
    /* NULL: not there */
    const struct kept_table *tables[RECORD_TABLE_COUNT];
    /* in their tables; -1: not there */
    int at[RECORD_COLUMN_COUNT];
};

/* true for the middle part of the roles of a table of the record. */
bool record_has(const char *role);

struct record record_find(const struct memory *memory);

/* Rows of a table; 0 where it is not there. */
size_t record_rows(const struct record *record, enum record_table table);

/* A cell as text; "": there is none. Dates are numbers in it. */
const char *record_text(const struct record *record, size_t row, enum record_column column);

/* A row of a table of which many may stand in one cell: its first three columns; "": none. */
struct record_line {
    const char *words, *second, *third;
};

/* All rows of the table that begins with the column FIRST, in order; *COUNT of them. In POOL. */
const struct record_line *record_lines(struct pool *pool, const struct record *record,
                                       enum record_column first, size_t *count);

/* A number, be it written as text; false: there is none, or it lies outside of LOW..HIGH. */
bool record_number(const struct record *record, size_t row, enum record_column column, double low,
                   double high, double *number);

/* As that, whole; nothing written counts as 0, and so does what is none. */
int record_count(const struct record *record, size_t row, enum record_column column);

/* A date of the years 1970-2199; DAY_NONE: none. */
day record_day(const struct record *record, size_t row, enum record_column column);

#endif
