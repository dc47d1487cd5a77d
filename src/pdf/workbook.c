/* workbook: which pages the book has, and in what order. */
#include <string.h>

#include "base/report.h"
#include "pdf/agenda.h"
#include "pdf/book.h"

/* How far the walk through the weeks has come. */
struct walk {
    struct book *book;
    bool *opened, *closed; /* by phase */
    int phase;             /* the open one, or -1 */
    struct month month;    /* the open one; .month 0: none */
    int month_phase;       /* in whose pages that month stands */
};

/* Enters the pages that were added since there were BEFORE of them. */
static bool enter(struct book *book, int before, struct listed entry, const char *target)
{
    if (canvas_page_count(book->canvas) == before)
        return false;
    entry.page = before;
    book_entry(book, &entry, target);
    return true;
}

/* A part of the front or back matter: outlined at the top level and listed. */
static void enter_part(struct book *book, int before, const char *title, const char *target)
{
    struct listed entry = {.phase = -1, .listed = true, .outlined = true, .title = title};
    (void)enter(book, before, entry, target);
}

static const char *counted(struct book *book, int count, const char *one, const char *many)
{
    return pool_print(book->pool, "%d %s", count, count == 1 ? one : many);
}

static int items_of(const struct book *book, int phase, enum item_kind kind)
{
    int count = 0;
    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        if (item->kind == kind && item->section->phase == phase && item->depth == 0)
            count++;
    }
    return count;
}

static void open_phase(struct walk *walk, int phase)
{
    struct book *book = walk->book;
    const struct phase *said = &book->plan->phases[phase];
    const struct phase_dates *dates = &book->schedule->phases[phase];
    int before = canvas_page_count(book->canvas);
    opener_pages(book, phase);
    struct listed entry = {.level = 0, .phase = phase, .listed = true, .outlined = true};
    entry.title = pool_print(book->pool, "Phase %d · %s", said->number, said->title.text);
    entry.note = book_year_range(book, dates->first, dates->last);
    (void)enter(book, before, entry, pool_print(book->pool, "phase-%d", phase + 1));

    before = canvas_page_count(book->canvas);
    sheet_pages(book, phase);
    entry.level = 1;
    entry.title = "Tasks and projects";
    int sheets = items_of(book, phase, ITEM_TASK) + items_of(book, phase, ITEM_PROJECT);
    entry.note = counted(book, sheets, "sheet", "sheets");
    (void)enter(book, before, entry, pool_print(book->pool, "sheets-%d", phase + 1));

    before = canvas_page_count(book->canvas);
    reading_pages(book, phase);
    entry.title = "Reading log";
    entry.note = counted(book, items_of(book, phase, ITEM_READING), "entry", "entries");
    (void)enter(book, before, entry, pool_print(book->pool, "reading-%d", phase + 1));
    walk->opened[phase] = true;
    walk->phase = phase;
}

static void close_phase(struct walk *walk)
{
    struct book *book = walk->book;
    int phase = walk->phase, before = canvas_page_count(book->canvas);
    walk->phase = -1;
    if (phase < 0 || walk->closed[phase])
        return;
    walk->closed[phase] = true;
    checklist_pages(book, phase);
    struct listed entry = {.level = 1, .phase = phase, .listed = true, .outlined = true};
    entry.title = "Exit checklist";
    entry.note = book_year_date(book, book->schedule->phases[phase].last);
    (void)enter(book, before, entry, pool_print(book->pool, "checklist-%d", phase + 1));
}

/* Opens the phase and those before it that got no week, in their order. */
static void turn_to_phase(struct walk *walk, int phase)
{
    if (phase == walk->phase)
        return;
    close_phase(walk);
    for (int i = 0; i <= phase; i++) {
        if (walk->opened[i])
            continue;
        close_phase(walk);
        open_phase(walk, i);
    }
    walk->phase = phase;
}

static void close_month(struct walk *walk)
{
    struct book *book = walk->book;
    int before = canvas_page_count(book->canvas);
    if (walk->month.month == 0)
        return;
    review_page(book, walk->month.year, walk->month.month);
    struct listed entry = {.level = 1, .phase = walk->month_phase, .outlined = true};
    entry.title =
        pool_print(book->pool, "Review of %s %d", month_name(walk->month.month), walk->month.year);
    (void)enter(book, before, entry, review_target(book, walk->month.year, walk->month.month));
    walk->month.month = 0;
}

static void open_month(struct walk *walk, struct month month, int phase)
{
    struct book *book = walk->book;
    int before = canvas_page_count(book->canvas);
    month_page(book, month.year, month.month);
    struct listed entry = {.level = phase < 0 ? 0 : 1, .phase = phase, .outlined = true};
    entry.title = pool_print(book->pool, "%s %d", month_name(month.month), month.year);
    (void)enter(book, before, entry, month_target(book, month.year, month.month));
    walk->month = month;
    walk->month_phase = phase;
}

/* The contents name a phase's weeks in one line, at its first one. */
static void enter_weeks(struct book *book, const struct week *first)
{
    const struct week *end = book->schedule->weeks + book->schedule->week_count, *last = first;
    while (last + 1 < end && last[1].phase == first->phase)
        last++;
    struct listed entry = {.level = first->phase < 0 ? 0 : 1, .phase = first->phase};
    entry.page = canvas_page_count(book->canvas) - 1;
    entry.listed = true;
    entry.title = first == last
                      ? pool_print(book->pool, "Week %d", first->number)
                      : pool_print(book->pool, "Weeks %d–%d", first->number, last->number);
    entry.note = book_year_range(book, first->first, last->last);
    book_entry(book, &entry, NULL);
}

/* All that happens in time, in its order: a phase opens before its first week and closes after its
 * last; a month opens before its first week, in the phase of that week, and closes after its last,
 * also where the phase changed within it. */
static void time_pages(struct walk *walk)
{
    struct book *book = walk->book;
    const struct schedule *schedule = book->schedule;
    for (size_t i = 0; i < schedule->week_count; i++) {
        const struct week *week = &schedule->weeks[i];
        struct month month = week_month(week);
        bool new_month = walk->month.month == 0 || month.year != walk->month.year ||
                         month.month != walk->month.month;
        bool new_phase = i == 0 || week->phase != week[-1].phase;
        if (new_month)
            close_month(walk);
        if (new_phase && week->phase >= 0)
            turn_to_phase(walk, week->phase);
        else if (new_phase)
            close_phase(walk);
        if (new_month)
            open_month(walk, month, week->phase);
        int before = canvas_page_count(book->canvas);
        week_page(book, week);
        if (canvas_page_count(book->canvas) == before)
            continue;
        canvas_select(book->canvas, before);
        canvas_target(book->canvas, week_target(book, week), 0);
        canvas_select(book->canvas, canvas_page_count(book->canvas) - 1);
        if (new_phase)
            enter_weeks(book, week);
    }
    close_month(walk);
    close_phase(walk);
    for (int i = 0; i < (int)book->plan->phase_count; i++) {
        if (!walk->opened[i]) {
            open_phase(walk, i);
            close_phase(walk);
        }
    }
}

/* Sheets and checks that belong to no phase. */
static void loose_pages(struct book *book)
{
    int before = canvas_page_count(book->canvas);
    sheet_pages(book, -1);
    enter_part(book, before, "Tasks and projects beside the phases", "sheets");
    before = canvas_page_count(book->canvas);
    reading_pages(book, -1);
    enter_part(book, before, "Reading log", "reading");
    before = canvas_page_count(book->canvas);
    checklist_pages(book, -1);
    enter_part(book, before, "Checklists", "checklist");
}

static void back_pages(struct book *book)
{
    int before;
    loose_pages(book);
    section_pages(book); /* enters its sections itself */
    before = canvas_page_count(book->canvas);
    question_pages(book);
    enter_part(book, before, "Self-assessments", "questions");
    before = canvas_page_count(book->canvas);
    budget_pages(book);
    enter_part(book, before, "Budget", "budget");
    before = canvas_page_count(book->canvas);
    words_pages(book);
    enter_part(book, before, "The roadmap in its own words", "words");
    before = canvas_page_count(book->canvas);
    notes_pages(book);
    enter_part(book, before, "Notes", "notes");
}

static void all_pages(struct book *book)
{
    struct walk walk = {.book = book, .phase = -1, .month_phase = -1};
    walk.opened = pool_alloc(book->pool, book->plan->phase_count + 1);
    walk.closed = pool_alloc(book->pool, book->plan->phase_count + 1);

    cover_page(book);
    canvas_label(book->canvas, LABEL_DECIMAL, 1, NULL);
    struct listed cover = {.phase = -1, .outlined = true, .title = "Cover"};
    (void)enter(book, 0, cover, "cover");
    int before = canvas_page_count(book->canvas);
    guide_page(book);
    enter_part(book, before, "How to use this book", "guide");
    before = canvas_page_count(book->canvas);
    int contents = contents_reserve(book);
    struct listed entry = {.phase = -1, .outlined = true, .title = "Contents"};
    (void)enter(book, before, entry, "contents");
    before = canvas_page_count(book->canvas);
    glance_pages(book);
    enter_part(book, before, "Plan at a glance", "glance");
    before = canvas_page_count(book->canvas);
    outcome_pages(book);
    enter_part(book, before, "Outcomes and milestones", "outcomes");
    time_pages(&walk);
    back_pages(book);
    contents_fill(book, contents);
}

static enum render_result render(const struct edition *edition, struct text *out)
{
    const struct plan *plan = edition->schedule->plan;
    struct pool *pool = pool_new();
    const struct look *look = look_load(
        pool, edition->template_name != NULL ? edition->template_name : "classic", edition->paper);
    if (look == NULL) {
        pool_free(pool);
        return RENDER_FAILED;
    }
    char hours[DURATION_TEXT];
    struct canvas_facts facts = {
        .title = plan->title.text,
        .subject = pool_print(pool, "Workbook, %s a week",
                              duration_print(edition->schedule->rhythm.minutes, hours)),
        .language = plan->language,
        .identity = edition->fingerprint,
    };
    struct canvas *canvas = canvas_new(&facts);
    struct typeset *typeset = typeset_new(canvas, pool, plan->language);
    struct book book;
    book_open(&book, edition, look, pool, canvas, typeset);
    all_pages(&book);
    typeset_finish(typeset);
    bool good = canvas_finish(canvas, out);
    typeset_free(typeset);
    canvas_free(canvas);
    pool_free(pool);
    return good ? RENDERED : RENDER_FAILED;
}

const struct exporter workbook_exporter = {
    .name = "pdf",
    .suffix = ".pdf",
    .summary = "the workbook to print and write in",
    .render = render,
};
