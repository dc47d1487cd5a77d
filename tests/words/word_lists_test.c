/* word_lists_test: every list of every language is written as matching takes for granted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <unicase.h>
#include <cmocka.h>

#include "base/text.h"
#include "words/language.h"

#define NAMED(name) {#name, words_##name},

static const struct {
    const char *name;
    words_list *list;
} lists[] = {WORD_LISTS(NAMED)};

static bool is_stem(const char *name)
{
    static const char stems[] = "learn|build|sharpen|share|exercise|reading";

    return forms_match(name, strlen(name), stems, NULL) == strlen(name);
}

/* Forms are matched in lower case. */
static bool is_lower(const char *form, size_t length)
{
    uint32_t letter;

    for (size_t at = 0; at < length;) {
        at += utf8_next(form + at, length - at, &letter);
        if (uc_tolower(letter) != letter)
            return false;
    }
    return true;
}

/* A form is in lower case, not empty, without blanks at its ends, and only once in its list. */
static void check_forms(const char *code, const char *name, const char *forms)
{
    for (const char *form = forms; form && *form;) {
        size_t length = strcspn(form, "|"), index = SIZE_MAX, place = 0;
        for (const char *at = forms; at < form; at++)
            place += *at == '|';
        if (length == 0 || form[0] == ' ' || form[length - 1] == ' ')
            fail_msg("%s: %s has an empty form or a blank at one's end", code, name);
        if (!is_lower(form, length))
            fail_msg("%s: %s: '%.*s' is not in lower case", code, name, (int)length, form);
        if (forms_match(form, length, forms, &index) != length || index != place)
            fail_msg("%s: %s: '%.*s' is there twice", code, name, (int)length, form);
        if (is_stem(name) && memchr(form, ' ', length))
            fail_msg("%s: %s: '%.*s' is no stem", code, name, (int)length, form);
        form += length + (form[length] == '|');
        if (form[-1] == '|' && *form == '\0')
            fail_msg("%s: %s ends in a bar", code, name);
    }
}

static void forms_are_well_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        for (size_t k = 0; k < sizeof lists / sizeof lists[0]; k++)
            check_forms(languages[i]->code, lists[k].name, lists[k].list(languages[i]));
}

/* What no roadmap can be read without. */
static void every_language_has_the_first_words(void **state)
{
    (void)state;
    static words_list *const needed[] = {words_to,     words_and_also, words_hours,  words_minutes,
                                         words_per,    words_chapters, words_phases, words_optional,
                                         words_choice, words_whole};
    static const char *const names[] = {"to",       "and_also", "hours",    "minutes", "per",
                                        "chapters", "phases",   "optional", "choice",  "whole"};

    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        for (size_t k = 0; k < sizeof needed / sizeof needed[0]; k++)
            if (!needed[k](languages[i]) || !*needed[k](languages[i]))
                fail_msg("%s has no %s", languages[i]->code, names[k]);
}

static void a_list_is_the_language_s_own(void **state)
{
    (void)state;
    assert_string_equal(words_of(languages[0]), "of");
    assert_ptr_equal(words_hours(languages[1]), languages[1]->hours);
    assert_null(words_prerequisite_fillers(language_of("ja")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_are_well_written),
        cmocka_unit_test(every_language_has_the_first_words),
        cmocka_unit_test(a_list_is_the_language_s_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
