/* relations: read from the part beside each part, their targets made names of parts. */
#include "memory/xlsx/relations.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "memory/xlsx/xml.h"

/* Those that lead to what is read, or tell what a sheet holds besides cells. */
static const char *const TYPES[] = {
    "officeDocument", "worksheet", "chartsheet", "dialogsheet",     "xlMacrosheet",
    "sharedStrings",  "styles",    "comments",   "threadedComment", "drawing",
    "chart",          "chartEx",   "image",      "table",           "pivotTable",
};

struct reading {
    struct store *store;
    struct relations *relations;
    size_t capacity;
    /* whose relations they are */
    const char *source;
};

/* The end of a type's address as that list has it; NULL: it is not on it. */
static const char *known_type(const char *address)
{
    const char *slash = address ? strrchr(address, '/') : NULL;

    for (size_t i = 0; slash && i < sizeof TYPES / sizeof *TYPES; i++)
        if (strcmp(TYPES[i], slash + 1) == 0)
            return TYPES[i];
    return NULL;
}

static int hex_digit(char letter)
{
    return isdigit((unsigned char)letter) ? letter - '0'
                                          : tolower((unsigned char)letter) - 'a' + 10;
}

/* Appends an address with its "%20" decoded. */
static void add_unescaped(struct text *out, const char *address, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        bool escape = address[i] == '%' && length - i > 2 &&
                      isxdigit((unsigned char)address[i + 1]) &&
                      isxdigit((unsigned char)address[i + 2]);
        int byte = escape ? hex_digit(address[i + 1]) * 16 + hex_digit(address[i + 2]) : 0;
        if (byte > 0) {
            text_add_char(out, (char)byte);
            i += 2;
        } else {
            text_add_char(out, address[i]);
        }
    }
}

/* Takes the last folder of PATH ("a/b/") off it; false: there is none. */
static bool step_up(struct text *path)
{
    if (path->length == 0)
        return false;
    path->length--;
    while (path->length > 0 && path->bytes[path->length - 1] != '/')
        path->length--;
    path->bytes[path->length] = '\0';
    return true;
}

/* The name of the part that TARGET, as written in relations of SOURCE, leads to. false: it leads
 * out of the archive. */
static bool resolve(const char *source, const char *target, struct text *name)
{
    const char *slash = strrchr(source, '/');
    size_t scheme = strcspn(target, ":/");

    text_clear(name);
    if (target[scheme] == ':' && scheme > 0)
        return false;
    if (*target != '/' && slash)
        text_add_bytes(name, source, (size_t)(slash - source) + 1);
    for (const char *at = target; *at;) {
        size_t length = strcspn(at, "/\\");
        bool last = at[length] == '\0';
        if (length == 2 && memcmp(at, "..", 2) == 0) {
            if (!step_up(name))
                return false;
        } else if (length > 1 || (length == 1 && *at != '.')) {
            add_unescaped(name, at, length);
            text_add(name, last ? "" : "/");
        }
        at += length + !last;
    }
    return true;
}

/* false: the store is full. */
static bool keep(struct reading *reading, const char *id, const char *type,
                 const struct text *target, bool outside)
{
    struct store *store = reading->store;
    struct relations *list = reading->relations;
    struct relation relation = {.id = store_text(store, id, strlen(id)),
                                .type = type,
                                .target = store_text(store, text_string(target), target->length),
                                .outside = outside};

    if (!relation.id || !relation.target || !store_room(store, sizeof relation))
        return false;
    list->items =
        pool_extend(store->pool, list->items, list->count, &reading->capacity, sizeof relation);
    list->items[list->count++] = relation;
    return true;
}

static void relation_starts(struct xml_reader *reader, const char *name, const char **attributes)
{
    struct reading *reading = reader->data;
    const char *id = xml_attribute(attributes, "Id"),
               *mode = xml_attribute(attributes, "TargetMode");
    const char *type = known_type(xml_attribute(attributes, "Type"));
    const char *target = xml_attribute(attributes, "Target");
    bool outside = mode && strcmp(mode, "External") == 0;
    struct text path = TEXT_INIT;

    if (strcmp(name, "Relationship") != 0 || !id || !type || !target)
        return;
    if (outside)
        text_add(&path, target);
    else if (!resolve(reading->source, target, &path))
        reader->fault = "leads out of the file";
    if (!reader->fault && !keep(reading, id, type, &path, outside))
        reader->fault = STORE_FULL;
    text_free(&path);
}

bool relations_read(struct store *store, struct archive *archive, const char *source,
                    struct relations *relations, struct text *why)
{
    struct reading reading = {.store = store, .relations = relations, .source = source};
    struct xml_reader reader = {.data = &reading, .starts = relation_starts};
    struct text name = TEXT_INIT;
    const char *slash = strrchr(source, '/');
    size_t folder = slash ? (size_t)(slash - source) + 1 : 0;

    *relations = (struct relations){NULL, 0};
    text_print(&name, "%.*s_rels/%s.rels", (int)folder, source, source + folder);
    const struct archive_part *part = archive_find(archive, text_string(&name));
    text_free(&name);
    return !part || xml_read(archive, part, &reader, why);
}

const struct relation *relations_typed(const struct relations *relations, const char *type)
{
    for (size_t i = 0; i < relations->count; i++)
        if (strcmp(relations->items[i].type, type) == 0)
            return &relations->items[i];
    return NULL;
}

const struct relation *relations_named(const struct relations *relations, const char *id)
{
    for (size_t i = 0; id && i < relations->count; i++)
        if (strcmp(relations->items[i].id, id) == 0)
            return &relations->items[i];
    return NULL;
}

const struct archive_part *relation_part(const struct archive *archive,
                                         const struct relation *relation, struct text *why)
{
    const struct archive_part *part =
        relation->outside ? NULL : archive_find(archive, relation->target);

    if (part)
        return part;
    archive_name_part(why, relation->target);
    text_add(why, relation->outside ? "stands outside of it" : "is missing");
    return NULL;
}
