/* budget: the sheet of what things cost. */
#include "xlsx/sheets/sheets.h"

#include <string.h>

static const struct column columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"given", "Given", 10, COLUMN_GIVEN, true},
    {"item", "Item", 56, COLUMN_WRITTEN, false},
    {"section", "Section", 28, COLUMN_SECTION, false},
    {"currency", "Currency", 10, COLUMN_CURRENCY, false},
    [BUDGET_PLANNED] = {"planned", "Planned", 12, COLUMN_PRICE, false},
    [BUDGET_ACTUAL] = {"actual", "Actual", 12, COLUMN_MONEY, false},
    {"bought-on", "Bought on", 13, COLUMN_DAY, false},
    {"notes", "Notes", 50, COLUMN_NOTE, false},
};

static bool belongs(const struct item *item)
{
    return item->kind == ITEM_COST;
}

const struct sheet budget_sheet = {
    .tab = "Budget",
    .role = "budget",
    .title = "Budget",
    .hint = "Planned is the roadmap's price, of a range its upper end. Fill in what you paid.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .belongs = belongs,
};

const char *currency_of_costs(const struct tracker *tracker)
{
    const char *currency = NULL;

    for (size_t i = 0; i < tracker->plan->item_count; i++) {
        const struct item *item = &tracker->plan->items[i];
        if (!item_has_row(item, &budget_sheet) || item->price.currency[0] == '\0')
            continue;
        if (currency && strcmp(currency, item->price.currency) != 0)
            return NULL;
        currency = item->price.currency;
    }
    return currency;
}
