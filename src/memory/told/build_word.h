/* build_word: what a build says of itself, to be read on the sheet Today until the next. */
#ifndef ROADBOOK_MEMORY_TOLD_BUILD_WORD_H
#define ROADBOOK_MEMORY_TOLD_BUILD_WORD_H

#include "base/date.h"
#include "base/pool.h"

/* A line of what it moved: "The end", "2 July 2028, was 4 June". */
struct moved_line {
    /* "": it heads the others */
    const char *label, *words;
};

/* No hours a week keep the end any more. */
#define KEEP_NONE (-1)

/* One that heads the rest, and five. */
#define MOVED_LINES_MOST 6

struct build_word {
    /* of the build; DAY_NONE: not known */
    day date;
    /* a week, by which the plan was over by its end on the day the tracker was made; 0: by those
     * that it has, for the learner was not behind */
    int minutes_to_keep;
    /* what was moved last, by it or by an earlier one, and when; none: nothing ever was */
    const struct moved_line *moved;
    size_t moved_count;
    day moved_on;
};

/* Takes the lines of TEXT ("The end: 2 July 2028", each with its end of line), moved on the day ON,
 * in the place of those that WORD has; no more than there may be, and of a long one the start. In
 * POOL. */
void build_word_take(struct pool *pool, struct build_word *word, const char *text, day on);

#endif
