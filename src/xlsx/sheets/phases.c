/* phases: the sheet of hours by phase and by category, with bars, and of what is ticked of a phase.
 */
#include "xlsx/cells/first_plan.h"
#include "xlsx/cells/item_words.h"
#include "xlsx/sheets/phases_ticks.h"
#include "xlsx/sheets/whole.h"

#include <math.h>

enum {
    NAME,
    STARTS,
    ENDS,
    PLANNED,
    ACTUAL,
    SHARE,
    TICKS,
    STATE,
    PROGRESS,
    BAR,
    FIRST_PLAN,
    TICKED,
    TICKABLE,
    COLUMNS
};

#define BAR_CELLS   20
#define NUMBERS_OFF 0.000001    /* sums of hours that differ by less are the same */
#define OFF_FORMULA "1/1000000" /* that: Gnumeric writes decimals as other ones */

/* How a phase stands. */
#define STATE_DONE    "Done"
#define STATE_NOW     "now"
#define STATE_TO_COME "to come"
#define STATE_OPEN    "still open"

static const struct column columns[COLUMNS] = {
    [NAME] = {"phase", "Phase", 44, COLUMN_SHOWN, false},
    [STARTS] = {"starts", "Starts", 12, COLUMN_SHOWN, false},
    [ENDS] = {"ends", "Ends", 12, COLUMN_SHOWN, false},
    [PLANNED] = {"planned", "Planned", 10, COLUMN_NUMBER, false},
    [ACTUAL] = {"actual", "Actual", 10, COLUMN_NUMBER, false},
    [SHARE] = {"share", "Share", 9, COLUMN_NUMBER, false},
    [TICKS] = {"ticks", "Ticks", 12, COLUMN_NUMBER, false},
    [STATE] = {"state", "State", 12, COLUMN_SHOWN, false},
    [PROGRESS] = {"progress", "Progress, as a bar", 20, COLUMN_SHOWN, true},
    [BAR] = {"bar", "Progress", 26, COLUMN_SHOWN, false},
    [FIRST_PLAN] = {"first-plan", "First plan", 26, COLUMN_SHOWN, false},
    [TICKED] = {"ticked", "Ticked", 10, COLUMN_NUMBER, true},
    [TICKABLE] = {"tickable", "To tick", 10, COLUMN_NUMBER, true},
};

/* true where some weeks belong to no phase: Phases then has a row for them. */
static bool weeks_beside_phases(const struct schedule *schedule)
{
    for (size_t i = 0; i < schedule->week_count; i++)
        if (schedule->weeks[i].phase < 0)
            return true;
    return schedule->plan->phase_count == 0;
}

struct phases_layout phases_layout(const struct tracker *tracker)
{
    struct phases_layout at = {.first = FIRST_ROW};
    size_t rows = tracker->plan->phase_count + (weeks_beside_phases(tracker->schedule) ? 1 : 0);

    at.last = FIRST_ROW + (lxw_row_t)rows - 1;
    at.all = at.last + 1;
    at.category_first = at.all + 3; /* a gap, headers */
    at.category_last = at.category_first + (lxw_row_t)tracker->figures->categories;
    at.name = NAME;
    at.starts = STARTS;
    at.ends = ENDS;
    at.planned = PLANNED;
    at.actual = ACTUAL;
    at.share = SHARE;
    at.ticks = TICKS;
    at.state = STATE;
    return at;
}

/* "7 of 24", of the numbers that stand hidden in the row. */
static void put_ticks(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      struct phase_ticks ticks)
{
    struct pool *pool = tracker->pool;
    const char *ticked = pool_print(pool, "$%s%u", column_letters(tracker, TICKED), row + 1);
    const char *tickable = pool_print(pool, "$%s%u", column_letters(tracker, TICKABLE), row + 1);

    put_formula(tracker, sheet, row, TICKS,
                pool_print(pool, "=IF(%s=0,\"\",%s&\" of \"&%s)", tickable, ticked, tickable),
                STYLE_PARTS, 0, phase_ticks_words(tracker, ticks));
}

/* Share, data bar and bar of signs of a row whose hours are there. */
static void put_progress(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                         double planned, double actual)
{
    struct pool *pool = tracker->pool;
    /* rounded down: 100 % is all of it, here as on the Dashboard */
    double share = planned == 0.0 ? 0.0 : floor(100 * actual / planned + 1e-6) / 100;
    unsigned line = row + 1;
    int full = (int)sheet_round(BAR_CELLS * fmin(1.0, share), 0);
    struct text bar = TEXT_INIT;

    for (int i = 0; i < BAR_CELLS; i++)
        text_add(&bar, i < full ? "█" : "░");
    put_formula(tracker, sheet, row, SHARE,
                pool_print(pool, "=IF(D%u=0,0,INT(100*E%u/D%u+1/1000000)/100)", line, line, line),
                STYLE_PERCENT, share, NULL);
    put_formula(tracker, sheet, row, PROGRESS, pool_print(pool, "=F%u", line), STYLE_PERCENT, share,
                NULL);
    put_formula(tracker, sheet, row, BAR,
                pool_print(pool,
                           "=REPT(\"█\",ROUND(%d*MIN(1,F%u),0))&REPT(\"░\",%d-ROUND(%d*MIN(1,"
                           "F%u),0))",
                           BAR_CELLS, line, BAR_CELLS, BAR_CELLS, line),
                STYLE_BAR, 0, text_string(&bar));
    text_free(&bar);
}

/* How it stands: "Done" only where the hours are there and all is ticked. */
static void put_state(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, double planned,
                      double actual, struct phase_ticks ticks)
{
    struct pool *pool = tracker->pool;
    unsigned line = row + 1;
    const char *ticked = column_letters(tracker, TICKED);
    const char *tickable = column_letters(tracker, TICKABLE);
    double as_of = date_serial(tracker->figures->as_of);
    size_t index = row - FIRST_ROW;
    bool dated =
        index < tracker->plan->phase_count && tracker->schedule->phases[index].first != DAY_NONE;
    const char *state = "", *later = "\"\"";

    if (dated) {
        const struct phase_dates *dates = &tracker->schedule->phases[index];
        state = as_of < date_serial(dates->first)   ? STATE_TO_COME
                : as_of <= date_serial(dates->last) ? STATE_NOW
                                                    : STATE_OPEN;
        later = pool_print(pool,
                           "IF(AsOf<$B%u,\"" STATE_TO_COME "\",IF(AsOf<=$C%u,\"" STATE_NOW
                           "\",\"" STATE_OPEN "\"))",
                           line, line);
    }
    bool done = planned + (double)ticks.tickable > 0 && actual >= planned - NUMBERS_OFF &&
                ticks.ticked == ticks.tickable;
    put_formula(tracker, sheet, row, STATE,
                pool_print(pool,
                           "=IF(AND($D%u+$%s%u>0,$E%u>=$D%u-" OFF_FORMULA
                           ",$%s%u=$%s%u),\"" STATE_DONE "\",%s)",
                           line, tickable, line, line, line, ticked, line, tickable, line, later),
                STYLE_TEXT, 0, done ? STATE_DONE : state);
}

static const char *phase_name(struct tracker *tracker, size_t index)
{
    if (index < tracker->plan->phase_count)
        return phase_words(tracker, index);
    return tracker->plan->phase_count == 0 ? "The whole plan" : "Beside the phases";
}

const char *phases_ticks(struct tracker *tracker, lxw_row_t row)
{
    struct phases_layout at = phases_layout(tracker);
    struct phase_ticks ticks = {0};

    for (lxw_row_t i = at.first; i <= at.last; i++) {
        struct phase_ticks of = count_phase_ticks(tracker, phase_name(tracker, i - at.first));
        ticks.ticked += i == row || row == at.all ? of.ticked : 0;
        ticks.tickable += i == row || row == at.all ? of.tickable : 0;
    }
    return phase_ticks_words(tracker, ticks);
}

/* The days that the first plan had for it, where they are others; "": they are the same. */
static const char *first_plan_words(struct tracker *tracker, size_t index)
{
    char from[DATE_TEXT], to[DATE_TEXT];

    if (index >= tracker->plan->phase_count)
        return "";
    const struct phase_dates *now = &tracker->schedule->phases[index];
    struct first_days first = first_days_of_phase(tracker, index);
    bool same = first.from == now->first && first.due == now->last;
    if (same || first.from == DAY_NONE || first.due == DAY_NONE)
        return "";
    return pool_print(tracker->pool, "%s – %s", day_print(first.from, from),
                      day_print(first.due, to));
}

static void put_hours(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      lxw_col_t column, const char *formula, double value)
{
    put_formula(tracker, sheet, row, column, pool_print(tracker->pool, "=%s", formula), STYLE_HOURS,
                value, NULL);
}

static struct phase_ticks put_phase(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                                    size_t index)
{
    bool beside = index >= tracker->plan->phase_count;
    double planned = tracker->forecast->phases[index];
    double actual = tracker->figures->phases[index].actual;
    const char *name = phase_name(tracker, index);
    const char *cell = pool_print(tracker->pool, "$A%u", row + 1);
    struct phase_ticks ticks = count_phase_ticks(tracker, name);

    put_text(tracker, sheet, row, NAME, name, STYLE_TEXT);
    put_date(tracker, sheet, row, STARTS,
             beside ? DAY_NONE : tracker->schedule->phases[index].first, STYLE_DATE);
    put_date(tracker, sheet, row, ENDS, beside ? DAY_NONE : tracker->schedule->phases[index].last,
             STYLE_DATE);
    put_hours(tracker, sheet, row, PLANNED, whole_of_phase(tracker, index), planned);
    put_hours(tracker, sheet, row, ACTUAL, logged_of_phase(tracker, index), actual);
    put_formula(tracker, sheet, row, TICKED, phase_ticks_formula(tracker, cell, true), STYLE_COUNT,
                (double)ticks.ticked, NULL);
    put_formula(tracker, sheet, row, TICKABLE, phase_ticks_formula(tracker, cell, false),
                STYLE_COUNT, (double)ticks.tickable, NULL);
    put_progress(tracker, sheet, row, planned, actual);
    put_ticks(tracker, sheet, row, ticks);
    put_state(tracker, sheet, row, planned, actual, ticks);
    put_text(tracker, sheet, row, FIRST_PLAN, first_plan_words(tracker, index), STYLE_QUIET);
    worksheet_set_row(sheet, row, fmax(22.0, text_height(name, columns[NAME].width)), NULL);
    return ticks;
}

/* What the rows above come to in COLUMN. */
static void put_total(struct tracker *tracker, lxw_worksheet *sheet, const struct phases_layout *at,
                      lxw_col_t column, enum style style, double value)
{
    const char *letters = column_letters(tracker, column);

    put_formula(
        tracker, sheet, at->all, column,
        pool_print(tracker->pool, "=SUM(%s%u:%s%u)", letters, at->first + 1, letters, at->last + 1),
        style, value, NULL);
}

static void put_all(struct tracker *tracker, lxw_worksheet *sheet, const struct phases_layout *at,
                    struct phase_ticks ticks)
{
    const struct figures *figures = tracker->figures;
    double planned = 0.0, actual = 0.0;

    for (lxw_row_t row = at->first; row <= at->last; row++) {
        planned += tracker->forecast->phases[row - at->first];
        actual += figures->phases[row - at->first].actual;
    }
    put_text(tracker, sheet, at->all, NAME, "All", STYLE_TEXT);
    put_date(tracker, sheet, at->all, STARTS, tracker->schedule->start, STYLE_DATE);
    put_date(tracker, sheet, at->all, ENDS, tracker->schedule->end, STYLE_DATE);
    put_total(tracker, sheet, at, PLANNED, STYLE_HOURS, planned);
    put_total(tracker, sheet, at, ACTUAL, STYLE_HOURS, actual);
    put_total(tracker, sheet, at, TICKED, STYLE_COUNT, (double)ticks.ticked);
    put_total(tracker, sheet, at, TICKABLE, STYLE_COUNT, (double)ticks.tickable);
    put_progress(tracker, sheet, at->all, planned, actual);
    put_ticks(tracker, sheet, at->all, ticks);
    put_blank(tracker, sheet, at->all, STATE, STYLE_TEXT);
    put_blank(tracker, sheet, at->all, FIRST_PLAN, STYLE_TEXT);
    worksheet_set_row(sheet, at->all, 22, NULL);
}

/* A category has no ticks: it is done where its hours are there. */
static void put_category_state(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                               double planned, double actual)
{
    unsigned line = row + 1;

    put_blank(tracker, sheet, row, ENDS, STYLE_TEXT);
    put_blank(tracker, sheet, row, TICKS, STYLE_TEXT);
    put_blank(tracker, sheet, row, FIRST_PLAN, STYLE_TEXT);
    put_formula(tracker, sheet, row, STATE,
                pool_print(tracker->pool,
                           "=IF(AND($D%u>0,$E%u>=$D%u-" OFF_FORMULA "),\"" STATE_DONE "\",\"\")",
                           line, line, line),
                STYLE_TEXT, 0, planned > 0 && actual >= planned - NUMBERS_OFF ? STATE_DONE : "");
}

static void put_categories(struct tracker *tracker, lxw_worksheet *sheet,
                           const struct phases_layout *at)
{
    const double *all = tracker->forecast->categories;
    size_t count = tracker->figures->categories;
    lxw_row_t row = at->category_first;

    put_text(tracker, sheet, row - 1, NAME, "Category", STYLE_HEADER);
    put_text(tracker, sheet, row - 1, STARTS, "Activity", STYLE_HEADER);
    for (lxw_col_t i = ENDS; i <= FIRST_PLAN; i++)
        put_text(tracker, sheet, row - 1, i,
                 i == ENDS || i == TICKS || i == FIRST_PLAN ? "" : columns[i].header,
                 columns[i].kind == COLUMN_NUMBER ? STYLE_HEADER_NUMBER : STYLE_HEADER);
    worksheet_set_row(sheet, row - 1, 24, NULL);
    for (size_t c = 0; c < count; c++, row++) {
        const struct category *category = &tracker->schedule->categories[c];
        double logged = logged_in_category(tracker, c);
        put_text(tracker, sheet, row, NAME, category->name, STYLE_TEXT);
        put_text(tracker, sheet, row, STARTS, activity_name(category->activity), STYLE_QUIET);
        put_hours(tracker, sheet, row, PLANNED, whole_of_category(tracker, c), all[c]);
        put_hours(tracker, sheet, row, ACTUAL, logged_of_category(tracker, c), logged);
        put_progress(tracker, sheet, row, all[c], logged);
        put_category_state(tracker, sheet, row, all[c], logged);
        worksheet_set_row(sheet, row, 20, NULL);
    }
    put_text(tracker, sheet, row, NAME, "Other", STYLE_TEXT);
    put_hours(tracker, sheet, row, PLANNED, whole_of_category(tracker, count), all[count]);
    put_hours(tracker, sheet, row, ACTUAL, logged_of_category(tracker, count),
              logged_in_category(tracker, count));
    for (lxw_col_t i = STARTS; i <= FIRST_PLAN; i++)
        if (i != PLANNED && i != ACTUAL)
            put_blank(tracker, sheet, row, i, STYLE_TEXT);
    worksheet_set_row(sheet, row, 20, NULL);
}

static void add_bars(lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last)
{
    lxw_conditional_format bar = {.type = LXW_CONDITIONAL_DATA_BAR,
                                  .data_bar_2010 = LXW_TRUE,
                                  .bar_only = LXW_TRUE,
                                  .bar_solid = LXW_TRUE,
                                  .bar_color = COLOR_BAR,
                                  .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                  .min_value = 0,
                                  .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                  .max_value = 1};

    if (first <= last)
        worksheet_conditional_format_range(sheet, first, PROGRESS, last, PROGRESS, &bar);
}

/* The row of the phase that is under way stands out. */
static void mark_now(struct tracker *tracker, lxw_worksheet *sheet, const struct phases_layout *at)
{
    lxw_conditional_format now = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                  .format = tracker->styles.formats[STYLE_NEXT]};

    now.value_string = pool_print(tracker->pool, "=$%s%u=\"" STATE_NOW "\"",
                                  column_letters(tracker, STATE), at->first + 1);
    worksheet_conditional_format_range(sheet, at->first, NAME, at->last, STATE, &now);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct phases_layout at = phases_layout(tracker);
    struct phase_ticks all = {0};
    bool moved = false;

    table_open(tracker, sheet, &phases_sheet);
    for (lxw_row_t row = at.first; row <= at.last; row++) {
        struct phase_ticks ticks = put_phase(tracker, sheet, row, row - at.first);
        all.ticked += ticks.ticked;
        all.tickable += ticks.tickable;
        moved |= *first_plan_words(tracker, row - at.first) != '\0';
    }
    put_all(tracker, sheet, &at, all);
    put_categories(tracker, sheet, &at);
    add_bars(sheet, at.first, at.all);
    add_bars(sheet, at.category_first, at.category_last - 1);
    mark_now(tracker, sheet, &at);
    lxw_row_col_options options = {.hidden = !moved};
    worksheet_set_column_opt(sheet, FIRST_PLAN, FIRST_PLAN, columns[FIRST_PLAN].width, NULL,
                             &options);
    worksheet_freeze_panes(sheet, FIRST_ROW, STARTS);
    sheet_lock(sheet);
}

const struct sheet phases_sheet = {
    .tab = "Phases",
    .role = "phases",
    .title = "Phases",
    .hint = "Hours by phase and by category; ticks are those of Tasks, Checklists and Reading. "
            "Fills itself from the Log.",
    .columns = columns,
    .column_count = COLUMNS,
    .fill = fill,
    .sums_up = true,
};
