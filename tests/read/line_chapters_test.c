/* line_chapters_test: which chapters a line asks for, where titles name chapters too. */
#include "support/reading.h"

static void chapters_beside_titles(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        int from, to;
    } rows[] = {
        {"\"Why chapter 11 fails\" - chapters 1-16", 1, 16},
        {"*Why chapter 11 fails* - chapters 1-16", 1, 16},
        {"[Why chapter 11 fails](https://example.org/11), chapters 1-16", 1, 16},
        {"**Why chapter 11 fails**: read chapters 1-16", 1, 16},
        {"**Chapter 11** and what it says of chapter 3", 11, 11},
        {"[Chapters 2-3](https://example.org/2), then chapters 5-6", 2, 3},
        {"[Chapter 2](https://example.org/2), [Chapter 3](https://example.org/3)", 2, 2},
        {"Chapter 11 of the *Guide to chapters 1-16*", 11, 11},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text text = TEXT_INIT;
        text_print(&text, "# Plan\n\n## Weeks 1-2\n\n- %s\n", rows[i].line);
        struct plan *plan = read_text(text_string(&text));
        const struct chapters *chapters = &plan->items[0].chapters;
        if (chapters->from != rows[i].from || chapters->to != rows[i].to)
            fail_msg("'%s': got %d-%d", rows[i].line, chapters->from, chapters->to);
        pool_free(plan->pool);
        text_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chapters_beside_titles),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
