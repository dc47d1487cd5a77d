/* fonts: the bundled fonts, and which font has a character. */
#include <hb-ot.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/report.h"
#include "pdf/type/internal.h"

/* Linked in from fonts/ as they are. */
#define BUNDLED(name)                                                                              \
    extern const char _binary_fonts_##name##_ttf_start[], _binary_fonts_##name##_ttf_end[]
BUNDLED(Vollkorn_SemiBold);
BUNDLED(Lato_Regular);
BUNDLED(Lato_Bold);
BUNDLED(Lato_Italic);
BUNDLED(DejaVuSansMono);
BUNDLED(DejaVuSans);

/* A font a face, in the order of enum face, then the one for symbols. */
#define SYMBOLS       FACE_COUNT
#define BUNDLED_COUNT (FACE_COUNT + 1)

static const struct {
    const char *start, *end;
    bool figures;
} bundled[BUNDLED_COUNT] = {
#define FONT(name) _binary_fonts_##name##_ttf_start, _binary_fonts_##name##_ttf_end
    [FACE_SERIF] = {FONT(Vollkorn_SemiBold), false}, [FACE_SANS] = {FONT(Lato_Regular), true},
    [FACE_SANS_BOLD] = {FONT(Lato_Bold), true},      [FACE_SANS_ITALIC] = {FONT(Lato_Italic), true},
    [FACE_MONO] = {FONT(DejaVuSansMono), false},     [SYMBOLS] = {FONT(DejaVuSans), false},
};

struct font *font_add(struct typeset *typeset, hb_face_t *face, int resource)
{
    struct font *font = pool_alloc(typeset->pool, sizeof *font);

    font->face = face;
    font->font = hb_font_create(face);
    font->units = hb_face_get_upem(face);
    font->resource = resource;
    font->wide = hb_face_get_glyph_count(face) > ALL_CODES - LONG_CODES;
    typeset->fonts = pool_extend(typeset->pool, typeset->fonts, typeset->font_count,
                                 &typeset->font_capacity, sizeof(struct font *));
    typeset->fonts[typeset->font_count++] = font;
    return font;
}

void fonts_open(struct typeset *typeset)
{
    for (size_t i = 0; i < BUNDLED_COUNT; i++) {
        size_t length = (size_t)(bundled[i].end - bundled[i].start);
        hb_blob_t *blob =
            hb_blob_create(bundled[i].start, (unsigned)length, HB_MEMORY_MODE_READONLY, NULL, NULL);
        struct font *font = font_add(typeset, hb_face_create(blob, 0), (int)i);
        font->figures = bundled[i].figures;
        hb_blob_destroy(blob);
        if (i < FACE_COUNT)
            typeset->faces[i] = font;
    }
    typeset->chosen_count = BUNDLED_COUNT;
}

void fonts_close(struct typeset *typeset)
{
    for (size_t i = 0; i < typeset->font_count; i++) {
        hb_font_destroy(typeset->fonts[i]->font);
        hb_face_destroy(typeset->fonts[i]->face);
    }
    system_fonts_free(typeset->system);
}

struct font *font_of_face(struct typeset *typeset, enum face face)
{
    return typeset->faces[face];
}

/* The bundled font of that family for a face, or NULL. */
static struct font *bundled_font_of(struct typeset *typeset, const char *family, enum face face)
{
    bool sans = face == FACE_SANS || face == FACE_SANS_BOLD || face == FACE_SANS_ITALIC;

    if (strcasecmp(family, "Vollkorn") == 0)
        return typeset->fonts[FACE_SERIF];
    if (strcasecmp(family, "Lato") == 0)
        return typeset->fonts[sans ? face : FACE_SANS_BOLD];
    if (strcasecmp(family, "DejaVu Sans Mono") == 0)
        return typeset->fonts[FACE_MONO];
    return strcasecmp(family, "DejaVu Sans") == 0 ? typeset->fonts[SYMBOLS] : NULL;
}

void typeset_families(struct typeset *typeset, const char *serif, const char *sans,
                      const char *mono)
{
    const char *const families[FACE_COUNT] = {
        [FACE_SERIF] = serif,      [FACE_SANS] = sans, [FACE_SANS_BOLD] = sans,
        [FACE_SANS_ITALIC] = sans, [FACE_MONO] = mono,
    };

    for (enum face face = 0; face < FACE_COUNT; face++) {
        const char *family = families[face];
        struct font *font = family ? bundled_font_of(typeset, family, face) : NULL;
        if (family && !font)
            font = system_font_of(typeset, family, face);
        if (font)
            typeset->faces[face] = font;
        else if (family)
            report(NOWHERE, SEVERITY_WARNING, RULE_NO_FONT,
                   "no font of the family '%s' is here; the bundled one stands in", family);
    }
    typeset->chosen_count = typeset->font_count;
}

struct font *font_of_last_resort(struct typeset *typeset)
{
    return typeset->fonts[SYMBOLS];
}

/* --- Which font has it ------------------------------------------------------------------------ */

/* Spaces of other widths are made of the plain one by HarfBuzz; controls and joiners show nothing.
 */
static bool needs_no_glyph(uint32_t code_point)
{
    return (code_point >= 0x2000 && code_point <= 0x200F) ||
           (code_point >= 0x2028 && code_point <= 0x202F) || code_point == 0x205F ||
           uc_is_property_default_ignorable_code_point(code_point);
}

/* Lato maps U+2669 and others to a hairline without width, which nobody sees. */
static bool is_empty(const struct font *font, uint32_t code_point, hb_codepoint_t glyph)
{
    return code_point >= 0x2070 && uc_is_general_category(code_point, UC_CATEGORY_S) &&
           hb_font_get_glyph_h_advance(font->font, glyph) == 0;
}

bool font_covers(const struct font *font, uint32_t code_point)
{
    hb_codepoint_t glyph;

    if (hb_font_get_nominal_glyph(font->font, code_point, &glyph))
        return !is_empty(font, code_point, glyph);
    /* A hyphen that must not break is drawn as a plain one. */
    return code_point == 0x2011 && hb_font_get_nominal_glyph(font->font, 0x2010, &glyph);
}

static bool covers_all(const struct font *font, const char *bytes, size_t length)
{
    while (length > 0) {
        uint32_t code_point;
        size_t size = utf8_next(bytes, length, &code_point);
        if (!needs_no_glyph(code_point) && !font_covers(font, code_point))
            return false;
        bytes += size;
        length -= size;
    }
    return true;
}

bool font_covers_cluster(const struct font *font, const char *bytes, size_t length)
{
    uint8_t composed[64];
    size_t room = sizeof composed;

    if (covers_all(font, bytes, length))
        return true;
    if (length < 2 || length > sizeof composed / 4)
        return false;
    return u8_normalize(UNINORM_NFC, (const uint8_t *)bytes, length, composed, &room) == composed &&
           covers_all(font, (const char *)composed, room);
}

bool is_picture(uint32_t code_point)
{
    return uc_is_property_extended_pictographic(code_point) ||
           uc_is_general_category(code_point, UC_CATEGORY_So) ||
           (code_point >= 0x1F000 && code_point < 0x1FB00);
}

static void count_picture(struct typeset *typeset, uint32_t code_point)
{
    for (size_t i = 0; i < typeset->picture_count; i++)
        if (typeset->pictures[i] == code_point)
            return;
    typeset->pictures = pool_extend(typeset->pool, typeset->pictures, typeset->picture_count,
                                    &typeset->picture_capacity, sizeof *typeset->pictures);
    typeset->pictures[typeset->picture_count++] = code_point;
}

void fonts_report(const struct typeset *typeset)
{
    if (typeset->picture_count > 0)
        report(
            NOWHERE, SEVERITY_WARNING, RULE_NO_GLYPH,
            "no font here has %zu symbol%s, such as U+%04X: the workbook leaves %s out and keeps "
            "%s in its text; a package such as fonts-symbola or fonts-noto-core may have %s",
            typeset->picture_count, typeset->picture_count == 1 ? "" : "s",
            (unsigned)typeset->pictures[0], typeset->picture_count == 1 ? "it" : "them",
            typeset->picture_count == 1 ? "it" : "them",
            typeset->picture_count == 1 ? "it" : "them");
}

static void warn_once(struct typeset *typeset, uint32_t code_point)
{
    const uc_script_t *script = uc_script(code_point);
    const uc_block_t *block = uc_block(code_point);
    const char *name = script ? script->name : "unknown";

    if (strcmp(name, "Common") == 0 || strcmp(name, "Inherited") == 0)
        name = block ? block->name : name;
    for (size_t i = 0; i < typeset->warned_count; i++)
        if (typeset->warned[i] == name)
            return;
    typeset->warned = pool_extend(typeset->pool, typeset->warned, typeset->warned_count,
                                  &typeset->warned_capacity, sizeof(char *));
    typeset->warned[typeset->warned_count++] = name;
    report(NOWHERE, SEVERITY_WARNING, RULE_NO_GLYPH,
           "no font here has %s characters such as U+%04X; the workbook shows a box in their place "
           "and keeps them in its text; a package such as fonts-noto-core or fonts-noto-cjk may "
           "have them",
           name, (unsigned)code_point);
}

struct font *font_for(struct typeset *typeset, enum face face, const char *bytes, size_t length)
{
    struct font *found = NULL;
    uint32_t code_point;

    if (font_covers_cluster(typeset->faces[face], bytes, length))
        return typeset->faces[face];
    if (font_covers_cluster(typeset->fonts[SYMBOLS], bytes, length))
        return typeset->fonts[SYMBOLS];
    for (size_t i = BUNDLED_COUNT; i < typeset->chosen_count && !found; i++)
        if (font_covers_cluster(typeset->fonts[i], bytes, length))
            found = typeset->fonts[i];
    utf8_next(bytes, length, &code_point);
    /* Rather the first character of a cluster than nothing of it. */
    if (!found && font_covers(typeset->faces[face], code_point))
        found = typeset->faces[face];
    if (!found && font_covers(typeset->fonts[SYMBOLS], code_point))
        found = typeset->fonts[SYMBOLS];
    if (!found)
        found = system_font_for(typeset, bytes, length);
    if (!found && is_picture(code_point))
        count_picture(typeset, code_point);
    else if (!found)
        warn_once(typeset, code_point);
    return found;
}
