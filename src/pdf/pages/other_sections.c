/* other_sections: what stands beside the phases (tracks, steps, specializations, portfolio, jobs,
 * community, resources, advice), with room to write where that helps. */
#include <math.h>
#include <string.h>

#include "pdf/pages/decision.h"
#include "pdf/pages/pages.h"
#include "pdf/pages/section_items.h"
#include "pdf/parts/date_text.h"

#define SHARE    0.45 /* of a page: a group that fits in what is left goes on, from this much on */
#define MOST_TOP 64   /* options that a grid of scores takes */

/* What is written at the end of a group, by the kind of its items. */
static const struct {
    enum item_kind kind;
    const char *label, *rules;
} kinds[ITEM_KIND_COUNT] = {
    [ITEM_STRAND] = {ITEM_STRAND, "A track over the phases", "Where I am with it"},
    [ITEM_STEP] = {ITEM_STEP, "Step by step", "What I keep in mind"},
    [ITEM_SPECIALIZATION] = {ITEM_SPECIALIZATION, "A choice to make", "What speaks for it"},
    [ITEM_PORTFOLIO] = {ITEM_PORTFOLIO, "What I can show", "Ideas"},
    [ITEM_JOB] = {ITEM_JOB, "Towards work", "Names, addresses, next steps"},
    [ITEM_COMMITMENT] = {ITEM_COMMITMENT, "Other people", "Whom I met"},
    [ITEM_RESOURCE] = {ITEM_RESOURCE, "Where to look", "Found elsewhere"},
    [ITEM_SLOT] = {ITEM_SLOT, "Time", "What works for me"},
    [ITEM_ADVICE] = {ITEM_ADVICE, "Advice", "What works for me"},
};

/* Kinds that have pages of their own elsewhere. */
static bool elsewhere(enum item_kind kind)
{
    return kind == ITEM_OUTCOME || kind == ITEM_MILESTONE || kind == ITEM_QUESTION ||
           kind == ITEM_COST || kind == ITEM_CHECK || kind == ITEM_READING || kind_is_made(kind);
}

/* An option that says again what its section's heading says. */
static bool repeats_heading(const struct item *item)
{
    return item->depth == 0 && item->child_count > 0 && item->detail.length == 0 &&
           item->title.length > 0 && strcmp(item->title.text, item->section->title.text) == 0;
}

/* A sum, or the head of a table, among the costs of a section: the budget's page shows them. */
static bool on_budget(const struct plan *plan, const struct item *item)
{
    bool costs = false;

    for (size_t i = 0; i < item->section->item_count && !costs; i++)
        costs = plan->items[item->section->first_item + i].kind == ITEM_COST;
    return costs && item->kind == ITEM_TEXT && (item->header || item->price.high > 0);
}

/* An item is shown here, but for a text that only heads what is shown elsewhere. */
static bool shown(const struct plan *plan, const struct item *item)
{
    if (repeats_heading(item) || on_budget(plan, item))
        return false;
    if (item->header) /* names the columns of rows */
        return item + 1 < plan->items + plan->item_count && item[1].section == item->section &&
               !item[1].header && shown(plan, item + 1);
    if (elsewhere(item->kind) || item->kind != ITEM_TEXT || item->child_count == 0)
        return !elsewhere(item->kind);
    const struct item *end = plan->items + plan->item_count;
    for (const struct item *below = item + 1; below < end && below->depth > item->depth; below++)
        if (below->parent == item && shown(plan, below))
            return true;
    return false;
}

static bool any_shown(const struct plan *plan, const struct section *section)
{
    for (size_t i = 0; i < section->item_count; i++)
        if (shown(plan, &plan->items[section->first_item + i]))
            return true;
    return false;
}

/* A group of the back matter: a section beside the phases with all that is below it. */
struct group {
    const struct section *head;
    /* in plan->sections */
    size_t first, end;
    enum item_kind kind;
};

/* The kind of most of its items. */
static enum item_kind main_kind(const struct plan *plan, const struct group *group)
{
    size_t counts[ITEM_KIND_COUNT] = {0};
    enum item_kind best = ITEM_TEXT;

    for (size_t i = group->first; i < group->end; i++) {
        const struct section *section = &plan->sections[i];
        if (section->kind == ITEM_SPECIALIZATION || section->kind == ITEM_COMMITMENT)
            return section->kind;
        for (size_t k = 0; k < section->item_count; k++)
            counts[plan->items[section->first_item + k].kind]++;
    }
    for (int kind = 1; kind < ITEM_KIND_COUNT; kind++)
        if (!elsewhere((enum item_kind)kind) && counts[kind] > counts[best])
            best = (enum item_kind)kind;
    return counts[best] > 0 ? best : ITEM_TEXT;
}

/* The next group at or after section FROM; false: no more. Sections of level 1 hold the whole
 * document and only head a group of their own items. */
static bool next_group(const struct plan *plan, size_t from, struct group *group)
{
    for (size_t i = from; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        if (section->phase >= 0)
            continue;
        size_t end = i + 1;
        while (section->level >= 2 && end < plan->section_count &&
               plan->sections[end].level > section->level && plan->sections[end].phase < 0)
            end++;
        *group = (struct group){section, i, end, ITEM_TEXT};
        for (size_t k = i; k < end; k++) {
            if (any_shown(plan, &plan->sections[k])) {
                group->kind = main_kind(plan, group);
                return true;
            }
        }
        i = end - 1;
    }
    return false;
}

static double group_height(struct book *book, const struct group *group)
{
    double height = 0;

    for (size_t i = group->first; i < group->end; i++) {
        const struct section *section = &book->plan->sections[i];
        if (!any_shown(book->plan, section))
            continue;
        height += section_heading_height(book, section) + 10;
        for (size_t k = 0; k < section->item_count; k++) {
            const struct item *item = &book->plan->items[section->first_item + k];
            if (shown(book->plan, item))
                height += section_item_height(book, item);
        }
    }
    return height;
}

static const char *group_title(const struct book *book, const struct section *section)
{
    if (section->title.length > 0)
        return section->title.text;
    return section->heading.length > 0 ? section->heading.text : book->plan->title.text;
}

static void list_section(struct book *book, const struct section *section, int level)
{
    struct listed line = {.page = canvas_selected(book->canvas), .level = level, .phase = -1};
    const char *span = span_print(book->pool, &section->span);

    line.listed = line.outlined = true;
    line.title = group_title(book, section);
    line.note = span[0] != '\0' ? span : NULL;
    book_entry(book, &line, NULL);
    canvas_target(book->canvas, section->id, book->y);
}

/* What is left of the page becomes rules. */
static void finish_page(struct book *book, const struct group *group)
{
    const char *words = kinds[group->kind].rules;

    book->y += 12;
    book_rest(book, words ? words : "Notes");
}

static void group_head(struct book *book, const struct group *group)
{
    const struct section *section = group->head;
    const struct dates *dates = section_dates(book->schedule, section);
    const char *label = kinds[group->kind].label, *title = group_title(book, section);
    const char *span = span_print(book->pool, &section->span);

    book_page(book, -1, title);
    list_section(book, section, 0);
    book_head(book, label ? label : "Beside the phases", title, span[0] != '\0' ? span : NULL,
              span[0] != '\0' && dates->first != DAY_NONE
                  ? book_year_range(book, dates->first, dates->last)
                  : NULL);
}

/* The group's own sections and items. */
static void group_body(struct book *book, const struct group *group)
{
    const char *title = group_title(book, group->head);

    canvas_open(book->canvas, ROLE_LIST);
    for (size_t i = group->first; i < group->end; i++) {
        const struct section *section = &book->plan->sections[i];
        if (!any_shown(book->plan, section))
            continue;
        if (section != group->head) {
            double first = 0;
            for (size_t k = 0; k < section->item_count && k < 2; k++)
                first += section_item_height(book, &book->plan->items[section->first_item + k]);
            double height = section_heading_height(book, section) + first + 10;
            (void)book_need(book, fmin(height, (book->bottom - book->top) / 2), title);
            list_section(book, section, 1);
            section_heading(book, section);
        }
        for (size_t k = 0; k < section->item_count; k++) {
            const struct item *item = &book->plan->items[section->first_item + k];
            if (repeats_heading(item))
                canvas_target(book->canvas, item->id, book->y);
            if (shown(book->plan, item))
                section_item(book, item, title);
        }
        book->y += 10;
    }
    canvas_close(book->canvas);
}

/* The options of a choice: its sections, or its items where it has none. */
static size_t options_of(const struct book *book, const struct group *group, const char **options)
{
    size_t count = 0;

    for (size_t i = group->first + 1; i < group->end && count < MOST_TOP; i++)
        if (book->plan->sections[i].kind == ITEM_SPECIALIZATION)
            options[count++] = group_title(book, &book->plan->sections[i]);
    for (size_t i = 0; i < group->head->item_count && count < MOST_TOP; i++) {
        const struct item *item = &book->plan->items[group->head->first_item + i];
        if (item->kind == ITEM_SPECIALIZATION && item->depth == 0 && item->title.length > 0)
            options[count++] = item->title.text;
    }
    return count;
}

/* The options scored and weighed, on a page of their own where this one has no room. */
static void decide(struct book *book, const struct group *group)
{
    const char *options[MOST_TOP], *title = group_title(book, group->head);
    size_t count = options_of(book, group, options);

    if (count < 2)
        return;
    if (book_room(book) < fmin(decision_height(book, count), (book->bottom - book->top) / 2)) {
        finish_page(book, group);
        (void)book_need(book, INFINITY, title);
    }
    decision_draw(book, title, options, count);
}

/* A log of what was done with other people: a table to the foot of the page. */
static void community_log(struct book *book, const struct group *group)
{
    static const char *const heads[] = {"Date", "Where", "What I asked, gave or wrote", "Time"};
    static const double shares[] = {0, 0.14, 0.36, 0.9, 1};
    double row = book->look->rule_distance * 1.1;

    (void)book_need(book, 8 * row, group_title(book, group->head));
    book->y =
        book_words(book, &book->heading, "Log", book->left, book->y + 8, book_width(book)) + 2;
    double top = book->y, width = book_width(book);
    canvas_open(book->canvas, ROLE_TABLE);
    canvas_open(book->canvas, ROLE_HEAD_ROW);
    for (int i = 0; i < 4; i++)
        book->y = book_label(book, book->left + shares[i] * width + (i > 0 ? 5 : 0), top, heads[i]);
    canvas_close(book->canvas);
    top = book->y;
    canvas_line(book->canvas, book->left, top, book->right, top, 0.9, book->look->ink);
    while (book_room(book) >= row) {
        book->y += row;
        book_hairline(book, book->left, book->right, book->y);
        canvas_open(book->canvas, ROLE_ROW);
        for (int i = 0; i < 4; i++)
            book_blank_cell(book, book->left + shares[i] * width + 3,
                            book->left + shares[i + 1] * width - 3, book->y, heads[i]);
        canvas_close(book->canvas);
    }
    canvas_close(book->canvas);
    for (int i = 1; i < 4; i++)
        canvas_line(book->canvas, book->left + shares[i] * width, top,
                    book->left + shares[i] * width, book->y, 0.5, book->look->pale);
}

void other_sections_lines(const struct plan *plan, size_t *heads, size_t *others)
{
    struct group group;

    *heads = *others = 0;
    for (size_t from = 0; next_group(plan, from, &group); from = group.end) {
        ++*heads;
        for (size_t i = group.first + 1; i < group.end; i++)
            *others += any_shown(plan, &plan->sections[i]);
    }
}

static void add_pages(struct book *book)
{
    struct group group, before = {0};

    for (size_t from = 0; next_group(book->plan, from, &group); from = group.end) {
        bool special = group.kind == ITEM_SPECIALIZATION || group.kind == ITEM_COMMITMENT;
        bool fits = before.head && !special &&
                    book_room(book) > SHARE * (book->bottom - book->top) &&
                    group_height(book, &group) + 40 < book_room(book);
        if (!fits) {
            if (before.head)
                finish_page(book, &before);
            group_head(book, &group);
        } else {
            book->y += 14;
            list_section(book, group.head, 0);
            section_heading(book, group.head);
        }
        group_body(book, &group);
        if (group.kind == ITEM_SPECIALIZATION)
            decide(book, &group);
        else if (group.kind == ITEM_COMMITMENT)
            community_log(book, &group);
        before = group;
    }
    if (before.head)
        finish_page(book, &before);
}

/* Enters each of its groups itself, by the section's own title. */
const struct page_kind other_sections_pages = {.scope = SCOPE_BOOK, .draw.book = add_pages};
