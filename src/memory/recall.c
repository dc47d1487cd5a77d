/* recall: facts, settings, the first plan and known ids of the record. */
#include "memory/recall.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_MINUTES_A_WEEK 10080
#define MOST_SLOTS          1000
#define MOST_SETTINGS       50000 /* days off of a calendar among them; more are nobody's */
#define MOST_REPLANS        10000
#define FIRST_EDITION       "first edition" /* of a setting: nobody wrote down where it came from */

/* The value of the first row of that name that is a fact; "": none. */
static const char *fact(const struct record *record, const char *name, size_t *row)
{
    for (size_t i = 0; i < record_rows(record, RECORD_SETTING); i++) {
        if (strcmp(record_text(record, i, RECORD_SETTING_NAME), name) != 0 ||
            *record_text(record, i, RECORD_SETTING_ORIGIN))
            continue;
        if (row)
            *row = i;
        return record_text(record, i, RECORD_SETTING_VALUE);
    }
    return "";
}

static day fact_day(const struct record *record, const char *name)
{
    size_t row;

    return *fact(record, name, &row) ? record_day(record, row, RECORD_SETTING_VALUE) : DAY_NONE;
}

struct setting_list {
    struct pool *pool;
    struct remembered_setting *rows;
    size_t count, capacity;
};

static void add_setting(struct setting_list *list, struct remembered_setting setting)
{
    if (list->count == MOST_SETTINGS)
        return;
    list->rows =
        pool_extend(list->pool, list->rows, list->count, &list->capacity, sizeof *list->rows);
    list->rows[list->count++] = setting;
}

static void recall_settings(const struct record *record, struct setting_list *list)
{
    for (size_t i = 0; i < record_rows(record, RECORD_SETTING); i++) {
        struct remembered_setting setting = {
            .name = record_text(record, i, RECORD_SETTING_NAME),
            .value = record_text(record, i, RECORD_SETTING_VALUE),
            .origin = record_text(record, i, RECORD_SETTING_ORIGIN),
            .since = record_day(record, i, RECORD_SETTING_SINCE),
        };
        if (*setting.name && *setting.origin)
            add_setting(list, setting);
    }
}

/* "450" minutes as hours, the way --hours takes them. */
static const char *hours_of(struct pool *pool, const char *minutes)
{
    return pool_print(pool, "%g", strtod(minutes, NULL) / 60.0);
}

/* Appends "Sat 10:00 120" or "Sat - 0" to the slots so far, the way --slots takes them. */
static void add_slot(struct text *slots, const char *value)
{
    char weekday[8], start[8];
    int minutes;

    if (sscanf(value, "%7s %7s %d", weekday, start, &minutes) != 3)
        return;
    bool timed = strcmp(start, "-") != 0;
    text_print(slots, "%s%s%s%s", slots->length > 0 ? "; " : "", weekday, timed ? " " : "",
               timed ? start : "");
    if (minutes > 0)
        text_print(slots, " %dh%02d", minutes / 60, minutes % 60);
}

/* What the first edition wrote down was in force, whoever said so: all that is not what a build
 * without any word of it comes to is taken as said. */
static void recall_first_edition(const struct record *record, struct setting_list *list, day since)
{
    static const struct {
        const char *fact, *name, *otherwise;
    } plain[] = {
        {FACT_START, "start", ""},
        {FACT_TIMEZONE, "timezone", ""},
        {"week-start", "week-start", "Monday"},
        {"workday-time", "workday-time", "19:00"},
        {"weekend-time", "weekend-time", "10:00"},
    };
    struct pool *pool = list->pool;
    const char *minutes = fact(record, FACT_MINUTES, NULL);
    struct text slots = TEXT_INIT;
    size_t slot_count = 0;

    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        const char *value = fact(record, plain[i].fact, NULL);
        if (*value && strcmp(value, plain[i].otherwise) != 0)
            add_setting(list,
                        (struct remembered_setting){plain[i].name, value, FIRST_EDITION, since});
    }
    if (strtod(minutes, NULL) > 0)
        add_setting(list, (struct remembered_setting){"hours", hours_of(pool, minutes),
                                                      FIRST_EDITION, since});
    for (size_t i = 0; i < record_rows(record, RECORD_SETTING); i++) {
        const char *name = record_text(record, i, RECORD_SETTING_NAME);
        const char *value = record_text(record, i, RECORD_SETTING_VALUE), *blank;
        if (strcmp(name, "slot") == 0 && slot_count++ < MOST_SLOTS)
            add_slot(&slots, value);
        else if (strcmp(name, "period") == 0 && (blank = strchr(value, ' ')))
            add_setting(
                list, (struct remembered_setting){"period",
                                                  pool_print(pool, "%.*s=%s", (int)(blank - value),
                                                             value, hours_of(pool, blank)),
                                                  FIRST_EDITION, since});
    }
    if (slots.length > 0)
        add_setting(list,
                    (struct remembered_setting){"slots", pool_copy(pool, slots.bytes, slots.length),
                                                FIRST_EDITION, since});
    text_free(&slots);
}

static void recall_first_plan(struct pool *pool, const struct record *record, struct memory *memory)
{
    size_t most = record_rows(record, RECORD_FIRST), count = 0;
    struct first_plan_week *weeks = pool_alloc(pool, most * sizeof *weeks);

    for (size_t i = 0; i < most; i++) {
        day first = record_day(record, i, RECORD_FIRST_DAY);
        int minutes = record_count(record, i, RECORD_FIRST_MINUTES);
        bool later = count == 0 || first > weeks[count - 1].first;
        if (first != DAY_NONE && later && minutes >= 0 && minutes <= MOST_MINUTES_A_WEEK)
            weeks[count++] = (struct first_plan_week){first, minutes};
    }
    memory->first_plan = weeks;
    memory->first_plan_count = count;
}

static void recall_known(struct pool *pool, const struct record *record, struct memory *memory)
{
    size_t most = record_rows(record, RECORD_KNOWN), count = 0;
    struct known_item *known = pool_alloc(pool, most * sizeof *known);
    bool titled = record->at[RECORD_KNOWN_TITLE] >= 0; /* the first edition's were not */

    for (size_t i = 0; i < most; i++) {
        struct known_item item = {
            .id = record_text(record, i, RECORD_KNOWN_ID),
            .kind = record_text(record, i, RECORD_KNOWN_KIND),
            .above = record_text(record, i, RECORD_KNOWN_ABOVE),
            .title = record_text(record, i, titled ? RECORD_KNOWN_TITLE : RECORD_KNOWN_TEXT),
            .table = record_text(record, i, RECORD_KNOWN_TABLE),
            .text = record_text(record, i, RECORD_KNOWN_TEXT),
            .due = record_day(record, i, RECORD_KNOWN_DUE),
            .shown = record_text(record, i, RECORD_KNOWN_SHOWN),
            .left = record_day(record, i, RECORD_KNOWN_LEFT),
            .held = record_day(record, i, RECORD_KNOWN_HELD),
            .first_from = record_day(record, i, RECORD_KNOWN_FIRST_FROM),
            .first_due = record_day(record, i, RECORD_KNOWN_FIRST_DUE),
        };
        if (*item.id)
            known[count++] = item;
    }
    memory->known = known;
    memory->known_count = count;
}

/* Days that come one behind the other; what does not is no replan. */
static void recall_replans(struct pool *pool, const struct record *record, struct memory *memory)
{
    day *replans = NULL;
    size_t count = 0, capacity = 0;

    for (size_t i = 0; i < record_rows(record, RECORD_SETTING) && count < MOST_REPLANS; i++) {
        if (strcmp(record_text(record, i, RECORD_SETTING_NAME), FACT_REPLAN) != 0 ||
            *record_text(record, i, RECORD_SETTING_ORIGIN))
            continue;
        day date = record_day(record, i, RECORD_SETTING_VALUE);
        if (date == DAY_NONE || (count > 0 && date <= replans[count - 1]))
            continue;
        replans = pool_extend(pool, replans, count, &capacity, sizeof *replans);
        replans[count++] = date;
    }
    memory->replans = replans;
    memory->replan_count = count;
}

/* Nothing moved where a line has no day, or another than the first. */
static void recall_last_build(struct pool *pool, const struct record *record, struct memory *memory)
{
    struct build_word *word = &memory->last_build;
    struct text lines = TEXT_INIT;
    day on = DAY_NONE;

    word->date = fact_day(record, FACT_LAST_BUILD);
    long to_keep = strtol(fact(record, FACT_TO_KEEP, NULL), NULL, 10);
    word->minutes_to_keep =
        to_keep >= KEEP_NONE && to_keep <= MOST_MINUTES_A_WEEK ? (int)to_keep : 0;
    for (size_t i = 0; i < record_rows(record, RECORD_SETTING); i++) {
        if (strcmp(record_text(record, i, RECORD_SETTING_NAME), FACT_MOVED) != 0 ||
            *record_text(record, i, RECORD_SETTING_ORIGIN))
            continue;
        day date = record_day(record, i, RECORD_SETTING_SINCE);
        on = on == DAY_NONE ? date : on;
        if (date != DAY_NONE && date == on)
            text_print(&lines, "%s\n", record_text(record, i, RECORD_SETTING_VALUE));
    }
    build_word_take(pool, word, text_string(&lines), on);
    text_free(&lines);
}

/* What is left is the learner's. */
static void take_out(struct pool *pool, struct memory *memory)
{
    struct kept_table *rest = pool_alloc(pool, memory->table_count * sizeof *rest);
    size_t count = 0;

    for (size_t i = 0; i < memory->table_count; i++)
        if (!record_has(memory->tables[i].role))
            rest[count++] = memory->tables[i];
    memory->tables = rest;
    memory->table_count = count;
}

/* What the plan is, by the facts. */
static void recall_plan(const struct record *record, struct memory *memory)
{
    long version = strtol(fact(record, FACT_VERSION, NULL), NULL, 10);

    memory->version = version >= 1 && version < 1000 ? (int)version : 1;
    memory->plan_id = fact(record, FACT_PLAN, NULL);
    memory->title = fact(record, FACT_TITLE, NULL);
    memory->start = fact_day(record, FACT_START);
    memory->built = fact_day(record, memory->version == 1 ? "generated" : FACT_BUILT);
    memory->carried_from = fact(record, FACT_CARRIED, NULL);
}

/* As that, where they are gone, by what stands of it beside the weeks. */
static void recall_plan_again(const struct record *record, struct memory *memory)
{
    if (record_rows(record, RECORD_PLAN) == 0)
        return;
    memory->version = RECORD_VERSION;
    memory->plan_id = record_text(record, 0, RECORD_PLAN_ID);
    memory->title = record_text(record, 0, RECORD_PLAN_TITLE);
    memory->start = record_day(record, 0, RECORD_PLAN_START);
    memory->built = record_day(record, 0, RECORD_PLAN_BUILT);
}

bool recall_record(struct pool *pool, struct memory *memory)
{
    struct record record = record_find(memory);
    struct setting_list settings = {.pool = pool};

    recall_plan(&record, memory);
    if (!*memory->plan_id)
        recall_plan_again(&record, memory);
    if (!*memory->plan_id)
        return false;
    if (memory->version == 1)
        recall_first_edition(&record, &settings, memory->built);
    else
        recall_settings(&record, &settings);
    memory->settings = settings.rows;
    memory->setting_count = settings.count;
    recall_first_plan(pool, &record, memory);
    recall_replans(pool, &record, memory);
    recall_last_build(pool, &record, memory);
    recall_known(pool, &record, memory);
    recall_past(pool, &record, memory);
    take_out(pool, memory);
    return true;
}
