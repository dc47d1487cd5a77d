/* pace: how long the plan takes at so many hours a week, and how far each day gets. */
#include "schedule/pace.h"

#include <math.h>
#include <string.h>

#include "schedule/lived/past.h"

#define DEFAULT_MINUTES      300
#define DEFAULT_WORKDAY_TIME (19 * 60)
#define DEFAULT_WEEKEND_TIME (10 * 60)
#define GRID                 5

/* Between the two stated efforts straight, beyond them with the total effort kept: half the hours
 * take twice as long. Falls or stays as MINUTES grow, so more hours never end later. */
double pace_days(const struct plan *plan, int minutes)
{
    if (minutes <= 0)
        return HUGE_VAL;
    if (plan->hours_low <= 0 || plan->hours_high <= 0)
        return plan->length_days;
    double low = fmin(plan->hours_low, plan->hours_high);
    double high = fmax(plan->hours_low, plan->hours_high);
    double longest = plan->length_days;
    double shortest = longest;
    if (low < high && plan->count_low > 0 && plan->count_high > plan->count_low)
        shortest = longest * plan->count_low / plan->count_high;
    double shortest_kept = fmin(shortest, longest);
    if (minutes <= low)
        return longest * low / minutes;
    if (minutes >= high)
        return shortest_kept * high / minutes;
    return longest + (shortest_kept - longest) * (minutes - low) / (high - low);
}

double pace_week(const struct plan *plan, int minutes)
{
    if (minutes <= 0)
        return 0;
    return 7 * plan->length_days / pace_days(plan, minutes);
}

/* What the slots come to where all have a length; else 0. */
static int minutes_of_slots(const struct rhythm *rhythm)
{
    int sum = 0;

    for (size_t i = 0; i < rhythm->slot_count; i++) {
        if (rhythm->slots[i].minutes <= 0)
            return 0;
        sum += rhythm->slots[i].minutes;
    }
    return sum;
}

struct rhythm rhythm_complete(struct pool *pool, const struct plan *plan,
                              const struct rhythm *rhythm)
{
    struct rhythm whole = *rhythm;

    if (whole.minutes <= 0) {
        int slots = minutes_of_slots(rhythm);
        whole.minutes = plan->hours_low > 0 ? plan->hours_low : slots > 0 ? slots : DEFAULT_MINUTES;
        if (whole.minutes < FEWEST_MINUTES)
            whole.minutes = FEWEST_MINUTES;
        if (whole.minutes > MOST_MINUTES)
            whole.minutes = MOST_MINUTES;
    }
    if (!whole.timezone)
        whole.timezone = "UTC";
    if (whole.workday_time <= 0)
        whole.workday_time = DEFAULT_WORKDAY_TIME;
    if (whole.weekend_time <= 0)
        whole.weekend_time = DEFAULT_WEEKEND_TIME;
    if (whole.slot_count > 0) {
        struct slot *slots = pool_alloc(pool, whole.slot_count * sizeof *slots);
        memcpy(slots, rhythm->slots, whole.slot_count * sizeof *slots);
        whole.slots = slots;
    }
    if (whole.period_count > 0) {
        struct period *periods = pool_alloc(pool, whole.period_count * sizeof *periods);
        memcpy(periods, rhythm->periods, whole.period_count * sizeof *periods);
        whole.periods = periods;
    }
    if (whole.day_off_count > 0) {
        day *days = pool_alloc(pool, whole.day_off_count * sizeof *days);
        memcpy(days, rhythm->days_off, whole.day_off_count * sizeof *days);
        whole.days_off = days;
    }
    whole.off_stands_still = plan->unit == UNIT_DAY;
    if (!whole.past_settled)
        past_settle(pool, plan, &whole);
    return whole;
}

bool rhythm_day_off(const struct rhythm *rhythm, day date)
{
    size_t low = 0, high = rhythm->day_off_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rhythm->days_off[middle] < date)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rhythm->day_off_count && rhythm->days_off[low] == date;
}

/* Which of the COUNT days have minutes and are not off; where there are none of them, or days off
 * stand still anyhow, the minutes of those that are off go. */
static weekday_set take_days_off(const struct rhythm *rhythm, day first, int count, int *minutes)
{
    weekday_set open = 0, off = 0;

    for (int i = 0; i < count; i++) {
        weekday_set bit = 1u << weekday_of(first + i);
        if (minutes[i] > 0 && rhythm_day_off(rhythm, first + i))
            off |= bit;
        else if (minutes[i] > 0)
            open |= bit;
    }
    for (int i = 0; i < count; i++)
        if ((off >> weekday_of(first + i) & 1) && (open == 0 || rhythm->off_stands_still))
            minutes[i] = 0;
    return open;
}

static bool are_alike(const int *minutes, int count)
{
    for (int i = 1; i < count; i++)
        if (minutes[i] != minutes[0])
            return false;
    return true;
}

/* The weekly minutes in force on each of the days by the hours and periods that are set. */
static void minutes_set(const struct rhythm *rhythm, day first, int count, int *minutes)
{
    for (int i = 0; i < count; i++)
        minutes[i] = rhythm->minutes;
    for (size_t p = 0; p < rhythm->period_count; p++) {
        const struct period *period = &rhythm->periods[p];
        if (period->to < first || period->from >= first + count)
            continue;
        for (int i = 0; i < count; i++)
            if (first + i >= period->from && first + i <= period->to)
                minutes[i] = period->minutes > 0 ? period->minutes : 0;
    }
}

/* Puts in what the days went by that were lived. */
static void take_lived(const struct rhythm *rhythm, day first, int count, int *minutes)
{
    for (int i = 0; i < count; i++) {
        int lived = past_rate(rhythm, first + i);
        if (lived >= 0)
            minutes[i] = lived;
    }
}

static int day_count(weekday_set days)
{
    int count = 0;

    for (; days; days &= days - 1)
        count++;
    return count;
}

struct stretch rhythm_stretch(const struct rhythm *rhythm, day first, day last)
{
    struct stretch stretch = {0};
    int minutes[7];
    int count = last - first + 1;
    const struct past_week *lived = past_week_at(rhythm, first);
    int sum = 0, working = 0;

    minutes_set(rhythm, first, count, minutes);
    if (lived && past_week_thawed(rhythm, lived))
        take_lived(rhythm, first, count, minutes);
    stretch.days = take_days_off(rhythm, first, count, minutes);
    for (int i = 0; i < count; i++) {
        sum += minutes[i];
        working += minutes[i] > 0;
    }
    if (working == 0)
        return stretch;
    stretch.rate = sum / working;
    if (count == 7 && are_alike(minutes, count))
        stretch.minutes = minutes[0];
    else
        stretch.minutes = (2 * sum + 7 * GRID) / (14 * GRID) * GRID;
    if (stretch.minutes < SHORTEST_SITTING)
        stretch.minutes = SHORTEST_SITTING;
    if (stretch.minutes > day_count(stretch.days) * DAY_CAPACITY)
        stretch.minutes = day_count(stretch.days) * DAY_CAPACITY;
    return stretch;
}

void rhythm_rates(const struct rhythm *rhythm, day first, day last, int *rates)
{
    int count = last - first + 1;

    minutes_set(rhythm, first, count, rates);
    take_days_off(rhythm, first, count, rates);
    take_lived(rhythm, first, count, rates);
}

void pace_edges(const struct plan *plan, const struct rhythm *rhythm, day first, day last,
                double from, double *edges)
{
    int minutes[7];
    int count = last - first + 1;

    edges[0] = from;
    rhythm_rates(rhythm, first, last, minutes);
    if (are_alike(minutes, count)) {
        /* Multiplied, not added up: seven like days make exactly one week's advance. */
        double week = pace_week(plan, minutes[0]);
        for (int i = 1; i <= count; i++)
            edges[i] = from + week * i / 7;
        return;
    }
    for (int i = 0; i < count; i++)
        edges[i + 1] = edges[i] + pace_week(plan, minutes[i]) / 7;
}

double pace_middle(const double *edges, int count)
{
    if (count % 2 == 0)
        return edges[count / 2];
    return (edges[count / 2] + edges[count / 2 + 1]) / 2;
}
