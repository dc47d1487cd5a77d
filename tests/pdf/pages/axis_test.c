/* axis: days have their place between the ends of the plan. */
#include "pdf/pages/axis.h"
#include "support/page_fixture.h"

/* cmocka compares floats; lengths here are doubles. */
static void assert_near(double one, double other)
{
    assert_true(one - other < 0.001 && other - one < 0.001);
}

static void days_stand_between_the_ends(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    const struct axis axis = {.book = &f->book, .left = 100, .right = 520};
    assert_near(axis_x(&axis, f->schedule.start), 100);
    assert_near(axis_x(&axis, f->schedule.end + 1), 520);
    assert_near(axis_x(&axis, f->schedule.start + 210), 310);
    assert_near(axis_x(&axis, f->schedule.start - 9), 100);
    assert_near(axis_x(&axis, f->schedule.end + 99), 520);
    assert_true(axis_counts_months(&f->schedule));
    f->schedule.end = f->schedule.start + 130;
    assert_false(axis_counts_months(&f->schedule));
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_stand_between_the_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
