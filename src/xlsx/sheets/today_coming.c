/* today_coming: of the sheet Today: what is open past its day and what is due next; and what the
 * last build moved, while that is news. */
#include "xlsx/sheets/today_page.h"

#include <math.h>
#include <string.h>

/* "Due", or "Due, and 4 more open from before". */
static void put_due_head(struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *unsaid = today_cell(page, TODAY_UNSAID);
    double count = today_value(page, TODAY_UNSAID);

    today_put_section(
        page,
        pool_print(pool, "=\"Due\"&IF(%s>0,\", and \"&%s&\" more open from before\",\"\")", unsaid,
                   unsaid),
        count > 0 ? pool_print(pool, "Due, and %.0f more open from before", count) : "Due");
}

/* ", since 21 June", ", today", ", in 9 days". */
static const char *days_piece(const struct today_page *page, const char *date)
{
    return pool_print(page->tracker->pool,
                      "IF(%s<AsOf,\", since \"&%s,IF(%s=AsOf,\", today\",IF(%s=AsOf+1,\", "
                      "tomorrow\",\", in \"&(%s-AsOf)&\" days\")))",
                      date, date_piece(page, date, false, false), date, date, date);
}

static const char *days_words(const struct today_page *page, day on)
{
    struct pool *pool = page->tracker->pool;
    int days = on - page->tracker->edition->today;

    if (days < 0)
        return pool_print(pool, ", since %s", date_words(page, on, false, false));
    if (days < 2)
        return days == 0 ? ", today" : ", tomorrow";
    return pool_print(pool, ", in %d days", days);
}

/* The label of what is due on that day: "2 Aug"; "Open" behind it. */
static void put_due_label(struct today_page *page, const char *at, const char *date,
                          const struct today_due *due)
{
    struct tracker *tracker = page->tracker;
    day on = due ? (day)(due->due - date_serial(0)) : 0;
    const char *words = "";

    if (due)
        words = on < tracker->edition->today ? "Open"
                                             : pool_print(tracker->pool, "%d %s", civil_of(on).day,
                                                          month_short_name(civil_of(on).month));
    put_formula(tracker, page->sheet, page->row, TODAY_LABELS,
                pool_print(tracker->pool,
                           "=IF(%s=0,\"\",IF(%s<AsOf,\"Open\",DAY(%s)&\" \"&LEFT(%s,3)))", at, date,
                           date, month_of_cell(tracker, date)),
                STYLE_TODAY_LABEL, 0, words);
}

/* How high a row is that says DUE, NULL: nothing. */
static double due_height(const struct today_page *page, const struct today_due *due)
{
    const char *words = "";

    if (due)
        words = pool_print(page->tracker->pool, "%s%s", due_words(page->tracker, due),
                           days_words(page, (day)(due->due - date_serial(0))));
    return today_height(words, STYLE_TODAY_TEXT);
}

/* "2 Aug", "Todo CLI, in 9 days"; or "Open", "Todo CLI, since 2 August". */
static void put_due_row(struct today_page *page, size_t k)
{
    struct tracker *tracker = page->tracker;
    struct pool *pool = tracker->pool;
    const struct today_due *due = today_due_shown(page->view, k);
    const char *order = days_range(tracker, page->view, DAYS_DUE_ORDER);
    const char *at = cell_reference(tracker, page->row, TODAY_HELP);
    const char *date =
        pool_print(pool, "INDEX(%s,%s)", days_range(tracker, page->view, DAYS_DUE), at);
    const char *nth = pool_print(pool, "%zu+%s", k, today_cell(page, TODAY_UNSAID));
    const char *none = k == 1 ? "Nothing more is due." : "";
    const char *words = none;

    if (due)
        words = pool_print(pool, "%s%s", due_words(tracker, due),
                           days_words(page, (day)(due->due - date_serial(0))));
    put_formula(tracker, page->sheet, page->row, TODAY_HELP,
                pool_print(pool, "=IF(COUNT(%s)<%s,0,MATCH(SMALL(%s,%s),%s,0))", order, nth, order,
                           nth, order),
                STYLE_COUNT, due ? (double)(due - page->view->dues + 1) : 0.0, NULL);
    put_due_label(page, at, date, due);
    put_formula(tracker, page->sheet, page->row, TODAY_WORDS,
                pool_print(pool, "=IF(%s=0,\"%s\",INDEX(%s,%s)&%s)", at, none,
                           days_range(tracker, page->view, DAYS_DUE_WORDS), at,
                           days_piece(page, date)),
                STYLE_TODAY_TEXT, 0, words);
    today_mark_cells(
        page, TODAY_LABELS, TODAY_WORDS,
        pool_print(pool, "=%s=\"Open\"", cell_reference(tracker, page->row, TODAY_LABELS)),
        STYLE_TODAY_OPEN);
    const struct today_due *next = today_due_shown(page->view, k + 1);
    today_end_row(page, fmax(today_height(words, STYLE_TODAY_TEXT), due_height(page, next)), due);
}

void today_put_due(struct today_page *page)
{
    page->left_out = page->over && !today_due_shown(page->view, 1);
    put_due_head(page);
    for (size_t k = 1; k <= TODAY_DUES_SHOWN; k++)
        put_due_row(page, k);
    page->left_out = false;
}

#define NEWS_DAYS 14

/* What was news on the day SINCE, for two weeks, as high as it needs; OTHERWISE behind them, a
 * formula's piece, with LABEL beside it. */
static void put_news(struct today_page *page, const char *label, const char *words, day since,
                     const char *otherwise)
{
    struct pool *pool = page->tracker->pool;

    today_put_row(page, label,
                  pool_print(pool, "=IF(AsOf<=%.0f,%s,%s)", date_serial(since + NEWS_DAYS),
                             today_quoted(pool, words), otherwise),
                  words, STYLE_TODAY_TEXT, 0);
}

/* "1 Jul", "Nothing moved."; later only how long ago that was. */
static void put_day_of_build(struct today_page *page, const char *words)
{
    struct pool *pool = page->tracker->pool;
    const struct build_word *word = page->tracker->last_build;
    struct civil built = civil_of(word->date);

    put_news(page, pool_print(pool, "%d %s", built.day, month_short_name(built.month)), words,
             word->date, pool_print(pool, "(AsOf-%.0f)&\" days ago\"", date_serial(word->date)));
}

/* What an earlier build moved stands below. */
void today_put_last_build(struct today_page *page)
{
    const struct build_word *word = page->tracker->last_build;
    struct pool *pool = page->tracker->pool;
    bool earlier = word->moved_count == 0 || word->moved_on != word->date;
    bool news = page->tracker->edition->today <= word->moved_on + NEWS_DAYS;

    today_put_section(page, NULL, "The last build");
    if (earlier)
        put_day_of_build(page, "Nothing moved.");
    for (size_t i = 0; i < word->moved_count && news; i++) {
        const struct moved_line *line = &word->moved[i];
        if (i > 0)
            put_news(page, line->label, line->words, word->moved_on, "\"\"");
        else if (!earlier)
            put_day_of_build(page, line->words);
        else
            put_news(page, "Before",
                     pool_print(pool, "%s: %s", date_words(page, word->moved_on, false, true),
                                line->words),
                     word->moved_on, "\"\"");
    }
}
