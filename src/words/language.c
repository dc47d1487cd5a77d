/* language: finding the words of the table of languages in a text. */
#include "words/language.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "base/text.h"

const struct language *const languages[LANGUAGE_COUNT] = {
    &language_english, &language_german,  &language_spanish, &language_portuguese,
    &language_french,  &language_russian, &language_chinese, &language_japanese,
};

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

/* Letters of scripts that write words without blanks between them. */
static bool is_ideographic(uint32_t character)
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

/* How often the script's own letters, or its commonest words, stand in a text. */
struct tally {
    size_t kana, han, cyrillic, latin;
    size_t words[LANGUAGE_COUNT];
};

#define GUESSED_FROM 65536 /* bytes: a text shows its language sooner */

static void tally_word(struct tally *tally, const char *text, size_t length)
{
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        bool known = forms_match(text, length, languages[i]->common, NULL) == length;
        for (unsigned unit = UNIT_DAY; unit <= UNIT_YEAR; unit++)
            known |= forms_match(text, length, languages[i]->units[unit], NULL) == length;
        tally->words[i] += known;
    }
}

static void tally_text(struct tally *tally, const char *text, size_t length)
{
    size_t word = 0;

    for (size_t at = 0; at < length;) {
        uint32_t character;
        size_t size = utf8_next(text + at, length - at, &character);
        bool letter = uc_is_alpha(character);
        if (character >= 0x3040 && character <= 0x30FF)
            tally->kana++;
        else if (is_ideographic(character))
            tally->han++;
        else if (character >= 0x400 && character <= 0x52F)
            tally->cyrillic++;
        else if (letter)
            tally->latin++;
        if (!letter) {
            if (at > word && at - word < 24)
                tally_word(tally, text + word, at - word);
            word = at + size;
        }
        at += size;
    }
}

const char *language_guess(const char *text, size_t length)
{
    struct tally tally = {0};

    tally_text(&tally, text, length < GUESSED_FROM ? length : GUESSED_FROM);
    /* An ideograph says about as much as three letters. */
    if ((tally.kana + tally.han) * 3 > tally.latin + tally.cyrillic)
        return tally.kana * 8 > tally.han ? "ja" : "zh";
    if (tally.cyrillic > tally.latin)
        return "ru";
    size_t best = 0;
    for (size_t i = 1; i < LANGUAGE_COUNT; i++)
        if (tally.words[i] > tally.words[best])
            best = i;
    return languages[best]->code;
}
