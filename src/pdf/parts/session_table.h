/* session_table: the table of a week's sessions: a box, day, time, what, planned, a line for the
 * actual.
 */
#ifndef ROADBOOK_PDF_PARTS_SESSION_TABLE_H
#define ROADBOOK_PDF_PARTS_SESSION_TABLE_H

#include "pdf/parts/book.h"

/* The columns, points from the page's left edge. */
struct session_columns {
    double box, day, time, session, session_width, planned, actual, actual_width;
    /* the time stands below the day */
    bool stacked;
};

/* One row, measured. */
struct session_row {
    const struct session *session;
    const char *day, *time, *category, *first_line;
    /* of the focus, below the first line; NULL: none */
    struct paragraph *rest;
    /* of its words */
    double height;
};

struct session_table {
    struct book *book;
    const struct week *week;
    /* of continuation pages */
    const char *title;
    struct session_columns columns;
    struct session_row *rows;
    /* above and below the words of a row, points; may be changed before drawing */
    double padding;
};

/* Measures the week's sessions for the book's page; the table is the book's pool's. */
struct session_table sessions_measure(struct book *book, const struct week *week,
                                      const char *title);

/* Its height with head and sum. */
double sessions_height(const struct session_table *table);

/* Draws it from the book's y down, onto next pages where it must. */
void sessions_draw(struct session_table *table);

#endif
