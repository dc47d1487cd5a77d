/* today: the first sheet, two columns for a phone: what to do tonight, the week, where the learner
 * stands, what comes next. All of it follows the day as of and the Log until the next build; what
 * it looks up stands on the hidden sheet Days. */
#include "xlsx/sheets/today_page.h"

#include <math.h>
#include <string.h>

#define TITLE_HEIGHT 30.0
#define HINT_HEIGHT  20.0
#define LABELS_WIDE  9.5
#define WORDS_WIDE   39

#define NOT_YET "nothing is logged yet"

/* "2.00 h behind", and since when; today's hours come on top. */
static void put_ahead(struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *ahead = today_cell(page, TODAY_AHEAD),
               *today = today_cell(page, TODAY_LOGGED_TODAY);
    double by = today_value(page, TODAY_AHEAD);
    const char *words =
        fabs(by) <= TODAY_ON_TIME
            ? "on time"
            : pool_print(pool, "%s h %s", hours_words(page, fabs(by)), by < 0 ? "behind" : "ahead");

    if (today_value(page, TODAY_LOGGED) == 0)
        words = NOT_YET;
    if (today_value(page, TODAY_LOGGED_TODAY) > 0)
        words = pool_print(pool, "%s, before today's %s h", words,
                           hours_words(page, today_value(page, TODAY_LOGGED_TODAY)));
    if (page->over)
        words = pool_print(pool, "%.0f of %.0f things done", today_value(page, TODAY_DONE),
                           today_value(page, TODAY_THINGS));
    today_put_row(
        page, "So",
        pool_print(pool,
                   "=IF(%s=1,%s&\" of \"&%s&\" things done\",IF(%s=0,\"" NOT_YET
                   "\",IF(ABS(%s)<=%g,\"on time\",FIXED(ABS(%s),2,TRUE)&IF(%s<0,\" h behind\","
                   "\" h ahead\"))&IF(%s>0,\", before today's \"&FIXED(%s,2,TRUE)&\" h\",\"\")))",
                   today_cell(page, TODAY_OVER), today_cell(page, TODAY_DONE),
                   today_cell(page, TODAY_THINGS), today_cell(page, TODAY_LOGGED), ahead,
                   TODAY_ON_TIME, ahead, ahead, today, today),
        words, STYLE_TODAY_STRONG, 0);
}

#define TO_KEEP      "To keep"
#define NOTHING_LEFT "no session is left in the plan"
#define REPLAN       "build with --replan: it lays out the rest"
#define LATER        "the next build works it out"
#define KEEPS        " h a week keeps "

/* "5.1", "5": rounded up, as the terminal says it. */
static const char *weekly_words(const struct today_page *page, int minutes)
{
    int tenths = (minutes + 5) / 6;

    return pool_print(page->tracker->pool, tenths % 10 ? "%d.%d" : "%d", tenths / 10, tenths % 10);
}

/* A formula's piece, for who is behind: what the build found. Only a build tries hours out. */
static const char *behind_piece(const struct today_page *page, int minutes)
{
    if (minutes <= 0)
        return minutes == 0 ? "\"" LATER "\"" : "\"" REPLAN "\"";
    return pool_print(page->tracker->pool, "\"%s" KEEPS "\"&%s", weekly_words(page, minutes),
                      date_piece(page, today_cell(page, TODAY_END), false, true));
}

/* "To keep"; "On 10 Jul" beside what a build found on another day than this, or before the Log said
 * what it says now: so the words stay one line. */
static const char *to_keep_label(const struct today_page *page, lxw_row_t row)
{
    struct pool *pool = page->tracker->pool;
    const char *made = today_cell(page, TODAY_MADE), *gap = today_cell(page, TODAY_GAP);
    const char *label = "\"" TO_KEEP "\"";

    if (page->tracker->last_build->minutes_to_keep > 0)
        label =
            pool_print(pool,
                       "IF((%s>0)*(%s<-%g)*((%s<>AsOf)+(ABS(%s-%s)>=0.001)>0),\"On "
                       "\"&DAY(%s)&\" \"&LEFT(%s,3),\"" TO_KEEP "\")",
                       today_cell(page, TODAY_REST), gap, TODAY_ON_TIME, made, gap,
                       today_cell(page, TODAY_MADE_GAP), made, month_of_cell(page->tracker, made));
    return pool_print(pool, "=IF(%s=\"\",\"\",%s)", cell_reference(page->tracker, row, TODAY_WORDS),
                      label);
}

/* The hours of the plan keep its end for who is not behind. */
static void put_to_keep(struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    int found = page->tracker->last_build->minutes_to_keep;
    const char *weekly = weekly_words(page, page->tracker->schedule->rhythm.minutes);
    const char *last = date_words(page, today_day(page, TODAY_END), false, true), *words;
    lxw_row_t row = page->row;

    if (page->over)
        words = "";
    else if (today_value(page, TODAY_REST) <= 0)
        words = NOTHING_LEFT;
    else if (today_value(page, TODAY_GAP) >= -TODAY_ON_TIME)
        words = pool_print(pool, "%s" KEEPS "%s", weekly, last);
    else if (found > 0)
        words = pool_print(pool, "%s" KEEPS "%s", weekly_words(page, found), last);
    else
        words = found == 0 ? LATER : REPLAN;
    today_put_row(
        page, TO_KEEP,
        pool_print(
            pool, "=IF(%s=1,\"\",IF(%s<=0,\"" NOTHING_LEFT "\",IF(%s>=-%g,\"%s" KEEPS "\"&%s,%s)))",
            today_cell(page, TODAY_OVER), today_cell(page, TODAY_REST), today_cell(page, TODAY_GAP),
            TODAY_ON_TIME, weekly, date_piece(page, today_cell(page, TODAY_END), false, true),
            behind_piece(page, found)),
        words, STYLE_TODAY_TEXT, 0);
    put_formula(page->tracker, page->sheet, row, TODAY_LABELS, to_keep_label(page, row),
                STYLE_TODAY_LABEL, 0, *words ? TO_KEEP : "");
}

static void put_standing(struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *since = " h by yesterday", *piece = "\" h by yesterday\"";
    bool replanned = forecast_replanned(page->tracker->schedule);

    if (replanned) { /* "70.00 h since 24 March, 69.30 logged": of all that was logged, these */
        since = pool_print(pool, " h since %s, %s logged",
                           date_words(page, today_day(page, TODAY_SINCE), false, false),
                           hours_words(page, today_value(page, TODAY_LOGGED_SINCE)));
        piece = pool_print(pool, "\" h since \"&%s&\", \"&FIXED(%s,2,TRUE)&\" logged\"",
                           date_piece(page, today_cell(page, TODAY_SINCE), false, false),
                           today_cell(page, TODAY_LOGGED_SINCE));
    }
    page->left_out = page->over;
    today_put_section(page, NULL, "Where you stand");
    today_put_row(page, "Logged",
                  pool_print(pool, "=FIXED(%s,2,TRUE)&\" h of \"&FIXED(%s,2,TRUE)",
                             today_cell(page, TODAY_LOGGED), today_cell(page, TODAY_PLANNED)),
                  pool_print(pool, "%s h of %s", hours_words(page, today_value(page, TODAY_LOGGED)),
                             hours_words(page, today_value(page, TODAY_PLANNED))),
                  STYLE_TODAY_TEXT, 0);
    today_put_row(
        page, "Planned",
        pool_print(pool, "=IF(%s=1,\"\",FIXED(%s,2,TRUE)&%s)", today_cell(page, TODAY_OVER),
                   today_cell(page, TODAY_PLANNED_SINCE), piece),
        page->over ? ""
                   : pool_print(pool, "%s%s",
                                hours_words(page, today_value(page, TODAY_PLANNED_SINCE)), since),
        STYLE_TODAY_TEXT, 0);
    put_ahead(page);
    put_to_keep(page);
    page->left_out = false;
}

#define EVERY_COUNTS "Every row counts."

/* The first row that does not count: "Sat 18 July says 90.00 h". */
static const char *odd_words(const struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    size_t line = (size_t)today_value(page, TODAY_ODD_LINE);
    const struct log_entry *entry = &page->tracker->logbook->entries[line - FIRST_ROW - 1];
    double serial = entry->date == DAY_NONE ? 0.0 : date_serial(entry->date);
    bool dated = serial > 60 && serial < TODAY_DATES_END;
    const char *who = dated ? date_words(page, entry->date, true, false) : "No date,";
    const char *says = !isfinite(entry->hours) ? "says no number"
                       : fabs(entry->hours) < 10000.0
                           ? pool_print(pool, "says %s h", hours_words(page, entry->hours))
                           : "says too many hours";

    return pool_print(pool, "%s %s", who, says);
}

/* The row where to look: short, as it may come to be long after the build gave it its height. */
static void put_odd(struct today_page *page)
{
    struct tracker *tracker = page->tracker;
    struct pool *pool = tracker->pool;
    const char *odd = today_cell(page, TODAY_ODD), *line = today_cell(page, TODAY_ODD_LINE);
    const char *hours = pool_print(pool, "INDEX(%s,%s-%d)",
                                   column_cells(tracker, &log_sheet, LOG_HOURS), line, FIRST_ROW);
    const char *date = pool_print(pool, "INDEX(%s,%s-%d)",
                                  column_cells(tracker, &log_sheet, LOG_DATE), line, FIRST_ROW);
    double count = today_value(page, TODAY_ODD);
    const char *words = count == 0 ? EVERY_COUNTS : odd_words(page);

    put_formula(tracker, page->sheet, page->row, TODAY_LABELS,
                pool_print(pool, "=IF(%s=0,\"Log\",\"Row \"&%s)", odd, line), STYLE_TODAY_LABEL, 0,
                count == 0 ? "Log"
                           : pool_print(pool, "Row %.0f", today_value(page, TODAY_ODD_LINE)));
    put_formula(
        tracker, page->sheet, page->row, TODAY_WORDS,
        pool_print(pool,
                   "=IF(%s=0,\"" EVERY_COUNTS
                   "\",HYPERLINK(\"#%s!%s\"&%s,IF(ISNUMBER(%s),IF((%s>60)"
                   "*(%s<2958466),%s,\"No date,\"),\"No date,\")&IF(ISNUMBER(%s),"
                   "IF(ABS(%s)<10000,\" says \"&FIXED(%s,2,TRUE)&\" h\",\" says too many hours\"),"
                   "\" says no number\")))",
                   odd, log_sheet.tab, column_letters(tracker, LOG_HOURS), line, date, date, date,
                   date_piece(page, date, true, false), hours, hours, hours),
        STYLE_TODAY_TEXT, 0, words);
    today_mark_cells(
        page, TODAY_LABELS, TODAY_WORDS,
        pool_print(pool, "=LEFT(%s,3)<>\"Log\"", cell_reference(tracker, page->row, TODAY_LABELS)),
        STYLE_TODAY_WRONG);
    today_end_row(page, today_height(words, STYLE_TODAY_TEXT), true);
}

#define ALL_KNOWN     "All are the plan's."
#define UNKNOWN_WORDS "counted as Other: no such category"

static void put_unknown(struct today_page *page)
{
    struct tracker *tracker = page->tracker;
    struct pool *pool = tracker->pool;
    const char *unknown = today_cell(page, TODAY_UNKNOWN);
    double count = today_value(page, TODAY_UNKNOWN);

    put_formula(tracker, page->sheet, page->row, TODAY_LABELS,
                pool_print(pool, "=IF(%s=0,\"Category\",%s&IF(%s=1,\" row\",\" rows\"))", unknown,
                           unknown, unknown),
                STYLE_TODAY_LABEL, 0,
                count == 0 ? "Category"
                           : pool_print(pool, "%.0f row%s", count, count == 1 ? "" : "s"));
    put_formula(tracker, page->sheet, page->row, TODAY_WORDS,
                pool_print(pool, "=IF(%s=0,\"" ALL_KNOWN "\",\"" UNKNOWN_WORDS "\")", unknown),
                STYLE_TODAY_TEXT, 0, count == 0 ? ALL_KNOWN : UNKNOWN_WORDS);
    today_end_row(page, TODAY_ROW_HEIGHT, true);
}

/* "Please look: 2 rows do not count yet". */
static void put_look(struct today_page *page)
{
    struct pool *pool = page->tracker->pool;
    const char *odd = today_cell(page, TODAY_ODD);
    double count = today_value(page, TODAY_ODD);

    today_put_section(page,
                      pool_print(pool,
                                 "=\"Please look\"&IF(%s=0,\"\",\": \"&%s&IF(%s=1,\" row does\",\" "
                                 "rows do\")&\" not count yet\")",
                                 odd, odd, odd),
                      count == 0 ? "Please look"
                                 : pool_print(pool, "Please look: %.0f row%s not count yet", count,
                                              count == 1 ? " does" : "s do"));
    put_odd(page);
    put_unknown(page);
}

static void put_title(struct today_page *page)
{
    struct tracker *tracker = page->tracker;
    struct pool *pool = tracker->pool;
    day today = tracker->edition->today;

    put_formula(tracker, page->sheet, TITLE_ROW, TODAY_LABELS,
                pool_print(pool, "=%s&\" \"&DAY(AsOf)&\" \"&%s", weekday_of_cell(tracker, "AsOf"),
                           month_of_cell(tracker, "AsOf")),
                STYLE_TITLE, 0,
                pool_print(pool, "%s %d %s", weekday_name(weekday_of(today)), civil_of(today).day,
                           month_name(civil_of(today).month)));
}

#define INCH          72.0 /* points */
#define MARGIN        0.7  /* inches, left and right */
#define MARGINS_HIGH  1.8  /* above and below */
#define COLUMN_POINTS 7.3  /* of a column's width, where a program has wide letters for it */
#define SMALLEST      0.8  /* the page is one while its letters, of 12 points, are so large */

/* As large as the paper is wide; on two pages, where letters would be small on one. */
static void fit_paper(const struct today_page *page)
{
    const struct paper *paper = &page->tracker->edition->paper;
    double wide = paper->width / 25.4 * INCH - 2 * MARGIN * INCH;
    double high = paper->height / 25.4 * INCH - MARGINS_HIGH * INCH;
    double whole = high / page->height, scale = whole;
    lxw_row_t breaks[] = {page->break_row, 0};

    if (whole < SMALLEST && page->break_row > 0) {
        scale = fmin(high / page->break_height, high / (page->height - page->break_height));
        worksheet_set_h_pagebreaks(page->sheet, breaks);
    }
    scale = fmin(scale, wide / ((LABELS_WIDE + WORDS_WIDE) * COLUMN_POINTS));
    worksheet_set_print_scale(page->sheet, (uint16_t)fmax(10, fmin(400, floor(100 * scale))));
    worksheet_set_margins(page->sheet, MARGIN, MARGIN, 0.6, 0.7);
    worksheet_center_horizontally(page->sheet);
}

/* A phone's width, portrait. */
static void dress(struct today_page *page)
{
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};
    struct tracker *tracker = page->tracker;

    sheet_dress(tracker, page->sheet, TODAY_LABELS, today_sheet.title, today_sheet.hint);
    worksheet_set_portrait(page->sheet);
    worksheet_set_column(page->sheet, TODAY_LABELS, TODAY_LABELS, LABELS_WIDE, NULL);
    worksheet_set_column(page->sheet, TODAY_WORDS, TODAY_WORDS, WORDS_WIDE, NULL);
    worksheet_set_column_opt(page->sheet, TODAY_HELP, TODAY_HELP, 8, NULL, &hidden);
    put_title(page);
    /* where nobody sees it: by it the sheet is known again without its role */
    put_text(tracker, page->sheet, HINT_ROW, TODAY_HELP, today_sheet.hint, STYLE_HINT);
    put_jump(tracker, page->sheet, HINT_ROW, TODAY_LABELS, log_sheet.tab, "B5", log_sheet.tab,
             STYLE_TODAY_JUMP);
    put_jump(tracker, page->sheet, HINT_ROW, TODAY_WORDS, dashboard_sheet.tab, "A1",
             dashboard_sheet.tab, STYLE_TODAY_JUMP);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct today_page page = {.tracker = tracker,
                              .sheet = sheet,
                              .view = today_view(tracker),
                              .row = HEADER_ROW,
                              .height = TITLE_HEIGHT + HINT_HEIGHT};

    page.over = today_value(&page, TODAY_OVER) > 0;
    dress(&page);
    today_put_tonight(&page);
    today_put_week(&page);
    put_standing(&page);
    page.break_row = page.row;
    page.break_height = page.height;
    today_put_due(&page);
    put_look(&page);
    today_put_last_build(&page);
    fit_paper(&page);
    worksheet_print_area(sheet, TITLE_ROW, TODAY_LABELS, page.row - 1, TODAY_WORDS);
    worksheet_activate(sheet);
    worksheet_set_first_sheet(sheet);
    sheet_lock(sheet);
}

const struct sheet today_sheet = {
    .tab = "Today",
    .title = "Today",
    .hint = "Fills itself from the Log.",
    .sums_up = true,
    .fill = fill,
};
