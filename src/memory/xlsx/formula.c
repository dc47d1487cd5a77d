/* formula: A1 references found in a formula, and moved. */
#include "memory/xlsx/formula.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* One end of a reference: "$A1", or of whole columns "A", of whole rows "$1". */
struct reference {
    bool has_column, has_row, column_stands, row_stands;
    int64_t row, column;
};

/* Letters that names are made of, and the sign of what stands. */
static size_t word_length(const char *text)
{
    size_t length = 0;

    while (isalnum((unsigned char)text[length]) || (unsigned char)text[length] >= 0x80 ||
           (text[length] && strchr("$_.\\?", text[length])))
        length++;
    return length;
}

/* The word of LENGTH bytes at TEXT as a reference; false: it is none. */
static bool reference_parse(const char *text, size_t length, struct reference *reference)
{
    const char *end = text + length;

    *reference = (struct reference){.column = -1, .row = -1};
    const char *letters = text + (*text == '$');
    const char *at = letters;
    for (; at < end && isalpha((unsigned char)*at) && at - letters < 4; at++)
        reference->column = (reference->column + 1) * 26 + (toupper((unsigned char)*at) - 'A');
    reference->has_column = at > letters;
    reference->column_stands = reference->has_column && letters > text;
    if (!reference->has_column)
        at = text;
    const char *digits = at + (at < end && *at == '$');
    const char *last = digits;
    for (reference->row = 0; last < end && isdigit((unsigned char)*last) && last - digits < 8;
         last++)
        reference->row = reference->row * 10 + (*last - '0');
    reference->row--;
    reference->has_row = last > digits;
    reference->row_stands = reference->has_row && digits > at;
    return last == end && (reference->has_row || (reference->has_column && digits == at)) &&
           (!reference->has_row || (reference->row >= 0 && reference->row < SHEET_ROWS)) &&
           (!reference->has_column || reference->column < SHEET_COLUMNS);
}

const char *place_parse(const char *text, uint32_t *row, uint32_t *column)
{
    struct reference reference;
    size_t length = 0;

    while (isalnum((unsigned char)text[length]))
        length++;
    if (!reference_parse(text, length, &reference) || !reference.has_row || !reference.has_column)
        return NULL;
    *row = (uint32_t)reference.row;
    *column = (uint32_t)reference.column;
    return text + length;
}

static void add_column(struct text *out, int64_t column)
{
    char letters[8];
    size_t count = 0;

    for (int64_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters[count++] = (char)('A' + (rest - 1) % 26);
    while (count > 0)
        text_add_char(out, letters[--count]);
}

static void add_reference(struct text *out, const struct reference *reference)
{
    if (reference->has_column) {
        text_add(out, reference->column_stands ? "$" : "");
        add_column(out, reference->column);
    }
    if (reference->has_row)
        text_print(out, "%s%lld", reference->row_stands ? "$" : "", (long long)reference->row + 1);
}

/* A formula on its way: shifted, or, where there is a MAP, mapped. */
struct walk {
    struct text *out;
    int64_t rows, columns;
    const struct formula_map *map;
    /* of the reference at hand: a sheet is named before it; the one that it is on, NULL: none that
     * moved */
    bool named;
    const struct moved_sheet *sheet;
    /* of a range of which only the first end was seen, its column; -1: none */
    int64_t first;
    /* the map has a place for all */
    bool good;
};

static void add_shifted(const struct walk *walk, struct reference reference)
{
    reference.row += reference.row_stands ? 0 : walk->rows;
    reference.column += reference.column_stands ? 0 : walk->columns;
    if ((reference.has_row && (reference.row < 0 || reference.row >= SHEET_ROWS)) ||
        (reference.has_column && (reference.column < 0 || reference.column >= SHEET_COLUMNS)))
        text_add(walk->out, "#REF!");
    else
        add_reference(walk->out, &reference);
}

static int64_t column_now(const struct moved_sheet *sheet, int64_t column)
{
    int64_t count = (int64_t)sheet->column_count;

    return column < count ? sheet->columns[column] : column - count + sheet->width;
}

static bool lies_between(int64_t column, int64_t one, int64_t other)
{
    return one <= other ? column >= one && column <= other : column >= other && column <= one;
}

/* true where just the columns that stood between FIRST and LAST do so now, and new ones. */
static bool stand_together(const struct moved_sheet *sheet, int64_t first, int64_t last)
{
    int64_t from = column_now(sheet, first), to = column_now(sheet, last);

    for (size_t i = 0; i < sheet->column_count; i++)
        if (sheet->columns[i] >= 0 &&
            lies_between((int64_t)i, first, last) != lies_between(sheet->columns[i], from, to))
            return false;
    return true;
}

/* WORD is the reference as it is written. */
static void add_mapped(struct walk *walk, const struct reference *reference, const char *word,
                       size_t length)
{
    struct reference moved = *reference;
    const struct moved_sheet *sheet = walk->sheet;
    int64_t row = reference->row + walk->map->down;

    if (!walk->named && reference->has_row && !reference->row_stands && row >= 0 &&
        row < SHEET_ROWS)
        moved.row = row;
    if (sheet && reference->has_column) {
        moved.column = column_now(sheet, reference->column);
        walk->good &= moved.column >= 0 && moved.column < SHEET_COLUMNS &&
                      (walk->first < 0 || stand_together(sheet, walk->first, reference->column));
    }
    walk->first = reference->has_column && word[length] == ':' ? reference->column : -1;
    if (moved.row == reference->row && moved.column == reference->column)
        text_add_bytes(walk->out, word, length);
    else if (walk->good)
        add_reference(walk->out, &moved);
}

/* true where the LENGTH bytes at WORD, quoted or not, name the sheet TAB. */
static bool is_name_of(const char *word, size_t length, const char *tab)
{
    bool quoted = *word == '\'';

    for (size_t at = quoted; at + quoted < length; at++, tab++) {
        if (tolower((unsigned char)word[at]) != tolower((unsigned char)*tab))
            return false;
        at += quoted && word[at] == '\'';
    }
    return !*tab;
}

static void add_name(struct text *out, const char *tab)
{
    text_add_char(out, '\'');
    for (; *tab; tab++) {
        text_add(out, *tab == '\'' ? "'" : "");
        text_add_char(out, *tab);
    }
    text_add_char(out, '\'');
}

/* The sheet's name before a reference. */
static void take_name(struct walk *walk, const char *word, size_t length)
{
    const struct formula_map *map = walk->map;

    walk->named = true;
    walk->sheet = NULL;
    for (size_t i = 0; map && i < map->sheet_count && !walk->sheet; i++)
        if (is_name_of(word, length, map->sheets[i].tab))
            walk->sheet = &map->sheets[i];
    walk->good &= *word != '\'' || !memchr(word, ':', length); /* 'one:other'!A1 */
    if (walk->sheet && strcmp(walk->sheet->tab, walk->sheet->called) != 0)
        add_name(walk->out, walk->sheet->called);
    else
        text_add_bytes(walk->out, word, length);
}

/* Whole columns or rows are written in pairs, "A:C"; alone, such a word is a name or a number. */
static bool is_pair(const struct reference *left, const char *behind)
{
    struct reference right;

    return *behind == ':' && reference_parse(behind + 1, word_length(behind + 1), &right) &&
           right.has_column == left->has_column && right.has_row == left->has_row;
}

/* The length of what is quoted at TEXT: "a ""b""", 'a sheet''s', [a table's column]; 0: nothing is.
 */
static size_t quoted_length(const char *text)
{
    size_t depth = 0, at = 0;

    if (*text == '"' || *text == '\'') {
        for (at = 1; text[at] && (text[at] != *text || text[at + 1] == *text); at++)
            at += text[at] == *text;
        return at + (text[at] != '\0');
    }
    if (*text != '[')
        return 0;
    do {
        depth += text[at] == '[';
        depth -= text[at] == ']';
        at++;
    } while (depth > 0 && text[at]);
    return at;
}

/* Takes the piece of LENGTH bytes that is no reference: 0: a sign of one byte. Gives its length. */
static size_t take_piece(struct walk *walk, const char *piece, size_t length, const char *before)
{
    if (length > 0 && piece[length] == '!') {
        walk->good &= walk->first >= 0 || !before || *before != ':'; /* one:other!A1 */
        take_name(walk, piece, length);
        return length;
    }
    if (length == 0 && *piece != '!' && *piece != ':') {
        walk->named = false;
        walk->sheet = walk->map ? walk->map->here : NULL;
    }
    if (length > 0 || (*piece != ':' && *piece != '!'))
        walk->first = -1;
    length += length == 0;
    text_add_bytes(walk->out, piece, length);
    return length;
}

static void walk_on(struct walk *walk, const char *formula)
{
    struct reference reference;
    bool paired = false; /* the word before was the first of a pair, and its colon is next */

    for (const char *at = formula; *at;) {
        size_t length = quoted_length(at);
        bool quoted = length > 0;
        if (!quoted)
            length = word_length(at);
        const char *behind = at + length;
        if (!quoted && length > 0 && *behind != '(' && *behind != '!' && *behind != '[' &&
            reference_parse(at, length, &reference) &&
            ((reference.has_row && reference.has_column) || paired ||
             is_pair(&reference, behind))) {
            paired = !paired && *behind == ':' && !(reference.has_row && reference.has_column);
            if (walk->map)
                add_mapped(walk, &reference, at, length);
            else
                add_shifted(walk, reference);
        } else {
            paired = paired && *at == ':';
            length = take_piece(walk, at, length, at > formula ? at - 1 : NULL);
        }
        at += length;
    }
}

void formula_shift(struct text *out, const char *formula, int64_t rows, int64_t columns)
{
    struct walk walk = {.out = out, .rows = rows, .columns = columns, .first = -1};

    walk_on(&walk, formula);
}

bool formula_mapped(struct text *out, const char *formula, const struct formula_map *map)
{
    struct walk walk = {.out = out, .map = map, .sheet = map->here, .first = -1, .good = true};

    walk_on(&walk, formula);
    return walk.good;
}
