/* iso_date: ISO/IEC 29500-1, 18.18.11 (the type "d") and 18.17.4. */
#include "memory/xlsx/iso_date.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "memory/memory.h"

/* Takes COUNT digits off *AT. */
static bool take_number(const char **at, int count, int *number)
{
    *number = 0;
    for (int i = 0; i < count; i++, (*at)++) {
        if (!isdigit((unsigned char)**at))
            return false;
        *number = *number * 10 + **at - '0';
    }
    return true;
}

static bool take(const char **at, char character)
{
    bool there = **at == character;

    *at += there;
    return there;
}

static bool take_date(const char **at, double *serial)
{
    int year, month, number;

    if (!take_number(at, 4, &year) || !take(at, '-') || !take_number(at, 2, &month) ||
        !take(at, '-') || !take_number(at, 2, &number) || !civil_valid(year, month, number))
        return false;
    *serial = day_of(year, month, number) + SERIAL_OF_1970;
    return *serial >= 0;
}

/* "18:30", "18:30:05", "18:30:05.250"; adds it to *SERIAL. */
static bool take_time(const char **at, double *serial)
{
    int hours, minutes, seconds = 0;
    double parts = 0;
    char *end;

    if (!take_number(at, 2, &hours) || !take(at, ':') || !take_number(at, 2, &minutes))
        return false;
    if (take(at, ':') && !take_number(at, 2, &seconds))
        return false;
    if (**at == '.' && isdigit((unsigned char)(*at)[1])) {
        parts = strtod(*at, &end);
        *at = end;
    }
    if (hours > 24 || minutes > 59 || seconds > 60)
        return false;
    *serial += (hours * 3600 + minutes * 60 + seconds + parts) / DAY_SECONDS;
    return true;
}

/* "Z", "+02:00", or nothing. */
static bool is_zone(const char *text)
{
    int hours, minutes;

    if (strcmp(text, "Z") == 0 || !*text)
        return true;
    return (take(&text, '+') || take(&text, '-')) && take_number(&text, 2, &hours) &&
           take(&text, ':') && take_number(&text, 2, &minutes) && !*text;
}

bool iso_date_serial(const char *text, double *serial)
{
    double found = 0;
    const char *at = text;
    bool dated = strlen(text) > 4 && text[4] == '-';

    if (dated && (!take_date(&at, &found) || (*at && !take(&at, 'T'))))
        return false;
    if ((!dated || at[-1] == 'T') && (!take_time(&at, &found) || !is_zone(at)))
        return false;
    *serial = found;
    return true;
}
