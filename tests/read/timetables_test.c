/* Tests of routines: weekly schedules out of a roadmap's words. */
#include "support/reading.h"

static void timetables(void **state)
{
    (void)state;
    struct plan *plan = read_text(long_roadmap);
    assert_int_equal(plan->timetable_count, 2);
    const struct timetable *four = &plan->timetables[0], *six = &plan->timetables[1];
    assert_int_equal(four->minutes, 240);
    assert_int_equal(four->part_count, 2);
    assert_int_equal(four->parts[0].days, 1u << TUESDAY | 1u << THURSDAY);
    assert_int_equal(four->parts[0].minutes, 60);
    assert_int_equal(four->parts[1].days, WEEKEND);
    assert_int_equal(four->parts[1].sessions, 1);
    assert_int_equal(six->minutes, 360);
    assert_true(six->parts[0].daily);
    assert_int_equal(six->parts[1].days, 0);
    assert_int_equal(six->parts[1].sessions, 2);
    assert_int_equal(six->parts[1].minutes, 75);
    pool_free(plan->pool);
    plan = read_text("# Piano (6 weeks)\n\n**Schedule**\n- **Monday 19:00–20:15** — Scales\n"
                     "- Sat: 10:00-11:00 pieces\n\n## Week 1: Hands\n- Posture\n");
    assert_int_equal(plan->timetable_count, 1);
    assert_int_equal(plan->timetables[0].parts[0].start, 19 * 60);
    assert_int_equal(plan->timetables[0].parts[0].minutes, 75);
    assert_int_equal(plan->timetables[0].parts[1].start, 10 * 60);
    assert_int_equal(plan->hours_low, 135);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(timetables),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
