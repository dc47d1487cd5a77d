/* parser_limits: Markdown made safe for a parser whose time could grow faster than its input. */
#include "read/parser_limits.h"

#include <string.h>

#include "read/outline.h"

#define MISSING_MOST 20000 /* cells that a table's rows may lack in all */
#define SIGNS_MOST   4000  /* inline signs in one paragraph: brackets, stars, ticks */

/* What is counted while the lines go by. */
struct limiter {
    const struct source *source;
    int line;
    /* inline signs since the paragraph began */
    size_t signs;
    /* in a table: each row is parsed for itself */
    bool table;
    /* in what looked like a table and is read as text */
    bool text;
    /* said already */
    bool deep, wide, dense;
};

static void say(const struct limiter *limiter, bool *said, size_t column, const char *words)
{
    if (!*said)
        report((struct place){limiter->source, limiter->line, (int)column + 1}, SEVERITY_WARNING,
               RULE_TOO_COMPLEX, "%s", words);
    *said = true;
}

/* Blanks out the quote and list signs at a line's start beyond NESTING_MOST. */
static void limit_nesting(struct limiter *limiter, char *line, size_t length)
{
    int depth = 0;

    for (size_t at = 0; at < length; at++) {
        char c = line[at];
        if (c == ' ' || c == '\t')
            continue;
        bool list = (c == '-' || c == '*' || c == '+') && at + 1 < length && line[at + 1] == ' ';
        size_t digits = 0;
        while (at + digits < length && digits < 9 && line[at + digits] >= '0' &&
               line[at + digits] <= '9')
            digits++;
        bool ordered = digits && at + digits + 1 < length &&
                       (line[at + digits] == '.' || line[at + digits] == ')') &&
                       line[at + digits + 1] == ' ';
        if (c != '>' && !list && !ordered)
            return;
        if (++depth > NESTING_MOST) {
            say(limiter, &limiter->deep, at,
                "nested deeper than 32 levels; read as if on the 32nd");
            memset(line + at, ' ', ordered ? 0 : 1);
            if (ordered)
                line[at + digits] = ' ';
        }
        at += ordered ? digits : 0;
    }
}

static bool is_blank_line(const char *line, size_t length)
{
    for (size_t at = 0; at < length; at++)
        if (line[at] != ' ' && line[at] != '\t' && line[at] != '\r')
            return false;
    return true;
}

/* How many cells the rows below lack, up to the table's end: the parser would make them up. */
static size_t missing_cells(const char *rows, const char *end, size_t columns)
{
    size_t missing = 0;

    while (rows < end) {
        const char *stop = memchr(rows, '\n', (size_t)(end - rows));
        size_t length = (size_t)((stop ? stop : end) - rows), bars = 0;
        if (is_blank_line(rows, length))
            break;
        for (size_t at = 0; at < length; at++)
            bars += rows[at] == '|';
        missing += bars < columns ? columns - bars : 0;
        rows += length + 1;
    }
    return missing;
}

/* A line like |---|---| with too many columns, for itself or for its rows, is made plain text. */
static void limit_table(struct limiter *limiter, char *line, size_t length, const char *end)
{
    size_t columns = 0;

    for (size_t at = 0; at < length; at++) {
        if (!strchr("|:- \t\r", line[at]) || !line[at])
            return;
        columns += line[at] == '|';
    }
    if (!columns || limiter->table)
        return;
    if (!limiter->text && columns <= COLUMNS_MOST &&
        (columns < 4 || missing_cells(line + length + 1, end, columns) <= MISSING_MOST)) {
        limiter->table = true;
        return;
    }
    limiter->text = true; /* until the next blank line */
    say(limiter, &limiter->wide, 0, "a table with too many columns for its rows; read as text");
    memset(line, ' ', length);
}

/* true where a line starts a paragraph of its own whatever stands above it. */
static bool starts_block(const char *line, size_t length)
{
    size_t at = 0;

    while (at < length && (line[at] == ' ' || line[at] == '\t'))
        at++;
    if (at == length || line[at] == '#')
        return true;
    return at + 2 < length && (line[at] == '-' || line[at] == '*' || line[at] == '+') &&
           line[at + 1] == ' ' && line[at + 2] != ' ';
}

/* Blanks out inline signs once a paragraph has more than SIGNS_MOST of them. */
static void limit_signs(struct limiter *limiter, char *line, size_t length)
{
    bool blank = is_blank_line(line, length);

    limiter->table &= !blank;
    limiter->text &= !blank;
    if (limiter->table || starts_block(line, length))
        limiter->signs = 0;
    for (size_t at = 0; at < length; at++) {
        if (!strchr("*_`[]<>~!&\\", line[at]) || !line[at])
            continue;
        if (++limiter->signs > SIGNS_MOST) {
            say(limiter, &limiter->dense, at,
                "more than 4000 signs of markup in one paragraph; the rest of "
                "it is read as plain text");
            line[at] = ' ';
        }
    }
}

void limit_markdown(struct text *out, const struct source *source, size_t skip)
{
    struct limiter limiter = {.source = source, .line = 1};

    for (size_t i = 0; i < skip; i++)
        limiter.line += source->bytes[i] == '\n';
    if (skip == 0 && source->length >= 3 && !memcmp(source->bytes, "\xEF\xBB\xBF", 3)) {
        text_add(out, "   "); /* a byte order mark, kept in width for the columns' sake */
        skip = 3;
    }
    text_add_bytes(out, source->bytes + skip, source->length - skip);
    for (size_t at = 0; at < out->length; limiter.line++) {
        char *line = out->bytes + at;
        char *end = memchr(line, '\n', out->length - at);
        size_t length = end ? (size_t)(end - line) : out->length - at;
        limit_nesting(&limiter, line, length);
        limit_table(&limiter, line, length, out->bytes + out->length);
        limit_signs(&limiter, line, length);
        at += length + 1;
    }
}
