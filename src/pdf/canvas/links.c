/* links: named spots of pages, links to them and to the world. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/hash.h"
#include "pdf/canvas/document.h"

/* --- Targets ---------------------------------------------------------------------------------- */

/* The slot where the target of that name stands, or the free one where it belongs. */
static size_t slot_of(const struct canvas *canvas, const char *name, uint64_t hash)
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
    slot = slot_of(canvas, name, hash_string(HASH_START, name));
    return canvas->target_slots[slot] == 0 ? NULL
                                           : &canvas->targets[canvas->target_slots[slot] - 1];
}

/* A target that a link can lead to; NULL where there is none in the file. */
static struct target *find_kept_target(const struct canvas *canvas, const char *name)
{
    struct target *target = find_target(canvas, name);

    return target && canvas_keeps(canvas, target->page) ? target : NULL;
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
    uint64_t hash;
    size_t slot;

    if (!name || !*name)
        return;
    canvas_current(canvas);
    if (canvas->target_count * 2 >= canvas->slot_count)
        widen_slots(canvas);
    hash = hash_string(HASH_START, name);
    slot = slot_of(canvas, name, hash);
    if (canvas->target_slots[slot] != 0)
        return;
    canvas->targets = pool_extend(canvas->pool, canvas->targets, canvas->target_count,
                                  &canvas->target_capacity, sizeof *canvas->targets);
    canvas->targets[canvas->target_count++] =
        (struct target){canvas_keep(canvas, name), hash, canvas->selected, y, 0};
    canvas->target_slots[slot] = canvas->target_count;
    if (!canvas_current(canvas)->first_target)
        canvas_current(canvas)->first_target = canvas->targets[canvas->target_count - 1].name;
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
                 (struct link){x, y, x + width, y + height, .target = canvas_keep(canvas, target)});
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
    kept = canvas_keep(canvas, text_string(&encoded));
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
int canvas_destination(struct canvas *canvas, struct target *target)
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

/* Where a link leads: a destination or an address. */
static void add_annotation(struct canvas *canvas, struct page *page, const struct link *link,
                           int element)
{
    struct target *target = link->target ? find_kept_target(canvas, link->target) : NULL;
    double corners[4] = {link->left, page->height - link->bottom, link->right,
                         page->height - link->top};
    int destination = target ? canvas_destination(canvas, target) : 0;
    struct text *entries = canvas_annotation(canvas, page, element);

    text_add(entries, "/Subtype/Link/F 4/Border[0 0 0]/Rect[");
    for (int i = 0; i < 4; i++) {
        canvas_number(entries, corners[i], 0); /* no finger is finer */
        text_add_char(entries, i < 3 ? ' ' : ']');
    }
    if (target) {
        text_add(entries, "/Dest ");
        canvas_reference(entries, destination);
    } else {
        text_add(entries, "/A<</S/URI/URI");
        canvas_literal(entries, link->uri, strlen(link->uri));
        text_add(entries, ">>");
    }
}

static double area(const struct link *link)
{
    return (link->right - link->left) * (link->bottom - link->top);
}

static int compare_areas(const void *one, const void *other)
{
    const struct link *const *a = one, *const *b = other;
    double difference = area(*a) - area(*b);

    if (difference != 0)
        return difference < 0 ? -1 : 1;
    return (*a > *b) - (*a < *b);
}

/* Links take their words from the smallest to the largest; viewers search annotations from the last
 * to the first, so they are written in the order they were drawn. */
static void write_page(struct canvas *canvas, int number)
{
    struct page *page = &canvas->pages[number];
    const struct link **links =
        pool_alloc(canvas->pool, (page->link_count + 1) * sizeof(const struct link *));
    int *elements = pool_alloc(canvas->pool, (page->link_count + 1) * sizeof *elements);
    size_t count = 0;

    for (size_t i = 0; i < page->link_count; i++)
        if (!page->links[i].target || find_kept_target(canvas, page->links[i].target))
            links[count++] = &page->links[i];
    qsort(links, count, sizeof(const struct link *), compare_areas);
    for (size_t i = 0; i < count; i++) {
        int element = canvas_link_element(canvas, number, links[i]);
        elements[links[i] - page->links] = element + 1;
    }
    for (size_t i = 0; i < page->link_count; i++)
        if (elements[i] > 0)
            add_annotation(canvas, page, &page->links[i], elements[i] - 1);
}

void canvas_write_links(struct canvas *canvas)
{
    for (int i = 0; i < canvas->page_count; i++)
        if (canvas_keeps(canvas, i))
            write_page(canvas, i);
}
