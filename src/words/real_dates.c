/* real_dates: real dates and ranges of them, out of words. */

#include "words/quantity.h"
#include "words/scan.h"

/* A date as written: 0 for a part that is not there. day 0: the whole month. */
struct written_date {
    int year, month, day;
};

/* 1-4 digits, and nothing but digits; *DIGITS is how many. */
static bool scan_digits(struct scan *scan, int most, int *value, int *digits)
{
    size_t at = scan->at;

    *value = 0;
    while (at < scan->length && scan->text[at] >= '0' && scan->text[at] <= '9') {
        if (at - scan->at >= (size_t)most)
            return false;
        *value = *value * 10 + (scan->text[at] - '0');
        at++;
    }
    *digits = (int)(at - scan->at);
    scan->at = at;
    return *digits > 0;
}

static bool plausible(const struct written_date *date)
{
    int year = date->year ? date->year : 2000;

    return year >= 1970 && year <= 2199 &&
           civil_valid(year, date->month, date->day ? date->day : 1);
}

static int full_year(int year, int digits)
{
    return digits <= 2 ? 2000 + year : year;
}

/* "2026-01-05", "2026/1/5", "2026年1月5日". */
static bool scan_year_first(struct scan *scan, struct written_date *date)
{
    struct scan copy = *scan;
    int digits;

    if (!scan_digits(&copy, 4, &date->year, &digits) || digits != 4)
        return false;
    uint32_t sign = scan_take(&copy);
    if (sign != '-' && sign != '/' && sign != '.' && sign != 0x5E74)
        return false;
    if (!scan_digits(&copy, 2, &date->month, &digits))
        return false;
    uint32_t second = scan_take(&copy);
    if (sign == 0x5E74 ? second != 0x6708 : second != sign)
        return false;
    if (!scan_digits(&copy, 2, &date->day, &digits))
        return sign == 0x5E74 && (date->day = 0, *scan = copy, true);
    if (sign == 0x5E74 && !scan_char(&copy, 0x65E5) && !scan_char(&copy, 0x53F7))
        return false;
    *scan = copy;
    return plausible(date);
}

/* "05.01.2026", "06.01.", "01/18/20" (month first), "1月5日". */
static bool scan_day_first(struct scan *scan, struct written_date *date)
{
    struct scan copy = *scan;
    int first, second, digits, second_digits;

    if (!scan_digits(&copy, 2, &first, &digits))
        return false;
    uint32_t sign = scan_take(&copy);
    if (sign != '.' && sign != '/' && sign != 0x6708)
        return false;
    if (!scan_digits(&copy, 2, &second, &second_digits))
        return false;
    date->year = 0;
    if (sign == 0x6708) {
        date->month = first;
        date->day = second;
        if (!scan_char(&copy, 0x65E5) && !scan_char(&copy, 0x53F7))
            return false;
    } else {
        bool month_first = sign == '/' && first <= 12;
        date->month = month_first ? first : second;
        date->day = month_first ? second : first;
        if (!scan_char(&copy, sign))
            return false;
        struct scan year = copy;
        if (sign == '.')
            scan_blanks(&year);
        int value, year_digits;
        if (scan_digits(&year, 4, &value, &year_digits) &&
            (year_digits == 4 || year.at > copy.at) && (year_digits == 2 || year_digits == 4)) {
            date->year = full_year(value, year_digits);
            copy = year;
        } else if (sign == '/' || digits != 2 || second_digits != 2) {
            return false; /* "1.2. Traits" is a numbered heading, "1/2/" nothing */
        }
    }
    *scan = copy;
    return plausible(date);
}

/* The "de " of "5 de enero de 2026", where it stands. */
static void scan_date_of(struct scan *scan)
{
    struct scan copy = *scan;

    if (scan_word(&copy, words_date_of, NULL) && scan_char(&copy, ' '))
        *scan = copy;
}

/* ", 2026" or " 2026" or " de 2026". */
static bool scan_year_after(struct scan *scan, int *year)
{
    struct scan copy = *scan;
    int digits;

    scan_char(&copy, ',');
    scan_blanks(&copy);
    scan_date_of(&copy);
    if (!scan_digits(&copy, 4, year, &digits) || digits != 4 || *year < 1970 || *year > 2199)
        return false;
    *scan = copy;
    return true;
}

/* "th" and the like after a day's number. */
static void scan_ordinal_ending(struct scan *scan)
{
    scan->at +=
        words_match(scan->text + scan->at, scan->length - scan->at, words_day_ordinals, NULL);
}

/* "Jan 5, 2026", "January 5th", "Nov 2025"; a month alone is no date. */
static bool scan_month_name_first(struct scan *scan, struct written_date *date)
{
    struct scan copy = *scan;
    int digits;

    if (!scan_month(&copy, &date->month))
        return false;
    date->year = date->day = 0;
    scan_char(&copy, '.');
    struct scan year = copy;
    if (scan_year_after(&year, &date->year)) {
        *scan = year;
        return true;
    }
    scan_blanks(&copy);
    if (!scan_digits(&copy, 2, &date->day, &digits) || date->day == 0)
        return false;
    scan_ordinal_ending(&copy);
    scan_year_after(&copy, &date->year);
    *scan = copy;
    return plausible(date);
}

/* "5 January 2026", "5. Januar", "5 de enero de 2026". */
static bool scan_month_name_second(struct scan *scan, struct written_date *date)
{
    struct scan copy = *scan;
    int digits;

    if (!scan_digits(&copy, 2, &date->day, &digits) || date->day == 0)
        return false;
    scan_ordinal_ending(&copy);
    scan_char(&copy, '.');
    struct scan blank = copy;
    scan_blanks(&copy);
    if (copy.at == blank.at)
        return false;
    scan_date_of(&copy);
    if (!scan_month(&copy, &date->month))
        return false;
    scan_char(&copy, '.');
    date->year = 0;
    scan_year_after(&copy, &date->year);
    *scan = copy;
    return plausible(date);
}

static bool scan_bare_date(struct scan *scan, struct written_date *date)
{
    return scan_year_first(scan, date) || scan_day_first(scan, date) ||
           scan_month_name_first(scan, date) || scan_month_name_second(scan, date);
}

static bool scan_date(struct scan *scan, struct written_date *date)
{
    struct scan copy = *scan;
    enum weekday weekday;

    if (scan_weekday(&copy, &weekday)) {
        scan_char(&copy, '.');
        scan_char(&copy, ',');
        scan_blanks(&copy);
    }
    if (scan_bare_date(&copy, date)) {
        *scan = copy;
        return true;
    }
    /* "Mar 2": the weekday of one language is the month of another. */
    return scan_bare_date(scan, date);
}

/* The second half of a range: a date, or a day of the first one's month ("Feb 8-21, 2026"). */
static bool scan_range_end(struct scan *scan, struct written_date *from, struct written_date *to)
{
    struct scan copy = *scan;
    int digits;

    if (!scan_dash(&copy))
        return false;
    if (scan_date(&copy, to)) {
        *scan = copy;
        return true;
    }
    if (!from->day || from->year || !scan_digits(&copy, 2, &to->day, &digits))
        return false;
    to->month = from->month;
    to->year = 0;
    scan_ordinal_ending(&copy);
    scan_year_after(&copy, &to->year);
    if (to->day < from->day || !plausible(to))
        return false;
    *scan = copy;
    return true;
}

static bool before(const struct written_date *a, const struct written_date *b)
{
    return a->month != b->month ? a->month < b->month : a->day < b->day;
}

/* Lends each half the year of the other, over New Year where the months run backwards. */
static void share_year(struct written_date *from, struct written_date *to)
{
    if (from->year && !to->year)
        to->year = from->year + before(to, from);
    else if (to->year && !from->year)
        from->year = to->year - before(to, from);
}

static day first_day(const struct written_date *date, int year)
{
    return day_of(year, date->month, date->day ? date->day : 1);
}

static day last_day(const struct written_date *date, int year)
{
    return day_of(year, date->month, date->day ? date->day : days_in_month(year, date->month));
}

bool dates_at_start(const char *text, size_t length, struct span *span, struct found *found)
{
    struct scan scan = {text, length, 0};
    struct written_date from = {0}, to = {0};

    scan_blanks(&scan);
    size_t start = scan.at;
    if (!scan_date(&scan, &from))
        return false;
    bool range = scan_range_end(&scan, &from, &to);
    if (!range)
        to = from;
    share_year(&from, &to);
    *span = (struct span){.form = SPAN_DATES, .yearless = !from.year};
    int first_year = from.year ? from.year : 2000;
    int last_year = to.year ? to.year : first_year + before(&to, &from);
    if (!civil_valid(first_year, from.month, from.day ? from.day : 1) ||
        !civil_valid(last_year, to.month, to.day ? to.day : 1))
        return false; /* 29 February of a year that has none */
    span->first = first_day(&from, first_year);
    span->last = last_day(&to, last_year);
    if (span->last < span->first)
        span->last = span->first;
    if (found)
        *found = (struct found){start, scan.at, start};
    return true;
}
