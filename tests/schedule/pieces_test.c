/* Tests of pieces: lists at commas, children, fields that are no work. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/pieces.h"
#include "support/plan_build.h"

/* The pieces of a detail, joined by bars. */
static void check_pieces(const char *detail, const char *wanted)
{
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct section *phase = build_phase(plan, "Term", 1, 10);
    struct item *item = build_item(plan, phase, ITEM_TOPIC, "A Topic", 0, 0);
    struct schedule schedule = {.plan = plan};
    char joined[512] = "";

    item->detail = words(detail);
    const struct piece_list *pieces = pieces_of(pieces_new(plan->pool, &schedule), item);
    for (size_t i = 0; i < pieces->count; i++) {
        strcat(joined, i > 0 ? "|" : "");
        strncat(joined, pieces->list[i].words.bytes, pieces->list[i].words.length);
    }
    assert_string_equal(joined, wanted);
    pool_free(plan->pool);
}

static void lists_are_cut_and_sentences_are_not(void **state)
{
    (void)state;
    check_pieces("whole bows, half bows, crossings", "whole bows|half bows|crossings");
    check_pieces("thumb bend, weight from the back, not the arm",
                 "thumb bend|weight from the back, not the arm");
    check_pieces("keep the wrist loose while the arm is moving, as it was in the lesson before",
                 "keep the wrist loose while the arm is moving, as it was in the lesson before");
    check_pieces("scales (major, minor), thirds", "scales (major, minor)|thirds");
    check_pieces("play \"Rain, Rain\", then rest", "play \"Rain, Rain\", then rest");
    check_pieces("1,350 strokes", "1,350 strokes");
}

static void fields_that_are_no_work(void **state)
{
    (void)state;
    check_pieces("Prerequisites: none; Topics: rhythm, pitch; Discussion: chat", "rhythm|pitch");
    check_pieces("Duration: 2 weeks; Level: easy; What to do: one colour", "one colour");
    check_pieces("Status: open; Link: here", "");
    check_pieces("Weeks: 1-3; Bars: 1-10", "");
    check_pieces("Objectives: Tone", "Tone");
}

static struct item *below(struct plan *plan, struct section *section, struct item *parent,
                          enum item_kind kind, const char *title)
{
    struct item *item = build_item(plan, section, kind, title, 0, 0);

    item->parent = parent;
    item->depth = parent->depth + 1;
    parent->child_count++;
    return item;
}

static void children_that_are_no_work(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct section *phase = build_phase(plan, "Term", 1, 10);
    struct item *piece = build_item(plan, phase, ITEM_PROJECT, "A Concert", 0, 0);
    below(plan, phase, piece, ITEM_TEXT, "Weeks · Bars · Focus");
    below(plan, phase, piece, ITEM_PROJECT, "Prerequisites")->detail = words("none");
    below(plan, phase, piece, ITEM_PROJECT, "Duration")->detail = words("two weeks, or so");
    below(plan, phase, piece, ITEM_PROJECT, "Objectives")->detail = words("Play it");
    struct item *timed = below(plan, phase, piece, ITEM_TOPIC, "Bars of its own");
    timed->when_from = WHEN_OWN;
    struct item *steps = below(plan, phase, piece, ITEM_PROJECT, "Steps");
    below(plan, phase, steps, ITEM_PROJECT, "Choose");
    below(plan, phase, steps, ITEM_PROJECT, "Perform");
    struct schedule schedule = {.plan = plan};
    const struct piece_list *pieces = pieces_of(pieces_new(plan->pool, &schedule), piece);
    assert_int_equal(pieces->count, 3);
    assert_memory_equal(pieces->list[0].words.bytes, "Play it", 7);
    assert_memory_equal(pieces->list[1].words.bytes, "Choose", 6);
    assert_memory_equal(pieces->list[2].words.bytes, "Perform", 7);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_are_cut_and_sentences_are_not),
        cmocka_unit_test(fields_that_are_no_work),
        cmocka_unit_test(children_that_are_no_work),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
