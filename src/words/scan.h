/* scan: a reading place in a text, and the small things that spans and efforts are made of. */
#ifndef ROADBOOK_WORDS_SCAN_H
#define ROADBOOK_WORDS_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "words/language.h"
#include "words/quantity.h"

/* Each scan_...() takes what it names at AT and moves past it, or gives false and stays. */
struct scan {
    const char *text;
    size_t length, at;
};

uint32_t scan_peek(const struct scan *scan); /* the next code point, 0 at the end */
uint32_t scan_take(struct scan *scan);
bool scan_end(const struct scan *scan);
bool scan_char(struct scan *scan, uint32_t character);
void scan_blanks(struct scan *scan);   /* blanks of any width; never fails */
void scan_ornament(struct scan *scan); /* blanks, emoji and other signs that only decorate */

/* A number: digits with at most one '.' or ',' between; at most 7 digits. Ideographic numerals
 * count too where IDEOGRAPHS. */
bool scan_number(struct scan *scan, double *number);
bool scan_number_any(struct scan *scan, double *number);

/* "one", "zwei", "trois". */
bool scan_number_word(struct scan *scan, double *number);

/* How many ASCII digits stand at AT. */
size_t digits_at(const char *text, size_t length, size_t at);

/* "-", an en dash, "~", "to", "bis": with the blanks around it. */
bool scan_dash(struct scan *scan);

/* A form of LIST in any language; *LANGUAGE and *INDEX may be NULL. */
bool scan_word(struct scan *scan, words_list *list, const struct language **language);

bool scan_unit(struct scan *scan, enum unit *unit);
bool scan_weekday(struct scan *scan, enum weekday *weekday);
bool scan_month(struct scan *scan, int *month);

/* A position, dates, or either with "by" before it (span.c). */
bool scan_span(struct scan *scan, struct span *span);

/* "3 weeks", "~4-6 Monate", "8-week" (span.c). */
bool scan_length(struct scan *scan, struct span *span);

/* true for blanks, also the ideographic one. */
bool is_blank(uint32_t character);

#endif
