/* sheet_page: a page for one task or project: what, when, when it is done, steps, sketch, looking
 * back. */
#ifndef ROADBOOK_PDF_PAGES_SHEET_PAGE_H
#define ROADBOOK_PDF_PAGES_SHEET_PAGE_H

#include "pdf/pages/sheet_lists.h"

/* Adds the page of SUBJECT. */
void sheet_page_draw(struct book *book, const struct subject *subject);

/* When it is on the table. */
const struct dates *subject_dates(const struct book *book, const struct subject *subject);

#endif
