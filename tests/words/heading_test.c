/* heading_test: what headings and labels say of the items below them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/heading.h"

static void kinds(void **state)
{
    (void)state;
    static const struct {
        const char *code, *text;
        enum item_kind kind;
        bool names_one;
    } rows[] = {
        {"en", "Reading List (Beginner-Friendly)", ITEM_READING, false},
        {"en", "Bridge Project: Task Scheduler", ITEM_PROJECT, true},
        {"en", "Projects:", ITEM_PROJECT, false},
        {"en", "Learning Goals", ITEM_GOAL, false},
        {"en", "Beginner Track", ITEM_STEP, false},
        {"en", "Introduction to Rust", ITEM_ADVICE, false},
        {"en", "Rust", ITEM_TEXT, false},
        {"de", "Übungen", ITEM_TASK, false},
        {"de", "Reading List", ITEM_READING, false}, /* English counts everywhere */
        {"en", "Übungen", ITEM_TEXT, false},
        {"fr", "Projets de lecture", ITEM_PROJECT, false}, /* the first word says it there */
        {"en", "Project reading", ITEM_READING, false},
        {"zh", "学习资源", ITEM_RESOURCE, false},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct lexicon lexicon = lexicon_of(rows[i].code);
        bool names_one = false;
        enum item_kind kind =
            kind_of_heading(&lexicon, rows[i].text, strlen(rows[i].text), &names_one);
        if (kind != rows[i].kind || names_one != rows[i].names_one)
            fail_msg("'%s': %s%s", rows[i].text, item_kind_name(kind), names_one ? ", one" : "");
    }
}

static void kinds_below_kinds(void **state)
{
    (void)state;
    assert_int_equal(kind_under(ITEM_GOAL, ITEM_TEXT), ITEM_GOAL);
    assert_int_equal(kind_under(ITEM_GOAL, ITEM_TASK), ITEM_TASK);
    assert_int_equal(kind_under(ITEM_PORTFOLIO, ITEM_PROJECT), ITEM_PORTFOLIO);
    assert_int_equal(kind_under(ITEM_JOB, ITEM_PORTFOLIO), ITEM_JOB);
    assert_int_equal(kind_under(ITEM_JOB, ITEM_QUESTION), ITEM_QUESTION);
    assert_int_equal(kind_under(ITEM_STRAND, ITEM_TOPIC), ITEM_STRAND);
}

static void marks(void **state)
{
    (void)state;
    struct lexicon english = lexicon_of("en"), german = lexicon_of("de");
    struct lexicon chinese = lexicon_of("zh");

#define SAYS(what, lexicon, text, where) says_##what(&lexicon, text, strlen(text), where)
    assert_true(SAYS(optional, english, "Nice to Have: Docker", true));
    assert_false(SAYS(optional, english, "Docker is nice to have", false));
    assert_true(SAYS(optional, english, "Docker (optional)", false));
    assert_true(SAYS(optional, english, "Optional: Docker", false));
    assert_true(SAYS(optional, german, "Docker (freiwillig)", false));
    assert_false(SAYS(optional, english, "Docker (freiwillig)", false));
    assert_true(SAYS(optional, chinese, "选修：编译原理", false));
    assert_true(SAYS(optional, chinese, "編譯原理（選修）", false));
    assert_true(SAYS(optional, chinese, "选修课程", true));
    assert_false(SAYS(optional, chinese, "必修课程", true));
    assert_true(SAYS(choice, english, "Fields (Choose based on interest)", false));
    assert_false(SAYS(choice, english, "Choose one of these", false));
    assert_true(SAYS(choice, english, "Choose one of these", true));
#undef SAYS
    assert_true(says_whole(&english, "8-Week Plan", 11));
    assert_true(says_whole(&german, "7-Wochen-Lernplan", 17));
    assert_false(says_whole(&english, "8 Weeks of Rust", 15));
}

static void phases(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int number;
        const char *rest;
    } rows[] = {
        {"Phase 2: Traits", 2, "Traits"}, {"Module 3 - Macros", 3, "Macros"},
        {"Part IV. Async", 4, "Async"},   {"阶段二：项目", 2, "项目"},
        {"第一阶段 基础", 1, "基础"},     {"Módulo 3 – Fin", 3, "Fin"},
        {"🚀 Этап 1: Старт", 1, "Старт"},  {"Phase 2b: Traits", 0, ""},
        {"Phases of the moon", 0, ""},    {"Week 2: Traits", 0, ""},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t length = strlen(rows[i].text), end = length;
        int number = phase_number(rows[i].text, length, &end);
        if (number != rows[i].number || strcmp(rows[i].text + end, rows[i].rest) != 0)
            fail_msg("'%s': %d, '%s'", rows[i].text, number, rows[i].text + end);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds),
        cmocka_unit_test(kinds_below_kinds),
        cmocka_unit_test(marks),
        cmocka_unit_test(phases),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
