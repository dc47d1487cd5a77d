/* today_sessions: of the sheet Today: what to do tonight, or next, and the sessions of the week. */
#include "xlsx/sheets/today_page.h"

#include <math.h>

/* The session's cell in COLUMN of Days, a formula's piece; "" is no 0. */
static const char *of_session(const struct today_page *page, lxw_col_t column)
{
    return pool_print(page->tracker->pool, "INDEX(%s,%s)&\"\"",
                      days_range(page->tracker, page->view, column),
                      today_cell(page, TODAY_SESSION));
}

static const char *known_session(const struct today_page *page, const char *otherwise,
                                 const char *piece)
{
    return pool_print(page->tracker->pool, "=IF(%s=0,\"%s\",%s)", today_cell(page, TODAY_SESSION),
                      otherwise, piece);
}

#define NEXT_SESSION "Next session"
#define NONE_LEFT    "No session is left in the plan."

/* Where the session works at something that has a link. */
static void put_link_row(struct today_page *page, const char *open)
{
    struct pool *pool = page->tracker->pool;
    const char *link = of_session(page, DAYS_LINK);
    lxw_row_t row = page->row;

    today_put_row(page, "",
                  known_session(page, "",
                                pool_print(pool, "IF(%s=\"\",\"\",HYPERLINK(%s,%s))", link, link,
                                           of_session(page, DAYS_OPEN))),
                  open, STYLE_TODAY_LINK, TODAY_ROW_HEIGHT);
    put_formula(page->tracker, page->sheet, row, TODAY_LABELS,
                pool_print(pool, "=IF(%s=\"\",\"\",\"Link\")",
                           cell_reference(page->tracker, row, TODAY_WORDS)),
                STYLE_TODAY_LABEL, 0, *open ? "Link" : "");
}

void today_put_tonight(struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    size_t at = (size_t)today_value(page, TODAY_SESSION);
    struct session_words words = {.what = NONE_LEFT};
    bool now = today_value(page, TODAY_DATE) == date_serial(page->tracker->edition->today);
    unsigned line = (unsigned)today_value(page, TODAY_LINE);

    if (at > 0)
        words = session_words(page->tracker, &page->tracker->schedule->sessions[at - 1]);
    today_put_section(
        page,
        pool_print(pool, "=IF(%s=0,\"" NEXT_SESSION "\",IF(%s=AsOf,%s,\"" NEXT_SESSION "\"))",
                   today_cell(page, TODAY_SESSION), today_cell(page, TODAY_DATE),
                   of_session(page, DAYS_CALLED)),
        at > 0 && now ? words.called : NEXT_SESSION);
    today_put_row(page, "What", known_session(page, NONE_LEFT, of_session(page, DAYS_WHAT)),
                  words.what, STYLE_TODAY_STRONG, 40);
    today_put_row(page, "", known_session(page, "", of_session(page, DAYS_ABOUT)),
                  at > 0 ? words.about : "", STYLE_TODAY_TEXT, 36);
    today_put_row(
        page, "When",
        known_session(page, "",
                      pool_print(pool, "IF(%s=AsOf,\"\",%s&\", \")&%s",
                                 today_cell(page, TODAY_DATE),
                                 date_piece(page, today_cell(page, TODAY_DATE), true, false),
                                 of_session(page, DAYS_CLOCK))),
        at == 0 ? ""
        : now   ? words.clock
                : pool_print(pool, "%s, %s",
                             date_words(page, today_day(page, TODAY_DATE), true, false), words.clock),
        STYLE_TODAY_TEXT, TODAY_ROW_HEIGHT);
    today_put_row(page, "Part", known_session(page, "", of_session(page, DAYS_PART)),
                  at > 0 ? words.part : "", STYLE_TODAY_TEXT, TODAY_ROW_HEIGHT);
    today_put_row(
        page, "Hours",
        pool_print(
            pool, "=IF(%s=0,\"\",HYPERLINK(\"#%s!%s\"&%s,\"Type them in the Log, row \"&%s))",
            today_cell(page, TODAY_LINE), log_sheet.tab, column_letters(page->tracker, LOG_HOURS),
            today_cell(page, TODAY_LINE), today_cell(page, TODAY_LINE)),
        line > 0 ? pool_print(pool, "Type them in the Log, row %u", line) : "", STYLE_TODAY_ASK,
        28);
    put_link_row(page, at > 0 ? words.open : "");
}

static void put_week_head(struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *week = today_cell(page, TODAY_WEEK),
               *planned = today_cell(page, TODAY_WEEK_PLANNED);
    day today = page->tracker->edition->today, start = today_day(page, TODAY_START);
    const char *begins = date_words(page, start, false, true);
    const char *ended = date_words(page, today_day(page, TODAY_END), false, true);
    const char *words;

    if (today_value(page, TODAY_WEEK) > 0 && today >= start)
        words =
            pool_print(pool, "This week, %.0f of %.0f: %s", today_value(page, TODAY_WEEK),
                       today_value(page, TODAY_WEEKS),
                       today_value(page, TODAY_WEEK_PLANNED) > 0
                           ? pool_print(pool, "%s h planned",
                                        hours_words(page, today_value(page, TODAY_WEEK_PLANNED)))
                           : "none planned");
    else
        words = pool_print(pool, today < start ? "The plan begins on %s" : "The plan ended on %s",
                           today < start ? begins : ended);
    today_put_section(
        page,
        pool_print(pool,
                   "=IF(AsOf<%s,\"The plan begins on \"&%s,IF(%s=0,\"The plan ended on \"&%s,"
                   "\"This week, \"&%s&\" of \"&%s&\": \"&IF(%s>0,FIXED(%s,2,TRUE)&\" h "
                   "planned\",\"none planned\")))",
                   today_cell(page, TODAY_START),
                   date_piece(page, today_cell(page, TODAY_START), false, true), week,
                   date_piece(page, today_cell(page, TODAY_END), false, true), week,
                   today_cell(page, TODAY_WEEKS), planned, planned),
        words);
}

/* What was logged in the week, a bar as long as its share of what is planned. */
static void put_so_far(struct today_page *page)
{
    struct tracker *tracker = page->tracker;
    lxw_conditional_format bar = {
        .type = LXW_CONDITIONAL_DATA_BAR,
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_FORMULA,
        .max_value_string =
            pool_print(tracker->pool, "=%s", cell_reference(tracker, page->row, TODAY_HELP)),
        .bar_color = COLOR_SHARE,
        .bar_solid = LXW_TRUE,
        .data_bar_2010 = LXW_TRUE,
    };

    put_text(tracker, page->sheet, page->row, TODAY_LABELS, "So far", STYLE_TODAY_LABEL);
    put_formula(tracker, page->sheet, page->row, TODAY_WORDS,
                pool_print(tracker->pool, "=%s", today_cell(page, TODAY_WEEK_LOGGED)),
                STYLE_TODAY_HOURS, today_value(page, TODAY_WEEK_LOGGED), NULL);
    put_formula(
        tracker, page->sheet, page->row, TODAY_HELP,
        pool_print(tracker->pool, "=MAX(%s,%s,1/100)", today_cell(page, TODAY_WEEK_PLANNED),
                   today_cell(page, TODAY_WEEK_LOGGED)),
        STYLE_HOURS,
        fmax(fmax(today_value(page, TODAY_WEEK_PLANNED), today_value(page, TODAY_WEEK_LOGGED)),
             0.01),
        NULL);
    worksheet_conditional_format_cell(page->sheet, page->row, TODAY_WORDS, &bar);
    worksheet_set_row(page->sheet, page->row++, 26, NULL);
}

/* The I-th session of the week: "☑ Mon", "The Book, chapter 7 · 1.17 h". */
static void put_week_row(struct today_page *page, size_t i)
{
    struct tracker *tracker = page->tracker;
    struct pool *pool = tracker->pool;
    const struct today_session *listed = &page->view->sessions[i];
    bool there = i < (size_t)today_value(page, TODAY_IN_WEEK);
    double hours = there && listed->logged > 0 ? listed->logged
                   : there                     ? listed->session->minutes / 60.0
                                               : 0.0;
    lxw_row_t row = FIRST_ROW + (lxw_row_t)i;
    const char *at[] = {
        [0] = pool_print(pool, "%s!%s", days_sheet.tab, cell_reference(tracker, row, DAYS_LISTED)),
        [1] = pool_print(pool, "%s!%s", days_sheet.tab, cell_reference(tracker, row, DAYS_NOW)),
        [2] = pool_print(pool, "%s!%s", days_sheet.tab, cell_reference(tracker, row, DAYS_LOGGED))};
    const char *in_week = today_cell(page, TODAY_IN_WEEK);

    put_formula(
        tracker, page->sheet, page->row, TODAY_LABELS,
        pool_print(pool,
                   "=IF(%s<%zu,\"\",IF(%s>0,\"" TICK_DONE " \",\"" TICK_OPEN " \")&LEFT(%s,3))",
                   in_week, i + 1, at[2], weekday_of_cell(tracker, at[1])),
        STYLE_TODAY_LABEL, 0,
        there ? pool_print(pool, "%s %s", listed->logged > 0 ? TICK_DONE : TICK_OPEN,
                           weekday_short_name(weekday_of((day)(listed->date - date_serial(0)))))
              : "");
    put_formula(tracker, page->sheet, page->row, TODAY_WORDS,
                pool_print(pool,
                           "=IF(%s<%zu,\"\",INDEX(%s,%s)&\" · \"&FIXED(IF(%s>0,%s,INDEX(%s,%s)),2,"
                           "TRUE)&\" h\")",
                           in_week, i + 1, days_range(tracker, page->view, DAYS_SHORT), at[0],
                           at[2], at[2], days_range(tracker, page->view, DAYS_HOURS), at[0]),
                STYLE_TODAY_LINE, 0,
                there ? pool_print(pool, "%s · %s h", session_words(tracker, listed->session).brief,
                                   hours_words(page, hours))
                      : "");
    put_formula(tracker, page->sheet, page->row, TODAY_HELP,
                pool_print(pool, "=IF((%s=%zu)*(%s=AsOf),1,0)", today_cell(page, TODAY_ROW), i + 1,
                           today_cell(page, TODAY_DATE)),
                STYLE_COUNT,
                today_value(page, TODAY_ROW) == (double)(i + 1) &&
                    today_value(page, TODAY_DATE) == date_serial(tracker->edition->today),
                NULL);
    today_mark_cells(page, TODAY_LABELS, TODAY_WORDS,
                     pool_print(pool, "=%s=1", cell_reference(tracker, page->row, TODAY_HELP)),
                     STYLE_TODAY_NOW);
    worksheet_set_row(page->sheet, page->row++, 21, NULL);
}

/* Hours of the week that no session asked for. */
static void put_beside(struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *beside = today_cell(page, TODAY_BESIDE);
    double hours = today_value(page, TODAY_BESIDE);
    lxw_row_t row = page->row;

    today_put_row(page, "",
                  pool_print(pool, "=IF(%s<=0,\"\",\"beside the plan · \"&FIXED(%s,2,TRUE)&\" h\")",
                             beside, beside),
                  hours > 0 ? pool_print(pool, "beside the plan · %s h", hours_words(page, hours))
                            : "",
                  STYLE_TODAY_LINE, TODAY_ROW_HEIGHT);
    put_formula(page->tracker, page->sheet, row, TODAY_LABELS,
                pool_print(pool, "=IF(%s<=0,\"\",\"Also\")", beside), STYLE_TODAY_LABEL, 0,
                hours > 0 ? "Also" : "");
}

void today_put_week(struct today_page *page)
{
    put_week_head(page);
    put_so_far(page);
    for (size_t i = 0; i < page->view->week_rows; i++)
        put_week_row(page, i);
    put_beside(page);
}
