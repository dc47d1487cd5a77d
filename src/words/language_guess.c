/* language_guess: which language a text is in. */
#include <unictype.h>

#include "base/text.h"
#include "words/language.h"

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

/* The script that most of the text is in; an ideograph says about as much as three letters. */
static enum script script_of(const struct tally *tally)
{
    if ((tally->kana + tally->han) * 3 > tally->latin + tally->cyrillic)
        return tally->kana * 8 > tally->han ? SCRIPT_KANA : SCRIPT_HAN;
    return tally->cyrillic > tally->latin ? SCRIPT_CYRILLIC : SCRIPT_LATIN;
}

const char *language_guess(const char *text, size_t length)
{
    struct tally tally = {0};

    tally_text(&tally, text, length < GUESSED_FROM ? length : GUESSED_FROM);
    enum script script = script_of(&tally);
    const struct language *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        /* Latin letters stand in texts of every language: in code, names and addresses. */
        bool written_so = script == SCRIPT_LATIN || languages[i]->script == script;
        if (written_so && (!best || tally.words[i] > most)) {
            best = languages[i];
            most = tally.words[i];
        }
    }
    return best ? best->code : languages[0]->code;
}
