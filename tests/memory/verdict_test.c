/* verdict_test: the words of a verdict name the limits that hold, and are known again. */
#include <stdio.h>
#include <string.h>

#include "memory/entries.h"
#include "memory/verdict.h"
#include "support/hand_book.h"

static void words_name_the_limits(void **state)
{
    char words[64];

    (void)state;
    snprintf(words, sizeof words, "no: under %g h", HOURS_LEAST);
    assert_string_equal(verdict_words[VERDICT_FEW], words);
    snprintf(words, sizeof words, "no: over %g h", HOURS_MOST);
    assert_string_equal(verdict_words[VERDICT_MANY], words);
    for (int i = 0; i < VERDICTS; i++) {
        assert_int_equal(verdict_counts((enum verdict)i), strncmp(verdict_words[i], "yes", 3) == 0);
        assert_int_equal(verdict_is_astray((enum verdict)i),
                         strncmp(verdict_words[i], "no:", 3) == 0);
    }
}

static void what_roadbook_says_is_known_again(void **state)
{
    /* as one program writes it, and as none would */
    const char *formula = "IF(ISNUMBER(D5);IF(B5;\"no: not a date\";\"yes, as Other: unknown "
                          "category\");\"\")";
    const struct kept_cell ours[] = {
        {CELL_TEXT, "", 0, formula, "General"},
        {CELL_TEXT, "yes", 0, formula, "General"},
        {CELL_TEXT, "no: over 24 h", 0, NULL, "General"}, /* of a program that drops formulas */
        {CELL_EMPTY, "", 0, NULL, "General"},
    };
    const struct kept_cell theirs[] = {
        {CELL_TEXT, "yes, of course", 0, NULL, "General"},
        {CELL_TEXT, "yes", 0, "IF(D5>1,\"yes\",\"\")", "General"},
        {CELL_NUMBER, "1", 1, NULL, "General"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        assert_true(verdict_is_ours(&ours[i]));
    for (size_t i = 0; i < sizeof theirs / sizeof *theirs; i++)
        assert_false(verdict_is_ours(&theirs[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_name_the_limits),
        cmocka_unit_test(what_roadbook_says_is_known_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
