/* items: lines of the outline into items: title, detail, span, effort, marks. */
#include <string.h>

#include "plan/prose.h"
#include "read/draft.h"
#include "words/scan.h"

#define LONG_TITLE 80 /* bytes; above it a title ends with its first sentence */

struct item *item_new(struct draft *draft, struct item *parent, enum item_kind kind)
{
    struct plan *plan = draft->plan;
    struct item *item = &plan->items[plan->item_count++];

    *item = (struct item){.kind = kind,
                          .section = draft->section,
                          .parent = parent,
                          .depth = parent ? parent->depth + 1 : 0,
                          .when = {-1, -1}};
    item->title = item->detail = item->line = (struct prose){.text = ""};
    if (parent)
        parent->child_count++;
    draft->section->item_count++;
    return item;
}

/* Without the brackets that hold all of it, and without a colon at its end. */
static struct prose bare_title(struct draft *draft, struct prose title)
{
    size_t start = 0, end = title.length;

    while (end > start && (title.text[end - 1] == ':' || title.text[end - 1] == ' '))
        end--;
    if (end >= 3 && !strncmp(title.text + end - 3, "：", 3))
        end -= 3;
    if (end > 2 && title.text[0] == '(' && title.text[end - 1] == ')' &&
        !memchr(title.text + 1, '(', end - 2)) {
        start++;
        end--;
    }
    return prose_slice(draft->pool, &title, start, end);
}

/* The end of the first sentence of a long text; its whole length where it has one only. */
static size_t first_sentence(const struct prose *prose)
{
    if (prose->length <= LONG_TITLE)
        return prose->length;
    for (size_t at = 12; at + 2 < prose->length; at++) {
        if (prose->text[at] == '.' && prose->text[at + 1] == ' ' && prose->text[at - 2] != '.' &&
            !strchr("0123456789.", prose->text[at - 1]))
            return at + 1;
        if (!strncmp(prose->text + at, "。", 3))
            return at + 3;
    }
    return prose->length;
}

/* Where a bare address begins behind other words; the whole length where none does. */
static size_t before_address(const struct prose *prose)
{
    for (size_t i = 0; i < prose->mark_count; i++) {
        const struct mark *mark = &prose->marks[i];
        if (mark->style == MARK_LINK && mark->start > 0 && mark->url &&
            !strncmp(mark->url, "http", 4) &&
            !strncmp(prose->text + mark->start, mark->url, mark->end - mark->start) &&
            prose->text[mark->start - 1] == ' ')
            return mark->start;
    }
    return prose->length;
}

/* Title and detail of what no label parts: its first sentence and the rest. */
void item_split(struct draft *draft, struct item *item, const struct prose *words)
{
    const struct prose copy = *words, *rest = &copy; /* may be the item's own detail */
    size_t end = first_sentence(rest), address = before_address(rest);

    if (address < end)
        end = address;
    item->title = prose_slice(draft->pool, rest, 0, end);
    item->detail = prose_slice(draft->pool, rest, end, rest->length);
}

/* "Monday/Friday: 1.5 hours each", "Books: 40 pages" without bold, where its kind wants it parted.
 */
static bool split_colon(struct draft *draft, struct item *item, const struct prose *rest)
{
    static const bool parted[ITEM_KIND_COUNT] = {
        [ITEM_SLOT] = true,     [ITEM_ALLOCATION] = true, [ITEM_COST] = true,
        [ITEM_RESOURCE] = true, [ITEM_COMMITMENT] = true, [ITEM_ADVICE] = true};
    const char *colon = strstr(rest->text, ": ");

    if (!parted[item->kind] || !colon || colon - rest->text > LONG_TITLE)
        return false;
    size_t at = (size_t)(colon - rest->text);
    item->title = prose_slice(draft->pool, rest, 0, at);
    item->detail = prose_slice(draft->pool, rest, at + 1, rest->length);
    return true;
}

static void split_title(struct draft *draft, struct item *item, const struct prose *rest)
{
    struct label label;

    if (label_find(rest, &label) && !label.standing) {
        struct prose head = prose_slice(draft->pool, rest, 0, label.end);
        item->title = bare_title(draft, head);
        item->detail = prose_slice(draft->pool, rest, label.rest, rest->length);
    } else if (!split_colon(draft, item, rest)) {
        item_split(draft, item, rest);
    }
}

/* Takes the effort that WORDS state into the item; where in them to *FOUND, which may be NULL. */
static bool read_effort(struct item *item, const struct prose *words, struct found *found)
{
    struct found where;

    if (!effort_find(words->text, words->length, &item->effort, &where))
        return false;
    item->effort_place = prose_place(words, where.at, item->place);
    if (found)
        *found = where;
    return true;
}

/* The parentheses go with the span, and with them what else they say: "(Weeks 3-8, optional)". */
static void take_span(struct draft *draft, struct item *item, const struct title_span *span)
{
    const struct found *found = &span->found;

    item->span = span->span;
    item->optional = says_optional(&draft->lexicon, item->line.text + found->start,
                                   found->end - found->start, false);
    item->span_place = prose_place(&item->line, span->found.at, item->place);
}

/* "**Month 1-2**: **Calculator** - functions", "**Traits** (Week 3): ...", "**Goal:** ...". */
static void read_label(struct draft *draft, struct item *item, const struct outline_line *line)
{
    struct found found;
    const struct label *label = &line->label;
    struct prose head = prose_slice(draft->pool, &item->line, 0, label->end);
    struct prose rest = prose_slice(draft->pool, &item->line, label->rest, item->line.length);

    if (line->label_span) {
        found = line->label_span->found;
        take_span(draft, item, line->label_span);
        head = prose_without(draft->pool, &head, found.start, found.end);
    }
    struct prose bare = bare_title(draft, head);
    if (read_effort(item, &bare, &found)) {
        if (found.start > 0)
            bare = prose_without(draft->pool, &bare, found.start, found.end);
    } else {
        read_effort(item, &rest, NULL);
    }
    item->title = bare;
    item->detail = rest;
    if (!bare.length)
        split_title(draft, item, &rest);
}

/* A span at the line's start, or "(by Week 3)" at its end; in prose only one set off by a colon. */
static bool dates_line(const struct outline_line *line)
{
    const struct prose *prose = &line->prose;

    if (!line->span)
        return false;
    const struct found *found = &line->span->found;
    struct scan scan = {prose->text, prose->length, 0};
    scan_ornament(&scan);
    if (found->start > scan.at)
        return line->span->span.due && line->carrier != CARRIER_TEXT;
    if (line->carrier != CARRIER_TEXT || found->end >= prose->length)
        return true;
    size_t end = found->end;
    while (end > 0 && prose->text[end - 1] == ' ')
        end--;
    return end > 0 && (prose->text[end - 1] == ':' || !strncmp(prose->text + end - 3, "：", 3));
}

static void read_plain(struct draft *draft, struct item *item, const struct outline_line *line)
{
    struct prose rest = item->line;

    if (dates_line(line)) {
        const struct found *found = &line->span->found;
        take_span(draft, item, line->span);
        struct prose without = prose_without(draft->pool, &rest, found->start, found->end);
        if (without.length)
            rest = without;
    }
    split_title(draft, item, &rest);
    if (line->carrier == CARRIER_TEXT && item->kind == ITEM_TEXT)
        return; /* hours in prose are no effort of it */
    if (!read_effort(item, &rest, NULL))
        read_effort(item, &item->detail, NULL);
}

bool item_sums_up(const struct item *item)
{
    return (item->effort.high > 0 || item->kind == ITEM_COST) &&
           words_match(item->title.text, item->title.length, words_totals, NULL) > 0;
}

/* Hours anywhere in the line of a weekly schedule: "Tue: study 1-2 hrs". */
static void read_slot(struct item *item)
{
    const struct prose *line = &item->line;
    struct found found;

    if (!item->effort.high && effort_search(line->text, line->length, 0, &item->effort, &found))
        item->effort_place = prose_place(line, found.start, item->place);
}

static const char *first_link(const struct prose *prose)
{
    for (size_t i = 0; i < prose->mark_count; i++)
        if (prose->marks[i].style == MARK_LINK)
            return prose->marks[i].url;
    return NULL;
}

/* Kinds that are due at the end of their span instead of being worked at through it. */
static bool is_point(enum item_kind kind)
{
    return kind == ITEM_OUTCOME || kind == ITEM_CHECK || kind == ITEM_MILESTONE ||
           kind == ITEM_QUESTION;
}

/* "Milestone: ..." or "... (milestone!)": where the word stands that makes a line one. */
static bool says_milestone(const struct draft *draft, const struct prose *title,
                           struct found *found)
{
    for (size_t i = 0; i < draft->lexicon.count; i++) {
        const char *forms = draft->lexicon.languages[i]->kinds[ITEM_MILESTONE];
        size_t named = forms_match(title->text, title->length, forms, NULL);
        if (named && title->text[named] == ':' && named + 2 < title->length) {
            *found = (struct found){.end = named + 1 + strspn(title->text + named + 1, " ")};
            return true;
        }
        for (size_t at = 1; at < title->length; at++) {
            if (title->text[at - 1] != '(')
                continue;
            size_t match = forms_match(title->text + at, title->length - at, forms, NULL);
            size_t end = at + match + strspn(title->text + at + match, "!. ");
            if (match && title->text[end] == ')') {
                *found = (struct found){at - 1, end + 1, at};
                return true;
            }
        }
    }
    return false;
}

/* A line among what is dated that calls itself a milestone is due, not worked at. */
static void read_milestone(struct draft *draft, struct item *item)
{
    struct found found;
    const struct section *section = item->section;
    bool work = item->kind == ITEM_TASK || item->kind == ITEM_TOPIC || item->kind == ITEM_PROJECT;
    bool dated =
        item->span.form != SPAN_NONE || section->span.form != SPAN_NONE || section_frame(section);

    if (!work || !dated || !says_milestone(draft, &item->title, &found))
        return;
    item->kind = ITEM_MILESTONE;
    item->point = true;
    if (found.start > 0 || found.end < item->title.length)
        item->title = prose_without(draft->pool, &item->title, found.start, found.end);
}

static void read_marks(struct draft *draft, struct item *item)
{
    const struct prose *line = &item->line;
    const struct section *section = item->section;
    struct item *parent = item->parent;
    const struct prose *title = &item->title;

    item->optional = item->optional || section->optional || (parent && parent->optional) ||
                     says_optional(&draft->lexicon, title->text, title->length, false);
    item->choice = section->choice || (parent && parent->choice) ||
                   says_choice(&draft->lexicon, line->text, line->length, false);
    item->point = is_point(item->kind) || item->span.due;
    if (item->kind == ITEM_ALLOCATION && item->effort.high && item->effort.per == UNIT_NONE)
        item->effort.per = UNIT_WEEK; /* parts of a week's hours */
}

struct item *item_add(struct draft *draft, const struct outline_line *line, struct item *parent,
                      enum item_kind kind)
{
    struct item *item = item_new(draft, parent, kind);

    item->line = line->prose;
    item->place = line->place;
    item->checkbox = line->checkbox;
    item->number = line->number;
    if (line->carrier == CARRIER_CODE || line->carrier == CARRIER_HEADER)
        item->title = line->prose;
    else if (line->labelled)
        read_label(draft, item, line);
    else
        read_plain(draft, item, line);
    read_marks(draft, item);
    item->link = first_link(&line->prose);
    item->header = line->carrier == CARRIER_HEADER;
    if (line->carrier == CARRIER_CODE)
        return item;
    read_milestone(draft, item);
    item->chapters = chapters_of(draft, &line->prose);
    if (kind == ITEM_SLOT && !item->child_count)
        read_slot(item);
    if (item_sums_up(item))
        item->kind = ITEM_TEXT;
    if (kind == ITEM_COST || kind == ITEM_RESOURCE || kind == ITEM_READING)
        money_find(line->prose.text, line->prose.length, &item->price, NULL);
    return item;
}
