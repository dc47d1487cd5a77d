/* chapters_test: chapters out of words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/quantity.h"

static void chapter_ranges(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int from, to;
    } rows[] = {
        {"Chapters 1-10 thoroughly", 1, 10},
        {"The Book chapter 16, examples", 16, 16},
        {"ch.9–13 drills", 9, 13},
        {"Kapitel 3", 3, 3},
        {"Capítulo 2 (recursión)", 2, 2},
        {"Главы 1-3", 1, 3},
        {"第1-3章", 1, 3},
        {"\"Why chapter 11 fails\" - chapters 1-16", 1, 16},
        {"“Why chapter 11 fails”, chapter 3", 3, 3},
        {"„Warum Kapitel 11 fehlt“: Kapitel 2-4", 2, 4},
        {"«Глава 7», главы 1-3", 1, 3},
        {"《第3章》第1-2章", 1, 2},
        {"\"Chapter 11\" and \"Chapters 2-5\"", 2, 5},
        {"\"Chapters 2-5\" and \"Chapter 11\"", 2, 5},
        {"\"Why chapter 11 fails\"", 11, 11},
        {"chapter 4, then \"chapters 1-16\"", 4, 4},
        {"a 5\" disk: chapter 4, chapters 5-6", 4, 4},
        {"selected chapters", 0, 0},
        {"Torch 2 basics", 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct chapters chapters = {0};
        bool found = chapters_find(rows[i].text, strlen(rows[i].text), &chapters);
        if (found != (rows[i].from > 0) || chapters.from != rows[i].from ||
            chapters.to != rows[i].to)
            fail_msg("'%s': got %d-%d", rows[i].text, chapters.from, chapters.to);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chapter_ranges),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
