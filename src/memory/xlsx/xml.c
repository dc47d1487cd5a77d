/* xml: expat, and the fences around it. */
#include "memory/xlsx/xml.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <expat.h>

#include "memory/xlsx/counted.h"

#define SEPARATOR      '|'
#define NAMESPACE_MOST 128 /* bytes; each prefixed name is looked up by all of them */
#define LONG_NAME      32
#define HELD_MOST      ((size_t)2 << 20)

/* What expat holds: names that it saw, and a tag until it is whole. Its allocator is not told for
 * whom it works, hence the one variable; a thread parses one part at a time. */
static _Thread_local size_t held;

struct header {
    alignas(max_align_t) size_t size;
};

static void *hold(void *old, size_t size)
{
    struct header *header = old ? (struct header *)old - 1 : NULL;
    size_t before = header ? header->size : 0;

    if (size > HELD_MOST || held - before > HELD_MOST - size)
        return NULL;
    header = realloc(header, sizeof *header + size);
    if (!header)
        return NULL;
    header->size = size;
    held += size - before;
    return header + 1;
}

static void *hold_new(size_t size)
{
    return hold(NULL, size);
}

static void let_go(void *memory)
{
    struct header *header = memory ? (struct header *)memory - 1 : NULL;

    if (header)
        held -= header->size;
    free(header);
}

/* Parsing one part. */
struct parsing {
    XML_Parser parser;
    struct archive *archive;
    struct xml_reader *reader;
    int depth;
    /* where the archive is held to its counts */
    struct counted counted;
    /* of the root, with the bar; length 0: it has none */
    char namespace[NAMESPACE_MOST + 2];
    size_t namespace_length;
};

static void stop(struct parsing *parsing, const char *fault)
{
    if (!parsing->reader->fault)
        parsing->reader->fault = fault;
    XML_StopParser(parsing->parser, XML_FALSE);
}

static void keep_namespace(struct parsing *parsing, const char *name)
{
    const char *bar = strrchr(name, SEPARATOR);

    if (!bar || (size_t)(bar - name) > NAMESPACE_MOST)
        return;
    parsing->namespace_length = (size_t)(bar - name) + 1;
    memcpy(parsing->namespace, name, parsing->namespace_length);
}

static const char *bare(const struct parsing *parsing, const char *name)
{
    return strncmp(name, parsing->namespace, parsing->namespace_length) == 0
               ? name + parsing->namespace_length
               : name;
}

/* A tag and its attributes; long names, which are those of namespaces, count for more. */
static size_t work_of(const char *name, const char **attributes)
{
    size_t work = 1 + strlen(name) / NAMESPACE_MOST;

    for (; attributes[0]; attributes += 2)
        work += 1 + strlen(attributes[0]) / LONG_NAME;
    return work;
}

static void XMLCALL element_starts(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct parsing *parsing = data;
    struct xml_reader *reader = parsing->reader;

    if (reader->fault)
        return;
    if (parsing->depth == 0)
        keep_namespace(parsing, name);
    if (parsing->depth++ == XML_DEPTH_MOST)
        stop(parsing, "is nested too deep");
    else if (!archive_work(parsing->archive, work_of(name, attributes)))
        stop(parsing, "makes it hold more tags than are read");
    else if (archive_is_held_to_counts(parsing->archive) &&
             !counted_starts(&parsing->counted, attributes))
        stop(parsing, "is nested too deep");
    else if (reader->starts)
        reader->starts(reader, bare(parsing, name), attributes);
    if (reader->fault)
        stop(parsing, NULL);
}

static void XMLCALL element_ends(void *data, const XML_Char *name)
{
    struct parsing *parsing = data;
    struct xml_reader *reader = parsing->reader;

    if (reader->fault)
        return;
    parsing->depth--;
    if (archive_is_held_to_counts(parsing->archive) && !counted_ends(&parsing->counted)) {
        stop(parsing, COUNTED_LACKS);
        return;
    }
    if (reader->ends)
        reader->ends(reader, bare(parsing, name));
    if (reader->fault)
        stop(parsing, NULL);
}

static void XMLCALL characters(void *data, const XML_Char *bytes, int length)
{
    struct parsing *parsing = data;
    struct xml_reader *reader = parsing->reader;

    if (reader->fault || !reader->into || length <= 0)
        return;
    if ((size_t)length > reader->into_most ||
        reader->into->length > reader->into_most - (size_t)length)
        stop(parsing, "holds too long a text");
    else
        text_add_bytes(reader->into, bytes, (size_t)length);
}

/* A document type has no place here; entities would come with it. */
static void XMLCALL doctype_starts(void *data, const XML_Char *name, const XML_Char *system,
                                   const XML_Char *public, int internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    stop(data, "has a document type, which no workbook has");
}

static void XMLCALL namespace_starts(void *data, const XML_Char *prefix, const XML_Char *uri)
{
    (void)prefix;
    if (uri && strnlen(uri, NAMESPACE_MOST + 1) > NAMESPACE_MOST)
        stop(data, "has too long a namespace");
}

static const char *fault_of(enum XML_Error error)
{
    switch (error) {
    case XML_ERROR_NO_MEMORY:
        return "holds too long a tag, or too many kinds of them";
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
        return "is written in an encoding that workbooks don't know";
    default:
        return "is cut short or damaged";
    }
}

static bool parse(void *data, const char *bytes, size_t length)
{
    struct parsing *parsing = data;

    if (XML_Parse(parsing->parser, bytes, (int)length, length == 0) == XML_STATUS_OK)
        return true;
    if (!parsing->reader->fault)
        parsing->reader->fault = fault_of(XML_GetErrorCode(parsing->parser));
    return false;
}

static XML_Parser new_parser(struct parsing *parsing)
{
    static const XML_Memory_Handling_Suite memory = {hold_new, hold, let_go};
    static const char separator[] = {SEPARATOR, '\0'};
    XML_Parser parser = XML_ParserCreate_MM(NULL, &memory, separator);

    if (!parser)
        return NULL;
    XML_SetUserData(parser, parsing);
    XML_SetElementHandler(parser, element_starts, element_ends);
    XML_SetCharacterDataHandler(parser, characters);
    XML_SetStartDoctypeDeclHandler(parser, doctype_starts);
    XML_SetStartNamespaceDeclHandler(parser, namespace_starts);
    return parser;
}

bool xml_read(struct archive *archive, const struct archive_part *part, struct xml_reader *reader,
              struct text *why)
{
    struct parsing parsing = {.archive = archive, .reader = reader};
    size_t said = why->length;

    reader->fault = NULL;
    reader->into = NULL;
    parsing.parser = new_parser(&parsing);
    if (parsing.parser && archive_read(archive, part, parse, &parsing, why))
        parse(&parsing, "", 0);
    else if (!reader->fault && why->length == said)
        reader->fault = fault_of(XML_ERROR_NO_MEMORY);
    if (parsing.parser)
        XML_ParserFree(parsing.parser);
    if (reader->fault) {
        archive_name_part(why, part->name);
        text_add(why, reader->fault);
    }
    return why->length == said;
}

const char *xml_attribute(const char **attributes, const char *name)
{
    for (; attributes[0]; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}

bool xml_truth(const char **attributes, const char *name)
{
    const char *value = xml_attribute(attributes, name);

    return value &&
           (strcmp(value, "1") == 0 || strcmp(value, "true") == 0 || strcmp(value, "on") == 0);
}

const char *xml_count(const char *text, uint32_t most, uint32_t *count)
{
    uint64_t value = 0;
    const char *at = text;

    for (; at && *at >= '0' && *at <= '9' && value <= most; at++)
        value = value * 10 + (uint64_t)(*at - '0');
    if (at == text || value > most)
        return NULL;
    *count = (uint32_t)value;
    return at;
}

bool xml_named(const char *whole, const char *name)
{
    size_t length = strlen(whole), size = strlen(name);

    return length > size && whole[length - size - 1] == SEPARATOR &&
           strcmp(whole + length - size, name) == 0;
}

const char *xml_relation(const char **attributes)
{
    for (; attributes[0]; attributes += 2)
        if (xml_named(attributes[0], "id") && strstr(attributes[0], "/relationships|"))
            return attributes[1];
    return NULL;
}
