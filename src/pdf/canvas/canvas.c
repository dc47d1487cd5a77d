/* canvas: the document, its pages and what it says of itself, through libharu. */
#include "pdf/canvas/canvas.h"

#include <libdeflate.h>
#include <stdio.h>
#include <string.h>

#include "base/report.h"
#include "memory/book/printed_book.h"
#include "pdf/canvas/document.h"

#define PAGES_PER_NODE 64 /* keeps every /Kids far below an array's limit of 32,767 */
#define DEFLATE_LEVEL  7

/* libharu's own memory pool (HPDF_NewEx's fourth argument) gives misaligned blocks: plain malloc.
 */
static void *library_alloc(HPDF_UINT size)
{
    return must_alloc(size);
}

/* libharu overwrites its error with later ones, so the first is kept here. */
static void library_failed(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    struct canvas *canvas = data;

    if (canvas->message)
        return;
    snprintf(canvas->library_message, sizeof canvas->library_message,
             "libharu's error 0x%04lX, detail %lu", (unsigned long)error, (unsigned long)detail);
    canvas->message = canvas->library_message;
}

void canvas_fail(struct canvas *canvas, const char *message)
{
    if (!canvas->message)
        canvas->message = message;
}

/* libharu's low-level calls set the error without calling the handler. */
static void check_library(struct canvas *canvas)
{
    HPDF_STATUS error = canvas->document ? HPDF_GetError(canvas->document) : HPDF_OK;

    if (error != HPDF_OK)
        library_failed(error, HPDF_GetErrorDetail(canvas->document), canvas);
}

const char *canvas_keep(struct canvas *canvas, const char *string)
{
    return string ? pool_copy(canvas->pool, string, strlen(string)) : NULL;
}

static void page_init(struct page *page, double height)
{
    *page = (struct page){.height = height,
                          .shape_state = {.width = 1, .font = -1},
                          .section = NONE,
                          .open = OPEN_NOTHING};
    page->states[0] = page->shape_state;
}

struct canvas *canvas_new(const struct canvas_facts *facts)
{
    struct pool *pool = pool_new();
    struct canvas *canvas = pool_alloc(pool, sizeof *canvas);

    canvas->pool = pool;
    canvas->selected = -1;
    canvas->pages_digest = BOOK_PAGES_START;
    page_init(&canvas->nowhere, 0);
    canvas->facts.title = canvas_keep(canvas, facts->title);
    canvas->facts.subject = canvas_keep(canvas, facts->subject);
    canvas->facts.language = canvas_keep(canvas, facts->language);
    canvas->facts.identity = canvas_keep(canvas, facts->identity ? facts->identity : "");
    canvas->facts.archive = facts->archive;
    canvas->facts.fillable = facts->fillable && !facts->archive;
    if (facts->kept) {
        canvas->facts.kept =
            (const bool *)pool_copy(pool, (const char *)facts->kept, facts->kept_count);
        canvas->facts.kept_count = facts->kept_count;
    }
    canvas->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    canvas->document = HPDF_NewEx(library_failed, library_alloc, free, 0, canvas);
    if (!canvas->document || !canvas->compressor) {
        canvas_fail(canvas, "the PDF library can't be set up");
        return canvas;
    }
    canvas->document->pdf_version = facts->archive ? HPDF_VER_14 : HPDF_VER_17;
    HPDF_SetPagesConfiguration(canvas->document, PAGES_PER_NODE);
    canvas->resources = HPDF_Dict_New(canvas->document->mmgr);
    HPDF_Xref_Add(canvas->document->xref, canvas->resources);
    return canvas;
}

static void page_free(struct page *page)
{
    text_free(&page->shapes);
    text_free(&page->words);
}

void canvas_free(struct canvas *canvas)
{
    if (!canvas)
        return;
    if (canvas->document)
        HPDF_Free(canvas->document);
    if (canvas->compressor)
        libdeflate_free_compressor(canvas->compressor);
    for (int i = 0; i < canvas->page_count; i++)
        page_free(&canvas->pages[i]);
    page_free(&canvas->nowhere);
    text_free(&canvas->fonts);
    text_free(&canvas->forms);
    text_free(&canvas->catalog);
    text_free(&canvas->packed);
    pool_free(canvas->pool);
}

bool canvas_is_archive(const struct canvas *canvas)
{
    return canvas->facts.archive;
}

/* --- Pages ------------------------------------------------------------------------------------ */

/* true where a page of that index is to come into the file. */
static bool is_kept(const struct canvas *canvas, int page)
{
    const struct canvas_facts *facts = &canvas->facts;

    return !facts->kept || ((size_t)page < facts->kept_count && facts->kept[page]);
}

int canvas_page(struct canvas *canvas, double width, double height)
{
    struct page *page;

    check_library(canvas);
    if (!(width >= 3 && height >= 3 && width <= PAGE_LIMIT && height <= PAGE_LIMIT)) {
        canvas_fail(canvas, "a page's size is out of range");
        width = height = 72;
    }
    canvas->pages = pool_extend(canvas->pool, canvas->pages, (size_t)canvas->page_count,
                                &canvas->page_capacity, sizeof *canvas->pages);
    page = &canvas->pages[canvas->page_count];
    page_init(page, height);
    if (canvas->document && is_kept(canvas, canvas->page_count))
        page->handle = HPDF_AddPage(canvas->document);
    if (page->handle) {
        HPDF_Page_SetWidth(page->handle, (HPDF_REAL)width);
        HPDF_Page_SetHeight(page->handle, (HPDF_REAL)height);
        HPDF_Dict_Add(page->handle, "Resources", canvas->resources);
    }
    canvas->selected = canvas->page_count;
    return canvas->page_count++;
}

void canvas_select(struct canvas *canvas, int page)
{
    if (page < 0 || page >= canvas->page_count)
        canvas_fail(canvas, "a page that is not there was selected");
    else
        canvas->selected = page;
}

int canvas_selected(const struct canvas *canvas)
{
    return canvas->selected;
}

int canvas_page_count(const struct canvas *canvas)
{
    return canvas->page_count;
}

struct page *canvas_current(struct canvas *canvas)
{
    if (canvas->selected >= 0)
        return &canvas->pages[canvas->selected];
    canvas_fail(canvas, "something was drawn before the first page");
    return &canvas->nowhere;
}

struct text *canvas_content(struct canvas *canvas)
{
    struct page *page = canvas_current(canvas);

    return page->in_shapes ? &page->shapes : &page->words;
}

double canvas_height(const struct canvas *canvas)
{
    return canvas->selected >= 0 ? canvas->pages[canvas->selected].height : 0;
}

/* --- The file --------------------------------------------------------------------------------- */

/* The page's shapes, in a state of their own, then its words. */
static void finish_page(struct canvas *canvas, struct page *page)
{
    struct text content = TEXT_INIT;
    HPDF_PageAttr attributes;

    if (page->depth > 0)
        canvas_fail(canvas, "canvas_rotate() without canvas_restore()");
    if (!page->handle)
        return;
    if (page->shapes.length > 0) {
        text_add(&content, "/Artifact BMC\nq\n");
        text_add_bytes(&content, page->shapes.bytes, page->shapes.length);
        text_add(&content, "Q\nEMC\n");
    }
    text_add_bytes(&content, text_string(&page->words), page->words.length);
    if (page->open != OPEN_NOTHING)
        text_add(&content, "EMC\n");
    attributes = page->handle->attr;
    canvas_fill_stream(canvas, attributes->contents, content.bytes, content.length);
    canvas->pages_digest = book_pages_add(canvas->pages_digest, content.bytes, content.length);
    page->digest = book_pages_add(BOOK_PAGES_START, content.bytes, content.length);
    text_free(&content);
    page_free(page);
}

/* The list of the pages' digests, where a later build finds it. */
static void add_digests(struct canvas *canvas)
{
    struct text list = TEXT_INIT;

    for (int i = 0; i < canvas->page_count; i++)
        if (canvas_keeps(canvas, i))
            text_print(&list, "%d %016llx\n", canvas_number_of_page(canvas, i),
                       (unsigned long long)canvas->pages[i].digest);
    if (canvas->facts.archive)
        text_print(canvas_catalog(canvas), "/" BOOK_DIGESTS_KEY " %d 0 R\n",
                   canvas_stream(canvas, list.bytes, list.length));
    else
        canvas_attachment(canvas, BOOK_DIGESTS_FILE, "text/plain",
                          "A digest of each page, by which a later build tells which changed",
                          list.bytes, list.length);
    text_free(&list);
}

uint64_t canvas_page_digest(const struct canvas *canvas, int page)
{
    return canvas->pages[page].digest;
}

static void add_fact(struct text *entries, const char *key, const char *value)
{
    if (!value)
        return;
    text_print(entries, "/%s ", key);
    canvas_text_string(entries, value);
    text_add_char(entries, '\n');
}

static void write_facts(struct canvas *canvas)
{
    struct text *entries = canvas_attach(canvas->document->info);
    struct text *catalog = canvas_attach(canvas->document->catalog);

    add_fact(entries, "Title", canvas->facts.title);
    add_fact(entries, "Subject", canvas->facts.subject);
    add_fact(entries, "Creator", "roadbook");
    add_fact(entries, BOOK_PLAN_KEY, canvas->facts.identity);
    add_fact(entries, BOOK_PAGES_KEY,
             pool_print(canvas->pool, "%016llx", (unsigned long long)canvas->pages_digest));
    if (canvas->facts.language) {
        text_add(catalog, "/Lang ");
        canvas_literal(catalog, canvas->facts.language, strlen(canvas->facts.language));
        text_add(catalog, "\n");
    }
    text_add(catalog, "/ViewerPreferences <</DisplayDocTitle true>>\n");
    text_add_bytes(catalog, text_string(&canvas->catalog), canvas->catalog.length);
    text_print(canvas_attach(canvas->resources), "/ProcSet [/PDF /Text]\n/Font <<%s>>\n",
               text_string(&canvas->fonts));
    if (canvas->forms.length > 0)
        text_print(canvas_attach(canvas->resources), "/XObject <<%s>>\n",
                   text_string(&canvas->forms));
}

bool canvas_finish(struct canvas *canvas, struct text *out)
{
    size_t length = out->length;

    if (canvas->page_count == 0)
        canvas_fail(canvas, "the book has no page");
    if (canvas->place_count > 0)
        canvas_fail(canvas, "canvas_open() without canvas_close()");
    if (!canvas->message && canvas->document) {
        for (int i = 0; i < canvas->page_count; i++)
            finish_page(canvas, &canvas->pages[i]);
        add_digests(canvas);
        canvas_write_links(canvas);
        canvas_write_form(canvas);
        canvas_write_structure(canvas);
        canvas_write_names(canvas);
        canvas_write_outline(canvas);
        if (canvas->facts.archive)
            canvas_write_archive(canvas);
        write_facts(canvas);
        canvas_write_file(canvas, out);
        check_library(canvas);
    }
    if (!canvas->message)
        return true;
    out->length = length;
    if (out->bytes)
        out->bytes[length] = '\0';
    report_failure(STATUS_SYSTEM, NOWHERE, "the workbook can't be made: %s", canvas->message);
    return false;
}
