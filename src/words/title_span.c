/* title_span: where in a title a span may stand: at its start, in parentheses at its end, after a
 * bar.
 */
#include <string.h>
#include <unictype.h>

#include "base/text.h"
#include "words/quantity.h"
#include "words/scan.h"

#define LONGEST_GROUP 160 /* bytes in parentheses that may hold a span */

static bool is_separator(uint32_t c)
{
    return c == ':' || c == '-' || c == '|' || c == '.' || c == ',' || c == ')' || c == ']' ||
           c == '/' || c == 0xFF1A || c == 0x2013 || c == 0x2014 || c == 0xFF5C || c == 0x3001 ||
           c == 0xFF0C || c == 0xB7 || c == '=' || c == ';';
}

static uint32_t closing_of(uint32_t open)
{
    switch (open) {
    case '(':
        return ')';
    case '[':
        return ']';
    case 0xFF08:
        return 0xFF09;
    case 0x3010:
        return 0x3011;
    default:
        return 0;
    }
}

static void add_dates(struct span *span, const struct span *dates)
{
    span->dated = true;
    span->first = dates->first;
    span->last = dates->last;
    span->yearless = dates->yearless;
}

/* Takes "[of 12] [(Jan 5 - Jan 11)]" behind a position. */
static void scan_beside_position(struct scan *scan, struct span *span)
{
    struct scan copy = *scan;
    double number;

    scan_blanks(&copy);
    if (scan_word(&copy, words_of, NULL)) {
        scan_blanks(&copy);
        if (scan_number(&copy, &number))
            *scan = copy;
    }
    copy = *scan;
    scan_blanks(&copy);
    uint32_t closing = closing_of(scan_take(&copy));
    struct span dates;
    struct found found;
    if (!closing || !dates_at_start(copy.text + copy.at, copy.length - copy.at, &dates, &found))
        return;
    copy.at += found.end;
    scan_blanks(&copy);
    if (!scan_char(&copy, closing))
        return;
    add_dates(span, &dates);
    *scan = copy;
}

/* After a span at the start: the end, a separator, or a blank and no lower-case word ("Week 1 was
 * hard" is prose). Takes the separators. */
static bool scan_set_off(struct scan *scan)
{
    size_t before = scan->at;

    scan_blanks(scan);
    if (scan_end(scan))
        return true;
    if (is_separator(scan_peek(scan))) {
        bool dash = scan_peek(scan) == '-' && scan->at == before;
        while (!scan_end(scan) && (is_separator(scan_peek(scan)) || is_blank(scan_peek(scan))))
            scan_take(scan);
        /* "M1-based", "Day 1-only": one word. */
        return !dash || scan_end(scan) || !uc_is_property_lowercase(scan_peek(scan));
    }
    uint32_t next = scan_peek(scan);
    if (scan->at == before && next < 0x2000 && closing_of(next) == 0)
        return false;
    return !uc_is_property_lowercase(next);
}

static bool span_at_start(const char *text, size_t length, struct span *span, struct found *found)
{
    struct scan scan = {text, length, 0};

    scan_ornament(&scan);
    size_t start = scan.at;
    uint32_t closing = closing_of(scan_peek(&scan));
    if (closing) {
        scan_take(&scan);
        scan_blanks(&scan);
    }
    size_t at = scan.at;
    if (!scan_span(&scan, span) || (closing && (scan_blanks(&scan), !scan_char(&scan, closing))))
        return false;
    if (span->form == SPAN_POSITION)
        scan_beside_position(&scan, span);
    if (!scan_set_off(&scan))
        return false;
    *found = (struct found){start, scan.at, at};
    return true;
}

/* Where the words of bytes [at, end) begin, behind signs that only decorate. */
static size_t words_at(const char *text, size_t at, size_t end)
{
    struct scan scan = {text, end, at};

    scan_ornament(&scan);
    return scan.at;
}

/* "Intro | Day 7". */
static bool span_after_bar(const char *text, size_t length, struct span *span, struct found *found)
{
    size_t bar = length;

    while (bar > 0 && text[bar - 1] != '|')
        bar--;
    if (bar <= 1 || length - bar > LONGEST_GROUP || !span_parse(text + bar, length - bar, span) ||
        span->form == SPAN_LENGTH)
        return false;
    size_t at = words_at(text, bar, length);
    for (bar--; bar > 0 && text[bar - 1] == ' ';)
        bar--;
    *found = (struct found){bar, length, at};
    return true;
}

/* A part of what stands in parentheses: a span, or words and then a due one ("Choose by Month 18").
 * *AT: where it begins. */
static bool span_of_part(const char *text, size_t length, struct span *span, size_t *at)
{
    *at = words_at(text, 0, length);
    if (span_parse(text, length, span))
        return true;
    for (*at = 1; *at < length; ++*at)
        if (text[*at - 1] == ' ' && span_parse(text + *at, length - *at, span) && span->due)
            return true;
    return false;
}

/* What stands before or behind a "、", as much of it as is a span: the same sign may part what the
 * span itself lists. */
static bool span_beside_comma(const char *text, size_t length, struct span *span, size_t *at)
{
    static const char comma[] = "\xE3\x80\x81";
    const size_t size = sizeof comma - 1;

    for (size_t end = length; end-- > 0;)
        if (length - end >= size && !strncmp(text + end, comma, size) &&
            span_of_part(text, end, span, at))
            return true;
    for (size_t end = 0; end + size < length; end++) {
        size_t start = end + size;
        if (!strncmp(text + end, comma, size) &&
            span_of_part(text + start, length - start, span, at)) {
            *at += start;
            return true;
        }
    }
    return false;
}

/* What stands in parentheses: one span, or parts between commas of which one is. */
static bool span_of_group(const char *text, size_t length, struct span *span, size_t *at)
{
    if (length > LONGEST_GROUP)
        return false;
    if (span_of_part(text, length, span, at))
        return true;
    bool seen = false;
    for (size_t start = 0; start < length;) {
        size_t end = start;
        while (end < length && !strchr(",;|:", text[end]) &&
               strncmp(text + end, "\xEF\xBC\x8C", 3) != 0 &&
               strncmp(text + end, "\xC2\xB7", 2) != 0)
            end++;
        struct span part;
        size_t part_at;
        if (span_of_part(text + start, end - start, &part, &part_at)) {
            if (seen && span->form == SPAN_POSITION && part.form == SPAN_DATES) {
                add_dates(span, &part);
            } else if (!seen || (span->form == SPAN_LENGTH && part.form != SPAN_LENGTH)) {
                *span = part;
                *at = start + part_at;
            }
            seen = true;
        }
        start = end;
        while (start < length &&
               (strchr(",;|:", text[start]) || (unsigned char)text[start] >= 0x80) &&
               start < end + 3)
            start++;
        if (start == end)
            start++;
    }
    return seen || span_beside_comma(text, length, span, at);
}

/* The group that opens at AT; *CLOSE is where its closing bracket stands, *AFTER what follows. */
static bool group_bounds(const char *text, size_t length, size_t at, size_t *inside, size_t *close,
                         size_t *after)
{
    struct scan scan = {text, length, at};
    uint32_t open = scan_take(&scan), closing = closing_of(open);
    int depth = 1;

    if (!closing)
        return false;
    *inside = scan.at;
    while (!scan_end(&scan)) {
        *close = scan.at;
        uint32_t c = scan_take(&scan);
        depth += (c == open) - (c == closing);
        if (depth == 0) {
            *after = scan.at;
            return true;
        }
    }
    return false;
}

/* A group ends a title where only ornament, a colon or a dash and more words follow. */
static bool group_ends_title(const char *text, size_t length, size_t *after)
{
    struct scan scan = {text, length, *after};

    scan_ornament(&scan);
    bool colon = scan_char(&scan, ':') || scan_char(&scan, 0xFF1A) || scan_char(&scan, 0x2013) ||
                 scan_char(&scan, 0x2014) || (scan.at > *after && scan_char(&scan, '-'));
    scan_blanks(&scan);
    if (!scan_end(&scan) && !colon)
        return false;
    if (scan_end(&scan) || colon)
        *after = scan.at;
    return true;
}

static bool span_in_group(const char *text, size_t length, struct span *span, struct found *found)
{
    bool any = false;

    for (size_t at = 0; at < length;) {
        uint32_t c;
        size_t size = utf8_next(text + at, length - at, &c);
        size_t inside, close, after, begin;
        struct span read;
        if (closing_of(c) && group_bounds(text, length, at, &inside, &close, &after)) {
            if (group_ends_title(text, length, &after) &&
                span_of_group(text + inside, close - inside, &read, &begin)) {
                size_t start = at;
                while (start > 0 && text[start - 1] == ' ')
                    start--;
                *span = read;
                *found = (struct found){start, after, inside + begin};
                any = true;
            }
            at = close;
        } else if (closing_of(c)) {
            break; /* unbalanced: nothing behind it closes */
        } else {
            at += size;
        }
    }
    return any;
}

bool span_in_title(const char *text, size_t length, struct span *span, struct found *found)
{
    struct span read = {0};
    struct found where = {0};

    if (!span_at_start(text, length, &read, &where) &&
        !span_in_group(text, length, &read, &where) && !span_after_bar(text, length, &read, &where))
        return false;
    *span = read;
    if (found)
        *found = where;
    return true;
}

bool length_find(const char *text, size_t length, struct span *span, struct found *found)
{
    bool word_starts = true;

    for (size_t at = 0; at < length;) {
        uint32_t c;
        size_t size = utf8_next(text + at, length - at, &c);
        struct scan scan = {text, length, at};
        bool may_start = (c >= '0' && c <= '9') || c == '~' || c >= 0x80;
        if (word_starts && may_start && scan_length(&scan, span)) {
            size_t end = scan.at;
            scan_blanks(&scan);
            /* "100 Days of Code": the name of something. */
            if (span->unit != UNIT_DAY || !scan_word(&scan, words_of, NULL)) {
                if (found)
                    *found = (struct found){at, end, at};
                return true;
            }
        }
        word_starts = !uc_is_alnum(c) || c >= 0x2E80;
        at += size;
    }
    return false;
}
