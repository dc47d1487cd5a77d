/* comparison: several paces side by side, printed for people and for programs. */
#ifndef ROADBOOK_TEXT_COMPARISON_H
#define ROADBOOK_TEXT_COMPARISON_H

#include "base/text.h"
#include "schedule/comparison.h"

/* Appends a table, a column a pace, and below it where it does not fit. */
void comparison_text(const struct comparison *comparison, struct text *out);

/* Appends the same as one JSON object and a newline: "title", "paces": [{"hours_per_week", "by",
 * "reach", "start", "end", "weeks", "minutes", "phases": [{"number", "title", "first", "last",
 * "weeks", "minutes", "asked": {"low", "high"} | null, "missing", "line"}]}]. */
void comparison_json(const struct comparison *comparison, struct text *out);

#endif
