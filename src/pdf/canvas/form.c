/* form: boxes to tick and places to write in as fields of an interactive form (ISO 32000-1,
 * 12.7), named by what they stand for, with the nearest words as their tips. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/canvas/document.h"

#define MULTILINE    4096 /* /Ff: bit 13 */
#define LARGEST_TYPE 10.0
#define NEAR         60.0 /* points within which a text may be meant */

void canvas_field(struct canvas *canvas, enum field_kind kind, double x, double y, double width,
                  double height, const char *name, const char *tip)
{
    struct page *page = canvas_current(canvas);

    if (!canvas->facts.fillable || canvas->selected < 0)
        return;
    page->fields = pool_extend(canvas->pool, page->fields, page->field_count, &page->field_capacity,
                               sizeof *page->fields);
    bool ticked = kind == FIELD_TICKED;
    page->fields[page->field_count++] = (struct field){.kind = ticked ? FIELD_TICK : kind,
                                                       .ticked = ticked,
                                                       .left = x,
                                                       .top = y,
                                                       .right = x + width,
                                                       .bottom = y + height,
                                                       .name = canvas_keep(canvas, name),
                                                       .tip = canvas_keep(canvas, tip),
                                                       .element = canvas_form_element(canvas)};
}

bool canvas_is_fillable(const struct canvas *canvas)
{
    return canvas->facts.fillable;
}

/* --- Names ------------------------------------------------------------------------------------ */

/* A field on its way into the file. */
struct entry_field {
    struct field *field;
    int page;
    /* among all */
    size_t index;
    const char *base;
    /* among those of one base and kind, from 1 */
    int number;
    int object;
};

/* A field belongs to the lowest named spot that is not below it. */
static void name_by_targets(struct canvas *canvas, struct entry_field *fields, size_t count)
{
    size_t *first = pool_alloc(canvas->pool, ((size_t)canvas->page_count + 1) * sizeof *first);
    double *heights = pool_alloc(canvas->pool, (count + 1) * sizeof *heights);

    for (size_t i = 0, page = 0; i <= count; i++)
        for (; page <= (size_t)canvas->page_count && (i == count || fields[i].page >= (int)page);
             page++)
            first[page] = i;
    for (size_t t = 0; t < canvas->target_count; t++) {
        const struct target *target = &canvas->targets[t];
        for (size_t i = first[target->page]; i < first[target->page + 1]; i++) {
            struct entry_field *of = &fields[i];
            if (of->field->name || target->y > of->field->top + 4 ||
                (of->base && target->y <= heights[i]))
                continue;
            of->base = target->name;
            heights[i] = target->y;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (fields[i].field->name)
            fields[i].base = fields[i].field->name;
        else if (!fields[i].base)
            fields[i].base = pool_print(canvas->pool, "page-%d", fields[i].page + 1);
    }
}

static int compare_fields(const void *one, const void *other)
{
    const struct entry_field *const *a = one, *const *b = other;
    int order = strcmp((*a)->base, (*b)->base);

    if (order != 0)
        return order;
    if ((*a)->field->kind != (*b)->field->kind)
        return (int)(*a)->field->kind - (int)(*b)->field->kind;
    return ((*a)->index > (*b)->index) - ((*a)->index < (*b)->index);
}

static void number_fields(struct canvas *canvas, struct entry_field *fields, size_t count)
{
    struct entry_field **sorted =
        pool_alloc(canvas->pool, (count + 1) * sizeof(struct entry_field *));

    for (size_t i = 0; i < count; i++)
        sorted[i] = &fields[i];
    qsort(sorted, count, sizeof(struct entry_field *), compare_fields);
    for (size_t i = 0; i < count; i++) {
        bool same = i > 0 && strcmp(sorted[i]->base, sorted[i - 1]->base) == 0 &&
                    sorted[i]->field->kind == sorted[i - 1]->field->kind;
        sorted[i]->number = same ? sorted[i - 1]->number + 1 : 1;
    }
}

/* --- Tips ------------------------------------------------------------------------------------- */

/* How far the words are from a box: best at its right, else at its left, on its line. */
static double distance_to_box(const struct field *field, const struct caption *caption)
{
    double middle = (field->top + field->bottom) / 2, height = field->bottom - field->top;

    if (fabs(caption->baseline - 3 - middle) > height / 2 + 3)
        return INFINITY;
    if (caption->x >= field->left)
        return caption->x - field->left;
    return caption->right <= field->right ? 3 * (field->left - caption->right) + 20 : INFINITY;
}

/* How far they are from a place to write: before it on its line, above, or below a line. */
static double distance_to_line(const struct field *field, const struct caption *caption)
{
    bool across = caption->x < field->right && caption->right > field->left;
    double above = field->top - caption->baseline, below = caption->baseline - field->bottom;
    double aside = fabs(caption->x - field->left) / 4;

    if (field->kind == FIELD_LINE && caption->right <= field->left + 2 && above < 0 && below < 3)
        return field->left - caption->right;
    if (field->kind == FIELD_LINE && across && below > 0 && below < 12)
        return 6 + aside;
    if (across && above > -8)
        return 10 + fmax(above, 0) + aside;
    return INFINITY;
}

static const char *tip_of(const struct page *page, const struct field *field)
{
    bool box = field->kind == FIELD_TICK || field->kind == FIELD_ROUND;
    const char *tip = NULL;
    double nearest = box ? 10 * NEAR : NEAR;

    if (field->tip)
        return field->tip;
    for (size_t i = 0; i < page->caption_count; i++) {
        const struct caption *caption = &page->captions[i];
        double distance = box ? distance_to_box(field, caption) : distance_to_line(field, caption);
        if (caption->baseline >= 0 && *caption->text && distance < nearest) {
            nearest = distance;
            tip = caption->text;
        }
    }
    return tip ? tip : box ? "Done" : "Notes";
}

/* --- Objects ---------------------------------------------------------------------------------- */

/* What all fields share. */
struct form {
    int font, boxes, rounds, marks;
};

static int appearance(struct canvas *canvas, const char *operators)
{
    int object = canvas_stream(canvas, operators, strlen(operators));

    text_add(canvas_entries(canvas, object), "/Type/XObject/Subtype/Form/BBox[0 0 10 10]\n");
    return object;
}

/* Both looks of a box, which a viewer scales to its size; the box itself is on the page. */
static int box_appearance(struct canvas *canvas, int off, const char *on)
{
    int yes = appearance(canvas, on), object = canvas_dictionary(canvas);

    text_print(canvas_entries(canvas, object), "/N<</Yes %d 0 R/Off %d 0 R>>", yes, off);
    return object;
}

static struct form make_form(struct canvas *canvas)
{
    struct form form = {.font = canvas_dictionary(canvas)};
    int off = appearance(canvas, "");

    text_add(canvas_entries(canvas, form.font),
             "/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding");
    form.boxes = box_appearance(canvas, off, "0.1 G 1.5 w 1 J 1 j 2 5 m 4.2 2.6 l 8.2 8 l S\n");
    form.rounds = box_appearance(
        canvas, off,
        "0.1 g 8 5 m 8 6.66 6.66 8 5 8 c 3.34 8 2 6.66 2 5 c 2 3.34 3.34 2 5 2 c 6.66 2 8 3.34 8 5 "
        "c f\n");
    form.marks = canvas_dictionary(canvas);
    text_add(canvas_entries(canvas, form.marks), "/CA(4)");
    return form;
}

static void add_box(struct text *entries, const struct form *form, const struct field *field)
{
    const char *state = field->ticked ? "Yes" : "Off";

    text_print(entries, "/FT/Btn/V/%s/AS/%s/AP %d 0 R/MK %d 0 R", state, state,
               field->kind == FIELD_TICK ? form->boxes : form->rounds, form->marks);
}

/* Each has an appearance of its own: some programs write what was typed into it. */
static int text_appearance(struct canvas *canvas, const struct form *form,
                           const struct field *field)
{
    static const char empty[] = "/Tx BMC\nEMC\n";
    int object = canvas_stream(canvas, empty, sizeof empty - 1);
    struct text *entries = canvas_entries(canvas, object);

    text_add(entries, "/Type/XObject/Subtype/Form/BBox[0 0 ");
    canvas_number(entries, field->right - field->left, 1);
    text_add_char(entries, ' ');
    canvas_number(entries, field->bottom - field->top, 1);
    text_print(entries, "]/Resources<</Font<</Helv %d 0 R>>>>\n", form->font);
    return object;
}

static void add_text_field(struct text *entries, const struct field *field, int appearance_object)
{
    double size = fmin(LARGEST_TYPE, (field->bottom - field->top) * 0.7);

    text_add(entries, "/FT/Tx/DA(/Helv ");
    canvas_number(entries, size, 1);
    text_add(entries, " Tf 0 g)");
    if (field->kind == FIELD_AREA)
        text_print(entries, "/Ff %d", MULTILINE);
    text_print(entries, "/AP<</N %d 0 R>>", appearance_object);
}

static void write_field(struct canvas *canvas, const struct form *form, struct entry_field *of)
{
    static const char *const kinds[] = {[FIELD_TICK] = "tick",
                                        [FIELD_ROUND] = "circle",
                                        [FIELD_LINE] = "line",
                                        [FIELD_AREA] = "notes"};
    struct page *page = &canvas->pages[of->page];
    const struct field *field = of->field;
    bool box = field->kind == FIELD_TICK || field->kind == FIELD_ROUND;
    int own = box ? 0 : text_appearance(canvas, form, field);
    double corners[4] = {field->left, page->height - field->bottom, field->right,
                         page->height - field->top};
    struct text *entries = canvas_annotation(canvas, page, field->element);
    struct text name = TEXT_INIT;

    of->object = canvas->kids[canvas->elements[field->element].last].value;
    text_print(&name, "%s-%s", of->base, kinds[field->kind]);
    if (of->number > 1)
        text_print(&name, "-%d", of->number);
    text_add(entries, "/Subtype/Widget/F 4/T");
    canvas_text_string(entries, text_string(&name));
    text_add(entries, "/TU");
    canvas_text_string(entries, tip_of(page, field));
    text_add(entries, "/Rect[");
    for (int i = 0; i < 4; i++) {
        canvas_number(entries, corners[i], 1);
        text_add_char(entries, i < 3 ? ' ' : ']');
    }
    text_print(entries, "/P %d 0 R", canvas_number_of(page->handle));
    if (box)
        add_box(entries, form, field);
    else
        add_text_field(entries, field, own);
    text_free(&name);
}

void canvas_write_form(struct canvas *canvas)
{
    size_t count = 0, at = 0;
    struct entry_field *fields;
    struct form form;
    struct text *entries;
    int object;

    for (int i = 0; i < canvas->page_count; i++)
        count += canvas->pages[i].field_count;
    if (count == 0)
        return;
    fields = pool_alloc(canvas->pool, count * sizeof *fields);
    for (int i = 0; i < canvas->page_count; i++)
        for (size_t k = 0; k < canvas->pages[i].field_count; k++, at++)
            fields[at] =
                (struct entry_field){.field = &canvas->pages[i].fields[k], .page = i, .index = at};
    name_by_targets(canvas, fields, count);
    number_fields(canvas, fields, count);
    form = make_form(canvas);
    for (size_t i = 0; i < count; i++)
        write_field(canvas, &form, &fields[i]);
    object = canvas_dictionary(canvas);
    entries = canvas_entries(canvas, object);
    text_print(entries, "/DA(/Helv 0 Tf 0 g)/DR<</Font<</Helv %d 0 R>>>>/Fields[", form.font);
    for (size_t i = 0; i < count; i++)
        text_print(entries, "%d 0 R ", fields[i].object);
    text_add_char(entries, ']');
    text_print(canvas_catalog(canvas), "/AcroForm %d 0 R\n", object);
}
