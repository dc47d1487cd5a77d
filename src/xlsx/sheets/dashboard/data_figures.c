/* data_figures: the figures of the hidden sheet Charts: what the Log and Weeks come to, what
 * follows from it, and what is done of items. Each stands below the other, in the order of its
 * enum. */
#include "xlsx/cells/done.h"
#include "xlsx/sheets/dashboard/data.h"
#include "xlsx/sheets/whole.h"

const char *figure_cell(struct tracker *tracker, enum forecast_figure figure)
{
    return pool_print(tracker->pool, "%s!%s", dashboard_data_sheet.tab,
                      cell_reference(tracker, FIRST_ROW + (lxw_row_t)figure, CHARTS_VALUES));
}

double figure_of(const struct tracker *tracker, enum forecast_figure figure)
{
    return tracker->forecast->values[figure];
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
        put_formula(tracker, sheet, row, CHARTS_VALUES, pool_print(tracker->pool, "=%s", formula),
                    STYLE_PLAIN, value, NULL);
    else
        put_number(tracker, sheet, row, CHARTS_VALUES, value, STYLE_PLAIN);
}

/* What the Log says of the days before the day as of, and from it on. */
static void put_logged(struct tracker *tracker, lxw_worksheet *sheet,
                       const struct charts_sources *from)
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
static void put_outside(struct tracker *tracker, lxw_worksheet *sheet,
                        const struct charts_sources *from)
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
static const char *this_week(struct tracker *tracker, const struct charts_sources *from,
                             lxw_col_t column)
{
    return pool_print(tracker->pool, "IF(OR(AsOf<%s,AsOf>%s),0,INDEX(%s,MATCH(AsOf,%s,1)))",
                      figure_cell(tracker, FORECAST_START), figure_cell(tracker, FORECAST_END),
                      weeks_column(tracker, from, column), from->starts);
}

static void put_weeks_figures(struct tracker *tracker, lxw_worksheet *sheet,
                              const struct charts_sources *from)
{
    struct pool *pool = tracker->pool;
    size_t weeks = tracker->schedule->week_count;
    const char *nth = charts_column(tracker, CHARTS_WEEK_NTH, weeks);
    const char *streaks = charts_column(tracker, CHARTS_WEEK_STREAK, weeks);
    const char *lived = figure_cell(tracker, FORECAST_WEEKS_LIVED);
    const char *begun = figure_cell(tracker, FORECAST_BEGUN);

    put_figure(tracker, sheet, FORECAST_WEEK_PLANNED,
               this_week(tracker, from, from->weeks.planned));
    put_figure(tracker, sheet, FORECAST_WEEK_LOGGED, this_week(tracker, from, from->weeks.actual));
    put_figure(tracker, sheet, FORECAST_WEEKS_LIVED, pool_print(pool, "MAX(0,%s)", nth));
    put_figure(tracker, sheet, FORECAST_SHARES,
               pool_print(pool, "SUMIFS(%s,%s,\">\"&%s-13)",
                          charts_column(tracker, CHARTS_WEEK_SHARE, weeks), nth, lived));
    put_figure(tracker, sheet, FORECAST_SQUARES,
               pool_print(pool, "SUMIFS(%s,%s,\">\"&%s-13)",
                          charts_column(tracker, CHARTS_WEEK_SQUARE, weeks), nth, lived));
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
        cell_reference(tracker, FIRST_ROW + FORECAST_COUNT + (lxw_row_t)count, CHARTS_VALUES));
}

double item_count_value(const struct tracker *tracker, enum item_count count)
{
    const struct sheet *const sheets[] = {&tasks_sheet, &checklists_sheet, &reading_sheet};

    switch (count) {
    case COUNT_REACHED:
        return (double)tally_of(tracker, &milestones_sheet, MILESTONE_REACHED)->numbers;
    case COUNT_MONEY_PLANNED:
        return tally_of(tracker, &budget_sheet, BUDGET_PLANNED)->sum;
    case COUNT_MONEY_SPENT:
        return tally_of(tracker, &budget_sheet, BUDGET_ACTUAL)->sum;
    default:
        return (double)tally_of(tracker, sheets[count], sheets[count]->done)->done;
    }
}

/* How many rows of ABOUT, whose rows are ticked or have a status, are done. */
static const char *done_of(struct tracker *tracker, const struct sheet *about)
{
    return done_count(tracker, about->columns[about->done].kind,
                      column_cells(tracker, about, about->done));
}

static void put_item_counts(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct pool *pool = tracker->pool;
    const struct {
        const char *words, *formula;
    } counts[ITEM_COUNTS] = {
        [COUNT_TASKS] = {"Tasks done", done_of(tracker, &tasks_sheet)},
        [COUNT_CHECKS] = {"Checks done", done_of(tracker, &checklists_sheet)},
        [COUNT_READ] = {"Read", done_of(tracker, &reading_sheet)},
        [COUNT_REACHED] = {"Milestones reached",
                           pool_print(pool, "COUNT(%s)",
                                      column_range(tracker, &milestones_sheet, MILESTONE_REACHED))},
        [COUNT_MONEY_PLANNED] = {"Money planned",
                                 pool_print(pool, "SUM(%s)",
                                            column_range(tracker, &budget_sheet, BUDGET_PLANNED))},
        [COUNT_MONEY_SPENT] = {"Money spent",
                               pool_print(pool, "SUM(%s)",
                                          column_range(tracker, &budget_sheet, BUDGET_ACTUAL))},
    };

    for (size_t i = 0; i < ITEM_COUNTS; i++) {
        lxw_row_t row = FIRST_ROW + FORECAST_COUNT + (lxw_row_t)i;
        put_text(tracker, sheet, row, CHARTS_WORDS, counts[i].words, STYLE_PLAIN);
        put_formula(tracker, sheet, row, CHARTS_VALUES, pool_print(pool, "=%s", counts[i].formula),
                    STYLE_PLAIN, item_count_value(tracker, (enum item_count)i), NULL);
    }
}

void charts_put_figures(struct tracker *tracker, lxw_worksheet *sheet,
                        const struct charts_sources *from)
{
    static const char *const words[FORECAST_COUNT] = {
#define FIGURE_WORDS(name, says) says,
        FORECAST_FIGURES(FIGURE_WORDS)
#undef FIGURE_WORDS
    };

    for (size_t i = 0; i < FORECAST_COUNT; i++)
        put_text(tracker, sheet, FIRST_ROW + (lxw_row_t)i, CHARTS_WORDS, words[i], STYLE_PLAIN);
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
    put_item_counts(tracker, sheet);
    define_name(tracker, "AsOf",
                pool_print(tracker->pool, "=%s", figure_cell(tracker, FORECAST_AS_OF)));
}
