/* language_test: the table of languages, and finding its words. */
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

static void forms_of_any_language(void **state)
{
    (void)state;
    const struct language *language = NULL;

    assert_int_equal(words_match("Stunden lang", 12, words_hours, &language), 7);
    assert_ptr_equal(language, language_of("de-AT"));
    assert_int_equal(words_match("hourly", 6, words_hours, NULL), 0);
    assert_int_equal(words_match("", 0, words_hours, NULL), 0);
    /* The longest form of all languages counts, not the first: "h" is English, "horas" is not. */
    assert_int_equal(words_match("horas", 5, words_hours, NULL), 5);
    assert_true(words_are("Gesamt", 6, words_totals));
    assert_false(words_are("Gesamt 3", 8, words_totals));
    assert_false(words_are("", 0, words_totals));
    assert_true(words_within("lange Ferien", 12, words_periods));
    assert_false(words_within("Ferienhaus", 10, words_periods));
}

static void languages_by_code(void **state)
{
    (void)state;
    assert_string_equal(languages[0]->code, "en");
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        assert_ptr_equal(language_of(languages[i]->code), languages[i]);
    assert_ptr_equal(language_of("zh-TW"), language_of("zh"));
    assert_ptr_equal(language_of("xx"), languages[0]);
    assert_ptr_equal(language_of(""), languages[0]);
}

static void ideographic_letters(void **state)
{
    (void)state;
    assert_true(is_ideographic(0x5468) && is_ideographic(0x3042) && is_ideographic(0x20000));
    assert_false(is_ideographic('a') || is_ideographic(0x43D) || is_ideographic(0xFF0D));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_is_found),   cmocka_unit_test(whole_words_of_any_case),
        cmocka_unit_test(forms_of_any_language), cmocka_unit_test(languages_by_code),
        cmocka_unit_test(ideographic_letters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
