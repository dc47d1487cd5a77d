/* today_json: one day of the plan for programs; keys keep their meaning from one release to the
 * next. */
#include <jansson.h>

#include "schedule/lived/progress.h"
#include "schedule/lived/standing.h"
#include "text/dues.h"
#include "text/journey.h"
#include "text/json.h"
#include "text/learner.h"
#include "text/today.h"

#define DUES 10

static void set(json_t *object, const char *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

static const char *title_of(const struct item *item)
{
    return item->title.length > 0 ? item->title.text : item->line.text;
}

static json_t *json_sitting(const struct schedule *schedule, const struct session *session)
{
    json_t *object = json_session(schedule, session);

    set(object, "logged", json_integer(session_logged(schedule, session)));
    set(object, "done", json_boolean(session_is_done(schedule, session)));
    return object;
}

/* The sessions of FIRST..LAST. */
static json_t *json_sessions(const struct schedule *schedule, day first, day last)
{
    json_t *list = json_array();

    for (size_t i = 0; i < schedule->session_count; i++)
        if (schedule->sessions[i].date >= first && schedule->sessions[i].date <= last)
            json_array_append_new(list, json_sitting(schedule, &schedule->sessions[i]));
    return list;
}

static json_t *json_week(const struct today *today)
{
    const struct schedule *schedule = today->schedule;
    const struct week *week = week_of(schedule, today->date);
    const struct progress *progress = schedule->rhythm.progress;

    if (!week)
        return json_null();
    json_t *object = json_object();
    int logged = progress ? entries_minutes(progress->entries, week->first, week->last) : 0;
    set(object, "number", json_integer(week->number));
    set(object, "of", json_integer((json_int_t)schedule->week_count));
    set(object, "first", json_day(week->first));
    set(object, "last", json_day(week->last));
    set(object, "minutes", json_integer(week->minutes));
    set(object, "logged", json_integer(logged));
    set(object, "sessions", json_sessions(schedule, week->first, week->last));
    return object;
}

static json_t *json_due_list(const struct due *dues, size_t count)
{
    json_t *list = json_array();

    for (size_t i = 0; i < count; i++) {
        json_t *object = json_object();
        set(object, "id", dues[i].item ? json_text(dues[i].item->id) : json_null());
        set(object, "kind", json_text(dues[i].kind));
        set(object, "title", json_text(dues[i].item ? title_of(dues[i].item) : dues[i].title));
        set(object, "due", json_day(dues[i].date));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *json_dues(const struct today *today)
{
    struct due dues[DUES];
    size_t count = dues_find(today->schedule, today->memory, today->date, dues, DUES);

    return json_due_list(dues, count);
}

/* Of those that were due and are open the first. */
static json_t *json_open(const struct today *today)
{
    struct due dues[DUES];
    size_t all, count = 0;

    if (today->built)
        count = dues_open(today->schedule, today->memory, today->date, dues, DUES, &all);
    return json_due_list(dues, count);
}

static json_t *json_journey(const struct today *today)
{
    struct journey journey = journey_of(today->schedule);
    json_t *object = json_object();

    set(object, "minutes", json_integer(journey.minutes));
    set(object, "sessions", json_integer((json_int_t)journey.sessions));
    set(object, "done", json_integer((json_int_t)journey.done));
    set(object, "all_done", json_boolean(journey_is_over(today->schedule)));
    set(object, "first", json_day(journey.first));
    set(object, "last_entry", json_day(journey.last_entry));
    return object;
}

static json_t *json_standing(const struct today *today)
{
    const struct progress *progress = today->schedule->rhythm.progress;
    struct standing standing = standing_of(today->schedule);

    if (!progress || progress->entries->count == 0)
        return json_null();
    json_t *object = json_object();
    set(object, "since", json_day(standing.since));
    set(object, "planned", json_integer(standing.planned));
    set(object, "logged", json_integer(standing.logged));
    set(object, "ahead", json_integer(standing.ahead));
    set(object, "end", json_day(today->schedule->end));
    set(object, "keeps_end",
        today->minutes_to_keep > 0 ? json_integer(today->minutes_to_keep) : json_null());
    set(object, "replanned_end", json_day(today->replanned_end));
    return object;
}

/* Entries that do not count, by their rows in the Log. */
static json_t *json_astray(const struct today *today)
{
    const struct progress *progress = today->schedule->rhythm.progress;
    json_t *list = json_array();

    for (size_t i = 0; progress && i < progress->entries->astray_count; i++) {
        const struct logged *logged = &progress->entries->astray[i];
        json_t *object = json_object();
        set(object, "row", json_integer((json_int_t)logged->line));
        set(object, "date", json_day(logged->date));
        set(object, "hours", json_text(logged->hours));
        json_array_append_new(list, object);
    }
    return list;
}

void today_json(const struct today *today, struct text *out)
{
    const struct session *next = session_next(today->schedule, today->date);
    json_t *object = json_object();

    set(object, "date", json_day(today->date));
    set(object, "sessions", json_sessions(today->schedule, today->date, today->date));
    set(object, "next", next ? json_sitting(today->schedule, next) : json_null());
    set(object, "week", json_week(today));
    set(object, "due", json_dues(today));
    set(object, "open", json_open(today));
    set(object, "done", json_journey(today));
    set(object, "standing", json_standing(today));
    set(object, "astray", json_astray(today));
    set(object, "elsewhere", today->elsewhere ? json_text(today->elsewhere) : json_null());
    json_add(object, out);
    json_decref(object);
}
