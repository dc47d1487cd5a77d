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

void resolve_numbers(struct resolver *resolver);
struct interval resolve_span(struct resolver *resolver, const struct span *span,
                             const struct section *frame);
void resolve_section(struct resolver *resolver, struct section *section);
void resolve_item(struct resolver *resolver, struct item *item);

/* assume.c: dates for what has none: hours packed, lengths laid, a total shared out. */
void assume_lengths(struct resolver *resolver);
void assume_shares(struct resolver *resolver);

#endif
