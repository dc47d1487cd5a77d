/* chapters_text: the chapters of a book that are read in a while, in words. */
#ifndef ROADBOOK_PDF_PARTS_CHAPTERS_TEXT_H
#define ROADBOOK_PDF_PARTS_CHAPTERS_TEXT_H

#include "schedule/schedule.h"

/* "chapter 3 of 10", "chapters 2-4 of 10" by the sessions FIRST .. FIRST+COUNT-1 that read ITEM;
 * "" where they name none. In POOL. */
const char *chapters_read(struct pool *pool, const struct schedule *schedule,
                          const struct item *item, size_t first, size_t count);

#endif
