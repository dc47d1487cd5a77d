/* sheet_page: sets the page of one task or project. */
#include "pdf/pages/sheet_page.h"

#include <math.h>

#include "pdf/parts/date_text.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/listing.h"

#define OWN_LINES 3 /* empty boxes after what "done" means */

const struct dates *subject_dates(const struct book *book, const struct subject *subject)
{
    return subject->item ? item_dates(book->schedule, subject->item)
                         : section_dates(book->schedule, subject->section);
}

static const char *subject_label(struct book *book, const struct subject *subject)
{
    const struct section *section = subject->section;
    bool choice = subject->item ? subject->item->choice : section->choice;
    bool optional = subject->item ? subject->item->optional : section->optional;
    const char *phase = grid_phase_name(book, section->phase);

    return pool_print(book->pool, "%s%s%s%s", phase, *phase ? " · " : "",
                      subject->kind == ITEM_TASK ? "Task" : "Project",
                      choice     ? " · one of several to choose from"
                      : optional ? " · optional"
                                 : "");
}

/* Names the places of the page: the subject's and those of what is listed on it. */
static void name_page(struct book *book, const struct subject *subject,
                      const struct sheet_lists *lists)
{
    const struct agenda *const all[] = {&lists->done, &lists->steps, &lists->facts};

    canvas_target(book->canvas, subject->item ? subject->item->id : subject->section->id,
                  book->top);
    for (size_t k = 0; k < sizeof all / sizeof all[0]; k++)
        for (size_t i = 0; i < all[k]->count; i++)
            if (all[k]->lines[i].target)
                canvas_target(book->canvas, all[k]->lines[i].target, book->top);
}

/* The detail and the link, below the head; long ones go on to next pages. */
static void draw_detail(struct book *book, const struct item *item, const char *title)
{
    if (item && item->detail.length > 0)
        book_long_prose(book, &book->quiet, &item->detail, title);
    if (!item || !item->link)
        return;
    double height = style_leading(&book->small_quiet);
    double width = grid_text(book, &book->small_quiet, book->left, book->y, height, ALIGN_LEFT,
                             book_width(book), item->link);
    canvas_uri(book->canvas, book->left, book->y, width, height, item->link);
    book->y += height;
}

/* Facts in a column of lines, "Duration: 6 weeks". */
static void draw_facts(struct book *book, const struct agenda *facts)
{
    for (size_t i = 0; i < facts->count && book_room(book) > grid_unit(book) * 60; i++)
        book->y = book_words(book, &book->quiet, facts->lines[i].title, book->left, book->y,
                             book_width(book));
}

static void draw_fields(struct book *book, int minutes)
{
    bool software = is_about_software(book->plan);
    int count = software ? 4 : 3;
    double distance = book->look->rule_distance, gap = grid_unit(book) * 4;
    double width = (book_width(book) - (count - 1) * gap) / count;
    const char *hours =
        minutes > 0 ? pool_print(book->pool, "Hours, of %s planned", grid_hours(book, minutes))
                    : "Hours";
    const char *const labels[] = {"Started", "Finished", hours, "Size (lines, pages)"};

    book->y = grid_snap(book, book->y + distance * 1.5);
    for (int i = 0; i < count; i++)
        grid_field(book, book->left + i * (width + gap), book->y, width, labels[i]);
    book->y = grid_snap(book, book->y + grid_field_height(book) + distance * 1.25);
    grid_field(book, book->left, book->y, book_width(book),
               software ? "Repository, or where it lies" : "Where it is");
    book->y = grid_snap(book, book->y + grid_field_height(book) + grid_unit(book) * 2);
}

/* Empty boxes with a line each, from Y down to BOTTOM; HOURS wide a short line for hours, or 0. */
static void blank_boxes(struct book *book, double x, double y, double width, double bottom,
                        double hours)
{
    double step = grid_unit(book) * 4, size = book->look->box_size, gap = 8;
    struct color color = hours > 0 ? book->look->pale : book->look->grey;

    for (; y + step <= bottom + 0.01; y += step) {
        double line = y + (step + size) / 2, right = x + width;
        book_box(book, x, y + (step - size) / 2);
        if (hours > 0) {
            canvas_line(book->canvas, right - hours, line, right, line, 0.5, color);
            canvas_open(book->canvas, ROLE_ARTIFACT);
            grid_text(book, &book->small_quiet, right - hours, line - size, size, ALIGN_LEFT, 0,
                      "h");
            canvas_close(book->canvas);
            book_blank(book, right - hours + 8, right, line, "Hours");
            right -= hours + gap;
        }
        canvas_line(book->canvas, x + size + 6, line, right, line, 0.5, color);
        book_blank(book, x + size + 6, right, line, hours > 0 ? "A step" : "Done means");
    }
}

/* "Done means" in a panel at the left, the steps at its right: the roadmap's, then the learner's.
 */
static void draw_plan(struct book *book, const struct sheet_lists *lists)
{
    double gutter = grid_unit(book) * 4, half = (book_width(book) - gutter) / 2;
    double padding = grid_unit(book) * 2, step = grid_unit(book) * 4;
    struct listing done = {.label = "Done means",
                           .agenda = &lists->done,
                           .boxes = true,
                           .panel = true,
                           .columns = 1,
                           .width = half,
                           .room = (book->bottom - book->top) * 0.42,
                           .more = "words"};
    struct listing steps = done;

    steps.label = "Steps";
    steps.agenda = &lists->steps;
    steps.panel = false;
    bool given = lists->steps.count > 0;
    double own = listing_height(book, &done);
    double theirs = given ? padding + listing_height(book, &steps) : 0;
    int blanks = own > done.room - OWN_LINES * step ? 0 : OWN_LINES;
    if (lists->done.count == 0)
        blanks = OWN_LINES + 2;
    double height = fmax(own + blanks * step, given ? theirs + step : 0), y = book->y;
    listing_draw(book, &done, book->left, y, height);
    blank_boxes(book, book->left + padding, y + own - padding, half - 2 * padding,
                y + height - padding, 0);
    double right = book->left + half + gutter;
    double below = y + padding + style_leading(&book->label) + 4;
    if (given)
        below = listing_draw(book, &steps, right, y + padding, 0);
    else
        book_label(book, right, y + padding, "Steps, in my words");
    blank_boxes(book, right, below, half, y + height, 42);
    book->y = grid_snap(book, y + height + grid_unit(book) * 2);
}

static void draw_sketch(struct book *book, double height)
{
    double y = book_label(book, book->left, book->y, "Sketch");
    double pitch = book->look->rule_distance * 0.7;

    canvas_dot_grid(book->canvas, book->left, y, book_width(book), height - (y - book->y), pitch,
                    book->look->pale);
    book->y += height;
}

static void draw_looking_back(struct book *book)
{
    double gutter = grid_unit(book) * 4, half = (book_width(book) - gutter) / 2;

    grid_write(book, book->left, book->y, half, "What I would do differently", book->bottom, 0);
    grid_write(book, book->left + half + gutter, book->y, half, "What to show of it", book->bottom,
               0);
}

void sheet_page_draw(struct book *book, const struct subject *subject)
{
    const struct dates *dates = subject_dates(book, subject);
    const char *title = subject->title;
    const char *when =
        dates->first == DAY_NONE ? NULL : book_year_range(book, dates->first, dates->last);
    struct sheet_lists lists = sheet_lists_of(book, subject);
    double distance = book->look->rule_distance;

    book_page(book, subject->section->phase, title);
    name_page(book, subject, &lists);
    book_head(book, subject_label(book, subject), title, when ? "On the table" : NULL, when);
    book->y -= 4;
    draw_detail(book, subject->item, title);
    draw_facts(book, &lists.facts);
    if (book_room(book) < distance * 16)
        book_need(book, book_room(book) + 1, title);
    draw_fields(book, dates->minutes);
    draw_plan(book, &lists);
    double room = book_room(book), back = distance * 7.5;
    if (room > back + distance * 4)
        draw_sketch(book, floor((room - back) / grid_unit(book)) * grid_unit(book));
    draw_looking_back(book);
}
