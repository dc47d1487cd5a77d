/* enter_test: the row of the Log that an entry goes to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "memory/entry/enter.h"
#include "support/kept_tables.h"

#define COLUMNS "date category hours task notes"

/* Two sessions on 2 March, one on the 4th, and a row of the learner's own. */
struct desk {
    struct pool *pool;
    struct memory memory;
    struct past_session sessions[3];
};

static const char *const kite[] = {"kite"}, *const book[] = {"book"};

static void set(struct desk *desk)
{
    static const char *const keys[] = {"one", "two", "three", ""};
    static const struct past_session sessions[] = {
        {.id = "one", .category = "Reading", .items = book, .item_count = 1},
        {.id = "two", .category = "Making", .items = kite, .item_count = 1},
        {.id = "three", .category = "Making", .items = kite, .item_count = 1}};

    *desk = (struct desk){.pool = pool_new()};
    memcpy(desk->sessions, sessions, sizeof sessions);
    desk->memory.past.sessions = desk->sessions;
    desk->memory.past.session_count = 3;
    struct kept_table *log =
        KEPT_TABLE(desk->pool, &desk->memory, "log", COLUMNS, "2026-03-02|Reading||The Book|",
                   "2026-03-02|Making||The kite|", "2026-03-04|Making|#1.5|The kite|windy",
                   "2026-03-04|Own|||");
    for (size_t i = 0; i < 4; i++)
        ((struct kept_row *)log->rows)[i].key = keys[i];
}

/* Enters it; gives the row it went to, from 0. */
static size_t enter(struct desk *desk, struct new_entry entry, const char *session)
{
    const struct kept_table *before = memory_table(&desk->memory, "log"), *after;
    const struct past_session *found;

    entry.minutes = 70;
    assert_null(memory_enter(desk->pool, &desk->memory, &entry, &found));
    if (session)
        assert_string_equal(found->id, session);
    else
        assert_null(found);
    after = memory_table(&desk->memory, "log");
    for (size_t i = 0; i < after->row_count; i++)
        if (i >= before->row_count ||
            strcmp(after->rows[i].cells[2].text, before->rows[i].cells[2].text) != 0)
            return i;
    fail_msg("it went nowhere");
    return 0;
}

static const struct kept_cell *row(const struct desk *desk, size_t at)
{
    return memory_table(&desk->memory, "log")->rows[at].cells;
}

static void sessions_of_the_day_come_first(void **state)
{
    struct desk desk;
    const day date = day_of(2026, 3, 2);
    double hours;

    (void)state;
    set(&desk);
    assert_int_equal(enter(&desk, (struct new_entry){.date = date, .note = "fine"}, "one"), 0);
    assert_true(cell_hours(&row(&desk, 0)[2], &hours));
    assert_true(hours == 70 / 60.0);
    assert_string_equal(row(&desk, 0)[4].text, "fine");
    assert_string_equal(row(&desk, 0)[3].text, "The Book");
    assert_int_equal(enter(&desk, (struct new_entry){.date = date}, "two"), 1);
    assert_int_equal(enter(&desk, (struct new_entry){.date = date}, NULL), 4);
    pool_free(desk.pool);
}

static void category_and_item_choose(void **state)
{
    struct desk desk;
    const day date = day_of(2026, 3, 2);

    (void)state;
    set(&desk);
    assert_int_equal(enter(&desk, (struct new_entry){.date = date, .category = "making"}, "two"),
                     1);
    pool_free(desk.pool);
    set(&desk);
    assert_int_equal(enter(&desk, (struct new_entry){.date = date, .item = "kite"}, "two"), 1);
    pool_free(desk.pool);
    set(&desk);
    assert_int_equal(enter(&desk, (struct new_entry){.date = date, .item = "else"}, "one"), 0);
    assert_int_equal(enter(&desk, (struct new_entry){.date = date, .category = "Reading"}, NULL),
                     4);
    pool_free(desk.pool);
}

static void what_was_not_planned_gets_a_row(void **state)
{
    struct desk desk;
    day date;

    (void)state;
    set(&desk);
    size_t at = enter(
        &desk,
        (struct new_entry){
            .date = day_of(2026, 3, 4), .category = "Making", .task = "A reel", .note = "of oak"},
        NULL);
    assert_int_equal(at, 4);
    assert_true(cell_day(&row(&desk, at)[0], &date));
    assert_int_equal(date, day_of(2026, 3, 4));
    assert_string_equal(row(&desk, at)[1].text, "Making");
    assert_string_equal(row(&desk, at)[3].text, "A reel");
    assert_string_equal(row(&desk, at)[4].text, "of oak");
    assert_string_equal(row(&desk, 2)[4].text, "windy");
    pool_free(desk.pool);
}

/* A note that is there already stays. */
static void notes_are_added_to(void **state)
{
    struct desk desk;
    const day date = day_of(2026, 3, 2);

    (void)state;
    set(&desk);
    ((struct kept_cell *)row(&desk, 0))[4] = kept_cell_of("chapter 3");
    enter(&desk, (struct new_entry){.date = date, .note = "hard"}, "one");
    assert_string_equal(row(&desk, 0)[4].text, "chapter 3; hard");
    pool_free(desk.pool);
}

static void what_is_missing_is_named(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};
    const struct past_session *session;
    const struct new_entry entry = {.date = day_of(2026, 3, 2), .minutes = 70, .note = "fine"};

    (void)state;
    assert_string_equal(memory_enter(pool, &memory, &entry, &session), "Log");
    KEPT_TABLE(pool, &memory, "log", "date task", "|");
    assert_string_equal(memory_enter(pool, &memory, &entry, &session), "Hours");
    memory.table_count = 0;
    KEPT_TABLE(pool, &memory, "log", "date hours", "|");
    assert_string_equal(memory_enter(pool, &memory, &entry, &session), "Notes");
    assert_int_equal(memory_table(&memory, "log")->row_count, 1);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sessions_of_the_day_come_first),
        cmocka_unit_test(category_and_item_choose),
        cmocka_unit_test(what_was_not_planned_gets_a_row),
        cmocka_unit_test(notes_are_added_to),
        cmocka_unit_test(what_is_missing_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
