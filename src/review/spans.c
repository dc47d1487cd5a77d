/* spans: spans against what encloses them and what stands beside them: gaps, overlaps, edges
 * of phases, open ends. */
#include <math.h>

#include "plan/prose.h"
#include "review/themes.h"
#include "words/scan.h"

#define MIXED_SLACK 4.0 /* days: where weeks end and months begin, or the other way round */

/* A span in the words of its own unit. */
static const char *say_span(const struct review *review, const struct span *span,
                            const struct interval *when)
{
    if (span->form == SPAN_POSITION)
        return say_units(review, span->unit, span->from, span->to);
    if (span->form == SPAN_DATES) {
        char first[DATE_TEXT], last[DATE_TEXT];
        size_t skip = span->yearless ? 5 : 0; /* the year */
        day_print(span->first, first);
        day_print(span->last, last);
        if (span->first == span->last)
            return pool_print(review->pool, "%s", first + skip);
        return pool_print(review->pool, "%s to %s", first + skip, last + skip);
    }
    return say_interval(review, when, review->plan->unit);
}

/* By how much a span may leave what encloses it and still be meant to lie in it. */
static double slack_of(const struct span *inner, const struct span *outer)
{
    if (inner->form == SPAN_POSITION && outer->form == SPAN_POSITION && inner->unit == outer->unit)
        return PLAN_TIME_EPSILON;
    double unit = inner->form == SPAN_POSITION ? unit_days(inner->unit) : 1;
    return fmin(unit * 0.51, 16) + PLAN_TIME_EPSILON;
}

static bool lies_outside(const struct interval *when, const struct span *span,
                         const struct interval *frame, const struct span *outer)
{
    double slack = slack_of(span, outer);

    return when->from < frame->from - slack || when->to > frame->to + slack;
}

/* The nearest section above with a span of its own that places it. */
static const struct section *frame_of(const struct section *section)
{
    while (section && !(section_placed(section) && !section->whole))
        section = section->parent;
    return section;
}

/* What encloses something: a section, or an item that it hangs below. */
struct frame {
    const struct span *span;
    const struct interval *when;
    const struct prose *title;
};

static struct frame frame_of_item(const struct review *review, const struct item *item)
{
    const struct section *section = frame_of(item->section);
    const struct item *head = section_head(review->plan, item->section);

    for (const struct item *above = item->parent; above && above != head; above = above->parent)
        if (item_placed(above) && !above->point)
            return (struct frame){&above->span, &above->when, &above->title};
    if (!section)
        return (struct frame){0};
    return (struct frame){&section->span, &section->when, &section->title};
}

static void report_outside(const struct review *review, struct place place, const struct span *span,
                           const struct interval *when, const struct frame *frame, size_t more)
{
    const char *others =
        more ? pool_print(review->pool, ", and so do%s %zu more below", more == 1 ? "es" : "", more)
             : "";

    report(place, SEVERITY_WARNING, RULE_SPAN_OUTSIDE,
           "%s lie%s outside %s of %s%s; taken as written", say_span(review, span, when),
           span->from == span->to && span->form == SPAN_POSITION ? "s" : "",
           say_span(review, frame->span, frame->when), say_words(review, frame->title), others);
}

static void check_inside(const struct review *review, const struct section *section)
{
    const struct section *above = frame_of(section->parent);
    const struct item *first = NULL;
    struct frame first_frame = {0};
    size_t count = 0;

    if (section->when_from == WHEN_OWN && above && !section->span.open &&
        lies_outside(&section->when, &section->span, &above->when, &above->span))
        report_outside(review, section->span_place, &section->span, &section->when,
                       &(struct frame){&above->span, &above->when, &above->title}, 0);
    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &review->plan->items[section->first_item + i];
        if (item->when_from != WHEN_OWN || item->span.open || item->dropped ||
            item == section_head(review->plan, section))
            continue;
        struct frame frame = frame_of_item(review, item);
        if (!frame.span || !lies_outside(&item->when, &item->span, frame.when, frame.span))
            continue;
        if (!count++) {
            first = item;
            first_frame = frame;
        }
    }
    if (first)
        report_outside(review, first->span_place, &first->span, &first->when, &first_frame,
                       count - 1);
}

/* What stands in a row and should follow on: phases, weeks below one heading, days in a list. */
struct stretch_of_plan {
    const struct span *span;
    const struct interval *when;
    struct place place;
    /* "phase 2"; NULL: by its span */
    const char *name;
};

static const char *name_of(const struct review *review, const struct stretch_of_plan *stretch)
{
    return stretch->name ? stretch->name : say_span(review, stretch->span, stretch->when);
}

static double slack_between(const struct stretch_of_plan *one, const struct stretch_of_plan *next)
{
    bool alike = one->span->form == next->span->form && one->span->unit == next->span->unit;

    return alike ? PLAN_TIME_EPSILON + (one->span->form == SPAN_DATES ? 3 : 0) : MIXED_SLACK;
}

static void check_neighbours(const struct review *review, const struct stretch_of_plan *one,
                             const struct stretch_of_plan *next)
{
    double slack = slack_between(one, next);
    struct place place = next->place;
    enum unit unit = next->span->form == SPAN_POSITION ? next->span->unit : UNIT_DAY;

    if (next->when->from > one->when->to + slack) {
        struct interval gap = {one->when->to, next->when->from};
        report(place, SEVERITY_WARNING, RULE_GAP,
               "nothing stands in %s, between %s and %s; the time passes all the same",
               say_interval(review, &gap, unit), name_of(review, one), name_of(review, next));
    } else if (next->when->to <= one->when->from + slack) {
        report(place, SEVERITY_WARNING, RULE_ORDER,
               "%s comes before %s, below which it stands; taken by its time, not its place",
               name_of(review, next), name_of(review, one));
    } else if (next->when->from < one->when->to - slack) {
        struct interval both = {fmax(one->when->from, next->when->from),
                                fmin(one->when->to, next->when->to)};
        report(place, SEVERITY_WARNING, RULE_OVERLAP, "%s lies in %s as well as in %s; %s",
               say_interval(review, &both, unit), name_of(review, one), name_of(review, next),
               next->name ? "its weeks go to the one that begins later"
                          : "both are on the table then");
    }
}

static bool phase_has_span(const struct phase *phase)
{
    return phase->when.from >= 0 && phase->section->when_from == WHEN_OWN;
}

static void check_phases(const struct review *review)
{
    const struct plan *plan = review->plan;
    struct stretch_of_plan one = {0}, next;

    for (size_t i = 0; i < plan->phase_count; i++) {
        const struct phase *phase = &plan->phases[i];
        if (!phase_has_span(phase))
            continue;
        next = (struct stretch_of_plan){&phase->section->span, &phase->when,
                                        phase->section->span_place,
                                        pool_print(review->pool, "phase %d", phase->number)};
        if (one.span)
            check_neighbours(review, &one, &next);
        one = next;
    }
}

/* "Week 3" at the start of a heading: one of a row of such. */
static bool names_its_span_first(const struct section *section)
{
    struct span span;
    struct found found;

    return section_placed(section) && section->span.form == SPAN_POSITION && !section->span.open &&
           span_in_title(section->heading.text, section->heading.length, &span, &found) &&
           found.start == 0;
}

/* The next section right below PARENT that is called by its span, behind AFTER; NULL: none. */
static const struct section *next_in_row(const struct review *review, const struct section *parent,
                                         const struct section *after)
{
    const struct section *end = review->plan->sections + review->plan->section_count;

    for (const struct section *s = after + 1; s < end && section_within(s, parent); s++)
        if (s->parent == parent && names_its_span_first(s))
            return s;
    return NULL;
}

/* The sections right below PARENT that are called by their spans: weeks of a month. Where they hold
 * less than two thirds of what lies between the first and the last ("Month 3", "Month 6"), they are
 * stations and no row. */
static void check_row_of_sections(const struct review *review, const struct section *parent)
{
    const struct section *one = next_in_row(review, parent, parent), *next;
    double held = 0, first = one ? one->span.from : 0, last = first;

    for (; one; one = next_in_row(review, parent, one)) {
        held += one->span.to - one->span.from + 1;
        first = fmin(first, one->span.from);
        last = fmax(last, one->span.to);
    }
    if (held * 3 < (last - first + 1) * 2)
        return;
    one = next_in_row(review, parent, parent);
    for (; one && (next = next_in_row(review, parent, one)); one = next) {
        struct stretch_of_plan before = {&one->span, &one->when, one->span_place, NULL};
        struct stretch_of_plan after = {&next->span, &next->when, next->span_place, NULL};
        if (one->span.unit == next->span.unit && one->kind == next->kind)
            check_neighbours(review, &before, &after);
    }
}

/* "Day 1 ... Day 30" in a list or table without a Day 12: most follow on each other, some do not.
 * Only gaps: what overlaps in a list is meant to. */
static void check_row_of_items(const struct review *review, const struct section *section)
{
    const struct plan *plan = review->plan;
    const struct item *one = NULL, *broken = NULL, *before = NULL;
    size_t joined = 0, gaps = 0;

    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &plan->items[section->first_item + i];
        bool row = kind_is_work(item->kind) || item->kind == ITEM_STEP;
        if (!row || !at_top(plan, item) || item->span.form != SPAN_POSITION || item->point ||
            item->span.open || item->span.due || item->dropped)
            continue;
        if (one && one->span.unit == item->span.unit && one->kind == item->kind) {
            double step = item->span.from - one->span.to;
            joined += step == 1 || step == 0;
            gaps += step > 1;
            if (step > 1 && !broken) {
                broken = item;
                before = one;
            }
        }
        one = item;
    }
    if (!broken || joined < 3 || joined < gaps * 3)
        return;
    struct stretch_of_plan left = {&before->span, &before->when, before->span_place, NULL};
    struct stretch_of_plan right = {&broken->span, &broken->when, broken->span_place, NULL};
    check_neighbours(review, &left, &right);
}

/* A track or bridge that begins in one phase and ends in another: no fault, but worth knowing. */
static void check_edge(const struct review *review, const struct section *section)
{
    const struct plan *plan = review->plan;
    const struct phase *from = NULL, *to = NULL;

    if (section->phase >= 0 || !section_placed(section) || section->whole || section->span.open ||
        section->span.form != SPAN_POSITION)
        return;
    double end = 0;
    for (size_t i = 0; i < plan->phase_count; i++) {
        const struct phase *phase = &plan->phases[i];
        if (!phase_has_span(phase))
            return;
        end = fmax(end, phase->when.to);
        if (phase->when.to > section->when.from + MIXED_SLACK &&
            phase->when.from < section->when.to - MIXED_SLACK) {
            from = from ? from : phase;
            to = phase;
        }
    }
    bool whole = section->when.from < MIXED_SLACK && section->when.to > end - MIXED_SLACK;
    if (from == to || whole)
        return;
    report(
        section->span_place, SEVERITY_NOTE, RULE_PHASE_EDGE,
        "%s reach from phase %d into phase %d; this lies over both and takes no hours of its own",
        say_span(review, &section->span, &section->when), from->number, to->number);
}

static void check_open(const struct review *review, struct place place, const struct span *span,
                       const struct interval *when)
{
    if (!span->open || when->from < 0 || span->form != SPAN_POSITION)
        return;
    struct interval last = {when->to - unit_days(span->unit), when->to};
    report(place, SEVERITY_WARNING, RULE_OPEN_END, "%s and on names no end; taken to the end of %s",
           say_units(review, span->unit, span->from, span->from),
           say_interval(review, &last, span->unit));
}

/* "Weeks 8-5" where a span may stand: at the start of the words, or in parentheses. */
static void check_reversed(const struct review *review, struct place place,
                           const struct prose *words)
{
    for (size_t at = 0; at < words->length; at++) {
        struct scan scan = {words->text, words->length, at};
        enum unit unit;
        double from, to;
        if (at > 0 && words->text[at - 1] != '(')
            continue;
        scan_ornament(&scan);
        if (!scan_unit(&scan, &unit))
            continue;
        scan_blanks(&scan);
        if (!scan_number(&scan, &from) || !scan_dash(&scan) || !scan_number(&scan, &to) ||
            to >= from || to < 1)
            continue;
        report(prose_place(words, at, place), SEVERITY_WARNING, RULE_RANGE_REVERSED,
               "%s run backwards; not taken for a time", say_units(review, unit, from, to));
        return;
    }
}

void review_spans(struct review *review)
{
    const struct plan *plan = review->plan;

    check_phases(review);
    for (size_t i = 0; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        bool phases = plan->phase_count && plan->phases[0].section->parent == section;
        if (!phases)
            check_row_of_sections(review, section);
        check_row_of_items(review, section);
        check_inside(review, section);
        check_edge(review, section);
        check_open(review, section->span_place, &section->span, &section->when);
        check_reversed(review, section->place, &section->heading);
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        if (item == section_head(plan, item->section))
            continue; /* said of its section */
        if (item->kind != ITEM_TEXT || item->when_from == WHEN_OWN)
            check_open(review, item->span_place, &item->span, &item->when);
        if (item->kind != ITEM_TEXT)
            check_reversed(review, item->place, &item->line);
    }
}
