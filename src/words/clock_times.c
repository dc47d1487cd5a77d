/* clock_times: weekdays, clock times and lengths of time, out of words. */
#include <math.h>
#include <unictype.h>

#include "words/quantity.h"
#include "words/scan.h"

#define LARGEST_MINUTES 6000000.0

/* Weekdays from FROM to TO, over Sunday where TO comes first. */
static weekday_set weekday_range(enum weekday from, enum weekday to)
{
    weekday_set set = 0;

    for (unsigned d = from;; d = (d + 1) % 7) {
        set |= 1u << d;
        if (d == (unsigned)to)
            return set;
    }
}

static bool scan_weekday_list(struct scan *scan, weekday_set *days)
{
    struct scan copy = *scan;
    enum weekday from, to;

    if (!scan_weekday(&copy, &from))
        return false;
    *days = 1u << from;
    for (;;) {
        struct scan next = copy;
        if (scan_dash(&next) && scan_weekday(&next, &to)) {
            *days |= weekday_range(from, to);
            copy = next;
            continue;
        }
        next = copy;
        scan_blanks(&next);
        bool more = scan_char(&next, '/') || scan_char(&next, ',') || scan_char(&next, '&') ||
                    scan_char(&next, '+') || scan_char(&next, 0x3001) ||
                    scan_word(&next, words_and_also, NULL);
        scan_blanks(&next);
        if (scan_word(&next, words_and_also, NULL))
            scan_blanks(&next);
        if (!more || !scan_weekday(&next, &to))
            break;
        from = to;
        *days |= 1u << to;
        copy = next;
    }
    *scan = copy;
    return true;
}

bool weekdays_at_start(const char *text, size_t length, weekday_set *days, struct found *found)
{
    struct scan scan = {text, length, 0};

    scan_ornament(&scan);
    size_t start = scan.at;
    bool named = false;
    weekday_set read;
    if (scan_word(&scan, words_every_day, NULL))
        read = EVERY_DAY;
    else if (scan_word(&scan, words_workdays, NULL))
        read = WORKDAYS;
    else if (scan_word(&scan, words_weekend, NULL))
        read = WEEKEND;
    else if (!(named = scan_weekday_list(&scan, &read)))
        return false;
    struct scan after = scan;
    scan_blanks(&after);
    uint32_t next = scan_peek(&after);
    /* "Do it", "So far": short names of one language are words of another. */
    if (named && !scan_end(&after) && uc_is_alpha(next) && scan.at - start < 6)
        return false;
    *days = read;
    if (found)
        *found = (struct found){start, scan.at, start};
    return true;
}

bool clock_at_start(const char *text, size_t length, int *minute, struct found *found)
{
    struct scan scan = {text, length, 0};
    double hour, more = 0;

    scan_ornament(&scan);
    size_t start = scan.at;
    if (!scan_number(&scan, &hour) || hour > 24 || hour != floor(hour))
        return false;
    bool colon = false;
    struct scan copy = scan;
    if ((scan_char(&copy, ':') || scan_char(&copy, 0xFF1A)) &&
        digits_at(text, length, copy.at) == 2 && scan_number(&copy, &more) && more < 60) {
        colon = true;
        scan = copy;
    }
    copy = scan;
    scan_blanks(&copy);
    bool morning = scan_word(&copy, words_am, NULL);
    bool after_noon = !morning && scan_word(&copy, words_pm, NULL);
    if (morning || after_noon) {
        if (hour < 1 || hour > 12)
            return false;
        hour = (double)((int)hour % 12 + (after_noon ? 12 : 0));
    } else if (!scan_word(&copy, words_o_clock, NULL)) {
        if (!colon)
            return false;
        copy = scan;
    }
    scan = copy;
    if (hour * 60 + more > 24 * 60)
        return false;
    *minute = (int)(hour * 60 + more);
    if (found)
        *found = (struct found){start, scan.at, start};
    return true;
}

bool duration_parse(const char *text, size_t length, int *minutes)
{
    struct scan scan = {text, length, 0};
    double amount, total = 0;
    bool hours_seen = false, minutes_seen = false;

    scan_blanks(&scan);
    while (!scan_end(&scan)) {
        if (minutes_seen || !scan_number(&scan, &amount))
            return false;
        scan_blanks(&scan);
        if (!hours_seen && scan_word(&scan, words_hours, NULL)) {
            hours_seen = true;
            total += amount * 60;
        } else if (scan_word(&scan, words_minutes, NULL) || (hours_seen && scan_end(&scan))) {
            minutes_seen = true; /* also the 30 of "1h30" */
            if (hours_seen && amount >= 60)
                return false;
            total += amount;
        } else {
            return false;
        }
        scan_blanks(&scan);
    }
    if (total < 1 || total > LARGEST_MINUTES || fabs(total - round(total)) > 1e-6)
        return false;
    *minutes = (int)lround(total);
    return true;
}
