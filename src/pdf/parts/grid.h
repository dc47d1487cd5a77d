/* grid: the measures and small parts that the pages one writes in share: the grid, text in cells,
 * fields to fill in. */
#ifndef ROADBOOK_PDF_PARTS_GRID_H
#define ROADBOOK_PDF_PARTS_GRID_H

#include "pdf/parts/book.h"

/* The step of the vertical grid, in points: a quarter of the distance of writing rules. */
double grid_unit(const struct book *book);

/* HEIGHT rounded up to whole units. */
double grid_up(const struct book *book, double height);

/* The first grid line at or below Y. */
double grid_snap(const struct book *book, double y);

/* One line, vertically centred in the box of HEIGHT below TOP; shrunk or cut to WIDTH where that is
 * not 0; gives its width. */
double grid_text(struct book *book, const struct style *style, double x, double top, double height,
                 enum align align, double width, const char *text);

/* A tiny label in the accent at x, its top at y; gives the y below it. */
double grid_accent_label(struct book *book, double x, double y, const char *text);

/* Tiny labels of a table's head between Y and the line below them, which is drawn from LEFT to
 * RIGHT in ink; gives the y of that line. grid_head_label() puts one of them. */
double grid_table_head(struct book *book, double y);
void grid_head_label(struct book *book, double x, double y, enum align align, const char *text);

/* A label above writing rules that stand on the page's lattice of rules (so that the rules of both
 * sides of a leaf lie on each other): at most COUNT of them (0: no limit) above BOTTOM. Gives the y
 * of the last rule; Y itself where none fits. LABEL may be NULL. */
double grid_write(struct book *book, double x, double y, double width, const char *label,
                  double bottom, int count);

/* The label alone, where grid_write() would put it; gives the line of the lattice above its first
 * rule. */
double grid_caption(struct book *book, double x, double y, double width, const char *label);

/* How many rules grid_write() would draw below a label. */
int grid_write_room(const struct book *book, double y, double bottom);

/* A text of an entry, of which at most so many lines are drawn that any page holds them; where it
 * is longer, a line that leads to the roadmap's own words, where it stands whole. Height and
 * drawing; both give the height. */
double grid_words_height(const struct book *book, const struct paragraph *paragraph);
double grid_words(struct book *book, struct paragraph *paragraph, double x, double y);

/* A line to write on at Y with its label beneath; takes grid_field_height() below Y. */
void grid_field(struct book *book, double x, double y, double width, const char *label);
double grid_field_height(const struct book *book);

/* COUNT open circles from x on, centred on MIDDLE; gives the x after the last. */
double grid_circles(struct book *book, double x, double middle, int count);
double grid_circles_width(const struct book *book, int count);

/* "2 h 30" of minutes; "0", "650", "7.5" of minutes in hours. In the book's pool. */
const char *grid_duration(struct book *book, int minutes);
const char *grid_hours(struct book *book, int minutes);

/* "Phase 1" by the phase's own number; for -1 "", and as a page's label "Beside the phases". */
const char *grid_phase_name(struct book *book, int phase);
const char *grid_phase_label(struct book *book, int phase);

#endif
