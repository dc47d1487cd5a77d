/* ticks: the signs and words by which roadbook and the learner say that something is done. Written
 * here once, for the cells that are read and for the tracker's formulas. */
#ifndef ROADBOOK_WORDS_TICKS_H
#define ROADBOOK_WORDS_TICKS_H

/* Signs in a Done column. */
#define TICK_OPEN "☐"
#define TICK_DONE "☑"
/* The status of a book not yet begun, and of one that is read. */
#define STATUS_NEW  "to read"
#define STATUS_READ "read"

/* What else counts as done where it is typed, in the tracker's formulas too; in a Done column all
 * but the last, STATUS_READ. The number 1, a day and TRUE count there as well, be it a text:
 * programs find TRUE when they are asked to count the word, which would count it twice. Rarer signs
 * and other languages' words (cell_is_ticked()) are made TICK_DONE by the next build: in formulas
 * each word costs whoever works the file out. */
enum { TICK_WORDS = 9, DONE_WORDS };
extern const char *const done_words[DONE_WORDS];

#endif
