/* agree: what contradicts itself in the settings taken together. */
#include <string.h>

#include "settings/table.h"

static bool is_typed(const struct settings *settings, enum setting setting)
{
    return settings->origins[setting] == ORIGIN_COMMAND_LINE;
}

/* Typed, it is wrong usage; in a file, bad input. */
static enum status status_of(const struct settings *settings, enum setting setting)
{
    return is_typed(settings, setting) ? STATUS_USAGE : STATUS_BAD_INPUT;
}

bool settings_by_end(const struct settings *settings)
{
    return settings->origins[SETTING_END] > settings->origins[SETTING_HOURS];
}

/* true where COMMA, in the text of hours, was meant to be a point: "7,5". */
static bool is_decimal_comma(const char *text, const char *comma)
{
    static const char *const quarters[] = {",5", ",25", ",75", ",0"};

    if (comma == text || !strchr("0123456789", comma[-1]))
        return false;
    for (size_t i = 0; i < sizeof quarters / sizeof quarters[0]; i++)
        if (strcmp(comma, quarters[i]) == 0)
            return true;
    return false;
}

static bool is_one(const struct settings *settings, enum setting setting,
                   const struct wishes *wishes)
{
    const char *dashes = is_typed(settings, setting) ? "--" : "";

    if (wishes->count <= 1)
        return true;
    const char *text = settings->texts[setting], *comma = strchr(text, ',');
    if (setting == SETTING_HOURS && comma && wishes->count == 2 && is_decimal_comma(text, comma))
        report_failure(status_of(settings, setting), settings->places[setting],
                       "%shours: '%s' has a comma: write %.*s.%s (several paces, such as 5,10, are "
                       "for `compare`)",
                       dashes, text, (int)(comma - text), text, comma + 1);
    else
        report_failure(status_of(settings, setting), settings->places[setting],
                       "%s%s: '%s' is more than one; `compare` takes several", dashes,
                       settings_table[setting].name, text);
    return false;
}

/* A form changes, an archive must not (ISO 19005-1, 6.9). */
static bool is_form_or_archive(const struct settings *settings)
{
    enum setting later = settings->origins[SETTING_PDFA] >= settings->origins[SETTING_FILLABLE]
                             ? SETTING_PDFA
                             : SETTING_FILLABLE;

    if (!settings->asked.fillable || !settings->asked.pdfa)
        return true;
    report_failure(status_of(settings, later), settings->places[later],
                   "fillable and pdfa are both asked for; a PDF/A holds no form, so leave one out");
    return false;
}

static bool is_hours_or_end(const struct settings *settings)
{
    enum origin origin = settings->origins[SETTING_END];

    if (origin == ORIGIN_DEFAULT || origin != settings->origins[SETTING_HOURS])
        return true;
    report_failure(status_of(settings, SETTING_END), settings->places[SETTING_END],
                   "hours a week and an end are both given; the one follows from the other, so "
                   "leave one out");
    return false;
}

bool settings_agree(const struct settings *settings, bool comparing)
{
    return comparing ||
           (is_form_or_archive(settings) && is_one(settings, SETTING_HOURS, &settings->hours) &&
            is_one(settings, SETTING_END, &settings->ends) && is_hours_or_end(settings));
}
