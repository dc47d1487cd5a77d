/* timeline: the passes that give a plan its times, its length and its phases' places. */
#include <math.h>

#include "read/resolve.h"

/* The calendar's day of plan time 0: the first day named with a year, less the place of what names
 * it. Whole months ("Nov 2025") only count where nothing better is said. */
static day origin_of(const struct span *span, const struct interval *frame)
{
    if (span->yearless || (span->form != SPAN_DATES && !span->dated))
        return DAY_NONE;
    double offset = 0;
    if (span->form == SPAN_POSITION)
        offset = (span->from - 1) * unit_days(span->unit);
    else if (frame && frame->from >= 0)
        offset = frame->from;
    return span->first - (day)lround(offset);
}

static bool is_month(const struct span *span)
{
    return span->last - span->first >= 27 && civil_of(span->first).day == 1;
}

/* In the document's order; sections and items are both sorted by it. */
static day find_origin(const struct plan *plan)
{
    day rough = DAY_NONE;

    for (size_t s = 0; s < plan->section_count; s++) {
        const struct section *section = &plan->sections[s];
        for (size_t i = 0; i <= section->item_count; i++) {
            const struct item *item = i ? &plan->items[section->first_item + i - 1] : NULL;
            if (item && item->kind == ITEM_TEXT && section->span.form == SPAN_NONE)
                continue;
            const struct span *span = item ? &item->span : &section->span;
            day origin = origin_of(span, item ? &section->when : NULL);
            if (origin != DAY_NONE && !is_month(span))
                return origin;
            if (rough == DAY_NONE)
                rough = origin;
        }
    }
    return rough;
}

/* Only days without a year: the plan begins in the year 2000 as good as in any. */
static day find_yearless_origin(const struct plan *plan)
{
    for (size_t i = 0; i < plan->section_count; i++)
        if (plan->sections[i].span.form == SPAN_DATES)
            return plan->sections[i].span.first;
    for (size_t i = 0; i < plan->item_count; i++)
        if (plan->items[i].span.form == SPAN_DATES)
            return plan->items[i].span.first;
    return DAY_NONE;
}

static void resolve_all(struct resolver *resolver)
{
    struct plan *plan = resolver->plan;

    for (size_t i = 0; i < plan->section_count; i++)
        resolver->cursors[i] = 0;
    for (size_t i = 1; i < plan->section_count; i++)
        resolve_section(resolver, &plan->sections[i]);
    for (size_t i = 0; i < plan->item_count; i++)
        resolve_item(resolver, &plan->items[i]);
}

static double last_end(const struct plan *plan)
{
    double end = 0;

    for (size_t i = 1; i < plan->section_count; i++)
        end = fmax(end, plan->sections[i].when.to);
    for (size_t i = 0; i < plan->item_count; i++)
        end = fmax(end, plan->items[i].when.to);
    return end;
}

/* Where no length is stated: the unit that most spans are in, and as many as the last one reaches.
 */
static void count_units(struct plan *plan)
{
    size_t uses[UNIT_YEAR + 1] = {0};
    enum unit most = UNIT_WEEK;
    size_t sections = 0;

    for (size_t i = 1; i < plan->section_count; i++)
        if (plan->sections[i].when_from == WHEN_OWN && !section_frame(&plan->sections[i])) {
            uses[plan->sections[i].span.unit]++;
            sections++;
        }
    for (size_t i = 0; i < plan->item_count && sections < 2; i++) {
        uses[plan->items[i].span.unit]++;
        uses[UNIT_DAY] += plan->items[i].span.form == SPAN_DATES;
    }
    for (enum unit unit = UNIT_DAY; unit <= UNIT_YEAR; unit++)
        if (uses[unit] > uses[most])
            most = unit;
    plan->unit = most > UNIT_MONTH ? UNIT_MONTH : most;
    plan->count_low = plan->count_high =
        fmax(1, ceil(plan->length_days / unit_days(plan->unit) - 0.01));
}

/* A stated length in years or terms counts in months; one in months whose parts are days, in days:
 * the unit is the plan's grain too. */
static void settle_unit(struct plan *plan)
{
    size_t days = 0, others = 0;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct span *span = &plan->items[i].span;
        days += span->form == SPAN_POSITION && span->unit == UNIT_DAY;
        others += span->form == SPAN_POSITION && span->unit != UNIT_DAY;
    }
    enum unit unit = plan->unit > UNIT_MONTH ? UNIT_MONTH : plan->unit;
    if (days > others && days > 3)
        unit = UNIT_DAY;
    double ratio = unit_days(plan->unit) / unit_days(unit);
    plan->count_low *= ratio;
    plan->count_high *= ratio;
    plan->unit = unit;
}

/* A phase whose heading says no time has that of what is in it. */
static void place_phase(struct plan *plan, struct phase *phase)
{
    struct interval all = {-1, -1};

    phase->when = phase->section->when;
    if (phase->when.from >= 0)
        return;
    for (const struct section *section = phase->section;
         section < plan->sections + plan->section_count; section++) {
        if (section > phase->section && section->level <= phase->section->level)
            break; /* what lies in a section stands right behind it */
        for (size_t k = 0; k <= section->item_count; k++) {
            const struct item *item = k ? &plan->items[section->first_item + k - 1] : NULL;
            const struct interval *when = item ? &item->when : &section->when;
            if (when->from < 0)
                continue;
            all.from = all.from < 0 ? when->from : fmin(all.from, when->from);
            all.to = fmax(all.to, when->to);
        }
    }
    phase->when = all;
}

void draft_resolve(struct draft *draft)
{
    struct plan *plan = draft->plan;
    struct resolver resolver = {.draft = draft, .plan = plan, .origin = DAY_NONE};

    resolver.numbers = pool_alloc(draft->pool, plan->section_count * sizeof *resolver.numbers);
    resolver.item_numbers =
        pool_alloc(draft->pool, (plan->item_count + 1) * sizeof *resolver.item_numbers);
    resolver.cursors = pool_alloc(draft->pool, plan->section_count * sizeof *resolver.cursors);
    resolver.end = plan->count_high * unit_days(plan->unit);
    resolve_numbers(&resolver);
    resolve_all(&resolver);
    resolver.origin = find_origin(plan);
    if (resolver.origin == DAY_NONE)
        resolver.origin = find_yearless_origin(plan);
    resolve_all(&resolver); /* now with real dates */
    resolver.end = fmax(resolver.end, last_end(plan));
    resolve_all(&resolver); /* and with an end for what is open */
    assume_lengths(&resolver);
    assume_shares(&resolver);
    double stated = plan->count_high * unit_days(plan->unit);
    plan->length_stated = stated > 0;
    plan->length_days = fmax(stated, last_end(plan));
    if (plan->length_days <= 0)
        plan->length_days = 7;
    if (stated <= 0)
        count_units(plan);
    else
        settle_unit(plan);
    for (size_t i = 0; i < plan->phase_count; i++)
        place_phase(plan, &plan->phases[i]);
}
