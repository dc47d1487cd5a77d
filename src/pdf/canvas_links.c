/* canvas_links: named spots, links to them and to the world, outline and page labels. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "pdf/canvas_document.h"

#define NAMES_PER_LEAF  64
#define LEAVES_PER_NODE 1024 /* far below an array's limit of 32,767 items */

static const char *copy(struct canvas *canvas, const char *string)
{
    return pool_copy(canvas->pool, string ? string : "", string ? strlen(string) : 0);
}

/* --- Targets ---------------------------------------------------------------------------------- */

static uint32_t hash_of(const char *name)
{
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * 16777619u;
    return hash;
}

/* The slot where the target of that name stands, or the free one where it belongs. */
static size_t slot_of(const struct canvas *canvas, const char *name, uint32_t hash)
{
    size_t slot = hash & (canvas->slot_count - 1);

    while (canvas->target_slots[slot] != 0) {
        const struct target *target = &canvas->targets[canvas->target_slots[slot] - 1];

        if (target->hash == hash && strcmp(target->name, name) == 0)
            break;
        slot = (slot + 1) & (canvas->slot_count - 1);
    }
    return slot;
}

static struct target *find_target(const struct canvas *canvas, const char *name)
{
    size_t slot;

    if (canvas->slot_count == 0)
        return NULL;
    slot = slot_of(canvas, name, hash_of(name));
    return canvas->target_slots[slot] == 0 ? NULL
                                           : &canvas->targets[canvas->target_slots[slot] - 1];
}

/* At most half of the slots are ever taken. */
static void widen_slots(struct canvas *canvas)
{
    canvas->slot_count = canvas->slot_count == 0 ? 256 : canvas->slot_count * 2;
    canvas->target_slots =
        pool_alloc(canvas->pool, canvas->slot_count * sizeof *canvas->target_slots);
    for (size_t i = 0; i < canvas->target_count; i++) {
        const struct target *target = &canvas->targets[i];

        canvas->target_slots[slot_of(canvas, target->name, target->hash)] = i + 1;
    }
}

void canvas_target(struct canvas *canvas, const char *name, double y)
{
    uint32_t hash;
    size_t slot;

    if (!name || !*name)
        return;
    canvas_current(canvas);
    if (canvas->target_count * 2 >= canvas->slot_count)
        widen_slots(canvas);
    hash = hash_of(name);
    slot = slot_of(canvas, name, hash);
    if (canvas->target_slots[slot] != 0)
        return;
    canvas->targets = pool_extend(canvas->pool, canvas->targets, canvas->target_count,
                                  &canvas->target_capacity, sizeof *canvas->targets);
    canvas->targets[canvas->target_count++] =
        (struct target){copy(canvas, name), hash, canvas->selected, y, 0};
    canvas->target_slots[slot] = canvas->target_count;
}

int canvas_target_page(const struct canvas *canvas, const char *name)
{
    const struct target *target = name ? find_target(canvas, name) : NULL;

    return target ? target->page : -1;
}

/* --- Links ------------------------------------------------------------------------------------ */

static void add_link(struct canvas *canvas, struct link link)
{
    struct page *page = canvas_current(canvas);

    page->links = pool_extend(canvas->pool, page->links, page->link_count, &page->link_capacity,
                              sizeof *page->links);
    page->links[page->link_count++] = link;
}

void canvas_link(struct canvas *canvas, double x, double y, double width, double height,
                 const char *target)
{
    if (target && *target)
        add_link(canvas,
                 (struct link){x, y, x + width, y + height, .target = copy(canvas, target)});
}

bool canvas_is_uri(const char *uri)
{
    static const char *const schemes[] = {"http://", "https://", "mailto:"};

    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t length = strlen(schemes[i]);

        if (uri && strncasecmp(uri, schemes[i], length) == 0 && uri[length] != '\0')
            return true;
    }
    return false;
}

/* URI with all that RFC 3986 does not allow in one percent-encoded. */
static const char *encoded_uri(struct canvas *canvas, const char *uri)
{
    struct text encoded = TEXT_INIT;
    const char *kept;

    for (; *uri; uri++) {
        unsigned char byte = (unsigned char)*uri;

        if (byte <= 32 || byte >= 127 || strchr("\"<>\\^`{|}", byte))
            text_print(&encoded, "%%%02X", byte);
        else
            text_add_char(&encoded, *uri);
    }
    kept = copy(canvas, text_string(&encoded));
    text_free(&encoded);
    return kept;
}

/* Only addresses that a reader can't be harmed by. */
void canvas_uri(struct canvas *canvas, double x, double y, double width, double height,
                const char *uri)
{
    if (canvas_is_uri(uri))
        add_link(canvas,
                 (struct link){x, y, x + width, y + height, .uri = encoded_uri(canvas, uri)});
}

static double bounded(double value, double limit)
{
    return value < 0 ? 0 : value > limit ? limit : value;
}

/* An explicit destination (ISO 32000-1, 12.3.2.2): this spot at the top, the zoom as it was. Made
 * once, for all links and the name. */
static int destination_of(struct canvas *canvas, struct target *target)
{
    HPDF_MMgr memory = canvas->document->mmgr;
    const struct page *page = &canvas->pages[target->page];
    HPDF_Array array;

    if (target->object > 0)
        return target->object;
    array = HPDF_Array_New(memory);
    if (!array || HPDF_Xref_Add(canvas->document->xref, array) != HPDF_OK)
        return 0;
    HPDF_Array_Add(array, page->handle);
    HPDF_Array_AddName(array, "XYZ");
    HPDF_Array_Add(array, HPDF_Null_New(memory));
    HPDF_Array_AddReal(array, (HPDF_REAL)(page->height - bounded(target->y, page->height)));
    HPDF_Array_Add(array, HPDF_Null_New(memory));
    target->object = canvas_number_of(array);
    return target->object;
}

/* An annotation as a direct object of its page's list: a book has thousands. */
static void add_annotation(struct canvas *canvas, HPDF_Array annotations, const struct page *page,
                           const struct link *link)
{
    HPDF_Dict annotation = HPDF_Dict_New(canvas->document->mmgr);
    struct target *target = link->target ? find_target(canvas, link->target) : NULL;
    double corners[4] = {link->left, page->height - link->bottom, link->right,
                         page->height - link->top};
    struct text *entries;

    if (!annotation)
        return;
    entries = canvas_attach(annotation);
    text_add(entries, "/Subtype/Link/F 4/Border[0 0 0]/Rect[");
    for (int i = 0; i < 4; i++) {
        canvas_number(entries, corners[i], 1);
        text_add_char(entries, i < 3 ? ' ' : ']');
    }
    if (target) {
        text_print(entries, "/Dest %d 0 R", destination_of(canvas, target));
    } else {
        text_add(entries, "/A<</S/URI/URI");
        canvas_literal(entries, link->uri, strlen(link->uri));
        text_add(entries, ">>");
    }
    HPDF_Array_Add(annotations, annotation);
}

static void write_annotations(struct canvas *canvas, struct page *page)
{
    HPDF_Array annotations = NULL;

    for (size_t i = 0; i < page->link_count; i++) {
        const struct link *link = &page->links[i];

        if (link->target && !find_target(canvas, link->target))
            continue;
        if (!annotations) {
            annotations = HPDF_Array_New(canvas->document->mmgr);
            HPDF_Dict_Add(page->handle, "Annots", annotations);
        }
        if (annotations)
            add_annotation(canvas, annotations, page, link);
    }
}

/* --- Named destinations ----------------------------------------------------------------------- */

static int compare_names(const void *one, const void *other)
{
    const struct target *const *a = one, *const *b = other;

    return strcmp((*a)->name, (*b)->name);
}

static void add_limits(struct text *entries, const char *first, const char *last)
{
    text_add(entries, "/Limits [");
    canvas_literal(entries, first, strlen(first));
    text_add_char(entries, ' ');
    canvas_literal(entries, last, strlen(last));
    text_add(entries, "]\n");
}

static int name_leaf(struct canvas *canvas, struct target **targets, size_t count)
{
    int leaf = canvas_dictionary(canvas);
    struct text *entries = canvas_entries(canvas, leaf);

    add_limits(entries, targets[0]->name, targets[count - 1]->name);
    text_add(entries, "/Names [");
    for (size_t i = 0; i < count; i++) {
        canvas_literal(entries, targets[i]->name, strlen(targets[i]->name));
        text_print(entries, " %d 0 R\n", destination_of(canvas, targets[i]));
    }
    text_add(entries, "]\n");
    return leaf;
}

/* A tree of the targets sorted by name (ISO 32000-1, 7.9.6): the root's kids are leaves, or, in a
 * book beyond all measure, nodes of leaves. */
static int name_node(struct canvas *canvas, struct target **targets, size_t count, size_t per_kid,
                     bool root)
{
    int node = canvas_dictionary(canvas);
    struct text kids = TEXT_INIT;
    struct text *entries;

    for (size_t i = 0; i < count; i += per_kid) {
        size_t here = count - i < per_kid ? count - i : per_kid;
        int kid = per_kid == NAMES_PER_LEAF
                      ? name_leaf(canvas, targets + i, here)
                      : name_node(canvas, targets + i, here, NAMES_PER_LEAF, false);

        text_print(&kids, "%d 0 R ", kid);
    }
    entries = canvas_entries(canvas, node);
    if (!root)
        add_limits(entries, targets[0]->name, targets[count - 1]->name);
    text_print(entries, "/Kids [%s]\n", text_string(&kids));
    text_free(&kids);
    return node;
}

static void write_names(struct canvas *canvas)
{
    size_t count = canvas->target_count;
    bool small = count <= (size_t)NAMES_PER_LEAF * LEAVES_PER_NODE;
    struct target **sorted;

    if (count == 0)
        return;
    sorted = pool_alloc(canvas->pool, count * sizeof(struct target *));
    for (size_t i = 0; i < count; i++)
        sorted[i] = &canvas->targets[i];
    qsort(sorted, count, sizeof(struct target *), compare_names);
    text_print(canvas_catalog(canvas), "/Names <</Dests %d 0 R>>\n",
               name_node(canvas, sorted, count,
                         small ? NAMES_PER_LEAF : (size_t)NAMES_PER_LEAF * LEAVES_PER_NODE, true));
}

/* --- Outline and labels ----------------------------------------------------------------------- */

void canvas_outline(struct canvas *canvas, int level, const char *title)
{
    canvas_current(canvas);
    if (level > 0 && canvas->outline_count == 0)
        level = 0;
    canvas->outline = pool_extend(canvas->pool, canvas->outline, canvas->outline_count,
                                  &canvas->outline_capacity, sizeof *canvas->outline);
    canvas->outline[canvas->outline_count++] =
        (struct entry){level > 0 ? 1 : 0, canvas->selected, copy(canvas, title)};
}

/* libharu links the entries; title (beyond Latin-1) and destination are ours. */
static HPDF_Outline outline_entry(struct canvas *canvas, HPDF_Outline parent,
                                  const struct entry *entry)
{
    HPDF_Outline outline = HPDF_CreateOutline(canvas->document, parent, "", NULL);
    struct text *entries;

    if (!outline)
        return NULL;
    HPDF_Dict_RemoveElement(outline, "Title");
    HPDF_Outline_SetOpened(outline, HPDF_FALSE);
    entries = canvas_attach(outline);
    text_add(entries, "/Title ");
    canvas_text_string(entries, entry->title);
    text_add(entries, "\n/Dest ");
    text_print(entries, "[%d 0 R /Fit]\n", canvas_number_of(canvas->pages[entry->page].handle));
    return outline;
}

static void write_outline(struct canvas *canvas)
{
    HPDF_Outline parent = NULL;

    for (size_t i = 0; i < canvas->outline_count; i++) {
        const struct entry *entry = &canvas->outline[i];
        HPDF_Outline outline = outline_entry(canvas, entry->level > 0 ? parent : NULL, entry);

        if (entry->level == 0)
            parent = outline;
    }
    if (canvas->outline_count > 0)
        HPDF_SetPageMode(canvas->document, HPDF_PAGE_MODE_USE_OUTLINE);
}

void canvas_label(struct canvas *canvas, enum label_style style, int first, const char *prefix)
{
    struct label label = {canvas_current(canvas) ? canvas->selected : 0, first, style,
                          copy(canvas, prefix)};

    for (size_t i = 0; i < canvas->label_count; i++) {
        if (canvas->labels[i].page == label.page) {
            canvas->labels[i] = label;
            return;
        }
    }
    canvas->labels = pool_extend(canvas->pool, canvas->labels, canvas->label_count,
                                 &canvas->label_capacity, sizeof *canvas->labels);
    canvas->labels[canvas->label_count++] = label;
}

static int compare_labels(const void *one, const void *other)
{
    const struct label *a = one, *b = other;

    return (a->page > b->page) - (a->page < b->page);
}

/* ISO 32000-1, 12.4.2: the first range must start on the first page. */
static void write_labels(struct canvas *canvas)
{
    static const char *const styles[] = {"", " /S /D", " /S /r"};
    struct text *catalog = canvas_catalog(canvas);

    if (canvas->label_count == 0)
        return;
    qsort(canvas->labels, canvas->label_count, sizeof *canvas->labels, compare_labels);
    text_add(catalog, "/PageLabels <</Nums [");
    if (canvas->labels[0].page > 0)
        text_add(catalog, "0 <</S /D>> ");
    for (size_t i = 0; i < canvas->label_count; i++) {
        const struct label *label = &canvas->labels[i];

        text_print(catalog, "%d <<%s", label->page, styles[label->style]);
        if (label->style != LABEL_PLAIN)
            text_print(catalog, " /St %d", label->first > 0 ? label->first : 1);
        if (*label->prefix) {
            text_add(catalog, " /P ");
            canvas_text_string(catalog, label->prefix);
        }
        text_add(catalog, ">> ");
    }
    text_add(catalog, "]>>\n");
}

void canvas_write_links(struct canvas *canvas)
{
    for (int i = 0; i < canvas->page_count; i++)
        write_annotations(canvas, &canvas->pages[i]);
    write_names(canvas);
    write_outline(canvas);
    write_labels(canvas);
}
