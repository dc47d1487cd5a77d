/* plan_record: the hidden sheet Roadbook, what a later build needs to know of this one: the plan,
 * the settings in force, the weeks as first planned, and which id stands for what. */
#include "xlsx/sheets/record_pen.h"

#include <stdlib.h>
#include <string.h>

#include "schedule/lived/progress.h"
#include "xlsx/cells/first_plan.h"

#define TITLE_BYTES    1000 /* of a title: enough to know it again by; some are whole paragraphs */
#define FORGOTTEN_MOST 2000 /* ids that the roadmap no longer has */

static void put_fact(const struct record_pen *pen, size_t *row, const char *name, const char *value)
{
    record_put_text(pen, *row, RECORD_SETTING_NAME, name);
    record_put_text(pen, (*row)++, RECORD_SETTING_VALUE, value);
}

static void put_facts(const struct record_pen *pen, size_t *row)
{
    const struct schedule *schedule = pen->tracker->schedule;
    const struct plan *plan = pen->tracker->plan;
    const struct progress *progress = schedule->rhythm.progress;
    struct pool *pool = pen->tracker->pool;
    char date[DATE_TEXT];

    put_fact(pen, row, FACT_VERSION, pool_print(pool, "%d", RECORD_VERSION));
    put_fact(pen, row, FACT_PLAN, plan->id);
    put_fact(pen, row, FACT_TITLE, plan->title.text);
    put_fact(pen, row, FACT_BUILT, day_print(pen->tracker->edition->today, date));
    put_fact(pen, row, FACT_START, day_print(schedule->start, date));
    put_fact(pen, row, FACT_END, day_print(schedule->end, date));
    put_fact(pen, row, FACT_TIMEZONE, schedule->rhythm.timezone);
    put_fact(pen, row, FACT_MINUTES, pool_print(pool, "%d", schedule->rhythm.minutes));
    if (pen->tracker->carried_from && *pen->tracker->carried_from)
        put_fact(pen, row, FACT_CARRIED, pen->tracker->carried_from);
    for (size_t i = 0; progress && i < progress->replan_count; i++)
        put_fact(pen, row, FACT_REPLAN, day_print(progress->replans[i], date));
    if (pen->tracker->last_build->date != DAY_NONE)
        put_fact(pen, row, FACT_LAST_BUILD, day_print(pen->tracker->last_build->date, date));
    if (pen->tracker->last_build->minutes_to_keep != 0)
        put_fact(pen, row, FACT_TO_KEEP,
                 pool_print(pool, "%d", pen->tracker->last_build->minutes_to_keep));
}

/* Rows of what was moved last. */
static void put_moved(const struct record_pen *pen, size_t *row)
{
    const struct build_word *word = pen->tracker->last_build;

    for (size_t i = 0; i < word->moved_count; i++) {
        const struct moved_line *line = &word->moved[i];
        put_fact(pen, row, FACT_MOVED,
                 *line->label ? pool_print(pen->tracker->pool, "%s: %s", line->label, line->words)
                              : line->words);
        record_put_day(pen, *row - 1, RECORD_SETTING_SINCE, word->moved_on);
    }
}

static void put_settings(const struct record_pen *pen)
{
    const struct edition *edition = pen->tracker->edition;
    size_t row = 0;

    put_facts(pen, &row);
    put_moved(pen, &row);
    for (size_t i = 0; i < edition->remembered_count; i++, row++) {
        const struct remembered_setting *setting = &edition->remembered[i];
        record_put_text(pen, row, RECORD_SETTING_NAME, setting->name);
        record_put_text(pen, row, RECORD_SETTING_VALUE, setting->value);
        record_put_text(pen, row, RECORD_SETTING_ORIGIN, setting->origin);
        record_put_day(pen, row, RECORD_SETTING_SINCE, setting->since);
    }
}

/* The first plan stays the first for ever. */
static void put_first_plan(const struct record_pen *pen)
{
    const struct memory *memory = pen->tracker->edition->memory;
    const struct schedule *schedule = pen->tracker->schedule;
    bool kept = memory && memory->first_plan_count > 0;
    size_t count = kept ? memory->first_plan_count : schedule->week_count;

    for (size_t i = 0; i < count && record_row_fits(i); i++) {
        record_put_day(pen, i, RECORD_FIRST_DAY,
                       kept ? memory->first_plan[i].first : schedule->weeks[i].first);
        record_put_count(pen, i, RECORD_FIRST_MINUTES,
                         kept ? memory->first_plan[i].minutes : schedule->weeks[i].minutes);
    }
}

static int by_key(const void *left, const void *right)
{
    const struct known_row *one = *(const struct known_row *const *)left;
    const struct known_row *other = *(const struct known_row *const *)right;

    return strcmp(one->key, other->key);
}

static int by_id(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The table of ids on its way: what stands in rows of sheets, and which ids are written. */
struct known_list {
    const struct record_pen *pen;
    const struct known_row **rows;
    size_t row_count;
    const char **ids;
    size_t count;
};

static const struct known_row *find_row(const struct known_list *list, const char *id)
{
    const struct known_row key = {.key = id}, *wanted = &key;
    const struct known_row **found =
        bsearch(&wanted, list->rows, list->row_count, sizeof *list->rows, by_key);

    return found ? *found : NULL;
}

static void put_known(struct known_list *list, const char *id, const char *kind, const char *above,
                      const char *title)
{
    const struct record_pen *pen = list->pen;
    const struct known_row *row = id ? find_row(list, id) : NULL;
    size_t at = list->count, length = title ? strlen(title) : 0;

    if (!id || !record_row_fits(at))
        return;
    for (length = length > TITLE_BYTES ? TITLE_BYTES : length;
         length > 0 && (title[length] & 0xc0) == 0x80;)
        length--; /* within a letter */
    record_put_text(pen, at, RECORD_KNOWN_ID, id);
    record_put_text(pen, at, RECORD_KNOWN_KIND, kind);
    record_put_text(pen, at, RECORD_KNOWN_ABOVE, above);
    record_put_text(pen, at, RECORD_KNOWN_TITLE,
                    length > 0 ? pool_copy(pen->tracker->pool, title, length) : "");
    if (row) {
        record_put_text(pen, at, RECORD_KNOWN_TABLE, row->table);
        record_put_text(pen, at, RECORD_KNOWN_TEXT, row->text);
        record_put_day(pen, at, RECORD_KNOWN_DUE, row->due);
        record_put_text(pen, at, RECORD_KNOWN_SHOWN, row->shown);
    }
    list->ids[list->count++] = id;
}

static const char *title_of(const struct prose *title, const struct prose *whole)
{
    return title->length > 0 ? title->text : whole->text;
}

/* What the last replan made of it. */
static void put_standing(const struct known_list *list, size_t at, const struct item *item)
{
    const struct tracker *tracker = list->pen->tracker;
    const struct progress *progress = tracker->schedule->rhythm.progress;

    if (!progress)
        return;
    const struct item_progress *standing = item_progress(progress, tracker->plan, item);
    record_put_day(list->pen, at, RECORD_KNOWN_LEFT, standing->left);
    record_put_day(list->pen, at, RECORD_KNOWN_HELD, standing->held);
}

/* When it was to be reached in the first plan, and when a phase was to begin and end. */
static void put_first_days(const struct known_list *list, size_t at, struct first_days days)
{
    record_put_day(list->pen, at, RECORD_KNOWN_FIRST_FROM, days.from);
    record_put_day(list->pen, at, RECORD_KNOWN_FIRST_DUE, days.due);
}

static void put_item(struct known_list *list, const struct item *item)
{
    size_t at = list->count;

    put_known(list, item->id, item_kind_name(item->kind),
              item->parent ? item->parent->id : item->section->id,
              title_of(&item->title, &item->line));
    if (list->count == at)
        return;
    put_standing(list, at, item);
    if (item_has_row(item, &milestones_sheet))
        put_first_days(list, at, first_days_of_item(list->pen->tracker, item));
}

/* All that the roadmap has, in its order. */
static void put_plan(struct known_list *list, const struct plan *plan)
{
    size_t at = 0, phase = 0;

    for (size_t s = 0; s < plan->section_count; s++) {
        const struct section *section = &plan->sections[s];
        size_t row = list->count;
        put_known(list, section->id, "section", section->parent ? section->parent->id : "",
                  title_of(&section->title, &section->heading));
        while (phase < plan->phase_count && plan->phases[phase].section < section)
            phase++;
        if (list->count > row && phase < plan->phase_count &&
            plan->phases[phase].section == section)
            put_first_days(list, row, first_days_of_phase(list->pen->tracker, phase));
        while (at < plan->item_count && plan->items[at].section == section)
            put_item(list, &plan->items[at++]);
    }
    while (at < plan->item_count)
        put_item(list, &plan->items[at++]);
}

/* Behind it, those that an earlier one had, the last to go first: what comes back is known. */
static void put_forgotten(struct known_list *list, const struct memory *memory)
{
    size_t present = list->count, most = present + FORGOTTEN_MOST;

    qsort(list->ids, present, sizeof *list->ids, by_id);
    for (size_t i = 0; memory && i < memory->known_count && list->count < most; i++) {
        const struct known_item *known = &memory->known[i];
        if (!bsearch(&known->id, list->ids, present, sizeof *list->ids, by_id))
            put_known(list, known->id, known->kind, known->above, known->title);
    }
}

static void put_ids(const struct record_pen *pen)
{
    const struct tracker *tracker = pen->tracker;
    const struct plan *plan = tracker->plan;
    const struct memory *memory = tracker->edition->memory;
    size_t most = plan->section_count + plan->item_count + FORGOTTEN_MOST;
    struct known_list list = {
        .pen = pen,
        .rows = pool_alloc(tracker->pool, (tracker->known_count + 1) * sizeof *list.rows),
        .row_count = tracker->known_count,
        .ids = pool_alloc(tracker->pool, most * sizeof *list.ids),
    };

    for (size_t i = 0; i < tracker->known_count; i++)
        list.rows[i] = &tracker->known[i];
    qsort(list.rows, list.row_count, sizeof *list.rows, by_key);
    put_plan(&list, plan);
    put_forgotten(&list, memory);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct record_pen pen =
        record_pen_open(tracker, sheet, &plan_record_sheet, RECORD_SETTING, RECORD_KNOWN);

    put_settings(&pen);
    put_first_plan(&pen);
    put_ids(&pen);
}

const struct sheet plan_record_sheet = {
    .tab = "Roadbook",
    .title = "Roadbook",
    .hint = "What a later build reads of this one, such as the start. Please leave it as it is.",
    .fill = fill,
};
