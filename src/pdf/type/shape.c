/* shape: words to glyphs, each once: HarfBuzz shapes, the result is kept as TJ elements that hold
 * at any size. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unigbrk.h>

#include "base/hash.h"
#include "pdf/type/internal.h"

#define DRIFT_ALLOWED  0.75 /* em/1000 */
#define FIRST_SLOTS    4096
#define CLUSTER_GLYPHS 16 /* that share a cluster's text; those after them carry none */

/* A run of a word in one font and one script. */
struct font_run {
    size_t start, length;
    /* NULL: no font has it */
    struct font *font;
    hb_script_t script;
};

/* The word being made. */
struct making {
    struct typeset *typeset;
    struct word *word;
    /* of the last piece */
    struct text show;
    size_t capacity;
    /* a string is open in SHOW */
    bool open;
    bool tracked, right_to_left;
    /* where the pen would stand without the next adjustment, less where it should; em/1000 */
    double drift;
};

/* --- Pieces ----------------------------------------------------------------------------------- */

static void close_string(struct making *making)
{
    if (making->open)
        text_add_char(&making->show, ')');
    making->open = false;
}

/* Moves the pen back by the drift, in whole thousandths; less than that shows nowhere. */
static void correct(struct making *making)
{
    long adjustment = lround(making->drift);

    if (fabs(making->drift) < DRIFT_ALLOWED)
        return;
    close_string(making);
    canvas_number(&making->show, (double)adjustment, 0);
    making->drift -= (double)adjustment;
}

static void end_piece(struct making *making)
{
    struct word *word = making->word;
    struct piece *piece;

    if (word->piece_count == 0)
        return;
    piece = &word->pieces[word->piece_count - 1];
    correct(making);
    close_string(making);
    piece->show = pool_copy(making->typeset->pool, text_string(&making->show), making->show.length);
    piece->length = making->show.length;
    text_clear(&making->show);
    making->drift = 0;
}

static void begin_piece(struct making *making, struct font *font, double rise)
{
    struct word *word = making->word;
    const struct piece *last = word->piece_count > 0 ? &word->pieces[word->piece_count - 1] : NULL;

    if (last && last->font == font && fabs(last->rise - rise) < 0.0005)
        return;
    end_piece(making);
    word->pieces = pool_extend(making->typeset->pool, word->pieces, word->piece_count,
                               &making->capacity, sizeof *word->pieces);
    word->pieces[word->piece_count++] = (struct piece){.font = font, .rise = rise};
}

/* A byte of a literal string (ISO 32000-1, 7.3.4.2). A bare CR would be read as LF. */
static void add_string_byte(struct text *show, unsigned byte)
{
    if (byte == '(' || byte == ')' || byte == '\\')
        text_add_char(show, '\\');
    if (byte == '\r')
        text_add(show, "\\r");
    else
        text_add_char(show, (char)byte);
}

static void add_code(struct making *making, const struct code *code)
{
    if (!making->open)
        text_add_char(&making->show, '(');
    making->open = true;
    if (code->byte_count > 1)
        add_string_byte(&making->show, code->bytes >> 8);
    add_string_byte(&making->show, code->bytes & 255);
    making->word->glyphs++;
}

/* A glyph whose place is X_OFFSET, Y_OFFSET from the pen, which then moves on by ADVANCE; all in
 * the font's units. */
static void add_glyph(struct making *making, struct font *font, unsigned code,
                      const hb_glyph_position_t *position)
{
    double scale = 1000 / font->units;

    begin_piece(making, font, position->y_offset / font->units);
    making->drift -= position->x_offset * scale;
    correct(making);
    add_code(making, &font->codes[code]);
    making->drift += (font->codes[code].width + position->x_offset - position->x_advance) * scale;
    making->word->advance += position->x_advance / font->units;
}

/* --- Shaping ---------------------------------------------------------------------------------- */

void font_shape(struct font *font, hb_buffer_t *buffer, bool tracked)
{
    hb_feature_t features[4];
    unsigned count = 0;

    if (font->figures) {
        hb_feature_from_string("tnum", -1, &features[count++]);
        hb_feature_from_string("lnum", -1, &features[count++]);
    }
    if (tracked) { /* a ligature would stand out among spaced letters */
        hb_feature_from_string("-liga", -1, &features[count++]);
        hb_feature_from_string("-clig", -1, &features[count++]);
    }
    hb_shape(font->font, buffer, features, count);
}

static void shape_buffer(struct making *making, const struct font_run *run)
{
    struct typeset *typeset = making->typeset;
    hb_buffer_t *buffer = typeset->buffer;

    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, making->word->text, (int)making->word->length, (unsigned)run->start,
                       (int)run->length);
    hb_buffer_set_direction(buffer, making->right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, run->script);
    hb_buffer_set_language(buffer, typeset->language);
    /* Joiners and selectors stay in the text of the glyph before them. */
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    font_shape(run->font, buffer, making->tracked);
}

/* A group of glyphs that stand for a stretch of the text together. */
struct cluster {
    /* glyphs, from the left */
    unsigned first, count;
    /* bytes of the text */
    size_t start, end;
};

/* The cluster whose leftmost glyph is FIRST. */
static struct cluster cluster_at(const hb_glyph_info_t *infos, unsigned count, unsigned first,
                                 const struct font_run *run, bool right_to_left)
{
    struct cluster cluster = {.first = first, .start = infos[first].cluster};
    unsigned next = first;

    while (next < count && infos[next].cluster == cluster.start)
        next++;
    cluster.count = next - first;
    cluster.end = run->start + run->length;
    if (right_to_left && first > 0)
        cluster.end = infos[first - 1].cluster;
    if (!right_to_left && next < count)
        cluster.end = infos[next].cluster;
    return cluster;
}

/* Each glyph of a cluster carries a character of its text as long as there are any, the last one
 * the rest: a reader takes glyphs without text for gaps between words. */
static size_t share_of(const char *bytes, size_t length, bool last)
{
    uint32_t code_point;

    return length == 0 || last ? length : utf8_next(bytes, length, &code_point);
}

static void add_cluster(struct making *making, struct font *font, const struct cluster *cluster,
                        const hb_glyph_info_t *infos, const hb_glyph_position_t *positions)
{
    const char *text = making->word->text;
    unsigned codes[CLUSTER_GLYPHS];
    unsigned count = cluster->count < CLUSTER_GLYPHS ? cluster->count : CLUSTER_GLYPHS;
    size_t at = cluster->start;

    for (unsigned i = 0; i < count; i++) {
        unsigned place = making->right_to_left ? count - 1 - i : i;
        size_t share = share_of(text + at, cluster->end - at, i + 1 == count);
        codes[place] = font_code(making->typeset, font, infos[cluster->first + place].codepoint,
                                 text + at, share);
        at += share;
    }
    for (unsigned i = 0; i < cluster->count; i++) {
        unsigned glyph = cluster->first + i;
        add_glyph(making, font,
                  i < count ? codes[i]
                            : font_code(making->typeset, font, infos[glyph].codepoint, "", 0),
                  &positions[glyph]);
    }
}

static void add_shaped(struct making *making, const struct font_run *run)
{
    unsigned count;
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(making->typeset->buffer, &count);
    hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(making->typeset->buffer, &count);

    for (unsigned i = 0; i < count;) {
        struct cluster cluster = cluster_at(infos, count, i, run, making->right_to_left);
        add_cluster(making, run->font, &cluster, infos, positions);
        i += cluster.count;
    }
}

/* A box for each grapheme that no font has, nothing for a picture; its text stays. */
static void add_missing(struct making *making, const struct font_run *run)
{
    struct font *font = font_of_last_resort(making->typeset);
    const char *text = making->word->text + run->start;
    hb_codepoint_t space;
    uint32_t code_point;

    utf8_next(text, run->length, &code_point);
    if (is_picture(code_point) && hb_font_get_nominal_glyph(font->font, ' ', &space)) {
        hb_glyph_position_t none = {.x_advance = 0};
        add_glyph(making, font, font_code(making->typeset, font, space, text, run->length), &none);
        return;
    }
    hb_glyph_position_t position = {.x_advance = hb_font_get_glyph_h_advance(font->font, 0)};

    add_glyph(making, font, font_code(making->typeset, font, 0, text, run->length), &position);
}

/* --- Stretches -------------------------------------------------------------------------------- */

static hb_script_t script_of(const char *bytes, size_t length)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();

    while (length > 0) {
        uint32_t code_point;
        size_t size = utf8_next(bytes, length, &code_point);
        hb_script_t script = hb_unicode_script(unicode, code_point);
        if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED)
            return script;
        bytes += size;
        length -= size;
    }
    return HB_SCRIPT_COMMON;
}

static size_t grapheme_length(const char *bytes, size_t length)
{
    const uint8_t *next = u8_grapheme_next((const uint8_t *)bytes, (const uint8_t *)bytes + length);

    return next ? (size_t)(next - (const uint8_t *)bytes) : length;
}

static void add_run(struct making *making, const struct font_run *run)
{
    if (!run->font) {
        add_missing(making, run);
        return;
    }
    shape_buffer(making, run);
    add_shaped(making, run);
}

static void make_pieces(struct making *making, enum face face)
{
    const char *text = making->word->text;
    size_t length = making->word->length, count = 0;
    struct font_run *runs = must_alloc((length + 1) * sizeof *runs);

    for (size_t at = 0; at < length;) {
        size_t size =
            (unsigned char)text[at] < 128 && (at + 1 == length || (unsigned char)text[at + 1] < 128)
                ? 1
                : grapheme_length(text + at, length - at);
        struct font *font = font_for(making->typeset, face, text + at, size);
        hb_script_t script = script_of(text + at, size);
        struct font_run *last = count > 0 ? &runs[count - 1] : NULL;
        if (last && font && last->font == font &&
            (script == HB_SCRIPT_COMMON || last->script == HB_SCRIPT_COMMON ||
             script == last->script)) {
            last->length += size;
            if (last->script == HB_SCRIPT_COMMON)
                last->script = script;
        } else {
            runs[count++] = (struct font_run){at, size, font, script};
        }
        at += size;
    }
    for (size_t i = 0; i < count; i++)
        add_run(making, &runs[making->right_to_left ? count - 1 - i : i]);
    free(runs);
    end_piece(making);
}

/* --- The words kept --------------------------------------------------------------------------- */

static uint64_t hash_of(unsigned kind, const char *bytes, size_t length)
{
    uint64_t hash = hash_bytes(HASH_START ^ kind, bytes, length);

    return hash ^ hash >> 29;
}

static size_t slot_of(const struct typeset *typeset, uint64_t hash, unsigned kind,
                      const char *bytes, size_t length)
{
    size_t slot = hash & (typeset->slot_count - 1);

    for (const struct word *word; (word = typeset->words[slot]);
         slot = (slot + 1) & (typeset->slot_count - 1))
        if (word->hash == hash && word->kind == kind && word->length == length &&
            memcmp(word->text, bytes, length) == 0)
            break;
    return slot;
}

static void widen_slots(struct typeset *typeset)
{
    struct word **old = typeset->words;
    size_t old_count = typeset->slot_count;

    typeset->slot_count = old_count == 0 ? FIRST_SLOTS : old_count * 2;
    typeset->words = pool_alloc(typeset->pool, typeset->slot_count * sizeof(struct word *));
    for (size_t i = 0; i < old_count; i++) {
        if (old[i])
            typeset->words[slot_of(typeset, old[i]->hash, old[i]->kind, old[i]->text,
                                   old[i]->length)] = old[i];
    }
}

static const struct word *shape_kept(struct typeset *typeset, enum face face, bool tracked,
                                     bool right_to_left, const char *bytes, size_t length)
{
    unsigned kind = (unsigned)face << 2 | (unsigned)tracked << 1 | (unsigned)right_to_left;
    uint64_t hash = hash_of(kind, bytes, length);
    struct making making = {.typeset = typeset, .tracked = tracked, .right_to_left = right_to_left};
    size_t slot;

    if (typeset->word_count * 2 >= typeset->slot_count)
        widen_slots(typeset);
    slot = slot_of(typeset, hash, kind, bytes, length);
    if (typeset->words[slot])
        return typeset->words[slot];
    making.word = pool_alloc(typeset->pool, sizeof *making.word);
    *making.word = (struct word){.hash = hash,
                                 .text = pool_copy(typeset->pool, bytes, length),
                                 .length = length,
                                 .kind = kind};
    make_pieces(&making, face);
    text_free(&making.show);
    typeset->words[slot] = making.word;
    typeset->word_count++;
    return making.word;
}

const struct word *shape_word(struct typeset *typeset, const struct style *style, enum face face,
                              bool right_to_left, const char *bytes, size_t length)
{
    bool tracked = style->tracking != 0;
    const struct word *word;
    uint8_t *capitals;
    size_t capitals_length = 0;

    if (!style->capitals)
        return shape_kept(typeset, face, tracked, right_to_left, bytes, length);
    capitals = u8_toupper((const uint8_t *)bytes, length, typeset->language_tag, NULL, NULL,
                          &capitals_length);
    if (!capitals)
        return shape_kept(typeset, face, tracked, right_to_left, bytes, length);
    word =
        shape_kept(typeset, face, tracked, right_to_left, (const char *)capitals, capitals_length);
    free(capitals);
    return word;
}
