/* time_order: the pages that stand in the order of time: phases with their months and weeks. */
#include "pdf/time_order.h"

#include "pdf/parts/targets.h"

/* How far the order has come in the plan's time. */
struct course {
    const struct schedule *schedule;
    const struct look *look;
    struct page_order *order;
    /* by phase */
    bool *opened, *closed;
    /* the open one, or -1 */
    int phase;
    /* the open one, .month 0: none, and in whose pages it stands */
    struct occasion month;
};

/* The pages about AT of all kinds of that scope that the look lists. */
static void add(struct course *course, enum page_scope scope, struct occasion at)
{
    for (enum page_index kind = 0; kind < PAGE_KIND_COUNT; kind++)
        if (page_kinds[kind]->scope == scope && look_has(course->look, kind))
            page_order_add(course->order, page_kinds[kind], &at);
}

static void open_phase(struct course *course, int phase)
{
    add(course, SCOPE_PHASE, (struct occasion){.phase = phase});
    course->opened[phase] = true;
    course->phase = phase;
}

static void close_phase(struct course *course)
{
    int phase = course->phase;

    course->phase = -1;
    if (phase < 0 || course->closed[phase])
        return;
    course->closed[phase] = true;
    add(course, SCOPE_PHASE_END, (struct occasion){.phase = phase});
}

/* Opens the phase and those before it that got no week, in their order. */
static void turn_to_phase(struct course *course, int phase)
{
    if (phase == course->phase)
        return;
    close_phase(course);
    for (int i = 0; i <= phase; i++) {
        if (course->opened[i])
            continue;
        close_phase(course);
        open_phase(course, i);
    }
    course->phase = phase;
}

static void close_month(struct course *course)
{
    if (course->month.month.month == 0)
        return;
    add(course, SCOPE_MONTH_END, course->month);
    course->month.month.month = 0;
}

static void open_month(struct course *course, struct month month, int phase)
{
    course->month = (struct occasion){.phase = phase, .month = month};
    add(course, SCOPE_MONTH, course->month);
}

/* A phase opens before its first week and closes after its last; a month opens before its first
 * week, in the phase of that week, and closes after its last, also where the phase changed within
 * it. */
static void add_weeks(struct course *course)
{
    const struct schedule *schedule = course->schedule;

    for (size_t i = 0; i < schedule->week_count; i++) {
        const struct week *week = &schedule->weeks[i];
        struct month month = week_month(week), open = course->month.month;
        bool new_month = month.year != open.year || month.month != open.month;
        bool new_phase = i == 0 || week->phase != week[-1].phase;
        if (new_month)
            close_month(course);
        if (new_phase && week->phase >= 0)
            turn_to_phase(course, week->phase);
        else if (new_phase)
            close_phase(course);
        if (new_month)
            open_month(course, month, week->phase);
        page_order_begin_week(course->order, week);
        add(course, SCOPE_WEEK, (struct occasion){.phase = week->phase, .week = week});
    }
}

void time_order(const struct schedule *schedule, const struct look *look, struct page_order *order)
{
    size_t phases = schedule->plan->phase_count;
    struct course course = {.schedule = schedule, .look = look, .order = order, .phase = -1};

    course.opened = pool_alloc(order->pool, phases + 1);
    course.closed = pool_alloc(order->pool, phases + 1);
    add_weeks(&course);
    close_month(&course);
    close_phase(&course);
    for (int i = 0; i < (int)phases; i++) {
        if (!course.opened[i]) {
            open_phase(&course, i);
            close_phase(&course);
        }
    }
    add(&course, SCOPE_PHASE, (struct occasion){.phase = -1});
    add(&course, SCOPE_PHASE_END, (struct occasion){.phase = -1});
}

/* Whether the look lists a kind of page about weeks. */
static bool lists_weeks(const struct look *look)
{
    for (enum page_index kind = 0; kind < PAGE_KIND_COUNT; kind++)
        if (page_kinds[kind]->scope == SCOPE_WEEK && look_has(look, kind))
            return true;
    return false;
}

/* A week's pages of one kind, named in the outline by the week's number. */
static void add_alone(struct book *book, const struct page_kind *kind, const struct week *week)
{
    struct listed line = {.page = canvas_page_count(book->canvas), .phase = -1, .outlined = true};

    kind->draw.week(book, week);
    if (!kind->title || canvas_page_count(book->canvas) == line.page)
        return;
    line.title = pool_print(book->pool, "%s %d", kind->title, week->number);
    book_entry(book, &line, week_target(book->pool, kind->target, week));
}

/* All pages about COUNT weeks, which stand together. */
static void add_group(struct book *book, const struct week *week, size_t count)
{
    bool all = !lists_weeks(book->look);

    for (size_t i = 0; i < count; i++)
        for (enum page_index kind = 0; kind < PAGE_KIND_COUNT; kind++)
            if (page_kinds[kind]->scope == SCOPE_WEEK && (all || look_has(book->look, kind)))
                add_alone(book, page_kinds[kind], &week[i]);
}

/* How many weeks stand on the page of week FIRST. */
static size_t weeks_together(const struct book *book, size_t first)
{
    const int *pages = book->week_pages;
    size_t end = first + 1;

    while (pages[first] >= 0 && end < book->schedule->week_count && pages[end] == pages[first])
        end++;
    return end - first;
}

void only_weeks(struct book *book, int first, int last, const struct book *whole)
{
    size_t count;

    for (size_t i = 0; i < book->schedule->week_count; i += count) {
        const struct week *week = &book->schedule->weeks[i];
        int page = canvas_page_count(book->canvas);
        count = weeks_together(whole, i);
        if (week[count - 1].number < first || week->number > last)
            continue;
        if (whole->week_starts[i] >= 0)
            book->skipped = whole->week_starts[i] - page;
        add_group(book, week, count);
        canvas_select(book->canvas, page);
        canvas_label(book->canvas, LABEL_DECIMAL, page + book->skipped + 1, NULL);
        canvas_select(book->canvas, canvas_page_count(book->canvas) - 1);
    }
}
