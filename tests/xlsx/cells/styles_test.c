/* styles: only cells to write in are unlocked, and they alone have their tint; a conditional format
 * leaves the cell its own form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "xlsx/cells/styles.h"

static int make(void **state)
{
    static struct styles styles;
    lxw_workbook *book = workbook_new("/dev/null");

    assert_non_null(book);
    styles_make(&styles, book);
    *state = &styles;
    return 0;
}

static bool is_input(enum style style)
{
    return style >= STYLE_INPUT_TEXT && style <= STYLE_INPUT_TICK;
}

static void what_is_written_in_is_unlocked_and_tinted(void **state)
{
    const struct styles *styles = *state;

    for (enum style style = 0; style < STYLES; style++) {
        const lxw_format *format = styles->formats[style];
        assert_int_equal(!format->locked, is_input(style));
        assert_int_equal(format->bg_color == COLOR_INPUT, is_input(style));
    }
}

static void a_conditional_format_changes_no_form(void **state)
{
    const struct styles *styles = *state;

    for (enum style style = STYLE_DONE; style < STYLES; style++) {
        const lxw_format *format = styles->formats[style];
        assert_int_equal(format->text_h_align, LXW_ALIGN_NONE);
        assert_int_equal(format->text_v_align, LXW_ALIGN_NONE);
        assert_int_equal(format->bottom, LXW_BORDER_NONE);
        assert_true(format->font_color || format->bg_color); /* but says something */
    }
}

static void each_activity_has_a_colour_of_its_own(void **state)
{
    (void)state;
    for (enum activity one = 0; one < ACTIVITY_COUNT; one++)
        for (enum activity other = 0; other < one; other++)
            assert_int_not_equal(activity_color(one), activity_color(other));
    assert_int_equal(activity_color(ACTIVITY_COUNT), COLOR_PLANNED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_in_is_unlocked_and_tinted),
        cmocka_unit_test(a_conditional_format_changes_no_form),
        cmocka_unit_test(each_activity_has_a_colour_of_its_own),
    };

    return cmocka_run_group_tests(tests, make, NULL);
}
