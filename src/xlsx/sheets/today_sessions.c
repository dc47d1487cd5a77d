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
#define ALL_DONE     "All is done"
#define PLAN_OVER    "The plan is over"
#define NONE_NOW     "Nothing is left for this week"

/* true where anything that is worked at has a link. */
static bool has_links(const struct schedule *schedule)
{
    for (size_t i = 0; i < schedule->session_count; i++)
        for (size_t k = 0; k < schedule->sessions[i].item_count; k++)
            if (schedule->sessions[i].items[k]->link)
                return true;
    return false;
}

/* "; 3 of your own are open", a formula's piece: what the learner added, and has not done. */
static const char *own_piece(const struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *open = pool_print(pool, "(%s-%s-%s+%s)", today_cell(page, TODAY_THINGS),
                                  today_cell(page, TODAY_DONE), today_cell(page, TODAY_PLAN_THINGS),
                                  today_cell(page, TODAY_PLAN_DONE));

    return pool_print(
        pool, "IF(%s<=0,\"\",\"; \"&%s&\" of your own \"&IF(%s=1,\"is\",\"are\")&\" open\")", open,
        open, open);
}

static const char *own_words(const struct today_page *page)
{
    double open = today_value(page, TODAY_THINGS) - today_value(page, TODAY_DONE) -
                  today_value(page, TODAY_PLAN_THINGS) + today_value(page, TODAY_PLAN_DONE);

    return open <= 0 ? ""
                     : pool_print(page->tracker->pool, "; %.0f of your own %s open", open,
                                  open == 1 ? "is" : "are");
}

/* The learner's sum, where there is no next session: "115.38 h logged, 251 of 252 things done; 1 of
 * your own is open". */
static const char *sum_piece(const struct today_page *page)
{
    const char *things = today_cell(page, TODAY_THINGS);

    return pool_print(page->tracker->pool,
                      "FIXED(%s,2,TRUE)&\" h logged\"&IF(%s=0,\"\",\", \"&%s&\" of \"&%s&\" things "
                      "done\"&%s)",
                      today_cell(page, TODAY_LOGGED), things, today_cell(page, TODAY_DONE), things,
                      own_piece(page));
}

static const char *sum_words(const struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    double things = today_value(page, TODAY_THINGS);
    const char *hours = hours_words(page, today_value(page, TODAY_LOGGED));

    return things == 0 ? pool_print(pool, "%s h logged", hours)
                       : pool_print(pool, "%s h logged, %.0f of %.0f things done%s", hours,
                                    today_value(page, TODAY_DONE), things, own_words(page));
}

/* How high the row is of what to do, or of what it is about, on any day of the week until the next
 * build. */
static double most_height(const struct today_page *page, bool what)
{
    double height = 0;

    for (size_t i = 0; i < (size_t)today_value(page, TODAY_IN_WEEK); i++) {
        const struct today_session *listed = &page->view->sessions[i];
        if (listed->waits >= TODAY_NEVER)
            continue;
        struct session_words words = session_words(page->tracker, listed->session);
        height = fmax(height, what ? today_height(words.what, STYLE_TODAY_STRONG)
                                   : today_height(words.about, STYLE_TODAY_TEXT));
    }
    return height;
}

/* What to do next and what it is about; at the end, what it came to, and from when to when. */
static void put_what(struct today_page *page, const struct session_words *words)
{
    struct pool *pool = page->tracker->pool;
    const char *over = today_cell(page, TODAY_OVER);
    lxw_row_t row = page->row;

    today_put_row(page, "What",
                  pool_print(pool, "=IF(%s=1,%s,%s)", over, sum_piece(page),
                             known_session(page, NONE_LEFT, of_session(page, DAYS_WHAT)) + 1),
                  page->over ? sum_words(page) : words->what, STYLE_TODAY_STRONG,
                  page->over ? 0 : most_height(page, true));
    put_formula(page->tracker, page->sheet, row, TODAY_LABELS,
                pool_print(pool, "=IF(%s=1,\"In all\",\"What\")", over), STYLE_TODAY_LABEL, 0,
                page->over ? "In all" : "What");
    today_put_row(page, "",
                  pool_print(pool, "=IF(%s=1,\"from \"&%s&\" to \"&%s,%s)", over,
                             date_piece(page, today_cell(page, TODAY_FROM), false, true),
                             date_piece(page, today_cell(page, TODAY_UNTIL), false, true),
                             known_session(page, "", of_session(page, DAYS_ABOUT)) + 1),
                  page->over
                      ? pool_print(pool, "from %s to %s",
                                   date_words(page, today_day(page, TODAY_FROM), false, true),
                                   date_words(page, today_day(page, TODAY_UNTIL), false, true))
                      : words->about,
                  STYLE_TODAY_TEXT, page->over ? 0 : most_height(page, false));
}

static void put_tonight_head(struct today_page *page, const struct session_words *words)
{
    bool now = today_value(page, TODAY_DATE) == date_serial(page->tracker->edition->today);

    today_put_section(page,
                      pool_print(page->tracker->pool,
                                 "=IF(%s=1,IF(%s,\"" ALL_DONE "\",\"" PLAN_OVER
                                 "\"),IF(%s=0,\"" NEXT_SESSION "\",IF(%s=AsOf,%s,\"" NEXT_SESSION
                                 "\")))",
                                 today_cell(page, TODAY_OVER), today_all_done_test(page),
                                 today_cell(page, TODAY_SESSION), today_cell(page, TODAY_DATE),
                                 of_session(page, DAYS_CALLED)),
                      page->over ? today_all_done(page) ? ALL_DONE : PLAN_OVER
                      : today_value(page, TODAY_SESSION) > 0 && now ? words->called
                                                                    : NEXT_SESSION);
}

void today_put_tonight(struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    size_t at = (size_t)today_value(page, TODAY_SESSION);
    struct session_words words = {.what = NONE_LEFT, .about = "", .clock = "", .open = ""};
    const char *date = today_cell(page, TODAY_DATE), *line = today_cell(page, TODAY_LINE);
    const char *link = of_session(page, DAYS_LINK);
    unsigned row = (unsigned)today_value(page, TODAY_LINE);

    if (at > 0)
        words = session_words(page->tracker, &page->tracker->schedule->sessions[at - 1]);
    put_tonight_head(page, &words);
    put_what(page, &words);
    today_put_row(
        page, "When",
        known_session(page, "",
                      pool_print(pool, "IF(%s=AsOf,\"\",%s&\", \")&%s", date,
                                 date_piece(page, date, true, false),
                                 of_session(page, DAYS_CLOCK))),
        at == 0 || today_value(page, TODAY_DATE) == date_serial(page->tracker->edition->today)
            ? words.clock
            : pool_print(pool, "%s, %s", date_words(page, today_day(page, TODAY_DATE), true, false),
                         words.clock),
        STYLE_TODAY_TEXT, 0);
    today_put_row(
        page, "Hours",
        pool_print(pool,
                   "=IF(%s=0,\"\",HYPERLINK(\"#%s!%s\"&%s,\"Type them in the Log, row \"&%s))",
                   line, log_sheet.tab, column_letters(page->tracker, LOG_HOURS), line, line),
        row > 0 ? pool_print(pool, "Type them in the Log, row %u", row) : "", STYLE_TODAY_ASK, 28);
    /* where the session works at something that has one */
    if (has_links(page->tracker->schedule))
        today_put_row(page, "Link",
                      known_session(page, "",
                                    pool_print(pool, "IF(%s=\"\",\"\",HYPERLINK(%s,%s))", link,
                                               link, of_session(page, DAYS_OPEN))),
                      words.open, STYLE_TODAY_LINK, 0);
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

    if (page->over && today_value(page, TODAY_WEEK) > 0)
        words = NONE_NOW;
    else if (today_value(page, TODAY_WEEK) > 0 && today >= start)
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
                   "=IF((%s=1)*(%s>0),\"" NONE_NOW "\",IF(AsOf<%s,\"The plan begins on \"&%s,"
                   "IF(%s=0,\"The plan ended on \"&%s,\"This week, \"&%s&\" of \"&%s&\": "
                   "\"&IF(%s>0,FIXED(%s,2,TRUE)&\" h planned\",\"none planned\"))))",
                   today_cell(page, TODAY_OVER), week, today_cell(page, TODAY_START),
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

    put_formula(
        tracker, page->sheet, page->row, TODAY_LABELS,
        pool_print(tracker->pool, "=IF(%s=1,\"\",\"So far\")", today_cell(page, TODAY_OVER)),
        STYLE_TODAY_LABEL, 0, page->over ? "" : "So far");
    put_formula(tracker, page->sheet, page->row, TODAY_WORDS,
                pool_print(tracker->pool, "=IF(%s=1,\"\",%s)", today_cell(page, TODAY_OVER),
                           today_cell(page, TODAY_WEEK_LOGGED)),
                STYLE_TODAY_HOURS, today_value(page, TODAY_WEEK_LOGGED), page->over ? "" : NULL);
    put_formula(
        tracker, page->sheet, page->row, TODAY_HELP,
        pool_print(tracker->pool, "=MAX(%s,%s,1/100)", today_cell(page, TODAY_WEEK_PLANNED),
                   today_cell(page, TODAY_WEEK_LOGGED)),
        STYLE_HOURS,
        fmax(fmax(today_value(page, TODAY_WEEK_PLANNED), today_value(page, TODAY_WEEK_LOGGED)),
             0.01),
        NULL);
    worksheet_conditional_format_cell(page->sheet, page->row, TODAY_WORDS, &bar);
    today_end_bar(page, 26, !page->over);
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
    today_end_row(page, there ? TODAY_ROW_HEIGHT : TODAY_EMPTY_HEIGHT, there);
}

/* Hours of the week that no session asked for. */
static void put_beside(struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *beside = today_cell(page, TODAY_BESIDE);
    double hours = today_value(page, TODAY_BESIDE);

    today_put_row(page, "Also",
                  pool_print(pool, "=IF(%s<=0,\"\",\"beside the plan · \"&FIXED(%s,2,TRUE)&\" h\")",
                             beside, beside),
                  hours > 0 ? pool_print(pool, "beside the plan · %s h", hours_words(page, hours))
                            : "",
                  STYLE_TODAY_LINE, 0);
}

void today_put_week(struct today_page *page)
{
    page->left_out = page->over;
    put_week_head(page);
    put_so_far(page);
    for (size_t i = 0; i < page->view->week_rows; i++)
        put_week_row(page, i);
    put_beside(page);
    page->left_out = false;
}
