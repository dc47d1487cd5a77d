/* decision: a choice between options: a grid to score them, the lines on which it is written, room
 * for and against. */
#ifndef ROADBOOK_PDF_PAGES_DECISION_H
#define ROADBOOK_PDF_PAGES_DECISION_H

#include "pdf/parts/book.h"

/* The height that COUNT options want for their scores and the choice. */
double decision_height(const struct book *book, size_t count);

/* Draws it from the book's y down, room to weigh the options to the foot of the page; TITLE is that
 * of continuation pages. */
void decision_draw(struct book *book, const char *title, const char *const *options, size_t count);

#endif
