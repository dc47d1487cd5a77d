/* Tests of the table of languages and of finding its words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/scan.h"

/* Each form of LIST is found, alone and before another word, at its place or an equal one's. */
static void check_list(const char *list, bool time)
{
    size_t place = 0;

    for (const char *form = list; form && *form; place++) {
        size_t length = strcspn(form, "|"), index = SIZE_MAX;
        unsigned char first = (unsigned char)*form;
        char text[128];
        assert_in_range(length, 1, sizeof text - 8);
        memcpy(text, form, length);
        memcpy(text + length, " 3x", 4);
        assert_int_equal(forms_match(text, length, list, &index), length);
        assert_true(index <= place);
        assert_true(forms_match(text, length + 3, list, NULL) >= length);
        /* What scan.c takes for granted to save searches. */
        if (time && first < 0x80 && !(first >= 'a' && first <= 'z'))
            fail_msg("'%s' begins with a sign", text);
        form += length + (form[length] == '|');
    }
}

static void every_form_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        const struct language *language = languages[i];
        for (unsigned unit = UNIT_DAY; unit <= UNIT_YEAR; unit++)
            check_list(language->units[unit], true);
        for (size_t day_index = 0; day_index < 7; day_index++)
            check_list(language->weekdays[day_index], true);
        for (size_t month = 0; month < 12; month++)
            check_list(language->months[month], true);
        for (size_t kind = 0; kind < ITEM_KIND_COUNT; kind++)
            check_list(language->kinds[kind], false);
        check_list(language->hours, true);
        check_list(language->by, true);
        check_list(language->end_of, true);
        check_list(language->phases, false);
        check_list(language->common, false);
    }
}

static void whole_words_of_any_case(void **state)
{
    (void)state;
    size_t index = 9;
    assert_int_equal(forms_match("WEEKS 3", 7, "week|weeks|wk", &index), 5);
    assert_int_equal(index, 1);
    assert_int_equal(forms_match("weekly", 6, "week|weeks", NULL), 0);
    assert_int_equal(forms_match("Неделя 2", 14, "недели|неделя", &index), 12);
    assert_int_equal(index, 1);
    assert_int_equal(forms_match("周末", 6, "周|周末", &index), 6);
    assert_int_equal(index, 1);
    assert_int_equal(forms_match("ewe", 3, "we|new|ewe|wee", &index), 3);
    assert_int_equal(index, 2);
    assert_int_equal(forms_match("", 0, "a", NULL), 0);
    assert_int_equal(forms_match("a", 1, "", NULL), 0);
    assert_int_equal(forms_match("a", 1, NULL, NULL), 0);
    assert_true(forms_within("in two weeks' time", 18, "week|weeks"));
    assert_false(forms_within("a weekly", 8, "week|weeks"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_is_found),
        cmocka_unit_test(whole_words_of_any_case),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
