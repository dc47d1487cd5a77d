/* time_order: the pages that stand in the order of time: phases with their months and weeks. */
#include "pdf/time_order.h"

#include "pdf/parts/targets.h"

/* How far the book has come in the plan's time. */
struct course {
    struct book *book;
    /* by phase */
    bool *opened, *closed;
    /* the open one, or -1 */
    int phase;
    /* the open one, .month 0: none, and in whose pages it stands */
    struct occasion month;
};

/* The pages about AT of all kinds of that scope that the look lists. */
static void add(struct book *book, enum page_scope scope, struct occasion at)
{
    for (enum page_index kind = 0; kind < PAGE_KIND_COUNT; kind++)
        if (page_kinds[kind]->scope == scope && look_has(book->look, kind))
            pages_add(book, page_kinds[kind], &at);
}

static void open_phase(struct course *course, int phase)
{
    add(course->book, SCOPE_PHASE, (struct occasion){.phase = phase});
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
    add(course->book, SCOPE_PHASE_END, (struct occasion){.phase = phase});
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
    add(course->book, SCOPE_MONTH_END, course->month);
    course->month.month.month = 0;
}

static void open_month(struct course *course, struct month month, int phase)
{
    course->month = (struct occasion){.phase = phase, .month = month};
    add(course->book, SCOPE_MONTH, course->month);
}

/* How many weeks stand on the page of WEEK, by the pages of the plan's weeks. */
static size_t weeks_together(const struct schedule *schedule, const struct week *week,
                             const int *pages)
{
    size_t first = (size_t)(week - schedule->weeks), end = first + 1;

    while (pages[first] >= 0 && end < schedule->week_count && pages[end] == pages[first])
        end++;
    return end - first;
}

/* A phase opens before its first week and closes after its last; a month opens before its first
 * week, in the phase of that week, and closes after its last, also where the phase changed within
 * it. */
static void add_weeks(struct course *course)
{
    struct book *book = course->book;
    const struct schedule *schedule = book->schedule;

    for (size_t i = 0; i < schedule->week_count;) {
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
        add(book, SCOPE_WEEK, (struct occasion){.phase = week->phase, .week = week});
        i += weeks_together(schedule, week, book->week_pages);
    }
}

void chosen_weeks(struct book *book, int first, int last, const int *starts)
{
    const struct schedule *schedule = book->schedule;

    for (size_t i = 0; i < schedule->week_count;) {
        const struct week *week = &schedule->weeks[i];
        size_t count = weeks_together(schedule, week, starts);
        i += count;
        if (week[count - 1].number < first || week->number > last)
            continue;
        struct listed line = {.page = canvas_page_count(book->canvas),
                              .phase = -1,
                              .outlined = true,
                              .title = pool_print(book->pool, "Week %d", week->number)};
        book->skipped = starts[week - schedule->weeks] - line.page;
        week_pages.draw.week(book, week);
        book_entry(book, &line, week_target(book, week));
        canvas_select(book->canvas, line.page);
        canvas_label(book->canvas, LABEL_DECIMAL, line.page + book->skipped + 1, NULL);
        canvas_select(book->canvas, canvas_page_count(book->canvas) - 1);
    }
}

void time_pages(struct book *book)
{
    struct course course = {.book = book, .phase = -1};

    course.opened = pool_alloc(book->pool, book->plan->phase_count + 1);
    course.closed = pool_alloc(book->pool, book->plan->phase_count + 1);
    add_weeks(&course);
    close_month(&course);
    close_phase(&course);
    for (int i = 0; i < (int)book->plan->phase_count; i++) {
        if (!course.opened[i]) {
            open_phase(&course, i);
            close_phase(&course);
        }
    }
    add(book, SCOPE_PHASE, (struct occasion){.phase = -1});
    add(book, SCOPE_PHASE_END, (struct occasion){.phase = -1});
}
