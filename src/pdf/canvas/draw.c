/* draw: the graphics state and shapes, as operators straight into the page's content. */
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "pdf/canvas/document.h"

#define OPERANDS      6            /* at most, of any operator */
#define STAMPS        64           /* different ones, at most */
#define LARGEST_STAMP 40           /* points */
#define STAMP_MARGIN  8            /* points beyond its path, for a line */
#define ARC           0.5522847498 /* control point of a quarter circle of radius 1 as a Bézier curve */

/* One line of operands and OPERATOR, put together on the stack: there are tens of thousands. */
static void operate(struct canvas *canvas, const char *operator, int decimals, int count,
                    va_list values)
{
    char line[OPERANDS * (NUMBER_ROOM + 1) + 8];
    size_t length = 0;

    for (int i = 0; i < count && i < OPERANDS; i++) {
        double value = va_arg(values, double);
        if (!isfinite(value))
            canvas_fail(canvas, "a coordinate is not a number");
        length += canvas_digits(line + length, value, decimals);
        line[length++] = ' ';
    }
    for (; *operator; operator++)
        line[length++] = *operator;
    line[length++] = '\n';
    text_add_bytes(canvas_content(canvas), line, length);
}

void canvas_operate(struct canvas *canvas, const char *operator, int count, ...)
{
    va_list values;

    va_start(values, count);
    operate(canvas, operator, 1, count, values);
    va_end(values);
}

/* The same for widths and sizes, where a tenth is too coarse, */
static void operate_closely(struct canvas *canvas, const char *operator, int count, ...)
{
    va_list values;

    va_start(values, count);
    operate(canvas, operator, 2, count, values);
    va_end(values);
}

/* and for colours and matrices. */
static void operate_finely(struct canvas *canvas, const char *operator, int count, ...)
{
    va_list values;

    va_start(values, count);
    operate(canvas, operator, 4, count, values);
    va_end(values);
}

/* --- State ------------------------------------------------------------------------------------ */

static bool set_color(struct color *held, struct color color)
{
    if (held->red == color.red && held->green == color.green && held->blue == color.blue)
        return false;
    *held = color;
    return true;
}

static void color_operator(struct canvas *canvas, struct color color, const char *gray,
                           const char *rgb)
{
    if (color.red == color.green && color.green == color.blue)
        operate_finely(canvas, gray, 1, (double)color.red);
    else
        operate_finely(canvas, rgb, 3, (double)color.red, (double)color.green, (double)color.blue);
}

static struct state *state_of(struct canvas *canvas)
{
    struct page *page = canvas_current(canvas);

    return page->in_shapes ? &page->shape_state : &page->states[page->depth];
}

void canvas_fill_color(struct canvas *canvas, struct color color)
{
    if (set_color(&state_of(canvas)->fill, color))
        color_operator(canvas, color, "g", "rg");
}

static void stroke_color(struct canvas *canvas, struct color color)
{
    if (set_color(&state_of(canvas)->stroke, color))
        color_operator(canvas, color, "G", "RG");
}

static void line_width(struct canvas *canvas, double width)
{
    struct state *state = state_of(canvas);

    if (state->width == width)
        return;
    state->width = width;
    operate_closely(canvas, "w", 1, width);
}

void canvas_font(struct canvas *canvas, int resource, double size)
{
    struct state *state = state_of(canvas);

    if (state->font == resource && state->font_size == size)
        return;
    state->font = resource;
    state->font_size = size;
    text_add(canvas_content(canvas), "/F");
    canvas_number(canvas_content(canvas), resource, 0);
    text_add_char(canvas_content(canvas), ' ');
    operate_closely(canvas, "Tf", 1, size);
}

void canvas_letter_space(struct canvas *canvas, double space)
{
    struct state *state = state_of(canvas);

    if (state->letter_space == space)
        return;
    state->letter_space = space;
    operate_closely(canvas, "Tc", 1, space);
}

void canvas_rotate(struct canvas *canvas, double x, double y, double degrees)
{
    struct page *page = canvas_current(canvas);
    double up = page->height - y;
    double c = cos(degrees * (M_PI / 180)), s = sin(degrees * (M_PI / 180));

    if (page->depth + 1 == STATE_DEPTH) {
        canvas_fail(canvas, "turned too often without canvas_restore()");
        return;
    }
    canvas_mark_end(canvas);
    page->states[page->depth + 1] = page->states[page->depth];
    page->depth++;
    text_add(&page->words, "q\n");
    operate_finely(canvas, "cm", 6, c, -s, s, c, x - c * x - s * up, up + s * x - c * up);
}

void canvas_restore(struct canvas *canvas)
{
    struct page *page = canvas_current(canvas);

    if (page->depth == 0) {
        canvas_fail(canvas, "canvas_restore() without canvas_rotate()");
        return;
    }
    canvas_mark_end(canvas);
    page->depth--;
    text_add(&page->words, "Q\n");
}

/* --- Paths ------------------------------------------------------------------------------------ */

/* A stroke's state; false where there is nothing to draw. */
static bool begin_stroke(struct canvas *canvas, double line, struct color color)
{
    if (line <= 0)
        return false;
    canvas_mark_shape(canvas);
    stroke_color(canvas, color);
    line_width(canvas, line);
    return true;
}

static void begin_fill(struct canvas *canvas, struct color color)
{
    canvas_mark_shape(canvas);
    canvas_fill_color(canvas, color);
}

static double up(const struct canvas *canvas, double y)
{
    return canvas_height(canvas) - y;
}

static void rectangle(struct canvas *canvas, double x, double y, double width, double height)
{
    canvas_operate(canvas, "re", 4, x, up(canvas, y + height), width, height);
}

/* The path of a rounded rectangle with its lower left corner at the origin. */
static void round_path(struct canvas *canvas, double width, double height, double radius)
{
    double k = radius * (1 - ARC), right = width - radius, top = height - radius;

    operate_closely(canvas, "m", 2, radius, 0.0);
    operate_closely(canvas, "l", 2, right, 0.0);
    operate_closely(canvas, "c", 6, width - k, 0.0, width, k, width, radius);
    operate_closely(canvas, "l", 2, width, top);
    operate_closely(canvas, "c", 6, width, height - k, width - k, height, right, height);
    operate_closely(canvas, "l", 2, radius, height);
    operate_closely(canvas, "c", 6, k, height, 0.0, height - k, 0.0, top);
    operate_closely(canvas, "l", 2, 0.0, radius);
    operate_closely(canvas, "c", 6, 0.0, k, k, 0.0, radius, 0.0);
    operate_closely(canvas, "h", 0);
}

/* Appends a stamp's name: it tells what it looks like, not when it was first wanted, so that a page
 * does not change with those before it. */
static void add_stamp_name(struct text *out, const struct stamp *stamp)
{
    text_print(out, "/B%ld-%ld%s", lround(stamp->size * 100), lround(stamp->radius * 100),
               stamp->paint);
}

/* The stamp, made where it is new; NULL where there are too many. Its colours and its line are
 * those that hold where it is put down. */
static const struct stamp *stamp_of(struct canvas *canvas, double size, double radius,
                                    const char *paint)
{
    struct text *content = canvas_content(canvas);
    size_t start = content->length;
    int object;

    for (size_t i = 0; i < canvas->stamp_count; i++)
        if (lround(canvas->stamps[i].size * 100) == lround(size * 100) &&
            lround(canvas->stamps[i].radius * 100) == lround(radius * 100) &&
            strcmp(canvas->stamps[i].paint, paint) == 0)
            return &canvas->stamps[i];
    if (canvas->stamp_count == STAMPS)
        return NULL;
    round_path(canvas, size, size, radius);
    canvas_operate(canvas, paint, 0);
    object = canvas_stream(canvas, content->bytes + start, content->length - start);
    content->length = start;
    text_print(canvas_entries(canvas, object),
               "/Type/XObject/Subtype/Form/Resources<<>>/BBox[%d %d %d %d]\n", -STAMP_MARGIN,
               -STAMP_MARGIN, (int)size + STAMP_MARGIN, (int)size + STAMP_MARGIN);
    canvas->stamps = pool_extend(canvas->pool, canvas->stamps, canvas->stamp_count,
                                 &canvas->stamp_capacity, sizeof *canvas->stamps);
    canvas->stamps[canvas->stamp_count] = (struct stamp){size, radius, paint};
    add_stamp_name(&canvas->forms, &canvas->stamps[canvas->stamp_count]);
    text_print(&canvas->forms, " %d 0 R ", object);
    return &canvas->stamps[canvas->stamp_count++];
}

/* Paints a rounded rectangle. The origin is moved rather than the path, so that boxes of one size
 * are the same bytes, of which deflate keeps one copy. */
static void round_rectangle(struct canvas *canvas, double x, double y, double width, double height,
                            double radius, const char *paint)
{
    const struct stamp *stamp = NULL;

    radius = fmin(radius, fmin(width, height) / 2);
    if (!(radius > 0)) {
        rectangle(canvas, x, y, width, height);
        canvas_operate(canvas, paint, 0);
        return;
    }
    if (width < LARGEST_STAMP && fabs(width - height) < 0.01)
        stamp = stamp_of(canvas, width, radius, paint);
    canvas_operate(canvas, "q 1 0 0 1", 0);
    canvas_operate(canvas, "cm", 2, x, up(canvas, y + height));
    if (stamp) {
        add_stamp_name(canvas_content(canvas), stamp);
        canvas_operate(canvas, " Do", 0);
    } else {
        round_path(canvas, width, height, radius);
        canvas_operate(canvas, paint, 0);
    }
    canvas_operate(canvas, "Q", 0);
}

void canvas_fill_rect(struct canvas *canvas, double x, double y, double width, double height,
                      struct color color)
{
    begin_fill(canvas, color);
    rectangle(canvas, x, y, width, height);
    canvas_operate(canvas, "f", 0);
}

void canvas_stroke_rect(struct canvas *canvas, double x, double y, double width, double height,
                        double radius, double line, struct color color)
{
    if (!begin_stroke(canvas, line, color))
        return;
    round_rectangle(canvas, x, y, width, height, radius, "S");
}

void canvas_fill_round_rect(struct canvas *canvas, double x, double y, double width, double height,
                            double radius, struct color color)
{
    begin_fill(canvas, color);
    round_rectangle(canvas, x, y, width, height, radius, "f");
}

void canvas_line(struct canvas *canvas, double x1, double y1, double x2, double y2, double line,
                 struct color color)
{
    if (!begin_stroke(canvas, line, color))
        return;
    canvas_operate(canvas, "m", 2, x1, up(canvas, y1));
    canvas_operate(canvas, "l", 2, x2, up(canvas, y2));
    canvas_operate(canvas, "S", 0);
}

/* Round caps on dashes of length 0 make dots (ISO 32000-1, 8.4.3.6). */
static void begin_dots(struct canvas *canvas, double gap)
{
    text_add(canvas_content(canvas), "1 J [0 ");
    canvas_number(canvas_content(canvas), gap, 2);
    text_add(canvas_content(canvas), "] 0 d\n");
}

static void end_dots(struct canvas *canvas)
{
    text_add(canvas_content(canvas), "0 J [] 0 d\n");
}

void canvas_dotted_line(struct canvas *canvas, double x1, double x2, double y, double line,
                        double gap, struct color color)
{
    if (!(gap > 0) || !begin_stroke(canvas, line, color))
        return;
    begin_dots(canvas, gap);
    canvas_operate(canvas, "m", 2, x1, up(canvas, y));
    canvas_operate(canvas, "l", 2, x2, up(canvas, y));
    canvas_operate(canvas, "S", 0);
    end_dots(canvas);
}

void canvas_dot_grid(struct canvas *canvas, double x, double y, double width, double height,
                     double pitch, struct color color)
{
    if (!(pitch > 0.5 && height < PAGE_LIMIT))
        return;
    canvas_open_figure(canvas, x, y, width, height, "A grid of dots to sketch on");
    begin_stroke(canvas, 0.9, color);
    begin_dots(canvas, pitch);
    for (double row = y; row <= y + height + 0.01; row += pitch) {
        canvas_operate(canvas, "m", 2, x, up(canvas, row));
        canvas_operate(canvas, "l", 2, x + width + 0.01, up(canvas, row));
    }
    canvas_operate(canvas, "S", 0);
    end_dots(canvas);
    canvas_close(canvas);
}

void canvas_circle(struct canvas *canvas, double x, double y, double radius, double line,
                   struct color color)
{
    canvas_stroke_rect(canvas, x - radius, y - radius, 2 * radius, 2 * radius, radius, line, color);
}

void canvas_fill_circle(struct canvas *canvas, double x, double y, double radius,
                        struct color color)
{
    canvas_fill_round_rect(canvas, x - radius, y - radius, 2 * radius, 2 * radius, radius, color);
}

void canvas_fill_polygon(struct canvas *canvas, const double *xy, size_t points, struct color color)
{
    if (points < 3)
        return;
    begin_fill(canvas, color);
    for (size_t i = 0; i < points; i++)
        canvas_operate(canvas, i == 0 ? "m" : "l", 2, xy[2 * i], up(canvas, xy[2 * i + 1]));
    canvas_operate(canvas, "f", 0);
}
