/* Tests of the canvas's fields: names, tips, and none where the book is not fillable. */
#include "support/ask.h"

#include "base/report.h"
#include "pdf/type/typeset.h"

static char *form_of(bool fillable, bool archive, const char *command)
{
    struct canvas_facts facts = {
        .title = "Form", .identity = "1b4e28ba", .fillable = fillable, .archive = archive};
    struct pool *pool = pool_new();
    struct canvas *canvas = canvas_new(&facts);
    struct typeset *typeset = typeset_new(canvas, pool, "en");
    const struct style body = {.face = FACE_SANS, .size = 10};
    struct text file = TEXT_INIT;

    canvas_page(canvas, 300, 400);
    canvas_target(canvas, "week-1", 0);
    canvas_target(canvas, "item", 90);
    canvas_field(canvas, FIELD_TICK, 30, 50, 10, 10, NULL, NULL);
    typeset_line(typeset, &body, 50, 59, ALIGN_LEFT, "Above the item");
    canvas_field(canvas, FIELD_TICK, 30, 100, 10, 10, NULL, NULL);
    typeset_line(typeset, &body, 50, 109, ALIGN_LEFT, "The item");
    canvas_field(canvas, FIELD_TICKED, 30, 120, 10, 10, NULL, NULL);
    canvas_field(canvas, FIELD_LINE, 100, 140, 100, 12, "named", "Told");
    typeset_line(typeset, &body, 30, 200, ALIGN_LEFT, "What I learned");
    canvas_field(canvas, FIELD_AREA, 30, 205, 200, 100, NULL, NULL);
    typeset_finish(typeset);
    assert_true(canvas_finish(canvas, &file));
    char *answer = ask(&file, command);
    typeset_free(typeset);
    canvas_free(canvas);
    pool_free(pool);
    text_free(&file);
    return answer;
}

static void assert_has(const char *text, const char *words)
{
    if (!strstr(text, words))
        print_error("no %s in\n%s", words, text);
    assert_non_null(strstr(text, words));
}

static void test_names_and_tips(void **state)
{
    static const char *const words[] = {
        "/T (week-1-tick)", "/TU (Above the item)",    "/T (item-tick)", "/TU (The item)",
        "/T (item-tick-2)", "/T (named-on-item-line)", "/TU (Told)",     "/T (item-notes)",
        "/Ff 4096",         "/TU (What I learned)",    "/Helvetica",     "/S /Form"};
    char *form = form_of(true, false, "qpdf --qdf --object-streams=disable %s -");

    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        assert_has(form, words[i]);
    free(form);
}

static void test_ticked(void **state)
{
    (void)state;
    char *on =
        form_of(true, false, "qpdf --qdf --object-streams=disable %s - | grep -ac 'AS /Yes'");
    char *off =
        form_of(true, false, "qpdf --qdf --object-streams=disable %s - | grep -ac 'V /Off'");
    assert_string_equal(on, "1\n");
    assert_string_equal(off, "2\n");
    free(on);
    free(off);
}

static void test_sound(void **state)
{
    char *said = form_of(true, false, "qpdf --check %s");

    (void)state;
    assert_has(said, "No syntax or stream encoding errors");
    assert_null(strstr(said, "WARNING"));
    free(said);
}

static void test_no_form(void **state)
{
    (void)state;
    for (int archive = 0; archive < 2; archive++) {
        char *form =
            form_of(archive == 1, archive == 1, "qpdf --qdf --object-streams=disable %s -");
        assert_null(strstr(form, "/AcroForm"));
        assert_null(strstr(form, "/Widget"));
        free(form);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_and_tips),
        cmocka_unit_test(test_ticked),
        cmocka_unit_test(test_sound),
        cmocka_unit_test(test_no_form),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
