/* fixture: a small dated plan made by hand, for the tests of the feed: baking bread in three weeks
 * of January 2026. */
#ifndef ROADBOOK_TESTS_ICS_FIXTURE_H
#define ROADBOOK_TESTS_ICS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those before it. */
#include <string.h>
#include <cmocka.h>

#include "schedule/schedule.h"

enum { TASKS_HEAD = 1, CHECKS_HEAD, QUESTIONS_HEAD, MILESTONES_HEAD, BAKERY_HEAD, SECTIONS };
enum { TASK, SUBTASK, CHECK_A, CHECK_B, QUESTIONS, QUESTION, MILESTONE, DROPPED, VISIT, ITEMS };
enum { SESSIONS = 3, WEEKS = 3 };

struct fixture {
    struct pool *pool;
    struct plan plan;
    struct section sections[SECTIONS];
    struct item items[ITEMS];
    struct phase phases[1];
    struct schedule schedule;
    struct week weeks[WEEKS];
    struct session sessions[SESSIONS];
    struct category categories[1];
    struct dates item_dates[ITEMS], section_dates[SECTIONS];
    const struct item *worked[1];
};

static inline struct prose prose_of(const char *text)
{
    return (struct prose){.text = text, .length = strlen(text)};
}

static inline void fixture_section(struct fixture *f, int index, const char *title, int phase)
{
    struct section *section = &f->sections[index];

    section->id = pool_print(f->pool, "00000000-0000-5000-8000-1%011d", index);
    section->parent = index > 0 ? &f->sections[0] : NULL;
    section->level = index > 0;
    section->heading = section->title = prose_of(title);
    section->phase = phase;
    f->section_dates[index] = (struct dates){DAY_NONE, DAY_NONE, DAY_NONE, -1, -1, -1};
}

static inline void fixture_item(struct fixture *f, int index, int head, enum item_kind kind,
                                const char *title, day due)
{
    struct item *item = &f->items[index];

    item->id = pool_print(f->pool, "00000000-0000-5000-8000-2%011d", index);
    item->kind = kind;
    item->title = item->line = prose_of(title);
    item->detail = prose_of("");
    item->section = &f->sections[head];
    item->when_from = due == DAY_NONE ? WHEN_NONE : WHEN_OWN;
    if (item->section->item_count++ == 0)
        item->section->first_item = (size_t)index;
    f->item_dates[index] = (struct dates){due, due, due, -1, -1, -1};
}

static inline void fixture_items(struct fixture *f, day start)
{
    fixture_item(f, TASK, TASKS_HEAD, ITEM_TASK, "Sourdough", start + 13);
    f->items[TASK].link = "https://example.org/dough?a=b c";
    f->items[TASK].detail = prose_of("From flour, water and time");
    fixture_item(f, SUBTASK, TASKS_HEAD, ITEM_TASK, "Feed it daily", start + 13);
    f->items[SUBTASK].parent = &f->items[TASK];
    f->items[SUBTASK].when_from = WHEN_INHERITED;
    fixture_item(f, CHECK_A, CHECKS_HEAD, ITEM_CHECK, "The crust cracks", start + 19);
    fixture_item(f, CHECK_B, CHECKS_HEAD, ITEM_CHECK, "The crumb is open", start + 20);
    fixture_item(f, QUESTIONS, QUESTIONS_HEAD, ITEM_QUESTION, "Halfway", start + 9);
    f->items[QUESTIONS].child_count = 1;
    fixture_item(f, QUESTION, QUESTIONS_HEAD, ITEM_QUESTION, "Do I enjoy it?", start + 9);
    f->items[QUESTION].parent = &f->items[QUESTIONS];
    fixture_item(f, MILESTONE, MILESTONES_HEAD, ITEM_MILESTONE, "First loaf given away", start + 6);
    fixture_item(f, DROPPED, MILESTONES_HEAD, ITEM_MILESTONE, "A cake", start + 6);
    f->items[DROPPED].dropped = true;
    fixture_item(f, VISIT, BAKERY_HEAD, ITEM_PROJECT, "Ask how they do it", start + 20);
    f->items[VISIT].when_from = WHEN_INHERITED;
    f->section_dates[BAKERY_HEAD].due = start + 20;
}

static inline void fixture_sessions(struct fixture *f, day start)
{
    static const char *const focuses[SESSIONS] = {"Flour, chapter 1", "Kneading; folding",
                                                  "Baking"};

    for (int i = 0; i < SESSIONS; i++) {
        f->weeks[i] = (struct week){.number = i + 1,
                                    .iso_year = 2026,
                                    .iso_week = 2 + i,
                                    .first = start + 7 * i,
                                    .last = start + 7 * i + 6,
                                    .minutes = 90,
                                    .first_session = (size_t)i,
                                    .session_count = 1};
        f->sessions[i] =
            (struct session){.id = pool_print(f->pool, "00000000-0000-5000-8000-3%011d", i),
                             .date = start + 7 * i + 1,
                             .start = 19 * 60,
                             .minutes = 90,
                             .week = i,
                             .focus = focuses[i],
                             .items = f->worked,
                             .item_count = 1,
                             .closes_month = i == SESSIONS - 1};
    }
}

/* Fills F; its pool is the caller's to free. */
static inline void fixture_init(struct fixture *f, const char *timezone)
{
    static const char *const titles[SECTIONS] = {"",          "Tasks",      "Exit Checklist",
                                                 "Questions", "Milestones", "Visit a Bakery"};
    day start = day_of(2026, 1, 5);

    memset(f, 0, sizeof *f);
    f->pool = pool_new();
    for (int i = 0; i < SECTIONS; i++)
        fixture_section(f, i, titles[i], i == TASKS_HEAD || i == CHECKS_HEAD ? 0 : -1);
    fixture_items(f, start);
    fixture_sessions(f, start);
    f->worked[0] = &f->items[TASK];
    f->phases[0] =
        (struct phase){.number = 1, .section = &f->sections[0], .title = prose_of("Flour & Water")};
    f->categories[0] = (struct category){.name = "Baking/Reading", .minutes = 270};
    f->plan = (struct plan){.pool = f->pool,
                            .id = "00000000-0000-5000-8000-000000000000",
                            .title = prose_of("Bread, from scratch"),
                            .sections = f->sections,
                            .section_count = SECTIONS,
                            .items = f->items,
                            .item_count = ITEMS,
                            .phases = f->phases,
                            .phase_count = 1};
    f->schedule = (struct schedule){.plan = &f->plan,
                                    .rhythm = {.minutes = 90, .timezone = timezone},
                                    .start = start,
                                    .end = start + 20,
                                    .weeks = f->weeks,
                                    .week_count = WEEKS,
                                    .sessions = f->sessions,
                                    .session_count = SESSIONS,
                                    .categories = f->categories,
                                    .category_count = 1,
                                    .items = f->item_dates,
                                    .sections = f->section_dates,
                                    .minutes = 270};
}

#endif
