/* text: a growable run of bytes, NUL-terminated at all times, and UTF-8. */
#ifndef ROADBOOK_BASE_TEXT_H
#define ROADBOOK_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text {
    /* never NULL after the first call that adds; TEXT_INIT before */
    char *bytes;
    /* without the NUL */
    size_t length;
    size_t capacity;
};

#define TEXT_INIT                                                                                  \
    {                                                                                              \
        NULL, 0, 0                                                                                 \
    }

void text_free(struct text *text);
void text_clear(struct text *text); /* empties it, keeps the memory */
void text_add(struct text *text, const char *string);
void text_add_bytes(struct text *text, const void *bytes, size_t length);
void text_add_char(struct text *text, char byte);
void text_add_code_point(struct text *text, uint32_t code_point);
void text_print(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_print_list(struct text *text, const char *format, va_list arguments);

/* The string so far; "" where nothing was added. */
const char *text_string(const struct text *text);

/* The code point at BYTES (LENGTH > 0 bytes long) and in *CODE_POINT; gives its size in bytes.
 * A byte that is no UTF-8 (RFC 3629) counts as one byte, U+FFFD. */
size_t utf8_next(const char *bytes, size_t length, uint32_t *code_point);

/* Columns that a string takes on a terminal (East Asian wide 2, combining 0; libunistring). */
int utf8_columns(const char *bytes, size_t length);

/* Appends BYTES with what is no UTF-8 replaced by U+FFFD and CR LF or CR made LF; gives how many
 * sequences were replaced, and the offset in BYTES of the first one in *FIRST (may be NULL). */
size_t utf8_repair(struct text *out, const char *bytes, size_t length, size_t *first);

/* Appends BYTES fit for a terminal: control characters (C0 but for newline where NEWLINES, DEL, C1,
 * and the bidirectional overrides U+202A-202E, U+2066-2069) become visible escapes such as \x1b. */
void text_add_visible(struct text *text, const char *bytes, size_t length, bool newlines);

#endif
