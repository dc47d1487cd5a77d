/* show: one line a setting, in the order of the table. */
#include "settings/show.h"

#include <string.h>

#include "settings/table.h"

#define NAME_COLUMNS  14
#define VALUE_COLUMNS 32

/* What holds where nobody set it; "" where nothing does. In the settings' pool. */
static const char *default_of(const struct settings *settings, const struct schedule *schedule,
                              enum setting setting)
{
    const struct rhythm *rhythm = &schedule->rhythm;
    const struct plan *plan = schedule->plan;
    char text[DURATION_TEXT > DATE_TEXT ? DURATION_TEXT : DATE_TEXT];
    const char *value = "";
    struct text names = TEXT_INIT;

    switch (setting) {
    case SETTING_ID:
        value = plan->id;
        break;
    case SETTING_TITLE:
        value = plan->title.text;
        break;
    case SETTING_LANG:
        value = plan->language ? plan->language : "";
        break;
    case SETTING_HOURS:
        value = pool_print(settings->pool, "%g", rhythm->minutes / 60.0);
        break;
    case SETTING_START:
        value = day_print(schedule->start, text);
        break;
    case SETTING_TIMEZONE:
        value = rhythm->timezone;
        break;
    case SETTING_ONLY:
        exporter_names(",", &names);
        value = text_string(&names);
        break;
    case SETTING_WEEK_START:
        value = "monday";
        break;
    case SETTING_WORKDAY_TIME:
        value = clock_print(rhythm->workday_time % (24 * 60), text);
        break;
    case SETTING_WEEKEND_TIME:
        value = clock_print(rhythm->weekend_time % (24 * 60), text);
        break;
    case SETTING_TEMPLATE:
        value = settings->template_name;
        break;
    default:
        value = settings_table[setting].flag ? "no" : "";
        break;
    }
    value = pool_copy(settings->pool, value, strlen(value));
    text_free(&names);
    return value;
}

/* Why the default is what it is. */
static const char *default_reason(const struct settings *settings, const struct schedule *schedule,
                                  enum setting setting)
{
    const struct plan *plan = schedule->plan;

    switch (setting) {
    case SETTING_ID:
    case SETTING_TITLE:
    case SETTING_LANG:
        return "from the roadmap's text";
    case SETTING_HOURS:
        if (settings_by_end(settings) && settings->rhythm.minutes > 0)
            return "found from the end";
        return plan->hours_low > 0 ? "default: the roadmap's lower figure" : "default";
    case SETTING_START:
        return "default: the coming Monday";
    case SETTING_TIMEZONE:
        return "default: the system's";
    case SETTING_SLOTS:
        return plan->timetable_count > 0 ? "default: the roadmap's own schedule"
                                         : "default: spread evenly over the week";
    case SETTING_OUTPUT:
        return "default: beside the roadmap";
    case SETTING_TODAY:
        return "default: the clock";
    case SETTING_PAPER:
        return "default: the template's own";
    case SETTING_WEEKS:
        return "default: the whole workbook";
    default:
        return "default";
    }
}

static void add_origin(struct text *out, const struct settings *settings,
                       const struct schedule *schedule, enum setting setting)
{
    struct place place = settings->places[setting];

    switch (settings->origins[setting]) {
    case ORIGIN_DEFAULT:
        text_add(out, default_reason(settings, schedule, setting));
        return;
    case ORIGIN_MEMORY:
        text_add(out, settings->recalled[setting] ? settings->recalled[setting] : "the last build");
        return;
    case ORIGIN_COMMAND_LINE:
        text_add(out, "command line");
        return;
    case ORIGIN_FILE:
    case ORIGIN_FRONT_MATTER:
        if (place.source)
            text_add_visible(out, place.source->name, strlen(place.source->name), false);
        if (place.line > 0)
            text_print(out, ":%d:%d", place.line, place.column);
        text_add(out, settings->origins[setting] == ORIGIN_FILE ? "" : " (front matter)");
        return;
    }
}

void settings_show(const struct settings *settings, const struct schedule *schedule,
                   struct text *out)
{
    for (enum setting setting = 0; setting < SETTING_COUNT; setting++) {
        const char *value = settings->texts[setting];
        bool found = setting == SETTING_HOURS && settings_by_end(settings);
        if (!value || found)
            value = default_of(settings, schedule, setting);
        if (!*value)
            value = "-";
        text_print(out, "%-*s  ", NAME_COLUMNS, settings_table[setting].name);
        text_add_visible(out, value, strlen(value), false);
        int columns = utf8_columns(value, strlen(value));
        text_print(out, "%*s  ", columns < VALUE_COLUMNS ? VALUE_COLUMNS - columns : 0, "");
        if (found)
            text_add(out, default_reason(settings, schedule, setting));
        else
            add_origin(out, settings, schedule, setting);
        text_add_char(out, '\n');
    }
}
