/* carry: what becomes of the book that stands where a new one goes.
 * Too slow under valgrind. */
#include "base/report.h"
#include "support/own_folder.h"
#include "support/small_book.h"

#include "base/file.h"
#include "pdf/carry.h"
#include "support/edited_pdf.h"

static const char note[] = "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Here)>>";

static struct small_book small;

static int open_book(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    report_reset();
    report_verbosity(-2);
    small_book_open(&small);
    small.edition.path = strdup(in_folder("bread.pdf"));
    small.edition.asked.fillable = true;
    return 0;
}

static int close_book(void **state)
{
    free((char *)(uintptr_t)small.edition.path);
    small_book_close(&small);
    return remove_folder(state);
}

static struct text render_to(enum render_result expected)
{
    struct text out = TEXT_INIT;

    assert_int_equal(workbook_exporter.render(&small.edition, &out), expected);
    return out;
}

static void put_there(const struct text *bytes)
{
    FILE *file = fopen(small.edition.path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes->bytes, 1, bytes->length, file), bytes->length);
    assert_int_equal(fclose(file), 0);
}

/* The first build's book, left at its place; the caller frees it. */
static struct text first_book(void)
{
    struct text book = render_to(RENDERED);

    put_there(&book);
    return book;
}

static bool is_said(const char *words)
{
    size_t count;
    const struct finding *findings = report_findings(&count);

    for (size_t i = 0; i < count; i++)
        if (strstr(findings[i].message, words))
            return true;
    return false;
}

/* Renders over what stands there, expects RESULT and WORDS (NULL: nothing said). */
static void expect(enum render_result result, const char *words)
{
    size_t count;

    report_reset();
    struct text out = render_to(result);
    report_findings(&count);
    if (words ? !is_said(words) : count > 0)
        fail_msg("'%s' is not what was said: %s", words ? words : "nothing",
                 count > 0 ? report_findings(&count)[0].message : "nothing");
    text_free(&out);
}

static void nothing_changed(void **state)
{
    struct text book = first_book();

    (void)state;
    expect(RENDERED_SAME, NULL);
    small.edition.settings = "hours: 3\n";
    expect(RENDERED, NULL);
    text_free(&book);
}

static void fields_are_carried_on(void **state)
{
    struct text book = first_book();
    struct pool *pool = pool_new();

    (void)state;
    fill_in(&book, "cover-line", "/V", "(Somebody)");
    put_there(&book);
    small.edition.settings = "hours: 3\n"; /* attached to the book */
    expect(RENDERED, "1 field is carried over");
    struct text second = render_to(RENDERED);
    put_there(&second);
    expect(RENDERED_SAME, NULL); /* what was carried once is carried again */
    small.edition.settings = "hours: 4\n";
    struct text third = render_to(RENDERED);
    const struct old_book *last = old_book_read(pool, third.bytes, third.length);
    assert_int_equal(last->field_count, 1);
    assert_string_equal(last->fields[0].name, "cover-line");
    assert_string_equal(last->fields[0].text, "Somebody");
    pool_free(pool);
    text_free(&book);
    text_free(&second);
    text_free(&third);
}

static void filled_in_and_no_longer_fillable(void **state)
{
    struct text book = first_book();

    (void)state;
    fill_in(&book, "cover-line", "/V", "(Somebody)");
    put_there(&book);
    small.edition.asked.fillable = false;
    expect(RENDERED_OVER_CHANGES, "1 field was filled in; the old book is kept");
    text_free(&book);
}

static void a_field_that_is_no_more(void **state)
{
    struct text book = first_book();
    qpdf_data pdf = edit_begin(&book);

    (void)state;
    edit_field(pdf, "cover-line", "/V", "(Somebody)");
    edit_field(pdf, "cover-line-2", "/V", "(Today)");
    edit_field(pdf, "cover-line-2", "/T", "(of-old-line)");
    edit_end(pdf, &book, qpdf_o_preserve);
    put_there(&book);
    expect(RENDERED_OVER_CHANGES, "1 field was filled in that the new book does not have;");
    text_free(&book);
}

static void drawn_on(void **state)
{
    struct text book = first_book();

    (void)state;
    annotate(&book, note);
    put_there(&book);
    expect(RENDERED_OVER_CHANGES, "1 note or mark was drawn in it;");
    annotate(&book, note);
    fill_in(&book, "cover-line", "/V", "[1]");
    put_there(&book);
    expect(RENDERED_OVER_CHANGES, "1 field was filled in that the new book does not have and 2 "
                                  "notes or marks were drawn in it;");
    text_free(&book);
}

static void pages_changed(void **state)
{
    struct text book = first_book();
    qpdf_data pdf = edit_begin(&book);

    (void)state;
    qpdf_remove_page(pdf, qpdf_get_page_n(pdf, 3));
    edit_end(pdf, &book, qpdf_o_preserve);
    put_there(&book);
    expect(RENDERED_OVER_CHANGES, "its pages were changed by another program;");
    text_free(&book);
}

/* Saved again by another program, with nothing in it changed: there is nothing to keep. */
static void saved_again(void **state)
{
    struct text book = first_book();
    qpdf_data pdf = edit_begin(&book);

    (void)state;
    edit_end(pdf, &book, qpdf_o_generate);
    put_there(&book);
    expect(RENDERED, NULL);
    text_free(&book);
}

/* It says neither plan nor pages: it is taken for ours, and kept where it was saved again. */
static void a_book_of_the_first_edition(void **state)
{
    struct text book = first_book();
    qpdf_data pdf = edit_begin(&book);
    qpdf_oh info = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Info");

    (void)state;
    qpdf_oh_remove_key(pdf, info, "/" BOOK_PLAN_KEY);
    qpdf_oh_remove_key(pdf, info, "/" BOOK_PAGES_KEY);
    edit_end(pdf, &book, qpdf_o_preserve);
    put_there(&book);
    expect(RENDERED_OVER_CHANGES, "its pages were changed by another program;");
    text_free(&book);
}

/* Neither a stranger's, nor another plan's, nor what nobody can read. */
static void not_this_plans(void **state)
{
    struct text book = first_book(), broken = TEXT_INIT;
    qpdf_data pdf = edit_begin(&book);

    (void)state;
    qpdf_set_info_key(pdf, "/" BOOK_PLAN_KEY, "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    edit_end(pdf, &book, qpdf_o_preserve);
    put_there(&book);
    expect(RENDER_FAILED, "is the workbook of another plan, and stays");
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    pdf = edit_begin(&book);
    qpdf_oh_remove_key(pdf, qpdf_get_trailer(pdf), "/Info");
    edit_end(pdf, &book, qpdf_o_preserve);
    put_there(&book);
    expect(RENDER_FAILED, "is not a workbook that roadbook made, and stays");
    text_add(&broken, "%PDF-1.7\nmy thesis\n");
    put_there(&broken);
    expect(RENDER_FAILED, "cannot be read as a PDF, and stays");
    small.edition.force = true;
    expect(RENDERED_OVER_CHANGES, NULL);
    text_clear(&broken);
    text_add(&broken, "");
    put_there(&broken); /* an empty file is nobody's */
    expect(RENDERED, NULL);
    text_free(&book);
    text_free(&broken);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_changed, open_book, close_book),
        cmocka_unit_test_setup_teardown(fields_are_carried_on, open_book, close_book),
        cmocka_unit_test_setup_teardown(filled_in_and_no_longer_fillable, open_book, close_book),
        cmocka_unit_test_setup_teardown(a_field_that_is_no_more, open_book, close_book),
        cmocka_unit_test_setup_teardown(drawn_on, open_book, close_book),
        cmocka_unit_test_setup_teardown(pages_changed, open_book, close_book),
        cmocka_unit_test_setup_teardown(saved_again, open_book, close_book),
        cmocka_unit_test_setup_teardown(a_book_of_the_first_edition, open_book, close_book),
        cmocka_unit_test_setup_teardown(not_this_plans, open_book, close_book),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
