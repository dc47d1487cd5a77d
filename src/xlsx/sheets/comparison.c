/* comparison: the sheet that holds several paces side by side, a row a pace and phase. */
#include "xlsx/sheets/sheets.h"

enum { PACE, PHASE, STARTS, ENDS, WEEKS, HOURS, LEAST, MOST, MISSING, LINE, COLUMNS };

static const struct column columns[COLUMNS] = {
    [PACE] = {"pace", "Hours a week", 26, COLUMN_SHOWN, false},
    [PHASE] = {"phase", "Phase", 46, COLUMN_SHOWN, false},
    [STARTS] = {"starts", "Starts", 12, COLUMN_SHOWN, false},
    [ENDS] = {"ends", "Ends", 12, COLUMN_SHOWN, false},
    [WEEKS] = {"weeks", "Weeks", 9, COLUMN_NUMBER, false},
    [HOURS] = {"hours", "Hours", 11, COLUMN_NUMBER, false},
    [LEAST] = {"least", "Asked, least", 14, COLUMN_NUMBER, false},
    [MOST] = {"most", "Asked, most", 14, COLUMN_NUMBER, false},
    [MISSING] = {"missing", "Too few", 11, COLUMN_NUMBER, false},
    [LINE] = {"line", "Line of the roadmap", 20, COLUMN_NUMBER, false},
};

static const char *pace_words(struct tracker *tracker, const struct outlook *outlook)
{
    char pace[DURATION_TEXT], date[DATE_TEXT];

    duration_print(outlook->minutes, pace);
    if (outlook->wish.end == DAY_NONE)
        return pool_print(tracker->pool, "%s", pace);
    return pool_print(tracker->pool, "%s, to end by %s", pace, day_print(outlook->wish.end, date));
}

static void put_total(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      const struct outlook *outlook)
{
    put_text(tracker, sheet, row, PACE, pace_words(tracker, outlook), STYLE_TEXT);
    put_text(tracker, sheet, row, PHASE, "In all", STYLE_TEXT);
    put_date(tracker, sheet, row, STARTS, outlook->start, STYLE_DATE);
    put_date(tracker, sheet, row, ENDS, outlook->end, STYLE_DATE);
    put_number(tracker, sheet, row, WEEKS, (double)outlook->weeks, STYLE_COUNT);
    put_number(tracker, sheet, row, HOURS, outlook->total / 60.0, STYLE_HOURS);
}

static void put_phase(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      const struct outlook *outlook, const struct phase_demand *demand)
{
    const struct plan *plan = tracker->plan;
    const char *name = "Beside the phases";

    if (demand->phase >= 0)
        name = pool_print(tracker->pool, "%d · %s", plan->phases[demand->phase].number,
                          plan->phases[demand->phase].title.text);
    else if (plan->phase_count == 0)
        name = "The whole plan";
    put_text(tracker, sheet, row, PACE, pace_words(tracker, outlook), STYLE_QUIET);
    put_text(tracker, sheet, row, PHASE, name, STYLE_TEXT);
    put_date(tracker, sheet, row, STARTS, demand->first, STYLE_DATE);
    put_date(tracker, sheet, row, ENDS, demand->last, STYLE_DATE);
    put_number(tracker, sheet, row, WEEKS, demand->weeks, STYLE_COUNT);
    put_number(tracker, sheet, row, HOURS, demand->available / 60.0, STYLE_HOURS);
    if (!demand->asks)
        return;
    put_number(tracker, sheet, row, LEAST, demand->low / 60.0, STYLE_HOURS);
    put_number(tracker, sheet, row, MOST, demand->high / 60.0, STYLE_HOURS);
    put_number(tracker, sheet, row, MISSING, demand->missing / 60.0, STYLE_HOURS);
    put_number(tracker, sheet, row, LINE, demand->place.line, STYLE_COUNT);
}

static bool wanted(const struct tracker *tracker)
{
    const struct comparison *comparison = tracker->edition->comparison;

    return comparison && comparison->count > 0;
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct comparison *comparison = tracker->edition->comparison;
    lxw_row_t row = FIRST_ROW;

    table_open(tracker, sheet, &comparison_sheet);
    for (size_t i = 0; i < comparison->count; i++) {
        const struct outlook *outlook = &comparison->outlooks[i];
        put_total(tracker, sheet, row++, outlook);
        for (size_t p = 0; p < outlook->phase_count; p++)
            put_phase(tracker, sheet, row++, outlook, &outlook->phases[p]);
    }
    worksheet_freeze_panes(sheet, FIRST_ROW, STARTS);
    sheet_lock(sheet);
}

const struct sheet comparison_sheet = {
    .tab = "Compare",
    .role = "compare",
    .title = "Paces compared",
    .hint = "The same roadmap at other hours a week: when it ends, and whether the hours that it "
            "asks for are there.",
    .columns = columns,
    .column_count = COLUMNS,
    .wanted = wanted,
    .fill = fill,
};
