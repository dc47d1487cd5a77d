/* week: the page of one week: its sessions, what is on the table, what comes up, room to write. */
#include <math.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/listing.h"
#include "pdf/parts/session_table.h"
#include "pdf/parts/targets.h"
#include "pdf/parts/week_record.h"

/* Rules that a week's page should have room for at the least. */
#define WRITING_ROWS 7
/* No limit to a panel's height. */
#define ANY_HEIGHT 1e5

struct weekly {
    struct book *book;
    const struct week *week;
    const char *title;
    const struct page_record *record;
    struct agenda table, coming;
};

static void draw_way(struct weekly *weekly)
{
    struct book *book = weekly->book;
    double width = book_width(book), height = grid_unit(book);
    double from = weekly->record->way_from, to = weekly->record->way_to;
    double start = width * from, share = width * to - start;

    canvas_open_figure(book->canvas, book->left, book->y, width, height,
                       pool_print(book->pool,
                                  "Progress: this week goes from %.0f to %.0f %% of the road",
                                  100 * from, 100 * to));
    canvas_fill_rect(book->canvas, book->left, book->y, width, height, book->tint);
    if (!book->look->filled)
        canvas_stroke_rect(book->canvas, book->left, book->y, width, height, 0, 0.5,
                           book->look->pale);
    canvas_fill_rect(book->canvas, book->left, book->y, start, height, book->accent);
    /* This week's own share stands out, however small. */
    share = fmax(share, 2);
    if (start + share > width)
        start = width - share;
    canvas_fill_rect(book->canvas, book->left + start, book->y, share, height, book->look->ink);
    canvas_close(book->canvas);
    book->y = grid_snap(book, book->y + height + grid_unit(book));
}

static struct listing coming_listing(struct weekly *weekly, double room)
{
    return (struct listing){.label = "Coming up",
                            .agenda = &weekly->coming,
                            .dates = true,
                            .single = true,
                            .panel = true,
                            .columns = 1,
                            .room = room,
                            .from = weekly->week->last,
                            .none = "This is the plan’s last week."};
}

/* Side by side, or where that takes less height, below each other in two columns each. At most ROOM
 * high. Draws them, or only gives their height. */
static double panels(struct weekly *weekly, double room, bool draw)
{
    struct book *book = weekly->book;
    double gutter = grid_unit(book) * 4, whole = book_width(book), half = (whole - gutter) / 2;
    double gap = grid_unit(book) * 2, left = book->left;
    struct listing table = listing_of_week(book, weekly->week, &weekly->table);
    struct listing coming = coming_listing(weekly, ANY_HEIGHT);
    double tall = listing_single_height(book, &coming, COMING_ROWS);

    table.width = coming.width = half;
    double beside = fmax(listing_height(book, &table), tall);
    table.width = coming.width = whole;
    table.columns = coming.columns = 2;
    double first = listing_height(book, &table);
    double second = listing_single_height(book, &coming, (COMING_ROWS + 1) / 2);
    if (first + gap + second < beside && first + gap + second <= room) {
        table.room = room - second - gap;
        first = first < table.room ? first : listing_height(book, &table);
        if (draw)
            listing_draw(book, &coming, left,
                         listing_draw(book, &table, left, book->y, first) + gap, second);
        return first + gap + second;
    }
    table.width = coming.width = half;
    table.columns = coming.columns = 1;
    table.room = room;
    if (beside > room)
        beside = fmax(listing_height(book, &table), tall);
    if (draw) {
        listing_draw(book, &table, left, book->y, beside);
        listing_draw(book, &coming, left + half + gutter, book->y, beside);
    }
    return beside;
}

static const char *const moods[] = {"stuck", "slow", "steady", "flying"};
#define MOODS (int)(sizeof moods / sizeof moods[0])

/* The last line of the page. */
static void draw_moods(struct book *book, double middle)
{
    double leading = style_leading(&book->quiet), size = grid_circles_width(book, 1);
    double x = book->left + 14;

    canvas_open(book->canvas, ROLE_PARAGRAPH);
    x += grid_text(book, &book->label, book->left, middle - leading / 2, leading, ALIGN_LEFT, 0,
                   "How it went");
    for (int i = 0; i < MOODS; i++) {
        grid_circles(book, x, middle, 1);
        x += size + 5;
        x += 16 + grid_text(book, &book->quiet, x, middle - leading / 2, leading, ALIGN_LEFT, 0,
                            moods[i]);
    }
    canvas_close(book->canvas);
}

/* Rules to the foot of the page. */
static void draw_writing(struct weekly *weekly)
{
    struct book *book = weekly->book;
    double distance = book->look->rule_distance;

    if (grid_write_room(book, book->y, book->bottom - distance) < 3)
        book_need(book, book_room(book) + 1, weekly->title);
    double gutter = grid_unit(book) * 4, half = (book_width(book) - gutter) / 2;
    /* The line of circles takes the last place of the lattice. */
    int places = (int)floor((book->bottom - book->top + 0.01) / distance);
    double last = book->top + (places - 1) * distance;
    int rows = grid_write_room(book, book->y, last);
    if (rows >= WRITING_ROWS) {
        int upper = (rows - 1) * 11 / 20;
        double y =
            grid_write(book, book->left, book->y, book_width(book), "What I learned", last, upper);
        grid_write(book, book->left, y, half, "What fought back", last, 0);
        grid_write(book, book->left + half + gutter, y, half, "Next week I will", last, 0);
    } else {
        grid_write(book, book->left, book->y, half, "What I learned", last, 0);
        grid_write(book, book->left + half + gutter, book->y, half, "Next week I will", last, 0);
    }
    draw_moods(book, last + distance * 0.75);
}

/* The widest spacing of the table that leaves room, below it and what takes BELOW, to write; only
 * where that would not even leave a few rules, spacing so tight that it shows. */
static void fit_table(struct session_table *table, double below)
{
    static const int rows[] = {WRITING_ROWS, WRITING_ROWS / 2};
    static const double least[] = {3, 1};
    const struct book *book = table->book;

    for (int i = 0; i < 2; i++) {
        double room = book_room(book) - below - book->look->rule_distance * (rows[i] + 2);
        while (table->padding > least[i] && sessions_height(table) > room)
            table->padding--;
    }
}

static void add_page(struct book *book, const struct week *week)
{
    struct weekly weekly = {
        .book = book,
        .week = week,
        .title = book_date_range(book, week->first, week->last),
        .record = week_record(book, week),
    };
    struct month month = week_month(week);
    int number = month_number(book->schedule, month);

    weekly.table = week_agenda(book, weekly.record, false);
    weekly.coming = week_agenda(book, weekly.record, true);
    book_page(book, week->phase,
              pool_print(book->pool, "Month %d · Week %d", number, week->number));
    canvas_link(book->canvas, book->left, book->y, book_width(book) / 2,
                style_leading(&book->label) + style_leading(&book->title),
                month_target(book->pool, month_pages.target, month));
    book_head(book, pool_print(book->pool, "Month %d · Week %d", number, week->number),
              weekly.title, "So far",
              pool_print(book->pool, "%s hours · %.0f %%", grid_hours(book, weekly.record->before),
                         100 * weekly.record->way_from));
    book->y = grid_snap(book, book->y - grid_unit(book));
    draw_way(&weekly);

    struct session_table table = sessions_measure(book, week, weekly.title);
    double gap = grid_unit(book) * 2, writing = book->look->rule_distance * (WRITING_ROWS + 2);
    fit_table(&table, gap + panels(&weekly, ANY_HEIGHT, false));
    sessions_draw(&table);
    book->y = grid_snap(book, book->y + gap);
    double room = book_room(book) - gap - book->look->rule_distance * 6;
    if (room < book_room(book) / 3) {
        book_need(book, book_room(book) + 1, weekly.title);
        room = book_room(book) - gap - writing;
    }
    book->y += panels(&weekly, room, true) + gap;
    draw_writing(&weekly);
}

/* Whether WEEK and the next one may share a page: two of the same month and phase, or lived ones
 * that did. */
static bool may_share(const struct book *book, const struct week *week)
{
    const struct week *end = book->schedule->weeks + book->schedule->week_count, *next = week + 1;

    if (book->look->weeks_a_page != 2 || next == end)
        return false;
    if (week->lived && week->page && next->lived && next->page)
        return week->page->page == next->page->page;
    return next->phase == week->phase && week_month(next).month == week_month(week).month;
}

/* A page of its own, or, where the look has two weeks a page and both fit, one with the next. */
static void add_weeks(struct book *book, const struct week *week)
{
    int *page = &book->week_pages[week - book->schedule->weeks];

    if (*page >= 0)
        return; /* it shares the page of the week before it */
    page[0] = canvas_page_count(book->canvas);
    book->foot_title = week_record(book, week)->title;
    if (may_share(book, week) && fortnight_page(book, week)) {
        page[1] = page[0];
        week_stands_on(book, week + 1, page[1]);
    } else {
        add_page(book, week);
    }
    week_stands_on(book, week, page[0]);
    book->foot_title = book->plan->title.text;
}

/* The contents name a phase's weeks in one line, at its first one. */
static void enter(struct book *book, const struct occasion *at, struct listed *line)
{
    const struct schedule *schedule = book->schedule;
    const struct week *first = at->week, *last = first;
    const struct week *end = schedule->weeks + schedule->week_count;

    line->outlined = false;
    line->listed = first == schedule->weeks || first[-1].phase != first->phase;
    if (!line->listed)
        return;
    while (last + 1 < end && last[1].phase == first->phase)
        last++;
    line->title = first == last
                      ? pool_print(book->pool, "Week %d", first->number)
                      : pool_print(book->pool, "Weeks %d–%d", first->number, last->number);
    line->note = first->phase < 0 ? book_year_range(book, first->first, last->last)
                                  : book_count(book, (int)(last - first) + 1, "week", "weeks");
}

const struct page_kind week_pages = {
    .scope = SCOPE_WEEK,
    .title = "Week",
    .target = "week",
    .draw.week = add_weeks,
    .enter = enter,
};
