/* today_dues: what is due, for the sheet Today: the plan's things and rows of the learner's own,
 * what is open past its day first; and how much of all things is done. */
#include "xlsx/sheets/today_view.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "xlsx/cells/carried.h"
#include "xlsx/cells/done.h"
#include "xlsx/cells/strays.h"
#include "xlsx/sheets/dashboard/dashboard.h"

static const struct sheet *const thing_sheets[TODAY_THINGS_SHEETS] = {
    &tasks_sheet, &checklists_sheet, &reading_sheet, &milestones_sheet};

struct today_things today_things(size_t k)
{
    struct today_things things = {.about = thing_sheets[k],
                                  .due = column_of_kind(thing_sheets[k], COLUMN_DUE)};

    while (!names_item(things.about->columns[things.title].kind))
        things.title++;
    return things;
}

static struct today_things things_of(const struct item *item)
{
    for (size_t k = 0; k < TODAY_THINGS_SHEETS; k++)
        if (item_has_row(item, thing_sheets[k]))
            return today_things(k);
    return (struct today_things){0};
}

/* The learner's own rows of a sheet, in order, as far as they are written. */
struct own_rows {
    const struct kept_row **rows;
    size_t count;
};

static struct own_rows own_rows(struct tracker *tracker, const struct sheet *about)
{
    const struct kept_table *kept = carried_of(tracker, about)->kept;
    size_t most = kept ? kept->row_count : 0;
    struct own_rows own = {.rows = pool_alloc(tracker->pool, (most + 1) * sizeof *own.rows)};

    for (size_t i = 0; i < most; i++)
        if (kept->rows[i].key[0] == '\0' && is_own_row(kept, &kept->rows[i]))
            own.rows[own.count++] = &kept->rows[i];
    return own;
}

/* What ROW says of its thing; what it does not say, OUT holds already. */
static void read_row(struct tracker *tracker, const struct kept_cell *done,
                     const struct kept_cell *date, struct today_due *out)
{
    enum column_kind kind = out->about->columns[out->about->done].kind;
    struct kept_cell cell;

    if (done) {
        cell = settled_cell(tracker->pool, kind, done);
        out->done = counts_as_done(kind, &cell);
    }
    if (date) {
        cell = settled_cell(tracker->pool, COLUMN_DUE, date);
        if (cell.kind == CELL_NUMBER && cell.number >= 1 && cell.number < TODAY_DATES_END)
            out->due = floor(cell.number);
    }
}

static void read_item(struct tracker *tracker, const struct today_things *things,
                      struct today_due *due)
{
    const struct carried *carried = carried_of(tracker, due->about);
    const struct kept_row *kept = carried_find(carried, due->item->id);
    enum column_kind kind = due->about->columns[due->about->done].kind;

    due->done =
        (kind == COLUMN_TICK || kind == COLUMN_STATUS) && due->item->checkbox == CHECKBOX_DONE;
    due->due = due->planned;
    read_row(tracker, decided_cell(tracker, carried, kept, due->about->done),
             decided_cell(tracker, carried, kept, things->due), due);
}

static int by_date(const void *left, const void *right)
{
    const struct today_due *one = left, *other = right;

    if (one->planned != other->planned)
        return one->planned < other->planned ? -1 : 1;
    return one->item < other->item ? -1 : one->item > other->item;
}

/* The plan's, by date: those to come, and of those past their day the last that are open. */
static size_t list_items(struct tracker *tracker, double as_of, struct today_due **out)
{
    const struct plan *plan = tracker->plan;
    struct today_due *dues = pool_alloc(tracker->pool, (plan->item_count + 1) * sizeof *dues);
    size_t count = 0, open = 0, skipped;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        day date = item_dates(tracker->schedule, item)->due;
        struct today_things things = {0};
        if (date != DAY_NONE && (kind_is_made(item->kind) || item->kind == ITEM_MILESTONE))
            things = things_of(item);
        if (!things.about)
            continue;
        dues[count] = (struct today_due){
            .item = item, .title = "", .about = things.about, .planned = date_serial(date)};
        read_item(tracker, &things, &dues[count]);
        if (date_serial(date) < as_of && dues[count].done)
            continue;
        open += date_serial(date) < as_of;
        count++;
    }
    qsort(dues, count, sizeof *dues, by_date);
    skipped = open > TODAY_OPEN_MOST ? open - TODAY_OPEN_MOST : 0;
    *out = dues + skipped;
    count -= skipped;
    return count < TODAY_DUES_MOST ? count : TODAY_DUES_MOST;
}

/* The words of a cell as a formula joins them to others. */
static const char *words_in(struct pool *pool, const struct kept_cell *cell)
{
    if (!cell || cell->kind == CELL_EMPTY)
        return "";
    return cell->kind == CELL_NUMBER ? pool_print(pool, "%.15g", cell->number) : cell->text;
}

/* The learner's own, and rows that wait to be. */
static void add_own(struct tracker *tracker, const struct today_things *things,
                    struct today_view *view)
{
    const struct carried *carried = carried_of(tracker, things->about);
    struct own_rows own = own_rows(tracker, things->about);
    size_t rows = own.count + OWN_ROWS, before = items_held(tracker, things->about);

    for (size_t i = rows > TODAY_OWN_MOST ? rows - TODAY_OWN_MOST : 0; i < rows; i++) {
        const struct kept_row *row = i < own.count ? own.rows[i] : NULL;
        struct today_due *due = &view->dues[view->due_count++];
        *due = (struct today_due){
            .about = things->about,
            .place = before + i + 1,
            .title = words_in(tracker->pool, carried_cell(carried, row, things->title))};
        read_row(tracker, carried_cell(carried, row, things->about->done),
                 carried_cell(carried, row, things->due), due);
        due->done |= due->due < 1;
    }
}

/* Sorts by their parts of a day, and counts those that are open past theirs. */
static void put_in_order(struct tracker *tracker, double as_of, struct today_view *view)
{
    const struct plan *plan = tracker->plan;

    for (size_t i = 0; i < view->due_count; i++) {
        struct today_due *due = &view->dues[i];
        for (size_t k = 0; due->item && k < plan->item_count && &plan->items[k] <= due->item; k++)
            due->place += item_has_row(&plan->items[k], due->about);
        due->order = due->done || (!due->item && !*due->title)
                         ? NAN
                         : due->due + (double)(i + 1) / TODAY_DUE_PARTS;
        view->facts[TODAY_OPEN] += due->order < as_of;
    }
    view->facts[TODAY_UNSAID] = fmax(0, view->facts[TODAY_OPEN] - TODAY_OPEN_SHOWN);
}

void today_list_dues(struct tracker *tracker, double as_of, struct today_view *view)
{
    struct today_due *planned;
    size_t count = list_items(tracker, as_of, &planned);

    view->dues = pool_alloc(tracker->pool,
                            (count + TODAY_THINGS_SHEETS * TODAY_OWN_MOST) * sizeof *view->dues);
    memcpy(view->dues, planned, count * sizeof *view->dues);
    view->due_count = count;
    for (size_t k = 0; k < TODAY_THINGS_SHEETS; k++) {
        struct today_things things = today_things(k);
        add_own(tracker, &things, view);
    }
    put_in_order(tracker, as_of, view);
}

const struct today_due *today_due_shown(const struct today_view *view, size_t k)
{
    const struct today_due *found = NULL;
    double after = 0;

    k += (size_t)view->facts[TODAY_UNSAID];
    while (k-- > 0) {
        found = NULL;
        for (size_t i = 0; i < view->due_count; i++)
            if (view->dues[i].order > after && (!found || view->dues[i].order < found->order))
                found = &view->dues[i];
        if (!found)
            return NULL;
        after = found->order;
    }
    return found;
}

/* How many rows of that sheet say what they are. */
static size_t things_on(struct tracker *tracker, const struct today_things *things)
{
    const struct carried *carried = carried_of(tracker, things->about);
    struct own_rows own = own_rows(tracker, things->about);
    size_t count = items_held(tracker, things->about);

    for (size_t i = 0; i < own.count; i++)
        count += carried_cell(carried, own.rows[i], things->title) != NULL;
    return count;
}

/* Rows of the plan's items; what the learner adds does not keep a plan from its end. */
static void sum_up_plan(const struct tracker *tracker, const struct sheet *about, double *facts)
{
    for (size_t i = 0; i < tracker->item_row_count; i++) {
        const struct item_row *row = &tracker->item_rows[i];
        bool counts = row->tab == about->tab && !row->own;
        facts[TODAY_PLAN_THINGS] += counts;
        facts[TODAY_PLAN_DONE] += counts && row->done;
    }
}

void today_sum_up(struct tracker *tracker, double as_of, double *facts)
{
    static const enum item_count counts[TODAY_THINGS_SHEETS] = {COUNT_TASKS, COUNT_CHECKS,
                                                                COUNT_READ, COUNT_REACHED};

    for (size_t k = 0; k < TODAY_THINGS_SHEETS; k++) {
        struct today_things things = today_things(k);
        facts[TODAY_THINGS] += (double)things_on(tracker, &things);
        facts[TODAY_DONE] += item_count_value(tracker, counts[k]);
        sum_up_plan(tracker, things.about, facts);
    }
    facts[TODAY_OVER] =
        as_of > facts[TODAY_END] ||
        (facts[TODAY_PLAN_THINGS] > 0 && facts[TODAY_PLAN_DONE] >= facts[TODAY_PLAN_THINGS]);
}
