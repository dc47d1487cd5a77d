/* resolve: a place in plan time for every section and item; shared by the files that find it. */
#ifndef ROADBOOK_READ_RESOLVE_H
#define ROADBOOK_READ_RESOLVE_H

#include "read/draft.h"

/* The least and greatest number of each unit right below one dated section or item. */
struct numbers {
    double low[UNIT_YEAR + 1], high[UNIT_YEAR + 1];
};

struct resolver {
    struct draft *draft;
    struct plan *plan;
    /* by section; [0]: below none */
    struct numbers **numbers;
    /* by item: of the items below a dated one */
    struct numbers **item_numbers;
    /* by section: where the next length below it starts */
    double *cursors;
    /* of the plan, as far as it is known */
    double end;
    /* the calendar's day of plan time 0, for real dates; DAY_NONE */
    day origin;
};

/* The numbers that spans have below each dated section and item, which tell whether they count from
 * its start or the plan's. Comes first; reports lists of units. */
void resolve_numbers(struct resolver *resolver);

/* Sets the section's `when` and where that comes from: its own span, a length laid behind the one
 * before it, else its dated ancestor's. Sections in their order: each needs those above it. */
void resolve_section(struct resolver *resolver, struct section *section);

/* The same for an item that is not dropped: its own span, else its parent's place or its section's.
 * After all sections, and in order. */
void resolve_item(struct resolver *resolver, struct item *item);

/* assume.c: dates for what has none, after all else is resolved. */

/* Packs hours into weeks and lays lengths end to end, as they come. */
void assume_lengths(struct resolver *resolver);

/* Shares what is left of the plan out, in equal parts. */
void assume_shares(struct resolver *resolver);

#endif
