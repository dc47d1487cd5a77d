/* agenda: what is due and coming up, in order, lists as one line. */
#include "pdf/parts/agenda.h"
#include "support/page_fixture.h"

/* What is due and what begins comes in order; the next milestone is among it however far off. */
static void the_next_milestone_is_always_among_what_comes(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    for (int i = 0; i < 10; i++)
        put(f, ITEM_TASK, 1, pool_print(f->pool, "Task %d", i), i + 1, i + 1);
    put(f, ITEM_MILESTONE, 1, "Harvest", 40, 40);
    struct agenda agenda = {.pool = f->pool, .schedule = &f->schedule};
    agenda_coming(&agenda, f->weeks[0].last, 4);
    assert_int_equal(agenda.count, 4);
    assert_string_equal(agenda.lines[0].title, "Task 0");
    assert_int_equal(agenda.lines[0].date, f->weeks[1].first);
    assert_string_equal(agenda.lines[2].title, "Monthly review");
    assert_string_equal(agenda.lines[2].target, "review-2026-01");
    assert_string_equal(agenda.lines[3].title, "Harvest");
    for (size_t i = 1; i < agenda.count; i++)
        assert_true(agenda.lines[i - 1].date <= agenda.lines[i].date);
    fixture_free(f);
}

static void a_list_of_checks_is_one_line(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    for (int i = 0; i < 5; i++)
        put(f, ITEM_CHECK, 1, "Check", 3, 3);
    struct agenda agenda = {.pool = f->pool, .schedule = &f->schedule};
    agenda_due(&agenda, f->weeks[3].first, f->weeks[3].last, true);
    assert_int_equal(agenda.count, 1);
    assert_string_equal(agenda.lines[0].title, "Exit list");
    assert_string_equal(agenda.lines[0].note, "5 checks");
    fixture_free(f);
}

static void equal_titles_and_children_are_said_once(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct item *parent = put(f, ITEM_PROJECT, 1, "Garden", 0, 2);
    parent->child_count = 1;
    struct item *child = put(f, ITEM_TASK, 1, "Dig", 0, 2);
    child->parent = parent;
    child->when_from = WHEN_INHERITED;
    put(f, ITEM_TOPIC, 1, "Roots", 1, 1);
    put(f, ITEM_TOPIC, 1, "Roots", 1, 2);
    put(f, ITEM_TOPIC, 1, "Later", 5, 6);
    struct agenda agenda = {.pool = f->pool, .schedule = &f->schedule};
    agenda_table(&agenda, f->weeks[1].first, f->weeks[1].last, f->weeks[1].first_session, 4);
    assert_int_equal(agenda.count, 2);
    assert_string_equal(agenda.lines[0].title, "Garden");
    assert_string_equal(agenda.lines[1].title, "Roots");
    fixture_free(f);
}

/* A week's last day is of it; what begins and ends in one week needs no word about that. */
static void what_ends_in_a_week_is_due_in_it(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    put(f, ITEM_TASK, 1, "Dig", 0, 1);
    put(f, ITEM_TASK, 1, "Water", 0, 2);
    put(f, ITEM_TASK, 1, "Weed", 1, 1);
    struct agenda agenda = {.pool = f->pool, .schedule = &f->schedule};
    agenda_table(&agenda, f->weeks[1].first, f->weeks[1].last, f->weeks[1].first_session, 4);
    assert_int_equal(agenda.count, 3);
    assert_true(agenda.lines[0].due);
    assert_int_equal(agenda.lines[0].date, f->weeks[1].last);
    assert_false(agenda.lines[1].due || agenda.lines[2].due);
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_next_milestone_is_always_among_what_comes),
        cmocka_unit_test(a_list_of_checks_is_one_line),
        cmocka_unit_test(equal_titles_and_children_are_said_once),
        cmocka_unit_test(what_ends_in_a_week_is_due_in_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
