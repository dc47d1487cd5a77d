/* month_review: the page on which a month is looked back on: planned and done, week by week, what
 * was finished, what to change. */
#include <math.h>
#include <stdlib.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/chapters_text.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/listing.h"
#include "pdf/parts/targets.h"

#define ACTUAL_WIDTH 44

static size_t sessions_of(const struct month_weeks *weeks)
{
    size_t count = 0;

    for (size_t i = 0; i < weeks->count; i++)
        count += weeks->first[i].session_count;
    return count;
}

/* A small panel: its label, a large figure or room to write one, and what it counts. */
static void figure(struct book *book, double x, double width, double height, const char *label,
                   const char *value, const char *what)
{
    double padding = grid_unit(book) * 1.5, inner = width - 2 * padding;
    struct style large = book->strong, accent = book_colored(book->label, book->accent);

    large.size *= 1.6;
    large.leading = 0;
    book_panel(book, x, book->y, width, height);
    canvas_open(book->canvas, ROLE_PARAGRAPH);
    grid_text(book, &accent, x + padding, book->y + padding, style_leading(&accent), ALIGN_LEFT,
              inner, label);
    double foot = style_leading(&book->small_quiet);
    double middle = book->y + padding + style_leading(&accent);
    grid_text(book, &large, x + padding, middle,
              height - 2 * padding - foot - style_leading(&accent), ALIGN_LEFT, inner, value);
    grid_text(book, &book->small_quiet, x + padding, book->y + height - padding - foot, foot,
              ALIGN_LEFT, inner, what);
    canvas_close(book->canvas);
}

static void figures(struct book *book, const struct month_weeks *weeks)
{
    double gutter = grid_unit(book) * 2, width = (book_width(book) - 3 * gutter) / 4;
    double height = grid_up(book, style_leading(&book->label) + style_leading(&book->small) +
                                      book->strong.size * 2.4 + 3 * grid_unit(book));
    double step = width + gutter, x = book->left;
    size_t sessions = sessions_of(weeks);
    bool lived = month_weeks_lived(book->schedule, weeks);
    int logged = month_weeks_logged(book->schedule, weeks), ahead = logged - weeks->minutes;
    int before = weeks->first ? minutes_before(book->schedule, weeks->first + weeks->count) : 0;

    figure(book, x, width, height, "Planned", grid_duration(book, weeks->minutes),
           book_count(book, (int)sessions, "session", "sessions"));
    figure(book, x + step, width, height, "Actual", lived ? grid_duration(book, logged) : "",
           lived ? "logged" : "hours, from the weeks");
    figure(book, x + 2 * step, width, height, "Ahead / behind",
           lived ? grid_duration(book, abs(ahead)) : "",
           !lived      ? "hours"
           : ahead > 0 ? "ahead of its plan"
           : ahead < 0 ? "behind its plan"
                       : "as planned");
    figure(book, x + 3 * step, width, height, "Since the start",
           pool_print(book->pool, "%s h", grid_hours(book, before)), "planned");
    book->y = grid_snap(book, book->y + height + grid_unit(book) * 2);
}

/* What a week came to, as far as it was logged; room to write it where it was not, or where it is a
 * field, which may be filled already. */
static void actual_cell(struct book *book, const struct week *week, bool lived, double x, double y,
                        double row)
{
    double foot = y + (row + style_leading(&book->body)) / 2;

    if (lived && !canvas_is_fillable(book->canvas)) {
        grid_text(book, &book->body, x + ACTUAL_WIDTH, y, row, ALIGN_RIGHT, 0,
                  grid_duration(book, week_logged(book->schedule, week)));
        return;
    }
    canvas_line(book->canvas, x, foot, x + ACTUAL_WIDTH, foot, 0.6, book->look->ink);
    book_blank_cell(book, x, x + ACTUAL_WIDTH, foot, "Actual");
}

static void week_table(struct book *book, const struct month_weeks *weeks)
{
    const double gap = 14, week = book->left;
    double row = grid_unit(book) * 6, circles = grid_circles_width(book, 4);
    double dates = week + typeset_width(book->typeset, &book->label, "Week") + gap;
    double planned = dates + typeset_width(book->typeset, &book->body, "28 Sep – 28 Sep") + gap +
                     typeset_width(book->typeset, &book->label, "Planned");
    double actual = planned + gap, energy = actual + ACTUAL_WIDTH + gap;
    double line = energy + circles + gap;
    bool lived = month_weeks_lived(book->schedule, weeks);

    if (weeks->count == 0)
        return;
    canvas_open(book->canvas, ROLE_TABLE);
    canvas_open(book->canvas, ROLE_HEAD_ROW);
    grid_head_label(book, week, book->y, ALIGN_LEFT, "Week");
    grid_head_label(book, dates, book->y, ALIGN_LEFT, "Dates");
    grid_head_label(book, planned, book->y, ALIGN_RIGHT, "Planned");
    if (lived && !canvas_is_fillable(book->canvas))
        grid_head_label(book, actual + ACTUAL_WIDTH, book->y, ALIGN_RIGHT, "Actual");
    else
        grid_head_label(book, actual, book->y, ALIGN_LEFT, "Actual");
    grid_head_label(book, energy, book->y, ALIGN_LEFT, "Energy");
    if (book->right - line > 40)
        grid_head_label(book, line, book->y, ALIGN_LEFT, "One line");
    canvas_close(book->canvas);
    book->y = grid_table_head(book, book->y);
    for (size_t i = 0; i < weeks->count; i++) {
        const struct week *of = &weeks->first[i];
        double y = book->y, foot = y + (row + style_leading(&book->body)) / 2;
        book->field = week_target(book->pool, week_pages.target, of);
        canvas_open(book->canvas, ROLE_ROW);
        grid_text(book, &book->strong, week, y, row, ALIGN_LEFT, 0,
                  pool_print(book->pool, "%d", of->number));
        grid_text(book, &book->body, dates, y, row, ALIGN_LEFT, 0,
                  book_day_range(book, of->first, of->last));
        grid_text(book, &book->body, planned, y, row, ALIGN_RIGHT, 0,
                  grid_duration(book, of->minutes));
        actual_cell(book, of, lived, actual, y, row);
        canvas_open(book->canvas, ROLE_CELL);
        grid_circles(book, energy, y + row / 2, 4);
        canvas_close(book->canvas);
        if (book->right - line > 40)
            book_blank_cell(book, line, book->right, foot, "One line");
        canvas_close(book->canvas);
        book->field = NULL;
        canvas_link(book->canvas, week, y, planned - week, row,
                    week_target(book->pool, week_pages.target, of));
        book->y += row;
        book_hairline(book, book->left, book->right, book->y);
    }
    canvas_close(book->canvas);
    book->y = grid_snap(book, book->y + grid_unit(book) * 2);
}

/* What was due in the month, and the reading done in it. */
static void gather_finished(const struct book *book, const struct month_weeks *weeks,
                            struct agenda *agenda)
{
    if (weeks->count == 0)
        return;
    const struct week *last = &weeks->first[weeks->count - 1];
    size_t sessions = sessions_of(weeks);
    agenda_due(agenda, weeks->first->first, last->last, true);
    struct agenda table = {.pool = agenda->pool, .schedule = agenda->schedule};
    agenda_table(&table, weeks->first->first, last->last, weeks->first->first_session, sessions);
    for (size_t i = 0; i < table.count; i++) {
        struct agenda_line line = table.lines[i];
        if (!line.item)
            continue;
        day due = item_dates(book->schedule, line.item)->due;
        bool topic_done =
            line.item->kind == ITEM_TOPIC && due >= weeks->first->first && due <= last->last;
        const char *chapters = line.item->kind == ITEM_READING
                                   ? chapters_read(book->pool, book->schedule, line.item,
                                                   weeks->first->first_session, sessions)
                                   : "";
        if (!topic_done && !*chapters)
            continue;
        line.note = chapters;
        agenda_add(agenda, line);
    }
    for (size_t i = 0; i < agenda->count; i++)
        agenda->lines[i].date = DAY_NONE; /* the month says it */
}

static void finished(struct book *book, const struct agenda *agenda, double half, double right)
{
    double distance = book->look->rule_distance;
    double line = grid_caption(book, right, book->y, half, "Carried over");
    double most = fmin((book->bottom - book->top) * 0.26, book_room(book) - distance * 10.5);
    struct listing list = {.agenda = agenda,
                           .boxes = true,
                           .columns = 1,
                           .width = half,
                           .room = fmax(most, distance * 5),
                           .more = "words"};
    double y = line;

    if (agenda->count > 0) {
        grid_caption(book, book->left, book->y, half, "Finished this month");
        y = listing_draw(book, &list, book->left, line + 4, 0);
    }
    double end = fmax(y + distance * 1.5, line + distance * (most > distance * 4 ? 4.1 : 3.1));
    if (agenda->count > 0)
        grid_write(book, book->left, y - distance * 0.7, half, NULL, end, 0);
    else
        grid_write(book, book->left, book->y, half, "Finished this month", end, 0);
    book->y = grid_write(book, right, line - distance * 0.3, half, NULL, end, 0);
}

/* Circles to choose from, with lines to fill in, on the page's lattice of rules. */
static void pace(struct book *book, double x, double y, double width)
{
    double distance = book->look->rule_distance, leading = style_leading(&book->body);
    double size = grid_circles_width(book, 1) + 5, blank = 34, right = x + width;
    const char *keep = pool_print(book->pool, "keep %s hours a week",
                                  grid_hours(book, book->schedule->rhythm.minutes));
    const char *const words[] = {keep, "more:", "less:"};
    const char *const dates[] = {"", "hours from", "hours until"};

    y = grid_caption(book, x, y, width, "Change of pace?");
    for (int i = 0; i < 3 && y + distance <= book->bottom; i++) {
        y += distance;
        double at = x + size, top = y - leading;
        grid_circles(book, x, y - leading / 2, 1);
        at += grid_text(book, &book->body, at, top, leading, ALIGN_LEFT, right - at, words[i]) + 4;
        if (i == 0)
            continue;
        book_hairline(book, at, at + blank, y);
        book_blank(book, at, at + blank, y, words[i]);
        at += blank + 4;
        at += grid_text(book, &book->body, at, top, leading, ALIGN_LEFT, 0, dates[i]) + 4;
        book_hairline(book, at, right, y);
        book_blank(book, at, right, y, dates[i]);
    }
    grid_write(book, x, y, width, "Because", book->bottom, 0);
}

static const char *title_of(struct book *book, struct month month)
{
    return pool_print(book->pool, "Review of %s %d", month_name(month.month), month.year);
}

static void add_page(struct book *book, struct month month)
{
    struct month_weeks weeks = month_weeks(book->schedule, month);
    int number = month_number(book->schedule, month);
    struct agenda done = {.pool = book->pool, .schedule = book->schedule};

    book_page(book, weeks.first ? weeks.first->phase : -1,
              pool_print(book->pool, "Review · Month %d", number));
    canvas_link(book->canvas, book->left, book->y, book_width(book) / 2,
                style_leading(&book->label) + style_leading(&book->title),
                month_target(book->pool, month_pages.target, month));
    book_head(book, pool_print(book->pool, "Month %d", number), title_of(book, month), NULL, NULL);
    book->y = grid_snap(book, book->y - grid_unit(book));
    figures(book, &weeks);
    week_table(book, &weeks);
    double gutter = grid_unit(book) * 4, half = (book_width(book) - gutter) / 2;
    double right = book->left + half + gutter;
    gather_finished(book, &weeks, &done);
    finished(book, &done, half, right);
    int rows = grid_write_room(book, book->y, book->bottom);
    int lower = rows / 2 > 4 ? rows / 2 : 4;
    double y = grid_write(book, book->left, book->y, book_width(book), "What worked, what did not",
                          book->bottom, rows - lower - 1 > 1 ? rows - lower - 1 : 1);
    grid_write(book, book->left, y, half, "Next month, first of all", book->bottom, 0);
    pace(book, right, y, half);
}

static void enter(struct book *book, const struct occasion *at, struct listed *line)
{
    line->level = 1;
    line->title = title_of(book, at->month);
}

const struct page_kind month_review_pages = {
    .scope = SCOPE_MONTH_END,
    .title = "Review",
    .target = REVIEW_TARGET,
    .unlisted = true,
    .draw.month = add_page,
    .enter = enter,
};
