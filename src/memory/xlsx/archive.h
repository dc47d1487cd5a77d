/* archive: a ZIP file in memory that may be hostile. Its list of parts is checked before anything
 * is unpacked: one file from its first byte to its last, no part over another, no name twice. */
#ifndef ROADBOOK_MEMORY_XLSX_ARCHIVE_H
#define ROADBOOK_MEMORY_XLSX_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* Of one part, and of all that is unpacked of an archive of anybody's, each reading counted. */
#define ARCHIVE_MOST ((uint64_t)64 << 20)

struct archive_part {
    /* as the archive has it, without a slash in front */
    const char *name;
    /* bytes, unpacked and packed, as the archive says */
    uint64_t size, packed;
};

struct archive;

/* Opens LENGTH bytes, which must stay while it is open. NULL: WHY, added to, says what is wrong.
 * MADE: by roadbook, just now, so that it may be of any size. archive_close() frees it. */
struct archive *archive_open(const char *bytes, size_t length, bool made, struct text *why);

/* NULL is allowed. */
void archive_close(struct archive *archive);

/* From now on an element of ARCHIVE that says how many children it has must have as many. Programs
 * that are not ours may count as they like. */
void archive_hold_to_counts(struct archive *archive);
bool archive_is_held_to_counts(const struct archive *archive);

/* All parts, in the order of its list. */
const struct archive_part *archive_parts(const struct archive *archive, size_t *count);

/* The part of that name, letter case left out of account; NULL: none. */
const struct archive_part *archive_find(const struct archive *archive, const char *name);

/* Takes a piece of a part; false: no more of it is wanted. */
typedef bool archive_take(void *data, const char *bytes, size_t length);

/* Unpacks a part piece by piece and compares its checksum at its end. false: TAKE gave up, or the
 * part is damaged or too large; then WHY, added to, says so ("its part NAME is damaged"). */
bool archive_read(struct archive *archive, const struct archive_part *part, archive_take *take,
                  void *data, struct text *why);

/* Counts WORK, tags and their attributes, against what is done for one archive; false: it is more.
 */
bool archive_work(struct archive *archive, size_t work);

/* Adds "its part NAME " to WHY, NAME made fit for a terminal and no longer than a line. */
void archive_name_part(struct text *why, const char *name);

#endif
