/* rules: what the files of the review share: the rules themselves, a file a theme, and how
 * they say where something stands and how much it is. */
#ifndef ROADBOOK_REVIEW_RULES_H
#define ROADBOOK_REVIEW_RULES_H

#include "base/source.h"
#include "review/review.h"

struct review {
    /* for words; freed with the review */
    struct pool *pool;
    const struct schedule *schedule;
    const struct plan *plan;
    struct line_starts starts;
    bool hours_given;
};

/* The rules, each a file's. */
void review_sums(struct review *review);    /* hours, prices, totals that don't add up */
void review_hours(struct review *review);   /* hours a week against phases, length and load */
void review_efforts(struct review *review); /* hours in all against the weeks there are */
void review_spans(struct review *review);   /* gaps, overlaps, edges, open ends */
void review_lengths(struct review *review); /* the stated length against where things end */
void review_dates(struct review *review);   /* weekdays and years of real dates */
void review_lists(struct review *review);   /* numbering, duplicates */
void review_order(struct review *review);   /* a thing due after it is needed; prerequisites */

/* The line of PLACE as written, without its end; "" where there is none. */
const char *review_line(const struct review *review, struct place place, size_t *length);

/* The same line, its column moved to the first effort, price, or span like SPAN in it; PLACE itself
 * where none is found. */
struct place place_of_effort(const struct review *review, struct place place);
struct place place_of_price(const struct review *review, struct place place);
struct place place_of_span(const struct review *review, struct place place,
                           const struct span *span);
struct place place_of_byte(struct place place, size_t offset);

/* Where the plan's length is stated, else its title (review_lengths.c). */
struct place place_of_length(const struct review *review);

/* "24-30 months": the plan's length as it is stated (review_lengths.c). */
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

/* An effort's minutes a week; 0 where it is not by a unit of time. */
int weekly_minutes(int minutes, enum unit per);

/* The item right below a heading that stands for the section itself, or NULL. */
const struct item *section_head(const struct plan *plan, const struct section *section);

/* true where ITEM stands at the top of SECTION, or right below its head. */
bool at_top(const struct plan *plan, const struct item *item);

/* true where the section or item has a place in time of its own, not only a due day. */
bool section_placed(const struct section *section);
bool item_placed(const struct item *item);

#endif
