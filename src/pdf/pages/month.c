/* month: a month's calendar page: its weeks with their sessions and due dates, what is on the
 * table, room for the month's focus. */
#include <math.h>
#include <string.h>

#include "pdf/pages/month_calendar.h"
#include "pdf/pages/pages.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/listing.h"
#include "pdf/parts/targets.h"

#define FOCUS_RULES 4 /* at the least */

/* Three lists of what is on the table in the month. */
enum { LEARNING, BUILDING, READING, LISTS };

static int list_of(const struct agenda_line *line)
{
    if (!line->item)
        return LEARNING;
    switch (line->item->kind) {
    case ITEM_TASK:
    case ITEM_PROJECT:
    case ITEM_PORTFOLIO:
        return BUILDING;
    case ITEM_READING:
        return READING;
    default:
        return LEARNING;
    }
}

static void sort_lists(struct book *book, struct month month, struct agenda lists[LISTS])
{
    const struct schedule *schedule = book->schedule;
    day from = day_of(month.year, month.month, 1);
    day to = from + days_in_month(month.year, month.month) - 1;
    size_t first = 0, count = 0;

    while (first < schedule->session_count && schedule->sessions[first].date < from)
        first++;
    while (first + count < schedule->session_count && schedule->sessions[first + count].date <= to)
        count++;
    struct agenda all = {.pool = book->pool, .schedule = schedule};
    agenda_table(&all, from, to, first, count);
    for (int i = 0; i < LISTS; i++)
        lists[i] = (struct agenda){.pool = book->pool, .schedule = schedule};
    for (size_t i = 0; i < all.count; i++) {
        struct agenda_line line = all.lines[i];
        int list = list_of(&line);
        line.date = DAY_NONE;
        line.note = list == READING ? line.note : "";
        agenda_add(&lists[list], line);
    }
}

/* Draws the lists side by side, each as wide as its neighbours, or only gives their height. */
static double draw_lists(struct book *book, const struct agenda lists[LISTS], int phase, bool draw)
{
    static const char *const labels[LISTS] = {"Learning", "Building", "Reading"};
    int used = 0;
    double x = book->left, gutter = grid_unit(book) * 3, height = 0;

    for (int i = 0; i < LISTS; i++)
        used += lists[i].count > 0;
    double width = used > 0 ? (book_width(book) - gutter * (used - 1)) / used : 0;
    for (int i = 0; i < LISTS; i++) {
        struct listing listing = {.label = labels[i],
                                  .agenda = &lists[i],
                                  .columns = width > book_width(book) * 0.9 ? 2 : 1,
                                  .width = width,
                                  .room = (book->bottom - book->top) * 0.24,
                                  .more = phase_target(book->pool, opener_pages.target, phase)};
        if (lists[i].count == 0)
            continue;
        if (draw)
            listing_draw(book, &listing, x, book->y, 0);
        height = fmax(height, listing_height(book, &listing));
        x += width + gutter;
    }
    return height;
}

/* "Weeks 5–8"; NULL where the month has none. */
static const char *week_words(struct book *book, const struct month_weeks *weeks)
{
    if (weeks->count == 0)
        return NULL;
    int first = weeks->first->number, last = weeks->first[weeks->count - 1].number;
    return first == last ? pool_print(book->pool, "Week %d", first)
                         : pool_print(book->pool, "Weeks %d–%d", first, last);
}

static const char *title_of(struct book *book, struct month month)
{
    return pool_print(book->pool, "%s %d", month_name(month.month), month.year);
}

static void add_page(struct book *book, struct month month)
{
    struct month_weeks weeks = month_weeks(book->schedule, month);
    int phase = weeks.first ? weeks.first->phase : -1;
    int number = month_number(book->schedule, month);
    struct agenda lists[LISTS];

    sort_lists(book, month, lists);
    book_page(book, phase, pool_print(book->pool, "Month %d", number));
    book_head(book, pool_print(book->pool, "Month %d", number), title_of(book, month),
              week_words(book, &weeks),
              weeks.first ? pool_print(book->pool, "%s planned", grid_duration(book, weeks.minutes))
                          : NULL);
    book->y = grid_snap(book, book->y - grid_unit(book));
    double gap = grid_unit(book) * 2, distance = book->look->rule_distance;
    double below =
        gap * 1.5 + draw_lists(book, lists, phase, false) + distance * (FOCUS_RULES + 1.5);
    double height = fmin(book_room(book) - below, book_width(book) * 1.15);
    month_calendar_draw(book, month, height);
    book->y = grid_snap(book, book->y + gap);
    book->y = grid_snap(book, book->y + draw_lists(book, lists, phase, true) + gap / 2);
    grid_write(book, book->left, book->y, book_width(book), "Focus for this month", book->bottom,
               0);
}

static void enter(struct book *book, const struct occasion *at, struct listed *line)
{
    line->title = title_of(book, at->month);
}

const struct page_kind month_pages = {
    .scope = SCOPE_MONTH,
    .title = "Month",
    .target = "month",
    .unlisted = true,
    .draw.month = add_page,
    .enter = enter,
};
