/* targets: names of places, as links and other files write them. */
#include "pdf/parts/targets.h"
#include "support/page_fixture.h"

static void names_are_as_the_file_has_them(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    assert_string_equal(phase_target(f->pool, "phase", 0), "phase-1");
    assert_string_equal(phase_target(f->pool, "checklist", -1), "checklist");
    assert_string_equal(month_target(f->pool, "review", (struct month){2026, 3}), "review-2026-03");
    assert_string_equal(week_target(f->pool, "week", &f->weeks[11]), "week-12");
    assert_string_equal(week_target(f->pool, "diary", &f->weeks[0]), "diary-1");
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_as_the_file_has_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
