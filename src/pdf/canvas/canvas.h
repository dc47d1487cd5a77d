/* canvas: pages, shapes, links and objects of one PDF document; the only user of libharu.
 *
 * Lengths are points (1/72 inch), x from the left edge, y DOWN from the top edge of the page. */
#ifndef ROADBOOK_PDF_CANVAS_CANVAS_H
#define ROADBOOK_PDF_CANVAS_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

#define MM(millimetres) ((millimetres) * (72.0 / 25.4))

struct color {
    /* 0-1, sRGB */
    float red, green, blue;
};

struct canvas;

struct canvas_facts {
    /* UTF-8; NULL: none */
    const char *title, *subject;
    /* BCP 47: "en" */
    const char *language;
    /* UUID text of what the book is, whatever this edition of it says: the first half of /ID is
     * made of it, and it stands in the file */
    const char *identity;
    /* PDF/A-1b: no fields, no attached files */
    bool archive;
    /* canvas_field() makes fields; else it does nothing */
    bool fillable;
    /* Only these pages, by their index, come into the file, as they stand and are labelled among
     * all; links to the others are left out. NULL: all do. Copied. */
    const bool *kept;
    size_t kept_count;
};

/* An empty document; the caller frees it. NULL never: errors stick and come out of canvas_finish().
 */
struct canvas *canvas_new(const struct canvas_facts *facts);
void canvas_free(struct canvas *canvas);

/* Adds a page after the last one and draws on it from now on; gives its index from 0. */
int canvas_page(struct canvas *canvas, double width, double height);

/* Draws on that page again (contents pages are kept free and drawn when all page numbers are
 * known). */
void canvas_select(struct canvas *canvas, int page);
int canvas_selected(const struct canvas *canvas);
int canvas_page_count(const struct canvas *canvas);

/* Shapes. A line of width 0 is not drawn. */
void canvas_fill_rect(struct canvas *canvas, double x, double y, double width, double height,
                      struct color color);
void canvas_stroke_rect(struct canvas *canvas, double x, double y, double width, double height,
                        double radius, double line, struct color color);
void canvas_fill_round_rect(struct canvas *canvas, double x, double y, double width, double height,
                            double radius, struct color color);
void canvas_line(struct canvas *canvas, double x1, double y1, double x2, double y2, double line,
                 struct color color);
void canvas_dotted_line(struct canvas *canvas, double x1, double x2, double y, double line,
                        double gap, struct color color);
void canvas_circle(struct canvas *canvas, double x, double y, double radius, double line,
                   struct color color);
void canvas_fill_circle(struct canvas *canvas, double x, double y, double radius,
                        struct color color);
void canvas_fill_polygon(struct canvas *canvas, const double *xy, size_t points,
                         struct color color);
/* A grid of small dots to sketch on. */
void canvas_dot_grid(struct canvas *canvas, double x, double y, double width, double height,
                     double pitch, struct color color);

/* Everything drawn until canvas_restore() is turned by 90 degrees clockwise about (x, y): for thumb
 * tabs. */
void canvas_rotate(struct canvas *canvas, double x, double y, double degrees);
void canvas_restore(struct canvas *canvas);

/* Structure (ISO 32000-1, 14.8), for readers that speak or reflow: the order is that of drawing,
 * page by page. Text is what is read; shapes only adorn. A text's part follows from its style's
 * role, else from where it stands: a row's text is a cell of it, a list's an entry, all else a
 * paragraph. Only lists, tables and figures need to be told. */
enum role {
    ROLE_BY_PLACE,
    ROLE_TITLE,    /* of the page */
    ROLE_HEADING,  /* within it */
    ROLE_SAME,     /* the element of the text drawn before */
    ROLE_ARTIFACT, /* nothing to be read: running feet, tabs */
    ROLE_LIST,     /* each text in it is an entry of its own, but for: */
    ROLE_ENTRY,    /* several texts, and boxes, as one entry */
    ROLE_TABLE,
    ROLE_HEAD_ROW,  /* each text in it heads a column */
    ROLE_ROW,       /* each text in it, also an empty one, is a cell, but for: */
    ROLE_CELL,      /* several texts, or none, as one cell */
    ROLE_PARAGRAPH, /* several texts as one */
    ROLE_FIGURE,
    ROLE_COUNT
};

/* What is drawn until canvas_close() is part of it. On another page, and after a title or heading,
 * it begins anew by itself; an element in which nothing is drawn is left out, but for a cell. */
void canvas_open(struct canvas *canvas, enum role role);
/* The same of a figure: WORDS say what the shapes show; texts in it belong to it. */
void canvas_open_figure(struct canvas *canvas, double x, double y, double width, double height,
                        const char *words);
void canvas_close(struct canvas *canvas);

/* A field to fill in on a screen, on what is drawn there; nothing where the book is not fillable.
 * NAME: an item's id or the like, made unique ("NAME-tick-2"); NULL: that of the target named last
 * on the page, else the page's own. TIP says what is to be filled in; NULL: the nearest text's
 * words. FIELD_TICKED: a FIELD_TICK that is ticked from the start. */
enum field_kind { FIELD_TICK, FIELD_TICKED, FIELD_ROUND, FIELD_LINE, FIELD_AREA };
void canvas_field(struct canvas *canvas, enum field_kind kind, double x, double y, double width,
                  double height, const char *name, const char *tip);
/* true where canvas_field() makes fields. */
bool canvas_is_fillable(const struct canvas *canvas);

/* What a field is filled in with. */
struct filling {
    /* as the file has it: "NAME-tick-2"; what it asks for */
    const char *name, *tip;
    /* of a place to write in; NULL: a box */
    const char *text;
    bool ticked;
    /* Set by canvas_finish(): the name of the field that it was put in, as long as the canvas lasts
     * (NULL: there is none); and the field says so without being filled in. */
    const char *placed;
    bool usual;
};
/* FILLINGS, sorted by name, are the caller's, and last as long as the canvas. */
void canvas_fill(struct canvas *canvas, struct filling *fillings, size_t count);

/* A file that travels in the document. BYTES are copied. TYPE: "text/markdown". */
void canvas_attachment(struct canvas *canvas, const char *name, const char *type, const char *words,
                       const void *bytes, size_t length);

/* Names this spot of the selected page: the target of links, a named destination of the file. A
 * name is given once; the first one stands. Names are copied; ids of items, "week-12",
 * "month-2026-03", "phase-1". */
void canvas_target(struct canvas *canvas, const char *name, double y);

/* The page (index) of a target given so far, or -1. */
int canvas_target_page(const struct canvas *canvas, const char *name);

/* A link from the rectangle to a target, which may be named later; one that never is, is left out.
 */
void canvas_link(struct canvas *canvas, double x, double y, double width, double height,
                 const char *target);
/* To the world: http, https and mailto only; all else is left out. */
void canvas_uri(struct canvas *canvas, double x, double y, double width, double height,
                const char *uri);

/* An entry of the outline (bookmarks) at LEVEL 0 or 1, to the top of the selected page. */
void canvas_outline(struct canvas *canvas, int level, const char *title);

/* From the selected page on, pages are labelled PREFIX and, where NUMBERED, 1, 2, ... (roman where
 * ROMAN). */
enum label_style { LABEL_PLAIN, LABEL_DECIMAL, LABEL_ROMAN };
void canvas_label(struct canvas *canvas, enum label_style style, int first, const char *prefix);

/* Writes the document into OUT. false after a report, also for the first error of any call above.
 */
bool canvas_finish(struct canvas *canvas, struct text *out);

/* After canvas_finish(): the digest of what is drawn on a page that came into the file, which the
 * file has of it. */
uint64_t canvas_page_digest(const struct canvas *canvas, int page);

/* true where BYTES are a whole document of that IDENTITY (NULL: any) just as canvas_finish() gave
 * them, no field of it filled in. */
bool canvas_is_untouched(const char *bytes, size_t length, const char *identity);

#endif
