/* today_page: rows of the sheet Today, and the words that its parts share. */
#include "xlsx/sheets/today_page.h"

#include <math.h>
#include <string.h>

#define SECTION_HEIGHT 30
#define TEXT_LETTERS   36 /* of a line, where a program has wide letters for it */
#define TEXT_LINE      16.0
#define STRONG_LETTERS 30
#define STRONG_HEIGHT  26.0
#define STRONG_LINE    16.0
#define HEIGHT_MOST    400.0
#define PIECE_BYTES    200

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

bool today_all_done(const struct today_page *page)
{
    return today_value(page, TODAY_PLAN_THINGS) > 0 &&
           today_value(page, TODAY_PLAN_DONE) >= today_value(page, TODAY_PLAN_THINGS);
}

const char *today_all_done_test(const struct today_page *page)
{
    const char *things = today_cell(page, TODAY_PLAN_THINGS);

    return pool_print(page->tracker->pool, "AND(%s>0,%s>=%s)", things,
                      today_cell(page, TODAY_PLAN_DONE), things);
}

const char *today_quoted(struct pool *pool, const char *words)
{
    struct text out = TEXT_INIT;
    size_t piece = 0;

    text_add_char(&out, '"');
    for (const char *at = words; *at != '\0'; at++) {
        /* a text in a formula has 255 letters at most */
        if (piece++ >= PIECE_BYTES && ((unsigned char)*at & 0xC0) != 0x80) {
            text_add(&out, "\"&\"");
            piece = 0;
        }
        text_add(&out, *at == '"' ? "\"" : "");
        text_add_char(&out, *at);
    }
    text_add_char(&out, '"');
    const char *copy = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return copy;
}

/* Lines that WORDS take, broken at blanks, of so many LETTERS. */
static int lines_of(const char *words, int letters)
{
    int lines = 1, used = 0;

    for (const char *at = words; *at != '\0'; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        int columns = utf8_columns(at, length);
        bool fits = used == 0 || used + 1 + columns <= letters;
        lines += fits ? 0 : 1;
        used = fits && used > 0 ? used + 1 + columns : columns;
        lines += (used - 1) / letters; /* a word longer than a line */
        used = used > letters ? (used - 1) % letters + 1 : used;
        at += length;
    }
    return lines;
}

double today_height(const char *words, enum style style)
{
    bool strong = style == STYLE_TODAY_STRONG;
    int lines = lines_of(words, strong ? STRONG_LETTERS : TEXT_LETTERS);

    if (*words == '\0')
        return TODAY_EMPTY_HEIGHT;
    return fmin(HEIGHT_MOST, strong ? STRONG_HEIGHT + STRONG_LINE * (lines - 1)
                                    : TODAY_ROW_HEIGHT + TEXT_LINE * (lines - 1));
}

/* Goes on to the next row. */
static void set_height(struct today_page *page, double height, bool shown)
{
    lxw_row_col_options options = {.hidden = !shown};

    worksheet_set_row_opt(page->sheet, page->row++, height, NULL, &options);
    page->height += shown ? height : 0;
}

void today_put_section(struct today_page *page, const char *formula, const char *words)
{
    if (formula)
        put_formula(page->tracker, page->sheet, page->row, TODAY_LABELS, formula,
                    STYLE_TODAY_SECTION, 0, words);
    else
        put_text(page->tracker, page->sheet, page->row, TODAY_LABELS, words, STYLE_TODAY_SECTION);
    put_blank(page->tracker, page->sheet, page->row, TODAY_WORDS, STYLE_TODAY_SECTION);
    set_height(page, SECTION_HEIGHT, !page->left_out);
}

void today_end_row_as(struct today_page *page, double height, bool some, enum style look)
{
    const char *letters = column_letters(page->tracker, TODAY_WORDS);

    today_mark_cells(page, TODAY_LABELS, TODAY_WORDS,
                     pool_print(page->tracker->pool, "=LEN($%s%u)>0", letters, page->row + 1),
                     look);
    set_height(page, height, !page->over || (some && !page->left_out));
}

void today_end_bar(struct today_page *page, double height, bool some)
{
    const char *label = cell_reference(page->tracker, page->row, TODAY_LABELS);

    today_mark_cells(page, TODAY_LABELS, TODAY_LABELS,
                     pool_print(page->tracker->pool, "=LEN(%s)>0", label), STYLE_TODAY_RULED);
    set_height(page, height, !page->over || (some && !page->left_out));
}

void today_end_row(struct today_page *page, double height, bool some)
{
    today_end_row_as(page, height, some, STYLE_TODAY_RULED);
}

void today_put_row(struct today_page *page, const char *label, const char *formula,
                   const char *words, enum style style, double least)
{
    struct tracker *tracker = page->tracker;

    put_formula(tracker, page->sheet, page->row, TODAY_LABELS,
                pool_print(tracker->pool, "=IF(%s=\"\",\"\",\"%s\")",
                           cell_reference(tracker, page->row, TODAY_WORDS), label),
                STYLE_TODAY_LABEL, 0, *words ? label : "");
    put_formula(tracker, page->sheet, page->row, TODAY_WORDS, formula, style, 0, words);
    today_end_row_as(page, fmax(least, today_height(words, style)), *words,
                     style == STYLE_TODAY_ASK ? STYLE_TODAY_ASKED : STYLE_TODAY_RULED);
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
