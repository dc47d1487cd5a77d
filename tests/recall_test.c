/* recall: what the last build's files tell a run, and what becomes of what they do not tell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "recall.h"

#define ROADMAP                                                                                    \
    "# Weaving (12 weeks, 3 hours/week)\n## Tasks\n- **Loom** (Week 1): build\n"                   \
    "- **Scarf** (Weeks 2-6): weave\n## Milestones\n- **First cloth** (Week 8)\n"

struct ground {
    struct run run;
    char folder[64];
    const char *roadmap;
};

static int set_up(void **state)
{
    static struct ground ground;

    ground = (struct ground){.run = {.pool = pool_new()}};
    strcpy(ground.folder, P_tmpdir "/recall-XXXXXX");
    assert_non_null(mkdtemp(ground.folder));
    ground.roadmap = ROADMAP;
    ground.run.options.roadmap = pool_print(ground.run.pool, "%s/plan.md", ground.folder);
    settings_init(&ground.run.settings, ground.run.pool);
    report_reset();
    report_verbosity(-2);
    *state = &ground;
    return 0;
}

static int tear_down(void **state)
{
    struct ground *ground = *state;
    static const char *const names[] = {"plan.ics", "plan.xlsx", "other.xlsx"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        unlink(pool_print(ground->run.pool, "%s/%s", ground->folder, names[i]));
    rmdir(ground->folder);
    if (ground->run.plan)
        pool_free(ground->run.plan->pool);
    pool_free(ground->run.pool);
    report_reset();
    return 0;
}

static const char *write_file(struct ground *ground, const char *name, const char *text)
{
    const char *path = pool_print(ground->run.pool, "%s/%s", ground->folder, name);
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    fclose(file);
    return path;
}

static bool recall(struct ground *ground, const char *roadmap)
{
    ground->run.roadmap = (struct source){"plan.md", roadmap, strlen(roadmap)};
    return recall_last_build(&ground->run) && recall_identity(&ground->run);
}

static void nothing_is_there(void **state)
{
    struct ground *ground = *state;

    assert_true(recall(ground, ROADMAP));
    assert_null(ground->run.memory);
    assert_int_equal(ground->run.memory_state, MEMORY_NONE);
    assert_int_equal(ground->run.settings.rhythm.start, DAY_NONE);
    recall_lived(&ground->run);
    assert_null(ground->run.settings.rhythm.past);
}

/* The feed alone knows whose it is, and when the plan began. */
static void the_feed_tells(void **state)
{
    struct ground *ground = *state;

    assert_true(recall(ground, ROADMAP));
    const char *id = pool_print(ground->run.pool, "%s", ground->run.plan->id), *loom = NULL;
    for (size_t i = 0; i < ground->run.plan->item_count; i++)
        if (strcmp(ground->run.plan->items[i].title.text, "Loom") == 0)
            loom = pool_print(ground->run.pool, "%s", ground->run.plan->items[i].id);
    write_file(ground, "plan.ics",
               pool_print(ground->run.pool,
                          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//roadbook//Feed//EN\r\n"
                          "X-ROADBOOK-PLAN:%s\r\nX-ROADBOOK-START:2026-03-02\r\nBEGIN:VEVENT\r\n"
                          "UID:%s\r\nDTSTART;VALUE=DATE:20260308\r\nEND:VEVENT\r\n"
                          "END:VCALENDAR\r\n",
                          id, loom));
    pool_free(ground->run.plan->pool);
    assert_true(recall(ground, "# Weaving for the patient"));
    assert_string_not_equal(ground->run.plan->id, id);             /* it has nothing of it */
    assert_int_equal(ground->run.settings.rhythm.start, DAY_NONE); /* so its start is not ours */
    pool_free(ground->run.plan->pool);
    const char *renamed = pool_print(ground->run.pool, "# Cloth%s", strchr(ROADMAP, '('));
    assert_true(recall(ground, renamed));
    assert_string_equal(ground->run.plan->id, id);
    assert_int_equal(ground->run.settings.rhythm.start, day_of(2026, 3, 2));
}

/* One task of another plan is not enough to be that plan. */
static void one_thing_in_common_is_not_a_plan(void **state)
{
    struct ground *ground = *state;
    struct text feed = TEXT_INIT;

    assert_true(recall(ground, ROADMAP));
    const char *id = pool_print(ground->run.pool, "%s", ground->run.plan->id);
    text_print(&feed,
               "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//roadbook//Feed//EN\r\n"
               "X-ROADBOOK-PLAN:%s\r\nX-ROADBOOK-START:2026-03-02\r\n",
               id);
    for (size_t i = 0; i < ground->run.plan->item_count; i++)
        text_print(&feed,
                   "BEGIN:VEVENT\r\nUID:%s\r\nDTSTART;VALUE=DATE:20260308\r\n"
                   "END:VEVENT\r\n",
                   ground->run.plan->items[i].id);
    text_add(&feed, "END:VCALENDAR\r\n");
    write_file(ground, "plan.ics", text_string(&feed));
    text_free(&feed);
    pool_free(ground->run.plan->pool);
    assert_true(recall(ground, "# Cloth (12 weeks, 3 hours/week)\n## Tasks\n"
                               "- **Loom** (Week 1): build\n- **Dye** (Weeks 2-6): boil\n"));
    assert_string_not_equal(ground->run.plan->id, id);
    assert_int_equal(ground->run.settings.rhythm.start, DAY_NONE);
    pool_free(ground->run.plan->pool);
    assert_true(recall(ground, "# Cloth (12 weeks, 3 hours/week)\n## Tasks\n"
                               "- **Loom** (Week 1): build\n- **Scarf** (Weeks 2-6): weave\n"));
    assert_string_equal(ground->run.plan->id, id);
}

static void what_is_no_tracker_is_no_memory(void **state)
{
    struct ground *ground = *state;

    write_file(ground, "plan.xlsx", "my shopping list");
    assert_true(recall(ground, ROADMAP));
    assert_null(ground->run.memory);
    assert_non_null(ground->run.memory_why);
    assert_int_equal(report_status(true), STATUS_DONE); /* the exporter says so, where it matters */
}

static void a_tracker_that_was_named_must_be_one(void **state)
{
    struct ground *ground = *state;
    const char *path = write_file(ground, "other.xlsx", "my shopping list");

    ground->run.options.trackers = &path;
    ground->run.options.tracker_count = 1;
    assert_false(recall_last_build(&ground->run));
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    report_reset();
    path = "/nowhere/plan.xlsx";
    assert_false(recall_last_build(&ground->run));
    assert_int_equal(report_status(false), STATUS_SYSTEM);
}

/* Nothing is made without it, but by --force. */
static void a_tracker_that_cannot_be_read_stops_the_run(void **state)
{
    struct ground *ground = *state;
    const char *path = pool_print(ground->run.pool, "%s/plan.xlsx", ground->folder);

    assert_int_equal(symlink("plan.xlsx", path), 0);
    assert_false(recall(ground, ROADMAP));
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    report_reset();
    ground->run.options.force = true;
    assert_true(recall(ground, ROADMAP));
    assert_int_equal(report_status(false), STATUS_DONE);
    assert_int_equal(unlink(path), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_is_there),
        TEST(the_feed_tells),
        TEST(one_thing_in_common_is_not_a_plan),
        TEST(what_is_no_tracker_is_no_memory),
        TEST(a_tracker_that_cannot_be_read_stops_the_run),
        TEST(a_tracker_that_was_named_must_be_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
