/* look: a template's paper, margins, palette, type, sizes and pages, laid over those it extends. */
#ifndef ROADBOOK_PDF_LOOK_LOOK_H
#define ROADBOOK_PDF_LOOK_LOOK_H

#include "base/pool.h"
#include "base/report.h"
#include "export.h"
#include "pdf/canvas/canvas.h"
#include "pdf/look/page_kinds.h"

#define LOOK_ACCENTS 9

struct look {
    const char *paper_name;
    /* the page, points */
    double width, height;
    /* margins, points; inner is the binding side */
    double inner, outer, top, bottom;
    /* margins and tabs change sides from page to page; else all are alike */
    bool duplex;
    /* where they are alike: tabs and the narrow margin at the left */
    bool left_handed;
    /* text, quiet text (4.5:1 on white), rules and frames, panels without a phase */
    struct color ink, grey, pale, paper;
    /* one a phase, in turn */
    struct color accents[LOOK_ACCENTS];
    struct color tints[LOOK_ACCENTS];
    /* beside the phases */
    struct color neutral, neutral_tint;
    /* bands and tabs are filled with the accent; else they are outlined */
    bool filled;
    /* families; NULL: the bundled ones */
    const char *serif, *sans, *mono;
    double display_size, title_size, heading_size, body_size, small_size, label_size;
    /* between writing rules */
    double rule_distance;
    /* of a box to tick */
    double box_size;
    /* 1 or 2 */
    int weeks_a_page;
    /* in this order, each at most once; those of phases, months and weeks stand together, in the
     * order of time, where the first of them is listed */
    enum page_index pages[PAGE_KIND_COUNT];
    size_t page_count;
    /* of the templates it was read from, those that are no part of the program */
    const char **files;
    size_t file_count, file_capacity;
};

/* The built-in template NAME ("classic", "plain", "eink", "compact"; part of the program) or the
 * YAML file of that path, on PAPER ("a4", "letter", "a5", "legal", ..., NULL: the template's own).
 * What a template leaves out is as in the one that it extends, at last as in classic. In POOL; NULL
 * after a report that names what there is, at the place where name or paper was set, as
 * STATUS_BAD_INPUT (no source: the command line, STATUS_USAGE). */
const struct look *look_load_at(struct pool *pool, const char *name, struct place name_place,
                                const char *paper, struct place paper_place);

/* What it was fitted to. */
struct paper look_paper(const struct look *look);

/* The colour of a phase and its tint, by its index; -1: those of what is beside the phases. */
struct color look_accent(const struct look *look, int phase);
struct color look_tint(const struct look *look, int phase);

/* Whether the template lists that kind of page. */
bool look_has(const struct look *look, enum page_index kind);

#endif
