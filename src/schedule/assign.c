/* assign: gives each session its category, its work, and words for it. */
#include "schedule/assign.h"

#include <stdlib.h>
#include <string.h>

#include "schedule/allotments.h"
#include "schedule/portions.h"
#include "schedule/weeks.h"

#define CHECKLIST_ROOM 64 /* checks or things of single days that a session names */
#define MOST_OF_DAY    12 /* things for one weekday that one session takes */
#define CONTEXT_LIMIT  2000000

struct assigner {
    struct pool *pool;
    struct schedule *schedule;
    struct work_queue *queue;
    struct portions portions;
    /* by phase; the last one for weeks outside, and for phases without */
    struct allotments *allotments;
    size_t category_capacity;
    /* beside sessions */
    struct session_share *shares;
    /* beside phases */
    const struct section **checklists;
    /* beside weeks: the deepest dated section */
    const struct section **contexts;
};

static int category_of(struct assigner *assigner, struct allotment *line)
{
    struct schedule *schedule = assigner->schedule;

    if (line->category >= 0)
        return line->category;
    for (size_t i = 0; i < schedule->category_count; i++)
        if (strcmp(schedule->categories[i].name, line->name) == 0)
            return line->category = (int)i;
    schedule->categories =
        pool_extend(assigner->pool, schedule->categories, schedule->category_count,
                    &assigner->category_capacity, sizeof *schedule->categories);
    line->category = (int)schedule->category_count++;
    schedule->categories[line->category] = (struct category){line->name, line->activity, 0};
    return line->category;
}

/* The exit checklist of each phase: its first section of checks, or NULL. */
static const struct section **find_checklists(struct pool *pool, const struct plan *plan)
{
    const struct section **lists = pool_alloc(pool, (plan->phase_count + 1) * sizeof *lists);

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        const struct section *section = item->section;
        if (item->kind == ITEM_CHECK && !item->dropped && section->kind == ITEM_CHECK &&
            section->phase >= 0 && !lists[section->phase])
            lists[section->phase] = section;
    }
    return lists;
}

/* The exit checklist of the phase that ends with this week, or NULL. */
static const struct section *checklist_due(const struct assigner *assigner, int week_index)
{
    int phase = assigner->schedule->weeks[week_index].phase;

    if (phase < 0 || assigner->schedule->phases[phase].last_week != week_index)
        return NULL;
    return assigner->checklists[phase];
}

/* The session of the week in which the exit checklist is gone through: the last one to sharpen,
 * else the last. */
static size_t checklist_session(const struct schedule *schedule, const struct week *week)
{
    for (size_t i = week->session_count; i-- > 0;) {
        const struct session *session = &schedule->sessions[week->first_session + i];
        if (schedule->categories[session->category].activity == ACTIVITY_SHARPEN)
            return i;
    }
    return week->session_count - 1;
}

/* What SESSION works at: what is dated to its day, else whose turn it is. */
static void find_work(struct assigner *assigner, const struct session *session,
                      const struct session_need *need, struct session_share *share)
{
    struct work_queue *queue = assigner->queue;
    const struct item *of_day[MOST_OF_DAY];
    size_t count = share->daily_count > 0 ? 0 : queue_of_day(queue, need, of_day, MOST_OF_DAY);

    if (count > 1) {
        const struct item **kept = pool_alloc(assigner->pool, count * sizeof *kept);
        memcpy(kept, of_day, count * sizeof *kept);
        share->daily = kept;
        share->daily_count = count;
    }
    if (share->daily_count > 0) {
        share->main = share->daily[0];
        for (size_t i = 0; i < share->daily_count; i++)
            queue_book(queue, share->daily[i], i == 0 ? session->minutes : 0);
    } else {
        share->main = queue_take_main(queue, need);
        share->side = queue_take_side(queue, need, share->main);
    }
}

static void fill_week(struct assigner *assigner, int week_index)
{
    struct schedule *schedule = assigner->schedule;
    const struct week *week = &schedule->weeks[week_index];

    if (week->session_count == 0)
        return;
    struct allotment **lines = must_alloc(week->session_count * sizeof *lines);
    struct session *sessions = schedule->sessions + week->first_session;
    struct session_share *shares = assigner->shares + week->first_session;
    queue_lay_out(assigner->queue, week_index);
    struct allotments *allotments =
        allotments_of_week(assigner->allotments, schedule, week_index, assigner->queue);
    allotments_share_out(allotments, week, sessions, lines);
    struct session_need need = {.readings_astray = !allotments_have_readers(allotments)};
    for (size_t i = 0; i < week->session_count; i++) {
        allotments_follow_daily(allotments, &shares[i], &lines[i]);
        sessions[i].category = category_of(assigner, lines[i]);
        need.sittings |= 1u << weekday_of(sessions[i].date);
    }
    const struct section *checklist = checklist_due(assigner, week_index);
    size_t at = checklist ? checklist_session(schedule, week) : week->session_count;
    for (size_t i = 0; i < week->session_count; i++) {
        shares[i].allocation = lines[i]->line;
        if (i == at) {
            shares[i].checklist = checklist;
            continue;
        }
        need.category = lines[i]->name;
        need.activity = lines[i]->activity;
        need.aim = lines[i]->aim;
        need.minutes = sessions[i].minutes;
        need.weekday = weekday_of(sessions[i].date);
        find_work(assigner, &sessions[i], &need, &shares[i]);
    }
    portions_share_out(&assigner->portions, schedule, week_index, shares);
    free(lines);
}

/* The items of a session, the main one first. */
static void list_items(struct assigner *assigner, struct session *session,
                       const struct session_share *share)
{
    const struct plan *plan = assigner->schedule->plan;
    const struct item *items[CHECKLIST_ROOM];
    size_t count = 0;

    if (share->checklist) {
        const struct section *list = share->checklist;
        for (size_t i = 0; i < list->item_count && count < CHECKLIST_ROOM; i++) {
            const struct item *item = &plan->items[list->first_item + i];
            if (item->kind == ITEM_CHECK && !item->dropped)
                items[count++] = item;
        }
    }
    if (share->main && !share->checklist)
        items[count++] = share->main;
    for (size_t i = share->checklist ? 0 : 1; i < share->daily_count && count < CHECKLIST_ROOM - 1;
         i++)
        items[count++] = share->daily[i];
    if (share->side)
        items[count++] = share->side;
    if (count == 0 && share->stand_in)
        items[count++] = share->stand_in;
    const struct item **kept = pool_alloc(assigner->pool, (count + 1) * sizeof *kept);
    memcpy(kept, items, count * sizeof *kept);
    session->items = kept;
    session->item_count = count;
}

/* Where a plan dates nothing to work at: its first item that is no prose, else its first. */
static const struct item *any_item(const struct plan *plan)
{
    for (size_t i = 0; i < plan->item_count; i++)
        if (plan->items[i].kind != ITEM_TEXT && !plan->items[i].dropped &&
            !item_offered(&plan->items[i]))
            return &plan->items[i];
    return plan->item_count > 0 ? plan->items : NULL;
}

/* Every minute goes to one main item. Where nothing was in turn that is the line of the allocation
 * which asked for the time; without one, the item worked at before, or the first that will be. */
static void find_stand_ins(struct assigner *assigner)
{
    const struct schedule *schedule = assigner->schedule;
    const struct item *last = NULL;

    for (size_t i = 0; i < schedule->session_count && !last; i++)
        last = assigner->shares[i].main;
    if (!last)
        last = any_item(schedule->plan);
    for (size_t i = 0; i < schedule->session_count; i++) {
        struct session_share *share = &assigner->shares[i];
        if (share->main)
            last = share->main;
        else if (!share->checklist)
            share->stand_in = share->allocation ? share->allocation : last;
    }
}

static void book_minutes(struct schedule *schedule, const struct session *session)
{
    schedule->categories[session->category].minutes += session->minutes;
    if (session->item_count == 0)
        return;
    const struct item *main = session->items[0];
    struct dates *dates = &schedule->items[main - schedule->plan->items];
    dates->minutes = (dates->minutes < 0 ? 0 : dates->minutes) + session->minutes;
    for (const struct section *s = main->section; s; s = s->parent) {
        dates = &schedule->sections[s - schedule->plan->sections];
        dates->minutes = (dates->minutes < 0 ? 0 : dates->minutes) + session->minutes;
    }
}

/* For each week the deepest section with dates of its own that covers it; of equals the later. */
static void find_contexts(struct assigner *assigner)
{
    const struct schedule *schedule = assigner->schedule;
    const struct plan *plan = schedule->plan;
    size_t steps = 0;

    assigner->contexts =
        pool_alloc(assigner->pool, schedule->week_count * sizeof *assigner->contexts);
    for (size_t i = 0; i < plan->section_count && steps < CONTEXT_LIMIT; i++) {
        const struct section *section = &plan->sections[i];
        const struct dates *dates = &schedule->sections[i];
        if (!section_has_own_time(section) || section->title.length == 0 || dates->first_week < 0)
            continue;
        for (int w = dates->first_week; w <= dates->last_week; w++, steps++)
            if (!assigner->contexts[w] || section->level >= assigner->contexts[w]->level)
                assigner->contexts[w] = section;
    }
}

/* Numbers the sessions of each main item: 1 of 14, 2 of 14. */
static void number_parts(const struct schedule *schedule, const struct session_share *shares)
{
    const struct item *items = schedule->plan->items;
    int *counts = must_alloc((schedule->plan->item_count + 1) * sizeof *counts);

    memset(counts, 0, schedule->plan->item_count * sizeof *counts);
    for (size_t i = 0; i < schedule->session_count; i++)
        if (shares[i].main)
            schedule->sessions[i].part = ++counts[shares[i].main - items];
    for (size_t i = 0; i < schedule->session_count; i++)
        if (shares[i].main)
            schedule->sessions[i].parts = counts[shares[i].main - items];
    free(counts);
}

void sessions_assign(struct pool *pool, struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;
    struct assigner assigner = {.pool = pool, .schedule = schedule};

    assigner.queue = queue_new(pool, schedule);
    assigner.portions = portions_new(pool, plan);
    assigner.shares = pool_alloc(pool, (schedule->session_count + 1) * sizeof *assigner.shares);
    assigner.allotments = allotments_new(pool, plan);
    assigner.checklists = find_checklists(pool, plan);
    find_contexts(&assigner);
    struct pieces *pieces = pieces_new(pool, schedule);
    daily_share_out(pool, schedule, assigner.shares);
    for (size_t w = 0; w < schedule->week_count; w++)
        fill_week(&assigner, (int)w);
    find_stand_ins(&assigner);
    for (size_t i = 0; i < schedule->session_count; i++) {
        struct session *session = &schedule->sessions[i];
        struct session_share *share = &assigner.shares[i];
        list_items(&assigner, session, share);
        session->chapters = chapters_in_turn(share);
        session->focus =
            focus_print(pool, pieces, session, share, assigner.contexts[session->week]);
        book_minutes(schedule, session);
    }
    number_parts(schedule, assigner.shares);
}
