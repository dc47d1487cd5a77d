/* show: the dated plan printed, for people (`roadbook show`, golden tests) and for programs (`show
 * --json`). */
#ifndef ROADBOOK_TEXT_SHOW_H
#define ROADBOOK_TEXT_SHOW_H

#include "base/text.h"
#include "schedule/schedule.h"

/* Appends the whole plan: title, length, phases, every section with every item and every text in
 * the document's order (nothing is dropped), then the weeks with their sessions. Control characters
 * are made visible. */
void show_text(const struct schedule *schedule, struct text *out);

/* Appends the plan as JSON, one object and a newline, keys as DESIGN lays down. ALL of it: with the
 * findings from report_findings() and what was done so far; else the plan alone, an empty list of
 * findings and nothing logged. */
void show_json(const struct schedule *schedule, bool all, struct text *out);

/* What was reported so far: as JSON, {"findings": [...]} with the keys of show_json()'s and the
 * file's name; or as one line, "3 warnings, 2 notes" or "no findings". */
void findings_json(struct text *out);
void findings_summary(struct text *out);

#endif
