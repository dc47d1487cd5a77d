/* small_plan: a plan of two phases with its schedule, built by hand, for the tracker's tests. */
#ifndef ROADBOOK_TESTS_XLSX_SMALL_PLAN_H
#define ROADBOOK_TESTS_XLSX_SMALL_PLAN_H

#include <string.h>

#include "export.h"

#define SMALL_WEEKS    9
#define SMALL_SESSIONS (SMALL_WEEKS * 3)
#define SMALL_ITEMS    10

struct small_plan {
    struct pool *pool;
    struct plan plan;
    struct schedule schedule;
    struct edition edition;
};

static struct prose small_prose(const char *text)
{
    return (struct prose){.text = text, .length = strlen(text)};
}

static void small_items(struct small_plan *small)
{
    static const struct {
        enum item_kind kind;
        const char *title, *detail, *link;
    } rows[SMALL_ITEMS] = {
        {ITEM_TASK, "=1+1 is no formula", "+SUM(A1) neither", NULL},
        {ITEM_TOPIC, "Knots & bends <of> \"rope\"", "Bowline, sheet bend, clove hitch", NULL},
        {ITEM_PROJECT, "Splice an eye", "Three strands\nthen eight", NULL},
        {ITEM_CHECK, "Tie a bowline behind your back", "", NULL},
        {ITEM_CHECK, "@cmd _x0041_ café → ☑", "", NULL},
        {ITEM_READING, "The Book of Cordage", "Chapters 1-4",
         "https://example.org/cordage?a=1&b=2"},
        {ITEM_READING, "A page that runs", "", "javascript:alert(1)"},
        {ITEM_MILESTONE, "Rig a small boat", "", NULL},
        {ITEM_QUESTION, "Which knot do you trust least?", "", NULL},
        {ITEM_COST, "Rope: $60", "", NULL},
    };
    struct section *section = &small->plan.sections[0];
    for (size_t i = 0; i < SMALL_ITEMS; i++) {
        small->plan.items[i] = (struct item){
            .kind = rows[i].kind,
            .id = pool_print(small->pool, "00000000-0000-5000-8000-%012zu", i + 1),
            .title = small_prose(rows[i].title),
            .detail = small_prose(rows[i].detail),
            .line = small_prose(rows[i].title),
            .section = section,
            .link = rows[i].link,
        };
        day due = day_of(2026, 1, 7) + 7 * (day)i;
        small->schedule.items[i] = (struct dates){.first = due - 6, .last = due, .due = due};
    }
    small->plan.items[3].checkbox = small->plan.items[5].checkbox = CHECKBOX_DONE;
    small->plan.items[9].price = (struct money){.low = 4000, .high = 6000, .currency = "$"};
    small->schedule.items[8] = (struct dates){DAY_NONE, DAY_NONE, DAY_NONE, -1, -1, -1};
}

/* Weeks of Wednesday (the first: five days), then Mondays; 70, 50 and 30 minutes each. */
static void small_weeks(struct small_plan *small)
{
    static const int minutes[3] = {70, 50, 30};
    struct schedule *schedule = &small->schedule;

    for (int w = 0; w < SMALL_WEEKS; w++) {
        struct week *week = &schedule->weeks[w];
        day monday = day_of(2026, 1, 5) + 7 * w;
        *week = (struct week){.number = w + 1,
                              .iso_year = 2026,
                              .iso_week = w + 2,
                              .first = w == 0 ? monday + 2 : monday,
                              .last = monday + 6,
                              .phase = w < 4   ? 0
                                       : w < 8 ? 1
                                               : -1,
                              .minutes = 150,
                              .first_session = (size_t)w * 3,
                              .session_count = 3};
        for (int s = 0; s < 3; s++)
            schedule->sessions[w * 3 + s] = (struct session){
                .id = pool_print(small->pool, "session-%d.%d", w + 1, s + 1),
                .date = monday + 2 + 2 * s,
                .start = 19 * 60,
                .minutes = minutes[s],
                .week = w,
                .category = s,
                .focus = "Knots & bends",
            };
    }
}

static void small_make(struct small_plan *small, const char *path)
{
    static struct category categories[3] = {{"Reading", ACTIVITY_LEARN, 0},
                                            {"Why? *Practice*~", ACTIVITY_BUILD, 0},
                                            {"Drill", ACTIVITY_SHARPEN, 0}};

    memset(small, 0, sizeof *small);
    struct pool *pool = small->pool = pool_new();
    struct plan *plan = &small->plan;
    struct schedule *schedule = &small->schedule;
    plan->pool = pool;
    plan->id = "10000000-0000-5000-8000-000000000000";
    plan->title = plan->heading = small_prose("Ropework, from scratch");
    plan->section_count = 1;
    plan->sections = pool_alloc(pool, sizeof *plan->sections);
    plan->sections[0] =
        (struct section){.heading = small_prose("Phase 1: Knots"), .title = small_prose("Knots")};
    plan->item_count = SMALL_ITEMS;
    plan->items = pool_alloc(pool, SMALL_ITEMS * sizeof *plan->items);
    plan->phase_count = 2;
    plan->phases = pool_alloc(pool, 2 * sizeof *plan->phases);
    plan->phases[0] = (struct phase){.number = 1, .title = small_prose("Knots")};
    plan->phases[1] = (struct phase){.number = 2, .title = small_prose("Splices")};
    schedule->plan = plan;
    schedule->rhythm = (struct rhythm){.minutes = 150, .timezone = "Europe/Berlin"};
    schedule->start = day_of(2026, 1, 7);
    schedule->end = day_of(2026, 1, 5) + 7 * SMALL_WEEKS - 1;
    schedule->week_count = SMALL_WEEKS;
    schedule->weeks = pool_alloc(pool, SMALL_WEEKS * sizeof *schedule->weeks);
    schedule->session_count = SMALL_SESSIONS;
    schedule->sessions = pool_alloc(pool, SMALL_SESSIONS * sizeof *schedule->sessions);
    schedule->categories = categories;
    schedule->category_count = 3;
    schedule->items = pool_alloc(pool, SMALL_ITEMS * sizeof *schedule->items);
    schedule->sections = pool_alloc(pool, sizeof *schedule->sections);
    schedule->phases = pool_alloc(pool, 2 * sizeof *schedule->phases);
    for (int p = 0; p < 2; p++)
        schedule->phases[p] = (struct phase_dates){.first = day_of(2026, 1, 7) + 28 * p,
                                                   .last = day_of(2026, 2, 1) + 28 * p};
    schedule->minutes = SMALL_WEEKS * 150;
    small_items(small);
    small_weeks(small);
    small->edition = (struct edition){
        .schedule = schedule,
        .fingerprint = "20000000-0000-5000-8000-000000000000",
        .today = day_of(2026, 2, 12),
        .today_given = true,
        .now = (int64_t)day_of(2026, 2, 12) * 86400 + 43200,
        .path = path,
        .paper = {"a4", 210, 297},
    };
}

static void small_free(struct small_plan *small)
{
    pool_free(small->pool);
}

#endif
