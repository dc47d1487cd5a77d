/* yaml: a key a line, in the order of the table; the same settings give the same bytes,
 * wherever they came from. */
#include "settings/yaml.h"

#include "settings/table.h"
#include "settings/values.h"

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

/* All days off as ranges, whether they were set as such or came out of a calendar. */
static void add_days_off(const struct rhythm *rhythm, struct text *out)
{
    for (size_t i = 0, end; i < rhythm->day_off_count; i = end) {
        char one[DATE_TEXT], other[DATE_TEXT];
        struct text range = TEXT_INIT;
        for (end = i + 1;
             end < rhythm->day_off_count && rhythm->days_off[end] == rhythm->days_off[end - 1] + 1;)
            end++;
        text_print(&range, "%s..%s", day_print(rhythm->days_off[i], one),
                   day_print(rhythm->days_off[end - 1], other));
        add_entry(out, SETTING_OFF, i == 0, text_string(&range));
        text_free(&range);
    }
}

static void add_list(const struct settings *settings, enum setting setting, struct text *out)
{
    struct names values = setting_values(settings, setting);

    for (size_t i = 0; i < values.count; i++)
        add_entry(out, setting, i == 0, values.list[i]);
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
        else if (setting == SETTING_PERIOD || setting == SETTING_CHOOSE)
            add_list(settings, setting, out);
        else if (set && !settings_table[setting].passing)
            add_key(out, setting, settings->texts[setting]);
    }
}
