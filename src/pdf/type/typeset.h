/* typeset: words to glyphs to lines. HarfBuzz shapes and subsets, libunistring breaks lines (UAX
 * 14), FriBidi gives directions, fontconfig finds a font for what the bundled ones lack. Lengths
 * are points, y runs down. */
#ifndef ROADBOOK_PDF_TYPE_TYPESET_H
#define ROADBOOK_PDF_TYPE_TYPESET_H

#include "pdf/canvas/canvas.h"
#include "plan/plan.h"

enum face { FACE_SERIF, FACE_SANS, FACE_SANS_BOLD, FACE_SANS_ITALIC, FACE_MONO, FACE_COUNT };

enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

struct style {
    enum face face;
    double size;
    /* from baseline to baseline; 0: 1.35 of size */
    double leading;
    /* extra space between letters, in em: 0.08 for small capitals labels */
    double tracking;
    /* set in capitals, by Unicode's rules for the document's language */
    bool capitals;
    struct color color;
    /* of its text in the document's structure: titles and headings */
    enum role role;
};

struct typeset; /* one a document: loaded fonts, the glyphs used so far, shaped words */

/* CANVAS and POOL must outlive it. LANGUAGE: BCP 47. Bundled fonts are part of the program. */
struct typeset *typeset_new(struct canvas *canvas, struct pool *pool, const char *language);

/* Takes these families in place of the bundled ones (NULL: the bundled one): bundled ones by name,
 * others by fontconfig; one that is not there stays as it was, with a warning. Before the first
 * text. */
void typeset_families(struct typeset *typeset, const char *serif, const char *sans,
                      const char *mono);

/* Writes the subset fonts into the document; call once, after the last page and before
 * canvas_finish(). */
void typeset_finish(struct typeset *typeset);
void typeset_free(struct typeset *typeset);

/* Width of TEXT on one line. Figures are tabular and lining in the sans, kerning and ligatures on.
 */
double typeset_width(struct typeset *typeset, const struct style *style, const char *text);

/* Draws TEXT on one line, X being its left edge, middle or right edge by ALIGN; gives its width. */
double typeset_line(struct typeset *typeset, const struct style *style, double x, double baseline,
                    enum align align, const char *text);

/* As typeset_line(), in at most WIDTH: first the size shrinks to no less than 80 %, then the end is
 * cut at a word with an ellipsis. For running feet and cells; never for the only place where a text
 * stands. */
double typeset_fitted(struct typeset *typeset, const struct style *style, double x, double baseline,
                      enum align align, double width, const char *text);

/* Text broken into lines: measured once, drawn as often as wanted. Lives in the typeset's pool. */
struct paragraph;

/* Marks of the prose (strong, emphasis, code, link) get their faces; links become live where drawn.
 * A word wider than WIDTH is broken within. No widow of a single short word where a little narrower
 * measure avoids it. */
struct paragraph *paragraph_new(struct typeset *typeset, const struct style *style,
                                const struct prose *prose, double width);
/* The same of a plain string. */
struct paragraph *paragraph_of(struct typeset *typeset, const struct style *style, const char *text,
                               double width);

size_t paragraph_lines(const struct paragraph *paragraph);
double paragraph_height(const struct paragraph *paragraph); /* lines x leading */
double paragraph_width(const struct paragraph *paragraph);  /* of its longest line */

/* Draws lines FIRST .. FIRST+COUNT-1 (COUNT clipped), each with X as its left edge, middle or right
 * edge by ALIGN as in typeset_line(), the first of them in a box of one leading below TOP; gives
 * the height taken. The baseline lies at TOP + leading - (leading - cap height) / 2, so text
 * centres in its line box. */
double paragraph_draw(struct paragraph *paragraph, double x, double top, enum align align,
                      size_t first, size_t count);

/* Height of capital letters of a style, to centre boxes on text. */
double style_cap_height(struct typeset *typeset, const struct style *style);

#endif
