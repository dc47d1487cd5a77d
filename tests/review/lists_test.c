/* Tests of review_lists: numbers that skip or start late, and things said twice. */
#include "support/examine.h"

static void numbers_of_lists(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knots (2 Weeks)\n\n## Tier 1 Projects (Week 1)\n1. **Net**: Of string\n2. "
                 "**Mat**: Of "
                 "rope\n\n"
                 "## Tier 2 Projects (Week 2)\n3. **Bag**: Of net\n4. **Hat**: Of straw\n",
         .near = "# Knots (2 Weeks)\n\n## Tier 1 Projects (Week 1)\n1. **Net**: Of string\n2. "
                 "**Mat**: Of "
                 "rope\n\n"
                 "## Tier 2 Projects (Week 2)\n1. **Bag**: Of net\n2. **Hat**: Of straw\n",
         .rule = RULE_NUMBERING,
         .words = "begins with 3, as if the one up to line 5 went on",
         .line = 8,
         .column = 1},
        {.text = "# Knots (2 Weeks)\n\n## Week 1\n1. Cut\n2. Melt\n4. Tie\n",
         .near = "# Knots (2 Weeks)\n\n## Week 1\n1. Cut\n1. Melt\n1. Tie\n",
         .rule = RULE_NUMBERING,
         .words = "number 4 follows 2",
         .line = 6,
         .column = 1},
        /* Going on behind other words is meant so. */
        {.text =
             "# Knots (2 Weeks)\n\n## Week 1\n1. Cut\n2. Melt\n\nHave a rest.\n\n5. Tie\n6. Pull\n",
         .near =
             "# Knots (2 Weeks)\n\n## Week 1\n1. Cut\n2. Melt\n\nHave a rest.\n\n3. Tie\n4. Pull\n",
         .rule = RULE_NUMBERING,
         .words = "begins with 5",
         .line = 9,
         .column = 1},
        {.text = "# Knots (8 Weeks)\n\n## Phase 1: Bends (Weeks 1-4)\n- Tie\n\n"
                 "## Phase 3: Hitches (Weeks 5-8)\n- Tie\n",
         .near = "# Knots (8 Weeks)\n\n## Phase 1: Bends (Weeks 1-4)\n- Tie\n\n"
                 "## Phase 2: Hitches (Weeks 5-8)\n- Tie\n",
         .rule = RULE_NUMBERING,
         .words = "phase 3 follows phase 1",
         .line = 6},
    };
    EXPECT_FAULTS(faults);
}

static void things_said_twice(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knots (2 Weeks)\n\n## Week 1\n- [ ] Cut the rope\n- [ ] Melt the end\n"
                 "- [ ] Cut the rope\n",
         .near = "# Knots (2 Weeks)\n\n## Week 1\n- [ ] Cut the rope\n- [ ] Melt the end\n\n"
                 "## Week 2\n- [ ] Cut the rope\n",
         .rule = RULE_DUPLICATE,
         .words = "stands in line 4 already",
         .line = 6},
        {.text =
             "# Knots (2 Weeks)\n\n## Bends\n- **Week 1**: Tie\n\n## Bends\n- **Week 2**: Pull\n",
         .near =
             "# Knots (2 Weeks)\n\n## Bends\n- **Week 1**: Tie\n\n## Hitches\n- **Week 2**: Pull\n",
         .rule = RULE_DUPLICATE,
         .words = "the same heading stands in line 3",
         .line = 6},
    };
    EXPECT_FAULTS(faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_lists),
        cmocka_unit_test(things_said_twice),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
