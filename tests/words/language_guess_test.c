/* language_guess_test: which language a text is in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/language.h"

static void languages_by_letters_and_words(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code;
    } rows[] = {
        {"Learn to build things with the tools of the trade, week by week", "en"},
        {"Lerne das Werkzeug und baue es nicht nur für den Test", "de"},
        {"Aprende las herramientas para el trabajo y construye una cada semana", "es"},
        {"Aprenda não só com os livros, e em casa faça um projeto", "pt"},
        {"Apprenez avec les outils et pour chaque semaine une tâche", "fr"},
        {"Учись и строй на практике", "ru"},
        {"Учись: https://example.org", "en"}, /* more Latin letters than Cyrillic */
        {"学习工具和项目", "zh"},
        {"Rust 学习路线：工具和项目", "zh"},
        {"道具を学ぶ、毎週の課題", "ja"},
        {"", "en"},
        {"1. 2. 3.", "en"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *code = language_guess(rows[i].text, strlen(rows[i].text));
        if (strcmp(code, rows[i].code) != 0)
            fail_msg("'%s': %s, want %s", rows[i].text, code, rows[i].code);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(languages_by_letters_and_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
