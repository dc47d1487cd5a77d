/* look: templates laid over each other, and fitted to a paper. */
#include "pdf/look/look.h"

#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/nearest.h"
#include "pdf/look/colors.h"
#include "pdf/look/template.h"

#define TEMPLATE_LIMIT ((size_t)1 << 20)
#define DEPTH_MOST     8 /* of templates that extend each other */
#define PAPERS_MOST    64

/* Built into the program by `ld -r -b binary`. */
#define BUILTIN(name)                                                                              \
    extern const char _binary_templates_##name##_yaml_start[], _binary_templates_##name##_yaml_end[]
BUILTIN(classic);
BUILTIN(plain);
BUILTIN(eink);
BUILTIN(compact);

static const struct {
    const char *name, *start, *end;
} builtins[] = {
#define DATA(name)                                                                                 \
    {                                                                                              \
#name, _binary_templates_##name##_yaml_start, _binary_templates_##name##_yaml_end          \
    }
    DATA(classic),
    DATA(plain),
    DATA(eink),
    DATA(compact),
};
#define BUILTIN_COUNT (sizeof builtins / sizeof builtins[0])

static const char *const page_names[PAGE_KIND_COUNT] = {
#define PAGE_NAME(file, name) name,
    PAGE_KINDS(PAGE_NAME)
#undef PAGE_NAME
};

/* A paper as a template lists it. */
struct listed_paper {
    struct paper paper;
    /* share of A4's margins and sizes */
    double scale;
    /* a screen of that size, so that a page fills it unscaled */
    bool tablet;
};

/* What the templates read so far amount to. */
struct making {
    struct pool *pool;
    struct look *look;
    const char *paper;
    /* NULL: as the paper has it */
    const bool *duplex;
    double tint;
    struct listed_paper papers[PAPERS_MOST];
    size_t paper_count;
    int depth;
};

bool look_has(const struct look *look, enum page_index kind)
{
    for (size_t i = 0; i < look->page_count; i++)
        if (look->pages[i] == kind)
            return true;
    return false;
}

struct color look_accent(const struct look *look, int phase)
{
    return phase < 0 ? look->neutral : look->accents[phase % LOOK_ACCENTS];
}

struct color look_tint(const struct look *look, int phase)
{
    return phase < 0 ? look->neutral_tint : look->tints[phase % LOOK_ACCENTS];
}

static const char *kept(const struct making *making, const char *words)
{
    return pool_copy(making->pool, words, strlen(words));
}

static bool take_color(const struct source *source, const char *key, const char *text,
                       struct color *color)
{
    if (!text || color_parse(text, color))
        return true;
    report_failure(STATUS_BAD_INPUT, template_place(source, key, text),
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
    report_failure(STATUS_BAD_INPUT, template_place(source, key, ""),
                   "'%s: %g' is outside of %g-%g", key, given, low, high);
    return false;
}

/* VALUE is none of what KEY may hold: says which those are, and which was meant. */
static bool refuse_word(const struct source *source, const char *key, const char *value,
                        const char *const *words, size_t count)
{
    const char *meant = nearest_word(value, words, count);
    struct text known = TEXT_INIT;

    for (size_t i = 0; i < count; i++)
        text_print(&known, "%s%s", i == 0 ? "" : ", ", words[i]);
    if (meant)
        report_failure(STATUS_BAD_INPUT, template_place(source, key, value),
                       "'%s' is no value of '%s'; did you mean '%s'?", value, key, meant);
    else
        report_failure(STATUS_BAD_INPUT, template_place(source, key, value),
                       "'%s' is no value of '%s'; there are %s", value, key, text_string(&known));
    text_free(&known);
    return false;
}

static bool take_accents(const struct source *source, const struct template *given,
                         struct making *making)
{
    struct look *look = making->look;

    for (unsigned i = 0; i < LOOK_ACCENTS && given->accents_count > 0; i++)
        if (!take_color(source, "accents", given->accents[i % given->accents_count],
                        &look->accents[i]))
            return false;
    if (given->tint)
        making->tint = *given->tint;
    if (!(making->tint >= 0 && making->tint <= 0.3)) {
        report_failure(STATUS_BAD_INPUT, template_place(source, "tint", ""),
                       "'tint: %g' is outside of 0-0.3", making->tint);
        return false;
    }
    for (int i = 0; i < LOOK_ACCENTS; i++)
        look->tints[i] = color_tint(look->accents[i], making->tint);
    return true;
}

/* What a book has where no template says which pages. */
static void list_all_pages(struct look *look)
{
    for (enum page_index kind = 0; kind < PAGE_KIND_COUNT; kind++)
        look->pages[look->page_count++] = kind;
}

static bool take_pages(const struct source *source, const struct template *given, struct look *look)
{
    if (given->pages_count > 0)
        look->page_count = 0;
    for (unsigned i = 0; i < given->pages_count; i++) {
        enum page_index kind = 0;
        while (kind < PAGE_KIND_COUNT && strcasecmp(page_names[kind], given->pages[i]) != 0)
            kind++;
        if (kind == PAGE_KIND_COUNT)
            return refuse_word(source, "pages", given->pages[i], page_names, PAGE_KIND_COUNT);
        if (!look_has(look, kind))
            look->pages[look->page_count++] = kind;
    }
    return true;
}

static bool take_hand(const struct source *source, const struct template *given,
                      struct making *making)
{
    static const char *const hands[] = {"right", "left"};

    if (given->duplex) {
        bool *duplex = pool_alloc(making->pool, sizeof *duplex);
        *duplex = *given->duplex;
        making->duplex = duplex;
    }
    if (!given->hand)
        return true;
    making->look->left_handed = strcasecmp(given->hand, "left") == 0;
    return making->look->left_handed || strcasecmp(given->hand, "right") == 0 ||
           refuse_word(source, "hand", given->hand, hands, 2);
}

/* A paper of a name known already replaces that one. */
static bool take_papers(const struct source *source, const struct template *given,
                        struct making *making)
{
    for (unsigned i = 0; i < given->papers_count; i++) {
        const struct template_paper *from = &given->papers[i];
        size_t at = 0;
        while (at < making->paper_count &&
               strcasecmp(making->papers[at].paper.name, from->name) != 0)
            at++;
        if (at == PAPERS_MOST)
            break;
        struct listed_paper *listed = &making->papers[at];
        *listed = (struct listed_paper){
            .paper.name = kept(making, from->name), .scale = 1, .tablet = from->tablet};
        making->paper_count += at == making->paper_count;
        if (!take_length(source, "width", from->width, 100, 600, &listed->paper.width) ||
            !take_length(source, "height", from->height, 140, 850, &listed->paper.height) ||
            !take_length(source, "scale", from->scale, 0.5, 2, &listed->scale))
            return false;
    }
    return true;
}

static bool take_sizes(const struct source *source, const struct template *given, struct look *look)
{
    double weeks = look->weeks_a_page;
    bool good =
        take_length(source, "inner", given->margins.inner, 5, 60, &look->inner) &&
        take_length(source, "outer", given->margins.outer, 5, 60, &look->outer) &&
        take_length(source, "top", given->margins.top, 5, 60, &look->top) &&
        take_length(source, "bottom", given->margins.bottom, 12, 60, &look->bottom) &&
        take_length(source, "display", given->sizes.display, 16, 60, &look->display_size) &&
        take_length(source, "title", given->sizes.title, 12, 40, &look->title_size) &&
        take_length(source, "heading", given->sizes.heading, 8, 24, &look->heading_size) &&
        take_length(source, "body", given->sizes.body, 6, 16, &look->body_size) &&
        take_length(source, "small", given->sizes.small, 5, 14, &look->small_size) &&
        take_length(source, "label", given->sizes.label, 4, 12, &look->label_size) &&
        take_length(source, "rule-distance", given->rule_distance, 4, 15, &look->rule_distance) &&
        take_length(source, "box", given->box, 2, 10, &look->box_size) &&
        take_length(source, "weeks-a-page", given->weeks_a_page, 1, 2, &weeks);

    look->weeks_a_page = (int)weeks;
    return good;
}

/* Lays what a template gives over the look, lengths in millimetres and points as written. */
static bool take(const struct source *source, const struct template *given, struct making *making)
{
    struct look *look = making->look;

    if (given->filled)
        look->filled = *given->filled;
    if (given->paper)
        making->paper = kept(making, given->paper);
    if (given->families.serif)
        look->serif = kept(making, given->families.serif);
    if (given->families.sans)
        look->sans = kept(making, given->families.sans);
    if (given->families.mono)
        look->mono = kept(making, given->families.mono);
    return take_sizes(source, given, look) &&
           take_color(source, "ink", given->colors.ink, &look->ink) &&
           take_color(source, "grey", given->colors.grey, &look->grey) &&
           take_color(source, "pale", given->colors.pale, &look->pale) &&
           take_color(source, "panel", given->colors.panel, &look->paper) &&
           take_color(source, "neutral", given->colors.neutral, &look->neutral) &&
           take_accents(source, given, making) && take_pages(source, given, look) &&
           take_hand(source, given, making) && take_papers(source, given, making);
}

static void note_file(struct pool *pool, struct look *look, const char *path)
{
    look->files =
        pool_extend(pool, look->files, look->file_count, &look->file_capacity, sizeof *look->files);
    look->files[look->file_count++] = path;
}

/* Finds NAME among the built-in templates, else as a file beside BESIDE (NULL: as it is). */
static bool find_template(struct making *making, const char *name, const char *beside,
                          struct source *source)
{
    struct pool *pool = making->pool;
    struct text bytes = TEXT_INIT;

    for (size_t i = 0; i < BUILTIN_COUNT; i++) {
        if (strcmp(builtins[i].name, name) != 0)
            continue;
        *source = (struct source){builtins[i].name, builtins[i].start,
                                  (size_t)(builtins[i].end - builtins[i].start)};
        return true;
    }
    if (beside)
        name = path_beside(pool, beside, name);
    bool found = file_read(name, TEMPLATE_LIMIT, &bytes);
    if (found) {
        *source =
            (struct source){name, pool_copy(pool, text_string(&bytes), bytes.length), bytes.length};
        note_file(pool, making->look, name);
    }
    text_free(&bytes);
    return found;
}

static bool refuse_template(const char *name, struct place place)
{
    struct text known = TEXT_INIT;

    for (size_t i = 0; i < BUILTIN_COUNT; i++)
        text_print(&known, "%s, ", builtins[i].name);
    report_failure(place.source ? STATUS_BAD_INPUT : STATUS_USAGE, place,
                   "no template '%s'; there are %sor a file of yours", name, text_string(&known));
    text_free(&known);
    return false;
}

/* Reads the template NAME over what it extends; *WHERE (may be NULL) becomes its source. */
static bool apply(struct making *making, const char *name, const struct source *from,
                  struct place asked, const struct source **where)
{
    /* Reports point into the source, so it lives as long as the look. */
    struct source *source = pool_alloc(making->pool, sizeof *source);
    struct template *given = NULL;

    if (++making->depth > DEPTH_MOST) {
        report_failure(STATUS_BAD_INPUT, asked, "these templates extend each other without end");
        return false;
    }
    if (!find_template(making, name, from ? from->name : NULL, source))
        return refuse_template(name, asked);
    if (!template_read(source, &given))
        return false;
    const char *base = given && given->extends ? given->extends : "classic";
    bool root = source->bytes == builtins[0].start, good = true;
    if (!root)
        good = apply(making, base, source, template_place(source, "extends", base), NULL);
    good = good && (!given || take(source, given, making));
    template_free(given);
    if (where)
        *where = source;
    return good;
}

/* Gives the look its page, and its lengths in points; ASKED: where the paper was, NULL where it is
 * the template's own. */
static bool fit_paper(struct making *making, const char *name, const struct place *asked,
                      const struct source *source)
{
    struct look *look = making->look;
    const struct listed_paper *listed = NULL;
    struct text known = TEXT_INIT;

    for (size_t i = 0; i < making->paper_count; i++) {
        text_print(&known, "%s%s", i == 0 ? "" : ", ", making->papers[i].paper.name);
        if (strcasecmp(making->papers[i].paper.name, name) == 0)
            listed = &making->papers[i];
    }
    if (!listed) {
        struct place place = asked ? *asked : template_place(source, "paper", name);
        report_failure(!place.source ? STATUS_USAGE : STATUS_BAD_INPUT, place,
                       "no paper '%s'; there are %s", name, text_string(&known));
        text_free(&known);
        return false;
    }
    text_free(&known);
    double scale = listed->scale;
    double *margins[] = {&look->inner, &look->outer, &look->top, &look->bottom};
    double *sizes[] = {&look->display_size, &look->title_size, &look->heading_size,
                       &look->body_size,    &look->small_size, &look->label_size};
    look->paper_name = listed->paper.name;
    look->width = MM(listed->paper.width);
    look->height = MM(listed->paper.height);
    look->duplex = making->duplex ? *making->duplex : !listed->tablet;
    for (size_t k = 0; k < sizeof margins / sizeof margins[0]; k++)
        *margins[k] = MM(*margins[k] * scale);
    /* Type shrinks half as much as the page: it is read from the same distance. */
    for (size_t k = 0; k < sizeof sizes / sizeof sizes[0]; k++)
        *sizes[k] *= (1 + scale) / 2;
    look->rule_distance = MM(look->rule_distance);
    look->box_size = MM(look->box_size * (1 + scale) / 2);
    return true;
}

struct paper look_paper(const struct look *look)
{
    return (struct paper){look->paper_name, look->width / MM(1), look->height / MM(1)};
}

const struct look *look_load_at(struct pool *pool, const char *name, struct place name_place,
                                const char *paper, struct place paper_place)
{
    struct making *making = pool_alloc(pool, sizeof *making);
    const struct source *source = NULL;

    making->pool = pool;
    making->look = pool_alloc(pool, sizeof *making->look);
    list_all_pages(making->look);
    if (!apply(making, name, NULL, name_place, &source))
        return NULL;
    struct look *look = making->look;
    look->neutral_tint = look->paper;
    if (!fit_paper(making, paper ? paper : making->paper, paper ? &paper_place : NULL, source))
        return NULL;
    if (look->width - look->inner - look->outer < MM(80) ||
        look->height - look->top - look->bottom < MM(120)) {
        report_failure(STATUS_BAD_INPUT, (struct place){source, 0, 0},
                       "the margins leave no room to write on this paper");
        return NULL;
    }
    return look;
}
