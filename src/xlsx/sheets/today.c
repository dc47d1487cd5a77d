/* today: the first sheet, two columns for a phone: what to do tonight, the week, where the learner
 * stands, what comes next. All of it follows the day as of and the Log until the next build; what
 * it looks up stands on the hidden sheet Days. */
#include "xlsx/sheets/days.h"

#include <math.h>
#include <string.h>

enum { LABELS, WORDS, HELP };

#define LABELS_WIDE 9.5
#define WORDS_WIDE  37
#define LINE        21.0
#define DUES_SHOWN  3

/* The sheet on its way. */
struct page {
    struct tracker *tracker;
    lxw_worksheet *sheet;
    const struct today_view *view;
    /* the next row */
    lxw_row_t row;
};

static const char *fact(const struct page *page, enum today_fact which)
{
    return fact_cell(page->tracker, which);
}

static double value(const struct page *page, enum today_fact which)
{
    return page->view->facts[which];
}

static day day_in_fact(const struct page *page, enum today_fact which)
{
    return (day)(value(page, which) - date_serial(0));
}

/* A formula's piece, and what it gives: the date in CELL as "Fri 24 July"; with its year where that
 * is another than today's, or ALWAYS. */
static const char *date_piece(const struct page *page, const char *cell, bool weekday, bool always)
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

static const char *date_words(const struct page *page, day date, bool weekday, bool always)
{
    struct pool *pool = page->tracker->pool;
    struct civil civil = civil_of(date), now = civil_of(page->tracker->edition->today);
    const char *words =
        pool_print(pool, "%s%s%d %s", weekday ? weekday_short_name(weekday_of(date)) : "",
                   weekday ? " " : "", civil.day, month_name(civil.month));

    return always || civil.year != now.year ? pool_print(pool, "%s %d", words, civil.year) : words;
}

/* "1.17". */
static const char *hours_words(const struct page *page, double hours)
{
    return pool_print(page->tracker->pool, "%.2f", sheet_round(hours, 2));
}

static void put_section(struct page *page, const char *formula, const char *words)
{
    if (formula)
        put_formula(page->tracker, page->sheet, page->row, LABELS, formula, STYLE_TODAY_SECTION, 0,
                    words);
    else
        put_text(page->tracker, page->sheet, page->row, LABELS, words, STYLE_TODAY_SECTION);
    put_blank(page->tracker, page->sheet, page->row, WORDS, STYLE_TODAY_SECTION);
    worksheet_set_row(page->sheet, page->row++, 30, NULL);
}

/* A row of words that a formula gives. */
static void put_row(struct page *page, const char *label, const char *formula, const char *words,
                    enum style style, double height)
{
    put_text(page->tracker, page->sheet, page->row, LABELS, label, STYLE_TODAY_LABEL);
    put_formula(page->tracker, page->sheet, page->row, WORDS, formula, style, 0, words);
    worksheet_set_row(page->sheet, page->row++, height, NULL);
}

/* The session's cell in COLUMN of Days, a formula's piece; "" is no 0. */
static const char *of_session(const struct page *page, lxw_col_t column)
{
    return pool_print(page->tracker->pool, "INDEX(%s,%s)&\"\"",
                      days_range(page->tracker, page->view, column), fact(page, TODAY_SESSION));
}

static const char *known_session(const struct page *page, const char *otherwise, const char *piece)
{
    return pool_print(page->tracker->pool, "=IF(%s=0,\"%s\",%s)", fact(page, TODAY_SESSION),
                      otherwise, piece);
}

#define NEXT_SESSION "Next session"
#define NONE_LEFT    "No session is left in the plan."

/* Where the session works at something that has a link. */
static void put_link_row(struct page *page, const char *open)
{
    struct pool *pool = page->tracker->pool;
    const char *link = of_session(page, DAYS_LINK);
    lxw_row_t row = page->row;

    put_row(page, "",
            known_session(page, "",
                          pool_print(pool, "IF(%s=\"\",\"\",HYPERLINK(%s,%s))", link, link,
                                     of_session(page, DAYS_OPEN))),
            open, STYLE_TODAY_LINK, LINE);
    put_formula(
        page->tracker, page->sheet, row, LABELS,
        pool_print(pool, "=IF(%s=\"\",\"\",\"Link\")", cell_reference(page->tracker, row, WORDS)),
        STYLE_TODAY_LABEL, 0, *open ? "Link" : "");
}

static void put_tonight(struct page *page)
{
    struct pool *pool = page->tracker->pool;
    size_t at = (size_t)value(page, TODAY_SESSION);
    struct session_words words = {.what = NONE_LEFT};
    bool now = value(page, TODAY_DATE) == date_serial(page->tracker->edition->today);
    unsigned line = (unsigned)value(page, TODAY_LINE);

    if (at > 0)
        words = session_words(page->tracker, &page->tracker->schedule->sessions[at - 1]);
    put_section(page,
                pool_print(pool,
                           "=IF(%s=0,\"" NEXT_SESSION "\",IF(%s=AsOf,%s,\"" NEXT_SESSION "\"))",
                           fact(page, TODAY_SESSION), fact(page, TODAY_DATE),
                           of_session(page, DAYS_CALLED)),
                at > 0 && now ? words.called : NEXT_SESSION);
    put_row(page, "What", known_session(page, NONE_LEFT, of_session(page, DAYS_WHAT)), words.what,
            STYLE_TODAY_STRONG, 40);
    put_row(page, "", known_session(page, "", of_session(page, DAYS_ABOUT)),
            at > 0 ? words.about : "", STYLE_TODAY_TEXT, 36);
    put_row(page, "When",
            known_session(page, "",
                          pool_print(pool, "IF(%s=AsOf,\"\",%s&\", \")&%s", fact(page, TODAY_DATE),
                                     date_piece(page, fact(page, TODAY_DATE), true, false),
                                     of_session(page, DAYS_CLOCK))),
            at == 0 ? ""
            : now   ? words.clock
                    : pool_print(pool, "%s, %s",
                                 date_words(page, day_in_fact(page, TODAY_DATE), true, false),
                                 words.clock),
            STYLE_TODAY_TEXT, LINE);
    put_row(page, "Part", known_session(page, "", of_session(page, DAYS_PART)),
            at > 0 ? words.part : "", STYLE_TODAY_TEXT, LINE);
    put_row(page, "Hours",
            pool_print(
                pool, "=IF(%s=0,\"\",HYPERLINK(\"#%s!%s\"&%s,\"Type them in the Log, row \"&%s))",
                fact(page, TODAY_LINE), log_sheet.tab, column_letters(page->tracker, LOG_HOURS),
                fact(page, TODAY_LINE), fact(page, TODAY_LINE)),
            line > 0 ? pool_print(pool, "Type them in the Log, row %u", line) : "", STYLE_TODAY_ASK,
            28);
    put_link_row(page, at > 0 ? words.open : "");
}

static void put_week_head(struct page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *week = fact(page, TODAY_WEEK), *planned = fact(page, TODAY_WEEK_PLANNED);
    day today = page->tracker->edition->today, start = day_in_fact(page, TODAY_START);
    const char *begins = date_words(page, start, false, true);
    const char *ended = date_words(page, day_in_fact(page, TODAY_END), false, true);
    const char *words;

    if (value(page, TODAY_WEEK) > 0 && today >= start)
        words = pool_print(pool, "This week, %.0f of %.0f: %s", value(page, TODAY_WEEK),
                           value(page, TODAY_WEEKS),
                           value(page, TODAY_WEEK_PLANNED) > 0
                               ? pool_print(pool, "%s h planned",
                                            hours_words(page, value(page, TODAY_WEEK_PLANNED)))
                               : "none planned");
    else
        words = pool_print(pool, today < start ? "The plan begins on %s" : "The plan ended on %s",
                           today < start ? begins : ended);
    put_section(
        page,
        pool_print(pool,
                   "=IF(AsOf<%s,\"The plan begins on \"&%s,IF(%s=0,\"The plan ended on \"&%s,"
                   "\"This week, \"&%s&\" of \"&%s&\": \"&IF(%s>0,FIXED(%s,2,TRUE)&\" h "
                   "planned\",\"none planned\")))",
                   fact(page, TODAY_START), date_piece(page, fact(page, TODAY_START), false, true),
                   week, date_piece(page, fact(page, TODAY_END), false, true), week,
                   fact(page, TODAY_WEEKS), planned, planned),
        words);
}

/* What was logged in the week, a bar as long as its share of what is planned. */
static void put_so_far(struct page *page)
{
    struct tracker *tracker = page->tracker;
    lxw_conditional_format bar = {
        .type = LXW_CONDITIONAL_DATA_BAR,
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_FORMULA,
        .max_value_string =
            pool_print(tracker->pool, "=%s", cell_reference(tracker, page->row, HELP)),
        .bar_color = COLOR_SHARE,
        .bar_solid = LXW_TRUE,
        .data_bar_2010 = LXW_TRUE,
    };

    put_text(tracker, page->sheet, page->row, LABELS, "So far", STYLE_TODAY_LABEL);
    put_formula(tracker, page->sheet, page->row, WORDS,
                pool_print(tracker->pool, "=%s", fact(page, TODAY_WEEK_LOGGED)), STYLE_TODAY_HOURS,
                value(page, TODAY_WEEK_LOGGED), NULL);
    put_formula(tracker, page->sheet, page->row, HELP,
                pool_print(tracker->pool, "=MAX(%s,%s,1/100)", fact(page, TODAY_WEEK_PLANNED),
                           fact(page, TODAY_WEEK_LOGGED)),
                STYLE_HOURS,
                fmax(fmax(value(page, TODAY_WEEK_PLANNED), value(page, TODAY_WEEK_LOGGED)), 0.01),
                NULL);
    worksheet_conditional_format_cell(page->sheet, page->row, WORDS, &bar);
    worksheet_set_row(page->sheet, page->row++, 26, NULL);
}

/* Lets the cells FIRST..LAST of the row look as STYLE says where TEST holds. */
static void mark_cells(struct page *page, lxw_col_t first, lxw_col_t last, const char *test,
                       enum style style)
{
    lxw_conditional_format format = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                     .value_string =
                                         pool_copy(page->tracker->pool, test, strlen(test)),
                                     .format = page->tracker->styles.formats[style]};

    worksheet_conditional_format_range(page->sheet, page->row, first, page->row, last, &format);
}

/* The I-th session of the week: "☑ Mon", "The Book, chapter 7 · 1.17 h". */
static void put_week_row(struct page *page, size_t i)
{
    struct tracker *tracker = page->tracker;
    struct pool *pool = tracker->pool;
    const struct today_session *listed = &page->view->sessions[i];
    bool there = i < (size_t)value(page, TODAY_IN_WEEK);
    double hours = there && listed->logged > 0 ? listed->logged
                   : there                     ? listed->session->minutes / 60.0
                                               : 0.0;
    lxw_row_t row = FIRST_ROW + (lxw_row_t)i;
    const char *at[] = {
        [0] = pool_print(pool, "%s!%s", days_sheet.tab, cell_reference(tracker, row, DAYS_LISTED)),
        [1] = pool_print(pool, "%s!%s", days_sheet.tab, cell_reference(tracker, row, DAYS_NOW)),
        [2] = pool_print(pool, "%s!%s", days_sheet.tab, cell_reference(tracker, row, DAYS_LOGGED))};
    const char *in_week = fact(page, TODAY_IN_WEEK);

    put_formula(
        tracker, page->sheet, page->row, LABELS,
        pool_print(pool,
                   "=IF(%s<%zu,\"\",IF(%s>0,\"" TICK_DONE " \",\"" TICK_OPEN " \")&LEFT(%s,3))",
                   in_week, i + 1, at[2], weekday_of_cell(tracker, at[1])),
        STYLE_TODAY_LABEL, 0,
        there ? pool_print(pool, "%s %s", listed->logged > 0 ? TICK_DONE : TICK_OPEN,
                           weekday_short_name(weekday_of((day)(listed->date - date_serial(0)))))
              : "");
    put_formula(tracker, page->sheet, page->row, WORDS,
                pool_print(pool,
                           "=IF(%s<%zu,\"\",INDEX(%s,%s)&\" · \"&FIXED(IF(%s>0,%s,INDEX(%s,%s)),2,"
                           "TRUE)&\" h\")",
                           in_week, i + 1, days_range(tracker, page->view, DAYS_SHORT), at[0],
                           at[2], at[2], days_range(tracker, page->view, DAYS_HOURS), at[0]),
                STYLE_TODAY_LINE, 0,
                there ? pool_print(pool, "%s · %s h", session_words(tracker, listed->session).brief,
                                   hours_words(page, hours))
                      : "");
    put_formula(tracker, page->sheet, page->row, HELP,
                pool_print(pool, "=IF((%s=%zu)*(%s=AsOf),1,0)", fact(page, TODAY_ROW), i + 1,
                           fact(page, TODAY_DATE)),
                STYLE_COUNT,
                value(page, TODAY_ROW) == (double)(i + 1) &&
                    value(page, TODAY_DATE) == date_serial(tracker->edition->today),
                NULL);
    mark_cells(page, LABELS, WORDS,
               pool_print(pool, "=%s=1", cell_reference(tracker, page->row, HELP)),
               STYLE_TODAY_NOW);
    worksheet_set_row(page->sheet, page->row++, 21, NULL);
}

/* Hours of the week that no session asked for. */
static void put_beside(struct page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *beside = fact(page, TODAY_BESIDE);
    double hours = value(page, TODAY_BESIDE);
    lxw_row_t row = page->row;

    put_row(page, "",
            pool_print(pool, "=IF(%s<=0,\"\",\"beside the plan · \"&FIXED(%s,2,TRUE)&\" h\")",
                       beside, beside),
            hours > 0 ? pool_print(pool, "beside the plan · %s h", hours_words(page, hours)) : "",
            STYLE_TODAY_LINE, LINE);
    put_formula(page->tracker, page->sheet, row, LABELS,
                pool_print(pool, "=IF(%s<=0,\"\",\"Also\")", beside), STYLE_TODAY_LABEL, 0,
                hours > 0 ? "Also" : "");
}

static void put_week(struct page *page)
{
    put_week_head(page);
    put_so_far(page);
    for (size_t i = 0; i < page->view->week_rows; i++)
        put_week_row(page, i);
    put_beside(page);
}

#define NOT_YET "nothing is logged yet"

/* "2.00 h behind", and since when; today's hours come on top. */
static void put_ahead(struct page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *ahead = fact(page, TODAY_AHEAD), *today = fact(page, TODAY_LOGGED_TODAY);
    double by = value(page, TODAY_AHEAD);
    const char *words =
        fabs(by) <= TODAY_ON_TIME
            ? "on time"
            : pool_print(pool, "%s h %s", hours_words(page, fabs(by)), by < 0 ? "behind" : "ahead");

    if (value(page, TODAY_LOGGED) == 0)
        words = NOT_YET;
    if (value(page, TODAY_LOGGED_TODAY) > 0)
        words = pool_print(pool, "%s, before today's %s h", words,
                           hours_words(page, value(page, TODAY_LOGGED_TODAY)));
    put_row(
        page, "So",
        pool_print(pool,
                   "=IF(%s=0,\"" NOT_YET
                   "\",IF(ABS(%s)<=%g,\"on time\",FIXED(ABS(%s),2,TRUE)&IF(%s<0,\" h behind\","
                   "\" h ahead\"))&IF(%s>0,\", before today's \"&FIXED(%s,2,TRUE)&\" h\",\"\"))",
                   fact(page, TODAY_LOGGED), ahead, TODAY_ON_TIME, ahead, ahead, today, today),
        words, STYLE_TODAY_STRONG, 24);
}

#define NOTHING_LEFT "no session is left in the plan"
#define REPLAN       "build with --replan: it lays out the rest"
#define LATER        "the next build works it out"
#define KEEPS        " h a week keeps "

/* "5.1", "5": rounded up, as the terminal says it. */
static const char *weekly_words(const struct page *page, int minutes)
{
    int tenths = (minutes + 5) / 6;

    return pool_print(page->tracker->pool, tenths % 10 ? "%d.%d" : "%d", tenths / 10, tenths % 10);
}

/* A formula's piece, for who is behind: what the build found, with its day where that is another or
 * the Log says something else since. Only a build tries hours out. */
static const char *behind_piece(const struct page *page, int minutes)
{
    struct pool *pool = page->tracker->pool;
    const char *made = fact(page, TODAY_MADE);

    if (minutes <= 0)
        return minutes == 0 ? "\"" LATER "\"" : "\"" REPLAN "\"";
    return pool_print(
        pool, "\"%s" KEEPS "\"&%s&IF((%s=AsOf)*(ABS(%s-%s)<0.001),\"\",\", as of \"&%s)",
        weekly_words(page, minutes), date_piece(page, fact(page, TODAY_END), false, true), made,
        fact(page, TODAY_GAP), fact(page, TODAY_MADE_GAP), date_piece(page, made, false, false));
}

/* The hours of the plan keep its end for who is not behind. */
static void put_to_keep(struct page *page)
{
    struct pool *pool = page->tracker->pool;
    int found = page->tracker->last_build->minutes_to_keep;
    const char *weekly = weekly_words(page, page->tracker->schedule->rhythm.minutes);
    const char *last = date_words(page, day_in_fact(page, TODAY_END), false, true), *words;

    if (value(page, TODAY_REST) <= 0)
        words = NOTHING_LEFT;
    else if (value(page, TODAY_GAP) >= -TODAY_ON_TIME)
        words = pool_print(pool, "%s" KEEPS "%s", weekly, last);
    else if (found > 0)
        words = pool_print(pool, "%s" KEEPS "%s", weekly_words(page, found), last);
    else
        words = found == 0 ? LATER : REPLAN;
    put_row(page, "To keep",
            pool_print(pool, "=IF(%s<=0,\"" NOTHING_LEFT "\",IF(%s>=-%g,\"%s" KEEPS "\"&%s,%s))",
                       fact(page, TODAY_REST), fact(page, TODAY_GAP), TODAY_ON_TIME, weekly,
                       date_piece(page, fact(page, TODAY_END), false, true),
                       behind_piece(page, found)),
            words, STYLE_TODAY_TEXT, 36);
}

static void put_standing(struct page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *since = " h by yesterday", *piece = "\" h by yesterday\"";
    bool replanned = forecast_replanned(page->tracker->schedule);

    if (replanned) { /* "70.00 h since 24 March, 69.30 logged": of all that was logged, these */
        since = pool_print(pool, " h since %s, %s logged",
                           date_words(page, day_in_fact(page, TODAY_SINCE), false, false),
                           hours_words(page, value(page, TODAY_LOGGED_SINCE)));
        piece = pool_print(pool, "\" h since \"&%s&\", \"&FIXED(%s,2,TRUE)&\" logged\"",
                           date_piece(page, fact(page, TODAY_SINCE), false, false),
                           fact(page, TODAY_LOGGED_SINCE));
    }
    put_section(page, NULL, "Where you stand");
    put_row(page, "Logged",
            pool_print(pool, "=FIXED(%s,2,TRUE)&\" h of \"&FIXED(%s,2,TRUE)",
                       fact(page, TODAY_LOGGED), fact(page, TODAY_PLANNED)),
            pool_print(pool, "%s h of %s", hours_words(page, value(page, TODAY_LOGGED)),
                       hours_words(page, value(page, TODAY_PLANNED))),
            STYLE_TODAY_TEXT, LINE);
    put_row(page, "Planned",
            pool_print(pool, "=FIXED(%s,2,TRUE)&%s", fact(page, TODAY_PLANNED_SINCE), piece),
            pool_print(pool, "%s%s", hours_words(page, value(page, TODAY_PLANNED_SINCE)), since),
            STYLE_TODAY_TEXT, replanned ? 36 : LINE);
    put_ahead(page);
    put_to_keep(page);
}

/* "2 Aug", "Todo CLI is due, in 9 days". */
static void put_due_row(struct page *page, size_t k)
{
    struct tracker *tracker = page->tracker;
    struct pool *pool = tracker->pool;
    const struct today_due *due = today_due_to_come(page->view, k);
    const char *order = days_range(tracker, page->view, DAYS_DUE_ORDER);
    const char *at = cell_reference(tracker, page->row, HELP);
    const char *date =
        pool_print(pool, "INDEX(%s,%s)", days_range(tracker, page->view, DAYS_DUE), at);
    const char *none = k == 1 ? "Nothing more is due." : "";
    day on = due ? (day)(due->due - date_serial(0)) : 0;
    int days = on - tracker->edition->today;

    put_formula(tracker, page->sheet, page->row, HELP,
                pool_print(pool, "=IF(COUNT(%s)<%zu,0,MATCH(SMALL(%s,%zu),%s,0))", order, k, order,
                           k, order),
                STYLE_COUNT, due ? (double)(due - page->view->dues + 1) : 0.0, NULL);
    put_formula(
        tracker, page->sheet, page->row, LABELS,
        pool_print(pool, "=IF(%s=0,\"\",DAY(%s)&\" \"&LEFT(%s,3))", at, date,
                   month_of_cell(tracker, date)),
        STYLE_TODAY_LABEL, 0,
        due ? pool_print(pool, "%d %s", civil_of(on).day, month_short_name(civil_of(on).month))
            : "");
    put_formula(tracker, page->sheet, page->row, WORDS,
                pool_print(pool,
                           "=IF(%s=0,\"%s\",INDEX(%s,%s)&IF(%s=AsOf,\", today\",IF(%s=AsOf+1,\", "
                           "tomorrow\",\", in \"&(%s-AsOf)&\" days\")))",
                           at, none, days_range(tracker, page->view, DAYS_DUE_WORDS), at, date,
                           date, date),
                STYLE_TODAY_TEXT, 0,
                !due        ? none
                : days == 0 ? pool_print(pool, "%s, today", due_words(tracker, due))
                : days == 1 ? pool_print(pool, "%s, tomorrow", due_words(tracker, due))
                            : pool_print(pool, "%s, in %d days", due_words(tracker, due), days));
    worksheet_set_row(page->sheet, page->row++, 36, NULL);
}

static void put_next(struct page *page)
{
    put_section(page, NULL, "Due next");
    for (size_t k = 1; k <= DUES_SHOWN; k++)
        put_due_row(page, k);
}

/* The first row that does not count: "Sat 18 July says 90.00 h and does not count yet". */
static const char *odd_words(const struct page *page)
{
    struct pool *pool = page->tracker->pool;
    size_t line = (size_t)value(page, TODAY_ODD_LINE);
    const struct log_entry *entry = &page->tracker->logbook->entries[line - FIRST_ROW - 1];
    double serial = entry->date == DAY_NONE ? 0.0 : date_serial(entry->date);
    bool dated = serial > 60 && serial < TODAY_DATES_END;
    const char *who = dated ? date_words(page, entry->date, true, false) : "A row without a date";
    const char *says = !isfinite(entry->hours) ? "says no number of hours"
                       : fabs(entry->hours) < 10000.0
                           ? pool_print(pool, "says %s h", hours_words(page, entry->hours))
                           : "says too many hours";

    return pool_print(pool, "%s %s and does not count yet. Go to row %zu", who, says, line);
}

static void put_odd(struct page *page)
{
    struct tracker *tracker = page->tracker;
    struct pool *pool = tracker->pool;
    const char *odd = fact(page, TODAY_ODD), *line = fact(page, TODAY_ODD_LINE);
    const char *hours = pool_print(pool, "INDEX(%s,%s-%d)",
                                   column_cells(tracker, &log_sheet, LOG_HOURS), line, FIRST_ROW);
    const char *date = pool_print(pool, "INDEX(%s,%s-%d)",
                                  column_cells(tracker, &log_sheet, LOG_DATE), line, FIRST_ROW);
    double count = value(page, TODAY_ODD);

    put_formula(tracker, page->sheet, page->row, LABELS,
                pool_print(pool, "=IF(%s=0,\"Log\",%s&IF(%s=1,\" row\",\" rows\"))", odd, odd, odd),
                STYLE_TODAY_LABEL, 0,
                count == 0 ? "Log" : pool_print(pool, "%.0f row%s", count, count == 1 ? "" : "s"));
    put_formula(
        tracker, page->sheet, page->row, WORDS,
        pool_print(
            pool,
            "=IF(%s=0,\"Every row counts.\",HYPERLINK(\"#%s!%s\"&%s,IF(ISNUMBER(%s),IF((%s>60)"
            "*(%s<2958466),%s,\"A row without a date\"),\"A row without a date\")&IF(ISNUMBER(%s),"
            "IF(ABS(%s)<10000,\" says \"&FIXED(%s,2,TRUE)&\" h\",\" says too many hours\"),\" says "
            "no number of hours\")&\" and does not count yet. Go to row \"&%s))",
            odd, log_sheet.tab, column_letters(tracker, LOG_HOURS), line, date, date, date,
            date_piece(page, date, true, false), hours, hours, hours, line),
        STYLE_TODAY_TEXT, 0, count == 0 ? "Every row counts." : odd_words(page));
    const char *some =
        pool_print(pool, "=LEFT(%s,3)<>\"Log\"", cell_reference(tracker, page->row, LABELS));
    mark_cells(page, LABELS, LABELS, some, STYLE_WRONG);
    mark_cells(page, WORDS, WORDS, some, STYLE_TODAY_WRONG);
    worksheet_set_row(page->sheet, page->row++, 36, NULL);
}

#define ALL_KNOWN     "All are the plan's."
#define UNKNOWN_WORDS "in categories that the plan does not have: they count as Other."

static void put_unknown(struct page *page)
{
    struct tracker *tracker = page->tracker;
    struct pool *pool = tracker->pool;
    const char *unknown = fact(page, TODAY_UNKNOWN);
    double count = value(page, TODAY_UNKNOWN);

    put_formula(tracker, page->sheet, page->row, LABELS,
                pool_print(pool, "=IF(%s=0,\"Category\",%s&IF(%s=1,\" row\",\" rows\"))", unknown,
                           unknown, unknown),
                STYLE_TODAY_LABEL, 0,
                count == 0 ? "Category"
                           : pool_print(pool, "%.0f row%s", count, count == 1 ? "" : "s"));
    put_formula(tracker, page->sheet, page->row, WORDS,
                pool_print(pool, "=IF(%s=0,\"" ALL_KNOWN "\",\"" UNKNOWN_WORDS "\")", unknown),
                STYLE_TODAY_TEXT, 0, count == 0 ? ALL_KNOWN : UNKNOWN_WORDS);
    worksheet_set_row(page->sheet, page->row++, 36, NULL);
}

static void put_look(struct page *page)
{
    put_section(page, NULL, "Please look");
    put_odd(page);
    put_unknown(page);
}

#define LETTERS_A_LINE 35 /* of words, with room for wide ones */

/* A row of words that stay as they are, as high as they need. */
static void put_said(struct page *page, const char *label, const char *words)
{
    int columns = utf8_columns(words, strlen(words));

    put_text(page->tracker, page->sheet, page->row, LABELS, label, STYLE_TODAY_LABEL);
    put_text(page->tracker, page->sheet, page->row, WORDS, words, STYLE_TODAY_TEXT);
    worksheet_set_row(page->sheet, page->row++,
                      fmin(LINE + 16.0 * ((columns - 1) / LETTERS_A_LINE), 400.0), NULL);
}

/* "23 Jul", "Nothing moved."; what an earlier one moved stands below. */
static void put_last_build(struct page *page)
{
    const struct build_word *word = page->tracker->last_build;
    struct pool *pool = page->tracker->pool;
    struct civil built = civil_of(word->date);
    const char *date = pool_print(pool, "%d %s", built.day, month_short_name(built.month));
    bool earlier = word->moved_count == 0 || word->moved_on != word->date;

    put_section(page, NULL, "The last build");
    if (earlier)
        put_said(page, date, "Nothing moved.");
    for (size_t i = 0; i < word->moved_count; i++) {
        const struct moved_line *line = &word->moved[i];
        if (i > 0)
            put_said(page, line->label, line->words);
        else if (!earlier)
            put_said(page, date, line->words);
        else
            put_said(page, "Before",
                     pool_print(pool, "%s: %s", date_words(page, word->moved_on, false, true),
                                line->words));
    }
}

static void put_title(struct page *page)
{
    struct tracker *tracker = page->tracker;
    struct pool *pool = tracker->pool;
    day today = tracker->edition->today;

    put_formula(tracker, page->sheet, TITLE_ROW, LABELS,
                pool_print(pool, "=%s&\" \"&DAY(AsOf)&\" \"&%s", weekday_of_cell(tracker, "AsOf"),
                           month_of_cell(tracker, "AsOf")),
                STYLE_TITLE, 0,
                pool_print(pool, "%s %d %s", weekday_name(weekday_of(today)), civil_of(today).day,
                           month_name(civil_of(today).month)));
}

/* A phone's width: portrait, one page wide. */
static void dress(struct page *page)
{
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};
    struct tracker *tracker = page->tracker;

    sheet_dress(tracker, page->sheet, LABELS, today_sheet.title, today_sheet.hint);
    worksheet_set_portrait(page->sheet);
    worksheet_fit_to_pages(page->sheet, 1, 1);
    worksheet_set_margins(page->sheet, 0.9, 0.9, 0.6, 0.7);
    worksheet_set_column(page->sheet, LABELS, LABELS, LABELS_WIDE, NULL);
    worksheet_set_column(page->sheet, WORDS, WORDS, WORDS_WIDE, NULL);
    worksheet_set_column_opt(page->sheet, HELP, HELP, 8, NULL, &hidden);
    put_title(page);
    /* where nobody sees it: by it the sheet is known again without its role */
    put_text(tracker, page->sheet, HINT_ROW, HELP, today_sheet.hint, STYLE_HINT);
    put_jump(tracker, page->sheet, HINT_ROW, LABELS, log_sheet.tab, "B5", log_sheet.tab,
             STYLE_TODAY_JUMP);
    put_jump(tracker, page->sheet, HINT_ROW, WORDS, dashboard_sheet.tab, "A1", dashboard_sheet.tab,
             STYLE_TODAY_JUMP);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct page page = {
        .tracker = tracker, .sheet = sheet, .view = today_view(tracker), .row = HEADER_ROW};

    dress(&page);
    put_tonight(&page);
    put_week(&page);
    put_standing(&page);
    put_next(&page);
    put_look(&page);
    put_last_build(&page);
    worksheet_print_area(sheet, TITLE_ROW, LABELS, page.row - 1, WORDS);
    worksheet_activate(sheet);
    worksheet_set_first_sheet(sheet);
    sheet_lock(sheet);
}

const struct sheet today_sheet = {
    .tab = "Today",
    .title = "Today",
    .hint = "Fills itself from the Log.",
    .sums_up = true,
    .fill = fill,
};
