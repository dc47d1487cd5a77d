/* Tests of items: how a line parts into title, detail, time and effort, and where those stand. */
#include "support/reading.h"

static void titles_and_details(void **state)
{
    (void)state;
    struct plan *plan = read_text(
        "# Plan (9 weeks)\n\n## Topics (Weeks 1-9)\n- **Week 2**: **Sorting** - by hand\n"
        "- **Trees** (Weeks 3-4): roots first\n"
        "- Write a long line of words that goes on and on beyond eighty bytes. Then rest of it.\n"
        "- by Week 6: hand it in\n- Rest https://a.example/b\n\n## Budget\n- Rope: $20\n");
    const struct item *sorting = find(plan, "Sorting");
    assert_string_equal(sorting->detail.text, "by hand");
    check_place(sorting->span_place, "Week 2");
    check_place(find(plan, "Trees")->span_place, "Weeks 3-4");
    assert_string_equal(
        find(plan, "Write a long line of words that goes on and on beyond eighty bytes.")
            ->detail.text,
        "Then rest of it.");
    assert_true(find(plan, "hand it in")->point);
    assert_string_equal(find(plan, "Rest")->link, "https://a.example/b");
    assert_int_equal(find(plan, "Rope")->price.high, 2000);
    pool_free(plan->pool);
}

static void efforts(void **state)
{
    (void)state;
    struct plan *plan =
        read_text("# Plan (9 weeks)\n\n## Topics (Weeks 1-9)\n- **Trees** (2-3 hours): roots\n"
                  "- **Heaps**: ~4 hours of them\n- Piles (90 min)\n\n"
                  "Words that take 8 hours\n\n## Weekly Schedule\n- Tue: study 1-2 hrs\n");
    assert_int_equal(find(plan, "Trees")->effort.low, 120);
    check_place(find(plan, "Trees")->effort_place, "2-3 hours");
    check_place(find(plan, "Heaps")->effort_place, "4 hours");
    check_place(find(plan, "Piles (90 min)")->effort_place, "90 min");
    assert_int_equal(find(plan, "Words that take 8 hours")->effort.high, 0);
    check_place(find(plan, "Tue")->effort_place, "1-2 hrs");
    pool_free(plan->pool);
}

static void milestones_and_totals(void **state)
{
    (void)state;
    struct plan *plan =
        read_text("# Plan (9 weeks)\n\n## Topics (Weeks 1-9)\n- Milestone: it floats\n"
                  "- It sails (milestone!)\n- A milestone is a stone\n"
                  "- **Total**: 40 hours\n- [x] Totally done\n");
    assert_int_equal(find(plan, "it floats")->kind, ITEM_MILESTONE);
    assert_true(find(plan, "It sails")->point);
    assert_int_equal(find(plan, "A milestone is a stone")->kind, ITEM_TOPIC);
    assert_int_equal(find(plan, "Total")->kind, ITEM_TEXT);
    assert_int_equal(find(plan, "Totally done")->checkbox, CHECKBOX_DONE);
    pool_free(plan->pool);
}

/* What stands below something optional, or below one of several to choose from, is so too. */
static void parts_are_as_optional_as_what_holds_them(void **state)
{
    (void)state;
    struct plan *plan =
        read_text("# Plan (9 weeks)\n\n## Topics (Weeks 1-9)\n"
                  "- **Lace** (optional): thin thread\n  - Bobbins\n    - Of bone\n  - Pillow\n"
                  "- **Nets** (choose one)\n  - Shuttle\n"
                  "- **Knots**: of rope\n  - Bowline\n");
    static const char *const parts[] = {"Lace (optional)", "Bobbins", "Of bone", "Pillow"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        assert_true(find(plan, parts[i])->optional && !find(plan, parts[i])->choice);
    assert_true(find(plan, "Shuttle")->choice && !find(plan, "Shuttle")->optional);
    assert_false(find(plan, "Knots")->optional || find(plan, "Bowline")->optional);
    pool_free(plan->pool);
}

/* What stands in parentheses beside a span is said of the title; what the detail says is not. */
static void optional_beside_a_span(void **state)
{
    static const char *const texts[] = {
        "# Knots in 9 Weeks\n\n## Plan\n- **Lace** (Weeks 3-8, optional): thin thread\n"
        "- **Rope** (Weeks 3-4): thick (optional: wet)\n",
        "# Knoten in 9 Wochen\n\n## Der Plan\n- **Lace** (Woche 3-8, optional): ein Faden\n"
        "- **Rope** (Woche 3-4): dick (optional: nass)\n",
        "# Los nudos en 9 semanas\n\n## El plan\n- **Lace** (Semanas 3-8, opcional): un hilo\n"
        "- **Rope** (Semanas 3-4): grueso (opcional: mojado)\n",
        "# Les nœuds en 9 semaines\n\n## Le plan\n- **Lace** (Semaines 3-8, facultatif) : un fil\n"
        "- **Rope** (Semaines 3-4) : le gros (facultatif : mouillé)\n",
        "# Os nós em 9 semanas\n\n## O plano\n- **Lace** (Semanas 3-8, opcional): um fio\n"
        "- **Rope** (Semanas 3-4): não fino (opcional: molhado)\n",
        "# Узлы за 9 недель\n\n## План\n- **Lace** (Недели 3-8, по желанию): тонкая нить\n"
        "- **Rope** (Недели 3-4): толстая (по желанию: мокрая)\n",
        "# 9周学习绳结\n\n## 计划\n- **Lace**（第3-8周，可选）：细线\n"
        "- **Rope**（第3-4周）：粗的（可选：湿的）\n",
        "# 9週間の結び方\n\n## 学習の計画\n- **Lace**（第3〜8週、任意）：細い糸です\n"
        "- **Rope**（第3〜4週）：太いです（任意：濡れた）\n",
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct plan *plan = read_text(texts[i]);
        assert_int_equal(find(plan, "Lace")->span.form != SPAN_NONE, true);
        assert_true(find(plan, "Lace")->optional);
        assert_false(find(plan, "Rope")->optional);
        pool_free(plan->pool);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_and_details),
        cmocka_unit_test(efforts),
        cmocka_unit_test(milestones_and_totals),
        cmocka_unit_test(parts_are_as_optional_as_what_holds_them),
        cmocka_unit_test(optional_beside_a_span),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
