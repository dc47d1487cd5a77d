/* assume: dates for what has none: hours packed into weeks, lengths laid end to end, a total shared
 * out; each said once a section. */
#include <math.h>

#include "read/resolve.h"

#define DEFAULT_MINUTES 300  /* a week, where neither roadmap nor settings say */
#define SECTIONS_SAID   200  /* a report for each; the rest in one */
#define DEFAULT_WEEKS   12.0 /* of a roadmap that says nothing of its length */

/* Work that a time can be made up for; steps, strands and checks come in lists with hours, too. */
static bool can_be_placed(const struct item *item)
{
    bool listed = item->kind == ITEM_STEP || item->kind == ITEM_STRAND || item->kind == ITEM_CHECK;

    return (kind_is_work(item->kind) || listed) && !item->dropped && !item->optional &&
           !item->choice;
}

/* At the top of its section, but for the title of a group. */
static bool is_top(const struct item *item)
{
    return !item->parent || item->parent->kind == ITEM_TEXT;
}

static void place(struct item *item, double from, double to, enum when_from when_from)
{
    item->when = (struct interval){from, to};
    item->when_from = when_from;
    item->assumed = true;
}

/* What hangs below an item that was given a place has that place too. */
static void pass_down(struct plan *plan)
{
    for (size_t i = 0; i < plan->item_count; i++) {
        struct item *item = &plan->items[i];
        if (item->when_from == WHEN_NONE && !item->dropped && item->parent &&
            item->parent->assumed) {
            item->when = item->parent->when;
            item->when_from = WHEN_INHERITED;
            item->assumed = true;
        }
    }
}

/* true where ALL is as long as the section's own time. */
static bool fill_section(const struct section *section, const struct interval *all)
{
    return section->when_from != WHEN_LAID && section->when.from >= 0 &&
           fabs(section->when.from - all->from) < 0.5 && fabs(section->when.to - all->to) < 0.5;
}

/* "12 items without dates of their own are taken as weeks 3-5 (...)", once for each section. */
static void say_sections(struct plan *plan, enum when_from when_from, const char *how)
{
    size_t said = 0;

    for (size_t s = 0; s < plan->section_count; s++) {
        struct section *section = &plan->sections[s];
        struct interval all = {-1, -1};
        size_t count = 0;
        for (size_t i = 0; i < section->item_count; i++) {
            const struct item *item = &plan->items[section->first_item + i];
            if (item->when_from != when_from || !item->assumed)
                continue;
            if (!count++)
                all.from = item->when.from;
            all.to = fmax(all.to, item->when.to);
        }
        if (!count)
            continue;
        if (section->when_from == WHEN_NONE) {
            section->when = all;
            section->when_from = when_from;
            section->assumed = true;
        }
        if (when_from == WHEN_LAID && fill_section(section, &all))
            continue; /* four lengths of a week in weeks 1-4 leave nothing to guess */
        if (++said > SECTIONS_SAID)
            continue;
        report(section->place, SEVERITY_NOTE, RULE_ASSUMED_DATES,
               "%zu item%s without dates taken as weeks %.0f-%.0f (%s)", count,
               count == 1 ? "" : "s", floor(all.from / 7 + 1e-6) + 1, ceil(all.to / 7 - 1e-6), how);
    }
    if (said > SECTIONS_SAID)
        report((struct place){plan->source, 0, 0}, SEVERITY_NOTE, RULE_ASSUMED_DATES,
               "so are the items of %zu more sections (%s)", said - SECTIONS_SAID, how);
}

static bool is_loose(const struct item *item)
{
    return item->when_from == WHEN_NONE && can_be_placed(item) && is_top(item);
}

static bool has_hours(const struct item *item)
{
    return item->effort.high > 0 && item->effort.per == UNIT_NONE && !item->effort.each;
}

/* Days of plan time that an item's hours or length take, and by which rule. */
static double days_of(const struct item *item, double week_minutes, enum when_from *when_from)
{
    *when_from = has_hours(item) ? WHEN_PACKED : WHEN_LAID;
    if (has_hours(item))
        return (item->effort.low + item->effort.high) / 2.0 / week_minutes * 7;
    return item->span.to * unit_days(item->span.unit);
}

/* Below no dated heading: hours packed into weeks and lengths laid end to end, as they come. */
static void pack_loose(struct resolver *resolver)
{
    struct plan *plan = resolver->plan;
    size_t wanting = 0, placed = 0;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        wanting += is_loose(item) && (has_hours(item) || item->span.form == SPAN_LENGTH);
        placed += item->when_from == WHEN_OWN;
    }
    /* Where most items have dates, a table of hours sums up what is dated elsewhere. */
    if (wanting < 2 || placed > wanting)
        return;
    int minutes = plan->hours_low ? plan->hours_low : resolver->draft->hints->hours;
    double week = minutes > 0 ? minutes : DEFAULT_MINUTES, at = 0;
    for (size_t i = 0; i < plan->item_count; i++) {
        struct item *item = &plan->items[i];
        enum when_from when_from;
        if (!is_loose(item) || !(has_hours(item) || item->span.form == SPAN_LENGTH))
            continue;
        double days = days_of(item, week, &when_from);
        place(item, at, at + days, when_from);
        at += days;
    }
}

/* Below a dated heading: lengths end to end from its start. */
static void lay_framed(struct plan *plan)
{
    const struct section *last = NULL;
    double at = 0;

    for (size_t i = 0; i < plan->item_count; i++) {
        struct item *item = &plan->items[i];
        if (item->span.form != SPAN_LENGTH || item->when_from != WHEN_INHERITED || item->assumed ||
            !can_be_placed(item) || !is_top(item))
            continue;
        if (last != item->section)
            at = item->when.from;
        last = item->section;
        double days = item->span.to * unit_days(item->span.unit);
        place(item, at, at + days, WHEN_LAID);
        at += days;
    }
}

void assume_lengths(struct resolver *resolver)
{
    struct plan *plan = resolver->plan;

    pack_loose(resolver);
    lay_framed(plan);
    pass_down(plan);
    say_sections(plan, WHEN_PACKED, "their hours one after the other");
    say_sections(plan, WHEN_LAID, "their lengths end to end");
}

/* A section above shared ones spans them all. */
static void span_parents(struct plan *plan)
{
    for (size_t i = plan->section_count; i-- > 1;) {
        const struct section *section = &plan->sections[i];
        struct section *parent = section->parent;
        if (!section->assumed || section->when_from != WHEN_SHARED || !parent ||
            parent->level <= 1 ||
            (parent->when_from != WHEN_NONE && parent->when_from != WHEN_SHARED))
            continue;
        bool fresh = parent->when_from == WHEN_NONE;
        parent->when.from =
            fresh ? section->when.from : fmin(parent->when.from, section->when.from);
        parent->when.to = fresh ? section->when.to : fmax(parent->when.to, section->when.to);
        parent->when_from = WHEN_SHARED;
        parent->assumed = true;
    }
}

void assume_shares(struct resolver *resolver)
{
    struct plan *plan = resolver->plan;
    size_t wanting = 0, done = 0;

    for (size_t i = 1; i < plan->section_count; i++)
        if (plan->sections[i].when_from != WHEN_NONE)
            return;
    for (size_t i = 0; i < plan->item_count; i++) {
        if (plan->items[i].when_from != WHEN_NONE)
            return;
        wanting += is_loose(&plan->items[i]);
    }
    if (plan->count_high <= 0) {
        plan->unit = UNIT_WEEK;
        plan->count_low = plan->count_high = DEFAULT_WEEKS;
        plan->length_assumed = true;
        report((struct place){plan->source, 1, 1}, SEVERITY_WARNING, RULE_NO_DATES,
               "nothing in it has a date or a length; taken as %.0f weeks", DEFAULT_WEEKS);
    }
    double total = plan->count_high * unit_days(plan->unit);
    for (size_t i = 0; i < plan->item_count; i++) {
        struct item *item = &plan->items[i];
        if (!is_loose(item))
            continue;
        double from = total * (double)done / (double)wanting;
        place(item, from, total * (double)(done + 1) / (double)wanting, WHEN_SHARED);
        done++;
    }
    pass_down(plan);
    say_sections(plan, WHEN_SHARED, "the plan's length in equal parts");
    span_parents(plan);
    for (size_t i = 0; i < plan->item_count;
         i++) { /* the goals of a section that now has a place */
        struct item *item = &plan->items[i];
        const struct section *section = item->section;
        if (item->when_from == WHEN_NONE && section->assumed && !item->dropped && !item->optional &&
            !item->choice)
            place(item, section->when.from, section->when.to, WHEN_INHERITED);
    }
}
