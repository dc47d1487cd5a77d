/* Tests of labels: the bold words with which a line says what it is about. */
#include "read/draft.h"
#include "support/reading.h"

static void labels(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        /* of the label; NULL: none */
        const char *label;
        bool standing;
    } rows[] = {
        {"**Goal:** be quick", "Goal:", false},
        {"**Goal**: be quick", "Goal", false},
        {"**Traits** (Week 3): bounds", "Traits (Week 3)", false},
        {"**Traits** – bounds", "Traits", false},
        {"**Tasks**", "Tasks", true},
        {"**Weeks 1-2 (two)**", "Weeks 1-2 (two)", true},
        {"**目标**：快", "目标", false},
        {"*More to read:*", "More to read:", true},
        {"🎯 **Goal:** be quick", "🎯 Goal:", false},
        {"**Bold** words begin a sentence", NULL, false},
        {"a **bold** word: here", NULL, false},
        {"plain: words", NULL, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct pool *pool = pool_new();
        struct label label;
        source = (struct source){"test.md", rows[i].text, strlen(rows[i].text)};
        struct outline outline = outline_read(pool, &source, 0);
        const struct prose *prose = &outline.lines[0].prose;
        bool found = label_find(prose, &label);
        if (found != (rows[i].label != NULL))
            fail_msg("%s", rows[i].text);
        if (found) {
            char *copy = pool_copy(pool, prose->text, label.end);
            assert_string_equal(copy, rows[i].label);
            assert_int_equal(label.standing, rows[i].standing);
        }
        outline_free(&outline);
        pool_free(pool);
    }
}

static void a_fact_of_the_work(void **state)
{
    (void)state;
    struct plan *plan =
        read_text("# Boats (4 weeks)\n\n## Projects\n\n### Project: Raft (Weeks 1-2)\n"
                  "**Duration:** two weekends\n**Deck:** of reed\n");
    assert_int_equal(find(plan, "Duration")->kind, ITEM_TEXT);
    assert_int_equal(find(plan, "Deck")->kind, ITEM_PROJECT);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels),
        cmocka_unit_test(a_fact_of_the_work),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
