/* grid: measures and small parts shared by the pages one writes in. */
#include "pdf/parts/grid.h"

#include <math.h>
#include <string.h>

#include "pdf/parts/targets.h"

/* Lines of a text that any page can hold beside what else stands there. */
#define LINES_MOST 24
/* Differences smaller than this are rounding, in points. */
#define HAIR 0.01

double grid_unit(const struct book *book)
{
    return book->look->rule_distance / 4;
}

double grid_up(const struct book *book, double height)
{
    return ceil((height - HAIR) / grid_unit(book)) * grid_unit(book);
}

double grid_snap(const struct book *book, double y)
{
    return book->top + grid_up(book, y - book->top);
}

double grid_text(struct book *book, const struct style *style, double x, double top, double height,
                 enum align align, double width, const char *text)
{
    double baseline = top + (height + style_cap_height(book->typeset, style)) / 2;

    if (width <= 0 || typeset_width(book->typeset, style, text) <= width)
        return typeset_line(book->typeset, style, x, baseline, align, text);
    return typeset_fitted(book->typeset, style, x, baseline, align, width, text);
}

double grid_accent_label(struct book *book, double x, double y, const char *text)
{
    struct style style = book_colored(book->label, book->accent);
    double height = style_leading(&style);

    grid_text(book, &style, x, y, height, ALIGN_LEFT, book->right - x, text);
    return y + height;
}

double grid_table_head(struct book *book, double y)
{
    double line = grid_snap(book, y + style_leading(&book->label) + 2);

    canvas_line(book->canvas, book->left, line, book->right, line, 0.8, book->look->ink);
    return line;
}

void grid_head_label(struct book *book, double x, double y, enum align align, const char *text)
{
    double line = grid_snap(book, y + style_leading(&book->label) + 2);
    double height = style_leading(&book->label);

    grid_text(book, &book->label, x, line - height - 2, height, align, 0, text);
}

/* The number of the first rule, counted down the page from its top, that leaves room for a label
 * and one written line below Y. */
static int first_rule(const struct book *book, double y, bool labelled)
{
    double distance = book->look->rule_distance;
    double need = distance * 0.95 + (labelled ? style_leading(&book->label) : 0);

    return (int)ceil((y + need - book->top - HAIR) / distance);
}

int grid_write_room(const struct book *book, double y, double bottom)
{
    int first = first_rule(book, y, true);
    int last = (int)floor((bottom - book->top + HAIR) / book->look->rule_distance);

    return last >= first ? last - first + 1 : 0;
}

double grid_caption(struct book *book, double x, double y, double width, const char *label)
{
    double height = style_leading(&book->label);
    double line = book->top + (first_rule(book, y, true) - 1) * book->look->rule_distance;

    grid_text(book, &book->label, x, line - height * 0.9, height, ALIGN_LEFT, width, label);
    return line;
}

double grid_write(struct book *book, double x, double y, double width, const char *label,
                  double bottom, int count)
{
    double distance = book->look->rule_distance;
    int first = first_rule(book, y, label);
    int last = (int)floor((bottom - book->top + HAIR) / distance);

    if (count > 0 && last > first + count - 1)
        last = first + count - 1;
    if (last < first)
        return y;
    if (label)
        grid_caption(book, x, y, width, label);
    for (int i = first; i <= last; i++) {
        double at = book->top + i * distance;
        canvas_line(book->canvas, x, at, x + width, at, 0.5, book->look->pale);
    }
    canvas_field(book->canvas, FIELD_AREA, x, book->top + (first - 1) * distance, width,
                 (last - first + 1) * distance, book->field, label);
    return book->top + last * distance;
}

static size_t lines_drawn(const struct paragraph *paragraph)
{
    size_t lines = paragraph_lines(paragraph);

    return lines <= LINES_MOST ? lines : LINES_MOST - 1;
}

double grid_words_height(const struct book *book, const struct paragraph *paragraph)
{
    size_t lines = paragraph_lines(paragraph), drawn = lines_drawn(paragraph);

    if (drawn == lines)
        return paragraph_height(paragraph);
    return paragraph_height(paragraph) * (double)drawn / (double)lines +
           style_leading(&book->small_quiet);
}

double grid_words(struct book *book, struct paragraph *paragraph, double x, double y)
{
    size_t drawn = lines_drawn(paragraph);
    double height = paragraph_draw(paragraph, x, y, ALIGN_LEFT, 0, drawn);

    if (drawn < paragraph_lines(paragraph)) {
        double leading = style_leading(&book->small_quiet);
        double width = grid_text(book, &book->small_quiet, x, y + height, leading, ALIGN_LEFT,
                                 book->right - x, "… goes on in the roadmap’s own words");
        canvas_link(book->canvas, x, y + height, width, leading, WORDS_TARGET);
        height += leading;
    }
    return height;
}

double grid_field_height(const struct book *book)
{
    return style_leading(&book->label) + 1;
}

void grid_field(struct book *book, double x, double y, double width, const char *label)
{
    canvas_line(book->canvas, x, y, x + width, y, 0.6, book->look->ink);
    book_blank(book, x, x + width, y, label);
    grid_text(book, &book->label, x, y + 1, style_leading(&book->label), ALIGN_LEFT, width, label);
}

static double circle_radius(const struct book *book)
{
    return book->look->box_size * 0.48;
}

double grid_circles_width(const struct book *book, int count)
{
    double radius = circle_radius(book);

    return count * 2 * radius + (count - 1) * radius * 0.6;
}

double grid_circles(struct book *book, double x, double middle, int count)
{
    double radius = circle_radius(book);

    for (int i = 0; i < count; i++) {
        canvas_circle(book->canvas, x + radius, middle, radius, 0.8, book->look->ink);
        canvas_field(book->canvas, FIELD_ROUND, x, middle - radius, 2 * radius, 2 * radius,
                     book->field, NULL);
        x += radius * 2.6;
    }
    return x - radius * 0.6;
}

const char *grid_duration(struct book *book, int minutes)
{
    char room[DURATION_TEXT];
    const char *text = duration_print(minutes, room);

    return pool_copy(book->pool, text, strlen(text));
}

const char *grid_hours(struct book *book, int minutes)
{
    /* Tenths by whole numbers, so that no locale has a say. */
    int tenths = (minutes * 10 + 30) / 60;

    if (tenths % 10 == 0)
        return pool_print(book->pool, "%d", tenths / 10);
    return pool_print(book->pool, "%d.%d", tenths / 10, tenths % 10);
}

const char *grid_phase_name(struct book *book, int phase)
{
    if (phase < 0)
        return "";
    return pool_print(book->pool, "Phase %d", book->plan->phases[phase].number);
}

const char *grid_phase_label(struct book *book, int phase)
{
    return phase < 0 ? "Beside the phases" : grid_phase_name(book, phase);
}
