/* form_text: how text looks that was typed into a field, in Helvetica, which every viewer has. */
#include <stdlib.h>
#include <string.h>

#include "pdf/canvas/form.h"

#define MARGIN  2.0
#define LEADING 1.15
#define ASCENT  0.718 /* of Helvetica, for 1 point of type */
#define DESCENT 0.207

/* A document that nobody sees: libharu knows the font's widths within one only. */
struct ruler {
    HPDF_Doc document;
    /* NULL where libharu gives none */
    HPDF_Font font;
};

static void ignore_error(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    (void)error;
    (void)detail;
    (void)data;
}

struct ruler *ruler_new(void)
{
    struct ruler *ruler = must_alloc(sizeof *ruler);

    ruler->document = HPDF_New(ignore_error, NULL);
    ruler->font =
        ruler->document ? HPDF_GetFont(ruler->document, "Helvetica", "WinAnsiEncoding") : NULL;
    return ruler;
}

void ruler_free(struct ruler *ruler)
{
    if (ruler && ruler->document)
        HPDF_Free(ruler->document);
    free(ruler);
}

/* The byte that a code point is in WinAnsiEncoding (ISO 32000-1, annex D); 0: none. */
static unsigned char to_win_ansi(uint32_t code_point)
{
    static const uint16_t from_80[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

    if (code_point == '\n' || (code_point >= 0x20 && code_point < 0x7F) ||
        (code_point >= 0xA0 && code_point <= 0xFF))
        return (unsigned char)code_point;
    if (code_point == '\t')
        return ' ';
    for (unsigned i = 0; i < 32; i++)
        if (from_80[i] == code_point && code_point != 0)
            return (unsigned char)(0x80 + i);
    return 0;
}

static bool encode(struct text *out, const char *text)
{
    size_t length = strlen(text);
    uint32_t code_point;

    for (size_t at = 0; at < length;) {
        at += utf8_next(text + at, length - at, &code_point);
        unsigned char byte = to_win_ansi(code_point);
        if (byte == 0)
            return false;
        text_add_char(out, (char)byte);
    }
    return true;
}

/* How many of the bytes go on a line WIDTH wide: to the last space that fits, else to the last
 * letter; at least one. */
static size_t line_length(const struct ruler *ruler, const char *bytes, size_t length, double width,
                          double size)
{
    HPDF_UINT fits = 0;

    for (HPDF_BOOL by_word = HPDF_TRUE;; by_word = HPDF_FALSE) {
        fits = HPDF_Font_MeasureText(ruler->font, (const HPDF_BYTE *)bytes, (HPDF_UINT)length,
                                     (HPDF_REAL)width, (HPDF_REAL)size, 0, 0, by_word, NULL);
        if (fits > 0 || !by_word)
            return fits > 0 ? fits : 1;
    }
}

/* A line, DOWN from the one before it. */
static void add_line(struct text *out, const char *bytes, size_t length, double x, double down)
{
    canvas_number(out, x, 1);
    text_add_char(out, ' ');
    canvas_number(out, down, 1);
    text_add(out, " Td ");
    canvas_literal(out, bytes, length);
    text_add(out, " Tj\n");
}

/* Breaks a text into lines, until they leave the place at its foot. */
static void add_lines(const struct ruler *ruler, struct text *out, const struct text *text,
                      double width, double height, double size)
{
    double x = MARGIN, y = height - MARGIN - ASCENT * size, down = y;

    for (size_t at = 0; at < text->length && y > -size;) {
        const char *bytes = text->bytes + at;
        const char *end = memchr(bytes, '\n', text->length - at);
        size_t length = end ? (size_t)(end - bytes) : text->length - at, fits = 0;
        if (length > 0)
            fits = line_length(ruler, bytes, length, width - 2 * MARGIN, size);
        add_line(out, bytes, fits, x, down);
        at += fits + (fits == length && end);
        x = 0;
        down = -LEADING * size;
        y += down;
    }
}

bool form_text_show(const struct ruler *ruler, struct text *out, const char *text, double width,
                    double height, double size, bool lines)
{
    struct text bytes = TEXT_INIT;
    bool known = ruler->font && encode(&bytes, text);

    if (known) {
        text_add(out, "/Tx BMC\nq\nBT\n0 g\n/Helv ");
        canvas_number(out, size, 1);
        text_add(out, " Tf\n");
        if (lines)
            add_lines(ruler, out, &bytes, width, height, size);
        else
            add_line(out, text_string(&bytes), bytes.length, MARGIN,
                     (height - (ASCENT - DESCENT) * size) / 2);
        text_add(out, "ET\nQ\nEMC\n");
    }
    text_free(&bytes);
    return known;
}
