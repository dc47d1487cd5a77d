/* phrases: days, durations and sessions in the terminal's words. */
#include "text/phrases.h"

#include <string.h>

void add_days(struct text *out, day first, day last)
{
    char text[DATE_TEXT];

    text_add(out, day_print(first, text));
    if (last != first)
        text_print(out, "..%s", day_print(last, text));
}

void add_duration(struct text *out, int minutes)
{
    char text[DURATION_TEXT];

    text_add(out, duration_print(minutes, text));
}

void add_date(struct text *out, day date, day beside)
{
    struct civil civil = civil_of(date);

    text_print(out, "%d %s", civil.day, month_name(civil.month));
    if (beside == DAY_NONE || civil_of(beside).year != civil.year)
        text_print(out, " %d", civil.year);
}

void add_weekday_date(struct text *out, day date, day beside)
{
    text_print(out, "%s ", weekday_short_name(weekday_of(date)));
    add_date(out, date, beside);
}

void add_weekly_hours(struct text *out, int minutes)
{
    int tenths = (minutes + 5) / 6;

    if (tenths % 10 == 0)
        text_print(out, "%d h", tenths / 10);
    else
        text_print(out, "%d.%d h", tenths / 10, tenths % 10);
}

/* LENGTH without the blanks and signs that join WORDS to what followed. */
static size_t without_marks(const char *words, size_t length)
{
    static const char *const marks[] = {" ", ":", ",", "·"};
    size_t before;

    do {
        before = length;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            size_t size = strlen(marks[i]);
            if (length > size && memcmp(words + length - size, marks[i], size) == 0)
                length -= size;
        }
    } while (length < before);
    return length;
}

void add_start(struct text *out, const char *words, size_t length, size_t columns)
{
    size_t kept = length;

    if (length > columns) {
        for (kept = columns; kept > 0 && words[kept] != ' ';)
            kept--;
        for (kept = kept > 0 ? kept : columns; (words[kept] & 0xc0) == 0x80;)
            kept--; /* within a letter */
        kept = without_marks(words, kept);
    }
    text_add_visible(out, words, kept, false);
    text_add(out, kept < length ? " …" : "");
}

void add_focus(struct text *out, const struct session *session, size_t columns)
{
    add_start(out, session->focus, strlen(session->focus), columns);
    if (session->parts > 1)
        text_print(out, ", %d of %d", session->part, session->parts);
}

void add_session_line(struct text *out, const struct session *session, day beside, size_t columns)
{
    char clock[DURATION_TEXT];

    add_weekday_date(out, session->date, beside);
    text_print(out, ", %s: ", clock_print(session->start, clock));
    add_focus(out, session, columns);
}
