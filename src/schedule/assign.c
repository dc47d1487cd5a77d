/* assign: gives each session its category, its work, and words for it. */
#include "schedule/assign.h"

#include <stdlib.h>
#include <string.h>

#include "schedule/allotments.h"
#include "schedule/lived/lived.h"
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
    /* beside sessions: as it was planned; NULL: it was not lived */
    const struct past_session **past;
    /* beside phases */
    const struct section **checklists;
    /* beside weeks: the deepest dated section */
    const struct section **contexts;
};

static int category_named(struct assigner *assigner, const char *name, enum activity activity)
{
    struct schedule *schedule = assigner->schedule;

    for (size_t i = 0; i < schedule->category_count; i++)
        if (strcmp(schedule->categories[i].name, name) == 0)
            return (int)i;
    schedule->categories =
        pool_extend(assigner->pool, schedule->categories, schedule->category_count,
                    &assigner->category_capacity, sizeof *schedule->categories);
    schedule->categories[schedule->category_count] = (struct category){name, activity, 0};
    return (int)schedule->category_count++;
}

static int category_of(struct assigner *assigner, struct allotment *line)
{
    if (line->category < 0)
        line->category = category_named(assigner, line->name, line->activity);
    return line->category;
}

/* The category that a session had when it was lived; LINE has its turn, and, mostly, its name. */
static int category_lived(struct assigner *assigner, const struct past_session *past,
                          struct allotment *line)
{
    size_t phases = assigner->schedule->plan->phase_count;

    if (!*past->category || strcmp(past->category, line->name) == 0)
        return category_of(assigner, line);
    for (size_t p = 0; p <= phases; p++) {
        struct allotment *known = allotments_find(&assigner->allotments[p], past->category);
        if (known)
            return category_of(assigner, known);
    }
    for (int a = 0; a < ACTIVITY_COUNT; a++)
        if (strcmp(activity_name((enum activity)a), past->category) == 0)
            return category_named(assigner, past->category, (enum activity)a);
    return category_named(assigner, past->category, activity_of(past->category, ""));
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

/* The session of the week in which the exit checklist is gone through: the one that was, else of
 * those to come the last one to sharpen, else the last; their count where it can be none. */
static size_t checklist_session(const struct schedule *schedule, const struct week *week)
{
    const struct session *sessions = schedule->sessions + week->first_session;
    size_t count = week->session_count;

    for (size_t i = 0; i < count && sessions[i].lived; i++)
        if (lived_checklist(&sessions[i]))
            return i;
    for (size_t i = count; i-- > 0 && !sessions[i].lived;)
        if (schedule->categories[sessions[i].category].activity == ACTIVITY_SHARPEN)
            return i;
    return sessions[count - 1].lived ? count : count - 1;
}

/* true where several things that name its weekday were worked at in it. */
static bool was_of_day(const struct session *session, const struct item *const *of_day)
{
    return session->part > 0 && session->item_count > 1 && session->items[0] == of_day[0] &&
           session->items[1] == of_day[1];
}

/* What SESSION works at: what is dated to its day, else whose turn it is; what it worked at where
 * it was lived. */
static void find_work(struct assigner *assigner, const struct session *session,
                      struct session_need *need, struct session_share *share)
{
    struct work_queue *queue = assigner->queue;
    const struct item *of_day[MOST_OF_DAY];
    size_t count = share->daily_count > 0 ? 0 : queue_of_day(queue, need, of_day, MOST_OF_DAY);

    if (session->lived) {
        need->lived = lived_main(session, assigner->past[session - assigner->schedule->sessions]);
        need->lived_side = session->item_count > 1 ? session->items[1] : NULL;
        if (!need->lived && share->daily_count == 0)
            return;
        if (count > 1 && !was_of_day(session, of_day))
            count = 0;
    }
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

/* Gives the week's sessions their LINES and categories. What is dated to the day may change the
 * line that a session was given, but not whose turn it was. */
static void share_categories(struct assigner *assigner, const struct week *week,
                             struct allotments *allotments, struct allotment **lines)
{
    struct session *sessions = assigner->schedule->sessions + week->first_session;
    const struct session_share *shares = assigner->shares + week->first_session;
    const struct past_session **past = assigner->past + week->first_session;

    for (size_t i = 0; i < week->session_count; i++) {
        bool follows = allotments->by_kind && shares[i].daily_count > 0;
        lines[i] = past[i] && !follows ? allotments_find(allotments, past[i]->category) : NULL;
    }
    allotments_share_out(allotments, week, sessions, lines);
    for (size_t i = 0; i < week->session_count; i++) {
        allotments_follow_daily(allotments, &shares[i], &lines[i]);
        sessions[i].category =
            past[i] ? category_lived(assigner, past[i], lines[i]) : category_of(assigner, lines[i]);
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
    share_categories(assigner, week, allotments, lines);
    weekday_set sittings = 0;
    for (size_t i = 0; i < week->session_count; i++)
        sittings |= 1u << weekday_of(sessions[i].date);
    const struct section *checklist = checklist_due(assigner, week_index);
    size_t at = checklist ? checklist_session(schedule, week) : week->session_count;
    for (size_t i = 0; i < week->session_count; i++) {
        shares[i].allocation = lines[i]->line;
        if (i == at) {
            shares[i].checklist = checklist;
            continue;
        }
        struct session_need need = {.category = lines[i]->name,
                                    .activity = lines[i]->activity,
                                    .aim = lines[i]->aim,
                                    .minutes = sessions[i].minutes,
                                    .weekday = weekday_of(sessions[i].date),
                                    .sittings = sittings,
                                    .readings_astray = !allotments_have_readers(allotments)};
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

/* The first item that sessions from *AT on work at and that is still to be done; NULL: none. *AT
 * becomes that session. */
static const struct item *next_main(const struct assigner *assigner, size_t *at)
{
    const struct schedule *schedule = assigner->schedule;

    for (; *at < schedule->session_count; ++*at)
        if (assigner->shares[*at].main && !item_has_left(schedule, assigner->shares[*at].main))
            return assigner->shares[*at].main;
    return NULL;
}

/* Every minute goes to one main item. Where nothing was in turn that is the line of the allocation
 * which asked for the time; without one, the item worked at before, or, where that is done, the
 * next that will be. */
static void find_stand_ins(struct assigner *assigner)
{
    const struct schedule *schedule = assigner->schedule;
    size_t next = 0;
    const struct item *last = next_main(assigner, &next), *open;

    if (!last)
        last = any_item(schedule->plan);
    for (size_t i = 0; i < schedule->session_count; i++) {
        struct session_share *share = &assigner->shares[i];
        next = next > i ? next : i;
        if (last && !schedule->sessions[i].lived && item_has_left(schedule, last) &&
            (open = next_main(assigner, &next)))
            last = open;
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

/* Numbers the sessions of each main item: 1 of 14, 2 of 14; those that were lived keep theirs. */
static void number_parts(const struct schedule *schedule, const struct session_share *shares)
{
    const struct item *items = schedule->plan->items;
    int *counts = must_alloc((schedule->plan->item_count + 1) * sizeof *counts);

    memset(counts, 0, schedule->plan->item_count * sizeof *counts);
    for (size_t i = 0; i < schedule->session_count; i++) {
        int part = shares[i].main ? ++counts[shares[i].main - items] : 0;
        if (!schedule->sessions[i].lived)
            schedule->sessions[i].part = part;
    }
    for (size_t i = 0; i < schedule->session_count; i++)
        if (shares[i].main && !schedule->sessions[i].lived)
            schedule->sessions[i].parts = counts[shares[i].main - items];
    free(counts);
}

/* Beside the sessions what those that were lived were planned as. */
static const struct past_session **find_past(struct pool *pool, const struct schedule *schedule)
{
    const struct past_session **found =
        pool_alloc(pool, (schedule->session_count + 1) * sizeof *found);
    size_t lived = 0;

    for (size_t i = 0; i < schedule->session_count; i++)
        if (schedule->sessions[i].lived)
            found[i] = &schedule->rhythm.past->sessions[lived++];
    return found;
}

/* Puts into words what a session that is still to come is for. */
static void word_session(struct assigner *assigner, struct pieces *pieces, size_t index)
{
    struct session *session = &assigner->schedule->sessions[index];
    const struct session_share *share = &assigner->shares[index];

    list_items(assigner, session, share);
    session->chapters = chapters_in_turn(share);
    session->focus =
        focus_print(assigner->pool, pieces, session, share, assigner->contexts[session->week]);
}

void sessions_assign(struct pool *pool, struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;
    struct assigner assigner = {.pool = pool, .schedule = schedule};

    assigner.queue = queue_new(pool, schedule);
    assigner.portions = portions_new(pool, plan);
    assigner.shares = pool_alloc(pool, (schedule->session_count + 1) * sizeof *assigner.shares);
    assigner.past = find_past(pool, schedule);
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
        if (!session->lived)
            word_session(&assigner, pieces, i);
        else if (!*session->focus)
            session->focus = schedule->categories[session->category].name;
        book_minutes(schedule, session);
    }
    number_parts(schedule, assigner.shares);
}
