/* feed: the iCalendar exporter (RFC 5545 and 7986). */
#include <errno.h>
#include <inttypes.h>
#include <libical/ical.h>
#include <string.h>

#include "base/file.h"
#include "export.h"
#include "ics/feed_events.h"
#include "ics/fold.h"
#include "ics/vtimezone.h"
#include "memory/feed/feed_text.h"
#include "schedule/lived.h"

#define REFRESH     "PT6H"
#define COLOUR_NAME "teal" /* of CSS, as RFC 7986 asks; the same in figures for Apple's */
#define COLOUR      "#008080"

/* Google stops at 1 MB, and apps grow slow: say so before that. */
#define SIZE_LIMIT  900000
#define COUNT_LIMIT 1000

/* Years that a time zone is written for. */
#define FIRST_YEAR 1970
#define LAST_YEAR  2199

/* One feed being made. */
struct feed {
    struct pool *pool;
    const struct edition *edition;
    /* NULL: UTC */
    const struct timezone_data *zone;
    /* the calendar's */
    const char *name;
    const struct old_feed *old;
    /* beside old->zones: what is kept says times in it */
    bool *zone_used;
    /* of what is written in ZONE */
    int first_year, last_year;
    /* all of the plan, and those that the feed holds */
    const struct event *planned;
    size_t planned_count;
    struct feed_events events;
    /* of the plan as it is laid out now; "": the feed has a past of its own */
    const char *layout;
};

static const char *layout_words(struct pool *pool, uint64_t layout)
{
    return pool_print(pool, "%016" PRIx64, layout);
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
static icalcomponent *heading_new(const struct feed *feed, int64_t modified)
{
    static const char about[] = "Study sessions, milestones, reviews and due dates";
    icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    char start[DATE_TEXT], stamp[STAMP_TEXT];

    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar, icalproperty_new_prodid(FEED_PRODUCT));
    icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"));
    add_extension(calendar, FEED_PLAN_PROPERTY, feed->edition->schedule->plan->id);
    add_extension(calendar, FEED_START_PROPERTY, day_print(feed->edition->schedule->start, start));
    if (*feed->layout)
        add_extension(calendar, FEED_LAYOUT_PROPERTY, feed->layout);
    icalcomponent_add_property(calendar, icalproperty_new_name(feed->name));
    add_extension(calendar, "X-WR-CALNAME", feed->name);
    icalcomponent_add_property(calendar, icalproperty_new_description(about));
    add_extension(calendar, "X-WR-CALDESC", about);
    add_extension(calendar, "X-WR-TIMEZONE", feed->zone ? feed->zone->name : "UTC");
    icalcomponent_add_property(calendar, icalproperty_new_lastmodified(icaltime_from_string(
                                             feed_instant_print(modified, stamp))));
    icalcomponent_add_property(
        calendar, icalproperty_new_refreshinterval(icaldurationtype_from_string(REFRESH)));
    add_extension(calendar, "X-PUBLISHED-TTL", REFRESH);
    icalcomponent_add_property(calendar, icalproperty_new_color(COLOUR_NAME));
    add_extension(calendar, "X-APPLE-CALENDAR-COLOR", COLOUR);
    return calendar;
}

/* The zones that LINES say times in: old ones are wanted still, ours for these years too. */
static void use_zones(struct feed *feed, const char *lines)
{
    const char *line, *name, *value;
    size_t length, size;

    while ((line = kept_line_next(&lines, &length))) {
        if (!(name = line_parameter(line, length, "TZID", &size)))
            continue;
        size_t index = old_feed_zone(feed->old, name, size);
        if (index < feed->old->zone_count)
            feed->zone_used[index] = true;
        bool ours = feed->zone && strlen(feed->zone->name) == size &&
                    memcmp(feed->zone->name, name, size) == 0;
        day date = ours && (value = line_value(line, length)) ? feed_day(value) : DAY_NONE;
        int year = date == DAY_NONE ? feed->first_year : civil_of(date).year;
        if (year >= FIRST_YEAR && year < feed->first_year)
            feed->first_year = year;
        if (year <= LAST_YEAR && year > feed->last_year)
            feed->last_year = year;
    }
}

static void print_zones(struct feed *feed, struct text *out)
{
    const struct schedule *schedule = feed->edition->schedule;
    const struct old_feed *old = feed->old;

    feed->first_year = civil_of(schedule->start).year;
    feed->last_year = civil_of(schedule->end).year;
    feed->zone_used = pool_alloc(feed->pool, old->zone_count + 1);
    for (size_t i = 0; i < feed->events.count; i++)
        use_zones(feed, feed->events.lines[i]);
    use_zones(feed, old->others);
    if (feed->zone) {
        icalcomponent *zone = vtimezone_new(feed->zone, feed->first_year, feed->last_year);
        component_print(zone, out);
        icalcomponent_free(zone);
    }
    for (size_t i = 0; i < old->zone_count; i++) {
        bool ours = feed->zone && strcmp(feed->zone->name, old->zones[i].name) == 0;
        if (feed->zone_used[i] && !ours)
            lines_fold(old->zones[i].lines, out);
    }
}

/* All components: zones, our events, what others put there. */
static void print_components(struct feed *feed, struct text *out)
{
    print_zones(feed, out);
    for (size_t i = 0; i < feed->events.count; i++)
        lines_fold(feed->events.lines[i], out);
    lines_fold(feed->old->others, out);
}

/* The whole calendar with that LAST-MODIFIED. */
static void print_calendar(const struct feed *feed, int64_t modified, const struct text *components,
                           struct text *out)
{
    static const char end[] = "END:VCALENDAR\r\n";
    icalcomponent *heading = heading_new(feed, modified);

    component_print(heading, out);
    icalcomponent_free(heading);
    out->length -= sizeof end - 1;
    out->bytes[out->length] = '\0';
    lines_fold(feed->old->properties, out);
    text_add_bytes(out, text_string(components), components->length);
    text_add(out, end);
}

static void warn_of_size(const struct feed *feed, size_t size)
{
    size_t count = feed->events.count;

    if (count <= COUNT_LIMIT && size <= SIZE_LIMIT)
        return;
    report(NOWHERE, SEVERITY_WARNING, RULE_FEED_SIZE,
           "%s holds %zu events in %zu KB; some calendar apps stop at %d events or 1000 KB",
           feed->edition->path, count, size / 1000, COUNT_LIMIT);
}

/* Appends the feed. Whatever it says anew, and be it that something is gone, makes it newer than
 * BYTES, the old one; true where it says the same. */
static bool compose(struct feed *feed, const struct text *bytes, struct text *out)
{
    const struct edition *edition = feed->edition;
    struct text components = TEXT_INIT;
    size_t before = out->length;
    int64_t modified = feed->old->modified;

    print_components(feed, &components);
    print_calendar(feed, modified < 0 ? edition->now : modified, &components, out);
    bool same = out->length - before == bytes->length &&
                memcmp(out->bytes + before, text_string(bytes), bytes->length) == 0;
    if (!same) {
        modified = edition->now > modified ? edition->now : modified + 1;
        modified = feed->events.newest > modified ? feed->events.newest : modified;
        out->length = before;
        print_calendar(feed, modified, &components, out);
    }
    text_free(&components);
    warn_of_size(feed, out->length - before);
    return same;
}

/* true where the old feed is of this plan. First editions do not say: theirs is one that has our
 * name or one of our events, or no event at all. */
static bool is_same_plan(const struct feed *feed)
{
    const struct old_feed *old = feed->old;

    if (*old->plan_id)
        return strcmp(old->plan_id, feed->edition->schedule->plan->id) == 0;
    if (old->count == 0 || strcmp(old->name, feed->name) == 0)
        return true;
    for (size_t i = 0; i < feed->planned_count; i++)
        if (old_feed_find(old, feed->planned[i].uid))
            return true;
    return false;
}

/* What is to be done with a file that is not the feed of this plan; WHAT it is. Without --force it
 * stays; with it, it is kept beside the new one. */
static enum render_result judge_foreign(struct feed *feed, const char *what)
{
    const struct edition *edition = feed->edition;

    if (edition->force) {
        feed->old = old_feed_read(feed->pool, "", 0, FEED_PRODUCT);
        return RENDERED_OVER_CHANGES;
    }
    report_failure(STATUS_SYSTEM, NOWHERE,
                   "%s is %s, and stays as it is; move it away, or replace it with --force, which "
                   "keeps it as %s.bak",
                   edition->path, what, edition->path);
    return RENDER_FAILED;
}

/* What is to be done with the file that the feed replaces. */
static enum render_result judge_old(struct feed *feed)
{
    const struct old_feed *old = feed->old;

    if (old->state == OLD_NONE)
        return RENDERED;
    if (old->state == OLD_FOREIGN)
        return judge_foreign(feed, "not a feed that roadbook wrote");
    if (!is_same_plan(feed))
        return judge_foreign(feed,
                             pool_print(feed->pool, "the feed of another plan (%s)", old->name));
    if (old->state == OLD_WHOLE)
        return RENDERED;
    report(NOWHERE, SEVERITY_WARNING, RULE_FEED_DAMAGED,
           "%s is damaged, and kept as %s.bak; events that cannot be read from it are taken as new",
           feed->edition->path, feed->edition->path);
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

/* The sessions that memory holds are those of the feed, too, but where this was made of another
 * layout than the tracker was: by a build that made but one of them. Then the tracker is right.
 * *DAYS are those that it tells of. */
static bool is_to_correct(const struct feed *feed, struct period *days)
{
    const struct edition *edition = feed->edition;
    const struct past *lived = edition->schedule->rhythm.past;
    const struct past *past = lived && edition->memory ? &edition->memory->past : NULL;

    if (!past || past->damaged || !*feed->old->layout ||
        strcmp(feed->old->layout, layout_words(feed->pool, layout_of_past(past))) == 0)
        return false;
    day last = lived->weeks[lived->week_count - 1].last;
    bool over = past->weeks[past->week_count - 1].last == last; /* behind it there is nothing */
    *days = (struct period){.from = lived->weeks[0].first, .to = over ? INT32_MAX : last};
    return true;
}

/* What the new feed says of its past: a feed whose events stood before there was a memory, or stand
 * without a whole one, has a past of its own. */
static const char *choose_layout(const struct feed *feed)
{
    const struct schedule *schedule = feed->edition->schedule;
    const struct old_feed *old = feed->old;
    const char *layout = layout_words(feed->pool, layout_of_schedule(schedule));
    const struct past *lived = schedule->rhythm.past;
    bool shared = lived ? *old->layout && !lived->damaged : strcmp(old->layout, layout) == 0;

    for (size_t i = 0; i < old->count && !shared; i++)
        if (old->events[i].date < feed->edition->today)
            return "";
    return layout;
}

static void say_corrections(const struct feed *feed)
{
    size_t count = feed->events.corrections;

    if (count > 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_MEMORY,
               "%s and the tracker were not built together and told of other sessions in the past; "
               "%zu of the feed %s set right by the tracker",
               feed->edition->path, count, count == 1 ? "is" : "are");
}

/* Puts plan and old feed together; RESULT says what becomes of the old file. */
static enum render_result render_over(struct feed *feed, const struct text *old,
                                      enum render_result result, struct text *out)
{
    const struct edition *edition = feed->edition;
    struct feed_source source = {.schedule = edition->schedule,
                                 .zone = feed->zone,
                                 .old = feed->old,
                                 .events = feed->planned,
                                 .count = feed->planned_count,
                                 .today = edition->today,
                                 .now = edition->now};

    struct period days;
    if (is_to_correct(feed, &days))
        source.corrected = &days;
    feed->events = feed_events_make(feed->pool, &source);
    feed->layout = choose_layout(feed);
    say_corrections(feed);
    if (compose(feed, old, out))
        return RENDERED_SAME;
    if (feed->events.lost_words == 0)
        return result;
    report(NOWHERE, SEVERITY_NOTE, RULE_NONE,
           "%s: %zu events with words of yours are in the plan no more; the old feed is kept as "
           "%s.bak",
           edition->path, feed->events.lost_words, edition->path);
    return RENDERED_OVER_CHANGES;
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
    feed->planned = events_collect(feed->pool, edition->schedule, &feed->planned_count);
    if (read_old(edition->path, &old)) {
        feed->old = old_feed_read(feed->pool, text_string(&old), old.length, FEED_PRODUCT);
        result = judge_old(feed);
    }
    if (result != RENDER_FAILED)
        result = render_over(feed, &old, result, out);
    text_free(&old);
    return result;
}

static enum render_result feed_render(const struct edition *edition, struct text *out)
{
    const char *title = edition->schedule->plan->title.text;
    struct feed feed = {.pool = pool_new(), .edition = edition};

    feed.name = event_text_clean(feed.pool, title, EVENT_SUMMARY_LIMIT, false);
    if (!*feed.name)
        feed.name = "roadbook";
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
