/* guide: the week it shows is a whole one. */
#include "pdf/pages/pages.h"
#include "support/ask.h"
#include "support/page_fixture.h"

/* The guide of the fixture's plan as text; frees the fixture. */
static char *guide_of(struct fixture *f)
{
    struct text file = TEXT_INIT;

    guide_pages.draw.book(&f->book);
    typeset_finish(f->typeset);
    assert_true(canvas_finish(f->canvas, &file));
    char *said = ask(&file, "pdftotext -layout %s -");
    text_free(&file);
    fixture_free(f);
    return said;
}

static void a_short_first_week_is_no_pattern(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(1, 1);
    f->weeks[0].first = f->weeks[0].last;
    f->sessions[0].date = f->weeks[0].last;
    f->sessions[0].start = 600;
    f->sessions[0].minutes = 20;
    char *said = guide_of(f);
    assert_null(strstr(said, "10:00–10:20"));
    assert_non_null(strstr(said, "19:00–20:00"));
    free(said);
}

static void a_day_off_is_no_pattern(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(3, 2);
    f->sessions[0].start = 720;
    char *said = guide_of(f);
    assert_null(strstr(said, "12:00–13:00"));
    free(said);
}

static void the_only_week_is_shown_though_short(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(1, 1);
    f->schedule.week_count = 1;
    f->weeks[0].first = f->weeks[0].last;
    char *said = guide_of(f);
    assert_non_null(strstr(said, "19:00–20:00"));
    free(said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_first_week_is_no_pattern),
        cmocka_unit_test(a_day_off_is_no_pattern),
        cmocka_unit_test(the_only_week_is_shown_though_short),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
