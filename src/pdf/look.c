/* look: templates laid over the built-in one, and the table of papers. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/report.h"
#include "base/yaml.h"
#include "pdf/look.h"

#define TEMPLATE_LIMIT ((size_t)1 << 20)

struct margins {
    double inner, outer, top, bottom;
};

struct colors {
    char *ink, *grey, *pale, *panel, *neutral;
};

struct sizes {
    double display, title, heading, body, small, label;
};

/* A template as its file has it; 0 or NULL: not given. */
struct template
{
    char *name, *summary, *paper;
    struct margins margins;
    struct colors colors;
    char **accents;
    unsigned accents_count;
    double *tint;
    bool *filled;
    struct sizes sizes;
    double rule_distance, box;
};

#define LENGTH(structure, key) CYAML_FIELD_FLOAT(#key, CYAML_FLAG_OPTIONAL, struct structure, key)
#define WORDS(structure, key)                                                                      \
    CYAML_FIELD_STRING_PTR(#key, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct structure, key,  \
                           1, CYAML_UNLIMITED)

static const cyaml_schema_field_t margin_fields[] = {
    LENGTH(margins, inner),  LENGTH(margins, outer), LENGTH(margins, top),
    LENGTH(margins, bottom), CYAML_FIELD_END,
};
static const cyaml_schema_field_t color_fields[] = {
    WORDS(colors, ink),   WORDS(colors, grey),    WORDS(colors, pale),
    WORDS(colors, panel), WORDS(colors, neutral), CYAML_FIELD_END,
};
static const cyaml_schema_field_t size_fields[] = {
    LENGTH(sizes, display), LENGTH(sizes, title), LENGTH(sizes, heading), LENGTH(sizes, body),
    LENGTH(sizes, small),   LENGTH(sizes, label), CYAML_FIELD_END,
};
static const cyaml_schema_value_t accent_value = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, CYAML_UNLIMITED),
};
static const cyaml_schema_field_t template_fields[] = {
    WORDS(template, name),
    WORDS(template, summary),
    WORDS(template, paper),
    CYAML_FIELD_MAPPING("margins", CYAML_FLAG_OPTIONAL, struct template, margins, margin_fields),
    CYAML_FIELD_MAPPING("colors", CYAML_FLAG_OPTIONAL, struct template, colors, color_fields),
    CYAML_FIELD_SEQUENCE("accents", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct template,
                         accents, &accent_value, 1, LOOK_ACCENTS),
    CYAML_FIELD_FLOAT_PTR("tint", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct template, tint),
    CYAML_FIELD_BOOL_PTR("filled", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct template,
                         filled),
    CYAML_FIELD_MAPPING("sizes", CYAML_FLAG_OPTIONAL, struct template, sizes, size_fields),
    CYAML_FIELD_FLOAT("rule-distance", CYAML_FLAG_OPTIONAL, struct template, rule_distance),
    LENGTH(template, box),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t template_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct template, template_fields),
};

/* Built into the program by `ld -r -b binary`. */
extern const char _binary_templates_classic_yaml_start[], _binary_templates_classic_yaml_end[];
extern const char _binary_templates_plain_yaml_start[], _binary_templates_plain_yaml_end[];

static const struct {
    const char *name, *start, *end;
} builtins[] = {
    {"classic", _binary_templates_classic_yaml_start, _binary_templates_classic_yaml_end},
    {"plain", _binary_templates_plain_yaml_start, _binary_templates_plain_yaml_end},
};

/* Millimetres; SCALE is the share of A4's margins and sizes that a smaller page takes. Tablets have
 * the size of their screens, so that a page fills one without scaling. */
static const struct {
    const char *name;
    double width, height, scale;
} papers[] = {
    {"a4", 210, 297, 1},
    {"letter", 215.9, 279.4, 1},
    {"legal", 215.9, 355.6, 1},
    {"a5", 148, 210, 0.78},
    {"remarkable", 157.8, 210.4, 0.82},
    {"supernote", 157.8, 210.4, 0.82},
    {"scribe", 157.5, 210, 0.82},
    {"ipad", 160.5, 229.8, 0.84},
};

static bool color_parse(const char *text, struct color *color)
{
    unsigned red, green, blue;
    char rest;
    if (strlen(text) != 7 || sscanf(text, "#%2x%2x%2x%c", &red, &green, &blue, &rest) != 3)
        return false;
    *color = (struct color){(float)red / 255.0f, (float)green / 255.0f, (float)blue / 255.0f};
    return true;
}

/* Luminance by WCAG 2.1, "relative luminance". */
static double luminance(struct color color)
{
    const double parts[3] = {color.red, color.green, color.blue};
    const double weights[3] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++)
        sum += weights[i] *
               (parts[i] <= 0.04045 ? parts[i] / 12.92 : pow((parts[i] + 0.055) / 1.055, 2.4));
    return sum;
}

double color_contrast(struct color one, struct color other)
{
    double a = luminance(one), b = luminance(other);
    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

static struct color tint_of(struct color color, double share)
{
    float part = (float)share;
    return (struct color){1 - part * (1 - color.red), 1 - part * (1 - color.green),
                          1 - part * (1 - color.blue)};
}

static bool take_color(const struct source *source, const char *key, const char *text,
                       struct color *color)
{
    if (text == NULL || color_parse(text, color))
        return true;
    report_failure(STATUS_BAD_INPUT, yaml_key_place(source, 0, source->length, key),
                   "'%s: %s' is no colour; write it like \"#B5482F\"", key, text);
    return false;
}

/* A length of LOW..HIGH given in the template replaces *LENGTH. */
static bool take_length(const struct source *source, const char *key, double given, double low,
                        double high, double *length)
{
    if (given == 0)
        return true;
    if (given >= low && given <= high) {
        *length = given;
        return true;
    }
    report_failure(STATUS_BAD_INPUT, yaml_key_place(source, 0, source->length, key),
                   "'%s: %g' is outside of %g-%g", key, given, low, high);
    return false;
}

static bool take_accents(const struct source *source, const struct template *given,
                         struct look *look)
{
    for (unsigned i = 0; i < LOOK_ACCENTS && given->accents_count > 0; i++)
        if (!take_color(source, "accents", given->accents[i % given->accents_count],
                        &look->accents[i]))
            return false;
    if (given->tint == NULL)
        return true;
    if (!(*given->tint >= 0 && *given->tint <= 0.3)) {
        report_failure(STATUS_BAD_INPUT, yaml_key_place(source, 0, source->length, "tint"),
                       "'tint: %g' is outside of 0-0.3", *given->tint);
        return false;
    }
    for (int i = 0; i < LOOK_ACCENTS; i++)
        look->tints[i] = tint_of(look->accents[i], *given->tint);
    return true;
}

/* Lays what a template gives over LOOK, lengths in millimetres and points as written. */
static bool take(const struct source *source, const struct template *given, struct look *look)
{
    if (given->filled != NULL)
        look->filled = *given->filled;
    return take_length(source, "inner", given->margins.inner, 5, 60, &look->inner) &&
           take_length(source, "outer", given->margins.outer, 5, 60, &look->outer) &&
           take_length(source, "top", given->margins.top, 5, 60, &look->top) &&
           take_length(source, "bottom", given->margins.bottom, 12, 60, &look->bottom) &&
           take_length(source, "display", given->sizes.display, 16, 60, &look->display_size) &&
           take_length(source, "title", given->sizes.title, 12, 40, &look->title_size) &&
           take_length(source, "heading", given->sizes.heading, 8, 24, &look->heading_size) &&
           take_length(source, "body", given->sizes.body, 6, 16, &look->body_size) &&
           take_length(source, "small", given->sizes.small, 5, 14, &look->small_size) &&
           take_length(source, "label", given->sizes.label, 4, 12, &look->label_size) &&
           take_length(source, "rule-distance", given->rule_distance, 4, 15,
                       &look->rule_distance) &&
           take_length(source, "box", given->box, 2, 10, &look->box_size) &&
           take_color(source, "ink", given->colors.ink, &look->ink) &&
           take_color(source, "grey", given->colors.grey, &look->grey) &&
           take_color(source, "pale", given->colors.pale, &look->pale) &&
           take_color(source, "panel", given->colors.panel, &look->paper) &&
           take_color(source, "neutral", given->colors.neutral, &look->neutral) &&
           take_accents(source, given, look);
}

/* Reads one template over LOOK; *PAPER is set where it names one. */
static bool apply(struct pool *pool, const struct source *source, struct look *look,
                  const char **paper)
{
    void *data = NULL;
    if (!yaml_read(source, 0, source->length, &template_schema, false, &data))
        return false;
    const struct template *given = data;
    bool good = given == NULL || take(source, given, look);
    if (given != NULL && given->name != NULL)
        look->name = pool_copy(pool, given->name, strlen(given->name));
    if (given != NULL && given->paper != NULL)
        *paper = pool_copy(pool, given->paper, strlen(given->paper));
    yaml_discard(&template_schema, data);
    return good;
}

/* Gives the look its page, and its lengths in points. */
static bool fit_paper(struct look *look, const char *name)
{
    struct text known = TEXT_INIT;
    for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++) {
        text_print(&known, "%s%s", i == 0 ? "" : ", ", papers[i].name);
        if (strcmp(papers[i].name, name) != 0)
            continue;
        double scale = papers[i].scale;
        double *margins[] = {&look->inner, &look->outer, &look->top, &look->bottom};
        double *sizes[] = {&look->display_size, &look->title_size, &look->heading_size,
                           &look->body_size,    &look->small_size, &look->label_size};
        look->width = MM(papers[i].width);
        look->height = MM(papers[i].height);
        for (size_t k = 0; k < sizeof margins / sizeof margins[0]; k++)
            *margins[k] = MM(*margins[k] * scale);
        /* Type shrinks half as much as the page: it is read from the same distance. */
        for (size_t k = 0; k < sizeof sizes / sizeof sizes[0]; k++)
            *sizes[k] *= (1 + scale) / 2;
        look->rule_distance = MM(look->rule_distance);
        look->box_size = MM(look->box_size * (1 + scale) / 2);
        text_free(&known);
        return true;
    }
    report_failure(STATUS_USAGE, NOWHERE, "no paper '%s'; there are %s", name, text_string(&known));
    text_free(&known);
    return false;
}

static struct source builtin_source(size_t i)
{
    return (struct source){builtins[i].name, builtins[i].start,
                           (size_t)(builtins[i].end - builtins[i].start)};
}

/* Finds NAME among the built-in templates, else as a file (its bytes in POOL). */
static bool find_template(struct pool *pool, const char *name, struct source *source)
{
    struct text known = TEXT_INIT, bytes = TEXT_INIT;
    bool found = false;
    for (size_t i = 0; i < sizeof builtins / sizeof builtins[0] && !found; i++) {
        text_print(&known, "%s, ", builtins[i].name);
        found = strcmp(builtins[i].name, name) == 0;
        if (found)
            *source = builtin_source(i);
    }
    if (!found && file_read(name, TEMPLATE_LIMIT, &bytes)) {
        found = true;
        *source =
            (struct source){name, pool_copy(pool, text_string(&bytes), bytes.length), bytes.length};
    }
    if (!found)
        report_failure(STATUS_USAGE, NOWHERE, "no template '%s'; there are %sor a file of yours",
                       name, text_string(&known));
    text_free(&known);
    text_free(&bytes);
    return found;
}

const struct look *look_load(struct pool *pool, const char *name, const char *paper)
{
    struct look *look = pool_alloc(pool, sizeof *look);
    /* Reports point into the source, so it lives as long as the look. */
    struct source *base = pool_alloc(pool, sizeof *base);
    struct source *own = pool_alloc(pool, sizeof *own);
    const char *own_paper = "a4";
    *base = builtin_source(0);
    if (!find_template(pool, name, own) || !apply(pool, base, look, &own_paper))
        return NULL;
    if (own->bytes != base->bytes && !apply(pool, own, look, &own_paper))
        return NULL;
    look->neutral_tint = look->paper;
    if (!fit_paper(look, paper != NULL ? paper : own_paper))
        return NULL;
    if (look->width - look->inner - look->outer < MM(80) ||
        look->height - look->top - look->bottom < MM(120)) {
        report_failure(STATUS_BAD_INPUT, (struct place){own, 0, 0},
                       "the margins leave no room to write on this paper");
        return NULL;
    }
    return look;
}
