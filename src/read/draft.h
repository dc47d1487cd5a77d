/* draft: a plan while it is read out of an outline; shared by the files that read it. */
#ifndef ROADBOOK_READ_DRAFT_H
#define ROADBOOK_READ_DRAFT_H

#include "read/outline.h"
#include "read/roadmap.h"
#include "words/heading.h"

/* Sections and items are allocated at once, as many as the outline can make, so that pointers to
 * them stay good. */
struct draft {
    struct plan *plan;
    struct pool *pool;
    const struct roadmap_hints *hints;
    struct lexicon lexicon;
    struct outline outline;
    /* the one being filled */
    struct section *section;
    /* the roadmap dates nothing at all */
    bool undated;
    /* the item that stands for that section, NULL for most */
    struct item *head;
};

/* headings.c: opens the section of outline line AT (a heading or summary) below the current one's
 * open ancestors; LEVEL as it counts. */
void section_open(struct draft *draft, size_t at, int level);

/* headings.c: once all is read: which sections are phases. */
void phases_find(struct draft *draft);

/* line_kinds.c: what surrounds a place gives: the section's kind, or that of the item which stands
 * for it. */
enum item_kind kind_around(const struct draft *draft);

/* line_kinds.c: the kind of a line that is no label, by what stands around it. */
enum item_kind kind_of_plain_line(const struct draft *draft, const struct outline_line *line,
                                  const struct item *parent, enum item_kind around);

/* line_kinds.c: that of a line with a label, whose own words count where its section says nothing;
 * among advice only a schedule's do. */
enum item_kind kind_of_label(const struct draft *draft, const struct prose *prose,
                             const struct label *label);

/* line_kinds.c: kinds whose members are described by the lists below them: a bold line over a list
 * is the member itself. In all others it is the title of a group. */
bool kind_members_have_lists(enum item_kind kind);

/* line_kinds.c: true where the section is one piece of work, so that its labels say things of it.
 */
bool stands_in_work(const struct draft *draft);

/* items.c: adds the item of LINE under PARENT (NULL: the section's head, or none). KIND is the
 * kind its surroundings give it. */
struct item *item_add(struct draft *draft, const struct outline_line *line, struct item *parent,
                      enum item_kind kind);

/* items.c: a bare item at the end of the current section. */
struct item *item_new(struct draft *draft, struct item *parent, enum item_kind kind);

/* items.c: the first sentence of WORDS becomes the item's title, the rest its detail. */
void item_split(struct draft *draft, struct item *item, const struct prose *words);

/* items.c: true for a line that sums up what stands above it: "Total: 120 hours". */
bool item_sums_up(const struct item *item);

/* rows.c: the same for a table's row. */
struct item *row_add(struct draft *draft, const struct outline_line *line, struct item *parent,
                     enum item_kind kind);

/* lines.c: what each line of the outline says by itself: its label and spans, each read once. */
void lines_read(struct draft *draft);

/* lines.c: true where no heading, label, list item or cell has a span. */
bool lines_date_nothing(const struct outline *outline);

/* labels.c: the bold label that a line starts with; false for none. */
bool label_find(const struct prose *prose, struct label *label);

/* labels.c: "**Duration:** 6 weeks": the label names a fact of the work that it stands in. */
bool label_says_fact(const struct prose *prose, const struct label *label);

/* line_chapters.c: the chapters that a line asks for; where a title names one ("*Why Chapter 11
 * Fails*"), a range beside it. */
struct chapters chapters_of(struct draft *draft, const struct prose *prose);

/* resolve.c: gives every section and item its place in plan time, and the plan its length. */
void draft_resolve(struct draft *draft);

/* totals.c: the plan's stated length and weekly hours. */
void totals_find(struct draft *draft);

/* timetables.c: the weekly schedules that the roadmap proposes. */
void timetables_find(struct draft *draft);

/* ids.c: the plan's id, the sections' and the items'. */
void ids_give(struct draft *draft);

/* choose.c: drops what was not chosen. */
void options_pick(struct draft *draft);

/* The nearest section above that has a place of its own in time, or NULL. */
struct section *section_frame(const struct section *section);

#endif
