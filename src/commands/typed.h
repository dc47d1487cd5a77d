/* typed: the hours, day, category and item that `log` was given, understood. What is not is
 * reported, with what may have been meant; the run has memory. */
#ifndef ROADBOOK_COMMANDS_TYPED_H
#define ROADBOOK_COMMANDS_TYPED_H

#include "run.h"

/* "1h10", "1:10", "70min", "1.5": of a length that counts. */
bool typed_hours(const char *typed, int *minutes);

/* NULL is today; "yesterday", "2026-01-16", "16.01.2026", "16 Jan": none that is still to come. */
bool typed_day(const struct run *run, const char *typed, day *date);

/* The plan's category that was typed, or its start; *NEW: it has none such. false: a report said
 * which was meant. */
bool typed_category(const struct run *run, const char *typed, const char **category, bool *new);

/* What is to be ticked: the item of that title, else the one whose title begins so; of several of
 * one title the first that is not ticked. NULL after a report. */
const struct item *typed_item(const struct run *run, const char *typed);

/* Its title; of what has none all of it. */
const char *item_name(const struct item *item);

#endif
