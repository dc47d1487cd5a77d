/* listing: rows fill their columns; what has no room is counted. */
#include "pdf/parts/grid.h"
#include "pdf/parts/listing.h"
#include "support/page_fixture.h"

/* cmocka compares floats; lengths here are doubles. */
static void assert_near(double one, double other)
{
    assert_true(one - other < 0.001 && other - one < 0.001);
}

static struct agenda agenda_of(struct fixture *f, int count)
{
    struct agenda agenda = {.pool = f->pool, .schedule = &f->schedule};

    for (int i = 0; i < count; i++)
        agenda_add(&agenda, (struct agenda_line){.title = pool_print(f->pool, "Line %d", i),
                                                 .note = "",
                                                 .target = "glance",
                                                 .date = DAY_NONE,
                                                 .count = 1});
    return agenda;
}

static void two_columns_are_half_as_high(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct agenda agenda = agenda_of(f, 12), none = agenda_of(f, 0);
    struct listing listing = {.agenda = &agenda, .columns = 1, .width = 400, .room = 600};
    book_page(&f->book, 0, "Test");
    double one = listing_height(&f->book, &listing), unit = grid_unit(&f->book);
    listing.columns = 2;
    double two = listing_height(&f->book, &listing);
    assert_true(two < one / 2 + 2 * unit && two > one / 2 - 2 * unit);
    listing.single = true;
    listing.columns = 1;
    assert_near(listing_height(&f->book, &listing), listing_single_height(&f->book, &listing, 12));
    listing.agenda = &none;
    listing.single = false;
    assert_near(listing_height(&f->book, &listing), 0);
    listing.none = "Nothing";
    assert_true(listing_height(&f->book, &listing) > 0);
    fixture_free(f);
}

static void what_has_no_room_is_counted(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct agenda agenda = agenda_of(f, 40);
    struct listing listing = {.label = "On the table",
                              .agenda = &agenda,
                              .boxes = true,
                              .panel = true,
                              .columns = 1,
                              .width = 300,
                              .room = 200};
    book_page(&f->book, 0, "Test");
    assert_true(listing_height(&f->book, &listing) <= 200 + grid_unit(&f->book));
    double below = listing_draw(&f->book, &listing, f->book.left, f->book.y, 0);
    assert_near(below, f->book.y + listing_height(&f->book, &listing));
    assert_near(listing_draw(&f->book, &listing, f->book.left, below, 250), below + 250);
    finish(f, "listing", 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_columns_are_half_as_high),
        cmocka_unit_test(what_has_no_room_is_counted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
