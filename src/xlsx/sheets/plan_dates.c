/* plan_dates: the hidden sheet "Roadbook plan", the plan as it is laid out: each week with its page
 * in the book, and each session. Once they are lived, later builds let them stand. */
#include "xlsx/sheets/record_pen.h"

#include <string.h>

#include "base/report.h"

#define IDS_BYTES  30000 /* of a session's words; a cell holds 32,767 characters */
#define LINES_MOST 20000 /* of all pages */

static void put_plan(const struct record_pen *pen)
{
    const struct tracker *tracker = pen->tracker;

    record_put_text(pen, 0, RECORD_PLAN_ID, tracker->plan->id);
    record_put_text(pen, 0, RECORD_PLAN_TITLE, tracker->plan->title.text);
    record_put_day(pen, 0, RECORD_PLAN_BUILT, tracker->edition->today);
    record_put_day(pen, 0, RECORD_PLAN_START, tracker->schedule->start);
}

/* "300", or seven numbers where its days differ. */
static const char *rates_of(struct pool *pool, const int rates[7])
{
    const char *all = pool_print(pool, "%d", rates[0]);
    bool alike = true;

    for (int i = 1; i < 7; i++) {
        alike = alike && rates[i] == rates[0];
        all = pool_print(pool, "%s %d", all, rates[i]);
    }
    return alike ? pool_print(pool, "%d", rates[0]) : all;
}

/* What the book prints of the week; NULL: nobody knows. */
static const struct page_record *page_of(const struct tracker *tracker, size_t index)
{
    const struct page_record *pages = tracker->edition->page_records;
    const struct page_record *page = pages ? &pages[index] : tracker->schedule->weeks[index].page;

    return page && (page->page > 0 || page->line_count > 0) ? page : NULL;
}

static const char *phase_of(const struct plan *plan, int phase)
{
    bool there = phase >= 0 && (size_t)phase < plan->phase_count && plan->phases[phase].section;

    return there ? plan->phases[phase].section->id : NULL;
}

static void put_week(const struct record_pen *pen, size_t at, const struct week *week)
{
    const struct tracker *tracker = pen->tracker;
    const struct page_record *page = page_of(tracker, at);

    record_put_count(pen, at, RECORD_WEEK_NUMBER, week->number);
    record_put_count(pen, at, RECORD_WEEK_ISO_YEAR, week->iso_year);
    record_put_count(pen, at, RECORD_WEEK_ISO_WEEK, week->iso_week);
    record_put_day(pen, at, RECORD_WEEK_FIRST, week->first);
    record_put_day(pen, at, RECORD_WEEK_LAST, week->last);
    record_put_text(pen, at, RECORD_WEEK_PHASE, phase_of(tracker->plan, week->phase));
    record_put_exact(pen, at, RECORD_WEEK_FROM, week->from);
    record_put_exact(pen, at, RECORD_WEEK_MIDDLE, week->middle);
    record_put_exact(pen, at, RECORD_WEEK_TO, week->to);
    record_put_text(pen, at, RECORD_WEEK_RATES, rates_of(tracker->pool, week->rates));
    if (!page)
        return;
    record_put_some(pen, at, RECORD_WEEK_PAGE, page->page);
    record_put_text(pen, at, RECORD_WEEK_TITLE, page->title);
    record_put_exact(pen, at, RECORD_WEEK_WAY_FROM, page->way_from);
    record_put_exact(pen, at, RECORD_WEEK_WAY_TO, page->way_to);
    if (page->title && page->before >= 0)
        record_put_count(pen, at, RECORD_WEEK_BEFORE, page->before);
}

/* Its words, as record.h has them, and the ids of what it works at, the main one first. */
static const char *words_of(struct pool *pool, const struct session *session)
{
    char date[DATE_TEXT];
    struct text words = TEXT_INIT;

    text_print(&words, "%s %s %d %d %d %d %d %d %d", session->id, day_print(session->date, date),
               session->start, session->minutes, session->chapters.from, session->chapters.to,
               session->part, session->parts, session->closes_month);
    for (size_t i = 0; i < session->item_count && words.length < IDS_BYTES; i++)
        text_print(&words, " %s", session->items[i]->id);
    const char *copy = pool_copy(pool, text_string(&words), words.length);
    text_free(&words);
    return copy;
}

static void put_sessions(const struct record_pen *pen)
{
    const struct schedule *schedule = pen->tracker->schedule;
    struct record_packer packer = {.pen = pen, .first = RECORD_SESSION_PLAN};

    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        bool known = session->category >= 0 && (size_t)session->category < schedule->category_count;
        record_pack(&packer, words_of(pen->tracker->pool, session),
                    known ? schedule->categories[session->category].name : NULL, session->focus);
    }
    record_pack_end(&packer);
}

/* Of the page of week number WEEK, as record.h has it. */
static void put_line(struct record_packer *packer, int week, const struct page_line *line)
{
    char date[DATE_TEXT];
    const char *target = line->target ? line->target : "";

    record_pack(packer,
                pool_print(packer->pen->tracker->pool, "%d %d %s %d %d %d%s%s", week, line->coming,
                           line->date == DAY_NONE ? LINE_UNDATED : day_print(line->date, date),
                           line->due, line->count, line->ticked, *target ? " " : "", target),
                line->title, line->note);
}

/* The lines of all pages, as far as they are many: those of some fifteen years. */
static void put_lines(const struct record_pen *pen)
{
    const struct schedule *schedule = pen->tracker->schedule;
    struct record_packer packer = {.pen = pen, .first = RECORD_LINE_PLAN};
    size_t count = 0;

    for (size_t w = 0; w < schedule->week_count; w++) {
        const struct page_record *page = page_of(pen->tracker, w);
        for (size_t i = 0; page && i < page->line_count && count < LINES_MOST; i++, count++)
            put_line(&packer, schedule->weeks[w].number, &page->lines[i]);
    }
    record_pack_end(&packer);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct schedule *schedule = tracker->schedule;
    struct record_pen pen =
        record_pen_open(tracker, sheet, &plan_dates_sheet, RECORD_PLAN, RECORD_IMPRINT);

    put_plan(&pen);
    for (size_t i = 0; i < schedule->week_count && record_row_fits(i); i++)
        put_week(&pen, i, &schedule->weeks[i]);
    put_sessions(&pen);
    put_lines(&pen);
}

const struct sheet plan_dates_sheet = {
    .tab = "Roadbook plan",
    .title = "Roadbook plan",
    .hint = "The plan as it is laid out, which the next build reads. Please leave it as it is.",
    .fill = fill,
};
