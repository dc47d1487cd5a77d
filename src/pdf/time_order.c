/* time_order: the pages that stand in the order of time: phases with their months and weeks. */
#include "pdf/time_order.h"

#include "pdf/parts/agenda.h"

/* How far the walk through the weeks has come. */
struct walk {
    struct book *book;
    const struct look *look;
    /* by phase */
    bool *opened, *closed;
    /* the open one, or -1 */
    int phase;
    /* the open one; .month 0: none */
    struct month month;
    /* in whose pages that month stands */
    int month_phase;
};

bool pages_enter(struct book *book, int before, struct listed entry, const char *target)
{
    if (canvas_page_count(book->canvas) == before)
        return false;
    entry.page = before;
    book_entry(book, &entry, target);
    return true;
}

void pages_enter_part(struct book *book, int before, const char *title, const char *target)
{
    struct listed entry = {.phase = -1, .listed = true, .outlined = true, .title = title};

    (void)pages_enter(book, before, entry, target);
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
        const struct item *above = item->parent;
        bool part = above && kind_is_made(above->kind);
        bool one = kind == ITEM_READING ? item->child_count == 0 : !part;
        if (item->kind == kind && !item->dropped && item->section->phase == phase && one)
            count++;
    }
    return count;
}

/* The contents name each sheet, where there are not too many. */
static void enter_sheets(struct book *book, int phase)
{
    for (size_t i = 0; i < book->plan->item_count && contents_sheets(book->plan) > 0; i++) {
        const struct item *item = &book->plan->items[i];
        int page = canvas_target_page(book->canvas, item->id);
        if (!kind_is_made(item->kind) || item->depth > 0 || item->section->phase != phase ||
            page < 0)
            continue;
        struct listed line = {.page = page, .level = 2, .phase = phase, .listed = true};
        line.title = item_words(book->pool, item);
        book_entry(book, &line, NULL);
    }
}

static void open_phase(struct walk *walk, int phase)
{
    struct book *book = walk->book;
    const struct phase *said = &book->plan->phases[phase];
    const struct phase_dates *dates = &book->schedule->phases[phase];
    int before = canvas_page_count(book->canvas);

    if (look_has(walk->look, PAGES_PHASES))
        opener_pages(book, phase);
    struct listed entry = {.level = 0, .phase = phase, .listed = true, .outlined = true};
    entry.title = pool_print(book->pool, "Phase %d · %s", said->number, said->title.text);
    entry.note = book_year_range(book, dates->first, dates->last);
    (void)pages_enter(book, before, entry, pool_print(book->pool, "phase-%d", phase + 1));

    before = canvas_page_count(book->canvas);
    if (look_has(walk->look, PAGES_SHEETS))
        sheet_pages(book, phase);
    entry.level = 1;
    entry.title = "Tasks and projects";
    int sheets = items_of(book, phase, ITEM_TASK) + items_of(book, phase, ITEM_PROJECT);
    entry.note = counted(book, sheets, "sheet", "sheets");
    if (pages_enter(book, before, entry, pool_print(book->pool, "sheets-%d", phase + 1)))
        enter_sheets(book, phase);

    before = canvas_page_count(book->canvas);
    if (look_has(walk->look, PAGES_READING))
        reading_pages(book, phase);
    entry.title = "Reading log";
    entry.note = counted(book, items_of(book, phase, ITEM_READING), "entry", "entries");
    (void)pages_enter(book, before, entry, pool_print(book->pool, "reading-%d", phase + 1));
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
    if (look_has(walk->look, PAGES_CHECKLISTS))
        checklist_pages(book, phase);
    struct listed entry = {.level = 1, .phase = phase, .listed = true, .outlined = true};
    entry.title = "Exit checklist";
    entry.note = book_year_date(book, book->schedule->phases[phase].last);
    (void)pages_enter(book, before, entry, pool_print(book->pool, "checklist-%d", phase + 1));
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
    if (look_has(walk->look, PAGES_REVIEWS))
        review_page(book, walk->month.year, walk->month.month);
    struct listed entry = {.level = 1, .phase = walk->month_phase, .outlined = true};
    entry.title =
        pool_print(book->pool, "Review of %s %d", month_name(walk->month.month), walk->month.year);
    (void)pages_enter(book, before, entry,
                      review_target(book, walk->month.year, walk->month.month));
    walk->month.month = 0;
}

static void open_month(struct walk *walk, struct month month, int phase)
{
    struct book *book = walk->book;
    int before = canvas_page_count(book->canvas);

    if (look_has(walk->look, PAGES_MONTHS))
        month_page(book, month.year, month.month);
    struct listed entry = {.level = phase < 0 ? 0 : 1, .phase = phase, .outlined = true};
    entry.title = pool_print(book->pool, "%s %d", month_name(month.month), month.year);
    (void)pages_enter(book, before, entry, month_target(book, month.year, month.month));
    walk->month = month;
    walk->month_phase = phase;
}

/* The contents name a phase's weeks in one line, at its first one. */
static void enter_weeks(struct book *book, const struct week *first, int page)
{
    const struct week *end = book->schedule->weeks + book->schedule->week_count, *last = first;

    while (last + 1 < end && last[1].phase == first->phase)
        last++;
    struct listed entry = {.level = first->phase < 0 ? 0 : 1, .phase = first->phase};
    entry.page = page;
    entry.listed = true;
    entry.title = first == last
                      ? pool_print(book->pool, "Week %d", first->number)
                      : pool_print(book->pool, "Weeks %d–%d", first->number, last->number);
    entry.note = first->phase < 0 ? book_year_range(book, first->first, last->last)
                                  : counted(book, (int)(last - first) + 1, "week", "weeks");
    book_entry(book, &entry, NULL);
}

/* Adds the page of a week, or, where the look has two weeks a page and both fit, of it and the next
 * one of the same month and phase; gives how many weeks it holds. */
static size_t add_weeks(struct book *book, const struct week *week)
{
    const struct week *end = book->schedule->weeks + book->schedule->week_count, *next = week + 1;
    int before = canvas_page_count(book->canvas);
    size_t count = 1;

    if (book->look->weeks_a_page == 2 && next < end && next->phase == week->phase &&
        week_month(next).month == week_month(week).month && fortnight_page(book, week))
        count = 2;
    else
        week_page(book, week);
    for (size_t i = 0; i < count; i++)
        book->week_pages[(size_t)(week - book->schedule->weeks) + i] = before;
    canvas_select(book->canvas, before);
    canvas_target(book->canvas, week_target(book, week), 0);
    canvas_select(book->canvas, canvas_page_count(book->canvas) - 1);
    return count;
}

/* A phase opens before its first week and closes after its last; a month opens before its first
 * week, in the phase of that week, and closes after its last, also where the phase changed within
 * it. */
static void walk_weeks(struct walk *walk)
{
    struct book *book = walk->book;
    const struct schedule *schedule = book->schedule;

    for (size_t i = 0; i < schedule->week_count;) {
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
        if (!look_has(walk->look, PAGES_WEEKS)) {
            i++;
            continue;
        }
        i += add_weeks(book, week);
        if (new_phase)
            enter_weeks(book, week, book->week_pages[week - schedule->weeks]);
    }
}

void chosen_weeks(struct book *book, int first, int last, const int *starts)
{
    const struct schedule *schedule = book->schedule;

    for (size_t i = 0; i < schedule->week_count;) {
        const struct week *week = &schedule->weeks[i];
        bool pair = i + 1 < schedule->week_count && starts[i + 1] == starts[i];
        int through = pair ? week[1].number : week->number, before;
        if (through < first || week->number > last) {
            i += pair ? 2 : 1;
            continue;
        }
        before = canvas_page_count(book->canvas);
        book->skipped = starts[i] - before;
        i += add_weeks(book, week);
        struct listed entry = {.phase = -1, .outlined = true};
        entry.title = pool_print(book->pool, "Week %d", week->number);
        (void)pages_enter(book, before, entry, NULL);
        canvas_select(book->canvas, before);
        canvas_label(book->canvas, LABEL_DECIMAL, before + book->skipped + 1, NULL);
        canvas_select(book->canvas, canvas_page_count(book->canvas) - 1);
    }
}

/* Sheets, readings and checks that belong to no phase. */
static void loose_pages(struct walk *walk)
{
    struct book *book = walk->book;
    int before = canvas_page_count(book->canvas);

    if (look_has(walk->look, PAGES_SHEETS))
        sheet_pages(book, -1);
    pages_enter_part(book, before, "Tasks and projects beside the phases", "sheets");
    before = canvas_page_count(book->canvas);
    if (look_has(walk->look, PAGES_READING))
        reading_pages(book, -1);
    pages_enter_part(book, before, "Reading log", "reading");
    before = canvas_page_count(book->canvas);
    if (look_has(walk->look, PAGES_CHECKLISTS))
        checklist_pages(book, -1);
    pages_enter_part(book, before, "Checklists", "checklist");
}

void time_pages(struct book *book)
{
    struct walk walk = {.book = book, .look = book->look, .phase = -1, .month_phase = -1};

    walk.opened = pool_alloc(book->pool, book->plan->phase_count + 1);
    walk.closed = pool_alloc(book->pool, book->plan->phase_count + 1);
    walk_weeks(&walk);
    close_month(&walk);
    close_phase(&walk);
    for (int i = 0; i < (int)book->plan->phase_count; i++) {
        if (!walk.opened[i]) {
            open_phase(&walk, i);
            close_phase(&walk);
        }
    }
    loose_pages(&walk);
}
