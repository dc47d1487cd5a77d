/* slots_given: the sittings that the settings' slots name, and the further ones that the hours
 * take. */
#include "schedule/schedule.h"
#include "schedule/slots.h"

#define MIDNIGHT     (24 * 60)
#define FIRST_HOUR   (6 * 60) /* nothing is put before it */
#define GOOD_FURTHER 150      /* a further sitting aims at no more than this */

static void report_overlaps(const struct pattern *pattern)
{
    for (size_t i = 0; i < pattern->count; i++)
        for (size_t k = i + 1; k < pattern->count; k++) {
            const struct slot *a = &pattern->slots[i], *b = &pattern->slots[k];
            char first[DURATION_TEXT], second[DURATION_TEXT];
            if (a->weekday != b->weekday || a->start < 0 || b->start < 0 ||
                a->start >= b->start + b->minutes || b->start >= a->start + a->minutes)
                continue;
            report(NOWHERE, SEVERITY_WARNING, RULE_SLOTS_OVERLAP,
                   "the slots on %s at %s and at %s overlap; the later one begins when the other "
                   "has ended",
                   weekday_name(a->weekday), clock_print(a->start, first),
                   clock_print(b->start, second));
        }
}

/* The settings' slots; those without a length share equally what the others leave of the week's
 * hours, from the shortest sitting to the longest. */
static struct pattern read_slots(struct pool *pool, const struct rhythm *rhythm, int rate)
{
    size_t count = rhythm->slot_count < MOST_A_WEEK ? rhythm->slot_count : MOST_A_WEEK;
    struct pattern pattern = {pool_alloc(pool, MOST_A_WEEK * sizeof(struct slot)), count};
    int fixed = 0, open = 0;

    if (count < rhythm->slot_count)
        report(NOWHERE, SEVERITY_WARNING, RULE_SLOTS_MANY,
               "%zu slots are more than a week takes; the first %zu are kept", rhythm->slot_count,
               count);
    for (size_t i = 0; i < count; i++) {
        fixed += rhythm->slots[i].minutes;
        open += rhythm->slots[i].minutes <= 0;
    }
    int share = open ? (rate - fixed) / open : 0;
    share -= share % STEP;
    share = share > MOST_SITTING ? MOST_SITTING : share;
    if (open == 0 && fixed != rhythm->minutes)
        report(NOWHERE, SEVERITY_WARNING, RULE_SLOTS_SUM,
               "the slots come to %d min a week, the hours to %d min; %s", fixed, rhythm->minutes,
               fixed > rhythm->minutes ? "shortened in proportion, in steps of 5 minutes"
                                       : "the rest goes to further sessions");
    for (size_t i = 0; i < count; i++) {
        struct slot *slot = &pattern.slots[i];
        *slot = rhythm->slots[i];
        if (slot->minutes <= 0)
            slot->minutes = share > LEAST_SITTING ? share : LEAST_SITTING;
        if (slot->minutes > DAY_CAPACITY)
            slot->minutes = DAY_CAPACITY;
    }
    report_overlaps(&pattern);
    return pattern;
}

static int sum_of(const struct pattern *pattern)
{
    int sum = 0;

    for (size_t i = 0; i < pattern->count; i++)
        sum += pattern->slots[i].minutes;
    return sum;
}

/* What a day holds already: its minutes, and from when to when (later than sooner: nothing). */
struct load {
    int minutes, from, to;
};

static struct load load_of(const struct pattern *pattern, const struct rhythm *rhythm,
                           enum weekday weekday)
{
    struct load load = {0, MIDNIGHT, 0};
    int usual = (WEEKEND >> weekday & 1) ? rhythm->weekend_time : rhythm->workday_time;

    for (size_t i = 0; i < pattern->count; i++) {
        const struct slot *slot = &pattern->slots[i];
        if (slot->weekday != weekday)
            continue;
        int start = slot->start >= 0 ? slot->start : usual % MIDNIGHT;
        load.minutes += slot->minutes;
        load.from = start < load.from ? start : load.from;
        load.to = start + slot->minutes > load.to ? start + slot->minutes : load.to;
    }
    return load;
}

/* A start on that day for MINUTES after what it holds, else before it; -1 on a free day (the usual
 * time), -2: there is no room. */
static int start_beside(const struct load *load, int minutes)
{
    if (load->minutes == 0)
        return -1;
    if (load->minutes + minutes > DAY_CAPACITY)
        return -2;
    if (load->to + BREAK + minutes <= MIDNIGHT - 60)
        return load->to + BREAK;
    if (load->from - BREAK - minutes >= FIRST_HOUR)
        return load->from - BREAK - minutes;
    return load->to + BREAK + minutes <= MIDNIGHT ? load->to + BREAK : -2;
}

/* The days for further sittings, best first: the weekend, then the middle of the week. */
static const enum weekday further_days[] = {SATURDAY, SUNDAY, WEDNESDAY, TUESDAY,
                                            THURSDAY, MONDAY, FRIDAY};

/* One further sitting a day on the days of STRETCH that are free (else on all), of at most LIMIT
 * minutes each; gives what is still missing. */
static int add_round(struct pattern *pattern, const struct rhythm *rhythm,
                     const struct stretch *stretch, bool free_only, int limit, int missing)
{
    int places = 0;

    for (int i = 0; i < 7; i++) {
        bool open = stretch->days >> further_days[i] & 1;
        struct load load = load_of(pattern, rhythm, further_days[i]);
        places += open && (!free_only || load.minutes == 0);
    }
    for (int i = 0; i < 7 && missing > 0 && places > 0; i++) {
        enum weekday weekday = further_days[i];
        struct load load = load_of(pattern, rhythm, weekday);
        if (!(stretch->days >> weekday & 1) || (free_only && load.minutes > 0))
            continue;
        int count = (missing + limit - 1) / limit;
        count = count > places ? places : count;
        places--;
        int minutes = missing / count;
        minutes = minutes > limit ? limit : count > 1 ? minutes - minutes % STEP : minutes;
        int start = start_beside(&load, minutes);
        if (start == -2 || minutes < SHORTEST_SITTING || pattern->count >= MOST_A_WEEK)
            continue;
        pattern->slots[pattern->count++] = (struct slot){weekday, start, minutes};
        missing -= minutes;
    }
    return missing;
}

/* Less than a sitting goes to the shortest one that can take it, else the longest lends some for a
 * further one. */
static bool add_little(struct pattern *pattern, const struct rhythm *rhythm,
                       const struct stretch *stretch, int missing)
{
    size_t shortest = 0, longest = 0;

    for (size_t i = 1; i < pattern->count; i++) {
        if (pattern->slots[i].minutes < pattern->slots[shortest].minutes)
            shortest = i;
        if (pattern->slots[i].minutes > pattern->slots[longest].minutes)
            longest = i;
    }
    struct slot *slot = &pattern->slots[shortest];
    struct load load = load_of(pattern, rhythm, slot->weekday);
    if (slot->minutes + missing <= MOST_SITTING && load.minutes + missing <= DAY_CAPACITY &&
        load.to + missing <= MIDNIGHT) {
        slot->minutes += missing;
        return true;
    }
    int lent = SHORTEST_SITTING - missing;
    if (pattern->slots[longest].minutes < SHORTEST_SITTING + lent)
        return false;
    pattern->slots[longest].minutes -= lent;
    return add_round(pattern, rhythm, stretch, false, MOST_SITTING, SHORTEST_SITTING) == 0;
}

/* Further sittings for MISSING minutes; false where the days cannot hold them. */
static bool add_further(struct pattern *pattern, const struct rhythm *rhythm,
                        const struct stretch *stretch, int missing)
{
    if (missing >= SHORTEST_SITTING) {
        int free_days = 0;
        for (int d = 0; d < 7; d++)
            free_days +=
                (stretch->days >> d & 1) && load_of(pattern, rhythm, (enum weekday)d).minutes == 0;
        int limit = free_days * GOOD_FURTHER >= missing ? GOOD_FURTHER : MOST_SITTING;
        missing = add_round(pattern, rhythm, stretch, true, limit, missing);
    }
    for (int round = 0; round < 3 && missing >= SHORTEST_SITTING; round++)
        missing = add_round(pattern, rhythm, stretch, false, MOST_SITTING, missing);
    return missing == 0 ||
           (missing < SHORTEST_SITTING && add_little(pattern, rhythm, stretch, missing));
}

static bool fits_days(const struct pattern *pattern, const struct rhythm *rhythm)
{
    for (int d = 0; d < 7; d++)
        if (load_of(pattern, rhythm, (enum weekday)d).minutes > DAY_CAPACITY)
            return false;
    return true;
}

bool given_slots(struct pool *pool, const struct rhythm *rhythm, const struct stretch *stretch,
                 struct pattern *pattern)
{
    *pattern = read_slots(pool, rhythm, stretch->rate);
    keep_days(pattern, stretch->days);
    if (pattern->count == 0)
        return false;
    int missing = stretch->minutes - sum_of(pattern);
    if (missing < 0) {
        int least = SHORTEST_SITTING;
        for (size_t i = 0; i < rhythm->slot_count; i++)
            if (rhythm->slots[i].minutes > 0 && rhythm->slots[i].minutes < least)
                least = rhythm->slots[i].minutes;
        return size_slots(pattern, stretch->minutes, least, DAY_CAPACITY);
    }
    return add_further(pattern, rhythm, stretch, missing) && fits_days(pattern, rhythm);
}
