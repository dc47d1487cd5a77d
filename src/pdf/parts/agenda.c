/* agenda: what is on the table, due and coming up, chosen from the dated plan for pages to print.
 */
#include "pdf/parts/agenda.h"

#include <string.h>

#include "pdf/parts/chapters_text.h"
#include "pdf/parts/item_titles.h"
#include "pdf/parts/targets.h"
#include "schedule/lived/progress.h"

/* Longer than this an inherited span says little about one week: five weeks. */
#define LONG_SPAN_DAYS 35

/* What fills a stretch of time, and so stands on the table in its weeks: strands and the like, too.
 */
static bool fills_time(enum item_kind kind)
{
    return kind_is_work(kind) || kind_runs_along(kind);
}

/* Kinds that come in lists and are answered together. */
static bool comes_in_lists(enum item_kind kind)
{
    return kind == ITEM_CHECK || kind == ITEM_QUESTION;
}

static const struct dates *dates_of(const struct agenda *agenda, const struct item *item)
{
    return item_dates(agenda->schedule, item);
}

void agenda_add(struct agenda *agenda, struct agenda_line line)
{
    agenda->lines = pool_extend(agenda->pool, agenda->lines, agenda->count, &agenda->capacity,
                                sizeof *agenda->lines);
    agenda->lines[agenda->count++] = line;
}

static bool works_at(const struct session *session, const struct item *item)
{
    for (size_t i = 0; i < session->item_count; i++)
        if (session->items[i] == item)
            return true;
    return false;
}

/* A bare heading over the work of a few weeks ("Week 3:"): what stands below it is the work. */
static bool only_heads(const struct agenda *agenda, const struct item *item)
{
    const struct dates *dates = dates_of(agenda, item);

    return item->child_count > 0 && item->detail.length == 0 && !kind_is_made(item->kind) &&
           dates->last - dates->first <= LONG_SPAN_DAYS;
}

/* A parent that is itself on the table speaks for its children. */
static bool spoken_for(const struct agenda *agenda, const struct item *item, day first, day last)
{
    const struct item *parent = item->parent;

    if (!parent || item->when_from == WHEN_OWN || !fills_time(parent->kind) ||
        only_heads(agenda, parent))
        return false;
    const struct dates *dates = dates_of(agenda, parent);
    return dates->first != DAY_NONE && dates->first <= last && dates->last >= first;
}

static bool has_title(const struct agenda *agenda, const char *title)
{
    for (size_t i = 0; i < agenda->count; i++)
        if (!strcmp(agenda->lines[i].title, title))
            return true;
    return false;
}

/* Stands for all items of a section that only inherit its long span. */
static void add_section(struct agenda *agenda, const struct section *section)
{
    const char *title = section->title.length > 0
                            ? pool_copy(agenda->pool, section->title.text, section->title.length)
                            : "";

    if (*title == '\0' || has_title(agenda, title))
        return;
    agenda_add(agenda, (struct agenda_line){.title = title,
                                            .note = span_print(agenda->pool, &section->span),
                                            .target = section->id,
                                            .date = DAY_NONE,
                                            .count = 1});
}

static const char *table_note(struct agenda *agenda, const struct item *item, size_t first_session,
                              size_t session_count)
{
    const struct dates *dates = dates_of(agenda, item);

    if (item->kind == ITEM_READING && item->chapters.from > 0) {
        const char *chapters =
            chapters_read(agenda->pool, agenda->schedule, item, first_session, session_count);
        if (*chapters)
            return chapters;
    }
    if (dates->first == dates->last) {
        struct civil civil = civil_of(dates->first);
        return pool_print(agenda->pool, "%d %s", civil.day, month_short_name(civil.month));
    }
    /* What belongs to one week alone needs no span on that week's page. */
    return dates->first_week == dates->last_week || item->span.form == SPAN_DATES
               ? ""
               : span_print(agenda->pool, &item->span);
}

static bool session_has(const struct agenda *agenda, const struct item *item, size_t first,
                        size_t count)
{
    for (size_t i = first; i < first + count && i < agenda->schedule->session_count; i++)
        if (works_at(&agenda->schedule->sessions[i], item))
            return true;
    return false;
}

/* What stands for several is not done with the first of them. */
static void mark_ticks(struct agenda *agenda)
{
    const struct schedule *schedule = agenda->schedule;

    for (size_t i = 0; i < agenda->count; i++) {
        struct agenda_line *line = &agenda->lines[i];
        line->ticked = line->item && line->count == 1 &&
                       item_is_done(schedule->rhythm.progress, schedule->plan, line->item);
    }
}

void agenda_table(struct agenda *agenda, day first, day last, size_t first_session,
                  size_t session_count)
{
    const struct plan *plan = agenda->schedule->plan;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        const struct dates *dates = &agenda->schedule->items[i];
        if (item->point || item->dropped || !fills_time(item->kind) || dates->first == DAY_NONE ||
            dates->first > last || dates->last < first || only_heads(agenda, item) ||
            spoken_for(agenda, item, first, last))
            continue;
        bool vague =
            item->when_from == WHEN_INHERITED && dates->last - dates->first > LONG_SPAN_DAYS;
        if (vague && !session_has(agenda, item, first_session, session_count)) {
            if (!kind_is_work(item->kind))
                add_section(agenda, item->section);
            continue;
        }
        const char *title = item_words(agenda->pool, item);
        if (has_title(agenda, title))
            continue;
        bool due = dates->due != DAY_NONE && dates->due >= first && dates->due <= last &&
                   dates->first_week != dates->last_week;
        agenda_add(agenda, (struct agenda_line){
                               .item = item,
                               .title = title,
                               .note = table_note(agenda, item, first_session, session_count),
                               .target = item->id,
                               .date = due ? dates->due : DAY_NONE,
                               .due = due,
                               .count = 1});
    }
    mark_ticks(agenda);
}

static const char *list_title(struct agenda *agenda, const struct item *item)
{
    if (item->parent && item->parent->kind == item->kind)
        return item_words(agenda->pool, item->parent);
    const struct prose *title = &item->section->title;
    return title->length > 0          ? pool_copy(agenda->pool, title->text, title->length)
           : item->kind == ITEM_CHECK ? "Checklist"
                                      : "Self-assessment";
}

/* The line of the list to which a check or a question belongs, or NULL. */
static struct agenda_line *same_list(struct agenda *agenda, const struct item *item, day date)
{
    for (size_t i = agenda->count; i-- > 0;) {
        struct agenda_line *line = &agenda->lines[i];
        if (line->item && line->item->kind == item->kind && line->date == date &&
            line->item->section == item->section && line->item->parent == item->parent)
            return line;
    }
    return NULL;
}

/* A heading of a list of checks or questions; its children are counted, not it. */
static bool heads_list(const struct item *item)
{
    return comes_in_lists(item->kind) && item->child_count > 0;
}

static struct agenda_line due_line(struct agenda *agenda, const struct item *item, day date)
{
    bool list = comes_in_lists(item->kind);

    return (struct agenda_line){.item = item,
                                .title = list ? list_title(agenda, item)
                                              : item_words(agenda->pool, item),
                                .note = "",
                                .target = item->id,
                                .date = date,
                                .due = true,
                                .count = 1};
}

static void finish_notes(struct agenda *agenda)
{
    for (size_t i = 0; i < agenda->count; i++) {
        struct agenda_line *line = &agenda->lines[i];
        if (!line->item || !comes_in_lists(line->item->kind) || !line->due || *line->note)
            continue;
        const char *what = line->item->kind == ITEM_CHECK ? "check" : "question";
        line->note =
            pool_print(agenda->pool, "%d %s%s", line->count, what, line->count == 1 ? "" : "s");
    }
    mark_ticks(agenda);
}

static bool falls_due(const struct item *item, bool work)
{
    if (item->dropped || heads_list(item))
        return false;
    return item->point || comes_in_lists(item->kind) ||
           (work && kind_is_made(item->kind) && item->depth == 0);
}

/* Puts the line behind all of an earlier or the same date, from FLOOR on. */
static void insert_by_date(struct agenda *agenda, size_t floor, struct agenda_line line)
{
    agenda_add(agenda, line);
    size_t at = agenda->count - 1;
    while (at > floor && agenda->lines[at - 1].date > line.date) {
        agenda->lines[at] = agenda->lines[at - 1];
        at--;
    }
    agenda->lines[at] = line;
}

void agenda_due(struct agenda *agenda, day first, day last, bool work)
{
    const struct plan *plan = agenda->schedule->plan;
    size_t floor = agenda->count;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        day due = agenda->schedule->items[i].due;
        if (due == DAY_NONE || due < first || due > last || !falls_due(item, work))
            continue;
        struct agenda_line *list = comes_in_lists(item->kind) ? same_list(agenda, item, due) : NULL;
        if (list)
            list->count++;
        else
            insert_by_date(agenda, floor, due_line(agenda, item, due));
    }
    finish_notes(agenda);
}

/* false where the list is full of lines that come no later. */
static bool early_enough(const struct agenda *agenda, size_t floor, size_t most, day date)
{
    return agenda->count - floor < most ||
           (most > 0 && agenda->lines[agenda->count - 1].date > date);
}

/* Keeps the MOST earliest lines from FLOOR on. */
static void keep_earliest(struct agenda *agenda, size_t floor, size_t most, struct agenda_line line)
{
    if (!early_enough(agenda, floor, most, line.date))
        return;
    if (agenda->count - floor == most)
        agenda->count--;
    insert_by_date(agenda, floor, line);
}

/* What begins: an item with a place of its own in time, or below a heading that has one. */
static bool begins_after(const struct agenda *agenda, const struct item *item, day after)
{
    const struct dates *dates = dates_of(agenda, item);

    if (item->point || item->dropped || !fills_time(item->kind) || dates->first == DAY_NONE ||
        dates->first <= after || item->when_from == WHEN_NONE || only_heads(agenda, item))
        return false;
    if (item->when_from == WHEN_INHERITED && !(item->parent && only_heads(agenda, item->parent)))
        return false;
    return !spoken_for(agenda, item, dates->first, dates->first);
}

static void consider_items(struct agenda *agenda, size_t floor, day after, size_t most,
                           struct agenda_line *milestone)
{
    const struct plan *plan = agenda->schedule->plan;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        const struct dates *dates = &agenda->schedule->items[i];
        if (begins_after(agenda, item, after) && early_enough(agenda, floor, most, dates->first) &&
            !has_title(agenda, item_words(agenda->pool, item))) {
            keep_earliest(agenda, floor, most,
                          (struct agenda_line){.item = item,
                                               .title = item_words(agenda->pool, item),
                                               .note = "",
                                               .target = item->id,
                                               .date = dates->first,
                                               .count = 1});
        }
        if (dates->due == DAY_NONE || dates->due <= after || !falls_due(item, false))
            continue;
        struct agenda_line *list =
            comes_in_lists(item->kind) ? same_list(agenda, item, dates->due) : NULL;
        if (list) {
            list->count++;
            continue;
        }
        bool sooner =
            item->kind == ITEM_MILESTONE && (!milestone->item || dates->due < milestone->date);
        if (!sooner && !early_enough(agenda, floor, most, dates->due))
            continue;
        struct agenda_line line = due_line(agenda, item, dates->due);
        keep_earliest(agenda, floor, most, line);
        if (sooner)
            *milestone = line;
    }
}

static void consider_phases(struct agenda *agenda, size_t floor, day after, size_t most)
{
    const struct schedule *schedule = agenda->schedule;

    for (size_t i = 0; i < schedule->plan->phase_count; i++) {
        const struct phase *phase = &schedule->plan->phases[i];
        day first = schedule->phases[i].first;
        if (schedule->phases[i].first_week < 0 || first == DAY_NONE || first <= after)
            continue;
        keep_earliest(
            agenda, floor, most,
            (struct agenda_line){
                .title = pool_print(agenda->pool, "Phase %d: %s", phase->number, phase->title.text),
                .note = "",
                .target = phase_target(agenda->pool, PHASE_TARGET, (int)i),
                .date = first,
                .count = 1});
    }
}

static bool next_review(struct agenda *agenda, day after, struct agenda_line *line)
{
    const struct schedule *schedule = agenda->schedule;

    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        if (!session->closes_month || session->date <= after)
            continue;
        struct month month = session_review_month(schedule, session);
        *line = (struct agenda_line){.title = "Monthly review",
                                     .note = "",
                                     .target = month_target(agenda->pool, REVIEW_TARGET, month),
                                     .date = session->date,
                                     .due = true,
                                     .count = 1};
        return true;
    }
    return false;
}

/* Puts ENTRY in, where the list is full in place of the latest that is not KEPT. */
static void make_sure(struct agenda *agenda, size_t floor, size_t most, struct agenda_line line,
                      const struct item *kept)
{
    for (size_t i = floor; i < agenda->count; i++)
        if (line.item && agenda->lines[i].item == line.item && agenda->lines[i].due)
            return;
    if (agenda->count - floor >= most) {
        size_t at = agenda->count - 1;
        while (at > floor && kept && agenda->lines[at].item == kept)
            at--;
        memmove(&agenda->lines[at], &agenda->lines[at + 1],
                (agenda->count - at - 1) * sizeof *agenda->lines);
        agenda->count--;
    }
    insert_by_date(agenda, floor, line);
}

void agenda_coming(struct agenda *agenda, day after, size_t most)
{
    size_t floor = agenda->count;
    struct agenda_line milestone = {0}, review;

    if (most < 2)
        most = 2;
    if (agenda->schedule->end > after)
        keep_earliest(agenda, floor, most,
                      (struct agenda_line){.title = "The plan’s last day",
                                           .note = "",
                                           .target = GLANCE_TARGET,
                                           .date = agenda->schedule->end,
                                           .due = true,
                                           .count = 1});
    consider_phases(agenda, floor, after, most);
    consider_items(agenda, floor, after, most, &milestone);
    if (milestone.item)
        make_sure(agenda, floor, most, milestone, NULL);
    if (next_review(agenda, after, &review))
        make_sure(agenda, floor, most, review, milestone.item);
    finish_notes(agenda);
}
