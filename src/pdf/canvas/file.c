/* file: all objects as the bytes of a file: packed into object streams with a
 * cross-reference stream (ISO 32000-1, 7.5.7-7.5.8), or, for PDF/A-1, plainly by libharu. */
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/canvas/document.h"

#define OBJECTS_PER_STREAM 2048
#define OBJECTS_LEVEL      7 /* of deflate: above it, twice the time for 2 % */
#define ROW                7 /* bytes of an entry: type, offset or stream, index */

static HPDF_STATUS write_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    struct canvas *canvas = stream->attr;

    text_add_bytes(canvas->out, bytes, length);
    return HPDF_OK;
}

/* Stands in the trailer where fields are filled in: how many. */
#define FILLED "/RoadbookFilled"

static void add_digest(struct text *out, const char *bytes, size_t length)
{
    HPDF_BYTE digest[HPDF_MD5_KEY_LEN];
    HPDF_MD5_CTX context;

    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, (const HPDF_BYTE *)bytes, (HPDF_UINT32)length);
    HPDF_MD5Final(digest, &context);
    text_add_char(out, '<');
    for (size_t i = 0; i < sizeof digest; i++)
        text_print(out, "%02X", digest[i]);
    text_add_char(out, '>');
}

/* "<...> <...>" (ISO 32000-1, 14.4): what the book is, then what this edition of it says, which is
 * all that stands before its trailer. */
static void add_id_digests(struct text *out, const char *identity, const char *bytes, size_t length)
{
    add_digest(out, identity, strlen(identity));
    text_add_char(out, ' ');
    add_digest(out, bytes, length);
}

/* The trailer comes last, so all else is in OUT by now. */
static void add_id(const struct canvas *canvas, struct text *trailer)
{
    const struct text *out = canvas->out;
    size_t filled = 0;

    for (size_t i = 0; i < canvas->filling_count; i++)
        filled += canvas->fillings[i].placed && !canvas->fillings[i].usual;
    text_add(trailer, "/ID [");
    add_id_digests(trailer, canvas->facts.identity, out->bytes, out->length);
    text_add(trailer, "]\n");
    if (filled > 0)
        text_print(trailer, FILLED " %zu\n", filled);
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

/* --- Plainly ---------------------------------------------------------------------------------- */

static void write_plainly(struct canvas *canvas, HPDF_Stream stream)
{
    HPDF_Doc document = canvas->document;

    document->trailer->write_fn = write_trailer;
    HPDF_Stream_WriteStr(stream, "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n");
    HPDF_Dict_Add(document->trailer, "Root", document->catalog);
    HPDF_Dict_Add(document->trailer, "Info", document->info);
    if (HPDF_Xref_WriteToStream(document->xref, stream, NULL) != HPDF_OK)
        canvas_fail(canvas, "the objects can't be written");
}

/* --- Packed ----------------------------------------------------------------------------------- */

/* Where an object is: at an offset, or as one of those in a stream. */
struct spot {
    /* 0: none, 1: at an offset, 2: in a stream */
    unsigned type;
    size_t at, index;
};

/* A file on its way. */
struct packing {
    struct canvas *canvas;
    /* writes to the canvas's OUT */
    HPDF_Stream stream;
    /* by object number */
    struct spot *spots;
    /* of objects, 0 included */
    size_t count;
    /* Of the object stream being filled: */
    struct text heads, bodies;
    size_t held;
};

static bool is_stream(const void *object)
{
    const HPDF_Obj_Header *header = object;

    return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
           ((HPDF_Dict)(uintptr_t)object)->stream;
}

/* Writes a stream object of our own making. */
static void write_stream(struct packing *packing, size_t number, const char *entries,
                         const struct text *bytes)
{
    struct canvas *canvas = packing->canvas;
    struct text *out = canvas->out;
    size_t length;
    const void *packed = canvas_deflate(canvas, bytes->bytes, bytes->length, &length);

    packing->spots[number] = (struct spot){1, out->length, 0};
    text_print(out, "%zu 0 obj\n<<%s/Filter/FlateDecode/Length %zu>>\nstream\n", number, entries,
               length);
    text_add_bytes(out, packed, length);
    text_add(out, "\nendstream\nendobj\n");
}

static void close_object_stream(struct packing *packing)
{
    struct text bytes = TEXT_INIT;
    char entries[96];

    if (packing->held == 0)
        return;
    snprintf(entries, sizeof entries, "/Type/ObjStm/N %zu/First %zu", packing->held,
             packing->heads.length);
    text_add_bytes(&bytes, packing->heads.bytes, packing->heads.length);
    text_add_bytes(&bytes, packing->bodies.bytes, packing->bodies.length);
    write_stream(packing, packing->count++, entries, &bytes);
    text_free(&bytes);
    text_clear(&packing->heads);
    text_clear(&packing->bodies);
    packing->held = 0;
}

static void pack_object(struct packing *packing, size_t number, void *object, size_t stream)
{
    struct text *out = packing->canvas->out;

    packing->spots[number] = (struct spot){2, stream, packing->held};
    canvas_number(&packing->heads, (double)number, 0);
    text_add_char(&packing->heads, ' ');
    canvas_number(&packing->heads, (double)packing->bodies.length, 0);
    text_add_char(&packing->heads, ' ');
    packing->canvas->out = &packing->bodies;
    HPDF_Obj_WriteValue(object, packing->stream, NULL);
    packing->canvas->out = out;
    text_add_char(&packing->bodies, '\n');
    if (++packing->held == OBJECTS_PER_STREAM)
        close_object_stream(packing);
}

static void *object_at(const struct packing *packing, size_t number)
{
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(packing->canvas->document->xref, (HPDF_UINT)number);

    return entry && entry->entry_typ == HPDF_IN_USE_ENTRY ? entry->obj : NULL;
}

/* Streams first: their lengths are objects that become known then. */
static void write_objects(struct packing *packing, size_t count)
{
    struct text *out = packing->canvas->out;

    for (size_t i = 1; i < count; i++) {
        void *object = object_at(packing, i);
        if (!object || !is_stream(object))
            continue;
        packing->spots[i] = (struct spot){1, out->length, 0};
        text_print(out, "%zu 0 obj\n", i);
        HPDF_Obj_WriteValue(object, packing->stream, NULL);
        text_add(out, "\nendobj\n");
    }
    for (size_t i = 1; i < count; i++) {
        void *object = object_at(packing, i);
        if (object && !is_stream(object))
            pack_object(packing, i, object, packing->count);
    }
    close_object_stream(packing);
}

static void put_row(unsigned char row[ROW], const struct spot *spot)
{
    row[0] = (unsigned char)spot->type;
    for (int i = 0; i < 4; i++)
        row[1 + i] = (unsigned char)(spot->at >> (24 - 8 * i));
    row[5] = (unsigned char)(spot->index >> 8);
    row[6] = (unsigned char)spot->index;
}

/* Each row as its difference from the one above (PNG's predictor 2), which is mostly nothing. */
static void add_rows(const struct packing *packing, struct text *rows)
{
    unsigned char above[ROW] = {0}, row[ROW];

    for (size_t i = 0; i < packing->count; i++) {
        put_row(row, &packing->spots[i]);
        text_add_char(rows, 2);
        for (int k = 0; k < ROW; k++) {
            text_add_char(rows, (char)(row[k] - above[k]));
            above[k] = row[k];
        }
    }
}

static void write_cross_references(struct packing *packing)
{
    struct canvas *canvas = packing->canvas;
    struct text rows = TEXT_INIT, entries = TEXT_INIT;
    size_t number = packing->count++, start = canvas->out->length;

    packing->spots[number] = (struct spot){1, start, 0};
    add_rows(packing, &rows);
    text_print(&entries,
               "/Type/XRef/Size %zu/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>"
               "/Root %d 0 R/Info %d 0 R",
               packing->count, ROW, canvas_number_of(canvas->document->catalog),
               canvas_number_of(canvas->document->info));
    add_id(canvas, &entries);
    write_stream(packing, number, text_string(&entries), &rows);
    text_print(canvas->out, "startxref\n%zu\n%%%%EOF\n", start);
    text_free(&rows);
    text_free(&entries);
}

static void write_packed(struct canvas *canvas, HPDF_Stream stream)
{
    size_t count = canvas->document->xref->entries->count;
    struct packing packing = {.canvas = canvas, .stream = stream, .count = count};

    /* Object streams and the cross-reference stream come after the objects. */
    packing.spots =
        pool_alloc(canvas->pool, (count + count / OBJECTS_PER_STREAM + 3) * sizeof *packing.spots);
    packing.spots[0] = (struct spot){0, 0, 65535};
    text_add(canvas->out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    libdeflate_free_compressor(canvas->compressor);
    canvas->compressor = libdeflate_alloc_compressor(OBJECTS_LEVEL);
    if (canvas->compressor) {
        write_objects(&packing, count);
        write_cross_references(&packing);
    } else {
        canvas_fail(canvas, "the objects can't be packed");
    }
    text_free(&packing.heads);
    text_free(&packing.bodies);
}

void canvas_write_file(struct canvas *canvas, struct text *out)
{
    HPDF_Stream stream = HPDF_CallbackWriter_New(canvas->document->mmgr, write_bytes, canvas);

    if (!stream)
        return;
    canvas->out = out;
    if (canvas->facts.archive)
        write_plainly(canvas, stream);
    else
        write_packed(canvas, stream);
    HPDF_Stream_Free(stream);
}

/* --- Read back -------------------------------------------------------------------------------- */

#define TAIL 64 /* bytes that the last three lines fit in */

/* Where the cross-references start by the file's last lines; LENGTH: these are not as we write
 * them. */
static size_t references_start(const char *bytes, size_t length)
{
    char tail[TAIL + 1] = "", expected[TAIL + 1];
    size_t size = length < TAIL ? length : TAIL;

    memcpy(tail, bytes + length - size, size);
    char *word = memmem(tail, size, "startxref\n", 10);
    size_t start = word ? strtoul(word + 10, NULL, 10) : length;
    snprintf(expected, sizeof expected, "startxref\n%zu\n%%%%EOF\n", start);
    return start < length && strcmp(word, expected) == 0 ? start : length;
}

bool canvas_is_untouched(const char *bytes, size_t length, const char *identity)
{
    static const char before[] = "/ID [", behind[] = "]\n", filled[] = "]\n" FILLED;
    size_t start = references_start(bytes, length);
    const char *id = memmem(bytes + start, length - start, before, strlen(before));
    struct text expected = TEXT_INIT;

    if (!id)
        return false;
    /* A plain file's digest is of its cross-references, too: they stand before the trailer. */
    bool plain = length - start > 4 && memcmp(bytes + start, "xref", 4) == 0;
    add_id_digests(&expected, identity ? identity : "", bytes,
                   plain ? (size_t)(id - bytes) : start);
    text_add(&expected, behind);
    id += strlen(before);
    size_t left = (size_t)(bytes + length - id), skipped = identity ? 0 : expected.length / 2;
    bool untouched =
        left > expected.length + strlen(filled) &&
        memcmp(id + skipped, expected.bytes + skipped, expected.length - skipped) == 0 &&
        memcmp(id + expected.length - strlen(behind), filled, strlen(filled)) != 0;
    text_free(&expected);
    return untouched;
}
