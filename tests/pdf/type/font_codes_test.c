/* font_codes: a code follows from glyph and text alone, whatever else a book says. */
#include "support/desk.h"

static struct font *sans(const struct desk *desk)
{
    return font_of_face(desk->typeset, FACE_SANS);
}

static hb_codepoint_t glyph_of(const struct font *font, uint32_t code_point)
{
    hb_codepoint_t glyph = 0;

    assert_true(hb_font_get_nominal_glyph(font->font, code_point, &glyph));
    return glyph;
}

/* The bytes that stand for the character's own glyph as that text. */
static unsigned bytes_of(const struct desk *desk, uint32_t code_point, const char *text)
{
    struct font *font = sans(desk);
    unsigned code = font_code(desk->typeset, font, glyph_of(font, code_point), text, strlen(text));

    return font->codes[code].bytes;
}

static void a_glyph_has_a_code_for_each_text(void **state)
{
    struct desk desk = open_desk();
    unsigned hyphen = bytes_of(&desk, '-', "-");

    (void)state;
    assert_int_equal(bytes_of(&desk, '-', "-"), hyphen);
    assert_int_not_equal(bytes_of(&desk, '-', "\u2011"), hyphen);
    assert_int_not_equal(hyphen, 0); /* that is .notdef */
    leave_desk(&desk);
}

static void ascii_is_its_own_code(void **state)
{
    struct desk desk = open_desk();

    (void)state;
    assert_int_equal(bytes_of(&desk, 'a', "a"), 'a');
    assert_int_equal(bytes_of(&desk, ' ', " "), ' ');
    /* The same letter as part of another text, or a letter beyond. */
    assert_true(bytes_of(&desk, 'a', "a\u200D") >= LONG_CODES);
    assert_true(bytes_of(&desk, 0xE9, "\u00E9") >= LONG_CODES);
    leave_desk(&desk);
}

/* Figures that the font's features choose are the usual ones. */
static void figures_are_short(void **state)
{
    struct desk desk = open_desk();

    (void)state;
    typeset_line(desk.typeset, &body, 40, 40, ALIGN_LEFT, "0123456789");
    assert_int_equal(sans(&desk)->code_count, 11);
    for (size_t i = 1; i < 11; i++)
        assert_int_equal(sans(&desk)->codes[i].bytes, '0' + i - 1);
    leave_desk(&desk);
}

/* Ligatures, composed letters, substitutes, other scripts: the order of use changes nothing. */
static void codes_do_not_depend_on_what_came_before(void **state)
{
    static const char *const texts[] = {"fi",     "\u00E9", "e\u0301", "\u2013",  "\u2011",
                                        "\u2009", "\u00A0", "\u0416",  "a\u200D", "Q"};
    enum { COUNT = sizeof texts / sizeof *texts };
    struct desk forth = open_desk(), back = open_desk();

    (void)state;
    for (int i = 0; i < COUNT; i++) {
        typeset_line(forth.typeset, &body, 40, 40, ALIGN_LEFT, texts[i]);
        typeset_line(back.typeset, &body, 40, 40, ALIGN_LEFT, texts[COUNT - 1 - i]);
    }
    const struct font *one = sans(&forth), *other = sans(&back);
    assert_int_equal(one->code_count, other->code_count);
    assert_true(one->code_count > COUNT);
    for (size_t i = 1; i < one->code_count; i++) {
        size_t same = other->taken[one->codes[i].bytes];
        assert_int_not_equal(same, 0);
        assert_int_equal(one->codes[i].glyph, other->codes[same].glyph);
        assert_string_equal(one->codes[i].text, other->codes[same].text);
    }
    leave_desk(&forth);
    leave_desk(&back);
}

/* A reader tells by the first byte how long a code is; a font of very many glyphs has none of one
 * byte. */
static void a_large_font_has_long_codes_alone(void **state)
{
    struct desk desk = open_desk();
    struct font *font = sans(&desk);

    (void)state;
    assert_false(font->wide);
    font->wide = true;
    typeset_line(desk.typeset, &body, 40, 40, ALIGN_LEFT, "a wide sea, \u00E9t\u00E9");
    for (size_t i = 0; i < font->code_count; i++)
        assert_int_equal(font->codes[i].byte_count, 2);
    struct text file = close_desk(&desk);
    assert_says(&file, "pdftotext -raw %s -", "a wide sea, \u00E9t\u00E9");
    assert_sound(&file);
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_glyph_has_a_code_for_each_text),
        cmocka_unit_test(ascii_is_its_own_code),
        cmocka_unit_test(figures_are_short),
        cmocka_unit_test(codes_do_not_depend_on_what_came_before),
        cmocka_unit_test(a_large_font_has_long_codes_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
