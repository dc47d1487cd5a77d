/* date_text: writes dates, lengths and counts as the book prints them. */
#include "pdf/parts/date_text.h"

#include <math.h>
#include <string.h>

const char *book_date(struct book *book, day date)
{
    if (date == DAY_NONE)
        return "";
    struct civil civil = civil_of(date);
    return pool_print(book->pool, "%d %s %d", civil.day, month_name(civil.month), civil.year);
}

const char *book_short_date(struct book *book, day date)
{
    if (date == DAY_NONE)
        return "";
    struct civil civil = civil_of(date);
    return pool_print(book->pool, "%d %s", civil.day, month_short_name(civil.month));
}

const char *book_year_date(struct book *book, day date)
{
    if (date == DAY_NONE)
        return "";
    struct civil civil = civil_of(date);
    return pool_print(book->pool, "%d %s %d", civil.day, month_short_name(civil.month), civil.year);
}

/* What the two ends share is said once: "5 – 11 January 2026". */
static const char *range(struct book *book, day first, day last, const char *(*name)(int),
                         bool year)
{
    if (first == DAY_NONE || last == DAY_NONE)
        return "";
    struct civil from = civil_of(first), to = civil_of(last);
    const char *end = year || from.year != to.year
                          ? pool_print(book->pool, "%d %s %d", to.day, name(to.month), to.year)
                          : pool_print(book->pool, "%d %s", to.day, name(to.month));
    if (first == last)
        return end;
    if (from.year != to.year)
        return pool_print(book->pool, "%d %s %d – %s", from.day, name(from.month), from.year, end);
    if (from.month != to.month)
        return pool_print(book->pool, "%d %s – %s", from.day, name(from.month), end);
    return pool_print(book->pool, "%d – %s", from.day, end);
}

const char *book_date_range(struct book *book, day first, day last)
{
    return range(book, first, last, month_name, true);
}

const char *book_short_range(struct book *book, day first, day last)
{
    return range(book, first, last, month_short_name, false);
}

const char *book_day_range(struct book *book, day first, day last)
{
    if (first == DAY_NONE || last == DAY_NONE)
        return "";
    if (civil_of(first).year == civil_of(last).year)
        return book_short_range(book, first, last);
    return pool_print(book->pool, "%s – %s", book_short_date(book, first),
                      book_short_date(book, last));
}

const char *book_year_range(struct book *book, day first, day last)
{
    return range(book, first, last, month_short_name, true);
}

const char *book_hours(struct book *book, int minutes)
{
    char text[DURATION_TEXT];

    if (minutes % 30 != 0)
        return pool_print(book->pool, "%s", duration_print(minutes, text));
    return pool_print(book->pool, "%g hour%s", minutes / 60.0, minutes == 60 ? "" : "s");
}

const char *book_length(struct book *book)
{
    const struct schedule *schedule = book->schedule;
    int days = schedule->end - schedule->start + 1, count = days;
    const char *unit = "day";

    if (book->plan->unit == UNIT_WEEK) {
        count = (int)schedule->week_count;
        unit = "week";
    } else if (book->plan->unit != UNIT_DAY && days > 45) {
        count = (int)lround(days / DAYS_PER_MONTH);
        unit = "month";
    }
    return pool_print(book->pool, "%d %s%s", count, unit, count == 1 ? "" : "s");
}

const char *book_capital(struct book *book, const char *text)
{
    char *copy = pool_copy(book->pool, text, strlen(text));

    if (copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}

const char *book_count(struct book *book, int count, const char *one, const char *many)
{
    return pool_print(book->pool, "%d %s", count, count == 1 ? one : many);
}
