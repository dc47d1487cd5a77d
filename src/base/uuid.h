/* uuid: name-based identifiers (RFC 4122, version 5). */
#ifndef ROADBOOK_BASE_UUID_H
#define ROADBOOK_BASE_UUID_H

#include <stddef.h>

#define UUID_TEXT 37 /* 36 characters and a NUL */

/* The identifier of NAME (LENGTH bytes) in the name space SPACE, itself one in text, into OUT,
 * lower case. A SPACE that is no UUID counts as the nil UUID. */
void uuid_of_name(const char *space, const char *name, size_t length, char out[UUID_TEXT]);

#endif
