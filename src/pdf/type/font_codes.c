/* font_codes: the codes by which a font's glyphs are called in the file. */
#include <string.h>

#include "base/hash.h"
#include "pdf/type/internal.h"

/* The glyph of an ASCII character that stands alone; that of figures depends on the font's
 * features. */
static hb_codepoint_t usual_glyph(struct typeset *typeset, struct font *font, unsigned char letter)
{
    hb_buffer_t *buffer;
    unsigned count;

    if (font->usual[letter] != 0)
        return font->usual[letter];
    buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, (const char *)&letter, 1, 0, 1);
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_language(buffer, typeset->language);
    font_shape(font, buffer, false);
    font->usual[letter] = hb_buffer_get_glyph_infos(buffer, &count)->codepoint;
    hb_buffer_destroy(buffer);
    return font->usual[letter];
}

static bool is_short(struct typeset *typeset, struct font *font, hb_codepoint_t glyph,
                     const char *text, size_t length)
{
    return !font->wide && length == 1 && *text >= ' ' && *text <= '~' && glyph != 0 &&
           glyph == usual_glyph(typeset, font, (unsigned char)*text);
}

/* How many codes of two bytes there are. */
static size_t place_count(const struct font *font)
{
    return font->wide ? ALL_CODES : ALL_CODES - LONG_CODES;
}

/* Where GLYPH standing for that text belongs among the codes of two bytes: a form of one character
 * of the font's at the glyph's number, anything else (ligatures, composed letters, substitutes)
 * behind the glyphs. Place 0 is .notdef's. */
static size_t home_of(const struct font *font, hb_codepoint_t glyph, const char *text,
                      size_t length)
{
    size_t places = place_count(font), glyphs = hb_face_get_glyph_count(font->face);
    uint64_t hash = hash_bytes(hash_add(HASH_START, glyph), text, length);
    hb_codepoint_t nominal;
    uint32_t code_point = 0;

    if (length > 0 && utf8_next(text, length, &code_point) == length && glyph > 0 &&
        glyph < places && hb_font_get_nominal_glyph(font->font, code_point, &nominal))
        return glyph;
    if (glyphs < 1 || glyphs >= places)
        glyphs = 1;
    return glyphs + (hash ^ hash >> 29) % (places - glyphs);
}

static void open_codes(struct typeset *typeset, struct font *font)
{
    font->taken = pool_alloc(typeset->pool, ALL_CODES * sizeof *font->taken);
    font->codes =
        pool_extend(typeset->pool, font->codes, 0, &font->code_capacity, sizeof *font->codes);
    font->codes[font->code_count++] =
        (struct code){.text = "",
                      .width = hb_font_get_glyph_h_advance(font->font, 0),
                      .byte_count = font->wide ? 2 : 1};
}

/* The code's bytes where they are that pair's, else the free ones where it belongs; 0: all are
 * taken. Only where two pairs share a home does it matter which came first. */
static unsigned find_bytes(struct typeset *typeset, struct font *font, hb_codepoint_t glyph,
                           const char *text, size_t length)
{
    unsigned base = font->wide ? 0 : LONG_CODES;
    size_t places = place_count(font), place;

    if (is_short(typeset, font, glyph, text, length))
        return (unsigned char)*text;
    place = home_of(font, glyph, text, length);
    for (size_t tried = 0; tried < places; tried++, place = (place + 1) % places) {
        size_t index = font->taken[base + place];
        const struct code *code = &font->codes[index];
        if (place == 0)
            continue;
        if (index == 0 || (code->glyph == glyph && code->length == length &&
                           memcmp(code->text, text, length) == 0))
            return base + (unsigned)place;
    }
    return 0;
}

unsigned font_code(struct typeset *typeset, struct font *font, hb_codepoint_t glyph,
                   const char *text, size_t length)
{
    unsigned bytes;

    if (font->code_count == 0)
        open_codes(typeset, font);
    bytes = find_bytes(typeset, font, glyph, text, length);
    if (bytes == 0 || font->taken[bytes] != 0)
        return font->taken[bytes];
    font->codes = pool_extend(typeset->pool, font->codes, font->code_count, &font->code_capacity,
                              sizeof *font->codes);
    font->codes[font->code_count] =
        (struct code){.glyph = glyph,
                      .text = pool_copy(typeset->pool, text, length),
                      .length = length,
                      .width = hb_font_get_glyph_h_advance(font->font, glyph),
                      .bytes = bytes,
                      .byte_count = font->wide || bytes >= SHORT_CODES ? 2 : 1};
    font->taken[bytes] = (uint16_t)font->code_count;
    return (unsigned)font->code_count++;
}
