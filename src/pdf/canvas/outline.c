/* outline: the outline (bookmarks) and the labels of pages. */
#include <stdlib.h>

#include "pdf/canvas/document.h"

void canvas_outline(struct canvas *canvas, int level, const char *title)
{
    canvas_current(canvas);
    if (level > 0 && canvas->outline_count == 0)
        level = 0;
    canvas->outline = pool_extend(canvas->pool, canvas->outline, canvas->outline_count,
                                  &canvas->outline_capacity, sizeof *canvas->outline);
    canvas->outline[canvas->outline_count++] = (struct bookmark){
        level > 0 ? 1 : 0, canvas->selected, canvas_keep(canvas, title ? title : "")};
}

/* libharu links the entries; title (beyond Latin-1) and destination are ours. */
static HPDF_Outline outline_of(struct canvas *canvas, HPDF_Outline parent,
                               const struct bookmark *bookmark)
{
    HPDF_Outline outline = HPDF_CreateOutline(canvas->document, parent, "", NULL);
    struct text *entries;

    if (!outline)
        return NULL;
    HPDF_Dict_RemoveElement(outline, "Title");
    HPDF_Outline_SetOpened(outline, HPDF_FALSE);
    entries = canvas_attach(outline);
    text_add(entries, "/Title ");
    canvas_text_string(entries, bookmark->title);
    text_add(entries, "\n/Dest ");
    text_print(entries, "[%d 0 R /Fit]\n", canvas_number_of(canvas->pages[bookmark->page].handle));
    return outline;
}

static void write_bookmarks(struct canvas *canvas)
{
    HPDF_Outline parent = NULL;
    bool any = false;

    for (size_t i = 0; i < canvas->outline_count; i++) {
        const struct bookmark *bookmark = &canvas->outline[i];
        HPDF_Outline outline = NULL;
        if (canvas_keeps(canvas, bookmark->page))
            outline = outline_of(canvas, bookmark->level > 0 ? parent : NULL, bookmark);
        if (bookmark->level == 0)
            parent = outline;
        any = any || outline;
    }
    if (any)
        HPDF_SetPageMode(canvas->document, HPDF_PAGE_MODE_USE_OUTLINE);
}

void canvas_label(struct canvas *canvas, enum label_style style, int first, const char *prefix)
{
    struct page_label label = {canvas_current(canvas) ? canvas->selected : 0, first, style,
                               canvas_keep(canvas, prefix ? prefix : "")};

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
    const struct page_label *a = one, *b = other;

    return (a->page > b->page) - (a->page < b->page);
}

/* The label in force on a page; labels are sorted. Before the first of them pages are counted. */
static struct page_label label_on(const struct canvas *canvas, int page)
{
    struct page_label label = {0, 1, LABEL_DECIMAL, ""};

    for (size_t i = 0; i < canvas->label_count && canvas->labels[i].page <= page; i++)
        label = canvas->labels[i];
    return label;
}

static void sort_labels(struct canvas *canvas)
{
    if (canvas->label_count > 0)
        qsort(canvas->labels, canvas->label_count, sizeof *canvas->labels, compare_labels);
}

static int number_by(const struct page_label *label, int page)
{
    return (label->first > 0 ? label->first : 1) + page - label->page;
}

int canvas_number_of_page(struct canvas *canvas, int page)
{
    sort_labels(canvas);
    struct page_label label = label_on(canvas, page);
    return number_by(&label, page);
}

/* From the page at that place of the file on. */
static void add_label(struct text *catalog, int place, const struct page_label *label, int page)
{
    static const char *const styles[] = {"", " /S /D", " /S /r"};

    text_print(catalog, "%d <<%s", place, styles[label->style]);
    if (label->style != LABEL_PLAIN)
        text_print(catalog, " /St %d", number_by(label, page));
    if (*label->prefix) {
        text_add(catalog, " /P ");
        canvas_text_string(catalog, label->prefix);
    }
    text_add(catalog, ">> ");
}

/* ISO 32000-1, 12.4.2: the first range must start on the first page. A new one starts where a label
 * does, and behind pages that do not come into the file. */
static void write_labels(struct canvas *canvas)
{
    struct text *catalog = canvas_catalog(canvas);
    int place = 0, last = -1;

    if (canvas->label_count == 0)
        return;
    sort_labels(canvas);
    text_add(catalog, "/PageLabels <</Nums [");
    for (int page = 0; page < canvas->page_count; page++) {
        struct page_label label = label_on(canvas, page);
        if (!canvas_keeps(canvas, page))
            continue;
        if (place == 0 || label.page == page || last + 1 < page)
            add_label(catalog, place, &label, page);
        last = page;
        place++;
    }
    text_add(catalog, "]>>\n");
}

void canvas_write_outline(struct canvas *canvas)
{
    write_bookmarks(canvas);
    write_labels(canvas);
}
