/* themes: what the files of the review share: the rules themselves, a file a theme, and how
 * they say where something stands and how much it is. */
#ifndef ROADBOOK_REVIEW_THEMES_H
#define ROADBOOK_REVIEW_THEMES_H

#include "base/source.h"
#include "review/review.h"

struct review {
    /* for words; freed with the review */
    struct pool *pool;
    const struct schedule *schedule;
    const struct plan *plan;
    /* of the plan's source */
    struct line_starts starts;
    bool hours_given;
};

/* The themes, each a file with a function review_NAME(), in the order in which they are gone
 * through. A new theme is a file and a line here; a new rule of one is a line in base/rule.h and
 * its report().
 */
#define THEMES(THEME)                                                                              \
    /* the stated length against where things end */                                               \
    THEME(lengths)                                                                                 \
    /* hours a week against phases, length and load */                                             \
    THEME(hours)                                                                                   \
    /* hours in all against the weeks there are */                                                 \
    THEME(efforts)                                                                                 \
    /* hours, prices, totals that don't add up */                                                  \
    THEME(sums)                                                                                    \
    /* gaps, overlaps, edges, open ends */                                                         \
    THEME(spans)                                                                                   \
    /* weekdays and years of real dates */                                                         \
    THEME(dates)                                                                                   \
    /* numbering, duplicates */                                                                    \
    THEME(lists)                                                                                   \
    /* a thing due after it is needed; prerequisites */                                            \
    THEME(order)

#define THEME(name) void review_##name(struct review *review);
THEMES(THEME)
#undef THEME

/* "24-30 months": the plan's length as it is stated (lengths.c). */
const char *say_stated_length(const struct review *review);

/* "6-8 h", "1.5 h", "50 min". */
const char *say_hours(const struct review *review, int low, int high);

/* "6-8 h a week". */
const char *say_effort(const struct review *review, const struct effort *effort);

/* "months 4-5", "week 3". */
const char *say_units(const struct review *review, enum unit unit, double from, double to);

/* A stretch of plan time in UNIT: the units it touches. */
const char *say_interval(const struct review *review, const struct interval *when, enum unit unit);

/* "2.5 months", "1 week". */
const char *say_length(const struct review *review, double count, enum unit unit);

/* The words in quotes, cut where they are long. */
const char *say_words(const struct review *review, const struct prose *words);

/* The item right below a heading that stands for the section itself, or NULL. */
const struct item *section_head(const struct plan *plan, const struct section *section);

/* true where ITEM stands at the top of its section, or right below that one's head. */
bool at_top(const struct plan *plan, const struct item *item);

/* true where the section or item has a place in time of its own, not only a due day. */
bool section_placed(const struct section *section);
bool item_placed(const struct item *item);

#endif
