/* canvas_document: the canvas's insides, for canvas*.c alone, which are the only users of libharu.
 */
#ifndef ROADBOOK_PDF_CANVAS_DOCUMENT_H
#define ROADBOOK_PDF_CANVAS_DOCUMENT_H

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>

#include "base/pool.h"
#include "pdf/canvas_internal.h"

#define STATE_DEPTH 8
#define PAGE_LIMIT  14400 /* points (ISO 32000-1, annex C) */

/* What holds at this point of a page's operators, so that nothing is said twice. */
struct state {
    struct color fill, stroke;
    double width;
    int font;
    double font_size, letter_space;
};

/* A rectangle of the page that leads to a named spot or to the world. */
struct link {
    double left, top, right, bottom;
    const char *target; /* NULL: URI instead */
    const char *uri;
};

struct page {
    HPDF_Page handle; /* NULL after an error */
    struct text content;
    double width, height;
    struct state states[STATE_DEPTH];
    int depth;
    struct link *links;
    size_t link_count, link_capacity;
};

struct target {
    const char *name;
    uint32_t hash;
    int page;
    double y;
    int object; /* its destination's number; 0: not written yet */
};

struct entry { /* of the outline */
    int level, page;
    const char *title;
};

struct label {
    int page, first;
    enum label_style style;
    const char *prefix;
};

struct canvas {
    struct pool *pool; /* names, links, pages */
    HPDF_Doc document; /* NULL where libharu can't be set up */
    HPDF_Dict resources;
    struct page *pages;
    size_t page_capacity;
    int page_count, selected; /* -1: none yet */
    struct page nowhere;      /* drawn on before the first page: an error, but no crash */
    struct text fonts, catalog;
    struct libdeflate_compressor *compressor;
    struct text packed; /* deflated bytes, reused */

    struct target *targets;
    size_t target_count, target_capacity;
    size_t *target_slots; /* hash table of indices + 1 into targets */
    size_t slot_count;    /* a power of two */
    struct entry *outline;
    size_t outline_count, outline_capacity;
    struct label *labels;
    size_t label_count, label_capacity;

    struct canvas_facts facts; /* copied */
    HPDF_MD5_CTX digest;       /* of all bytes written so far */
    struct text *out;
    const char *message; /* of the first error */
    char library_message[64];
};

/* The selected page, or `nowhere` and an error. */
struct page *canvas_current(struct canvas *canvas);

/* The number of a libharu object in the file. */
int canvas_number_of(const void *object);

/* Deflates BYTES into STREAM's data, and says so in its entries, or stores them where that is
 * shorter. */
void canvas_fill_stream(struct canvas *canvas, HPDF_Dict stream, const void *bytes, size_t length);

/* Makes DICT write further entries as text; gives the text to append to. */
struct text *canvas_attach(HPDF_Dict dict);

/* canvas_links.c: writes annotations, named destinations, outline and page labels as objects. */
void canvas_write_links(struct canvas *canvas);

#endif
