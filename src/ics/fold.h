/* fold: content lines (RFC 5545, 3.1) as they go into the file. */
#ifndef ROADBOOK_ICS_FOLD_H
#define ROADBOOK_ICS_FOLD_H

#include <libical/ical.h>

#include "base/text.h"

/* Appends the component as text: lines of at most 75 octets ended by CRLF, no character of UTF-8
 * split. */
void component_print(icalcomponent *component, struct text *out);

/* As that, of content lines as they are, each ended by '\n'. */
void lines_fold(const char *lines, struct text *out);

#endif
