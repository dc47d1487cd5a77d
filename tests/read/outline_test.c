/* Tests of the outline: no word is lost, and no text makes the reader stumble. */
#include "support/reading.h"

#include <stdio.h>

/* Every word of the text is in a heading or in an item's line. */
static void check_words(const char *text, const struct plan *plan)
{
    struct text all = TEXT_INIT;

    for (size_t i = 0; i < plan->section_count; i++) {
        text_add(&all, plan->sections[i].heading.text);
        text_add_char(&all, '\n');
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        text_add(&all, plan->items[i].line.text);
        text_add_char(&all, '\n');
    }
    for (const char *word = text; *word;) {
        if (*word == '<' && (word[1] == '/' || (word[1] >= 'a' && word[1] <= 'z')))
            word += strcspn(word, ">"); /* a tag is no text */
        size_t length = strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        if (length > 1) {
            char copy[100];
            snprintf(copy, sizeof copy, "%.*s", (int)length, word);
            if (!strstr(text_string(&all), copy))
                fail_msg("'%s' is lost", copy);
        }
        word += length ? length : 1;
    }
    text_free(&all);
}

/* The shape that all readers of a plan rely on. */
static void check_shape(const struct plan *plan)
{
    size_t items = 0;

    assert_true(plan->length_days > 0);
    assert_true(plan->unit == UNIT_DAY || plan->unit == UNIT_WEEK || plan->unit == UNIT_MONTH);
    assert_true(plan->section_count > 0 && plan->sections[0].level == 0);
    for (size_t s = 0; s < plan->section_count; s++) {
        const struct section *section = &plan->sections[s];
        assert_int_equal(section->first_item, items);
        items += section->item_count;
        assert_true(s == 0 ? !section->parent : section->parent < section);
        assert_non_null(section->id);
    }
    assert_int_equal(items, plan->item_count);
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        assert_true(!item->parent || item->parent < item);
        assert_true(!item->parent || item->parent->section == item->section);
        assert_int_equal(item->depth, item->parent ? item->parent->depth + 1 : 0);
        assert_int_equal(strlen(item->title.text), item->title.length);
        assert_true((item->when.from < 0) == (item->when_from == WHEN_NONE));
        assert_true(item->when.from < 0 || item->when.to > item->when.from);
        for (size_t m = 0; m < item->line.mark_count; m++)
            assert_true(item->line.marks[m].start <= item->line.marks[m].end &&
                        item->line.marks[m].end <= item->line.length);
    }
}

static void no_word_is_lost(void **state)
{
    (void)state;
    static const char *const texts[] = {
        long_roadmap,
        "intro line\nsecond\n\n> quoted **words**\n> - in a list\n\n| one | two |\n|--|--|\n| "
        "three | four "
        "|\n\n1) five\n   six\n\n   seven\n\n       eight as code\n- - nine\n- [ ] \n  "
        "ten\n***\neleven\n---\n"
        "twelve ![thirteen](x) `fourteen` _fifteen **sixteen**_\n\n    "
        "seventeen\n\n<p>eighteen</p>\n",
        "<details>\n<summary>Week one</summary>\nplain\n\n- "
        "item\n\n</details>\n\nafter\n\n<details><summary>"
        "two</summary>inner</details>\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct plan *plan = read_text(texts[i]);
        check_words(texts[i], plan);
        pool_free(plan->pool);
    }
}

static void any_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "x",
        "#",
        "# \n",
        "- ",
        "- \n- \n",
        "***\n\na",
        "| a |\n|--|\n",
        "```\nx",
        "[^1]: a",
        "\n\n\nx\n",
        "**Week 1**:",
        "**:**\n- a",
        "- **a**:\n  - b\n    - c",
        "<details>",
        "</details>\n\nx\n\n</details>",
        "# Week 1 (3 weeks)\n## Week 5+\n- by Month 900: x",
        "# Month 3\n# Month 1\n- Day 40: x",
        "a\n===\nb\n---\n",
        "• a\n• b",
        "> > > a",
        "Setext (Weeks 1-2)\n---\n- x",
        "# (()\n",
        "----\n",
        "**Weeks 1-2 (x)** *(y)*\n\n- a",
        "# A\n**Weeks 3-4**\n- [ ] b\n",
        "\xEF\xBB\xBF# BOM\n- Week 1: a",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct plan *plan = read_with(texts[i], NULL);
        if (plan) {
            check_shape(plan);
            pool_free(plan->pool);
        }
    }
    static const char *const nothing[] = {"", "\n\n", "---\na: b\n---\n", "<!-- x -->\n", "***\n"};
    for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
        assert_null(read_with(nothing[i], NULL));
        assert_int_equal(report_status(false), STATUS_BAD_INPUT);
    }
    /* Every beginning of a real one. */
    for (size_t length = 3; length < sizeof long_roadmap; length += 41) {
        char *copy = strndup(long_roadmap, length);
        struct plan *plan = read_with(copy, NULL);
        check_shape(plan);
        pool_free(plan->pool);
        free(copy);
    }
}

/* Shapes that cost a careless reader more than a straight line. */
static void deep_and_wide(void **state)
{
    (void)state;
    static const struct {
        const char *head, *part, *tail;
        size_t times;
    } shapes[] = {
        {"", "> ", "a\n", 20000},       {"", "- ", "a\n", 20000},
        {"# ", "(", "\n", 20000},       {"", "[", "\n", 50000},
        {"", "[a](", "\n", 50000},      {"", "*a ", "\n", 50000},
        {"- ", "Week 1 ", "\n", 9000},  {"", "|x", "\n|-|\n", 9000},
        {"", "<a ", "\n", 20000},       {"# ", " ", "a\n", 50000},
        {"- ", "1", " weeks\n", 50000}, {"|a|b|c|d|e|\n|-|-|-|-|-|\n", "|x\n", "", 20000},
    };
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        struct text text = TEXT_INIT;
        text_add(&text, shapes[i].head);
        for (size_t k = 0; k < shapes[i].times; k++)
            text_add(&text, shapes[i].part);
        text_add(&text, shapes[i].tail);
        struct plan *plan = read_with(text_string(&text), NULL);
        assert_non_null(plan);
        check_shape(plan);
        for (size_t k = 0; k < plan->item_count; k++)
            assert_true(plan->items[k].depth < 80);
        pool_free(plan->pool);
        text_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_word_is_lost),
        cmocka_unit_test(any_text),
        cmocka_unit_test(deep_and_wide),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
