/* desk: a document of one page with its type, to set words on. */
#ifndef ROADBOOK_TESTS_PDF_DESK_H
#define ROADBOOK_TESTS_PDF_DESK_H

#include <math.h>

#include "base/pool.h"
#include "base/report.h"
#include "pdf/type/internal.h"
#include "support/ask.h"

static const struct style body = {.face = FACE_SANS, .size = 10};

static inline void assert_near(double value, double expected, double within)
{
    if (!(fabs(value - expected) <= within))
        fail_msg("%.6f is not %.6f", value, expected);
}

/* A book of one page in the making. */
struct desk {
    struct pool *pool;
    struct canvas *canvas;
    struct typeset *typeset;
};

static inline struct desk open_desk(void)
{
    struct canvas_facts facts = {.title = "Type", .language = "en", .identity = "2c5ea4c0"};
    struct desk desk = {.pool = pool_new(), .canvas = canvas_new(&facts)};

    report_reset();
    report_verbosity(-1);
    desk.typeset = typeset_new(desk.canvas, desk.pool, "en");
    canvas_page(desk.canvas, 600, 800);
    return desk;
}

/* The finished file; the caller frees it. */
static inline struct text close_desk(struct desk *desk)
{
    struct text file = TEXT_INIT;

    typeset_finish(desk->typeset);
    assert_true(canvas_finish(desk->canvas, &file));
    typeset_free(desk->typeset);
    canvas_free(desk->canvas);
    pool_free(desk->pool);
    return file;
}

static inline void leave_desk(struct desk *desk)
{
    struct text file = close_desk(desk);

    text_free(&file);
}

static inline void hide_system_fonts(void)
{
    setenv("FONTCONFIG_PATH", "tests/data/pdf", 1);
    setenv("FONTCONFIG_FILE", "no-fonts.conf", 1);
}

static inline void show_system_fonts(void)
{
    unsetenv("FONTCONFIG_PATH");
    unsetenv("FONTCONFIG_FILE");
}

#endif
