/* dashboard_data: the hidden sheet Charts: what the Dashboard's cards say and its charts draw. */
#include "xlsx/sheets/dashboard.h"

#include <math.h>
#include <string.h>

#include "xlsx/sheets/days.h"
#include "xlsx/sheets/whole.h"

#define HEADER_WIDTH 14

enum {
    WORDS,
    VALUES,
    MONTHS = 3,
    LONG_MONTHS,
    WEEKDAYS,
    WEEK_COUNTS = 7,
    WEEK_NTH,
    WEEK_SHARE,
    WEEK_SQUARE,
    WEEK_STREAK,
    WEEK_STANDS,
    LINES = 14,
    CATEGORIES = 31,
    CATEGORY_PLANNED,
    CATEGORY_LOGGED,
    LAST_COLUMN
};

const char *figure_cell(struct tracker *tracker, enum forecast_figure figure)
{
    return pool_print(tracker->pool, "%s!%s", dashboard_data_sheet.tab,
                      cell_reference(tracker, FIRST_ROW + (lxw_row_t)figure, VALUES));
}

double figure_of(const struct tracker *tracker, enum forecast_figure figure)
{
    return tracker->forecast->values[figure];
}

static const char *column_of_sheet(struct tracker *tracker, lxw_col_t column, size_t rows)
{
    return range_reference(tracker, dashboard_data_sheet.tab, column, FIRST_ROW,
                           FIRST_ROW + (lxw_row_t)(rows > 0 ? rows - 1 : 0));
}

const char *long_month_of(struct tracker *tracker, const char *date)
{
    return pool_print(tracker->pool, "INDEX(%s,MONTH(%s))",
                      column_of_sheet(tracker, LONG_MONTHS, 12), date);
}

const char *month_of(struct tracker *tracker, const char *date)
{
    return pool_print(tracker->pool, "INDEX(%s,MONTH(%s))", column_of_sheet(tracker, MONTHS, 12),
                      date);
}

const char *weekday_in(struct tracker *tracker, const char *date)
{
    return pool_print(tracker->pool, "INDEX(%s,WEEKDAY(%s,2))",
                      column_of_sheet(tracker, WEEKDAYS, 7), date);
}

const char *weeks_stand(struct tracker *tracker)
{
    return column_of_sheet(tracker, WEEK_STANDS, tracker->schedule->week_count);
}

size_t category_rows(const struct tracker *tracker)
{
    return tracker->figures->categories + 1;
}

const char *category_range(struct tracker *tracker, enum category_column column)
{
    return column_of_sheet(tracker, (lxw_col_t)(CATEGORIES + (int)column), category_rows(tracker));
}

lxw_col_t line_column(enum line_column column)
{
    return (lxw_col_t)(LINES + (int)column);
}

size_t line_rows(const struct tracker *tracker, bool recent)
{
    size_t weeks = tracker->schedule->week_count, most = recent ? COLUMN_WEEKS : LINE_WEEKS;

    return weeks < most ? weeks : most;
}

const char *line_range(struct tracker *tracker, enum line_column column)
{
    return column_of_sheet(tracker, line_column(column), line_rows(tracker, column >= RECENT_WEEK));
}

/* What formulas of this sheet name of others. */
struct sources {
    const char *hours, *dates, *counts;
    /* of sessions, whatever day the learner gave their rows in the Log */
    const char *planned, *days;
    struct weeks_layout weeks;
    const char *starts;
};

static const char *weeks_column(struct tracker *tracker, const struct sources *from,
                                lxw_col_t column)
{
    return range_reference(tracker, weeks_sheet.tab, column, from->weeks.first, from->weeks.last);
}

static const char *sessions_column(struct tracker *tracker, lxw_col_t column)
{
    size_t count = tracker->schedule->session_count;

    return range_reference(tracker, days_sheet.tab, column, FIRST_ROW,
                           FIRST_ROW + (lxw_row_t)(count > 0 ? count - 1 : 0));
}

static struct sources find_sources(struct tracker *tracker)
{
    struct sources from = {
        .hours = column_range(tracker, &log_sheet, LOG_HOURS),
        .dates = column_range(tracker, &log_sheet, LOG_DATE),
        .planned = sessions_column(tracker, DAYS_HOURS),
        .days = sessions_column(tracker, DAYS_DATE),
        .weeks = weeks_layout(tracker),
    };

    from.counts = log_counting_hours(tracker);
    from.starts = weeks_column(tracker, &from, from.weeks.starts);
    return from;
}

/* The hours logged on days of which WHEN, criteria of the dates, is true. */
static const char *logged_when(struct tracker *tracker, const struct sources *from,
                               const char *when)
{
    return pool_print(tracker->pool, "SUMIFS(%s,%s,%s)", from->hours, from->counts, when);
}

const char *logged_on(struct tracker *tracker, const char *date)
{
    struct sources from = find_sources(tracker);

    return logged_when(tracker, &from,
                       pool_print(tracker->pool, "%s,\">=\"&%s,%s,\"<\"&%s+1", from.dates, date,
                                  from.dates, date));
}

/* The hours of sessions on such days; WHEN is of the sessions' dates. */
static const char *planned_when(struct tracker *tracker, const struct sources *from,
                                const char *when)
{
    return pool_print(tracker->pool, "ROUND(SUMIFS(%s,%s),6)", from->planned, when);
}

/* FORMAT, without its "=", about FIGURE; %s in it are cells of other figures, a list that
 * FORECAST_COUNT ends. (No decimals: Gnumeric writes 0.01 as another number.) */
struct figure_formula {
    enum forecast_figure figure;
    const char *format;
    enum forecast_figure of[6];
};

#define NO_MORE FORECAST_COUNT

static const struct figure_formula formulas[] = {
    {FORECAST_AHEAD, "ROUND(%s-%s,6)", {FORECAST_STAND_LOGGED, FORECAST_STAND_PLANNED, NO_MORE}},
    {FORECAST_LEFT, "MAX(0,ROUND(%s-%s,6))", {FORECAST_TOTAL, FORECAST_LOGGED_SO_FAR, NO_MORE}},
    {FORECAST_WEEKS_TAKEN, "MIN(13,%s)", {FORECAST_WEEKS_LIVED, NO_MORE}},
    {FORECAST_USUAL, "(%s+4)/(%s+4)", {FORECAST_SHARES, FORECAST_WEEKS_TAKEN, NO_MORE}},
    {FORECAST_SPREAD,
     "IF(%s<3,0,SQRT(ROUND(MAX(0,%s-%s^2/%s)/(%s-1),9))/SQRT(%s+4))",
     {FORECAST_WEEKS_TAKEN, FORECAST_SQUARES, FORECAST_SHARES, FORECAST_WEEKS_TAKEN,
      FORECAST_WEEKS_TAKEN, FORECAST_WEEKS_TAKEN}},
    {FORECAST_QUICK, "MIN(2,%s+%s)", {FORECAST_USUAL, FORECAST_SPREAD, NO_MORE}},
    {FORECAST_SLOW, "%s-%s", {FORECAST_USUAL, FORECAST_SPREAD, NO_MORE}},
    {FORECAST_KNOWN, "IF(AND(%s>=3,%s>=0.5),1,0)", {FORECAST_WEEKS_TAKEN, FORECAST_USUAL, NO_MORE}},
    {FORECAST_DAYS_LEFT,
     "IF(%s>0,(%s-AsOf+1)*%s/MAX(%s,1/100),7*%s/%s)",
     {FORECAST_REST, FORECAST_END, FORECAST_LEFT, FORECAST_REST, FORECAST_LEFT, FORECAST_WEEKLY}},
    {FORECAST_EARLY,
     "IF(%s=0,0,MIN(2958465,AsOf-1+ROUND(%s/%s,0)))",
     {FORECAST_KNOWN, FORECAST_DAYS_LEFT, FORECAST_QUICK, NO_MORE}},
    {FORECAST_LIKELY,
     "IF(%s=0,0,MIN(2958465,AsOf-1+ROUND(%s/%s,0)))",
     {FORECAST_KNOWN, FORECAST_DAYS_LEFT, FORECAST_USUAL, NO_MORE}},
    {FORECAST_LATE,
     "IF(OR(%s=0,%s<0.5),0,MIN(2958465,AsOf-1+ROUND(%s/%s,0)))",
     {FORECAST_KNOWN, FORECAST_SLOW, FORECAST_DAYS_LEFT, FORECAST_SLOW, NO_MORE}},
};

static const char *fill_in(struct tracker *tracker, const struct figure_formula *formula)
{
    struct text out = TEXT_INIT;
    size_t next = 0;

    for (const char *at = formula->format; *at != '\0'; at++)
        if (at[0] == '%') {
            text_add(&out, figure_cell(tracker, formula->of[next++]));
            at++;
        } else {
            text_add_char(&out, *at);
        }
    const char *copy = pool_copy(tracker->pool, text_string(&out), out.length);
    text_free(&out);
    return copy;
}

static void put_figure(struct tracker *tracker, lxw_worksheet *sheet, enum forecast_figure figure,
                       const char *formula)
{
    lxw_row_t row = FIRST_ROW + (lxw_row_t)figure;
    double value = figure_of(tracker, figure);

    if (formula)
        put_formula(tracker, sheet, row, VALUES, pool_print(tracker->pool, "=%s", formula),
                    STYLE_PLAIN, value, NULL);
    else
        put_number(tracker, sheet, row, VALUES, value, STYLE_PLAIN);
}

/* Criteria of the days from FROM to before BEFORE, formulas' pieces. */
static const char *days_between(struct pool *pool, const char *dates, const char *from,
                                const char *before)
{
    return pool_print(pool, "%s,\">=\"&%s,%s,\"<\"&%s", dates, from, dates, before);
}

/* What the Log says of the days before the day as of, and from it on. */
static void put_logged(struct tracker *tracker, lxw_worksheet *sheet, const struct sources *from)
{
    struct pool *pool = tracker->pool;
    const char *dates = from->dates, *since = figure_cell(tracker, FORECAST_SINCE);
    double first = date_serial(day_of(FIRST_YEAR_READ, 1, 1));
    const char *before =
        pool_print(pool, "%s,\">=%.0f\",%s,\"<\"&MIN(%s,AsOf+1)", dates, first, dates, since);
    const char *past = pool_print(pool, "%s,\">=%.0f\",%s,\"<\"&AsOf", dates, first, dates);
    const char *days = from->days;
    const char *weeks =
        pool_print(pool, "MAX(1,MIN(4,(AsOf-%s)/7))", figure_cell(tracker, FORECAST_START));
    bool replanned = forecast_replanned(tracker->schedule);

    put_figure(tracker, sheet, FORECAST_LOGGED_BEFORE,
               replanned ? logged_when(tracker, from, before) : NULL);
    put_figure(tracker, sheet, FORECAST_PLANNED_BEFORE,
               replanned ? planned_when(tracker, from, pool_print(pool, "%s,\"<\"&%s", days, since))
                         : NULL);
    put_figure(tracker, sheet, FORECAST_TOTAL,
               pool_print(pool, "ROUND(SUM(%s)-%s+%s,6)",
                          weeks_column(tracker, from, from->weeks.planned),
                          figure_cell(tracker, FORECAST_PLANNED_BEFORE),
                          figure_cell(tracker, FORECAST_LOGGED_BEFORE)));
    put_figure(tracker, sheet, FORECAST_LOGGED_SO_FAR, logged_when(tracker, from, past));
    put_figure(tracker, sheet, FORECAST_STAND_PLANNED,
               planned_when(tracker, from, days_between(pool, days, since, "AsOf")));
    put_figure(
        tracker, sheet, FORECAST_STAND_LOGGED,
        logged_when(tracker, from, replanned ? days_between(pool, dates, since, "AsOf") : past));
    put_figure(tracker, sheet, FORECAST_REST,
               planned_when(tracker, from, pool_print(pool, "%s,\">=\"&AsOf", days)));
    put_figure(tracker, sheet, FORECAST_PACE,
               pool_print(pool, "%s/%s",
                          logged_when(tracker, from, days_between(pool, dates, "AsOf-28", "AsOf")),
                          weeks));
    put_figure(tracker, sheet, FORECAST_PACE_PLANNED,
               pool_print(pool, "%s/%s",
                          planned_when(tracker, from, days_between(pool, days, "AsOf-28", "AsOf")),
                          weeks));
}

/* What was logged outside of the weeks, and what of it all hours hold. */
static void put_outside(struct tracker *tracker, lxw_worksheet *sheet, const struct sources *from)
{
    struct pool *pool = tracker->pool;
    const char *first = pool_print(pool, "%.0f", date_serial(day_of(FIRST_YEAR_READ, 1, 1)));
    const char *start = figure_cell(tracker, FORECAST_START);
    const char *behind = pool_print(pool, "(%s+1)", figure_cell(tracker, FORECAST_END));
    const char *since = figure_cell(tracker, FORECAST_SINCE);
    bool replanned = forecast_replanned(tracker->schedule);
    const struct {
        enum forecast_figure figure;
        const char *from, *before;
        bool holds;
    } parts[] = {
        {FORECAST_LOGGED_EARLY, first, pool_print(pool, "MIN(%s,AsOf+1)", start), true},
        {FORECAST_LOGGED_LATE, behind, "(AsOf+1)", true},
        {FORECAST_EARLY_STANDS, first, pool_print(pool, "MIN(%s,%s,AsOf+1)", start, since),
         replanned},
        {FORECAST_LATE_STANDS, behind, before_replan(tracker), replanned},
    };

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *days = days_between(pool, from->dates, parts[i].from, parts[i].before);
        put_figure(tracker, sheet, parts[i].figure,
                   parts[i].holds ? logged_when(tracker, from, days) : NULL);
    }
}

/* What COLUMN of Weeks holds for the week of the day as of; 0 before and after the plan. */
static const char *this_week(struct tracker *tracker, const struct sources *from, lxw_col_t column)
{
    return pool_print(tracker->pool, "IF(OR(AsOf<%s,AsOf>%s),0,INDEX(%s,MATCH(AsOf,%s,1)))",
                      figure_cell(tracker, FORECAST_START), figure_cell(tracker, FORECAST_END),
                      weeks_column(tracker, from, column), from->starts);
}

static void put_weeks_figures(struct tracker *tracker, lxw_worksheet *sheet,
                              const struct sources *from)
{
    struct pool *pool = tracker->pool;
    size_t weeks = tracker->schedule->week_count;
    const char *nth = column_of_sheet(tracker, WEEK_NTH, weeks);
    const char *streaks = column_of_sheet(tracker, WEEK_STREAK, weeks);
    const char *lived = figure_cell(tracker, FORECAST_WEEKS_LIVED);
    const char *begun = figure_cell(tracker, FORECAST_BEGUN);

    put_figure(tracker, sheet, FORECAST_WEEK_PLANNED,
               this_week(tracker, from, from->weeks.planned));
    put_figure(tracker, sheet, FORECAST_WEEK_LOGGED, this_week(tracker, from, from->weeks.actual));
    put_figure(tracker, sheet, FORECAST_WEEKS_LIVED, pool_print(pool, "MAX(0,%s)", nth));
    put_figure(tracker, sheet, FORECAST_SHARES,
               pool_print(pool, "SUMIFS(%s,%s,\">\"&%s-13)",
                          column_of_sheet(tracker, WEEK_SHARE, weeks), nth, lived));
    put_figure(tracker, sheet, FORECAST_SQUARES,
               pool_print(pool, "SUMIFS(%s,%s,\">\"&%s-13)",
                          column_of_sheet(tracker, WEEK_SQUARE, weeks), nth, lived));
    put_figure(tracker, sheet, FORECAST_STREAK,
               weeks > 0 ? pool_print(pool, "INDEX(%s,%zu)", streaks, weeks) : NULL);
    put_figure(tracker, sheet, FORECAST_BEST_STREAK, pool_print(pool, "MAX(0,%s)", streaks));
    put_figure(tracker, sheet, FORECAST_BEGUN,
               pool_print(pool, "COUNTIF(%s,\"<=\"&AsOf)", from->starts));
    put_figure(tracker, sheet, FORECAST_LINES_FROM,
               pool_print(pool, "MAX(0,MIN(%zu,%s-%d))", weeks - line_rows(tracker, false), begun,
                          LINE_WEEKS_PAST));
    put_figure(tracker, sheet, FORECAST_COLUMNS_FROM,
               pool_print(pool, "MAX(0,MIN(%zu,%s-%d))", weeks - line_rows(tracker, true), begun,
                          COLUMN_WEEKS));
    const char *start = figure_cell(tracker, FORECAST_START);
    put_figure(tracker, sheet, FORECAST_YEAR_FROM,
               pool_print(pool, "MAX(%s-MOD(%s-2,7),AsOf-MOD(AsOf-2,7)-%d)", start, start,
                          7 * (YEAR_WEEKS - 1)));
}

/* What the Log says of its rows. */
static void put_odd(struct tracker *tracker, lxw_worksheet *sheet)
{
    put_figure(tracker, sheet, FORECAST_LOGGED, log_hours_logged(tracker));
    put_figure(tracker, sheet, FORECAST_ODD_ROWS, log_odd_rows(tracker));
    put_figure(tracker, sheet, FORECAST_FIRST_ODD, log_first_odd_row(tracker));
    put_figure(tracker, sheet, FORECAST_UNKNOWN_ROWS, log_unknown_rows(tracker));
}

const char *item_count_cell(struct tracker *tracker, enum item_count count)
{
    return pool_print(
        tracker->pool, "%s!%s", dashboard_data_sheet.tab,
        cell_reference(tracker, FIRST_ROW + FORECAST_COUNT + (lxw_row_t)count, VALUES));
}

/* The sheets whose rows are counted; rows of the learner's own with a title are as good as others.
 */
static const struct sheet *const counted_sheets[] = {
    [COUNT_TASKS] = &tasks_sheet,
    [COUNT_CHECKS] = &checklists_sheet,
    [COUNT_READ] = &reading_sheet,
    [COUNT_REACHED] = &milestones_sheet,
};

static double count_rows(const struct tracker *tracker, enum item_count count, bool done)
{
    size_t rows = 0;

    for (size_t i = 0; i < tracker->item_row_count; i++) {
        const struct item_row *row = &tracker->item_rows[i];
        rows += row->tab == counted_sheets[count]->tab && row->named && (row->done || !done);
    }
    return (double)rows;
}

static const char *titles_of(struct tracker *tracker, const struct sheet *about)
{
    lxw_col_t column = 0;

    while (!names_item(about->columns[column].kind))
        column++;
    return column_cells(tracker, about, column);
}

const char *item_count_all_formula(struct tracker *tracker, enum item_count count)
{
    return pool_print(tracker->pool, "SUMPRODUCT((%s<>\"\")*1)",
                      titles_of(tracker, counted_sheets[count]));
}

double item_count_value(const struct tracker *tracker, enum item_count count)
{
    switch (count) {
    case COUNT_MONEY_PLANNED:
    case COUNT_MONEY_SPENT:
        return budget_sum(tracker, count == COUNT_MONEY_SPENT);
    case COUNT_PLANNED_ELSE:
    case COUNT_SPENT_ELSE:
        return (double)budget_left_out(tracker, count == COUNT_SPENT_ELSE);
    default:
        return count_rows(tracker, count, true);
    }
}

double item_count_all(const struct tracker *tracker, enum item_count count)
{
    return count_rows(tracker, count, false);
}

/* Of a sheet whose rows are ticked, or have a day or a status: all words that mean done count, one
 * by one (Gnumeric counts no list at once), and of ticks TRUE, which to some programs is 1. */
static const char *done_in(struct tracker *tracker, enum item_count count)
{
    const struct sheet *about = counted_sheets[count];
    const char *cells = column_cells(tracker, about, about->done);
    const char *titles = titles_of(tracker, about);
    bool ticks = about->columns[about->done].kind != COLUMN_STATUS;
    int words = ticks ? TICK_WORDS : DONE_WORDS;
    struct text out = TEXT_INIT;

    for (int i = 0; i < words; i++)
        text_print(&out, "%sCOUNTIFS(%s,%s!%s,%s,\"<>\")", i > 0 ? "+" : "", cells, LISTS_TAB,
                   cell_reference(tracker, FIRST_ROW + (lxw_row_t)i, DONE_COLUMN), titles);
    if (ticks)
        text_print(&out,
                   "+SUMPRODUCT((((%s>=1)*(%s<1000000)+(%s=TRUE)+(%s=\"true\"))>0)*(%s<>\"\"))",
                   cells, cells, cells, cells, titles);
    const char *copy = pool_copy(tracker->pool, text_string(&out), out.length);
    text_free(&out);
    return copy;
}

static void put_item_counts(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct pool *pool = tracker->pool;
    const struct {
        const char *words, *formula;
    } counts[ITEM_COUNTS] = {
        [COUNT_TASKS] = {"Tasks done", done_in(tracker, COUNT_TASKS)},
        [COUNT_CHECKS] = {"Checks done", done_in(tracker, COUNT_CHECKS)},
        [COUNT_READ] = {"Read", done_in(tracker, COUNT_READ)},
        [COUNT_REACHED] = {"Milestones reached", done_in(tracker, COUNT_REACHED)},
        [COUNT_MONEY_PLANNED] = {"Money planned", budget_sum_formula(tracker, false)},
        [COUNT_MONEY_SPENT] = {"Money spent", budget_sum_formula(tracker, true)},
        [COUNT_PLANNED_ELSE] = {"Rows planned in other currencies",
                                budget_left_out_formula(tracker, false)},
        [COUNT_SPENT_ELSE] = {"Rows spent in other currencies",
                              budget_left_out_formula(tracker, true)},
    };

    for (size_t i = 0; i < ITEM_COUNTS; i++) {
        lxw_row_t row = FIRST_ROW + FORECAST_COUNT + (lxw_row_t)i;
        put_text(tracker, sheet, row, WORDS, counts[i].words, STYLE_PLAIN);
        put_formula(tracker, sheet, row, VALUES, pool_print(pool, "=%s", counts[i].formula),
                    STYLE_PLAIN, item_count_value(tracker, (enum item_count)i), NULL);
    }
}

static void put_figures(struct tracker *tracker, lxw_worksheet *sheet, const struct sources *from)
{
    static const char *const words[FORECAST_COUNT] = {
#define FIGURE_WORDS(name, says) says,
        FORECAST_FIGURES(FIGURE_WORDS)
#undef FIGURE_WORDS
    };

    for (size_t i = 0; i < FORECAST_COUNT; i++)
        put_text(tracker, sheet, FIRST_ROW + (lxw_row_t)i, WORDS, words[i], STYLE_PLAIN);
    put_figure(tracker, sheet, FORECAST_AS_OF, tracker->edition->today_given ? NULL : "TODAY()");
    put_figure(tracker, sheet, FORECAST_START, NULL);
    put_figure(tracker, sheet, FORECAST_END, NULL);
    put_figure(tracker, sheet, FORECAST_SINCE, NULL);
    put_figure(tracker, sheet, FORECAST_WEEKLY, NULL);
    put_logged(tracker, sheet, from);
    put_outside(tracker, sheet, from);
    put_weeks_figures(tracker, sheet, from);
    for (size_t i = 0; i < sizeof formulas / sizeof formulas[0]; i++)
        put_figure(tracker, sheet, formulas[i].figure, fill_in(tracker, &formulas[i]));
    put_odd(tracker, sheet);
    define_name(tracker, "AsOf",
                pool_print(tracker->pool, "=%s", figure_cell(tracker, FORECAST_AS_OF)));
}

static void put_names(struct tracker *tracker, lxw_worksheet *sheet)
{
    for (int i = 0; i < 12; i++) {
        lxw_row_t row = FIRST_ROW + (lxw_row_t)i;
        put_text(tracker, sheet, row, MONTHS, month_short_name(i + 1), STYLE_PLAIN);
        put_text(tracker, sheet, row, LONG_MONTHS, month_name(i + 1), STYLE_PLAIN);
        if (i < 7)
            put_text(tracker, sheet, row, WEEKDAYS, weekday_short_name((enum weekday)i),
                     STYLE_PLAIN);
    }
}

static void put_week(struct tracker *tracker, lxw_worksheet *sheet, const struct sources *from,
                     size_t index)
{
    struct pool *pool = tracker->pool;
    const struct week *week = &tracker->schedule->weeks[index];
    const struct week_lived *lived = &tracker->forecast->weeks[index];
    lxw_row_t row = FIRST_ROW + (lxw_row_t)index, line = from->weeks.first + (lxw_row_t)index;
    const char *starts = cell_reference(tracker, line, from->weeks.starts);
    const char *planned = pool_print(pool, "%s!%s", weeks_sheet.tab,
                                     cell_reference(tracker, line, from->weeks.planned));
    const char *actual = pool_print(pool, "%s!%s", weeks_sheet.tab,
                                    cell_reference(tracker, line, from->weeks.actual));
    const char *counts = cell_reference(tracker, row, WEEK_COUNTS);
    const char *share = cell_reference(tracker, row, WEEK_SHARE);
    const char *nth = index == 0 ? "0" : cell_reference(tracker, row - 1, WEEK_NTH);
    const char *streak = index == 0 ? "0" : cell_reference(tracker, row - 1, WEEK_STREAK);
    const char *none = lived->counts > 0 ? NULL : "";

    put_formula(tracker, sheet, row, WEEK_COUNTS,
                pool_print(pool, "=IF(AND(%s!%s+%d<AsOf,%s>0),1,0)", weeks_sheet.tab, starts,
                           (int)(week->last - week->first), planned),
                STYLE_PLAIN, lived->counts, NULL);
    put_formula(tracker, sheet, row, WEEK_NTH, pool_print(pool, "=%s+%s", nth, counts), STYLE_PLAIN,
                lived->nth, NULL);
    put_formula(tracker, sheet, row, WEEK_SHARE,
                pool_print(pool, "=IF(%s=1,MIN(2,%s/%s),\"\")", counts, actual, planned),
                STYLE_PLAIN, lived->share, none);
    put_formula(tracker, sheet, row, WEEK_SQUARE,
                pool_print(pool, "=IF(%s=1,%s^2,\"\")", counts, share), STYLE_PLAIN,
                lived->share * lived->share, none);
    put_formula(tracker, sheet, row, WEEK_STREAK,
                pool_print(pool, "=IF(%s=0,%s,IF((%s-%s)*1000>=-%.0f,%s+1,0))", counts, streak,
                           actual, planned, TARGET_SLACK * 1000, streak),
                STYLE_PLAIN, lived->streak, NULL);
}

/* What WEEK holds of all hours: what was logged, where the plan was laid out anew since; else what
 * is planned. */
static void put_stands(struct tracker *tracker, lxw_worksheet *sheet, const struct sources *from,
                       size_t index)
{
    struct pool *pool = tracker->pool;
    const struct week *week = &tracker->schedule->weeks[index];
    lxw_row_t row = FIRST_ROW + (lxw_row_t)index, line = from->weeks.first + (lxw_row_t)index;
    double since = figure_of(tracker, FORECAST_SINCE);
    const char *cell = figure_cell(tracker, FORECAST_SINCE);
    const char *starts = pool_print(pool, "%s!%s", weeks_sheet.tab,
                                    cell_reference(tracker, line, from->weeks.starts));
    const char *formula = pool_print(
        pool, "%s!%s", weeks_sheet.tab,
        cell_reference(tracker, line,
                       date_serial(week->last) < since ? from->weeks.actual : from->weeks.planned));

    if (date_serial(week->first) < since && date_serial(week->last) >= since)
        formula = pool_print(
            pool, "%s+%s",
            logged_when(tracker, from,
                        days_between(pool, from->dates, starts, before_replan(tracker))),
            planned_when(tracker, from,
                         pool_print(pool, "%s,\">=\"&%s,%s,\"<=\"&%s+%d", from->days, cell,
                                    from->days, starts, (int)(week->last - week->first))));
    put_formula(tracker, sheet, row, WEEK_STANDS, pool_print(pool, "=%s", formula), STYLE_PLAIN,
                tracker->forecast->weeks[index].stands, NULL);
}

/* The number of the week in that row of the lines or the columns, and the day on which it starts;
 * of columns "5 Jan". */
static void put_place(struct tracker *tracker, lxw_worksheet *sheet, const struct sources *from,
                      lxw_row_t row, bool recent, size_t index)
{
    enum line_column week = recent ? RECENT_WEEK : LINE_WEEK;
    const char *place = cell_reference(tracker, row, line_column(week));
    const char *starts = pool_print(tracker->pool, "INDEX(%s,%s)", from->starts, place);

    put_formula(
        tracker, sheet, row, line_column(week),
        pool_print(tracker->pool, "=%s+%u",
                   figure_cell(tracker, recent ? FORECAST_COLUMNS_FROM : FORECAST_LINES_FROM),
                   row - FIRST_ROW + 1),
        STYLE_PLAIN, (double)index + 1, NULL);
    if (recent)
        put_formula(
            tracker, sheet, row, line_column(RECENT_LABEL),
            pool_print(tracker->pool, "=DAY(%s)&\" \"&%s", starts, month_of(tracker, starts)),
            STYLE_PLAIN, 0, line_label(tracker, index));
    else
        put_formula(tracker, sheet, row, line_column(LINE_STARTS),
                    pool_print(tracker->pool, "=%s", starts), STYLE_DATE,
                    date_serial(tracker->schedule->weeks[index].first), NULL);
}

const char *line_label(struct tracker *tracker, size_t week)
{
    struct civil date = civil_of(tracker->schedule->weeks[week].first);

    return pool_print(tracker->pool, "%d %s", date.day, month_short_name(date.month));
}

struct line_values line_values(const struct tracker *tracker, size_t index)
{
    const double *of = tracker->forecast->values;
    const struct figures *figures = tracker->figures;
    double now = of[FORECAST_BEGUN] - 1, here = (double)index;
    double line = forecast_planned_line(tracker->forecast, tracker->schedule, figures, index);
    double so_far = of[FORECAST_LOGGED_BEFORE] + of[FORECAST_STAND_PLANNED];
    struct line_values values = {
        .first = figures->weeks[index].first_plan_so_far,
        .plan = line,
        .actual = here <= now ? figures->weeks[index].actual_so_far : NAN,
        .early = NAN,
        .late = NAN,
    };

    if (of[FORECAST_KNOWN] > 0 && here >= now - 1) {
        bool joins = here < now;
        double more = joins ? 0 : line - so_far;
        double logged = joins ? values.actual : of[FORECAST_LOGGED_SO_FAR];
        values.early =
            joins ? logged : fmin(of[FORECAST_TOTAL], logged + of[FORECAST_QUICK] * more);
        if (of[FORECAST_LATE] > 0)
            values.late =
                joins ? logged : fmin(of[FORECAST_TOTAL], logged + of[FORECAST_SLOW] * more);
    }
    return values;
}

static void put_value(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      enum line_column column, const char *formula, double value)
{
    put_formula(tracker, sheet, row, line_column(column), pool_print(tracker->pool, "=%s", formula),
                STYLE_PLAIN, value, isfinite(value) ? NULL : "#N/A");
}

static void put_forecast_line(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                              enum line_column column, const struct line_values *values)
{
    struct pool *pool = tracker->pool;
    const char *place = cell_reference(tracker, row, line_column(LINE_WEEK));
    const char *begun = figure_cell(tracker, FORECAST_BEGUN);
    const char *plan = cell_reference(tracker, row, line_column(LINE_PLAN));
    const char *actual = cell_reference(tracker, row, line_column(LINE_ACTUAL));
    bool early = column == LINE_EARLY;

    put_value(tracker, sheet, row, column,
              pool_print(pool, "IF(OR(%s=0,%s<%s-1),NA(),IF(%s<%s,%s,MIN(%s,%s+%s*(%s-%s-%s))))",
                         figure_cell(tracker, early ? FORECAST_KNOWN : FORECAST_LATE), place, begun,
                         place, begun, actual, figure_cell(tracker, FORECAST_TOTAL),
                         figure_cell(tracker, FORECAST_LOGGED_SO_FAR),
                         figure_cell(tracker, early ? FORECAST_QUICK : FORECAST_SLOW), plan,
                         figure_cell(tracker, FORECAST_LOGGED_BEFORE),
                         figure_cell(tracker, FORECAST_STAND_PLANNED)),
              early ? values->early : values->late);
}

static void put_line(struct tracker *tracker, lxw_worksheet *sheet, const struct sources *from,
                     size_t nth)
{
    struct pool *pool = tracker->pool;
    lxw_row_t row = FIRST_ROW + (lxw_row_t)nth;
    size_t index = nth + (size_t)figure_of(tracker, FORECAST_LINES_FROM);
    struct line_values values = line_values(tracker, index);
    const char *place = cell_reference(tracker, row, line_column(LINE_WEEK));

    put_place(tracker, sheet, from, row, false, index);
    put_value(tracker, sheet, row, LINE_FIRST,
              pool_print(pool, "INDEX(%s,%s)", weeks_column(tracker, from, from->weeks.first_plan),
                         place),
              values.first);
    put_value(tracker, sheet, row, LINE_PLAN,
              pool_print(pool, "IF(INDEX(%s,%s)+6<%s,NA(),INDEX(%s,%s)-%s+%s)", from->starts, place,
                         figure_cell(tracker, FORECAST_SINCE),
                         weeks_column(tracker, from, from->weeks.planned_so_far), place,
                         figure_cell(tracker, FORECAST_PLANNED_BEFORE),
                         figure_cell(tracker, FORECAST_LOGGED_BEFORE)),
              values.plan);
    put_value(tracker, sheet, row, LINE_ACTUAL,
              pool_print(pool, "IF(%s>%s,NA(),INDEX(%s,%s))", place,
                         figure_cell(tracker, FORECAST_BEGUN),
                         weeks_column(tracker, from, from->weeks.actual_so_far), place),
              values.actual);
    put_forecast_line(tracker, sheet, row, LINE_EARLY, &values);
    put_forecast_line(tracker, sheet, row, LINE_LATE, &values);
}

static void put_recent(struct tracker *tracker, lxw_worksheet *sheet, const struct sources *from,
                       size_t nth)
{
    struct pool *pool = tracker->pool;
    lxw_row_t row = FIRST_ROW + (lxw_row_t)nth;
    size_t index = nth + (size_t)figure_of(tracker, FORECAST_COLUMNS_FROM);
    const struct week_figures *week = &tracker->figures->weeks[index];
    const char *place = cell_reference(tracker, row, line_column(RECENT_WEEK));

    put_place(tracker, sheet, from, row, true, index);
    for (int a = 0; a < ACTIVITY_COUNT; a++)
        put_value(tracker, sheet, row, (enum line_column)(RECENT_ACTIVITIES + a),
                  pool_print(pool, "INDEX(%s,%s)",
                             weeks_column(tracker, from, (lxw_col_t)(from->weeks.activities + a)),
                             place),
                  week->activity_actual[a]);
    put_value(
        tracker, sheet, row, RECENT_OTHER,
        pool_print(pool, "INDEX(%s,%s)", weeks_column(tracker, from, from->weeks.other), place),
        week->other);
}

static void put_categories(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct pool *pool = tracker->pool;
    size_t count = tracker->figures->categories;

    for (size_t c = 0; c <= count; c++) {
        lxw_row_t row = FIRST_ROW + (lxw_row_t)c;
        bool other = c == count;
        put_text(tracker, sheet, row, CATEGORIES,
                 other ? "Other" : tracker->schedule->categories[c].name, STYLE_PLAIN);
        put_formula(tracker, sheet, row, CATEGORY_PLANNED,
                    pool_print(pool, "=%s", whole_of_category(tracker, c)), STYLE_PLAIN,
                    tracker->forecast->categories[c], NULL);
        put_formula(tracker, sheet, row, CATEGORY_LOGGED,
                    pool_print(pool, "=%s", logged_of_category(tracker, c)), STYLE_PLAIN,
                    logged_in_category(tracker, c), NULL);
    }
}

static void put_headers(struct tracker *tracker, lxw_worksheet *sheet)
{
    static const char *const headers[LAST_COLUMN] = {
        [WORDS] = "What",
        [VALUES] = "Value",
        [MONTHS] = "Month",
        [LONG_MONTHS] = "Month, whole",
        [WEEKDAYS] = "Weekday",
        [WEEK_COUNTS] = "Counts",
        [WEEK_NTH] = "The how many",
        [WEEK_SHARE] = "Share",
        [WEEK_SQUARE] = "Squared",
        [WEEK_STREAK] = "On target",
        [WEEK_STANDS] = "Of the whole",
        [CATEGORIES] = "Category",
        [CATEGORY_PLANNED] = "Planned",
        [CATEGORY_LOGGED] = "Logged",
        [LINES + LINE_WEEK] = "Week",
        [LINES + LINE_STARTS] = "Starts",
        [LINES + LINE_FIRST] = "First plan",
        [LINES + LINE_PLAN] = "Plan",
        [LINES + LINE_ACTUAL] = "Actual",
        [LINES + LINE_EARLY] = "At best",
        [LINES + LINE_LATE] = "At the slowest",
        [LINES + RECENT_WEEK] = "Week, recent",
        [LINES + RECENT_LABEL] = "Label, recent",
        [LINES + RECENT_OTHER] = "Other",
    };

    for (lxw_col_t i = 0; i < LAST_COLUMN; i++)
        if (headers[i])
            put_text(tracker, sheet, HEADER_ROW, i, headers[i], STYLE_HEADER);
    for (int a = 0; a < ACTIVITY_COUNT; a++)
        put_text(tracker, sheet, HEADER_ROW, line_column((enum line_column)(RECENT_ACTIVITIES + a)),
                 activity_name((enum activity)a), STYLE_HEADER);
    worksheet_set_column(sheet, WORDS, WORDS, 46, NULL);
    worksheet_set_column(sheet, VALUES, LAST_COLUMN, HEADER_WIDTH, NULL);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct sources from = find_sources(tracker);

    sheet_dress(tracker, sheet, 0, dashboard_data_sheet.title, dashboard_data_sheet.hint);
    put_headers(tracker, sheet);
    put_figures(tracker, sheet, &from);
    put_item_counts(tracker, sheet);
    put_names(tracker, sheet);
    for (size_t i = 0; i < tracker->schedule->week_count; i++)
        put_week(tracker, sheet, &from, i);
    for (size_t i = 0; i < tracker->schedule->week_count; i++)
        put_stands(tracker, sheet, &from, i);
    put_categories(tracker, sheet);
    for (size_t i = 0; i < line_rows(tracker, false); i++)
        put_line(tracker, sheet, &from, i);
    for (size_t i = 0; i < line_rows(tracker, true); i++)
        put_recent(tracker, sheet, &from, i);
    sheet_lock(sheet);
    worksheet_hide(sheet);
}

const struct sheet dashboard_data_sheet = {
    .tab = "Charts",
    .title = "Charts",
    .hint = "What the Dashboard shows and draws. Fills itself from the other sheets.",
    .sums_up = true,
    .fill = fill,
};
