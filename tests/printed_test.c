/* printed: the book that --since names, and what it is told. */
#include "support/own_folder.h"

#include "base/report.h"
#include "pdf/canvas/canvas.h"
#include "printed.h"

#define PLAN "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

static struct run run;
static struct plan plan;
static struct reprint reprint;

static int open_run(void **state)
{
    report_reset();
    report_verbosity(-2);
    run = (struct run){.pool = pool_new(), .plan = &plan};
    plan.id = PLAN;
    reprint = (struct reprint){.since = NULL};
    return make_folder(state);
}

static int close_run(void **state)
{
    pool_free(run.pool);
    report_reset();
    return remove_folder(state);
}

/* A book of one page in the folder. */
static const char *put_book(const char *identity)
{
    const struct canvas_facts facts = {.title = "Book", .language = "en", .identity = identity};
    struct canvas *canvas = canvas_new(&facts);
    struct text bytes = TEXT_INIT;
    FILE *file = fopen(in_folder("book.pdf"), "w");

    canvas_page(canvas, 300, 300);
    assert_true(canvas_finish(canvas, &bytes));
    canvas_free(canvas);
    assert_int_equal(fwrite(bytes.bytes, 1, bytes.length, file), bytes.length);
    fclose(file);
    text_free(&bytes);
    return in_folder("book.pdf");
}

static void nothing_is_named(void **state)
{
    (void)state;
    run.settings.only = "ics";
    assert_true(printed_open(&run, &reprint));
    assert_null(reprint.since);
}

static void the_plan_s_book(void **state)
{
    size_t count;

    (void)state;
    run.options.since = put_book(PLAN);
    assert_true(printed_open(&run, &reprint));
    assert_non_null(reprint.since);
    assert_int_equal(reprint.since->pages.count, 1);
    report_findings(&count);
    assert_int_equal(count, 0);
}

static void another_plan_s_book_is_doubted(void **state)
{
    size_t count;

    (void)state;
    run.options.since = put_book("1b4e28ba-2fa1-11d2-883f-0016d3cca427");
    assert_true(printed_open(&run, &reprint));
    assert_non_null(reprint.since);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].severity, SEVERITY_WARNING);
}

static void what_is_no_book(void **state)
{
    (void)state;
    run.options.since = in_folder("none.pdf");
    assert_false(printed_open(&run, &reprint));
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    put("none.pdf", "no book\n");
    assert_false(printed_open(&run, &reprint));
    assert_null(reprint.since);
}

static void where_no_pages_are_made(void **state)
{
    (void)state;
    run.options.since = put_book(PLAN);
    run.settings.only = "ics,xlsx";
    assert_false(printed_open(&run, &reprint));
    assert_int_equal(report_status(false), STATUS_USAGE);
    run.settings.only = "pdf";
    assert_true(printed_open(&run, &reprint));
    run.settings.asked.fillable = true;
    assert_false(printed_open(&run, &reprint));
    run.settings.asked.fillable = false;
    run.settings.asked.first_week = 2;
    assert_false(printed_open(&run, &reprint));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_is_named, open_run, close_run),
        cmocka_unit_test_setup_teardown(the_plan_s_book, open_run, close_run),
        cmocka_unit_test_setup_teardown(another_plan_s_book_is_doubted, open_run, close_run),
        cmocka_unit_test_setup_teardown(what_is_no_book, open_run, close_run),
        cmocka_unit_test_setup_teardown(where_no_pages_are_made, open_run, close_run),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
