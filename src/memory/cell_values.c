/* cell_values: what was typed into a cell, understood; a program may have made another type of it.
 */
#include <math.h>
#include <string.h>
#include <strings.h>

#include "memory/cell_format.h"
#include "memory/memory.h"
#include "words/quantity.h"
#include "words/scan.h"
#include "words/ticks.h"

#define LONGEST_TYPED   100     /* bytes: more is prose */
#define MOST_HOURS      10000.0 /* a year has fewer */
#define VARIATION_FIRST 0xFE00  /* signs may be told to look like emoji */
#define VARIATION_LAST  0xFE0F

/* A text without what surrounds it. */
struct typed {
    const char *bytes;
    size_t length;
};

static bool is_filler(uint32_t character)
{
    return is_blank(character) || character == '\r' ||
           (character >= VARIATION_FIRST && character <= VARIATION_LAST);
}

static struct typed typed_in(const char *text)
{
    struct typed typed = {text, 0};
    size_t length = strlen(text), last = 0;
    bool begun = false;

    for (size_t at = 0; at < length;) {
        uint32_t character;
        size_t size = utf8_next(text + at, length - at, &character);
        if (!is_filler(character)) {
            if (!begun)
                typed.bytes = text + at;
            begun = true;
            last = at + size;
        }
        at += size;
    }
    typed.length = begun ? last - (size_t)(typed.bytes - text) : 0;
    return typed;
}

/* true where the text is nothing but filler. */
static bool is_void(const char *text)
{
    bool plain = text[0] > ' ' && text[0] < 0x7f; /* as nearly all begin */

    return !plain && typed_in(text).length == 0;
}

bool cell_is_empty(const struct kept_cell *cell)
{
    return !cell->formula &&
           (cell->kind == CELL_EMPTY || (cell->kind == CELL_TEXT && is_void(cell->text)));
}

/* Another sign by which people tick, alone. */
static bool is_tick_sign(struct typed typed)
{
    static const uint32_t signs[] = {
        0x2612, 0x221A, 0x1F5F8, 0x1F5F9, 0x00D7, /* ☒ √ 🗸 🗹 × */
        0x0445, 0x0425,                           /* the Russian letter that looks like x */
    };
    uint32_t character;

    if (typed.length == 0 || utf8_next(typed.bytes, typed.length, &character) != typed.length)
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i] == character)
            return true;
    return false;
}

/* One of the words that the tracker itself knows. */
static bool is_tick_word(struct typed typed)
{
    for (size_t i = 0; i < TICK_WORDS; i++)
        if (strlen(done_words[i]) == typed.length &&
            strncasecmp(done_words[i], typed.bytes, typed.length) == 0)
            return true;
    return false;
}

bool cell_is_ticked(const struct kept_cell *cell)
{
    struct typed typed = typed_in(cell->text);

    switch (cell->kind) {
    case CELL_TRUTH:
    case CELL_NUMBER: /* 1, 100 %, or the day on which it was done */
        return cell->number >= 1;
    case CELL_TEXT:
        while (typed.length > 1 && strchr("!.", typed.bytes[typed.length - 1]))
            typed.length--;
        return is_tick_word(typed) || is_tick_sign(typed) ||
               words_are(typed.bytes, typed.length, words_done) ||
               (typed.length == 1 && typed.bytes[0] == '1') ||
               (typed.length == 4 && strncmp(typed.bytes, "100%", 4) == 0);
    default:
        return false;
    }
}

/* TYPED with "½" written as ".5", into DECIMAL; the blank before it goes. */
static bool write_fractions(struct typed typed, struct text *decimal)
{
    if (typed.length == 0 || typed.length > LONGEST_TYPED)
        return false;
    for (size_t at = 0; at < typed.length;) {
        uint32_t character;
        size_t size = utf8_next(typed.bytes + at, typed.length - at, &character);
        const char *part = character == 0xBC   ? ".25"
                           : character == 0xBD ? ".5"
                           : character == 0xBE ? ".75"
                                               : NULL;
        if (part || (at == 0 && character == '.')) {
            while (decimal->length > 0 && decimal->bytes[decimal->length - 1] == ' ')
                decimal->bytes[--decimal->length] = '\0';
            if (decimal->length == 0)
                text_add_char(decimal, '0');
        }
        if (part)
            text_add(decimal, part);
        else
            text_add_bytes(decimal, typed.bytes + at, size);
        at += size;
    }
    return true;
}

/* "1:30", "0:45:00", with or without "h" behind it. */
static bool hours_as_clock(const char *text, size_t length, double *hours)
{
    struct scan scan = {text, length, 0};
    double parts[3] = {0, 0, 0};
    size_t count = 0;

    do {
        if (count > 0 && digits_at(text, length, scan.at) != 2)
            return false;
        if (!scan_number(&scan, &parts[count]) || parts[count] != floor(parts[count]) ||
            (count > 0 && parts[count] >= 60))
            return false;
        count++;
    } while (count < 3 && scan_char(&scan, ':'));
    scan_blanks(&scan);
    scan_word(&scan, words_hours, NULL);
    if (count < 2 || !scan_end(&scan))
        return false;
    *hours = parts[0] + parts[1] / 60 + parts[2] / 3600;
    return true;
}

static bool hours_as_number(const char *text, size_t length, double *hours)
{
    struct scan scan = {text, length, 0};

    return scan_number(&scan, hours) && scan_end(&scan);
}

/* "90 min", "1h10", "~2 Stunden". */
static bool hours_as_words(const char *text, size_t length, double *hours)
{
    struct effort effort;
    struct found found;
    int minutes;

    if (duration_parse(text, length, &minutes)) {
        *hours = minutes / 60.0;
        return true;
    }
    while (length > 0 && text[length - 1] == '.')
        length--;
    if (!effort_find(text, length, &effort, &found) || found.end != length ||
        effort.low != effort.high || effort.per != UNIT_NONE || effort.each)
        return false;
    *hours = effort.low / 60.0;
    return true;
}

/* "0 min", "0h", "0 h 00": what is no length of time elsewhere. */
static bool hours_are_none(const char *text, size_t length)
{
    struct scan scan = {text, length, 0};
    double number;
    bool named = false;

    while (!scan_end(&scan)) {
        if (!scan_number(&scan, &number) || number != 0)
            return false;
        scan_blanks(&scan);
        if (scan_word(&scan, words_hours, NULL) || scan_word(&scan, words_minutes, NULL))
            named = true;
        else if (!named || !scan_end(&scan))
            return false;
        scan_char(&scan, '.');
        scan_blanks(&scan);
    }
    return named;
}

bool cell_hours(const struct kept_cell *cell, double *hours)
{
    struct text decimal = TEXT_INIT;
    double found = NAN;

    if (cell->kind == CELL_NUMBER) {
        found = cell->number;
        if (format_shows_time(cell->format, found))
            found = round(found * 24 * 3600) / 3600; /* a second is exact, its day's part not */
    } else if (cell->kind == CELL_TEXT && write_fractions(typed_in(cell->text), &decimal)) {
        const char *text = text_string(&decimal);
        if (!hours_as_clock(text, decimal.length, &found) &&
            !hours_as_number(text, decimal.length, &found) &&
            !hours_as_words(text, decimal.length, &found))
            found = hours_are_none(text, decimal.length) ? 0 : NAN;
    }
    text_free(&decimal);
    if (!(found >= 0 && found <= MOST_HOURS))
        return false;
    *hours = found;
    return true;
}

/* "03/04/2026" is two dates: one here, one there. */
static bool is_two_dates(struct typed typed)
{
    struct scan scan = {typed.bytes, typed.length, 0};
    double first, second;

    while (!scan_end(&scan) && digits_at(scan.text, scan.length, scan.at) == 0)
        scan_take(&scan);
    return digits_at(scan.text, scan.length, scan.at) <= 2 && scan_number(&scan, &first) &&
           scan_char(&scan, '/') && scan_number(&scan, &second) && scan_char(&scan, '/') &&
           first <= 12 && second <= 12 && first != second;
}

/* "2026-03-02T00:00:00", "2026-03-02 19:00": how programs write a moment. */
static bool day_of_moment(struct typed typed, day *date)
{
    enum { DATE = 10, CLOCK = 3 };

    return typed.length > DATE + CLOCK && strchr("T ", typed.bytes[DATE]) &&
           digits_at(typed.bytes, typed.length, DATE + 1) == 2 &&
           typed.bytes[DATE + CLOCK] == ':' && day_parse(typed.bytes, DATE, date);
}

/* true without one of the digits that dates are read by: quickly told, and no date. */
static bool has_no_digit(struct typed typed)
{
    for (size_t i = 0; i < typed.length; i++)
        if (typed.bytes[i] >= '0' && typed.bytes[i] <= '9')
            return false;
    return true;
}

static bool day_in_words(struct typed typed, day *date)
{
    char words[LONGEST_TYPED];
    struct span span;
    struct found found;

    if (typed.length > sizeof words || has_no_digit(typed))
        return false;
    if (day_of_moment(typed, date))
        return true;
    for (size_t i = 0; i < typed.length; i++) { /* "2-Mar-2026" */
        bool digits = i > 0 && typed.bytes[i - 1] >= '0' && typed.bytes[i - 1] <= '9' &&
                      i + 1 < typed.length && typed.bytes[i + 1] >= '0' &&
                      typed.bytes[i + 1] <= '9';
        words[i] = typed.bytes[i];
        if (words[i] == '-' && !digits)
            words[i] = ' ';
    }
    if (is_two_dates(typed) || !dates_at_start(words, typed.length, &span, &found) ||
        found.end != typed.length || span.yearless || span.first != span.last)
        return false;
    *date = span.first;
    return true;
}

bool cell_day(const struct kept_cell *cell, day *date)
{
    double first = day_of(FIRST_YEAR_READ, 1, 1) + SERIAL_OF_1970;
    double last = day_of(LAST_YEAR_READ, 12, 31) + SERIAL_OF_1970;

    if (cell->kind == CELL_TEXT)
        return day_in_words(typed_in(cell->text), date);
    if (cell->kind != CELL_NUMBER || !(cell->number >= first && cell->number < last + 1))
        return false;
    *date = (day)floor(cell->number) - SERIAL_OF_1970;
    return true;
}
