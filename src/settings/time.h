/* time: the settings that say when and how much to study, taken out of their text. Each
 * takes VALUE, which lives as long as SETTINGS, and gives NULL or what is wrong with it. */
#ifndef ROADBOOK_SETTINGS_TIME_H
#define ROADBOOK_SETTINGS_TIME_H

#include "settings/settings.h"

const char *take_hours(struct settings *settings, const char *value);
const char *take_end(struct settings *settings, const char *value);
const char *take_compare(struct settings *settings, const char *value);
const char *take_timezone(struct settings *settings, const char *value);
const char *take_slots(struct settings *settings, const char *value);
const char *take_week_start(struct settings *settings, const char *value);
const char *take_workday_time(struct settings *settings, const char *value);
const char *take_weekend_time(struct settings *settings, const char *value);
const char *take_off(struct settings *settings, const char *value);
const char *take_period(struct settings *settings, const char *value);

#endif
