/* totals: the plan's title, and the length and weekly hours that it states for the whole. */
#include <math.h>
#include <string.h>
#include <unictype.h>

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

static void state_length(struct plan *plan, const struct span *span)
{
    plan->unit = span->unit;
    plan->count_low = span->from;
    plan->count_high = span->to;
}

static bool length_of_title(struct plan *plan, const struct prose *heading)
{
    struct span span;

    if (span_in_title(heading->text, heading->length, &span, NULL)) {
        if (span.form == SPAN_POSITION && span.from == 1 && span.to > 1) {
            span.from = span.to; /* "(Months 1-12)" */
            return state_length(plan, &span), true;
        }
        if (span.form == SPAN_LENGTH)
            return state_length(plan, &span), true;
    }
    if (!length_find(heading->text, heading->length, &span, NULL))
        return false;
    return state_length(plan, &span), true;
}

/* "## 18-Month Path", "## 7-Wochen-Lernplan": a length and a word for the whole. */
static bool length_of_headings(const struct draft *draft)
{
    struct plan *plan = draft->plan;

    for (size_t i = 1; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        struct span span;
        if (section->phase < 0 && section->span.form != SPAN_POSITION &&
            says_whole(&draft->lexicon, section->heading.text, section->heading.length) &&
            length_find(section->heading.text, section->heading.length, &span, NULL) &&
            span.unit > UNIT_DAY)
            return state_length(plan, &span), true;
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
            length_find(item->detail.text, item->detail.length, &span, &found) && found.start < 4)
            return state_length(plan, &span), true;
    }
    return false;
}

/* Minutes a week of an effort; 0 where it is not by the day, week or month. */
static int weekly(int minutes, enum unit per)
{
    if (per == UNIT_NONE)
        return 0;
    double week = minutes * 7.0 / unit_days(per);
    return week < 60 * 168 ? (int)lround(week) : 0;
}

static void state_hours(struct plan *plan, const struct effort *effort)
{
    plan->hours_low = weekly(effort->low, effort->per);
    plan->hours_high = weekly(effort->high, effort->per);
}

/* Hours a week somewhere in a text: "assumes 10-15 hours per week". */
static bool hours_within(const struct prose *prose, struct effort *effort)
{
    bool starts = true;

    for (size_t at = 0; at < prose->length;) {
        uint32_t c;
        size_t size = utf8_next(prose->text + at, prose->length - at, &c);
        struct found found;
        size_t rest = prose->length - at < 60 ? prose->length - at : 60;
        if (starts && c >= '0' && c <= '9' && effort_find(prose->text + at, rest, effort, &found) &&
            found.start == 0 && effort->per == UNIT_WEEK)
            return true;
        starts = !uc_is_alnum(c) && c != '-' && c != 0x2013;
        at += size;
    }
    return false;
}

/* One schedule that names its days is what a week holds. */
static void hours_of_timetable(struct plan *plan)
{
    int sum = 0;

    if (plan->timetable_count != 1)
        return;
    const struct timetable *timetable = &plan->timetables[0];
    for (size_t i = 0; i < timetable->part_count; i++) {
        const struct timetable_part *part = &timetable->parts[i];
        int times = part->sessions ? part->sessions : __builtin_popcount(part->days);
        sum += times * part->minutes;
    }
    plan->hours_low = plan->hours_high = timetable->minutes ? timetable->minutes : sum;
}

/* Of the whole: said before the phases and before anything that has a place in time. */
static void hours_of_introduction(struct plan *plan)
{
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        struct effort effort;
        if (item->section->phase >= 0 || item->section->span.form == SPAN_POSITION)
            return;
        if ((item->kind == ITEM_TEXT || item->kind == ITEM_ADVICE) &&
            hours_within(&item->line, &effort)) {
            state_hours(plan, &effort);
            return;
        }
    }
}

void totals_find(struct draft *draft)
{
    struct plan *plan = draft->plan;
    struct effort effort;

    take_title(draft);
    const struct prose *heading = &plan->heading;
    if (!length_of_title(plan, heading) && !length_of_headings(draft) && !length_of_labels(plan) &&
        draft->hints->total_days > 0) {
        plan->unit = fmod(draft->hints->total_days, 7) < 0.01 ? UNIT_WEEK : UNIT_DAY;
        plan->count_low = plan->count_high = draft->hints->total_days / unit_days(plan->unit);
    }
    if (effort_find(heading->text, heading->length, &effort, NULL))
        state_hours(plan, &effort);
    if (!plan->hours_low)
        hours_of_timetable(plan);
    if (!plan->hours_low)
        hours_of_introduction(plan);
}
