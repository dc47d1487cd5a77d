/* yaml: YAML into a struct by a libcyaml schema, with diagnostics that have line, column and the
 * nearest key. */
#include "base/yaml.h"

#include <stdio.h>
#include <string.h>

#include "base/nearest.h"
#include "base/text.h"

#define MOST_KEYS  128         /* of all mappings of a schema together */
#define MOST_BYTES (64u << 10) /* of one text in YAML */
#define MOST_DEPTH 32          /* of brackets and braces in each other */

/* What libcyaml says while it reads: its first complaint, and where that was. */
struct complaint {
    char words[200];
    unsigned long line, column;
};

static void listen(cyaml_log_t level, void *context, const char *format, va_list arguments)
{
    struct complaint *complaint = context;
    char words[sizeof complaint->words];

    (void)level;
    vsnprintf(words, sizeof words, format, arguments);
    words[strcspn(words, "\n")] = '\0';
    if (!complaint->words[0]) {
        snprintf(complaint->words, sizeof complaint->words, "%s", words);
        const char *line = strstr(words, "line: ");
        if (line)
            sscanf(line, "line: %lu, column: %lu", &complaint->line, &complaint->column);
    } else if (!complaint->line) {
        const char *line = strstr(words, "(line: ");
        if (line)
            sscanf(line, "(line: %lu, column: %lu)", &complaint->line, &complaint->column);
    }
}

static bool is_mapping(const cyaml_schema_value_t *schema)
{
    return schema->type == CYAML_MAPPING;
}

/* The keys of a schema's mapping and of those directly in it, for "did you mean". */
static size_t collect_keys(const cyaml_schema_value_t *schema, const char **keys, size_t count)
{
    for (const cyaml_schema_field_t *field = schema->mapping.fields; field->key; field++) {
        if (count < MOST_KEYS)
            keys[count++] = field->key;
        if (is_mapping(&field->value))
            count = collect_keys(&field->value, keys, count);
    }
    return count;
}

/* Moves PLACE, that of FROM, on to TO. */
static void pass(struct place *place, const char *from, const char *to)
{
    for (; from < to; from++) {
        place->column++;
        if (*from == '\n') {
            place->line++;
            place->column = 1;
        }
    }
}

static struct place place_at(const struct source *source, size_t offset)
{
    struct place place = {source, 1, 1};

    pass(&place, source->bytes,
         source->bytes + (offset < source->length ? offset : source->length));
    return place;
}

/* Where KEY stands in those bytes: at the start of a line (blanks and dashes allowed), or, in a
 * mapping written as { a: 1, b: 2 }, behind a brace or comma; END where it does not. */
static size_t find_key(const struct source *source, size_t start, size_t end, const char *key)
{
    size_t key_length = strlen(key);
    bool first = true; /* nothing but blanks since the last place where a key may begin */

    for (size_t at = start; at < end; at++) {
        char byte = source->bytes[at];
        if (first && end - at > key_length && memcmp(source->bytes + at, key, key_length) == 0 &&
            source->bytes[at + key_length] == ':')
            return at;
        first =
            byte == '\n' || byte == '{' || byte == ',' || (first && (byte == ' ' || byte == '-'));
    }
    return end;
}

struct place yaml_key_place(const struct source *source, size_t start, size_t length,
                            const char *key)
{
    size_t at = find_key(source, start, start + length, key);

    return place_at(source, at < start + length ? at : start);
}

struct yaml_finder yaml_find(const struct source *source, size_t start, size_t length,
                             const char *key)
{
    size_t end = start + length, at = find_key(source, start, end, key);
    bool found = at < end;
    struct place place = place_at(source, found ? at : start);
    struct yaml_finder finder = {.key = place, .at = place, .offset = found ? at : end, .end = end};

    if (found) {
        finder.offset += strlen(key) + 1;
        finder.at.column += (int)strlen(key) + 1;
    }
    return finder;
}

struct place yaml_value_place(struct yaml_finder *finder, const char *value)
{
    const char *bytes = finder->key.source->bytes;
    size_t left = finder->end - finder->offset;
    size_t length = strcspn(value, "\n");
    const char *found = length ? memmem(bytes + finder->offset, left, value, length) : NULL;

    if (!found)
        return finder->key;
    pass(&finder->at, bytes + finder->offset, found);
    struct place place = finder->at;
    pass(&finder->at, found, found + length);
    finder->offset = (size_t)(found - bytes) + length;
    return place;
}

static void report_complaint(const struct source *source, size_t start, size_t length,
                             const cyaml_schema_value_t *schema, const struct complaint *complaint)
{
    static const char unexpected[] = "Load: Unexpected key: ";
    struct place place = place_at(source, start);

    if (strncmp(complaint->words, unexpected, sizeof unexpected - 1) == 0) {
        const char *keys[MOST_KEYS], *key = complaint->words + sizeof unexpected - 1;
        const char *meant = nearest_word(key, keys, collect_keys(schema, keys, 0));
        place = yaml_key_place(source, start, length, key);
        if (meant)
            report_failure(STATUS_BAD_INPUT, place, "unknown key '%s'; did you mean '%s'?", key,
                           meant);
        else
            report_failure(STATUS_BAD_INPUT, place, "unknown key '%s'", key);
        return;
    }
    if (complaint->line) {
        int column_before = complaint->line == 1 ? place.column - 1 : 0;
        place.line += (int)complaint->line - 1;
        place.column = (int)complaint->column + column_before;
    }
    if (strstr(complaint->words, "Expecting SEQUENCE"))
        report_failure(STATUS_BAD_INPUT, place, "a list is needed here: [ first, second ]");
    else if (strstr(complaint->words, "Expecting MAPPING"))
        report_failure(STATUS_BAD_INPUT, place, "keys with values are needed here: `key: value`");
    else if (strstr(complaint->words, "Expecting"))
        report_failure(STATUS_BAD_INPUT, place, "a single value is needed here");
    else
        report_failure(STATUS_BAD_INPUT, place, "this is not valid YAML: %s",
                       strncmp(complaint->words, "Load: ", 6) == 0 ? complaint->words + 6
                                                                   : complaint->words);
}

/* Reports what libyaml would read, but only in more time than anybody has: lists in lists are
 * looked through once a level for every word. */
static bool is_modest(const struct source *source, size_t start, size_t length)
{
    int depth = 0;

    if (length > MOST_BYTES) {
        report_failure(STATUS_BAD_INPUT, place_at(source, start),
                       "these settings are larger than 64 KiB");
        return false;
    }
    for (size_t at = start; at < start + length; at++) {
        char byte = source->bytes[at];
        if (byte == '[' || byte == '{')
            depth++;
        else if (depth > 0 && (byte == ']' || byte == '}'))
            depth--;
        if (depth > MOST_DEPTH) {
            report_failure(STATUS_BAD_INPUT, place_at(source, at),
                           "more than %d brackets are open here", MOST_DEPTH);
            return false;
        }
    }
    return true;
}

/* Where the first alias seems to stand: libcyaml does not say. */
static struct place alias_place(const struct source *source, size_t start, size_t length)
{
    for (size_t at = start + 1; at < start + length; at++)
        if (source->bytes[at] == '*' && strchr(" [,{\n", source->bytes[at - 1]))
            return place_at(source, at);
    return place_at(source, start);
}

bool yaml_read(const struct source *source, size_t start, size_t length,
               const cyaml_schema_value_t *schema, bool other_keys, void **data)
{
    struct complaint complaint = {.words = ""};
    const cyaml_config_t config = {
        .log_fn = listen,
        .log_ctx = &complaint,
        .mem_fn = cyaml_mem,
        .log_level = CYAML_LOG_WARNING,
        .flags = CYAML_CFG_NO_ALIAS | (CYAML_CFG_IGNORE_UNKNOWN_KEYS * (unsigned)other_keys),
    };

    *data = NULL;
    if (!is_modest(source, start, length))
        return false;
    cyaml_err_t error = cyaml_load_data((const uint8_t *)source->bytes + start, length, &config,
                                        schema, data, NULL);
    if (error == CYAML_OK)
        return true;
    if (error == CYAML_ERR_ALIAS) {
        report_failure(STATUS_BAD_INPUT, alias_place(source, start, length),
                       "aliases (*name) are not read; write the value itself");
        return false;
    }
    report_complaint(source, start, length, schema, &complaint);
    return false;
}

void yaml_discard(const cyaml_schema_value_t *schema, void *data)
{
    const cyaml_config_t config = {.mem_fn = cyaml_mem};

    if (data)
        cyaml_free(&config, schema, data, 0);
}
