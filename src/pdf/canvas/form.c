/* form: boxes to tick and places to write in as fields of an interactive form (ISO 32000-1,
 * 12.7), with the nearest words as their tips, and filled in as the old book was. */
#include <math.h>
#include <string.h>

#include "pdf/canvas/form.h"

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

void canvas_fill(struct canvas *canvas, struct filling *fillings, size_t count)
{
    canvas->fillings = fillings;
    canvas->filling_count = count;
}

static bool is_box(const struct field *field)
{
    return field->kind == FIELD_TICK || field->kind == FIELD_ROUND;
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
    bool box = is_box(field);
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
    /* NULL: nothing is filled in */
    struct ruler *ruler;
    /* a field has no appearance: viewers are to make it */
    bool lacks_appearance;
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

/* Its default (/DV) is what the roadmap says: what differs from it was filled in. */
static void add_box(struct text *entries, const struct form *form, const struct entry_field *of)
{
    const struct field *field = of->field;
    const char *state = (of->filling ? of->filling->ticked : field->ticked) ? "Yes" : "Off";

    text_print(entries, "/FT/Btn/V/%s/AS/%s/AP %d 0 R/MK %d 0 R", state, state,
               field->kind == FIELD_TICK ? form->boxes : form->rounds, form->marks);
    if (field->ticked)
        text_add(entries, "/DV/Yes");
}

static double type_size(const struct field *field)
{
    return fmin(LARGEST_TYPE, (field->bottom - field->top) * 0.7);
}

/* Each has an appearance of its own: some programs write what was typed into it. 0: what is filled
 * in needs another font than the form's. */
static int text_appearance(struct canvas *canvas, const struct form *form,
                           const struct entry_field *of)
{
    const struct field *field = of->field;
    double width = field->right - field->left, height = field->bottom - field->top;
    struct text operators = TEXT_INIT;

    if (!of->filling)
        text_add(&operators, "/Tx BMC\nEMC\n");
    else if (!form_text_show(form->ruler, &operators, of->filling->text, width, height,
                             type_size(field), field->kind == FIELD_AREA))
        return 0;
    int object = canvas_stream(canvas, operators.bytes, operators.length);
    struct text *entries = canvas_entries(canvas, object);
    text_add(entries, "/Type/XObject/Subtype/Form/BBox[0 0 ");
    canvas_number(entries, width, 1);
    text_add_char(entries, ' ');
    canvas_number(entries, height, 1);
    text_print(entries, "]/Resources<</Font<</Helv %d 0 R>>>>\n", form->font);
    text_free(&operators);
    return object;
}

static void add_text_field(struct text *entries, const struct entry_field *of,
                           int appearance_object)
{
    text_add(entries, "/FT/Tx/DA(/Helv ");
    canvas_number(entries, type_size(of->field), 1);
    text_add(entries, " Tf 0 g)");
    if (of->field->kind == FIELD_AREA)
        text_print(entries, "/Ff %d", MULTILINE);
    if (appearance_object != 0)
        text_print(entries, "/AP<</N %d 0 R>>", appearance_object);
    if (of->filling) {
        text_add(entries, "/V");
        canvas_text_string(entries, of->filling->text);
    }
}

static void write_field(struct canvas *canvas, struct form *form, struct entry_field *of)
{
    struct page *page = &canvas->pages[of->page];
    const struct field *field = of->field;
    int own = is_box(field) ? 0 : text_appearance(canvas, form, of);
    double corners[4] = {field->left, page->height - field->bottom, field->right,
                         page->height - field->top};
    struct text *entries = canvas_annotation(canvas, page, field->element);

    of->object = canvas->kids[canvas->elements[field->element].last].value;
    text_add(entries, "/Subtype/Widget/F 4/T");
    canvas_text_string(entries, of->name);
    text_add(entries, "/TU");
    canvas_text_string(entries, of->tip);
    text_add(entries, "/Rect[");
    for (int i = 0; i < 4; i++) {
        canvas_number(entries, corners[i], 1);
        text_add_char(entries, i < 3 ? ' ' : ']');
    }
    text_print(entries, "/P %d 0 R", canvas_number_of(page->handle));
    if (is_box(field))
        add_box(entries, form, of);
    else
        add_text_field(entries, of, own);
    form->lacks_appearance |= !is_box(field) && own == 0;
}

/* All fields in the order of pages, *COUNT of them, with names, tips and what fills them. */
static struct entry_field *list_fields(struct canvas *canvas, size_t *count)
{
    struct entry_field *fields;
    size_t at = 0;

    *count = 0;
    for (int i = 0; i < canvas->page_count; i++)
        *count += canvas->pages[i].field_count;
    fields = pool_alloc(canvas->pool, (*count + 1) * sizeof *fields);
    for (int i = 0; i < canvas->page_count; i++) {
        struct page *page = &canvas->pages[i];
        for (size_t k = 0; k < page->field_count; k++, at++)
            fields[at] = (struct entry_field){
                .field = &page->fields[k], .page = i, .tip = tip_of(page, &page->fields[k])};
    }
    form_name_fields(canvas, fields, *count);
    form_match_fillings(canvas, fields, *count);
    return fields;
}

void canvas_write_form(struct canvas *canvas)
{
    size_t count;
    struct entry_field *fields = list_fields(canvas, &count);

    if (count == 0)
        return;
    struct form form = make_form(canvas);
    if (canvas->filling_count > 0)
        form.ruler = ruler_new();
    for (size_t i = 0; i < count; i++)
        write_field(canvas, &form, &fields[i]);
    ruler_free(form.ruler);
    int object = canvas_dictionary(canvas);
    struct text *entries = canvas_entries(canvas, object);
    text_print(entries, "/DA(/Helv 0 Tf 0 g)/DR<</Font<</Helv %d 0 R", form.font);
    if (form.lacks_appearance) /* then they make those of boxes anew, too, in the font for signs */
        text_add(entries, "/ZaDb<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>");
    text_add(entries, form.lacks_appearance ? ">>>>/NeedAppearances true/Fields[" : ">>>>/Fields[");
    for (size_t i = 0; i < count; i++)
        text_print(entries, "%d 0 R ", fields[i].object);
    text_add_char(entries, ']');
    text_print(canvas_catalog(canvas), "/AcroForm %d 0 R\n", object);
}
