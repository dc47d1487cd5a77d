/* paces: places and schedules the plan again for each pace, and sums up. */
#include "paces.h"

/* A plan whose places follow from its hours, and the rhythm that is tried with others. */
struct packed {
    const struct plan *plan;
    const struct rhythm *rhythm;
};

static day last_day_packed(const void *context, int minutes)
{
    const struct packed *packed = context;
    struct pool *pool = pool_new();
    struct rhythm tried = *packed->rhythm;

    tried.minutes = minutes;
    day last = last_day_at(plan_at_hours(pool, packed->plan, minutes), &tried);
    pool_free(pool);
    return last;
}

/* As minutes_by_end(), for any plan. */
static enum reach find_minutes(const struct plan *plan, const struct rhythm *rhythm, day end,
                               int *minutes)
{
    struct packed packed = {plan, rhythm};

    if (!plan_follows_hours(plan))
        return minutes_by_end(plan, rhythm, end, minutes);
    return fewest_minutes(plan, last_day_packed, &packed, end, minutes);
}

/* Says what the day means; false where it cannot be met. */
static bool tell_reach(const struct settings *settings, const struct plan *plan, day end,
                       enum reach reach, int minutes)
{
    struct place place = settings->places[SETTING_END];
    struct rhythm rhythm = settings->rhythm;
    char date[DATE_TEXT], last[DATE_TEXT], pace[DURATION_TEXT], stated[DURATION_TEXT];

    rhythm.minutes = minutes;
    day_print(end, date);
    duration_print(minutes, pace);
    duration_print(plan->hours_high, stated);
    switch (reach) {
    case REACH_TOO_LATE:
        report_failure(STATUS_BAD_INPUT, place,
                       "done by %s takes more than %s a week, the most there is", date, pace);
        return false;
    case REACH_FIXED_LATE:
        report_failure(STATUS_BAD_INPUT, place,
                       "this roadmap states no hours a week, so its length does not follow from "
                       "them: it ends on %s, not by %s",
                       day_print(last_day_at(plan, &rhythm), last), date);
        return false;
    case REACH_FIXED_GOOD:
        report(place, SEVERITY_WARNING, RULE_END,
               "this roadmap states no hours a week, so its length does not follow from them: it "
               "ends on %s whatever they are",
               day_print(last_day_at(plan, &rhythm), last));
        return true;
    case REACH_ABSURD:
        report(place, SEVERITY_WARNING, RULE_END_ABSURD,
               "done by %s takes %s a week%s%s: that is absurd, but taken", date, pace,
               plan->hours_high > 0 ? ", where the roadmap has at most " : "",
               plan->hours_high > 0 ? stated : "");
        return true;
    case REACH_GOOD:
        report(place, SEVERITY_NOTE, RULE_END, "done by %s takes %s a week", date, pace);
        return true;
    }
    return true;
}

bool paces_settle_end(struct settings *settings, const struct plan **plan)
{
    char date[DATE_TEXT];
    int minutes;

    if (!settings_by_end(settings))
        return true;
    day end = settings->ends.list[0].end;
    if (end < settings->rhythm.start) {
        report_failure(STATUS_BAD_INPUT, settings->places[SETTING_END],
                       "the end comes before the start, %s",
                       day_print(settings->rhythm.start, date));
        return false;
    }
    enum reach reach = find_minutes(*plan, &settings->rhythm, end, &minutes);
    if (!tell_reach(settings, *plan, end, reach, minutes))
        return false;
    if (minutes > 0)
        settings->rhythm.minutes = settings->hints.hours = minutes;
    *plan = plan_at_hours((*plan)->pool, *plan, minutes);
    return true;
}

/* The rhythm by which the rest is laid out anew. */
static struct rhythm replanned(const struct settings *settings)
{
    struct rhythm rhythm = settings->rhythm;

    rhythm.replan = true;
    return rhythm;
}

day paces_replanned_end(const struct settings *settings, const struct plan *plan)
{
    struct rhythm rhythm = replanned(settings);

    return last_day_at(plan, &rhythm);
}

int paces_to_keep(const struct settings *settings, const struct plan *plan, day end)
{
    struct rhythm rhythm = replanned(settings);
    int minutes = 0;
    enum reach reach = find_minutes(plan, &rhythm, end, &minutes);

    return reach == REACH_GOOD || reach == REACH_ABSURD ? minutes : 0;
}

static void add_wish(struct pool *pool, struct wishes *wishes, int minutes)
{
    for (size_t i = 0; i < wishes->count; i++)
        if (wishes->list[i].minutes == minutes)
            return;
    wishes->list =
        pool_extend(pool, wishes->list, wishes->count, &wishes->capacity, sizeof *wishes->list);
    wishes->list[wishes->count++] = (struct wish){minutes, DAY_NONE};
}

struct wishes paces_asked_for(const struct settings *settings)
{
    const struct wishes *given[] = {&settings->hours, &settings->ends};
    const enum setting names[] = {SETTING_HOURS, SETTING_END};
    struct wishes wishes = {0};

    for (size_t i = 0; i < 2; i++) {
        if (settings->origins[names[i]] != ORIGIN_COMMAND_LINE)
            continue;
        for (size_t j = 0; j < given[i]->count; j++) {
            wishes.list = pool_extend(settings->pool, wishes.list, wishes.count, &wishes.capacity,
                                      sizeof *wishes.list);
            wishes.list[wishes.count++] = given[i]->list[j];
        }
    }
    return wishes.count ? wishes : settings->compare;
}

/* The plan at one pace, summed up. */
static struct outlook look_at(struct pool *pool, const struct settings *settings,
                              const struct plan *plan, struct wish wish)
{
    enum reach reach = REACH_GOOD;
    struct rhythm rhythm = settings->rhythm;

    if (wish.minutes == 0)
        reach = find_minutes(plan, &settings->rhythm, wish.end, &wish.minutes);
    rhythm.minutes = wish.minutes;
    if (wish.end != DAY_NONE)
        wish.minutes = 0;
    struct pool *own = pool_new();
    const struct plan *placed = plan_at_hours(own, plan, rhythm.minutes);
    report_mute(true);
    struct outlook outlook = outlook_of(pool, schedule_make(own, placed, &rhythm), wish, reach);
    report_mute(false);
    pool_free(own);
    return outlook;
}

const struct comparison *paces_compare(struct pool *pool, const struct settings *settings,
                                       const struct plan *plan, const struct wishes *wishes)
{
    struct wishes usual = {0};

    if (wishes->count == 0) {
        struct rhythm rhythm = rhythm_complete(pool, plan, &settings->rhythm);
        if (plan->hours_low >= FEWEST_MINUTES)
            add_wish(pool, &usual, plan->hours_low);
        if (plan->hours_high >= FEWEST_MINUTES && plan->hours_high <= MOST_MINUTES)
            add_wish(pool, &usual, plan->hours_high);
        add_wish(pool, &usual, rhythm.minutes);
        if (usual.count < 2 && 2 * rhythm.minutes <= MOST_MINUTES)
            add_wish(pool, &usual, 2 * rhythm.minutes);
        wishes = &usual;
    }
    struct outlook *outlooks = pool_alloc(pool, wishes->count * sizeof *outlooks);
    for (size_t i = 0; i < wishes->count; i++)
        outlooks[i] = look_at(pool, settings, plan, wishes->list[i]);
    struct comparison *comparison = pool_alloc(pool, sizeof *comparison);
    *comparison = (struct comparison){plan, outlooks, wishes->count};
    return comparison;
}
