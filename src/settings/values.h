/* values: what a setting was set to, each value in words that settings_set() takes again. */
#ifndef ROADBOOK_SETTINGS_VALUES_H
#define ROADBOOK_SETTINGS_VALUES_H

#include "settings/settings.h"

/* The values of SETTING: those of a list in their order, of anything else the one text; none where
 * nobody set it. In the settings' pool. */
struct names setting_values(const struct settings *settings, enum setting setting);

/* RANGE in words: "2026-01-05..2026-01-11". In POOL. */
const char *range_print(struct pool *pool, const struct period *range);

#endif
