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

static void add_moved(struct text *out, const struct reference *reference, int64_t rows,
                      int64_t columns)
{
    int64_t row = reference->row + (reference->row_stands ? 0 : rows);
    int64_t column = reference->column + (reference->column_stands ? 0 : columns);

    if ((reference->has_row && (row < 0 || row >= SHEET_ROWS)) ||
        (reference->has_column && (column < 0 || column >= SHEET_COLUMNS))) {
        text_add(out, "#REF!");
        return;
    }
    if (reference->has_column) {
        text_add(out, reference->column_stands ? "$" : "");
        add_column(out, column);
    }
    if (reference->has_row)
        text_print(out, "%s%lld", reference->row_stands ? "$" : "", (long long)row + 1);
}

/* Whole columns or rows are written in pairs, "A:C"; alone, such a word is a name or a number. */
static bool is_pair(const struct reference *left, const char *behind)
{
    struct reference right;

    return *behind == ':' && reference_parse(behind + 1, word_length(behind + 1), &right) &&
           right.has_column == left->has_column && right.has_row == left->has_row;
}

/* The length of what is quoted at TEXT: "a", 'a sheet', [a table's column]; 0: nothing is. */
static size_t quoted_length(const char *text)
{
    size_t depth = 0, at = 0;

    if (*text == '"' || *text == '\'') {
        const char *end = strchr(text + 1, *text);
        return end ? (size_t)(end - text) + 1 : strlen(text);
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

void formula_shift(struct text *out, const char *formula, int64_t rows, int64_t columns)
{
    struct reference reference;
    bool paired = false; /* the word before was the first of a pair, and its colon is next */

    while (*formula) {
        size_t length = quoted_length(formula);
        bool quoted = length > 0;
        if (!quoted)
            length = word_length(formula);
        const char *behind = formula + length;
        if (!quoted && length > 0 && *behind != '(' && *behind != '!' && *behind != '[' &&
            reference_parse(formula, length, &reference) &&
            ((reference.has_row && reference.has_column) || paired ||
             is_pair(&reference, behind))) {
            paired = !paired && *behind == ':' && !(reference.has_row && reference.has_column);
            add_moved(out, &reference, rows, columns);
        } else {
            length += length == 0;
            paired = paired && *formula == ':';
            text_add_bytes(out, formula, length);
        }
        formula += length;
    }
}
