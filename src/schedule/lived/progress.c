/* progress: the tracker's entries and ticks, brought to the plan's items. */
#include "schedule/lived/progress.h"

#include <string.h>

#include "memory/entry/ticked.h"
#include "memory/lookup.h"

struct gathering {
    struct pool *pool;
    const struct plan *plan;
    const struct memory *memory;
    /* places in plan->items by id */
    struct lookup *ids;
    struct item_progress *items;
};

static size_t item_at(const struct gathering *gathering, const char *id)
{
    return *id ? lookup_find(gathering->ids, id) : LOOKUP_NONE;
}

static bool is_ticked_table(const char *role)
{
    size_t count;
    const struct ticked_table *tables = ticked_tables(&count);

    for (size_t i = 0; i < count; i++)
        if (strcmp(role, tables[i].role) == 0)
            return true;
    return false;
}

/* The roadmap's own ticks, and what the record knows. */
static void begin(const struct gathering *gathering)
{
    const struct plan *plan = gathering->plan;
    const struct memory *memory = gathering->memory;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        gathering->items[i] =
            (struct item_progress){.tickable = item->checkbox != CHECKBOX_NONE && !item->dropped,
                                   .done = item->checkbox == CHECKBOX_DONE,
                                   .done_on = DAY_NONE,
                                   .left = DAY_NONE,
                                   .held = DAY_NONE};
        lookup_add(gathering->ids, item->id, i);
    }
    for (size_t i = 0; memory && i < memory->known_count; i++) {
        const struct known_item *known = &memory->known[i];
        size_t at = item_at(gathering, known->id);
        if (at == LOOKUP_NONE)
            continue;
        struct item_progress *item = &gathering->items[at];
        item->tickable |= is_ticked_table(known->table) && !plan->items[at].dropped;
        item->left = known->left;
        item->held = known->held;
    }
}

/* A tick is the learner's decision where it differs from what the roadmap had given; else the
 * roadmap says. */
static void take_tick(const struct kept_cell *cell, const struct kept_cell *given,
                      const struct ticked_table *about, struct item_progress *item)
{
    bool done = ticked_table_done(about, cell);

    if (!given || done != ticked_table_done(about, given))
        item->done = done;
}

static void take_ticks(const struct gathering *gathering, const struct ticked_table *about)
{
    const struct kept_table *table = memory_table(gathering->memory, about->role);

    if (!table)
        return;
    int done = kept_column_find(table, about->done), on = kept_column_find(table, about->done_on);
    int given = about->given ? kept_column_find(table, about->given) : -1;
    for (size_t i = 0; done >= 0 && i < table->row_count; i++) {
        const struct kept_row *row = &table->rows[i];
        size_t at = item_at(gathering, row->key);
        if (at == LOOKUP_NONE)
            continue;
        struct item_progress *item = &gathering->items[at];
        take_tick(&row->cells[done], given >= 0 ? &row->cells[given] : NULL, about, item);
        if (on < 0 || !cell_day(&row->cells[on], &item->done_on))
            if (!cell_day(&row->cells[done], &item->done_on))
                item->done_on = DAY_NONE;
    }
}

/* Places in plan->items by title; of equal titles the first. */
static struct lookup *by_title(const struct gathering *gathering)
{
    const struct plan *plan = gathering->plan;
    struct lookup *titles = lookup_new(gathering->pool, plan->item_count);

    for (size_t i = 0; i < plan->item_count; i++)
        if (plan->items[i].title.length > 0)
            lookup_add(titles, plain_words(gathering->pool, plan->items[i].title.text), i);
    return titles;
}

/* The place in plan->items of what an entry is for; LOOKUP_NONE: it names none. */
static size_t item_logged(const struct gathering *gathering, const struct logged *logged,
                          const struct lookup *sessions, const struct lookup *titles)
{
    size_t at = *logged->session ? lookup_find(sessions, logged->session) : LOOKUP_NONE;

    if (at != LOOKUP_NONE) {
        const struct past_session *session = &gathering->memory->past.sessions[at];
        return session->item_count > 0 ? item_at(gathering, session->items[0]) : LOOKUP_NONE;
    }
    return *logged->task ? lookup_find(titles, plain_words(gathering->pool, logged->task))
                         : LOOKUP_NONE;
}

/* The minutes of each item, logged for it on any day. */
static void take_entries(const struct gathering *gathering, const struct entries *entries)
{
    const struct past *past = &gathering->memory->past;
    struct lookup *sessions = lookup_new(gathering->pool, past->session_count);
    struct lookup *titles = by_title(gathering);
    int64_t *logged_for =
        pool_alloc(gathering->pool, (gathering->plan->item_count + 1) * sizeof *logged_for);

    for (size_t i = 0; i < past->session_count; i++)
        lookup_add(sessions, past->sessions[i].id, i);
    for (size_t i = 0; i < entries->count; i++) {
        const struct logged *logged = &entries->list[i];
        size_t at = item_logged(gathering, logged, sessions, titles);
        if (at == LOOKUP_NONE)
            continue;
        logged_for[at] += logged->milliseconds;
        gathering->items[at].minutes = entries_rounded(logged_for[at]);
    }
}

static void count_done(struct progress *progress, size_t count)
{
    progress->tickable_count = progress->done_count = 0;
    for (size_t i = 0; i < count; i++) {
        progress->tickable_count += progress->items[i].tickable;
        progress->done_count += progress->items[i].tickable && progress->items[i].done;
    }
}

const struct progress *progress_make(struct pool *pool, const struct plan *plan,
                                     const struct memory *memory, day today)
{
    struct progress *progress = pool_alloc(pool, sizeof *progress);
    size_t table_count;
    const struct ticked_table *tables = ticked_tables(&table_count);
    struct gathering gathering = {
        .pool = pool,
        .plan = plan,
        .memory = memory,
        .ids = lookup_new(pool, plan->item_count),
        .items = pool_alloc(pool, (plan->item_count + 1) * sizeof *gathering.items)};

    begin(&gathering);
    *progress = (struct progress){
        .today = today, .entries = entries_of(pool, memory, today), .items = gathering.items};
    for (size_t i = 0; memory && i < table_count; i++)
        take_ticks(&gathering, &tables[i]);
    if (memory) {
        take_entries(&gathering, progress->entries);
        progress->replans = memory->replans;
        progress->replan_count = memory->replan_count;
    }
    progress->minutes = entries_minutes(progress->entries, INT32_MIN / 2, today - 1);
    count_done(progress, plan->item_count);
    return progress;
}

const struct item_progress *item_progress(const struct progress *progress, const struct plan *plan,
                                          const struct item *item)
{
    return &progress->items[item - plan->items];
}

bool item_is_done(const struct progress *progress, const struct plan *plan, const struct item *item)
{
    return progress ? item_progress(progress, plan, item)->done : item->checkbox == CHECKBOX_DONE;
}

static const day *with_today(struct pool *pool, const struct progress *progress, size_t *count)
{
    day *replans = pool_alloc(pool, (progress->replan_count + 1) * sizeof *replans);

    *count = progress->replan_count;
    if (*count > 0)
        memcpy(replans, progress->replans, *count * sizeof *replans);
    if (*count == 0 || replans[*count - 1] < progress->today)
        replans[(*count)++] = progress->today;
    return replans;
}

struct progress *progress_replanned(struct pool *pool, const struct plan *plan,
                                    const struct progress *progress, struct item_progress **items)
{
    struct progress *replanned = pool_alloc(pool, sizeof *replanned);

    *items = pool_alloc(pool, (plan->item_count + 1) * sizeof **items);
    memcpy(*items, progress->items, plan->item_count * sizeof **items);
    for (size_t i = 0; i < plan->item_count; i++) {
        (*items)[i].held = DAY_NONE;
        if (!(*items)[i].done)
            (*items)[i].left = DAY_NONE;
    }
    *replanned = *progress;
    replanned->items = *items;
    replanned->replans = with_today(pool, progress, &replanned->replan_count);
    return replanned;
}

bool progress_complete(const struct progress *progress)
{
    return progress->tickable_count > 0 && progress->done_count == progress->tickable_count;
}
