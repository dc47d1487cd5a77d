/* item_titles: the words of an item where they stand alone. */
#ifndef ROADBOOK_PDF_PARTS_ITEM_TITLES_H
#define ROADBOOK_PDF_PARTS_ITEM_TITLES_H

#include "plan/plan.h"

/* The words of an item on one line: its title, else its detail, else its line; shortened
 * where these go on for paragraphs (they stand whole in the roadmap's own words). In POOL. */
const char *item_words(struct pool *pool, const struct item *item);

/* Its title where it stands alone: without straight quotes around the whole of it. In POOL. */
struct prose item_title(struct pool *pool, const struct item *item);

#endif
