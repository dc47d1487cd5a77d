/* phases_ticks: what is done of a phase, counted, as a formula and in words. */
#include "xlsx/sheets/phases_ticks.h"

#include "xlsx/cells/carried.h"
#include "xlsx/cells/done.h"
#include "xlsx/cells/strays.h"

#define ROWS_MORE 1000 /* below a table, where rows of one's own count, too */

/* Whose rows are ticked, and count for the phase that they name. */
static const struct sheet *const ticked_sheets[] = {&tasks_sheet, &checklists_sheet,
                                                    &reading_sheet};
enum { TICKED_SHEETS = sizeof ticked_sheets / sizeof *ticked_sheets };

/* A column of a sheet of items, from its first row to well below its last. */
static const char *item_cells(struct tracker *tracker, const struct sheet *about, lxw_col_t column)
{
    const struct kept_table *kept = carried_of(tracker, about)->kept;
    size_t rows = items_held(tracker, about) + ROWS_MORE;

    for (size_t i = 0; kept && i < kept->row_count; i++)
        rows += kept->rows[i].key[0] == '\0' && is_own_row(kept, &kept->rows[i]);
    return range_reference(tracker, about->tab, column, FIRST_ROW, FIRST_ROW + (lxw_row_t)rows - 1);
}

const char *phase_ticks_formula(struct tracker *tracker, const char *name, bool done)
{
    struct text sum = TEXT_INIT;

    for (size_t i = 0; i < TICKED_SHEETS; i++) {
        const struct sheet *about = ticked_sheets[i];
        const char *phases = item_cells(tracker, about, column_of_kind(about, COLUMN_PHASE));
        const char *cells = item_cells(tracker, about, about->done);
        text_print(&sum, "%sSUMPRODUCT((%s=%s)*%s)", i > 0 ? "+" : "=", phases, name,
                   done ? done_cells(tracker, about->columns[about->done].kind, cells) : "1");
    }
    const char *formula = pool_copy(tracker->pool, text_string(&sum), sum.length);
    text_free(&sum);
    return formula;
}

struct phase_ticks count_phase_ticks(const struct tracker *tracker, const char *name)
{
    struct phase_ticks ticks = {0};

    for (size_t i = 0; i < tracker->item_row_count; i++) {
        const struct item_row *row = &tracker->item_rows[i];
        bool counts = false;
        for (size_t k = 0; k < TICKED_SHEETS; k++)
            counts |= row->tab == ticked_sheets[k]->tab;
        if (!counts || !same_words(row->phase, name))
            continue;
        ticks.tickable++;
        ticks.ticked += row->done;
    }
    return ticks;
}

const char *phase_ticks_words(struct tracker *tracker, struct phase_ticks ticks)
{
    return ticks.tickable == 0
               ? ""
               : pool_print(tracker->pool, "%zu of %zu", ticks.ticked, ticks.tickable);
}
