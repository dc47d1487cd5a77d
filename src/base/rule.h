/* rule: the names that a message may end with, in one table. A rule stands here, or what reports by
 * it does not compile; `--silence` takes each of them. */
#ifndef ROADBOOK_BASE_RULE_H
#define ROADBOOK_BASE_RULE_H

#include <stdbool.h>

/* In the order of the alphabet. */
#define RULES(RULE)                                                                                \
    RULE(ASSUMED_DATES, "assumed-dates")                                                           \
    RULE(BOOK_FILLED, "book-filled")                                                               \
    RULE(BOOK_KEPT, "book-kept")                                                                   \
    RULE(CADENCE, "cadence")                                                                       \
    RULE(CELL_LENGTH, "cell-length")                                                               \
    RULE(COPIED_SHEET, "copied-sheet")                                                             \
    RULE(DATE_MISMATCH, "date-mismatch")                                                           \
    RULE(DATES_PAST, "dates-past")                                                                 \
    RULE(DECIDED_DUES, "decided-dues")                                                             \
    RULE(DOUBTFUL_HOURS, "doubtful-hours")                                                         \
    RULE(DUPLICATE, "duplicate")                                                                   \
    RULE(EMPTY_WEEKS, "empty-weeks")                                                               \
    RULE(END, "end")                                                                               \
    RULE(END_ABSURD, "end-absurd")                                                                 \
    RULE(EXTRA_HOURS, "extra-hours")                                                               \
    RULE(FEED_DAMAGED, "feed-damaged")                                                             \
    RULE(FEED_SIZE, "feed-size")                                                                   \
    RULE(FRONT_MATTER, "front-matter")                                                             \
    RULE(GAP, "gap")                                                                               \
    RULE(HOLIDAYS_CUT, "holidays-cut")                                                             \
    RULE(HOURS_LENGTH, "hours-length")                                                             \
    RULE(HOURS_RANGE, "hours-range")                                                               \
    RULE(HOURS_SHORT, "hours-short")                                                               \
    RULE(LOAD, "load")                                                                             \
    RULE(MANY_CATEGORIES, "many-categories")                                                       \
    RULE(MEMORY, "memory")                                                                         \
    RULE(MOVED_PAGES, "moved-pages")                                                               \
    RULE(NO_DATES, "no-dates")                                                                     \
    RULE(NO_FONT, "no-font")                                                                       \
    RULE(NO_GLYPH, "no-glyph")                                                                     \
    RULE(NO_HOLIDAYS, "no-holidays")                                                               \
    RULE(NO_PERIOD, "no-period")                                                                   \
    RULE(NOT_CARRIED, "not-carried")                                                               \
    RULE(NOT_COUNTED, "not-counted")                                                               \
    RULE(NOT_UTF_8, "not-utf-8")                                                                   \
    RULE(NUMBERING, "numbering")                                                                   \
    RULE(OFF_MOST, "off-most")                                                                     \
    RULE(OPEN_END, "open-end")                                                                     \
    RULE(ORDER, "order")                                                                           \
    RULE(OTHER_CATEGORY, "other-category")                                                         \
    RULE(OTHER_TRACKER, "other-tracker")                                                           \
    RULE(OVERLAP, "overlap")                                                                       \
    RULE(PHASE_EDGE, "phase-edge")                                                                 \
    RULE(PREREQUISITE_CYCLE, "prerequisite-cycle")                                                 \
    RULE(PREREQUISITE_LATE, "prerequisite-late")                                                   \
    RULE(PRICE_SUM, "price-sum")                                                                   \
    RULE(PRINTED_BOOK, "printed-book")                                                             \
    RULE(RANGE_REVERSED, "range-reversed")                                                         \
    RULE(SHEET_LENGTH, "sheet-length")                                                             \
    RULE(SLOTS_MANY, "slots-many")                                                                 \
    RULE(SLOTS_OVERLAP, "slots-overlap")                                                           \
    RULE(SLOTS_SUM, "slots-sum")                                                                   \
    RULE(SORTED_ROWS, "sorted-rows")                                                               \
    RULE(SPAN_LIST, "span-list")                                                                   \
    RULE(SPAN_OUTSIDE, "span-outside")                                                             \
    RULE(START_MISMATCH, "start-mismatch")                                                         \
    RULE(SUM_MISMATCH, "sum-mismatch")                                                             \
    RULE(TIMETABLE_SUM, "timetable-sum")                                                           \
    RULE(TITLE_LENGTH, "title-length")                                                             \
    RULE(TOO_COMPLEX, "too-complex")                                                               \
    RULE(TOO_LONG, "too-long")                                                                     \
    RULE(TRACKER_DAMAGED, "tracker-damaged")                                                       \
    RULE(TRACKER_ODS, "tracker-ods")                                                               \
    RULE(UNKNOWN_CHOICE, "unknown-choice")                                                         \
    RULE(WEEKDAY_DATE, "weekday-date")

enum rule {
    RULE_NONE, /* a message that nothing silences */
#define RULE(name, text) RULE_##name,
    RULES(RULE)
#undef RULE
        RULE_COUNT
};

/* By enum rule; "" for RULE_NONE. */
extern const char *const rule_names[RULE_COUNT];

/* The rule called NAME into *RULE; false where there is none. */
bool rule_find(const char *name, enum rule *rule);

#endif
