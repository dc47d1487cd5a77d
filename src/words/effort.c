/* effort: hours a week, minutes each, out of words. */
#include <math.h>

#include "words/quantity.h"
#include "words/scan.h"

#define LARGEST_HOURS 100000.0

static int minutes_of(double amount, bool hours)
{
    return (int)lround(fmin(amount, LARGEST_HOURS) * (hours ? 60 : 1));
}

/* "/week", "per day", "a month", "daily". */
static void scan_per(struct scan *scan, struct effort *effort)
{
    struct scan copy = *scan;
    enum unit unit;

    scan_blanks(&copy);
    if (scan_word(&copy, words_each, NULL)) {
        effort->each = true;
        *scan = copy;
        scan_blanks(&copy);
    }
    struct scan word = copy;
    if (scan_char(&word, '/') || scan_word(&word, words_per, NULL)) {
        scan_blanks(&word);
        if (scan_unit(&word, &unit)) {
            effort->per = unit;
            *scan = word;
            return;
        }
    }
    if (scan_word(&copy, words_a_day, NULL))
        effort->per = UNIT_DAY;
    else if (scan_word(&copy, words_a_week, NULL))
        effort->per = UNIT_WEEK;
    else
        return;
    *scan = copy;
}

/* The unit of a length of time: hours or minutes. */
static bool scan_hours(struct scan *scan, bool *hours)
{
    size_t at = scan->at;

    *hours = true;
    if (scan_word(scan, words_hours, NULL))
        return true;
    *hours = false;
    /* A bare "m" means minutes only in settings: here it may be metres or millions. */
    return scan_word(scan, words_minutes, NULL) && (scan->at - at > 1);
}

static bool scan_effort(struct scan *scan, struct effort *effort)
{
    struct scan copy = *scan;
    struct effort read = {0};
    double low, high, more;
    bool hours, joined = false;

    if (scan_word(&copy, words_a_day, NULL))
        read.per = UNIT_DAY;
    else if (scan_word(&copy, words_a_week, NULL))
        read.per = UNIT_WEEK;
    scan_blanks(&copy);
    if (scan_char(&copy, ':') || scan_char(&copy, 0xFF1A))
        scan_blanks(&copy);
    if (!scan_char(&copy, '~') && !scan_char(&copy, 0x2248) && !scan_char(&copy, 0x7EA6))
        scan_char(&copy, '<');
    scan_blanks(&copy);
    if (!scan_number(&copy, &low))
        return false;
    high = low;
    struct scan unit = copy;
    scan_blanks(&unit);
    if (!scan_hours(&unit, &hours)) {
        struct scan range = copy;
        if (scan_dash(&range) && scan_number(&range, &high) && high >= low)
            copy = range;
        else
            high = low;
        if (!scan_char(&copy, '+') && (joined = scan_char(&copy, '-')) == false)
            scan_blanks(&copy);
        scan_blanks(&copy);
        if (!scan_hours(&copy, &hours))
            return false;
    } else {
        copy = unit;
        struct scan range = copy; /* "2h-3h", "1h30", "1 h 30 min" */
        bool second_hours;
        scan_blanks(&range);
        if (hours && scan_number(&range, &more) && more < 60) {
            struct scan minutes = range;
            scan_blanks(&minutes);
            if (scan_hours(&minutes, &second_hours) && !second_hours) {
                low += more / 60;
                copy = minutes;
            } else if (range.at == copy.at + 2) {
                low += more / 60;
                copy = range;
            }
            high = low;
        }
        range = copy;
        if (scan_dash(&range) && scan_number(&range, &more) && more >= low &&
            (scan_blanks(&range), scan_hours(&range, &second_hours)) && second_hours == hours) {
            high = more;
            copy = range;
        }
    }
    scan_char(&copy, '+');
    read.low = minutes_of(low, hours);
    read.high = minutes_of(high, hours);
    scan_per(&copy, &read);
    if (joined && read.per == UNIT_NONE) { /* "5-Hour Week Schedule" */
        struct scan week = copy;
        enum unit named;
        scan_blanks(&week);
        if (scan_unit(&week, &named) && (named == UNIT_WEEK || named == UNIT_DAY))
            read.per = named;
    }
    if (read.high <= 0)
        return false;
    *effort = read;
    *scan = copy;
    return true;
}

/* Any part between commas of what stands in parentheses from AT on; *END is behind the bracket. */
static bool effort_in_group(const char *text, size_t length, size_t at, struct effort *effort,
                            size_t *end)
{
    bool start = true;

    for (struct scan scan = {text, length, at}; !scan_end(&scan);) {
        if (start) {
            struct scan copy = scan;
            scan_blanks(&copy);
            struct effort read;
            if (scan_effort(&copy, &read)) {
                uint32_t next = (scan_blanks(&copy), scan_peek(&copy));
                if (next == ')' || next == ',' || next == 0xFF09 || next == ';' || read.per) {
                    while (!scan_end(&copy) && scan_peek(&copy) != ')' &&
                           scan_peek(&copy) != 0xFF09)
                        scan_take(&copy);
                    scan_take(&copy);
                    *effort = read;
                    *end = copy.at;
                    return true;
                }
            }
        }
        uint32_t c = scan_take(&scan);
        if (c == ')' || c == 0xFF09 || c == '(' || c == 0xFF08)
            return false; /* what opens another group is looked at there */
        start = c == ',' || c == ';' || c == '|' || c == 0xFF0C || c == 0xB7;
    }
    return false;
}

bool effort_find(const char *text, size_t length, struct effort *effort, struct found *found)
{
    struct scan scan = {text, length, 0};

    scan_ornament(&scan);
    size_t start = scan.at, end;
    if (scan_effort(&scan, effort)) {
        if (found)
            *found = (struct found){start, scan.at};
        return true;
    }
    for (scan.at = 0; !scan_end(&scan);) {
        start = scan.at;
        uint32_t c = scan_take(&scan);
        if ((c != '(' && c != 0xFF08) || !effort_in_group(text, length, scan.at, effort, &end))
            continue;
        while (start > 0 && text[start - 1] == ' ')
            start--;
        if (found)
            *found = (struct found){start, end};
        return true;
    }
    return false;
}
