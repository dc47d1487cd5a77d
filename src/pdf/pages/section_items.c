/* section_items: headings and items of the sections beside the phases, each kind in its form. */
#include <math.h>
#include <string.h>

#include "pdf/pages/pages.h"
#include "pdf/pages/section_items.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/targets.h"

#define AIR         4.0
#define INDENT      14.0
#define TITLE_SHARE 0.29
#define WHEN        74.0
#define GAP         12.0
#define LONG_TITLE  70 /* bytes */

/* Where the pieces of an item stand. */
struct item_form {
    /* field: "Resources: ..." below a strand */
    bool box, field;
    /* to write on, below */
    int lines;
    /* of the title */
    double x;
    /* widths; x of the detail; detail 0: none */
    double title, x_detail, detail, when;
    const struct prose *head;
};

static bool can_be_done(const struct item *item)
{
    switch (item->kind) {
    case ITEM_STEP:
    case ITEM_PORTFOLIO:
    case ITEM_JOB:
    case ITEM_RESOURCE:
    case ITEM_GOAL:
    case ITEM_TOPIC:
        return item->child_count == 0;
    default:
        return item->checkbox != CHECKBOX_NONE;
    }
}

static struct item_form form_of(struct book *book, const struct item *item)
{
    struct item_form form = {.head = item->title.length > 0 ? &item->title : &item->line};
    double indent = INDENT * (item->depth < 4 ? item->depth : 4);
    bool both = item->title.length > 0 && item->detail.length > 0;

    /* A sentence is no title: it reads as written. */
    if (both && (item->kind == ITEM_TEXT || item->title.length > LONG_TITLE)) {
        form.head = &item->line;
        both = false;
    }
    form.box = can_be_done(item);
    form.field = item->depth > 0 && both;
    form.lines = item->kind == ITEM_PORTFOLIO && item->depth == 0 ? 1 : 0;
    form.when = item->span.form != SPAN_NONE || item->effort.high > 0 ? WHEN : 0;
    form.x = book->left + indent + (form.box ? book->look->box_size + 8 : 0);
    double room = book->right - form.x - (form.when > 0 ? form.when + GAP : 0);
    form.title = room;
    if (both) {
        form.title = fmin(book_width(book) * TITLE_SHARE, room * 0.5);
        form.x_detail = fmax(form.x, book->left + indent) + form.title + GAP;
        form.detail = room - form.title - GAP;
    }
    return form;
}

/* The title's face: a field's name is quiet, a heading of others or of a detail strong. */
static const struct style *head_style(const struct book *book, const struct item *item,
                                      const struct item_form *form)
{
    if (form->field)
        return &book->quiet;
    return form->detail > 0 || item->child_count > 0 ? &book->strong : &book->body;
}

static double line_room(const struct book *book)
{
    return book->look->rule_distance + style_leading(&book->label) + 4;
}

double section_item_height(struct book *book, const struct item *item)
{
    struct item_form form = form_of(book, item);
    double height = book_prose_height(book, head_style(book, item, &form), form.head, form.title);

    if (form.detail > 0)
        height = fmax(height, book_prose_height(book, &book->body, &item->detail, form.detail));
    if (item->span.form != SPAN_NONE)
        height = fmax(height, 2 * style_leading(&book->small));
    return height + 2 * AIR + form.lines * line_room(book);
}

/* "3 h a week", "2 h–3 h a week", "1 h 30 each"; "" for none. */
static const char *effort_words(struct book *book, const struct effort *effort)
{
    char low[DURATION_TEXT], high[DURATION_TEXT];
    const char *each = effort->each ? " each" : "";

    if (effort->high <= 0)
        return "";
    duration_print(effort->low, low);
    duration_print(effort->high, high);
    if (effort->per != UNIT_NONE)
        each = pool_print(book->pool, " a %s", unit_name(effort->per));
    if (effort->low == effort->high || effort->low <= 0)
        return pool_print(book->pool, "%s%s", high, each);
    return pool_print(book->pool, "%s–%s%s", low, high, each);
}

static void draw_when(struct book *book, const struct item *item, double y)
{
    const struct dates *dates = item_dates(book->schedule, item);
    const char *span = span_print(book->pool, &item->span);

    if (item->span.form == SPAN_NONE) {
        typeset_fitted(book->typeset, &book->small, book->right,
                       book_baseline(book, &book->small, y), ALIGN_RIGHT, WHEN,
                       effort_words(book, &item->effort));
        return;
    }
    typeset_fitted(book->typeset, &book->small, book->right, book_baseline(book, &book->small, y),
                   ALIGN_RIGHT, WHEN, span);
    const char *range = book_day_range(book, dates->first, dates->last);
    if (strcmp(range, span) == 0)
        return;
    y += style_leading(&book->small);
    typeset_fitted(book->typeset, &book->small_quiet, book->right,
                   book_baseline(book, &book->small_quiet, y), ALIGN_RIGHT, WHEN, range);
}

/* Lines for where the work can be seen. */
static void draw_lines(struct book *book, double x, double y)
{
    static const char *const words[] = {"Repository or link", "Published", "Shown to"};
    static const double shares[] = {0, 0.56, 0.78, 1};
    double width = book->right - x;

    y += book->look->rule_distance;
    for (int i = 0; i < 3; i++) {
        double from = x + shares[i] * width, to = x + shares[i + 1] * width - (i < 2 ? 10 : 0);
        canvas_line(book->canvas, from, y, to, y, 0.5, book->look->grey);
        book_blank(book, from, to, y, words[i]);
        (void)book_label(book, from, y + 2, words[i]);
    }
}

void section_item(struct book *book, const struct item *item, const char *title)
{
    double height = section_item_height(book, item);

    if (height > book->bottom - book->top - 60) {
        canvas_target(book->canvas, item->id, book->y);
        book_long_prose(book, &book->body, &item->line, title);
        book->y += AIR;
        return;
    }
    /* A heading of others stays with the first of them. */
    (void)book_need(book, height + (item->child_count > 0 ? 40 : 0), title);
    struct item_form form = form_of(book, item);
    const struct style *style = head_style(book, item, &form);
    double y = book->y + AIR;
    canvas_target(book->canvas, item->id, book->y);
    canvas_open(book->canvas, ROLE_ENTRY);
    book->field = item->id;
    if (form.box)
        book_item_box(book, form.x - book->look->box_size - 8,
                      y + (style_leading(style) - book->look->box_size) / 2, item);
    (void)book_prose(book, style, form.head, form.x, y, form.title);
    if (form.detail > 0)
        (void)book_prose(book, &book->body, &item->detail, form.x_detail, y, form.detail);
    if (form.when > 0) {
        const struct dates *dates = item_dates(book->schedule, item);
        draw_when(book, item, y);
        if (dates->first_week >= 0 && item->span.form != SPAN_NONE)
            canvas_link(book->canvas, book->left, book->y, book_width(book), height,
                        week_target(book->pool, week_pages.target,
                                    &book->schedule->weeks[dates->first_week]));
    }
    book->y += height;
    if (form.lines > 0)
        draw_lines(book, form.x, book->y - form.lines * line_room(book) - AIR);
    book->field = NULL;
    canvas_close(book->canvas);
    if (item->kind != ITEM_TEXT)
        book_hairline(book, form.field ? form.x : book->left, book->right, book->y);
}

/* "months 1–6 · 5 Jan – 5 Jul 2026", "1 h a week" */
static const char *heading_note(struct book *book, const struct section *section)
{
    const struct dates *dates = section_dates(book->schedule, section);
    const char *span = span_print(book->pool, &section->span);

    if (span[0] == '\0') {
        const char *effort = effort_words(book, &section->effort);
        if (!section->optional)
            return effort;
        return effort[0] != '\0' ? pool_print(book->pool, "optional · %s", effort) : "optional";
    }
    if (dates->first == DAY_NONE)
        return span;
    return pool_print(book->pool, "%s · %s", span,
                      book_year_range(book, dates->first, dates->last));
}

static const struct prose *heading_words(const struct section *section)
{
    return section->title.length > 0 ? &section->title : &section->heading;
}

static double heading_width(struct book *book, const struct section *section)
{
    const char *note = heading_note(book, section);
    double width = book_width(book);

    if (note[0] != '\0')
        width -= fmin(width * 0.5, typeset_width(book->typeset, &book->small_quiet, note) + GAP);
    return width;
}

double section_heading_height(struct book *book, const struct section *section)
{
    return book_prose_height(book, &book->heading, heading_words(section),
                             heading_width(book, section)) +
           12;
}

void section_heading(struct book *book, const struct section *section)
{
    const char *note = heading_note(book, section);
    double y = book->y + 4, width = heading_width(book, section);
    struct paragraph *words =
        paragraph_new(book->typeset, &book->heading, heading_words(section), width);

    if (note[0] != '\0')
        typeset_fitted(book->typeset, &book->small_quiet, book->right,
                       book_baseline(book, &book->heading, y), ALIGN_RIGHT,
                       book_width(book) - width, note);
    book->y = y + paragraph_draw(words, book->left, y, ALIGN_LEFT, 0, paragraph_lines(words)) + 4;
    canvas_line(book->canvas, book->left, book->y, book->right, book->y, 0.9, book->look->ink);
    book->y += 4;
}
