/* feed: the iCalendar exporter (RFC 5545 and 7986). */
#include <errno.h>
#include <libical/ical.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "export.h"
#include "ics/fold.h"
#include "ics/vevent.h"
#include "ics/vtimezone.h"
#include "memory/feed_lines.h"

#define REFRESH     "PT6H"
#define COLOUR_NAME "teal" /* of CSS, as RFC 7986 asks; the same in figures for Apple's */
#define COLOUR      "#008080"

/* Google stops at 1 MB, and apps grow slow: say so before that. */
#define SIZE_LIMIT  900000
#define COUNT_LIMIT 1000

/* One feed being made. */
struct feed {
    struct pool *pool;
    const struct edition *edition;
    /* NULL: UTC */
    const struct timezone_data *zone;
    const struct old_feed *old;
    struct feed_entries entries;
    /* of the events' LAST-MODIFIED; -1: no event */
    int64_t newest;
    /* the first and the last year of any event */
    int first_year, last_year;
};

static void note_stamp(struct feed *feed, const struct stamps *stamps)
{
    if (stamps->modified > feed->newest)
        feed->newest = stamps->modified;
}

static void note_year(struct feed *feed, day date)
{
    int year = civil_of(date).year;

    feed->first_year = year < feed->first_year ? year : feed->first_year;
    feed->last_year = year > feed->last_year ? year : feed->last_year;
}

/* An event as it was. What is the learner's own says nothing of when the plan changed. */
static void print_kept(struct feed *feed, const struct old_event *old, struct text *out)
{
    int minute;
    day date = old_event_day(old, feed->zone, &minute);

    lines_print(old->lines, out);
    if (uid_is_ours(old->uid))
        note_stamp(feed, &old->stamps);
    if (date != DAY_NONE)
        note_year(feed, date);
}

/* An event of the plan. Its stamps follow from what it says now and what it said in the old feed.
 */
static void print_made(struct feed *feed, const struct feed_entry *entry, struct text *out)
{
    int64_t now = feed->edition->now;
    struct stamps stamps = {now, now, 0};
    struct text text = TEXT_INIT;

    event_print(feed->zone, entry, &stamps, &text);
    if (entry->old) {
        struct old_event new = event_lines(feed->pool, text_string(&text));
        stamps = stamps_for(entry->old, &new, now);
        text_clear(&text);
        event_print(feed->zone, entry, &stamps, &text);
    }
    if (entry->old && *entry->old->added)
        event_print_with_added(text_string(&text), entry->old->added, out);
    else
        text_add_bytes(out, text_string(&text), text.length);
    text_free(&text);
    note_stamp(feed, &stamps);
    note_year(feed, entry->event->date);
}

static void print_events(struct feed *feed, struct text *out)
{
    feed->first_year = civil_of(feed->edition->schedule->start).year;
    feed->last_year = civil_of(feed->edition->schedule->end).year;
    for (size_t i = 0; i < feed->entries.count; i++) {
        const struct feed_entry *entry = &feed->entries.list[i];
        if (entry->event)
            print_made(feed, entry, out);
        else
            print_kept(feed, entry->old, out);
    }
}

/* When the feed last changed: an event that is gone is a change, too. */
static int64_t last_change(const struct feed *feed)
{
    int64_t before = feed->old->modified, now = feed->edition->now;

    if (feed->entries.gone)
        return now > before ? now : before + 1;
    return feed->newest > before ? feed->newest : before;
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
static void add_heading(struct feed *feed, icalcomponent *calendar)
{
    static const char about[] = "Study sessions, milestones, reviews and due dates";
    const struct schedule *schedule = feed->edition->schedule;
    const struct plan *plan = schedule->plan;
    int64_t changed = last_change(feed);
    char start[DATE_TEXT];
    const char *name = event_text_clean(feed->pool, plan->title.text, EVENT_SUMMARY_LIMIT, false);

    if (!*name)
        name = "roadbook";
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar, icalproperty_new_prodid(FEED_PRODUCT));
    icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(calendar, icalproperty_new_name(name));
    add_extension(calendar, "X-WR-CALNAME", name);
    icalcomponent_add_property(calendar, icalproperty_new_description(about));
    add_extension(calendar, "X-WR-CALDESC", about);
    add_extension(calendar, "X-WR-TIMEZONE", feed->zone ? feed->zone->name : "UTC");
    if (changed >= 0)
        icalcomponent_add_property(calendar,
                                   icalproperty_new_lastmodified(time_value(changed, true)));
    icalcomponent_add_property(
        calendar, icalproperty_new_refreshinterval(icaldurationtype_from_string(REFRESH)));
    add_extension(calendar, "X-PUBLISHED-TTL", REFRESH);
    icalcomponent_add_property(calendar, icalproperty_new_color(COLOUR_NAME));
    add_extension(calendar, "X-APPLE-CALENDAR-COLOR", COLOUR);
    add_extension(calendar, FEED_PLAN, plan->id);
    add_extension(calendar, FEED_START, day_print(schedule->start, start));
}

static void warn_of_size(const struct feed *feed, size_t count, size_t size)
{
    if (count <= COUNT_LIMIT && size <= SIZE_LIMIT)
        return;
    report(NOWHERE, SEVERITY_WARNING, RULE_FEED_SIZE,
           "%s holds %zu events in %zu KB; some calendar apps stop at %d events or 1000 KB",
           feed->edition->path, count, size / 1000, COUNT_LIMIT);
}

/* The calendar but for its end, and its own zone. */
static void print_heading(struct feed *feed, struct text *out)
{
    static const char end[] = "END:VCALENDAR\r\n";
    icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);

    add_heading(feed, calendar);
    component_print(calendar, out);
    icalcomponent_free(calendar);
    out->length -= strlen(end);
    out->bytes[out->length] = '\0';
    lines_print(feed->old->added, out);
}

static void print_zone(const struct timezone_data *zone, const struct feed *feed, struct text *out)
{
    icalcomponent *component = vtimezone_new(zone, feed->first_year, feed->last_year);

    component_print(component, out);
    icalcomponent_free(component);
}

/* The zone of that name as the old feed had it, else as the system knows it; nothing for one that
 * nobody knows. */
static void print_old_zone(const struct feed *feed, const char *name, struct text *out)
{
    for (size_t i = 0; i < feed->old->component_count; i++) {
        const struct old_component *component = &feed->old->components[i];
        if (strcmp(component->zone, name) == 0) {
            lines_print(component->lines, out);
            return;
        }
    }
    const struct timezone_data *zone = timezone_read(feed->pool, name);
    if (zone)
        print_zone(zone, feed, out);
}

#define MOST_ZONES 64 /* that events may have beside the plan's */

/* Names of zones, each once; those beyond the most go without. */
struct zone_names {
    const char *list[MOST_ZONES];
    size_t count;
};

static void add_zones_of(const struct feed *feed, const char *lines, struct zone_names *names)
{
    struct feed_lines rest = feed_lines_of(lines, strlen(lines));
    struct text line = TEXT_INIT;

    while (feed_lines_next(&rest, &line)) {
        size_t length = 0;
        const char *found = property_parameter(text_string(&line), "TZID", &length);
        if (!found || names->count == MOST_ZONES)
            continue;
        const char *name = pool_copy(feed->pool, found, length);
        bool known = feed->zone && strcmp(feed->zone->name, name) == 0;
        for (size_t i = 0; !known && i < names->count; i++)
            known = strcmp(names->list[i], name) == 0;
        if (!known)
            names->list[names->count++] = name;
    }
    text_free(&line);
}

/* Every zone that an event names: the plan's, then those of what is kept. */
static void print_zones(const struct feed *feed, struct text *out)
{
    struct zone_names names = {.count = 0};

    if (feed->zone)
        print_zone(feed->zone, feed, out);
    for (size_t i = 0; i < feed->entries.count; i++)
        if (feed->entries.list[i].old)
            add_zones_of(feed,
                         feed->entries.list[i].event ? feed->entries.list[i].old->added
                                                     : feed->entries.list[i].old->lines,
                         &names);
    for (size_t i = 0; i < names.count; i++)
        print_old_zone(feed, names.list[i], out);
}

/* Components of others that are neither events nor zones: tasks, journals. */
static void print_own_components(const struct feed *feed, struct text *out)
{
    for (size_t i = 0; i < feed->old->component_count; i++)
        if (strcasecmp(feed->old->components[i].name, "VTIMEZONE") != 0)
            lines_print(feed->old->components[i].lines, out);
}

static void compose(struct feed *feed, struct text *out)
{
    struct text events = TEXT_INIT;
    size_t before = out->length;

    print_events(feed, &events);
    print_heading(feed, out); /* after the events, as it carries the newest stamp */
    print_zones(feed, out);
    text_add_bytes(out, text_string(&events), events.length);
    print_own_components(feed, out);
    text_add(out, "END:VCALENDAR\r\n");
    text_free(&events);
    warn_of_size(feed, feed->entries.count, out->length - before);
}

/* true where the old feed is of this plan. The first edition's feeds do not say whose they are:
 * those that share an event or the title are ours. */
static bool is_this_plans(const struct feed *feed, const struct event *events, size_t count)
{
    const struct plan *plan = feed->edition->schedule->plan;
    const struct old_feed *old = feed->old;

    if (old->plan_id)
        return strcmp(old->plan_id, plan->id) == 0;
    for (size_t i = 0; i < count; i++)
        if (old_feed_find(old, events[i].uid))
            return true;
    return old->count == 0 || strcmp(old->name, plan->title.text) == 0;
}

static bool refuse(const struct edition *edition, const char *what)
{
    if (edition->force)
        return false;
    report_failure(STATUS_SYSTEM, NOWHERE,
                   "%s is %s, and stays as it is; move it away, or replace it with --force, which "
                   "keeps it as %s.bak",
                   edition->path, what, edition->path);
    return true;
}

/* What is to be done with the file that the feed replaces. Without --force nothing is replaced that
 * is not this plan's feed; with it, such a file is kept beside it. */
static enum render_result judge_old(struct feed *feed, const struct event *events, size_t count)
{
    const struct edition *edition = feed->edition;
    const struct old_feed *old = feed->old;
    const char *what = "not a feed that roadbook wrote";

    if (old->state == OLD_NONE)
        return RENDERED;
    if (old->state != OLD_FOREIGN && is_this_plans(feed, events, count)) {
        if (old->state == OLD_WHOLE)
            return RENDERED;
        report(NOWHERE, SEVERITY_WARNING, RULE_FEED_DAMAGED,
               "%s is damaged; what can be read of it is kept, events that cannot be are taken as "
               "new, and the old file stays beside it",
               edition->path);
        return RENDERED_OVER_CHANGES;
    }
    if (old->state != OLD_FOREIGN)
        what = *old->name ? pool_print(feed->pool, "the feed of another plan (%s)", old->name)
                          : "the feed of another plan";
    if (refuse(edition, what))
        return RENDER_FAILED;
    feed->old = old_feed_read(feed->pool, "", 0, FEED_PRODUCT); /* nothing of it is carried on */
    return RENDERED_OVER_CHANGES;
}

/* Reads what stands at the path into BYTES; false where that cannot be done, which was reported. */
static bool read_old(const char *path, struct text *bytes)
{
    if (!path || !file_exists(path))
        return true;
    if (file_read(path, FEED_LIMIT, bytes))
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
    size_t count;
    const struct event *events = events_collect(feed->pool, edition->schedule, &count);
    if (read_old(edition->path, &old)) {
        feed->old = old_feed_read(feed->pool, text_string(&old), old.length, FEED_PRODUCT);
        result = judge_old(feed, events, count);
    }
    if (result != RENDER_FAILED) {
        feed->entries = entries_merge(feed->pool, edition->schedule, events, count, feed->old,
                                      feed->zone, edition->today);
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
