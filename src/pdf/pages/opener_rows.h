/* opener_rows: what a phase is made of, as rows of a column: its goals, topics and work, where its
 * hours go. */
#ifndef ROADBOOK_PDF_PAGES_OPENER_ROWS_H
#define ROADBOOK_PDF_PAGES_OPENER_ROWS_H

#include "pdf/parts/columns.h"

enum opener_row_kind { ROW_HEADING, ROW_GOAL, ROW_TOPIC, ROW_WORK, ROW_HOURS, ROW_SPACE };

/* One row of a column; drawn at any width. */
struct opener_row {
    enum opener_row_kind kind;
    const char *text;
    const struct item *item;
    /* ROW_HOURS: of a week */
    int minutes, whole;
};

struct opener_rows {
    struct pool *pool;
    struct opener_row *rows;
    size_t count, capacity;
};

/* Adds the items of KIND of the book's phase as rows AS, with a heading above them. */
void opener_rows_add_kind(struct book *book, struct opener_rows *rows, const char *heading,
                          enum item_kind kind, enum opener_row_kind as);

/* Adds the phase's hours by category, an average week's. */
void opener_rows_add_hours(struct book *book, struct opener_rows *rows);

/* Adds the rows of MORE, behind a space where both have some. */
void opener_rows_append(struct opener_rows *rows, const struct opener_rows *more);

/* Their height in a column WIDTH wide, and drawing them at x, y; gives the y below. */
double opener_rows_height(struct book *book, const struct opener_rows *rows, double width);
double opener_rows_draw(struct book *book, const struct opener_rows *rows, double x, double y,
                        double width);

/* Draws them in columns that go on to next pages. */
void opener_rows_flow(struct columns *columns, const struct opener_rows *rows);

#endif
