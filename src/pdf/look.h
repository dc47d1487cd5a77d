/* look: a template's paper, margins, palette and sizes, read from YAML by libcyaml. */
#ifndef ROADBOOK_PDF_LOOK_H
#define ROADBOOK_PDF_LOOK_H

#include "base/pool.h"
#include "pdf/canvas.h"

#define LOOK_ACCENTS 9

struct look {
    const char *name;
    double width, height;             /* the page, points */
    double inner, outer, top, bottom; /* margins, points; inner is the binding side */
    struct color ink, grey, pale,
        paper; /* text, quiet text (4.5:1 on white), rules and frames, panels without a phase */
    struct color accents[LOOK_ACCENTS]; /* one a phase, in turn */
    struct color tints[LOOK_ACCENTS];
    struct color neutral, neutral_tint; /* beside the phases */
    bool filled; /* bands and tabs are filled with the accent; else they are outlined */
    double display_size, title_size, heading_size, body_size, small_size, label_size;
    double rule_distance; /* between writing rules */
    double box_size;      /* of a box to tick */
};

/* The built-in template NAME ("classic", "plain"; part of the program) or the YAML file of that
 * path, on PAPER ("a4", "letter", "a5", "legal", ..., NULL: the template's own). What a template
 * leaves out is as in classic. In POOL; NULL after a report that names what there is. */
const struct look *look_load(struct pool *pool, const char *name, const char *paper);

/* Contrast of two colours by WCAG 2, 1-21. */
double color_contrast(struct color one, struct color other);

#endif
