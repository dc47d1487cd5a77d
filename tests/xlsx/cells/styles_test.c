/* styles: only cells to write in are unlocked, and they alone have their tint; a conditional format
 * leaves the cell its own form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "xlsx/cells/styles.h"

static int make(void **state)
{
    static struct styles styles;
    lxw_workbook *book = workbook_new("/dev/null");

    assert_non_null(book);
    styles_make(&styles, pool_new(), book);
    *state = &styles;
    return 0;
}

static bool is_own(enum style style)
{
    return style == STYLE_OWN || style == STYLE_OWN_WRAPPED;
}

/* In the Log only the hours are tinted. */
static bool is_of_the_log(enum style style)
{
    return style >= STYLE_LOG_TEXT && style <= STYLE_LOG_DATE;
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
        assert_int_equal(!format->locked, is_input(style) || is_own(style) || is_of_the_log(style));
        assert_int_equal(format->bg_color == COLOR_INPUT,
                         is_input(style) || style == STYLE_LOG_HOURS);
    }
}

/* Of the sheet Today: rules stand where something does. */
static int rule_of(enum style style)
{
    if (style >= STYLE_TODAY_NOW && style <= STYLE_TODAY_WRONG)
        return LXW_BORDER_HAIR;
    return style == STYLE_DAY_TODAY ? LXW_BORDER_THIN : LXW_BORDER_NONE;
}

static void a_conditional_format_changes_no_form(void **state)
{
    const struct styles *styles = *state;

    for (enum style style = STYLE_DONE; style < STYLES; style++) {
        const lxw_format *format = styles->formats[style];
        assert_int_equal(format->text_h_align, LXW_ALIGN_NONE);
        assert_int_equal(format->text_v_align, LXW_ALIGN_NONE);
        assert_int_equal(format->bottom, rule_of(style));
        assert_true(format->font_color || format->bg_color || format->top || format->bottom ||
                    format->italic); /* but says something */
    }
}

static void a_number_format_of_the_learner_s_is_kept(void **state)
{
    struct styles *styles = *state;
    enum style percent = style_numbered(styles, STYLE_INPUT_TEXT, "0.0%");

    assert_true(percent >= STYLES);
    assert_string_equal(styles->formats[percent]->num_format, "0.0%");
    assert_int_equal(styles->formats[percent]->bg_color, COLOR_INPUT);
    assert_int_equal(style_numbered(styles, STYLE_INPUT_TEXT, "0.0%"), percent);
    assert_int_not_equal(style_numbered(styles, STYLE_OWN, "0.0%"), percent);
    assert_int_equal(style_numbered(styles, STYLE_INPUT_DATE, "yyyy-mm-dd"), STYLE_INPUT_DATE);
    assert_int_equal(style_numbered(styles, STYLE_OWN, "General"), STYLE_OWN);
    char longer[200];
    memset(longer, '0', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    assert_int_equal(style_numbered(styles, STYLE_OWN, longer), STYLE_OWN);
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
        cmocka_unit_test(a_number_format_of_the_learner_s_is_kept),
        cmocka_unit_test(each_activity_has_a_colour_of_its_own),
    };

    return cmocka_run_group_tests(tests, make, NULL);
}
