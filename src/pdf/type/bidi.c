/* bidi: directions by Unicode's algorithm (UAX 9), by FriBidi. */
#include <fribidi.h>
#include <stdlib.h>
#include <string.h>

#include "base/pool.h"
#include "pdf/type/internal.h"

/* true where a byte begins a character that may run from right to left: U+0580-08FF, U+FB1D-FEFF,
 * U+10800-10FFF, U+1E800-1EFFF, and the marks of direction in U+200F-2067. */
static bool may_turn(const char *bytes, size_t length)
{
    const unsigned char *at = (const unsigned char *)bytes;

    for (size_t i = 0; i + 1 < length; i++) {
        if (at[i] < 0xD6)
            continue;
        if (at[i] < 0xE0 || (at[i] == 0xE0 && at[i + 1] < 0xA4) ||
            (at[i] == 0xEF && at[i + 1] >= 0xAC) ||
            (at[i] == 0xF0 && (at[i + 1] == 0x90 || at[i + 1] == 0x9E)))
            return true;
        if (at[i] == 0xE2 && i + 2 < length &&
            ((at[i + 1] == 0x80 && (at[i + 2] == 0x8F || at[i + 2] >= 0xA8)) ||
             (at[i + 1] == 0x81 && at[i + 2] >= 0xA6 && at[i + 2] < 0xAA)))
            return true;
    }
    return false;
}

struct analysis {
    FriBidiChar *characters;
    FriBidiCharType *types;
    FriBidiBracketType *brackets;
    FriBidiLevel *levels;
    size_t count;
};

static void free_analysis(struct analysis *analysis)
{
    free(analysis->characters);
    free(analysis->types);
    free(analysis->brackets);
    free(analysis->levels);
}

static bool analyse(struct analysis *analysis, const char *bytes, size_t length, uint8_t *base)
{
    FriBidiParType direction = FRIBIDI_PAR_LTR;
    FriBidiStrIndex count;
    bool turns = false;

    analysis->characters = must_alloc((length + 1) * sizeof *analysis->characters);
    analysis->types = must_alloc((length + 1) * sizeof *analysis->types);
    analysis->brackets = must_alloc((length + 1) * sizeof *analysis->brackets);
    analysis->levels = must_alloc((length + 1) * sizeof *analysis->levels);
    for (size_t at = 0; at < length; analysis->count++)
        at += utf8_next(bytes + at, length - at, &analysis->characters[analysis->count]);
    count = (FriBidiStrIndex)analysis->count;
    fribidi_get_bidi_types(analysis->characters, count, analysis->types);
    for (size_t i = 0; i < analysis->count; i++)
        turns = turns || FRIBIDI_IS_RTL(analysis->types[i]);
    if (!turns)
        return false;
    fribidi_get_bracket_types(analysis->characters, count, analysis->types, analysis->brackets);
    /* The direction of the first strong character, left to right where there is none. */
    direction = fribidi_get_par_direction(analysis->types, count);
    if (direction == FRIBIDI_PAR_ON)
        direction = FRIBIDI_PAR_LTR;
    *base = FRIBIDI_IS_RTL(direction) ? 1 : 0;
    return fribidi_get_par_embedding_levels_ex(analysis->types, analysis->brackets, count,
                                               &direction, analysis->levels) != 0;
}

uint8_t *bidi_levels(const char *bytes, size_t length, uint8_t *base)
{
    struct analysis analysis = {0};
    uint8_t *levels = NULL;

    *base = 0;
    if (!may_turn(bytes, length))
        return NULL;
    if (analyse(&analysis, bytes, length, base)) {
        size_t at = 0;
        levels = must_alloc(length + 1);
        for (size_t i = 0; i < analysis.count; i++) {
            uint32_t code_point;
            size_t size = utf8_next(bytes + at, length - at, &code_point);
            memset(levels + at, analysis.levels[i], size);
            at += size;
        }
    }
    free_analysis(&analysis);
    return levels;
}

/* Rule L2: from the highest level down to 1, turn each run of at least that level round. */
void bidi_order(const uint8_t *levels, size_t count, size_t *order)
{
    uint8_t highest = 0;

    for (size_t i = 0; i < count; i++) {
        order[i] = i;
        highest = levels[i] > highest ? levels[i] : highest;
    }
    for (uint8_t level = highest; level > 0; level--) {
        for (size_t start = 0; start < count; start++) {
            size_t end = start;
            while (end < count && levels[order[end]] >= level)
                end++;
            for (size_t low = start, high = end; low + 1 < high; low++) {
                size_t kept = order[low];
                order[low] = order[--high];
                order[high] = kept;
            }
            start = end;
        }
    }
}
