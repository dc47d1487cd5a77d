/* queue: sorts a week's table into lists, and takes from each in turn. */
#include "schedule/queue.h"

#include <string.h>

#include "schedule/assign.h"
#include "schedule/pieces.h"
#include "schedule/portions.h"
#include "schedule/weeks.h"

#define LAST_CHANCE   1  /* weeks before its last in which a reading finds a place anywhere */
#define USUAL_WEIGHT  6  /* of what has no chapters, in chapters */
#define LEAST_STEM    4  /* bytes of a word that can tell what a category is for */
#define MOST_CHILDREN 32 /* that are looked at for such words */

/* Which lists suit an activity, best first. BENCH_LIST_COUNT ends the row. */
static const enum bench_list suited[ACTIVITY_SHARE][BENCH_LIST_COUNT + 1] = {
    [ACTIVITY_LEARN] = {BENCH_READ, BENCH_TOPIC, BENCH_GUIDE, BENCH_OTHER, BENCH_MAKE, BENCH_DRILL,
                        BENCH_SHARE, BENCH_LIST_COUNT},
    [ACTIVITY_BUILD] = {BENCH_MAKE, BENCH_TOPIC, BENCH_GUIDE, BENCH_DRILL, BENCH_OTHER, BENCH_READ,
                        BENCH_SHARE, BENCH_LIST_COUNT},
    [ACTIVITY_SHARPEN] = {BENCH_DRILL, BENCH_MAKE, BENCH_TOPIC, BENCH_GUIDE, BENCH_OTHER,
                          BENCH_READ, BENCH_SHARE, BENCH_LIST_COUNT},
};

struct bench *bench_new(struct pool *pool, const struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;
    struct bench *bench = pool_alloc(pool, sizeof *bench);

    bench->schedule = schedule;
    bench->prerequisites = prerequisites_find(pool, plan);
    bench->windows = order_windows(pool, schedule, bench->prerequisites);
    bench->credits = pool_alloc(pool, (plan->item_count + 1) * sizeof(double));
    bench->side_credits = pool_alloc(pool, (plan->item_count + 1) * sizeof(double));
    bench->turns = pool_alloc(pool, (plan->item_count + 1) * sizeof(int));
    bench->side_turns = pool_alloc(pool, (plan->item_count + 1) * sizeof(int));
    bench->minutes = pool_alloc(pool, (plan->item_count + 1) * sizeof(int));
    bench->days = pool_alloc(pool, (plan->item_count + 1) * sizeof *bench->days);
    for (size_t i = 0; i < plan->item_count; i++)
        bench->days[i] = weekdays_of(&plan->items[i]);
    for (size_t i = 0; i < plan->item_count && bench->commitment_count < BENCH_ROOM; i++) {
        const struct item *item = &plan->items[i];
        if (item->kind == ITEM_COMMITMENT && !item->parent && !item->dropped &&
            !item_offered(item) && schedule->items[i].first == DAY_NONE)
            bench->commitments[bench->commitment_count++] = i;
    }
    return bench;
}

static bool has_own_time(const struct item *item)
{
    return item->dated != DATED_INHERITED && item->dated != DATED_NOT;
}

static enum bench_list list_of(const struct item *item)
{
    switch (item->kind) {
    case ITEM_READING:
        return speaks_of_exercise(item) ? BENCH_DRILL : BENCH_READ;
    case ITEM_TOPIC:
    case ITEM_GOAL:
        return BENCH_TOPIC;
    case ITEM_TASK:
    case ITEM_PROJECT:
        return BENCH_MAKE;
    case ITEM_CHECK:
    case ITEM_QUESTION:
        return BENCH_DRILL;
    case ITEM_PORTFOLIO:
    case ITEM_JOB:
        return has_own_time(item) ? BENCH_SHARE : BENCH_OTHER;
    case ITEM_COMMITMENT:
        return BENCH_SHARE;
    case ITEM_STEP:
    case ITEM_STRAND:
        /* "Month 4+" would go on steering to the end. */
        return item->span.open ? BENCH_OTHER : BENCH_GUIDE;
    default:
        return BENCH_OTHER;
    }
}

/* An item below another one that is worked at is a part of it, and milestones and exit lists of
 * phases are not worked at as such (the list has a session of its own). */
static bool takes_turns(const struct item *item)
{
    if (item->kind == ITEM_MILESTONE || item->kind == ITEM_OUTCOME ||
        item->kind == ITEM_SPECIALIZATION)
        return false;
    if (item->kind == ITEM_CHECK && item->point && item->section->phase >= 0 &&
        item->section->kind == ITEM_CHECK)
        return false;
    return has_own_time(item) || !item->parent || item->parent->kind == ITEM_TEXT;
}

bool item_takes_time(const struct item *item)
{
    return has_own_time(item) && takes_turns(item) && !item->point && !item->dropped;
}

enum activity activity_of_item(const struct item *item)
{
    static const enum activity activities[] = {
        [BENCH_READ] = ACTIVITY_LEARN,  [BENCH_TOPIC] = ACTIVITY_LEARN,
        [BENCH_MAKE] = ACTIVITY_BUILD,  [BENCH_DRILL] = ACTIVITY_SHARPEN,
        [BENCH_SHARE] = ACTIVITY_SHARE, [BENCH_GUIDE] = ACTIVITY_LEARN,
        [BENCH_OTHER] = ACTIVITY_LEARN};

    return activities[list_of(item)];
}

/* true where a part of it has this week for itself: then that part is worked at, not the whole. */
static bool gives_way(const struct bench *bench, const struct item *item)
{
    const struct plan *plan = bench->schedule->plan;

    if (item->child_count == 0)
        return false;
    for (const struct item *i = item + 1;
         i < plan->items + plan->item_count && i->depth > item->depth; i++) {
        const struct dates *dates = item_dates(bench->schedule, i);
        if (item_takes_time(i) && i->checkbox != CHECKBOX_DONE &&
            dates->first_week <= bench->week && bench->week <= dates->last_week)
            return true;
    }
    return false;
}

/* Keeps a list in order of what ends first, then of the document. */
static void insert(const struct schedule *schedule, size_t *list, size_t *count, size_t index)
{
    const struct item *items = schedule->plan->items;
    size_t at = *count;

    while (at > 0 && ends_before(schedule, &items[index], &items[list[at - 1]]))
        at--;
    if (at >= BENCH_ROOM)
        return;
    if (*count < BENCH_ROOM)
        (*count)++;
    for (size_t i = *count - 1; i > at; i--)
        list[i] = list[i - 1];
    list[at] = index;
}

static bool is_offered(const struct bench *bench, size_t index)
{
    return bench->windows[index].first <= bench->week && bench->week <= bench->windows[index].last;
}

void bench_lay(struct bench *bench, int week_index)
{
    const struct schedule *schedule = bench->schedule;
    const struct week *week = &schedule->weeks[week_index];

    bench->week = week_index;
    memset(bench->dated_to_the_day, 0, sizeof bench->dated_to_the_day);
    for (int beside = 0; beside < 2; beside++)
        for (int list = 0; list < BENCH_LIST_COUNT; list++)
            bench->counts[beside][list] = 0;
    for (size_t i = 0; i < week->item_count; i++) {
        const struct item *item = week->items[i];
        size_t index = (size_t)(item - schedule->plan->items);
        if (!takes_turns(item) || item->checkbox == CHECKBOX_DONE || !is_offered(bench, index) ||
            gives_way(bench, item))
            continue;
        enum bench_list list = list_of(item);
        if (item_is_daily(schedule, item)) {
            bench->dated_to_the_day[list] = true;
            continue;
        }
        bool by_nature = list == BENCH_SHARE || list == BENCH_GUIDE;
        int beside = week->phase >= 0 && item->section->phase < 0 && !by_nature;
        insert(schedule, bench->items[beside][list], &bench->counts[beside][list], index);
    }
}

bool bench_has(const struct bench *bench, enum bench_list list)
{
    return bench->counts[0][list] + bench->counts[1][list] > 0 || bench->dated_to_the_day[list];
}

/* true where the item requires another one that is offered in this week and had no turn yet. */
static bool waits(const struct bench *bench, size_t index)
{
    const struct item *items = bench->schedule->plan->items;
    size_t low = 0, high = bench->prerequisites->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (bench->prerequisites->list[middle].later < items + index)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < bench->prerequisites->count; low++) {
        const struct prerequisite *this = &bench->prerequisites->list[low];
        if (this->later != items + index)
            return false;
        size_t at = (size_t)(this->earlier - items);
        if (is_offered(bench, at) && bench->turns[at] + bench->side_turns[at] == 0)
            return true;
    }
    return false;
}

/* Of the time that goes to a list each item has a share by this: a book by its chapters. */
static double weight_of(const struct item *item)
{
    int chapters = item->chapters.from > 0 ? item->chapters.to - item->chapters.from + 1 : 0;

    if (item->kind != ITEM_READING || chapters <= 0)
        return 1;
    int counted = chapters < USUAL_WEIGHT / 2 ? USUAL_WEIGHT / 2 : chapters;
    return (double)(counted > 5 * USUAL_WEIGHT ? 5 * USUAL_WEIGHT : counted) / USUAL_WEIGHT;
}

/* Takes the one of LIST whose turn it is, and books MINUTES. */
static const struct item *take(const struct bench *bench, const size_t *list, size_t count,
                               double *credits, int *turns, int minutes)
{
    const struct item *items = bench->schedule->plan->items;
    size_t best = list[0];
    int best_rank = -1; /* 0: waits, 1: may, 2: must, as it ends without a turn else */
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += weight_of(&items[list[i]]);
    for (size_t i = 0; i < count; i++) {
        size_t index = list[i];
        credits[index] += minutes * weight_of(&items[index]) / sum;
        bool urgent = turns[index] == 0 && bench->windows[index].last == bench->week;
        int rank = waits(bench, index) ? 0 : urgent ? 2 : 1;
        if (rank > best_rank || (rank == best_rank && credits[index] > credits[best] + 1e-6)) {
            best = index;
            best_rank = rank;
        }
    }
    credits[best] -= minutes;
    turns[best]++;
    return &items[best];
}

/* What may be taken from in one go. */
struct choice {
    size_t list[3 * BENCH_ROOM];
    size_t count;
};

static bool is_read_out(const struct bench *bench, size_t index)
{
    const struct item *item = &bench->schedule->plan->items[index];

    return item->kind == ITEM_READING && item->effort.high > 0 && item->effort.per == UNIT_NONE &&
           !item->effort.each && bench->minutes[index] >= item->effort.high;
}

/* Adds a list's items, but for readings that are done and those that another day is meant for,
 * unless there is nothing else. */
static void add_choices(const struct bench *bench, const struct demand *demand, int beside,
                        enum bench_list list, struct choice *choice)
{
    for (size_t i = 0; i < bench->counts[beside][list]; i++) {
        size_t index = bench->items[beside][list][i];
        weekday_set days = bench->days[index];
        bool prose = bench->schedule->plan->items[index].kind == ITEM_TEXT;
        bool elsewhere = (days & demand->sittings) && !(days >> demand->weekday & 1);
        if (demand->anything || (!elsewhere && !prose && !is_read_out(bench, index)))
            choice->list[choice->count++] = index;
    }
}

/* Readings that no category of the week is for and that end soon without a session. */
static void add_stray_readings(const struct bench *bench, const struct demand *demand, int beside,
                               struct choice *choice)
{
    if (!demand->readings_astray)
        return;
    for (size_t i = 0; i < bench->counts[beside][BENCH_READ]; i++) {
        size_t index = bench->items[beside][BENCH_READ][i];
        struct extent extent = extent_of(bench->schedule, &bench->schedule->plan->items[index]);
        if (bench->turns[index] == 0 &&
            extent_ends_with(bench->schedule, bench->week, extent, LAST_CHANCE))
            choice->list[choice->count++] = index;
    }
}

/* What names this very weekday, on any list. */
static void find_of_day(const struct bench *bench, const struct demand *demand,
                        struct choice *choice)
{
    for (int beside = 0; beside < 2; beside++)
        for (int list = 0; list < BENCH_LIST_COUNT; list++)
            for (size_t i = 0; i < bench->counts[beside][list]; i++) {
                size_t index = bench->items[beside][list][i];
                if ((bench->days[index] >> demand->weekday & 1) && !is_read_out(bench, index) &&
                    choice->count < BENCH_ROOM)
                    choice->list[choice->count++] = index;
            }
}

static char lower_letter(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static bool is_word_byte(char byte)
{
    char letter = lower_letter(byte);

    return (letter >= 'a' && letter <= 'z') || (unsigned char)byte >= 0x80;
}

/* true where a word of TEXT begins as the LENGTH bytes of STEM do. */
static bool has_stem(const struct prose *text, const char *stem, size_t length)
{
    for (size_t at = 0; at + length <= text->length; at++) {
        if (at > 0 && is_word_byte(text->text[at - 1]))
            continue;
        size_t same = 0;
        while (same < length && lower_letter(text->text[at + same]) == lower_letter(stem[same]))
            same++;
        if (same == length)
            return true;
    }
    return false;
}

static bool speaks_of(const struct bench *bench, const struct item *item, const char *stem,
                      size_t length)
{
    const struct plan *plan = bench->schedule->plan;

    if (has_stem(&item->title, stem, length) || has_stem(&item->detail, stem, length))
        return true;
    const struct item *end = plan->items + plan->item_count;
    size_t looked = 0;
    for (const struct item *i = item + 1;
         i < end && i->depth > item->depth && looked < MOST_CHILDREN; i++, looked++)
        if (has_stem(&i->title, stem, length))
            return true;
    return false;
}

/* true where a word of the category's name ("Scales") stands in the item; its last letter may
 * differ. */
static bool fits(const struct bench *bench, const char *category, const struct item *item)
{
    for (const char *word = category; *word;) {
        size_t length = 0;
        while (is_word_byte(word[length]))
            length++;
        if (length >= LEAST_STEM && speaks_of(bench, item, word, length - (length > LEAST_STEM)))
            return true;
        word += length > 0 ? length : 1;
    }
    return false;
}

/* Leaves only what fits the category, where anything does. */
static void keep_fitting(const struct bench *bench, const char *category, struct choice *choice)
{
    struct choice fitting = {.count = 0};

    for (size_t i = 0; i < choice->count; i++)
        if (fits(bench, category, &bench->schedule->plan->items[choice->list[i]]))
            fitting.list[fitting.count++] = choice->list[i];
    if (fitting.count > 0)
        *choice = fitting;
}

/* Sharing goes round among what has its time this week and the commitments that have none. */
static void find_to_share(const struct bench *bench, struct choice *choice)
{
    for (size_t i = 0; i < bench->counts[0][BENCH_SHARE]; i++)
        choice->list[choice->count++] = bench->items[0][BENCH_SHARE][i];
    for (size_t i = 0; i < bench->commitment_count; i++)
        choice->list[choice->count++] = bench->commitments[i];
}

/* Of what lies in the phase, else beside it, the first lists that suit the category. */
static void find_suited(const struct bench *bench, const struct demand *demand,
                        struct choice *choice)
{
    const enum bench_list *row = suited[demand->activity];

    for (int beside = 0; beside < 2 && choice->count == 0; beside++) {
        if (demand->aim == AIM_LEARN) {
            add_choices(bench, demand, beside, BENCH_READ, choice);
            add_choices(bench, demand, beside, BENCH_TOPIC, choice);
        } else if (demand->aim == AIM_OWN) {
            add_choices(bench, demand, beside, BENCH_TOPIC, choice);
            add_choices(bench, demand, beside, BENCH_MAKE, choice);
            keep_fitting(bench, demand->category, choice);
        }
        for (const enum bench_list *list = row; *list != BENCH_LIST_COUNT && choice->count == 0;
             list++)
            if (*list != BENCH_READ || demand->aim != AIM_OWN)
                add_choices(bench, demand, beside, *list, choice);
        add_stray_readings(bench, demand, beside, choice);
    }
}

const struct item *bench_main(struct bench *bench, const struct demand *demand)
{
    struct choice choice = {.count = 0};

    if (demand->activity == ACTIVITY_SHARE) {
        find_to_share(bench, &choice);
    } else {
        find_of_day(bench, demand, &choice);
        struct demand last = *demand;
        last.anything = true;
        if (choice.count == 0)
            find_suited(bench, demand, &choice);
        if (choice.count == 0)
            find_suited(bench, &last, &choice);
    }
    if (choice.count == 0)
        return NULL;
    const struct item *item =
        take(bench, choice.list, choice.count, bench->credits, bench->turns, demand->minutes);
    bench->minutes[item - bench->schedule->plan->items] += demand->minutes;
    return item;
}

size_t bench_of_day(const struct bench *bench, const struct demand *demand,
                    const struct item **items, size_t most)
{
    struct choice choice = {.count = 0};

    if (demand->activity != ACTIVITY_SHARE)
        find_of_day(bench, demand, &choice);
    for (size_t i = 0; i < choice.count && i < most; i++)
        items[i] = &bench->schedule->plan->items[choice.list[i]];
    return choice.count < most ? choice.count : most;
}

void bench_book(struct bench *bench, const struct item *item, int minutes)
{
    size_t index = (size_t)(item - bench->schedule->plan->items);

    bench->turns[index]++;
    bench->minutes[index] += minutes;
}

const struct item *bench_side(struct bench *bench, const struct demand *demand,
                              const struct item *main)
{
    static const enum bench_list for_drills[] = {BENCH_GUIDE, BENCH_TOPIC};
    static const enum bench_list for_books[] = {BENCH_TOPIC, BENCH_GUIDE};

    if (!main || main->point)
        return NULL;
    bool sharpen =
        demand->activity == ACTIVITY_SHARPEN &&
        (main->kind == ITEM_READING || main->kind == ITEM_TASK || main->kind == ITEM_PROJECT);
    bool read = main->kind == ITEM_READING && demand->aim == AIM_READ;
    if (!read && !sharpen)
        return NULL;
    const enum bench_list *lists = sharpen && main->kind == ITEM_READING ? for_drills : for_books;
    for (int i = 0; i < 2; i++)
        for (int beside = 0; beside < 2; beside++)
            if (bench->counts[beside][lists[i]] > 0)
                return take(bench, bench->items[beside][lists[i]], bench->counts[beside][lists[i]],
                            bench->side_credits, bench->side_turns, demand->minutes);
    return NULL;
}
