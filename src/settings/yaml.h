/* yaml: the settings in force as a roadbook.yaml, from which the same book can be built
 * again. */
#ifndef ROADBOOK_SETTINGS_YAML_H
#define ROADBOOK_SETTINGS_YAML_H

#include "base/text.h"
#include "settings/settings.h"

/* Appends a key a line for all that was set, and for start and time zone in any case. Left out is
 * what belongs to one run or one machine: the output's folder, --only, --strict, --silence; days
 * off out of holiday calendars are written as days. SCHEDULE was made with SETTINGS. */
void settings_yaml(const struct settings *settings, const struct schedule *schedule,
                   struct text *out);

#endif
