/* review: runs the rules over a plan, and holds what they share: how hours and spans are said. */
#include "review/review.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "review/themes.h"

#define LONGEST_QUOTE 48 /* columns of a title that are quoted */

const char *say_hours(const struct review *review, int low, int high)
{
    if (low % 60 && low == high && low < 60)
        return pool_print(review->pool, "%d min", low);
    if (low == high)
        return pool_print(review->pool, "%.4g h", low / 60.0);
    return pool_print(review->pool, "%.4g-%.4g h", low / 60.0, high / 60.0);
}

const char *say_effort(const struct review *review, const struct effort *effort)
{
    const char *hours = say_hours(review, effort->low, effort->high);

    if (effort->per == UNIT_NONE)
        return hours;
    return pool_print(review->pool, "%s a %s", hours, unit_name(effort->per));
}

const char *say_units(const struct review *review, enum unit unit, double from, double to)
{
    if (from == to)
        return pool_print(review->pool, "%s %.0f", unit_name(unit), from);
    return pool_print(review->pool, "%s %.0f-%.0f", unit_plural(unit), from, to);
}

const char *say_interval(const struct review *review, const struct interval *when, enum unit unit)
{
    double days = unit_days(unit);
    double from = floor(when->from / days + 0.02) + 1, to = ceil(when->to / days - 0.02);

    return say_units(review, unit, from, fmax(from, to));
}

const char *say_length(const struct review *review, double count, enum unit unit)
{
    count = round(count * 10) / 10;
    return pool_print(review->pool, "%.4g %s", count,
                      count == 1 ? unit_name(unit) : unit_plural(unit));
}

const char *say_words(const struct review *review, const struct prose *words)
{
    size_t at = 0, columns = 0;

    while (at < words->length && words->text[at] != '\n' && columns < LONGEST_QUOTE) {
        uint32_t code_point;
        at += utf8_next(words->text + at, words->length - at, &code_point);
        columns++;
    }
    if (at == words->length)
        return pool_print(review->pool, "\"%s\"", words->text);
    return pool_print(review->pool, "\"%.*s...\"", (int)at, words->text);
}

const struct item *section_head(const struct plan *plan, const struct section *section)
{
    if (!section->item_count)
        return NULL;
    const struct item *first = &plan->items[section->first_item];
    return first->place.line == section->place.line && section->level > 0 ? first : NULL;
}

bool at_top(const struct plan *plan, const struct item *item)
{
    const struct item *head = section_head(plan, item->section);

    return item != head && item->parent == head;
}

bool section_placed(const struct section *section)
{
    return section->when_from == WHEN_OWN && !section->span.due;
}

bool item_placed(const struct item *item)
{
    return item->when_from == WHEN_OWN && !item->span.due && !item->dropped;
}

#define THEME(name) review_##name,
static void (*const themes[])(struct review *) = {THEMES(THEME)};
#undef THEME

void review_plan(const struct schedule *schedule, bool hours_given)
{
    struct review review = {.pool = pool_new(),
                            .schedule = schedule,
                            .plan = schedule->plan,
                            .hours_given = hours_given};

    review.starts = line_starts_of(review.pool, schedule->plan->source);
    for (size_t i = 0; i < sizeof themes / sizeof themes[0]; i++)
        themes[i](&review);
    pool_free(review.pool);
}
