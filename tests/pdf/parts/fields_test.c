/* fields: a box is ticked where the roadmap ticks its item, by a drawn tick or by the field, and
 * says as its tip what the item is. */
#include "support/ask.h"
#include "support/page_fixture.h"

/* The fixture's book anew, as one to fill in. */
static void make_fillable(struct fixture *f)
{
    const struct canvas_facts facts = {.title = "Test", .identity = "1b4e28ba", .fillable = true};

    typeset_free(f->typeset);
    canvas_free(f->canvas);
    f->canvas = canvas_new(&facts);
    f->typeset = typeset_new(f->canvas, f->pool, "en");
    book_open(&f->book, &f->edition, f->book.look, f->pool, f->canvas, f->typeset);
}

/* How many lines of the file hold SIGNS where one item is ticked (or none), one is open and one box
 * is of no item. */
static int boxes_with(bool fillable, enum checkbox first, const char *signs)
{
    struct fixture *f = fixture_new(1, 1);
    struct text file = TEXT_INIT;

    if (fillable)
        make_fillable(f);
    struct item *done = put(f, ITEM_CHECK, 1, "Done", 1, 1);
    done->checkbox = first;
    struct item *open = put(f, ITEM_CHECK, 1, "Open", 1, 1);
    open->checkbox = CHECKBOX_OPEN;
    const struct item *const items[] = {done, open, NULL};
    book_page(&f->book, -1, "Test");
    for (int i = 0; i < 3; i++)
        book_item_box(&f->book, 100, 100 + 20 * i, items[i]);
    typeset_finish(f->typeset);
    assert_true(canvas_finish(f->canvas, &file));
    char *said =
        ask(&file, pool_print(f->pool, "qpdf --qdf --object-streams=disable %%s - | grep -ac '%s'",
                              signs));
    int count = atoi(said);
    free(said);
    text_free(&file);
    fixture_free(f);
    return count;
}

static void a_printed_tick_is_drawn(void **state)
{
    (void)state;
    int strokes = boxes_with(false, CHECKBOX_DONE, " l$");
    assert_int_equal(strokes - boxes_with(false, CHECKBOX_OPEN, " l$"), 2);
    assert_int_equal(boxes_with(false, CHECKBOX_DONE, "/Widget"), 0);
}

static void a_field_holds_its_own_tick(void **state)
{
    (void)state;
    assert_int_equal(boxes_with(true, CHECKBOX_DONE, "/V /Yes"), 1);
    assert_int_equal(boxes_with(true, CHECKBOX_DONE, "/V /Off"), 2);
    int strokes = boxes_with(true, CHECKBOX_DONE, " l$");
    assert_int_equal(strokes, boxes_with(true, CHECKBOX_OPEN, " l$"));
}

/* Whatever stands beside the box: here a day. */
static void a_box_says_its_item(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(1, 1);
    struct text file = TEXT_INIT;
    make_fillable(f);
    book_page(&f->book, -1, "Test");
    book_item_box(&f->book, 100, 100, put(f, ITEM_OUTCOME, 1, "The bread rises", 1, 1));
    typeset_line(f->typeset, &f->book.body, 130, 109, ALIGN_LEFT, "15 Feb 2026");
    typeset_finish(f->typeset);
    assert_true(canvas_finish(f->canvas, &file));
    assert_says(&file, "qpdf --qdf --object-streams=disable %s -", "/TU (The bread rises)");
    text_free(&file);
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_printed_tick_is_drawn),
        cmocka_unit_test(a_field_holds_its_own_tick),
        cmocka_unit_test(a_box_says_its_item),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
