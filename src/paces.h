/* paces: the same roadmap at other paces: what they mean, and the one that meets a day. */
#ifndef ROADBOOK_PACES_H
#define ROADBOOK_PACES_H

#include "schedule/comparison.h"
#include "settings/settings.h"

/* Where the settings give a day to be done by in place of hours: finds the hours, sets them, and
 * says so. The settings' start is known. *PLAN becomes a copy, in its own pool, that is placed by
 * the hours found where its length follows from them. false after a report: no hours do. */
bool paces_settle_end(struct settings *settings, const struct plan **plan);

/* What is to be compared: WISHES where there are any, else the hours that the roadmap states and
 * those in force. Reports nothing but a day that cannot be met. In POOL. */
const struct comparison *paces_compare(struct pool *pool, const struct settings *settings,
                                       const struct plan *plan, const struct wishes *wishes);

/* Where a replan today would end. Reports nothing. */
day paces_replanned_end(const struct settings *settings, const struct plan *plan);

/* The fewest minutes a week at which the plan, laid out anew today, is over by END; 0 where none
 * are. Reports nothing. */
int paces_to_keep(const struct settings *settings, const struct plan *plan, day end);

/* The hours and ends that the command line asks `compare` for, else the setting `compare`. */
struct wishes paces_asked_for(const struct settings *settings);

#endif
