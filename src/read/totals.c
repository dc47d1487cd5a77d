/* totals: the plan's title, and the length and weekly hours that it states for the whole. */
#include <string.h>

#include "plan/prose.h"
#include "read/draft.h"
#include "words/scan.h"

/* The heading that is the title: the first of level 1, unless text stands before several of them.
 */
static const struct section *title_section(const struct plan *plan)
{
    const struct section *first = NULL;
    size_t count = 0;

    for (size_t i = 1; i < plan->section_count; i++)
        if (plan->sections[i].level == 1 && plan->sections[i].heading.length && count++ == 0)
            first = &plan->sections[i];
    if (count > 1 && plan->sections[0].item_count)
        return NULL;
    if (!first && plan->section_count > 1 && !plan->sections[0].item_count)
        first = &plan->sections[1];
    return first;
}

/* Without an address in parentheses at its end, or in the middle: "Atlas (https://...)". */
static struct prose without_address(struct draft *draft, const struct prose *title)
{
    const char *group = strstr(title->text, "(http");
    const char *close = group ? strchr(group, ')') : NULL;
    size_t start = group ? (size_t)(group - title->text) : 0;

    if (!close || start == 0 || memchr(group, ' ', (size_t)(close - group)))
        return *title;
    return prose_without(draft->pool, title, start, (size_t)(close - title->text) + 1);
}

static void take_title(struct draft *draft)
{
    struct plan *plan = draft->plan;
    const struct section *section = title_section(plan);
    const char *given = draft->hints->title;

    if (section) {
        plan->heading = section->heading;
        plan->title = section->title.length ? section->title : section->heading;
    } else if (plan->item_count) {
        plan->heading = plan->items[0].line;
        plan->title = plan->items[0].title.length ? plan->items[0].title : plan->items[0].line;
    } else {
        plan->heading = plan->title = plan->sections[plan->section_count - 1].heading;
    }
    if (!strncmp(plan->title.text, "(http", 5)) /* its label said what it is */
        plan->title = plan->heading;
    plan->title = without_address(draft, &plan->title);
    if (plan->title.length > 1 && plan->title.text[plan->title.length - 1] == ':')
        plan->title = prose_slice(draft->pool, &plan->title, 0, plan->title.length - 1);
    if (given && *given)
        plan->title = prose_plain(draft->pool, given, strlen(given));
}

/* Of the title where nothing better is known of a byte of it. */
static struct place title_place(const struct plan *plan)
{
    return (struct place){plan->source, 1, 1};
}

static void state_length(struct plan *plan, const struct span *span, struct place place)
{
    plan->length_place = place;
    plan->unit = span->unit;
    plan->count_low = span->from;
    plan->count_high = span->to;
}

static bool length_of_title(struct plan *plan, const struct prose *heading)
{
    struct span span;
    struct found found;
    bool stated = span_in_title(heading->text, heading->length, &span, &found);

    if (stated && span.form == SPAN_POSITION && span.from == 1 && span.to > 1)
        span.from = span.to; /* "(Months 1-12)" */
    else if (!stated || span.form != SPAN_LENGTH)
        stated = length_find(heading->text, heading->length, &span, &found);
    if (stated)
        state_length(plan, &span, prose_place(heading, found.at, title_place(plan)));
    return stated;
}

/* "## 18-Month Path", "## 7-Wochen-Lernplan": a length and a word for the whole. */
static bool length_of_headings(const struct draft *draft)
{
    struct plan *plan = draft->plan;

    for (size_t i = 1; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        struct span span;
        struct found found;
        if (section->phase < 0 && section->span.form != SPAN_POSITION &&
            says_whole(&draft->lexicon, section->heading.text, section->heading.length) &&
            length_find(section->heading.text, section->heading.length, &span, &found) &&
            span.unit > UNIT_DAY) {
            state_length(plan, &span, prose_place(&section->heading, found.at, section->place));
            return true;
        }
    }
    return false;
}

/* "**Timeline:** ~78 weeks". */
static bool length_of_labels(struct plan *plan)
{
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        struct span span;
        struct found found;
        if (item->section->phase >= 0)
            break;
        if (words_are(item->title.text, item->title.length, words_length_labels) &&
            length_find(item->detail.text, item->detail.length, &span, &found) && found.start < 4) {
            state_length(plan, &span, prose_place(&item->detail, found.at, item->place));
            return true;
        }
    }
    return false;
}

/* An effort's MINUTES a week; 0 where it is not by the day, week or month, or no week has them. */
static int weekly(int minutes, enum unit per)
{
    double week = effort_weekly(minutes, per);

    return per != UNIT_NONE && week < 60 * 168 ? whole_minutes(week) : 0;
}

static void state_hours(struct plan *plan, const struct effort *effort, struct place place)
{
    plan->hours_place = place;
    plan->hours_low = weekly(effort->low, effort->per);
    plan->hours_high = weekly(effort->high, effort->per);
}

/* Hours a week somewhere in a text: "assumes 10-15 hours per week"; *WHERE they stand in it. */
static bool hours_within(const struct prose *prose, struct effort *effort, size_t *where)
{
    struct found found = {0};

    while (effort_search(prose->text, prose->length, found.end, effort, &found)) {
        *where = found.start;
        if (effort->per == UNIT_WEEK)
            return true;
    }
    return false;
}

/* One schedule that names its days is what a week holds. */
static void hours_of_timetable(struct plan *plan)
{
    double sum = 0;

    if (plan->timetable_count != 1)
        return;
    const struct timetable *timetable = &plan->timetables[0];
    for (size_t i = 0; i < timetable->part_count; i++) {
        const struct timetable_part *part = &timetable->parts[i];
        int times = part->sessions ? part->sessions : __builtin_popcount(part->days);
        sum += (double)times * part->minutes;
    }
    plan->hours_place = timetable->place;
    plan->hours_low = plan->hours_high =
        timetable->minutes ? timetable->minutes : whole_minutes(sum);
}

/* Of the whole: said before the phases and before anything that has a place in time. */
static void hours_of_introduction(struct plan *plan)
{
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        struct effort effort;
        size_t at;
        if (item->section->phase >= 0 || item->section->span.form == SPAN_POSITION)
            return;
        if ((item->kind == ITEM_TEXT || item->kind == ITEM_ADVICE) &&
            hours_within(&item->line, &effort, &at)) {
            state_hours(plan, &effort, prose_place(&item->line, at, item->place));
            return;
        }
    }
}

void totals_find(struct draft *draft)
{
    struct plan *plan = draft->plan;
    struct effort effort;
    struct found found;

    take_title(draft);
    const struct prose *heading = &plan->heading;
    if (!length_of_title(plan, heading) && !length_of_headings(draft))
        length_of_labels(plan);
    if (effort_find(heading->text, heading->length, &effort, &found))
        state_hours(plan, &effort, prose_place(heading, found.at, title_place(plan)));
    if (!plan->hours_low)
        hours_of_timetable(plan);
    if (!plan->hours_low)
        hours_of_introduction(plan);
}
