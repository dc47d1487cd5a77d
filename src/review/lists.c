/* lists: numbers that skip or start late, and things that stand there twice. */
#include <stdlib.h>
#include <string.h>

#include "review/themes.h"

#define NESTING_DEPTH 12 /* deeper lists share a place */
#define LEAST_LETTERS 4  /* shorter lines ("-", "TBD") may stand there often */

/* One ordered list while its items go by. */
struct list {
    const struct item *first;
    int start, last;
    int last_line;
    size_t count;
    /* "1. 1. 1.": Markdown counts for itself */
    bool same;
    const struct item *broken;
    int broken_after;
};

/* The last list before this one: what the numbers may go on from. */
struct before {
    const struct section *section;
    int last, line;
};

static void close_list(const struct list *list, struct before *before)
{
    bool late = list->start > 1;

    if (!list->first)
        return;
    bool goes_on = before->section && list->start == before->last + 1;
    if (late && goes_on && before->section == list->first->section)
        late = false; /* interrupted by words, then continued */
    if (late && list->count > 1)
        report(list->first->place, SEVERITY_WARNING, RULE_NUMBERING,
               goes_on ? "the list begins with %d, as if the one up to line %d went on; taken as a "
                         "list of its own, in its order"
                       : "the list begins with %d; taken in its order, whatever the numbers",
               list->start, before->line);
    if (list->broken && !(list->same && list->count > 1))
        report(list->broken->place, SEVERITY_WARNING, RULE_NUMBERING,
               "number %d follows %d; taken in the order of the lines", list->broken->number,
               list->broken_after);
    *before = (struct before){list->first->section, list->last, list->last_line};
}

static void add_to_list(struct list *list, const struct item *item)
{
    int number = item->number;

    if (!list->first) {
        *list =
            (struct list){.first = item, .start = number, .last = number, .count = 1, .same = true};
        return;
    }
    list->same = list->same && number == list->start;
    if (number != list->last + 1 && !list->broken) {
        list->broken = item;
        list->broken_after = list->last;
    }
    list->last = number;
    list->last_line = item->place.line;
    list->count++;
}

/* The ordered lists whose items stand right below PARENT (NULL: at the section's top). */
static void check_lists(const struct review *review, const struct section *section,
                        struct before *before)
{
    const struct plan *plan = review->plan;
    struct list open[NESTING_DEPTH] = {{0}};

    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &plan->items[section->first_item + i];
        int depth = item->depth < NESTING_DEPTH ? item->depth : NESTING_DEPTH - 1;
        for (int d = NESTING_DEPTH - 1; d > depth; d--) {
            close_list(&open[d], before);
            open[d] = (struct list){0};
        }
        if (item->number) {
            add_to_list(&open[depth], item);
            continue;
        }
        close_list(&open[depth], before);
        open[depth] = (struct list){0};
    }
    for (int d = NESTING_DEPTH - 1; d >= 0; d--)
        close_list(&open[d], before);
}

static void check_phase_numbers(const struct review *review)
{
    const struct plan *plan = review->plan;

    for (size_t i = 1; i < plan->phase_count; i++) {
        const struct phase *phase = &plan->phases[i], *last = &plan->phases[i - 1];
        if (phase->number == last->number + 1)
            continue;
        report(phase->section->place, SEVERITY_WARNING, RULE_NUMBERING,
               "phase %d follows phase %d; taken in the order of the headings", phase->number,
               last->number);
    }
}

/* Something that may stand there twice. */
struct repeatable {
    /* section and parent that it must share */
    const void *within;
    const void *parent;
    const struct prose *words;
    struct place place;
};

static int compare_repeatables(const void *left, const void *right)
{
    const struct repeatable *a = left, *b = right;

    if (a->within != b->within)
        return a->within < b->within ? -1 : 1;
    if (a->parent != b->parent)
        return a->parent < b->parent ? -1 : 1;
    int order = strcmp(a->words->text, b->words->text);
    if (order)
        return order;
    return (a->place.line > b->place.line) - (a->place.line < b->place.line);
}

static bool is_repeated(const struct repeatable *a, const struct repeatable *b)
{
    return a->within == b->within && a->parent == b->parent &&
           strcmp(a->words->text, b->words->text) == 0;
}

static void report_twice(struct repeatable *things, size_t count, const char *what)
{
    qsort(things, count, sizeof *things, compare_repeatables);
    for (size_t i = 1; i < count; i++)
        if (is_repeated(&things[i - 1], &things[i]))
            report(things[i].place, SEVERITY_WARNING, RULE_DUPLICATE,
                   "the same %s stands in line %d already; both are kept", what,
                   things[i - 1].place.line);
}

/* Work and checks; prose, cells to be filled in and costs may well repeat. */
static bool may_not_repeat(const struct item *item)
{
    return (kind_is_work(item->kind) || item->kind == ITEM_CHECK || item->kind == ITEM_MILESTONE ||
            item->kind == ITEM_OUTCOME || item->kind == ITEM_GOAL || item->kind == ITEM_QUESTION) &&
           item->line.length >= LEAST_LETTERS && !item->dropped;
}

static void check_twice(const struct review *review)
{
    const struct plan *plan = review->plan;
    size_t count = 0, most = plan->item_count + plan->section_count + 1;
    struct repeatable *things = pool_alloc(review->pool, most * sizeof *things);

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        if (may_not_repeat(item))
            things[count++] =
                (struct repeatable){item->section, item->parent, &item->line, item->place};
    }
    if (count)
        report_twice(things, count, "thing");
    count = 0;
    for (size_t i = 1; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        if (section->heading.length >= LEAST_LETTERS)
            things[count++] =
                (struct repeatable){section->parent, NULL, &section->heading, section->place};
    }
    if (count)
        report_twice(things, count, "heading");
}

void review_lists(struct review *review)
{
    struct before before = {0};

    for (size_t i = 0; i < review->plan->section_count; i++)
        check_lists(review, &review->plan->sections[i], &before);
    check_phase_numbers(review);
    check_twice(review);
}
