/* plan: THE model. What a roadmap says, as plain structs in one pool, before any date is known.
 *
 * Sections and items stand in flat arrays in the document's order: an item's section's headings
 * stand above it, its parent before it. Nothing of the roadmap's text is dropped: what no kind fits
 * is an item of kind ITEM_TEXT. */
#ifndef ROADBOOK_PLAN_PLAN_H
#define ROADBOOK_PLAN_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"
#include "base/report.h"
#include "words/kind.h"
#include "words/quantity.h"

/* Inline markup that keeps its meaning: bytes [start, end) of a prose. Marks may nest, never cross.
 */
enum mark_style { MARK_STRONG, MARK_EMPHASIS, MARK_CODE, MARK_STRIKE, MARK_LINK };

struct mark {
    enum mark_style style;
    size_t start, end;
    const char *url; /* MARK_LINK only */
};

/* Text without Markdown's signs; UTF-8, valid, NUL-terminated, a line break is '\n'. Never NULL,
 * may be "". */
struct prose {
    const char *text;
    size_t length;
    const struct mark *marks;
    size_t mark_count;
};

/* A stretch of plan time, in days from the roadmap's first instant: [from, to). from < 0: none. */
struct interval {
    double from, to;
};

/* Where an item's or section's place in time comes from. */
enum dating {
    DATED_NOT,
    DATED_OWN,       /* its own span */
    DATED_INHERITED, /* the nearest dated ancestor's */
    DATED_PACKED,    /* hours an item, packed into the weekly hours */
    DATED_LAID,      /* lengths laid end to end */
    DATED_SHARED     /* a stated total shared out equally */
};

enum checkbox { CHECKBOX_NONE, CHECKBOX_OPEN, CHECKBOX_DONE };

struct section {
    const char *id;         /* as an item's */
    struct section *parent; /* NULL for the top */
    int level;              /* of its heading, 1-6; 0: the document itself, before any heading */
    struct prose heading;   /* as written: "Phase 1: Core Language (Months 1-8)" */
    struct prose title;     /* without span, phase number and effort: "Core Language" */
    enum item_kind kind;    /* what its items are; ITEM_TEXT: nothing in particular */
    int phase;              /* index in plan->phases; -1: beside them */
    struct span span;       /* its own, as written */
    bool whole; /* its span is the whole plan's: "Study Plan (8 Weeks)"; dates nothing */
    struct interval when;
    enum dating dated;
    bool assumed;  /* `when` is a guess that was reported */
    bool optional; /* "(Optional)", "Tier 2" */
    bool choice; /* choose one of its items: "Choose based on interest", "Specialization-dependent"
                  */
    struct effort effort; /* "(6-8 hours/week)" */
    struct money price;   /* "(<$150 total)" */
    struct place place;
    size_t first_item, item_count; /* its own items, nested ones included, in plan->items */
};

struct item {
    enum item_kind kind;
    const char
        *id; /* UUID, 36 characters: survives rewording of others, reordering, change of pace */
    struct prose title;  /* without span, checkbox and the label's colon: "Basic Calculator" */
    struct prose detail; /* what follows the label: "Functions, variables, ..."; may be empty */
    struct prose line;   /* the whole of it as written, without Markdown's signs */
    struct section *section;
    struct item *parent;  /* NULL at the top of its section */
    int depth;            /* 0 at the top */
    size_t child_count;   /* direct children */
    int number;           /* of a numbered list, as written: "5."; 0: none */
    struct span span;     /* its own, as written */
    struct interval when; /* resolved; from < 0 where nothing dates it */
    enum dating dated;
    bool assumed;
    bool point; /* due at the end of `when`, not worked at through it: milestones, checks, ... */
    bool optional;
    bool choice;  /* one of several to choose from */
    bool dropped; /* not chosen (`choose:`): kept as text, neither dated nor scheduled */
    enum checkbox checkbox;
    struct effort effort;
    struct money price;
    struct chapters chapters;
    const char *link; /* the first link in it, or NULL */
    bool header;      /* a table's header row: it names the columns and is nothing by itself */
    struct place place;
};

struct phase {
    int number; /* as written, else 1, 2, ... */
    struct section *section;
    struct prose title; /* "Core Language Foundations & Memory Management" */
    struct interval when;
    struct effort weekly; /* what its allocation's heading asks for, e.g. 360-480 per week */
};

/* A weekly schedule that the roadmap proposes ("5-Hour Week Schedule"). */
struct timetable_part {
    weekday_set days; /* 0: none named */
    bool daily;       /* "Daily": five or seven days, whichever makes the sum right */
    int sessions; /* how many in all ("2 longer sessions"; "Weekend: 2 hours" is one on either of
                     its DAYS); 0: one on each of DAYS */
    int minutes;  /* each */
    int start;    /* minute of the day, or -1 */
    struct item *item;
};

struct timetable {
    int minutes; /* a week, by its title; 0: not stated */
    struct place place;
    struct timetable_part *parts;
    size_t part_count;
};

struct plan {
    struct pool *pool; /* everything here lives in it; the caller of roadmap_read() frees it */
    const struct source *source;
    const char *id;       /* UUID v5: of front matter's `id:`, else of the title */
    struct prose title;   /* without the length and hours in its parentheses */
    struct prose heading; /* as written */
    const char *language; /* BCP 47, by front matter `lang:`, else guessed from its words: "en",
                             "de", "zh" */
    enum unit unit;       /* of its length and its grain: UNIT_MONTH, _WEEK or _DAY */
    double count_low, count_high; /* stated length in units: 24, 30; equal where one is stated */
    double length_days;           /* of the axis: where its last dated thing ends, at least; > 0 */
    bool length_stated;           /* by the title, a heading, a label, or the settings */
    bool length_assumed;
    int hours_low, hours_high; /* stated effort, minutes a week: 300, 600; 0, 0: none stated */
    struct section *sections;  /* [0] is the document itself */
    size_t section_count;
    struct item *items;
    size_t item_count;
    struct phase *phases;
    size_t phase_count;
    struct timetable *timetables;
    size_t timetable_count;
};

/* The span as the workbook prints it: "months 1-4" with an en dash, "month 4 on", "by month 18"; ""
 * for none. In the pool. */
const char *span_print(struct pool *pool, const struct span *span);

/* true where the section or one above it is HEAD. */
bool section_within(const struct section *section, const struct section *head);

/* The name-based UUID (RFC 4122 version 5) of KEY in the plan's name space. In the plan's pool. */
const char *plan_uuid(const struct plan *plan, const char *key);

#endif
