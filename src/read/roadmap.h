/* roadmap: Markdown to plan. */
#ifndef ROADBOOK_READ_ROADMAP_H
#define ROADBOOK_READ_ROADMAP_H

#include "memory/memory.h"
#include "plan/plan.h"

/* What the front matter says before the roadmap is read; settings/ fills it in. */
struct roadmap_hints {
    /* NULL: not given */
    const char *id, *title, *language;
    /* minutes a week in force, for packing hours into weeks; 0: none */
    int hours;
    /* titles (or their beginnings) that are picked */
    const char *const *chosen;
    size_t chosen_count;
};

/* Bytes of the front matter at the start of the text (`---` to `---`), fences included; 0: none. */
size_t front_matter_length(const char *bytes, size_t length);

/* Reads the whole roadmap. SOURCE must outlive the plan and hold valid UTF-8. Takes any bytes, in
 * time that grows in a straight line; says what is odd through report(). NULL only where there is
 * nothing to plan (empty, no text), which was reported as an error. The plan and its pool are the
 * caller's: pool_free(plan->pool). */
struct plan *roadmap_read(const struct source *source, const struct roadmap_hints *hints);

/* Gives PLAN the id ID, and its sections and items those that follow from it. Reports nothing.
 * (ids.c) */
void plan_identify(struct plan *plan, const char *id);

/* Gives PLAN the plan's id that MEMORY has, and each section and item that MEMORY knows the id that
 * it had: by kind, place and title, and where one is gone and another of its kind stands in its
 * place, that is the old one renamed. false, PLAN untouched: it is another plan than MEMORY's, by
 * its front matter's id, or because it has next to nothing in common. (identity.c) */
bool plan_remember(struct plan *plan, const struct memory *memory);

/* true where PLAN's own length follows from the hours a week, and not from a stated pace: hours an
 * item, packed into weeks. (at_hours.c) */
bool plan_follows_hours(const struct plan *plan);

/* PLAN as roadmap_read() would have made it at MINUTES a week, without a word: itself where nothing
 * follows from them, else a copy in POOL, which shares its text. (at_hours.c) */
const struct plan *plan_at_hours(struct pool *pool, const struct plan *plan, int minutes);

#endif
