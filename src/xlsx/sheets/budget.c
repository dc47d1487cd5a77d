/* budget: the sheet of what things cost. */
#include "xlsx/sheets/sheets.h"

#include <math.h>

enum { CURRENCY = 4 };

static const struct column columns[] = {
    {"key", "Key", 38, COLUMN_KEY, true},
    {"given", "Given", 10, COLUMN_GIVEN, true},
    {"item", "Item", 50, COLUMN_WRITTEN, false},
    {"section", "Section", 28, COLUMN_SECTION, false},
    [CURRENCY] = {"currency", "Currency", 10, COLUMN_CURRENCY, false},
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

/* How many of the roadmap's costs are in CURRENCY. */
static size_t costs_in(const struct tracker *tracker, const char *currency)
{
    size_t count = 0;

    for (size_t i = 0; i < tracker->plan->item_count; i++)
        count += item_has_row(&tracker->plan->items[i], &budget_sheet) &&
                 same_words(tracker->plan->items[i].price.currency, currency);
    return count;
}

const char *currency_of_costs(const struct tracker *tracker)
{
    const char *currency = NULL;
    size_t most = 0;

    for (size_t i = 0; i < tracker->plan->item_count; i++) {
        const struct item *item = &tracker->plan->items[i];
        if (!item_has_row(item, &budget_sheet) || item->price.currency[0] == '\0' ||
            (currency && same_words(currency, item->price.currency)))
            continue;
        size_t count = costs_in(tracker, item->price.currency);
        if (count > most) {
            most = count;
            currency = item->price.currency;
        }
    }
    return currency;
}

/* true where the cost in ROW is in another currency than the most. */
static bool is_foreign(const struct item_row *row, const char *currency)
{
    return currency && row->currency[0] != '\0' && !same_words(row->currency, currency);
}

double budget_sum(const struct tracker *tracker, bool actual)
{
    const char *currency = currency_of_costs(tracker);
    double sum = 0;

    for (size_t i = 0; i < tracker->item_row_count; i++) {
        const struct item_row *row = &tracker->item_rows[i];
        double amount = actual ? row->actual : row->planned;
        if (row->tab == budget_sheet.tab && isfinite(amount) && !is_foreign(row, currency))
            sum += amount;
    }
    return sum;
}

size_t budget_left_out(const struct tracker *tracker, bool actual)
{
    const char *currency = currency_of_costs(tracker);
    size_t count = 0;

    for (size_t i = 0; i < tracker->item_row_count; i++) {
        const struct item_row *row = &tracker->item_rows[i];
        double amount = actual ? row->actual : row->planned;
        count += row->tab == budget_sheet.tab && amount > 0 && is_foreign(row, currency);
    }
    return count;
}

/* Criteria: in a currency; in the most frequent. */
static const char *in_any(struct tracker *tracker)
{
    return pool_print(tracker->pool, "%s,\"?*\"", column_range(tracker, &budget_sheet, CURRENCY));
}

static const char *in_main(struct tracker *tracker)
{
    return pool_print(tracker->pool, "%s,\"%s\"", column_range(tracker, &budget_sheet, CURRENCY),
                      criterion(tracker->pool, currency_of_costs(tracker)));
}

const char *budget_sum_formula(struct tracker *tracker, bool actual)
{
    const char *cells =
        column_range(tracker, &budget_sheet, actual ? BUDGET_ACTUAL : BUDGET_PLANNED);

    if (!currency_of_costs(tracker))
        return pool_print(tracker->pool, "SUM(%s)", cells);
    return pool_print(tracker->pool, "SUM(%s)-SUMIFS(%s,%s)+SUMIFS(%s,%s)", cells, cells,
                      in_any(tracker), cells, in_main(tracker));
}

const char *budget_left_out_formula(struct tracker *tracker, bool actual)
{
    const char *cells =
        column_range(tracker, &budget_sheet, actual ? BUDGET_ACTUAL : BUDGET_PLANNED);

    if (!currency_of_costs(tracker))
        return "0";
    return pool_print(tracker->pool, "COUNTIFS(%s,\">0\",%s)-COUNTIFS(%s,\">0\",%s)", cells,
                      in_any(tracker), cells, in_main(tracker));
}
