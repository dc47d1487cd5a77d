/* yaml: YAML into a struct by a libcyaml schema, with diagnostics that have line, column and the
 * nearest key. */
#ifndef ROADBOOK_BASE_YAML_H
#define ROADBOOK_BASE_YAML_H

#include <cyaml/cyaml.h>
#include <stdbool.h>

#include "base/report.h"

/* Reads the bytes [start, start + length) of SOURCE by SCHEMA (a mapping behind a pointer). On
 * success *DATA is the caller's, to be freed with yaml_discard(); it is NULL where there is nothing
 * but blanks and comments. false after an error was reported at its place in SOURCE. A key that the
 * schema does not know is an error unless OTHER_KEYS; so is what would take a few bytes for much
 * time or memory: more than 64 KiB, lists 32 deep in each other, aliases. */
bool yaml_read(const struct source *source, size_t start, size_t length,
               const cyaml_schema_value_t *schema, bool other_keys, void **data);

/* Frees what yaml_read() gave. (libyaml itself exports a yaml_free, and would call ours.) */
void yaml_discard(const cyaml_schema_value_t *schema, void *data);

/* Where KEY stands in those bytes, as the first thing on a line or in braces; the place of START
 * where it does not. */
struct place yaml_key_place(const struct source *source, size_t start, size_t length,
                            const char *key);

/* Looks for one key's values, in the order they are written in. */
struct yaml_finder {
    /* the key's place; that of the byte looked at next */
    struct place key, at;
    /* of that byte; where the text ends */
    size_t offset, end;
};

/* A finder of the values of KEY in those bytes. */
struct yaml_finder yaml_find(const struct source *source, size_t start, size_t length,
                             const char *key);

/* Where VALUE, as the key's or the next of its list, is written (of several lines, the first); the
 * place of the key where it is written in another way than it reads (escapes). */
struct place yaml_value_place(struct yaml_finder *finder, const char *value);

#endif
