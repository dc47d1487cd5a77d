/* Tests of the canvas's structure: what is drawn is read in order, by its part. */
#include "support/ask.h"

#include "base/report.h"
#include "pdf/type/typeset.h"

struct desk {
    struct pool *pool;
    struct canvas *canvas;
    struct typeset *typeset;
};

static const struct style body = {.face = FACE_SANS, .size = 10};
static const struct style head = {.face = FACE_SERIF, .size = 16, .role = ROLE_TITLE};

static struct desk open_desk(bool archive)
{
    struct canvas_facts facts = {
        .title = "A & <B>", .language = "en", .identity = "1b4e28ba", .archive = archive};
    struct desk desk = {.pool = pool_new(), .canvas = canvas_new(&facts)};

    desk.typeset = typeset_new(desk.canvas, desk.pool, "en");
    canvas_page(desk.canvas, 300, 400);
    return desk;
}

static void say(struct desk *desk, const struct style *style, double y, const char *text)
{
    typeset_line(desk->typeset, style, 30, y, ALIGN_LEFT, text);
}

/* The document's structure, by poppler. */
static char *close_desk(struct desk *desk, const char *command)
{
    struct text file = TEXT_INIT;

    typeset_finish(desk->typeset);
    assert_true(canvas_finish(desk->canvas, &file));
    char *answer = ask(&file, command);
    typeset_free(desk->typeset);
    canvas_free(desk->canvas);
    pool_free(desk->pool);
    text_free(&file);
    return answer;
}

static void assert_order(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *found = strstr(text, words[i]);
        if (!found)
            print_error("not found, or too early: %s in\n%s", words[i], text);
        assert_non_null(found);
        text = found + strlen(words[i]);
    }
}

static void test_roles(void **state)
{
    static const char *const words[] = {"Document", "Sect", "H1",     "Title", "P",  "Plain",
                                        "L ",       "LI",   "LBody",  "One",   "LI", "Two parts",
                                        "Table",    "TR",   "TH",     "Name",  "TR", "TD",
                                        "Ada",      "TD",   "Figure", "Sect",  "P",  "Next page"};
    struct desk desk = open_desk(false);

    (void)state;
    say(&desk, &head, 30, "Title");
    say(&desk, &body, 50, "Plain");
    canvas_open(desk.canvas, ROLE_LIST);
    say(&desk, &body, 70, "One");
    canvas_open(desk.canvas, ROLE_ENTRY);
    say(&desk, &body, 90, "Two");
    canvas_line(desk.canvas, 30, 95, 90, 95, 1, (struct color){0, 0, 0});
    say(&desk, &body, 90, "parts");
    canvas_close(desk.canvas);
    canvas_close(desk.canvas);
    canvas_open(desk.canvas, ROLE_TABLE);
    canvas_open(desk.canvas, ROLE_HEAD_ROW);
    say(&desk, &body, 110, "Name");
    canvas_close(desk.canvas);
    canvas_open(desk.canvas, ROLE_ROW);
    say(&desk, &body, 130, "Ada");
    canvas_open(desk.canvas, ROLE_CELL);
    canvas_close(desk.canvas);
    canvas_close(desk.canvas);
    canvas_close(desk.canvas);
    canvas_open(desk.canvas, ROLE_ARTIFACT);
    say(&desk, &body, 390, "Foot");
    canvas_close(desk.canvas);
    canvas_dot_grid(desk.canvas, 30, 200, 100, 100, 10, (struct color){0, 0, 0});
    canvas_page(desk.canvas, 300, 400);
    say(&desk, &body, 30, "Next page");
    char *tree = close_desk(&desk, "pdfinfo -struct-text %s");
    assert_order(tree, words, sizeof words / sizeof words[0]);
    assert_null(strstr(tree, "Foot"));
    free(tree);
}

/* A page drawn later than those after it is read in its place; what is open goes on there anew. */
static void test_pages_in_order(void **state)
{
    static const char *const words[] = {"L ", "First", "Late", "Sect", "L ", "Second"};
    struct desk desk = open_desk(false);

    (void)state;
    canvas_open(desk.canvas, ROLE_LIST);
    say(&desk, &body, 30, "First");
    canvas_page(desk.canvas, 300, 400);
    say(&desk, &body, 30, "Second");
    canvas_close(desk.canvas);
    canvas_select(desk.canvas, 0);
    say(&desk, &body, 60, "Late");
    char *tree = close_desk(&desk, "pdfinfo -struct-text %s");
    assert_order(tree, words, sizeof words / sizeof words[0]);
    free(tree);
}

static void test_unbalanced(void **state)
{
    struct desk desk = open_desk(false);
    struct text file = TEXT_INIT;

    (void)state;
    report_reset();
    report_verbosity(-2);
    canvas_open(desk.canvas, ROLE_LIST);
    assert_false(canvas_finish(desk.canvas, &file));
    typeset_free(desk.typeset);
    canvas_free(desk.canvas);
    pool_free(desk.pool);
    text_free(&file);
}

static void test_attached_file(void **state)
{
    struct desk desk = open_desk(false);

    (void)state;
    canvas_attachment(desk.canvas, "a.md", "text/markdown", "Words", "# A\r\n", 5);
    char *list = close_desk(&desk, "pdfdetach -list %s; pdfdetach -save 1 -o /dev/stdout %s");
    assert_non_null(strstr(list, "a.md"));
    assert_non_null(strstr(list, "# A\r\n"));
    free(list);
}

/* PDF/A-1 is PDF 1.4 without object streams, with metadata and a colour profile. */
static void test_archive(void **state)
{
    struct desk desk = open_desk(true);

    (void)state;
    say(&desk, &body, 60, "Kept");
    char *bytes = close_desk(&desk, "cat %s; qpdf --check %s");
    assert_memory_equal(bytes, "%PDF-1.4", 8);
    free(bytes);
    desk = open_desk(true);
    say(&desk, &body, 60, "Kept");
    bytes = close_desk(&desk, "strings %s");
    assert_non_null(strstr(bytes, "A &amp; &lt;B&gt;"));
    assert_non_null(strstr(bytes, "GTS_PDFA1"));
    assert_non_null(strstr(bytes, "/CIDSet"));
    assert_null(strstr(bytes, "/ObjStm"));
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles),      cmocka_unit_test(test_pages_in_order),
        cmocka_unit_test(test_unbalanced), cmocka_unit_test(test_attached_file),
        cmocka_unit_test(test_archive),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
