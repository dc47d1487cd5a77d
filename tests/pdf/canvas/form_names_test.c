/* form_names: names that find the same field in the next edition, and what they are filled with. */
#include "support/blank_canvas.h"

#include "base/pool.h"
#include "memory/book/old_book.h"
#include "support/form_page.h"

#define ITEM  "0b93ac7e-b000-57a6-bbd5-dabce17b886c"
#define OTHER "74ad9f5b-4bd1-5ee5-8dbc-d5b16b3d75bb"

static struct canvas *open_form(void)
{
    const struct canvas_facts facts = {.title = "Names", .identity = "1b4e", .fillable = true};

    return canvas_new(&facts);
}

/* The names of all fields, each after a blank, in the order of the pages. */
static char *names_of(struct canvas *canvas)
{
    struct text file = finished(canvas);
    char *names = ask(&file, "qpdf --qdf --object-streams=disable %s - | "
                             "sed -n 's|^ */T (\\(.*\\))| \\1|p' | tr -d '\\n'");

    text_free(&file);
    return names;
}

static void expect_names(struct canvas *canvas, const char *expected)
{
    char *names = names_of(canvas);

    assert_string_equal(names, expected);
    free(names);
}

/* Where an item stands is part of the name, unless that spot is its own. */
static void an_item_on_several_pages(void **state)
{
    struct canvas *canvas = open_form();

    (void)state;
    canvas_page(canvas, 300, 400);
    canvas_target(canvas, ITEM, 20);
    canvas_field(canvas, FIELD_TICK, 10, 30, 9, 9, ITEM, NULL);
    canvas_field(canvas, FIELD_TICK, 10, 50, 9, 9, ITEM, NULL);
    canvas_page(canvas, 300, 400);
    canvas_target(canvas, "week-1", 0);
    canvas_target(canvas, OTHER, 20);
    canvas_field(canvas, FIELD_TICK, 10, 30, 9, 9, ITEM, NULL);
    canvas_field(canvas, FIELD_LINE, 10, 50, 90, 9, NULL, NULL);
    canvas_target(canvas, "week-2", 200);
    canvas_field(canvas, FIELD_TICK, 10, 230, 9, 9, ITEM, NULL);
    expect_names(canvas, " " ITEM "-tick " ITEM "-tick-2 " ITEM "-on-week-1-tick " OTHER
                         "-line " ITEM "-on-week-2-tick");
}

/* Pages before it may come and go. */
static void a_page_without_a_spot(void **state)
{
    struct canvas *canvas = open_form();

    (void)state;
    canvas_page(canvas, 300, 400);
    canvas_field(canvas, FIELD_LINE, 10, 50, 90, 9, NULL, NULL);
    canvas_page(canvas, 300, 400);
    canvas_target(canvas, "guide", 0);
    canvas_page(canvas, 300, 400);
    canvas_field(canvas, FIELD_LINE, 10, 50, 90, 9, NULL, NULL);
    canvas_field(canvas, FIELD_TICK, 10, 80, 9, 9, ITEM, NULL);
    expect_names(canvas, " page-1-line guide-page-2-line " ITEM "-on-guide-page-2-tick");
}

static void fillings_find_their_fields(void **state)
{
    struct filling fillings[] = {{.name = "gone-line", .tip = "", .text = "lost"},
                                 {.name = "week-1-line", .tip = "", .text = "line"},
                                 {.name = "week-1-notes", .tip = "", .ticked = true},
                                 {.name = "week-1-tick", .tip = "", .ticked = true},
                                 {.name = "week-1-tick-2", .tip = "", .ticked = true}};
    struct pool *pool = pool_new();
    struct text file = form_page(fillings, 5);
    const struct old_book *book = old_book_read(pool, file.bytes, file.length);

    (void)state;
    assert_null(fillings[0].placed);
    assert_non_null(fillings[1].placed);
    assert_null(fillings[2].placed); /* a box's filling, a place to write in */
    assert_non_null(fillings[3].placed);
    assert_false(fillings[3].usual);
    assert_true(fillings[4].usual); /* the roadmap ticks it */
    assert_int_equal(book->field_count, 2);
    assert_string_equal(book->fields[0].name, "week-1-line");
    assert_string_equal(book->fields[0].text, "line");
    assert_string_equal(book->fields[1].name, "week-1-tick");
    text_free(&file);
    pool_free(pool);
}

/* The first edition's names are understood where the tips agree. */
static void names_of_the_first_edition(void **state)
{
    struct filling fillings[] = {{.name = ITEM "-line-2", .tip = "Finished", .text = "then"},
                                 {.name = ITEM "-line-3", .tip = "Something else", .text = "what"}};
    struct canvas *canvas = open_form();

    (void)state;
    canvas_page(canvas, 300, 400);
    canvas_target(canvas, ITEM, 20);
    canvas_field(canvas, FIELD_LINE, 10, 50, 90, 9, ITEM, "Started");
    canvas_page(canvas, 300, 400);
    canvas_target(canvas, "week-1", 0);
    canvas_field(canvas, FIELD_LINE, 10, 50, 90, 9, ITEM, "Finished");
    canvas_field(canvas, FIELD_LINE, 10, 80, 90, 9, ITEM, "Hours");
    canvas_fill(canvas, fillings, 2);
    struct text file = TEXT_INIT;
    assert_true(canvas_finish(canvas, &file));
    assert_string_equal(fillings[0].placed, ITEM "-on-week-1-line");
    assert_null(fillings[1].placed);
    canvas_free(canvas);
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_on_several_pages),
        cmocka_unit_test(a_page_without_a_spot),
        cmocka_unit_test(fillings_find_their_fields),
        cmocka_unit_test(names_of_the_first_edition),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
