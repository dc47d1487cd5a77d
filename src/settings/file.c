/* file: settings out of YAML: the roadmap's front matter and roadbook.yaml, read by
 * libcyaml. */
#include <string.h>

#include "base/nearest.h"
#include "base/yaml.h"
#include "settings/table.h"

/* A key's value as text, or its values where it is a list; one slot a setting. */
struct written_settings {
    char *values[SETTING_COUNT];
    char **lists[SETTING_COUNT];
    unsigned list_counts[SETTING_COUNT];
};

/* What the front matter says to every program, and to roadbook. */
struct front_matter {
    char *id, *title, *lang;
};

static const cyaml_schema_value_t list_entry = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 0, CYAML_UNLIMITED)};

static const cyaml_schema_field_t front_matter_fields[] = {
    CYAML_FIELD_STRING_PTR("id", CYAML_FLAG_POINTER_NULL | CYAML_FLAG_OPTIONAL, struct front_matter,
                           id, 0, CYAML_UNLIMITED),
    CYAML_FIELD_STRING_PTR("title", CYAML_FLAG_POINTER_NULL | CYAML_FLAG_OPTIONAL,
                           struct front_matter, title, 0, CYAML_UNLIMITED),
    CYAML_FIELD_STRING_PTR("lang", CYAML_FLAG_POINTER_NULL | CYAML_FLAG_OPTIONAL,
                           struct front_matter, lang, 0, CYAML_UNLIMITED),
    CYAML_FIELD_END};
static const cyaml_schema_value_t front_matter_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER_NULL, struct front_matter, front_matter_fields)};

/* The schema of our keys follows from settings_table, so that a setting is written down once. */
static void make_schema(cyaml_schema_field_t fields[SETTING_COUNT + 1])
{
    for (unsigned i = 0; i < SETTING_COUNT; i++) {
        cyaml_schema_field_t *field = &fields[i];
        *field = (cyaml_schema_field_t){.key = settings_table[i].name};
        if (settings_table[i].list) {
            field->data_offset =
                (uint32_t)(offsetof(struct written_settings, lists) + i * sizeof(char **));
            field->count_offset =
                (uint32_t)(offsetof(struct written_settings, list_counts) + i * sizeof(unsigned));
            field->count_size = sizeof(unsigned);
            field->value = (cyaml_schema_value_t){
                .type = CYAML_SEQUENCE,
                .flags = CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL,
                .data_size = sizeof(char *),
                .sequence = {.entry = &list_entry, .min = 0, .max = CYAML_UNLIMITED}};
        } else {
            field->data_offset =
                (uint32_t)(offsetof(struct written_settings, values) + i * sizeof(char *));
            field->value = (cyaml_schema_value_t){.type = CYAML_STRING,
                                                  .flags = CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL,
                                                  .data_size = sizeof(char),
                                                  .string = {.min = 0, .max = CYAML_UNLIMITED}};
        }
    }
    fields[SETTING_COUNT] = (cyaml_schema_field_t)CYAML_FIELD_END;
}

/* Our keys in bytes [start, start + length) of SOURCE. */
static bool read_keys(struct settings *settings, const struct source *source, size_t start,
                      size_t length, enum origin origin)
{
    cyaml_schema_field_t fields[SETTING_COUNT + 1];

    make_schema(fields);
    const cyaml_schema_value_t schema = {
        CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER_NULL, struct written_settings, fields)};
    void *data;

    if (!yaml_read(source, start, length, &schema, false, &data))
        return false;
    const struct written_settings *written = data;
    bool good = true;
    for (unsigned i = 0; written && i < SETTING_COUNT; i++) {
        const char *key = settings_table[i].name, *value = written->values[i];
        struct yaml_finder finder = {0};
        if (value || written->list_counts[i] > 0)
            finder = yaml_find(source, start, length, key);
        if (value)
            good &= settings_set(settings, i, value, origin, yaml_value_place(&finder, value));
        for (unsigned j = 0; j < written->list_counts[i]; j++) {
            value = written->lists[i][j];
            good &= settings_set(settings, i, value, origin, yaml_value_place(&finder, value));
        }
    }
    yaml_discard(&schema, data);
    return good;
}

/* Bytes of a `roadbook:` (also in quotation marks) that stands there, or 0. */
static size_t our_key(const char *bytes, size_t length)
{
    static const char *const keys[] = {"roadbook:", "\"roadbook\":", "'roadbook':"};

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (length >= strlen(keys[i]) && memcmp(bytes, keys[i], strlen(keys[i])) == 0)
            return strlen(keys[i]);
    return 0;
}

/* What belongs to a `roadbook:` at the margin, on its line ({hours: 7}) and those below: bytes
 * [*start, *start + *length). */
static bool find_our_block(const char *bytes, size_t length, size_t *start, size_t *block_length)
{
    bool inside = false;

    for (size_t at = 0; at < length;) {
        const char *newline = memchr(bytes + at, '\n', length - at);
        size_t next = newline ? (size_t)(newline - bytes) + 1 : length;
        bool blank = bytes[at] == '\n' || bytes[at] == ' ' || bytes[at] == '#';
        if (inside && !blank) {
            *block_length = at - *start;
            return true;
        }
        size_t key = inside ? 0 : our_key(bytes + at, length - at);
        if (key > 0) {
            inside = true;
            *start = at + key;
        }
        at = next;
    }
    *block_length = inside ? length - *start : 0;
    return inside;
}

/* What title, id and lang the front matter of LENGTH bytes at START gives. What libcyaml cannot
 * read belongs to other programs: it is left alone, unless there is something of OURS in it. */
static bool read_shared_keys(const struct source *roadmap, size_t start, size_t length, bool ours,
                             void **data)
{
    if (!ours)
        report_mute(true);
    bool good = yaml_read(roadmap, start, length, &front_matter_schema, true, data);
    if (!ours)
        report_mute(false);
    if (!good && !ours)
        report((struct place){roadmap, 1, 1}, SEVERITY_NOTE, RULE_FRONT_MATTER,
               "this front matter is not YAML that roadbook reads; left alone");
    return good || !ours;
}

/* A key at the margin that is nearly `roadbook` was meant to be it. */
static void warn_of_near_keys(const struct source *roadmap, size_t start, size_t length)
{
    static const char *const ours[] = {"roadbook"};
    char key[16];

    for (size_t at = start; at < start + length;) {
        const char *line = roadmap->bytes + at;
        const char *newline = memchr(line, '\n', start + length - at);
        size_t size = newline ? (size_t)(newline - line) : start + length - at;
        const char *colon = memchr(line, ':', size);
        size_t name = colon ? (size_t)(colon - line) : 0;
        if (name > 0 && name < sizeof key && !memchr(line, ' ', name)) {
            memcpy(key, line, name);
            key[name] = '\0';
            if (nearest_word(key, ours, 1))
                report(yaml_key_place(roadmap, start, length, key), SEVERITY_WARNING,
                       RULE_FRONT_MATTER,
                       "'%s' is no key of roadbook, so what is below it has no effect; did you "
                       "mean 'roadbook'?",
                       key);
        }
        at += size + 1;
    }
}

static bool is_key_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

/* A first line of --- with keys below it, and no line of --- to end them. */
static void warn_of_open_fence(const struct source *roadmap)
{
    const char *bytes = roadmap->bytes, *end = bytes + roadmap->length;
    size_t mark = roadmap->length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
    const char *line = bytes + mark, *newline = memchr(line, '\n', roadmap->length - mark);

    if (!newline || newline - line < 3 || memcmp(line, "---", 3) != 0)
        return;
    for (const char *at = line + 3; at < newline; at++)
        if (*at != ' ' && *at != '\r')
            return;
    const char *key = newline + 1, *at = key;
    while (at < end && is_key_letter(*at))
        at++;
    if (at > key && at < end && *at == ':' && (at + 1 == end || strchr(" \r\n", at[1])))
        report((struct place){roadmap, 1, 1}, SEVERITY_WARNING, RULE_FRONT_MATTER,
               "this front matter has no line of --- at its end; it is read as text");
}

bool settings_read_front_matter(struct settings *settings, const struct source *roadmap)
{
    size_t length = front_matter_length(roadmap->bytes, roadmap->length), start = 0, block = 0;

    if (!length) {
        warn_of_open_fence(roadmap);
        return true;
    }
    const char *first_newline = memchr(roadmap->bytes, '\n', length);
    size_t inner = first_newline ? (size_t)(first_newline - roadmap->bytes) + 1 : length;
    size_t end = length;
    while (end > inner && roadmap->bytes[end - 1] == '\n')
        end--;
    while (end > inner && roadmap->bytes[end - 1] != '\n') /* the closing fence */
        end--;
    void *data = NULL;
    bool ours = find_our_block(roadmap->bytes + inner, end - inner, &start, &block);
    if (!ours)
        warn_of_near_keys(roadmap, inner, end - inner);
    if (!read_shared_keys(roadmap, inner, end - inner, ours, &data))
        return false;
    const struct front_matter *said = data;
    const char *const values[] = {said ? said->id : NULL, said ? said->title : NULL,
                                  said ? said->lang : NULL};
    const enum setting names[] = {SETTING_ID, SETTING_TITLE, SETTING_LANG};
    bool good = true;
    for (size_t i = 0; i < 3; i++) {
        if (!values[i])
            continue;
        struct yaml_finder finder =
            yaml_find(roadmap, inner, end - inner, settings_table[names[i]].name);
        good &= settings_set(settings, names[i], values[i], ORIGIN_FRONT_MATTER,
                             yaml_value_place(&finder, values[i]));
    }
    yaml_discard(&front_matter_schema, data);
    if (good && ours)
        good = read_keys(settings, roadmap, inner + start, block, ORIGIN_FRONT_MATTER);
    return good;
}

/* Bytes of blank lines, comments and a --- at the start of the file. */
static size_t before_first_key(const struct source *file)
{
    size_t at = 0;

    while (at < file->length) {
        const char *line = file->bytes + at;
        const char *newline = memchr(line, '\n', file->length - at);
        size_t size = newline ? (size_t)(newline - line) + 1 : file->length - at;
        size_t blank = strspn(line, " \r\n");
        bool fence = size >= 3 && !memcmp(line, "---", 3);
        if (*line != '#' && blank < size && !fence)
            break;
        at += size;
    }
    return at;
}

/* In the file the keys stand at the margin; a `roadbook:` over them, as in the front matter, is
 * taken as well. */
bool settings_read_file(struct settings *settings, const struct source *file)
{
    size_t first = before_first_key(file), start, block;

    if (!our_key(file->bytes + first, file->length - first) ||
        !find_our_block(file->bytes + first, file->length - first, &start, &block))
        return read_keys(settings, file, 0, file->length, ORIGIN_FILE);
    start += first;
    return read_keys(settings, file, start, block, ORIGIN_FILE) &&
           (start + block >= file->length ||
            read_keys(settings, file, start + block, file->length - start - block, ORIGIN_FILE));
}
