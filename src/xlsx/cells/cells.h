/* cells: the tracker being written, and how one cell is written safely. */
#ifndef ROADBOOK_XLSX_CELLS_CELLS_H
#define ROADBOOK_XLSX_CELLS_CELLS_H

#include "export.h"
#include "memory/xlsx/formula.h"
#include "memory/xlsx_parts.h"
#include "xlsx/cells/fit.h"
#include "xlsx/cells/forecast.h"
#include "xlsx/cells/references.h"
#include "xlsx/cells/styles.h"

/* Every sheet's rows, counted from 0: a title, a hint, the hidden role row, headers, then data. */
enum { TITLE_ROW, HINT_ROW, ROLE_ROW, HEADER_ROW, FIRST_ROW };

/* A row that stands for an item: kept in the file, so that a later build knows it again even where
 * somebody sorted the keys away from their texts. */
struct known_row {
    const char *key, *table, *text;
    /* that the roadmap gives it, whatever the learner made of it */
    day due;
    /* as in struct known_item */
    const char *shown;
};

/* What formulas on other sheets count of a column, as it was written. */
struct tally {
    /* the sheet's */
    const char *tab;
    lxw_col_t column;
    /* cells that say done; cells that hold a number, and their sum */
    size_t done, numbers;
    double sum;
};

/* A row of a table of items, as it stands. */
struct item_row {
    /* the sheet's */
    const char *tab;
    lxw_row_t row;
    /* of its phase, as they stand there; "": none */
    const char *phase;
    /* its due date as a number; NAN: none */
    double due;
    bool done;
    /* of a cost: "" for none; NAN for none */
    const char *currency;
    double planned, actual;
    /* it is no item's, but the learner's */
    bool own;
    /* it has a title: an item's row, or one in which the learner wrote what it is */
    bool named;
    /* 0: it has none that are known */
    int chapters;
};

/* A cell of the old tracker that has no place in the new one. */
struct stray {
    /* where it stood, in words: the sheet, the row's title, the column's header */
    const char *tab, *row, *header;
    const struct kept_cell *cell;
};

/* Cells that are told of. */
#define MOST_NAMED 3 /* in one message */
struct named_cells {
    size_t count;
    /* the first of them: "Log, D12; Log, D14" */
    const char *names;
};

/* A tracker on its way into a file. */
struct tracker {
    const struct edition *edition;
    const struct schedule *schedule;
    const struct plan *plan;
    /* the rows of the Log, and what they come to */
    const struct log_row *log_rows;
    size_t log_row_count;
    const struct logbook *logbook;
    /* what the learner wrote in the old tracker, by sheet */
    struct carried **carried;
    size_t carried_count, carried_capacity;
    /* its sheets with tables, and where their columns stand now */
    struct moved_sheet *moved;
    size_t moved_count, moved_capacity;
    struct stray *strays;
    size_t stray_count, stray_capacity;
    /* due dates that the learner decided */
    size_t decided_dues;
    /* formulas of which only the value could be carried over, for what they name, or for what they
     * refer to; those without a value stored with them; hours that may be times of day */
    struct named_cells lost_formulas, unmoved_formulas, blank_formulas, doubtful_hours;
    /* words where a date or a number counts */
    struct named_cells worded;
    /* something of the old tracker could not be carried over, and was named */
    bool loses;
    /* what the record says in memory's carried_from; "": nothing */
    const char *carried_from;
    /* what the build says of itself */
    const struct build_word *last_build;
    const struct figures *figures;
    const struct forecast *forecast;
    /* scratch: lives until the file is closed */
    struct pool *pool;
    lxw_workbook *book;
    struct styles styles;
    struct known_row *known;
    size_t known_count, known_capacity;
    /* memory's, by id; NULL: nobody asked yet */
    struct lookup *remembered;
    struct item_row *item_rows;
    size_t item_row_count, item_row_capacity;
    struct tally *tallies;
    size_t tally_count, tally_capacity;
    /* every cell that was put, in order: the file is proved by it */
    struct cell_content *cells;
    size_t cell_count, cell_capacity;
    /* in the roadmap, of what is being written: for reports */
    struct place place;
    /* on the sheet being written */
    size_t link_count;
};

/* Adds an empty sheet behind those there are; it is the book's. NULL where the name is not allowed.
 */
lxw_worksheet *sheet_add(struct tracker *tracker, const char *name);

/* Each writes one cell of SHEET, over what stood there; strings are copied. They cannot fail: what
 * a cell does not hold is written as said here. */

/* TEXT as cell_text() has it; that it was cut is reported at the tracker's place. "": as
 * put_blank(). */
void put_text(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              const char *text, enum style style);

/* TEXT as a link to URL; as put_text() where that is not allowed, or SHEET has as many links as a
 * sheet may have. */
void put_link(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              const char *url, const char *text);

/* TEXT as a link to CELL ("A1") of the sheet TAB; as put_text() where SHEET has no room for it. */
void put_jump(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              const char *tab, const char *cell, const char *text, enum style style);

/* Not finite: as put_blank(). */
void put_number(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                double number, enum style style);

/* As a serial number; DAY_NONE: as put_blank(). */
void put_date(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              day date, enum style style);

/* TRUE or FALSE. */
void put_truth(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
               bool truth, enum style style);

/* An empty cell that looks as STYLE says. */
void put_blank(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
               enum style style);

/* FORMULA ("=A1+B1"), with the value that it has now: TEXT, or where that is NULL the number (not
 * finite: 0). */
void put_formula(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                 const char *formula, enum style style, double number, const char *text);

/* Gives REFERENCE ("=Weeks!$D$5") a name for formulas; a NAME that is not allowed gives
 * none. */
void define_name(struct tracker *tracker, const char *name, const char *reference);

/* Counts a cell of SHEET among those that are told of, the first few by name, each with WORDS. */
void name_cell(struct tracker *tracker, struct named_cells *named, const lxw_worksheet *sheet,
               lxw_row_t row, lxw_col_t column, const char *words);

/* A paper's number in a sheet's print set-up (ISO/IEC 29500-1, 18.3.1.63), found by its size. One
 * without a number, such as a tablet's screen: Letter or A4, whichever is nearer in shape. */
uint8_t paper_code(const struct paper *paper);

/* Title and hint, print set-up (paper, landscape, one page wide, headers on each page), no
 * grid lines. TITLE_COLUMN is the first that is not hidden. */
void sheet_dress(struct tracker *tracker, lxw_worksheet *sheet, lxw_col_t title_column,
                 const char *title, const char *hint);

/* Locks a sheet that only shows; widths, filters and sorting stay free. No password. */
void sheet_lock(lxw_worksheet *sheet);

/* Points of height that TEXT takes in a cell WIDTH characters wide. */
double text_height(const char *text, double width);

/* The serial number of a date in the 1900 date system (ISO/IEC 29500-1, 18.17.4.1); exact from
 * March 1900 on. */
double date_serial(day date);

/* ROUND() as spreadsheets do it: halves away from zero, DIGITS decimals. */
double sheet_round(double value, int digits);

#endif
