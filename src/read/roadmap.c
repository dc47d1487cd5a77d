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

/* Kinds whose members are described by the lists below them: a bold line over a list is the member
 * itself. In all others it is the title of a group. */
static bool member_has_list(enum item_kind kind)
{
    return kind == ITEM_STRAND || kind == ITEM_SPECIALIZATION || kind == ITEM_PORTFOLIO ||
           kind == ITEM_JOB || kind == ITEM_SLOT || kind == ITEM_ADVICE ||
           kind == ITEM_COMMITMENT || kind == ITEM_PROJECT || kind == ITEM_TASK;
}

/* In a roadmap that dates nothing at all, every list is taken for something to do. */
static bool section_is_dated(const struct draft *draft)
{
    const struct section *section = draft->section;

    return draft->undated || (section->span.form != SPAN_NONE && !section->whole) ||
           section_frame(section);
}

/* The kind of a line that is no label, by what stands around it. */
static enum item_kind plain_kind(const struct draft *draft, const struct outline_line *line,
                                 const struct item *parent, enum item_kind around)
{
    struct span span;
    const struct section *section = draft->section;

    if (line->carrier == CARRIER_CODE || line->carrier == CARRIER_HEADER)
        return ITEM_TEXT;
    if (around == ITEM_TEXT && parent && parent != draft->head)
        around = parent->kind;
    if (line->carrier == CARRIER_TEXT) {
        bool lone = section_is_dated(draft) && section->span.form == SPAN_POSITION &&
                    !section->title.length && section->item_count == 0;
        return around == ITEM_ADVICE ? ITEM_ADVICE : lone ? ITEM_TOPIC : ITEM_TEXT;
    }
    if (around != ITEM_TEXT)
        return around;
    if (line->carrier == CARRIER_ROW)
        return section_is_dated(draft) ? ITEM_TOPIC : ITEM_TEXT;
    if (line->checkbox != CHECKBOX_NONE)
        return ITEM_TASK;
    if (span_in_title(line->prose.text, line->prose.length, &span, NULL) &&
        span.form != SPAN_LENGTH)
        return span.due ? ITEM_MILESTONE : ITEM_TOPIC;
    return section_is_dated(draft) ? ITEM_TOPIC : ITEM_TEXT;
}

/* What surrounds a place gives: the section's kind, or that of the item which stands for it. */
static enum item_kind kind_around(const struct draft *draft)
{
    if (draft->head && draft->head->kind != ITEM_TOPIC)
        return draft->head->kind;
    return draft->section->kind;
}

#define LONGEST_NAME 40 /* bytes of a label whose words may say a kind */

/* Kinds that a section's criteria and links may follow. */
static bool is_studied(enum item_kind kind)
{
    return kind == ITEM_GOAL || kind == ITEM_TOPIC || kind == ITEM_TASK || kind == ITEM_PROJECT ||
           kind == ITEM_READING;
}

/* true where the section is one piece of work, so that its labels say things of it. */
static bool in_work(const struct draft *draft)
{
    return draft->head && (draft->head->kind == ITEM_PROJECT || draft->head->kind == ITEM_TASK);
}

/* A label's own words count where its section says nothing; among advice only a schedule's do. */
static enum item_kind label_kind(const struct draft *draft, const struct prose *prose,
                                 const struct label *label)
{
    enum item_kind around = kind_around(draft);
    enum item_kind words = kind_of_heading(&draft->lexicon, prose->text, label->end, NULL);
    const char *group = memchr(prose->text, '(', label->end);

    if ((group ? (size_t)(group - prose->text) : label->end) > LONGEST_NAME)
        return around;
    switch (words) {
    case ITEM_CHECK: /* these set themselves off from a section's items */
    case ITEM_QUESTION:
    case ITEM_RESOURCE:
    case ITEM_COST:
    case ITEM_MILESTONE:
        return around == ITEM_TEXT || is_studied(around) ? words : around;
    case ITEM_SLOT:
        return around == ITEM_TEXT || around == ITEM_ADVICE ? words : around;
    case ITEM_STEP:
        return in_work(draft) ? words : around;
    case ITEM_STRAND: /* these name sections; in a label they are mere words */
    case ITEM_JOB:
    case ITEM_PORTFOLIO:
    case ITEM_COMMITMENT:
    case ITEM_TEXT:
        return around;
    default:
        return around == ITEM_TEXT ? words : around;
    }
}

static struct item *top(const struct draft *draft)
{
    return draft->head;
}

static void add_standing(struct draft *draft, struct nest *nest, const struct outline_line *line,
                         const struct label *label)
{
    struct span span;
    bool dated = span_in_title(line->prose.text, label->end, &span, NULL);

    if (!dated && line->follows && nest->labelled && nest->labelled->span.form == SPAN_POSITION) {
        /* "**Week 1:** ...<br> ... **Homework:**<br>": still a part of that week */
        nest->labelled = item_add(draft, line, nest->labelled, ITEM_TEXT);
        return;
    }
    bool inside = dated && nest->standing && nest->standing->span.form == SPAN_NONE &&
                  ((nest->below == BELOW_NOTHING && line->follows) || nest->below == BELOW_LINES);
    enum item_kind kind = inside ? nest->kind : label_kind(draft, &line->prose, label);
    struct effort effort;
    /* A kind that only the label's words say makes it the title of a group: "**Tasks:**". */
    bool member = kind == ITEM_SLOT || (kind == kind_around(draft) && member_has_list(kind));
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
        span.form != SPAN_LENGTH && !nest->standing->title.length)
        section->span = nest->standing->span;
}

static void add_labelled(struct draft *draft, struct nest *nest, const struct outline_line *line,
                         const struct label *label)
{
    bool inside = nest->standing &&
                  ((nest->below == BELOW_NOTHING && line->follows) || nest->below == BELOW_LINES);
    enum item_kind kind = inside ? nest->kind : label_kind(draft, &line->prose, label);

    if (!inside)
        nest->standing = NULL;
    else
        nest->below = BELOW_LINES;
    struct span span;
    if (kind == ITEM_TEXT && span_in_title(line->prose.text, label->end, &span, NULL) &&
        span.form != SPAN_LENGTH)
        kind = span.due ? ITEM_MILESTONE : ITEM_TOPIC;
    if (!inside && in_work(draft) && label_says_fact(&line->prose, label))
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
    enum item_kind kind = plain_kind(draft, line, parent, around);
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
    struct label label;
    enum item_kind kind = plain_kind(draft, line, parent, around);
    if (kind == ITEM_TEXT && line->carrier == CARRIER_TEXT && label_find(&line->prose, &label))
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
    struct label label;
    bool paragraph = line->carrier == CARRIER_TEXT || line->carrier == CARRIER_SIGN;

    if (!paragraph || line->depth > 0) {
        add_in_list(draft, nest, line);
        return;
    }
    nest->items[0] = NULL;
    if (line->carrier == CARRIER_SIGN || !label_find(&line->prose, &label)) {
        add_plain(draft, nest, line);
        return;
    }
    nest->choice = false;
    if (label.standing)
        add_standing(draft, nest, line, &label);
    else
        add_labelled(draft, nest, line, &label);
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

/* true where no heading, label, list item or cell has a span. */
static bool dates_nothing(const struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct outline_line *line = &outline->lines[i];
        struct span span;
        struct label label;
        size_t length = line->prose.length;
        if (line->carrier == CARRIER_TEXT)
            length = label_find(&line->prose, &label) ? label.end : 0;
        if (line->carrier == CARRIER_CODE || (line->carrier == CARRIER_HEADING && line->level == 1))
            continue;
        if (length && span_in_title(line->prose.text, length, &span, NULL))
            return false;
        for (size_t c = 0; c < line->cell_count; c++)
            if (span_parse(line->cells[c].text, line->cells[c].length, &span))
                return false;
    }
    return true;
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
    draft.undated = dates_nothing(&draft.outline);
    read_outline(&draft);
    outline_free(&draft.outline);
    phases_find(&draft);
    timetables_find(&draft);
    totals_find(&draft);
    choices_take(&draft);
    draft_resolve(&draft);
    identities_give(&draft);
    return draft.plan;
}
