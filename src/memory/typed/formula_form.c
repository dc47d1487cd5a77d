/* formula_form: words of a formula (ISO/IEC 29500-1, 18.17), each hashed as its form has it. */
#include "memory/typed/formula_form.h"

#include <stdbool.h>
#include <string.h>

#include "base/hash.h"

#define MOST_COLUMN_LETTERS 3

/* What some programs put before the names of newer functions. */
static const char *const PREFIXES[] = {"_xlfn.", "_xlws."};

/* All forms that are asked for, in one go: there are thousands of long formulas. */
struct spelling {
    enum formula_form count;
    uint64_t hashes[FORM_COUNT];
};

/* The letters are ASCII's, whatever the locale. */
static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static void add_to(struct spelling *spelling, enum formula_form form, char byte)
{
    char upper = byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;

    spelling->hashes[form] = hash_add(spelling->hashes[form], (uint64_t)(unsigned char)upper);
}

static void add(struct spelling *spelling, char byte)
{
    for (enum formula_form form = FORM_WHOLE; form < spelling->count; form++)
        add_to(spelling, form, byte);
}

static bool in_word(char byte)
{
    return is_letter(byte) || is_digit(byte) || (unsigned char)byte >= 0x80 || byte == '_' ||
           byte == '.' || byte == '$' || byte == '\\' || byte == '?';
}

static const char *past_blanks(const char *at)
{
    while (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n')
        at++;
    return at;
}

/* Behind the closing quote of what is quoted at AT; a doubled one stands for itself. */
static const char *past_quoted(const char *at)
{
    char quote = *at++;

    for (; *at; at++)
        if (*at == quote && *++at != quote)
            return at;
    return at;
}

/* The letters of the column that the LENGTH bytes of WORD refer to; 0: it is no reference. BESIDE:
 * a colon stands at one of its ends, so that the column may be all of it. */
static size_t column_letters(const char *word, size_t length, bool beside)
{
    size_t letters = 0, digits = 0;
    const char *at = word + (*word == '$'), *end = word + length;

    while (at + letters < end && is_letter(at[letters]))
        letters++;
    at += letters;
    at += at < end && *at == '$';
    while (at + digits < end && is_digit(at[digits]))
        digits++;
    return at + digits == end && letters <= MOST_COLUMN_LETTERS && (digits > 0 || beside) ? letters
                                                                                          : 0;
}

/* The word of a reference, whose column has so many LETTERS. */
static void add_reference(struct spelling *spelling, const char *word, size_t length,
                          size_t letters)
{
    for (size_t i = 0; i < length; i++)
        if (word[i] != '$')
            add_to(spelling, FORM_WHOLE, word[i]);
    word += *word == '$';
    for (enum formula_form form = FORM_COLUMNS; form < spelling->count; form++) {
        add_to(spelling, form, '#');
        for (size_t i = 0; form == FORM_COLUMNS && i < letters; i++)
            add_to(spelling, form, word[i]);
    }
}

static void add_word(struct spelling *spelling, const char *word, size_t length)
{
    for (size_t i = 0; *word == '_' && i < sizeof PREFIXES / sizeof *PREFIXES; i++)
        if (strncmp(word, PREFIXES[i], strlen(PREFIXES[i])) == 0 && length > strlen(PREFIXES[i])) {
            word += strlen(PREFIXES[i]);
            length -= strlen(PREFIXES[i]);
        }
    for (size_t i = 0; i < length; i++)
        if (word[i] != '$')
            add(spelling, word[i]);
}

/* What names a sheet, from AT to the "!" at END. */
static void add_sheet(struct spelling *spelling, const char *at, const char *end)
{
    for (; at <= end; at++)
        if (*at != ' ' && *at != '\'' && *at != '$')
            add_to(spelling, FORM_WHOLE, *at);
}

/* The word at AT, or the sheet's name in quotes, with all that belongs to it. Gives its end. */
static const char *add_name(struct spelling *spelling, const char *at, bool beside)
{
    bool quoted = *at == '\'';
    const char *end = quoted ? past_quoted(at) : at;

    while (!quoted && in_word(*end))
        end++;
    const char *next = past_blanks(end);
    if (*next == '!') {
        add_sheet(spelling, at, next);
        return next + 1;
    }
    size_t length = (size_t)(end - at), letters = 0;
    if (!quoted && *next != '(') /* LOG10() is no reference */
        letters = column_letters(at, length, beside || *next == ':');
    if (letters > 0)
        add_reference(spelling, at, length, letters);
    else
        add_word(spelling, at, length);
    if (*next == '(' && *past_blanks(next + 1) == ')') /* TRUE is TRUE() elsewhere */
        return past_blanks(next + 1) + 1;
    return end;
}

void formula_hashes(const char *formula, enum formula_form count, uint64_t hashes[FORM_COUNT])
{
    struct spelling spelling = {.count = count};
    bool beside = false;

    for (enum formula_form form = FORM_WHOLE; form < count; form++)
        spelling.hashes[form] = hash_add(HASH_START, '=');
    for (const char *at = past_blanks(formula), *end; *at; at = past_blanks(end)) {
        end = at + 1;
        if (*at == '"') {
            end = past_quoted(at);
            for (; at < end; at++)
                for (enum formula_form form = FORM_WHOLE; form < count; form++)
                    spelling.hashes[form] = hash_add(spelling.hashes[form], (unsigned char)*at);
        } else if (*at == '\'' || in_word(*at)) {
            end = add_name(&spelling, at, beside);
            beside = end[-1] == '!' && beside;
            continue;
        } else {
            add(&spelling, *at == ';' ? ',' : *at);
        }
        beside = end[-1] == ':';
    }
    memcpy(hashes, spelling.hashes, sizeof spelling.hashes);
}
