/* tags: the structure of the document while its pages are drawn: which element each text
 * belongs to, and the marks in the page's content that say so (ISO 32000-1, 14.6-14.8). */
#include <string.h>

#include "pdf/canvas/document.h"

/* --- Elements --------------------------------------------------------------------------------- */

void canvas_add_kid(struct canvas *canvas, int element, enum kid_kind kind, int value)
{
    struct element *parent = &canvas->elements[element];
    int kid = (int)canvas->kid_count;

    canvas->kids = pool_extend(canvas->pool, canvas->kids, canvas->kid_count, &canvas->kid_capacity,
                               sizeof *canvas->kids);
    canvas->kids[canvas->kid_count++] = (struct kid){kind, value, NONE};
    if (parent->last == NONE)
        parent->first = kid;
    else
        canvas->kids[parent->last].next = kid;
    parent->last = kid;
}

int canvas_element(struct canvas *canvas, int parent, int role, int page)
{
    int element = (int)canvas->element_count;

    canvas->elements = pool_extend(canvas->pool, canvas->elements, canvas->element_count,
                                   &canvas->element_capacity, sizeof *canvas->elements);
    canvas->elements[canvas->element_count++] =
        (struct element){.role = role, .page = page, .parent = parent, .first = NONE, .last = NONE};
    if (parent != NONE)
        canvas_add_kid(canvas, parent, KID_ELEMENT, element);
    return element;
}

int canvas_section(struct canvas *canvas, int page)
{
    if (canvas->pages[page].section == NONE)
        canvas->pages[page].section = canvas_element(canvas, NONE, ROLE_SECTION, page);
    return canvas->pages[page].section;
}

static bool stands_here(const struct canvas *canvas, int element)
{
    return element != NONE && canvas->elements[element].page == canvas->selected;
}

/* The body of the list's entry that is open: its last kid. */
static int body_of(struct canvas *canvas, int entry)
{
    int last = canvas->elements[entry].last;

    return last != NONE ? canvas->kids[last].value
                        : canvas_element(canvas, entry, ROLE_BODY, canvas->selected);
}

/* The element of what is open at that depth, made anew on another page; what is open within it then
 * begins anew too. */
static int element_of_place(struct canvas *canvas, int depth)
{
    struct opened *place = &canvas->places[depth];
    int parent;

    if (stands_here(canvas, place->element))
        return place->element;
    parent =
        depth > 0 ? element_of_place(canvas, depth - 1) : canvas_section(canvas, canvas->selected);
    if (depth > 0 && canvas->places[depth - 1].role == ROLE_ENTRY)
        parent = body_of(canvas, parent);
    place->element = canvas_element(canvas, parent, place->role, canvas->selected);
    canvas->elements[place->element].words = place->words;
    memcpy(canvas->elements[place->element].box, place->box, sizeof place->box);
    for (int i = depth + 1; i < canvas->place_count; i++)
        canvas->places[i].element = NONE;
    return place->element;
}

static void begin_anew(struct canvas *canvas)
{
    for (int i = 0; i < canvas->place_count; i++)
        canvas->places[i].element = NONE;
}

static int innermost(const struct canvas *canvas)
{
    return canvas->place_count > 0 ? canvas->places[canvas->place_count - 1].role : ROLE_BY_PLACE;
}

/* The element for a new content of that role at this place. */
static int element_here(struct canvas *canvas, int role)
{
    int page = canvas->selected, depth = canvas->place_count - 1, outer;

    if (role == ROLE_TITLE || role == ROLE_HEADING) {
        begin_anew(canvas);
        return canvas_element(canvas, canvas_section(canvas, page), role, page);
    }
    outer = depth >= 0 ? element_of_place(canvas, depth) : canvas_section(canvas, page);
    switch (innermost(canvas)) {
    case ROLE_FIGURE:
    case ROLE_CELL:
    case ROLE_PARAGRAPH:
        return outer;
    case ROLE_LIST:
        outer = canvas_element(canvas, outer, ROLE_ENTRY, page);
        return canvas_element(canvas, outer, ROLE_BODY, page);
    case ROLE_ENTRY:
        return body_of(canvas, outer);
    case ROLE_TABLE:
        outer = canvas_element(canvas, outer, ROLE_ROW, page);
        return canvas_element(canvas, outer, ROLE_CELL, page);
    case ROLE_HEAD_ROW:
        return canvas_element(canvas, outer, ROLE_HEAD_CELL, page);
    case ROLE_ROW:
        return canvas_element(canvas, outer, ROLE_CELL, page);
    default:
        return canvas_element(canvas, outer, ROLE_PARAGRAPH, page);
    }
}

/* --- What is open ----------------------------------------------------------------------------- */

static void open_place(struct canvas *canvas, struct opened place)
{
    canvas_current(canvas);
    if (canvas->place_count == PLACE_DEPTH) {
        canvas_fail(canvas, "opened too often without canvas_close()");
        return;
    }
    place.element = NONE;
    canvas->places[canvas->place_count++] = place;
}

void canvas_open(struct canvas *canvas, enum role role)
{
    open_place(canvas, (struct opened){.role = (int)role});
    /* An empty cell keeps those after it in their columns. */
    if (role == ROLE_CELL && canvas->selected >= 0)
        element_of_place(canvas, canvas->place_count - 1);
}

void canvas_open_figure(struct canvas *canvas, double x, double y, double width, double height,
                        const char *words)
{
    open_place(canvas, (struct opened){.role = ROLE_FIGURE,
                                       .words = canvas_keep(canvas, words),
                                       .box = {x, y, x + width, y + height}});
}

void canvas_close(struct canvas *canvas)
{
    if (canvas->place_count == 0) {
        canvas_fail(canvas, "canvas_close() without canvas_open()");
        return;
    }
    canvas->place_count--;
    canvas->leaf.element = NONE;
}

/* --- Marks ------------------------------------------------------------------------------------ */

static const char *const tags[ALL_ROLES] = {
    [ROLE_TITLE] = "H1",     [ROLE_HEADING] = "H2", [ROLE_FIGURE] = "Figure", [ROLE_CELL] = "TD",
    [ROLE_PARAGRAPH] = "P",  [ROLE_BODY] = "LBody", [ROLE_HEAD_CELL] = "TH",  [ROLE_LINK] = "Link",
    [ROLE_SECTION] = "Sect", [ROLE_FORM] = "Form",
};

/* Ends the sequence that is open in the page's words and begins one for WHAT: an element, or one of
 * enum open. */
static void turn_to(struct canvas *canvas, int what, double x, double y)
{
    struct page *page = canvas_current(canvas);

    page->in_shapes = false;
    if (page->open == what)
        return;
    if (page->open != OPEN_NOTHING)
        text_add(&page->words, "EMC\n");
    page->open = what;
    if (what == OPEN_ARTIFACT)
        text_add(&page->words, "/Artifact BMC\n");
    else if (what == OPEN_PAGINATION)
        text_add(&page->words, "/Artifact<</Type/Pagination>>BDC\n");
    if (what < 0)
        return;
    text_add_char(&page->words, '/');
    text_add(&page->words, tags[canvas->elements[what].role]);
    text_add(&page->words, "<</MCID ");
    canvas_number(&page->words, (double)page->mark_count, 0);
    text_add(&page->words, ">>BDC\n");
    canvas_add_kid(canvas, what, KID_MARK, (int)page->mark_count);
    page->marks = pool_extend(canvas->pool, page->marks, page->mark_count, &page->mark_capacity,
                              sizeof *page->marks);
    page->marks[page->mark_count++] = (struct marked_content){what, x, y};
}

void canvas_mark_end(struct canvas *canvas)
{
    turn_to(canvas, OPEN_NOTHING, 0, 0);
}

/* Within a turned stretch shapes keep their place among the words: they turn with them. */
void canvas_mark_shape(struct canvas *canvas)
{
    struct page *page = canvas_current(canvas);

    if (innermost(canvas) == ROLE_FIGURE && canvas->selected >= 0) {
        const double *box = canvas->places[canvas->place_count - 1].box;
        turn_to(canvas, element_of_place(canvas, canvas->place_count - 1), box[0], box[1]);
    } else if (page->depth > 0) {
        turn_to(canvas, OPEN_ARTIFACT, 0, 0);
    } else {
        page->in_shapes = true;
    }
}

static void keep_caption(struct canvas *canvas, const char *bytes, size_t length)
{
    struct page *page = canvas_current(canvas);

    page->captions = pool_extend(canvas->pool, page->captions, page->caption_count,
                                 &page->caption_capacity, sizeof *page->captions);
    page->captions[page->caption_count++] =
        (struct caption){.text = pool_copy(canvas->pool, bytes, length), .baseline = -1};
}

void canvas_begin_text(struct canvas *canvas, enum role role, const char *bytes, size_t length)
{
    canvas->leaf_is_fresh = role != ROLE_SAME;
    if (role == ROLE_SAME)
        return;
    canvas->leaf = (struct opened){.role = (int)role, .element = NONE};
    if (canvas->facts.fillable && innermost(canvas) != ROLE_ARTIFACT)
        keep_caption(canvas, bytes, length);
    if (length == 0 && canvas->selected >= 0 &&
        (innermost(canvas) == ROLE_ROW || innermost(canvas) == ROLE_HEAD_ROW))
        element_here(canvas, ROLE_BY_PLACE);
}

/* Where a caption's first line stands. */
static void place_caption(struct canvas *canvas, double x, double y, double width)
{
    struct page *page = canvas_current(canvas);
    struct caption *caption;

    if (page->caption_count == 0)
        return;
    caption = &page->captions[page->caption_count - 1];
    if (caption->baseline < 0)
        *caption = (struct caption){caption->text, x, y, x + width};
}

bool canvas_mark(struct canvas *canvas, double x, double y, double width)
{
    bool fresh = canvas->leaf_is_fresh;
    int open = canvas_current(canvas)->open;

    canvas->leaf_is_fresh = false;
    if (canvas->selected < 0 || innermost(canvas) == ROLE_ARTIFACT) {
        turn_to(canvas, OPEN_PAGINATION, x, y);
        return false;
    }
    if (canvas->facts.fillable)
        place_caption(canvas, x, y, width);
    if (!stands_here(canvas, canvas->leaf.element))
        canvas->leaf.element = element_here(canvas, canvas->leaf.role);
    turn_to(canvas, canvas->leaf.element, x, y);
    return fresh && canvas_current(canvas)->open == open;
}

void canvas_begin_link(struct canvas *canvas)
{
    if (canvas->selected < 0 || innermost(canvas) == ROLE_ARTIFACT)
        return;
    if (!stands_here(canvas, canvas->leaf.element))
        canvas->leaf.element = element_here(canvas, canvas->leaf.role);
    canvas->leaf.element =
        canvas_element(canvas, canvas->leaf.element, ROLE_LINK, canvas->selected);
}

void canvas_end_link(struct canvas *canvas)
{
    if (canvas->leaf.element != NONE)
        canvas->leaf.element = canvas->elements[canvas->leaf.element].parent;
}

int canvas_form_element(struct canvas *canvas)
{
    int outer = element_here(canvas, ROLE_BY_PLACE);

    return canvas_element(canvas, outer, ROLE_FORM, canvas->selected);
}
