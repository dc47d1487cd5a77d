/* rule: names that are found again, in the order of the alphabet, each once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/rule.h"

static void every_name_is_found(void **state)
{
    enum rule found;

    (void)state;
    for (int i = RULE_NONE + 1; i < RULE_COUNT; i++) {
        assert_true(rule_find(rule_names[i], &found));
        assert_int_equal(found, i);
    }
    assert_string_equal(rule_names[RULE_NONE], "");
    assert_false(rule_find("", &found));
    assert_false(rule_find("No-Font", &found));
    assert_false(rule_find("no_font", &found));
}

static void names_are_words_in_order(void **state)
{
    (void)state;
    for (int i = RULE_NONE + 1; i < RULE_COUNT; i++) {
        assert_int_equal(strspn(rule_names[i], "abcdefghijklmnopqrstuvwxyz-0123456789"),
                         strlen(rule_names[i]));
        assert_true(strcmp(rule_names[i - 1], rule_names[i]) < 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_is_found),
        cmocka_unit_test(names_are_words_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
