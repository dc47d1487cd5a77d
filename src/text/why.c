/* why: retraces how the schedule came to a date, in sentences. */
#include "text/why.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "base/nearest.h"
#include "schedule/lived/past.h"
#include "schedule/prerequisites.h"
#include "schedule/slots.h"
#include "schedule/weeks.h"
#include "text/phrases.h"

#define MOST_MATCHES 5
#define MOST_TITLES  2000 /* that the nearest is looked for among */

static void add_prose(struct text *out, const struct prose *prose)
{
    const char *newline = memchr(prose->text, '\n', prose->length);

    text_add_visible(out, prose->text, newline ? (size_t)(newline - prose->text) : prose->length,
                     false);
}

static const struct prose *name_of(const struct item *item)
{
    return item->title.length > 0 ? &item->title : &item->line;
}

/* "; at 7 h 30 a week the plan's 30 months take 27, so a week advances it by 7.8 days". */
static void add_pace(struct text *out, const struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;
    int minutes = schedule->rhythm.minutes;
    double unit = unit_days(plan->unit);

    text_add(out, "; at ");
    add_duration(out, minutes);
    text_print(out, " a week the plan's %.4g %s take %.4g, so a week advances it by %.3g days",
               plan->length_days / unit, unit_plural(plan->unit), pace_days(plan, minutes) / unit,
               pace_week(plan, minutes));
}

/* The section that a place in time is inherited from, or NULL. */
static const struct section *timed_section(const struct item *item)
{
    const struct section *section = item->section;

    while (section && !section_has_own_time(section))
        section = section->parent;
    return section;
}

static void add_span(struct text *out, const struct plan *plan, const struct span *span)
{
    const char *print = span_print(plan->pool, span);

    if (*print)
        text_print(out, ", %s,", print);
}

/* Where its place in plan time comes from. */
static void add_when_from(struct text *out, const struct schedule *schedule,
                          const struct item *item)
{
    const struct plan *plan = schedule->plan;
    const struct section *section = timed_section(item);

    switch (item->when_from) {
    case WHEN_OWN:
        text_add(out, "Its own span");
        add_span(out, plan, &item->span);
        text_add(out, " says so");
        break;
    case WHEN_INHERITED:
        text_add(out, "It has no span of its own and takes that of ");
        if (item->parent && item->parent->when_from == WHEN_OWN) {
            add_prose(out, name_of(item->parent));
            add_span(out, plan, &item->parent->span);
        } else if (section && section->title.length > 0) {
            text_add(out, "\"");
            add_prose(out, &section->title);
            text_add(out, "\"");
            add_span(out, plan, &section->span);
        } else {
            text_add(out, "the whole plan");
        }
        break;
    case WHEN_PACKED:
        text_add(out, "Its hours are packed into the weeks after what stands above it");
        break;
    case WHEN_LAID:
        text_add(out, "Its length is laid behind what stands above it");
        break;
    case WHEN_SHARED:
        text_add(out, "What encloses it is shared out equally among its like");
        break;
    case WHEN_NONE:
        text_add(out, "Nothing in the roadmap dates it");
        break;
    }
    if (item->when.from >= 0) {
        text_print(out, ": days %.4g-%.4g of the plan's %.4g", item->when.from, item->when.to,
                   plan->length_days);
        add_pace(out, schedule);
    }
    text_add(out, ".\n");
}

/* How many sessions name it, from when to when, and how much time was given to it alone. */
static void add_sessions(struct text *out, const struct schedule *schedule, const struct item *item)
{
    const struct session *first = NULL, *last = NULL;
    size_t count = 0;

    for (size_t i = 0; i < schedule->session_count; i++)
        for (size_t j = 0; j < schedule->sessions[i].item_count; j++)
            if (schedule->sessions[i].items[j] == item) {
                last = &schedule->sessions[i];
                first = first ? first : last;
                count++;
            }
    if (count == 0) {
        text_add(out, item->point ? "  It is due then, and takes no sessions of its own.\n"
                                  : "  No session takes it up: what it is a part of, or what is "
                                    "due before it, does.\n");
        return;
    }
    text_print(out, "  %zu session%s, ", count, count == 1 ? "" : "s");
    add_days(out, first->date, last->date);
    int minutes = item_dates(schedule, item)->minutes;
    if (minutes > 0) {
        text_add(out, ", ");
        add_duration(out, minutes);
        text_add(out, " given to it");
    } else {
        text_add(out, ", beside what is read or made in them");
    }
    text_add(out, ".\n");
}

static void add_prerequisites(struct text *out, const struct schedule *schedule,
                              const struct item *item)
{
    struct pool *pool = pool_new();
    const struct prerequisites *all = prerequisites_find(pool, schedule->plan);
    const char *before = "  It comes after ";

    for (size_t i = 0; i < all->count; i++)
        if (all->list[i].later == item) {
            text_add(out, before);
            add_prose(out, name_of(all->list[i].earlier));
            before = ", ";
        }
    if (*before == ',')
        text_add(out, ", which it requires.\n");
    pool_free(pool);
}

static void explain_item(struct text *out, const struct schedule *schedule, const struct item *item)
{
    const struct dates *dates = item_dates(schedule, item);

    add_prose(out, name_of(item));
    text_print(out, " (%s, line %d)", item_kind_name(item->kind), item->place.line);
    if (dates->first == DAY_NONE) {
        text_add(out, ": no date\n  ");
        text_add(out, item->dropped        ? "It was not chosen (choose).\n"
                      : item_offered(item) ? "It is optional, or one of several to choose from, "
                                             "and has no span: offered, not scheduled.\n"
                                           : "Nothing in the roadmap dates it.\n");
        return;
    }
    text_add(out, ": ");
    add_days(out, dates->first, dates->last);
    if (dates->first_week >= 0)
        text_print(out, dates->first_week == dates->last_week ? ", week %d" : ", weeks %d-%d",
                   dates->first_week + 1, dates->last_week + 1);
    text_add(out, "\n  ");
    if (item->span.form == SPAN_DATES)
        text_add(out, "The roadmap gives it these dates itself; they don't move with the pace.\n");
    else
        add_when_from(out, schedule, item);
    add_prerequisites(out, schedule, item);
    add_sessions(out, schedule, item);
}

/* --- dates ------------------------------------------------------------------------------------
 */

/* Why nobody sits down on that day of WEEK. */
static void add_why_free(struct text *out, const struct schedule *schedule, const struct week *week,
                         day date)
{
    const struct rhythm *rhythm = &schedule->rhythm;
    struct stretch stretch = rhythm_stretch(rhythm, week->first, week->last);

    if (rhythm_day_off(rhythm, date)) {
        text_add(out, "  No session: the day is off; ");
        text_add(out, stretch.minutes > 0 ? "its hours moved to other days of the week.\n"
                                          : "the week has no other, so the plan stands still.\n");
    } else if (!(stretch.days >> weekday_of(date) & 1)) {
        text_add(out, "  No session: a period of 0 hours, in which the plan stands still.\n");
    } else {
        text_print(out, "  No session: no slot of the week is on a %s.\n",
                   weekday_name(weekday_of(date)));
    }
}

/* Who chose the time: the settings, the roadmap, or nobody. */
static void add_slot_origin(struct text *out, const struct schedule *schedule,
                            const struct week *week)
{
    const struct rhythm *rhythm = &schedule->rhythm;
    struct stretch stretch = rhythm_stretch(rhythm, week->first, week->last);
    const struct timetable *timetable = timetable_nearest(schedule->plan, stretch.rate);

    text_add(out, "  The times are ");
    if (rhythm->slot_count > 0)
        text_add(out, "those of the settings' slots");
    else if (timetable)
        text_print(out, "by the roadmap's own schedule (line %d)", timetable->place.line);
    else
        text_add(out, "spread evenly over the week, as neither settings nor roadmap name any");
    text_add(out, ", sized to the week's ");
    add_duration(out, week->minutes);
    if (stretch.rate != rhythm->minutes)
        text_add(out, " (a period)");
    else if (week->last - week->first < 6)
        text_add(out, " (a part of a week)");
    text_add(out, ".\n");
}

static void add_session(struct text *out, const struct schedule *schedule,
                        const struct session *session)
{
    const struct category *category = &schedule->categories[session->category];
    char clock[DURATION_TEXT];

    text_print(out, "  %s-", clock_print(session->start, clock));
    text_print(out, "%s ", clock_print(session->start + session->minutes, clock));
    text_add_visible(out, category->name, strlen(category->name), false);
    text_print(out, " (%.0f %% of all hours): ", 100.0 * category->minutes / schedule->minutes);
    text_add_visible(out, session->focus, strlen(session->focus), false);
    if (session->item_count > 0) {
        const struct dates *dates = item_dates(schedule, session->items[0]);
        if (dates->first_week >= 0) {
            text_add(out, "; on the table ");
            add_days(out, dates->first, dates->last);
        }
    }
    text_add(out, session->closes_month ? "; the month's last, so its review too\n" : "\n");
}

static void explain_date(struct text *out, const struct schedule *schedule, day date)
{
    char text[DATE_TEXT];
    const struct week *week = week_of(schedule, date);
    size_t count = 0;

    text_print(out, "%s, %s", day_print(date, text), weekday_name(weekday_of(date)));
    if (!week) {
        text_print(out, ": %s\n",
                   date < schedule->start ? "before the plan starts" : "after the plan has ended");
        return;
    }
    text_print(out, ": week %d (%04d-W%02d)", week->number, week->iso_year, week->iso_week);
    if (week->phase >= 0) {
        const struct phase *phase = &schedule->plan->phases[week->phase];
        text_print(out, ", phase %d, ", phase->number);
        add_prose(out, &phase->title);
    }
    text_print(out, "; days %.4g-%.4g of the plan's %.4g\n", week->from > 0 ? week->from : 0,
               week->to, schedule->plan->length_days);
    for (size_t i = 0; i < week->session_count; i++) {
        const struct session *session = &schedule->sessions[week->first_session + i];
        if (session->date != date)
            continue;
        add_session(out, schedule, session);
        count++;
    }
    if (past_rate(&schedule->rhythm, date) >= 0)
        text_add(out, "  It is lived, and stands as it was planned.\n");
    else if (count > 0)
        add_slot_origin(out, schedule, week);
    else
        add_why_free(out, schedule, week, date);
}

/* --- which item is meant ----------------------------------------------------------------------
 */

/* STRING in the form in which case does not matter; the caller frees it. */
static char *folded(const char *string, size_t length)
{
    size_t made = 0;
    uint8_t *bytes = u8_casefold((const uint8_t *)string, length, NULL, UNINORM_NFC, NULL, &made);
    char *copy = must_alloc(made + 1);

    memcpy(copy, bytes ? (const char *)bytes : "", bytes ? made : 0);
    copy[bytes ? made : 0] = '\0';
    free(bytes);
    return copy;
}

enum likeness { UNLIKE, LIKE_PART, LIKE_WHOLE };

static enum likeness likeness_of(const struct item *item, const char *asked, const char *wanted)
{
    if (strcmp(item->id, asked) == 0)
        return LIKE_WHOLE;
    const struct prose *name = name_of(item);
    char *title = folded(name->text, name->length);
    enum likeness likeness = strcmp(title, wanted) == 0 ? LIKE_WHOLE
                             : strstr(title, wanted)    ? LIKE_PART
                                                        : UNLIKE;
    free(title);
    return likeness;
}

static void report_unknown(const struct plan *plan, const char *asked)
{
    const char **titles = must_alloc((plan->item_count + 1) * sizeof *titles);
    size_t count = 0;

    for (size_t i = 0; i < plan->item_count && count < MOST_TITLES; i++)
        if (plan->items[i].title.length > 0)
            titles[count++] = plan->items[i].title.text;
    const char *meant = nearest_word(asked, titles, count);
    report_failure(STATUS_USAGE, NOWHERE, "--why: '%s' is neither a date nor in any title%s%s%s",
                   asked, meant ? "; did you mean '" : "", meant ? meant : "", meant ? "'?" : "");
    free(titles);
}

void why_text(const struct schedule *schedule, const char *asked, struct text *out)
{
    const struct plan *plan = schedule->plan;
    size_t counts[3] = {0}, shown = 0;
    day date;

    if (day_parse(asked, strlen(asked), &date)) {
        explain_date(out, schedule, date);
        return;
    }
    char *wanted = folded(asked, strlen(asked));
    enum likeness *likeness = must_alloc((plan->item_count + 1) * sizeof *likeness);
    for (size_t i = 0; i < plan->item_count; i++)
        counts[likeness[i] = likeness_of(&plan->items[i], asked, wanted)]++;
    enum likeness best = counts[LIKE_WHOLE] > 0 ? LIKE_WHOLE : LIKE_PART;
    for (size_t i = 0; i < plan->item_count && *wanted && shown < MOST_MATCHES; i++)
        if (likeness[i] == best) {
            explain_item(out, schedule, &plan->items[i]);
            shown++;
        }
    if (shown == 0)
        report_unknown(plan, asked);
    else if (counts[best] > shown)
        text_print(out, "... and %zu more whose titles hold that\n", counts[best] - shown);
    free(likeness);
    free(wanted);
}
