/* item_words: what a row says of an item of the roadmap, column by column, in the words of
 * roadbook. */
#ifndef ROADBOOK_XLSX_CELLS_ITEM_WORDS_H
#define ROADBOOK_XLSX_CELLS_ITEM_WORDS_H

#include "xlsx/cells/table.h"

/* ITEM's title, or its whole line where it has none. */
const char *title_of_item(const struct item *item);

/* The text that a column shows of an item; NULL where it shows none. */
const char *text_of_item(struct tracker *tracker, enum column_kind kind, const struct item *item);

/* The words that name ITEM in its row there. */
const char *words_of_item(struct tracker *tracker, const struct sheet *about,
                          const struct item *item);

/* How many chapters ITEM has; 0: none that are known. */
int chapter_count(const struct item *item);

/* "2 · Concurrency": what rows say of a phase. */
const char *phase_words(struct tracker *tracker, size_t phase);

/* That of ITEM's phase; "": it has none. */
const char *phase_of_item(struct tracker *tracker, const struct item *item);

/* How a number of chapters read shows, as a number format: "7 of 10" is 7 where ten are known. */
const char *form_of_chapters(struct tracker *tracker, const struct item *item);

/* A cost's price for the budget: of a range the upper end; 0 for a limit ("<$150") and for none. */
double planned_price(const struct item *item);

/* The due date that ITEM had in the first plan, where it is another now; else DAY_NONE. */
day first_due(struct tracker *tracker, const struct item *item);

/* The sign, the status or the price that the roadmap itself gives an item in a column of that KIND.
 */
struct kept_cell given_by_roadmap(enum column_kind kind, const struct item *item);

/* Of which kind of column ABOUT's hidden column Given tells: the tick, the status or the price;
 * COLUMN_GIVEN: none. */
enum column_kind kind_given(const struct sheet *about);

/* Marks of what ITEM's row shows: an edit of it is noticed by them. */
const char *marks_of_shown(struct tracker *tracker, const struct sheet *about,
                           const struct item *item);

#endif
