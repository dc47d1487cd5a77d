/* table: the table of settings, and how those that are not about time are taken. */
#include "settings/table.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/nearest.h"
#include "settings/time.h"

static const char *put_word(const char *value, void *member)
{
    *(const char **)member = value;
    return *value ? NULL : "is empty";
}

static const char *put_day(const char *value, void *member)
{
    return day_parse(value, strlen(value), member)
               ? NULL
               : "is no date from 1970-01-01 to 2199-12-31, written like 2026-01-05";
}

/* What YAML 1.1 calls true and false. */
static const char *put_yes(const char *value, void *member)
{
    static const char *const words[] = {"yes", "true", "on", "no", "false", "off"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcasecmp(value, words[i]) == 0) {
            *(bool *)member = i < 3;
            return NULL;
        }
    }
    return "is neither yes nor no";
}

static const char *take_language(struct settings *settings, const char *value)
{
    settings->hints.language = value;
    return strlen(value) >= 2 ? NULL : "is no language, such as en or pt-BR";
}

static const char *add_name(struct settings *settings, struct names *names, const char *value)
{
    if (!*value)
        return "is empty";
    names->list = pool_extend(settings->pool, names->list, names->count, &names->capacity,
                              sizeof *names->list);
    names->list[names->count++] = value;
    return NULL;
}

static const char *take_holidays(struct settings *settings, const char *value)
{
    return add_name(settings, &settings->holidays, value);
}

static const char *take_choice(struct settings *settings, const char *value)
{
    const char *wrong = add_name(settings, &settings->chosen, value);

    settings->hints.chosen = settings->chosen.list;
    settings->hints.chosen_count = settings->chosen.count;
    return wrong;
}

static const char *take_silence(struct settings *settings, const char *value)
{
    enum rule rule;

    if (!rule_find(value, &rule)) {
        const char *meant = nearest_word(value, rule_names + 1, RULE_COUNT - 1);
        return meant ? pool_print(settings->pool, "is no rule; did you mean '%s'?", meant)
                     : "is no rule, as a message names it at its end in brackets";
    }
    settings->silenced[rule] = true;
    return NULL;
}

/* "12..24", or one number. */
static const char *take_weeks(struct settings *settings, const char *value)
{
    int first, last, end = 0;
    char rest;

    if (sscanf(value, "%4d..%4d%n%c", &first, &last, &end, &rest) != 2 || value[end]) {
        if (sscanf(value, "%4d%c", &first, &rest) != 1)
            return "is no range of weeks, such as 12..24";
        last = first;
    }
    if (first < 1 || last < first)
        return "is no range of weeks from 1 on, such as 12..24";
    settings->asked.first_week = first;
    settings->asked.last_week = last;
    return NULL;
}

/* A member that is of another TYPE does not compile. */
#define OF(type, at)                                                                               \
    .member = offsetof(struct settings, at) +                                                      \
              0 * sizeof(_Generic(&((struct settings *)NULL)->at, type * : 0))
#define WORD(at) .put = put_word, OF(const char *, at)
#define DAY(at)  .put = put_day, OF(day, at)
#define FLAG(at) .flag = true, .put = put_yes, OF(bool, at)
#define LIST(at)                                                                                   \
    .list = true, .member = offsetof(struct settings, at),                                         \
    .size = sizeof(((struct settings *)NULL)->at)

const struct setting_row settings_table[SETTING_COUNT] = {
#define SETTING(name, ...) [SETTING_##name] = {__VA_ARGS__},
#include "settings/rows.h"
#undef SETTING
};
