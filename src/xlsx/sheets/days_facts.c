/* days_facts: the facts of the hidden sheet Days, which the sheet Today says in words: of the week,
 * the session to do, and the Log. */
#include "xlsx/cells/done.h"
#include "xlsx/sheets/dashboard/dashboard.h"
#include "xlsx/sheets/days.h"

#define SHEETS_ROWS 1048577 /* one more than a sheet has */

/* The serial number of the first day on which hours count. */
static double first_date(void)
{
    return date_serial(day_of(FIRST_YEAR_READ, 1, 1));
}

/* What is named in the formulas of facts. */
struct names {
    const char *fact[TODAY_FACT_COUNT];
    const char *starts, *week_hours, *ids, *hours, *dates, *categories, *planned, *session_dates;
    const char *waits, *line, *due_order;
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
        .due_order = days_range(tracker, view, DAYS_DUE_ORDER),
    };

    for (int i = 0; i < TODAY_FACT_COUNT; i++)
        names.fact[i] = cell_reference(tracker, FIRST_ROW + (lxw_row_t)i, DAYS_VALUE);
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

void days_put_known(struct tracker *tracker, lxw_worksheet *sheet, const struct today_view *view)
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

/* How many rows say what they are on the sheets of things to do; or how many of them are done. */
static const char *sum_of_things(struct tracker *tracker, bool done)
{
    static const enum item_count counts[TODAY_THINGS_SHEETS] = {COUNT_TASKS, COUNT_CHECKS,
                                                                COUNT_READ, COUNT_REACHED};
    struct text sum = TEXT_INIT;

    for (size_t k = 0; k < TODAY_THINGS_SHEETS; k++) {
        struct today_things things = today_things(k);
        const char *cells = column_cells(tracker, things.about, things.title);
        text_print(&sum, "%s%s", k > 0 ? "+" : "=",
                   done ? item_count_cell(tracker, counts[k])
                        : pool_print(tracker->pool, "COUNTA(%s)", cells));
    }
    const char *formula = pool_copy(tracker->pool, text_string(&sum), sum.length);
    text_free(&sum);
    return formula;
}

/* How many rows of those sheets have an id, the plan's; or how many of them are done. */
static const char *sum_of_plan(struct tracker *tracker, bool done)
{
    struct text sum = TEXT_INIT;

    for (size_t k = 0; k < TODAY_THINGS_SHEETS; k++) {
        const struct sheet *about = today_things(k).about;
        const char *ids = column_cells(tracker, about, column_of_kind(about, COLUMN_KEY));
        const char *cells = column_cells(tracker, about, about->done);
        text_print(&sum, "%s%s", k > 0 ? "+" : "=",
                   done ? done_count(tracker, about->columns[about->done].kind, cells, ids)
                        : pool_print(tracker->pool, "COUNTA(%s)", ids));
    }
    const char *formula = pool_copy(tracker->pool, text_string(&sum), sum.length);
    text_free(&sum);
    return formula;
}

/* The formula of a fact of what is done, logged and due in all. */
static const char *formula_of_things(struct tracker *tracker, const struct names *names,
                                     enum today_fact fact)
{
    struct pool *pool = tracker->pool;
    const char *const *at = names->fact;

    switch (fact) {
    case TODAY_THINGS:
        return sum_of_things(tracker, false);
    case TODAY_DONE:
        return sum_of_things(tracker, true);
    case TODAY_PLAN_THINGS:
        return sum_of_plan(tracker, false);
    case TODAY_PLAN_DONE:
        return sum_of_plan(tracker, true);
    case TODAY_OVER:
        return pool_print(pool, "=IF(OR(AsOf>%s,AND(%s>0,%s>=%s)),1,0)", at[TODAY_END],
                          at[TODAY_PLAN_THINGS], at[TODAY_PLAN_DONE], at[TODAY_PLAN_THINGS]);
    case TODAY_FROM:
        return pool_print(
            pool, "=IF(SUMPRODUCT(%s)=0,%s,INT(INDEX(%s,%d-SUMPRODUCT(LARGE(%s*(%d-ROW(%s)),1)))))",
            names->counts, at[TODAY_START], names->dates, SHEETS_ROWS - FIRST_ROW, names->counts,
            SHEETS_ROWS, names->hours);
    case TODAY_UNTIL:
        return pool_print(
            pool,
            "=IF(SUMPRODUCT(%s)=0,MIN(AsOf,%s),INT(INDEX(%s,SUMPRODUCT(LARGE(%s*ROW(%s),1))-%d)))",
            names->counts, at[TODAY_END], names->dates, names->counts, names->hours, FIRST_ROW);
    case TODAY_OPEN:
        return pool_print(pool, "=COUNTIF(%s,\"<\"&AsOf)", names->due_order);
    case TODAY_UNSAID:
        return pool_print(pool, "=MAX(0,%s-%d)", at[TODAY_OPEN], TODAY_OPEN_SHOWN);
    default:
        return NULL;
    }
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
        return pool_print(pool, "=IF(OR(%s=0,%s=1),0,COUNTIF(%s,\"<\"&%s)-%s)", at[TODAY_WEEK],
                          at[TODAY_OVER], names->session_dates, at[TODAY_NEXT], at[TODAY_BASE]);
    case TODAY_WEEK_PLANNED:
        return pool_print(pool, "=IF(%s=0,0,INDEX(%s,%s))", at[TODAY_WEEK], names->week_hours,
                          at[TODAY_WEEK]);
    case TODAY_WEEK_LOGGED:
        return pool_print(pool, "=IF(%s=0,0,%s)", at[TODAY_WEEK],
                          logged_sum(tracker, names, at[TODAY_FIRST], at[TODAY_NEXT]));
    case TODAY_BESIDE: /* less the rows that have an id */
        return pool_print(pool, "=IF(OR(%s=0,%s=1),0,ROUND(%s-%s,6))", at[TODAY_WEEK],
                          at[TODAY_OVER], at[TODAY_WEEK_LOGGED],
                          planned_sum(tracker, names, at[TODAY_FIRST], at[TODAY_NEXT]));
    case TODAY_ROW:
        return pool_print(pool, "=IF(OR(%s=1,MIN(%s)>=%d),0,MATCH(MIN(%s),%s,0))", at[TODAY_OVER],
                          names->waits, TODAY_NEVER, names->waits, names->waits);
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
        return pool_print(pool, "=IF(OR(%s=0,%s=1),0,%s)", at[TODAY_LOGGED], at[TODAY_OVER],
                          at[TODAY_GAP]);
    case TODAY_ODD:
        return pool_print(pool, "=SUMPRODUCT(%s)", names->odd);
    case TODAY_ODD_LINE:
        return pool_print(pool, "=IF(%s=0,0,%d-SUMPRODUCT(LARGE(%s*(%d-ROW(%s)),1)))",
                          at[TODAY_ODD], SHEETS_ROWS, names->odd, SHEETS_ROWS, names->hours);
    case TODAY_UNKNOWN:
        return count_of_unknown(tracker, names);
    default:
        return formula_of_things(tracker, names, fact);
    }
}

void days_put_facts(struct tracker *tracker, lxw_worksheet *sheet, const struct today_view *view)
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
                      i == TODAY_NEXT || i == TODAY_DATE || i == TODAY_MADE || i == TODAY_FROM ||
                      i == TODAY_UNTIL;
        enum style style = is_day ? STYLE_DATE : STYLE_HOURS;
        const char *formula = formula_of(tracker, &names, (enum today_fact)i);
        put_text(tracker, sheet, row, DAYS_FACT, labels[i], STYLE_LINE);
        if (formula)
            put_formula(tracker, sheet, row, DAYS_VALUE, formula, style, view->facts[i], NULL);
        else
            put_number(tracker, sheet, row, DAYS_VALUE, view->facts[i], style);
    }
}
