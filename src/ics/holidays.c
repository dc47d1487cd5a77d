/* holidays: all-day events, repetitions worked out, as a set of days. */
#include "ics/holidays.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#define MOST_REPETITIONS 200000 /* of all events: rules by the second must not keep us for ever */
#define VAIN_COST        4000 /* repetitions: the time of a search that finds none (30 February) */
#define MOST_DAYS        3660 /* of one event: ten years */
#define MOST_NESTING     8    /* of components; RFC 5545 has three levels (3.6) */

/* A calendar being read. */
struct day_marker {
    bool *days;
    /* days that EXDATEs of the event at hand take out */
    bool *excepted;
    /* days marked that were free before */
    size_t count;
    /* repetitions that may still be looked at */
    int budget;
};

static day day_of_time(icaltimetype time)
{
    if (time.year < HOLIDAYS_FIRST_YEAR || time.year > HOLIDAYS_LAST_YEAR ||
        !civil_valid(time.year, time.month, time.day))
        return DAY_NONE;
    return day_of(time.year, time.month, time.day);
}

static bool is_midnight(icaltimetype time)
{
    return time.is_date || (time.hour == 0 && time.minute == 0 && time.second == 0);
}

/* How many whole days the event takes up from its start on; 0 for one with a time of day. */
static int length_in_days(icalcomponent *event)
{
    icaltimetype start = icalcomponent_get_dtstart(event), end = icalcomponent_get_dtend(event);

    if (icaltime_is_null_time(start) || !is_midnight(start))
        return 0;
    if (icaltime_is_null_time(end) || !icaltime_is_valid_time(end))
        return start.is_date ? 1 : 0;
    day first = day_of_time(start), last = day_of_time(end);
    if (first == DAY_NONE || last == DAY_NONE)
        return start.is_date ? 1 : 0;
    int days = last - first;
    /* A day that ends as it begins is one all the same: some programs write the last day itself. */
    return days > 0 ? (days < MOST_DAYS ? days : MOST_DAYS) : start.is_date ? 1 : 0;
}

static void mark(struct day_marker *marker, day first, int length)
{
    for (int i = 0; first != DAY_NONE && i < length && first + i < HOLIDAYS_ROOM; i++) {
        marker->count += !marker->days[first + i];
        marker->days[first + i] = true;
    }
}

/* Notes the days that the event's EXDATEs take out, or, with IS_ONE false, forgets them again. */
static void except_days(struct day_marker *marker, icalcomponent *event, bool is_one)
{
    for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY);
         property; property = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY)) {
        day date = day_of_time(icalproperty_get_exdate(property));
        if (date != DAY_NONE)
            marker->excepted[date] = is_one;
    }
}

/* The days that one RRULE gives, as far as the budget reaches. */
static void mark_rule(struct day_marker *marker, struct icalrecurrencetype rule, icaltimetype start,
                      int length)
{
    icalrecur_iterator *iterator = NULL;
    bool vain = true; /* the last search of a rule without end is as long as one for nothing */

    if (marker->budget > 0)
        iterator = icalrecur_iterator_new(rule, start);
    while (iterator && marker->budget-- > 0) {
        icaltimetype next = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(next))
            break;
        vain = rule.count == 0 && icaltime_is_null_time(rule.until);
        day date = day_of_time(next);
        if (date != DAY_NONE && !marker->excepted[date])
            mark(marker, date, length);
        if (next.year >= HOLIDAYS_LAST_YEAR)
            vain = false;
        if (next.year > HOLIDAYS_LAST_YEAR)
            break;
    }
    marker->budget -= vain ? VAIN_COST : 0;
    if (iterator)
        icalrecur_iterator_free(iterator);
}

static void mark_repetitions(struct day_marker *marker, icalcomponent *event, int length)
{
    icaltimetype start = icalcomponent_get_dtstart(event);
    icalproperty *property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);

    for (; property; property = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY))
        mark_rule(marker, icalproperty_get_rrule(property), start, length);
    property = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY);
    for (; property; property = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
        struct icaldatetimeperiodtype date = icalproperty_get_rdate(property);
        icaltimetype time = icaltime_is_null_time(date.time) ? date.period.start : date.time;
        mark(marker, day_of_time(time), length);
    }
}

static void mark_event(struct day_marker *marker, icalcomponent *event)
{
    int length = length_in_days(event);
    day first = day_of_time(icalcomponent_get_dtstart(event));

    if (length == 0 || icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
        return;
    except_days(marker, event, true);
    if (first != DAY_NONE && !marker->excepted[first])
        mark(marker, first, length);
    mark_repetitions(marker, event, length);
    except_days(marker, event, false);
}

/* The events of a calendar, or of all calendars where the file holds several. */
static void mark_all(struct day_marker *marker, icalcomponent *component)
{
    for (icalcomponent *inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
         inner; inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
        if (icalcomponent_isa(inner) == ICAL_VEVENT_COMPONENT)
            mark_event(marker, inner);
        else if (icalcomponent_isa(inner) == ICAL_VCALENDAR_COMPONENT)
            mark_all(marker, inner);
    }
}

/* true where the line at AT is the property NAME, be it folded (RFC 5545, 3.1). */
static bool is_property(const char *at, const char *end, const char *name)
{
    while (at < end) {
        const char *fold = at + (*at == '\r');
        if (fold + 1 < end && *fold == '\n' && (fold[1] == ' ' || fold[1] == '\t'))
            at = fold + 2;
        else if (!*name)
            return *at == ':' || *at == ';';
        else if ((*at++ & ~0x20) != *name++)
            return false;
    }
    return false;
}

/* How deep components stand in each other: libical calls itself for each level, and would run out
 * of stack. */
static int nesting_of(const struct source *source)
{
    const char *at = source->bytes, *end = at + source->length;
    int depth = 0, deepest = 0;

    while (at && at < end) {
        if (is_property(at, end, "BEGIN"))
            depth++;
        else if (depth > 0 && is_property(at, end, "END"))
            depth--;
        deepest = depth > deepest ? depth : deepest;
        at = memchr(at, '\n', (size_t)(end - at));
        at += at ? 1 : 0;
    }
    return deepest;
}

bool holidays_read(const struct source *source, bool *days)
{
    struct place place = {source, 0, 0};
    struct day_marker marker = {.days = days, .budget = MOST_REPETITIONS};

    icalerror_set_errors_are_fatal(0);
    bool calendar = memmem(source->bytes, source->length, "BEGIN:VCALENDAR", 15);
    bool deep = calendar && nesting_of(source) > MOST_NESTING;
    icalcomponent *parsed = calendar && !deep ? icalparser_parse_string(source->bytes) : NULL;
    if (!parsed) {
        report_failure(STATUS_BAD_INPUT, place, "%s",
                       deep ? "components stand deeper in each other than in any calendar"
                            : "this is no calendar (iCalendar, RFC 5545)");
        return false;
    }
    marker.excepted = must_alloc(HOLIDAYS_ROOM * sizeof *marker.excepted);
    memset(marker.excepted, 0, HOLIDAYS_ROOM * sizeof *marker.excepted);
    mark_all(&marker, parsed);
    free(marker.excepted);
    icalcomponent_free(parsed);
    if (marker.budget <= 0)
        report(place, SEVERITY_WARNING, RULE_HOLIDAYS_CUT,
               "the events repeat more than %d times; the days of the rest are not off",
               MOST_REPETITIONS);
    if (marker.count == 0)
        report(place, SEVERITY_WARNING, RULE_NO_HOLIDAYS,
               "no event of this calendar takes up a whole day; no day is off for it");
    return true;
}
