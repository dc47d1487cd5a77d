/* Tests of typeset: what goes in comes out of the file's text, lines keep their measure, and what
 * no font has is said once and kept. */
#include "support/desk.h"

static const struct style title = {.face = FACE_SERIF, .size = 22};
static const struct style mono = {.face = FACE_MONO, .size = 9};
static const struct style label = {
    .face = FACE_SANS_BOLD, .size = 7, .tracking = 0.08, .capitals = true};

static void everything_comes_out_as_it_went_in(void **state)
{
    static const char *const lines[] = {
        "Zażółć gęślą jaźń, Łódź; Škoda, Ğüneş, Ægir",
        "Tiếng Việt: Nguyễn ăn phở; e\xCC\x81 cafe\xCC\x81",
        "Ελληνικά: αλφάβητο · Русский: дорожная карта · Ґанок",
        "→ ← ⇒ ↑ ✓ ☐ ★ ✗ ≤ ≥ ≠ ∞ • … “quotes” — dash – ‹x› € £",
        "office waffle difficult flying affix ffi ffl",
        "19:00–20:10 1,111.10 ½ 3² №7 (a) [b] {c} \\ / | # % & @",
        "Ohm \xE2\x84\xA6 and omega Ω, micro µ and mu μ",
        "ქართული հայերեն",
    };
    struct desk desk = open_desk();
    struct text file;

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        typeset_line(desk.typeset, &body, 40, 40 + 20 * (double)i, ALIGN_LEFT, lines[i]);
        typeset_line(desk.typeset, &title, 40, 300 + 40 * (double)i, ALIGN_LEFT, lines[i]);
    }
    typeset_line(desk.typeset, &mono, 40, 700, ALIGN_LEFT, "fn f() -> Result<(), E> { a != b }");
    typeset_line(desk.typeset, &label, 40, 720, ALIGN_LEFT, "Was ich gelernt habe: Straße");
    file = close_desk(&desk);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_says(&file, "pdftotext -raw %s -", lines[i]);
    assert_says(&file, "pdftotext -raw %s -", "fn f() -> Result<(), E> { a != b }");
    assert_says(&file, "pdftotext -raw %s -", "WAS ICH GELERNT HABE: STRASSE");
    assert_sound(&file);
    /* All six bundled fonts, subset: the whole file is small. */
    assert_true(file.length < 100000);
    text_free(&file);
}

static void right_to_left_text_is_turned(void **state)
{
    struct desk desk = open_desk();
    struct text file;

    (void)state;
    typeset_line(desk.typeset, &body, 40, 40, ALIGN_LEFT, "שלום עולם abc 123");
    typeset_line(desk.typeset, &body, 40, 60, ALIGN_LEFT, "مرحبا بالعالم");
    file = close_desk(&desk);
    assert_says(&file, "pdftotext %s -", "שלום עולם");
    assert_says(&file, "pdftotext %s -", "abc 123");
    assert_says(&file, "pdftotext %s -", "مرحبا بالعالم");
    /* In a Hebrew line the first word stands at the right. */
    assert_says(&file,
                "pdftotext -bbox %s - | grep '<word' | sed 's/.*>\\([^<]*\\)<.*/\\1/' | head -1",
                "abc");
    assert_sound(&file);
    text_free(&file);
}

static void pictures_without_a_font_are_left_out_and_said_once(void **state)
{
    struct desk desk;
    struct text file;
    size_t count;
    double bare, with;

    (void)state;
    hide_system_fonts();
    desk = open_desk();
    bare = typeset_width(desk.typeset, &body, "Goal");
    with = typeset_width(desk.typeset, &body, "\xF0\x9F\x8E\xAFGoal\xF0\x9F\xA5\x81");
    assert_true(fabs(with - bare) < 0.01);
    typeset_line(desk.typeset, &body, 40, 40, ALIGN_LEFT,
                 "Goal \xF0\x9F\x8E\xAF, drum \xF0\x9F\xA5\x81");
    file = close_desk(&desk);
    show_system_fonts();
    (void)report_findings(&count);
    assert_int_equal(count, 1);
    assert_non_null(strstr(report_findings(&count)[0].message, "2 symbols"));
    assert_sound(&file);
    text_free(&file);
}

static void figures_are_tabular_and_letters_kerned(void **state)
{
    struct desk desk = open_desk();
    double letters = 0;

    (void)state;
    assert_near(typeset_width(desk.typeset, &body, "111:11"),
                typeset_width(desk.typeset, &body, "888:88"), 1e-9);
    for (const char *letter = "AVAT"; *letter; letter++)
        letters += typeset_width(desk.typeset, &body, (char[]){*letter, '\0'});
    assert_true(typeset_width(desk.typeset, &body, "AVAT") < letters - 0.5);
    assert_near(typeset_width(desk.typeset, &label, "week"),
                typeset_width(desk.typeset, &label, "WEEK"), 1e-9);
    assert_near(typeset_width(desk.typeset, &body, ""), 0, 0);
    assert_near(typeset_width(desk.typeset, &body, "a\tb\n"),
                typeset_width(desk.typeset, &body, "a b "), 1e-9);
    assert_true(style_cap_height(desk.typeset, &body) > 6.5);
    assert_true(style_cap_height(desk.typeset, &body) < 7.6);
    leave_desk(&desk);
}

static void lines_stand_where_they_are_told(void **state)
{
    struct desk desk = open_desk();
    double width = typeset_width(desk.typeset, &body, "Measured");
    struct text file;
    char expected[64];

    (void)state;
    assert_near(typeset_line(desk.typeset, &body, 300, 100, ALIGN_RIGHT, "Measured"), width, 1e-9);
    file = close_desk(&desk);
    snprintf(expected, sizeof expected, "xMin=\"%.1f", 300 - width);
    assert_says(&file, "pdftotext -bbox %s -", expected);
    assert_says(&file, "pdftotext -bbox %s -", "xMax=\"300.0");
    text_free(&file);
}

static void a_fitted_line_shrinks_and_then_is_cut(void **state)
{
    const char *text = "A running foot that is longer than the room it has";
    struct desk desk = open_desk();
    double whole = typeset_width(desk.typeset, &body, text);
    struct text file;

    (void)state;
    assert_near(typeset_fitted(desk.typeset, &body, 40, 40, ALIGN_LEFT, whole + 1, text), whole,
                1e-6);
    assert_near(typeset_fitted(desk.typeset, &body, 40, 60, ALIGN_LEFT, whole * 0.9, text),
                whole * 0.9, 0.1);
    assert_true(typeset_fitted(desk.typeset, &body, 40, 80, ALIGN_LEFT, whole / 2, text) <=
                whole / 2);
    assert_true(typeset_fitted(desk.typeset, &body, 40, 90, ALIGN_LEFT, 30, "Überlänge") <= 30);
    assert_true(typeset_fitted(desk.typeset, &body, 40, 95, ALIGN_LEFT, 1, "é") < 20);
    file = close_desk(&desk);
    assert_says(&file, "pdftotext -raw %s -", "A running foot that is longer…");
    assert_sound(&file);
    text_free(&file);
}

static void marks_get_their_faces_and_links_live(void **state)
{
    const char *text = "Read the book, run cargo, see the site today";
    const struct mark marks[] = {{MARK_STRONG, 5, 13, NULL},
                                 {MARK_EMPHASIS, 9, 13, NULL},
                                 {MARK_EMPHASIS, 0, 4, NULL},
                                 {MARK_CODE, 19, 24, NULL},
                                 {MARK_LINK, 30, 38, "https://example.org/site"},
                                 {MARK_LINK, 30, 33, "chapter-2.md"},
                                 {MARK_STRIKE, 39, 44, NULL}};
    struct prose prose = {.text = text,
                          .length = strlen(text),
                          .marks = marks,
                          .mark_count = sizeof marks / sizeof *marks};
    struct desk desk = open_desk();
    struct text file;

    (void)state;
    paragraph_draw(paragraph_new(desk.typeset, &body, &prose, 400), 40, 40, ALIGN_LEFT, 0, 9);
    file = close_desk(&desk);
    assert_says(&file, "pdftotext -raw %s -", text);
    assert_says(&file, "pdffonts %s", "Lato-Bold");
    assert_says(&file, "pdffonts %s", "Lato-Italic");
    assert_says(&file, "pdffonts %s", "DejaVuSansMono");
    assert_silent(&file, "pdffonts %s | grep Vollkorn");
    assert_says(&file, "pdfinfo -url %s", "https://example.org/site");
    assert_silent(&file, "pdfinfo -url %s | grep chapter");
    assert_sound(&file);
    text_free(&file);
}

static void same_input_same_bytes(void **state)
{
    struct text files[2];

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct desk desk = open_desk();
        typeset_line(desk.typeset, &title, 40, 40, ALIGN_LEFT, "5 – 11 January 2026");
        typeset_line(desk.typeset, &body, 40, 60, ALIGN_LEFT, "Ownership & Borrowing");
        files[i] = close_desk(&desk);
    }
    assert_int_equal(files[0].length, files[1].length);
    assert_memory_equal(files[0].bytes, files[1].bytes, files[0].length);
    text_free(&files[0]);
    text_free(&files[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_comes_out_as_it_went_in),
        cmocka_unit_test(right_to_left_text_is_turned),
        cmocka_unit_test(pictures_without_a_font_are_left_out_and_said_once),
        cmocka_unit_test(figures_are_tabular_and_letters_kerned),
        cmocka_unit_test(lines_stand_where_they_are_told),
        cmocka_unit_test(a_fitted_line_shrinks_and_then_is_cut),
        cmocka_unit_test(marks_get_their_faces_and_links_live),
        cmocka_unit_test(same_input_same_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
