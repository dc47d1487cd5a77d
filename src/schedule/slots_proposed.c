/* slots_proposed: the weekly schedules that a roadmap proposes, read so that they sum where they
 * can. */
#include <stdlib.h>

#include "schedule/schedule.h"
#include "schedule/slots.h"

/* Parts that can be meant in two ways that are tried against each other; 2 to this power sums at
 * most. */
#define MOST_OPEN_PARTS 10

/* How one part is read: so many minutes on each of so many days. */
struct sense {
    /* 0: SESSIONS sittings on days to be found */
    weekday_set days;
    /* in all */
    int sessions;
    /* each */
    int minutes;
};

static int day_count(weekday_set days)
{
    int count = 0;

    for (int d = MONDAY; d <= SUNDAY; d++)
        count += days >> d & 1 ? 1 : 0;
    return count;
}

static bool has_two_senses(const struct timetable_part *part)
{
    return part->daily || (part->sessions == 0 && day_count(part->days) > 1);
}

/* The plain sense, or the OTHER one: "Daily" is seven days or five; "Weekend" one sitting or one
 * on each day; of other days each has the whole or all of them together. */
static struct sense sense_of(const struct timetable_part *part, bool other)
{
    struct sense sense = {part->days, part->sessions, part->minutes};

    if (part->daily) {
        sense.days = other ? WORKDAYS : EVERY_DAY;
        sense.sessions = day_count(sense.days);
    } else if (part->days == 0) {
        sense.sessions = part->sessions > 0 ? part->sessions : 1;
    } else if (part->sessions == 0) {
        sense.sessions = day_count(part->days);
        bool together = (part->days & ~WEEKEND) == 0 ? !other : other;
        if (sense.sessions > 1 && together && part->days == WEEKEND)
            sense.sessions = 1;
        else if (sense.sessions > 1 && together)
            sense.minutes = part->minutes / sense.sessions;
    }
    return sense;
}

/* The sense that SWITCHED gives it, which has a bit for each part with two: set for the other one;
 * *OPEN counts those met so far. */
static struct sense sense_in(const struct timetable_part *part, unsigned switched, int *open)
{
    bool other = false;

    if (has_two_senses(part) && *open < MOST_OPEN_PARTS)
        other = switched >> (*open)++ & 1;
    return sense_of(part, other);
}

static int sum_of(const struct timetable *timetable, unsigned switched)
{
    int sum = 0, open = 0;

    for (size_t i = 0; i < timetable->part_count; i++) {
        struct sense sense = sense_in(&timetable->parts[i], switched, &open);
        sum += sense.sessions * sense.minutes;
    }
    return sum;
}

/* The choice of senses that sums to the title, the plain one (0) where none does. */
static unsigned fitting_senses(const struct timetable *timetable)
{
    int open = 0;

    for (size_t i = 0; i < timetable->part_count && open < MOST_OPEN_PARTS; i++)
        open += has_two_senses(&timetable->parts[i]);
    for (unsigned switched = 0; switched < 1u << open; switched++)
        if (sum_of(timetable, switched) == timetable->minutes)
            return switched;
    return 0;
}

static bool names_no_day(const struct timetable *timetable)
{
    for (size_t i = 0; i < timetable->part_count; i++)
        if (timetable->parts[i].days == 0 && !timetable->parts[i].daily)
            return true;
    return false;
}

/* Says that the parts don't make the title's hours as they stand, and what is done about it. */
static void report_sum(const struct timetable *timetable, unsigned switched)
{
    char plain[DURATION_TEXT], title[DURATION_TEXT];
    int sum = sum_of(timetable, 0);
    bool daily = false;

    if (timetable->minutes == 0 || sum == timetable->minutes)
        return;
    for (size_t i = 0; i < timetable->part_count; i++)
        daily = daily || timetable->parts[i].daily;
    duration_print(sum, plain);
    duration_print(timetable->minutes, title);
    const char *taken = "taken in proportion, in steps of 5 minutes";
    if (switched != 0)
        taken = daily ? "\"daily\" taken as five days, which makes it so"
                      : "taken as one sum for the days named together, which makes it so";
    report(timetable->place, SEVERITY_WARNING, RULE_TIMETABLE_SUM,
           "the parts of this week come to %s, its title says %s; %s%s", plain, title, taken,
           names_no_day(timetable) ? "; what names no day goes to the weekend or a free day" : "");
}

void timetable_report(const struct timetable *timetable)
{
    if (sum_of(timetable, 0) > 0)
        report_sum(timetable, fitting_senses(timetable));
}

/* A day for a sitting without one: free weekend days first (long sittings are meant), then free
 * workdays from the middle of the week, then the weekend again. */
static enum weekday find_day(weekday_set taken, int n)
{
    static const enum weekday order[] = {SATURDAY, SUNDAY, WEDNESDAY, TUESDAY,
                                         THURSDAY, MONDAY, FRIDAY};

    for (int i = 0; i < 7; i++)
        if (!(taken & 1u << order[i]))
            return order[i];
    return order[n % 7];
}

/* A pattern as it grows, and the days that have a sitting. */
struct growing {
    struct pattern pattern;
    size_t capacity;
    weekday_set taken;
};

/* The sittings of one part, each on the next of its days, or on a day to be found. */
static void add_sittings(struct pool *pool, struct growing *growing, struct sense sense, int start)
{
    struct pattern *pattern = &growing->pattern;
    int next = MONDAY;

    for (int n = 0; n < sense.sessions && pattern->count <= MOST_A_WEEK; n++, next++) {
        while (sense.days && !(sense.days >> next % 7 & 1))
            next++;
        enum weekday weekday = sense.days ? (enum weekday)(next % 7) : find_day(growing->taken, n);
        growing->taken |= 1u << weekday;
        pattern->slots = pool_extend(pool, pattern->slots, pattern->count, &growing->capacity,
                                     sizeof *pattern->slots);
        pattern->slots[pattern->count++] = (struct slot){weekday, start, sense.minutes};
    }
}

static struct pattern slots_of(struct pool *pool, const struct timetable *timetable,
                               unsigned switched)
{
    struct growing growing = {0};

    /* Parts with days first, so that those without find what is free. */
    for (int named = 1; named >= 0; named--) {
        int open = 0;
        for (size_t i = 0; i < timetable->part_count; i++) {
            struct sense sense = sense_in(&timetable->parts[i], switched, &open);
            if ((sense.days != 0) == (named == 1) && sense.minutes > 0)
                add_sittings(pool, &growing, sense, timetable->parts[i].start);
        }
    }
    return growing.pattern;
}

const struct timetable *timetable_nearest(const struct plan *plan, int rate)
{
    const struct timetable *nearest = NULL;
    int distance = 0;

    for (size_t i = 0; i < plan->timetable_count; i++) {
        const struct timetable *timetable = &plan->timetables[i];
        int sum = sum_of(timetable, 0);
        if (sum <= 0)
            continue;
        int away = abs((timetable->minutes > 0 ? timetable->minutes : sum) - rate);
        if (!nearest || away < distance) {
            nearest = timetable;
            distance = away;
        }
    }
    return nearest;
}

bool proposed_slots(struct pool *pool, const struct plan *plan, int rate, struct pattern *pattern)
{
    const struct timetable *nearest = timetable_nearest(plan, rate);

    if (!nearest)
        return false;
    unsigned switched = fitting_senses(nearest);
    report_sum(nearest, switched);
    *pattern = slots_of(pool, nearest, switched);
    if (pattern->count > MOST_A_WEEK) {
        report(nearest->place, SEVERITY_WARNING, RULE_SLOTS_MANY,
               "this schedule has more sittings than a week takes; the hours are spread evenly "
               "over it instead");
        return false;
    }
    return pattern->count > 0;
}
