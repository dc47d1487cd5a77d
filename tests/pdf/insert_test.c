/* insert: the pages that make a printed book the new one, as a file of their own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/report.h"
#include "support/ask.h"
#include "support/own_folder.h"
#include "support/small_book.h"

/* The small book, and what a build asks of its pages. */
static struct small_book small;
static struct reprint reprint;

static int open_book(void **state)
{
    report_reset();
    report_verbosity(-2);
    small_book_open(&small);
    reprint = (struct reprint){.insert = TEXT_INIT};
    small.edition.reprint = &reprint;
    small.edition.record_pool = small.pool;
    small.edition.path = NULL;
    return make_folder(state);
}

static int close_book(void **state)
{
    text_free(&reprint.insert);
    small_book_close(&small);
    return remove_folder(state);
}

/* The book as it is printed first. */
static const struct printed_book *print_first(void)
{
    struct text first = TEXT_INIT;

    assert_int_equal(workbook_exporter.render(&small.edition, &first), RENDERED);
    const struct printed_book *printed = printed_book_read(small.pool, first.bytes, first.length);
    assert_true(printed->whole);
    text_free(&first);
    return printed;
}

static void render_again(void)
{
    struct text again = TEXT_INIT;

    assert_int_equal(workbook_exporter.render(&small.edition, &again), RENDERED);
    text_free(&again);
}

static void nothing_to_print_again(void **state)
{
    struct text out = TEXT_INIT;

    (void)state;
    reprint.since = print_first();
    render_again();
    assert_non_null(reprint.from_printed);
    assert_true(sheets_same(reprint.from_printed));
    assert_int_equal(reprint.insert.length, 0);
    assert_int_equal(insert_exporter.render(&small.edition, &out), RENDERED_NOTHING);
    assert_int_equal(out.length, 0);
}

/* One page is another: its sheet's two go in, labelled as in the book; no link leads to others. */
static void the_sheets_that_differ(void **state)
{
    struct text out = TEXT_INIT;
    const struct printed_book *printed = print_first();
    uint64_t *list = pool_alloc(small.pool, printed->pages.count * sizeof *list);
    struct printed_book other = *printed;

    (void)state;
    assert_true(printed->pages.count > 8);
    memcpy(list, printed->pages.list, printed->pages.count * sizeof *list);
    list[6]++;
    other.pages.list = list;
    reprint.since = &other;
    render_again();
    assert_int_equal(reprint.from_printed->page_count, 2);
    assert_int_equal(insert_exporter.render(&small.edition, &out), RENDERED);
    assert_sound(&out);
    assert_says(&out, "pdfinfo %s", "Pages:           2");
    assert_says(&out, "qpdf --json --json-key=pagelabels %s | tr -d ' \\n'",
                "{\"index\":0,\"label\":{\"/S\":\"/D\",\"/St\":7}}");
    assert_silent(&out, "pdftotext -layout %s - | grep -c . | grep -x 0");
    assert_silent(&out, "pdfinfo -dests %s | awk 'NR > 1 && $1 > 2'");
    text_free(&out);
    text_clear(&reprint.insert);
    assert_int_equal(insert_exporter.render(&small.edition, &out), RENDERED_NOTHING);
}

/* A look whose pages do not change sides prints each for itself; as an archive, too. */
static void single_pages_of_an_archive(void **state)
{
    struct text out = TEXT_INIT;
    struct printed_book other;

    (void)state;
    small.edition.look = look_load(small.pool, "eink", NULL);
    small.edition.asked.pdfa = true;
    other = *print_first();
    other.pages.count--; /* the new one has a page more */
    reprint.since = &other;
    render_again();
    assert_int_equal(reprint.from_printed->page_count, 1);
    assert_int_equal(reprint.from_printed->added.first, other.pages.count + 1);
    assert_int_equal(insert_exporter.render(&small.edition, &out), RENDERED);
    assert_sound(&out);
    assert_says(&out, "pdfinfo %s", "Pages:           1");
    assert_says(&out, "pdfdetach -list %s", "0 embedded files");
    text_free(&out);
}

/* What the book in place was is told, where it is the plan's. */
static void against_the_book_in_place(void **state)
{
    struct text book = TEXT_INIT, out = TEXT_INIT;
    FILE *file = fopen(in_folder("bread.pdf"), "wb");

    (void)state;
    render_again();
    assert_null(reprint.from_old);
    assert_int_equal(workbook_exporter.render(&small.edition, &book), RENDERED);
    assert_int_equal(fwrite(book.bytes, 1, book.length, file), book.length);
    fclose(file);
    small.edition.path = in_folder("bread.pdf");
    small.edition.settings = "hours: 3\n"; /* attached, on no page */
    render_again();
    assert_non_null(reprint.from_old);
    assert_true(sheets_same(reprint.from_old));
    small.edition.look = look_load(small.pool, "plain", NULL);
    render_again();
    assert_false(sheets_same(reprint.from_old));
    small.plan->id = "1b4e28ba-2fa1-11d2-883f-0016d3cca427";
    small.edition.force = true;
    reprint.from_old = NULL;
    assert_int_equal(workbook_exporter.render(&small.edition, &out), RENDERED_OVER_CHANGES);
    assert_null(reprint.from_old);
    text_free(&book);
    text_free(&out);
}

static void a_form_and_some_weeks_are_not_asked(void **state)
{
    (void)state;
    reprint.since = print_first();
    small.edition.asked.fillable = true;
    render_again();
    assert_null(reprint.from_printed);
    small.edition.asked.fillable = false;
    small.edition.asked.first_week = small.edition.asked.last_week = 2;
    render_again();
    assert_null(reprint.from_printed);
    assert_int_equal(reprint.insert.length, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_to_print_again, open_book, close_book),
        cmocka_unit_test_setup_teardown(the_sheets_that_differ, open_book, close_book),
        cmocka_unit_test_setup_teardown(single_pages_of_an_archive, open_book, close_book),
        cmocka_unit_test_setup_teardown(against_the_book_in_place, open_book, close_book),
        cmocka_unit_test_setup_teardown(a_form_and_some_weeks_are_not_asked, open_book, close_book),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
