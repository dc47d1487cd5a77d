/* milestones: the sheet of what to reach. */
#include "xlsx/cells/done.h"
#include "xlsx/sheets/sheets.h"

#include <math.h>

enum { TARGET = 3, TO_GO = 5, OPEN = 8 };

static const struct column columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"milestone", "Milestone", 50, COLUMN_WRITTEN, false},
    {"section", "Section", 24, COLUMN_SECTION, false},
    [TARGET] = {"due", "Target", 12, COLUMN_DUE, false},
    {"first", "First plan", 12, COLUMN_FIRST, false},
    [TO_GO] = {"to-go", "To go", 20, COLUMN_WORKED, false},
    [MILESTONE_REACHED] = {"reached", "Reached", 13, COLUMN_DAY, false},
    {"evidence", "Evidence", 50, COLUMN_NOTE, false},
    [OPEN] = {"open", "To come", 12, COLUMN_WORKED, true},
};

static bool belongs(const struct item *item)
{
    return item->kind == ITEM_MILESTONE;
}

/* true where ROW is yet to be reached, on the day AS_OF or behind it. */
static bool is_to_come(const struct item_row *row, double as_of)
{
    return isfinite(row->due) && row->due >= as_of && !row->done;
}

/* "in 9 days", of a target so many days ahead. */
static const char *words_of_days(struct pool *pool, double days)
{
    if (days == 0)
        return "today";
    if (fabs(days) == 1)
        return days > 0 ? "tomorrow" : "yesterday";
    return days > 0 ? pool_print(pool, "in %.0f days", days)
                    : pool_print(pool, "%.0f days ago", -days);
}

/* When it is to be reached, in words; the next one says so. NEXT: its date. */
static const char *words_to_go(struct pool *pool, const struct item_row *row, double as_of,
                               double next)
{
    if (row->done)
        return "reached";
    if (!isfinite(row->due))
        return "";
    const char *words = words_of_days(pool, floor(row->due) - as_of);
    return is_to_come(row, as_of) && row->due == next ? pool_print(pool, "next: %s", words) : words;
}

static void put_to_go(struct tracker *tracker, lxw_worksheet *sheet, const struct item_row *row,
                      double as_of, double next)
{
    struct pool *pool = tracker->pool;
    unsigned line = row->row + 1;
    const char *target = pool_print(pool, "$%s%u", column_letters(tracker, TARGET), line);
    const char *reached =
        pool_print(pool, "$%s%u", column_letters(tracker, MILESTONE_REACHED), line);
    const char *open = pool_print(pool, "$%s%u", column_letters(tracker, OPEN), line);
    const char *done = done_test(tracker, COLUMN_DAY, reached);
    const char *days = pool_print(pool, "INT(%s)-AsOf", target);
    bool to_come = is_to_come(row, as_of);

    put_formula(tracker, sheet, row->row, OPEN,
                pool_print(pool, "=IF(ISNUMBER(%s),IF(%s>=AsOf,IF(%s,\"\",%s),\"\"),\"\")", target,
                           target, done, target),
                STYLE_DATE, to_come ? row->due : 0, to_come ? NULL : "");
    put_formula(
        tracker, sheet, row->row, TO_GO,
        pool_print(
            pool,
            "=IF(%s,\"reached\",IF(NOT(ISNUMBER(%s)),\"\","
            "IF(%s=%s,\"next: \",\"\")&IF(%s=0,\"today\",IF(%s=1,\"tomorrow\","
            "IF(%s=-1,\"yesterday\",IF(%s>0,\"in \"&(%s)&\" days\",-(%s)&\" days ago\"))))))",
            done, target, open, cell_reference(tracker, HINT_ROW, OPEN), days, days, days, days,
            days, days),
        STYLE_QUIET, 0, words_to_go(pool, row, as_of, next));
}

/* The next one stands out. */
static void mark_next(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t last)
{
    lxw_conditional_format next = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                   .format = tracker->styles.formats[STYLE_NEXT]};

    next.value_string = pool_print(tracker->pool, "=LEFT($%s%u,5)=\"next:\"",
                                   column_letters(tracker, TO_GO), FIRST_ROW + 1);
    worksheet_conditional_format_range(sheet, FIRST_ROW, 0, last, TO_GO, &next);
}

static void finish(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t last)
{
    double as_of = date_serial(tracker->figures->as_of), next = 0;

    for (size_t i = 0; i < tracker->item_row_count; i++) {
        const struct item_row *row = &tracker->item_rows[i];
        if (row->tab == milestones_sheet.tab && is_to_come(row, as_of) &&
            (next == 0 || row->due < next))
            next = row->due;
    }
    put_formula(tracker, sheet, HINT_ROW, OPEN,
                pool_print(tracker->pool, "=MIN(%s)",
                           range_reference(tracker, milestones_sheet.tab, OPEN, FIRST_ROW, last)),
                STYLE_DATE, next, NULL);
    for (size_t i = 0; i < tracker->item_row_count; i++)
        if (tracker->item_rows[i].tab == milestones_sheet.tab)
            put_to_go(tracker, sheet, &tracker->item_rows[i], as_of, next);
    mark_next(tracker, sheet, last);
}

const struct sheet milestones_sheet = {
    .tab = "Milestones",
    .role = "milestones",
    .title = "Milestones",
    .hint = "When it was reached, and what shows it. Milestones of your own go below.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .belongs = belongs,
    .done = MILESTONE_REACHED,
    .finish = finish,
};
