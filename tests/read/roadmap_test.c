/* Tests of the roadmap's reader: every part of a long roadmap, and every carrier of items. */
#include "support/reading.h"

static void a_long_roadmap(void **state)
{
    (void)state;
    struct plan *plan = read_text(long_roadmap);
    assert_string_equal(plan->title.text, "Glass Blowing Roadmap");
    assert_int_equal(plan->unit, UNIT_MONTH);
    assert_true(plan->count_low == 8 && plan->count_high == 10);
    assert_true(fabs(plan->length_days - 10 * M) < 1e-6);
    assert_false(plan->length_assumed);
    assert_int_equal(plan->hours_low, 240);
    assert_int_equal(plan->hours_high, 360);
    assert_string_equal(plan->language, "en");
    assert_int_equal(plan->phase_count, 2);
    assert_string_equal(plan->phases[0].title.text, "Heat & Breath");
    assert_int_equal(plan->phases[1].number, 2);
    assert_true(fabs(plan->phases[1].when.from - 4 * M) < 1e-6);
    assert_int_equal(plan->phases[0].weekly.low, 240);

    check(plan, "A straight tumbler; steady breath", ITEM_OUTCOME, 3 * M, 4 * M);
    check(plan, "Keep the gather centred", ITEM_GOAL, 0, 4 * M);
    check(plan, "Furnace Care", ITEM_TOPIC, 0, 2 * M);
    check(plan, "Gathering", ITEM_TOPIC, M, 4 * M);
    check(plan, "Paperweight", ITEM_TASK, 0, 2 * M);
    check(plan, "\"Glass Notes\" (The Manual)", ITEM_READING, 0, 4 * M);
    check(plan, "Bench", ITEM_ALLOCATION, 0, 4 * M);
    check(plan, "Ten tumblers of one height", ITEM_CHECK, 3 * M, 4 * M);
    check(plan, "Marbles", ITEM_PROJECT, 4 * M, 6 * M);
    check(plan, "A book of canes", ITEM_READING, -1, -1);
    check(plan, "Hot Hands", ITEM_STRAND, 0, 3 * M);
    check(plan, "Blocks only", ITEM_STEP, 3 * M, 4 * M);
    check(plan, "Bridge Project: Lamp Shade", ITEM_PROJECT, 5 * M, 6 * M);
    check(plan, "Fear", ITEM_ADVICE, -1, -1);
    check(plan, "Hold the pipe", ITEM_STEP, 14, 28);
    check(plan, "Large pieces", ITEM_STEP, 3 * M, 10 * M);
    check(plan, "Lamp Work", ITEM_SPECIALIZATION, -1, -1);
    check(plan, "Studio Tools", ITEM_SPECIALIZATION, -1, -1);
    check(plan, "Set of Six", ITEM_PORTFOLIO, -1, -1);
    check(plan, "Show the Making", ITEM_ADVICE, -1, -1);
    check(plan, "Photographs", ITEM_JOB, 6 * M, 8 * M);
    check(plan, "Studios within reach", ITEM_JOB, 8 * M, 10 * M);
    check(plan, "Forum", ITEM_COMMITMENT, -1, -1);
    check(plan, "A matched pair", ITEM_MILESTONE, 8 * M, 9 * M);
    check(plan, "Bench Readiness", ITEM_QUESTION, 3 * M, 4 * M);
    check(plan, "Goggles", ITEM_COST, -1, -1);
    check(plan, "Hot Weeks", ITEM_ADVICE, -1, -1);
    check(plan, "Glass forgives nobody, but it waits for everybody.", ITEM_ADVICE, -1, -1);
    pool_free(plan->pool);
}

static void details_and_marks(void **state)
{
    (void)state;
    struct plan *plan = read_text(long_roadmap);
    const struct item *task = find(plan, "Paperweight");
    assert_string_equal(task->detail.text, "Solid work, one colour");
    assert_string_equal(task->line.text, "Month 1-2: Paperweight - Solid work, one colour");
    assert_int_equal(task->line.mark_count, 2);
    assert_int_equal(task->line.marks[1].style, MARK_STRONG);
    assert_int_equal(task->place.line, 22);
    assert_false(task->point);
    const struct item *book = find(plan, "\"Glass Notes\" (The Manual)");
    assert_int_equal(book->chapters.from, 1);
    assert_int_equal(book->chapters.to, 6);
    assert_int_equal(find(plan, "Bench")->effort.high, 240);
    assert_int_equal(find(plan, "Bench")->effort.per, UNIT_WEEK);
    assert_int_equal(find(plan, "Hot Hands")->effort.per, UNIT_WEEK);
    assert_int_equal(find(plan, "Hot Hands")->child_count, 2);
    assert_int_equal(find(plan, "Ten tumblers of one height")->checkbox, CHECKBOX_OPEN);
    assert_int_equal(find(plan, "No burns for a month (500+ gathers)")->checkbox, CHECKBOX_DONE);
    assert_true(find(plan, "No burns for a month (500+ gathers)")->point);
    assert_true(find(plan, "A vase to give away")->point);
    assert_true(find(plan, "Marbles")->choice);
    assert_true(find(plan, "Lamp Work")->choice);
    assert_true(find(plan, "A book of canes")->choice);
    assert_true(find(plan, "Chandelier Arm")->optional);
    assert_int_equal(find(plan, "Chandelier Arm")->number, 2);
    assert_false(find(plan, "Set of Six")->optional);
    assert_int_equal(find(plan, "Goggles")->price.low, 6000);
    const struct item *photographs = find(plan, "Photographs");
    assert_string_equal(photographs->parent->title.text, "Portfolio Preparation");
    assert_int_equal(photographs->depth, 1);
    assert_int_equal(find(plan, "Studios within reach")->depth, 2);
    assert_string_equal(find(plan, "Then freehand")->parent->title.text,
                        "Bridge Project: Lamp Shade");
    for (size_t i = 0; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        if (strcmp(section->title.text, "Low-Cost Investments (<$90 total)") == 0) {
            assert_int_equal(section->price.high, 9000);
            assert_true(section->price.at_most);
        }
        if (strcmp(section->title.text, "Content Creation") == 0) {
            assert_true(section->optional);
            assert_int_equal(section->effort.low, 120);
            assert_int_equal(section->effort.per, UNIT_MONTH);
        }
    }
    pool_free(plan->pool);
}

static void carriers(void **state)
{
    (void)state;
    struct plan *plan = read_text(
        "\xEF\xBB\xBF---\r\ntitle: not read here\r\n---\r\n\r\n# Drums\r\n\r\n"
        "<details><summary>Week 2: Rolls</summary>\r\n\r\n1. Single stroke\r\n</details>\r\n\r\n"
        "<!-- Week 9: hidden -->\r\n"
        "## Week 3: Fills 🥁\r\n* [✔] Around the kit\r\n* [/] With `brushes` and "
        "~~mallets~~\r\n"
        "  * nested **twice**\r\n    * and [thrice](http://example.org)\r\n"
        "* see http://example.org/x.\r\n\r\n```\nWeek 4: code\n```\r\n\r\n"
        "Text with a note[^1].\r\n\r\n[^1]: The note\r\n\r\n"
        "## Recital | Day 30\r\n- [ ] Day 30: Show\r\n");
    check(plan, "Single stroke", ITEM_TOPIC, 7, 14);
    check(plan, "Around the kit", ITEM_TASK, 14, 21);
    assert_int_equal(find(plan, "Around the kit")->checkbox, CHECKBOX_DONE);
    const struct item *brushes = find(plan, "With brushes and mallets");
    assert_int_equal(brushes->checkbox, CHECKBOX_OPEN);
    assert_int_equal(brushes->title.marks[0].style, MARK_CODE);
    assert_int_equal(brushes->title.marks[1].style, MARK_STRIKE);
    assert_int_equal(find(plan, "and thrice")->depth, brushes->depth + 2);
    assert_string_equal(find(plan, "and thrice")->link, "http://example.org");
    assert_string_equal(find(plan, "see")->link, "http://example.org/x");
    assert_int_equal(find(plan, "Week 4: code")->kind, ITEM_TEXT);
    assert_int_equal(find(plan, "Week 4: code")->span.form, SPAN_NONE);
    check(plan, "Show", ITEM_TASK, 29, 30);
    assert_int_equal(find(plan, "Show")->place.line, 29);
    for (size_t i = 0; i < plan->item_count; i++) {
        assert_null(strstr(plan->items[i].line.text, "hidden"));
        assert_null(strstr(plan->items[i].line.text, "not read"));
    }
    pool_free(plan->pool);
}

static void front_matter(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
    } rows[] = {{"---\na: b\n---\n# T\n", 13},
                {"---\r\na\r\n...\r\nx", 13},
                {"# T\n---\n", 0},
                {"---\nno end\n", 0},
                {"\xEF\xBB\xBF---\n---\nx", 11},
                {"----\n---\n", 0},
                {"", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(front_matter_length(rows[i].text, strlen(rows[i].text)), rows[i].length);
}

static void labels_of_a_project_are_no_work(void **state)
{
    (void)state;
    struct plan *plan = read_text("# Puppets (6 months)\n\n## Phase 1: Wood (Months 1-6)\n\n"
                                  "### Project: A show for the street\n\n"
                                  "**Duration:** 6 weeks\n"
                                  "**Deliverables:**\n- three puppets\n- a poster\n\n"
                                  "**Steps:**\n1. Carve heads\n2. Sew clothes\n");
    assert_int_equal(find(plan, "Project: A show for the street")->kind, ITEM_PROJECT);
    assert_int_equal(find(plan, "Duration")->kind, ITEM_TEXT);
    assert_int_equal(find(plan, "Deliverables")->kind, ITEM_TEXT);
    assert_int_equal(find(plan, "Steps")->kind, ITEM_TEXT);
    assert_int_equal(find(plan, "a poster")->kind, ITEM_CHECK);
    assert_int_equal(find(plan, "Sew clothes")->kind, ITEM_STEP);
    pool_free(plan->pool);
}

static void a_line_that_calls_itself_a_milestone(void **state)
{
    (void)state;
    struct plan *plan = read_text("# Choir (3 months)\n\n## Month 3: Concert\n\n"
                                  "- [ ] Rehearse with the organ\n"
                                  "- [ ] **Sing in church** (milestone!)\n"
                                  "- Milestone: a recording\n\n"
                                  "## Notes\n\n- A milestone is a stone by the road\n");
    assert_int_equal(find(plan, "Rehearse with the organ")->kind, ITEM_TASK);
    assert_int_equal(find(plan, "Sing in church")->kind, ITEM_MILESTONE);
    assert_true(find(plan, "Sing in church")->point);
    assert_int_equal(find(plan, "a recording")->kind, ITEM_MILESTONE);
    assert_true(find(plan, "A milestone is a stone by the road")->kind != ITEM_MILESTONE);
    pool_free(plan->pool);
}

static void an_address_is_no_part_of_the_title(void **state)
{
    (void)state;
    struct plan *plan = read_text("# Maps (https://example.org/maps)\n\n## Week 1: Scale\n- x\n");
    assert_string_equal(plan->title.text, "Maps");
    pool_free(plan->pool);
    plan = read_text("**Project Plan for Maps:** (https://example.org)\n\n- Week 1: Scale\n");
    assert_string_equal(plan->title.text, "Project Plan for Maps");
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_roadmap),
        cmocka_unit_test(details_and_marks),
        cmocka_unit_test(carriers),
        cmocka_unit_test(front_matter),
        cmocka_unit_test(labels_of_a_project_are_no_work),
        cmocka_unit_test(a_line_that_calls_itself_a_milestone),
        cmocka_unit_test(an_address_is_no_part_of_the_title),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
