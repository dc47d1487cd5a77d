/* month_calendar: a month's weeks as rows of days, each with its sessions and what is due on it. */
#include "pdf/pages/month_calendar.h"

#include <math.h>
#include <string.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/agenda.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/targets.h"

#define DAYS_PER_WEEK 7
#define CELL_PADDING  3.0

struct calendar {
    struct book *book;
    struct month month;
    /* of the month */
    day first, last;
    /* first and last day shown */
    day grid, end;
    /* all that falls due in the days shown */
    struct agenda due;
    double left, cell, top, row;
};

/* Words of a category short enough for a cell: up to the first that joins two. */
static const char *short_category(struct book *book, const char *name, double width)
{
    static const char *const joints[] = {"/", " & ", " and ", " (", ", ", " + "};

    if (typeset_width(book->typeset, &book->small, name) <= width)
        return name;
    const char *end = name + strlen(name);
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++) {
        const char *joint = strstr(name, joints[i]);
        if (joint && joint > name && joint < end)
            end = joint;
    }
    return pool_copy(book->pool, name, (size_t)(end - name));
}

static bool in_month(const struct calendar *calendar, day date)
{
    return date >= calendar->first && date <= calendar->last;
}

/* A week that belongs to this month is shown whole; of another's only the days of this month. */
static bool own_week(const struct calendar *calendar, const struct week *week)
{
    struct month month = week_month(week);

    return month.year == calendar->month.year && month.month == calendar->month.month;
}

static void draw_session(const struct calendar *calendar, const struct session *session, double x,
                         double y, double width, double height)
{
    struct book *book = calendar->book;
    const char *name = book->schedule->categories[session->category].name;
    const char *length = grid_duration(book, session->minutes);
    double leading = style_leading(&book->small), inner = x + 5, room = width - 6;
    bool two = height > 1.6 * leading;
    double beside = typeset_width(book->typeset, &book->small_quiet, length);

    canvas_fill_rect(book->canvas, x, y, width, height, book->tint);
    canvas_fill_rect(book->canvas, x, y, 1.6, height, book->accent);
    if (two) {
        double top = y + (height - 2 * leading) / 2;
        grid_text(book, &book->small, inner, top, leading, ALIGN_LEFT, room,
                  short_category(book, name, room));
        grid_text(book, &book->small_quiet, inner, top + leading, leading, ALIGN_LEFT, room,
                  length);
        return;
    }
    const char *alone = short_category(book, name, room);
    double wanted = typeset_width(book->typeset, &book->small, alone);
    bool both = wanted * 0.8 + beside + 3 <= room;
    if (both)
        grid_text(book, &book->small_quiet, x + width - 1, y, height, ALIGN_RIGHT, 0, length);
    double words = both ? room - beside - 3 : room;
    grid_text(book, &book->small, inner, y, height, ALIGN_LEFT, words,
              short_category(book, name, words));
}

static void draw_diamond(struct book *book, double x, double middle, double radius)
{
    const double corners[] = {x - radius, middle, x, middle - radius,
                              x + radius, middle, x, middle + radius};

    canvas_fill_polygon(book->canvas, corners, 4, book->accent);
}

/* What one day's cell holds, and how: titles whole where there is room, else on one line; sessions
 * on two lines, else on one; where that is still too much, the first of all and how many more. */
struct cell {
    const struct agenda_line *const *due;
    const struct session *const *sessions;
    size_t due_count, session_count;
    /* beside due */
    bool *whole;
    bool two_lines;
    /* of both together, due first */
    size_t shown;
};

static struct paragraph *due_title(struct book *book, const struct agenda_line *line, double width)
{
    return paragraph_of(book->typeset, &book->small, line->title, width - 9);
}

static double block_height(const struct book *book, bool two_lines)
{
    return style_leading(&book->small) * (two_lines ? 2 : 1) + 2;
}

static void arrange(struct book *book, struct cell *cell, double width, double room)
{
    double line = block_height(book, false), left = room;

    cell->shown = cell->due_count + cell->session_count;
    left -= (double)cell->due_count * line;
    left -= (double)cell->session_count * (line + 1.5);
    if (left < 0) {
        size_t lines = room > line + 1.5 ? (size_t)(room / (line + 1.5)) : 1;
        if (cell->shown > lines)
            cell->shown = lines - 1;
        return;
    }
    double more = (double)cell->session_count * style_leading(&book->small);
    cell->two_lines = more <= left;
    left -= cell->two_lines ? more : 0;
    for (size_t i = 0; i < cell->due_count; i++) {
        double extra = paragraph_height(due_title(book, cell->due[i], width)) + 2 - line;
        cell->whole[i] = extra <= left;
        left -= cell->whole[i] ? extra : 0;
    }
}

static void draw_cell(const struct calendar *calendar, const struct cell *cell, double x, double y,
                      double bottom)
{
    struct book *book = calendar->book;
    double width = calendar->cell - 2 * CELL_PADDING, leading = style_leading(&book->small);
    size_t all = cell->due_count + cell->session_count;

    x += CELL_PADDING;
    for (size_t i = 0; i < cell->shown; i++) {
        if (i >= cell->due_count) {
            double height = block_height(book, cell->two_lines);
            draw_session(calendar, cell->sessions[i - cell->due_count], x, y, width, height);
            y += height + 1.5;
            continue;
        }
        const struct agenda_line *line = cell->due[i];
        double height = block_height(book, false);
        draw_diamond(book, x + 3, y + leading / 2, 2.4);
        if (cell->whole[i]) {
            struct paragraph *title = due_title(book, line, width);
            height = paragraph_draw(title, x + 9, y, ALIGN_LEFT, 0, paragraph_lines(title)) + 2;
        } else {
            grid_text(book, &book->small, x + 9, y, leading, ALIGN_LEFT, width - 9, line->title);
        }
        canvas_link(book->canvas, x, y, width, height, line->target);
        y += height;
    }
    if (cell->shown < all)
        grid_text(book, &book->small_quiet, x, bottom - leading - 1, leading, ALIGN_LEFT, width,
                  pool_print(book->pool, "%zu more", all - cell->shown));
}

/* What falls on DATE, in arrays of the book's pool. */
static struct cell gather(const struct calendar *calendar, const struct week *week, day date)
{
    struct book *book = calendar->book;
    size_t due = 0, sessions = 0;
    const struct agenda_line **lines =
        pool_alloc(book->pool, (calendar->due.count + 1) * sizeof *lines);
    const struct session **list =
        pool_alloc(book->pool, (week->session_count + 1) * sizeof(const struct session *));

    for (size_t i = 0; i < calendar->due.count; i++)
        if (calendar->due.lines[i].date == date)
            lines[due++] = &calendar->due.lines[i];
    for (size_t i = 0; i < week->session_count; i++) {
        const struct session *session = &book->schedule->sessions[week->first_session + i];
        if (session->date == date)
            list[sessions++] = session;
    }
    return (struct cell){.due = lines,
                         .sessions = list,
                         .due_count = due,
                         .session_count = sessions,
                         .whole = pool_alloc(book->pool, (due + 1) * sizeof(bool))};
}

static void draw_day(const struct calendar *calendar, const struct week *week, day date, double x,
                     double y)
{
    struct book *book = calendar->book;
    double number = style_leading(&book->body) + 2;
    bool own = in_month(calendar, date);

    grid_text(book, own ? &book->body : &book->small_quiet, x + CELL_PADDING + 1, y + 1, number,
              ALIGN_LEFT, 0, pool_print(book->pool, "%d", civil_of(date).day));
    if (!week || date < week->first || date > week->last)
        return;
    if (!own && !own_week(calendar, week))
        return;
    struct cell cell = gather(calendar, week, date);
    double bottom = y + calendar->row - 1, top = y + number + 2;
    arrange(book, &cell, calendar->cell - 2 * CELL_PADDING, bottom - top);
    draw_cell(calendar, &cell, x, top, bottom);
}

static const struct week *week_in(const struct calendar *calendar, day first)
{
    for (day date = first; date < first + DAYS_PER_WEEK; date++) {
        const struct week *week = week_of(calendar->book->schedule, date);
        if (week)
            return week;
    }
    return NULL;
}

static void draw_week_number(const struct calendar *calendar, const struct week *week, double y)
{
    struct book *book = calendar->book;

    if (!week)
        return;
    double height = style_leading(&book->body) + 2, left = book->left;
    struct style style =
        own_week(calendar, week) ? book_colored(book->label, book->accent) : book->label;
    grid_text(book, &style, left, y + 1, height, ALIGN_LEFT, calendar->left - left - 2,
              pool_print(book->pool, "W%d", week->iso_week));
}

/* The whole row leads to its week, but for days that are not of it. */
static void link_week(const struct calendar *calendar, const struct week *week, day first, double y)
{
    struct book *book = calendar->book;

    if (!week)
        return;
    const char *target = week_target(book->pool, week_pages.target, week);
    day end = week->last < first + DAYS_PER_WEEK ? week->last + 1 : first + DAYS_PER_WEEK;
    double right = calendar->left + (end - first) * calendar->cell;
    double from =
        week->first > first ? calendar->left + (week->first - first) * calendar->cell : book->left;
    if (week->first > first)
        canvas_link(book->canvas, book->left, y, calendar->left - book->left, calendar->row,
                    target);
    canvas_link(book->canvas, from, y, right - from, calendar->row, target);
}

static void draw_grid(const struct calendar *calendar, int rows)
{
    struct book *book = calendar->book;
    double bottom = calendar->top + rows * calendar->row;

    for (int column = 0; column < DAYS_PER_WEEK; column++) {
        day date = calendar->grid + column;
        double x = calendar->left + column * calendar->cell;
        if (weekday_of(date) >= SATURDAY)
            canvas_fill_rect(book->canvas, x, calendar->top + 0.4, calendar->cell,
                             bottom - calendar->top - 0.4, book->look->paper);
    }
    for (int column = 0; column <= DAYS_PER_WEEK; column++) {
        double x = calendar->left + column * calendar->cell;
        canvas_line(book->canvas, x, calendar->top, x, bottom, 0.5, book->look->pale);
    }
    canvas_line(book->canvas, book->left, calendar->top, book->right, calendar->top, 0.8,
                book->look->ink);
    for (int row = 1; row <= rows; row++) {
        double y = calendar->top + row * calendar->row;
        book_hairline(book, book->left, book->right, y);
    }
}

static void set_days(struct calendar *calendar)
{
    const struct book *book = calendar->book;
    int year = calendar->month.year, month = calendar->month.month;
    int start = (int)book->schedule->rhythm.week_start;

    calendar->first = day_of(year, month, 1);
    calendar->last = day_of(year, month, days_in_month(year, month));
    int before = ((int)weekday_of(calendar->first) - start + DAYS_PER_WEEK) % DAYS_PER_WEEK;
    calendar->grid = calendar->first - before;
    int days = (int)(calendar->last - calendar->grid) + 1;
    calendar->end = calendar->grid + (days + DAYS_PER_WEEK - 1) / DAYS_PER_WEEK * DAYS_PER_WEEK - 1;
    agenda_due(&calendar->due, calendar->grid, calendar->end, true);
}

void month_calendar_draw(struct book *book, struct month month, double height)
{
    struct calendar calendar = {
        .book = book, .month = month, .due = {.pool = book->pool, .schedule = book->schedule}};

    set_days(&calendar);
    int rows = (int)(calendar.end - calendar.grid + 1) / DAYS_PER_WEEK;
    double label = typeset_width(book->typeset, &book->label, "W53") + 6;

    calendar.left = book->left + label;
    calendar.cell = (book->right - calendar.left) / DAYS_PER_WEEK;
    canvas_open(book->canvas, ROLE_TABLE);
    canvas_open(book->canvas, ROLE_HEAD_ROW);
    grid_head_label(book, book->left, book->y, ALIGN_LEFT, "");
    for (int column = 0; column < DAYS_PER_WEEK; column++)
        grid_head_label(book, calendar.left + column * calendar.cell + CELL_PADDING, book->y,
                        ALIGN_LEFT, weekday_short_name(weekday_of(calendar.grid + column)));
    canvas_close(book->canvas);
    calendar.top = grid_table_head(book, book->y);
    double room = height - (calendar.top - book->y);
    calendar.row = floor(room / rows / grid_unit(book)) * grid_unit(book);
    draw_grid(&calendar, rows);
    for (int row = 0; row < rows; row++) {
        day first = calendar.grid + row * DAYS_PER_WEEK;
        double y = calendar.top + row * calendar.row;
        const struct week *week = week_in(&calendar, first);
        canvas_open(book->canvas, ROLE_ROW);
        canvas_open(book->canvas, ROLE_CELL);
        draw_week_number(&calendar, week, y);
        canvas_close(book->canvas);
        link_week(&calendar, week, first, y);
        for (int column = 0; column < DAYS_PER_WEEK; column++) {
            canvas_open(book->canvas, ROLE_CELL);
            draw_day(&calendar, week, first + column, calendar.left + column * calendar.cell, y);
            canvas_close(book->canvas);
        }
        canvas_close(book->canvas);
    }
    canvas_close(book->canvas);
    book->y = calendar.top + rows * calendar.row;
}
