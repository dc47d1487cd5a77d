/* font_embed: the used part of a font as objects of the file (ISO 32000-1, 9.7): hb-subset's
 * glyphs, widths, and a ToUnicode map by which text comes out as it went in. */
#include <hb-ot.h>
#include <hb-subset.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "pdf/type/internal.h"

#define NAME_ROOM 64

/* One font on its way into the file. */
struct embedding {
    struct typeset *typeset;
    struct font *font;
    hb_face_t *subset;
    /* old to new */
    const hb_map_t *glyphs;
    hb_subset_plan_t *plan;
    /* CFF outlines, not TrueType's */
    bool compact;
    /* by code */
    unsigned *cids;
    char name[NAME_ROOM];
};

static hb_blob_t *table(hb_face_t *face, const char *tag)
{
    return hb_face_reference_table(face, hb_tag_from_string(tag, -1));
}

static bool has_table(hb_face_t *face, const char *tag)
{
    hb_blob_t *blob = table(face, tag);
    bool there = hb_blob_get_length(blob) > 0;

    hb_blob_destroy(blob);
    return there;
}

/* Everything that shapes, names or hints is of no use once glyphs are chosen by number. */
static void drop_tables(hb_subset_input_t *input)
{
    static const char *const useless[] = {
        "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "morx", "kerx", "DSIG",
        "name", "post", "OS/2", "cmap", "gasp", "fvar", "gvar", "avar", "HVAR", "VVAR",
        "MVAR", "STAT", "COLR", "CPAL", "CBDT", "CBLC", "sbix", "SVG ", "vhea", "vmtx",
        "VORG", "VDMX", "hdmx", "LTSH", "FFTM", "meta", "PCLT"};
    hb_set_t *tags = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);

    for (size_t i = 0; i < sizeof useless / sizeof *useless; i++)
        hb_set_add(tags, hb_tag_from_string(useless[i], -1));
}

static bool make_subset(struct embedding *embedding)
{
    const struct font *font = embedding->font;
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_set_t *glyphs;

    if (!input)
        return false;
    glyphs = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < font->code_count; i++)
        hb_set_add(glyphs, font->codes[i].glyph);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    drop_tables(input);
    embedding->plan = hb_subset_plan_create_or_fail(font->face, input);
    hb_subset_input_destroy(input);
    if (!embedding->plan)
        return false;
    embedding->subset = hb_subset_plan_execute_or_fail(embedding->plan);
    embedding->glyphs = hb_subset_plan_old_to_new_glyph_mapping(embedding->plan);
    return embedding->subset;
}

static unsigned new_glyph(const struct embedding *embedding, size_t code)
{
    hb_codepoint_t glyph = hb_map_get(embedding->glyphs, embedding->font->codes[code].glyph);

    return glyph == HB_MAP_VALUE_INVALID ? 0 : glyph;
}

/* TrueType's CIDs are the codes, which a map leads to glyphs; a CFF program has CIDs of its own. */
static bool find_cids(struct embedding *embedding)
{
    size_t count = embedding->font->code_count, glyphs = hb_face_get_glyph_count(embedding->subset);
    unsigned *cids = pool_alloc(embedding->typeset->pool, (glyphs + 1) * sizeof *cids);
    hb_blob_t *blob;
    const char *bytes;
    unsigned length;
    bool found = true;

    embedding->cids = pool_alloc(embedding->typeset->pool, count * sizeof *cids);
    if (embedding->compact) {
        blob = table(embedding->subset, "CFF ");
        bytes = hb_blob_get_data(blob, &length);
        found = cff_cids(bytes, length, cids, glyphs);
        hb_blob_destroy(blob);
    }
    for (size_t i = 0; i < count; i++)
        embedding->cids[i] = embedding->compact ? cids[new_glyph(embedding, i)] : (unsigned)i;
    return found;
}

/* "ABCDEF+Lato-Regular": six capitals that follow from the glyphs in it (9.6.4). */
static void make_name(struct embedding *embedding)
{
    const struct font *font = embedding->font;
    uint64_t hash = HASH_START;
    char *at = embedding->name;
    char plain[NAME_ROOM - 8];
    unsigned room = sizeof plain;

    for (size_t i = 0; i < font->code_count; i++)
        hash = hash_add(hash, font->codes[i].glyph);
    for (int i = 0; i < 6; i++, hash /= 26)
        *at++ = (char)('A' + hash % 26);
    *at++ = '+';
    hb_ot_name_get_utf8(font->face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
                        hb_language_from_string("en", -1), &room, plain);
    for (const char *letter = plain; *letter; letter++)
        if ((*letter >= 'a' && *letter <= 'z') || (*letter >= 'A' && *letter <= 'Z') ||
            (*letter >= '0' && *letter <= '9') || *letter == '-')
            *at++ = *letter;
    if (at[-1] == '+')
        *at++ = 'F';
    *at = '\0';
}

/* --- What the file holds ---------------------------------------------------------------------- */

static int write_outlines(struct embedding *embedding)
{
    struct canvas *canvas = embedding->typeset->canvas;
    hb_blob_t *blob = embedding->compact ? table(embedding->subset, "CFF ")
                                         : hb_face_reference_blob(embedding->subset);
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    int object = canvas_stream(canvas, bytes, length);

    if (embedding->compact)
        text_add(canvas_entries(canvas, object), "/Subtype /CIDFontType0C\n");
    else
        text_print(canvas_entries(canvas, object), "/Length1 %u\n", length);
    hb_blob_destroy(blob);
    return object;
}

static int metric(const struct font *font, hb_ot_metrics_tag_t tag, int otherwise)
{
    hb_position_t position;

    if (!hb_ot_metrics_get_position(font->font, tag, &position))
        return otherwise;
    return (int)(position * 1000 / font->units);
}

static int big_endian(const char *bytes)
{
    return (int16_t)((unsigned char)bytes[0] << 8 | (unsigned char)bytes[1]);
}

/* The bounding box of all glyphs stands in the head table at 36-43 (ISO/IEC 14496-22). */
static void add_box(struct text *entries, const struct font *font)
{
    hb_blob_t *head = table(font->face, "head");
    unsigned length;
    const char *bytes = hb_blob_get_data(head, &length);

    text_add(entries, "/FontBBox [");
    for (unsigned i = 36; i < 44; i += 2)
        text_print(entries, "%d ",
                   length >= 44 ? (int)(big_endian(bytes + i) * 1000 / font->units) : 0);
    text_add(entries, "]\n");
    hb_blob_destroy(head);
}

/* Which CIDs are there, a bit each (9.8.3.2): PDF/A-1 wants it of a subset. */
static int write_cid_set(struct embedding *embedding)
{
    size_t count = embedding->font->code_count, length = 0;
    unsigned char *bits = must_alloc(65536 / 8);
    int object;

    memset(bits, 0, 65536 / 8);
    for (size_t i = 0; i < count; i++) {
        unsigned cid = embedding->cids[i] & 0xFFFF;
        bits[cid / 8] |= (unsigned char)(0x80 >> cid % 8);
        length = cid / 8 + 1 > length ? cid / 8 + 1 : length;
    }
    object = canvas_stream(embedding->typeset->canvas, bits, length);
    free(bits);
    return object;
}

static int write_descriptor(struct embedding *embedding)
{
    enum { FIXED_PITCH = 1, SYMBOLIC = 4, ITALIC = 64 };
    struct canvas *canvas = embedding->typeset->canvas;
    const struct font *font = embedding->font;
    int outlines = write_outlines(embedding), object = canvas_dictionary(canvas);
    struct text *entries = canvas_entries(canvas, object);
    double slant = hb_style_get_value(font->font, HB_STYLE_TAG_SLANT_ANGLE);
    int ascent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 800);
    int flags = SYMBOLIC | (slant < 0 || slant > 0 ? ITALIC : 0) |
                (font == font_of_face(embedding->typeset, FACE_MONO) ? FIXED_PITCH : 0);

    text_print(entries, "/Type /FontDescriptor /FontName /%s /Flags %d /ItalicAngle ",
               embedding->name, flags);
    canvas_number(entries, slant, 2);
    text_print(entries, " /Ascent %d /Descent %d /CapHeight %d /StemV 80\n", ascent,
               metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -200),
               metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, ascent));
    add_box(entries, font);
    text_print(entries, "/%s %d 0 R\n", embedding->compact ? "FontFile3" : "FontFile2", outlines);
    if (canvas_is_archive(canvas)) {
        int set = write_cid_set(embedding);
        text_print(canvas_entries(canvas, object), "/CIDSet %d 0 R\n", set);
    }
    return object;
}

struct width {
    unsigned cid;
    double width;
};

static int compare_widths(const void *one, const void *other)
{
    const struct width *a = one, *b = other;

    return (a->cid > b->cid) - (a->cid < b->cid);
}

/* Widths by CID, a list for each run of neighbours (9.7.4.3). */
static void add_widths(struct embedding *embedding, struct text *entries)
{
    const struct font *font = embedding->font;
    size_t count = font->code_count;
    struct width *widths = must_alloc(count * sizeof *widths);

    for (size_t i = 0; i < count; i++)
        widths[i] = (struct width){embedding->cids[i], font->codes[i].width * 1000 / font->units};
    qsort(widths, count, sizeof *widths, compare_widths);
    text_add(entries, "/DW 0 /W [");
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && widths[i].cid == widths[i - 1].cid)
            continue;
        if (i == 0 || widths[i].cid != widths[i - 1].cid + 1)
            text_print(entries, "%s%u [", i == 0 ? "" : "]\n", widths[i].cid);
        canvas_number(entries, widths[i].width, 3);
        text_add_char(entries, i % 32 == 31 ? '\n' : ' ');
    }
    text_add(entries, "]]\n");
    free(widths);
}

static int write_glyph_map(struct embedding *embedding)
{
    struct text map = TEXT_INIT;
    int object;

    for (size_t i = 0; i < embedding->font->code_count; i++) {
        unsigned glyph = new_glyph(embedding, i);
        text_add_char(&map, (char)(glyph >> 8));
        text_add_char(&map, (char)(glyph & 255));
    }
    object = canvas_stream(embedding->typeset->canvas, map.bytes, map.length);
    text_free(&map);
    return object;
}

static int write_descendant(struct embedding *embedding)
{
    struct canvas *canvas = embedding->typeset->canvas;
    int descriptor = write_descriptor(embedding);
    int map = embedding->compact ? 0 : write_glyph_map(embedding);
    int object = canvas_dictionary(canvas);
    struct text *entries = canvas_entries(canvas, object);

    text_print(entries,
               "/Type /Font /Subtype /CIDFontType%d /BaseFont /%s /FontDescriptor %d 0 R\n"
               "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n",
               embedding->compact ? 0 : 2, embedding->name, descriptor);
    if (map > 0)
        text_print(entries, "/CIDToGIDMap %d 0 R\n", map);
    add_widths(embedding, entries);
    return object;
}

void font_embed(struct typeset *typeset, struct font *font)
{
    struct embedding embedding = {.typeset = typeset, .font = font};
    struct canvas *canvas = typeset->canvas;

    embedding.compact = !has_table(font->face, "glyf");
    if (make_subset(&embedding) && find_cids(&embedding)) {
        int encoding = font_write_code_map(typeset, font, embedding.cids);
        int to_unicode = font_write_unicode_map(typeset, font), descendant, object;
        make_name(&embedding);
        descendant = write_descendant(&embedding);
        object = canvas_dictionary(canvas);
        text_print(canvas_entries(canvas, object),
                   "/Type /Font /Subtype /Type0 /BaseFont /%s /DescendantFonts [%d 0 R] /ToUnicode "
                   "%d 0 R /Encoding %d 0 R\n",
                   embedding.name, descendant, to_unicode, encoding);
        canvas_name_font(canvas, font->resource, object);
    } else {
        canvas_fail(canvas, "a font can't be subset");
    }
    hb_face_destroy(embedding.subset);
    hb_subset_plan_destroy(embedding.plan);
}
