/* vevent: an event through libical, which escapes its words, and back into lines. */
#include "ics/vevent.h"

#include <libical/ical.h>

#include "ics/fold.h"

static struct icaltimetype date_value(day date)
{
    struct civil civil = civil_of(date);
    struct icaltimetype value = icaltime_null_date();

    value.year = civil.year;
    value.month = civil.month;
    value.day = civil.day;
    return value;
}

/* What a clock shows that many seconds after midnight of 1970-01-01; UTC ends in Z. */
static struct icaltimetype time_value(int64_t seconds, bool utc)
{
    int64_t days = seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);
    int rest = (int)(seconds - days * DAY_SECONDS);
    struct icaltimetype value = date_value((day)days);

    value.is_date = 0;
    value.hour = rest / 3600;
    value.minute = rest / 60 % 60;
    value.second = rest % 60;
    if (utc)
        value.zone = icaltimezone_get_utc_timezone();
    return value;
}

static void add_local(const struct timezone_data *zone, icalcomponent *component,
                      icalproperty *property)
{
    icalproperty_add_parameter(property, icalparameter_new_tzid(zone->name));
    icalcomponent_add_property(component, property);
}

/* DTSTART and DTEND of a session. Where the clocks change between the two, or show one of them
 * twice or never, readers of local times disagree: such a session is given in UTC, so that it
 * starts as RFC 5545 (3.3.5) reads the local time, and lasts as long as it should. */
static void add_times(const struct timezone_data *zone, icalcomponent *component,
                      const struct event *event)
{
    int64_t wall = (int64_t)event->date * DAY_SECONDS + (int64_t)event->start * 60;
    int64_t length = (int64_t)event->minutes * 60;

    if (zone) {
        int64_t start = timezone_instant(zone, event->date, event->start);
        int64_t end = timezone_instant(zone, event->date, event->start + event->minutes);
        bool plain = end - start == length && start + timezone_state(zone, start)->offset == wall &&
                     end + timezone_state(zone, end)->offset == wall + length;
        if (plain) {
            add_local(zone, component, icalproperty_new_dtstart(time_value(wall, false)));
            add_local(zone, component, icalproperty_new_dtend(time_value(wall + length, false)));
            return;
        }
        wall = start;
    }
    icalcomponent_add_property(component, icalproperty_new_dtstart(time_value(wall, true)));
    icalcomponent_add_property(component, icalproperty_new_dtend(time_value(wall + length, true)));
}

/* The order of its properties is fixed, so that equal events are equal bytes. */
static icalcomponent *event_component(const struct timezone_data *zone, const struct event *event)
{
    icalcomponent *component = icalcomponent_new(ICAL_VEVENT_COMPONENT);

    icalcomponent_add_property(component, icalproperty_new_uid(event->uid));
    if (event->start >= 0) {
        add_times(zone, component, event);
    } else {
        icalcomponent_add_property(component, icalproperty_new_dtstart(date_value(event->date)));
        icalcomponent_add_property(component, icalproperty_new_dtend(date_value(event->date + 1)));
    }
    icalcomponent_add_property(component, icalproperty_new_summary(event->summary));
    if (*event->description)
        icalcomponent_add_property(component, icalproperty_new_description(event->description));
    /* One property each: libical takes a list apart when it reads one. */
    for (int i = 0; i < EVENT_CATEGORIES && event->categories[i]; i++)
        icalcomponent_add_property(component, icalproperty_new_categories(event->categories[i]));
    if (*event->url)
        icalcomponent_add_property(component, icalproperty_new_url(event->url));
    icalcomponent_add_property(component, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
    icalcomponent_add_property(
        component,
        icalproperty_new_transp(event->start >= 0 ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
    return component;
}

struct event_lines vevent_lines(struct pool *pool, const struct timezone_data *zone,
                                const struct event *event)
{
    icalcomponent *component = event_component(zone, event);
    struct text text = TEXT_INIT;

    component_print(component, &text);
    icalcomponent_free(component);
    struct event_lines lines = event_lines_read(pool, text_string(&text));
    text_free(&text);
    return lines;
}
