/* days: the hidden sheet Days: the plan's sessions and due dates, and what they come to on the day
 * as of (days_facts.c). The sheet Today says it in words. */
#include "xlsx/sheets/days.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "xlsx/cells/done.h"
#include "xlsx/cells/item_words.h"

#define EVENING    (17 * 60)
#define LINK_MOST  255 /* bytes that HYPERLINK takes */
#define OPEN_MOST  28
#define WORDS_MOST 62
#define PART_MOST  18 /* of them, ", part 11 of 14" */
#define SHORT_MOST 27
#define MIN_SHORT  8  /* letters of a title that mean something */
#define DUE_MOST   52 /* with ", since 21 June" behind it that is two lines */
#define DUE_PREFIX "Milestone: "

static const char *const headers[] = {
    "Session",    "Date",      "Hours", "What",  "About",    "When",
    "Called",     "In a week", "Link",  "Words", "Listed",   "Row in the Log",
    "Date now",   "Logged",    "Waits", "Due",   "Key",      "Planned",
    "Row",        "Date",      "Done",  "Order", "Weekdays", "Months",
    "Rows known", "Fact",      "Value",
};

const char *fact_cell(struct tracker *tracker, enum today_fact fact)
{
    return pool_print(tracker->pool, "%s!%s", days_sheet.tab,
                      cell_reference(tracker, FIRST_ROW + (lxw_row_t)fact, DAYS_VALUE));
}

const char *days_range(struct tracker *tracker, const struct today_view *view, lxw_col_t column)
{
    size_t rows = column < DAYS_LISTED      ? tracker->schedule->session_count
                  : column < DAYS_DUE_WORDS ? view->session_count
                                            : view->due_count;

    return range_reference(tracker, days_sheet.tab, column, FIRST_ROW,
                           FIRST_ROW + (lxw_row_t)(rows > 0 ? rows : 1) - 1);
}

const char *weekday_of_cell(struct tracker *tracker, const char *cell)
{
    return name_of_weekday(
        tracker, range_reference(tracker, days_sheet.tab, DAYS_WEEKDAYS, FIRST_ROW, FIRST_ROW + 6),
        cell);
}

const char *month_of_cell(struct tracker *tracker, const char *cell)
{
    return name_of_month(
        tracker, range_reference(tracker, days_sheet.tab, DAYS_MONTHS, FIRST_ROW, FIRST_ROW + 11),
        cell);
}

/* WORDS, cut behind a word where they are longer than MOST letters. */
static const char *start_of(struct pool *pool, const char *words, size_t length, size_t most)
{
    size_t kept = 0, letters = 0, blank = 0;
    uint32_t code_point;

    while (kept < length && letters < most && words[kept] != '\n') {
        if (words[kept] == ' ')
            blank = kept;
        kept += utf8_next(words + kept, length - kept, &code_point);
        letters++;
    }
    if (kept == length || words[kept] == '\n')
        return pool_copy(pool, words, kept);
    return pool_print(pool, "%.*s …", (int)(blank > 0 ? blank : kept), words);
}

/* Bytes of a focus that tell what it is, without what it is about: "The Book, chapter 7". */
static size_t main_length(const char *focus, size_t *between)
{
    const char *topic = strstr(focus, " · "), *detail = strstr(focus, ": ");
    const char *end = topic && (!detail || topic < detail) ? topic : detail;

    *between = end == topic ? strlen(" · ") : strlen(": ");
    return end && end > focus ? (size_t)(end - focus) : strlen(focus);
}

/* The first thing with a link that the session works at; NULL: none. */
static const struct item *linked_item(const struct session *session)
{
    for (size_t i = 0; i < session->item_count; i++) {
        const char *link = session->items[i]->link;
        if (link_allowed(link) && strlen(link) <= LINK_MOST)
            return session->items[i];
    }
    return NULL;
}

/* "Collections & Iterators, part 11 of 14". */
static const char *about_words(struct pool *pool, const char *about, const char *part)
{
    size_t most = *part ? WORDS_MOST - PART_MOST : WORDS_MOST;
    const char *words = start_of(pool, about, strlen(about), most);

    if (!*part)
        return words;
    return pool_print(pool, *words ? "%s, part %s" : "%sPart %s", words, part);
}

/* What tells FOCUS's first LENGTH bytes from its like: "chapter 8", a number behind a comma; "":
 * nothing does. */
static const char *tail_of(struct pool *pool, const char *focus, size_t length)
{
    const char *main_words = pool_copy(pool, focus, length), *comma = strrchr(main_words, ',');

    return comma && comma[1] == ' ' && strpbrk(comma, "0123456789") ? comma + 2 : "";
}

/* "Todo CLI, 7 of 8"; of long ones what tells them apart comes first: "Chapter 8, The Rust …". */
static const char *brief_words(struct pool *pool, const char *focus, size_t length,
                               const char *part)
{
    const char *tail = *part ? part : tail_of(pool, focus, length);
    size_t title = *part || !*tail ? length : length - strlen(tail) - strlen(", ");
    size_t letters = (size_t)utf8_columns(tail, strlen(tail)) + strlen(", ");

    if (!*tail || letters + MIN_SHORT > SHORT_MOST)
        return start_of(pool, focus, length, SHORT_MOST);
    if ((size_t)utf8_columns(focus, title) + letters <= SHORT_MOST)
        return pool_print(pool, "%.*s, %s", (int)title, focus, tail);
    return pool_print(pool, "%c%s, %s", toupper((unsigned char)*tail), tail + 1,
                      start_of(pool, focus, title, SHORT_MOST - letters));
}

struct session_words session_words(struct tracker *tracker, const struct session *session)
{
    struct pool *pool = tracker->pool;
    char start[DURATION_TEXT], end[DURATION_TEXT];
    size_t between, length = main_length(session->focus, &between);
    bool made = session->item_count > 0 && kind_is_made(session->items[0]->kind);
    const char *about = session->focus[length] ? session->focus + length + between : "";
    const struct item *linked = linked_item(session);
    const char *part =
        session->parts > 1 ? pool_print(pool, "%d of %d", session->part, session->parts) : "";
    struct session_words words = {
        .what = start_of(pool, session->focus, length, WORDS_MOST),
        .about = about_words(pool, about, part),
        .clock = pool_print(pool, "%s–%s, %.2f h", clock_print(session->start, start),
                            clock_print(session->start + session->minutes, end),
                            sheet_round(session->minutes / 60.0, 2)),
        .called = session->start >= EVENING ? "Tonight" : "Today",
        .brief = brief_words(pool, session->focus, length, made ? part : ""),
        .open = "",
    };

    if (linked) {
        const char *title = title_of_item(linked);
        words.link = linked->link;
        words.open = pool_print(pool, "Open %s", start_of(pool, title, strlen(title), OPEN_MOST));
    }
    return words;
}

/* The first MOST letters of WORDS; the last is … where there are more. */
static const char *cut_words(struct pool *pool, const char *words, size_t most)
{
    size_t length = strlen(words), kept = 0, letters = 0, before_last = 0;
    uint32_t code_point;

    for (; kept < length && letters < most; letters++) {
        before_last = kept;
        kept += utf8_next(words + kept, length - kept, &code_point);
    }
    return kept == length ? words : pool_print(pool, "%.*s…", (int)before_last, words);
}

const char *due_words(struct tracker *tracker, const struct today_due *due)
{
    struct pool *pool = tracker->pool;
    const char *title = due->item ? title_of_item(due->item) : due->title;
    bool milestone = due->about == &milestones_sheet;
    size_t length = strlen(title);
    size_t most = milestone ? DUE_MOST - strlen(DUE_PREFIX) : DUE_MOST;

    if (!due->item && !*title)
        return "";
    while (length > 1 && title[length - 1] == ':') /* a comma follows */
        length--;
    return pool_print(pool, "%s%s", milestone ? DUE_PREFIX : "",
                      due->item ? start_of(pool, title, length, most)
                                : cut_words(pool, title, most));
}

/* As formulas cut what stands in a row that the learner writes. */
static const char *cut_formula(struct pool *pool, const struct today_due *due, const char *title)
{
    bool milestone = due->about == &milestones_sheet;
    size_t most = milestone ? DUE_MOST - strlen(DUE_PREFIX) : DUE_MOST;

    return pool_print(pool, "%sIF(LEN(%s)>%zu,LEFT(%s,%zu)&\"…\",%s)",
                      milestone ? "\"" DUE_PREFIX "\"&" : "", title, most, title, most - 1, title);
}

static void put_session(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                        const struct session *session)
{
    struct session_words words = session_words(tracker, session);
    const struct {
        lxw_col_t column;
        const char *text;
    } texts[] = {
        {DAYS_ID, session->id},    {DAYS_WHAT, words.what},     {DAYS_ABOUT, words.about},
        {DAYS_CLOCK, words.clock}, {DAYS_CALLED, words.called}, {DAYS_SHORT, words.brief},
        {DAYS_LINK, words.link},   {DAYS_OPEN, words.open},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].text && *texts[i].text)
            put_text(tracker, sheet, row, texts[i].column, texts[i].text, STYLE_LINE);
    put_date(tracker, sheet, row, DAYS_DATE, session->date, STYLE_DATE);
    put_number(tracker, sheet, row, DAYS_HOURS, session->minutes / 60.0, STYLE_HOURS);
}

static const char *here(struct tracker *tracker, lxw_row_t row, lxw_col_t column)
{
    return cell_reference(tracker, row, column);
}

/* One of the sessions listed: where the Log has it, and whether it is still to do. */
static void put_listed(struct tracker *tracker, lxw_worksheet *sheet, const struct today_view *view,
                       size_t index)
{
    struct pool *pool = tracker->pool;
    const struct today_session *listed = &view->sessions[index];
    lxw_row_t row = FIRST_ROW + (lxw_row_t)index;
    const char *at = here(tracker, row, DAYS_LISTED), *line = here(tracker, row, DAYS_LINE);
    const char *now = here(tracker, row, DAYS_NOW), *logged = here(tracker, row, DAYS_LOGGED);
    const char *hours = pool_print(pool, "INDEX(%s,%s-%d)",
                                   column_cells(tracker, &log_sheet, LOG_HOURS), line, FIRST_ROW);
    const char *date = pool_print(pool, "INDEX(%s,%s-%d)",
                                  column_cells(tracker, &log_sheet, LOG_DATE), line, FIRST_ROW);
    double number =
        listed->session ? (double)(listed->session - tracker->schedule->sessions) + 1 : 0.0;

    put_formula(tracker, sheet, row, DAYS_LISTED,
                pool_print(pool, "=IF(%s+%zu>%zu,0,%s+%zu)", fact_cell(tracker, TODAY_BASE),
                           index + 1, tracker->schedule->session_count,
                           fact_cell(tracker, TODAY_BASE), index + 1),
                STYLE_COUNT, number, NULL);
    put_formula(tracker, sheet, row, DAYS_LINE,
                pool_print(pool, "=IF(%s=0,0,IFERROR(MATCH(INDEX(%s,%s),%s,0)+%d,0))", at,
                           days_range(tracker, view, DAYS_ID), at,
                           column_cells(tracker, &log_sheet, LOG_ID), FIRST_ROW),
                STYLE_COUNT, (double)listed->line, NULL);
    put_formula(
        tracker, sheet, row, DAYS_NOW,
        pool_print(pool, "=IF(%s=0,0,IF(%s=0,INDEX(%s,%s),IF(ISNUMBER(%s),INT(%s),INDEX(%s,%s))))",
                   at, line, days_range(tracker, view, DAYS_DATE), at, date, date,
                   days_range(tracker, view, DAYS_DATE), at),
        STYLE_DATE, listed->date, NULL);
    put_formula(
        tracker, sheet, row, DAYS_LOGGED,
        pool_print(pool,
                   "=IF(%s=0,0,IF(ISNUMBER(%s)*ISNUMBER(%s)*(%s>=%g)*(%s<=%g)*(%s<AsOf+1),%s,"
                   "0))",
                   line, hours, date, hours, HOURS_LEAST, hours, HOURS_MOST, date, hours),
        STYLE_HOURS, listed->logged, NULL);
    put_formula(
        tracker, sheet, row, DAYS_WAITS,
        pool_print(pool, "=IF((%s>0)*(%s=0)*(%s>=AsOf),%s,%d)", at, logged, now, now, TODAY_NEVER),
        STYLE_COUNT, listed->waits, NULL);
}

/* Of the plan: it is found by its key, wherever its row is now. */
static void put_due_item(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                         const struct today_due *due)
{
    put_text(tracker, sheet, row, DAYS_DUE_WORDS, due_words(tracker, due), STYLE_LINE);
    put_text(tracker, sheet, row, DAYS_DUE_KEY, due->item->id, STYLE_LINE);
    put_number(tracker, sheet, row, DAYS_DUE_PLANNED, due->planned, STYLE_DATE);
    put_formula(tracker, sheet, row, DAYS_DUE_LINE,
                pool_print(tracker->pool, "=IFERROR(MATCH(%s,%s,0),0)",
                           here(tracker, row, DAYS_DUE_KEY), column_cells(tracker, due->about, 0)),
                STYLE_COUNT, (double)due->place, NULL);
}

/* Of the learner's own: what stands in that row, unless rows were sorted and it is the plan's. */
static void put_due_own(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                        const struct today_due *due)
{
    struct pool *pool = tracker->pool;
    lxw_col_t title = 0;

    while (!names_item(due->about->columns[title].kind))
        title++;
    const char *key =
        pool_print(pool, "INDEX(%s,%zu)", column_cells(tracker, due->about, 0), due->place);
    const char *words =
        pool_print(pool, "INDEX(%s,%zu)", column_cells(tracker, due->about, title), due->place);
    put_formula(tracker, sheet, row, DAYS_DUE_LINE,
                pool_print(pool, "=IF(%s=\"\",%zu,0)", key, due->place), STYLE_COUNT,
                (double)due->place, NULL);
    put_formula(tracker, sheet, row, DAYS_DUE_WORDS,
                pool_print(pool, "=IF(OR(%s=0,%s=\"\"),\"\",%s)", here(tracker, row, DAYS_DUE_LINE),
                           words, cut_formula(pool, due, words)),
                STYLE_LINE, 0, due_words(tracker, due));
}

static void put_due(struct tracker *tracker, lxw_worksheet *sheet, size_t index,
                    const struct today_due *due)
{
    struct pool *pool = tracker->pool;
    lxw_row_t row = FIRST_ROW + (lxw_row_t)index;
    const struct sheet *about = due->about;
    const char *line = here(tracker, row, DAYS_DUE_LINE), *at = here(tracker, row, DAYS_DUE);
    const char *done =
        pool_print(pool, "INDEX(%s,%s)", column_cells(tracker, about, about->done), line);
    const char *date =
        pool_print(pool, "INDEX(%s,%s)",
                   column_cells(tracker, about, column_of_kind(about, COLUMN_DUE)), line);
    const char *otherwise = due->item ? here(tracker, row, DAYS_DUE_PLANNED) : "0";
    const char *words = here(tracker, row, DAYS_DUE_WORDS);

    if (due->item)
        put_due_item(tracker, sheet, row, due);
    else
        put_due_own(tracker, sheet, row, due);
    put_formula(tracker, sheet, row, DAYS_DUE,
                pool_print(pool, "=IF(%s=0,0,IF(ISNUMBER(%s)*(%s>=1)*(%s<%d),INT(%s),%s))", line,
                           date, date, date, TODAY_DATES_END, date, otherwise),
                STYLE_DATE, due->due, NULL);
    put_formula(tracker, sheet, row, DAYS_DUE_DONE,
                pool_print(pool, "=IF(%s=0,1,IF(%s,1,0))", at,
                           done_test(tracker, about->columns[about->done].kind, done)),
                STYLE_COUNT, due->done, NULL);
    put_formula(tracker, sheet, row, DAYS_DUE_ORDER,
                pool_print(pool, "=IF(OR(%s=1,%s=\"\"),\"\",%s+%zu/%d)",
                           here(tracker, row, DAYS_DUE_DONE), words, at, index + 1,
                           TODAY_DUE_PARTS),
                STYLE_COUNT, due->order, isnan(due->order) ? "" : NULL);
}

static void put_names(struct tracker *tracker, lxw_worksheet *sheet)
{
    for (int i = 0; i < 7; i++)
        put_text(tracker, sheet, FIRST_ROW + (lxw_row_t)i, DAYS_WEEKDAYS,
                 weekday_name((enum weekday)i), STYLE_LINE);
    for (int i = 0; i < 12; i++)
        put_text(tracker, sheet, FIRST_ROW + (lxw_row_t)i, DAYS_MONTHS, month_name(i + 1),
                 STYLE_LINE);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct schedule *schedule = tracker->schedule;
    const struct today_view *view = today_view(tracker);

    sheet_dress(tracker, sheet, 0, days_sheet.title, days_sheet.hint);
    worksheet_set_column(sheet, 0, DAYS_VALUE, 12, NULL);
    for (lxw_col_t i = 0; i < sizeof headers / sizeof *headers; i++)
        put_text(tracker, sheet, HEADER_ROW, i, headers[i], STYLE_HEADER);
    for (size_t i = 0; i < schedule->session_count; i++)
        put_session(tracker, sheet, FIRST_ROW + (lxw_row_t)i, &schedule->sessions[i]);
    for (size_t i = 0; i < view->session_count; i++)
        put_listed(tracker, sheet, view, i);
    for (size_t i = 0; i < view->due_count; i++)
        put_due(tracker, sheet, i, &view->dues[i]);
    put_names(tracker, sheet);
    days_put_known(tracker, sheet, view);
    days_put_facts(tracker, sheet, view);
    sheet_lock(sheet);
    worksheet_hide(sheet);
}

const struct sheet days_sheet = {
    .tab = "Days",
    .title = "Days",
    .hint = "What the sheet Today looks up. Fills itself from the other sheets.",
    .fill = fill,
};
