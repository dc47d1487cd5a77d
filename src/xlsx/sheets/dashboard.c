/* dashboard: where the learner stands, in figures and charts. */
#include "xlsx/sheets/sheets.h"

enum { AS_OF_ROW = 3, ODD_COLUMN = 3, FIRST_CARDS = 5, CARD_ROWS = 3, CARDS = 6, CHARTS_TOP = 15 };

/* A figure with a label above it. */
struct card {
    const char *label, *formula;
    enum style style;
    struct answer answer;
};

static void put_cards(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      const struct card cards[CARDS])
{
    for (lxw_col_t i = 0; i < CARDS; i++) {
        put_text(tracker, sheet, row, i, cards[i].label, STYLE_CARD_LABEL);
        put_formula(tracker, sheet, row + 1, i, cards[i].formula, cards[i].style,
                    cards[i].answer.number, cards[i].answer.word);
    }
    worksheet_set_row(sheet, row, 20, NULL);
    worksheet_set_row(sheet, row + 1, 34, NULL);
    worksheet_set_row(sheet, row + 2, 9, NULL);
}

static struct answer number(double value)
{
    return (struct answer){value, NULL};
}

/* Ranges of Weeks and cells of this sheet that several formulas name. */
struct cell_ranges {
    const char *starts, *planned, *actual, *pace, *hours, *dates;
    /* days of the last week */
    int last_length;
};

static struct cell_ranges find_ranges(struct tracker *tracker)
{
    struct weeks_layout at = weeks_layout(tracker);
    const struct schedule *schedule = tracker->schedule;
    struct cell_ranges ranges = {
        .starts = range_reference(tracker, weeks_sheet.tab, at.starts, at.first, at.last),
        .planned = range_reference(tracker, weeks_sheet.tab, at.planned, at.first, at.last),
        .actual = range_reference(tracker, weeks_sheet.tab, at.actual, at.first, at.last),
        .pace = range_reference(tracker, weeks_sheet.tab, at.pace, at.first, at.last),
        .hours = column_range(tracker, &log_sheet, LOG_HOURS),
        .dates = column_range(tracker, &log_sheet, LOG_DATE),
    };

    if (schedule->week_count > 0) {
        const struct week *last = &schedule->weeks[schedule->week_count - 1];
        ranges.last_length = (int)(last->last - last->first + 1);
    }
    return ranges;
}

/* What COLUMN of Weeks holds for the week of the day as of; 0 before and after the plan. */
static const char *this_week(struct tracker *tracker, const struct cell_ranges *ranges,
                             const char *column)
{
    return pool_print(tracker->pool,
                      "=IF(OR(AsOf<MIN(%s),AsOf>=MAX(%s)+%d),0,INDEX(%s,MATCH(AsOf,%s,1)))",
                      ranges->starts, ranges->starts, ranges->last_length, column, ranges->starts);
}

/* When the rest is done at PACE, a formula's piece. */
static const char *finish(struct tracker *tracker, const struct cell_ranges *ranges,
                          const char *pace)
{
    return pool_print(tracker->pool,
                      "=IF($A$7>=SUM(%s),\"" FINISH_DONE "\",IF(%s<=0,\"" FINISH_UNKNOWN
                      "\",MIN(2958465,AsOf+ROUND(7*(SUM(%s)-$A$7)/%s,0))))",
                      ranges->planned, pace, ranges->planned, pace);
}

static void put_hours(struct tracker *tracker, lxw_worksheet *sheet,
                      const struct cell_ranges *ranges)
{
    struct pool *pool = tracker->pool;
    const struct figures *figures = tracker->figures;
    const char *planned = column_range(tracker, &log_sheet, LOG_PLANNED);
    struct card cards[CARDS] = {
        {"Hours logged", pool_print(pool, "=%s", log_hours_logged(tracker)), STYLE_CARD_HOURS,
         number(figures->logged)},
        {"Planned by now",
         pool_print(pool, "=ROUND(SUMIFS(%s,%s,\"<\"&AsOf+1),6)", planned, ranges->dates),
         STYLE_CARD_HOURS, number(figures->planned_by_now)},
        {"Ahead (+) or behind (−)", "=ROUND(A7-B7,6)", STYLE_CARD_HOURS, number(figures->ahead)},
        {"This week, logged", this_week(tracker, ranges, ranges->actual), STYLE_CARD_HOURS,
         number(figures->week_actual)},
        {"This week, planned", this_week(tracker, ranges, ranges->planned), STYLE_CARD_HOURS,
         number(figures->week_planned)},
        {"Hours a week, last four weeks",
         pool_print(
             pool,
             "=SUMIFS(%s,%s,\">=\"&AsOf-27,%s,\"<\"&AsOf+1,%s)/MAX(1,MIN(4,(AsOf-MIN(%s)+1)/7))",
             ranges->hours, ranges->dates, ranges->dates, log_counting_hours(tracker),
             ranges->starts),
         STYLE_CARD_HOURS, number(figures->pace)},
    };

    put_cards(tracker, sheet, FIRST_CARDS, cards);
}

static void put_outlook(struct tracker *tracker, lxw_worksheet *sheet,
                        const struct cell_ranges *ranges)
{
    struct pool *pool = tracker->pool;
    const struct figures *figures = tracker->figures;
    double share = figures->planned > 0 ? figures->logged / figures->planned : 0.0;
    const char *worst =
        pool_print(pool, "IF(COUNTIF(%s,\">0\")=0,0,SMALL(%s,COUNTIF(%s,\"<=0\")+1))", ranges->pace,
                   ranges->pace, ranges->pace);
    struct card cards[CARDS] = {
        {"Share of the plan",
         pool_print(pool, "=IF(SUM(%s)=0,0,A7/SUM(%s))", ranges->planned, ranges->planned),
         STYLE_CARD_PERCENT, number(share)},
        {"Likely finish", finish(tracker, ranges, "$F$7"), STYLE_CARD_DATE, figures->finish},
        {"At your best pace", finish(tracker, ranges, pool_print(pool, "MAX(0,%s)", ranges->pace)),
         STYLE_CARD_DATE, figures->best_finish},
        {"At your slowest pace", finish(tracker, ranges, worst), STYLE_CARD_DATE,
         figures->worst_finish},
        {"The plan's last day",
         pool_print(pool, "=MAX(%s)+%d", ranges->starts, ranges->last_length - 1), STYLE_CARD_DATE,
         number(date_serial(tracker->schedule->end))},
        {"Hours not placed in any week", pool_print(pool, "=ROUND(A7-SUM(%s),6)", ranges->actual),
         STYLE_CARD_HOURS, number(figures->unplaced)},
    };

    put_cards(tracker, sheet, FIRST_CARDS + CARD_ROWS, cards);
}

/* A card of how many items of a sheet are done. */
static struct card count_card(struct tracker *tracker, const char *what, const struct sheet *about,
                              const char *formula, size_t done)
{
    const char *label = pool_print(tracker->pool, "%s, of %zu", what, items_held(tracker, about));

    return (struct card){label, formula, STYLE_CARD_COUNT, number((double)done)};
}

/* As that, of a sheet whose rows are ticked, or have a status: all words that mean done count. */
static struct card done_card(struct tracker *tracker, const char *what, const struct sheet *about)
{
    struct pool *pool = tracker->pool;
    const char *cells = column_cells(tracker, about, about->done);
    bool ticks = about->columns[about->done].kind == COLUMN_TICK;
    const char *formula = pool_print(pool, "=SUMPRODUCT(COUNTIF(%s,%s))", cells,
                                     ticks ? LIST_OF_TICK_WORDS : LIST_OF_DONE_WORDS);

    if (ticks) /* to some programs TRUE is 1, to others it is not */
        formula =
            pool_print(pool, "%s+SUMPRODUCT(((ISNUMBER(%s)*(%s>=1)+(%s=TRUE)+(%s=\"true\"))>0)*1)",
                       formula, cells, cells, cells, cells);
    return count_card(tracker, what, about, formula, tally_of(tracker, about, about->done)->done);
}

static struct card money_card(struct tracker *tracker, const char *what, const char *currency,
                              lxw_col_t column)
{
    struct pool *pool = tracker->pool;

    return (struct card){
        pool_print(pool, "Money %s%s%s", what, currency ? ", " : "", currency ? currency : ""),
        pool_print(pool, "=SUM(%s)", column_range(tracker, &budget_sheet, column)),
        STYLE_CARD_COUNT, number(tally_of(tracker, &budget_sheet, column)->sum)};
}

static void put_items(struct tracker *tracker, lxw_worksheet *sheet)
{
    const char *currency = currency_of_costs(tracker);
    const char *reached = pool_print(tracker->pool, "=COUNT(%s)",
                                     column_range(tracker, &milestones_sheet, MILESTONE_REACHED));
    struct card cards[CARDS] = {
        done_card(tracker, "Tasks done", &tasks_sheet),
        done_card(tracker, "Checks done", &checklists_sheet),
        done_card(tracker, "Read", &reading_sheet),
        count_card(tracker, "Milestones reached", &milestones_sheet, reached,
                   tally_of(tracker, &milestones_sheet, MILESTONE_REACHED)->numbers),
        money_card(tracker, "planned", currency, BUDGET_PLANNED),
        money_card(tracker, "spent", currency, BUDGET_ACTUAL),
    };

    put_cards(tracker, sheet, FIRST_CARDS + 2 * CARD_ROWS, cards);
}

static void put_as_of(struct tracker *tracker, lxw_worksheet *sheet)
{
    day today = tracker->edition->today;

    put_text(tracker, sheet, AS_OF_ROW, 0, "As of", STYLE_HINT);
    if (tracker->edition->today_given) /* nothing may follow the clock then */
        put_date(tracker, sheet, AS_OF_ROW, 1, today, STYLE_DATE);
    else
        put_formula(tracker, sheet, AS_OF_ROW, 1, "=TODAY()", STYLE_DATE, date_serial(today), NULL);
    define_name(tracker, "AsOf",
                pool_print(tracker->pool, "=%s!%s", dashboard_sheet.tab,
                           cell_reference(tracker, AS_OF_ROW, 1)));
}

/* How many rows of the Log have hours that do not count. */
static void put_odd_rows(struct tracker *tracker, lxw_worksheet *sheet)
{
    lxw_conditional_format some = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                   .value_string = "=$D$4>0",
                                   .format = tracker->styles.formats[STYLE_WRONG]};

    put_text(tracker, sheet, AS_OF_ROW, ODD_COLUMN - 1, "Rows of the Log to look at", STYLE_HINT);
    put_formula(tracker, sheet, AS_OF_ROW, ODD_COLUMN,
                pool_print(tracker->pool, "=%s", log_odd_rows(tracker)), STYLE_COUNT,
                (double)tracker->figures->odd_rows, NULL);
    worksheet_conditional_format_cell(sheet, AS_OF_ROW, ODD_COLUMN, &some);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct schedule *schedule = tracker->schedule;
    char first[DATE_TEXT], last[DATE_TEXT], weekly[DURATION_TEXT];
    const char *hint = pool_print(
        tracker->pool, "%s to %s: %zu week%s of %s. Fills itself from the other sheets.",
        day_print(schedule->start, first), day_print(schedule->end, last), schedule->week_count,
        schedule->week_count == 1 ? "" : "s", duration_print(schedule->rhythm.minutes, weekly));
    struct cell_ranges ranges = find_ranges(tracker);

    sheet_dress(tracker, sheet, 0, tracker->plan->title.text, hint);
    worksheet_set_column(sheet, 0, CARDS - 1, 24, NULL);
    put_as_of(tracker, sheet);
    put_odd_rows(tracker, sheet);
    put_hours(tracker, sheet, &ranges);
    put_outlook(tracker, sheet, &ranges);
    put_items(tracker, sheet);
    charts_add(tracker, sheet, CHARTS_TOP);
    lxw_conditional_format behind = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                     .value_string = "=$C$7<0",
                                     .format = tracker->styles.formats[STYLE_LATE]};
    worksheet_conditional_format_cell(sheet, FIRST_CARDS + 1, 2, &behind);
    lxw_conditional_format unplaced = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                       .value_string = "=$F$10<>0",
                                       .format = tracker->styles.formats[STYLE_WRONG]};
    worksheet_conditional_format_cell(sheet, FIRST_CARDS + CARD_ROWS + 1, 5, &unplaced);
    worksheet_fit_to_pages(sheet, 1, 1);
    sheet_lock(sheet);
}

const struct sheet dashboard_sheet = {
    .tab = "Dashboard",
    .sums_up = true,
    .fill = fill,
    .jumps_end = 5,
};
