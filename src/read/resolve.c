/* resolve: a place in plan time for every section and item, by the first rule that gives one: its
 * own span, the nearest dated ancestor's, hours packed into weeks, lengths laid end to end. */
#include "read/resolve.h"

#include <math.h>

#define SLACK 0.51 /* of a unit, by which a numbered span may leave what encloses it */

static const struct interval nowhere = {-1, -1};

static bool is_somewhere(const struct interval *when)
{
    return when->from >= 0;
}

static struct numbers *numbers_at(struct resolver *resolver, struct numbers **slot)
{
    if (!*slot)
        *slot = pool_alloc(resolver->plan->pool, sizeof **slot);
    return *slot;
}

static struct numbers *numbers_below(struct resolver *resolver, const struct section *frame)
{
    size_t index = frame ? (size_t)(frame - resolver->plan->sections) : 0;

    return numbers_at(resolver, &resolver->numbers[index]);
}

static struct numbers *numbers_under(struct resolver *resolver, const struct item *above)
{
    return numbers_at(resolver, &resolver->item_numbers[above - resolver->plan->items]);
}

static void note_number(struct numbers *numbers, const struct span *span)
{
    double *low = &numbers->low[span->unit], *high = &numbers->high[span->unit];

    if (*low == 0 || span->from < *low)
        *low = span->from;
    if (span->to > *high)
        *high = span->to;
}

/* An item that stands for its section's heading. */
static bool is_head(const struct item *item)
{
    return item->line.length && item->line.text == item->section->heading.text;
}

/* The section in whose time an item's own numbers count. */
static const struct section *item_frame(const struct item *item)
{
    const struct section *section = item->section;

    if (is_head(item))
        return section_frame(section);
    bool dated = section->span.form != SPAN_NONE && !section->span.due && !section->whole;
    return dated ? section : section_frame(section);
}

/* Item numbers may restart under each dated item too ("Week 1" over "Day 1"). */
static const struct item *item_above(const struct item *item)
{
    for (const struct item *above = item->parent; above; above = above->parent)
        if (above->span.form == SPAN_POSITION && !above->span.due)
            return above;
    return NULL;
}

/* A plan's things have one stretch of time each. */
static void say_list(struct place place, const struct span *span)
{
    if (span->listed)
        report(place, SEVERITY_NOTE, RULE_SPAN_LIST,
               "only some %s are named; taken as %s %.0f-%.0f, with those between",
               unit_plural(span->unit), unit_plural(span->unit), span->from, span->to);
}

void resolve_numbers(struct resolver *resolver)
{
    struct plan *plan = resolver->plan;

    for (size_t i = 1; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        if (section->span.form == SPAN_POSITION)
            note_number(numbers_below(resolver, section_frame(section)), &section->span);
        say_list(section->place, &section->span);
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i], *above = item_above(item);
        if (item->span.form != SPAN_POSITION)
            continue;
        say_list(item->place, &item->span);
        note_number(numbers_below(resolver, item_frame(item)), &item->span);
        if (above)
            note_number(numbers_under(resolver, above), &item->span);
    }
}

/* true where the numbers from LOW to HIGH below a frame count from the frame's start: they do not
 * fit it on the plan's own axis, and do fit it from its start. */
static bool restarts(const struct interval *frame, double low, double high, double days)
{
    if (!is_somewhere(frame) || frame->from < days * SLACK)
        return false;
    bool absolute =
        (low - 1) * days >= frame->from - days * SLACK && high * days <= frame->to + days * SLACK;
    bool relative = high * days <= frame->to - frame->from + days * 2;
    if (absolute)
        return false;
    return relative || ((low - 1) * days < frame->from && low == 1);
}

static struct interval dates_in(const struct resolver *resolver, const struct span *span)
{
    if (resolver->origin == DAY_NONE)
        return nowhere;
    double first = span->first - resolver->origin, last = span->last - resolver->origin;
    if (span->yearless) { /* the first time these days come round */
        struct civil start = civil_of(resolver->origin), from = civil_of(span->first);
        int year = start.year;
        if (from.month < start.month - 1)
            year++;
        int day_number = from.day > days_in_month(year, from.month) ? 28 : from.day;
        first = day_of(year, from.month, day_number) - resolver->origin;
        last = first + (span->last - span->first);
    }
    if (last < 0 || last > 200 * 366)
        return nowhere;
    return (struct interval){fmax(first, 0), last + 1};
}

static struct interval position_in(const struct resolver *resolver, const struct span *span,
                                   const struct interval *frame, double low, double high)
{
    double days = unit_days(span->unit);
    double offset = restarts(frame, low, high, days) ? frame->from : 0;
    struct interval when = {offset + (span->from - 1) * days, offset + span->to * days};

    if (span->dated) { /* "Week 7 (17.02. - 24.02.)": its dates may tell of a day more or less */
        struct interval dates = dates_in(resolver, span);
        if (is_somewhere(&dates) && fabs(dates.from - when.from) < 0.01 &&
            fabs(dates.to - when.to) < 2)
            when.to = dates.to;
    }
    if (span->open) {
        double end = is_somewhere(frame) ? frame->to : resolver->end;
        if (end > when.to)
            when.to = end;
    }
    return when;
}

/* Where its own span puts something below FRAME (NULL: below nothing dated); from < 0 for no span,
 * a length, or dates while the origin is not known. */
static struct interval resolve_span(struct resolver *resolver, const struct span *span,
                                    const struct section *frame)
{
    if (span->form == SPAN_DATES)
        return dates_in(resolver, span);
    if (span->form != SPAN_POSITION)
        return nowhere;
    const struct numbers *numbers = numbers_below(resolver, frame);
    struct interval whole = frame ? frame->when : nowhere;
    return position_in(resolver, span, &whole, numbers->low[span->unit], numbers->high[span->unit]);
}

/* A length ends where the next one starts: CURSOR runs along. */
static struct interval lay(double *cursor, const struct span *span)
{
    struct interval when = {*cursor, *cursor + span->to * unit_days(span->unit)};

    *cursor = when.to;
    return when;
}

void resolve_section(struct resolver *resolver, struct section *section)
{
    const struct section *frame = section_frame(section);
    size_t parent = section->parent ? (size_t)(section->parent - resolver->plan->sections) : 0;
    double *cursor = &resolver->cursors[parent];

    section->when = nowhere;
    section->when_from = WHEN_NONE;
    if (frame && is_somewhere(&frame->when) && *cursor < frame->when.from)
        *cursor = frame->when.from;
    if (section->whole || (section->span.form == SPAN_LENGTH && section->kind == ITEM_ADVICE)) {
        section->when_from = WHEN_NONE;
    } else if (section->span.form == SPAN_LENGTH) {
        section->when = lay(cursor, &section->span);
        section->when_from = WHEN_LAID;
    } else {
        section->when = resolve_span(resolver, &section->span, frame);
        if (is_somewhere(&section->when)) {
            section->when_from = WHEN_OWN;
            if (!section->span.due && section->when.to > *cursor)
                *cursor = section->when.to;
        }
    }
    if (section->when_from == WHEN_NONE && frame && is_somewhere(&frame->when)) {
        section->when = frame->when;
        section->when_from = WHEN_INHERITED;
    }
}

/* A section's place as its items inherit it: a due one ("by week 40") makes them due then. */
static bool inherit(struct item *item)
{
    const struct section *section = item->section;

    if (item->parent && item->parent->when_from != WHEN_NONE) {
        item->when = item->parent->when;
        item->point |= item->parent->point && item->parent->span.due;
    } else if (item->optional || item->choice) {
        return false; /* offered, not scheduled, until it is picked */
    } else if (section->when_from != WHEN_NONE) {
        item->when = section->when;
        item->point |= section->span.due;
    } else {
        return false;
    }
    item->when_from = WHEN_INHERITED;
    return true;
}

void resolve_item(struct resolver *resolver, struct item *item)
{
    const struct item *above = item_above(item);

    item->when = nowhere;
    item->when_from = WHEN_NONE;
    item->assumed = false;
    if (item->dropped)
        return;
    if (item->kind != ITEM_TEXT || item->span.form == SPAN_POSITION) {
        if (above && item->span.form == SPAN_POSITION &&
            unit_days(item->span.unit) < unit_days(above->span.unit)) {
            const struct numbers *numbers = numbers_under(resolver, above);
            item->when = position_in(resolver, &item->span, &above->when,
                                     numbers->low[item->span.unit], numbers->high[item->span.unit]);
        } else {
            item->when = resolve_span(resolver, &item->span, item_frame(item));
        }
    }
    if (is_somewhere(&item->when))
        item->when_from = WHEN_OWN;
    else
        inherit(item);
}
