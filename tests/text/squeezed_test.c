/* squeezed_test: which dates of the calendar stand, and what was due before them once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/done_build.h"
#include "support/plan_build.h"
#include "text/squeezed.h"

static const day monday = 20458; /* 2026-01-05 */
static const struct rhythm five_hours = {.minutes = 300, .start = 20458, .timezone = "UTC"};

enum { CHORDS, SCALES, THEORY, PIECE, GRADE, ITEMS };

/* Chords in weeks 1 and 2, scales in weeks 3 and 4, an exam behind week 5, a piece in weeks 6 and
 * 7, another exam behind week 8; and what memory has of the first build. */
struct life {
    struct plan *plan;
    const struct schedule *before;
    struct memory memory;
    struct known_item known[ITEMS];
};

static struct span date(day on)
{
    return (struct span){.form = SPAN_DATES, .first = on, .last = on};
}

static void begin(struct life *life, enum item_kind exam)
{
    struct plan *plan = life->plan = build_plan(UNIT_WEEK, 10, 10, 300, 300);
    struct section *phase = build_phase(plan, "All of It", 1, 10);

    build_item(plan, phase, ITEM_TASK, "Chords", 1, 2);
    build_item(plan, phase, ITEM_TASK, "Scales", 3, 4);
    build_item(plan, phase, exam, "Theory exam", 0, 0)->span = date(monday + 34);
    build_item(plan, phase, ITEM_TASK, "A piece", 6, 7);
    build_item(plan, phase, exam, "Grade exam", 0, 0)->span = date(monday + 55);
    life->before = schedule_make(plan->pool, plan, &five_hours);
    for (size_t i = 0; i < ITEMS; i++)
        life->known[i] =
            (struct known_item){.id = plan->items[i].id, .due = life->before->items[i].due};
    life->memory = (struct memory){.known = life->known, .known_count = ITEMS};
}

static void assert_says(struct life *life, int percent, enum ticked ticked,
                        const struct item *named, const char *words)
{
    struct pool *pool = life->plan->pool;
    day today = monday + 14;
    struct rhythm rhythm = replanning(life->before, five_hours, today,
                                      progress_of(pool, life->before, today, percent, ticked));
    const struct schedule *after = schedule_make(pool, life->plan, &rhythm);
    struct squeezed squeezed = squeezed_find(after, &life->memory, today);
    struct text out = TEXT_INIT;

    squeezed_print(&squeezed, named, &out);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
}

static void the_next_exam_says_what_no_longer_fits(void **state)
{
    struct life life;

    (void)state;
    begin(&life, ITEM_MILESTONE);
    assert_int_equal(life.before->items[THEORY].due, monday + 34);
    /* half of two weeks was logged: all is a week later, and ends before the exams still */
    assert_says(&life, 50, TICKED_NOTHING, NULL, "");
    assert_says(&life, 0, TICKED_NOTHING, NULL,
                "; Scales (15 February) no longer fits before Theory exam, 8 February");
    assert_says(&life, 0, TICKED_NOTHING, &life.plan->items[THEORY],
                "; Scales (15 February) no longer fits before it");
    assert_says(&life, 0, TICKED_ALL, NULL, "");
    pool_free(life.plan->pool);
}

static void where_no_milestone_stands_the_last_date_counts(void **state)
{
    struct life life;

    (void)state;
    begin(&life, ITEM_TASK);
    assert_says(&life, 0, TICKED_NOTHING, NULL,
                "; A piece (8 March) no longer fits before 1 March, the last that the roadmap "
                "gives");
    pool_free(life.plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_next_exam_says_what_no_longer_fits),
        cmocka_unit_test(where_no_milestone_stands_the_last_date_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
