/* effort: hours a week, minutes each, out of words. */
#include <math.h>
#include <unictype.h>

#include "base/text.h"
#include "words/quantity.h"
#include "words/scan.h"

int whole_minutes(double minutes)
{
    return (int)lround(fmin(minutes, MOST_EFFORT));
}

double effort_weekly(int minutes, enum unit per)
{
    return per == UNIT_NONE ? minutes : minutes * 7.0 / unit_days(per);
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

/* *NUMBER: where its number begins. */
static bool scan_effort(struct scan *scan, struct effort *effort, size_t *number)
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
    *number = copy.at;
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
    read.low = whole_minutes(hours ? low * 60 : low);
    read.high = whole_minutes(hours ? high * 60 : high);
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

/* Any part between commas of what stands in parentheses from AT on; FOUND->end is behind the
 * bracket. */
static bool effort_in_group(const char *text, size_t length, size_t at, struct effort *effort,
                            struct found *found)
{
    bool start = true;

    for (struct scan scan = {text, length, at}; !scan_end(&scan);) {
        if (start) {
            struct scan copy = scan;
            scan_blanks(&copy);
            struct effort read;
            if (scan_effort(&copy, &read, &found->at)) {
                uint32_t next = (scan_blanks(&copy), scan_peek(&copy));
                if (next == ')' || next == ',' || next == 0xFF09 || next == ';' || read.per) {
                    while (!scan_end(&copy) && scan_peek(&copy) != ')' &&
                           scan_peek(&copy) != 0xFF09)
                        scan_take(&copy);
                    scan_take(&copy);
                    *effort = read;
                    found->end = copy.at;
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
    struct found where = {.start = scan.at};
    if (scan_effort(&scan, effort, &where.at)) {
        where.end = scan.at;
        if (found)
            *found = where;
        return true;
    }
    for (scan.at = 0; !scan_end(&scan);) {
        where.start = scan.at;
        uint32_t c = scan_take(&scan);
        if ((c != '(' && c != 0xFF08) || !effort_in_group(text, length, scan.at, effort, &where))
            continue;
        while (where.start > 0 && text[where.start - 1] == ' ')
            where.start--;
        if (found)
            *found = where;
        return true;
    }
    return false;
}

/* true where neither a word nor a range goes on at byte AT. */
static bool word_starts(const char *text, size_t at)
{
    size_t start = at;
    uint32_t before;

    if (at == 0)
        return true;
    do
        start--;
    while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80);
    utf8_next(text + start, at - start, &before);
    return !uc_is_alnum(before) && before != '-' && before != 0x2013;
}

bool effort_search(const char *text, size_t length, size_t from, struct effort *effort,
                   struct found *found)
{
    for (size_t at = from; at < length; at++) {
        if (text[at] < '0' || text[at] > '9' || !word_starts(text, at))
            continue;
        struct scan scan = {text + at, length - at, 0};
        size_t number;
        if (scan_effort(&scan, effort, &number)) {
            *found = (struct found){at, at + scan.at, at + number};
            return true;
        }
    }
    return false;
}
