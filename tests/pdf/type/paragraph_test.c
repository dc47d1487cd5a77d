/* paragraph: lines keep their measure, lose nothing, and end well. */
#include "support/desk.h"

static void lines_keep_their_measure(void **state)
{
    static const char *const texts[] = {
        "Some words of a paragraph that is long enough to need several lines of this measure.",
        "Anunbreakablewordthatisverymuchlongerthanthemeasureandmustbebrokenwithinitself, or so.",
        "https://example.org/a/rather/long/path/that/leads/nowhere?in=particular&and=more",
        "学习路线图在这里是一个很长的句子没有空格需要在任何地方断行学习路线图在这里",
        "ab\nsecond line\n\nfourth",
    };
    struct desk desk;

    (void)state;
    hide_system_fonts();
    desk = open_desk();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (double measure = 25; measure < 200; measure += 7.3) {
            struct paragraph *paragraph = paragraph_of(desk.typeset, &body, texts[i], measure);
            assert_true(paragraph_width(paragraph) <= measure + 0.02);
            assert_near(paragraph_height(paragraph), (double)paragraph_lines(paragraph) * 13.5,
                        1e-6);
        }
    }
    assert_int_equal(paragraph_lines(paragraph_of(desk.typeset, &body, texts[4], 200)), 4);
    assert_int_equal(paragraph_lines(paragraph_of(desk.typeset, &body, "", 200)), 0);
    assert_true(paragraph_lines(paragraph_of(desk.typeset, &body, texts[0], 0)) > 10);
    leave_desk(&desk);
    show_system_fonts();
}

static void long_texts_take_no_square_of_time(void **state)
{
    enum { LENGTH = 100000 };
    struct desk desk = open_desk();
    char *text = must_alloc(LENGTH + 1);

    (void)state;
    for (size_t i = 0; i < LENGTH; i++)
        text[i] = (char)('a' + i % 23);
    text[LENGTH] = '\0';
    assert_true(paragraph_lines(paragraph_of(desk.typeset, &body, text, 100)) > 1000);
    assert_true(typeset_fitted(desk.typeset, &body, 40, 20, ALIGN_LEFT, 100, text) <= 100);
    for (size_t i = 4; i < LENGTH; i += 5)
        text[i] = ' ';
    assert_true(typeset_fitted(desk.typeset, &body, 40, 40, ALIGN_LEFT, 100, text) <= 100);
    free(text);
    leave_desk(&desk);
}

/* The text of a file without white space; the caller frees it. */
static char *letters_of(const struct text *file)
{
    char *text = ask(file, "pdftotext -raw %s -"), *out = text;

    for (const char *in = text; *in; in++)
        if ((unsigned char)*in > ' ')
            *out++ = *in;
    *out = '\0';
    return text;
}

static void broken_lines_lose_nothing(void **state)
{
    struct desk desk = open_desk();
    struct paragraph *paragraph = paragraph_of(
        desk.typeset, &body,
        "One two three, aratherverylongwordbrokenwithin, 19:00–20:10 and the end.", 60);
    struct text file;
    char *letters;

    (void)state;
    assert_near(paragraph_draw(paragraph, 40, 40, ALIGN_LEFT, 0, 2), 27, 1e-6);
    assert_true(paragraph_draw(paragraph, 40, 67, ALIGN_LEFT, 2, 999) > 27);
    assert_near(paragraph_draw(paragraph, 40, 67, ALIGN_LEFT, 99, 1), 0, 0);
    file = close_desk(&desk);
    letters = letters_of(&file);
    assert_string_equal(letters,
                        "Onetwothree,aratherverylongwordbrokenwithin,19:00–20:10andtheend.");
    /* A range of times stays on one line. */
    assert_says(&file, "pdftotext -raw %s -", "19:00–20:10");
    free(letters);
    text_free(&file);
}

static void a_widow_is_avoided_where_a_narrower_measure_does_it(void **state)
{
    const char *text = "Several words of a text that ends in an ox";
    struct desk desk = open_desk();
    double measure = typeset_width(desk.typeset, &body, "Several words of a text that ends in an");
    struct paragraph *paragraph = paragraph_of(desk.typeset, &body, text, measure + 1);

    (void)state;
    assert_int_equal(paragraph_lines(paragraph), 2);
    assert_true(paragraph_width(paragraph) < measure * 0.97);
    leave_desk(&desk);
}

static void a_soft_hyphen_shows_only_where_a_line_ends(void **state)
{
    struct desk desk = open_desk();
    struct text file;

    (void)state;
    paragraph_draw(paragraph_of(desk.typeset, &body, "ownership bor\xC2\xADrowing", 70), 40, 40,
                   ALIGN_LEFT, 0, 9);
    typeset_line(desk.typeset, &body, 40, 100, ALIGN_LEFT, "life\xC2\xADtime");
    file = close_desk(&desk);
    assert_says(&file, "pdftotext -raw %s - | tr -d '\\255' | tr '\\n' ' '", "bor");
    assert_says(&file, "pdftotext -raw %s - | tr '\\n' '|'", "-|rowing");
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_keep_their_measure),
        cmocka_unit_test(long_texts_take_no_square_of_time),
        cmocka_unit_test(broken_lines_lose_nothing),
        cmocka_unit_test(a_widow_is_avoided_where_a_narrower_measure_does_it),
        cmocka_unit_test(a_soft_hyphen_shows_only_where_a_line_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
