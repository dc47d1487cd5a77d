/* hours: the hours a week against what the phases ask for and what lies on the table at
 * once, and hours that stand beside them without a time. */
#include <stdlib.h>

#include "review/themes.h"
#include "words/language.h"

#define MOST_CROWDS     20 /* that are told of */
#define LEAST_ATTENTION 60 /* minutes a week below which a thing on the table is not worked at */

static bool phase_allows(const struct plan *plan, int minutes)
{
    for (size_t i = 0; i < plan->phase_count; i++) {
        const struct effort *weekly = &plan->phases[i].weekly;
        if (weekly->high > 0 && minutes >= weekly->low && minutes <= weekly->high)
            return true;
    }
    return false;
}

/* Says of the phases which asks for less or more than the title. */
static const char *say_phases(const struct review *review)
{
    const struct plan *plan = review->plan;
    const char *words = NULL;

    for (size_t i = 0; i < plan->phase_count; i++) {
        const struct phase *phase = &plan->phases[i];
        if (phase->weekly.high <= 0)
            continue;
        bool more = phase->weekly.high > plan->hours_high;
        bool less = phase->weekly.low < plan->hours_low;
        if (!more && !less)
            continue;
        const char *hours = say_hours(review, more ? phase->weekly.high : phase->weekly.low,
                                      more ? phase->weekly.high : phase->weekly.low);
        words =
            pool_print(review->pool, "%s%sphase %d asks for %s %s", words ? words : "",
                       words ? ", " : "", phase->number, more ? "up to" : "as little as", hours);
    }
    return words;
}

/* "5-10 hours/week" in the title over phases of 6-8 to 8-12. */
static void check_range(const struct review *review)
{
    const struct plan *plan = review->plan;
    size_t stated = 0;

    for (size_t i = 0; i < plan->phase_count; i++)
        stated += plan->phases[i].weekly.high > 0;
    if (!stated || !plan->hours_low)
        return;
    bool low = phase_allows(plan, plan->hours_low), high = phase_allows(plan, plan->hours_high);
    const char *beyond = say_phases(review);
    if (low && high && !beyond)
        return;
    const char *nowhere = "";
    if (!low)
        nowhere = pool_print(review->pool, "no phase's own range takes %s",
                             say_hours(review, plan->hours_low, plan->hours_low));
    else if (!high)
        nowhere = pool_print(review->pool, "no phase's own range takes %s",
                             say_hours(review, plan->hours_high, plan->hours_high));
    report(plan->hours_place, SEVERITY_WARNING, RULE_HOURS_RANGE,
           "the title says %s a week; %s%s%s; the hours that are asked for count in every phase",
           say_hours(review, plan->hours_low, plan->hours_high), nowhere,
           *nowhere && beyond ? ", " : "", beyond ? beyond : "");
}

/* One thing on the table for a while. */
struct stay {
    double from, to;
    const struct item *item;
};

static int compare_instants(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

/* Worked at for more than a week, with a place of its own: what a learner has in his head at once.
 * Tracks and steps lie over the phases and take no hours. */
static bool stays(const struct plan *plan, const struct item *item)
{
    if (!kind_is_work(item->kind) || !item_placed(item) || item->point || item->span.open)
        return false;
    if (plan->phase_count && item->section->phase < 0)
        return false;
    for (const struct item *above = item->parent; above; above = above->parent)
        if (item_placed(above) && kind_is_work(above->kind) &&
            above != section_head(plan, item->section))
            return false;
    return item->when.to - item->when.from > 7 + PLAN_TIME_EPSILON;
}

/* The first stretch in which more than LIMIT of the stays lie over each other; MOST: how many. */
static bool find_crowd(const struct stay *stays_, size_t count, size_t limit, double after,
                       struct interval *crowd, size_t *most)
{
    double *starts = must_alloc((count + 1) * sizeof *starts);
    double *ends = must_alloc((count + 1) * sizeof *ends);
    size_t begun = 0, ended = 0, over = 0;
    bool found = false;

    for (size_t i = 0; i < count; i++) {
        starts[i] = stays_[i].from;
        ends[i] = stays_[i].to;
    }
    qsort(starts, count, sizeof *starts, compare_instants);
    qsort(ends, count, sizeof *ends, compare_instants);
    while (begun < count) {
        double now = starts[begun];
        while (begun < count && starts[begun] <= now + PLAN_TIME_EPSILON)
            begun++;
        while (ended < count && ends[ended] <= now + PLAN_TIME_EPSILON)
            ended++;
        over = begun - ended;
        double until = ends[ended];
        if (begun < count && starts[begun] < until)
            until = starts[begun];
        if (over <= limit || now < after - PLAN_TIME_EPSILON) {
            if (found && now > crowd->to + PLAN_TIME_EPSILON)
                break;
            continue;
        }
        if (found && now > crowd->to + PLAN_TIME_EPSILON)
            break;
        if (!found)
            *crowd = (struct interval){now, until}, *most = over;
        found = true;
        crowd->to = until;
        *most = over > *most ? over : *most;
    }
    free(starts);
    free(ends);
    return found;
}

static void check_load(const struct review *review)
{
    const struct plan *plan = review->plan;
    int minutes = review->schedule->rhythm.minutes;
    size_t count = 0, limit = (size_t)(minutes / LEAST_ATTENTION), most = 0;
    double after = -1;

    if (!plan->hours_low && !review->hours_given)
        return;
    struct stay *list = pool_alloc(review->pool, (plan->item_count + 1) * sizeof *list);
    for (size_t i = 0; i < plan->item_count; i++)
        if (stays(plan, &plan->items[i]))
            list[count++] =
                (struct stay){plan->items[i].when.from, plan->items[i].when.to, &plan->items[i]};
    struct interval crowd;
    for (int said = 0; said < MOST_CROWDS; said++) {
        if (!find_crowd(list, count, limit, after, &crowd, &most))
            return;
        const struct item *last = NULL, *first = NULL;
        for (size_t i = 0; i < count; i++) {
            if (list[i].from > crowd.from + PLAN_TIME_EPSILON ||
                list[i].to <= crowd.from + PLAN_TIME_EPSILON)
                continue;
            first = first ? first : list[i].item;
            last = list[i].item;
        }
        if (!last)
            return;
        report(last->span_place, SEVERITY_WARNING, RULE_LOAD,
               "with this, %s hold%s %zu items at once (from line %d on): %s a week for each at "
               "%s; the sessions take them in turn",
               say_interval(review, &crowd, last->span.unit),
               crowd.to - crowd.from > unit_days(last->span.unit) * 1.5 ? "" : "s", most,
               first->place.line, say_hours(review, minutes / (int)most, minutes / (int)most),
               say_hours(review, minutes, minutes));
        after = crowd.to;
    }
}

/* "1 hour/week" of community work: neither part of an allocation nor of any week. */
static void check_commitments(const struct review *review)
{
    const struct plan *plan = review->plan;
    const struct section *first = NULL;
    const char *words = "", *lines = "";
    size_t count = 0;

    for (size_t i = 1; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        if (section->kind != ITEM_COMMITMENT || section->effort.per == UNIT_NONE ||
            section->effort.high <= 0)
            continue;
        words =
            pool_print(review->pool, "%s%s%s%s", words, count ? ", " : "",
                       section->optional ? "optional " : "", say_effort(review, &section->effort));
        if (count++)
            lines =
                pool_print(review->pool, "%s%s%d", lines, *lines ? ", " : "", section->place.line);
        first = first ? first : section;
    }
    if (!first || (!plan->hours_low && !plan->phase_count))
        return;
    report(first->effort_place, SEVERITY_WARNING, RULE_EXTRA_HOURS,
           "%s%s%s%s stand%s outside the weekly hours and their allocations; no session is planned "
           "for %s",
           words, *lines ? " (here and in lines " : "", lines, *lines ? ")" : "",
           count == 1 ? "s" : "", count == 1 ? "it" : "them");
}

/* "Intensive Periods: 15-20 hours": no dates say when. */
static void check_periods(const struct review *review)
{
    const struct plan *plan = review->plan;
    const struct rhythm *rhythm = &review->schedule->rhythm;
    const struct item *first = NULL;
    const char *words = "";

    for (size_t i = 0; i < rhythm->period_count; i++)
        if (rhythm->periods[i].minutes > 0)
            return;
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        bool weekly = item->effort.per == UNIT_NONE || item->effort.per == UNIT_WEEK;
        if ((item->kind != ITEM_ADVICE && item->kind != ITEM_TEXT) || !weekly ||
            item->effort.low < 60 || !plan->hours_low || item->span.form != SPAN_NONE ||
            !words_within(item->title.text, item->title.length, words_periods) ||
            (item->effort.low <= plan->hours_high && item->effort.high >= plan->hours_low))
            continue;
        words = pool_print(review->pool, "%s%s%s (%s)", words, first ? " and " : "",
                           say_words(review, &item->title),
                           say_hours(review, item->effort.low, item->effort.high));
        first = first ? first : item;
    }
    if (first)
        report(first->effort_place, SEVERITY_WARNING, RULE_NO_PERIOD,
               "no dates say when the hours are those of %s; every week is planned at %s: set a "
               "period with --period FROM..TO=%d",
               words, say_hours(review, rhythm->minutes, rhythm->minutes), first->effort.low / 60);
}

void review_hours(struct review *review)
{
    check_range(review);
    check_load(review);
    check_commitments(review);
    check_periods(review);
}
