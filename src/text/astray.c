/* astray: entries that do not count, each with how it would. */
#include "text/astray.h"

#include <string.h>

#include "text/phrases.h"

#define ASTRAY_MOST    3
#define TYPED_MOST     24
#define MINUTES_A_HOUR 60.0

/* "Sat 18 July says 90 h; for minutes, type 1.5": an entry that does not count, and how it would.
 */
static void add_astray(struct text *out, const struct logged *logged, day today)
{
    double hours = logged->minutes / MINUTES_A_HOUR, minutes = hours / MINUTES_A_HOUR;

    if (logged->date == DAY_NONE)
        text_print(out, "row %u of the Log", (unsigned)logged->line);
    else
        add_weekday_date(out, logged->date, today);
    if (*logged->hours == '\0') { /* a formula of which no program has stored what it comes to */
        text_add(out, " has hours without a value; open the tracker and save it");
        return;
    }
    text_add(out, " says ");
    add_start(out, logged->hours, strlen(logged->hours), TYPED_MOST);
    switch (logged->state) {
    case LOGGED_MANY:
        if (minutes >= HOURS_LEAST && minutes <= HOURS_MOST)
            text_print(out, " h; for minutes, type %.3g", minutes);
        else
            text_add(out, " h; a day has 24");
        break;
    case LOGGED_FEW:
        text_add(out, " h; from 0.25 on it counts, and 0 says that nothing was done");
        break;
    case LOGGED_UNDATED:
        text_add(out, " h on no date; type one like 2026-03-02");
        break;
    case LOGGED_FAR:
        text_add(out, " h, which is over a year ahead; is the year right?");
        break;
    case LOGGED_UNREAD:
    case LOGGED_COUNTS:
    case LOGGED_TO_COME:
        text_add(out, "; for two hours, write 2 or 2:00");
        break;
    }
}

/* "7 entries do not count yet: ". */
static void add_astray_count(struct text *out, size_t count)
{
    if (count == 1)
        text_add(out, "One entry does not count yet: ");
    else
        text_print(out, "%zu entries do not count yet: ", count);
}

void add_all_astray(struct text *out, const struct entries *entries, day today)
{
    for (size_t i = 0; i < entries->astray_count && i < ASTRAY_MOST; i++) {
        add_margin(out, "");
        if (i == 0)
            add_astray_count(out, entries->astray_count);
        add_astray(out, &entries->astray[i], today);
        text_add_char(out, '\n');
    }
    if (entries->astray_count > ASTRAY_MOST) {
        add_margin(out, "");
        text_add(out, "the Log shows the others in red\n");
    }
}

void add_astray_line(struct text *out, const struct entries *entries, day today)
{
    if (entries->astray_count == 0)
        return;
    add_astray_count(out, entries->astray_count);
    add_astray(out, &entries->astray[0], today);
    text_add(out, "; see the column Counts? of the Log\n");
}
