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
    /* MARK_LINK only */
    const char *url;
};

/* Where a prose's bytes from START on are written, up to the next anchor's. */
struct anchor {
    size_t start;
    struct place place;
};

/* Text without Markdown's signs; UTF-8, valid, NUL-terminated, a line break is '\n'. Never NULL,
 * may be "". */
struct prose {
    const char *text;
    size_t length;
    const struct mark *marks;
    size_t mark_count;
    /* in order; none for what no source says */
    const struct anchor *anchors;
    size_t anchor_count;
};

/* A stretch of plan time, in days from the roadmap's first instant: [from, to). from < 0: none. */
struct interval {
    double from, to;
};

/* Where an item's or section's place in time comes from. */
enum when_from {
    WHEN_NONE,
    WHEN_OWN,       /* its own span */
    WHEN_INHERITED, /* the nearest dated ancestor's */
    WHEN_PACKED,    /* hours an item, packed into the weekly hours */
    WHEN_LAID,      /* lengths laid end to end */
    WHEN_SHARED     /* a stated total shared out equally */
};

enum checkbox { CHECKBOX_NONE, CHECKBOX_OPEN, CHECKBOX_DONE };

struct section {
    /* as an item's */
    const char *id;
    /* NULL for the top */
    struct section *parent;
    /* of its heading, 1-6; 0: the document itself, before any heading */
    int level;
    /* as written: "Phase 1: Core Language (Months 1-8)" */
    struct prose heading;
    /* without span, phase number and effort: "Core Language" */
    struct prose title;
    /* what its items are; ITEM_TEXT: nothing in particular */
    enum item_kind kind;
    /* index in plan->phases; -1: beside them */
    int phase;
    /* its own, as written */
    struct span span;
    /* its span is the whole plan's: "Study Plan (8 Weeks)"; dates nothing */
    bool whole;
    struct interval when;
    enum when_from when_from;
    /* `when` is a guess that was reported */
    bool assumed;
    /* "(Optional)", "Tier 2" */
    bool optional;
    /* choose one of its items: "Choose based on interest", "Specialization-dependent" */
    bool choice;
    /* "(6-8 hours/week)" */
    struct effort effort;
    /* "(<$150 total)" */
    struct money price;
    struct place place;
    /* where its span, effort and price are written, where it has them */
    struct place span_place, effort_place, price_place;
    /* its own items, nested ones included, in plan->items */
    size_t first_item, item_count;
};

struct item {
    enum item_kind kind;
    /* UUID, 36 characters: survives rewording of others, reordering, change of pace */
    const char *id;
    /* without span, checkbox and the label's colon: "Basic Calculator" */
    struct prose title;
    /* what follows the label: "Functions, variables, ..."; may be empty */
    struct prose detail;
    /* the whole of it as written, without Markdown's signs */
    struct prose line;
    struct section *section;
    /* NULL at the top of its section */
    struct item *parent;
    /* 0 at the top */
    int depth;
    /* direct children */
    size_t child_count;
    /* of a numbered list, as written: "5."; 0: none */
    int number;
    /* its own, as written */
    struct span span;
    /* resolved; from < 0 where nothing dates it */
    struct interval when;
    enum when_from when_from;
    bool assumed;
    /* due at the end of `when`, not worked at through it: milestones, checks, ... */
    bool point;
    bool optional;
    /* one of several to choose from */
    bool choice;
    /* not chosen (`choose:`): kept as text, neither dated nor scheduled */
    bool dropped;
    enum checkbox checkbox;
    struct effort effort;
    struct money price;
    struct chapters chapters;
    /* the first link in it, or NULL */
    const char *link;
    /* a table's header row: it names the columns and is nothing by itself */
    bool header;
    struct place place;
    /* where its span and effort are written, where it has them */
    struct place span_place, effort_place;
};

struct phase {
    /* as written, else 1, 2, ... */
    int number;
    struct section *section;
    /* "Core Language Foundations & Memory Management" */
    struct prose title;
    struct interval when;
    /* what its allocation's heading asks for, e.g. 360-480 per week */
    struct effort weekly;
};

/* A weekly schedule that the roadmap proposes ("5-Hour Week Schedule"). */
struct timetable_part {
    /* 0: none named */
    weekday_set days;
    /* "Daily": five or seven days, whichever makes the sum right */
    bool daily;
    /* how many in all ("2 longer sessions"; "Weekend: 2 hours" is one on either of its DAYS); 0:
     * one on each of DAYS */
    int sessions;
    /* each */
    int minutes;
    /* minute of the day, or -1 */
    int start;
};

struct timetable {
    /* a week, by its title; 0: not stated */
    int minutes;
    struct place place;
    struct timetable_part *parts;
    size_t part_count;
};

struct plan {
    /* everything here lives in it; the caller of roadmap_read() frees it */
    struct pool *pool;
    const struct source *source;
    /* UUID v5: of front matter's `id:`, else from memory, else of the title */
    const char *id;
    /* the front matter gives it */
    bool id_given;
    /* without the length and hours in its parentheses */
    struct prose title;
    /* as written */
    struct prose heading;
    /* BCP 47, by front matter `lang:`, else guessed from its words: "en", "de", "zh" */
    const char *language;
    /* of its length and its grain: UNIT_MONTH, _WEEK or _DAY */
    enum unit unit;
    /* stated length in units: 24, 30; equal where one is stated */
    double count_low, count_high;
    /* of the axis: where its last dated thing ends, at least; > 0 */
    double length_days;
    /* by the title, a heading, a label, or the settings */
    bool length_stated;
    bool length_assumed;
    /* where the length and the hours are stated, where they are */
    struct place length_place, hours_place;
    /* stated effort, minutes a week: 300, 600; 0, 0: none stated */
    int hours_low, hours_high;
    /* [0] is the document itself */
    struct section *sections;
    size_t section_count;
    /* all of them, with what is text only, and what was not picked */
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

/* Kinds that sessions are given to: topics, tasks, projects, readings. Where a step of the way
 * needs other kinds beside them it names those, and says why. */
bool kind_is_work(enum item_kind kind);

/* Tasks and projects: work that leaves something made, and is due at its end. */
bool kind_is_made(enum item_kind kind);

/* What runs along with the work for weeks and steers it, and is ticked when it is over: strands,
 * steps, specializations, portfolio, job steps. */
bool kind_runs_along(enum item_kind kind);

/* true where its place in time was given to it itself: by its own span, packed, laid or shared out;
 * not taken over from what encloses it. */
bool item_has_own_time(const struct item *item);
bool section_has_own_time(const struct section *section);

/* true where the section or one above it is HEAD. */
bool section_within(const struct section *section, const struct section *head);

/* The name-based UUID (RFC 4122 version 5) of KEY in the plan's name space. In the plan's pool. */
const char *plan_uuid(const struct plan *plan, const char *key);

#endif
