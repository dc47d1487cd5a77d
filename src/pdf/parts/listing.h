/* listing: an agenda's lines set in columns, with boxes, notes and dates, in a panel or on white.
 */
#ifndef ROADBOOK_PDF_PARTS_LISTING_H
#define ROADBOOK_PDF_PARTS_LISTING_H

#include "pdf/parts/agenda.h"
#include "pdf/parts/book.h"

/* LABEL (NULL: none), then a row a line: a box to tick where BOXES, its title, its note in grey
 * (beside it where both fit, else below), where DATES its date at the right. What COLUMNS of the
 * height ROOM cannot hold becomes "and N more". */
struct listing {
    const char *label;
    const struct agenda *agenda;
    bool boxes, dates;
    /* each on one line, shortened where it must be; notes only where they fit */
    bool single;
    /* on a tinted panel with padding; else on white without */
    bool panel;
    /* dates far from this one are printed with their year */
    day from;
    int columns;
    double width, room;
    /* target of "and N more"; NULL: no link */
    const char *more;
    /* said where there is nothing; NULL: nothing */
    const char *none;
};

/* A panel of what is on the table in WEEK, which AGENDA holds, as high as it needs
 * be; its width is to be set. */
struct listing listing_of_week(struct book *book, const struct week *week,
                               const struct agenda *agenda);

/* Its height, label and padding included. */
double listing_height(struct book *book, const struct listing *listing);

/* The height of so many lines of a single one's columns, whatever its agenda holds. */
double listing_single_height(struct book *book, const struct listing *listing, int rows);

/* Draws it, a panel as high as HEIGHT (at least listing_height(); 0: just that). Gives the y below.
 */
double listing_draw(struct book *book, const struct listing *listing, double x, double y,
                    double height);

#endif
