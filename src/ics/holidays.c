/* Holidays: all-day events, repetitions worked out, as a set of days. */
#include "ics/holidays.h"

#include <libical/ical.h>
#include <string.h>

#define MOST_REPETITIONS 100000 /* of one event: a rule by the second must not keep us for ever */
#define MOST_DAYS        3660   /* of one event: ten years */

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

static size_t mark(bool *days, day first, int length)
{
    size_t count = 0;
    for (int i = 0; first != DAY_NONE && i < length && first + i < HOLIDAYS_ROOM; i++) {
        count += !days[first + i];
        days[first + i] = true;
    }
    return count;
}

/* true where an EXDATE takes that day out again. */
static bool is_excepted(icalcomponent *event, day date)
{
    for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY);
         property; property = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY))
        if (day_of_time(icalproperty_get_exdate(property)) == date)
            return true;
    return false;
}

static size_t mark_repetitions(icalcomponent *event, bool *days, int length)
{
    size_t count = 0;
    icaltimetype start = icalcomponent_get_dtstart(event);
    icalproperty *property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    for (; property; property = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY)) {
        icalrecur_iterator *iterator =
            icalrecur_iterator_new(icalproperty_get_rrule(property), start);
        for (int i = 0; iterator && i < MOST_REPETITIONS; i++) {
            icaltimetype next = icalrecur_iterator_next(iterator);
            if (icaltime_is_null_time(next) || next.year > HOLIDAYS_LAST_YEAR)
                break;
            day date = day_of_time(next);
            if (date != DAY_NONE && !is_excepted(event, date))
                count += mark(days, date, length);
        }
        if (iterator)
            icalrecur_iterator_free(iterator);
    }
    property = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY);
    for (; property; property = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
        struct icaldatetimeperiodtype date = icalproperty_get_rdate(property);
        icaltimetype time = icaltime_is_null_time(date.time) ? date.period.start : date.time;
        count += mark(days, day_of_time(time), length);
    }
    return count;
}

static size_t mark_event(icalcomponent *event, bool *days)
{
    int length = length_in_days(event);
    day first = day_of_time(icalcomponent_get_dtstart(event));
    if (length == 0 || icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
        return 0;
    size_t count = 0;
    if (first != DAY_NONE && !is_excepted(event, first))
        count = mark(days, first, length);
    return count + mark_repetitions(event, days, length);
}

/* The events of a calendar, or of all calendars where the file holds several. */
static size_t mark_all(icalcomponent *component, bool *days)
{
    size_t count = 0;
    for (icalcomponent *inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
         inner; inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
        if (icalcomponent_isa(inner) == ICAL_VEVENT_COMPONENT)
            count += mark_event(inner, days);
        else if (icalcomponent_isa(inner) == ICAL_VCALENDAR_COMPONENT)
            count += mark_all(inner, days);
    }
    return count;
}

bool holidays_read(const struct source *source, bool *days)
{
    struct place place = {source, 0, 0};
    icalerror_set_errors_are_fatal(0);
    bool calendar = memmem(source->bytes, source->length, "BEGIN:VCALENDAR", 15) != NULL;
    icalcomponent *parsed = calendar ? icalparser_parse_string(source->bytes) : NULL;
    if (!parsed) {
        report_failure(STATUS_BAD_INPUT, place, "this is no calendar (iCalendar, RFC 5545)");
        return false;
    }
    size_t count = mark_all(parsed, days);
    icalcomponent_free(parsed);
    if (count == 0)
        report(place, SEVERITY_WARNING, "no-holidays",
               "no event of this calendar takes up a whole day; no day is off for it");
    return true;
}
