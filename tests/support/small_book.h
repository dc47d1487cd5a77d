/* small_book: a roadmap of a few lines, read and dated, for the tests of pages. */
#ifndef ROADBOOK_TESTS_PDF_SMALL_BOOK_H
#define ROADBOOK_TESTS_PDF_SMALL_BOOK_H

#include <string.h>

#include "pdf/parts/book.h"
#include "read/roadmap.h"
#include "support/looks.h"

static const char small_roadmap[] =
    "# Baking Bread (4 months, 3 hours/week)\n\n"
    "## Phase 1: Yeast (Months 1-2)\n\n"
    "### Goals\n- Bake a loaf a week\n- Read a dough by hand\n\n"
    "### Topics\n**Flour** (Month 1): Protein, ash, grind\n**Proofing** (Months 1-2): Warm, "
    "cold\n\n"
    "### Projects\n**Month 1**: **White Loaf** - One tin, one recipe\n\n"
    "### Reading List\n1. **Dough**: Chapters 1-4\n\n"
    "### Exit Checklist (Month 2)\n- [ ] Bakes without a recipe\n- [ ] Knows when it is done\n\n"
    "## Phase 2: Sourdough (Months 3-4)\n\n"
    "### Topics\n**Starter** (Month 3): Feeding, storing\n\n"
    "## Milestones\n**Month 2**: A loaf to give away\n**Month 4**: A loaf to sell\n\n"
    "## Resources\n- **Mill**: Sells by the sack\n- **Neighbours**: Eat what fails\n\n"
    "## Costs\n- **Tin**: $15\n- **Scale**: $20\n";

struct small_book {
    struct source source;
    struct plan *plan;
    struct pool *pool;
    struct edition edition;
};

static inline struct rhythm small_rhythm(void)
{
    return (struct rhythm){.minutes = 180,
                           .start = day_of(2026, 1, 5),
                           .timezone = "UTC",
                           .workday_time = 1140,
                           .weekend_time = 600};
}

/* Of another roadmap's text, at another pace. */
static inline void small_book_read(struct small_book *small, const char *roadmap,
                                   struct rhythm rhythm)
{
    const struct roadmap_hints hints = {0};

    small->source = (struct source){"bread.md", roadmap, strlen(roadmap)};
    small->plan = roadmap_read(&small->source, &hints);
    small->pool = pool_new();
    small->edition = (struct edition){
        .schedule = schedule_make(small->pool, small->plan, &rhythm),
        .fingerprint = "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        .today = rhythm.start,
        .path = "bread.pdf",
        .look = look_load(small->pool, "classic", NULL),
    };
}

static inline void small_book_open(struct small_book *small)
{
    small_book_read(small, small_roadmap, small_rhythm());
}

static inline void small_book_close(struct small_book *small)
{
    pool_free(small->pool);
    pool_free(small->plan->pool);
}

#endif
