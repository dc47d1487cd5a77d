/* allotments: reads the weekly allocations, and splits each week's hours by deficits that are
 * carried from week to week. */
#include "schedule/allotments.h"

#include <string.h>

static enum aim aim_of(const char *name, enum activity activity, const struct item *line)
{
    if (line && !names_activity(name, line->detail.text))
        return AIM_OWN;
    if (activity != ACTIVITY_LEARN)
        return AIM_ACTIVITY;
    return line && names_reading(name) ? AIM_READ : AIM_LEARN;
}

struct allotment *allotments_find(struct allotments *allotments, const char *name)
{
    for (size_t i = 0; i < allotments->count; i++)
        if (strcmp(allotments->lines[i].name, name) == 0)
            return &allotments->lines[i];
    return NULL;
}

static void add_line(struct allotments *allotments, const char *name, enum activity activity,
                     double weight, const struct item *line)
{
    struct allotment *known = allotments_find(allotments, name);

    if (known) {
        known->weight += weight;
        return;
    }
    if (allotments->count < MOST_CATEGORIES)
        allotments->lines[allotments->count++] =
            (struct allotment){.name = name,
                               .activity = activity,
                               .weight = weight,
                               .aim = aim_of(name, activity, line),
                               .category = -1,
                               .line = line};
}

/* Middle of what an allocation asks for, in minutes a week; 0: it does not say. */
static double asked_for(const struct item *item)
{
    return effort_weekly(item->effort.low + item->effort.high, item->effort.per) / 2;
}

bool is_allocation(const struct item *item)
{
    struct wording name = wording_trimmed(item->title.text, item->title.length);
    struct effort effort;
    struct found found;

    if (item->kind != ITEM_ALLOCATION || item->dropped || name.length == 0)
        return false;
    /* "12-15 hours" sums up the others. */
    if (effort_find(name.bytes, name.length, &effort, &found) && found.start == 0 &&
        found.end >= name.length)
        return false;
    return !(item->parent && item->parent->kind == ITEM_ALLOCATION);
}

/* The weekly allocations of all phases, and (at the end) of the plan beside them; weights
 * sum to 1. Lines without hours have none where others have, else all are alike. */
static void read_allocations(const struct plan *plan, struct allotments *by_phase)
{
    size_t beside = plan->phase_count;

    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < plan->item_count; i++) {
            const struct item *item = &plan->items[i];
            if (!is_allocation(item))
                continue;
            int phase = item->section->phase;
            struct allotments *allotments = &by_phase[phase >= 0 ? (size_t)phase : beside];
            double weight = asked_for(item);
            if (round == 0)
                allotments->has_hours = allotments->has_hours || weight > 0;
            else if (weight > 0 || !allotments->has_hours)
                add_line(allotments, item->title.text,
                         activity_of(item->title.text, item->detail.text),
                         allotments->has_hours ? weight : 1, item);
        }
    for (size_t p = 0; p <= plan->phase_count; p++) {
        double sum = 0;
        for (size_t i = 0; i < by_phase[p].count; i++)
            sum += by_phase[p].lines[i].weight;
        for (size_t i = 0; i < by_phase[p].count; i++)
            by_phase[p].lines[i].weight /= sum;
    }
}

/* Categories where the roadmap allocates nothing: the activities themselves. */
static void derive_lines(struct allotments *allotments)
{
    allotments->by_kind = true;
    for (int a = 0; a < ACTIVITY_COUNT; a++)
        add_line(allotments, activity_name((enum activity)a), (enum activity)a, 0, NULL);
}

/* Weights for this week, by the kinds on the table. */
static void weigh_by_kind(struct allotments *allotments, const struct work_queue *queue)
{
    double weights[ACTIVITY_COUNT] = {0};

    if (queue_has(queue, LIST_READ) || queue_has(queue, LIST_TOPIC))
        weights[ACTIVITY_LEARN] = 3;
    if (queue_has(queue, LIST_MAKE))
        weights[ACTIVITY_BUILD] = 4;
    if (queue_has(queue, LIST_DRILL))
        weights[ACTIVITY_SHARPEN] = 1;
    if (queue_has(queue, LIST_SHARE))
        weights[ACTIVITY_SHARE] = 1;
    double sum = 0;
    for (int a = 0; a < ACTIVITY_COUNT; a++)
        sum += weights[a];
    if (sum <= 0)
        sum = weights[ACTIVITY_LEARN] = 1;
    for (int a = 0; a < ACTIVITY_COUNT; a++)
        allotments->lines[a].weight = weights[a] / sum;
}

struct allotments *allotments_new(struct pool *pool, const struct plan *plan)
{
    struct allotments *by_phase = pool_alloc(pool, (plan->phase_count + 1) * sizeof *by_phase);

    read_allocations(plan, by_phase);
    if (by_phase[plan->phase_count].count == 0)
        derive_lines(&by_phase[plan->phase_count]);
    return by_phase;
}

struct allotments *allotments_of_week(struct allotments *by_phase, const struct schedule *schedule,
                                      int week, const struct work_queue *queue)
{
    int phase = schedule->weeks[week].phase;
    struct allotments *allotments = &by_phase[schedule->plan->phase_count];

    if (phase >= 0 && by_phase[phase].count > 0)
        allotments = &by_phase[phase];
    if (allotments->by_kind)
        weigh_by_kind(allotments, queue);
    return allotments;
}

/* The line that a session of MINUTES goes to: the one with the largest deficit; a LONG one to what
 * is built, where half of it is owed there. */
static struct allotment *choose_line(struct allotments *allotments, int minutes, bool longer)
{
    struct allotment *best = NULL, *building = NULL;

    for (size_t i = 0; i < allotments->count; i++) {
        struct allotment *line = &allotments->lines[i];
        if (line->weight <= 0)
            continue;
        if (!best || line->deficit > best->deficit + 1e-6)
            best = line;
        if (line->activity == ACTIVITY_BUILD &&
            (!building || line->deficit > building->deficit + 1e-6))
            building = line;
    }
    if (longer && building && building->deficit > minutes / 2.0)
        best = building;
    return best;
}

void allotments_share_out(struct allotments *allotments, const struct week *week,
                          const struct session *sessions, struct allotment **lines)
{
    double mean = week->minutes / (double)week->session_count;

    for (size_t i = 0; i < allotments->count; i++)
        allotments->lines[i].deficit += week->minutes * allotments->lines[i].weight;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < week->session_count; i++) {
            bool longer = sessions[i].minutes > 1.1 * mean;
            if (longer != (round == 0))
                continue;
            if (!lines[i])
                lines[i] = choose_line(allotments, sessions[i].minutes, longer);
            lines[i]->deficit -= sessions[i].minutes;
        }
}

void allotments_follow_daily(struct allotments *allotments, const struct session_share *share,
                             struct allotment **line)
{
    if (!allotments->by_kind || share->daily_count == 0)
        return;
    enum activity activity = activity_of_item(share->daily[0]);
    for (size_t i = 0; i < allotments->count; i++)
        if (allotments->lines[i].activity == activity)
            *line = &allotments->lines[i];
}

bool allotments_have_readers(const struct allotments *allotments)
{
    for (size_t i = 0; i < allotments->count; i++)
        if (allotments->lines[i].weight > 0 &&
            (allotments->lines[i].aim == AIM_READ || allotments->lines[i].aim == AIM_LEARN))
            return true;
    return false;
}
