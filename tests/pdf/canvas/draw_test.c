/* draw: operators as the page holds them: y runs down, what holds is not said again, a box that
 * comes again is drawn once. */
#include "pdf/canvas/document.h"
#include "support/blank_canvas.h"

static const struct color black = {0, 0, 0}, rust = {0.7f, 0.3f, 0.2f};

/* What DRAW makes of a page 100 high. */
static void assert_draws(void (*draw)(struct canvas *), const char *expected)
{
    struct canvas *canvas = new_canvas();

    canvas_page(canvas, 100, 100);
    draw(canvas);
    assert_string_equal(text_string(canvas_content(canvas)), expected);
    struct text file = finished(canvas);
    text_free(&file);
}

static void draw_lines(struct canvas *canvas)
{
    canvas_line(canvas, 10, 20, 30, 20, 1, black);
    canvas_line(canvas, 10, 40, 30, 40, 1, black);
    canvas_line(canvas, 10, 60, 30, 60, 2, rust);
}

static void colour_and_width_are_said_once(void **state)
{
    (void)state;
    assert_draws(draw_lines, "10 80 m\n30 80 l\nS\n10 60 m\n30 60 l\nS\n"
                             ".7 .3 .2 RG\n2 w\n10 40 m\n30 40 l\nS\n");
}

static void draw_nothing(struct canvas *canvas)
{
    const double line[] = {10, 10, 20, 20};

    canvas_fill_polygon(canvas, line, 2, rust);
    canvas_dotted_line(canvas, 10, 20, 30, 1, 0, rust);
    canvas_dot_grid(canvas, 10, 10, 50, 50, 0.1, rust);
}

static void what_would_never_end_is_not_begun(void **state)
{
    (void)state;
    assert_draws(draw_nothing, "");
}

static void a_box_is_drawn_once_and_put_down_often(void **state)
{
    struct canvas *canvas = new_canvas();

    (void)state;
    canvas_page(canvas, 100, 100);
    for (int i = 0; i < 5; i++)
        canvas_stroke_rect(canvas, 10, 10 + 15 * i, 10, 10, 2, 1, black);
    assert_int_equal(canvas->stamp_count, 1);
    canvas_stroke_rect(canvas, 50, 10, 10, 10, 3, 1, black); /* rounder: another */
    canvas_fill_round_rect(canvas, 70, 10, 10, 10, 2, black);
    assert_int_equal(canvas->stamp_count, 3);
    canvas_stroke_rect(canvas, 10, 10, 80, 80, 2, 1, black); /* too large to keep */
    assert_int_equal(canvas->stamp_count, 3);
    struct text file = finished(canvas);
    assert_sound(&file);
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colour_and_width_are_said_once),
        cmocka_unit_test(what_would_never_end_is_not_begun),
        cmocka_unit_test(a_box_is_drawn_once_and_put_down_often),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
