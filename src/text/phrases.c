/* phrases: days and durations as `show` and `show --why` write them. */
#include "text/phrases.h"

#include "schedule/schedule.h"

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
