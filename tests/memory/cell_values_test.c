/* cell_values_test: what was typed is understood where it can mean but one thing. */
#include <math.h>

#include "support/hand_book.h"

static struct pool *pool;

static int set_up(void **state)
{
    (void)state;
    pool = pool_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

static void test_empty(void **state)
{
    static const char *const empty[] = {"", " ", "\n\t", "\xC2\xA0"};
    static const char *const full[] = {"x", "~0", "=A1", "!FALSE", "0"};

    (void)state;
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        struct kept_cell cell = hand_cell(pool, empty[i]);
        assert_true(cell_is_empty(&cell));
    }
    for (size_t i = 0; i < sizeof full / sizeof *full; i++) {
        struct kept_cell cell = hand_cell(pool, full[i]);
        assert_false(cell_is_empty(&cell));
    }
}

static void test_ticks(void **state)
{
    static const char *const ticked[] = {
        "☑",    "✓",     "✔",    "✔️", "✅",      "☒",        "x",     "X",  " x ",    "×",
        "х",    "!TRUE", "true", "TRUE",   "yes",    "Yes!",     "y",     "~1", "1",      "done",
        "DONE", "Done.", "100%", "~46024", "ja",     "erledigt", "oui",   "sí", "Sim",    "да",
        "是",   "はい",  "済",   "fait",   "готово", "完成",     "hecho", "OK", "~1{0%}",
    };
    static const char *const open[] = {
        "☐",    "",   "no",  "~0", "0",       "!FALSE", "FALSE", "~0.5{0%}", "50%", "not done",
        "nein", "xx", "[ ]", "-",  "done by", "✗",      "maybe", "10",       "не",
    };

    (void)state;
    for (size_t i = 0; i < sizeof ticked / sizeof *ticked; i++) {
        struct kept_cell cell = hand_cell(pool, ticked[i]);
        if (!cell_is_ticked(&cell))
            fail_msg("'%s' is a tick", ticked[i]);
    }
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        struct kept_cell cell = hand_cell(pool, open[i]);
        if (cell_is_ticked(&cell))
            fail_msg("'%s' is no tick", open[i]);
    }
}

static void test_hours(void **state)
{
    static const struct {
        const char *typed;
        double hours;
    } table[] = {
        {"~1.5", 1.5},
        {"~0", 0},
        {"~0.0625{h:mm}", 1.5},
        {"~1.0625{[h]:mm}", 25.5},
        {"~0.0625{0.00}", 0.0625},
        {"~0.0625{[<0.25]h:mm\" ?\";0.00}", 1.5},
        {"~1.5{[<0.25]h:mm\" ?\";0.00}", 1.5},
        {"~0.0138888888888889{h:mm}", 20.0 / 60},
        {"1:30", 1.5},
        {" 1:30 ", 1.5},
        {"1:30 h", 1.5},
        {"0:45", 0.75},
        {"0:45:00", 0.75},
        {"12:05", 12 + 5.0 / 60},
        {"1,5", 1.5},
        {"1.5", 1.5},
        {"2", 2},
        {".5", 0.5},
        {"1.5h", 1.5},
        {"1,5 h", 1.5},
        {"90 min", 1.5},
        {"90min.", 1.5},
        {"1h10", 70.0 / 60},
        {"1 h 10 min", 70.0 / 60},
        {"1h 10m", 70.0 / 60},
        {"1½", 1.5},
        {"1 ½ h", 1.5},
        {"½", 0.5},
        {"¾ h", 0.75},
        {"2 hours", 2},
        {"~2h", -1}, /* hand_cell()'s sign: see below */
        {"2 Stunden", 2},
        {"1 Std. 30 Min", 1.5},
        {"2 часа", 2},
        {"2時間", 2},
        {"0", 0},
        {"0:00", 0},
        {"0 min", 0},
        {"0min.", 0},
        {"0h", 0},
        {"0 h 0 min", 0},
        {"0h00", 0},
        {"0 Stunden", 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct kept_cell cell = hand_cell(pool, table[i].typed);
        double hours = -1;
        if (table[i].hours < 0) {
            cell = (struct kept_cell){CELL_TEXT, table[i].typed, 0, NULL, "General"};
            assert_true(cell_hours(&cell, &hours));
            assert_true(hours == 2);
        } else if (!cell_hours(&cell, &hours) || fabs(hours - table[i].hours) > 1e-9) {
            fail_msg("'%s' is %g h, not %g", table[i].typed, table[i].hours, hours);
        }
    }
}

static void test_no_hours(void **state)
{
    static const char *const table[] = {
        "",        "a lot", "1:75",    "1:3",  "2-3 h",   "2 h per day", "1:30 Uhr",
        "-1",      "~-1",   "~1e9",    "1;30", "1.5.2",   "!TRUE",       "~nan",
        "~inf",    "1h 2h", "1 2",     "h",    "5 pages", "2 h of Rust", "½½",
        "1:30:75", "50%",   "2 weeks", "0 x",  "0 0",
    };

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct kept_cell cell = hand_cell(pool, table[i]);
        double hours = -1;
        if (cell_hours(&cell, &hours) || hours != -1)
            fail_msg("'%s' is no hours, not %g", table[i], hours);
    }
}

static void test_days(void **state)
{
    static const char *const table[] = {
        "~46083",
        "~46083.79",
        "~46083{General}",
        "2026-03-02",
        " 2026-03-02 ",
        "2026-03-02T00:00:00",
        "2026-03-02 19:00",
        "2026/03/02",
        "2 March 2026",
        "2. März 2026",
        "02.03.2026",
        "2.3.2026",
        "March 2, 2026",
        "Mar 2 2026",
        "2-Mar-2026",
        "Mon, 2 March 2026",
        "2 de março de 2026",
        "2 mars 2026",
        "2026年3月2日",
    };
    static const char *const none[] = {
        "",
        "03/04/2026",
        "3/4/26",
        "March 2026",
        "2 March",
        "~5",
        "~nan",
        "~inf",
        "~1e300",
        "~-46083",
        "tomorrow",
        "!TRUE",
        "30.02.2026",
        "2026-02-30",
        "Mar 2 to 4, 2026",
        "2026",
        "2026-03-02 or so",
        "~109575",
        "Tue 3/4/2026",
        "02.03.",
    };
    day march = day_of(2026, 3, 2);

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct kept_cell cell = hand_cell(pool, table[i]);
        day date = DAY_NONE;
        if (!cell_day(&cell, &date) || date != march)
            fail_msg("'%s' is day %d", table[i], (int)date);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct kept_cell cell = hand_cell(pool, none[i]);
        day date = DAY_NONE;
        if (cell_day(&cell, &date) || date != DAY_NONE)
            fail_msg("'%s' is no day", none[i]);
    }
    struct kept_cell american = hand_cell(pool, "03/14/2026");
    day date = DAY_NONE;
    assert_true(cell_day(&american, &date));
    assert_int_equal(date, day_of(2026, 3, 14));
    american = hand_cell(pool, "03/03/2026");
    assert_true(cell_day(&american, &date));
    assert_int_equal(date, day_of(2026, 3, 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_empty, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ticks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hours, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_hours, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_days, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
