/* days: the hidden sheet Days: the plan's sessions and due dates, and what they come to on the day
 * as of. The sheet Today says it in words. */
#include "xlsx/sheets/days.h"
#include "xlsx/sheets/dashboard.h"

#include <math.h>
#include <string.h>

#define EVENING     (17 * 60)
#define LINK_MOST   255 /* bytes that HYPERLINK takes */
#define OPEN_MOST   28
#define WORDS_MOST  62
#define SHORT_MOST  27
#define SHEETS_ROWS 1048577 /* one more than a sheet has */

static const char *const headers[] = {
    "Session",        "Date",       "Hours",     "What",  "About", "When",
    "Part",           "Called",     "In a week", "Link",  "Words", "Listed",
    "Row in the Log", "Date now",   "Logged",    "Waits", "Due",   "Key",
    "Planned",        "Row",        "Date",      "Done",  "Order", "Weekdays",
    "Months",         "Rows known", "Fact",      "Value",
};

const char *fact_cell(struct tracker *tracker, enum today_fact fact)
{
    return pool_print(tracker->pool, "%s!%s", days_sheet.tab,
                      cell_reference(tracker, FIRST_ROW + (lxw_row_t)fact, DAYS_VALUE));
}

const char *days_range(struct tracker *tracker, const struct today_view *view, lxw_col_t column)
{
    size_t rows = column < DAYS_LISTED      ? tracker->schedule->session_count
                  : column < DAYS_DUE_WORDS ? view->session_count
                                            : view->due_count;

    return range_reference(tracker, days_sheet.tab, column, FIRST_ROW,
                           FIRST_ROW + (lxw_row_t)(rows > 0 ? rows : 1) - 1);
}

const char *weekday_of_cell(struct tracker *tracker, const char *cell)
{
    return pool_print(
        tracker->pool, "INDEX(%s,WEEKDAY(%s,2))",
        range_reference(tracker, days_sheet.tab, DAYS_WEEKDAYS, FIRST_ROW, FIRST_ROW + 6), cell);
}

const char *month_of_cell(struct tracker *tracker, const char *cell)
{
    return pool_print(
        tracker->pool, "INDEX(%s,MONTH(%s))",
        range_reference(tracker, days_sheet.tab, DAYS_MONTHS, FIRST_ROW, FIRST_ROW + 11), cell);
}

/* WORDS, cut behind a word where they are longer than MOST letters. */
static const char *start_of(struct pool *pool, const char *words, size_t length, size_t most)
{
    size_t kept = 0, letters = 0, blank = 0;
    uint32_t code_point;

    while (kept < length && letters < most && words[kept] != '\n') {
        if (words[kept] == ' ')
            blank = kept;
        kept += utf8_next(words + kept, length - kept, &code_point);
        letters++;
    }
    if (kept == length || words[kept] == '\n')
        return pool_copy(pool, words, kept);
    return pool_print(pool, "%.*s …", (int)(blank > 0 ? blank : kept), words);
}

/* Bytes of a focus that tell what it is, without what it is about: "The Book, chapter 7". */
static size_t main_length(const char *focus, size_t *between)
{
    const char *topic = strstr(focus, " · "), *detail = strstr(focus, ": ");
    const char *end = topic && (!detail || topic < detail) ? topic : detail;

    *between = end == topic ? strlen(" · ") : strlen(": ");
    return end && end > focus ? (size_t)(end - focus) : strlen(focus);
}

/* The first thing with a link that the session works at; NULL: none. */
static const struct item *linked_item(const struct session *session)
{
    for (size_t i = 0; i < session->item_count; i++) {
        const char *link = session->items[i]->link;
        if (link_allowed(link) && strlen(link) <= LINK_MOST)
            return session->items[i];
    }
    return NULL;
}

static const char *title_of(const struct item *item)
{
    return item->title.length > 0 ? item->title.text : item->line.text;
}

struct session_words session_words(struct tracker *tracker, const struct session *session)
{
    struct pool *pool = tracker->pool;
    char start[DURATION_TEXT], end[DURATION_TEXT];
    size_t between, length = main_length(session->focus, &between);
    bool made = session->item_count > 0 && kind_is_made(session->items[0]->kind);
    const char *about = session->focus[length] ? session->focus + length + between : "";
    const struct item *linked = linked_item(session);
    struct session_words words = {
        .what = start_of(pool, session->focus, length, WORDS_MOST),
        .about = start_of(pool, about, strlen(about), WORDS_MOST),
        .clock = pool_print(pool, "%s–%s, %.2f h", clock_print(session->start, start),
                            clock_print(session->start + session->minutes, end),
                            sheet_round(session->minutes / 60.0, 2)),
        .part =
            session->parts > 1 ? pool_print(pool, "%d of %d", session->part, session->parts) : "",
        .called = session->start >= EVENING ? "Tonight" : "Today",
        .brief = start_of(pool, session->focus, length, SHORT_MOST),
        .open = "",
    };

    if (made && *words.part &&
        utf8_columns(words.brief, strlen(words.brief)) + (int)strlen(words.part) + 2 <= SHORT_MOST)
        words.brief = pool_print(pool, "%s, %s", words.brief, words.part);
    if (linked) {
        const char *title = title_of(linked);
        words.link = linked->link;
        words.open = pool_print(pool, "Open %s", start_of(pool, title, strlen(title), OPEN_MOST));
    }
    return words;
}

const char *due_words(struct tracker *tracker, const struct today_due *due)
{
    const char *title = title_of(due->item);
    const char *words = start_of(tracker->pool, title, strlen(title), WORDS_MOST);

    return due->item->kind == ITEM_MILESTONE ? pool_print(tracker->pool, "Milestone: %s", words)
                                             : pool_print(tracker->pool, "%s is due", words);
}

static void put_session(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                        const struct session *session)
{
    struct session_words words = session_words(tracker, session);
    const struct {
        lxw_col_t column;
        const char *text;
    } texts[] = {
        {DAYS_ID, session->id},    {DAYS_WHAT, words.what}, {DAYS_ABOUT, words.about},
        {DAYS_CLOCK, words.clock}, {DAYS_PART, words.part}, {DAYS_CALLED, words.called},
        {DAYS_SHORT, words.brief}, {DAYS_LINK, words.link}, {DAYS_OPEN, words.open},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].text && *texts[i].text)
            put_text(tracker, sheet, row, texts[i].column, texts[i].text, STYLE_LINE);
    put_date(tracker, sheet, row, DAYS_DATE, session->date, STYLE_DATE);
    put_number(tracker, sheet, row, DAYS_HOURS, session->minutes / 60.0, STYLE_HOURS);
}

static const char *here(struct tracker *tracker, lxw_row_t row, lxw_col_t column)
{
    return cell_reference(tracker, row, column);
}

/* One of the sessions listed: where the Log has it, and whether it is still to do. */
static void put_listed(struct tracker *tracker, lxw_worksheet *sheet, const struct today_view *view,
                       size_t index)
{
    struct pool *pool = tracker->pool;
    const struct today_session *listed = &view->sessions[index];
    lxw_row_t row = FIRST_ROW + (lxw_row_t)index;
    const char *at = here(tracker, row, DAYS_LISTED), *line = here(tracker, row, DAYS_LINE);
    const char *now = here(tracker, row, DAYS_NOW), *logged = here(tracker, row, DAYS_LOGGED);
    const char *hours = pool_print(pool, "INDEX(%s,%s-%d)",
                                   column_cells(tracker, &log_sheet, LOG_HOURS), line, FIRST_ROW);
    const char *date = pool_print(pool, "INDEX(%s,%s-%d)",
                                  column_cells(tracker, &log_sheet, LOG_DATE), line, FIRST_ROW);
    double number =
        listed->session ? (double)(listed->session - tracker->schedule->sessions) + 1 : 0.0;

    put_formula(tracker, sheet, row, DAYS_LISTED,
                pool_print(pool, "=IF(%s+%zu>%zu,0,%s+%zu)", fact_cell(tracker, TODAY_BASE),
                           index + 1, tracker->schedule->session_count,
                           fact_cell(tracker, TODAY_BASE), index + 1),
                STYLE_COUNT, number, NULL);
    put_formula(tracker, sheet, row, DAYS_LINE,
                pool_print(pool, "=IF(%s=0,0,IFERROR(MATCH(INDEX(%s,%s),%s,0)+%d,0))", at,
                           days_range(tracker, view, DAYS_ID), at,
                           column_cells(tracker, &log_sheet, LOG_ID), FIRST_ROW),
                STYLE_COUNT, (double)listed->line, NULL);
    put_formula(
        tracker, sheet, row, DAYS_NOW,
        pool_print(pool, "=IF(%s=0,0,IF(%s=0,INDEX(%s,%s),IF(ISNUMBER(%s),INT(%s),INDEX(%s,%s))))",
                   at, line, days_range(tracker, view, DAYS_DATE), at, date, date,
                   days_range(tracker, view, DAYS_DATE), at),
        STYLE_DATE, listed->date, NULL);
    put_formula(
        tracker, sheet, row, DAYS_LOGGED,
        pool_print(pool,
                   "=IF(%s=0,0,IF(ISNUMBER(%s)*ISNUMBER(%s)*(%s>=%g)*(%s<=%g)*(%s<AsOf+1),%s,"
                   "0))",
                   line, hours, date, hours, HOURS_LEAST, hours, HOURS_MOST, date, hours),
        STYLE_HOURS, listed->logged, NULL);
    put_formula(
        tracker, sheet, row, DAYS_WAITS,
        pool_print(pool, "=IF((%s>0)*(%s=0)*(%s>=AsOf),%s,%d)", at, logged, now, now, TODAY_NEVER),
        STYLE_COUNT, listed->waits, NULL);
}

static void put_due(struct tracker *tracker, lxw_worksheet *sheet, size_t index,
                    const struct today_due *due)
{
    struct pool *pool = tracker->pool;
    lxw_row_t row = FIRST_ROW + (lxw_row_t)index;
    const struct sheet *about = due->about;
    const char *line = here(tracker, row, DAYS_DUE_LINE), *at = here(tracker, row, DAYS_DUE);
    const char *done =
        pool_print(pool, "INDEX(%s,%s)", column_cells(tracker, about, about->done), line);
    const char *date =
        pool_print(pool, "INDEX(%s,%s)",
                   column_cells(tracker, about, column_of_kind(about, COLUMN_DUE)), line);

    put_text(tracker, sheet, row, DAYS_DUE_WORDS, due_words(tracker, due), STYLE_LINE);
    put_text(tracker, sheet, row, DAYS_DUE_KEY, due->item->id, STYLE_LINE);
    put_number(tracker, sheet, row, DAYS_DUE_PLANNED, due->planned, STYLE_DATE);
    put_formula(tracker, sheet, row, DAYS_DUE_LINE,
                pool_print(pool, "=IFERROR(MATCH(%s,%s,0),0)", here(tracker, row, DAYS_DUE_KEY),
                           column_cells(tracker, about, 0)),
                STYLE_COUNT, (double)due->place, NULL);
    put_formula(tracker, sheet, row, DAYS_DUE,
                pool_print(pool, "=IF(%s=0,0,IF(ISNUMBER(%s),INT(%s),%s))", line, date, date,
                           here(tracker, row, DAYS_DUE_PLANNED)),
                STYLE_DATE, due->due, NULL);
    put_formula(tracker, sheet, row, DAYS_DUE_DONE,
                pool_print(pool, "=IF(%s=0,1,IF(%s,1,0))", line,
                           done_test(tracker, about->columns[about->done].kind, done)),
                STYLE_COUNT, due->done, NULL);
    put_formula(tracker, sheet, row, DAYS_DUE_ORDER,
                pool_print(pool, "=IF(OR(%s=1,%s<AsOf),\"\",%s+%zu/%d)",
                           here(tracker, row, DAYS_DUE_DONE), at, at, index + 1, TODAY_DUE_PARTS),
                STYLE_COUNT, due->order, isnan(due->order) ? "" : NULL);
}

/* The serial number of the first day on which hours count. */
static double first_date(void)
{
    return date_serial(day_of(FIRST_YEAR_READ, 1, 1));
}

/* What is named in the formulas of facts. */
struct names {
    const char *fact[TODAY_FACT_COUNT];
    const char *starts, *week_hours, *ids, *hours, *dates, *categories, *planned, *session_dates;
    const char *waits, *line;
    /* of each row of the Log: 1 where it counts; where something stands there and does not, nor
     * will on its day. A text is more than any number; ISNUMBER of a range is one answer in
     * Gnumeric, not one a row. */
    const char *counts, *odd;
};

/* Of each row of the Log: 1 where it has hours that count, on a day up to so many AHEAD of the day
 * as of, that one not included. */
static const char *counting(struct pool *pool, const struct names *names, int ahead)
{
    return pool_print(pool, "(%s>=%g)*(%s<=%g)*(%s>=%.0f)*(%s<AsOf+%d)", names->hours, HOURS_LEAST,
                      names->hours, HOURS_MOST, names->dates, first_date(), names->dates, ahead);
}

static struct names name_all(struct tracker *tracker, const struct today_view *view)
{
    struct pool *pool = tracker->pool;
    struct weeks_layout at = weeks_layout(tracker);
    struct names names = {
        .starts = range_reference(tracker, weeks_sheet.tab, at.starts, at.first, at.last),
        .week_hours = range_reference(tracker, weeks_sheet.tab, at.planned, at.first, at.last),
        .ids = column_cells(tracker, &log_sheet, LOG_ID),
        .hours = column_cells(tracker, &log_sheet, LOG_HOURS),
        .dates = column_cells(tracker, &log_sheet, LOG_DATE),
        .categories = column_cells(tracker, &log_sheet, LOG_CATEGORY),
        .planned = days_range(tracker, view, DAYS_HOURS),
        .session_dates = days_range(tracker, view, DAYS_DATE),
        .waits = days_range(tracker, view, DAYS_WAITS),
        .line = days_range(tracker, view, DAYS_LINE),
    };

    for (int i = 0; i < TODAY_FACT_COUNT; i++)
        names.fact[i] = here(tracker, FIRST_ROW + (lxw_row_t)i, DAYS_VALUE);
    names.counts = counting(pool, &names, 1);
    names.odd = pool_print(pool, "(%s<>\"\")*(%s<>0)*(1-%s)", names.hours, names.hours,
                           counting(pool, &names, DAYS_AHEAD_MOST + 1));
    return names;
}

/* The hours that count on the days from FROM to before BEFORE, a formula's piece. */
static const char *logged_sum(struct tracker *tracker, const struct names *names, const char *from,
                              const char *before)
{
    return pool_print(tracker->pool,
                      "SUMIFS(%s,%s,\">=%g\",%s,\"<=%g\",%s,\">=\"&%s,%s,\"<\"&MIN(%s,AsOf+1))",
                      names->hours, names->hours, HOURS_LEAST, names->hours, HOURS_MOST,
                      names->dates, from, names->dates, before);
}

/* As that, of rows of sessions. */
static const char *planned_sum(struct tracker *tracker, const struct names *names, const char *from,
                               const char *before)
{
    const char *sum = logged_sum(tracker, names, from, before);

    return pool_print(tracker->pool, "%.*s,%s,\"?*\")", (int)strlen(sum) - 1, sum, names->ids);
}

/* Rows of the Log that count, category by category. */
static void put_known(struct tracker *tracker, lxw_worksheet *sheet, const struct today_view *view)
{
    struct names names = name_all(tracker, view);

    for (size_t i = 0; i < tracker->schedule->category_count; i++)
        put_formula(tracker, sheet, FIRST_ROW + (lxw_row_t)i, DAYS_KNOWN,
                    pool_print(tracker->pool,
                               "=COUNTIFS(%s,%s,%s,\">=%g\",%s,\"<=%g\",%s,\">=%.0f\",%s,\"<\"&"
                               "AsOf+1)",
                               names.categories, cell_of_criterion(tracker, i), names.hours,
                               HOURS_LEAST, names.hours, HOURS_MOST, names.dates, first_date(),
                               names.dates),
                    STYLE_COUNT, (double)view->known[i], NULL);
}

static const char *count_of_unknown(struct tracker *tracker, const struct names *names)
{
    size_t count = tracker->schedule->category_count;

    return pool_print(tracker->pool, "=SUMPRODUCT((%s<>\"\")*%s)-SUM(%s)", names->categories,
                      names->counts,
                      range_reference(tracker, days_sheet.tab, DAYS_KNOWN, FIRST_ROW,
                                      FIRST_ROW + (lxw_row_t)(count > 0 ? count : 1) - 1));
}

/* As a formula's piece. */
static const char *first_day(struct pool *pool)
{
    return pool_print(pool, "%.0f", first_date());
}

/* The formula of a fact of the week, the session to do, or the Log. */
static const char *formula_of(struct tracker *tracker, const struct names *names,
                              enum today_fact fact)
{
    struct pool *pool = tracker->pool;
    const char *const *at = names->fact;
    bool weeks = tracker->schedule->week_count > 0;

    switch (fact) {
    case TODAY_PLANNED:
        return pool_print(pool, "=%s", figure_cell(tracker, FORECAST_TOTAL));
    case TODAY_WEEK: /* before the plan, the first */
        return !weeks ? "=0"
                      : pool_print(pool, "=IF(AsOf>%s,0,IF(AsOf<MIN(%s),1,MATCH(AsOf,%s,1)))",
                                   at[TODAY_END], names->starts, names->starts);
    case TODAY_FIRST:
        return pool_print(pool, "=IF(%s=0,0,INDEX(%s,%s))", at[TODAY_WEEK], names->starts,
                          at[TODAY_WEEK]);
    case TODAY_NEXT:
        return pool_print(pool, "=IF(%s=0,0,IF(%s=%s,%s+1,INDEX(%s,MIN(%s+1,%s))))", at[TODAY_WEEK],
                          at[TODAY_WEEK], at[TODAY_WEEKS], at[TODAY_END], names->starts,
                          at[TODAY_WEEK], at[TODAY_WEEKS]);
    case TODAY_BASE:
        return pool_print(pool, "=COUNTIF(%s,\"<\"&IF(%s=0,AsOf,%s))", names->session_dates,
                          at[TODAY_WEEK], at[TODAY_FIRST]);
    case TODAY_IN_WEEK:
        return pool_print(pool, "=IF(%s=0,0,COUNTIF(%s,\"<\"&%s)-%s)", at[TODAY_WEEK],
                          names->session_dates, at[TODAY_NEXT], at[TODAY_BASE]);
    case TODAY_WEEK_PLANNED:
        return pool_print(pool, "=IF(%s=0,0,INDEX(%s,%s))", at[TODAY_WEEK], names->week_hours,
                          at[TODAY_WEEK]);
    case TODAY_WEEK_LOGGED:
        return pool_print(pool, "=IF(%s=0,0,%s)", at[TODAY_WEEK],
                          logged_sum(tracker, names, at[TODAY_FIRST], at[TODAY_NEXT]));
    case TODAY_BESIDE: /* less the rows that have an id */
        return pool_print(pool, "=IF(%s=0,0,ROUND(%s-%s,6))", at[TODAY_WEEK], at[TODAY_WEEK_LOGGED],
                          planned_sum(tracker, names, at[TODAY_FIRST], at[TODAY_NEXT]));
    case TODAY_ROW:
        return pool_print(pool, "=IF(MIN(%s)>=%d,0,MATCH(MIN(%s),%s,0))", names->waits, TODAY_NEVER,
                          names->waits, names->waits);
    case TODAY_SESSION:
        return pool_print(pool, "=IF(%s=0,0,%s+%s)", at[TODAY_ROW], at[TODAY_BASE], at[TODAY_ROW]);
    case TODAY_DATE:
        return pool_print(pool, "=IF(%s=0,0,MIN(%s))", at[TODAY_ROW], names->waits);
    case TODAY_LINE:
        return pool_print(pool, "=IF(%s=0,0,INDEX(%s,%s))", at[TODAY_ROW], names->line,
                          at[TODAY_ROW]);
    case TODAY_LOGGED:
        return pool_print(pool, "=%s", logged_sum(tracker, names, first_day(pool), "(AsOf+1)"));
    case TODAY_LOGGED_SINCE: /* never laid out anew: what was logged before its first day, too */
        return pool_print(
            pool, "=%s",
            logged_sum(tracker, names,
                       forecast_replanned(tracker->schedule) ? at[TODAY_SINCE] : first_day(pool),
                       "AsOf"));
    case TODAY_LOGGED_TODAY:
        return pool_print(pool, "=%s", logged_sum(tracker, names, "AsOf", "(AsOf+1)"));
    case TODAY_PLANNED_SINCE:
        return pool_print(pool, "=SUMIFS(%s,%s,\">=\"&%s,%s,\"<\"&AsOf)", names->planned,
                          names->session_dates, at[TODAY_SINCE], names->session_dates);
    case TODAY_REST:
        return pool_print(pool, "=SUMIFS(%s,%s,\">=\"&AsOf)", names->planned, names->session_dates);
    case TODAY_GAP:
        return pool_print(pool, "=ROUND(%s-%s,6)", at[TODAY_LOGGED_SINCE], at[TODAY_PLANNED_SINCE]);
    case TODAY_AHEAD: /* who logs nothing hears nothing */
        return pool_print(pool, "=IF(%s=0,0,%s)", at[TODAY_LOGGED], at[TODAY_GAP]);
    case TODAY_ODD:
        return pool_print(pool, "=SUMPRODUCT(%s)", names->odd);
    case TODAY_ODD_LINE:
        return pool_print(pool, "=IF(%s=0,0,%d-SUMPRODUCT(LARGE(%s*(%d-ROW(%s)),1)))",
                          at[TODAY_ODD], SHEETS_ROWS, names->odd, SHEETS_ROWS, names->hours);
    case TODAY_UNKNOWN:
        return count_of_unknown(tracker, names);
    default:
        return NULL;
    }
}

static void put_facts(struct tracker *tracker, lxw_worksheet *sheet, const struct today_view *view)
{
    static const char *const labels[] = {
#define FACT(name, label) label,
        TODAY_FACTS(FACT)
#undef FACT
    };
    struct names names = name_all(tracker, view);

    for (int i = 0; i < TODAY_FACT_COUNT; i++) {
        lxw_row_t row = FIRST_ROW + (lxw_row_t)i;
        bool is_day = i == TODAY_START || i == TODAY_END || i == TODAY_SINCE || i == TODAY_FIRST ||
                      i == TODAY_NEXT || i == TODAY_DATE || i == TODAY_MADE;
        enum style style = is_day ? STYLE_DATE : STYLE_HOURS;
        const char *formula = formula_of(tracker, &names, (enum today_fact)i);
        put_text(tracker, sheet, row, DAYS_FACT, labels[i], STYLE_LINE);
        if (formula)
            put_formula(tracker, sheet, row, DAYS_VALUE, formula, style, view->facts[i], NULL);
        else
            put_number(tracker, sheet, row, DAYS_VALUE, view->facts[i], style);
    }
}

static void put_names(struct tracker *tracker, lxw_worksheet *sheet)
{
    for (int i = 0; i < 7; i++)
        put_text(tracker, sheet, FIRST_ROW + (lxw_row_t)i, DAYS_WEEKDAYS,
                 weekday_name((enum weekday)i), STYLE_LINE);
    for (int i = 0; i < 12; i++)
        put_text(tracker, sheet, FIRST_ROW + (lxw_row_t)i, DAYS_MONTHS, month_name(i + 1),
                 STYLE_LINE);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct schedule *schedule = tracker->schedule;
    const struct today_view *view = today_view(tracker);

    sheet_dress(tracker, sheet, 0, days_sheet.title, days_sheet.hint);
    worksheet_set_column(sheet, 0, DAYS_VALUE, 12, NULL);
    for (lxw_col_t i = 0; i < sizeof headers / sizeof *headers; i++)
        put_text(tracker, sheet, HEADER_ROW, i, headers[i], STYLE_HEADER);
    for (size_t i = 0; i < schedule->session_count; i++)
        put_session(tracker, sheet, FIRST_ROW + (lxw_row_t)i, &schedule->sessions[i]);
    for (size_t i = 0; i < view->session_count; i++)
        put_listed(tracker, sheet, view, i);
    for (size_t i = 0; i < view->due_count; i++)
        put_due(tracker, sheet, i, &view->dues[i]);
    put_names(tracker, sheet);
    put_known(tracker, sheet, view);
    put_facts(tracker, sheet, view);
    sheet_lock(sheet);
    worksheet_hide(sheet);
}

const struct sheet days_sheet = {
    .tab = "Days",
    .title = "Days",
    .hint = "What the sheet Today looks up. Fills itself from the other sheets.",
    .fill = fill,
};
