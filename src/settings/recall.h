/* recall: settings that were given once are remembered: from memory, and for the next build. */
#ifndef ROADBOOK_SETTINGS_RECALL_H
#define ROADBOOK_SETTINGS_RECALL_H

#include "settings/settings.h"

/* Sets what MEMORY has of earlier command lines, and the start and time zone that were in force;
 * all of it weaker than anything that is set now. A value that makes no sense any more is said and
 * left out. */
void settings_recall(struct settings *settings, const struct memory *memory);

/* Sets START alone, from a feed that was made for it. */
void settings_recall_start(struct settings *settings, day start);

/* Appends what came from memory: "hours 5, start 2026-01-05"; nothing where nothing did. */
void settings_recalled(const struct settings *settings, struct text *out);

/* All that is in force for SCHEDULE and that the next build is to know, *COUNT of them, in the
 * settings' pool. What MEMORY (NULL: none) has just so keeps its day, the rest is of TODAY. */
const struct remembered_setting *settings_remember(const struct settings *settings,
                                                   const struct schedule *schedule,
                                                   const struct memory *memory, day today,
                                                   size_t *count);

/* Takes over into the rhythm what MEMORY has of the plan as it was laid out, lived up to TODAY; and
 * which of its weeks a period on the command line changes on purpose: one that was not in force
 * before, and reaches back before TODAY. */
void settings_take_past(struct settings *settings, const struct memory *memory, day today);

#endif
