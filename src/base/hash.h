/* hash: one hash for every table (FNV-1a, 64 bits). For looking things up, not against forgers. */
#ifndef ROADBOOK_BASE_HASH_H
#define ROADBOOK_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START UINT64_C(14695981039346656037)

/* HASH with VALUE, a byte or any number, taken into it. */
static inline uint64_t hash_add(uint64_t hash, uint64_t value)
{
    return (hash ^ value) * UINT64_C(1099511628211);
}

static inline uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = hash_add(hash, (unsigned char)bytes[i]);
    return hash;
}

static inline uint64_t hash_string(uint64_t hash, const char *text)
{
    for (; *text; text++)
        hash = hash_add(hash, (unsigned char)*text);
    return hash;
}

#endif
