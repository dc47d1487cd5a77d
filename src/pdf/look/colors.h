/* colors: colours as templates write them, their tints, and how well one is read on another. */
#ifndef ROADBOOK_PDF_LOOK_COLORS_H
#define ROADBOOK_PDF_LOOK_COLORS_H

#include <stdbool.h>

#include "pdf/canvas/canvas.h"

/* Reads "#B5482F"; false where TEXT is no such thing. */
bool color_parse(const char *text, struct color *color);

/* SHARE of the colour (0-1) on white. */
struct color color_tint(struct color color, double share);

/* Contrast of two colours by WCAG 2, 1-21. */
double color_contrast(struct color one, struct color other);

#endif
