/* objects: numbers, strings and streams in the syntax of PDF. */
#include <math.h>

#include "pdf/canvas/internal.h"
#include "support/blank_canvas.h"

static void numbers_are_short_and_finite(void **state)
{
    static const struct {
        double value;
        int decimals;
        const char *expected;
    } cases[] = {{0, 3, "0"},        {-0.0004, 3, "0"}, {12.5, 2, "12.5"}, {-0.05, 2, "-.05"},
                 {99.999, 2, "100"}, {1e12, 2, "0"},    {NAN, 2, "0"},     {595.2756, 2, "595.28"},
                 {100, 0, "100"},    {-17.04, 1, "-17"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text out = TEXT_INIT;
        canvas_number(&out, cases[i].value, cases[i].decimals);
        assert_string_equal(out.bytes, cases[i].expected);
        text_free(&out);
    }
}

static void strings_are_escaped_or_in_utf_16(void **state)
{
    static const struct {
        const char *string, *expected;
    } cases[] = {{"", "()"},
                 {"a (b) \\", "(a \\(b\\) \\\\)"},
                 {"é", "<FEFF00E9>"},
                 {"\xF0\x9F\x98\x80", "<FEFFD83DDE00>"},
                 {"a\nb", "<FEFF0061000A0062>"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text out = TEXT_INIT;
        canvas_text_string(&out, cases[i].string);
        assert_string_equal(text_string(&out), cases[i].expected);
        text_free(&out);
    }
    struct text out = TEXT_INIT;
    canvas_literal(&out, "a\0\n\x7F)", 5);
    assert_string_equal(text_string(&out), "(a\\000\\012\\177\\))");
    text_free(&out);
}

static void objects_keep_their_numbers_and_entries(void **state)
{
    struct canvas *canvas = new_canvas();
    struct text file;
    char zeros[4000] = {0};

    (void)state;
    canvas_page(canvas, 300, 300);
    int stream = canvas_stream(canvas, zeros, sizeof zeros), other = canvas_dictionary(canvas);
    assert_true(stream > 0 && other > stream);
    text_add(canvas_entries(canvas, stream), "/Zeros true\n");
    text_add(canvas_entries(canvas, other), "/Of ");
    canvas_reference(canvas_entries(canvas, other), stream);
    text_add(canvas_catalog(canvas), "/Mine ");
    canvas_reference(canvas_catalog(canvas), other);
    file = finished(canvas);
    assert_sound(&file);
    assert_true(file.length < sizeof zeros); /* the stream is packed */
    assert_says(&file, "qpdf --qdf --object-streams=disable %s - | grep -a -c '/Zeros true'", "1");
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_short_and_finite),
        cmocka_unit_test(strings_are_escaped_or_in_utf_16),
        cmocka_unit_test(objects_keep_their_numbers_and_entries),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
