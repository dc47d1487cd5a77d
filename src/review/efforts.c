/* efforts: the hours that things take in all against the weeks that there are for them. */
#include <string.h>

#include "plan/prose.h"
#include "review/themes.h"
#include "words/scan.h"

#define FULL_WEEK 2400 /* minutes: forty hours, more than anybody studies beside other things */

/* Hours of each of several things, somewhere in a text: "100-200 hours of study of each topic";
 * *WHERE they stand in it. */
static bool hours_each(const struct prose *line, struct effort *effort, size_t *where)
{
    struct found found = {0};

    while (effort_search(line->text, line->length, found.end, effort, &found)) {
        size_t stop = found.end + 30 < line->length ? found.end + 30 : line->length;
        if (effort->per != UNIT_NONE)
            continue;
        for (size_t word = found.end; word < stop && !strchr(".;,", line->text[word]); word++) {
            size_t bytes = words_match(line->text + word, line->length - word, words_every, NULL);
            struct scan scan = {line->text, line->length, word + bytes};
            scan_blanks(&scan);
            if (bytes && line->text[word - 1] == ' ' && scan_word(&scan, words_courses, NULL)) {
                *where = found.start;
                return true;
            }
        }
    }
    return false;
}

/* How many sections, else items, divide the plan's time among them. */
static size_t count_topics(const struct plan *plan)
{
    size_t sections = 0, items = 0;

    for (size_t i = 1; i < plan->section_count; i++)
        sections += section_placed(&plan->sections[i]) && !plan->sections[i].span.open;
    for (size_t i = 0; i < plan->item_count; i++)
        items += item_placed(&plan->items[i]) && kind_is_work(plan->items[i].kind) &&
                 plan->items[i].depth == 0;
    return sections >= 2 ? sections : items;
}

static void check_hours_each(const struct review *review)
{
    const struct plan *plan = review->plan;
    size_t topics = count_topics(plan);
    double weeks = plan->length_days / 7;
    int most = plan->hours_high ? plan->hours_high : FULL_WEEK;

    for (size_t i = 0; topics > 1 && i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        struct effort effort;
        size_t at;
        if ((item->kind != ITEM_TEXT && item->kind != ITEM_ADVICE) ||
            !hours_each(&item->line, &effort, &at))
            continue;
        double low = effort.low * (double)topics / weeks,
               high = effort.high * (double)topics / weeks;
        if (low <= most * 1.02)
            return;
        report(
            prose_place(&item->line, at, item->place), SEVERITY_WARNING, RULE_HOURS_LENGTH,
            "%s for each of %zu topics are %.0f-%.0f h a week over %s; planned at %s a week",
            say_hours(review, effort.low, effort.high), topics, low / 60, high / 60,
            say_length(review, plan->length_days / unit_days(plan->unit), plan->unit),
            say_hours(review, review->schedule->rhythm.minutes, review->schedule->rhythm.minutes));
        return;
    }
}

/* "8-12 weeks" that 124-157 hours at 10 a week don't fit into. */
static void check_total(const struct review *review)
{
    const struct plan *plan = review->plan;
    double low = 0, high = 0, longest = plan->count_high * unit_days(plan->unit) / 7;
    size_t parts = 0;
    const struct item *first = NULL;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        if (!kind_is_work(item->kind) || item->effort.per != UNIT_NONE || item->effort.high <= 0 ||
            item->effort.each || item->optional || item->choice || item->dropped ||
            (item->parent && item->parent->effort.high > 0))
            continue;
        low += item->effort.low;
        high += item->effort.high;
        first = first ? first : item;
        parts++;
    }
    if (parts < 3 || !plan->length_stated || !plan->hours_low ||
        low / plan->hours_high <= longest * 1.02)
        return;
    report(plan->length_place, SEVERITY_WARNING, RULE_HOURS_LENGTH,
           "%s are stated, but what is listed from line %d on comes to %.4g-%.4g h, at %s a week "
           "%.3g-%.3g weeks; taken as %s",
           say_stated_length(review), first->place.line, low / 60, high / 60,
           say_hours(review, plan->hours_low, plan->hours_high), low / plan->hours_high,
           high / plan->hours_low, say_length(review, plan->length_days / 7, UNIT_WEEK));
}

/* The weeks of the first length of a week or more in LINE; 0: there is none. */
static double weeks_within(const struct prose *line)
{
    for (size_t at = 0; at < line->length && at < 1000; at++) {
        struct scan scan = {line->text, line->length, at};
        struct span span;
        if (line->text[at] >= '0' && line->text[at] <= '9' &&
            (at == 0 || strchr(" (~", line->text[at - 1])) && scan_length(&scan, &span) &&
            span.unit >= UNIT_WEEK)
            return span.to * unit_days(span.unit) / 7;
    }
    return 0;
}

/* A length and hours a week in one text before the phases: "about 2 years at 20 hours/week";
 * *WHERE the hours stand in it. */
static bool length_and_hours(const struct review *review, const struct item *item, double *weeks,
                             int *minutes, size_t *where)
{
    const struct prose *line = &item->line;
    struct effort effort = {0};
    struct found found = {0};

    *weeks = weeks_within(line);
    while (*weeks >= 2 && effort_search(line->text, line->length, found.end, &effort, &found)) {
        if (effort.per == UNIT_NONE)
            continue;
        *where = found.start;
        *minutes = whole_minutes(effort_weekly(effort.high, effort.per));
        return *minutes > 0 && *minutes == review->plan->hours_high;
    }
    return false;
}

/* The same where only prose says how long it takes. */
static void check_prose_length(const struct review *review)
{
    const struct plan *plan = review->plan;

    for (size_t i = 0; !plan->length_stated && i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        double weeks, taken = plan->length_days / 7;
        int minutes;
        size_t at;
        if (item->section->phase >= 0)
            return;
        if ((item->kind != ITEM_TEXT && item->kind != ITEM_ADVICE) ||
            !length_and_hours(review, item, &weeks, &minutes, &at))
            continue;
        if (taken > weeks * 1.25)
            report(prose_place(&item->line, at, item->place), SEVERITY_WARNING, RULE_HOURS_LENGTH,
                   "this says %.0f weeks at %s a week, but what is listed takes %.0f; planned so",
                   weeks, say_hours(review, minutes, minutes), taken);
        return;
    }
}

void review_efforts(struct review *review)
{
    check_hours_each(review);
    check_total(review);
    check_prose_length(review);
}
