/* cards: the cards of the Dashboard: the hours in a row at its top, and smaller ones of what there
 * is to tick, read, reach and spend. */
#include "xlsx/cells/carried.h"
#include "xlsx/cells/strays.h"
#include "xlsx/sheets/dashboard/dashboard.h"
#include "xlsx/sheets/days.h"

#include <math.h>
#include <string.h>

/* Words that stand where a likely end has no date. */
#define FINISH_DONE    "done"
#define FINISH_UNKNOWN "not yet known"

#define ON_TIME 0.5 /* hours off that are not worth a word */

enum { CARDS = 6, ITEMS_A_ROW = 3, ITEM_COLUMNS = 12 };

static const struct {
    lxw_col_t first, last;
} card_columns[CARDS] = {{0, 6}, {8, 15}, {17, 24}, {26, 34}, {36, 44}, {46, 53}};

/* A line of a card: a formula without its "=" and the words that it gives; NULL: just the words. */
struct line {
    const char *formula, *words;
};

struct card {
    const char *label;
    struct line figure, note;
};

static void put_line(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                     const struct line *line, enum style style)
{
    if (line->formula)
        put_formula(tracker, sheet, row, column, pool_print(tracker->pool, "=%s", line->formula),
                    style, 0, line->words);
    else
        put_text(tracker, sheet, row, column, line->words, style);
}

static void put_ground(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, size_t card,
                       enum style style)
{
    for (lxw_col_t i = card_columns[card].first + 1; i <= card_columns[card].last; i++)
        put_blank(tracker, sheet, row, i, style);
}

static void put_cards(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top,
                      const struct card cards[CARDS])
{
    for (size_t i = 0; i < CARDS; i++) {
        lxw_col_t column = card_columns[i].first;
        put_text(tracker, sheet, top, column, cards[i].label, STYLE_GRID_LABEL);
        put_line(tracker, sheet, top + 1, column, &cards[i].figure, STYLE_GRID_FIGURE);
        put_line(tracker, sheet, top + 2, column, &cards[i].note, STYLE_GRID_NOTE);
        put_ground(tracker, sheet, top, i, STYLE_GRID_LABEL);
        put_ground(tracker, sheet, top + 1, i, STYLE_GRID_FIGURE);
        put_ground(tracker, sheet, top + 2, i, STYLE_GRID_NOTE);
    }
    worksheet_set_row(sheet, top - 1, 6, NULL);
    worksheet_set_row(sheet, top, 18, NULL);
    worksheet_set_row(sheet, top + 1, 26, NULL);
    worksheet_set_row(sheet, top + 2, 18, NULL);
    worksheet_set_row(sheet, top + 3, 9, NULL);
}

/* "12.3", as FIXED() writes it. */
static const char *fixed(struct tracker *tracker, double hours)
{
    return pool_print(tracker->pool, "%.1f", sheet_round(hours, 1));
}

static struct card logged_card(struct tracker *tracker)
{
    struct pool *pool = tracker->pool;
    const char *logged = figure_cell(tracker, FORECAST_LOGGED);
    const char *total = figure_cell(tracker, FORECAST_TOTAL);
    double hours = figure_of(tracker, FORECAST_LOGGED), all = figure_of(tracker, FORECAST_TOTAL);
    int percent = all > 0 ? (int)floor(100 * hours / all + 1e-6) : 0;

    return (struct card){
        "Logged",
        {pool_print(pool, "FIXED(%s,1,TRUE)&\" h\"", logged),
         pool_print(pool, "%s h", fixed(tracker, hours))},
        {pool_print(pool,
                    "\"of \"&FIXED(%s,1,TRUE)&\" h, \"&IF(%s>0,INT(100*%s/%s+1/1000000),0)&\" %%\"",
                    total, total, logged, total),
         pool_print(pool, "of %s h, %d %%", fixed(tracker, all), percent)}};
}

static struct card week_card(struct tracker *tracker)
{
    struct pool *pool = tracker->pool;
    const char *planned = figure_cell(tracker, FORECAST_WEEK_PLANNED);
    double hours = figure_of(tracker, FORECAST_WEEK_PLANNED);
    day today = tracker->edition->today;
    const char *before =
        pool_print(pool, "it begins on %s", day_words(tracker, tracker->schedule->start));
    const char *behind =
        pool_print(pool, "it ended on %s", day_words(tracker, tracker->schedule->end));
    const char *words = pool_print(pool, "of %s h", fixed(tracker, hours));

    if (hours <= 0)
        words = "a week off";
    if (today < tracker->schedule->start)
        words = before;
    if (today > tracker->schedule->end)
        words = behind;
    return (struct card){
        "This week",
        {pool_print(pool, "FIXED(%s,1,TRUE)&\" h\"", figure_cell(tracker, FORECAST_WEEK_LOGGED)),
         pool_print(pool, "%s h", fixed(tracker, figure_of(tracker, FORECAST_WEEK_LOGGED)))},
        {pool_print(pool,
                    "IF(AsOf<%s,\"%s\",IF(AsOf>%s,\"%s\",IF(%s>0,\"of \"&FIXED(%s,1,TRUE)&\" "
                    "h\",\"a week off\")))",
                    figure_cell(tracker, FORECAST_START), before,
                    figure_cell(tracker, FORECAST_END), behind, planned, planned),
         words}};
}

static struct card standing_card(struct tracker *tracker)
{
    struct pool *pool = tracker->pool;
    const char *ahead = figure_cell(tracker, FORECAST_AHEAD);
    double hours = figure_of(tracker, FORECAST_AHEAD);
    struct civil since = civil_of((day)(figure_of(tracker, FORECAST_SINCE) - date_serial(0)));
    const char *until = "planned by yesterday";
    const char *words = "on time";

    if (forecast_replanned(tracker->schedule))
        until = pool_print(pool, "planned since %d %s", since.day, month_short_name(since.month));
    if (fabs(hours) > ON_TIME)
        words = pool_print(pool, "%s h %s", fixed(tracker, fabs(hours)),
                           hours < 0 ? "behind" : "ahead");
    const double *facts = today_view(tracker)->facts;
    const char *done = fact_cell(tracker, TODAY_DONE);
    const char *things = fact_cell(tracker, TODAY_THINGS);
    const char *all = pool_print(pool, "AND(%s>0,%s>=%s)", things, done, things);
    const char *note = pool_print(
        pool, "%s h %s", fixed(tracker, figure_of(tracker, FORECAST_STAND_PLANNED)), until);

    if (facts[TODAY_THINGS] > 0 && facts[TODAY_DONE] >= facts[TODAY_THINGS]) {
        words = FINISH_DONE;
        note = pool_print(pool, "%.0f of %.0f things", facts[TODAY_DONE], facts[TODAY_THINGS]);
    }
    return (struct card){
        "Where you stand",
        {pool_print(pool,
                    "IF(%s,\"" FINISH_DONE "\",IF(ABS(%s)<=0.5,\"on "
                    "time\",FIXED(ABS(%s),1,TRUE)&\" h \"&IF(%s<0,\"behind\",\"ahead\")))",
                    all, ahead, ahead, ahead),
         words},
        {pool_print(pool, "IF(%s,%s&\" of \"&%s&\" things\",FIXED(%s,1,TRUE)&\" h %s\")", all, done,
                    things, figure_cell(tracker, FORECAST_STAND_PLANNED), until),
         note}};
}

static bool all_is_logged(const struct tracker *tracker)
{
    return sheet_round(figure_of(tracker, FORECAST_TOTAL) - figure_of(tracker, FORECAST_LOGGED),
                       6) <= 0;
}

/* A formula's condition for that. */
static const char *all_logged(struct tracker *tracker)
{
    return pool_print(tracker->pool, "ROUND(%s-%s,6)<=0", figure_cell(tracker, FORECAST_TOTAL),
                      figure_cell(tracker, FORECAST_LOGGED));
}

static struct card pace_card(struct tracker *tracker)
{
    struct pool *pool = tracker->pool;
    const char *rest = figure_cell(tracker, FORECAST_REST);
    const char *pace = figure_cell(tracker, FORECAST_PACE);
    const char *weekly = figure_cell(tracker, FORECAST_PACE_PLANNED);
    const char *end = day_words(tracker, tracker->schedule->end);
    const char *note =
        pool_print(pool, "of %s h", fixed(tracker, figure_of(tracker, FORECAST_PACE_PLANNED)));

    if (figure_of(tracker, FORECAST_REST) <= 0)
        note = pool_print(pool, "the plan ended %s", end);
    if (all_is_logged(tracker))
        note = "all hours are logged";
    return (struct card){
        "Last four weeks",
        {pool_print(pool, "FIXED(%s,1,TRUE)&\" h a week\"", pace),
         pool_print(pool, "%s h a week", fixed(tracker, figure_of(tracker, FORECAST_PACE)))},
        {pool_print(
             pool,
             "IF(%s,\"all hours are logged\",IF(%s<=0,\"the plan ended %s\",\"of \"&FIXED(%s,"
             "1,TRUE)&\" h\"))",
             all_logged(tracker), rest, end, weekly),
         note}};
}

static struct civil civil_of_figure(const struct tracker *tracker, enum forecast_figure figure)
{
    return civil_of((day)(figure_of(tracker, figure) - date_serial(0)));
}

static const char *month_and_year(struct tracker *tracker, enum forecast_figure figure)
{
    struct civil date = civil_of_figure(tracker, figure);

    return pool_print(tracker->pool, "%s %d", month_short_name(date.month), date.year);
}

/* "July to September", "Nov 2028 to Aug 2029", "from Nov 2028 on". */
static const char *range_words(struct tracker *tracker)
{
    struct civil early, late;

    if (all_is_logged(tracker))
        return "all hours are logged";
    if (figure_of(tracker, FORECAST_KNOWN) <= 0)
        return figure_of(tracker, FORECAST_WEEKS_TAKEN) < WEEKS_KNOWN ? "after three whole weeks"
                                                                      : "a few weeks will tell";
    if (figure_of(tracker, FORECAST_LATE) <= 0)
        return pool_print(tracker->pool, "from %s on", month_and_year(tracker, FORECAST_EARLY));
    early = civil_of_figure(tracker, FORECAST_EARLY);
    late = civil_of_figure(tracker, FORECAST_LATE);
    if (early.year != late.year)
        return pool_print(tracker->pool, "%s to %s", month_and_year(tracker, FORECAST_EARLY),
                          month_and_year(tracker, FORECAST_LATE));
    if (early.month == late.month)
        return "as you have gone on";
    return pool_print(tracker->pool, "%s to %s", month_name(early.month), month_name(late.month));
}

static const char *range_formula(struct tracker *tracker)
{
    struct pool *pool = tracker->pool;
    const char *early = figure_cell(tracker, FORECAST_EARLY);
    const char *late = figure_cell(tracker, FORECAST_LATE);
    const char *from = pool_print(pool, "%s&\" \"&YEAR(%s)", month_of(tracker, early), early);
    const char *to = pool_print(pool, "%s&\" \"&YEAR(%s)", month_of(tracker, late), late);
    const char *of_a_year =
        pool_print(pool, "IF(MONTH(%s)=MONTH(%s),\"as you have gone on\",%s&\" to \"&%s)", early,
                   late, long_month_of(tracker, early), long_month_of(tracker, late));

    return pool_print(
        pool,
        "IF(%s,\"all hours are logged\",IF(%s=0,IF(%s<3,\"after three whole weeks\",\"a few weeks "
        "will tell\"),IF(%s=0,\"from \"&%s&\" on\",IF(YEAR(%s)=YEAR(%s),%s,%s&\" to \"&%s))))",
        all_logged(tracker), figure_cell(tracker, FORECAST_KNOWN),
        figure_cell(tracker, FORECAST_WEEKS_TAKEN), late, from, early, late, of_a_year, from, to);
}

static struct card end_card(struct tracker *tracker)
{
    struct pool *pool = tracker->pool;
    const char *likely = figure_cell(tracker, FORECAST_LIKELY);
    const char *words = FINISH_UNKNOWN;

    if (figure_of(tracker, FORECAST_KNOWN) > 0)
        words = month_and_year(tracker, FORECAST_LIKELY);
    if (all_is_logged(tracker))
        words = FINISH_DONE;
    return (struct card){
        "Likely end",
        {pool_print(pool,
                    "IF(%s,\"" FINISH_DONE "\",IF(%s=0,\"" FINISH_UNKNOWN "\",%s&\" \"&YEAR(%s)))",
                    all_logged(tracker), figure_cell(tracker, FORECAST_KNOWN),
                    month_of(tracker, likely), likely),
         words},
        {range_formula(tracker), range_words(tracker)}};
}

static struct card target_card(struct tracker *tracker)
{
    struct pool *pool = tracker->pool;
    const char *streak = figure_cell(tracker, FORECAST_STREAK);
    const char *best = figure_cell(tracker, FORECAST_BEST_STREAK);
    const char *rest = figure_cell(tracker, FORECAST_REST);
    double most = figure_of(tracker, FORECAST_BEST_STREAK);
    bool over = figure_of(tracker, FORECAST_REST) <= 0; /* what was reached is what stays */
    double weeks = over ? most : figure_of(tracker, FORECAST_STREAK);
    bool begun = figure_of(tracker, FORECAST_WEEKS_LIVED) > 0;
    const char *shown = pool_print(pool, "IF(%s<=0,%s,%s)", rest, best, streak);
    const char *words =
        begun ? pool_print(pool, "%.0f week%s", weeks, weeks == 1 ? "" : "s") : "not yet known";
    const char *note = !begun ? "when a week is over"
                       : over ? "in a row, the most of all"
                              : pool_print(pool, "in a row; best %.0f", most);

    return (struct card){
        "On target",
        {pool_print(pool, "IF(%s=0,\"not yet known\",%s&IF(%s=1,\" week\",\" weeks\"))",
                    figure_cell(tracker, FORECAST_WEEKS_LIVED), shown, shown),
         words},
        {pool_print(pool,
                    "IF(%s=0,\"when a week is over\",IF(%s<=0,\"in a row, the most of all\","
                    "\"in a row; best \"&%s))",
                    figure_cell(tracker, FORECAST_WEEKS_LIVED), rest, best),
         note}};
}

void dashboard_cards(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top)
{
    const struct card cards[CARDS] = {
        logged_card(tracker), week_card(tracker), standing_card(tracker),
        pace_card(tracker),   end_card(tracker),  target_card(tracker),
    };

    put_cards(tracker, sheet, top, cards);
}

/* How many of a sheet's items are done. */
static struct line done_line(struct tracker *tracker, enum item_count count)
{
    return (struct line){pool_print(tracker->pool, "%s&\" of \"&%s",
                                    item_count_cell(tracker, count),
                                    item_count_all_formula(tracker, count)),
                         pool_print(tracker->pool, "%.0f of %.0f", item_count_value(tracker, count),
                                    item_count_all(tracker, count))};
}

/* "130 $", "130 $, 1 row in others": currencies are not added up. */
static struct line money_line(struct tracker *tracker, enum item_count count)
{
    struct pool *pool = tracker->pool;
    const char *unit = currency_of_costs(tracker);
    enum item_count others = count == COUNT_MONEY_SPENT ? COUNT_SPENT_ELSE : COUNT_PLANNED_ELSE;
    const char *left = item_count_cell(tracker, others);
    double rows = item_count_value(tracker, others);
    const char *more =
        rows > 0 ? pool_print(pool, ", %.0f row%s in others", rows, rows == 1 ? "" : "s") : "";

    unit = unit ? pool_print(pool, " %s", unit) : "";
    return (struct line){
        pool_print(
            pool,
            "FIXED(%s,0,TRUE)&\"%s\"&IF(%s=0,\"\",\", \"&%s&IF(%s=1,\" row\",\" rows\")&\" in "
            "others\")",
            item_count_cell(tracker, count), unit, left, left, left),
        pool_print(pool, "%.0f%s%s", sheet_round(item_count_value(tracker, count), 0), unit, more)};
}

/* true where the plan has some on that sheet, or the learner. */
static bool has_things(struct tracker *tracker, const struct sheet *about)
{
    const struct kept_table *kept = carried_of(tracker, about)->kept;

    for (size_t i = 0; kept && i < kept->row_count; i++)
        if (is_own_row(kept, &kept->rows[i]))
            return true;
    return items_held(tracker, about) > 0;
}

lxw_row_t dashboard_items(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top)
{
    const struct {
        const char *label;
        const struct sheet *about;
        struct line line;
    } items[CARDS] = {
        {"Tasks done", &tasks_sheet, done_line(tracker, COUNT_TASKS)},
        {"Checks done", &checklists_sheet, done_line(tracker, COUNT_CHECKS)},
        {"Read", &reading_sheet, done_line(tracker, COUNT_READ)},
        {"Milestones reached", &milestones_sheet, done_line(tracker, COUNT_REACHED)},
        {"Money planned", &budget_sheet, money_line(tracker, COUNT_MONEY_PLANNED)},
        {"Money spent", &budget_sheet, money_line(tracker, COUNT_MONEY_SPENT)},
    };
    size_t shown = 0;

    for (size_t i = 0; i < CARDS; i++) {
        lxw_col_t column = (lxw_col_t)(shown % ITEMS_A_ROW * ITEM_COLUMNS);
        lxw_row_t row = top + (lxw_row_t)(shown / ITEMS_A_ROW) * 3;
        if (!has_things(tracker, items[i].about))
            continue;
        shown++;
        for (lxw_col_t k = column; k < column + ITEM_COLUMNS - 2; k++) {
            put_blank(tracker, sheet, row, k, STYLE_GRID_SMALL_CARD);
            put_blank(tracker, sheet, row + 1, k, STYLE_GRID_SMALL_FIGURE);
        }
        put_text(tracker, sheet, row, column, items[i].label, STYLE_GRID_SMALL_CARD);
        put_line(tracker, sheet, row + 1, column, &items[i].line, STYLE_GRID_SMALL_FIGURE);
    }
    return top + (shown > ITEMS_A_ROW ? 5 : shown > 0 ? 2 : 0);
}
