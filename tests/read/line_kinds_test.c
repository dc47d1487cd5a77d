/* line_kinds: what a line is, by its own words and by what stands around it. */
#include "support/reading.h"

static void a_plain_line_is_what_stands_around_it(void **state)
{
    (void)state;
    struct plan *plan =
        read_text("# Plan (6 weeks)\n\n"
                  "## Week 1: Knots\n- Bowline\n- [ ] Tie ten\n- Week 3: Hitches\n\n"
                  "A sentence beside it.\n\n"
                  "### Projects\n- Hammock\n\n"
                  "## About\n- Rope\n- [x] Bought\n");
    assert_int_equal(find(plan, "Bowline")->kind, ITEM_TOPIC);
    assert_int_equal(find(plan, "Tie ten")->kind, ITEM_TASK);
    assert_int_equal(find(plan, "Hitches")->kind, ITEM_TOPIC);
    assert_int_equal(find(plan, "Hammock")->kind, ITEM_PROJECT);
    assert_int_equal(find(plan, "Rope")->kind, ITEM_TEXT); /* the section has no dates */
    assert_int_equal(find(plan, "Bought")->kind, ITEM_TASK);
    pool_free(plan->pool);
}

/* A label's words count where the section says nothing, or where they set themselves off. */
static void a_label_says_what_it_is_where_nothing_else_does(void **state)
{
    (void)state;
    struct plan *plan = read_text("# Plan (6 weeks)\n\n"
                                  "## Week 1: Knots\n\n**Tasks:**\n- Tie ten\n\n"
                                  "**Resources:**\n- A rope shop\n\n"
                                  "### Advice\n\n**Projects:** take them slowly\n\n"
                                  "### Goals\n\n**Checklist:**\n- Knows the bowline\n");
    assert_int_equal(find(plan, "Tie ten")->kind, ITEM_TASK);
    assert_int_equal(find(plan, "A rope shop")->kind, ITEM_RESOURCE);
    assert_int_equal(find(plan, "Projects")->kind, ITEM_ADVICE);
    assert_int_equal(find(plan, "Knows the bowline")->kind, ITEM_CHECK);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_line_is_what_stands_around_it),
        cmocka_unit_test(a_label_says_what_it_is_where_nothing_else_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
