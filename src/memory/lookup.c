/* lookup: numbers by text. A table of chains; each text has a queue of its numbers. */
#include "memory/lookup.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/hash.h"
#include "base/text.h"
#include "words/scan.h"

struct entry {
    size_t value;
    struct entry *next;
};

struct queue {
    const char *text;
    uint64_t hash;
    struct entry *first, *last;
    struct queue *next;
};

struct lookup {
    struct pool *pool;
    struct queue **slots;
    size_t mask;
};

struct lookup *lookup_new(struct pool *pool, size_t most)
{
    struct lookup *lookup = pool_alloc(pool, sizeof *lookup);
    size_t slots = 16;

    while (slots < most * 2)
        slots *= 2;
    lookup->pool = pool;
    lookup->mask = slots - 1;
    lookup->slots = pool_alloc(pool, slots * sizeof(struct queue *));
    return lookup;
}

static uint64_t hash_of(const char *text)
{
    uint64_t hash = hash_string(HASH_START, text);

    return hash ^ hash >> 32; /* its low bits alone are weak */
}

static struct queue *queue_of(const struct lookup *lookup, const char *text, uint64_t hash)
{
    struct queue *queue = lookup->slots[hash & lookup->mask];

    while (queue && (queue->hash != hash || strcmp(queue->text, text) != 0))
        queue = queue->next;
    return queue;
}

void lookup_add(struct lookup *lookup, const char *text, size_t value)
{
    uint64_t hash = hash_of(text);
    struct queue *queue = queue_of(lookup, text, hash);
    struct entry *entry = pool_alloc(lookup->pool, sizeof *entry);

    entry->value = value;
    if (!queue) {
        queue = pool_alloc(lookup->pool, sizeof *queue);
        *queue = (struct queue){.text = text, .hash = hash};
        queue->next = lookup->slots[hash & lookup->mask];
        lookup->slots[hash & lookup->mask] = queue;
    }
    if (queue->first)
        queue->last->next = entry;
    else
        queue->first = entry;
    queue->last = entry;
}

size_t lookup_find(const struct lookup *lookup, const char *text)
{
    const struct queue *queue = queue_of(lookup, text, hash_of(text));

    return queue && queue->first ? queue->first->value : LOOKUP_NONE;
}

size_t lookup_take(struct lookup *lookup, const char *text)
{
    struct queue *queue = queue_of(lookup, text, hash_of(text));

    if (!queue || !queue->first)
        return LOOKUP_NONE;
    size_t value = queue->first->value;
    queue->first = queue->first->next;
    return value;
}

/* true for a blank of any kind; *SIZE: its bytes, or those of the character that is none. */
static bool blank_at(const char *bytes, size_t length, size_t *size)
{
    uint32_t character = (unsigned char)*bytes;

    *size = 1;
    if (character < 0x80)
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    *size = utf8_next(bytes, length, &character);
    return is_blank(character);
}

/* BYTES without blanks at the ends, and with one between words. */
static const char *without_blanks(struct pool *pool, const char *bytes, size_t length)
{
    char *plain = pool_alloc(pool, length + 1), *end = plain;
    bool blank = false;

    for (size_t at = 0, size; at < length; at += size) {
        if (blank_at(bytes + at, length - at, &size)) {
            blank = end > plain;
            continue;
        }
        if (blank)
            *end++ = ' ';
        blank = false;
        for (size_t i = 0; i < size; i++)
            *end++ = bytes[at + i];
    }
    return plain;
}

/* Bytes of a sign at AT that has neither case nor another form ("·", "–", "’", "…", "␟", "☐"), or
 * of an ASCII letter; 0: of anything else. */
static size_t plain_size(const unsigned char *at)
{
    if (at[0] < 0x80)
        return 1;
    if (at[0] == 0xC2 && at[1] == 0xB7)
        return 2;
    bool dash = at[0] == 0xE2 && at[1] == 0x80 && at[2] >= 0x90 && at[2] <= 0xA6;
    bool control = at[0] == 0xE2 && at[1] == 0x90; /* the signs that stand for control characters */
    bool box = at[0] == 0xE2 && at[1] == 0x98 && at[2] >= 0x90 && at[2] <= 0x92;
    return dash || control || box ? 3 : 0;
}

const char *plain_words(struct pool *pool, const char *text)
{
    size_t length = strlen(text), folded_length = 0, at = 0, size;

    while (at < length && (size = plain_size((const unsigned char *)text + at)) > 0)
        at += size;
    if (at == length) { /* nearly all texts: no tables needed */
        char *lower = pool_copy(pool, text, length);
        for (at = 0; at < length; at++)
            lower[at] = (char)tolower((unsigned char)lower[at]);
        return without_blanks(pool, lower, length);
    }
    uint8_t *folded =
        u8_casefold((const uint8_t *)text, length, NULL, UNINORM_NFC, NULL, &folded_length);
    if (!folded) /* no UTF-8 */
        return without_blanks(pool, text, length);
    const char *plain = without_blanks(pool, (const char *)folded, folded_length);
    free(folded);
    return plain;
}
