/* json: days, texts and sessions as JSON, and a JSON value as text that a terminal can show. */
#ifndef ROADBOOK_TEXT_JSON_H
#define ROADBOOK_TEXT_JSON_H

#include <jansson.h>

#include "base/date.h"
#include "base/text.h"
#include "schedule/schedule.h"

/* Appends OBJECT, indented, and a newline. Control characters above U+007E and the bidirectional
 * overrides are written as escapes (RFC 8259, 7), which mean the same. */
void json_add(const json_t *object, struct text *out);

/* "2026-01-05"; null for DAY_NONE. The caller's. */
json_t *json_day(day date);

/* NULL is "". The plan's are valid UTF-8; whatever else comes (a name from outside) is repaired.
 * The caller's. */
json_t *json_text(const char *string);

/* When it is, how long, and what it is for. The caller's. */
json_t *json_session(const struct schedule *schedule, const struct session *session);

#endif
