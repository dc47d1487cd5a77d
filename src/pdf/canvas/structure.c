/* structure: the structure tree as objects (ISO 32000-1, 14.7): elements, links with their
 * annotations, and the parent tree that leads back from content to elements. */

#include "pdf/canvas/document.h"

#define KEYS_PER_LEAF 256
#define SLACK         1.0 /* points by which a text may begin outside its link's rectangle */

static const char *const types[ALL_ROLES] = {
    [ROLE_TITLE] = "H1",     [ROLE_HEADING] = "H2",   [ROLE_LIST] = "L",
    [ROLE_ENTRY] = "LI",     [ROLE_TABLE] = "Table",  [ROLE_HEAD_ROW] = "TR",
    [ROLE_ROW] = "TR",       [ROLE_CELL] = "TD",      [ROLE_FIGURE] = "Figure",
    [ROLE_PARAGRAPH] = "P",  [ROLE_SECTION] = "Sect", [ROLE_BODY] = "LBody",
    [ROLE_HEAD_CELL] = "TH", [ROLE_LINK] = "Link",    [ROLE_FORM] = "Form",
};

/* --- Links ------------------------------------------------------------------------------------ */

static bool lies_in(const struct marked_content *mark, const struct link *link)
{
    return mark->x >= link->left - SLACK && mark->x <= link->right + SLACK &&
           mark->y >= link->top - SLACK && mark->y <= link->bottom + SLACK;
}

/* Makes a link of the first of ELEMENT's marks that lies in the rectangle: a new element in its
 * place holds it. */
static int wrap(struct canvas *canvas, int element, struct page *page, const struct link *link)
{
    int at = canvas->elements[element].first,
        wrapped = canvas_element(canvas, NONE, ROLE_LINK, canvas->elements[element].page);

    while (canvas->kids[at].kind != KID_MARK ||
           !lies_in(&page->marks[canvas->kids[at].value], link))
        at = canvas->kids[at].next;
    page->marks[canvas->kids[at].value].element = wrapped;
    canvas->elements[wrapped].parent = element;
    canvas_add_kid(canvas, wrapped, KID_MARK, canvas->kids[at].value);
    canvas->kids[at].kind = KID_ELEMENT;
    canvas->kids[at].value = wrapped;
    return wrapped;
}

int canvas_link_element(struct canvas *canvas, int number, const struct link *link)
{
    struct page *page = &canvas->pages[number];

    for (size_t i = 0; i < page->mark_count; i++) {
        const struct marked_content *mark = &page->marks[i];
        struct element *element = &canvas->elements[mark->element];
        bool alone = element->first == element->last;
        if (!lies_in(mark, link) || element->role == ROLE_FIGURE)
            continue;
        if (element->role == ROLE_LINK) {
            /* Each link has an annotation of its own but for the lines of a text's own link. */
            if (alone || link->uri)
                return mark->element;
            continue;
        }
        if (element->role == ROLE_PARAGRAPH && alone) {
            element->role = ROLE_LINK;
            return mark->element;
        }
        return wrap(canvas, mark->element, page, link);
    }
    return canvas_element(canvas, canvas_section(canvas, number), ROLE_LINK, number);
}

struct text *canvas_annotation(struct canvas *canvas, struct page *page, int element)
{
    HPDF_Dict annotation = HPDF_Dict_New(canvas->document->mmgr);
    struct text *entries;

    if (!annotation || HPDF_Xref_Add(canvas->document->xref, annotation) != HPDF_OK)
        return &canvas->nowhere.words;
    if (!page->annotations) {
        page->annotations = HPDF_Array_New(canvas->document->mmgr);
        HPDF_Dict_Add(page->handle, "Annots", page->annotations);
    }
    HPDF_Array_Add(page->annotations, annotation);
    canvas_add_kid(canvas, element, KID_ANNOTATION, canvas_number_of(annotation));
    canvas->parents = pool_extend(canvas->pool, canvas->parents, canvas->parent_count,
                                  &canvas->parent_capacity, sizeof *canvas->parents);
    canvas->parents[canvas->parent_count] = element;
    entries = canvas_attach(annotation);
    text_add(entries, "/StructParent ");
    canvas_number(entries, canvas->page_count + (double)canvas->parent_count, 0);
    canvas->parent_count++;
    return entries;
}

/* --- Elements --------------------------------------------------------------------------------- */

static void add_annotation(struct text *entries, int annotation)
{
    text_add(entries, "<</Type/OBJR/Obj ");
    canvas_reference(entries, annotation);
    text_add(entries, ">>");
}

static void add_kids(struct canvas *canvas, const struct element *element, struct text *entries)
{
    bool several = element->first != element->last;

    text_add(entries, several ? "/K[" : "/K ");
    for (int at = element->first; at != NONE; at = canvas->kids[at].next) {
        const struct kid *kid = &canvas->kids[at];
        if (at != element->first)
            text_add_char(entries, ' ');
        if (kid->kind == KID_MARK)
            canvas_number(entries, kid->value, 0);
        else if (kid->kind == KID_ELEMENT)
            canvas_reference(entries, canvas->elements[kid->value].object);
        else
            add_annotation(entries, kid->value);
    }
    if (several)
        text_add_char(entries, ']');
}

static void add_figure(struct canvas *canvas, const struct element *element, struct text *entries)
{
    double height = canvas->pages[element->page].height;
    double corners[4] = {element->box[0], height - element->box[3], element->box[2],
                         height - element->box[1]};

    text_add(entries, "/Alt");
    canvas_text_string(entries, element->words ? element->words : "");
    text_add(entries, "/A<</O/Layout/Placement/Block/BBox[");
    for (int i = 0; i < 4; i++) {
        canvas_number(entries, corners[i], 1);
        text_add_char(entries, i < 3 ? ' ' : ']');
    }
    text_add(entries, ">>");
}

/* true where some kid is not an element: those have a page of their own. */
static bool has_content(const struct canvas *canvas, const struct element *element)
{
    for (int at = element->first; at != NONE; at = canvas->kids[at].next)
        if (canvas->kids[at].kind != KID_ELEMENT)
            return true;
    return element->role == ROLE_FIGURE;
}

static void write_element(struct canvas *canvas, const struct element *element, int document)
{
    struct text *entries = canvas_entries(canvas, element->object);
    int parent = element->parent == NONE ? document : canvas->elements[element->parent].object;

    text_add(entries, "/S/");
    text_add(entries, types[element->role]);
    text_add(entries, "/P ");
    canvas_reference(entries, parent);
    if (has_content(canvas, element)) {
        text_add(entries, "/Pg ");
        canvas_reference(entries, canvas_number_of(canvas->pages[element->page].handle));
    }
    if (element->role == ROLE_HEAD_CELL)
        text_add(entries, "/A<</O/Table/Scope/Column>>");
    if (element->role == ROLE_FIGURE)
        add_figure(canvas, element, entries);
    if (element->first != NONE)
        add_kids(canvas, element, entries);
}

/* --- From content to elements ----------------------------------------------------------------- */

/* The value of a key of the parent tree: a page's elements by mark, or an annotation's element. */
static void add_parent(struct canvas *canvas, size_t key, struct text *entries)
{
    size_t pages = (size_t)canvas->page_count;

    canvas_number(entries, (double)key, 0);
    text_add_char(entries, ' ');
    if (key >= pages) {
        canvas_reference(entries, canvas->elements[canvas->parents[key - pages]].object);
        text_add_char(entries, '\n');
        return;
    }
    text_add_char(entries, '[');
    for (size_t i = 0; canvas_keeps(canvas, (int)key) && i < canvas->pages[key].mark_count; i++) {
        if (i > 0)
            text_add_char(entries, ' ');
        canvas_reference(entries, canvas->elements[canvas->pages[key].marks[i].element].object);
    }
    text_add(entries, "]\n");
}

static int write_parent_tree(struct canvas *canvas)
{
    size_t keys = (size_t)canvas->page_count + canvas->parent_count;
    struct text kids = TEXT_INIT;
    int tree = canvas_dictionary(canvas);

    for (size_t first = 0; first < keys; first += KEYS_PER_LEAF) {
        size_t end = first + KEYS_PER_LEAF < keys ? first + KEYS_PER_LEAF : keys;
        int leaf = canvas_dictionary(canvas);
        struct text *entries = canvas_entries(canvas, leaf);
        text_print(entries, "/Limits[%zu %zu]/Nums[", first, end - 1);
        for (size_t key = first; key < end; key++)
            add_parent(canvas, key, entries);
        text_add_char(entries, ']');
        text_print(&kids, "%d 0 R ", leaf);
    }
    text_print(canvas_entries(canvas, tree), "/Kids[%s]", text_string(&kids));
    text_free(&kids);
    return tree;
}

void canvas_write_structure(struct canvas *canvas)
{
    int root = canvas_dictionary(canvas), document = canvas_dictionary(canvas), tree;
    struct text *entries;

    for (size_t i = 0; i < canvas->element_count; i++)
        if (canvas_keeps(canvas, canvas->elements[i].page))
            canvas->elements[i].object = canvas_dictionary(canvas);
    for (size_t i = 0; i < canvas->element_count; i++)
        if (canvas_keeps(canvas, canvas->elements[i].page))
            write_element(canvas, &canvas->elements[i], document);
    entries = canvas_entries(canvas, document);
    text_print(entries, "/S/Document/P %d 0 R/K[", root);
    for (int i = 0; i < canvas->page_count; i++)
        if (canvas->pages[i].section != NONE && canvas_keeps(canvas, i))
            text_print(entries, "%d 0 R ", canvas->elements[canvas->pages[i].section].object);
    text_add_char(entries, ']');
    tree = write_parent_tree(canvas);
    text_print(canvas_entries(canvas, root),
               "/Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %zu", document,
               tree, (size_t)canvas->page_count + canvas->parent_count);
    text_print(canvas_catalog(canvas), "/MarkInfo <</Marked true>>\n/StructTreeRoot %d 0 R\n",
               root);
    for (int i = 0; i < canvas->page_count; i++) {
        if (!canvas_keeps(canvas, i))
            continue;
        HPDF_Dict_AddNumber(canvas->pages[i].handle, "StructParents", i);
        if (!canvas->facts.archive)
            HPDF_Dict_AddName(canvas->pages[i].handle, "Tabs", "S");
    }
}
