/* Build: plans made by hand for tests, and by a seeded generator. Included by tests only. */
#ifndef ROADBOOK_TESTS_BUILD_H
#define ROADBOOK_TESTS_BUILD_H

#include <string.h>

#include "schedule/schedule.h"

#define BUILD_ITEMS    64
#define BUILD_SECTIONS 16
#define BUILD_PHASES   6
#define DAYS_OFF       24

static inline struct prose words(const char *text)
{
    return (struct prose){.text = text, .length = strlen(text)};
}

/* An empty plan of COUNT units with room for items, in a pool of its own. */
static inline struct plan *build_plan(enum unit unit, double low, double high, int hours_low,
                                      int hours_high)
{
    struct pool *pool = pool_new();
    struct plan *plan = pool_alloc(pool, sizeof *plan);

    plan->pool = pool;
    plan->id = "c9a8f3f0-7f5e-5b0e-9d6c-2f8d1b1f2a33";
    plan->title = plan->heading = words("A Plan to Try");
    plan->language = "en";
    plan->unit = unit;
    plan->count_low = low;
    plan->count_high = high;
    plan->length_days = high * unit_days(unit);
    plan->hours_low = hours_low;
    plan->hours_high = hours_high;
    plan->items = pool_alloc(pool, BUILD_ITEMS * sizeof *plan->items);
    plan->sections = pool_alloc(pool, BUILD_SECTIONS * sizeof *plan->sections);
    plan->phases = pool_alloc(pool, BUILD_PHASES * sizeof *plan->phases);
    plan->section_count = 1;
    plan->sections[0].id = "top";
    plan->sections[0].heading = plan->sections[0].title = words("");
    plan->sections[0].phase = -1;
    plan->sections[0].when.from = -1;
    return plan;
}

static inline struct interval units(const struct plan *plan, double from, double to)
{
    double unit = unit_days(plan->unit);

    return (struct interval){(from - 1) * unit, to * unit};
}

/* A section below PARENT. TO 0: undated. */
static inline struct section *build_section(struct plan *plan, struct section *parent, int level,
                                            const char *title, enum item_kind kind, double from,
                                            double to)
{
    struct section *section = &plan->sections[plan->section_count++];

    section->id = title;
    section->parent = parent;
    section->level = level;
    section->heading = section->title = words(title);
    section->kind = kind;
    section->phase = parent ? parent->phase : -1;
    section->when = parent ? parent->when : (struct interval){-1, -1};
    section->when_from = section->when.from >= 0 ? WHEN_INHERITED : WHEN_NONE;
    section->first_item = plan->item_count;
    if (to > 0) {
        section->when = units(plan, from, to);
        section->when_from = WHEN_OWN;
        section->span =
            (struct span){.form = SPAN_POSITION, .unit = plan->unit, .from = from, .to = to};
    }
    return section;
}

static inline struct section *build_phase(struct plan *plan, const char *title, double from,
                                          double to)
{
    struct section *section =
        build_section(plan, &plan->sections[0], 2, title, ITEM_TEXT, from, to);
    struct phase *phase = &plan->phases[plan->phase_count];

    section->phase = (int)plan->phase_count++;
    phase->number = section->phase + 1;
    phase->section = section;
    phase->title = section->title;
    phase->when = section->when;
    return section;
}

/* An item at the end of SECTION, which must be the last one. TO 0: dated as the section is. */
static inline struct item *build_item(struct plan *plan, struct section *section,
                                      enum item_kind kind, const char *title, double from,
                                      double to)
{
    struct item *item = &plan->items[plan->item_count++];

    section->item_count++;
    item->kind = kind;
    item->id = pool_print(plan->pool, "item-%zu", plan->item_count);
    item->title = item->line = words(title);
    item->detail = words("");
    item->section = section;
    item->when = section->when;
    item->when_from = section->when.from >= 0 ? WHEN_INHERITED : WHEN_NONE;
    item->place.line = (int)plan->item_count;
    if (to > 0) {
        item->when = units(plan, from, to);
        item->when_from = WHEN_OWN;
        item->span =
            (struct span){.form = SPAN_POSITION, .unit = plan->unit, .from = from, .to = to};
    }
    return item;
}

/* A line of a weekly allocation. */
static inline struct item *build_allocation(struct plan *plan, struct section *section,
                                            const char *title, int low, int high)
{
    struct item *item = build_item(plan, section, ITEM_ALLOCATION, title, 0, 0);

    item->effort = (struct effort){low, high, UNIT_WEEK, false};
    return item;
}

/* A small generator of numbers (xorshift), the same everywhere. */
struct dice {
    uint64_t state;
};

static inline int throw_dice(struct dice *dice, int low, int high)
{
    dice->state ^= dice->state << 13;
    dice->state ^= dice->state >> 7;
    dice->state ^= dice->state << 17;
    return low + (int)(dice->state % (uint64_t)(high - low + 1));
}

/* A plan of any length in any unit with phases, allocations and items that lie anywhere in it. */
static inline struct plan *random_plan(struct dice *dice)
{
    static const enum unit grains[] = {UNIT_DAY, UNIT_WEEK, UNIT_MONTH};
    static const enum item_kind kinds[] = {ITEM_TOPIC, ITEM_TASK,      ITEM_PROJECT, ITEM_READING,
                                           ITEM_STEP,  ITEM_MILESTONE, ITEM_CHECK,   ITEM_JOB};
    enum unit unit = grains[throw_dice(dice, 0, 2)];
    int high = throw_dice(dice, 1, unit == UNIT_DAY ? 120 : unit == UNIT_WEEK ? 30 : 14);
    int low = throw_dice(dice, (high + 1) / 2, high);
    int hours_low = throw_dice(dice, 0, 3) == 0 ? 0 : 60 * throw_dice(dice, 2, 20);
    int hours_high = hours_low == 0 ? 0 : hours_low + 60 * throw_dice(dice, 0, 10);
    struct plan *plan = build_plan(unit, low, high, hours_low, hours_high);
    int phases = throw_dice(dice, 0, 3), begin = 1;

    for (int p = 0; p < phases && begin <= high; p++) {
        int end = throw_dice(dice, begin, high);
        struct section *phase = build_phase(plan, "Some Phase", begin, end);
        phase->id = pool_print(plan->pool, "phase-%d", p);
        begin = end + throw_dice(dice, 1, 2);
        for (int c = throw_dice(dice, 0, 3); c > 0; c--)
            build_allocation(plan, phase,
                             c == 1   ? "Reading"
                             : c == 2 ? "Coding"
                                      : "Testing",
                             60 * throw_dice(dice, 0, 2), 60 * throw_dice(dice, 2, 4));
        for (int i = throw_dice(dice, 0, 8); i > 0; i--) {
            struct item *item =
                build_item(plan, phase, kinds[throw_dice(dice, 0, 7)], "Something to do", 0, 0);
            if (throw_dice(dice, 0, 2) > 0) {
                double from = throw_dice(dice, 1, high), to = throw_dice(dice, (int)from, high);
                item->when = units(plan, from, to);
                item->when_from = WHEN_OWN;
            }
            /* Some far too short for a week. */
            if (throw_dice(dice, 0, 5) == 0)
                item->when.to = item->when.from + 0.4;
            item->point = item->kind == ITEM_MILESTONE || item->kind == ITEM_CHECK;
            if (throw_dice(dice, 0, 9) == 0)
                item->chapters = (struct chapters){1, throw_dice(dice, 1, 30)};
        }
    }
    return plan;
}

static inline struct rhythm random_rhythm(struct dice *dice, struct slot *slots,
                                          struct period *periods)
{
    struct rhythm rhythm = {.minutes = throw_dice(dice, 60, 2400),
                            .start = day_of(2026, 1, 1) + throw_dice(dice, 0, 800),
                            .timezone = "Europe/Berlin",
                            .week_start = throw_dice(dice, 0, 2) ? MONDAY : SUNDAY};

    if (throw_dice(dice, 0, 1))
        rhythm.minutes -= rhythm.minutes % 30;
    if (throw_dice(dice, 0, 2) == 0) {
        rhythm.slots = slots;
        rhythm.slot_count = (size_t)throw_dice(dice, 1, 6);
        for (size_t i = 0; i < rhythm.slot_count; i++)
            slots[i] = (struct slot){(enum weekday)throw_dice(dice, 0, 6),
                                     throw_dice(dice, 0, 1) ? -1 : throw_dice(dice, 0, 1439),
                                     throw_dice(dice, 0, 1) ? 0 : throw_dice(dice, 4, 40) * 5};
    }
    if (throw_dice(dice, 0, 2) == 0) {
        rhythm.periods = periods;
        rhythm.period_count = (size_t)throw_dice(dice, 1, 4);
        for (size_t i = 0; i < rhythm.period_count; i++) {
            day from = rhythm.start + throw_dice(dice, -10, 300);
            periods[i] = (struct period){from, from + throw_dice(dice, 0, 60),
                                         throw_dice(dice, 0, 1) ? 0 : throw_dice(dice, 30, 1800)};
        }
    }
    return rhythm;
}

/* Room for what a random rhythm points to. */
struct room {
    struct slot slots[8];
    struct period periods[8];
    day days_off[DAYS_OFF];
};

/* A rhythm with, often, days off: single ones, and some in a row. */
static inline struct rhythm any_rhythm(struct dice *dice, struct room *room)
{
    struct rhythm rhythm = random_rhythm(dice, room->slots, room->periods);
    day date = rhythm.start + throw_dice(dice, -5, 60);

    if (throw_dice(dice, 0, 3) == 0)
        rhythm.minutes = throw_dice(dice, 6, 720) * 5;
    if (throw_dice(dice, 0, 1))
        return rhythm;
    rhythm.days_off = room->days_off;
    rhythm.day_off_count = (size_t)throw_dice(dice, 1, DAYS_OFF);
    for (size_t i = 0; i < rhythm.day_off_count; i++) {
        room->days_off[i] = date;
        date += throw_dice(dice, 0, 2) ? 1 : throw_dice(dice, 1, 40);
    }
    return rhythm;
}

/* Chapters and parts to share out, and things to require. */
static inline void give_parts(struct plan *plan, struct dice *dice)
{
    for (size_t i = 0; i < plan->item_count; i++) {
        struct item *item = &plan->items[i];
        if (item->kind == ITEM_READING)
            item->chapters = (struct chapters){1, throw_dice(dice, 1, 30)};
        if (throw_dice(dice, 0, 1))
            item->detail = words("Scales, chords, arpeggios, songs, rhythm");
    }
}

#endif
