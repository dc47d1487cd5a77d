/* strings: ISO/IEC 29500-1, 18.4. */
#include "memory/xlsx/strings.h"

#include <stdint.h>
#include <string.h>

#include "memory/xlsx/xml.h"

struct reading {
    struct store *store;
    struct strings *strings;
    size_t capacity;
    /* inside a phonetic guide */
    bool guide;
    struct text raw, decoded;
};

static void starts(struct xml_reader *reader, const char *name, const char **attributes)
{
    struct reading *reading = reader->data;

    (void)attributes;
    if (strcmp(name, "si") == 0)
        text_clear(&reading->raw);
    else if (strcmp(name, "rPh") == 0)
        reading->guide = true;
    else if (strcmp(name, "t") == 0 && !reading->guide)
        reader->into = &reading->raw;
}

static void keep(struct reading *reading, struct xml_reader *reader)
{
    struct strings *strings = reading->strings;

    text_clear(&reading->decoded);
    text_add_decoded(&reading->decoded, text_string(&reading->raw), reading->raw.length);
    const char *text =
        store_text(reading->store, text_string(&reading->decoded), reading->decoded.length);
    if (!text || strings->count == reading->store->cells_left) {
        reader->fault = STORE_FULL;
        return;
    }
    strings->texts = pool_extend(reading->store->pool, strings->texts, strings->count,
                                 &reading->capacity, sizeof *strings->texts);
    strings->texts[strings->count++] = text;
}

static void ends(struct xml_reader *reader, const char *name)
{
    struct reading *reading = reader->data;

    reader->into = NULL;
    if (strcmp(name, "rPh") == 0)
        reading->guide = false;
    else if (strcmp(name, "si") == 0)
        keep(reading, reader);
}

bool strings_read(struct store *store, struct archive *archive, const struct archive_part *part,
                  struct strings *strings, struct text *why)
{
    struct reading reading = {.store = store, .strings = strings};
    struct xml_reader reader = {
        .data = &reading, .starts = starts, .ends = ends, .into_most = STORE_BYTES / 4};

    *strings = (struct strings){NULL, 0};
    bool good = xml_read(archive, part, &reader, why);
    text_free(&reading.raw);
    text_free(&reading.decoded);
    return good;
}
