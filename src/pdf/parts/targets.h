/* targets: the names of places in the file, to which links, the outline and other files lead. */
#ifndef ROADBOOK_PDF_PARTS_TARGETS_H
#define ROADBOOK_PDF_PARTS_TARGETS_H

#include "pdf/parts/book.h"
#include "pdf/parts/months.h"

/* Every item's and section's id is a target (canvas_target) where a page names it, else its place
 * in the roadmap's own words. The other targets are the first pages of the kinds of page
 * (pdf/pages/pages.h), as their descriptors have them: "cover", "words", "phase-1" and the like. */

/* Of kinds to which parts of other pages lead; pages know each other's descriptors. */
#define CONTENTS_TARGET "contents"
#define GLANCE_TARGET   "glance"
#define PHASE_TARGET    "phase"
#define REVIEW_TARGET   "review"
#define WORDS_TARGET    "words"

/* KIND is such a name. What these give is in POOL. */

/* "phase-1", "checklist-1" by the phase's index + 1; KIND itself for phase -1. */
const char *phase_target(struct pool *pool, const char *kind, int phase);

/* "month-2026-03", "review-2026-03". */
const char *month_target(struct pool *pool, const char *kind, struct month month);

/* "week-12". */
const char *week_target(struct pool *pool, const char *kind, const struct week *week);

#endif
