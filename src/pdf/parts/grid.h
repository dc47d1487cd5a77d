/* grid: the measures and small parts that the pages one writes in share: the grid, text in cells,
 * fields to fill in. */
#ifndef ROADBOOK_PDF_PARTS_GRID_H
#define ROADBOOK_PDF_PARTS_GRID_H

#include "pdf/parts/agenda.h"
#include "pdf/parts/book.h"

/* The step of the vertical grid, in points: a quarter of the distance of writing rules. */
double diary_unit(const struct book *book);

/* HEIGHT rounded up to whole units. */
double diary_up(const struct book *book, double height);

/* The first grid line at or below Y. */
double diary_snap(const struct book *book, double y);

/* One line, vertically centred in the box of HEIGHT below TOP; shrunk or cut to WIDTH where that is
 * not 0; gives its width. */
double diary_text(struct book *book, const struct style *style, double x, double top, double height,
                  enum align align, double width, const char *text);

/* A tiny label in the accent at x, its top at y; gives the y below it. */
double diary_accent_label(struct book *book, double x, double y, const char *text);

/* Tiny labels of a table's head between Y and the line below them, which is drawn from LEFT to
 * RIGHT in ink; gives the y of that line. diary_head_label() puts one of them. */
double diary_table_head(struct book *book, double y);
void diary_head_label(struct book *book, double x, double y, enum align align, const char *text);

/* A label above writing rules that stand on the page's lattice of rules (so that the rules of both
 * sides of a leaf lie on each other): at most COUNT of them (0: no limit) above BOTTOM. Gives the y
 * of the last rule; Y itself where none fits. LABEL may be NULL. */
double diary_write(struct book *book, double x, double y, double width, const char *label,
                   double bottom, int count);

/* The label alone, where diary_write() would put it; gives the line of the lattice above its first
 * rule. */
double diary_caption(struct book *book, double x, double y, double width, const char *label);

/* How many rules diary_write() would draw below a label. */
int diary_write_room(const struct book *book, double y, double bottom);

/* A text of an entry, of which at most so many lines are drawn that any page holds them; where it
 * is longer, a line that leads to the roadmap's own words, where it stands whole. Height and
 * drawing; both give the height. */
double diary_words_height(const struct book *book, const struct paragraph *paragraph);
double diary_words(struct book *book, struct paragraph *paragraph, double x, double y);

/* A line to write on at Y with its label beneath; takes diary_field_height() below Y. */
void diary_field(struct book *book, double x, double y, double width, const char *label);
double diary_field_height(const struct book *book);

/* COUNT open circles from x on, centred on MIDDLE; gives the x after the last. */
double diary_circles(struct book *book, double x, double middle, int count);
double diary_circles_width(const struct book *book, int count);

/* "2 h 30" of minutes; "0", "650", "7.5" of minutes in hours. In the book's pool. */
const char *diary_duration(struct book *book, int minutes);
const char *diary_hours(struct book *book, int minutes);

/* "Phase 1" by the phase's own number; "" for -1. */
const char *diary_phase_name(struct book *book, int phase);

#endif
