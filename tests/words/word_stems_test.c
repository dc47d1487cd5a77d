/* word_stems_test: beginnings of words in texts of any language. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/language.h"

static void check(const char *text, words_list *list, long place)
{
    const char *found = words_stem(text, list);
    long at = found ? (long)(found - text) : -1;

    if (at != place)
        fail_msg("'%s': at %ld, want %ld", text, at, place);
}

static void earliest_word(void **state)
{
    (void)state;
    check("weekly reading", words_learn, 7);
    check("reading, then theory", words_learn, 0);
    check("theory, then reading", words_learn, 0);
    check("spread over weeks", words_learn, -1); /* "read" inside a word */
    check("bread and reading", words_learn, 10);
    check("hands-on work", words_build, 0);
    check("die übungen", words_sharpen, 4);
    check("für enseñar", words_share, 5);
    check("我们练习", words_sharpen, 6); /* no blanks there, so inside is as good */
    check("", words_learn, -1);
    check("lesen", words_reading, 0);
    check("leetcode", words_exercise, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(earliest_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
