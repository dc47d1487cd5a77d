/* fonts: which font has a character, and what is said where none has it. */
#include "support/desk.h"

static struct font *font_of(struct desk *desk, const char *cluster)
{
    return font_for(desk->typeset, FACE_SANS, cluster, strlen(cluster));
}

static void the_faces_own_font_comes_first(void **state)
{
    struct desk desk = open_desk();
    struct font *own = font_of_face(desk.typeset, FACE_SANS);
    struct font *symbols = font_of_last_resort(desk.typeset);

    (void)state;
    assert_ptr_equal(font_of(&desk, "a"), own);
    assert_ptr_equal(font_of(&desk, "e\u0301"), own);    /* é, composed */
    assert_ptr_equal(font_of(&desk, "\u2011"), own);     /* as a plain hyphen */
    assert_ptr_equal(font_of(&desk, "a\u200D"), own);    /* a joiner needs no glyph */
    assert_ptr_equal(font_of(&desk, "\u2610"), symbols); /* ☐ */
    assert_ptr_not_equal(own, symbols);
    leave_desk(&desk);
}

static void bundled_families_are_found_by_name(void **state)
{
    struct desk desk = open_desk();
    struct font *bold = font_of_face(desk.typeset, FACE_SANS_BOLD);
    size_t count;

    (void)state;
    typeset_families(desk.typeset, "lato", "dejavu sans", NULL);
    assert_ptr_equal(font_of_face(desk.typeset, FACE_SERIF), bold); /* titles stay heavy */
    assert_ptr_equal(font_of_face(desk.typeset, FACE_SANS), font_of_last_resort(desk.typeset));
    (void)report_findings(&count);
    assert_int_equal(count, 0);
    hide_system_fonts();
    typeset_families(desk.typeset, NULL, NULL, "No Such Family");
    show_system_fonts();
    assert_int_equal(report_findings(&count)[0].rule, RULE_NO_FONT);
    assert_int_equal(count, 1);
    leave_desk(&desk);
}

/* Lato has a glyph for it, but one without ink. */
static void a_note_is_drawn(void **state)
{
    struct desk desk = open_desk();
    struct text file;

    (void)state;
    typeset_line(desk.typeset, &body, 40, 40, ALIGN_LEFT, "\xE2\x99\xA9=60");
    file = close_desk(&desk);
    assert_says(&file, "pdffonts %s | grep -o DejaVuSans", "DejaVuSans");
    text_free(&file);
}

static void a_character_without_a_font_is_kept_and_said_once(void **state)
{
    struct desk desk;
    struct text file;
    size_t count;

    (void)state;
    hide_system_fonts();
    desk = open_desk();
    typeset_line(desk.typeset, &body, 40, 40, ALIGN_LEFT, "学习 路线图 and 日本語");
    typeset_line(desk.typeset, &body, 40, 60, ALIGN_LEFT, "हिन्दी");
    (void)report_findings(&count);
    assert_int_equal(count, 2);
    assert_int_equal(report_findings(&count)[0].rule, RULE_NO_GLYPH);
    assert_non_null(strstr(report_findings(&count)[0].message, "Han"));
    assert_non_null(strstr(report_findings(&count)[1].message, "Devanagari"));
    assert_int_equal(report_status(false), STATUS_DONE);
    file = close_desk(&desk);
    show_system_fonts();
    assert_says(&file, "pdftotext -raw %s -", "学习 路线图 and 日本語");
    assert_says(&file, "pdftotext -raw %s -", "हिन्दी");
    assert_sound(&file);
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_faces_own_font_comes_first),
        cmocka_unit_test(bundled_families_are_found_by_name),
        cmocka_unit_test(a_note_is_drawn),
        cmocka_unit_test(a_character_without_a_font_is_kept_and_said_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
