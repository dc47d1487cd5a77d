/* xml: one part of a workbook, parsed by expat as it is unpacked. No document type, and so no
 * entities; depth, tags and names are bounded, so that no input takes long or much memory. */
#ifndef ROADBOOK_MEMORY_XLSX_XML_H
#define ROADBOOK_MEMORY_XLSX_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "memory/xlsx/archive.h"

#define XML_DEPTH_MOST 64

/* What is done with a part's elements. Names in the namespace of the part's root come bare ("row"),
 * others with theirs and a bar in front ("http://...|sparkline"); attributes, pairs of name and
 * value with a NULL behind, likewise, but those that have no prefix come bare. */
struct xml_reader {
    void *data;
    /* each may be NULL */
    void (*starts)(struct xml_reader *reader, const char *name, const char **attributes);
    void (*ends)(struct xml_reader *reader, const char *name);
    /* where characters go now, and at most so many bytes of them; NULL: nowhere */
    struct text *into;
    size_t into_most;
    /* set by these functions to give up: what is wrong with the part, "holds ..." */
    const char *fault;
};

/* Reads the part. false: WHY, added to, says what is wrong with it ("its part NAME is damaged"). */
bool xml_read(struct archive *archive, const struct archive_part *part, struct xml_reader *reader,
              struct text *why);

/* The value of the attribute of that name; NULL: it is not there. */
const char *xml_attribute(const char **attributes, const char *name);

/* true: it is there, and true (xsd:boolean). */
bool xml_truth(const char **attributes, const char *name);

/* A number from 0 to MOST of digits alone; gives the end of it, or NULL where there is none. */
const char *xml_count(const char *text, uint32_t most, uint32_t *count);

/* The relation that an element names (r:id); NULL: none. */
const char *xml_relation(const char **attributes);

/* true where a whole name, "http://...|sparkline", has that last part. */
bool xml_named(const char *whole, const char *name);

#endif
