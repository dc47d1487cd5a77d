/* Tests of phrases: days and durations in print. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "text/phrases.h"

static void days_and_durations(void **state)
{
    (void)state;
    struct text out = TEXT_INIT;

    add_days(&out, day_of(2026, 1, 5), day_of(2026, 1, 11));
    text_add(&out, " ");
    add_days(&out, day_of(2026, 1, 5), day_of(2026, 1, 5));
    text_add(&out, " ");
    add_duration(&out, 450);
    assert_string_equal(text_string(&out), "2026-01-05..2026-01-11 2026-01-05 7 h 30");
    text_free(&out);
}

static void dates_and_hours_for_people(void **state)
{
    const day date = day_of(2028, 7, 2);
    struct text out = TEXT_INIT;

    (void)state;
    add_date(&out, date, DAY_NONE);
    text_add(&out, "; ");
    add_date(&out, date, day_of(2028, 1, 1));
    text_add(&out, "; ");
    add_weekday_date(&out, date, day_of(2027, 1, 1));
    text_add(&out, "; ");
    add_weekly_hours(&out, 301);
    text_add(&out, "; ");
    add_weekly_hours(&out, 300);
    assert_string_equal(text_string(&out), "2 July 2028; 2 July; Sun 2 July 2028; 5.1 h; 5 h");
    text_free(&out);
}

static void starts_end_with_a_word(void **state)
{
    static const struct {
        const char *words;
        size_t columns;
        const char *start;
    } cases[] = {
        {"A kite to fly", 20, "A kite to fly"},  {"A kite to fly", 8, "A kite …"},
        {"A kite · to fly", 10, "A kite …"},     {"A kite: to fly", 9, "A kite …"},
        {"Drachenschnüre", 11, "Drachenschn …"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text out = TEXT_INIT;
        add_start(&out, cases[i].words, strlen(cases[i].words), cases[i].columns);
        assert_string_equal(text_string(&out), cases[i].start);
        text_free(&out);
    }
}

static void sessions_in_a_line(void **state)
{
    const struct session session = {
        .date = day_of(2026, 7, 31), .start = 1140, .focus = "Todo CLI", .part = 7, .parts = 8};
    struct text out = TEXT_INIT;

    (void)state;
    add_session_time(&out, &session, session.date);
    add_focus(&out, &session, 60);
    assert_string_equal(text_string(&out), "Fri 31 July, 19:00: Todo CLI, 7 of 8");
    text_free(&out);
}

static void commands_as_a_shell_takes_them(void **state)
{
    static const struct {
        const char *roadmap, *folder, *words;
    } cases[] = {
        {"kite.md", NULL, "roadbook log kite.md 1h10"},
        {"a/kite.md", "out", "roadbook log a/kite.md 1h10 -o out"},
        {"my kite.md", "the files", "roadbook log 'my kite.md' 1h10 -o 'the files'"},
        {"it's.md", NULL, "roadbook log 'it'\\''s.md' 1h10"},
        {"Drachenschnüre.md", "", "roadbook log Drachenschnüre.md 1h10 -o ''"},
        {"$(kite).md", NULL, "roadbook log '$(kite).md' 1h10"},
    };
    struct pool *pool = pool_new();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(command_print(pool, "log", cases[i].roadmap, " 1h10", cases[i].folder),
                            cases[i].words);
    pool_free(pool);
}

static void folders_are_seen_to_be_folders(void **state)
{
    struct text out = TEXT_INIT;

    (void)state;
    add_folder(&out, "out");
    add_folder(&out, "there/");
    assert_string_equal(text_string(&out), "out/there/");
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_durations),
        cmocka_unit_test(dates_and_hours_for_people),
        cmocka_unit_test(starts_end_with_a_word),
        cmocka_unit_test(sessions_in_a_line),
        cmocka_unit_test(commands_as_a_shell_takes_them),
        cmocka_unit_test(folders_are_seen_to_be_folders),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
