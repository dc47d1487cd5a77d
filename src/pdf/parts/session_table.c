/* session_table: sets the table of a week's sessions. */
#include "pdf/parts/session_table.h"

#include <math.h>
#include <string.h>

#include "pdf/parts/date_text.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/targets.h"

#define COLUMN_GAP 10.0
/* Below this a session's words get too narrow: time and day share a column. */
#define NARROW_SESSION 150.0

static const char *session_time(struct book *book, const struct session *session)
{
    char from[DURATION_TEXT], to[DURATION_TEXT];

    return pool_print(book->pool, "%s–%s", clock_print(session->start, from),
                      clock_print(session->start + session->minutes, to));
}

static const char *session_day(struct book *book, const struct session *session)
{
    return pool_print(book->pool, "%s %s", weekday_short_name(weekday_of(session->date)),
                      book_short_date(book, session->date));
}

static const struct session *session_at(const struct session_table *table, size_t i)
{
    return &table->book->schedule->sessions[table->week->first_session + i];
}

/* Widths follow from the words, so that no paper and no clock breaks the table. */
static void set_columns(struct session_table *table)
{
    struct book *book = table->book;
    struct session_columns *columns = &table->columns;
    double days = typeset_width(book->typeset, &book->body, "Wed 28 Sep");
    double time = typeset_width(book->typeset, &book->body, "20:00–20:00");
    double planned = fmax(typeset_width(book->typeset, &book->label, "Planned"),
                          typeset_width(book->typeset, &book->strong, "20 h 00"));

    columns->actual_width = fmax(typeset_width(book->typeset, &book->label, "Actual"), 38);
    columns->box = book->left;
    columns->day = book->left + book->look->box_size + 8;
    columns->actual = book->right - columns->actual_width;
    columns->planned = columns->actual - 2 * COLUMN_GAP;
    double end = columns->planned - planned - COLUMN_GAP;
    columns->time = columns->day + days + COLUMN_GAP;
    columns->session = columns->time + time + COLUMN_GAP + 4;
    if (end - columns->session < NARROW_SESSION) {
        columns->stacked = true;
        columns->time = columns->day;
        columns->session = columns->day + fmax(days, time) + COLUMN_GAP;
    }
    columns->session_width = end - columns->session;
}

/* Splits the focus so that its beginning stands beside the category: the longest run of whole words
 * that fits in ROOM. Gives where the rest starts, 0 where nothing fits. */
static size_t split_focus(struct book *book, const char *focus, double room)
{
    size_t best = 0, length = strlen(focus);

    for (size_t i = 1; i <= length; i++) {
        if (i < length && (focus[i] != ' ' || !strncmp(focus + i + 1, "·", strlen("·"))))
            continue; /* a dot ends a line, it does not begin one */
        const char *head = pool_copy(book->pool, focus, i);
        if (typeset_width(book->typeset, &book->body, head) > room)
            break;
        best = i;
    }
    return best;
}

static struct session_row measure_row(struct session_table *table, size_t i)
{
    struct book *book = table->book;
    const struct session *session = session_at(table, i);
    struct session_row row = {.session = session, .time = session_time(book, session), .day = ""};
    double width = table->columns.session_width, leading = style_leading(&book->body);
    double lines = table->columns.stacked ? 2 : 1;

    if (i == 0 || session_at(table, i - 1)->date != session->date)
        row.day = session_day(book, session);
    row.category =
        session->category >= 0 && (size_t)session->category < book->schedule->category_count
            ? book->schedule->categories[session->category].name
            : "";
    double beside = width;
    if (*row.category)
        beside -= typeset_width(book->typeset, &book->strong, row.category) + 6;
    size_t split = split_focus(book, session->focus, beside);
    const char *rest = session->focus + split;
    row.first_line = pool_copy(book->pool, session->focus, split);
    while (*rest == ' ')
        rest++;
    double words = 1;
    if (*rest) {
        row.rest = paragraph_of(book->typeset, &book->body, rest, width);
        words = (split > 0 || *row.category ? 1 : 0) + (double)paragraph_lines(row.rest);
    }
    if (session->closes_month)
        words++;
    row.height = (words > lines ? words : lines) * leading;
    return row;
}

/* Rows keep to the grid but where space is short. */
static double row_height(const struct session_table *table, const struct session_row *row)
{
    double least = table->book->look->box_size + 4;
    double height = fmax(row->height + 2 * table->padding, least);

    return table->padding > 1 ? grid_up(table->book, height) : height;
}

double sessions_height(const struct session_table *table)
{
    double height = grid_unit(table->book) * 9; /* its head and its sum */

    for (size_t i = 0; i < table->week->session_count; i++)
        height += row_height(table, &table->rows[i]);
    return height;
}

static double draw_head(struct session_table *table)
{
    struct book *book = table->book;
    const struct session_columns *columns = &table->columns;
    double y = book->y;

    canvas_open(book->canvas, ROLE_HEAD_ROW);
    grid_head_label(book, columns->day, y, ALIGN_LEFT, columns->stacked ? "Day, time" : "Day");
    if (!columns->stacked)
        grid_head_label(book, columns->time, y, ALIGN_LEFT, "Time");
    grid_head_label(book, columns->session, y, ALIGN_LEFT, "Session");
    grid_head_label(book, columns->planned, y, ALIGN_RIGHT, "Planned");
    grid_head_label(book, columns->actual, y, ALIGN_LEFT, "Actual");
    canvas_close(book->canvas);
    return grid_table_head(book, y);
}

/* Category, focus and review of a session, from TOP down. */
static void draw_focus(struct session_table *table, const struct session_row *row, double top)
{
    struct book *book = table->book;
    double x = table->columns.session, leading = style_leading(&book->body);
    double width = table->columns.session_width, y = top;
    struct style strong = book_colored(book->strong, book->accent);

    if (*row->category) {
        double taken =
            grid_text(book, &strong, x, y, leading, ALIGN_LEFT, width, row->category) + 6;
        grid_text(book, &book->body, x + taken, y, leading, ALIGN_LEFT, 0, row->first_line);
        y += leading;
    } else if (*row->first_line) {
        grid_text(book, &book->body, x, y, leading, ALIGN_LEFT, 0, row->first_line);
        y += leading;
    }
    if (row->rest)
        y += paragraph_draw(row->rest, x, y, ALIGN_LEFT, 0, paragraph_lines(row->rest));
    if (row->session->item_count > 0)
        canvas_link(book->canvas, x, top, width, y - top, row->session->items[0]->id);
    if (!row->session->closes_month)
        return;
    struct month month = session_review_month(book->schedule, row->session);
    grid_text(book, &strong, x, y, leading, ALIGN_LEFT, width, "Monthly review");
    canvas_link(book->canvas, x, y, width, leading, month_target(book->pool, REVIEW_TARGET, month));
}

static void draw_row(struct session_table *table, const struct session_row *row)
{
    struct book *book = table->book;
    const struct session_columns *columns = &table->columns;
    double height = row_height(table, row), leading = style_leading(&book->body);
    double top = book->y + (height - row->height) / 2, size = book->look->box_size;

    canvas_open(book->canvas, ROLE_ROW);
    canvas_open(book->canvas, ROLE_CELL);
    book->field = row->session->id;
    book_box(book, columns->box, top + (leading - size) / 2);
    grid_text(book, &book->body, columns->day, top, leading, ALIGN_LEFT, 0, row->day);
    if (!columns->stacked)
        canvas_close(book->canvas);
    grid_text(book, &book->quiet, columns->time,
              top + (columns->stacked && *row->day ? leading : 0), leading, ALIGN_LEFT, 0,
              row->time);
    if (columns->stacked)
        canvas_close(book->canvas);
    canvas_open(book->canvas, ROLE_CELL);
    draw_focus(table, row, top);
    canvas_close(book->canvas);
    grid_text(book, &book->body, columns->planned, top, leading, ALIGN_RIGHT, 0,
              grid_duration(book, row->session->minutes));
    double line = top + leading - 1;
    canvas_line(book->canvas, columns->actual, line, book->right, line, 0.6, book->look->ink);
    book_blank_cell(book, columns->actual, book->right, line, "Actual");
    book->field = NULL;
    canvas_close(book->canvas);
    book->y += height;
    book_hairline(book, book->left, book->right, book->y);
}

void sessions_draw(struct session_table *table)
{
    struct book *book = table->book;
    double leading = style_leading(&book->strong);

    if (table->week->session_count == 0) {
        book->y = grid_snap(book, book->y + 6);
        book->y = grid_snap(book, book_words(book, &book->quiet,
                                             "No sessions are planned this week. The plan waits.",
                                             book->left, book->y, book_width(book)));
        return;
    }
    canvas_open(book->canvas, ROLE_TABLE);
    book->y = draw_head(table);
    for (size_t i = 0; i < table->week->session_count; i++) {
        if (book_need(book, row_height(table, &table->rows[i]) + leading, table->title)) {
            set_columns(table); /* the other side's margins */
            table->rows[i].day = session_day(book, table->rows[i].session);
            book->y = draw_head(table);
        }
        draw_row(table, &table->rows[i]);
    }
    double height = grid_up(book, leading + 8);
    canvas_close(book->canvas);
    grid_text(book, &book->strong, table->columns.planned, book->y, height, ALIGN_RIGHT, 0,
              grid_duration(book, table->week->minutes));
    double line = book->y + (height + leading) / 2 - 1;
    canvas_line(book->canvas, table->columns.actual, line, book->right, line, 0.6, book->look->ink);
    book_blank(book, table->columns.actual, book->right, line, "Actual, in all");
    book->y += height;
}

struct session_table sessions_measure(struct book *book, const struct week *week, const char *title)
{
    struct session_table table = {.book = book, .week = week, .title = title, .padding = 6};

    set_columns(&table);
    table.rows = pool_alloc(book->pool, (week->session_count + 1) * sizeof *table.rows);
    for (size_t i = 0; i < week->session_count; i++)
        table.rows[i] = measure_row(&table, i);
    return table;
}
