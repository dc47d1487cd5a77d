/* blank_canvas: a document without a page yet, and the file that becomes of it. */
#ifndef ROADBOOK_TESTS_PDF_BLANK_CANVAS_H
#define ROADBOOK_TESTS_PDF_BLANK_CANVAS_H

#include "base/report.h"
#include "pdf/canvas/canvas.h"
#include "support/ask.h"

static inline struct canvas *new_canvas(void)
{
    const struct canvas_facts facts = {
        .title = "Bücher → \xF0\x9F\x98\x80", .language = "en-GB", .identity = "1b4e28ba"};

    report_reset();
    report_verbosity(-2);
    return canvas_new(&facts);
}

/* Finishes and frees the canvas; the caller frees the file. */
static inline struct text finished(struct canvas *canvas)
{
    struct text file = TEXT_INIT;

    assert_true(canvas_finish(canvas, &file));
    canvas_free(canvas);
    return file;
}

#endif
