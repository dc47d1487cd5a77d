/* sheets: the one table of the tracker's sheets, which are added and filled in its order. */
#include "xlsx/sheets/sheets.h"

#include <ctype.h>
#include <string.h>

#include "base/report.h"
#include "memory/columns.h"
#include "xlsx/cells/carried.h"

static const struct sheet *const table[] = {
#define SHEET(name) &name##_sheet,
    SHEETS(SHEET)
#undef SHEET
};

enum { COUNT = sizeof table / sizeof table[0] };

/* A sheet that has no table is known by its tab to a later build. */
static void mark_sheet(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about)
{
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};
    char *tab = pool_copy(tracker->pool, about->tab, strlen(about->tab));

    for (char *at = tab; *at != '\0'; at++)
        *at = (char)tolower((unsigned char)*at);
    put_text(tracker, sheet, ROLE_ROW, 0, pool_print(tracker->pool, "#roadbook:%s:sheet", tab),
             STYLE_ROLE);
    worksheet_set_row_opt(sheet, ROLE_ROW, 12, NULL, &hidden);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about)
{
    tracker->link_count = 0;
    if (!about->role)
        mark_sheet(tracker, sheet, about);
    if (about->fill)
        about->fill(tracker, sheet);
    else
        table_of_items(tracker, sheet, about);
}

static const struct sheet *sheet_of_role(const char *role)
{
    for (size_t i = 0; i < COUNT; i++)
        if (table[i]->role && strcmp(table[i]->role, role) == 0)
            return table[i];
    return NULL;
}

/* What the learner wrote beside a table that only shows; all of one that only a later roadbook
 * knows. */
static void stray_table(struct tracker *tracker, const struct kept_table *kept, bool own_only)
{
    for (size_t i = 0; i < kept->row_count; i++)
        stray_row(tracker, kept, &kept->rows[i],
                  pool_print(tracker->pool, "row %u", (unsigned)kept->rows[i].line), own_only);
}

void sheets_carry(struct tracker *tracker)
{
    const struct memory *memory = tracker->edition->memory;
    size_t first;

    log_carry(tracker);
    for (size_t i = 0; i < COUNT; i++)
        if (table[i]->belongs)
            carry_items(tracker, carried_of(tracker, table[i]));
    first = tracker->stray_count;
    for (size_t i = 0; memory && i < memory->stray_count; i++)
        stray_table(tracker, &memory->strays[i], false);
    strays_drop_standing(tracker, first);
    for (size_t i = 0; memory && i < memory->table_count; i++) {
        const struct kept_table *kept = &memory->tables[i];
        const struct sheet *about = sheet_of_role(kept->role);
        bool carried = about && (about->belongs || about == &log_sheet || about == &old_rows_sheet);
        if (!carried)
            stray_table(tracker, kept, about || table_only_shows(kept->role));
    }
}

/* Says what the learner should know of what became of the old tracker. */
static void say_carried(struct tracker *tracker)
{
    const struct memory *memory = tracker->edition->memory;

    if (tracker->decided_dues > 0)
        report(NOWHERE, SEVERITY_NOTE, RULE_DECIDED_DUES,
               "%zu due date%s that you set in the tracker stay%s as you set %s",
               tracker->decided_dues, tracker->decided_dues == 1 ? "" : "s",
               tracker->decided_dues == 1 ? "s" : "", tracker->decided_dues == 1 ? "it" : "them");
    if (tracker->lost_formulas > 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_NOT_CARRIED,
               "%zu formula%s of the old tracker name%s another workbook or a table: only what %s "
               "gave is carried over",
               tracker->lost_formulas, tracker->lost_formulas == 1 ? "" : "s",
               tracker->lost_formulas == 1 ? "s" : "", tracker->lost_formulas == 1 ? "it" : "they");
    if (tracker->blank_formulas > 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_NOT_CARRIED,
               "%zu formula%s of the old tracker ha%s no value stored, and count%s as 0 until a "
               "spreadsheet program has saved the file",
               tracker->blank_formulas, tracker->blank_formulas == 1 ? "" : "s",
               tracker->blank_formulas == 1 ? "s" : "ve", tracker->blank_formulas == 1 ? "s" : "");
    if (tracker->stray_count > 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_NOT_CARRIED,
               "%zu cell%s of the old tracker ha%s no place in the plan any more, of the sheet %s "
               "the row \"%s\" among them: see \"%s\"",
               tracker->stray_count, tracker->stray_count == 1 ? "" : "s",
               tracker->stray_count == 1 ? "s" : "ve", tracker->strays[0].tab,
               tracker->strays[0].row, old_rows_sheet.tab);
    if (!memory || memory->lost[0] == '\0')
        return;
    tracker->loses = true;
    report(NOWHERE, SEVERITY_WARNING, RULE_NOT_CARRIED,
           "roadbook's sheets of the old tracker are carried over without %s", memory->lost);
}

void sheets_write(struct tracker *tracker)
{
    lxw_worksheet *tabs[COUNT] = {NULL};

    for (size_t i = 0; i < COUNT; i++)
        if (!table[i]->wanted || table[i]->wanted(tracker))
            tabs[i] = sheet_add(tracker, table[i]->tab);
    own_sheets_add(tracker);
    /* The first sums up the others, and is filled behind them. */
    for (size_t i = 1; i <= COUNT; i++)
        if (tabs[i % COUNT])
            fill(tracker, tabs[i % COUNT], table[i % COUNT]);
    say_carried(tracker);
}
