/* agreement: what is said where one file of a plan is left behind the others. */
#include "agreement.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "support/feed_fixture.h"

/* A plan with its files in a folder, and what the tracker remembers of it: the same sessions. */
struct ground {
    struct fixture f;
    struct past_session known[SESSIONS];
    struct past_week week;
    struct memory memory;
    struct edition edition;
    struct order order;
    char folder[64];
};

static const char *path_of(struct ground *ground, const char *suffix)
{
    return pool_print(ground->f.pool, "%s%s", ground->order.stem, suffix);
}

static int set_up(void **state)
{
    struct ground *ground = must_alloc(sizeof *ground);

    memset(ground, 0, sizeof *ground);
    fixture_init(&ground->f, "UTC");
    for (int i = 0; i < SESSIONS; i++) {
        const struct session *session = &ground->f.sessions[i];
        ground->known[i] = (struct past_session){.id = session->id,
                                                 .date = session->date,
                                                 .start = session->start,
                                                 .minutes = session->minutes};
    }
    ground->memory.past = (struct past){.weeks = &ground->week,
                                        .week_count = 1,
                                        .sessions = ground->known,
                                        .session_count = SESSIONS};
    ground->edition = (struct edition){
        .schedule = &ground->f.schedule, .memory = &ground->memory, .memory_state = MEMORY_READ};
    strcpy(ground->folder, P_tmpdir "/agreement-XXXXXX");
    assert_non_null(mkdtemp(ground->folder));
    ground->order.stem = pool_print(ground->f.pool, "%s/plan", ground->folder);
    fclose(fopen(path_of(ground, ".xlsx"), "w"));
    fclose(fopen(path_of(ground, ".ics"), "w"));
    report_reset();
    report_verbosity(-2);
    *state = ground;
    return 0;
}

static int tear_down(void **state)
{
    struct ground *ground = *state;

    unlink(path_of(ground, ".xlsx"));
    unlink(path_of(ground, ".ics"));
    assert_int_equal(rmdir(ground->folder), 0);
    pool_free(ground->f.pool);
    free(ground);
    report_reset();
    return 0;
}

/* What is said before a build of ONLY, and of one that made FILE of it (NULL: before). */
static const char *words(struct ground *ground, const char *only, const struct exporter *made)
{
    const struct output output = {.exporter = made};
    const struct finding *findings;
    size_t count;

    report_reset();
    ground->order.only = only;
    if (made)
        agreement_judge(&ground->edition, &ground->order, &output, 1);
    else
        agreement_foresee(ground->f.pool, &ground->edition, &ground->order);
    findings = report_findings(&count);
    assert_true(count <= 1);
    return count > 0 ? findings[0].message : "";
}

static void nothing_new_is_nothing_to_say(void **state)
{
    struct ground *ground = *state;

    assert_string_equal(words(ground, NULL, NULL), "");
    assert_string_equal(words(ground, "pdf", NULL), "");
    assert_string_equal(words(ground, "xlsx", NULL), "");
    assert_string_equal(words(ground, NULL, &feed_exporter), "");
}

static void a_file_left_behind_is_said(void **state)
{
    struct ground *ground = *state;

    ground->f.sessions[2].minutes += 30;
    assert_string_equal(words(ground, NULL, NULL), "");
    assert_non_null(strstr(words(ground, "ics", NULL), "does not know"));
    assert_non_null(strstr(words(ground, "xlsx", NULL), "plan.ics as it was"));
    assert_string_equal(words(ground, "ics,xlsx", NULL), ""); /* there is no book */
}

static void a_tracker_that_failed_is_said(void **state)
{
    struct ground *ground = *state;

    ground->f.sessions[2].minutes += 30;
    assert_non_null(strstr(words(ground, NULL, &feed_exporter), "give the same options again"));
    assert_string_equal(words(ground, NULL, &tracker_exporter), "");
    assert_string_equal(words(ground, "ics", &feed_exporter), ""); /* said before */
}

/* No tracker in its place, or one that knows no sessions, as the first edition's. */
static void without_memory_there_is_nothing_to_say(void **state)
{
    struct ground *ground = *state;

    ground->f.sessions[2].minutes += 30;
    ground->edition.memory_state = MEMORY_NONE;
    assert_string_equal(words(ground, "ics", NULL), "");
    ground->edition.memory_state = MEMORY_READ;
    ground->memory.past.week_count = 0;
    assert_string_equal(words(ground, "ics", NULL), "");
    ground->edition.memory = NULL;
    assert_string_equal(words(ground, "ics", NULL), "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_new_is_nothing_to_say),
        TEST(a_file_left_behind_is_said),
        TEST(a_tracker_that_failed_is_said),
        TEST(without_memory_there_is_nothing_to_say),
    };

    return cmocka_run_group_tests_name("agreement", tests, NULL, NULL);
}
