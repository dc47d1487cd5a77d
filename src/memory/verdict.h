/* verdict: what the tracker says of a row of the Log beside its hours: whether they count, and if
 * not, why. The words stand in a formula of each row; read back, they are roadbook's own. */
#ifndef ROADBOOK_MEMORY_VERDICT_H
#define ROADBOOK_MEMORY_VERDICT_H

#include "memory/memory.h"

enum verdict {
    VERDICT_NONE,    /* nothing stands where hours go; or 0: nothing was done */
    VERDICT_TONIGHT, /* nor there, and it is planned for the day as of */
    VERDICT_COUNTS,
    VERDICT_BARE,    /* counts, without a category: as Other */
    VERDICT_UNKNOWN, /* counts, in a category that the plan has not: as Other */
    VERDICT_TO_COME, /* does not count yet: its day is to come */
    VERDICT_UNREAD,  /* its hours are no number */
    VERDICT_FEW,     /* under HOURS_LEAST (memory/entries.h) */
    VERDICT_MANY,    /* over HOURS_MOST */
    VERDICT_UNDATED,
    VERDICT_MISDATED, /* what stands where the date goes is none */
    VERDICT_FAR,      /* to come, by more than DAYS_AHEAD_MOST */
    VERDICTS
};

/* What the Log says: "yes", "no: over 24 h". */
extern const char *const verdict_words[VERDICTS];

/* true where hours of that verdict count. */
bool verdict_counts(enum verdict verdict);

/* true where hours stand there that do not count. */
bool verdict_is_astray(enum verdict verdict);

/* true for a cell that shows a verdict: by roadbook's formula, however a program writes it again,
 * or by the words that it gave, where a program kept those alone. */
bool verdict_is_ours(const struct kept_cell *cell);

#endif
