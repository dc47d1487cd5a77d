/* describe_span: spans in a few words, for tables of texts and what they are read as. */
#ifndef ROADBOOK_TESTS_DESCRIBE_SPAN_H
#define ROADBOOK_TESTS_DESCRIBE_SPAN_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "words/quantity.h"

/* A text and what is to be read out of it; "-" for nothing. */
struct row {
    const char *text, *expected;
};

#define ROWS(name) name, sizeof name / sizeof name[0]

static inline void describe_dates(char *out, size_t size, const struct span *span)
{
    char first[DATE_TEXT], last[DATE_TEXT];

    day_print(span->first, first);
    day_print(span->last, last);
    const char *from = first + (span->yearless ? 4 : 0), *to = last + (span->yearless ? 4 : 0);
    size_t used = strlen(out);
    if (span->first == span->last)
        snprintf(out + used, size - used, "%s", from);
    else
        snprintf(out + used, size - used, "%s..%s", from, to);
}

/* "month 1-4", "week 3+", "by month 18", "length week 4-6", "2026-01-05..2026-01-11". */
static inline void describe_span(char *out, size_t size, const struct span *span)
{
    out[0] = '\0';
    if (span->form == SPAN_DATES) {
        snprintf(out, size, "%s", span->due ? "by " : "");
        describe_dates(out, size, span);
        return;
    }
    snprintf(out, size, "%s%s%s%s %g", span->due ? "by " : "", span->vague ? "~" : "",
             span->form == SPAN_LENGTH ? "length " : "", unit_name(span->unit), span->from);
    size_t used = strlen(out);
    if (span->from != span->to)
        snprintf(out + used, size - used, "-%g", span->to);
    used = strlen(out);
    snprintf(out + used, size - used, "%s%s", span->open ? "+" : "", span->listed ? " listed" : "");
    if (span->dated) {
        snprintf(out + strlen(out), size - strlen(out), " = ");
        describe_dates(out, size, span);
    }
}

/* READ gives what each of COUNT texts is expected to be; "-" stands for nothing. */
static inline void check_spans(const struct row *rows, size_t count,
                               bool (*read)(const char *text, size_t length, struct span *span,
                                            struct found *found))
{
    for (size_t i = 0; i < count; i++) {
        struct span span;
        char out[200] = "-";
        if (read(rows[i].text, strlen(rows[i].text), &span, NULL))
            describe_span(out, sizeof out, &span);
        if (strcmp(out, rows[i].expected) != 0)
            fail_msg("'%s': got '%s', want '%s'", rows[i].text, out, rows[i].expected);
    }
}

#endif
