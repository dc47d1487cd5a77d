/* yaml: a key a line, in the order of the table; the same settings give the same bytes,
 * wherever they came from. */
#include "settings/yaml.h"

#include <stdio.h>

#include "settings/table.h"

/* A value between single quotes, in which only the quote itself is special (YAML 1.1, 5.7). */
static void add_quoted(struct text *out, const char *value)
{
    text_add_char(out, '\'');
    for (; *value; value++) {
        if (*value == '\'')
            text_add_char(out, '\'');
        text_add_char(out, *value == '\n' ? ' ' : *value);
    }
    text_add_char(out, '\'');
}

static void add_key(struct text *out, enum setting setting, const char *value)
{
    text_print(out, "%s: ", settings_table[setting].name);
    add_quoted(out, value);
    text_add_char(out, '\n');
}

/* The entry of a list, below its key where it is the first. */
static void add_entry(struct text *out, enum setting setting, bool first, const char *value)
{
    if (first)
        text_print(out, "%s:\n", settings_table[setting].name);
    text_add(out, "  - ");
    add_quoted(out, value);
    text_add_char(out, '\n');
}

static void add_range(struct text *out, enum setting setting, bool first, day from, day to,
                      const char *end)
{
    char one[DATE_TEXT], other[DATE_TEXT];
    struct text range = TEXT_INIT;

    text_print(&range, "%s..%s%s", day_print(from, one), day_print(to, other), end);
    add_entry(out, setting, first, text_string(&range));
    text_free(&range);
}

/* All days off as ranges, whether they were set as such or came out of a calendar. */
static void add_days_off(const struct rhythm *rhythm, struct text *out)
{
    for (size_t i = 0, end; i < rhythm->day_off_count; i = end) {
        for (end = i + 1;
             end < rhythm->day_off_count && rhythm->days_off[end] == rhythm->days_off[end - 1] + 1;)
            end++;
        add_range(out, SETTING_OFF, i == 0, rhythm->days_off[i], rhythm->days_off[end - 1], "");
    }
}

static void add_periods(const struct settings *settings, struct text *out)
{
    for (size_t i = 0; i < settings->periods.count; i++) {
        const struct period *period = &settings->periods.list[i];
        char end[32];
        snprintf(end, sizeof end, "=%g", period->minutes / 60.0);
        add_range(out, SETTING_PERIOD, i == 0, period->from, period->to, end);
    }
}

static void add_names(const struct names *names, enum setting setting, struct text *out)
{
    for (size_t i = 0; i < names->count; i++)
        add_entry(out, setting, i == 0, names->list[i]);
}

void settings_yaml(const struct settings *settings, const struct schedule *schedule,
                   struct text *out)
{
    char start[DATE_TEXT];

    text_add(out, "# The settings this book was built with; roadbook.yaml beside the roadmap.\n");
    for (enum setting setting = 0; setting < SETTING_COUNT; setting++) {
        bool set = settings->origins[setting] != ORIGIN_DEFAULT && settings->texts[setting];
        if (setting == SETTING_HOURS && settings_by_end(settings))
            continue; /* they follow from the end */
        if (setting == SETTING_START)
            add_key(out, setting, day_print(schedule->start, start));
        else if (setting == SETTING_TIMEZONE)
            add_key(out, setting, schedule->rhythm.timezone);
        else if (setting == SETTING_OFF)
            add_days_off(&settings->rhythm, out);
        else if (setting == SETTING_PERIOD)
            add_periods(settings, out);
        else if (setting == SETTING_CHOOSE)
            add_names(&settings->chosen, setting, out);
        else if (set && !settings_table[setting].passing)
            add_key(out, setting, settings->texts[setting]);
    }
}
