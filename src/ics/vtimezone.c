/* vtimezone: VTIMEZONE components out of the system's zone data. libical's own run back to 1893 and
 * carry properties that other readers stumble over, so they are built here. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ics/vtimezone.h"

/* A change as the clocks on the wall show it, just before they are moved. */
struct onset {
    struct civil date;
    enum weekday weekday;
    /* after midnight */
    int seconds;
    int offset_before;
    /* from then on */
    const struct clock_state *state;
};

static struct onset onset_of(int64_t instant, int offset_before, const struct clock_state *state)
{
    int64_t wall = instant + offset_before;
    int64_t days = wall / DAY_SECONDS;

    if (wall % DAY_SECONDS < 0)
        days--;
    return (struct onset){.date = civil_of((day)days),
                          .weekday = weekday_of((day)days),
                          .seconds = (int)(wall - days * DAY_SECONDS),
                          .offset_before = offset_before,
                          .state = state};
}

/* A STANDARD or DAYLIGHT part; WEEK is the rule's week in the month (-1: the last), 0: no rule. */
static void add_observance(icalcomponent *parent, const struct onset *onset, int week)
{
    static const char *const weekdays[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    icalcomponent *part = icalcomponent_new(onset->state->daylight ? ICAL_XDAYLIGHT_COMPONENT
                                                                   : ICAL_XSTANDARD_COMPONENT);
    struct icaltimetype start = icaltime_null_time();

    start.year = onset->date.year;
    start.month = onset->date.month;
    start.day = onset->date.day;
    start.hour = onset->seconds / 3600;
    start.minute = onset->seconds / 60 % 60;
    start.second = onset->seconds % 60;
    icalcomponent_add_property(part, icalproperty_new_dtstart(start));
    icalcomponent_add_property(part, icalproperty_new_tzoffsetfrom(onset->offset_before));
    icalcomponent_add_property(part, icalproperty_new_tzoffsetto(onset->state->offset));
    icalcomponent_add_property(part, icalproperty_new_tzname(onset->state->name));
    if (week != 0) {
        char rule[64];
        snprintf(rule, sizeof rule, "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", onset->date.month, week,
                 weekdays[onset->weekday]);
        icalcomponent_add_property(part,
                                   icalproperty_new_rrule(icalrecurrencetype_from_string(rule)));
    }
    icalcomponent_add_component(parent, part);
}

static bool in_week(const struct onset *onset, int week)
{
    if (week < 0)
        return onset->date.day + 7 > days_in_month(onset->date.year, onset->date.month);
    return (onset->date.day - 1) / 7 + 1 == week;
}

static bool alike(const struct onset *a, const struct onset *b)
{
    return a->date.month == b->date.month && a->weekday == b->weekday && a->seconds == b->seconds &&
           a->offset_before == b->offset_before && a->state->offset == b->state->offset &&
           strcmp(a->state->name, b->state->name) == 0;
}

/* The week in the month on which all changes fall that begin daylight time (SUMMER) or end it, one
 * in each of YEARS years; 0 where they follow no such rule. *FIRST is the first of them. Days of
 * the month beside BYDAY would be another form of rule, but not every reader knows it. */
static int yearly_week(const struct onset *onsets, size_t count, bool summer, int years,
                       const struct onset **first)
{
    static const int weeks[] = {-1, 1, 2, 3, 4};
    int found = 0;

    *first = NULL;
    for (size_t i = 0; i < count; i++) {
        if (onsets[i].state->daylight != summer)
            continue;
        if (*first &&
            (!alike(*first, &onsets[i]) || onsets[i].date.year != (*first)->date.year + found))
            return 0;
        if (!*first)
            *first = &onsets[i];
        found++;
    }
    if (found != years)
        return 0;
    for (size_t w = 0; w < sizeof weeks / sizeof weeks[0]; w++) {
        bool all = true;
        for (size_t i = 0; i < count && all; i++)
            all = onsets[i].state->daylight != summer || in_week(&onsets[i], weeks[w]);
        if (all)
            return weeks[w];
    }
    return 0;
}

static void add_observances(icalcomponent *component, const struct onset *initial,
                            const struct onset *onsets, size_t count, int years)
{
    const struct onset *to_standard, *to_daylight;
    int standard_week = yearly_week(onsets, count, false, years, &to_standard);
    int daylight_week = yearly_week(onsets, count, true, years, &to_daylight);

    if (standard_week != 0 && daylight_week != 0) {
        bool standard_first = to_standard < to_daylight;
        add_observance(component, standard_first ? to_standard : to_daylight,
                       standard_first ? standard_week : daylight_week);
        add_observance(component, standard_first ? to_daylight : to_standard,
                       standard_first ? daylight_week : standard_week);
        return;
    }
    add_observance(component, initial, 0);
    for (size_t i = 0; i < count; i++)
        add_observance(component, &onsets[i], 0);
}

icalcomponent *vtimezone_new(const struct timezone_data *zone, int first_year, int last_year)
{
    int64_t from = (int64_t)day_of(first_year - 1, 1, 1) * DAY_SECONDS;
    int64_t to = (int64_t)day_of(last_year + 1, 1, 1) * DAY_SECONDS;
    const struct clock_state *state = timezone_state(zone, from);
    struct onset initial = onset_of(from, state->offset, state);

    struct onset *onsets = must_alloc((zone->change_count + 1) * sizeof *onsets);
    size_t count = 0;

    for (size_t i = 0; i < zone->change_count; i++) {
        const struct clock_change *change = &zone->changes[i];
        if (change->instant <= from || change->instant >= to)
            continue;
        onsets[count++] = onset_of(change->instant, state->offset, &change->state);
        state = &change->state;
    }

    icalcomponent *component = icalcomponent_new(ICAL_VTIMEZONE_COMPONENT);
    icalcomponent_add_property(component, icalproperty_new_tzid(zone->name));
    if (count == 0) {
        /* A zone whose clocks stand needs one part, the same in whatever year the plan starts. */
        struct onset always = onset_of(-(int64_t)state->offset, state->offset, state);
        add_observance(component, &always, 0);
    } else {
        add_observances(component, &initial, onsets, count, last_year - first_year + 2);
    }
    free(onsets);
    return component;
}
