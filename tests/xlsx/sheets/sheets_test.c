/* sheets: what stands in the one table of sheets holds together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "xlsx/sheets/sheets.h"

static const struct sheet *const all[] = {
#define SHEET(name) &name##_sheet,
    SHEETS(SHEET)
#undef SHEET
};
#define COUNT (sizeof all / sizeof all[0])

static void tabs_are_names_of_their_own(void **state)
{
    (void)state;
    assert_string_equal(all[0]->tab, "Today");
    for (size_t i = 0; i < COUNT; i++) {
        assert_true(sheet_name_allowed(all[i]->tab));
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(all[i]->tab, all[k]->tab);
            if (all[i]->role && all[k]->role)
                assert_string_not_equal(all[i]->role, all[k]->role);
        }
    }
}

static void tables_have_no_holes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        const struct sheet *about = all[i];
        assert_true(about->fill || (about->belongs && about->columns));
        if (about->columns)
            assert_true(about->role && about->title && about->hint);
        for (size_t c = 0; c < about->column_count; c++) {
            const struct column *column = &about->columns[c];
            assert_true(column->role && column->header && column->width > 0);
            for (size_t k = 0; k < c; k++)
                assert_string_not_equal(column->role, about->columns[k].role);
        }
        if (about->done > 0) {
            assert_true(about->done < about->column_count);
            assert_true(is_input(about->columns[about->done].kind));
        }
    }
}

/* What other sheets count is the column that they mean. */
static void columns_stand_where_others_look(void **state)
{
    static const struct {
        const struct sheet *about;
        lxw_col_t column;
        const char *role;
    } cases[] = {
        {&log_sheet, LOG_DATE, "date"},
        {&log_sheet, LOG_CATEGORY, "category"},
        {&log_sheet, LOG_HOURS, "hours"},
        {&log_sheet, LOG_PLANNED, "planned"},
        {&log_sheet, LOG_TASK, "task"},
        {&log_sheet, LOG_NOTES, "notes"},
        {&tasks_sheet, TASK_DONE, "done"},
        {&checklists_sheet, CHECK_DONE, "done"},
        {&reading_sheet, READING_STATUS, "status"},
        {&milestones_sheet, MILESTONE_REACHED, "reached"},
        {&budget_sheet, BUDGET_PLANNED, "planned"},
        {&budget_sheet, BUDGET_ACTUAL, "actual"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(cases[i].about->columns[cases[i].column].role, cases[i].role);
}

static size_t sheets_of(const struct item *item)
{
    size_t found = 0;

    for (size_t i = 0; i < COUNT; i++)
        found += all[i]->belongs && all[i]->belongs(item);
    return found;
}

static void an_item_stands_on_one_sheet_at_most(void **state)
{
    (void)state;
    for (int kind = 0; kind < ITEM_KIND_COUNT; kind++)
        for (int box = CHECKBOX_NONE; box <= CHECKBOX_DONE; box++) {
            struct item item = {.kind = (enum item_kind)kind, .checkbox = (enum checkbox)box};
            assert_true(sheets_of(&item) <= 1);
            if (box != CHECKBOX_NONE) /* a box can be ticked somewhere */
                assert_int_equal(sheets_of(&item), 1);
        }
}

static void paces_have_a_sheet_where_they_were_asked_for(void **state)
{
    struct comparison comparison = {0};
    struct edition edition = {0};
    const struct tracker tracker = {.edition = &edition};

    (void)state;
    assert_false(comparison_sheet.wanted(&tracker));
    edition.comparison = &comparison;
    assert_false(comparison_sheet.wanted(&tracker));
    comparison.count = 2;
    assert_true(comparison_sheet.wanted(&tracker));
}

static void costs_have_the_most_frequent_currency(void **state)
{
    struct item items[] = {
        {.kind = ITEM_COST, .price = {.high = 1500, .currency = "EUR"}},
        {.kind = ITEM_COST, .price = {.high = 2050, .currency = ""}},
        {.kind = ITEM_COST, .price = {.high = 9900, .currency = "EUR", .at_most = true}},
        {.kind = ITEM_TASK, .price = {.high = 70000, .currency = "USD"}},
        {.kind = ITEM_COST, .price = {.high = 70000, .currency = "USD"}, .dropped = true},
    };
    struct plan plan = {.items = items, .item_count = sizeof items / sizeof items[0]};
    const struct tracker tracker = {.plan = &plan};

    (void)state;
    assert_string_equal(currency_of_costs(&tracker), "EUR");
    items[4].dropped = false;
    assert_string_equal(currency_of_costs(&tracker), "EUR");
    items[0].price.currency[0] = items[2].price.currency[0] = '\0';
    assert_string_equal(currency_of_costs(&tracker), "USD");
    items[4].dropped = true;
    assert_null(currency_of_costs(&tracker));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tabs_are_names_of_their_own),
        cmocka_unit_test(tables_have_no_holes),
        cmocka_unit_test(columns_stand_where_others_look),
        cmocka_unit_test(an_item_stands_on_one_sheet_at_most),
        cmocka_unit_test(paces_have_a_sheet_where_they_were_asked_for),
        cmocka_unit_test(costs_have_the_most_frequent_currency),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
