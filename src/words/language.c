/* language: finding the words of the table of languages in a text. */
#include "words/language.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "base/text.h"

#define LANGUAGE_LISTED(name) &language_##name,
const struct language *const languages[LANGUAGE_COUNT] = {LANGUAGES(LANGUAGE_LISTED)};
#undef LANGUAGE_LISTED

const struct language *language_of(const char *code)
{
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        if (!strncmp(languages[i]->code, code, 2))
            return languages[i];
    return languages[0];
}

static uint32_t lower(uint32_t character)
{
    if (character < 0x80)
        return character >= 'A' && character <= 'Z' ? character + 32 : character;
    return character == 0x2019 ? '\'' : uc_tolower(character);
}

size_t form_match(const char *text, size_t length, const char *form, size_t form_length)
{
    size_t at = 0, done = 0;

    while (done < form_length) {
        uint32_t have, want;
        if (at >= length)
            return 0;
        at += utf8_next(text + at, length - at, &have);
        done += utf8_next(form + done, form_length - done, &want);
        if (have != want && lower(have) != want)
            return 0;
    }
    return at;
}

bool is_ideographic(uint32_t character)
{
    return (character >= 0x2E80 && character <= 0x9FFF) ||
           (character >= 0xF900 && character <= 0xFAFF) ||
           (character >= 0xFF66 && character <= 0xFF9F) || character >= 0x20000;
}

/* true where a word that ends just before TEXT + AT and ended in LAST really ends there. */
static bool word_ends(const char *text, size_t length, size_t at, uint32_t last)
{
    if (at >= length || is_ideographic(last) || !uc_is_alpha(last))
        return true;
    uint32_t next;
    utf8_next(text + at, length - at, &next);
    return !uc_is_alpha(next) || is_ideographic(next);
}

static uint32_t last_of(const char *form, size_t length)
{
    uint32_t last = 0;

    for (size_t at = 0; at < length;)
        at += utf8_next(form + at, length - at, &last);
    return last;
}

/* Of a character's UTF-8. */
static char first_byte(uint32_t character)
{
    if (character < 0x80)
        return (char)character;
    if (character < 0x800)
        return (char)(0xC0 | character >> 6);
    return (char)(character < 0x10000 ? 0xE0 | character >> 12 : 0xF0 | character >> 18);
}

/* How many forms stand in FORMS before PLACE. */
static size_t forms_before(const char *forms, const char *place)
{
    size_t count = 0;

    for (const char *at = forms; at < place; at++)
        count += *at == '|';
    return count;
}

size_t forms_match(const char *text, size_t length, const char *forms, size_t *index)
{
    size_t best = 0;

    if (!forms || !length)
        return 0;
    uint32_t start;
    utf8_next(text, length, &start);
    /* Nearly every form is told apart by its first byte, which strchr() finds many times faster
     * than a loop over the list. */
    char first = first_byte(lower(start));
    if (first == '\0')
        return 0;
    for (const char *form = strchr(forms, first); form; form = strchr(form + 1, first)) {
        if (form != forms && form[-1] != '|')
            continue;
        size_t form_length = strcspn(form, "|");
        size_t bytes = form_match(text, length, form, form_length);
        if (bytes > best && word_ends(text, length, bytes, last_of(form, form_length))) {
            best = bytes;
            if (index)
                *index = forms_before(forms, form);
        }
    }
    return best;
}

bool forms_within(const char *text, size_t length, const char *forms)
{
    bool word_starts = true;

    for (size_t at = 0; forms && at < length;) {
        uint32_t character;
        size_t size = utf8_next(text + at, length - at, &character);
        if ((word_starts || is_ideographic(character)) &&
            forms_match(text + at, length - at, forms, NULL))
            return true;
        word_starts = !uc_is_alpha(character) && !uc_is_digit(character);
        at += size;
    }
    return false;
}

size_t words_match(const char *text, size_t length, words_list *list,
                   const struct language **language)
{
    size_t best = 0;

    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        size_t bytes = forms_match(text, length, list(languages[i]), NULL);
        if (bytes > best) {
            best = bytes;
            if (language)
                *language = languages[i];
        }
    }
    return best;
}

bool words_are(const char *text, size_t length, words_list *list)
{
    return length > 0 && words_match(text, length, list, NULL) == length;
}

bool words_within(const char *text, size_t length, words_list *list)
{
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        if (forms_within(text, length, list(languages[i])))
            return true;
    return false;
}
