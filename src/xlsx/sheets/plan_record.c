/* plan_record: the hidden sheet Roadbook, what a later build needs to know of this one: the plan,
 * the settings in force, the weeks as first planned, and which key stands for which text. */
#include "xlsx/sheets/sheets.h"

/* Columns: settings in A and B, the first plan in D and E, keys in G to I. */
enum { SETTING, VALUE, WEEK_FIRST = 3, WEEK_MINUTES, KEY = 6, KEY_TABLE, KEY_TEXT };

#define TRACKER_VERSION 1

static void put_role(struct tracker *tracker, lxw_worksheet *sheet, lxw_col_t column,
                     const char *role, const char *header, double width)
{
    put_text(tracker, sheet, ROLE_ROW, column, role, STYLE_ROLE);
    put_text(tracker, sheet, HEADER_ROW, column, header, STYLE_HEADER);
    worksheet_set_column(sheet, column, column, width, NULL);
}

static void put_setting(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t *row,
                        const char *name, const char *value)
{
    put_text(tracker, sheet, *row, SETTING, name, STYLE_TEXT);
    put_text(tracker, sheet, (*row)++, VALUE, value, STYLE_TEXT);
}

static void put_settings(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct pool *pool = tracker->pool;
    const struct rhythm *rhythm = &tracker->schedule->rhythm;
    char date[DATE_TEXT], clock[DURATION_TEXT];
    lxw_row_t row = FIRST_ROW;

    put_setting(tracker, sheet, &row, "version", pool_print(pool, "%d", TRACKER_VERSION));
    put_setting(tracker, sheet, &row, "plan", tracker->plan->id);
    put_setting(tracker, sheet, &row, "title", tracker->plan->title.text);
    put_setting(tracker, sheet, &row, "generated", day_print(tracker->edition->today, date));
    put_setting(tracker, sheet, &row, "minutes-a-week", pool_print(pool, "%d", rhythm->minutes));
    put_setting(tracker, sheet, &row, "start", day_print(tracker->schedule->start, date));
    put_setting(tracker, sheet, &row, "end", day_print(tracker->schedule->end, date));
    put_setting(tracker, sheet, &row, "timezone", rhythm->timezone ? rhythm->timezone : "");
    put_setting(tracker, sheet, &row, "week-start", weekday_name(rhythm->week_start));
    put_setting(tracker, sheet, &row, "workday-time", clock_print(rhythm->workday_time, clock));
    put_setting(tracker, sheet, &row, "weekend-time", clock_print(rhythm->weekend_time, clock));
    for (size_t i = 0; i < rhythm->slot_count; i++) {
        const struct slot *slot = &rhythm->slots[i];
        put_setting(tracker, sheet, &row, "slot",
                    pool_print(pool, "%s %s %d", weekday_short_name(slot->weekday),
                               slot->start < 0 ? "-" : clock_print(slot->start, clock),
                               slot->minutes));
    }
    for (size_t i = 0; i < rhythm->period_count; i++) {
        const struct period *period = &rhythm->periods[i];
        char last[DATE_TEXT];
        put_setting(tracker, sheet, &row, "period",
                    pool_print(pool, "%s..%s %d", day_print(period->from, date),
                               day_print(period->to, last), period->minutes));
    }
}

static void put_first_plan(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct logbook *logbook = tracker->logbook;
    const struct schedule *schedule = tracker->schedule;
    bool kept = logbook->first_plan_count > 0;
    size_t count = kept ? logbook->first_plan_count : schedule->week_count;

    for (size_t i = 0; i < count; i++) {
        lxw_row_t row = FIRST_ROW + (lxw_row_t)i;
        put_date(tracker, sheet, row, WEEK_FIRST,
                 kept ? logbook->first_plan[i].first : schedule->weeks[i].first, STYLE_DATE);
        put_number(tracker, sheet, row, WEEK_MINUTES,
                   kept ? logbook->first_plan[i].minutes : schedule->weeks[i].minutes, STYLE_COUNT);
    }
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    sheet_dress(tracker, sheet, 0, plan_record_sheet.title, plan_record_sheet.hint);
    put_role(tracker, sheet, SETTING, "#roadbook:settings:name", "Setting", 18);
    put_role(tracker, sheet, VALUE, "#roadbook:settings:value", "Value", 42);
    put_role(tracker, sheet, WEEK_FIRST, "#roadbook:first-plan:first", "First plan, week of", 18);
    put_role(tracker, sheet, WEEK_MINUTES, "#roadbook:first-plan:minutes", "Minutes", 10);
    put_role(tracker, sheet, KEY, "#roadbook:keys:key", "Key", 38);
    put_role(tracker, sheet, KEY_TABLE, "#roadbook:keys:table", "Table", 14);
    put_role(tracker, sheet, KEY_TEXT, "#roadbook:keys:text", "Text", 80);
    put_settings(tracker, sheet);
    put_first_plan(tracker, sheet);
    for (size_t i = 0; i < tracker->known_count; i++) {
        lxw_row_t row = FIRST_ROW + (lxw_row_t)i;
        put_text(tracker, sheet, row, KEY, tracker->known[i].key, STYLE_KEY);
        put_text(tracker, sheet, row, KEY_TABLE, tracker->known[i].table, STYLE_TEXT);
        put_text(tracker, sheet, row, KEY_TEXT, tracker->known[i].text, STYLE_TEXT);
    }
    sheet_lock(sheet);
    worksheet_hide(sheet);
}

const struct sheet plan_record_sheet = {
    .tab = "Roadbook",
    .title = "Roadbook",
    .hint = "What a later build reads of this one, such as the start. Please leave it as it is.",
    .fill = fill,
};
