/* section_items: headings and items of the sections beside the phases, each kind in its form. */
#ifndef ROADBOOK_PDF_PAGES_SECTION_ITEMS_H
#define ROADBOOK_PDF_PAGES_SECTION_ITEMS_H

#include "pdf/parts/book.h"

/* A section's heading within a page: its title, at the right its span and dates, its hours. */
double section_heading_height(struct book *book, const struct section *section);
void section_heading(struct book *book, const struct section *section);

/* An item: a box where it can be done, its title, its detail beside it, when, and lines to write on
 * where its kind asks for them. Goes to a next page (headed TITLE) where it does not fit. */
double section_item_height(struct book *book, const struct item *item);
void section_item(struct book *book, const struct item *item, const char *title);

#endif
