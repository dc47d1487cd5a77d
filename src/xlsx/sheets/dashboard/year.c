/* year: a year of days, each shaded by the hours logged on it. */
#include "xlsx/sheets/dashboard/dashboard.h"

#include <math.h>
#include <string.h>

enum { DAYS = 7, LEGEND_COLUMN = 30, LEGEND_STEP = 6 };

/* From how many hours on a day has the third and the fourth shade: by the plan's sessions. */
struct shades {
    double some, many;
};

static struct shades shades_of(const struct schedule *schedule)
{
    double session = schedule->session_count > 0
                         ? schedule->minutes / 60.0 / (double)schedule->session_count
                         : 1.0;
    double some = fmax(0.5, floor(session * 0.9 * 2) / 2);

    return (struct shades){some, some * 1.5};
}

/* The serial number of a cell's day, for formulas. */
static const char *day_formula(struct tracker *tracker, lxw_col_t week, lxw_row_t weekday)
{
    return pool_print(tracker->pool, "(%s+%u)", figure_cell(tracker, FORECAST_YEAR_FROM),
                      7u * week + weekday);
}

static day day_at(const struct tracker *tracker, lxw_col_t week, lxw_row_t weekday)
{
    return (day)(figure_of(tracker, FORECAST_YEAR_FROM) - date_serial(0)) + 7 * (day)week +
           (day)weekday;
}

/* "Jan" above the week that holds the first of a month, and above the first week of all. */
static void put_month(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t week)
{
    const char *sunday = day_formula(tracker, week, 6);
    struct civil date = civil_of(day_at(tracker, week, 6));
    int least =
        week == 0 ? 25 : 7; /* of a month that soon ends, the next one's name has the room */

    put_formula(tracker, sheet, row, (lxw_col_t)(week + 1),
                pool_print(tracker->pool, "=IF(DAY%s<=%d,%s,\"\")", sunday, least,
                           month_of(tracker, sunday)),
                STYLE_GRID_MONTH, 0, date.day <= least ? month_short_name(date.month) : "");
}

static void put_day(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t week,
                    lxw_row_t weekday)
{
    const char *date = day_formula(tracker, week, weekday);
    day here = day_at(tracker, week, weekday);

    put_formula(tracker, sheet, row, (lxw_col_t)(week + 1),
                pool_print(tracker->pool, "=IF(%s>AsOf,\"\",%s)", date, logged_on(tracker, date)),
                STYLE_GRID_DAY, forecast_logged_on(tracker->figures, tracker->logbook, here),
                here > tracker->edition->today ? "" : NULL);
}

static void shade(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top, const char *test,
                  enum style style, bool last)
{
    lxw_conditional_format format = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                     .value_string = pool_copy(tracker->pool, test, strlen(test)),
                                     .stop_if_true = last,
                                     .format = tracker->styles.formats[style]};

    worksheet_conditional_format_range(sheet, top, 1, top + DAYS - 1, YEAR_WEEKS, &format);
}

static void shade_days(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top,
                       const struct shades *from)
{
    struct pool *pool = tracker->pool;
    const char *cell = pool_print(pool, "B%u", top + 1);

    shade(tracker, sheet, top,
          pool_print(pool, "=%s+7*(COLUMN()-2)+ROW()-%u=AsOf",
                     figure_cell(tracker, FORECAST_YEAR_FROM), top + 1),
          STYLE_DAY_TODAY, false);
    shade(tracker, sheet, top, pool_print(pool, "=NOT(ISNUMBER(%s))", cell), STYLE_DAY_AHEAD, true);
    shade(tracker, sheet, top, pool_print(pool, "=%s>=%g", cell, from->many - 0.01), STYLE_DAY_MANY,
          true);
    shade(tracker, sheet, top, pool_print(pool, "=%s>=%g", cell, from->some - 0.01), STYLE_DAY_SOME,
          true);
    shade(tracker, sheet, top, pool_print(pool, "=%s>0", cell), STYLE_DAY_FEW, true);
    shade(tracker, sheet, top, pool_print(pool, "=%s=0", cell), STYLE_DAY_NONE, true);
}

static void put_legend(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                       const struct shades *from)
{
    struct pool *pool = tracker->pool;
    const struct {
        enum style style;
        const char *words;
    } shades[] = {
        {STYLE_GRID_SHADE_NONE, "none"},
        {STYLE_GRID_SHADE_FEW, pool_print(pool, "under %g h", from->some)},
        {STYLE_GRID_SHADE_SOME, pool_print(pool, "%g to %g h", from->some, from->many)},
        {STYLE_GRID_SHADE_MANY, pool_print(pool, "%g h or more", from->many)},
    };

    for (size_t i = 0; i < sizeof shades / sizeof shades[0]; i++) {
        lxw_col_t column = (lxw_col_t)(LEGEND_COLUMN + LEGEND_STEP * i);
        put_blank(tracker, sheet, row, column, shades[i].style);
        put_text(tracker, sheet, row, (lxw_col_t)(column + 1), shades[i].words, STYLE_GRID_SMALL);
    }
}

/* The cells of all days below TOP, or of the weekday's hours beside them: "$B$41:$BB$47". */
static const char *days_cells(struct tracker *tracker, lxw_row_t top, lxw_col_t first,
                              lxw_col_t last)
{
    return pool_print(tracker->pool, "$%s$%u:$%s$%u", column_letters(tracker, first), top + 1,
                      column_letters(tracker, last), top + DAYS);
}

/* What the year comes to, as its days say it. */
struct year_sums {
    double of_weekday[DAYS];
    double hours, most;
    int days;
};

static struct year_sums sums_of_year(const struct tracker *tracker)
{
    struct year_sums sums = {.days = 0};

    for (lxw_row_t i = 0; i < DAYS; i++) {
        for (lxw_col_t week = 0; week < YEAR_WEEKS; week++) {
            day here = day_at(tracker, week, i);
            double hours = here > tracker->edition->today
                               ? 0
                               : forecast_logged_on(tracker->figures, tracker->logbook, here);
            sums.of_weekday[i] += hours;
            sums.most = fmax(sums.most, hours);
            sums.days += hours > 0;
        }
        sums.of_weekday[i] = sheet_round(sums.of_weekday[i], 6);
        sums.hours += sums.of_weekday[i];
    }
    return sums;
}

/* "94 days with hours: 1.29 h each on average, 2.40 h at most. Most on Sat: 38.20 h". */
static const char *sums_words(struct tracker *tracker, const struct year_sums *sums)
{
    size_t best = 0;

    if (sums->days == 0)
        return "";
    for (size_t i = 1; i < DAYS; i++)
        if (sums->of_weekday[i] > sums->of_weekday[best])
            best = i;
    return pool_print(tracker->pool,
                      "%d day%s with hours: %.2f h each on average, %.2f h at most. Most on %s: "
                      "%.2f h",
                      sums->days, sums->days == 1 ? "" : "s",
                      sheet_round(sums->hours / sums->days, 2), sheet_round(sums->most, 2),
                      weekday_short_name((enum weekday)best),
                      sheet_round(sums->of_weekday[best], 2));
}

/* The hours of each weekday, hidden beside the days from TOP on, and below these a line of what the
 * year comes to. */
static void put_sums(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top)
{
    struct pool *pool = tracker->pool;
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};
    struct year_sums sums = sums_of_year(tracker);
    const char *days = days_cells(tracker, top, 1, YEAR_WEEKS);
    const char *names = days_cells(tracker, top, 0, 0);
    const char *hours = days_cells(tracker, top, GRID_COLUMNS, GRID_COLUMNS);
    const char *count = pool_print(pool, "COUNTIF(%s,\">0\")", days);

    for (lxw_row_t i = 0; i < DAYS; i++)
        put_formula(tracker, sheet, top + i, GRID_COLUMNS,
                    pool_print(pool, "=ROUND(SUM($B%u:$%s%u),6)", top + i + 1,
                               column_letters(tracker, YEAR_WEEKS), top + i + 1),
                    STYLE_PLAIN, sums.of_weekday[i], NULL);
    worksheet_set_column_opt(sheet, GRID_COLUMNS, GRID_COLUMNS, 8, NULL, &hidden);
    put_formula(tracker, sheet, top + DAYS, 1,
                pool_print(pool,
                           "=IF(%s=0,\"\",%s&IF(%s=1,\" day\",\" days\")&\" with hours: "
                           "\"&FIXED(SUM(%s)/MAX(1,%s),2,TRUE)&\" h each on average, "
                           "\"&FIXED(MAX(%s),2,TRUE)&\" h at most. Most on "
                           "\"&INDEX(%s,MATCH(MAX(%s),%s,0))&\": \"&FIXED(MAX(%s),2,TRUE)&\" h\")",
                           count, count, count, hours, count, days, names, hours, hours, hours),
                STYLE_GRID_SMALL, 0, sums_words(tracker, &sums));
    worksheet_set_row(sheet, top + DAYS, 18, NULL);
}

lxw_row_t dashboard_year(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top)
{
    struct shades from = shades_of(tracker->schedule);

    put_text(tracker, sheet, top, 0, "A year, day by day", STYLE_GRID_HEADING);
    put_legend(tracker, sheet, top, &from);
    worksheet_set_row(sheet, top, 18, NULL);
    for (lxw_col_t week = 0; week < YEAR_WEEKS; week++)
        put_month(tracker, sheet, top + 1, week);
    for (lxw_row_t i = 0; i < DAYS; i++) {
        lxw_row_t row = top + 2 + i;
        put_text(tracker, sheet, row, 0, weekday_short_name((enum weekday)i), STYLE_GRID_SMALL);
        for (lxw_col_t week = 0; week < YEAR_WEEKS; week++)
            put_day(tracker, sheet, row, week, i);
        worksheet_set_row(sheet, row, 13, NULL);
    }
    shade_days(tracker, sheet, top + 2, &from);
    put_sums(tracker, sheet, top + 2);
    return top + 2 + DAYS;
}
