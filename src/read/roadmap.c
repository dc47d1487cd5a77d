/* roadmap: Markdown to plan: lines of the outline under sections, labels and each other. */
#include "read/roadmap.h"

#include <string.h>

#include "plan/prose.h"
#include "read/draft.h"
#include "words/scan.h"

/* What a label that stands alone has been followed by; it takes no other sort of thing. */
enum below { BELOW_NOTHING, BELOW_LIST, BELOW_SIGNS, BELOW_LINES, BELOW_TEXT };

/* Whose children the next lines are. */
struct nest {
    /* a label that stands alone: "**Portfolio Preparation**:" */
    struct item *standing;
    enum below below;
    /* of what stands below it */
    enum item_kind kind;
    /* a label with words behind it, to which a list right below belongs */
    struct item *labelled;
    /* its last source line */
    int labelled_line;
    /* list items around the place */
    struct item *items[NESTING_MOST + 2];
    /* "Choose one of the following:" was said */
    bool choice;
};

size_t front_matter_length(const char *bytes, size_t length)
{
    size_t start = length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;

    for (size_t at = start, line = 0; at < length; line++) {
        const char *end = memchr(bytes + at, '\n', length - at);
        size_t next = end ? (size_t)(end - bytes) + 1 : length;
        size_t text = next - at;
        while (text && strchr("\r\n \t", bytes[at + text - 1]))
            text--;
        bool fence =
            text == 3 && (!memcmp(bytes + at, "---", 3) || (line && !memcmp(bytes + at, "...", 3)));
        if (line == 0 && !fence)
            return 0;
        if (line > 0 && fence)
            return next;
        at = next;
    }
    return 0;
}

static struct item *top(const struct draft *draft)
{
    return draft->head;
}

static void add_standing(struct draft *draft, struct nest *nest, const struct outline_line *line)
{
    const struct label *label = &line->label;
    bool dated = line->label_span;

    if (!dated && line->follows && nest->labelled && nest->labelled->span.form == SPAN_POSITION) {
        /* "**Week 1:** ...<br> ... **Homework:**<br>": still a part of that week */
        nest->labelled = item_add(draft, line, nest->labelled, ITEM_TEXT);
        return;
    }
    bool inside = dated && nest->standing && nest->standing->span.form == SPAN_NONE &&
                  ((nest->below == BELOW_NOTHING && line->follows) || nest->below == BELOW_LINES);
    enum item_kind kind = inside ? nest->kind : kind_of_label(draft, &line->prose, label);
    struct effort effort;
    /* A kind that only the label's words say makes it the title of a group: "**Tasks:**". */
    bool member =
        kind == ITEM_SLOT || (kind == kind_around(draft) && kind_members_have_lists(kind));
    bool real =
        dated || member || (effort_find(line->prose.text, label->end, &effort, NULL) && effort.per);
    if (inside) {
        nest->labelled = item_add(draft, line, nest->standing, kind);
        nest->labelled_line = line->place.line + 1; /* a blank line may part it from its list */
        nest->below = BELOW_LINES;
        return;
    }
    nest->standing = item_add(draft, line, top(draft), real ? kind : ITEM_TEXT);
    nest->kind = kind;
    nest->below = BELOW_NOTHING;
    nest->labelled = NULL;
    /* A span alone under a heading is the heading's: "**Weeks 1-12 (...)**". */
    struct section *section = draft->section;
    if (section->span.form == SPAN_NONE && section->item_count == 1 && dated &&
        line->label_span->span.form != SPAN_LENGTH && !nest->standing->title.length) {
        section->span = nest->standing->span;
        section->span_place = nest->standing->span_place;
    }
}

static void add_labelled(struct draft *draft, struct nest *nest, const struct outline_line *line)
{
    const struct label *label = &line->label;
    bool inside = nest->standing &&
                  ((nest->below == BELOW_NOTHING && line->follows) || nest->below == BELOW_LINES);
    enum item_kind kind = inside ? nest->kind : kind_of_label(draft, &line->prose, label);

    if (!inside)
        nest->standing = NULL;
    else
        nest->below = BELOW_LINES;
    const struct title_span *dated = line->label_span;
    if (kind == ITEM_TEXT && dated && dated->span.form != SPAN_LENGTH)
        kind = dated->span.due ? ITEM_MILESTONE : ITEM_TOPIC;
    if (!inside && stands_in_work(draft) && label_says_fact(&line->prose, label))
        kind = ITEM_TEXT;
    struct item *item = item_add(draft, line, inside ? nest->standing : top(draft), kind);
    /* "**Goal:** Get to know it": the label only says the kind. */
    if (kind != ITEM_TEXT && kind_around(draft) == ITEM_TEXT && item->detail.length &&
        item->span.form == SPAN_NONE &&
        kind_of_heading(&draft->lexicon, item->title.text, item->title.length, NULL) == kind) {
        item_split(draft, item, &item->detail);
    }
    nest->labelled = item;
    nest->labelled_line = line->place.line;
}

/* A paragraph's line without a label. */
static void add_plain(struct draft *draft, struct nest *nest, const struct outline_line *line)
{
    bool sign = line->carrier == CARRIER_SIGN;
    enum below wanted = sign ? BELOW_SIGNS : BELOW_TEXT;
    struct item *parent = NULL;

    if (nest->labelled && line->follows) {
        parent = nest->labelled;
    } else {
        nest->labelled = NULL;
        if (nest->standing && (nest->below == BELOW_NOTHING || (sign && nest->below == wanted) ||
                               (line->follows && nest->below == wanted))) {
            parent = nest->standing;
            nest->below = wanted;
        } else {
            nest->standing = NULL;
        }
    }
    enum item_kind around = parent && parent == nest->standing ? nest->kind : kind_around(draft);
    enum item_kind kind = kind_of_plain_line(draft, line, parent, around);
    if (line->carrier == CARRIER_TEXT)
        nest->choice = says_choice(&draft->lexicon, line->prose.text, line->prose.length, true);
    struct item *item = item_add(draft, line, parent ? parent : top(draft), kind);
    if (parent && parent == nest->labelled)
        nest->labelled_line = line->place.line;
    else if (sign)
        nest->items[1] = item;
}

/* The item below which a list, table or code at this place hangs. */
static struct item *list_parent(struct draft *draft, struct nest *nest,
                                const struct outline_line *line)
{
    if (nest->labelled && line->place.line <= nest->labelled_line + 1)
        return nest->labelled;
    if (nest->labelled && nest->items[0] == nest->labelled)
        return nest->labelled; /* the same list goes on */
    if (nest->standing && (nest->below == BELOW_NOTHING || nest->below == BELOW_LIST)) {
        nest->below = BELOW_LIST;
        return nest->standing;
    }
    return top(draft);
}

static void add_in_list(struct draft *draft, struct nest *nest, const struct outline_line *line)
{
    int depth = line->depth < NESTING_MOST ? line->depth : NESTING_MOST;
    bool bullet = line->carrier == CARRIER_BULLET;
    int above = bullet ? depth - 1 : depth;

    if (above == 0)
        nest->items[0] = list_parent(draft, nest, line);
    struct item *parent = nest->items[above];
    if (bullet && !line->prose.length) { /* a bullet with nothing but a list in it */
        nest->items[depth] = parent;
        return;
    }
    enum item_kind around = parent && parent != top(draft) ? parent->kind : kind_around(draft);
    if (nest->standing && parent == nest->standing)
        around = nest->kind;
    else if (nest->labelled && parent == nest->labelled && parent->kind == ITEM_TEXT)
        around = ITEM_TEXT;
    enum item_kind kind = kind_of_plain_line(draft, line, parent, around);
    if (kind == ITEM_TEXT && line->carrier == CARRIER_TEXT && line->labelled)
        kind = around;
    struct item *item = line->carrier == CARRIER_ROW ? row_add(draft, line, parent, kind)
                                                     : item_add(draft, line, parent, kind);
    if (nest->choice && (bullet || line->carrier == CARRIER_ROW))
        item->choice = true;
    if (bullet)
        nest->items[depth] = item;
}

static void add_line(struct draft *draft, struct nest *nest, const struct outline_line *line)
{
    bool paragraph = line->carrier == CARRIER_TEXT || line->carrier == CARRIER_SIGN;

    if (!paragraph || line->depth > 0) {
        add_in_list(draft, nest, line);
        return;
    }
    nest->items[0] = NULL;
    if (line->carrier == CARRIER_SIGN || !line->labelled) {
        add_plain(draft, nest, line);
        return;
    }
    nest->choice = false;
    if (line->label.standing)
        add_standing(draft, nest, line);
    else
        add_labelled(draft, nest, line);
}

/* Where <details> stand: each counts as a heading below the one around it. */
struct details {
    /* level of the last real heading */
    int heading;
    /* of open <details> */
    int depth;
    /* one was closed: what follows is no part of it */
    bool ended;
};

static void read_outline(struct draft *draft)
{
    struct nest nest = {0};
    struct details details = {0};

    for (size_t i = 0; i < draft->outline.count; i++) {
        const struct outline_line *line = &draft->outline.lines[i];
        switch (line->carrier) {
        case CARRIER_HEADING:
            details = (struct details){.heading = line->level};
            section_open(draft, i, line->level);
            nest = (struct nest){0};
            break;
        case CARRIER_SUMMARY:
            if (details.depth < NESTING_MOST)
                details.depth++;
            details.ended = false;
            section_open(draft, i, details.heading + details.depth);
            nest = (struct nest){0};
            break;
        case CARRIER_DETAILS_END:
            details.depth -= details.depth > 0;
            details.ended = true;
            nest = (struct nest){0};
            break;
        case CARRIER_RULE:
            nest = (struct nest){0};
            break;
        default:
            if (details.ended) { /* text between two <details>: a section without a heading */
                section_open(draft, i, details.heading + details.depth + 1);
                draft->section->heading = draft->section->title = (struct prose){.text = ""};
                details.ended = false;
            }
            add_line(draft, &nest, line);
        }
    }
}

static struct draft draft_new(const struct source *source, const struct roadmap_hints *hints)
{
    struct pool *pool = pool_new();
    struct draft draft = {.pool = pool, .hints = hints};

    draft.plan = pool_alloc(pool, sizeof *draft.plan);
    draft.plan->pool = pool;
    draft.plan->source = source;
    draft.outline = outline_read(pool, source, front_matter_length(source->bytes, source->length));
    size_t headings = 1, lines = 1;
    for (size_t i = 0; i < draft.outline.count; i++) {
        enum carrier carrier = draft.outline.lines[i].carrier;
        headings += carrier == CARRIER_HEADING || carrier == CARRIER_SUMMARY ||
                    carrier == CARRIER_DETAILS_END;
        lines += carrier != CARRIER_RULE;
    }
    draft.plan->sections = pool_alloc(pool, headings * sizeof *draft.plan->sections);
    draft.plan->items = pool_alloc(pool, (lines + headings) * sizeof *draft.plan->items);
    draft.section = &draft.plan->sections[0];
    *draft.section = (struct section){.heading = {.text = ""},
                                      .title = {.text = ""},
                                      .phase = -1,
                                      .when = {-1, -1},
                                      .place = {source, 1, 1}};
    draft.plan->section_count = 1;
    return draft;
}

static void guess_language(struct draft *draft)
{
    struct text text = TEXT_INIT;

    for (size_t i = 0; i < draft->outline.count && text.length < 20000; i++) {
        const struct outline_line *line = &draft->outline.lines[i];
        if (line->carrier == CARRIER_CODE)
            continue;
        text_add_bytes(&text, line->prose.text,
                       line->prose.length < 400 ? line->prose.length : 400);
        text_add_char(&text, ' ');
    }
    const char *given = draft->hints ? draft->hints->language : NULL;
    draft->plan->language = given && *given ? pool_copy(draft->pool, given, strlen(given))
                                            : language_guess(text_string(&text), text.length);
    draft->lexicon = lexicon_of(draft->plan->language);
    text_free(&text);
}

struct plan *roadmap_read(const struct source *source, const struct roadmap_hints *hints)
{
    static const struct roadmap_hints none;
    struct draft draft = draft_new(source, hints ? hints : &none);
    bool any = false;

    for (size_t i = 0; i < draft.outline.count; i++)
        any |= draft.outline.lines[i].prose.length > 0;
    if (!any) {
        report_failure(STATUS_BAD_INPUT, (struct place){source, 0, 0},
                       "nothing to plan: there is no text in it");
        outline_free(&draft.outline);
        pool_free(draft.pool);
        return NULL;
    }
    guess_language(&draft);
    lines_read(&draft);
    draft.undated = lines_date_nothing(&draft.outline);
    read_outline(&draft);
    outline_free(&draft.outline);
    phases_find(&draft);
    timetables_find(&draft);
    totals_find(&draft);
    options_pick(&draft);
    draft_resolve(&draft);
    ids_give(&draft);
    return draft.plan;
}
