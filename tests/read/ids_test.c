/* Tests of identity: ids that survive what they must survive, and what may be chosen. */
#include "support/reading.h"

static const char *id_of(const struct plan *plan, const char *title)
{
    return find(plan, title)->id;
}

static void ids_survive(void **state)
{
    (void)state;
    struct plan *before =
        read_text("# Weaving\n## Phase 1: Warp (Months 1-2)\n### Tasks\n"
                  "**Month 1**: **Loom** - build\n**Month 2**: **Scarf** - weave\n"
                  "### Reading\n- A book\n- Same\n- Same\n");
    struct plan *after =
        read_text("# Weaving\nNew words here.\n\n## Phase 1: Warp (Months 1-4)\n"
                  "### Reading\n- Another book\n- A book\n- Same\n- Same\n### Tasks\n"
                  "**Month 3-4**: **Scarf** - weave slowly\n**Month 2**: **Loom** - x\n");
    const char *const kept[] = {"Loom", "Scarf", "A book", "Same"};
    assert_string_equal(before->id, after->id);
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
        assert_string_equal(id_of(before, kept[i]), id_of(after, kept[i]));
    assert_string_not_equal(id_of(before, "Loom"), id_of(before, "Scarf"));
    for (size_t i = 0; i < after->item_count; i++)
        for (size_t k = i + 1; k < after->item_count; k++)
            assert_string_not_equal(after->items[i].id, after->items[k].id);
    assert_int_equal(strlen(before->id), 36);
    assert_int_equal(before->id[14], '5'); /* RFC 4122: the version */
    pool_free(before->pool);
    struct roadmap_hints hints = {.id = "mine"};
    struct plan *own = read_with("# Weaving\n- a\n", &hints);
    struct plan *renamed = read_with("# Knitting\n- a\n", &hints);
    assert_string_equal(own->id, renamed->id);
    assert_string_not_equal(own->id, after->id);
    assert_string_equal(plan_uuid(own, "x"), plan_uuid(renamed, "x"));
    pool_free(own->pool);
    pool_free(renamed->pool);
    pool_free(after->pool);
}

static void choosing(void **state)
{
    (void)state;
    const char *const choose[] = {"lamp", "Cane"};
    struct roadmap_hints hints = {.chosen = choose, .chosen_count = 2};
    struct plan *plan = read_with(long_roadmap, &hints);
    assert_false(find(plan, "Lamp Work")->dropped);
    assert_true(find(plan, "Studio Tools")->dropped);
    assert_true(find(plan, "A book of moulds")->dropped);
    assert_false(find(plan, "A book of canes")->dropped);
    check(plan, "A book of canes", ITEM_READING, 4 * M, 10 * M); /* picked: dated by its phase */
    assert_false(find(plan, "Marbles")->dropped);                /* nobody chose among these */
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_survive),
        cmocka_unit_test(choosing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
