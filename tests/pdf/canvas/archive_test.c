/* archive: what PDF/A-1b asks for is there where it was asked for, and only there. */
#include "support/blank_canvas.h"

static struct text document(bool archive)
{
    const struct canvas_facts facts = {
        .title = "Salt & <Pepper>", .language = "en", .identity = "1b4e28ba", .archive = archive};
    struct canvas *canvas = canvas_new(&facts);

    canvas_page(canvas, 300, 300);
    return finished(canvas);
}

static void metadata_says_what_the_document_is(void **state)
{
    struct text file = document(true);

    (void)state;
    assert_sound(&file);
    assert_says(&file, "pdfinfo -meta %s", "<pdfaid:part>1</pdfaid:part>");
    assert_says(&file, "pdfinfo -meta %s", "<pdfaid:conformance>B</pdfaid:conformance>");
    assert_says(&file, "pdfinfo -meta %s", "Salt &amp; &lt;Pepper&gt;");
    assert_says(&file, "qpdf --qdf --object-streams=disable %s - | grep -a -c /GTS_PDFA1", "1");
    text_free(&file);
}

static void without_it_there_is_none(void **state)
{
    struct text file = document(false);

    (void)state;
    assert_silent(&file, "pdfinfo -meta %s");
    assert_silent(&file, "grep -a GTS_PDFA1 %s");
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(metadata_says_what_the_document_is),
        cmocka_unit_test(without_it_there_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
