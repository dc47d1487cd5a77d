/* colors: colours as templates write them, and what a tint and a contrast are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/look/colors.h"

static void colors_are_six_digits(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "#12345", "#1234567", "112233", "#12345g", "blue"};
    struct color color;
    assert_true(color_parse("#FF8000", &color));
    assert_float_equal(color.red, 1, 0.001);
    assert_float_equal(color.green, 128 / 255.0F, 0.001F);
    assert_float_equal(color.blue, 0, 0.001);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(color_parse(bad[i], &color));
}

static void a_tint_is_a_share_on_white(void **state)
{
    (void)state;
    struct color tint = color_tint((struct color){0, 0.5F, 1}, 0.2);
    assert_float_equal(tint.red, 0.8F, 0.001F);
    assert_float_equal(tint.green, 0.9F, 0.001F);
    assert_float_equal(tint.blue, 1, 0.001);
}

static void contrast_is_the_same_both_ways(void **state)
{
    (void)state;
    const struct color grey = {0.5F, 0.5F, 0.5F}, white = {1, 1, 1};
    assert_float_equal(color_contrast(grey, white), 3.98F, 0.01F);
    assert_float_equal(color_contrast(white, grey), 3.98F, 0.01F);
    assert_float_equal(color_contrast(grey, grey), 1, 0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colors_are_six_digits),
        cmocka_unit_test(a_tint_is_a_share_on_white),
        cmocka_unit_test(contrast_is_the_same_both_ways),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
