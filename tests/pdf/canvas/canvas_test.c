/* canvas: the file as other programs see it, the same each time, and what the first error says. */
#include <math.h>

#include "pdf/canvas/internal.h"
#include "support/blank_canvas.h"

static const struct color black = {0, 0, 0}, rust = {0.7f, 0.3f, 0.2f};

static void draw_one_of_each(struct canvas *canvas)
{
    const double diamond[] = {300, 100, 310, 110, 300, 120, 290, 110};

    canvas_fill_rect(canvas, 20, 20, 50, 50, rust);
    canvas_stroke_rect(canvas, 100, 20, 50, 50, 8, 1, black);
    canvas_stroke_rect(canvas, 100, 20, 50, 50, 0, 0, black);
    canvas_fill_round_rect(canvas, 160, 20, 20, 20, 99, rust);
    canvas_circle(canvas, 200, 50, 20, 0.5, rust);
    canvas_fill_circle(canvas, 200, 50, 10, rust);
    canvas_fill_polygon(canvas, diamond, 4, black);
    canvas_dot_grid(canvas, 20, 200, 100, 100, 14, black);
    canvas_dotted_line(canvas, 20, 300, 310, 1, 3, black);
    canvas_line(canvas, 20, 320, 300, 320, 0.4, black);
    canvas_rotate(canvas, 300, 300, 90);
    canvas_fill_rect(canvas, 300, 300, 50, 10, rust);
    canvas_restore(canvas);
}

static struct text book_of(int pages)
{
    struct canvas *canvas = new_canvas();

    for (int i = 0; i < pages; i++) {
        char name[32];
        assert_int_equal(canvas_page(canvas, 420, 595), i);
        snprintf(name, sizeof name, "week-%d", i);
        canvas_target(canvas, name, 20);
        canvas_outline(canvas, i % 10 != 0, name);
        draw_one_of_each(canvas);
        snprintf(name, sizeof name, "week-%d", i + 1);
        canvas_link(canvas, 20, 20, 50, 50, name);
    }
    assert_int_equal(canvas_page_count(canvas), pages);
    return finished(canvas);
}

static void programs_read_it_without_a_word(void **state)
{
    struct text file = book_of(150);

    (void)state;
    assert_sound(&file);
    assert_says(&file, "pdfinfo %s", "Title:           Bücher → \xF0\x9F\x98\x80");
    assert_says(&file, "pdfinfo %s", "Pages:           150");
    assert_silent(&file, "pdfinfo %s | grep Date");
    assert_says(&file, "pdfinfo -dests %s", " 150 [ XYZ null  575 null      ] \"week-149\"");
    text_free(&file);
}

static void same_input_same_bytes(void **state)
{
    struct text one = book_of(3), other = book_of(3), longer = book_of(4);

    (void)state;
    assert_int_equal(one.length, other.length);
    assert_memory_equal(one.bytes, other.bytes, one.length);
    assert_int_not_equal(one.length, longer.length);
    assert_says(&one, "grep -a -c '/ID \\[<[0-9A-F]\\{32\\}> <[0-9A-F]\\{32\\}>\\]' %s", "1");
    text_free(&one);
    text_free(&other);
    text_free(&longer);
}

static void an_earlier_page_can_be_drawn_on_again(void **state)
{
    struct canvas *canvas = new_canvas();
    struct text file;

    (void)state;
    canvas_page(canvas, 100, 100);
    canvas_page(canvas, 100, 100);
    canvas_fill_rect(canvas, 0, 0, 1, 1, rust);
    canvas_select(canvas, 0);
    assert_int_equal(canvas_selected(canvas), 0);
    canvas_fill_rect(canvas, 10, 20, 30, 40, rust);
    canvas_fill_rect(canvas, 50, 20, 30, 40, rust);
    /* The colour is said once; y runs down. */
    assert_string_equal(text_string(canvas_content(canvas)),
                        ".7 .3 .2 rg\n10 40 30 40 re\nf\n50 40 30 40 re\nf\n");
    file = finished(canvas);
    assert_sound(&file);
    text_free(&file);
}

static void assert_fails(struct canvas *canvas, const char *words)
{
    struct text file = TEXT_INIT;
    const struct finding *findings;
    size_t count;

    text_add(&file, "kept");
    assert_false(canvas_finish(canvas, &file));
    assert_string_equal(file.bytes, "kept");
    findings = report_findings(&count);
    assert_int_equal(count, 1);
    if (!strstr(findings[0].message, words))
        fail_msg("\"%s\" does not say \"%s\"", findings[0].message, words);
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    text_free(&file);
    canvas_free(canvas);
}

static void the_first_error_is_reported_once(void **state)
{
    struct canvas *canvas;

    (void)state;
    assert_fails(new_canvas(), "no page");
    canvas = new_canvas();
    canvas_fill_rect(canvas, 0, 0, 1, 1, rust);
    canvas_select(canvas, 7);
    assert_fails(canvas, "before the first page");
    canvas = new_canvas();
    canvas_page(canvas, 100, 100);
    canvas_line(canvas, 0, NAN, 1, 1, 1, black);
    canvas_restore(canvas);
    assert_fails(canvas, "not a number");
    canvas = new_canvas();
    canvas_page(canvas, 100, INFINITY);
    assert_fails(canvas, "size");
    canvas = new_canvas();
    canvas_page(canvas, 100, 100);
    canvas_rotate(canvas, 0, 0, 90);
    assert_fails(canvas, "without canvas_restore");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(programs_read_it_without_a_word),
        cmocka_unit_test(same_input_same_bytes),
        cmocka_unit_test(an_earlier_page_can_be_drawn_on_again),
        cmocka_unit_test(the_first_error_is_reported_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
