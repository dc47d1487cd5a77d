/* dues: what is to be made, or reached, next. */
#ifndef ROADBOOK_TEXT_DUES_H
#define ROADBOOK_TEXT_DUES_H

#include "schedule/schedule.h"

/* The first MOST that are due on DATE or later and not done, by date, into DUES, which has room for
 * as many; gives how many there are. */
size_t dues_find(const struct schedule *schedule, day date, const struct item **dues, size_t most);

#endif
