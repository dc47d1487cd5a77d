/* scan: a reading place in a text, and the small things that spans and efforts are made of. */
#include "words/scan.h"

#include "base/text.h"

bool is_blank(uint32_t character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == 0xA0 ||
           (character >= 0x2000 && character <= 0x200B) || character == 0x202F ||
           character == 0x3000;
}

bool scan_end(const struct scan *scan)
{
    return scan->at >= scan->length;
}

uint32_t scan_peek(const struct scan *scan)
{
    uint32_t character = 0;

    if (!scan_end(scan))
        utf8_next(scan->text + scan->at, scan->length - scan->at, &character);
    return character;
}

uint32_t scan_take(struct scan *scan)
{
    uint32_t character = 0;

    if (!scan_end(scan))
        scan->at += utf8_next(scan->text + scan->at, scan->length - scan->at, &character);
    return character;
}

bool scan_char(struct scan *scan, uint32_t character)
{
    if (scan_end(scan) || scan_peek(scan) != character)
        return false;
    scan_take(scan);
    return true;
}

void scan_blanks(struct scan *scan)
{
    /* A few are enough: what stands further apart does not belong together. */
    for (int i = 0; i < 16 && !scan_end(scan) && is_blank(scan_peek(scan)); i++)
        scan_take(scan);
}

/* Signs that set off a title and say nothing: emoji, arrows, bullets, joiners, ticks. */
static bool is_ornament(uint32_t character)
{
    return is_blank(character) || character == '*' || character == '#' || character == '>' ||
           character == 0xB7 || character == 0x200D ||
           (character >= 0xFE00 && character <= 0xFE0F) || character == 0x20E3 ||
           (character >= 0x2022 && character <= 0x2023) ||
           (character >= 0x2190 && character <= 0x2BFF) || character >= 0x1F000;
}

void scan_ornament(struct scan *scan)
{
    while (!scan_end(scan) && is_ornament(scan_peek(scan)) && scan_peek(scan) < 0x20000)
        scan_take(scan);
}

size_t digits_at(const char *text, size_t length, size_t at)
{
    size_t count = 0;

    while (at + count < length && text[at + count] >= '0' && text[at + count] <= '9')
        count++;
    return count;
}

bool scan_number(struct scan *scan, double *number)
{
    size_t at = scan->at;
    double value = 0, scale = 1;
    int digits = 0;
    bool fraction = false;

    for (; at < scan->length; at++) {
        char byte = scan->text[at];
        if (byte >= '0' && byte <= '9') {
            if (++digits > 7)
                return false;
            value = value * 10 + (byte - '0');
            scale *= fraction ? 10 : 1;
        } else if ((byte == '.' || byte == ',') && digits && !fraction && at + 1 < scan->length &&
                   scan->text[at + 1] >= '0' && scan->text[at + 1] <= '9') {
            fraction = true;
        } else {
            break;
        }
    }
    if (!digits)
        return false;
    *number = value / scale;
    scan->at = at;
    return true;
}

static int ideographic_digit(uint32_t character)
{
    static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                      0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};

    for (int i = 0; i < 10; i++)
        if (digits[i] == character)
            return i;
    return -1;
}

/* 1-99: 七, 十二, 二十, 三十六. */
static bool scan_ideographic_number(struct scan *scan, double *number)
{
    struct scan copy = *scan;
    int tens = 0, ones = ideographic_digit(scan_peek(&copy));

    if (ones >= 0)
        scan_take(&copy);
    if (scan_char(&copy, 0x5341)) {
        tens = ones < 0 ? 1 : ones;
        ones = ideographic_digit(scan_peek(&copy));
        if (ones >= 0)
            scan_take(&copy);
        else
            ones = 0;
    }
    if (ones < 0 || tens * 10 + ones == 0)
        return false;
    *number = tens * 10 + ones;
    *scan = copy;
    return true;
}

bool scan_number_any(struct scan *scan, double *number)
{
    return scan_number(scan, number) || scan_ideographic_number(scan, number);
}

/* No word of the table of languages begins with a sign of ASCII, and only very few with a digit:
 * most places in a text need no search. */
static bool may_be_word(const struct scan *scan, bool digits)
{
    unsigned char byte = scan_end(scan) ? ' ' : (unsigned char)scan->text[scan->at];

    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (digits && byte >= '0' && byte <= '9');
}

bool scan_word(struct scan *scan, words_list *list, const struct language **language)
{
    size_t bytes = 0;

    if (may_be_word(scan, true))
        bytes = words_match(scan->text + scan->at, scan->length - scan->at, list, language);
    scan->at += bytes;
    return bytes > 0;
}

bool scan_dash(struct scan *scan)
{
    struct scan copy = *scan;

    scan_blanks(&copy);
    bool blank_before = copy.at > scan->at;
    switch (scan_peek(&copy)) {
    case '-':
    case '~':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2192: /* an arrow between two dates */
    case 0x2212:
    case 0x301C:
    case 0xFF0D:
    case 0xFF5E:
        scan_take(&copy);
        break;
    default: {
        const struct language *language;
        if (!scan_word(&copy, words_to, &language))
            return false;
        /* "a" and "e" need blanks around them. */
        if (!blank_before && language->weekdays[0] && (unsigned char)language->to[0] < 0x80)
            return false;
    }
    }
    scan_blanks(&copy);
    *scan = copy;
    return true;
}

/* The lists of a language by unit, weekday, month or number. */
typedef const char *const *words_lists(const struct language *language);

/* As scan_word() for COUNT lists at once; *WHICH gets the place of the one that has the form. */
static bool scan_listed(struct scan *scan, words_lists *lists, size_t count, size_t *which)
{
    size_t best = 0;

    if (!may_be_word(scan, false))
        return false;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        for (size_t k = 0; k < count; k++) {
            size_t bytes = forms_match(scan->text + scan->at, scan->length - scan->at,
                                       lists(languages[i])[k], NULL);
            if (bytes > best) {
                best = bytes;
                *which = k;
            }
        }
    scan->at += best;
    return best > 0;
}

static const char *const *unit_lists(const struct language *language)
{
    return language->units;
}

bool scan_unit(struct scan *scan, enum unit *unit)
{
    size_t which;
    bool found = scan_listed(scan, unit_lists, UNIT_YEAR + 1, &which);

    if (found)
        *unit = (enum unit)which;
    return found;
}

static const char *const *weekday_lists(const struct language *language)
{
    return language->weekdays;
}

bool scan_weekday(struct scan *scan, enum weekday *weekday)
{
    size_t which;
    bool found = scan_listed(scan, weekday_lists, 7, &which);

    if (found)
        *weekday = (enum weekday)which;
    return found;
}

static const char *const *month_lists(const struct language *language)
{
    return language->months;
}

bool scan_month(struct scan *scan, int *month)
{
    size_t which;
    bool found = scan_listed(scan, month_lists, 12, &which);

    if (found)
        *month = (int)which + 1;
    return found;
}

static const char *const *number_lists(const struct language *language)
{
    return language->numbers;
}

bool scan_number_word(struct scan *scan, double *number)
{
    size_t which;
    bool found = scan_listed(scan, number_lists, 3, &which);

    if (found)
        *number = (double)which + 1;
    return found;
}
