/* names: trees of many names, and files that travel in the document. */
#include "pdf/canvas/internal.h"
#include "support/blank_canvas.h"

static void thousands_of_names_make_a_tree(void **state)
{
    struct canvas *canvas = new_canvas();
    struct text file;
    char name[32];

    (void)state;
    canvas_page(canvas, 300, 300);
    for (int i = 0; i < 70000; i++) {
        snprintf(name, sizeof name, "item-%d", i * 7919 % 70000);
        canvas_target(canvas, name, i % 300);
    }
    file = finished(canvas);
    assert_says(&file, "qpdf --check %s", "No syntax or stream encoding errors found");
    assert_says(&file, "pdfinfo -dests %s | grep -c item-", "70000");
    text_free(&file);
}

static void an_attached_file_comes_out_whole(void **state)
{
    static const char bytes[] = "# Löwe\n\n- (a) \\ b\n";
    struct canvas *canvas = new_canvas();
    struct text file;

    (void)state;
    canvas_page(canvas, 300, 300);
    canvas_attachment(canvas, "löwe.md", "text/markdown", "What it was made of", bytes,
                      strlen(bytes));
    canvas_attachment(canvas, "a.yaml", "application/yaml", "Settings", "x: 1\n", 5);
    file = finished(canvas);
    assert_sound(&file);
    assert_says(&file, "pdfdetach -list %s",
                "3 embedded files\n1: a.yaml\n2: löwe.md\n3: roadbook-pages.txt");
    assert_says(&file, "pdfdetach -save 2 -o /dev/stdout %s", bytes);
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thousands_of_names_make_a_tree),
        cmocka_unit_test(an_attached_file_comes_out_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
