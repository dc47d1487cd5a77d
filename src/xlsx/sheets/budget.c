/* budget: the sheet of what things cost. */
#include "xlsx/sheets/sheets.h"

#include <string.h>

static const struct column columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"item", "Item", 56, COLUMN_WRITTEN, false},
    {"section", "Section", 28, COLUMN_SECTION, false},
    {"currency", "Currency", 10, COLUMN_CURRENCY, false},
    {"planned", "Planned", 12, COLUMN_PRICE, false},
    {"actual", "Actual", 12, COLUMN_MONEY, false},
    {"bought-on", "Bought on", 13, COLUMN_DAY, false},
    {"notes", "Notes", 50, COLUMN_NOTE, false},
};

const struct table budget_table = {
    .sheet = "Budget",
    .token = "budget",
    .title = "Budget",
    .hint = "Planned is the roadmap's price, of a range its upper end. Fill in what you paid.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
};

bool is_cost_row(const struct item *item)
{
    return item->kind == ITEM_COST;
}

void budget_write(struct tracker *tracker, struct tallies *tallies)
{
    bool mixed = false;

    table_of_items(tracker, &budget_table, is_cost_row);
    tallies->currency = NULL;
    for (size_t i = 0; i < tracker->plan->item_count; i++) {
        const struct item *item = &tracker->plan->items[i];
        if (item->dropped || !is_cost_row(item))
            continue;
        tallies->planned_cost += planned_price(item);
        if (item->price.currency[0] == '\0')
            continue;
        if (tallies->currency && strcmp(tallies->currency, item->price.currency) != 0)
            mixed = true;
        tallies->currency = item->price.currency;
    }
    if (mixed)
        tallies->currency = NULL;
}
