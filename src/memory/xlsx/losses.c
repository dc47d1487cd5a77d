/* losses: told by elements of the sheet, and by the kinds of parts that belong to it. */
#include "memory/xlsx/losses.h"

#include <string.h>

#include "memory/xlsx/xml.h"

/* What is told by neither an element nor a relation has no names here. */
#define LOSSES(LOSS)                                                                               \
    LOSS(CHARTS, NULL, "chart", "charts")                                                          \
    LOSS(NEW_CHARTS, NULL, "chartEx", "charts")                                                    \
    LOSS(PICTURES, "picture", "image", "pictures")                                                 \
    LOSS(DRAWINGS, NULL, NULL, "drawings")                                                         \
    LOSS(MERGED, "mergeCell", NULL, "merged cells")                                                \
    LOSS(TABLES, "tablePart", "table", "tables")                                                   \
    LOSS(PIVOTS, NULL, "pivotTable", "pivot tables")                                               \
    LOSS(CONDITIONAL, "conditionalFormatting", NULL, "conditional formats")                        \
    LOSS(VALIDATIONS, "dataValidation", NULL, "lists to choose from")                              \
    LOSS(SPARKLINES, "sparkline", NULL, "sparklines")                                              \
    LOSS(FILTERS, "autoFilter", NULL, "filters")                                                   \
    LOSS(LINKS, "hyperlink", NULL, "links")                                                        \
    LOSS(ARRAYS, NULL, NULL, "array formulas")                                                     \
    LOSS(DATA_TABLES, NULL, NULL, "data tables")                                                   \
    LOSS(OBJECTS, "oleObject", NULL, "embedded objects")                                           \
    LOSS(CONTROLS, "control", NULL, "form controls")

#define LOSS_KIND(name, element, relation, words) LOSS_##name,
enum { LOSSES(LOSS_KIND) LOSS_COUNT };

#define LOSS_ROW(name, element, relation, words) {element, relation, words},
static const struct {
    const char *element, *relation, *words;
} KINDS[] = {LOSSES(LOSS_ROW)};

static losses bit(int kind)
{
    return (losses)1 << kind;
}

losses losses_of_element(const char *name)
{
    const char *bar = strrchr(name, '|');
    const char *last = bar ? bar + 1 : name;

    for (int i = 0; i < LOSS_COUNT; i++)
        if (KINDS[i].element && strcmp(KINDS[i].element, last) == 0)
            return bit(i);
    return 0;
}

losses losses_of_arrays(void)
{
    return bit(LOSS_ARRAYS);
}

losses losses_of_data_tables(void)
{
    return bit(LOSS_DATA_TABLES);
}

losses losses_of_charts(void)
{
    return bit(LOSS_CHARTS);
}

static losses of_types(const struct relations *relations)
{
    losses found = 0;

    for (int i = 0; i < LOSS_COUNT; i++)
        if (KINDS[i].relation && relations_typed(relations, KINDS[i].relation))
            found |= bit(i);
    return found;
}

/* The anchor of a drawing that is read now, and whether any was of neither chart nor picture. */
struct anchors {
    bool framed, shapes;
};

static bool is_anchor(const char *name)
{
    static const char anchor[] = "Anchor"; /* "twoCellAnchor": each shape has one */
    size_t length = strlen(name), ending = sizeof anchor - 1;

    return length > ending && strcmp(name + length - ending, anchor) == 0;
}

static void drawing_starts(struct xml_reader *reader, const char *name, const char **attributes)
{
    struct anchors *anchors = reader->data;
    const char *bar = strrchr(name, '|'), *last = bar ? bar + 1 : name;

    (void)attributes;
    if (is_anchor(name))
        anchors->framed = false;
    else if (strcmp(last, "graphicFrame") == 0 || strcmp(last, "pic") == 0)
        anchors->framed = true;
}

static void drawing_ends(struct xml_reader *reader, const char *name)
{
    struct anchors *anchors = reader->data;

    anchors->shapes |= is_anchor(name) && !anchors->framed;
}

/* Whether a drawing holds shapes besides the charts and pictures (KINDS) that it has parts of, into
 * *SHAPES: some programs give each sheet an empty one. A part that is not there holds what nobody
 * knows. */
static bool holds_shapes(struct archive *archive, const char *name, losses kinds, bool *shapes,
                         struct text *why)
{
    const struct archive_part *part = archive_find(archive, name);
    struct anchors anchors = {.shapes = false};
    struct xml_reader reader = {.data = &anchors, .starts = drawing_starts, .ends = drawing_ends};

    if (part && !xml_read(archive, part, &reader, why))
        return false;
    *shapes = part ? anchors.shapes : !kinds;
    return true;
}

bool losses_of_relations(struct store *store, struct archive *archive,
                         const struct relations *relations, losses *found, size_t *charts,
                         struct text *why)
{
    const struct relation *drawing = relations_typed(relations, "drawing");
    struct relations drawn;

    *found |= of_types(relations);
    if (!drawing)
        return true;
    if (!relations_read(store, archive, drawing->target, &drawn, why))
        return false;
    losses kinds = of_types(&drawn);
    bool shapes = false;
    if (!holds_shapes(archive, drawing->target, kinds, &shapes, why))
        return false;
    for (size_t i = 0; i < drawn.count; i++)
        *charts += strncmp(drawn.items[i].type, "chart", 5) == 0;
    *found |= kinds | (shapes ? bit(LOSS_DRAWINGS) : 0);
    return true;
}

const char *losses_in_words(struct store *store, losses found)
{
    struct text words = TEXT_INIT;

    for (int i = 0; i < LOSS_COUNT; i++) {
        if (!(found & bit(i)) || (i == LOSS_NEW_CHARTS && (found & bit(LOSS_CHARTS))))
            continue;
        text_add(&words, words.length > 0 ? ", " : "");
        text_add(&words, KINDS[i].words);
    }
    const char *kept = pool_copy(store->pool, text_string(&words), words.length);
    text_free(&words);
    return kept;
}
