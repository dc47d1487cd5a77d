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

    for (size_t i = 0; i < canvas->outline_count; i++) {
        const struct bookmark *bookmark = &canvas->outline[i];
        HPDF_Outline outline = outline_of(canvas, bookmark->level > 0 ? parent : NULL, bookmark);
        if (bookmark->level == 0)
            parent = outline;
    }
    if (canvas->outline_count > 0)
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
        const struct page_label *label = &canvas->labels[i];
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

void canvas_write_outline(struct canvas *canvas)
{
    write_bookmarks(canvas);
    write_labels(canvas);
}
