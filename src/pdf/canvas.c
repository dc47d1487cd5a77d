/* canvas: the document, its pages and the writing of the file, through libharu. */
#include "pdf/canvas.h"

#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/report.h"
#include "pdf/canvas_document.h"

#define PAGES_PER_NODE 64 /* keeps every /Kids far below an array's limit of 32,767 */
#define DEFLATE_LEVEL  5

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

static const char *copy(struct canvas *canvas, const char *string)
{
    return string ? pool_copy(canvas->pool, string, strlen(string)) : NULL;
}

struct canvas *canvas_new(const struct canvas_facts *facts)
{
    struct pool *pool = pool_new();
    struct canvas *canvas = pool_alloc(pool, sizeof *canvas);

    canvas->pool = pool;
    canvas->selected = -1;
    canvas->nowhere.states[0] = (struct state){.width = 1, .font = -1};
    canvas->facts.title = copy(canvas, facts->title);
    canvas->facts.author = copy(canvas, facts->author);
    canvas->facts.subject = copy(canvas, facts->subject);
    canvas->facts.language = copy(canvas, facts->language);
    canvas->facts.identity = copy(canvas, facts->identity ? facts->identity : "");
    canvas->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    canvas->document = HPDF_NewEx(library_failed, library_alloc, free, 0, canvas);
    if (!canvas->document || !canvas->compressor) {
        canvas_fail(canvas, "the PDF library can't be set up");
        return canvas;
    }
    canvas->document->pdf_version = HPDF_VER_17;
    HPDF_SetPagesConfiguration(canvas->document, PAGES_PER_NODE);
    canvas->resources = HPDF_Dict_New(canvas->document->mmgr);
    HPDF_Xref_Add(canvas->document->xref, canvas->resources);
    return canvas;
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
        text_free(&canvas->pages[i].content);
    text_free(&canvas->nowhere.content);
    text_free(&canvas->fonts);
    text_free(&canvas->catalog);
    text_free(&canvas->packed);
    pool_free(canvas->pool);
}

/* --- Pages ------------------------------------------------------------------------------------ */

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
    page->width = width;
    page->height = height;
    page->states[0] = (struct state){.width = 1, .font = -1};
    page->handle = canvas->document ? HPDF_AddPage(canvas->document) : NULL;
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
    return &canvas_current(canvas)->content;
}

double canvas_height(const struct canvas *canvas)
{
    return canvas->selected >= 0 ? canvas->pages[canvas->selected].height : 0;
}

/* --- The file --------------------------------------------------------------------------------- */

static void finish_page(struct canvas *canvas, struct page *page)
{
    HPDF_PageAttr attributes;

    if (page->depth > 0)
        canvas_fail(canvas, "canvas_rotate() without canvas_restore()");
    if (!page->handle)
        return;
    attributes = page->handle->attr;
    canvas_fill_stream(canvas, attributes->contents, page->content.bytes, page->content.length);
    text_free(&page->content);
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
    add_fact(entries, "Author", canvas->facts.author);
    add_fact(entries, "Subject", canvas->facts.subject);
    add_fact(entries, "Creator", "roadbook");
    if (canvas->facts.language) {
        text_add(catalog, "/Lang ");
        canvas_literal(catalog, canvas->facts.language, strlen(canvas->facts.language));
        text_add(catalog, "\n");
    }
    text_add(catalog, "/ViewerPreferences <</DisplayDocTitle true>>\n");
    text_add_bytes(catalog, text_string(&canvas->catalog), canvas->catalog.length);
    text_print(canvas_attach(canvas->resources), "/ProcSet [/PDF /Text]\n/Font <<%s>>\n",
               text_string(&canvas->fonts));
}

static HPDF_STATUS write_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    struct canvas *canvas = stream->attr;

    text_add_bytes(canvas->out, bytes, length);
    return HPDF_OK;
}

static void add_hexadecimal(struct text *out, const HPDF_BYTE *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        text_print(out, "%02X", bytes[i]);
}

/* The trailer's /ID (ISO 32000-1, 14.4): what the book is, then what this edition of it says. The
 * trailer comes last, so all else is in OUT by now. */
static void add_id(struct canvas *canvas, struct text *trailer)
{
    HPDF_BYTE digest[HPDF_MD5_KEY_LEN];
    HPDF_MD5_CTX context;

    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, (const HPDF_BYTE *)canvas->facts.identity,
                   (HPDF_UINT32)strlen(canvas->facts.identity));
    HPDF_MD5Final(digest, &context);
    text_add(trailer, "/ID [<");
    add_hexadecimal(trailer, digest, sizeof digest);
    text_add(trailer, "> <");
    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, (const HPDF_BYTE *)canvas->out->bytes,
                   (HPDF_UINT32)canvas->out->length);
    HPDF_MD5Final(digest, &context);
    add_hexadecimal(trailer, digest, sizeof digest);
    text_add(trailer, ">]\n");
}

static HPDF_STATUS write_trailer(HPDF_Dict dict, HPDF_Stream stream)
{
    struct canvas *canvas = stream->attr;
    struct text entries = TEXT_INIT;

    (void)dict;
    add_id(canvas, &entries);
    text_add_bytes(canvas->out, entries.bytes, entries.length);
    stream->size += (HPDF_UINT)entries.length;
    text_free(&entries);
    return HPDF_OK;
}

static void write_file(struct canvas *canvas, struct text *out)
{
    HPDF_Doc document = canvas->document;
    HPDF_Stream stream = HPDF_CallbackWriter_New(document->mmgr, write_bytes, canvas);

    if (!stream)
        return;
    canvas->out = out;
    document->trailer->write_fn = write_trailer;
    HPDF_Stream_WriteStr(stream, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    HPDF_Dict_Add(document->trailer, "Root", document->catalog);
    HPDF_Dict_Add(document->trailer, "Info", document->info);
    if (HPDF_Xref_WriteToStream(document->xref, stream, NULL) != HPDF_OK)
        canvas_fail(canvas, "the objects can't be written");
    HPDF_Stream_Free(stream);
}

bool canvas_finish(struct canvas *canvas, struct text *out)
{
    size_t length = out->length;

    if (canvas->page_count == 0)
        canvas_fail(canvas, "the book has no page");
    if (!canvas->message && canvas->document) {
        canvas_write_links(canvas);
        for (int i = 0; i < canvas->page_count; i++)
            finish_page(canvas, &canvas->pages[i]);
        write_facts(canvas);
        write_file(canvas, out);
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
