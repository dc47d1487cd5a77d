/* dues: items, and dated rows of the learner's own, by the day that they are due. */
#include "text/dues.h"

#include <string.h>

#include "memory/entry/ticked.h"
#include "schedule/lived/progress.h"

/* The first of a list by date, as many as it has room for. */
struct earliest {
    struct due *list;
    size_t most, count, of;
};

static void take(struct earliest *earliest, const struct due *due)
{
    size_t at = earliest->count;

    earliest->of++;
    if (at == earliest->most && (at == 0 || earliest->list[at - 1].date <= due->date))
        return;
    if (at < earliest->most)
        earliest->count++;
    else
        at--;
    for (; at > 0 && earliest->list[at - 1].date > due->date; at--)
        earliest->list[at] = earliest->list[at - 1];
    earliest->list[at] = *due;
}

/* true for what is made, or reached, and is not done yet. */
static bool is_to_do(const struct schedule *schedule, const struct item *item)
{
    return (kind_is_made(item->kind) || item->kind == ITEM_MILESTONE) && !item->dropped &&
           !item_is_done(schedule->rhythm.progress, schedule->plan, item) &&
           item_dates(schedule, item)->due != DAY_NONE;
}

static struct due due_of_item(const struct schedule *schedule, const struct item *item)
{
    const struct prose *name = item->title.length > 0 ? &item->title : &item->line;

    return (struct due){.date = item_dates(schedule, item)->due,
                        .title = name->text,
                        .length = strcspn(name->text, "\n"),
                        .item = item,
                        .kind = item_kind_name(item->kind),
                        .milestone = item->kind == ITEM_MILESTONE};
}

/* What stands in a sheet's own rows, and where its name does. */
static const struct {
    const char *role, *title;
    enum item_kind kind;
} row_kinds[] = {
    {"tasks", "task", ITEM_TASK},
    {"checklists", "check", ITEM_CHECK},
    {"reading", "title", ITEM_READING},
    {"milestones", "milestone", ITEM_MILESTONE},
};

#define ROW_KINDS (sizeof row_kinds / sizeof *row_kinds)

/* true for a row of the learner's own, of the sheet of that place in row_kinds, that has a name and
 * is not done. */
static bool is_own_open(const struct kept_table *table, const struct kept_row *row, size_t kind,
                        const struct ticked_table *about)
{
    int done = kept_column_find(table, about->done);
    int title = kept_column_find(table, row_kinds[kind].title);

    return !*row->key && done >= 0 && title >= 0 && !cell_is_empty(&row->cells[title]) &&
           !ticked_table_done(about, &row->cells[done]);
}

/* ROW, of the sheet of that place in row_kinds, into *DUE; false where it is an item's, is done, or
 * has no date or name. */
static bool due_of_row(const struct kept_table *table, const struct kept_row *row, size_t kind,
                       const struct ticked_table *about, struct due *due)
{
    int date = kept_column_find(table, "due");

    if (date < 0 || !is_own_open(table, row, kind, about) ||
        !cell_day(&row->cells[date], &due->date))
        return false;
    due->title = row->cells[kept_column_find(table, row_kinds[kind].title)].text;
    due->length = strcspn(due->title, "\n");
    due->item = NULL;
    due->kind = item_kind_name(row_kinds[kind].kind);
    due->milestone = row_kinds[kind].kind == ITEM_MILESTONE;
    return true;
}

/* The place in row_kinds of that sheet; ROW_KINDS: it is none of them. */
static size_t kind_of_rows(const struct ticked_table *about)
{
    size_t kind = 0;

    while (kind < ROW_KINDS && strcmp(row_kinds[kind].role, about->role) != 0)
        kind++;
    return kind;
}

/* The learner's own, due from FIRST to LAST. */
static void take_rows(const struct memory *memory, const struct ticked_table *about, day first,
                      day last, struct earliest *earliest)
{
    const struct kept_table *table = memory_table(memory, about->role);
    size_t kind = kind_of_rows(about);
    struct due due;

    if (kind == ROW_KINDS)
        return;
    for (size_t i = 0; table && i < table->row_count; i++)
        if (due_of_row(table, &table->rows[i], kind, about, &due) && due.date >= first &&
            due.date <= last)
            take(earliest, &due);
}

static void take_all_rows(const struct memory *memory, day first, day last,
                          struct earliest *earliest)
{
    size_t count;
    const struct ticked_table *tables = ticked_tables(&count);

    for (size_t i = 0; memory && i < count; i++)
        take_rows(memory, &tables[i], first, last, earliest);
}

size_t dues_find(const struct schedule *schedule, const struct memory *memory, day date,
                 struct due *dues, size_t most)
{
    const struct plan *plan = schedule->plan;
    struct earliest earliest = {.list = dues, .most = most};

    for (size_t i = 0; i < plan->item_count; i++) {
        struct due due = due_of_item(schedule, &plan->items[i]);
        if (is_to_do(schedule, &plan->items[i]) && due.date >= date)
            take(&earliest, &due);
    }
    take_all_rows(memory, date, INT32_MAX, &earliest);
    return earliest.count;
}

size_t dues_open(const struct schedule *schedule, const struct memory *memory, day date,
                 struct due *dues, size_t most, size_t *count)
{
    const struct plan *plan = schedule->plan;
    const struct progress *progress = schedule->rhythm.progress;
    struct earliest earliest = {.list = dues, .most = most};

    for (size_t i = 0; progress && i < plan->item_count; i++) {
        struct due due = due_of_item(schedule, &plan->items[i]);
        if (is_to_do(schedule, &plan->items[i]) && progress->items[i].tickable &&
            !plan->items[i].optional && due.date < date)
            take(&earliest, &due);
    }
    take_all_rows(memory, INT32_MIN + 1, date - 1, &earliest);
    *count = earliest.of;
    return earliest.count;
}

size_t dues_own_open(const struct memory *memory)
{
    size_t count, open = 0;
    const struct ticked_table *tables = ticked_tables(&count);

    for (size_t i = 0; memory && i < count; i++) {
        const struct kept_table *table = memory_table(memory, tables[i].role);
        size_t kind = kind_of_rows(&tables[i]);
        for (size_t r = 0; table && kind < ROW_KINDS && r < table->row_count; r++)
            open += is_own_open(table, &table->rows[r], kind, &tables[i]);
    }
    return open;
}
