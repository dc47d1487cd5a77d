/* internal: what typeset's own files share: fonts with the codes used of them, shaped
 * words, and the writer of a line. */
#ifndef ROADBOOK_PDF_TYPE_INTERNAL_H
#define ROADBOOK_PDF_TYPE_INTERNAL_H

#include <hb.h>

#include "pdf/canvas/internal.h"
#include "pdf/type/typeset.h"

/* A character code of a font in the file: a glyph standing for a text. The same glyph gets another
 * code where it stands for another text, so that text comes out as it went in. */
struct code {
    hb_codepoint_t glyph;
    /* UTF-8; "" for a glyph that only completes the one before it */
    const char *text;
    size_t length;
    /* the glyph's own, in the font's units */
    int width;
    /* as it stands in the file, of one byte or two */
    unsigned bytes;
    int byte_count;
};

/* Codes follow from glyph and text alone, not from what else a book says: so a page that says the
 * same in two editions is the same bytes. A printable ASCII character in its usual form is its own
 * code, one byte; any other is two, of which the first is LONG_CODES / 0x100 or more. A font of
 * more glyphs than these have places for has no short ones: all of its codes are two bytes. */
#define SHORT_CODES 0x80
#define LONG_CODES  0x8000
#define ALL_CODES   0x10000

struct font {
    hb_face_t *face;
    hb_font_t *font;
    /* per em */
    double units;
    /* asks for tabular, lining figures */
    bool figures;
    /* its name in the file is /F<resource> */
    int resource;
    /* by their first use; the first is .notdef and stands for nothing; none: the font is unused */
    struct code *codes;
    size_t code_count, code_capacity;
    /* all codes are two bytes */
    bool wide;
    /* of ASCII characters, in their usual form; 0: not asked yet */
    hb_codepoint_t usual[SHORT_CODES];
    /* indexes of codes: by their bytes, 0: free */
    uint16_t *taken;
};

/* A stretch of a word in one font at one height: elements of a TJ array, ready to be written. */
struct piece {
    struct font *font;
    const char *show;
    size_t length;
    /* em */
    double rise;
};

struct word {
    uint64_t hash;
    /* as shaped */
    const char *text;
    size_t length;
    /* face, tracking, direction: what else the shape depends on */
    unsigned kind;
    /* em */
    double advance;
    int glyphs;
    struct piece *pieces;
    size_t piece_count;
};

struct system_fonts;
struct word_runs;

struct typeset {
    struct canvas *canvas;
    struct pool *pool;
    hb_language_t language;
    const char *language_tag;
    hb_buffer_t *buffer;
    /* the font of each face, one of FONTS */
    struct font *faces[FACE_COUNT];
    /* all that were opened: the bundled ones, those that a template names, any others */
    struct font **fonts;
    size_t font_count, font_capacity;
    /* of the bundled and the named ones */
    size_t chosen_count;
    /* NULL until a character is in no bundled font */
    struct system_fonts *system;
    /* hash table */
    struct word **words;
    size_t word_count, slot_count;
    /* scripts and blocks without a font */
    const char **warned;
    size_t warned_count, warned_capacity;
    /* emoji and other pictures without a font, each once */
    uint32_t *pictures;
    size_t picture_count, picture_capacity;
    /* of the line being measured or written; reused */
    struct word_runs *line;
};

/* --- fonts.c */

/* Opens the bundled fonts. */
void fonts_open(struct typeset *typeset);
void fonts_close(struct typeset *typeset);
struct font *font_of_face(struct typeset *typeset, enum face face);
/* The font for a grapheme cluster of LENGTH bytes: the face's own, a bundled one, one of the
 * system; NULL, after one warning a script, where none has it. */
struct font *font_for(struct typeset *typeset, enum face face, const char *bytes, size_t length);
/* true for emoji and other pictures, which a text does without. */
bool is_picture(uint32_t code_point);
/* Says once how many pictures had no font, and what to do about it. */
void fonts_report(const struct typeset *typeset);
/* The font whose .notdef stands for what no font has. */
struct font *font_of_last_resort(struct typeset *typeset);
/* Keeps an opened face as a font of the typeset, called /F<RESOURCE>. Takes over FACE. */
struct font *font_add(struct typeset *typeset, hb_face_t *face, int resource);
bool font_covers(const struct font *font, uint32_t code_point);
/* So for all of a grapheme cluster, as it stands or with its marks composed into a letter. */
bool font_covers_cluster(const struct font *font, const char *bytes, size_t length);

/* --- font_codes.c */

/* The index in the font's codes of GLYPH standing for that text, a new one where needed. */
unsigned font_code(struct typeset *typeset, struct font *font, hb_codepoint_t glyph,
                   const char *text, size_t length);

/* --- font_system.c: by fontconfig */

/* The system's first font for all of a grapheme cluster, else the first for its first character;
 * NULL: there is none. Which it is does not depend on what was asked before. */
struct font *system_font_for(struct typeset *typeset, const char *bytes, size_t length);
/* The font of that family for a face, or NULL. */
struct font *system_font_of(struct typeset *typeset, const char *family, enum face face);
void system_fonts_free(struct system_fonts *system);

/* --- font_embed.c: the used part of a font as objects of the file */
void font_embed(struct typeset *typeset, struct font *font);

/* --- font_maps.c: numbers of the objects that they write */

/* From the font's codes to the texts that they stand for. */
int font_write_unicode_map(struct typeset *typeset, const struct font *font);
/* From the codes to CIDS, one a code. */
int font_write_code_map(struct typeset *typeset, const struct font *font, const unsigned *cids);

/* --- font_cff.c */

/* The CIDs of the glyphs of a CFF font program, COUNT of them, into CIDS: by its charset where it
 * is keyed by CID, else the glyphs' numbers. false where the program is not understood. */
bool cff_cids(const char *bytes, size_t length, unsigned *cids, size_t count);

/* --- shape.c */

/* The shaped form of LENGTH bytes without line breaks, all of one direction; kept for the next
 * time. */
const struct word *shape_word(struct typeset *typeset, const struct style *style, enum face face,
                              bool right_to_left, const char *bytes, size_t length);

/* Shapes what the buffer holds with the font's features, TRACKED: without ligatures, which would
 * stand out among spaced letters. */
void font_shape(struct font *font, hb_buffer_t *buffer, bool tracked);

/* --- bidi.c */

/* Embedding levels of each byte (UAX 9), or NULL where all is left to right; *BASE the paragraph's
 * level. The caller frees them. */
uint8_t *bidi_levels(const char *bytes, size_t length, uint8_t *base);
/* Puts COUNT things of those levels into visual order: ORDER[i] is the i-th from the left. */
void bidi_order(const uint8_t *levels, size_t count, size_t *order);

/* --- word_runs.c: a text in words and spaces */

struct word_run {
    const struct word *word;
    enum face face;
    /* points; of the style's size */
    double width, scale;
    /* in the text */
    size_t start, length;
    /* of the link it belongs to, or NULL */
    const char *uri;
    /* its direction's; odd: right to left */
    uint8_t level;
    bool space, strike;
    /* a line may end before it */
    bool may_break;
};

struct word_runs {
    /* the caller frees them */
    struct word_run *items;
    size_t count, capacity;
    /* the text's own direction */
    uint8_t base;
};

/* Appends the runs of bytes START .. END of PROSE, which hold no line break. BREAKS: find where
 * lines may end, else there is no such place. */
void word_runs_add(struct word_runs *runs, struct typeset *typeset, const struct style *style,
                   const struct prose *prose, size_t start, size_t end, bool breaks);
/* The visual order of COUNT runs, from the left; the caller frees it. */
size_t *word_runs_order(const struct word_run *runs, size_t count);
/* Room for one more run. */
struct word_run *word_runs_push(struct word_runs *runs);

/* --- line_writer.c: one line of words */

struct line_writer {
    struct typeset *typeset;
    const struct style *style;
    /* of the open TJ array; NULL: none is open */
    struct font *font;
    double size;
    /* points */
    double rise;
};

/* A line or a part of one, WIDTH wide, of the text begun by canvas_begin_text(). */
void line_writer_begin(struct line_writer *writer, struct typeset *typeset,
                       const struct style *style, double x, double baseline, double width);
/* SCALE: of the style's size. */
void line_writer_add(struct line_writer *writer, const struct word *word, double scale);
void line_writer_end(struct line_writer *writer);

/* Width of a word in points, letter space after its last glyph included. */
double word_width(const struct word *word, const struct style *style, double scale);

#endif
