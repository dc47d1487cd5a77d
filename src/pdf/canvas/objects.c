/* objects: objects written as text, streams, strings and numbers in PDF's syntax.
 *
 * libharu's own dictionary elements cost an allocation for each number, so what comes in thousands
 * is text that the object's dictionary writes as it stands. */
#include <libdeflate.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/canvas/document.h"

#define OBJECT_NUMBER_MASK 0x00FFFFFF

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct text *entries = dict->attr;

    if (entries->length == 0)
        return HPDF_OK;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)entries->bytes, (HPDF_UINT)entries->length);
}

static void free_entries(HPDF_Dict dict)
{
    text_free(dict->attr);
    free(dict->attr);
    dict->attr = NULL;
}

struct text *canvas_attach(HPDF_Dict dict)
{
    if (!dict->attr) {
        dict->attr = must_alloc(sizeof(struct text));
        *(struct text *)dict->attr = (struct text)TEXT_INIT;
        dict->write_fn = write_entries;
        dict->free_fn = free_entries;
    }
    return dict->attr;
}

int canvas_number_of(const void *object)
{
    const HPDF_Obj_Header *header = object;

    return (int)(header->obj_id & OBJECT_NUMBER_MASK);
}

int canvas_dictionary(struct canvas *canvas)
{
    HPDF_Dict dict = canvas->document ? HPDF_Dict_New(canvas->document->mmgr) : NULL;

    if (!dict || HPDF_Xref_Add(canvas->document->xref, dict) != HPDF_OK)
        return 0;
    canvas_attach(dict);
    return canvas_number_of(dict);
}

int canvas_stream(struct canvas *canvas, const void *bytes, size_t length)
{
    HPDF_Doc document = canvas->document;
    HPDF_Dict stream = document ? HPDF_DictStream_New(document->mmgr, document->xref) : NULL;

    if (!stream)
        return 0;
    canvas_fill_stream(canvas, stream, bytes, length);
    return canvas_number_of(stream);
}

struct text *canvas_entries(struct canvas *canvas, int object)
{
    HPDF_XrefEntry entry;

    if (object <= 0)
        return &canvas->nowhere.words;
    entry = HPDF_Xref_GetEntry(canvas->document->xref, (HPDF_UINT)object);
    return canvas_attach(entry->obj);
}

struct text *canvas_catalog(struct canvas *canvas)
{
    return &canvas->catalog;
}

/* One compressor for the whole document: libharu's filter would set up a fresh one each time. */
const void *canvas_deflate(struct canvas *canvas, const void *bytes, size_t length, size_t *packed)
{
    size_t bound = libdeflate_zlib_compress_bound(canvas->compressor, length);

    if (bound > canvas->packed.capacity) {
        canvas->packed.bytes = must_realloc(canvas->packed.bytes, bound);
        canvas->packed.capacity = bound;
    }
    *packed =
        libdeflate_zlib_compress(canvas->compressor, bytes, length, canvas->packed.bytes, bound);
    return canvas->packed.bytes;
}

void canvas_fill_stream(struct canvas *canvas, HPDF_Dict stream, const void *bytes, size_t length)
{
    struct text *entries = canvas_attach(stream);
    size_t packed;
    const void *deflated = canvas_deflate(canvas, bytes, length, &packed);

    if (packed > 0 && packed < length) {
        text_add(entries, "/Filter /FlateDecode\n");
        bytes = deflated;
        length = packed;
    }
    if (length > 0)
        HPDF_Stream_Write(stream->stream, bytes, (HPDF_UINT)length);
}

int canvas_plain_stream(struct canvas *canvas, const void *bytes, size_t length)
{
    HPDF_Doc document = canvas->document;
    HPDF_Dict stream = document ? HPDF_DictStream_New(document->mmgr, document->xref) : NULL;

    if (!stream)
        return 0;
    canvas_attach(stream);
    if (length > 0)
        HPDF_Stream_Write(stream->stream, bytes, (HPDF_UINT)length);
    return canvas_number_of(stream);
}

void canvas_name_font(struct canvas *canvas, int resource, int font)
{
    text_print(&canvas->fonts, "/F%d %d 0 R ", resource, font);
}

/* --- Strings and numbers ---------------------------------------------------------------------- */

static void add_hexadecimal_unit(struct text *out, uint32_t unit)
{
    static const char digits[] = "0123456789ABCDEF";
    char hexadecimal[4];

    for (int i = 0; i < 4; i++)
        hexadecimal[i] = digits[(unit >> (12 - 4 * i)) & 15];
    text_add_bytes(out, hexadecimal, 4);
}

void canvas_utf16(struct text *out, const char *bytes, size_t length)
{
    while (length > 0) {
        uint32_t code_point;
        size_t size = utf8_next(bytes, length, &code_point);
        if (code_point > 0xFFFF) {
            add_hexadecimal_unit(out, 0xD800 + ((code_point - 0x10000) >> 10));
            add_hexadecimal_unit(out, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
        } else {
            add_hexadecimal_unit(out, code_point);
        }
        bytes += size;
        length -= size;
    }
}

/* ASCII is written as it stands, which PDFDocEncoding shares. */
static bool is_ascii(const char *string)
{
    for (; *string; string++)
        if (*string < 32 || *string > 126)
            return false;
    return true;
}

void canvas_text_string(struct text *out, const char *string)
{
    if (is_ascii(string)) {
        canvas_literal(out, string, strlen(string));
        return;
    }
    text_add(out, "<FEFF");
    canvas_utf16(out, string, strlen(string));
    text_add_char(out, '>');
}

void canvas_literal(struct text *out, const char *bytes, size_t length)
{
    text_add_char(out, '(');
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte == '(' || byte == ')' || byte == '\\')
            text_add_char(out, '\\');
        if (byte < 32 || byte == 127)
            text_print(out, "\\%03o", (unsigned)byte);
        else
            text_add_char(out, bytes[i]);
    }
    text_add_char(out, ')');
}

size_t canvas_digits(char out[NUMBER_ROOM], double value, int decimals)
{
    static const double powers[] = {1, 10, 100, 1000, 10000, 100000};
    size_t at = NUMBER_ROOM;
    uint64_t whole;

    if (!isfinite(value) || fabs(value) > 1e9)
        value = 0;
    whole = (uint64_t)(fabs(value) * powers[decimals] + 0.5);
    if (whole == 0) {
        out[0] = '0';
        return 1;
    }
    for (; decimals > 0 && whole % 10 == 0; decimals--)
        whole /= 10;
    for (int i = 0; i < decimals; i++, whole /= 10)
        out[--at] = (char)('0' + whole % 10);
    if (decimals > 0)
        out[--at] = '.';
    for (; whole > 0; whole /= 10)
        out[--at] = (char)('0' + whole % 10);
    if (value < 0)
        out[--at] = '-';
    memmove(out, out + at, NUMBER_ROOM - at);
    return NUMBER_ROOM - at;
}

void canvas_reference(struct text *out, int object)
{
    canvas_number(out, object, 0);
    text_add_bytes(out, " 0 R", 4);
}

void canvas_number(struct text *out, double value, int decimals)
{
    char digits[NUMBER_ROOM];

    text_add_bytes(out, digits, canvas_digits(digits, value, decimals));
}
