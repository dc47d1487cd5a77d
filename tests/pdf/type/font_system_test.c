/* font_system: fonts that this system may or may not have. */
#include "support/desk.h"

/* Whatever fonts this system has: no crash, a sound file, and the text in it. */
static void a_font_of_the_system_steps_in(void **state)
{
    struct desk desk = open_desk();
    struct text file;

    (void)state;
    typeset_line(desk.typeset, &body, 40, 40, ALIGN_LEFT, "中文 한국어 ไทย 😀 ①");
    file = close_desk(&desk);
    assert_says(&file, "pdftotext -raw %s -", "中文 한국어 ไทย");
    assert_sound(&file);
    text_free(&file);
}

static void no_fonts_here_is_no_fault(void **state)
{
    (void)state;
    hide_system_fonts();
    struct desk desk = open_desk();
    size_t before = desk.typeset->font_count;
    assert_null(system_font_for(desk.typeset, "中", strlen("中")));
    assert_null(system_font_of(desk.typeset, "DejaVu Sans", FACE_SANS));
    assert_int_equal(desk.typeset->font_count, before);
    show_system_fonts();
    leave_desk(&desk);
}

/* What is opened for a character has it, and is opened once. */
static void a_font_is_kept(void **state)
{
    struct desk desk = open_desk();
    struct font *font = system_font_for(desk.typeset, "中", strlen("中"));

    (void)state;
    assert_null(system_font_of(desk.typeset, "No Such Family", FACE_SANS));
    if (font) {
        size_t count = desk.typeset->font_count;
        assert_true(font_covers(font, 0x4E2D));
        assert_ptr_equal(font_for(desk.typeset, FACE_SANS, "中", 3), font);
        assert_int_equal(desk.typeset->font_count, count);
    }
    leave_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_font_of_the_system_steps_in),
        cmocka_unit_test(no_fonts_here_is_no_fault),
        cmocka_unit_test(a_font_is_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
