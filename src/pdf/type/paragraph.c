/* paragraph: prose broken into lines of a measure, drawn as often as wanted. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>

#include "pdf/type/internal.h"

#define LEADING         1.35
#define WIDOW_SHARE     0.2  /* of the measure: a last line shorter than that is a widow */
#define LEAST_MEASURE   0.85 /* to which the measure shrinks to avoid one */
#define MEASURE_STEP    0.025
#define ROUNDING        0.01 /* points by which a line may be too long */
#define UNDERLINE_DEPTH 0.13 /* em below the baseline */
#define STRIKE_HEIGHT   0.28
#define RULE_WEIGHT     0.045

struct line {
    /* runs, without the spaces at its end */
    size_t first, count;
    double width;
    /* its direction */
    uint8_t base;
    /* holds words that are read from right to left */
    bool mixed;
    /* has links or struck words */
    bool decorated;
    /* at its end, where a soft hyphen stood; else NULL */
    const struct word *hyphen;
    /* after its end, unseen: parts it from the next line's words */
    const struct word *space;
};

struct paragraph {
    struct typeset *typeset;
    struct style style;
    /* kept for fields beside it */
    const char *text;
    size_t length;
    double measure;
    struct word_run *runs;
    struct line *lines;
    size_t line_count, line_capacity;
};

/* --- Words wider than the measure ------------------------------------------------------------- */

static size_t grapheme_length(const char *bytes, size_t length)
{
    const uint8_t *next = u8_grapheme_next((const uint8_t *)bytes, (const uint8_t *)bytes + length);

    return next ? (size_t)(next - (const uint8_t *)bytes) : length;
}

/* Bytes at the start of a too long TOKEN, one grapheme at least, that fit the measure. */
static size_t fitting_length(const struct paragraph *paragraph, const struct word_run *run,
                             const char *text)
{
    double width = 0;
    size_t end = 0;

    while (end < run->length) {
        size_t size = grapheme_length(text + end, run->length - end);
        const struct word *word = shape_word(paragraph->typeset, &paragraph->style, run->face,
                                             run->level % 2 == 1, text + end, size);
        width += word_width(word, &paragraph->style, run->scale);
        if (width > paragraph->measure && end > 0)
            break;
        end += size;
    }
    return end;
}

/* Appends TOKEN, cut into as many as it takes to fit the measure. What is left after a cut is not
 * shaped as a whole: that would take time with the square of the length. */
static void add_fitting(struct paragraph *paragraph, struct word_runs *runs, struct word_run run,
                        const char *text)
{
    size_t end = run.start + run.length;

    if (run.space || run.width <= paragraph->measure) {
        *word_runs_push(runs) = run;
        return;
    }
    while (run.start < end) {
        run.length = end - run.start;
        run.length = fitting_length(paragraph, &run, text + run.start);
        run.word = shape_word(paragraph->typeset, &paragraph->style, run.face, run.level % 2 == 1,
                              text + run.start, run.length);
        run.width = word_width(run.word, &paragraph->style, run.scale);
        *word_runs_push(runs) = run;
        run.start += run.length;
        run.may_break = true;
    }
}

/* --- Lines ------------------------------------------------------------------------------------ */

/* The hyphen to show where a line ends at a soft one (U+00AD) after TOKEN. */
static const struct word *soft_hyphen(const struct paragraph *paragraph, const struct word_run *run)
{
    const struct word *word = run->word;

    if (word->length < 2 || memcmp(word->text + word->length - 2, "\xC2\xAD", 2) != 0)
        return NULL;
    return shape_word(paragraph->typeset, &paragraph->style, run->face, run->level % 2 == 1, "-",
                      1);
}

static void add_line(struct paragraph *paragraph, const struct word_runs *list, size_t first,
                     size_t end)
{
    const struct word_run *runs = list->items;
    struct line line = {.first = first, .base = list->base};

    if (end > first && end < list->count)
        line.hyphen = soft_hyphen(paragraph, &runs[end - 1]);

    while (end > first && runs[end - 1].space)
        line.space = runs[--end].word;
    line.count = end - first;
    for (size_t i = first; i < end; i++) {
        line.width += runs[i].width;
        line.mixed = line.mixed || runs[i].level > 0;
        line.decorated = line.decorated || runs[i].strike || canvas_is_uri(runs[i].uri);
    }
    if (line.hyphen)
        line.width += word_width(line.hyphen, &paragraph->style, runs[end - 1].scale);
    if (line.count > 0)
        line.width -= paragraph->style.tracking * paragraph->style.size;
    paragraph->lines =
        pool_extend(paragraph->typeset->pool, paragraph->lines, paragraph->line_count,
                    &paragraph->line_capacity, sizeof *paragraph->lines);
    paragraph->lines[paragraph->line_count++] = line;
}

/* Where the line that starts at run FIRST ends: as late as MEASURE and the places where it may
 * end allow. */
static size_t line_end(const struct word_run *runs, size_t first, size_t end, double measure)
{
    size_t best = first;
    double width = 0;

    for (size_t i = first; i < end; i++) {
        if (i > first && runs[i].may_break)
            best = i;
        width += runs[i].width;
        if (!runs[i].space && width > measure + ROUNDING && i > first)
            return best > first ? best : i;
    }
    return end;
}

static void break_lines(struct paragraph *paragraph, const struct word_runs *runs, size_t first,
                        double measure)
{
    for (size_t at = first; at < runs->count;) {
        size_t end = line_end(runs->items, at, runs->count, measure);
        add_line(paragraph, runs, at, end);
        at = end;
    }
}

/* A single short word on a last line. */
static bool ends_in_widow(const struct paragraph *paragraph, const struct word_run *runs,
                          size_t first_line)
{
    const struct line *last = &paragraph->lines[paragraph->line_count - 1];

    if (paragraph->line_count - first_line < 2 || last->width > paragraph->measure * WIDOW_SHARE)
        return false;
    for (size_t i = last->first; i < last->first + last->count; i++)
        if (runs[i].space)
            return false;
    return true;
}

/* Breaks the runs from FIRST on; a little narrower where that, in as many lines, avoids a widow.
 */
static void set_lines(struct paragraph *paragraph, const struct word_runs *runs, size_t first)
{
    size_t first_line = paragraph->line_count, count;
    double measure = paragraph->measure;

    if (first == runs->count) {
        add_line(paragraph, runs, first, first);
        return;
    }
    break_lines(paragraph, runs, first, measure);
    count = paragraph->line_count;
    if (!ends_in_widow(paragraph, runs->items, first_line))
        return;
    for (double share = 1 - MEASURE_STEP; share > LEAST_MEASURE; share -= MEASURE_STEP) {
        paragraph->line_count = first_line;
        break_lines(paragraph, runs, first, measure * share);
        if (paragraph->line_count > count)
            break;
        if (!ends_in_widow(paragraph, runs->items, first_line))
            return;
    }
    paragraph->line_count = first_line;
    break_lines(paragraph, runs, first, measure);
}

/* --- Paragraphs ------------------------------------------------------------------------------- */

struct paragraph *paragraph_new(struct typeset *typeset, const struct style *style,
                                const struct prose *prose, double width)
{
    struct paragraph *paragraph = pool_alloc(typeset->pool, sizeof *paragraph);
    struct word_runs runs = {0}, whole = {0};

    paragraph->typeset = typeset;
    paragraph->style = *style;
    paragraph->text = pool_copy(typeset->pool, prose->text, prose->length);
    paragraph->length = prose->length;
    paragraph->measure = width > 1 ? width : 1;
    for (size_t start = 0; start < prose->length;) {
        const char *newline = memchr(prose->text + start, '\n', prose->length - start);
        size_t end = newline ? (size_t)(newline - prose->text) : prose->length;
        size_t first = runs.count;
        whole.count = 0;
        word_runs_add(&whole, typeset, style, prose, start, end, true);
        for (size_t i = 0; i < whole.count; i++)
            add_fitting(paragraph, &runs, whole.items[i], prose->text);
        runs.base = whole.base;
        set_lines(paragraph, &runs, first);
        if (newline)
            paragraph->lines[paragraph->line_count - 1].space =
                shape_word(typeset, style, style->face, false, " ", 1);
        start = end + 1;
    }
    paragraph->runs = pool_alloc(typeset->pool, (runs.count + 1) * sizeof *paragraph->runs);
    if (runs.count > 0)
        memcpy(paragraph->runs, runs.items, runs.count * sizeof *paragraph->runs);
    free(runs.items);
    free(whole.items);
    return paragraph;
}

struct paragraph *paragraph_of(struct typeset *typeset, const struct style *style, const char *text,
                               double width)
{
    struct prose prose = {.text = text, .length = strlen(text)};

    return paragraph_new(typeset, style, &prose, width);
}

static double leading_of(const struct paragraph *paragraph)
{
    return paragraph->style.leading > 0 ? paragraph->style.leading
                                        : paragraph->style.size * LEADING;
}

size_t paragraph_lines(const struct paragraph *paragraph)
{
    return paragraph->line_count;
}

double paragraph_height(const struct paragraph *paragraph)
{
    return (double)paragraph->line_count * leading_of(paragraph);
}

double paragraph_width(const struct paragraph *paragraph)
{
    double widest = 0;

    for (size_t i = 0; i < paragraph->line_count; i++)
        widest = fmax(widest, paragraph->lines[i].width);
    return widest;
}

/* --- Drawing ---------------------------------------------------------------------------------- */

/* A link's words get a thin line below and lead to its address; struck words a line through. */
static void decorate(const struct paragraph *paragraph, const struct word_run *run, double x,
                     double baseline)
{
    struct canvas *canvas = paragraph->typeset->canvas;
    double size = paragraph->style.size, leading = leading_of(paragraph), y = baseline;

    if (canvas_is_uri(run->uri)) {
        y = baseline + UNDERLINE_DEPTH * size;
        canvas_line(canvas, x, y, x + run->width, y, RULE_WEIGHT * size, paragraph->style.color);
        canvas_uri(canvas, x, baseline - leading * 0.75, run->width, leading, run->uri);
    }
    if (run->strike) {
        y = baseline - STRIKE_HEIGHT * size;
        canvas_line(canvas, x, y, x + run->width, y, RULE_WEIGHT * size, paragraph->style.color);
    }
}

/* The end of the runs from FIRST on, in visual order, that lead to one address, or to none. */
static size_t stretch_end(const struct word_run *runs, const size_t *order, size_t first,
                          size_t count, double *width)
{
    const char *uri = runs[order ? order[first] : first].uri;
    size_t end = first;

    for (*width = 0; end < count; end++) {
        const struct word_run *run = &runs[order ? order[end] : end];
        if (run->uri != uri)
            break;
        *width += run->width;
    }
    return end;
}

/* One text object, but for a line with links: those stand in the structure for themselves. */
static void draw_line(const struct paragraph *paragraph, const struct line *line, double x,
                      double baseline)
{
    struct canvas *canvas = paragraph->typeset->canvas;
    const struct word_run *runs = paragraph->runs + line->first;
    size_t *order = line->mixed ? word_runs_order(runs, line->count) : NULL;

    for (size_t first = 0, end = line->count; first < line->count; first = end) {
        double width = line->width, at = x;
        bool live = false;
        struct line_writer writer;
        if (line->decorated) {
            end = stretch_end(runs, order, first, line->count, &width);
            live = canvas_is_uri(runs[order ? order[first] : first].uri);
        }
        if (live)
            canvas_begin_link(canvas);
        line_writer_begin(&writer, paragraph->typeset, &paragraph->style, x, baseline, width);
        for (size_t i = first; i < end; i++) {
            const struct word_run *run = &runs[order ? order[i] : i];
            line_writer_add(&writer, run->word, run->scale);
        }
        if (line->hyphen && end == line->count)
            line_writer_add(&writer, line->hyphen, runs[line->count - 1].scale);
        else if (line->space && end == line->count && line->base % 2 == 0)
            line_writer_add(&writer, line->space, runs[line->count - 1].scale);
        line_writer_end(&writer);
        for (size_t i = first; line->decorated && i < end; i++) {
            const struct word_run *run = &runs[order ? order[i] : i];
            decorate(paragraph, run, at, baseline);
            at += run->width;
        }
        if (live)
            canvas_end_link(canvas);
        x += width;
    }
    free(order);
}

/* A text that runs from right to left hangs at the right of its measure. */
static double line_left(const struct paragraph *paragraph, const struct line *line, double x,
                        enum align align)
{
    if (align == ALIGN_CENTER)
        return x - line->width / 2;
    if (align == ALIGN_RIGHT)
        return x - line->width;
    return line->base % 2 == 1 ? x + paragraph->measure - line->width : x;
}

double paragraph_draw(struct paragraph *paragraph, double x, double top, enum align align,
                      size_t first, size_t count)
{
    double leading = leading_of(paragraph);
    double capitals = style_cap_height(paragraph->typeset, &paragraph->style);
    double baseline = top + leading - (leading - capitals) / 2;

    if (first >= paragraph->line_count)
        return 0;
    if (count > paragraph->line_count - first)
        count = paragraph->line_count - first;
    canvas_begin_text(paragraph->typeset->canvas, paragraph->style.role, paragraph->text,
                      paragraph->length);
    for (size_t i = first; i < first + count; i++, baseline += leading) {
        const struct line *line = &paragraph->lines[i];
        if (line->count > 0)
            draw_line(paragraph, line, line_left(paragraph, line, x, align), baseline);
    }
    return (double)count * leading;
}
