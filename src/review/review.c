/* review: runs the rules over a plan, and holds what they share: places in a line, and how hours
 * and spans are said. */
#include "review/review.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "review/rules.h"
#include "words/scan.h"

#define LONGEST_QUOTE 48 /* columns of a title that are quoted */

const char *review_line(const struct review *review, struct place place, size_t *length)
{
    return source_line(review->plan->source, &review->starts, place.line, length);
}

struct place place_of_byte(struct place place, size_t offset)
{
    place.column = (int)offset + 1;
    return place;
}

/* true where a word or number may begin at AT: what stands before is no letter, digit or part of a
 * number. Any byte of a character beyond ASCII may stand before a word (emoji, "第"). */
static bool begins_at(const char *line, size_t at)
{
    if (at == 0)
        return true;
    char before = line[at - 1];
    bool letter = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z');
    return !letter && !(before >= '0' && before <= '9') && !strchr("-.,$_", before);
}

struct place place_of_effort(const struct review *review, struct place place)
{
    size_t length;
    const char *line = review_line(review, place, &length);

    for (size_t at = 0; at < length; at++) {
        struct effort effort;
        struct found found;
        size_t rest = length - at < 80 ? length - at : 80;
        if (line[at] >= '0' && line[at] <= '9' && begins_at(line, at) &&
            effort_find(line + at, rest, &effort, &found) && found.start == 0)
            return place_of_byte(place, at);
    }
    return place;
}

struct place place_of_price(const struct review *review, struct place place)
{
    size_t length;
    const char *line = review_line(review, place, &length);
    struct money money;
    struct found found;

    if (!money_find(line, length, &money, &found))
        return place;
    return place_of_byte(place, found.start);
}

static bool same_span(const struct span *a, const struct span *b)
{
    if (a->form != b->form)
        return false;
    if (a->form == SPAN_DATES)
        return a->first == b->first && a->last == b->last;
    return a->unit == b->unit && a->from == b->from && a->to == b->to;
}

struct place place_of_span(const struct review *review, struct place place, const struct span *span)
{
    size_t length;
    const char *line = review_line(review, place, &length);

    for (size_t at = 0; at < length; at++) {
        struct scan scan = {line, length, at};
        struct span read;
        if (line[at] == ' ' || ((unsigned char)line[at] & 0xC0) == 0x80 || !begins_at(line, at))
            continue;
        bool good = span->form == SPAN_LENGTH ? scan_length(&scan, &read) : scan_span(&scan, &read);
        if (good && same_span(&read, span))
            return place_of_byte(place, at);
    }
    return place;
}

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

int weekly_minutes(int minutes, enum unit per)
{
    if (per == UNIT_NONE)
        return 0;
    return (int)lround(fmin(minutes * 7.0 / unit_days(per), 1e6));
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
    return section->dated == DATED_OWN && !section->span.due;
}

bool item_placed(const struct item *item)
{
    return item->dated == DATED_OWN && !item->span.due && !item->dropped;
}

void review_plan(const struct schedule *schedule, bool hours_given)
{
    struct review review = {.pool = pool_new(),
                            .schedule = schedule,
                            .plan = schedule->plan,
                            .hours_given = hours_given};

    review.starts = line_starts_of(review.pool, schedule->plan->source);
    review_lengths(&review);
    review_hours(&review);
    review_efforts(&review);
    review_sums(&review);
    review_spans(&review);
    review_dates(&review);
    review_lists(&review);
    review_order(&review);
    pool_free(review.pool);
}
