/* today_page: rows of the sheet Today, and the words that its parts share. */
#include "xlsx/sheets/today_page.h"

#include <string.h>

const char *today_cell(const struct today_page *page, enum today_fact which)
{
    return fact_cell(page->tracker, which);
}

double today_value(const struct today_page *page, enum today_fact which)
{
    return page->view->facts[which];
}

day today_day(const struct today_page *page, enum today_fact which)
{
    return (day)(today_value(page, which) - date_serial(0));
}

const char *date_piece(const struct today_page *page, const char *cell, bool weekday, bool always)
{
    struct pool *pool = page->tracker->pool;
    const char *month = month_of_cell(page->tracker, cell);
    const char *named =
        weekday ? pool_print(pool, "LEFT(%s,3)&\" \"&", weekday_of_cell(page->tracker, cell)) : "";

    return always
               ? pool_print(pool, "%sDAY(%s)&\" \"&%s&\" \"&YEAR(%s)", named, cell, month, cell)
               : pool_print(pool, "%sDAY(%s)&\" \"&%s&IF(YEAR(%s)=YEAR(AsOf),\"\",\" \"&YEAR(%s))",
                            named, cell, month, cell, cell);
}

const char *date_words(const struct today_page *page, day date, bool weekday, bool always)
{
    struct pool *pool = page->tracker->pool;
    struct civil civil = civil_of(date), now = civil_of(page->tracker->edition->today);
    const char *words =
        pool_print(pool, "%s%s%d %s", weekday ? weekday_short_name(weekday_of(date)) : "",
                   weekday ? " " : "", civil.day, month_name(civil.month));

    return always || civil.year != now.year ? pool_print(pool, "%s %d", words, civil.year) : words;
}

const char *hours_words(const struct today_page *page, double hours)
{
    return pool_print(page->tracker->pool, "%.2f", sheet_round(hours, 2));
}

void today_put_section(struct today_page *page, const char *formula, const char *words)
{
    if (formula)
        put_formula(page->tracker, page->sheet, page->row, TODAY_LABELS, formula,
                    STYLE_TODAY_SECTION, 0, words);
    else
        put_text(page->tracker, page->sheet, page->row, TODAY_LABELS, words, STYLE_TODAY_SECTION);
    put_blank(page->tracker, page->sheet, page->row, TODAY_WORDS, STYLE_TODAY_SECTION);
    worksheet_set_row(page->sheet, page->row++, 30, NULL);
}

void today_put_row(struct today_page *page, const char *label, const char *formula,
                   const char *words, enum style style, double height)
{
    put_text(page->tracker, page->sheet, page->row, TODAY_LABELS, label, STYLE_TODAY_LABEL);
    put_formula(page->tracker, page->sheet, page->row, TODAY_WORDS, formula, style, 0, words);
    worksheet_set_row(page->sheet, page->row++, height, NULL);
}

void today_mark_cells(struct today_page *page, lxw_col_t first, lxw_col_t last, const char *test,
                      enum style style)
{
    lxw_conditional_format format = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                     .value_string =
                                         pool_copy(page->tracker->pool, test, strlen(test)),
                                     .format = page->tracker->styles.formats[style]};

    worksheet_conditional_format_range(page->sheet, page->row, first, page->row, last, &format);
}
