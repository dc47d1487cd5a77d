/* slots: the week's sittings, sized so that they sum exactly and placed so that they fit the day.
 */
#include "schedule/slots.h"

#include <string.h>

#define GOOD_SITTING  90        /* an even default aims at this */
#define EVENING_LIMIT (23 * 60) /* what no one gave a time to ends before this where it can */
#define MIDNIGHT      (24 * 60)

struct known_pattern {
    struct stretch stretch;
    struct pattern pattern;
};

/* The share that is to grow next: the largest remainder below MOST; the first of equals. */
static size_t next_to_grow(const double *rest, const int *shares, size_t count, int most)
{
    size_t best = count;

    for (size_t i = 0; i < count; i++)
        if (shares[i] + STEP <= most && (best == count || rest[i] > rest[best] + 1e-9))
            best = i;
    return best;
}

bool share_out(int minutes, const int *weights, size_t count, int most, int *shares)
{
    double rest[MOST_A_WEEK];
    bool full[MOST_A_WEEK] = {false};

    most -= most % STEP;
    int steps = minutes / STEP;
    if (count == 0 || count > MOST_A_WEEK || (long)count * (most / STEP) < steps)
        return false;
    /* Whatever would grow above MOST is held there, and the others share the rest anew. */
    for (bool again = true; again;) {
        double left = steps, weight = 0;
        again = false;
        for (size_t i = 0; i < count; i++) {
            left -= full[i] ? most / STEP : 0;
            weight += full[i] ? 0 : weights[i];
        }
        for (size_t i = 0; i < count; i++) {
            double quota = full[i] || weight <= 0 ? 0 : left * weights[i] / weight;
            if (!full[i] && quota * STEP > most)
                full[i] = again = true;
            int whole = (int)(quota + 1e-9);
            shares[i] = full[i] ? most : whole * STEP;
            rest[i] = quota - whole;
        }
    }
    int given = 0;
    for (size_t i = 0; i < count; i++)
        given += shares[i];
    for (; given + STEP <= minutes; given += STEP) {
        size_t i = next_to_grow(rest, shares, count, most);
        shares[i] += STEP;
        rest[i] -= 1;
    }
    size_t longest = 0;
    for (size_t i = 1; i < count; i++)
        if (shares[i] > shares[longest])
            longest = i;
    shares[longest] += minutes - given;
    return true;
}

static int order_of(const struct slot *slot, enum weekday week_start)
{
    return ((int)slot->weekday + 7 - (int)week_start) % 7;
}

/* By day, then by time; those that are equal keep their order. */
static void sort_slots(struct pattern *pattern, enum weekday week_start)
{
    for (size_t i = 1; i < pattern->count; i++) {
        struct slot slot = pattern->slots[i];
        size_t at = i;
        for (; at > 0; at--) {
            const struct slot *before = &pattern->slots[at - 1];
            int days = order_of(before, week_start) - order_of(&slot, week_start);
            if (days < 0 || (days == 0 && before->start <= slot.start))
                break;
            pattern->slots[at] = *before;
        }
        pattern->slots[at] = slot;
    }
}

/* Gives the sittings FIRST..END-1 of one day their times: later where the one before still lasts,
 * earlier again where the day would not hold them. TIMED: somebody chose the times. */
static void place_day(struct slot *slots, size_t first, size_t end, bool timed)
{
    int total = 0;

    for (size_t i = first; i < end; i++)
        total += slots[i].minutes + (i > first ? BREAK : 0);
    int rest = total <= EVENING_LIMIT ? BREAK : 0;
    int free_from = 0;
    for (size_t i = first; i < end; i++) {
        if (slots[i].start < free_from)
            slots[i].start = free_from;
        free_from = slots[i].start + slots[i].minutes + (timed ? 0 : rest);
    }
    int limit = timed || total > EVENING_LIMIT ? MIDNIGHT : EVENING_LIMIT;
    if (end - first == 1)
        limit = MIDNIGHT; /* one sitting stays at the usual time even where that is late */
    for (size_t i = end; i-- > first;) {
        if (slots[i].start + slots[i].minutes > limit) {
            slots[i].start = limit - slots[i].minutes;
            slots[i].start -= slots[i].start % STEP;
        }
        limit = slots[i].start - (timed ? 0 : rest);
    }
}

static void place_slots(struct pattern *pattern, const struct rhythm *rhythm)
{
    weekday_set timed = 0;

    for (size_t i = 0; i < pattern->count; i++) {
        struct slot *slot = &pattern->slots[i];
        if (slot->start >= 0)
            timed |= 1u << slot->weekday;
        else
            slot->start =
                ((WEEKEND >> slot->weekday & 1) ? rhythm->weekend_time : rhythm->workday_time) %
                MIDNIGHT;
    }
    sort_slots(pattern, rhythm->week_start);
    for (size_t first = 0; first < pattern->count;) {
        size_t end = first + 1;
        while (end < pattern->count && pattern->slots[end].weekday == pattern->slots[first].weekday)
            end++;
        place_day(pattern->slots, first, end, timed >> pattern->slots[first].weekday & 1);
        first = end;
    }
}

/* Equal sittings of about an hour and a half, one a day on days spread over those there are, then
 * two a day, then three. */
static struct pattern even_slots(struct pool *pool, const struct rhythm *rhythm, int minutes,
                                 weekday_set days)
{
    enum weekday allowed[7];
    int day_count = 0, a_day = 1;

    for (int i = 0; i < 7; i++) {
        int weekday = (i + (int)rhythm->week_start) % 7;
        if (days >> weekday & 1)
            allowed[day_count++] = (enum weekday)weekday;
    }
    while (minutes > a_day * day_count * (a_day == 1 ? 150 : 180) && a_day < 4)
        a_day++;
    int good = a_day == 1 ? GOOD_SITTING : GOOD_SITTING * 4 / 3;
    int count = (minutes + good - 1) / good;
    if (count <= (a_day - 1) * day_count)
        count = (a_day - 1) * day_count + 1;
    if (count > a_day * day_count)
        count = a_day * day_count;
    struct pattern pattern = {pool_alloc(pool, (size_t)count * sizeof(struct slot)), 0};
    while (count > 0) {
        int today = count < day_count ? count : day_count;
        for (int i = 0; i < today; i++)
            pattern.slots[pattern.count++] =
                (struct slot){allowed[(2 * i + 1) * day_count / (2 * today)], -1, 1};
        count -= today;
    }
    return pattern;
}

void keep_days(struct pattern *pattern, weekday_set days)
{
    size_t kept = 0;

    for (size_t i = 0; i < pattern->count; i++)
        if (days >> pattern->slots[i].weekday & 1)
            pattern->slots[kept++] = pattern->slots[i];
    pattern->count = kept;
}

static void remove_slot(struct pattern *pattern, size_t index)
{
    pattern->count--;
    memmove(pattern->slots + index, pattern->slots + index + 1,
            (pattern->count - index) * sizeof *pattern->slots);
}

bool size_slots(struct pattern *pattern, int minutes, int least, int most)
{
    int weights[MOST_A_WEEK], shares[MOST_A_WEEK];

    for (;;) {
        if (pattern->count == 0 || pattern->count > MOST_A_WEEK)
            return false;
        for (size_t i = 0; i < pattern->count; i++)
            weights[i] = pattern->slots[i].minutes;
        if (!share_out(minutes, weights, pattern->count, most, shares))
            return false;
        size_t shortest = 0;
        for (size_t i = 1; i < pattern->count; i++)
            if (shares[i] <= shares[shortest])
                shortest = i;
        if (shares[shortest] >= least || (pattern->count == 1 && shares[0] > 0))
            break;
        remove_slot(pattern, shortest);
    }
    int by_day[7] = {0};
    for (size_t i = 0; i < pattern->count; i++) {
        pattern->slots[i].minutes = shares[i];
        by_day[pattern->slots[i].weekday] += shares[i];
    }
    for (int d = 0; d < 7; d++)
        if (by_day[d] > DAY_CAPACITY)
            return false;
    return true;
}

static struct pattern make_pattern(const struct slot_maker *maker, const struct stretch *stretch)
{
    struct pool *pool = maker->pool;
    const struct rhythm *rhythm = maker->rhythm;
    struct pattern pattern = {0};

    if (stretch->minutes == 0)
        return pattern;
    bool found = false;
    if (rhythm->slot_count > 0) {
        found = given_slots(pool, rhythm, stretch, &pattern);
        if (!found && stretch->days == EVERY_DAY)
            report(NOWHERE, SEVERITY_WARNING, RULE_SLOTS_SUM,
                   "the slots cannot hold %d min a week; spread evenly over the week instead",
                   stretch->minutes);
    } else if (proposed_slots(pool, maker->plan, stretch->rate, &pattern)) {
        keep_days(&pattern, stretch->days);
        found = size_slots(&pattern, stretch->minutes, LEAST_SITTING, MOST_SITTING);
    }
    if (!found) {
        pattern = even_slots(pool, rhythm, stretch->minutes, stretch->days);
        size_slots(&pattern, stretch->minutes, SHORTEST_SITTING, MOST_SITTING);
    }
    place_slots(&pattern, rhythm);
    return pattern;
}

static bool same_stretch(const struct stretch *a, const struct stretch *b)
{
    return a->minutes == b->minutes && a->rate == b->rate && a->days == b->days;
}

const struct pattern *slots_for(struct slot_maker *maker, const struct stretch *stretch)
{
    for (size_t i = maker->known_count; i-- > 0;)
        if (same_stretch(&maker->known[i].stretch, stretch))
            return &maker->known[i].pattern;
    maker->known = pool_extend(maker->pool, maker->known, maker->known_count,
                               &maker->known_capacity, sizeof *maker->known);
    struct known_pattern *known = &maker->known[maker->known_count++];
    known->stretch = *stretch;
    known->pattern = make_pattern(maker, stretch);
    return &known->pattern;
}
