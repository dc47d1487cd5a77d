/* values: the settings' values, one by one. */
#include "settings/values.h"

static void add(struct pool *pool, struct names *values, const char *value)
{
    values->list =
        pool_extend(pool, values->list, values->count, &values->capacity, sizeof *values->list);
    values->list[values->count++] = value;
}

const char *range_print(struct pool *pool, const struct period *range)
{
    char from[DATE_TEXT], to[DATE_TEXT];

    return pool_print(pool, "%s..%s", day_print(range->from, from), day_print(range->to, to));
}

struct names setting_values(const struct settings *settings, enum setting setting)
{
    struct names values = {0};
    struct pool *pool = settings->pool;

    switch (setting) {
    case SETTING_CHOOSE:
        return settings->chosen;
    case SETTING_HOLIDAYS:
        return settings->holidays;
    case SETTING_OFF:
        for (size_t i = 0; i < settings->off.count; i++)
            add(pool, &values, range_print(pool, &settings->off.list[i]));
        return values;
    case SETTING_PERIOD:
        for (size_t i = 0; i < settings->periods.count; i++) {
            const struct period *period = &settings->periods.list[i];
            add(pool, &values,
                pool_print(pool, "%s=%g", range_print(pool, period), period->minutes / 60.0));
        }
        return values;
    default:
        if (settings->origins[setting] != ORIGIN_DEFAULT && settings->texts[setting])
            add(pool, &values, settings->texts[setting]);
        return values;
    }
}
