/* font_maps: the maps from a font's codes to Unicode and to its glyphs, as CMaps (Adobe technical
 * notes 5014 and 5411). */
#include <string.h>

#include "pdf/type/internal.h"

#define ENTRIES_PER_BLOCK 100 /* of a CMap's section, at most (Adobe technical note 5014) */

static void begin_map(struct text *map, const struct font *font, const char *name,
                      const char *ordering, int type)
{
    text_print(map,
               "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo "
               "<</Registry (Adobe) /Ordering (%s) /Supplement 0>> def\n/CMapName /%s def\n"
               "/CMapType %d def\n",
               ordering, name, type);
    if (font->wide)
        text_add(map, "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    else
        text_print(map, "2 begincodespacerange\n<00> <%02X>\n<%04X> <FFFF>\nendcodespacerange\n",
                   SHORT_CODES - 1, LONG_CODES);
}

/* A code as a map names it, in as many bytes as it has in a text. */
static void add_code(struct text *map, const struct code *code)
{
    text_print(map, code->byte_count > 1 ? "<%04X>" : "<%02X>", code->bytes);
}

static void end_map(struct text *map)
{
    text_add(map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

/* Sections of at most 100 of the COUNT entries; each line of ENTRIES is one. */
static void add_sections(struct text *map, const char *kind, const struct text *entries,
                         size_t count)
{
    const char *at = text_string(entries);

    for (size_t done = 0; done < count; done += ENTRIES_PER_BLOCK) {
        size_t here = count - done < ENTRIES_PER_BLOCK ? count - done : ENTRIES_PER_BLOCK;
        const char *start = at;
        for (size_t i = 0; i < here; i++)
            at = strchr(at, '\n') + 1;
        text_print(map, "%zu begin%s\n", here, kind);
        text_add_bytes(map, start, (size_t)(at - start));
        text_print(map, "end%s\n", kind);
    }
}

int font_write_unicode_map(struct typeset *typeset, const struct font *font)
{
    struct text map = TEXT_INIT, entries = TEXT_INIT;
    size_t count = 0;
    int object;

    begin_map(&map, font, "Adobe-Identity-UCS", "UCS", 2);
    for (size_t i = 1; i < font->code_count; i++) {
        if (font->codes[i].length == 0)
            continue;
        add_code(&entries, &font->codes[i]);
        text_add(&entries, " <");
        canvas_utf16(&entries, font->codes[i].text, font->codes[i].length);
        text_add(&entries, ">\n");
        count++;
    }
    add_sections(&map, "bfchar", &entries, count);
    end_map(&map);
    object = canvas_stream(typeset->canvas, map.bytes, map.length);
    text_free(&map);
    text_free(&entries);
    return object;
}

/* Codes are of two lengths, and a CFF font program has no map of its own from CIDs to glyphs: so
 * each font brings its own map from codes to CIDs. */
int font_write_code_map(struct typeset *typeset, const struct font *font, const unsigned *cids)
{
    struct canvas *canvas = typeset->canvas;
    struct text map = TEXT_INIT, entries = TEXT_INIT;
    size_t count = font->code_count;
    int object;

    begin_map(&map, font, "Roadbook-Codes", "Identity", 1);
    for (size_t i = 0; i < count; i++) {
        add_code(&entries, &font->codes[i]);
        text_print(&entries, " %u\n", cids[i]);
    }
    add_sections(&map, "cidchar", &entries, count);
    end_map(&map);
    object = canvas_stream(canvas, map.bytes, map.length);
    text_add(canvas_entries(canvas, object),
             "/Type /CMap /CMapName /Roadbook-Codes\n"
             "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n");
    text_free(&map);
    text_free(&entries);
    return object;
}
