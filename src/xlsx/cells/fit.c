/* fit: what spreadsheet programs take, as they are known to. */
#include "xlsx/cells/fit.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include <unicase.h>
#include <uninorm.h>

#include "base/text.h"
#include "memory/xlsx/store.h"

#define LINK_BYTES 2079

/* "_x0041_" would be read as "A". */
static bool looks_escaped(const char *bytes, size_t length)
{
    if (length < 7 || bytes[0] != '_' || bytes[1] != 'x' || bytes[6] != '_')
        return false;
    for (size_t i = 2; i < 6; i++)
        if (!isxdigit((unsigned char)bytes[i]))
            return false;
    return true;
}

static uint32_t xml_code_point(uint32_t code_point)
{
    bool control = code_point < 0x20 && code_point != '\n' && code_point != '\t';

    if (control || code_point == 0x7f || code_point == 0xfffe || code_point == 0xffff)
        return 0xfffd;
    return code_point;
}

/* Bytes at the start of TEXT, MOST at the most, that stay as they are, a unit each. */
static size_t plain_run(const char *text, size_t most)
{
    size_t length = 0;

    while (length < most && text[length] >= ' ' && text[length] < 0x7f && text[length] != '_')
        length++;
    return length;
}

const char *cell_text(struct pool *pool, const char *text, bool *cut)
{
    struct text out = TEXT_INIT;
    size_t length = strlen(text), units = 0;

    *cut = false;
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t run = plain_run(text + at, CELL_UNITS - units);
        text_add_bytes(&out, text + at, run);
        units += run;
        at += run;
        if (at == length)
            break;
        size_t size = utf8_next(text + at, length - at, &code_point);
        bool escape = looks_escaped(text + at, length - at);
        size_t more = escape ? 7 : code_point > 0xffff ? 2 : 1;
        if (units + more > CELL_UNITS) {
            *cut = true;
            break;
        }
        units += more;
        text_add(&out, escape ? "_x005F" : "");
        if (code_point != '\r')
            text_add_code_point(&out, xml_code_point(code_point));
        at += size;
    }
    char *copy = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return copy;
}

const char *text_as_read(struct pool *pool, const char *text)
{
    struct text out = TEXT_INIT;

    if (!strstr(text, "_x"))
        return text;
    text_add_decoded(&out, text, strlen(text));
    const char *copy = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return copy;
}

bool link_allowed(const char *url)
{
    static const char *const schemes[] = {"http://", "https://", "mailto:"};
    bool known = false;

    if (!url || strlen(url) > LINK_BYTES)
        return false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
            known = url[strlen(schemes[i])] != '\0';
    for (const char *at = url; *at != '\0'; at++)
        if ((unsigned char)*at <= ' ' || *at == 0x7f || strchr("\"<>\\^`{|}", *at))
            return false;
    return known;
}

bool sheet_name_allowed(const char *name)
{
    size_t length = strlen(name);

    if (length == 0 || length > 31 || strpbrk(name, "[]:*?/\\"))
        return false;
    return name[0] != '\'' && name[length - 1] != '\'' && strcasecmp(name, "History") != 0;
}

/* "A1" to "XFD1048576", and "R1C1", "R", "C": names of cells, not of ours. */
static bool named_like_a_cell(const char *name)
{
    size_t letters = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    size_t digits = strspn(name + letters, "0123456789");

    if (letters > 0 && letters <= 3 && digits > 0 && name[letters + digits] == '\0')
        return true;
    if (toupper((unsigned char)name[0]) != 'R' && toupper((unsigned char)name[0]) != 'C')
        return false;
    const char *at = name + 1 + strspn(name + 1, "0123456789");
    if (toupper((unsigned char)*at) == 'C')
        at += 1 + strspn(at + 1, "0123456789");
    return *at == '\0';
}

bool defined_name_allowed(const char *name)
{
    if (name[0] != '_' && !isalpha((unsigned char)name[0]))
        return false;
    for (const char *at = name; *at != '\0'; at++)
        if (!isalnum((unsigned char)*at) && *at != '_' && *at != '.')
            return false;
    return strlen(name) <= 255 && !named_like_a_cell(name);
}

static bool is_ascii(const char *text)
{
    while (*text && !(*text & 0x80))
        text++;
    return !*text;
}

bool same_words(const char *one, const char *other)
{
    int result = 1;

    if (strcmp(one, other) == 0)
        return true;
    if (is_ascii(one) && is_ascii(other)) /* as most are: no tables needed */
        return strcasecmp(one, other) == 0;
    if (((*one | *other) & 0x80) == 0 &&
        tolower((unsigned char)*one) != tolower((unsigned char)*other))
        return false; /* nothing that follows makes one of these the other */
    if (u8_casecmp((const uint8_t *)one, strlen(one), (const uint8_t *)other, strlen(other), NULL,
                   UNINORM_NFC, &result) != 0)
        return strcmp(one, other) == 0;
    return result == 0;
}

const char *criterion(struct pool *pool, const char *text)
{
    struct text out = TEXT_INIT;

    text_add_char(&out, '=');
    for (const char *at = text; *at != '\0'; at++) {
        if (strchr("*?~", *at))
            text_add_char(&out, '~');
        text_add_char(&out, *at);
    }
    char *copy = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return copy;
}
