/* font_system: a font of the system for a character that no bundled one has, by fontconfig. */
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <stdlib.h>

#include "base/hash.h"
#include "pdf/type/internal.h"

/* Names of the system's fonts in the file: /F1000 and on. */
#define FIRST_RESOURCE 1000
#define RESOURCES      1000000

struct system_fonts {
    FcConfig *config;
    /* all outline fonts, nearest to the document's language first */
    FcFontSet *sorted;
    /* beside them: as opened for a character that no chosen font has; NULL: not yet, or in vain */
    struct font **opened;
};

/* Every font of the system, in fontconfig's order of preference for a plain sans of the language.
 * Untrimmed: a font that adds only one character is wanted too. */
static struct system_fonts *find_fonts(struct pool *pool, const char *language)
{
    struct system_fonts *system = must_alloc(sizeof *system);
    FcPattern *pattern = FcPatternCreate();
    FcResult result;

    /* FcInitLoadConfigAndFonts() would complain on stderr of a system without a configuration. */
    system->config = FcConfigCreate();
    FcConfigParseAndLoad(system->config, NULL, FcFalse);
    FcConfigBuildFonts(system->config);
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"sans-serif");
    FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)language);
    FcPatternAddBool(pattern, FC_OUTLINE, FcTrue);
    FcConfigSubstitute(system->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    system->sorted = FcFontSort(system->config, pattern, FcFalse, NULL, &result);
    FcPatternDestroy(pattern);
    if (system->sorted)
        system->opened =
            pool_alloc(pool, ((size_t)system->sorted->nfont + 1) * sizeof *system->opened);
    return system;
}

void system_fonts_free(struct system_fonts *system)
{
    if (!system)
        return;
    if (system->sorted)
        FcFontSetDestroy(system->sorted);
    if (system->config)
        FcConfigDestroy(system->config);
    free(system);
}

static bool is_usable(FcPattern *pattern, uint32_t code_point)
{
    FcCharSet *characters;
    FcBool outline = FcFalse, color = FcFalse;

    FcPatternGetBool(pattern, FC_OUTLINE, 0, &outline);
    FcPatternGetBool(pattern, FC_COLOR, 0, &color);
    return outline && !color &&
           FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch &&
           FcCharSetHasChar(characters, code_point);
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool there = hb_blob_get_length(blob) > 0;

    hb_blob_destroy(blob);
    return there;
}

static bool is_taken(const struct typeset *typeset, int resource)
{
    for (size_t i = 0; i < typeset->font_count; i++)
        if (typeset->fonts[i]->resource == resource)
            return true;
    return false;
}

/* Its name in the file: by what it is called, not by when it was opened. */
static int resource_of(const struct typeset *typeset, hb_face_t *face)
{
    char name[64];
    unsigned room = sizeof name;

    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1),
                        &room, name);
    int resource = FIRST_RESOURCE + (int)(hash_string(HASH_START, name) % RESOURCES);
    while (is_taken(typeset, resource))
        resource++;
    return resource;
}

/* Opens a font with the outlines that a PDF can hold: TrueType's or CFF, not CFF2. */
static struct font *open_font(struct typeset *typeset, FcPattern *pattern, uint32_t code_point)
{
    FcChar8 *file;
    int index = 0;
    hb_blob_t *blob;
    hb_face_t *face;
    hb_codepoint_t glyph;
    struct font *font;

    if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
        return NULL;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    blob = hb_blob_create_from_file_or_fail((const char *)file);
    if (!blob)
        return NULL;
    face = hb_face_create(blob, (unsigned)index & 0xFFFF);
    hb_blob_destroy(blob);
    if (!has_table(face, HB_TAG('g', 'l', 'y', 'f')) &&
        !has_table(face, HB_TAG('C', 'F', 'F', ' '))) {
        hb_face_destroy(face);
        return NULL;
    }
    font = font_add(typeset, face, resource_of(typeset, face));
    if (hb_font_get_nominal_glyph(font->font, code_point, &glyph))
        return font;
    typeset->font_count--;
    hb_font_destroy(font->font);
    hb_face_destroy(face);
    return NULL;
}

struct font *system_font_for(struct typeset *typeset, const char *bytes, size_t length)
{
    struct font *first = NULL;
    struct system_fonts *system;
    uint32_t code_point;

    if (!typeset->system)
        typeset->system = find_fonts(typeset->pool, typeset->language_tag);
    system = typeset->system;
    utf8_next(bytes, length, &code_point);
    for (int i = 0; system->sorted && i < system->sorted->nfont; i++) {
        if (!is_usable(system->sorted->fonts[i], code_point))
            continue;
        if (!system->opened[i])
            system->opened[i] = open_font(typeset, system->sorted->fonts[i], code_point);
        if (system->opened[i] && font_covers_cluster(system->opened[i], bytes, length))
            return system->opened[i];
        if (!first)
            first = system->opened[i];
    }
    return first;
}

/* How far a font is from the weight and slant of a face; -1: another family, or no outlines. */
static int distance(FcPattern *pattern, const char *family, enum face face)
{
    int weight = FC_WEIGHT_REGULAR, slant = FC_SLANT_ROMAN;
    int wanted = face == FACE_SANS_BOLD ? FC_WEIGHT_BOLD
                 : face == FACE_SERIF   ? FC_WEIGHT_SEMIBOLD
                                        : FC_WEIGHT_REGULAR;
    bool italic = face == FACE_SANS_ITALIC;
    FcChar8 *name;

    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++) {
        if (FcStrCmpIgnoreCase(name, (const FcChar8 *)family) != 0)
            continue;
        FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
        FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
        return abs(weight - wanted) + ((slant != FC_SLANT_ROMAN) != italic ? 300 : 0);
    }
    return -1;
}

struct font *system_font_of(struct typeset *typeset, const char *family, enum face face)
{
    FcPattern *best = NULL;
    int least = 0;

    if (!typeset->system)
        typeset->system = find_fonts(typeset->pool, typeset->language_tag);
    FcFontSet *sorted = typeset->system->sorted;
    for (int i = 0; sorted && i < sorted->nfont; i++) {
        int far = distance(sorted->fonts[i], family, face);
        if (far >= 0 && (!best || far < least)) {
            best = sorted->fonts[i];
            least = far;
        }
    }
    struct font *font = best ? open_font(typeset, best, 'a') : NULL;
    if (font)
        font->figures = face != FACE_SERIF && face != FACE_MONO;
    return font;
}
