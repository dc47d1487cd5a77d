/* links: targets named before and after, and addresses that are safe to follow. */
#include "pdf/canvas/internal.h"
#include "support/blank_canvas.h"

static void links_lead_to_targets_named_before_and_after(void **state)
{
    struct canvas *canvas = new_canvas();
    struct text file;

    (void)state;
    canvas_page(canvas, 300, 300);
    canvas_link(canvas, 10, 10, 20, 20, "later");
    canvas_link(canvas, 10, 40, 20, 20, "never");
    canvas_page(canvas, 300, 300);
    canvas_target(canvas, "later", 100);
    canvas_target(canvas, "later", 250); /* the first one stands */
    canvas_link(canvas, 10, 10, 20, 20, "later");
    assert_int_equal(canvas_target_page(canvas, "later"), 1);
    assert_int_equal(canvas_target_page(canvas, "never"), -1);
    file = finished(canvas);
    assert_sound(&file);
    assert_says(&file, "qpdf --qdf --object-streams=disable %s - | grep -a -c '/Subtype /Link'",
                "2");
    assert_says(&file, "pdfinfo -dests %s", "2 [ XYZ null  200 null      ] \"later\"");
    text_free(&file);
}

static void only_harmless_addresses_are_linked(void **state)
{
    static const char *const left_out[] = {
        "javascript:alert(1)", "file:///etc/passwd", "https://", "chapter.md", "", NULL};
    struct canvas *canvas = new_canvas();
    struct text file;

    (void)state;
    canvas_page(canvas, 300, 300);
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
        canvas_uri(canvas, 0, 0, 9, 9, left_out[i]);
    canvas_uri(canvas, 10, 10, 20, 20, "https://example.org/a(b)\\?q=é x");
    canvas_uri(canvas, 10, 10, 20, 20, "MAILTO:me@example.org");
    file = finished(canvas);
    assert_sound(&file);
    assert_says(&file, "qpdf --qdf --object-streams=disable %s - | grep -a -c '/URI ('", "2");
    assert_says(&file, "pdfinfo -url %s", "https://example.org/a(b)%5C?q=%C3%A9%20x");
    text_free(&file);
}

/* Of four pages the second and the last come into the file, with what belongs to them. */
static void pages_left_out_take_their_links_along(void **state)
{
    static const bool kept[] = {false, true, false, true};
    const struct canvas_facts facts = {
        .title = "Some", .language = "en", .identity = "1b4e28ba", .kept = kept, .kept_count = 4};
    struct canvas *canvas = canvas_new(&facts);
    struct text file;
    char name[24];

    (void)state;
    report_reset();
    for (int i = 0; i < 4; i++) {
        canvas_page(canvas, 300, 300);
        snprintf(name, sizeof name, "page-%d", i + 1);
        canvas_target(canvas, name, 100);
        canvas_outline(canvas, i % 2, name);
        for (int k = 1; k <= 4; k++) {
            snprintf(name, sizeof name, "page-%d", k);
            canvas_link(canvas, 10, 30 * k, 20, 20, name);
        }
    }
    assert_int_equal(canvas_page_count(canvas), 4);
    assert_int_equal(canvas_target_page(canvas, "page-3"), 2);
    canvas_select(canvas, 0);
    canvas_label(canvas, LABEL_DECIMAL, 1, NULL);
    file = finished(canvas);
    assert_sound(&file);
    assert_says(&file, "pdfinfo %s", "Pages:           2");
    assert_says(&file, "qpdf --qdf --object-streams=disable %s - | grep -a -c '/Subtype /Link'",
                "4");
    assert_says(&file, "pdfinfo -dests %s | grep -c page-", "2");
    assert_says(&file, "qpdf --json --json-key=outlines %s | grep -c '\"title\"'", "2");
    assert_says(&file, "qpdf --json --json-key=pagelabels %s | tr -d ' \\n'",
                "[{\"index\":0,\"label\":{\"/S\":\"/D\",\"/St\":2}},"
                "{\"index\":1,\"label\":{\"/S\":\"/D\",\"/St\":4}}]");
    assert_says(&file, "pdfdetach -save 1 -o /dev/stdout %s | cut -d' ' -f1 | tr '\\n' ,", "2,4,");
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_left_out_take_their_links_along),
        cmocka_unit_test(links_lead_to_targets_named_before_and_after),
        cmocka_unit_test(only_harmless_addresses_are_linked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
