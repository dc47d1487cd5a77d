/* memory: what an earlier build wrote down in the tracker, and what the learner wrote there since.
 * Plain structs; all of it lives in the pool of memory_read(). Strings are never NULL but where it
 * says so; days that are not known are DAY_NONE. */
#ifndef ROADBOOK_MEMORY_MEMORY_H
#define ROADBOOK_MEMORY_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/pool.h"
#include "base/text.h"
#include "memory/told/build_word.h"

/* What the build wrote down. */

/* A setting that was in force. */
struct remembered_setting {
    /* its key: "hours"; several rows of one name are a list's */
    const char *name, *value;
    /* "command line", "front matter", "roadbook.yaml", "default" */
    const char *origin;
    /* when it was first given so */
    day since;
};

/* A week as it was planned when the plan was first made. */
struct first_plan_week {
    day first;
    int minutes;
};

/* One line of a list that a week's page printed. */
struct page_line {
    /* "coming up"; else on the table */
    bool coming;
    const char *title, *note;
    /* of its link */
    const char *target;
    day date;
    bool due;
    int count;
    /* its box was printed with a tick */
    bool ticked;
};

/* What the book printed of one week. */
struct page_record {
    /* from 1; 0: the book had none */
    int page;
    /* the book's title in its foot */
    const char *title;
    /* how far along the road the week began and ended, 0-1 */
    double way_from, way_to;
    /* of study before it, in minutes; -1: nobody wrote it down */
    int before;
    const struct page_line *lines;
    size_t line_count;
};

/* A sitting as it was planned. */
struct past_session {
    const char *id;
    day date;
    /* minute of the day; how long */
    int start, minutes;
    const char *category, *focus;
    /* ids of what it works at, the main one first; the roadmap may no longer have them */
    const char *const *items;
    size_t item_count;
    /* 0, 0: none */
    int chapter_from, chapter_to;
    int part, parts;
    bool closes_month;
};

/* A week as it was planned: schedule.h says what its members are. */
struct past_week {
    int number, iso_year, iso_week;
    day first, last;
    /* id of its phase's section; "": none */
    const char *phase;
    double from, middle, to;
    /* the minutes a week that each of its days, from FIRST on, went by */
    int rates[7];
    size_t first_session, session_count;
    struct page_record page;
};

/* All weeks and sessions of the plan as it was last laid out, in order of time. Those before TODAY
 * are lived: they stand. */
struct past {
    day today;
    const struct past_week *weeks;
    size_t week_count;
    const struct past_session *sessions;
    size_t session_count;
    /* there were more, which nobody can make out */
    bool damaged;
};

/* A section or an item of the roadmap as it was then, in the document's order. */
struct known_item {
    const char *id;
    /* item_kind_name(); "section" for a section */
    const char *kind;
    /* id of the item or section above it; "": none */
    const char *above;
    const char *title;
    /* the table in which it had a row, "tasks"; "": none; the words that named it there, and the
     * due date that roadbook wrote there */
    const char *table, *text;
    day due;
    /* marks (typed/imprint.h) of what else roadbook wrote in that row, "details:1a2b3c4d phase:-";
     * "": not known */
    const char *shown;
    /* what the last replan made of it (schedule/lived/progress.h) */
    day left, held;
    /* the days that it had in the first plan, a section from its first to its last; DAY_NONE:
     * nobody wrote them down */
    day first_from, first_due;
};

/* What the learner wrote: tables with a role row, and sheets of their own. */

#define SERIAL_OF_1970 25569 /* 1970-01-01, as spreadsheets count days */

enum cell_kind { CELL_EMPTY, CELL_TEXT, CELL_NUMBER, CELL_TRUTH, CELL_ERROR };

struct kept_cell {
    enum cell_kind kind;
    /* the text; of anything else its value as the file spells it: "0.0625", "1", "#N/A" */
    const char *text;
    /* of a number or truth; else 0 */
    double number;
    /* without "="; NULL: none */
    const char *formula;
    /* its number format's code; "General" where it has none */
    const char *format;
};

struct kept_column {
    /* last part of its role, "hours"; NULL: a column of the learner's own */
    const char *role;
    const char *header;
    /* characters; 0: not said */
    double width;
    /* its column in the sheet, from 0 */
    uint32_t at;
};

struct kept_row {
    /* the item's or session's id, after keys were made sure of; "": a row of the learner's own */
    const char *key;
    /* one a column of its table */
    const struct kept_cell *cells;
    /* its row in the sheet, from 1: for reports */
    uint32_t line;
};

/* All rows below a role row, to the last that holds anything. */
struct kept_table {
    /* "log" */
    const char *role;
    /* of the sheet that it stood on */
    const char *tab;
    const struct kept_column *columns;
    size_t column_count;
    const struct kept_row *rows;
    size_t row_count;
};

struct placed_cell {
    /* from 0 */
    uint32_t row, column;
    struct kept_cell cell;
    /* NULL: none */
    const char *comment;
};

/* A sheet without a role row: the learner's own. */
struct kept_sheet {
    const char *name;
    bool hidden;
    /* by row, then column */
    const struct placed_cell *cells;
    size_t cell_count;
    /* characters, by column; 0: not said */
    const double *widths;
    size_t width_count;
    /* what of it roadbook cannot carry, in words: "a chart, merged cells"; "": nothing */
    const char *lost;
};

struct memory {
    /* the file it was read from, and hash_bytes() of its bytes */
    const char *path;
    uint64_t digest;
    /* of the way it is written down; 1: the first edition's, which knows no weeks and sessions; 0:
     * there is no record, and no plan id: somebody deleted the hidden sheets */
    int version;
    const char *plan_id, *title;
    day built, start;
    /* memory_digest() of the tracker that it was made in the place of, all of whose entries were
     * carried over into it; "": there was none such */
    const char *carried_from;
    const struct remembered_setting *settings;
    size_t setting_count;
    const struct first_plan_week *first_plan;
    size_t first_plan_count;
    /* the days on which the rest of the plan was laid out anew, in order */
    const day *replans;
    size_t replan_count;
    /* what the last build said of itself */
    struct build_word last_build;
    struct past past;
    const struct known_item *known;
    size_t known_count;
    const struct kept_table *tables;
    size_t table_count;
    /* all of this file's tables as they were laid out, those with them that only show */
    const struct kept_table *laid;
    size_t laid_count;
    const struct kept_sheet *sheets;
    size_t sheet_count;
    /* rows of other trackers (merge.h) that say something else than the row that stands here, and
     * cells typed where roadbook alone writes, a table a cell; like all that finds no place they go
     * to the sheet "From your old file" */
    const struct kept_table *strays;
    size_t stray_count;
    /* what of roadbook's own sheets it cannot carry, in words; "": nothing */
    const char *lost;
};

enum memory_state {
    MEMORY_NONE,    /* there is no tracker */
    MEMORY_READ,    /* it was read */
    MEMORY_FOREIGN, /* a spreadsheet, but none that roadbook made */
    MEMORY_REFUSED, /* it is damaged, or not safe to read */
    MEMORY_UNREAD   /* it could not be looked into: the system's fault, not the file's */
};

/* Reads the tracker at PATH into *MEMORY, in POOL. Where it is not MEMORY_READ, *MEMORY is NULL and
 * WHY, added to, says in words what is wrong ("it is larger than 64 MB"). Reports what it had to
 * make up its mind about (keys sorted away from their texts), nothing else. Any bytes are refused
 * or read within a second and 64 MB. */
enum memory_state memory_read(struct pool *pool, const char *path, const struct memory **memory,
                              struct text *why);

/* As that, of LENGTH bytes of a file called PATH. */
enum memory_state memory_read_bytes(struct pool *pool, const char *path, const char *bytes,
                                    size_t length, const struct memory **memory, struct text *why);

/* What the learner wrote, by a BOOK (memory/xlsx_file.h) that was just made to be PATH: a new
 * tracker is proved by it. Tables and sheets alone, in POOL; fails as those, but for what is wrong
 * with a file. */
struct read_book;
enum memory_state memory_of_made(struct pool *pool, const char *path, const struct read_book *book,
                                 const struct memory **memory, struct text *why);

/* DIGEST in letters, as it is written down. In POOL. */
const char *memory_digest(struct pool *pool, uint64_t digest);

/* The table of that role; NULL: none. */
const struct kept_table *memory_table(const struct memory *memory, const char *role);

/* The index of its column of that role; -1: none. */
int kept_column_find(const struct kept_table *table, const char *role);

/* What was typed, understood. */

/* true where the cell holds nothing but blanks. */
bool cell_is_empty(const struct kept_cell *cell);

/* Ticks: a tick sign, x, TRUE, yes, 1, done, finished ... in the languages that roadbook knows. */
bool cell_is_ticked(const struct kept_cell *cell);

/* Hours: a number (times 24 where the cell shows a time), "1:30", "1,5", "90 min", "1h10",
 * "0 min".
 * false: none of these. */
bool cell_hours(const struct kept_cell *cell, double *hours);

/* A day: a serial number, or a text that can be but one day ("2026-03-02", "2 March 2026"), from
 * the first year to the last of those here. */
#define FIRST_YEAR_READ 1970
#define LAST_YEAR_READ  2199
bool cell_day(const struct kept_cell *cell, day *date);

#endif
