/* yaml: YAML into a struct by a libcyaml schema, with diagnostics that have line, column and the
 * nearest key. */
#include "base/yaml.h"

#include <stdio.h>
#include <string.h>

#include "base/nearest.h"
#include "base/text.h"

#define MOST_KEYS 128 /* of all mappings of a schema together */

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

static struct place place_at(const struct source *source, size_t offset)
{
    struct place place = {source, 1, 1};

    for (size_t i = 0; i < offset && i < source->length; i++) {
        if (source->bytes[i] == '\n') {
            place.line++;
            place.column = 1;
        } else {
            place.column++;
        }
    }
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

struct place yaml_value_place(const struct source *source, size_t start, size_t length,
                              const char *key, const char *value)
{
    size_t end = start + length, at = find_key(source, start, end, key);
    size_t behind = at < end ? at + strlen(key) + 1 : end;
    const char *found =
        *value ? memmem(source->bytes + behind, end - behind, value, strlen(value)) : NULL;

    return found ? place_at(source, (size_t)(found - source->bytes))
                 : yaml_key_place(source, start, length, key);
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

bool yaml_read(const struct source *source, size_t start, size_t length,
               const cyaml_schema_value_t *schema, bool other_keys, void **data)
{
    struct complaint complaint = {.words = ""};
    const cyaml_config_t config = {
        .log_fn = listen,
        .log_ctx = &complaint,
        .mem_fn = cyaml_mem,
        .log_level = CYAML_LOG_WARNING,
        .flags = CYAML_CFG_IGNORE_UNKNOWN_KEYS * (unsigned)other_keys,
    };

    *data = NULL;
    if (cyaml_load_data((const uint8_t *)source->bytes + start, length, &config, schema, data,
                        NULL) == CYAML_OK)
        return true;
    report_complaint(source, start, length, schema, &complaint);
    return false;
}

void yaml_discard(const cyaml_schema_value_t *schema, void *data)
{
    const cyaml_config_t config = {.mem_fn = cyaml_mem};

    if (data)
        cyaml_free(&config, schema, data, 0);
}
