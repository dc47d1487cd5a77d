/* line_writer: a line of shaped words as text operators (ISO 32000-1, 9.4) on the selected page. */
#include "pdf/type/internal.h"

void line_writer_begin(struct line_writer *writer, struct typeset *typeset,
                       const struct style *style, double x, double baseline, double width)
{
    struct canvas *canvas = typeset->canvas;

    const struct word *space = NULL;

    if (canvas_mark(canvas, x, baseline, width))
        space = shape_word(typeset, style, style->face, false, " ", 1);
    canvas_fill_color(canvas, style->color);
    text_add(canvas_content(canvas), "BT\n");
    canvas_letter_space(canvas, style->tracking * style->size);
    canvas_operate(canvas, "Td", 2, space ? x - word_width(space, style, 1) : x,
                   canvas_height(canvas) - baseline);
    *writer = (struct line_writer){.typeset = typeset, .style = style};
    if (space)
        line_writer_add(writer, space, 1);
}

static void close_array(struct line_writer *writer)
{
    if (writer->font)
        text_add(canvas_content(writer->typeset->canvas), "]TJ\n");
    writer->font = NULL;
}

/* Neighbouring strings become one: "(A)(B)" is "(AB)". A piece ends in a string's end or a number.
 */
static void add_show(struct text *content, const struct piece *piece)
{
    const char *show = piece->show;
    size_t length = piece->length;

    if (length > 0 && *show == '(' && content->bytes[content->length - 1] == ')') {
        content->length--;
        show++;
        length--;
    }
    text_add_bytes(content, show, length);
}

void line_writer_add(struct line_writer *writer, const struct word *word, double scale)
{
    struct canvas *canvas = writer->typeset->canvas;
    double size = writer->style->size * scale;

    for (size_t i = 0; i < word->piece_count; i++) {
        const struct piece *piece = &word->pieces[i];
        double rise = piece->rise * size;
        if (writer->font != piece->font || writer->size != size || writer->rise != rise) {
            close_array(writer);
            canvas_font(canvas, piece->font->resource, size);
            if (writer->rise != rise)
                canvas_operate(canvas, "Ts", 1, rise);
            text_add_char(canvas_content(canvas), '[');
            writer->font = piece->font;
            writer->size = size;
            writer->rise = rise;
        }
        add_show(canvas_content(canvas), piece);
    }
}

void line_writer_end(struct line_writer *writer)
{
    struct canvas *canvas = writer->typeset->canvas;

    close_array(writer);
    if (writer->rise != 0)
        canvas_operate(canvas, "Ts", 1, 0.0);
    text_add(canvas_content(canvas), "ET\n");
}

double word_width(const struct word *word, const struct style *style, double scale)
{
    return word->advance * style->size * scale + word->glyphs * style->tracking * style->size;
}
