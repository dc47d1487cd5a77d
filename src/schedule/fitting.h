/* fitting: whether an item is what a category of its own ("Scales") is for. */
#ifndef ROADBOOK_SCHEDULE_FITTING_H
#define ROADBOOK_SCHEDULE_FITTING_H

#include "plan/plan.h"

/* true where a word of the category's name stands in the item or right below it; its last letter
 * may differ. */
bool fits_category(const struct plan *plan, const struct item *item, const char *category);

#endif
