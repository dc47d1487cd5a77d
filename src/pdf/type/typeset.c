/* typeset: the door to type: opens fonts, measures and writes single lines, writes the fonts into
 * the document. */
#include "pdf/type/typeset.h"

#include <hb-ot.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/type/internal.h"

#define LEAST_SCALE 0.8 /* of a line that is shrunk to fit */
#define ELLIPSIS    "\xE2\x80\xA6"

struct typeset *typeset_new(struct canvas *canvas, struct pool *pool, const char *language)
{
    struct typeset *typeset = pool_alloc(pool, sizeof *typeset);

    typeset->canvas = canvas;
    typeset->pool = pool;
    typeset->language_tag = pool_print(pool, "%s", language ? language : "en");
    typeset->language = hb_language_from_string(typeset->language_tag, -1);
    typeset->buffer = hb_buffer_create();
    typeset->line = pool_alloc(pool, sizeof *typeset->line);
    fonts_open(typeset);
    return typeset;
}

void typeset_finish(struct typeset *typeset)
{
    fonts_report(typeset);
    for (size_t i = 0; i < typeset->font_count; i++)
        if (typeset->fonts[i]->code_count > 0)
            font_embed(typeset, typeset->fonts[i]);
}

void typeset_free(struct typeset *typeset)
{
    if (!typeset)
        return;
    fonts_close(typeset);
    hb_buffer_destroy(typeset->buffer);
    free(typeset->line->items);
}

/* --- Lines ------------------------------------------------------------------------------------ */

static double runs_width(const struct word_runs *runs, const struct style *style)
{
    double width = 0;

    for (size_t i = 0; i < runs->count; i++)
        width += runs->items[i].width;
    return runs->count > 0 ? width - style->tracking * style->size : 0;
}

/* The runs of TEXT as one line, in the typeset's reused list. */
static const struct word_runs *line_of(struct typeset *typeset, const struct style *style,
                                       const char *text)
{
    struct prose prose = {.text = text, .length = strlen(text)};

    typeset->line->count = 0;
    word_runs_add(typeset->line, typeset, style, &prose, 0, prose.length, false);
    return typeset->line;
}

double typeset_width(struct typeset *typeset, const struct style *style, const char *text)
{
    return runs_width(line_of(typeset, style, text), style);
}

static bool is_mixed(const struct word_runs *runs)
{
    for (size_t i = 0; i < runs->count; i++)
        if (runs->items[i].level > 0)
            return true;
    return false;
}

double typeset_line(struct typeset *typeset, const struct style *style, double x, double baseline,
                    enum align align, const char *text)
{
    const struct word_runs *runs = line_of(typeset, style, text);
    double width = runs_width(runs, style);
    size_t *order = is_mixed(runs) ? word_runs_order(runs->items, runs->count) : NULL;
    struct line_writer writer;

    canvas_begin_text(typeset->canvas, style->role, text, strlen(text));
    if (runs->count == 0)
        return 0;
    x -= align == ALIGN_RIGHT ? width : align == ALIGN_CENTER ? width / 2 : 0;
    line_writer_begin(&writer, typeset, style, x, baseline, width);
    for (size_t i = 0; i < runs->count; i++)
        line_writer_add(&writer, runs->items[order ? order[i] : i].word, 1);
    line_writer_end(&writer);
    free(order);
    return width;
}

/* The end of the beginning of TEXT that is shorter than LENGTH by a word or, in its first word, by
 * a character. */
static size_t shorter(const char *text, size_t length)
{
    size_t space = length;

    while (space > 0 && text[space - 1] != ' ')
        space--;
    while (space > 0 && text[space - 1] == ' ')
        space--;
    if (space > 0)
        return space;
    do
        length--;
    while (length > 0 && (text[length] & 0xC0) == 0x80);
    return length;
}

/* Bytes at the start of TEXT that reach WIDTH, or a little more: longer ones need not be tried. */
static size_t reach(struct typeset *typeset, const struct style *style, const char *text,
                    double width)
{
    const struct word_runs *runs = line_of(typeset, style, text);
    size_t end = 0;

    for (size_t i = 0; i < runs->count; i++) {
        const struct word_run *run = &runs->items[i];
        size_t length = run->length;
        if (run->width > width) { /* the part of it that fits, and half as much again */
            length = (size_t)((double)length * 1.5 * fmax(width, 0) / run->width) + 8;
            length = length < run->length ? length : run->length;
        }
        end = run->start + length;
        width -= run->width;
        if (width < 0)
            break;
    }
    while ((text[end] & 0xC0) == 0x80)
        end++;
    return end;
}

/* The longest beginning of TEXT, cut at a word where there is one, that fits WIDTH together with an
 * ellipsis. The caller frees it. */
static char *cut_to(struct typeset *typeset, const struct style *style, const char *text,
                    double width)
{
    size_t length = reach(typeset, style, text, width);
    char *cut = must_alloc(length + sizeof ELLIPSIS);

    memcpy(cut, text, length);
    do {
        length = shorter(text, length);
        memcpy(cut + length, ELLIPSIS, sizeof ELLIPSIS);
        if (typeset_width(typeset, style, cut) <= width)
            break;
        memcpy(cut, text, length);
    } while (length > 0);
    return cut;
}

double typeset_fitted(struct typeset *typeset, const struct style *style, double x, double baseline,
                      enum align align, double width, const char *text)
{
    struct style fitted = *style;
    double wanted = typeset_width(typeset, style, text);
    char *cut;

    if (wanted <= width || wanted <= 0)
        return typeset_line(typeset, style, x, baseline, align, text);
    fitted.size *= fmax(width / wanted, LEAST_SCALE);
    if (typeset_width(typeset, &fitted, text) <= width + 0.01)
        return typeset_line(typeset, &fitted, x, baseline, align, text);
    cut = cut_to(typeset, &fitted, text, width);
    wanted = typeset_line(typeset, &fitted, x, baseline, align, cut);
    free(cut);
    return wanted;
}

double style_cap_height(struct typeset *typeset, const struct style *style)
{
    const struct font *font = font_of_face(typeset, style->face);
    hb_position_t height;

    if (!hb_ot_metrics_get_position(font->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &height))
        return style->size * 0.7;
    return height / font->units * style->size;
}
