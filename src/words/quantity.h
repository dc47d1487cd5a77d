/* quantity: spans, lengths, efforts, money, weekdays and clock times, read out of words. */
#ifndef ROADBOOK_WORDS_QUANTITY_H
#define ROADBOOK_WORDS_QUANTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "words/unit.h"

/* Where something lies on the roadmap's own axis, as it is written there. */
enum span_form {
    SPAN_NONE,
    SPAN_POSITION, /* "Months 1-4": units from..to, counted from 1, both included */
    SPAN_LENGTH,   /* "(3 weeks)": from..to is how many, low..high; no place on the axis */
    SPAN_DATES     /* "Jan 5 - Feb 1, 2026": first..last */
};

struct span {
    enum span_form form;
    enum unit unit;
    /* a position's are whole numbers; "Month 6" has from == to */
    double from, to;
    /* "Month 4+", "and beyond" */
    bool open;
    /* "by Month 18", "end of week 3" */
    bool due;
    /* "~8 weeks" */
    bool vague;
    /* "Weeks 1, 3 & 5": only some of from..to */
    bool listed;
    /* a position that names its dates too: "Week 1 (Jan 5 - Jan 11)"; first..last */
    bool dated;
    /* SPAN_DATES, or where `dated`; one date alone: first == last */
    day first, last;
    /* the dates name no year: `first` and `last` are days of the year 2000 */
    bool yearless;
};

struct effort {
    /* minutes; 0, 0: none stated */
    int low, high;
    /* UNIT_NONE: in all; else each day, week, month */
    enum unit per;
    /* "1.5 hours each" */
    bool each;
};

struct money {
    /* hundredths; "$60" has low == high */
    long low, high;
    /* "<$150" */
    bool at_most;
    /* as written: "$", "EUR"; "" for none stated */
    char currency[8];
};

struct chapters {
    /* 0, 0: none */
    int from, to;
};

/* One weekly schedule's weekday set: bit 1 << MONDAY and so on; 0: no day named. */
typedef unsigned weekday_set;
#define EVERY_DAY ((weekday_set)0x7f)
#define WORKDAYS  ((weekday_set)0x1f)
#define WEEKEND   ((weekday_set)0x60)

/* Where in a text something was found: bytes [start, end) of it, brackets, bars and colons included
 * that only served to set it off, so that the text without it reads well. */
struct found {
    size_t start, end;
    /* where what was found itself begins: "Week 3", the number of hours, a price with its sign */
    size_t at;
};

/* The span of a heading, label, list item, summary or table cell: at its start, in parentheses at
 * its end, after a bar at its end, or the whole of it. Anywhere else it is prose. false: none. */
bool span_in_title(const char *text, size_t length, struct span *span, struct found *found);

/* A length anywhere in TEXT, as a plan's title states its total: "30-Day Study Plan", "in 3
 * months". "100 Days of Code" is a name and no length. */
bool length_find(const char *text, size_t length, struct span *span, struct found *found);

/* The whole of TEXT is one span ("Months 1-2", "Week 3+", "W3-W5"); blanks around it are allowed.
 */
bool span_parse(const char *text, size_t length, struct span *span);

/* "2026-01-05 .. 01-11", "Jan 5 - Feb 1, 2026", "06.01. - 12.01.2026", "Nov 2025": TEXT starts with
 * it. Gives SPAN_DATES. */
bool dates_at_start(const char *text, size_t length, struct span *span, struct found *found);

/* An effort in TEXT ("2-3 hours", "1 hour/week", "1.5 hours each"): at its start, or in
 * parentheses. */
bool effort_find(const char *text, size_t length, struct effort *effort, struct found *found);

/* The first effort anywhere in TEXT from byte FROM on, which begins with a digit where a word does:
 * "assumes 10-15 hours per week". The next one is looked for from FOUND->end on. */
bool effort_search(const char *text, size_t length, size_t from, struct effort *effort,
                   struct found *found);

/* MINUTES per PER as minutes a week. Without a unit they are a part of the week's hours. */
double effort_weekly(int minutes, enum unit per);

#define MOST_EFFORT 6000000 /* a hundred thousand hours: longer efforts are cut to them */

/* What was added up or multiplied, as whole minutes: at most MOST_EFFORT. */
int whole_minutes(double minutes);

/* The first price in TEXT. */
bool money_find(const char *text, size_t length, struct money *money, struct found *found);

/* "Chapters 1-10", "chapter 16": the first in TEXT that stands outside quotation marks, else the
 * first range in them, else the first single one. */
bool chapters_find(const char *text, size_t length, struct chapters *chapters);

/* "Monday/Wednesday/Friday", "Daily", "Weekend", "Mon-Thu": TEXT starts with it. */
bool weekdays_at_start(const char *text, size_t length, weekday_set *days, struct found *found);

/* "19:00", "7 pm": TEXT starts with it; minutes after midnight in *MINUTE. */
bool clock_at_start(const char *text, size_t length, int *minute, struct found *found);

/* A length of time in settings: "1h30", "1 h 30 min", "90m", "2h", "1.5h"; the whole of TEXT;
 * minutes > 0. */
bool duration_parse(const char *text, size_t length, int *minutes);

#endif
