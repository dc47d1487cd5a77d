/* json: the dated plan for programs; keys keep their meaning from one release to the next. */
#include <jansson.h>
#include <math.h>
#include <string.h>

#include "schedule/lived/progress.h"
#include "text/json.h"
#include "text/show.h"

json_t *json_text(const char *string)
{
    json_t *json = json_string(string ? string : "");

    if (json)
        return json;
    struct text repaired = TEXT_INIT;
    utf8_repair(&repaired, string, strlen(string), NULL);
    json = json_string(text_string(&repaired));
    text_free(&repaired);
    return json;
}

json_t *json_day(day date)
{
    char text[DATE_TEXT];

    return date == DAY_NONE ? json_null() : json_string(day_print(date, text));
}

/* A whole number is written as one. */
static json_t *json_amount(double amount)
{
    if (amount == floor(amount) && fabs(amount) < 1e15)
        return json_integer((json_int_t)amount);
    return json_real(amount);
}

static json_t *json_phase(const struct plan *plan, int phase)
{
    return phase < 0 ? json_null() : json_integer(plan->phases[phase].number);
}

static void set(json_t *object, const char *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

static json_t *json_length(const struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;
    json_t *length = json_object();
    double count =
        plan->count_high > 0 ? plan->count_high : plan->length_days / unit_days(plan->unit);

    set(length, "unit", json_text(unit_name(plan->unit)));
    set(length, "count", json_amount(count));
    set(length, "weeks", json_integer((json_int_t)schedule->week_count));
    return length;
}

static json_t *json_phases(const struct schedule *schedule)
{
    json_t *list = json_array();

    for (size_t i = 0; i < schedule->plan->phase_count; i++) {
        const struct phase *phase = &schedule->plan->phases[i];
        const struct phase_dates *dates = &schedule->phases[i];
        json_t *object = json_object();
        set(object, "number", json_integer(phase->number));
        set(object, "title", json_text(phase->title.text));
        set(object, "first", json_day(dates->first));
        set(object, "last", json_day(dates->last));
        set(object, "minutes", json_integer(dates->minutes));
        json_array_append_new(list, object);
    }
    return list;
}

/* The headings above, from the top. */
static json_t *json_headings(const struct section *section)
{
    json_t *list = json_array();

    for (; section; section = section->parent)
        if (section->heading.length > 0)
            json_array_insert_new(list, 0, json_text(section->heading.text));
    return list;
}

static json_t *json_span(const struct span *span)
{
    if (span->form != SPAN_POSITION)
        return json_null();
    json_t *object = json_object();
    set(object, "unit", json_text(unit_name(span->unit)));
    set(object, "from", json_amount(span->from));
    set(object, "to", json_amount(span->to));
    set(object, "open", json_boolean(span->open));
    return object;
}

/* What was done of it: minutes logged, null where nobody asked for progress; and its tick. */
static void set_done(json_t *object, const struct schedule *schedule, const struct item *item,
                     const struct progress *progress)
{
    const struct item_progress *done =
        progress ? item_progress(progress, schedule->plan, item) : NULL;

    set(object, "logged", done ? json_integer(done->minutes) : json_null());
    set(object, "done", json_boolean(item_is_done(progress, schedule->plan, item)));
}

static json_t *json_item(const struct schedule *schedule, const struct item *item,
                         const struct progress *progress)
{
    const struct dates *dates = item_dates(schedule, item);
    const struct section *section = item->section;
    bool choice = item->choice || section->choice;
    json_t *object = json_object();

    set(object, "id", json_text(item->id));
    set(object, "kind", json_text(item_kind_name(item->kind)));
    set(object, "title", json_text(item->title.text));
    set(object, "detail", json_text(item->detail.text));
    set(object, "section", json_headings(section));
    set(object, "phase", json_phase(schedule->plan, section->phase));
    set(object, "span", json_span(&item->span));
    set(object, "assumed", json_boolean(item->assumed));
    set(object, "optional", json_boolean(item->optional || section->optional || choice));
    set(object, "choice", json_boolean(choice));
    set(object, "first", json_day(dates->first));
    set(object, "last", json_day(dates->last));
    set(object, "due", json_day(dates->due));
    set(object, "minutes", dates->minutes < 0 ? json_null() : json_integer(dates->minutes));
    set_done(object, schedule, item, progress);
    set(object, "line", json_integer(item->place.line));
    return object;
}

/* Prose that no kind fits: in its place, without dates. */
static json_t *json_prose(const struct schedule *schedule, const struct item *item)
{
    json_t *object = json_object();

    set(object, "section", json_headings(item->section));
    set(object, "phase", json_phase(schedule->plan, item->section->phase));
    set(object, "text", json_text(item->line.length > 0 ? item->line.text : item->title.text));
    set(object, "line", json_integer(item->place.line));
    return object;
}

/* The items, or the TEXTS among them. */
static json_t *json_items(const struct schedule *schedule, bool texts,
                          const struct progress *progress)
{
    json_t *list = json_array();

    for (size_t i = 0; i < schedule->plan->item_count; i++) {
        const struct item *item = &schedule->plan->items[i];
        if ((item->kind == ITEM_TEXT) == texts)
            json_array_append_new(list, texts ? json_prose(schedule, item)
                                              : json_item(schedule, item, progress));
    }
    return list;
}

json_t *json_session(const struct schedule *schedule, const struct session *session)
{
    const struct category *category = &schedule->categories[session->category];
    char date[DATE_TEXT], clock[DURATION_TEXT];
    json_t *object = json_object(), *items = json_array();

    set(object, "id", json_text(session->id));
    set(object, "start",
        json_sprintf("%sT%s", day_print(session->date, date), clock_print(session->start, clock)));
    set(object, "minutes", json_integer(session->minutes));
    set(object, "category", json_text(category->name));
    set(object, "activity", json_text(activity_name(category->activity)));
    set(object, "focus", json_text(session->focus));
    set(object, "part",
        session->part > 0 ? json_pack("[i,i]", session->part, session->parts) : json_null());
    for (size_t i = 0; i < session->item_count; i++)
        json_array_append_new(items, json_text(session->items[i]->id));
    set(object, "items", items);
    set(object, "review", json_boolean(session->closes_month));
    return object;
}

static json_t *json_weeks(const struct schedule *schedule, const struct progress *progress)
{
    json_t *list = json_array();

    for (size_t w = 0; w < schedule->week_count; w++) {
        const struct week *week = &schedule->weeks[w];
        json_t *object = json_object(), *sessions = json_array();
        set(object, "number", json_integer(week->number));
        set(object, "iso", json_sprintf("%04d-W%02d", week->iso_year, week->iso_week));
        set(object, "first", json_day(week->first));
        set(object, "last", json_day(week->last));
        set(object, "phase", json_phase(schedule->plan, week->phase));
        set(object, "minutes", json_integer(week->minutes));
        set(object, "lived", json_boolean(week->lived));
        set(object, "logged",
            progress ? json_integer(entries_minutes(progress->entries, week->first, week->last))
                     : json_null());
        for (size_t i = 0; i < week->session_count; i++)
            json_array_append_new(
                sessions, json_session(schedule, &schedule->sessions[week->first_session + i]));
        set(object, "sessions", sessions);
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *json_findings(bool wanted)
{
    static const char *const severities[] = {
        [SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
    json_t *list = json_array();
    size_t count = 0;
    const struct finding *findings = wanted ? report_findings(&count) : NULL;

    for (size_t i = 0; i < count; i++) {
        json_t *object = json_object();
        const struct source *source = findings[i].place.source;
        set(object, "file", source ? json_text(source->name) : json_null());
        set(object, "line", json_integer(findings[i].place.line));
        set(object, "column", json_integer(findings[i].place.column));
        set(object, "severity", json_text(severities[findings[i].severity]));
        set(object, "rule",
            findings[i].rule != RULE_NONE ? json_text(rule_names[findings[i].rule]) : json_null());
        set(object, "message", json_text(findings[i].message));
        json_array_append_new(list, object);
    }
    return list;
}

static int add_to_text(const char *bytes, size_t length, void *out)
{
    text_add_bytes(out, bytes, length);
    return 0;
}

/* What would move a terminal's cursor or turn its letters around, all of it in strings. */
static bool is_unseen(uint32_t code_point)
{
    return (code_point >= 0x7f && code_point <= 0x9f) ||
           (code_point >= 0x202a && code_point <= 0x202e) ||
           (code_point >= 0x2066 && code_point <= 0x2069);
}

void json_add(const json_t *object, struct text *out)
{
    struct text dumped = TEXT_INIT;
    uint32_t code_point;

    json_dump_callback(object, add_to_text, &dumped, JSON_INDENT(1) | JSON_REAL_PRECISION(12));
    for (size_t at = 0, size; at < dumped.length; at += size) {
        size = utf8_next(dumped.bytes + at, dumped.length - at, &code_point);
        if (is_unseen(code_point))
            text_print(out, "\\u%04x", (unsigned)code_point);
        else
            text_add_bytes(out, dumped.bytes + at, size);
    }
    text_add_char(out, '\n');
    text_free(&dumped);
}

void show_json(const struct schedule *schedule, bool all, struct text *out)
{
    const struct progress *progress = all ? schedule->rhythm.progress : NULL;
    json_t *object = json_object();

    set(object, "title", json_text(schedule->plan->title.text));
    set(object, "id", json_text(schedule->plan->id));
    set(object, "timezone", json_text(schedule->rhythm.timezone));
    set(object, "hours_per_week", json_amount(schedule->rhythm.minutes / 60.0));
    set(object, "start", json_day(schedule->start));
    set(object, "end", json_day(schedule->end));
    set(object, "minutes", json_integer(schedule->minutes));
    set(object, "length", json_length(schedule));
    set(object, "phases", json_phases(schedule));
    set(object, "items", json_items(schedule, false, progress));
    set(object, "texts", json_items(schedule, true, progress));
    set(object, "weeks", json_weeks(schedule, progress));
    set(object, "findings", json_findings(all));
    json_add(object, out);
    json_decref(object);
}

void findings_json(struct text *out)
{
    json_t *object = json_object();

    set(object, "findings", json_findings(true));
    json_add(object, out);
    json_decref(object);
}
