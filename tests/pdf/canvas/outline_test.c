/* outline: bookmarks of two levels, and the labels of pages. */
#include "pdf/canvas/internal.h"
#include "support/blank_canvas.h"

static void labels_number_the_pages(void **state)
{
    struct canvas *canvas = new_canvas();
    struct text file;

    (void)state;
    for (int i = 0; i < 6; i++)
        canvas_page(canvas, 300, 300);
    canvas_select(canvas, 4);
    canvas_label(canvas, LABEL_DECIMAL, 1, "Löwe ");
    canvas_select(canvas, 0);
    canvas_label(canvas, LABEL_PLAIN, 1, "Cover");
    canvas_select(canvas, 1);
    canvas_label(canvas, LABEL_ROMAN, 1, NULL);
    file = finished(canvas);
    assert_sound(&file);
    assert_says(&file, "qpdf --json --json-key=pagelabels %s | tr -d ' \\n'",
                "\"label\":{\"/P\":\"u:Löwe\",\"/S\":\"/D\",\"/St\":1}");
    assert_says(&file, "qpdf --json --json-key=pagelabels %s | tr -d ' \\n'",
                "{\"index\":1,\"label\":{\"/S\":\"/r\",\"/St\":1}}");
    text_free(&file);
}

static void entries_stand_under_those_above_them(void **state)
{
    static const struct {
        int level;
        const char *title;
    } entries[] = {{1, "Löwe (1)"}, {1, "January"}, {0, "Phase 1"}, {1, "February"}};
    struct canvas *canvas = new_canvas();
    struct text file;

    (void)state;
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        canvas_page(canvas, 300, 300);
        canvas_outline(canvas, entries[i].level, entries[i].title);
    }
    file = finished(canvas);
    assert_sound(&file);
    /* The first has none above it; each stands, by its page, below the one above it. */
    assert_says(&file,
                "qpdf --json --json-key=outlines %s | tr -d ' \\n' | "
                "grep -o 'posfrom1\":[0-9]*\\|\"kids\":\\[{\\|\"title\":\"[^\"]*\"' | tr -d '\\n'",
                "posfrom1\":1\"kids\":[{posfrom1\":2\"title\":\"January\"\"title\":\"Löwe(1)\""
                "posfrom1\":3\"kids\":[{posfrom1\":4\"title\":\"February\"\"title\":\"Phase1\"");
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_number_the_pages),
        cmocka_unit_test(entries_stand_under_those_above_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
