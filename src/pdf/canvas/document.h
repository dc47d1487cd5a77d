/* document: the canvas's insides, for the canvas's own files, which are the only users of libharu.
 */
#ifndef ROADBOOK_PDF_CANVAS_DOCUMENT_H
#define ROADBOOK_PDF_CANVAS_DOCUMENT_H

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>

#include "base/pool.h"
#include "pdf/canvas/internal.h"

#define STATE_DEPTH 8
#define PLACE_DEPTH 8
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
    /* NULL: URI instead */
    const char *target;
    const char *uri;
};

/* Roles that follow from the others (see enum role). */
enum {
    ROLE_SECTION = ROLE_COUNT, /* all of a page */
    ROLE_BODY,                 /* of a list's entry */
    ROLE_HEAD_CELL,            /* of a table's head */
    ROLE_LINK,
    ROLE_FORM, /* a field to fill in */
    ALL_ROLES
};

/* What an element of the structure holds, in reading order. */
enum kid_kind { KID_MARK, KID_ELEMENT, KID_ANNOTATION };
struct kid {
    enum kid_kind kind;
    /* MCID, element, object */
    int value;
    /* NONE: the last */
    int next;
};

#define NONE (-1)

/* A structure element (ISO 32000-1, 14.7.2). */
struct element {
    /* parent NONE: the document */
    int role, page, parent;
    /* kids */
    int first, last;
    int object;
    /* a figure's alternative text */
    const char *words;
    /* and where it stands: left, top, right, bottom */
    double box[4];
};

/* A stretch of content that belongs to an element; its number (MCID) is its place in the page's
 * list. */
struct marked_content {
    int element;
    /* where its first text begins */
    double x, y;
};

/* What is open while a page is drawn. */
struct opened {
    /* NONE: not yet there */
    int role, element;
    const char *words;
    double box[4];
};

/* A text as drawn, kept where fields take their tips from. */
struct caption {
    const char *text;
    double x, baseline, right;
};

/* A box to tick or a place to write in. */
struct field {
    /* FIELD_TICK of those that are ticked, too */
    enum field_kind kind;
    bool ticked;
    double left, top, right, bottom;
    /* may be NULL: by what is near */
    const char *name, *tip;
    int element;
};

struct page {
    /* NULL after an error, and of a page that does not come into the file */
    HPDF_Page handle;
    /* of its operators, once it is finished */
    uint64_t digest;
    /* Shapes that only adorn the page come first, in one sequence that readers skip; then all that
     * is read, in the order it was drawn. */
    struct text shapes, words;
    /* what is being drawn */
    bool in_shapes;
    double height;
    struct state shape_state, states[STATE_DEPTH];
    int depth;
    /* element, or NONE */
    int section;
    /* element whose mark is open in words, or one of enum open */
    int open;
    struct marked_content *marks;
    size_t mark_count, mark_capacity;
    struct link *links;
    size_t link_count, link_capacity;
    struct field *fields;
    size_t field_count, field_capacity;
    struct caption *captions;
    size_t caption_count, caption_capacity;
    const char *first_target;
    HPDF_Array annotations;
};

enum open { OPEN_NOTHING = NONE, OPEN_ARTIFACT = -2, OPEN_PAGINATION = -3 };

struct target {
    const char *name;
    uint64_t hash;
    int page;
    double y;
    /* its destination's number; 0: not written yet */
    int object;
};

struct bookmark { /* of the outline */
    int level, page;
    const char *title;
};

struct page_label {
    int page, first;
    enum label_style style;
    const char *prefix;
};

/* A square or circle that comes again and again: drawn once, as a form of the file. */
struct stamp {
    double size, radius;
    const char *paint;
};

struct attachment {
    const char *name, *type, *words;
    const char *bytes;
    size_t length;
};

struct canvas {
    /* names, links, pages */
    struct pool *pool;
    /* NULL where libharu can't be set up */
    HPDF_Doc document;
    HPDF_Dict resources;
    struct page *pages;
    size_t page_capacity;
    /* -1: none yet */
    int page_count, selected;
    /* drawn on before the first page: an error, but no crash */
    struct page nowhere;
    struct text fonts, forms, catalog;
    struct stamp *stamps;
    size_t stamp_count, stamp_capacity;
    /* what is open, from the outside */
    struct opened places[PLACE_DEPTH];
    int place_count;
    /* of the text being drawn */
    struct opened leaf;
    /* nothing of that text is drawn yet */
    bool leaf_is_fresh;
    struct element *elements;
    size_t element_count, element_capacity;
    struct kid *kids;
    size_t kid_count, kid_capacity;
    /* elements of the annotations, by their key less the pages' */
    int *parents;
    size_t parent_count, parent_capacity;
    struct attachment *attachments;
    size_t attachment_count, attachment_capacity;
    struct libdeflate_compressor *compressor;
    /* deflated bytes, reused */
    struct text packed;

    struct target *targets;
    size_t target_count, target_capacity;
    /* hash table of indices + 1 into targets */
    size_t *target_slots;
    /* a power of two */
    size_t slot_count;
    struct bookmark *outline;
    size_t outline_count, outline_capacity;
    struct page_label *labels;
    size_t label_count, label_capacity;
    /* the caller's */
    struct filling *fillings;
    size_t filling_count;
    /* of the pages' operators */
    uint64_t pages_digest;

    /* copied */
    struct canvas_facts facts;
    struct text *out;
    /* of the first error */
    const char *message;
    char library_message[64];
};

/* The selected page, or `nowhere` and an error. */
struct page *canvas_current(struct canvas *canvas);

/* true where the page comes into the file. */
static inline bool canvas_keeps(const struct canvas *canvas, int page)
{
    return canvas->pages[page].handle;
}

/* The number of a libharu object in the file. */
int canvas_number_of(const void *object);

/* Deflates BYTES into STREAM's data, and says so in its entries, or stores them where that is
 * shorter. */
void canvas_fill_stream(struct canvas *canvas, HPDF_Dict stream, const void *bytes, size_t length);

/* BYTES deflated, *PACKED long; valid until the next call. */
const void *canvas_deflate(struct canvas *canvas, const void *bytes, size_t length, size_t *packed);

/* A new stream of BYTES as they are. */
int canvas_plain_stream(struct canvas *canvas, const void *bytes, size_t length);

/* Makes DICT write further entries as text; gives the text to append to. */
struct text *canvas_attach(HPDF_Dict dict);

/* Adds an annotation of that object to the page's list, below ELEMENT of the structure; gives its
 * entries, to be appended to. */
struct text *canvas_annotation(struct canvas *canvas, struct page *page, int element);

/* A string that lasts as long as the canvas; NULL stays NULL. */
const char *canvas_keep(struct canvas *canvas, const char *string);

/* --- tags.c: the structure while pages are drawn */

/* Before shapes: to the layer and the mark where they belong. */
void canvas_mark_shape(struct canvas *canvas);
/* Leaves what is open, so that a sequence begins and ends at one depth. */
void canvas_mark_end(struct canvas *canvas);
/* A new element below PARENT (NONE: the document), its last kid. */
int canvas_element(struct canvas *canvas, int parent, int role, int page);
void canvas_add_kid(struct canvas *canvas, int element, enum kid_kind kind, int value);
/* The page's own element, made where it is not yet there. */
int canvas_section(struct canvas *canvas, int page);
/* The element for a field that is drawn now. */
int canvas_form_element(struct canvas *canvas);

/* --- structure.c */

/* The element of a link over that rectangle of the page: the text in it becomes its own. */
int canvas_link_element(struct canvas *canvas, int page, const struct link *link);
/* Writes structure tree and parent tree. */
void canvas_write_structure(struct canvas *canvas);

/* --- links.c: annotations of the links */
void canvas_write_links(struct canvas *canvas);
/* The object of a target's destination. */
int canvas_destination(struct canvas *canvas, struct target *target);

/* --- names.c: named destinations, attached files */
void canvas_write_names(struct canvas *canvas);

/* --- outline.c: outline and page labels */
void canvas_write_outline(struct canvas *canvas);
/* The number by which a page is labelled. */
int canvas_number_of_page(struct canvas *canvas, int page);

/* --- form.c: fields to fill in */
void canvas_write_form(struct canvas *canvas);

/* --- archive.c: what PDF/A-1 asks for beyond the rest */
void canvas_write_archive(struct canvas *canvas);

/* --- file.c: all objects as the bytes of a file */
void canvas_write_file(struct canvas *canvas, struct text *out);

#endif
