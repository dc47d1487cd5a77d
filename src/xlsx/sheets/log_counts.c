/* log_counts: what of the Log counts, as pieces of formulas: the same rule as verdict_of(). */
#include "xlsx/sheets/sheets.h"

static double first_serial(void)
{
    return date_serial(day_of(FIRST_YEAR_READ, 1, 1));
}

/* Of the first day that is none any more. */
static double end_serial(void)
{
    return date_serial(day_of(LAST_YEAR_READ, 12, 31) + 1);
}

/* The first day, a formula's piece, on which hours are further ahead than anybody means. */
static const char *far_ahead(struct tracker *tracker)
{
    return pool_print(tracker->pool, "AsOf+%d", DAYS_AHEAD_MOST + 1);
}

const char *log_counting_hours(struct tracker *tracker)
{
    const char *hours = column_range(tracker, &log_sheet, LOG_HOURS);

    return pool_print(tracker->pool, "%s,\">=%g\",%s,\"<=%g\"", hours, HOURS_LEAST, hours,
                      HOURS_MOST);
}

const char *log_counting_before(struct tracker *tracker, const char *before)
{
    const char *dates = column_range(tracker, &log_sheet, LOG_DATE);

    return pool_print(tracker->pool, "%s,%s,\">=%.0f\",%s,\"<\"&%s", log_counting_hours(tracker),
                      dates, first_serial(), dates, before);
}

/* Criteria of all that counts: what is to come does not before its day. */
static const char *log_counting(struct tracker *tracker)
{
    return log_counting_before(tracker, "AsOf+1");
}

const char *log_hours_logged(struct tracker *tracker)
{
    return pool_print(tracker->pool, "SUMIFS(%s,%s)", column_range(tracker, &log_sheet, LOG_HOURS),
                      log_counting(tracker));
}

/* How many rows stand below all ranges: none, as the tracker is written. */
static const char *log_rows_below(struct tracker *tracker)
{
    return pool_print(tracker->pool, "COUNTA(%s)", column_below(tracker, &log_sheet, LOG_HOURS));
}

const char *log_odd_rows(struct tracker *tracker)
{
    const char *hours = column_range(tracker, &log_sheet, LOG_HOURS);

    /* the header is one of them; an error among the hours makes the sum one, and COUNTA counts it;
     * 0 says that nothing was done */
    return pool_print(
        tracker->pool,
        "IFERROR(SUMPRODUCT((%s<>\"\")*1),COUNTA(%s))-1-COUNTIFS(%s)-COUNTIFS(%s,\">=0\",%s,"
        "\"<=0\")+%s",
        hours, hours, log_counting_before(tracker, far_ahead(tracker)), hours, hours,
        log_rows_below(tracker));
}

const char *log_first_odd_row(struct tracker *tracker)
{
    const char *hours = column_range(tracker, &log_sheet, LOG_HOURS);
    const char *dates = column_range(tracker, &log_sheet, LOG_DATE);
    const char *header = cell_reference(tracker, HEADER_ROW, LOG_HOURS);
    unsigned behind = LXW_ROW_MAX + 1; /* all rows */

    return pool_print(
        tracker->pool,
        "IFERROR(MOD(%u-SUMPRODUCT(MAX((%s<>\"\")*(%s<>0)*(ROW(%s)>ROW(%s!%s))*(1-ISNUMBER(%s)*"
        "ISNUMBER(%s)*(%s>=%g)*(%s<=%g)*(%s>=%.0f)*(%s<%s))*(%u-ROW(%s)))),%u),0)",
        behind, hours, hours, hours, log_sheet.tab, header, hours, dates, hours, HOURS_LEAST, hours,
        HOURS_MOST, dates, first_serial(), dates, far_ahead(tracker), behind, hours, behind);
}

const char *log_unknown_rows(struct tracker *tracker)
{
    const char *categories = column_range(tracker, &log_sheet, LOG_CATEGORY);
    const char *counting = log_counting(tracker);
    struct text known = TEXT_INIT;

    for (size_t c = 0; c < tracker->schedule->category_count; c++)
        text_print(&known, "-COUNTIFS(%s,%s,%s)", counting, categories,
                   cell_of_criterion(tracker, c));
    const char *formula = pool_print(tracker->pool, "COUNTIFS(%s,%s,\"?*\")%s", counting,
                                     categories, text_string(&known));
    text_free(&known);
    return formula;
}

const char *log_verdict(struct tracker *tracker, lxw_row_t row)
{
    unsigned line = row + 1;
    const char *date = pool_print(tracker->pool, "$%s%u", column_letters(tracker, LOG_DATE), line);
    const char *category =
        pool_print(tracker->pool, "$%s%u", column_letters(tracker, LOG_CATEGORY), line);
    const char *hours =
        pool_print(tracker->pool, "$%s%u", column_letters(tracker, LOG_HOURS), line);
    const char *planned =
        pool_print(tracker->pool, "$%s%u", column_letters(tracker, LOG_PLANNED), line);
    const char *counting =
        pool_print(tracker->pool,
                   "IFERROR(IF(%s=\"\",\"%s\",IF(SUMPRODUCT((%s=%s)*1)>0,\"%s\",\"%s\")),\"%s\")",
                   category, verdict_words[VERDICT_BARE], list_of_categories(tracker), category,
                   verdict_words[VERDICT_COUNTS], verdict_words[VERDICT_UNKNOWN],
                   verdict_words[VERDICT_UNKNOWN]);
    const char *now =
        pool_print(tracker->pool, "IF(%s<AsOf+1,%s,IF(%s<%s,\"%s\",\"%s\"))", date, counting, date,
                   far_ahead(tracker), verdict_words[VERDICT_TO_COME], verdict_words[VERDICT_FAR]);
    const char *dated = pool_print(
        tracker->pool,
        "IF(ISNUMBER(%s),IF(OR(%s<%.0f,%s>=%.0f),\"%s\",%s),IF(ISBLANK(%s),\"%s\",\"%s\"))", date,
        date, first_serial(), date, end_serial(), verdict_words[VERDICT_MISDATED], now, date,
        verdict_words[VERDICT_UNDATED], verdict_words[VERDICT_MISDATED]);
    const char *empty = pool_print(
        tracker->pool, "IF(AND(ISNUMBER(%s),ISNUMBER(%s)),IF(INT(%s)=AsOf,\"%s\",\"\"),\"\")",
        planned, date, date, verdict_words[VERDICT_TONIGHT]);

    return pool_print(tracker->pool,
                      "=IF(ISNUMBER(%s),IF(%s=0,\"\",IF(%s<%g,\"%s\",IF(%s>%g,\"%s\",%s))),"
                      "IF(ISERROR(%s),\"%s\",IF(%s=\"\",%s,\"%s\")))",
                      hours, hours, hours, HOURS_LEAST, verdict_words[VERDICT_FEW], hours,
                      HOURS_MOST, verdict_words[VERDICT_MANY], dated, hours,
                      verdict_words[VERDICT_UNREAD], hours, empty, verdict_words[VERDICT_UNREAD]);
}
