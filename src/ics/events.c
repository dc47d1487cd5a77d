/* events: sessions timed; milestones, due dates, checklists and self-assessments all day long. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ics/events.h"

#define ELLIPSIS "\xe2\x80\xa6"
#define DOT      " \xc2\xb7 "

/* The list as it grows. */
struct collection {
    struct pool *pool;
    const struct schedule *schedule;
    struct event *events;
    size_t count, capacity;
};

/* Line and paragraph separators count as line ends, as some readers split lines at them; a byte
 * order mark has no place inside a text. */
static bool is_line_end(uint32_t code_point)
{
    return code_point == '\n' || code_point == 0x2028 || code_point == 0x2029;
}

static bool is_control(uint32_t code_point)
{
    return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0) || code_point == 0xfeff;
}

/* Takes blanks and line ends off the end. */
static void trim(struct text *text)
{
    while (text->length > 0 && strchr(" \n", text->bytes[text->length - 1]))
        text->bytes[--text->length] = '\0';
}

/* Shortens to LIMIT characters, the ellipsis being one of them. */
static void shorten(struct text *text, size_t limit)
{
    size_t characters = 0, at = 0, cut = 0, blank = 0;

    while (at < text->length) {
        uint32_t code_point;
        if (characters + 1 == limit)
            cut = at;
        if (strchr(" \n", text->bytes[at]) && cut == 0)
            blank = at;
        at += utf8_next(text->bytes + at, text->length - at, &code_point);
        characters++;
    }
    if (characters <= limit)
        return;
    if (blank > cut / 2) /* else the words are long, or there are none as in Chinese */
        cut = blank;
    text->length = cut;
    text->bytes[cut] = '\0';
    trim(text);
    text_add(text, ELLIPSIS);
}

const char *event_text_clean(struct pool *pool, const char *string, size_t limit, bool newlines)
{
    struct text repaired = TEXT_INIT, clean = TEXT_INIT;

    utf8_repair(&repaired, string, strlen(string), NULL);
    const char *bytes = text_string(&repaired);
    for (size_t at = 0; at < repaired.length;) {
        uint32_t code_point;
        at += utf8_next(bytes + at, repaired.length - at, &code_point);
        bool blank = code_point == '\t' || (is_line_end(code_point) && !newlines);
        if (blank)
            code_point = ' ';
        else if (is_line_end(code_point))
            code_point = '\n';
        else if (is_control(code_point))
            continue;
        bool leading = clean.length == 0 && (code_point == ' ' || code_point == '\n');
        if (!leading)
            text_add_code_point(&clean, code_point);
    }
    trim(&clean);
    shorten(&clean, limit);
    const char *result = pool_copy(pool, text_string(&clean), clean.length);
    text_free(&repaired);
    text_free(&clean);
    return result;
}

/* LINK as a URI (RFC 3986) where it leads to the web; "" else. What a URI cannot hold is written
 * in percent signs. */
static const char *web_address(struct pool *pool, const char *link)
{
    if (!link || (strncmp(link, "https://", 8) != 0 && strncmp(link, "http://", 7) != 0))
        return "";
    struct text address = TEXT_INIT;
    for (const char *at = link; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        if (byte <= ' ' || byte >= 0x7f || strchr("\"<>\\^`{|}", *at))
            text_print(&address, "%%%02X", byte);
        else
            text_add_char(&address, *at);
    }
    const char *result = pool_copy(pool, text_string(&address), address.length);
    text_free(&address);
    return result;
}

static struct event *add_event(struct collection *collection, const char *uid, day date)
{
    collection->events = pool_extend(collection->pool, collection->events, collection->count,
                                     &collection->capacity, sizeof *collection->events);
    struct event *event = &collection->events[collection->count++];
    *event = (struct event){.uid = uid, .date = date, .start = -1, .url = ""};
    return event;
}

static void set_words(struct collection *collection, struct event *event, const char *summary,
                      const struct text *description)
{
    event->summary = event_text_clean(collection->pool, summary, EVENT_SUMMARY_LIMIT, false);
    event->description =
        event_text_clean(collection->pool, text_string(description), EVENT_DESCRIPTION_LIMIT, true);
}

/* Sessions */

static const char *session_link(const struct session *session)
{
    for (size_t i = 0; i < session->item_count; i++) {
        if (session->items[i]->link)
            return session->items[i]->link;
    }
    return NULL;
}

static void add_session(struct collection *collection, const struct session *session)
{
    const struct schedule *schedule = collection->schedule;
    const struct week *week = &schedule->weeks[session->week];
    struct event *event = add_event(collection, session->id, session->date);
    struct text summary = TEXT_INIT, description = TEXT_INIT;

    event->start = session->start;
    event->minutes = session->minutes;
    event->categories[0] = "Study";
    if (session->closes_month) {
        event->categories[1] = "Review";
        text_add(&summary, "Monthly review" DOT);
        text_add(&description, "Look back at the month before you begin.\n");
    }
    text_add(&summary, session->focus);
    text_print(&description, "%s: %s\nWeek %d", schedule->categories[session->category].name,
               session->focus, week->number);
    if (week->phase >= 0) {
        const struct phase *phase = &schedule->plan->phases[week->phase];
        text_print(&description, ", phase %d: %s", phase->number, phase->title.text);
    }
    event->url = web_address(collection->pool, session_link(session));
    if (*event->url)
        text_print(&description, "\n%s", event->url);
    set_words(collection, event, text_string(&summary), &description);
    text_free(&summary);
    text_free(&description);
}

/* All-day events */

/* What an item is called where its title may have been nothing but its span. */
static const char *item_words(const struct item *item)
{
    if (item->title.length > 0)
        return item->title.text;
    return item->detail.length > 0 ? item->detail.text : item->line.text;
}

/* "Phase 2: Concurrent Programming" on a line of its own; nothing beside the phases. */
static void add_phase(struct text *text, const struct plan *plan, const struct section *section)
{
    if (section->phase >= 0)
        text_print(text, "\nPhase %d: %s", plan->phases[section->phase].number,
                   plan->phases[section->phase].title.text);
}

static void add_item(struct collection *collection, const struct item *item, day due,
                     const char *category, const char *suffix)
{
    struct event *event = add_event(collection, item->id, due);
    struct text summary = TEXT_INIT, description = TEXT_INIT;

    event->categories[0] = category;
    text_print(&summary, "%s%s", item_words(item), suffix);
    if (item->title.length > 0 && item->detail.length > 0)
        text_print(&description, "%s\n", item->detail.text);
    text_add(&description, item->section->title.text);
    const char *span = span_print(collection->pool, &item->span);
    if (*span)
        text_print(&description, ", %s", span);
    add_phase(&description, collection->schedule->plan, item->section);
    event->url = web_address(collection->pool, item->link);
    if (*event->url)
        text_print(&description, "\n%s", event->url);
    set_words(collection, event, text_string(&summary), &description);
    text_free(&summary);
    text_free(&description);
}

/* A task or project without a date of its own, nor below one that has: a part of what its section
 * asks for as a whole. */
static bool is_undated_work(const struct item *item)
{
    if (!kind_is_made(item->kind))
        return false;
    for (const struct item *at = item; at; at = at->parent) {
        if (at->when_from != WHEN_INHERITED)
            return false;
    }
    return true;
}

static bool has_questions(const struct item *item)
{
    return item->kind == ITEM_QUESTION && !item->parent && item->child_count > 0;
}

/* Items that make one event a section instead of one each. */
static bool is_grouped(const struct item *item)
{
    bool loose_question = item->kind == ITEM_QUESTION && !item->parent && item->child_count == 0;

    return !item->dropped && (item->kind == ITEM_CHECK || loose_question || is_undated_work(item));
}

static const char *group_category(enum item_kind kind)
{
    if (kind == ITEM_CHECK)
        return "Checklist";
    return kind == ITEM_QUESTION ? "Review" : "Due";
}

/* The questions below HEAD. */
static void add_questions(struct collection *collection, const struct item *head, day due)
{
    const struct section *section = head->section;
    struct event *event = add_event(collection, head->id, due);
    struct text summary = TEXT_INIT, description = TEXT_INIT;

    event->categories[0] = group_category(ITEM_QUESTION);
    text_print(&summary, "%s" DOT "%s", item_words(head), section->title.text);
    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &collection->schedule->plan->items[section->first_item + i];
        if (item->parent == head && !item->dropped)
            text_print(&description, "- %s\n", item->line.text);
    }
    set_words(collection, event, text_string(&summary), &description);
    text_free(&summary);
    text_free(&description);
}

/* The section's grouped items, of which those of KIND count most. */
static void add_group(struct collection *collection, const struct section *section,
                      enum item_kind kind, day due)
{
    const struct plan *plan = collection->schedule->plan;
    struct event *event = add_event(collection, section->id, due);
    struct text summary = TEXT_INIT, description = TEXT_INIT;

    event->categories[0] = group_category(kind);
    text_add(&summary, section->title.text);
    if (section->phase >= 0 && plan->phases[section->phase].section != section)
        text_print(&summary, DOT "%s", plan->phases[section->phase].title.text);
    else if (section->parent && section->parent->level > 0)
        text_print(&summary, DOT "%s", section->parent->title.text);
    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &plan->items[section->first_item + i];
        if (is_grouped(item))
            text_print(&description, "- %s\n", item->line.text);
    }
    set_words(collection, event, text_string(&summary), &description);
    text_free(&summary);
    text_free(&description);
}

/* One event for the section's grouped items, due with the section, else with the last of them. A
 * section has one id, hence one event even where it holds more than one kind. */
static void add_section(struct collection *collection, const struct section *section)
{
    const struct plan *plan = collection->schedule->plan;
    day due = section_dates(collection->schedule, section)->due, last = DAY_NONE;
    enum item_kind kind = ITEM_TEXT;

    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &plan->items[section->first_item + i];
        if (!is_grouped(item))
            continue;
        if (kind == ITEM_TEXT || item->kind == ITEM_CHECK)
            kind = item->kind;
        day date = item_dates(collection->schedule, item)->due;
        if (date != DAY_NONE && (last == DAY_NONE || date > last))
            last = date;
    }
    if (due == DAY_NONE)
        due = last;
    if (kind != ITEM_TEXT && due != DAY_NONE)
        add_group(collection, section, kind, due);
}

static void add_dated_item(struct collection *collection, const struct item *item)
{
    day due = item_dates(collection->schedule, item)->due;

    if (item->dropped || due == DAY_NONE)
        return;
    if (item->kind == ITEM_OUTCOME || item->kind == ITEM_MILESTONE)
        add_item(collection, item, due, "Milestone", "");
    else if (has_questions(item))
        add_questions(collection, item, due);
    else if (kind_is_made(item->kind) && item->when_from != WHEN_INHERITED)
        add_item(collection, item, due, "Due", DOT "due");
}

/* An event and where it came, as qsort() keeps no order among equals. */
struct ordered {
    struct event event;
    size_t number;
};

static int by_time(const void *a, const void *b)
{
    const struct ordered *left = a, *right = b;

    if (left->event.date != right->event.date)
        return left->event.date < right->event.date ? -1 : 1;
    if (left->event.start != right->event.start)
        return left->event.start < right->event.start ? -1 : 1;
    return left->number < right->number ? -1 : 1;
}

static void sort_by_time(struct event *events, size_t count)
{
    struct ordered *list = must_alloc((count + 1) * sizeof *list);

    for (size_t i = 0; i < count; i++)
        list[i] = (struct ordered){events[i], i};
    qsort(list, count, sizeof *list, by_time);
    for (size_t i = 0; i < count; i++)
        events[i] = list[i].event;
    free(list);
}

const struct event *events_collect(struct pool *pool, const struct schedule *schedule,
                                   size_t *count)
{
    struct collection collection = {.pool = pool, .schedule = schedule};

    for (size_t i = 0; i < schedule->plan->item_count; i++)
        add_dated_item(&collection, &schedule->plan->items[i]);
    for (size_t i = 0; i < schedule->plan->section_count; i++)
        add_section(&collection, &schedule->plan->sections[i]);
    for (size_t i = 0; i < schedule->session_count; i++)
        add_session(&collection, &schedule->sessions[i]);
    sort_by_time(collection.events, collection.count);
    *count = collection.count;
    return collection.events;
}
