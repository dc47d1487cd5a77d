/* merge: tables by role, sheets by name. */
#include "memory/merge.h"

#include <string.h>

#include "base/report.h"
#include "memory/merge_sheets.h"
#include "memory/merge_table.h"

/* Keeps OTHER's rows apart that say something else, and says so. */
static void add_strays(struct pool *pool, struct memory *into, const struct memory *other,
                       const struct kept_table *table)
{
    size_t count = into->stray_count;
    struct kept_table *strays = pool_alloc(pool, (count + 1) * sizeof *strays);
    bool one = table->row_count == 1;

    if (table->row_count == 0)
        return;
    if (count > 0)
        memcpy(strays, into->strays, count * sizeof *strays);
    strays[count] = *table;
    into->strays = strays;
    into->stray_count = count + 1;
    report(NOWHERE, SEVERITY_WARNING, RULE_OTHER_TRACKER,
           "%s: %zu row%s of the sheet %s say%s something else than %s; %s kept on the sheet From "
           "your old file",
           other->path, table->row_count, one ? "" : "s", table->tab, one ? "s" : "", into->path,
           one ? "it is" : "they are");
}

static struct kept_table merged_table(struct pool *pool, struct memory *into,
                                      const struct kept_table *table, const struct memory *other,
                                      const struct kept_table *theirs)
{
    struct kept_table strays, merged = table_merge(pool, into, table, other, theirs, &strays);

    add_strays(pool, into, other, &strays);
    return merged;
}

/* OTHER's record, for a tracker that has none. */
static void take_record(struct memory *into, const struct memory *other)
{
    struct memory own = *into;

    *into = *other;
    into->path = own.path;
    into->digest = own.digest;
    into->carried_from = own.carried_from;
    into->tables = own.tables;
    into->table_count = own.table_count;
    into->laid = own.laid;
    into->laid_count = own.laid_count;
    into->sheets = own.sheets;
    into->sheet_count = own.sheet_count;
    into->strays = own.strays;
    into->stray_count = own.stray_count;
    into->lost = own.lost;
}

/* What was typed in OTHER where roadbook alone writes. */
static void add_typed(struct pool *pool, struct memory *into, const struct memory *other)
{
    size_t count = into->stray_count;
    struct kept_table *strays = pool_alloc(pool, (count + other->stray_count) * sizeof *strays);

    if (other->stray_count == 0)
        return;
    if (count > 0)
        memcpy(strays, into->strays, count * sizeof *strays);
    memcpy(strays + count, other->strays, other->stray_count * sizeof *strays);
    into->strays = strays;
    into->stray_count = count + other->stray_count;
}

void memory_merge(struct pool *pool, struct memory *into, const struct memory *other)
{
    struct kept_table *tables =
        pool_alloc(pool, (into->table_count + other->table_count) * sizeof *tables);
    size_t count = into->table_count;

    if (!*into->plan_id && *other->plan_id)
        take_record(into, other);
    for (size_t i = 0; i < count; i++) {
        const struct kept_table *table = memory_table(other, into->tables[i].role);
        tables[i] =
            table ? merged_table(pool, into, &into->tables[i], other, table) : into->tables[i];
    }
    for (size_t i = 0; i < other->table_count; i++)
        if (!memory_table(into, other->tables[i].role))
            tables[count++] = other->tables[i];
    into->tables = tables;
    into->table_count = count;
    merge_sheets(pool, into, other);
    add_typed(pool, into, other);
    if (!into->lost[0])
        into->lost = other->lost;
    else if (other->lost[0] && !strstr(into->lost, other->lost))
        into->lost = pool_print(pool, "%s; %s", into->lost, other->lost);
}
