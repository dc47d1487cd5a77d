/* record_pen: writes the record's tables side by side on a hidden sheet. What is not known is not
 * written: a plan may have 100,000 rows of it, and each cell costs whoever opens the file. */
#ifndef ROADBOOK_XLSX_SHEETS_RECORD_PEN_H
#define ROADBOOK_XLSX_SHEETS_RECORD_PEN_H

#include "base/text.h"
#include "memory/record.h"
#include "xlsx/sheets/sheets.h"

struct record_pen {
    struct tracker *tracker;
    lxw_worksheet *sheet;
    /* the column of the sheet that each stands in */
    lxw_col_t at[RECORD_COLUMN_COUNT];
};

/* Begins SHEET with the tables FIRST..LAST, their roles and headers; hides and locks it. */
struct record_pen record_pen_open(struct tracker *tracker, lxw_worksheet *sheet,
                                  const struct sheet *about, enum record_table first,
                                  enum record_table last);

/* The column of a sheet that begins with the table FIRST, in which that column of the record
 * stands. */
lxw_col_t record_place(enum record_table first, enum record_column column);

/* false where a sheet has no row for the INDEXth of a table, counted from 0. */
bool record_row_fits(size_t index);

/* Each writes a cell of the INDEXth row. TEXT may be NULL or "": none. */
void record_put_text(const struct record_pen *pen, size_t index, enum record_column column,
                     const char *text);
void record_put_count(const struct record_pen *pen, size_t index, enum record_column column,
                      int number);
/* as that, 0: none */
void record_put_some(const struct record_pen *pen, size_t index, enum record_column column,
                     int number);
void record_put_day(const struct record_pen *pen, size_t index, enum record_column column,
                    day date);
/* to the last bit */
void record_put_exact(const struct record_pen *pen, size_t index, enum record_column column,
                      double number);

/* Writes rows of a table of which many stand in one cell (memory/record.h), one after the other. */
struct record_packer {
    const struct record_pen *pen;
    /* the table's first column */
    enum record_column first;
    /* of cells; what goes into the next one */
    size_t rows;
    struct text packed;
};

/* SECOND and THIRD, NULL or "": none, stand in the columns beside that of WORDS. */
void record_pack(struct record_packer *packer, const char *words, const char *second,
                 const char *third);

/* Writes what is left. */
void record_pack_end(struct record_packer *packer);

#endif
