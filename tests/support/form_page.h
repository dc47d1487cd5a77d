/* form_page: a document of one page with fields of every kind, and a link. */
#ifndef ROADBOOK_TESTS_FORM_PAGE_H
#define ROADBOOK_TESTS_FORM_PAGE_H

#include "pdf/canvas/canvas.h"
#include "support/ask.h"

#define FORM_IDENTITY "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

/* Its fields: week-1-tick, week-1-tick-2 (ticked from the start), week-1-circle, week-1-line and
 * week-1-notes; filled in with COUNT FILLINGS. The caller frees it. */
static inline struct text form_page(struct filling *fillings, size_t count)
{
    const struct canvas_facts facts = {
        .title = "Form", .language = "en", .identity = FORM_IDENTITY, .fillable = true};
    struct canvas *canvas = canvas_new(&facts);
    struct text file = TEXT_INIT;

    canvas_page(canvas, 300, 400);
    canvas_target(canvas, "week-1", 0);
    canvas_uri(canvas, 10, 10, 50, 10, "https://example.org/");
    canvas_field(canvas, FIELD_TICK, 30, 50, 10, 10, NULL, "First");
    canvas_field(canvas, FIELD_TICKED, 30, 70, 10, 10, NULL, "Second");
    canvas_field(canvas, FIELD_ROUND, 30, 90, 10, 10, NULL, "Third");
    canvas_field(canvas, FIELD_LINE, 30, 140, 100, 12, NULL, "Learned");
    canvas_field(canvas, FIELD_AREA, 30, 205, 200, 100, NULL, "Notes");
    canvas_fill(canvas, fillings, count);
    assert_true(canvas_finish(canvas, &file));
    canvas_free(canvas);
    return file;
}

#endif
