/* canvas_internal: what the canvas's own files share, and what typeset needs to write text: objects
 * by number, raw operators, the graphics state. No name of libharu's leaves canvas*.c. */
#ifndef ROADBOOK_PDF_CANVAS_INTERNAL_H
#define ROADBOOK_PDF_CANVAS_INTERNAL_H

#include "pdf/canvas.h"

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

/* Appends STRING as a PDF text string (ISO 32000-1, 7.9.2.2): UTF-16BE in hexadecimal. */
void canvas_text_string(struct text *out, const char *string);
/* Appends the UTF-16BE of LENGTH bytes of UTF-8 in hexadecimal, without brackets. */
void canvas_utf16(struct text *out, const char *bytes, size_t length);
/* Appends LENGTH bytes as a literal string, escaped. */
void canvas_literal(struct text *out, const char *bytes, size_t length);
/* Appends VALUE with at most DECIMALS (0-5) decimals; what is no number becomes 0. Independent of
 * locale. */
void canvas_number(struct text *out, double value, int decimals);
/* The same into OUT, without a NUL; gives its length. */
#define NUMBER_ROOM 24
size_t canvas_digits(char out[NUMBER_ROOM], double value, int decimals);

/* Keeps MESSAGE (a constant) as the canvas's error if it is the first. */
void canvas_fail(struct canvas *canvas, const char *message);

/* true for an address that canvas_uri() makes a link of. */
bool canvas_is_uri(const char *uri);

/* Text. The font object FONT is "/F<resource>" on every page. */
void canvas_name_font(struct canvas *canvas, int resource, int font);

/* The operators of the selected page so far. */
struct text *canvas_content(struct canvas *canvas);
/* Height of the selected page: typeset turns y round with it. */
double canvas_height(const struct canvas *canvas);

/* Appends COUNT numbers (double; kept to 1/100, which in points no printer shows) and OPERATOR to
 * the selected page's operators; a number that is none is kept as an error. */
void canvas_operate(struct canvas *canvas, const char *operator, int count, ...);

/* Each is written only where it differs from what holds on the page. */
void canvas_fill_color(struct canvas *canvas, struct color color);
void canvas_stroke_color(struct canvas *canvas, struct color color);
void canvas_line_width(struct canvas *canvas, double width);
void canvas_font(struct canvas *canvas, int resource, double size);
void canvas_letter_space(struct canvas *canvas, double space);

#endif
