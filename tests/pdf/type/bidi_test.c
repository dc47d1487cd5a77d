/* bidi: levels of mixed texts, and their visual order. */
#include "support/desk.h"

static void levels_are_put_in_visual_order(void **state)
{
    const uint8_t levels[] = {1, 1, 2, 2, 1, 0, 0};
    const size_t expected[] = {4, 2, 3, 1, 0, 5, 6};
    size_t order[7];
    uint8_t base;

    (void)state;
    bidi_order(levels, 7, order);
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(order[i], expected[i]);
    assert_null(bidi_levels("plain – text “here”", 26, &base));
    assert_int_equal(base, 0);
}

static void levels_follow_the_first_strong_letter(void **state)
{
    static const char mixed[] = "ab \xD7\x90\xD7\x91 12", hebrew[] = "\xD7\x90 ab";
    uint8_t base, *levels = bidi_levels(mixed, strlen(mixed), &base);

    (void)state;
    assert_non_null(levels);
    assert_int_equal(base, 0);
    assert_int_equal(levels[0], 0);
    assert_int_equal(levels[3], 1); /* each byte of a letter has its level */
    assert_int_equal(levels[6], 1);
    assert_int_equal(levels[8], 2); /* figures keep their order within */
    free(levels);
    levels = bidi_levels(hebrew, strlen(hebrew), &base);
    assert_int_equal(base, 1);
    assert_int_equal(levels[0], 1);
    assert_int_equal(levels[3], 2);
    free(levels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_are_put_in_visual_order),
        cmocka_unit_test(levels_follow_the_first_strong_letter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
