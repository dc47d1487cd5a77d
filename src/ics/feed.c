/* feed: the iCalendar exporter (RFC 5545 and 7986). */
#include <errno.h>
#include <libical/ical.h>
#include <string.h>

#include "base/file.h"
#include "export.h"
#include "ics/events.h"
#include "ics/fold.h"
#include "ics/vtimezone.h"
#include "memory/old_feed.h"

#define PRODUCT     "-//roadbook//Feed//EN"
#define REFRESH     "PT6H"
#define COLOUR_NAME "teal" /* of CSS, as RFC 7986 asks; the same in figures for Apple's */
#define COLOUR      "#008080"

/* Google stops at 1 MB, and apps grow slow: say so before that. */
#define SIZE_LIMIT  900000
#define COUNT_LIMIT 1000

/* An old file larger than this is none of ours. */
#define OLD_LIMIT ((size_t)64 << 20)

/* One feed being made. */
struct feed {
    struct pool *pool;
    const struct edition *edition;
    /* NULL: UTC */
    const struct timezone_data *zone;
    const struct old_feed *old;
    icalcomponent *calendar;
    /* of the events' LAST-MODIFIED; -1: no event */
    int64_t newest;
};

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

static void add_local(const struct feed *feed, icalcomponent *component, icalproperty *property)
{
    icalproperty_add_parameter(property, icalparameter_new_tzid(feed->zone->name));
    icalcomponent_add_property(component, property);
}

/* DTSTART and DTEND of a session. Where the clocks change between the two, or show one of them
 * twice or never, readers of local times disagree: such a session is given in UTC, so that it
 * starts as RFC 5545 (3.3.5) reads the local time, and lasts as long as it should. */
static void add_times(const struct feed *feed, icalcomponent *component, const struct event *event)
{
    int64_t wall = (int64_t)event->date * DAY_SECONDS + (int64_t)event->start * 60;
    int64_t length = (int64_t)event->minutes * 60;

    if (feed->zone) {
        int64_t start = timezone_instant(feed->zone, event->date, event->start);
        int64_t end = timezone_instant(feed->zone, event->date, event->start + event->minutes);
        bool plain = end - start == length &&
                     start + timezone_state(feed->zone, start)->offset == wall &&
                     end + timezone_state(feed->zone, end)->offset == wall + length;
        if (plain) {
            add_local(feed, component, icalproperty_new_dtstart(time_value(wall, false)));
            add_local(feed, component, icalproperty_new_dtend(time_value(wall + length, false)));
            return;
        }
        wall = start;
    }
    icalcomponent_add_property(component, icalproperty_new_dtstart(time_value(wall, true)));
    icalcomponent_add_property(component, icalproperty_new_dtend(time_value(wall + length, true)));
}

/* The VEVENT; the order of its properties is fixed, so that equal events are equal bytes. */
static icalcomponent *event_component(const struct feed *feed, const struct event *event,
                                      const struct stamps *stamps)
{
    icalcomponent *component = icalcomponent_new(ICAL_VEVENT_COMPONENT);

    icalcomponent_add_property(component, icalproperty_new_uid(event->uid));
    icalcomponent_add_property(component,
                               icalproperty_new_dtstamp(time_value(stamps->stamped, true)));
    icalcomponent_add_property(component,
                               icalproperty_new_lastmodified(time_value(stamps->modified, true)));
    icalcomponent_add_property(component, icalproperty_new_sequence(stamps->sequence));
    if (event->start >= 0) {
        add_times(feed, component, event);
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

/* The event's stamps follow from what it says now and what it said in the old feed. */
static icalcomponent *stamped_component(struct feed *feed, const struct event *event)
{
    int64_t now = feed->edition->now;
    struct stamps stamps = {now, now, 0};
    const struct old_event *old = old_feed_find(feed->old, event->uid);
    icalcomponent *component = event_component(feed, event, &stamps);

    if (old) {
        struct text text = TEXT_INIT;
        component_print(component, &text);
        struct old_event new = event_lines(feed->pool, text_string(&text));
        text_free(&text);
        icalcomponent_free(component);
        stamps = stamps_for(old, &new, now);
        component = event_component(feed, event, &stamps);
    }
    if (stamps.modified > feed->newest)
        feed->newest = stamps.modified;
    return component;
}

static void add_extension(icalcomponent *component, const char *name, const char *value)
{
    icalproperty *property = icalproperty_new_x(value);

    icalproperty_set_x_name(property, name);
    icalcomponent_add_property(component, property);
}

/* The calendar's own properties: each by its name in RFC 7986 and by the older one that apps know.
 * No METHOD, which would make each DTSTAMP a message's, and no UID, which some readers take for
 * that of all events. */
static void add_heading(struct feed *feed)
{
    static const char about[] = "Study sessions, milestones, reviews and due dates";
    const struct plan *plan = feed->edition->schedule->plan;
    icalcomponent *calendar = feed->calendar;
    const char *name = event_text_clean(feed->pool, plan->title.text, EVENT_SUMMARY_LIMIT, false);

    if (!*name)
        name = "roadbook";
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar, icalproperty_new_prodid(PRODUCT));
    icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(calendar, icalproperty_new_name(name));
    add_extension(calendar, "X-WR-CALNAME", name);
    icalcomponent_add_property(calendar, icalproperty_new_description(about));
    add_extension(calendar, "X-WR-CALDESC", about);
    add_extension(calendar, "X-WR-TIMEZONE", feed->zone ? feed->zone->name : "UTC");
    if (feed->newest >= 0)
        icalcomponent_add_property(calendar,
                                   icalproperty_new_lastmodified(time_value(feed->newest, true)));
    icalcomponent_add_property(
        calendar, icalproperty_new_refreshinterval(icaldurationtype_from_string(REFRESH)));
    add_extension(calendar, "X-PUBLISHED-TTL", REFRESH);
    icalcomponent_add_property(calendar, icalproperty_new_color(COLOUR_NAME));
    add_extension(calendar, "X-APPLE-CALENDAR-COLOR", COLOUR);
}

static void warn_of_size(const struct feed *feed, size_t count, size_t size)
{
    if (count <= COUNT_LIMIT && size <= SIZE_LIMIT)
        return;
    report(NOWHERE, SEVERITY_WARNING, RULE_FEED_SIZE,
           "%s holds %zu events in %zu KB; some calendar apps stop at %d events or 1000 KB",
           feed->edition->path, count, size / 1000, COUNT_LIMIT);
}

static void compose(struct feed *feed, struct text *out)
{
    const struct schedule *schedule = feed->edition->schedule;
    size_t count;
    const struct event *events = events_collect(feed->pool, schedule, &count);
    icalcomponent **components = pool_alloc(feed->pool, (count + 1) * sizeof *components);

    for (size_t i = 0; i < count; i++)
        components[i] = stamped_component(feed, &events[i]);

    feed->calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    add_heading(feed); /* after the events, as it carries the newest stamp */
    if (feed->zone)
        icalcomponent_add_component(feed->calendar,
                                    vtimezone_new(feed->zone, civil_of(schedule->start).year,
                                                  civil_of(schedule->end).year));
    for (size_t i = 0; i < count; i++)
        icalcomponent_add_component(feed->calendar, components[i]);

    size_t before = out->length;
    component_print(feed->calendar, out);
    icalcomponent_free(feed->calendar);
    warn_of_size(feed, count, out->length - before);
}

/* What is to be done with the file that the feed replaces. Without --force nothing is replaced that
 * is not a feed of ours; with it, such a file is kept beside it. */
static enum render_result judge_old(const struct feed *feed)
{
    const struct edition *edition = feed->edition;

    if (feed->old->state == OLD_BROKEN)
        report(NOWHERE, SEVERITY_WARNING, RULE_FEED_DAMAGED,
               "%s is damaged; events that cannot be read from it are taken as new", edition->path);
    if (feed->old->state != OLD_FOREIGN)
        return RENDERED;
    if (edition->force)
        return RENDERED_OVER_CHANGES;
    report_failure(STATUS_SYSTEM, NOWHERE,
                   "%s is not a feed that roadbook wrote, and stays as it is; move it away, or "
                   "replace it with --force, which keeps it as %s.bak",
                   edition->path, edition->path);
    return RENDER_FAILED;
}

/* Reads what stands at the path into BYTES; false where that cannot be done, which was reported. */
static bool read_old(const char *path, struct text *bytes)
{
    if (!path || !file_exists(path))
        return true;
    if (file_read(path, OLD_LIMIT, bytes))
        return true;
    report_failure(STATUS_SYSTEM, NOWHERE, "cannot read %s: %s", path, strerror(errno));
    return false;
}

static enum render_result render_in(struct feed *feed, struct text *out)
{
    const struct edition *edition = feed->edition;
    const char *name = edition->schedule->rhythm.timezone;
    struct text old = TEXT_INIT;
    enum render_result result = RENDER_FAILED;

    if (name && !timezone_is_utc(name) && !(feed->zone = timezone_read(feed->pool, name))) {
        report_failure(STATUS_BAD_INPUT, NOWHERE, "the system knows no time zone \"%s\"", name);
        return result;
    }
    if (read_old(edition->path, &old)) {
        feed->old = old_feed_read(feed->pool, text_string(&old), old.length, PRODUCT);
        result = judge_old(feed);
    }
    if (result != RENDER_FAILED) {
        size_t before = out->length;
        compose(feed, out);
        bool same = out->length - before == old.length &&
                    memcmp(out->bytes + before, text_string(&old), old.length) == 0;
        if (same)
            result = RENDERED_SAME;
    }
    text_free(&old);
    return result;
}

static enum render_result feed_render(const struct edition *edition, struct text *out)
{
    struct feed feed = {.pool = pool_new(), .edition = edition, .newest = -1};
    enum render_result result = render_in(&feed, out);

    pool_free(feed.pool);
    return result;
}

const struct exporter feed_exporter = {
    .name = "ics",
    .suffix = ".ics",
    .help = "a feed of study sessions for the calendar (iCalendar)",
    .render = feed_render,
};
