/* form_names: what fields are called. A name must find the same place in the next edition, whatever
 * was added before it: it is made of what the place is about and of the named spot where that
 * stands, and numbered among its equals there. */
#include <stdlib.h>
#include <string.h>

#include "pdf/canvas/form.h"

#define ID_LENGTH 36 /* of a UUID */

static const char *const kinds[] = {
    [FIELD_TICK] = "tick", [FIELD_ROUND] = "circle", [FIELD_LINE] = "line", [FIELD_AREA] = "notes"};

/* --- Spots ------------------------------------------------------------------------------------ */

/* An item may stand elsewhere on the page next time, or not at all: no place for other items. */
static bool is_item(const char *target)
{
    return strlen(target) == ID_LENGTH && target[8] == '-';
}

/* The lowest spots so far that are not below a field. */
struct spots {
    /* any, and one that is no item's; NULL: none */
    const char *nearest, *lasting;
    double nearest_y, lasting_y;
};

static void take_target(struct spots *spots, const struct target *target, const struct field *field)
{
    if (target->y > field->top + 4)
        return;
    if (!spots->nearest || target->y > spots->nearest_y) {
        spots->nearest = target->name;
        spots->nearest_y = target->y;
    }
    if (!is_item(target->name) && (!spots->lasting || target->y > spots->lasting_y)) {
        spots->lasting = target->name;
        spots->lasting_y = target->y;
    }
}

/* Each field's spots, from the targets of its page. */
static struct spots *find_spots(struct canvas *canvas, const struct entry_field *fields,
                                size_t count)
{
    size_t *first = pool_alloc(canvas->pool, ((size_t)canvas->page_count + 1) * sizeof *first);
    struct spots *spots = pool_alloc(canvas->pool, (count + 1) * sizeof *spots);

    for (size_t i = 0, page = 0; i <= count; i++)
        for (; page <= (size_t)canvas->page_count && (i == count || fields[i].page >= (int)page);
             page++)
            first[page] = i;
    for (size_t t = 0; t < canvas->target_count; t++) {
        const struct target *target = &canvas->targets[t];
        for (size_t i = first[target->page]; i < first[target->page + 1]; i++)
            take_target(&spots[i], target, fields[i].field);
    }
    return spots;
}

/* A page without a spot of its own is told by how far it is behind one that has one. */
static const char *page_name(const struct canvas *canvas, int page)
{
    int behind = 0;

    while (behind < page && !canvas->pages[page - behind].first_target)
        behind++;
    const char *target = canvas->pages[page - behind].first_target;
    if (target && behind == 0)
        return target;
    return target ? pool_print(canvas->pool, "%s-page-%d", target, behind + 1)
                  : pool_print(canvas->pool, "page-%d", page + 1);
}

/* What a field's name begins with. */
static const char *stem_of(const struct canvas *canvas, const struct entry_field *of,
                           const struct spots *spots)
{
    const char *name = of->field->name;

    if (!name)
        return spots->nearest ? spots->nearest : page_name(canvas, of->page);
    if (canvas_target_page(canvas, name) == of->page)
        return name;
    return pool_print(canvas->pool, "%s-on-%s", name,
                      spots->lasting ? spots->lasting : page_name(canvas, of->page));
}

/* As the first edition had it. */
static const char *first_stem_of(const struct canvas *canvas, const struct entry_field *of,
                                 const struct spots *spots)
{
    if (of->field->name)
        return of->field->name;
    return spots->nearest ? spots->nearest : pool_print(canvas->pool, "page-%d", of->page + 1);
}

/* --- Numbers ---------------------------------------------------------------------------------- */

/* A field among those of its stem and kind. */
struct ranked {
    const char *stem;
    enum field_kind kind;
    size_t index;
};

static int compare_ranked(const void *one, const void *other)
{
    const struct ranked *a = one, *b = other;
    int order = strcmp(a->stem, b->stem);

    if (order != 0)
        return order;
    if (a->kind != b->kind)
        return (int)a->kind - (int)b->kind;
    return (a->index > b->index) - (a->index < b->index);
}

/* The names of COUNT fields of these stems, numbered in order. */
static const char **number_names(struct canvas *canvas, struct ranked *ranked, size_t count)
{
    const char **names = pool_alloc(canvas->pool, (count + 1) * sizeof *names);
    int number = 0;

    if (count > 0)
        qsort(ranked, count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < count; i++) {
        const struct ranked *of = &ranked[i];
        bool same =
            i > 0 && strcmp(of->stem, ranked[i - 1].stem) == 0 && of->kind == ranked[i - 1].kind;
        number = same ? number + 1 : 1;
        names[of->index] =
            number > 1 ? pool_print(canvas->pool, "%s-%s-%d", of->stem, kinds[of->kind], number)
                       : pool_print(canvas->pool, "%s-%s", of->stem, kinds[of->kind]);
    }
    return names;
}

static const char **names_of(struct canvas *canvas, const struct entry_field *fields, size_t count,
                             const char *(*stem)(const struct canvas *, const struct entry_field *,
                                                 const struct spots *))
{
    const struct spots *spots = find_spots(canvas, fields, count);
    struct ranked *ranked = pool_alloc(canvas->pool, (count + 1) * sizeof *ranked);

    for (size_t i = 0; i < count; i++)
        ranked[i] = (struct ranked){stem(canvas, &fields[i], &spots[i]), fields[i].field->kind, i};
    return number_names(canvas, ranked, count);
}

void form_name_fields(struct canvas *canvas, struct entry_field *fields, size_t count)
{
    const char **names = names_of(canvas, fields, count, stem_of);

    for (size_t i = 0; i < count; i++)
        fields[i].name = names[i];
}

/* --- Fillings --------------------------------------------------------------------------------- */

static int compare_filling(const void *name, const void *filling)
{
    return strcmp(name, ((const struct filling *)filling)->name);
}

/* The filling of that name, of the field's kind; NULL: none, or it is taken. */
static struct filling *filling_named(const struct canvas *canvas, const char *name,
                                     const struct field *field)
{
    bool box = field->kind == FIELD_TICK || field->kind == FIELD_ROUND;
    struct filling *filling = bsearch(name, canvas->fillings, canvas->filling_count,
                                      sizeof *canvas->fillings, compare_filling);

    return filling && !filling->placed && box == !filling->text ? filling : NULL;
}

static void take_filling(struct entry_field *of, struct filling *filling)
{
    of->filling = filling;
    filling->placed = of->name;
    filling->usual = !filling->text && filling->ticked == of->field->ticked;
}

/* The first edition numbered an item's fields through the whole book: the tip must agree, too. */
static void match_first_names(struct canvas *canvas, struct entry_field *fields, size_t count)
{
    const char **names = names_of(canvas, fields, count, first_stem_of);

    for (size_t i = 0; i < count; i++) {
        struct filling *filling = filling_named(canvas, names[i], fields[i].field);
        if (filling && !fields[i].filling && strcmp(filling->tip, fields[i].tip) == 0)
            take_filling(&fields[i], filling);
    }
}

void form_match_fillings(struct canvas *canvas, struct entry_field *fields, size_t count)
{
    size_t left = canvas->filling_count;

    if (left == 0)
        return;
    for (size_t i = 0; i < count; i++) {
        struct filling *filling = filling_named(canvas, fields[i].name, fields[i].field);
        if (filling) {
            take_filling(&fields[i], filling);
            left--;
        }
    }
    if (left > 0)
        match_first_names(canvas, fields, count);
}
