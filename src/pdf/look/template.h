/* template: the YAML file of a look, as it is written; look.c lays one over another. */
#ifndef ROADBOOK_PDF_LOOK_TEMPLATE_H
#define ROADBOOK_PDF_LOOK_TEMPLATE_H

#include <stdbool.h>

#include "base/report.h"

/* Millimetres; 0: not given. */
struct template_margins {
    double inner, outer, top, bottom;
};

struct template_colors {
    char *ink, *grey, *pale, *panel, *neutral;
};

/* Points; 0: not given. */
struct template_sizes {
    double display, title, heading, body, small, label;
};

struct template_families {
    char *serif, *sans, *mono;
};

/* A paper, or a screen: millimetres, and the share of A4's margins and sizes that it takes. */
struct template_paper {
    char *name;
    double width, height, scale;
    bool tablet;
};

/* A template as its file has it; 0 or NULL: not given. */
struct template
{
    /* said for whoever reads the file; nothing here does */
    char *name, *summary;
    char *extends, *paper, *hand;
    bool *duplex;
    struct template_margins margins;
    struct template_colors colors;
    char **accents;
    unsigned accents_count;
    double *tint;
    bool *filled;
    struct template_families families;
    struct template_sizes sizes;
    double rule_distance, box;
    int weeks_a_page;
    char **pages;
    unsigned pages_count;
    struct template_paper *papers;
    unsigned papers_count;
};

/* Reads SOURCE; *TEMPLATE is to be freed with template_free(), and NULL where there is nothing but
 * blanks. false after a report with line, column and the nearest key. */
bool template_read(const struct source *source, struct template **template);
void template_free(struct template *template);

/* Where VALUE stands first behind KEY, for a message; where KEY stands, if it is nowhere. */
struct place template_place(const struct source *source, const char *key, const char *value);

#endif
