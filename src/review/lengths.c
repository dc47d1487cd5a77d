/* lengths: the length that a roadmap states against where its phases and tracks end, and how
 * often its headings say that something comes against how often it does. */
#include <math.h>
#include <string.h>

#include "plan/prose.h"
#include "review/themes.h"
#include "words/scan.h"

/* Where the phases end; 0 where they have no times. *LAST gets the one that ends last. */
static double end_of_phases(const struct plan *plan, const struct phase **last)
{
    double end = 0;

    for (size_t i = 0; i < plan->phase_count; i++) {
        const struct phase *phase = &plan->phases[i];
        if (phase->when.from >= 0 && phase->when.to > end) {
            end = phase->when.to;
            *last = phase;
        }
    }
    return end;
}

/* A section beside the phases whose own sections lie end to end from the plan's beginning: a second
 * way through the whole. Gives where it ends, 0 for none. */
static double end_of_track(const struct plan *plan, const struct section *track)
{
    double end = 0;
    size_t steps = 0;

    if (track->phase >= 0 || track->whole || track->level == 0 || section_placed(track))
        return 0;
    for (const struct section *s = track + 1; s < plan->sections + plan->section_count; s++) {
        if (!section_within(s, track))
            break;
        if (s->phase >= 0)
            return 0;
        if (s->parent != track || !section_placed(s) || s->span.form != SPAN_POSITION)
            continue;
        if (fabs(s->when.from - end) > 4)
            return 0;
        end = s->when.to;
        steps++;
    }
    return steps >= 2 ? end : 0;
}

/* "30 months": plan time from the beginning. */
static const char *say_end(const struct review *review, double end)
{
    return say_length(review, end / unit_days(review->plan->unit), review->plan->unit);
}

const char *say_stated_length(const struct review *review)
{
    const struct plan *plan = review->plan;

    if (plan->count_low == plan->count_high)
        return say_length(review, plan->count_high, plan->unit);
    return pool_print(review->pool, "%.4g-%s", plan->count_low,
                      say_length(review, plan->count_high, plan->unit));
}

/* What was made of it. */
static const char *say_taken(const struct review *review)
{
    const struct plan *plan = review->plan;
    double units = plan->length_days / unit_days(plan->unit);
    const char *length = say_length(review, units, plan->unit);

    if (plan->count_low == plan->count_high || plan->hours_low == plan->hours_high)
        return length;
    return pool_print(review->pool, "%s at %s a week, %s at %s", length,
                      say_hours(review, plan->hours_low, plan->hours_low),
                      say_length(review, plan->count_low, plan->unit),
                      say_hours(review, plan->hours_high, plan->hours_high));
}

static void check_length(const struct review *review)
{
    const struct plan *plan = review->plan;
    double unit = unit_days(plan->unit), high = plan->count_high * unit,
           low = plan->count_low * unit;
    double slack = fmax(unit / 2, high * 0.04), track_end = 0;
    const struct phase *last = NULL;
    const struct section *track = NULL;
    double end = end_of_phases(plan, &last);

    if (!last || !plan->length_stated)
        return;
    for (size_t i = 1; i < plan->section_count && !track; i++) {
        track_end = end_of_track(plan, &plan->sections[i]);
        if (track_end > 0 && fabs(track_end - end) > slack)
            track = &plan->sections[i];
    }
    /* Many count four weeks as a month. */
    double least = plan->unit == UNIT_MONTH ? fmin(low, plan->count_low * 28) : low;
    bool wrong = end > high + slack || end < least - slack;
    if (!wrong && !track)
        return;
    const char *more = "";
    if (track)
        more = pool_print(review->pool, ", %s (line %d) after %s", say_words(review, &track->title),
                          track->place.line, say_end(review, track_end));
    report(plan->length_place, SEVERITY_WARNING, RULE_TITLE_LENGTH,
           "%s are stated, the phases end after %s%s; taken as %s", say_stated_length(review),
           say_end(review, end), more, say_taken(review));
}

/* "One per month", "one every 1-2 months", "two a week". */
struct cadence {
    /* days from one to the next */
    double low, high;
    size_t start, end;
};

static bool scan_count(struct scan *scan, double *count)
{
    return scan_number_word(scan, count) || (scan_number(scan, count) && *count >= 1);
}

static bool scan_cadence(struct scan *scan, struct cadence *cadence)
{
    double count, low = 1, high;
    enum unit unit;

    cadence->start = scan->at;
    if (!scan_count(scan, &count))
        return false;
    for (int word = 0; word < 3; word++) { /* "one new project per month", no "chapter" */
        scan_blanks(scan);
        if (scan_word(scan, words_every, NULL)) {
            scan_blanks(scan);
            high = low;
            if (scan_number(scan, &low))
                high = low;
            if (scan_dash(scan) && !scan_number(scan, &high))
                return false;
            scan_blanks(scan);
            if (!scan_unit(scan, &unit))
                return false;
            *cadence = (struct cadence){low * unit_days(unit) / count,
                                        high * unit_days(unit) / count, cadence->start, scan->at};
            return true;
        }
        if (!scan_word(scan, words_pieces_of_work, NULL))
            return false;
    }
    return false;
}

static bool cadence_find(const struct prose *heading, struct cadence *cadence)
{
    for (size_t at = 0; at < heading->length; at++) {
        struct scan scan = {heading->text, heading->length, at};
        if ((at == 0 || strchr(" (,", heading->text[at - 1])) && scan_cadence(&scan, cadence))
            return true;
    }
    return false;
}

/* "Implementation Tasks (One per month)" over tasks that take two months each. */
static void check_cadence(const struct review *review, const struct section *section)
{
    const struct plan *plan = review->plan;
    const struct item *first = NULL, *last = NULL;
    struct cadence cadence;
    size_t count = 0;

    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &plan->items[section->first_item + i];
        if (!at_top(plan, item) || !item_placed(item) || item->span.form != SPAN_POSITION)
            continue;
        first = first ? first : item;
        last = item;
        count++;
    }
    if (count < 2 || !cadence_find(&section->heading, &cadence))
        return;
    double step = (last->when.from - first->when.from) / (double)(count - 1);
    double unit = unit_days(first->span.unit);
    if (step >= cadence.low * 0.8 && step <= cadence.high * 1.25)
        return;
    const char *words = section->heading.text + cadence.start;
    int bytes = (int)(cadence.end - cadence.start);
    report(prose_place(&section->heading, cadence.start, section->place), SEVERITY_WARNING,
           RULE_CADENCE, "\"%.*s\", but the %zu below begin %s apart; taken as their own times say",
           bytes, words, count, say_length(review, step / unit, first->span.unit));
}

void review_lengths(struct review *review)
{
    check_length(review);
    for (size_t i = 1; i < review->plan->section_count; i++)
        check_cadence(review, &review->plan->sections[i]);
}
