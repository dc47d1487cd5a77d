/* text: the growable string, and what roadbook needs of UTF-8. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uniwidth.h>

#include "base/pool.h"
#include "base/text.h"

#define REPLACEMENT 0xFFFD /* U+FFFD REPLACEMENT CHARACTER */

/* Makes room for ADDED bytes more and the NUL. */
static void reserve(struct text *text, size_t added)
{
    size_t needed = text->length + added + 1;

    if (needed <= text->length) /* wrapped around: let the allocator say that it is too much */
        needed = SIZE_MAX;
    if (needed <= text->capacity)
        return;
    size_t capacity = text->capacity < 64 ? 64 : text->capacity;
    while (capacity < needed)
        capacity = capacity > SIZE_MAX / 2 ? SIZE_MAX : capacity * 2;
    text->bytes = must_realloc(text->bytes, capacity);
    text->capacity = capacity;
}

void text_free(struct text *text)
{
    free(text->bytes);
    *text = (struct text)TEXT_INIT;
}

void text_clear(struct text *text)
{
    text->length = 0;
    if (text->bytes)
        text->bytes[0] = '\0';
}

void text_add(struct text *text, const char *string)
{
    text_add_bytes(text, string, strlen(string));
}

void text_add_bytes(struct text *text, const void *bytes, size_t length)
{
    reserve(text, length);
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_add_char(struct text *text, char byte)
{
    text_add_bytes(text, &byte, 1);
}

void text_add_code_point(struct text *text, uint32_t code_point)
{
    unsigned char bytes[4];
    size_t length;

    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = REPLACEMENT;
    if (code_point < 0x80) {
        bytes[0] = (unsigned char)code_point;
        length = 1;
    } else if (code_point < 0x800) {
        bytes[0] = (unsigned char)(0xC0 | code_point >> 6);
        length = 2;
    } else if (code_point < 0x10000) {
        bytes[0] = (unsigned char)(0xE0 | code_point >> 12);
        length = 3;
    } else {
        bytes[0] = (unsigned char)(0xF0 | code_point >> 18);
        length = 4;
    }
    for (size_t i = 1; i < length; i++)
        bytes[i] = (unsigned char)(0x80 | (code_point >> 6 * (length - 1 - i) & 0x3F));
    text_add_bytes(text, bytes, length);
}

void text_print(struct text *text, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    text_print_list(text, format, arguments);
    va_end(arguments);
}

void text_print_list(struct text *text, const char *format, va_list arguments)
{
    va_list again;

    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length > 0) {
        reserve(text, (size_t)length);
        vsnprintf(text->bytes + text->length, (size_t)length + 1, format, again);
        text->length += (size_t)length;
    } else {
        text_add_bytes(text, "", 0);
    }
    va_end(again);
}

const char *text_string(const struct text *text)
{
    return text->bytes ? text->bytes : "";
}

size_t utf8_next(const char *bytes, size_t length, uint32_t *code_point)
{
    const unsigned char *at = (const unsigned char *)bytes;
    size_t size;
    uint32_t value, least; /* LEAST: a smaller value had a shorter form, so this one is none */

    *code_point = at[0];
    if (at[0] < 0x80)
        return 1;
    *code_point = REPLACEMENT;
    if (at[0] >= 0xC2 && at[0] <= 0xDF)
        size = 2, value = at[0] & 0x1F, least = 0x80;
    else if (at[0] >= 0xE0 && at[0] <= 0xEF)
        size = 3, value = at[0] & 0x0F, least = 0x800;
    else if (at[0] >= 0xF0 && at[0] <= 0xF4)
        size = 4, value = at[0] & 0x07, least = 0x10000;
    else
        return 1;
    if (size > length)
        return 1;
    for (size_t i = 1; i < size; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return 1;
        value = value << 6 | (at[i] & 0x3F);
    }
    if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 1;
    *code_point = value;
    return size;
}

int utf8_columns(const char *bytes, size_t length)
{
    int columns = 0;

    while (length > 0) {
        uint32_t code_point;
        size_t size = utf8_next(bytes, length, &code_point);
        int width = uc_width(code_point, "UTF-8");
        columns += width > 0 ? width : 0;
        bytes += size;
        length -= size;
    }
    return columns;
}

size_t utf8_repair(struct text *out, const char *bytes, size_t length, size_t *first)
{
    size_t replaced = 0;

    for (size_t i = 0; i < length;) {
        uint32_t code_point;
        size_t size = utf8_next(bytes + i, length - i, &code_point);
        if (bytes[i] == '\r') {
            text_add_char(out, '\n');
            if (i + 1 < length && bytes[i + 1] == '\n')
                size = 2;
        } else if (size == 1 && code_point == REPLACEMENT) {
            if (replaced++ == 0 && first)
                *first = i;
            text_add_code_point(out, REPLACEMENT);
        } else {
            text_add_bytes(out, bytes + i, size);
        }
        i += size;
    }
    return replaced;
}

/* A character that a terminal would obey rather than draw, or that reorders the line. */
static bool obeyed(uint32_t code_point)
{
    return code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F) ||
           (code_point >= 0x202A && code_point <= 0x202E) ||
           (code_point >= 0x2066 && code_point <= 0x2069);
}

void text_add_visible(struct text *text, const char *bytes, size_t length, bool newlines)
{
    while (length > 0) {
        uint32_t code_point;
        size_t size = utf8_next(bytes, length, &code_point);
        if (code_point == REPLACEMENT && size == 1)
            text_print(text, "\\x%02x", (unsigned char)bytes[0]);
        else if (!obeyed(code_point) || (code_point == '\n' && newlines))
            text_add_bytes(text, bytes, size);
        else if (code_point < 0x100)
            text_print(text, "\\x%02x", (unsigned)code_point);
        else
            text_print(text, "\\u%04x", (unsigned)code_point);
        bytes += size;
        length -= size;
    }
}
