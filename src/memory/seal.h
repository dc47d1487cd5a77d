/* seal: whether a tracker is just as roadbook wrote it. The seal is a digest of all parts of the
 * file, kept in its document properties: whatever saves the file again breaks or loses it. */
#ifndef ROADBOOK_MEMORY_SEAL_H
#define ROADBOOK_MEMORY_SEAL_H

#include <stdbool.h>

#include "base/date.h"
#include "base/text.h"
#include "base/uuid.h"

#define SEAL_TEXT UUID_TEXT

enum seal {
    SEAL_ABSENT,    /* there is no file */
    SEAL_UNCHANGED, /* a tracker, just as roadbook wrote it */
    SEAL_CHANGED,   /* changed since, or not written by roadbook */
    SEAL_UNKNOWN    /* nobody can tell: it cannot be looked at, errno says why */
};

/* Sets the seal, AS_OF (the day it was made for, "2026-01-08") and START (the plan's) into the
 * .xlsx file in FILE, which must hold custom document properties already. The same input gives the
 * same bytes. false: FILE is no sound .xlsx file; it is unchanged then. */
bool seal_set(struct text *file, const char *as_of, const char *start);

/* Looks at the file at PATH; it reads the list of its parts and one small part, whatever they
 * claim to be. With SEAL_UNCHANGED the day it was made for stands in AS_OF. */
enum seal seal_check(const char *path, char as_of[SEAL_TEXT]);

/* The start of the plan that the tracker at PATH was made for, changed since or not: later builds
 * without --start keep to it. false, *START untouched: no tracker there, or it does not say. */
bool tracker_start(const char *path, day *start);

#endif
