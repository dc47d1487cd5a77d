/* lists: the hidden sheet Lists, ranges that cells to write in choose from. */
#include "xlsx/cells/item_words.h"
#include "xlsx/sheets/sheets.h"

#include "memory/lookup.h"

#define MOST_TASKS 1000 /* more nobody looks through */

static const char *const headers[] = {
    "Category",        "Criterion", "Activity",       "Done",
    "Reading",         "Rating",    "Counts as done", "Category, in the Log",
    "Task, in the Log"};
static const char *const ticks[] = {TICK_OPEN, TICK_DONE};
static const char *const statuses[] = {STATUS_NEW, "reading", STATUS_READ, "put aside"};

/* The phase of the day as of; before the plan its first, behind it its last; -1: none. */
static int phase_now(const struct tracker *tracker)
{
    const struct schedule *schedule = tracker->schedule;
    const struct week *week = week_of(schedule, tracker->figures->as_of);

    if (!week && schedule->week_count > 0)
        week =
            &schedule
                 ->weeks[tracker->figures->as_of < schedule->start ? 0 : schedule->week_count - 1];
    return week ? week->phase : -1;
}

static bool is_of_phase(const struct tracker *tracker, const struct item *item, int phase)
{
    const struct dates *dates = item_dates(tracker->schedule, item);

    if (phase < 0 || dates->first == DAY_NONE || dates->last == DAY_NONE)
        return false;
    return dates->first <= tracker->schedule->phases[phase].last &&
           dates->last >= tracker->schedule->phases[phase].first;
}

struct choices {
    const char **words;
    size_t count;
};

/* Adds what has a row on Tasks or Reading, of the PHASE or not of it. */
static void add_tasks(struct tracker *tracker, struct choices *choices, struct lookup *known,
                      int phase, bool of_it)
{
    for (size_t i = 0; i < tracker->plan->item_count && choices->count < MOST_TASKS; i++) {
        const struct item *item = &tracker->plan->items[i];
        bool reading = item_has_row(item, &reading_sheet);
        if ((!reading && !item_has_row(item, &tasks_sheet)) ||
            is_of_phase(tracker, item, phase) != of_it)
            continue;
        const char *words = words_of_item(tracker, reading ? &reading_sheet : &tasks_sheet, item);
        if (words[0] == '\0' || lookup_find(known, words) != LOOKUP_NONE)
            continue;
        lookup_add(known, words, choices->count);
        choices->words[choices->count++] = words;
    }
}

static struct choices task_choices(struct tracker *tracker)
{
    struct choices choices = {pool_alloc(tracker->pool, (MOST_TASKS + 1) * sizeof(char *)), 0};
    struct lookup *known = lookup_new(tracker->pool, MOST_TASKS);
    int phase = phase_now(tracker);

    add_tasks(tracker, &choices, known, phase, true);
    add_tasks(tracker, &choices, known, phase, false);
    return choices;
}

const char *list_of_tasks(struct tracker *tracker)
{
    size_t count = task_choices(tracker).count;

    return count == 0 ? NULL
                      : range_reference(tracker, LISTS_TAB, TASK_CHOICE_COLUMN, FIRST_ROW,
                                        FIRST_ROW + (lxw_row_t)count - 1);
}

/* By category: how the phase has it in its sessions. */
static const bool *categories_of(const struct tracker *tracker, int phase)
{
    const struct schedule *schedule = tracker->schedule;
    bool *has = pool_alloc(tracker->pool, (schedule->category_count + 1) * sizeof *has);

    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        if (session->category >= 0 && session->week >= 0 &&
            schedule->weeks[session->week].phase == phase)
            has[session->category] = true;
    }
    return has;
}

/* What the Log offers, the phase's own first. */
static void put_choices(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct schedule *schedule = tracker->schedule;
    const bool *has = categories_of(tracker, phase_now(tracker));
    struct choices tasks = task_choices(tracker);
    lxw_row_t row = FIRST_ROW;

    for (int others = 0; others < 2; others++)
        for (size_t i = 0; i < schedule->category_count; i++)
            if (has[i] != (bool)others)
                put_text(tracker, sheet, row++, CATEGORY_CHOICE_COLUMN,
                         schedule->categories[i].name, STYLE_TEXT);
    for (size_t i = 0; i < tasks.count; i++)
        put_text(tracker, sheet, FIRST_ROW + (lxw_row_t)i, TASK_CHOICE_COLUMN, tasks.words[i],
                 STYLE_TEXT);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct schedule *schedule = tracker->schedule;

    sheet_dress(tracker, sheet, 0, lists_sheet.title, lists_sheet.hint);
    for (lxw_col_t i = 0; i < sizeof headers / sizeof *headers; i++)
        put_text(tracker, sheet, HEADER_ROW, i, headers[i], STYLE_HEADER);
    for (size_t i = 0; i < schedule->category_count; i++) {
        const struct category *category = &schedule->categories[i];
        lxw_row_t row = FIRST_ROW + (lxw_row_t)i;
        put_text(tracker, sheet, row, CATEGORY_COLUMN, category->name, STYLE_TEXT);
        put_text(tracker, sheet, row, CRITERION_COLUMN, criterion(tracker->pool, category->name),
                 STYLE_QUIET);
        put_text(tracker, sheet, row, ACTIVITY_COLUMN, activity_name(category->activity),
                 STYLE_TEXT);
    }
    for (lxw_row_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
        put_text(tracker, sheet, FIRST_ROW + i, TICK_COLUMN, ticks[i], STYLE_TEXT);
    for (lxw_row_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        put_text(tracker, sheet, FIRST_ROW + i, STATUS_COLUMN, statuses[i], STYLE_TEXT);
    for (lxw_row_t i = 0; i < 5; i++)
        put_number(tracker, sheet, FIRST_ROW + i, RATING_COLUMN, i + 1, STYLE_COUNT);
    for (lxw_row_t i = 0; i < DONE_WORDS; i++)
        put_text(tracker, sheet, FIRST_ROW + i, DONE_COLUMN, done_words[i], STYLE_TEXT);
    put_choices(tracker, sheet);
    worksheet_set_column(sheet, CATEGORY_CHOICE_COLUMN, TASK_CHOICE_COLUMN, 26, NULL);
    worksheet_set_column(sheet, CATEGORY_COLUMN, ACTIVITY_COLUMN, 26, NULL);
    worksheet_set_column(sheet, TICK_COLUMN, DONE_COLUMN, 12, NULL);
    define_name(tracker, "Categories",
                pool_print(tracker->pool, "=%s", list_of_categories(tracker)));
    sheet_lock(sheet);
    worksheet_hide(sheet);
}

const struct sheet lists_sheet = {
    .tab = LISTS_TAB,
    .title = "Lists",
    .hint = "What cells of the other sheets choose from.",
    .fill = fill,
};
