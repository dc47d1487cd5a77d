/* template: what a template may hold, as a schema for libcyaml. */
#include "pdf/look/template.h"

#include <string.h>

#include "base/yaml.h"

#define ACCENTS_MOST 9
#define PAGES_MOST   64
#define PAPERS_MOST  64

#define NUMBER(structure, key) CYAML_FIELD_FLOAT(#key, CYAML_FLAG_OPTIONAL, struct structure, key)
#define WORDS(structure, key)                                                                      \
    CYAML_FIELD_STRING_PTR(#key, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct structure, key,  \
                           1, CYAML_UNLIMITED)
#define YES_OR_NO(key)                                                                             \
    CYAML_FIELD_BOOL_PTR(#key, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct template, key)
#define PART(key, fields)                                                                          \
    CYAML_FIELD_MAPPING(#key, CYAML_FLAG_OPTIONAL, struct template, key, fields)
#define LIST(key, value, most)                                                                     \
    CYAML_FIELD_SEQUENCE(#key, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct template, key,     \
                         value, 1, most)

static const cyaml_schema_field_t margin_fields[] = {
    NUMBER(template_margins, inner),
    NUMBER(template_margins, outer),
    NUMBER(template_margins, top),
    NUMBER(template_margins, bottom),
    CYAML_FIELD_END,
};
static const cyaml_schema_field_t color_fields[] = {
    WORDS(template_colors, ink),   WORDS(template_colors, grey),    WORDS(template_colors, pale),
    WORDS(template_colors, panel), WORDS(template_colors, neutral), CYAML_FIELD_END,
};
static const cyaml_schema_field_t size_fields[] = {
    NUMBER(template_sizes, display),
    NUMBER(template_sizes, title),
    NUMBER(template_sizes, heading),
    NUMBER(template_sizes, body),
    NUMBER(template_sizes, small),
    NUMBER(template_sizes, label),
    CYAML_FIELD_END,
};
static const cyaml_schema_field_t family_fields[] = {
    WORDS(template_families, serif),
    WORDS(template_families, sans),
    WORDS(template_families, mono),
    CYAML_FIELD_END,
};
static const cyaml_schema_field_t paper_fields[] = {
    CYAML_FIELD_STRING_PTR("name", CYAML_FLAG_POINTER, struct template_paper, name, 1,
                           CYAML_UNLIMITED),
    CYAML_FIELD_FLOAT("width", CYAML_FLAG_DEFAULT, struct template_paper, width),
    CYAML_FIELD_FLOAT("height", CYAML_FLAG_DEFAULT, struct template_paper, height),
    NUMBER(template_paper, scale),
    CYAML_FIELD_BOOL("tablet", CYAML_FLAG_OPTIONAL, struct template_paper, tablet),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t word_value = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, CYAML_UNLIMITED),
};
static const cyaml_schema_value_t paper_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct template_paper, paper_fields),
};
static const cyaml_schema_field_t template_fields[] = {
    WORDS(template, name),
    WORDS(template, summary),
    WORDS(template, extends),
    WORDS(template, paper),
    WORDS(template, hand),
    YES_OR_NO(duplex),
    PART(margins, margin_fields),
    PART(colors, color_fields),
    LIST(accents, &word_value, ACCENTS_MOST),
    CYAML_FIELD_FLOAT_PTR("tint", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct template, tint),
    YES_OR_NO(filled),
    PART(families, family_fields),
    PART(sizes, size_fields),
    CYAML_FIELD_FLOAT("rule-distance", CYAML_FLAG_OPTIONAL, struct template, rule_distance),
    NUMBER(template, box),
    CYAML_FIELD_INT("weeks-a-page", CYAML_FLAG_OPTIONAL, struct template, weeks_a_page),
    LIST(pages, &word_value, PAGES_MOST),
    LIST(papers, &paper_value, PAPERS_MOST),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t template_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct template, template_fields),
};

bool template_read(const struct source *source, struct template **template)
{
    void *data = NULL;
    bool good = yaml_read(source, 0, source->length, &template_schema, false, &data);

    *template = data;
    return good;
}

void template_free(struct template *template)
{
    yaml_discard(&template_schema, template);
}

static bool is_word(char byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z') ||
           byte == '-';
}

struct place template_place(const struct source *source, const char *key, const char *value)
{
    struct place place = yaml_key_place(source, 0, source->length, key);
    size_t length = strlen(value), at = 0;

    for (int line = 1; line < place.line && at < source->length; at++)
        line += source->bytes[at] == '\n';
    at += (size_t)(place.column > 0 ? place.column - 1 : 0) + strlen(key);
    for (struct place found = {place.source, place.line, place.column + (int)strlen(key)};
         length > 0 && at + length <= source->length; at++) {
        if (memcmp(source->bytes + at, value, length) == 0 &&
            (at + length == source->length || !is_word(source->bytes[at + length])))
            return found;
        found.column++;
        if (source->bytes[at] == '\n') {
            found.line++;
            found.column = 1;
        }
    }
    return place;
}
