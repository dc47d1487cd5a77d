/* item_words: what a row says of an item. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/ticks.h"
#include "xlsx/cells/item_words.h"

static void prices_are_planned_at_their_upper_end(void **state)
{
    static const struct {
        struct money price;
        double planned;
    } cases[] = {{{.low = 1000, .high = 2500}, 25},
                 {{.low = 999, .high = 999}, 9.99},
                 {{.high = 15000, .at_most = true}, 0},
                 {{.high = 0}, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct item item = {.price = cases[i].price};
        assert_float_equal(planned_price(&item), cases[i].planned, 1e-9);
    }
}

static void chapters_are_counted(void **state)
{
    static const struct {
        struct chapters chapters;
        int count;
    } cases[] = {{{0, 0}, 0}, {{1, 10}, 10}, {{11, 20}, 10}, {{4, 4}, 1}, {{5, 3}, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct item item = {.chapters = cases[i].chapters};
        assert_int_equal(chapter_count(&item), cases[i].count);
    }
}

static void what_the_roadmap_ticks_is_given(void **state)
{
    const struct item open = {.checkbox = CHECKBOX_OPEN}, ticked = {.checkbox = CHECKBOX_DONE};
    const struct item priced = {.price = {.low = 1000, .high = 2500}};

    (void)state;
    assert_string_equal(given_by_roadmap(COLUMN_TICK, &open).text, TICK_OPEN);
    assert_string_equal(given_by_roadmap(COLUMN_TICK, &ticked).text, TICK_DONE);
    assert_string_equal(given_by_roadmap(COLUMN_STATUS, &open).text, STATUS_NEW);
    assert_string_equal(given_by_roadmap(COLUMN_STATUS, &ticked).text, STATUS_READ);
    assert_int_equal(given_by_roadmap(COLUMN_PRICE, &priced).kind, CELL_NUMBER);
    assert_float_equal(given_by_roadmap(COLUMN_PRICE, &priced).number, 25, 1e-9);
    assert_int_equal(given_by_roadmap(COLUMN_PRICE, &open).kind, CELL_EMPTY);
}

static void chapters_are_said_as_they_are_known(void **state)
{
    struct tracker tracker = {.pool = pool_new()};
    const struct item none = {0}, one = {.chapters = {4, 4}}, some = {.chapters = {11, 20}};

    (void)state;
    assert_string_equal(text_of_item(&tracker, COLUMN_CHAPTERS, &none), "");
    assert_string_equal(text_of_item(&tracker, COLUMN_CHAPTERS, &one), "4");
    assert_string_equal(text_of_item(&tracker, COLUMN_CHAPTERS, &some), "11–20");
    assert_string_equal(form_of_chapters(&tracker, &none), "0");
    assert_string_equal(form_of_chapters(&tracker, &some), "0\" of 10\"");
    assert_null(text_of_item(&tracker, COLUMN_NOTE, &some));
    pool_free(tracker.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prices_are_planned_at_their_upper_end),
        cmocka_unit_test(chapters_are_counted),
        cmocka_unit_test(what_the_roadmap_ticks_is_given),
        cmocka_unit_test(chapters_are_said_as_they_are_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
