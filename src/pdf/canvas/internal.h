/* internal: what the canvas's own files share, and what typeset needs to write text: objects
 * by number, raw operators, the graphics state. No name of libharu's leaves the canvas. */
#ifndef ROADBOOK_PDF_CANVAS_INTERNAL_H
#define ROADBOOK_PDF_CANVAS_INTERNAL_H

#include "pdf/canvas/canvas.h"

/* Objects. A number stays good for the canvas's life; 0 is none (an error was kept). */

/* A new dictionary; its entries are what the caller writes into canvas_entries(). */
int canvas_dictionary(struct canvas *canvas);
/* A new stream of BYTES (copied, deflated where that is shorter), with further entries as above. */
int canvas_stream(struct canvas *canvas, const void *bytes, size_t length);
/* "/Key value" pairs of that object, to be appended to until canvas_finish(). Valid until the next
 * object is made. */
struct text *canvas_entries(struct canvas *canvas, int object);
/* Entries of the document's catalog, as above. */
struct text *canvas_catalog(struct canvas *canvas);

/* Appends STRING as a PDF text string (ISO 32000-1, 7.9.2.2): as it stands where it is
 * ASCII, else UTF-16BE in hexadecimal. */
void canvas_text_string(struct text *out, const char *string);
/* Appends the UTF-16BE of LENGTH bytes of UTF-8 in hexadecimal, without brackets. */
void canvas_utf16(struct text *out, const char *bytes, size_t length);
/* Appends LENGTH bytes as a literal string, escaped. */
void canvas_literal(struct text *out, const char *bytes, size_t length);
/* Appends VALUE with at most DECIMALS (0-5) decimals; what is no number becomes 0. Independent of
 * locale. */
void canvas_number(struct text *out, double value, int decimals);
/* Appends a reference to that object. */
void canvas_reference(struct text *out, int object);
/* VALUE as canvas_number() writes it, into OUT, without a NUL; gives its length. */
#define NUMBER_ROOM 24
size_t canvas_digits(char out[NUMBER_ROOM], double value, int decimals);

/* true where the document is to be PDF/A-1b. */
bool canvas_is_archive(const struct canvas *canvas);

/* Keeps MESSAGE (a constant) as the canvas's error if it is the first. */
void canvas_fail(struct canvas *canvas, const char *message);

/* true for an address that canvas_uri() makes a link of. */
bool canvas_is_uri(const char *uri);

/* A text of LENGTH bytes begins, of one or several lines: it becomes an
 * element of its own by ROLE and place. Each of its lines starts with canvas_mark(): its left end
 * is at x, y, it is WIDTH wide. true where it goes on
 * right after another text of the same element, from which a space must part it. */
void canvas_begin_text(struct canvas *canvas, enum role role, const char *bytes, size_t length);
bool canvas_mark(struct canvas *canvas, double x, double y, double width);
/* The text drawn between these is a link within the one begun. */
void canvas_begin_link(struct canvas *canvas);
void canvas_end_link(struct canvas *canvas);

/* Text. The font object FONT is "/F<resource>" on every page. */
void canvas_name_font(struct canvas *canvas, int resource, int font);

/* The operators of the selected page so far. */
struct text *canvas_content(struct canvas *canvas);
/* Height of the selected page: typeset turns y round with it. */
double canvas_height(const struct canvas *canvas);

/* Appends COUNT numbers (double; kept to 1/10, which in points is 0.04 mm) and OPERATOR to the
 * selected page's operators; a number that is none is kept as an error. */
void canvas_operate(struct canvas *canvas, const char *operator, int count, ...);

/* Each is written only where it differs from what holds on the page. */
void canvas_fill_color(struct canvas *canvas, struct color color);
void canvas_font(struct canvas *canvas, int resource, double size);
void canvas_letter_space(struct canvas *canvas, double space);

#endif
