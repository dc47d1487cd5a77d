/* timetables: the weekly schedules that a roadmap proposes, part by part. */
#include <string.h>

#include "read/draft.h"
#include "words/scan.h"

/* "2 longer sessions": how many. */
static int leading_count(const struct prose *title)
{
    struct scan scan = {title->text, title->length, 0};
    double count;

    scan_ornament(&scan);
    if (!scan_number(&scan, &count) || !is_blank(scan_peek(&scan)) || count < 1 || count > 28 ||
        count != (double)(int)count)
        return 0;
    return (int)count;
}

/* "10:30-11:30" behind the weekday: start and length. */
static bool read_clock(const char *text, size_t length, struct timetable_part *part)
{
    struct found found;
    int start, end;
    size_t at = 0;

    if (!clock_at_start(text, length, &start, &found))
        return false;
    at = found.end;
    part->start = start;
    struct scan scan = {text, length, at};
    if (scan_dash(&scan) && clock_at_start(text + scan.at, length - scan.at, &end, &found)) {
        if (end <= start)
            end += 12 * 60; /* "10:30-1:30" */
        if (end > start && end - start <= 12 * 60)
            part->minutes = end - start;
    }
    return true;
}

/* A line of a schedule into its part; false where it says no time. */
static bool read_part(const struct draft *draft, const struct item *item,
                      struct timetable_part *part)
{
    struct found found = {0};
    const struct prose *line = &item->line;

    *part = (struct timetable_part){.start = -1};
    if (weekdays_at_start(line->text, line->length, &part->days, &found)) {
        for (size_t i = 0; i < draft->lexicon.count; i++)
            part->daily |= forms_match(line->text + found.start, line->length - found.start,
                                       draft->lexicon.languages[i]->every_day, NULL) > 0;
    } else {
        part->sessions = leading_count(&item->title);
        if (!part->sessions)
            return false;
    }
    struct scan scan = {line->text, line->length, found.end};
    scan_ornament(&scan);
    if (scan_char(&scan, ':') || scan_char(&scan, ','))
        scan_blanks(&scan);
    read_clock(line->text + scan.at, line->length - scan.at, part);
    if (!part->minutes)
        part->minutes = (item->effort.low + item->effort.high) / 2;
    if (part->days == WEEKEND && !part->daily && !item->effort.each)
        part->sessions = 1; /* "Weekend: 2 hours", on either day */
    return part->minutes > 0 && part->minutes <= 16 * 60;
}

/* The label or heading that an item's schedule stands under, and the hours it names. */
static void name_timetable(const struct item *part, struct timetable *timetable)
{
    struct effort effort;
    const struct prose *title = part->parent ? &part->parent->line : &part->section->heading;

    timetable->place = part->parent ? part->parent->place : part->section->place;
    if (effort_find(title->text, title->length, &effort, NULL) &&
        (effort.per == UNIT_WEEK || effort.per == UNIT_NONE))
        timetable->minutes = effort.low;
}

void timetables_find(struct draft *draft)
{
    struct plan *plan = draft->plan;
    size_t capacity = 0, part_capacity = 0;
    const struct item *last = NULL;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        struct timetable_part part;
        if (item->kind != ITEM_SLOT || item->child_count || !read_part(draft, item, &part))
            continue;
        if (!last || last->parent != item->parent || last->section != item->section) {
            plan->timetables = pool_extend(draft->pool, plan->timetables, plan->timetable_count,
                                           &capacity, sizeof *plan->timetables);
            name_timetable(item, &plan->timetables[plan->timetable_count++]);
            part_capacity = 0;
        }
        struct timetable *timetable = &plan->timetables[plan->timetable_count - 1];
        timetable->parts = pool_extend(draft->pool, timetable->parts, timetable->part_count,
                                       &part_capacity, sizeof *timetable->parts);
        timetable->parts[timetable->part_count++] = part;
        last = item;
    }
}
