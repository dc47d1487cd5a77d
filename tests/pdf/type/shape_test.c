/* shape: a word is shaped once for each way in which it may be set, and split where its font ends.
 */
#include "support/desk.h"

static const struct style small = {.face = FACE_SANS, .size = 4};

static const struct word *shaped(struct desk *desk, const struct style *style, const char *text)
{
    return shape_word(desk->typeset, style, style->face, false, text, strlen(text));
}

static void a_word_is_shaped_once(void **state)
{
    struct desk desk = open_desk();
    struct style larger = body, tracked = body, bold = body;
    const struct word *word = shaped(&desk, &body, "office");

    (void)state;
    larger.size = 20;
    tracked.tracking = 0.1;
    bold.face = FACE_SANS_BOLD;
    assert_ptr_equal(shaped(&desk, &body, "office"), word);
    assert_ptr_equal(shaped(&desk, &larger, "office"), word); /* it holds at any size */
    assert_ptr_not_equal(shaped(&desk, &tracked, "office"), word);
    assert_ptr_not_equal(shaped(&desk, &bold, "office"), word);
    for (int i = 0; i < 5000; i++) /* the table grows */
        shaped(&desk, &body, pool_print(desk.pool, "w%d", i));
    assert_ptr_equal(shaped(&desk, &body, "office"), word);
    leave_desk(&desk);
}

static void capitals_are_the_same_word(void **state)
{
    struct desk desk = open_desk();
    struct style capitals = body;

    (void)state;
    capitals.capitals = true;
    assert_ptr_equal(shaped(&desk, &capitals, "Straße"), shaped(&desk, &body, "STRASSE"));
    leave_desk(&desk);
}

/* Codes are given in turn, so that among those of many letters are the bytes of "(", ")", "\\" and
 * CR, which mean something in a string. */
static void signs_of_strings_are_escaped(void **state)
{
    struct desk desk = open_desk();
    struct text letters = TEXT_INIT;

    (void)state;
    for (char letter = '!'; letter <= '~'; letter++)
        text_add_char(&letters, letter);
    text_add(&letters, "ÀÁÂÃÄ");
    typeset_line(desk.typeset, &small, 10, 40, ALIGN_LEFT, text_string(&letters));
    struct text file = close_desk(&desk);
    assert_says(&file, "pdftotext -raw %s -", text_string(&letters));
    assert_sound(&file);
    text_free(&file);
    text_free(&letters);
}

static void a_word_of_two_fonts_has_two_pieces(void **state)
{
    struct desk desk = open_desk();
    const struct word *plain = shaped(&desk, &body, "done"), *both = shaped(&desk, &body, "done☐");

    (void)state;
    assert_int_equal(plain->piece_count, 1);
    assert_int_equal(both->piece_count, 2);
    assert_ptr_equal(both->pieces[0].font, font_of_face(desk.typeset, FACE_SANS));
    assert_ptr_not_equal(both->pieces[1].font, both->pieces[0].font);
    assert_true(both->advance > plain->advance + 0.3);
    leave_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_shaped_once),
        cmocka_unit_test(capitals_are_the_same_word),
        cmocka_unit_test(signs_of_strings_are_escaped),
        cmocka_unit_test(a_word_of_two_fonts_has_two_pieces),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
