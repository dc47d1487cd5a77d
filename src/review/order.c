/* order: what is due after it is needed, checked before it is done, or waits for itself. */
#include <string.h>

#include "review/themes.h"
#include "schedule/prerequisites.h"
#include "words/scan.h"

#define MOST_CHOICES 50 /* that are looked at: each goes through the whole roadmap */
#define STEM_LETTERS 6  /* a word of so many letters is told by its beginning */

/* The beginning of a heading's first long word, by which other lines speak of the same thing:
 * "Specializat" of "Specialization Recommendations". *BYTES 0: none. */
static const char *stem_of(const struct prose *title, size_t *bytes)
{
    const char *text = title->text;

    for (size_t at = 0; at < title->length;) {
        size_t end = at;
        while (end < title->length && !strchr(" -/(),:&", text[end]))
            end++;
        if (end - at >= STEM_LETTERS) {
            *bytes = end - at > STEM_LETTERS + 3 ? end - at - 3 : end - at;
            return text + at;
        }
        at = end + 1;
    }
    *bytes = 0;
    return text;
}

static bool speaks_of(const struct prose *words, const char *stem, size_t bytes)
{
    for (size_t at = 0; bytes && at + bytes <= words->length; at++)
        if ((at == 0 || strchr(" -(", words->text[at - 1])) &&
            strncasecmp(words->text + at, stem, bytes) == 0)
            return true;
    return false;
}

/* The earliest section elsewhere that is about the chosen one, and begins before the choice is due.
 */
static const struct section *first_need(const struct review *review, const struct section *choice,
                                        const char *stem, size_t bytes)
{
    const struct plan *plan = review->plan;
    const struct section *first = NULL;

    for (size_t i = 1; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        if (section_within(section, choice) || section->when.from < 0 ||
            section->when_from == WHEN_NONE || section->kind == ITEM_MILESTONE ||
            !speaks_of(&section->heading, stem, bytes))
            continue;
        if (!first || section->when.from < first->when.from)
            first = section;
    }
    return first;
}

static const struct item *first_milestone(const struct review *review, const struct section *choice,
                                          const char *stem, size_t bytes)
{
    for (size_t i = 0; i < review->plan->item_count; i++) {
        const struct item *item = &review->plan->items[i];
        if (item->point && item->when_from == WHEN_OWN && !section_within(item->section, choice) &&
            (item->kind == ITEM_MILESTONE || item->kind == ITEM_OUTCOME) &&
            speaks_of(&item->line, stem, bytes))
            return item;
    }
    return NULL;
}

/* "Specialization (choose by month 18)" where a phase builds on it from month 17. */
static void check_choice(const struct review *review, const struct section *choice)
{
    size_t bytes;

    if (choice->when_from != WHEN_OWN || choice->when.from < 0)
        return;
    const char *stem = stem_of(&choice->title, &bytes);
    const struct section *need = first_need(review, choice, stem, bytes);
    const struct item *milestone = first_milestone(review, choice, stem, bytes);
    enum unit unit = choice->span.unit;
    if (!need || need->when.from >= choice->when.to - PLAN_TIME_EPSILON)
        return;
    struct interval begin = {need->when.from, need->when.from + unit_days(unit)};
    const char *more = "";
    if (milestone && milestone->when.to < choice->when.to - PLAN_TIME_EPSILON)
        more = pool_print(
            review->pool, ", and the milestone in line %d has it by %s", milestone->place.line,
            say_units(review, milestone->span.unit, milestone->span.to, milestone->span.to));
    report(choice->span_place, SEVERITY_WARNING, RULE_ORDER,
           "due by %s, but %s (line %d) needs it from %s on%s; taken as due with %s",
           say_units(review, unit, choice->span.to, choice->span.to),
           say_words(review, &need->title), need->place.line, say_interval(review, &begin, unit),
           more, say_units(review, unit, choice->span.to, choice->span.to));
}

/* An exit checklist that is due before its phase is over. */
static void check_exit(const struct review *review, const struct section *list)
{
    const struct plan *plan = review->plan;

    if (list->kind != ITEM_CHECK || list->phase < 0 || list->when_from != WHEN_OWN)
        return;
    const struct phase *phase = &plan->phases[list->phase];
    if (phase->section->when_from != WHEN_OWN || phase->section == list ||
        list->parent != phase->section ||
        list->when.to >= phase->when.to - unit_days(list->span.unit) * 0.51 ||
        list->when.from < phase->when.from)
        return;
    struct interval end = {phase->when.to - unit_days(list->span.unit), phase->when.to};
    report(list->span_place, SEVERITY_WARNING, RULE_ORDER,
           "this checklist is due with %s, its phase ends with %s; taken as written",
           say_units(review, list->span.unit, list->span.to, list->span.to),
           say_interval(review, &end, list->span.unit));
}

/* What each item needs first, as a list behind another. */
struct chains {
    const struct review *review;
    const struct prerequisites *needs;
    /* beside items: the first of its needs, which are sorted by it */
    const size_t *first;
    /* beside items: 1 on the way, 2 done */
    unsigned char *seen;
};

/* Goes along the needs from START with a stack of its own: a chain may be as long as the roadmap.
 * Reports the first circle. */
static void follow(const struct chains *chains, size_t start, size_t *stack, size_t *next)
{
    const struct item *items = chains->review->plan->items;
    size_t depth = 0;

    stack[0] = start;
    next[0] = chains->first[start];
    chains->seen[start] = 1;
    for (;;) {
        size_t at = stack[depth], edge = next[depth];
        if (edge >= chains->needs->count || chains->needs->list[edge].later != &items[at]) {
            chains->seen[at] = 2;
            if (depth-- == 0)
                return;
            continue;
        }
        next[depth]++;
        size_t other = (size_t)(chains->needs->list[edge].earlier - items);
        if (chains->seen[other] == 1) {
            report(items[other].place, SEVERITY_WARNING, RULE_PREREQUISITE_CYCLE,
                   "%s waits for itself: by way of %s in line %d; taken in the order written",
                   say_words(chains->review, &items[other].title),
                   say_words(chains->review, &items[at].title), items[at].place.line);
            continue;
        }
        if (chains->seen[other])
            continue;
        chains->seen[other] = 1;
        stack[++depth] = other;
        next[depth] = chains->first[other];
    }
}

static void check_circles(const struct review *review, const struct prerequisites *needs)
{
    const struct plan *plan = review->plan;
    size_t *first = pool_alloc(review->pool, (plan->item_count + 1) * sizeof *first);
    size_t *stack = pool_alloc(review->pool, (plan->item_count + 1) * 2 * sizeof *stack);
    struct chains chains = {review, needs, first, pool_alloc(review->pool, plan->item_count + 1)};

    for (size_t i = 0; i < plan->item_count; i++)
        first[i] = needs->count;
    for (size_t i = needs->count; i-- > 0;)
        first[needs->list[i].later - plan->items] = i;
    for (size_t i = 0; i < needs->count; i++) {
        size_t item = (size_t)(needs->list[i].later - plan->items);
        if (!chains.seen[item])
            follow(&chains, item, stack, stack + plan->item_count + 1);
    }
}

static void check_prerequisites(const struct review *review)
{
    const struct prerequisites *needs = prerequisites_find(review->pool, review->plan);

    if (needs->count)
        check_circles(review, needs);
}

void review_order(struct review *review)
{
    int choices = 0;

    for (size_t i = 1; i < review->plan->section_count; i++) {
        const struct section *section = &review->plan->sections[i];
        if (section->span.due && choices++ < MOST_CHOICES)
            check_choice(review, section);
        check_exit(review, section);
    }
    check_prerequisites(review);
}
