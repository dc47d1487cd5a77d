/* relations: how the parts of a workbook name each other (ISO/IEC 29500-2, 6.5). */
#ifndef ROADBOOK_MEMORY_XLSX_RELATIONS_H
#define ROADBOOK_MEMORY_XLSX_RELATIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "memory/xlsx/archive.h"
#include "memory/xlsx/store.h"

struct relation {
    const char *id;
    /* the end of its type: "worksheet" */
    const char *type;
    /* the name of a part, or any address where it is outside */
    const char *target;
    bool outside;
};

struct relations {
    struct relation *items;
    size_t count;
};

/* Reads the relations of the part called SOURCE ("": the archive) of the types that a reader goes
 * by; none where it has none. false: WHY, added to, says what is wrong: the list is damaged, or
 * leads out of the archive. */
bool relations_read(struct store *store, struct archive *archive, const char *source,
                    struct relations *relations, struct text *why);

/* The first of that type, that of that id, or NULL. */
const struct relation *relations_typed(const struct relations *relations, const char *type);
const struct relation *relations_named(const struct relations *relations, const char *id);

/* The part that it leads to. NULL: WHY, added to, says that it is missing, or elsewhere. */
const struct archive_part *relation_part(const struct archive *archive,
                                         const struct relation *relation, struct text *why);

#endif
