/* item_dates: what becomes of each item's, section's and phase's stretch of plan time in the
 * calendar, and what is on the table in each week. */

#include "schedule/lived/progress.h"
#include "schedule/weeks.h"

/* Above so many entries the table holds of each item only its first and its last week: a roadmap
 * that puts thousands of things into every week of decades gains nothing by all of them. */
#define TABLE_LIMIT 2000000

static day cell_first(const struct time_cells *cells, size_t i)
{
    return cells->days ? cells->schedule->start + (day)i : cells->schedule->weeks[i].first;
}

static day cell_last(const struct time_cells *cells, size_t i)
{
    return cells->days ? cells->schedule->start + (day)i : cells->schedule->weeks[i].last;
}

/* The first of COUNT values, none less than the one before it, that is at least LIMIT; COUNT where
 * there is none. */
static size_t first_cell(const double *values, size_t count, double limit)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (values[middle] >= limit)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* The index of the week that holds the day; the day lies in the plan. */
static int week_index(const struct schedule *schedule, day date)
{
    return (int)(week_of(schedule, date) - schedule->weeks);
}

/* The dates of real days; weeks -1 where none of them is in the plan. */
static struct dates place_days(const struct time_cells *cells, day first, day last, bool point)
{
    const struct schedule *schedule = cells->schedule;
    struct dates dates = NO_DATES;

    if (last < first)
        last = first;
    if (point)
        first = last;
    dates.first = first;
    dates.last = dates.due = last;
    if (last < schedule->start || first > schedule->end)
        return dates;
    dates.first_week = week_index(schedule, first < schedule->start ? schedule->start : first);
    dates.last_week = week_index(schedule, last > schedule->end ? schedule->end : last);
    return dates;
}

/* The dates of a stretch of plan time. POINT: due at its end. */
static struct dates place(const struct time_cells *cells, struct interval when, bool point)
{
    if (when.from < 0)
        return NO_DATES;
    size_t first = first_cell(cells->reached, cells->cell_count, when.from - PLAN_TIME_EPSILON);
    size_t end = first_cell(cells->left, cells->cell_count, when.to - PLAN_TIME_EPSILON);
    if (first >= end) {
        /* Too short for any midpoint: the cell that holds its middle, [from, to), or the last. */
        double middle = (when.from + when.to) / 2;
        first = first_cell(cells->ended, cells->cell_count, middle + PLAN_TIME_EPSILON);
        if (first >= cells->cell_count)
            first = cells->cell_count - 1;
        end = first + 1;
    }
    return place_days(cells, cell_first(cells, first), cell_last(cells, end - 1), point);
}

bool item_offered(const struct item *item)
{
    bool marked = false;

    for (const struct item *i = item; i; i = i->parent) {
        if (item_has_own_time(i))
            return marked && !i->optional && !i->choice;
        marked = marked || i->optional || i->choice;
    }
    for (const struct section *s = item->section; s; s = s->parent) {
        if (section_has_own_time(s))
            return marked && !s->optional && !s->choice;
        marked = marked || s->optional || s->choice;
    }
    return marked;
}

bool item_has_left(const struct schedule *schedule, const struct item *item)
{
    const struct progress *progress = schedule->rhythm.progress;

    return progress && item_progress(progress, schedule->plan, item)->left != DAY_NONE;
}

const struct span *item_real_dates(const struct item *item)
{
    const struct span *span = &item->span;
    const struct item *i = item;

    while (i && !item_has_own_time(i) && i->span.form != SPAN_DATES)
        i = i->parent;
    if (i) {
        span = &i->span;
    } else {
        const struct section *s = item->section;
        while (s && !section_has_own_time(s) && s->span.form != SPAN_DATES)
            s = s->parent;
        if (!s)
            return NULL;
        span = &s->span;
    }
    return span->form == SPAN_DATES ? span : NULL;
}

/* A day of some year, on or after EARLIEST. February 29 waits for the next leap year. */
static day next_such_day(day of_any_year, day earliest)
{
    struct civil civil = civil_of(of_any_year);
    int year = civil_of(earliest).year;

    while (!civil_valid(year, civil.month, civil.day) ||
           day_of(year, civil.month, civil.day) < earliest)
        year++;
    return day_of(year, civil.month, civil.day);
}

/* Dates without a year are the next ones from the first week on. */
static struct dates place_dates(const struct time_cells *cells, const struct span *span, bool point)
{
    day first = span->first, last = span->last;

    if (span->yearless) {
        const struct week *week = &cells->schedule->weeks[0];
        first = next_such_day(first, week->last - 6);
        last = next_such_day(last, first);
    }
    return place_days(cells, first, last, point);
}

/* true where it, or something it is part of, is marked as optional. */
static bool is_optional(const struct item *item)
{
    for (const struct item *i = item; i; i = i->parent)
        if (i->optional)
            return true;
    for (const struct section *s = item->section; s; s = s->parent)
        if (s->optional)
            return true;
    return false;
}

/* The dates that an item has by the roadmap. */
static struct dates date_planned(const struct time_cells *cells, const struct item *item)
{
    const struct span *span = item_real_dates(item);

    if (span)
        return place_dates(cells, span, item->point);
    return place(cells, item->when, item->point);
}

/* As a replan left it: what was done is off the table from then on, what was not stays on it. */
static struct dates date_standing(const struct time_cells *cells, const struct item *item,
                                  struct dates dates)
{
    const struct schedule *schedule = cells->schedule;
    const struct item_progress *standing =
        item_progress(schedule->rhythm.progress, schedule->plan, item);
    day left = standing->left, held = standing->held;

    if (left != DAY_NONE && left < dates.last)
        return place_days(cells, dates.first < left ? dates.first : left, left, item->point);
    if (held != DAY_NONE && held > dates.last)
        return place_days(cells, dates.first, held, item->point);
    return dates;
}

static struct dates date_item(const struct time_cells *cells, const struct item *item)
{
    if (item->dropped || item_offered(item))
        return NO_DATES;
    struct dates dates = date_planned(cells, item);
    if (dates.first == DAY_NONE || !cells->schedule->rhythm.progress)
        return dates;
    return date_standing(cells, item, dates);
}

/* What a replan makes of an item: done, or left out, it leaves the table where it would still lie
 * on it; not ticked in its time, it stays up to HOLD. Real dates are what they say. */
static void settle_item(const struct time_cells *cells, const struct item *item, day hold,
                        struct item_progress *standing)
{
    const struct rhythm *rhythm = &cells->schedule->rhythm;
    day today = rhythm->past->today, yesterday = today - 1;
    struct dates dates = item_offered(item) ? NO_DATES : date_planned(cells, item);
    bool over = dates.last != DAY_NONE && dates.last < today;

    if (standing->done || (rhythm->drop_optional && is_optional(item))) {
        bool known = standing->done_on != DAY_NONE && standing->done_on < yesterday;
        if (!over && standing->left == DAY_NONE)
            standing->left = standing->done && known ? standing->done_on : yesterday;
    } else if (standing->tickable && over && hold > dates.last && !item_real_dates(item)) {
        standing->held = hold;
    }
}

/* What is made of parts alone, none of which has a time of its own, is done with the last of them:
 * a chapter need not be ticked beside all that is in it. */
static void settle_whole(const struct plan *plan, size_t at, struct item_progress *items)
{
    const struct item *item = &plan->items[at];
    day last = DAY_NONE;
    size_t parts = 0;

    for (size_t i = at + 1; i < plan->item_count && plan->items[i].depth > item->depth; i++) {
        if (!items[i].tickable)
            continue;
        if (!items[i].done || item_has_own_time(&plan->items[i]))
            return;
        parts++;
        if (items[i].left != DAY_NONE && (last == DAY_NONE || items[i].left > last))
            last = items[i].left;
    }
    if (parts == 0 || items[at].done)
        return;
    items[at].held = DAY_NONE;
    if (items[at].left == DAY_NONE)
        items[at].left = last;
}

/* Lays down for all items what a replan makes of them. */
static void settle_items(struct pool *pool, const struct time_cells *cells,
                         struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;
    day today = schedule->rhythm.past->today;
    const struct week *week = week_of(schedule, today);
    day hold = !week ? schedule->end : cells->days ? today : week->last;
    struct item_progress *items;
    struct progress *progress = progress_replanned(pool, plan, schedule->rhythm.progress, &items);

    for (size_t i = 0; i < plan->item_count; i++)
        if (!plan->items[i].dropped)
            settle_item(cells, &plan->items[i], hold, &items[i]);
    for (size_t i = 0; i < plan->item_count; i++)
        if (plan->items[i].child_count > 0 && !plan->items[i].dropped)
            settle_whole(plan, i, items);
    schedule->rhythm.progress = progress;
}

static struct dates date_section(const struct time_cells *cells, const struct section *section)
{
    if (section->span.form == SPAN_DATES)
        return place_dates(cells, &section->span, false);
    return place(cells, section->when, false);
}

/* What says rather than asks for something to be done lies on the table only where the roadmap
 * gives it a time of its own. */
static bool belongs_on_table(const struct item *item)
{
    switch (item->kind) {
    case ITEM_TEXT:
    case ITEM_GOAL:
    case ITEM_ALLOCATION:
    case ITEM_RESOURCE:
    case ITEM_COST:
    case ITEM_SLOT:
    case ITEM_ADVICE:
        return item_has_own_time(item);
    default:
        return true;
    }
}

/* Goes over the table's entries. Without NEXT counts them, into each week's item_count as well, and
 * leaves off where they are too many; else NEXT of a week is where its next item goes. Gives how
 * many there were. */
static size_t fill_table(struct schedule *schedule, bool ends_only, const struct item ***next)
{
    size_t total = 0;

    for (size_t w = 0; !next && w < schedule->week_count; w++)
        schedule->weeks[w].item_count = 0;
    for (size_t i = 0; i < schedule->plan->item_count; i++) {
        const struct dates *dates = &schedule->items[i];
        if (dates->first_week < 0 || !belongs_on_table(&schedule->plan->items[i]))
            continue;
        int step = ends_only ? dates->last_week - dates->first_week : 1;
        for (int w = dates->first_week; w <= dates->last_week; w += step > 0 ? step : 1) {
            if (next)
                *next[w]++ = &schedule->plan->items[i];
            else
                schedule->weeks[w].item_count++;
            if (++total > TABLE_LIMIT && !ends_only)
                return total;
        }
    }
    return total;
}

static void lay_table(struct pool *pool, struct schedule *schedule)
{
    size_t total = fill_table(schedule, false, NULL);
    bool ends_only = total > TABLE_LIMIT;

    if (ends_only)
        total = fill_table(schedule, true, NULL);
    const struct item **table = pool_alloc(pool, (total + 1) * sizeof *table);
    const struct item ***next = pool_alloc(pool, schedule->week_count * sizeof *next);
    for (size_t w = 0; w < schedule->week_count; w++) {
        schedule->weeks[w].items = next[w] = table;
        table += schedule->weeks[w].item_count;
    }
    fill_table(schedule, ends_only, next);
}

static void date_phases(struct schedule *schedule)
{
    for (size_t p = 0; p < schedule->plan->phase_count; p++)
        schedule->phases[p] = (struct phase_dates){DAY_NONE, DAY_NONE, -1, -1, 0};
    for (size_t w = 0; w < schedule->week_count; w++) {
        const struct week *week = &schedule->weeks[w];
        if (week->phase < 0)
            continue;
        struct phase_dates *phase = &schedule->phases[week->phase];
        if (phase->first_week < 0) {
            phase->first_week = (int)w;
            phase->first = week->first;
        }
        phase->last_week = (int)w;
        phase->last = week->last;
        phase->minutes += week->minutes;
    }
}

void dates_fill(struct pool *pool, const struct time_cells *cells, struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;

    schedule->items = pool_alloc(pool, (plan->item_count + 1) * sizeof *schedule->items);
    schedule->sections = pool_alloc(pool, (plan->section_count + 1) * sizeof *schedule->sections);
    schedule->phases = pool_alloc(pool, (plan->phase_count + 1) * sizeof *schedule->phases);
    if (schedule->rhythm.replan)
        settle_items(pool, cells, schedule);
    for (size_t i = 0; i < plan->item_count; i++)
        schedule->items[i] = date_item(cells, &plan->items[i]);
    for (size_t i = 0; i < plan->section_count; i++)
        schedule->sections[i] = date_section(cells, &plan->sections[i]);
    date_phases(schedule);
    lay_table(pool, schedule);
}
