/* phrases: days, durations and sessions in the terminal's words. */
#include "text/phrases.h"

#include <string.h>

#define LABEL_COLUMNS 10

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

void add_session_time(struct text *out, const struct session *session, day beside)
{
    char clock[DURATION_TEXT];

    add_weekday_date(out, session->date, beside);
    text_print(out, ", %s: ", clock_print(session->start, clock));
}

void add_margin(struct text *out, const char *label)
{
    text_print(out, "%-*s ", LABEL_COLUMNS, label);
}

/* true for a name that a shell takes as it is. */
static bool is_plain(const char *name)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "_-./+,:@%=";

    for (const char *at = name; *at; at++)
        if (!strchr(plain, *at) && !(*at & 0x80))
            return false;
    return *name;
}

void add_folder(struct text *out, const char *folder)
{
    size_t length = strlen(folder);

    text_add_visible(out, folder, length, false);
    text_add(out, length > 0 && folder[length - 1] == '/' ? "" : "/");
}

void add_argument(struct text *out, const char *word)
{
    text_add_char(out, ' ');
    if (is_plain(word)) {
        text_add_visible(out, word, strlen(word), false);
        return;
    }
    text_add_char(out, '\'');
    for (const char *at = word; *at;) {
        size_t length = strcspn(at, "'");
        text_add_visible(out, at, length, false);
        at += length;
        text_add(out, *at ? "'\\''" : "");
        at += *at != '\0';
    }
    text_add_char(out, '\'');
}

void add_command(struct text *out, const char *command, const char *roadmap, const char *rest,
                 const char *folder)
{
    text_print(out, "roadbook %s", command);
    add_argument(out, roadmap);
    text_add(out, rest);
    if (folder) {
        text_add(out, " -o");
        add_argument(out, folder);
    }
}

const char *argument_print(struct pool *pool, const char *word)
{
    struct text out = TEXT_INIT;

    add_argument(&out, word);
    const char *copy = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return copy;
}

const char *command_print(struct pool *pool, const char *command, const char *roadmap,
                          const char *rest, const char *folder)
{
    struct text out = TEXT_INIT;

    add_command(&out, command, roadmap, rest, folder);
    const char *copy = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return copy;
}
