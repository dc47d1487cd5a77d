/* span: spans and lengths out of words. */
#include <unictype.h>

#include "words/quantity.h"
#include "words/scan.h"

#define LARGEST_POSITION 5000 /* above it a number is a year or an amount */

static bool whole_position(double number)
{
    return number >= 1 && number <= LARGEST_POSITION && number == (double)(int)number;
}

/* "+", "and beyond". */
static void scan_open(struct scan *scan, struct span *span)
{
    struct scan copy = *scan;

    if (scan_char(&copy, '+') || scan_char(&copy, 0xFF0B)) {
        span->open = true;
        *scan = copy;
        return;
    }
    scan_blanks(&copy);
    if (scan_word(&copy, words_beyond, NULL)) {
        span->open = true;
        *scan = copy;
    }
}

/* ", 3 & 5" after a first number: takes all of it, gives the last. */
static void scan_more_numbers(struct scan *scan, struct span *span)
{
    for (;;) {
        struct scan copy = *scan;
        double number;
        enum unit unit;
        scan_blanks(&copy);
        bool sign = scan_char(&copy, ',') || scan_char(&copy, '&') || scan_char(&copy, '/') ||
                    scan_char(&copy, 0x3001) || scan_word(&copy, words_and_also, NULL);
        if (!sign)
            return;
        scan_blanks(&copy);
        if (scan_word(&copy, words_and_also, NULL) || scan_char(&copy, '&'))
            scan_blanks(&copy);
        if (!scan_number(&copy, &number) || !whole_position(number) || number <= span->to)
            return;
        /* "Week 1, 3 hours", "Day 1, 2nd half": the number belongs to what follows. */
        struct scan after = copy;
        scan_blanks(&after);
        if (!scan_end(&after) && uc_is_alpha(scan_peek(&after)) &&
            !scan_word(&after, words_and_also, NULL))
            return;
        if (scan_unit(&after, &unit))
            return;
        span->listed |= number > span->to + 1;
        span->to = number;
        *scan = copy;
    }
}

/* After the unit: num [dash [unit] num] [open], or a list of numbers. */
static bool scan_position_numbers(struct scan *scan, struct span *span)
{
    struct scan copy = *scan;

    if (!scan_number(&copy, &span->from) || !whole_position(span->from))
        return false;
    if (span->unit == UNIT_YEAR && span->from > 100)
        return false; /* "Year 2026" */
    span->to = span->from;
    struct scan range = copy;
    enum unit unit;
    double to;
    if (scan_dash(&range)) {
        if (scan_unit(&range, &unit)) {
            scan_blanks(&range);
            if (unit != span->unit)
                range.length = range.at;
        }
        if (scan_number(&range, &to) && whole_position(to) && to >= span->from) {
            span->to = to;
            copy = range;
        }
    }
    copy.length = scan->length;
    scan_more_numbers(&copy, span);
    scan_open(&copy, span);
    /* "Month 4.2", "Day 50%", "Year 3D", "Week 2nd" are something else. */
    uint32_t next = scan_peek(&copy);
    if (next == '%' || next == '_' || (next < 0x2E80 && !scan_end(&copy) && uc_is_alpha(next)))
        return false;
    *scan = copy;
    return true;
}

/* "Week 3", "Months 1-4", "Semaine 2". */
static bool scan_unit_first(struct scan *scan, struct span *span)
{
    struct scan copy = *scan;

    if (!scan_unit(&copy, &span->unit))
        return false;
    scan_char(&copy, '.');
    scan_blanks(&copy);
    scan_char(&copy, '#');
    if (!scan_position_numbers(&copy, span))
        return false;
    *scan = copy;
    return true;
}

/* "第1-2周", "第1周～第3周", "第 3 个月". */
static bool scan_ideographic(struct scan *scan, struct span *span)
{
    struct scan copy = *scan;
    enum unit second;

    if (!scan_char(&copy, 0x7B2C))
        return false;
    scan_blanks(&copy);
    if (!scan_number_any(&copy, &span->from) || !whole_position(span->from))
        return false;
    span->to = span->from;
    scan_blanks(&copy);
    bool unit = scan_unit(&copy, &span->unit);
    struct scan range = copy;
    if (scan_dash(&range)) {
        scan_char(&range, 0x7B2C);
        if (scan_number_any(&range, &span->to) && whole_position(span->to)) {
            scan_blanks(&range);
            if (!unit)
                unit = scan_unit(&range, &span->unit);
            else if (scan_unit(&range, &second) && second != span->unit)
                return false;
            copy = range;
        }
    }
    if (!unit || span->to < span->from)
        return false;
    scan_char(&copy, 0x76EE); /* 第1週目 */
    scan_open(&copy, span);
    *scan = copy;
    return true;
}

/* "1週目", "1ヶ月目", "1-2週目". */
static bool scan_counted(struct scan *scan, struct span *span)
{
    struct scan copy = *scan;

    if (!scan_number(&copy, &span->from) || !whole_position(span->from))
        return false;
    span->to = span->from;
    struct scan range = copy;
    if (scan_dash(&range) && scan_number(&range, &span->to))
        copy = range;
    if (span->to < span->from || !scan_unit(&copy, &span->unit) || !scan_char(&copy, 0x76EE))
        return false;
    *scan = copy;
    return true;
}

/* "1st week", "2. Woche", "1ª semana", "3-я неделя", "2e semaine". */
static bool scan_ordinal(struct scan *scan, struct span *span)
{
    struct scan copy = *scan;

    if (!scan_number(&copy, &span->from) || !whole_position(span->from))
        return false;
    span->to = span->from;
    size_t ending = words_match(copy.text + copy.at, copy.length - copy.at, words_ordinals, NULL);
    if (!ending)
        return false;
    copy.at += ending;
    scan_blanks(&copy);
    if (!scan_unit(&copy, &span->unit))
        return false;
    struct scan after = copy; /* "3. Week 4" is a numbered "Week 4" */
    double number;
    scan_blanks(&after);
    if (scan_number(&after, &number))
        return false;
    *scan = copy;
    return true;
}

/* "W3", "W1-W3", "D12", "Q2"; and no "W3C". */
static bool scan_code(struct scan *scan, struct span *span)
{
    struct scan copy = *scan;
    uint32_t letter = scan_take(&copy);
    double to;

    span->unit = letter == 'W'   ? UNIT_WEEK
                 : letter == 'D' ? UNIT_DAY
                 : letter == 'Q' ? UNIT_QUARTER
                 : letter == 'M' ? UNIT_MONTH
                                 : UNIT_NONE;
    if (span->unit == UNIT_NONE || !scan_number(&copy, &span->from) || !whole_position(span->from))
        return false;
    span->to = span->from;
    struct scan range = copy;
    if (scan_dash(&range)) {
        scan_char(&range, letter);
        if (scan_number(&range, &to) && whole_position(to) && to >= span->from) {
            span->to = to;
            copy = range;
        }
    }
    scan_open(&copy, span);
    uint32_t next = scan_peek(&copy);
    if (!scan_end(&copy) && (uc_is_alpha(next) || uc_is_digit(next) || next == '_' || next == '.'))
        if (next != '.' || copy.at + 1 < copy.length)
            return false;
    *scan = copy;
    return true;
}

static bool scan_position(struct scan *scan, struct span *span)
{
    struct span read = {.form = SPAN_POSITION};
    bool (*const forms[])(struct scan *, struct span *) = {scan_unit_first, scan_ideographic,
                                                           scan_counted, scan_ordinal, scan_code};

    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        read = (struct span){.form = SPAN_POSITION};
        if (forms[i](scan, &read)) {
            *span = read;
            return true;
        }
    }
    return false;
}

/* "by Month 18", "end of week 3", "by the end of W3". */
static bool scan_due(struct scan *scan, struct span *span)
{
    struct scan copy = *scan;
    struct span inner;

    if (!scan_word(&copy, words_end_of, NULL) && !scan_word(&copy, words_by, NULL))
        return false;
    scan_blanks(&copy);
    if (scan_word(&copy, words_end_of, NULL))
        scan_blanks(&copy);
    if (!scan_position(&copy, &inner)) {
        struct found found;
        if (!dates_at_start(copy.text + copy.at, copy.length - copy.at, &inner, &found) ||
            found.start)
            return false;
        copy.at += found.end;
    }
    inner.due = true;
    *span = inner;
    *scan = copy;
    return true;
}

bool scan_span(struct scan *scan, struct span *span)
{
    if (scan_due(scan, span) || scan_position(scan, span))
        return true;
    struct found found;
    if (!dates_at_start(scan->text + scan->at, scan->length - scan->at, span, &found) ||
        found.start)
        return false;
    scan->at += found.end;
    return true;
}

/* ["~"] num [dash num] ["-"] unit ["+"]. */
bool scan_length(struct scan *scan, struct span *span)
{
    struct scan copy = *scan;
    struct span read = {.form = SPAN_LENGTH};
    enum unit first;

    if (scan_char(&copy, '~') || scan_char(&copy, 0x2248) || scan_char(&copy, 0x7EA6))
        read.vague = true;
    scan_blanks(&copy);
    if (!scan_number_any(&copy, &read.from) || read.from <= 0)
        return false;
    read.to = read.from;
    struct scan unit = copy;
    scan_blanks(&unit);
    if (scan_unit(&unit, &first)) { /* "3 weeks to 4 weeks" */
        struct scan range = unit;
        double to;
        enum unit second;
        if (scan_dash(&range) && scan_number_any(&range, &to) && to >= read.from) {
            scan_blanks(&range);
            if (scan_unit(&range, &second) && second == first) {
                read.to = to;
                unit = range;
            }
        }
        read.unit = first;
        copy = unit;
    } else {
        struct scan range = copy;
        double to;
        if (scan_dash(&range) && scan_number_any(&range, &to) && to >= read.from) {
            read.to = to;
            copy = range;
        }
        if (scan_char(&copy, '+'))
            read.open = true;
        if (!scan_char(&copy, '-') && !scan_char(&copy, 0x2011) && !scan_char(&copy, '_'))
            scan_blanks(&copy);
        if (!scan_unit(&copy, &read.unit))
            return false;
    }
    if (scan_char(&copy, '+'))
        read.open = true;
    *span = read;
    *scan = copy;
    return true;
}

bool span_parse(const char *text, size_t length, struct span *span)
{
    bool (*const forms[])(struct scan *, struct span *) = {scan_span, scan_length};

    for (size_t i = 0; i < 2; i++) {
        struct scan scan = {text, length, 0};
        struct span read = {0};
        scan_ornament(&scan);
        if (!forms[i](&scan, &read))
            continue;
        scan_ornament(&scan);
        if (!scan_char(&scan, ':'))
            scan_char(&scan, 0xFF1A);
        scan_ornament(&scan);
        if (scan_end(&scan)) {
            *span = read;
            return true;
        }
    }
    return false;
}
