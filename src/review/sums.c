/* sums: parts against the whole that their heading states: hours, prices, totals. */
#include <string.h>

#include "review/themes.h"
#include "schedule/slots.h"
#include "words/scan.h"

/* What the parts of something come to. */
struct sum {
    long low, high;
    /* how many state a figure, and how many don't */
    size_t parts, bare;
};

static bool same_sort(const struct effort *whole, const struct effort *part)
{
    return part->high > 0 && part->per == whole->per && !part->each;
}

static void add_effort(struct sum *sum, const struct effort *whole, const struct item *item)
{
    if (item->kind == ITEM_TEXT && item->effort.high == 0)
        return;
    if (!same_sort(whole, &item->effort)) {
        sum->bare++;
        return;
    }
    sum->low += item->optional ? 0 : item->effort.low;
    sum->high += item->effort.high;
    sum->parts++;
}

/* A whole that is one figure may be any that the parts allow; one that is a range is theirs. */
static bool contradicts(long low, long high, const struct sum *sum)
{
    if (low == high)
        return low < sum->low || low > sum->high;
    if (sum->low == sum->high)
        return sum->low < low || sum->low > high;
    return sum->low != low || sum->high != high;
}

static void report_effort_sum(const struct review *review, struct place place,
                              const struct effort *whole, const struct sum *sum, bool weekly)
{
    struct effort parts = {.low = whole_minutes((double)sum->low),
                           .high = whole_minutes((double)sum->high),
                           .per = whole->per};

    report(place, SEVERITY_WARNING, RULE_SUM_MISMATCH, "this says %s, its parts come to %s; %s",
           say_effort(review, whole), say_effort(review, &parts),
           weekly ? "each week's hours are shared out in the parts' proportion"
                  : "the parts are taken as they stand");
}

/* "Weekly Time Allocation (6-8 hours/week)" over parts that state hours too. */
static void check_section_effort(const struct review *review, const struct section *section)
{
    struct sum sum = {0};
    bool allocation = section->kind == ITEM_ALLOCATION;

    if (section->effort.high <= 0)
        return;
    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &review->plan->items[section->first_item + i];
        if (at_top(review->plan, item) && item->kind != ITEM_SLOT)
            add_effort(&sum, &section->effort, item);
    }
    if (sum.parts >= 2 && sum.bare == 0 &&
        contradicts(section->effort.low, section->effort.high, &sum))
        report_effort_sum(review, section->effort_place, &section->effort, &sum, allocation);
}

/* An item with hours of its own over children that all state theirs. */
static void check_item_effort(const struct review *review, size_t index)
{
    const struct plan *plan = review->plan;
    const struct item *item = &plan->items[index];
    struct sum sum = {0};

    if (item->effort.high <= 0 || item->child_count < 2 || item->kind == ITEM_SLOT ||
        item == section_head(plan, item->section))
        return;
    for (size_t i = index + 1; i < plan->item_count && plan->items[i].depth > item->depth; i++)
        if (plan->items[i].parent == item)
            add_effort(&sum, &item->effort, &plan->items[i]);
    if (sum.parts >= 2 && sum.bare == 0 && contradicts(item->effort.low, item->effort.high, &sum))
        report_effort_sum(review, item->effort_place, &item->effort, &sum,
                          item->kind == ITEM_ALLOCATION);
}

/* "Sat: 4-5 hrs of exercises": hours behind a weekday, times the days it names. */
static bool day_effort(const struct item *item, struct effort *effort)
{
    weekday_set days;
    struct found found;
    int count = 0;

    if (!weekdays_at_start(item->line.text, item->line.length, &days, &found))
        return false;
    for (int i = MONDAY; i <= SUNDAY; i++)
        count += days & 1u << i ? 1 : 0;
    struct scan scan = {item->line.text, item->line.length, found.end};
    if (!scan_char(&scan, ':'))
        return false;
    scan_blanks(&scan);
    size_t rest = scan.length - scan.at;
    if (!effort_find(scan.text + scan.at, rest, effort, &found) || found.start ||
        effort->per != UNIT_NONE)
        return false;
    effort->low *= count;
    effort->high *= count;
    return true;
}

/* "Total: 124-157 hours", "Hours: 10-12" below a list or table of hours, or of days with hours. */
static void check_total_line(const struct review *review, const struct item *total)
{
    const struct section *section = total->section;
    struct effort whole = total->effort;
    struct sum sum = {0}, days = {0};
    const struct prose *title = &total->title;

    if ((!words_are(title->text, title->length, words_totals) &&
         !words_are(title->text, title->length, words_total_hours)) ||
        whole.high <= 0 || (whole.per != UNIT_NONE && whole.per != UNIT_WEEK))
        return;
    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &review->plan->items[section->first_item + i];
        struct effort effort;
        if (item == total)
            break;
        if (day_effort(item, &effort)) {
            days.low += effort.low;
            days.high += effort.high;
            days.parts++;
        } else if (item->parent == total->parent && item->kind != ITEM_SLOT) {
            add_effort(&sum, &whole, item);
        }
    }
    if (days.parts >= 2)
        sum = days;
    if (sum.parts >= 2 && contradicts(whole.low, whole.high, &sum))
        report_effort_sum(review, total->effort_place, &whole, &sum, false);
}

static bool has_price(const struct money *money)
{
    return money->high > 0;
}

static bool same_currency(const struct money *a, const struct money *b)
{
    return !a->currency[0] || !b->currency[0] ||
           forms_match(a->currency, sizeof a->currency, b->currency, NULL);
}

/* "$60", "EUR 12.50", "$10-20". */
static const char *say_money(const struct review *review, const char *currency, long low, long high)
{
    const char *space = currency[0] >= 'A' && currency[0] <= 'Z' ? " " : "";
    int decimals = low % 100 || high % 100 ? 2 : 0;

    if (low == high)
        return pool_print(review->pool, "%s%s%.*f", currency, space, decimals, (double)low / 100);
    return pool_print(review->pool, "%s%s%.*f-%.*f", currency, space, decimals, (double)low / 100,
                      decimals, (double)high / 100);
}

/* Adds the prices in SECTION, none that stands below a price counted already. */
static void add_prices(const struct review *review, const struct section *section,
                       const struct money *whole, struct sum *sum)
{
    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &review->plan->items[section->first_item + i];
        bool counted = false;
        for (const struct item *above = item->parent; above; above = above->parent)
            counted = counted || has_price(&above->price);
        if (counted || !has_price(&item->price))
            continue;
        if (!same_currency(whole, &item->price)) {
            sum->bare++;
            continue;
        }
        sum->low += item->optional ? 0 : item->price.low;
        sum->high += item->price.high;
        sum->parts++;
    }
}

/* "$20/month", "$5 each": a price that returns is no total. AT: where it is written. */
static bool is_rate(const char *line, size_t length, size_t at)
{
    while (at < length && strchr("<~$0123456789.,- ", line[at]))
        at++;
    return at < length &&
           (line[at] == '/' || words_match(line + at, length - at, words_rates, NULL));
}

/* "~$100": whoever says so has not added up. */
static bool is_rough(const char *line, size_t at)
{
    return line[at] == '~' || (at > 0 && line[at - 1] == '~');
}

/* "Investments (<$150 total)" over "= $60" and the like. */
static void check_prices(const struct review *review, const struct section *section)
{
    const struct money *whole = &section->price;
    struct sum sum = {0};

    if (!has_price(whole))
        return;
    for (const struct section *s = section;
         s < review->plan->sections + review->plan->section_count; s++) {
        if (!section_within(s, section))
            break;
        add_prices(review, s, whole, &sum);
    }
    if (sum.parts < 2 || sum.bare > 0)
        return;
    struct place place = section->price_place;
    size_t length;
    const char *line = source_line(review->plan->source, &review->starts, place.line, &length);
    size_t at = place.column > 0 && (size_t)place.column <= length ? (size_t)place.column - 1 : 0;
    bool below = line[at] == '<';
    if (is_rate(line, length, at) || is_rough(line, at))
        return;
    bool wrong = whole->at_most ? sum.high > whole->high || (below && sum.high == whole->high)
                                : contradicts(whole->low, whole->high, &sum);
    if (!wrong)
        return;
    report(place, SEVERITY_WARNING, RULE_PRICE_SUM,
           "this says %s%s, the prices below come to %s; the budget takes each price as it stands",
           below            ? "less than "
           : whole->at_most ? "at most "
                            : "",
           say_money(review, whole->currency, whole->low, whole->high),
           say_money(review, whole->currency, sum.low, sum.high));
}

void review_sums(struct review *review)
{
    const struct plan *plan = review->plan;

    for (size_t i = 1; i < plan->section_count; i++) {
        check_section_effort(review, &plan->sections[i]);
        check_prices(review, &plan->sections[i]);
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        check_item_effort(review, i);
        check_total_line(review, &plan->items[i]);
    }
    for (size_t i = 0; i < plan->timetable_count; i++)
        timetable_report(&plan->timetables[i]);
}
