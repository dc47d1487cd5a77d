/* form: what the files share that write the fields of a document. */
#ifndef ROADBOOK_PDF_CANVAS_FORM_H
#define ROADBOOK_PDF_CANVAS_FORM_H

#include "pdf/canvas/document.h"

/* A field on its way into the file. */
struct entry_field {
    struct field *field;
    int page;
    /* "week-12-line-2"; what it asks for */
    const char *name, *tip;
    /* NULL: it stays as it is made */
    const struct filling *filling;
    int object;
};

/* --- form_names.c */

/* Names all fields, COUNT in the order of pages. Each name is given once. */
void form_name_fields(struct canvas *canvas, struct entry_field *fields, size_t count);

/* Hands the canvas's fillings to the fields that they are for, which have names and tips. */
void form_match_fillings(struct canvas *canvas, struct entry_field *fields, size_t count);

/* --- form_text.c */

/* Measures text in the form's font. */
struct ruler;
struct ruler *ruler_new(void);
void ruler_free(struct ruler *ruler);

/* Appends the operators that show TEXT (UTF-8) in a place of that size, in type of SIZE points of
 * the font /Helv: on one line, or broken into LINES. false, OUT untouched: the font lacks a letter
 * of it, or it can't be measured. */
bool form_text_show(const struct ruler *ruler, struct text *out, const char *text, double width,
                    double height, double size, bool lines);

#endif
