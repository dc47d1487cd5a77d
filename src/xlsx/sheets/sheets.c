/* sheets: the one table of the tracker's sheets, which are added and filled in its order. */
#include "xlsx/sheets/sheets.h"

#include <ctype.h>
#include <string.h>

#include "base/report.h"
#include "memory/columns.h"
#include "xlsx/cells/carried.h"
#include "xlsx/cells/moved_sheets.h"
#include "xlsx/cells/strays.h"
#include "xlsx/cells/worded.h"

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

/* true where the learner writes on it. */
static bool takes_entries(const struct sheet *about)
{
    return about->role && table_takes_entries(about->role);
}

/* The last column of ABOUT that shows, among those of roadbook. */
static lxw_col_t last_shown(const struct sheet *about)
{
    size_t last = about->columns ? about->column_count - 1 : about->jumps_end;

    while (last > 0 && about->columns && about->columns[last].hidden)
        last--;
    return (lxw_col_t)last;
}

/* Links at the right end of the title's row: Today, Dashboard, Log, without the sheet itself. */
static void put_jumps(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about)
{
    const struct {
        const struct sheet *to;
        const char *cell;
    } jumps[] = {{&log_sheet, "B5"}, {&dashboard_sheet, "A1"}, {&today_sheet, "A1"}};
    lxw_col_t column = last_shown(about), wide = about->jump_columns > 0 ? about->jump_columns : 1;

    for (size_t i = 0; i < sizeof jumps / sizeof *jumps && column >= wide; i++) {
        if (jumps[i].to == about)
            continue;
        put_jump(tracker, sheet, TITLE_ROW, column, jumps[i].to->tab, jumps[i].cell,
                 jumps[i].to->tab, STYLE_JUMP);
        column = (lxw_col_t)(column - wide);
    }
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about)
{
    tracker->link_count = 0;
    worksheet_set_tab_color(sheet, takes_entries(about) || about == &today_sheet ? COLOR_TAB_INPUT
                                                                                 : COLOR_TAB_SHOWN);
    put_jumps(tracker, sheet, about);
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

static bool is_there(const struct tracker *tracker, const struct sheet *about)
{
    return about && (!about->wanted || about->wanted(tracker));
}

/* Where the columns of the old tracker's tables are. Where a sheet lays itself out, or another is
 * called so now, nobody knows what a column of it was. */
static void note_moved(struct tracker *tracker)
{
    const struct memory *memory = tracker->edition->memory;

    for (size_t i = 0; memory && i < memory->laid_count; i++) {
        const struct kept_table *laid = &memory->laid[i];
        const struct sheet *about = sheet_of_role(laid->role);
        bool there = is_there(tracker, about), called = false;
        for (size_t k = 0; k < COUNT; k++)
            called |= is_there(tracker, table[k]) && same_words(table[k]->tab, laid->tab);
        if (there ? about->columns != NULL : !called)
            moved_sheet_add(tracker, laid, there ? about : NULL);
    }
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
        if (!is_there(tracker, about) || !about->columns)
            stray_headers(tracker, kept);
    }
    note_moved(tracker);
}

/* Says which cells stand on the sheet of what found no place, the first of them by name. */
static void say_strays(struct tracker *tracker)
{
    struct text names = TEXT_INIT;
    size_t count = tracker->stray_count;

    for (size_t i = 0; i < count && i < MOST_NAMED; i++) {
        const struct stray *stray = &tracker->strays[i];
        text_print(&names, "%s%s, %s, %s", i > 0 ? "; " : "", stray->tab, stray->row,
                   stray->header);
    }
    if (count > MOST_NAMED)
        text_print(&names, "; and %zu more", count - MOST_NAMED);
    if (count > 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_NOT_CARRIED,
               "%zu cell%s of the old tracker ha%s no place in this one: see the sheet \"%s\" (%s)",
               count, count == 1 ? "" : "s", count == 1 ? "s" : "ve", old_rows_sheet.tab,
               text_string(&names));
    text_free(&names);
}

/* Says that entries count as Other, for want of their category in the plan. */
static void say_unknown(const struct tracker *tracker)
{
    const struct figures *figures = tracker->figures;
    size_t count = figures->unknown_rows;

    if (count > 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_OTHER_CATEGORY,
               "%zu row%s of the Log count%s as Other: the plan has no category \"%s\"%s (row %zu)",
               count, count == 1 ? "" : "s", count == 1 ? "s" : "",
               tracker->logbook->entries[figures->first_unknown].category,
               count == 1 ? "" : ", to name the first", FIRST_ROW + 1 + figures->first_unknown);
}

/* Says what the learner should know of what became of the old tracker. */
static void say_carried(struct tracker *tracker)
{
    const struct memory *memory = tracker->edition->memory;
    const struct named_cells *lost = &tracker->lost_formulas, *blank = &tracker->blank_formulas;
    const struct named_cells *unmoved = &tracker->unmoved_formulas;
    const struct named_cells *doubtful = &tracker->doubtful_hours;

    if (tracker->decided_dues > 0)
        report(NOWHERE, SEVERITY_NOTE, RULE_DECIDED_DUES,
               "%zu due date%s that you set in the tracker stay%s as you set %s",
               tracker->decided_dues, tracker->decided_dues == 1 ? "" : "s",
               tracker->decided_dues == 1 ? "s" : "", tracker->decided_dues == 1 ? "it" : "them");
    if (lost->count > 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_NOT_CARRIED,
               "%zu formula%s of the old tracker name%s another workbook or a table: only what %s "
               "gave is carried over (%s)",
               lost->count, lost->count == 1 ? "" : "s", lost->count == 1 ? "s" : "",
               lost->count == 1 ? "it" : "they", lost->names);
    if (unmoved->count > 0)
        report(
            NOWHERE, SEVERITY_WARNING, RULE_NOT_CARRIED,
            "%zu formula%s of the old tracker refer%s to columns that are gone or stand no longer "
            "together: only what %s gave is carried over (%s)",
            unmoved->count, unmoved->count == 1 ? "" : "s", unmoved->count == 1 ? "s" : "",
            unmoved->count == 1 ? "it" : "they", unmoved->names);
    if (blank->count > 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_NOT_CARRIED,
               "%zu formula%s of the old tracker ha%s no value stored, and count%s as 0 until a "
               "spreadsheet program has saved the file (%s)",
               blank->count, blank->count == 1 ? "" : "s", blank->count == 1 ? "s" : "ve",
               blank->count == 1 ? "s" : "", blank->names);
    if (doubtful->count > 0)
        report(
            NOWHERE, SEVERITY_WARNING, RULE_DOUBTFUL_HOURS,
            "%zu number%s under Hours may be a time of day or hours; write %s as 1.5 or \"6 min\" "
            "where %s not meant so (%s)",
            doubtful->count, doubtful->count == 1 ? "" : "s", doubtful->count == 1 ? "it" : "them",
            doubtful->count == 1 ? "it is" : "they are", doubtful->names);
    say_worded(tracker);
    say_strays(tracker);
    say_unknown(tracker);
    if (!memory || memory->lost[0] == '\0')
        return;
    tracker->loses = true;
    report(NOWHERE, SEVERITY_WARNING, RULE_NOT_CARRIED,
           "roadbook's sheets of the old tracker are carried over without %s", memory->lost);
}

void sheets_write(struct tracker *tracker)
{
    lxw_worksheet *tabs[COUNT] = {NULL};
    size_t added = 0;

    for (size_t i = 0; i < COUNT; i++)
        if (is_there(tracker, table[i]))
            added += (tabs[i] = sheet_add(tracker, table[i]->tab)) != NULL;
    own_sheets_add(tracker);
    for (int turn = 0; turn < 2; turn++) /* those that sum up others behind them */
        for (size_t i = 0; i < COUNT; i++)
            if (tabs[i] && table[i]->sums_up == (turn == 1))
                fill(tracker, tabs[i], table[i]);
    plan_imprint_put(tracker, tabs[COUNT - 1], added);
    say_carried(tracker);
}
