/* moved: what a build moved, in at most five lines, and how far the learner is from the plan in
 * one. In words that do not scold. */
#ifndef ROADBOOK_TEXT_MOVED_H
#define ROADBOOK_TEXT_MOVED_H

#include "memory/memory.h"
#include "schedule/schedule.h"

struct moved {
    const struct schedule *schedule;
    /* of the last build; NULL: there was none */
    const struct memory *memory;
    day today;
    /* the rest was laid out anew */
    bool replanned;
    /* where that would end; DAY_NONE: not known */
    day replanned_end;
    /* a week, to be done by the last build's end after all; 0: no hours do */
    int minutes_to_keep;
    /* which pages to print again, in words; NULL or "": there is nothing to say */
    const char *paper;
    /* a book was made, and its pages are those of the one that stood in its place */
    bool pages_stand;
};

/* Appends a line for each of the end, the milestones, the learner, the next session and the paper,
 * where the end or a milestone moved or the rest was laid out anew; else, where the learner is
 * ahead or behind, one line, and one of the paper. Nothing where there is nothing to say. */
void moved_text(const struct moved *moved, struct text *out);

/* Appends those lines where something moved, for who keeps them: one that heads them, and "The end:
 * 2 July 2028, was 4 June". A second replan of one day, and all that is no news, appends nothing.
 */
void moved_lines(const struct moved *moved, struct text *out);

#endif
