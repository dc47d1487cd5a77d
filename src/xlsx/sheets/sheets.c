/* sheets: the one table of the tracker's sheets, which are added and filled in its order. */
#include "xlsx/sheets/sheets.h"

static const struct sheet *const table[] = {
#define SHEET(name) &name##_sheet,
    SHEETS(SHEET)
#undef SHEET
};

static void fill(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about)
{
    tracker->link_count = 0;
    if (about->fill)
        about->fill(tracker, sheet);
    else
        table_of_items(tracker, sheet, about);
}

void sheets_write(struct tracker *tracker)
{
    enum { COUNT = sizeof table / sizeof table[0] };
    lxw_worksheet *tabs[COUNT] = {NULL};

    for (size_t i = 0; i < COUNT; i++)
        if (!table[i]->wanted || table[i]->wanted(tracker))
            tabs[i] = sheet_add(tracker, table[i]->tab);
    /* The first sums up the others, and is filled behind them. */
    for (size_t i = 1; i <= COUNT; i++)
        if (tabs[i % COUNT])
            fill(tracker, tabs[i % COUNT], table[i % COUNT]);
}
