/* date_text: dates, lengths and counts in words, in the book's pool. */
#ifndef ROADBOOK_PDF_PARTS_DATE_TEXT_H
#define ROADBOOK_PDF_PARTS_DATE_TEXT_H

#include "pdf/parts/book.h"

/* "5 January 2026", "5 Jan", "5 Jan 2026"; "" for DAY_NONE. */
const char *book_date(struct book *book, day date);
const char *book_short_date(struct book *book, day date);
const char *book_year_date(struct book *book, day date);

/* "5 – 11 January 2026", "2 February – 1 March 2026"; "" where either is DAY_NONE. */
const char *book_date_range(struct book *book, day first, day last);

/* "2 Feb – 1 Mar", with years where they differ; never with years, for narrow cells; always. */
const char *book_short_range(struct book *book, day first, day last);
const char *book_day_range(struct book *book, day first, day last);
const char *book_year_range(struct book *book, day first, day last);

/* Minutes for running text: "5 hours", "7.5 hours", "2 h 20". */
const char *book_hours(struct book *book, int minutes);

/* How long the schedule takes in the plan's own unit: "30 months", "12 weeks", "40 days". */
const char *book_length(struct book *book);

/* "1 entry", "12 entries". */
const char *book_count(struct book *book, int count, const char *one, const char *many);

/* TEXT with its first letter large where it is an ASCII one. */
const char *book_capital(struct book *book, const char *text);

#endif
