/* unit: how long the units are, and what they are called. */
#include "words/unit.h"

#include "base/date.h"

double unit_days(enum unit unit)
{
    static const double days[] = {
        [UNIT_NONE] = 0,
        [UNIT_DAY] = 1,
        [UNIT_WEEK] = 7,
        [UNIT_MONTH] = DAYS_PER_MONTH,
        [UNIT_QUARTER] = 3 * DAYS_PER_MONTH,
        [UNIT_TERM] = 4 * DAYS_PER_MONTH,
        [UNIT_YEAR] = 12 * DAYS_PER_MONTH,
    };

    return days[unit];
}

const char *unit_name(enum unit unit)
{
    static const char *const names[] = {"", "day", "week", "month", "quarter", "term", "year"};

    return names[unit];
}

const char *unit_plural(enum unit unit)
{
    static const char *const names[] = {"",         "days",  "weeks", "months",
                                        "quarters", "terms", "years"};

    return names[unit];
}
