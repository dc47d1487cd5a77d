/* show: the settings in force, and where each came from, as text. */
#ifndef ROADBOOK_SETTINGS_SHOW_H
#define ROADBOOK_SETTINGS_SHOW_H

#include "base/text.h"
#include "settings/settings.h"

/* Appends a line a setting: its name, the value in force, its origin with file, line and column.
 * SCHEDULE was made with SETTINGS. */
void settings_show(const struct settings *settings, const struct schedule *schedule,
                   struct text *out);

#endif
