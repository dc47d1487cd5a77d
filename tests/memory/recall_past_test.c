/* recall_past_test: weeks, sessions and pages of the plan as it was laid out, whole and damaged. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/report.h"
#include "memory/recall.h"
#include "support/kept_tables.h"

#define WEEK_ROLES                                                                                 \
    "number iso-year iso-week first last phase from middle to rates page title way-from way-to"
#define SESSION_ROLES "plan category focus"
#define LINE_ROLES    "plan title note"

/* Four weeks from Monday 2026-01-05, the first from Wednesday on. */
static const char *const weeks[] = {
    "#1|#2026|#2|#46029|#46033|ph|0|2.5|5.0999999999999996|300|#7|Ropes|0|0.25",
    "#2|#2026|#3|#46034|#46040|ph|5.0999999999999996|8|12|300 300 0 0 600 600 600|#8|Ropes|0.25|1",
    "#3|2026|#4|2026-01-19|46047||#12|#14|#16|#300",
    "#4|#2026|#5|#46048|#46054||16|18|20|300",
};
static const char *const sessions[] = {
    "w2.1 2026-01-07 1140 70 3 4 2 5 0 a b|Drill|Knots & bends",
    "w2.2 2026-01-09 1140 50 0 0 0 0 0|Read|The book",
    "w3.1 2026-01-12 600 30 0 0 0 0 0 a|Drill|Knots",
    "w4.1 2026-01-19 600 30 0 0 1 1 1 b|Drill|Knots",
    "w5.1 2026-01-26 600 30 0 0 0 0 0 b|Drill|Knots",
};
static const char *const lines[] = {
    "2 0 - 1 4 0 #week-9|Splice an eye|two left",
    "1 1 2026-01-18 0 0 0|A test|",
    "2 0 - 0 1 1|A book",
    "9 0 - 0 1 0|of no week",
    "-1 0 - 0 1 0|of none",
    "2 0 2026-02-30 0 1 0|of no day",
    "2 0 - 0|cut short",
};
#define LINE_COUNT (sizeof lines / sizeof *lines)

struct case_of {
    struct pool *pool;
    struct memory memory;
    const struct past *past;
};

static void recall(struct case_of *it, const char *const *week_rows, size_t week_count,
                   const char *const *session_rows, size_t session_count)
{
    report_reset();
    memset(it, 0, sizeof *it);
    it->pool = pool_new();
    kept_table_add(it->pool, &it->memory, "plan-week", WEEK_ROLES, week_rows, week_count);
    kept_table_add(it->pool, &it->memory, "plan-session", SESSION_ROLES, session_rows,
                   session_count);
    kept_table_add(it->pool, &it->memory, "page-line", LINE_ROLES, lines, LINE_COUNT);
    KEPT_TABLE(it->pool, &it->memory, "settings", "name value", "version|2", "plan|p");
    assert_true(recall_record(it->pool, &it->memory));
    it->past = &it->memory.past;
}

/* The same, as many in a cell as there is room for. */
static void test_packed(void **state)
{
    static const char *const packed_sessions[] = {
        "w2.1 2026-01-07 1140 70 3 4 2 5 0 a b" RECORD_BESIDE "Drill" RECORD_BESIDE
        "Knots & bends" RECORD_NEXT "w2.2 2026-01-09 1140 50 0 0 0 0 0" RECORD_BESIDE RECORD_BESIDE,
        "w3.1 2026-01-12 600 30 0 0 0 0 0 a" RECORD_BESIDE "Read" RECORD_BESIDE "Knots",
    };
    struct case_of it;

    (void)state;
    recall(&it, weeks, 4, packed_sessions, 2);
    assert_int_equal(it.past->session_count, 3);
    assert_false(it.past->damaged);
    const struct past_session *session = it.past->sessions;
    assert_string_equal(session[0].category, "Drill");
    assert_string_equal(session[0].focus, "Knots & bends");
    assert_int_equal(session[0].item_count, 2);
    assert_string_equal(session[1].id, "w2.2");
    assert_string_equal(session[1].category, "");
    assert_string_equal(session[1].focus, "");
    assert_string_equal(session[2].category, "Read");
    assert_string_equal(session[2].focus, "Knots");
    pool_free(it.pool);
}

static size_t warnings(void)
{
    size_t count, found = 0;
    const struct finding *findings = report_findings(&count);

    for (size_t i = 0; i < count; i++)
        found += findings[i].rule == RULE_TRACKER_DAMAGED;
    return found;
}

static void test_whole(void **state)
{
    struct case_of it;

    (void)state;
    recall(&it, weeks, 4, sessions, 5);
    assert_int_equal(warnings(), 0);
    assert_int_equal(it.past->week_count, 4);
    const struct past_week *week = it.past->weeks;
    assert_int_equal(week[0].first, day_of(2026, 1, 7));
    assert_int_equal(week[0].last, day_of(2026, 1, 11));
    assert_string_equal(week[0].phase, "ph");
    assert_true(week[0].to == 5.1);
    assert_true(week[1].from == 5.1 && week[1].middle == 8 && week[1].to == 12);
    assert_int_equal(week[0].rates[6], 300);
    assert_int_equal(week[1].rates[1], 300);
    assert_int_equal(week[1].rates[2], 0);
    assert_int_equal(week[1].rates[6], 600);
    assert_int_equal(week[2].first, day_of(2026, 1, 19));
    assert_int_equal(week[2].rates[3], 300);
    assert_int_equal(week[0].page.page, 7);
    assert_string_equal(week[0].page.title, "Ropes");
    assert_true(week[0].page.way_to == 0.25);
    assert_int_equal(week[2].page.page, 0);
    assert_int_equal(it.past->session_count, 5);
    assert_int_equal(week[0].first_session, 0);
    assert_int_equal(week[0].session_count, 2);
    assert_int_equal(week[3].first_session, 4);
    const struct past_session *session = it.past->sessions;
    assert_string_equal(session[0].id, "w2.1");
    assert_int_equal(session[0].start, 1140);
    assert_int_equal(session[0].minutes, 70);
    assert_string_equal(session[0].focus, "Knots & bends");
    assert_int_equal(session[0].item_count, 2);
    assert_string_equal(session[0].items[0], "a");
    assert_string_equal(session[0].items[1], "b");
    assert_int_equal(session[0].chapter_from, 3);
    assert_int_equal(session[0].chapter_to, 4);
    assert_int_equal(session[0].part, 2);
    assert_int_equal(session[0].parts, 5);
    assert_false(session[0].closes_month);
    assert_int_equal(session[1].item_count, 0);
    assert_true(session[3].closes_month);
    pool_free(it.pool);
}

static void test_lines(void **state)
{
    struct case_of it;

    (void)state;
    recall(&it, weeks, 4, sessions, 5);
    const struct page_record *page = &it.past->weeks[1].page;
    assert_int_equal(it.past->weeks[0].page.line_count, 1);
    assert_true(it.past->weeks[0].page.lines[0].coming);
    assert_int_equal(it.past->weeks[0].page.lines[0].date, day_of(2026, 1, 18));
    assert_int_equal(page->line_count, 2);
    assert_string_equal(page->lines[0].title, "Splice an eye");
    assert_string_equal(page->lines[0].note, "two left");
    assert_string_equal(page->lines[1].title, "A book");
    assert_true(page->lines[0].due && !page->lines[0].coming && !page->lines[1].due);
    assert_int_equal(page->lines[0].count, 4);
    assert_int_equal(page->lines[0].date, DAY_NONE);
    assert_string_equal(page->lines[0].target, "#week-9");
    assert_string_equal(page->lines[1].target, "");
    assert_true(page->lines[1].ticked && !page->lines[0].ticked);
    assert_int_equal(it.past->weeks[2].page.line_count, 0);
    pool_free(it.pool);
}

/* What is printed exact comes back exact. */
static void test_exact(void **state)
{
    uint64_t seed = 12345;

    (void)state;
    for (int i = 0; i < 300; i++) {
        struct case_of it;
        char row[256];
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        double from = ldexp((double)(seed >> 11), -53) * 900;
        snprintf(row, sizeof row,
                 "#1|#2026|#2|#46029|#46033||" RECORD_EXACT "|" RECORD_EXACT "|" RECORD_EXACT
                 "|300|#1|T|" RECORD_EXACT,
                 from, from * 1.1, from * 1.3, from / 1000);
        const char *const rows[] = {row};
        recall(&it, rows, 1, NULL, 0);
        assert_int_equal(it.past->week_count, 1);
        assert_true(it.past->weeks[0].from == from && it.past->weeks[0].middle == from * 1.1 &&
                    it.past->weeks[0].to == from * 1.3);
        assert_true(it.past->weeks[0].page.way_from == from / 1000);
        pool_free(it.pool);
    }
}

/* Rows moved, doubled and spoilt. */
static void test_sessions(void **state)
{
    static const char *const rows[] = {
        "w4.1 2026-01-19 600 30 0 0 0 0 0 b|Drill|Knots",
        "w2.2 2026-01-09 1140 50 0 0 0 0 0|Read|The book",
        " w2.1  2026-01-07 1140 70 0 0 0 0 0 a |Drill|Knots",
        "w2.1 2026-01-20 1140 70 0 0 0 0 0|Drill|a second of that id",
        "2026-01-19 600 30 0 0 0 0 0|Drill|no id",
        "d never 600 30 0 0 0 0 0|Drill|no date",
        "e 2026-01-19 600 0 0 0 0 0 0|Drill|no minutes",
        "f 2026-01-19 1439 2 0 0 0 0 0|Drill|past midnight",
        "g 2026-01-19 -1 30 0 0 0 0 0|Drill|before it",
        "h 2009-01-19 600 30 0 0 0 0 0|Drill|in no week",
        "i 2026-03-19 600 30 0 0 0 0 0|Drill|behind all",
        "j 2026-01-19 0 1441 0 0 0 0 0|Drill|too long",
        "l 2026-01-19 600 30.5 0 0 0 0 0|Drill|not whole",
        "#7|Drill|no words",
        "|Drill|none",
        "k 2026-01-19 0 1440 5 3 4 2 0 a|Drill|parts",
    };
    struct case_of it;

    (void)state;
    recall(&it, weeks, 4, rows, sizeof rows / sizeof *rows);
    assert_int_equal(it.past->session_count, 4);
    assert_string_equal(it.past->sessions[0].id, "w2.1");
    assert_int_equal(it.past->sessions[0].date, day_of(2026, 1, 7));
    assert_string_equal(it.past->sessions[1].id, "w2.2");
    assert_string_equal(it.past->sessions[2].id, "k");
    assert_int_equal(it.past->sessions[2].chapter_from, 0);
    assert_int_equal(it.past->sessions[2].parts, 0);
    assert_string_equal(it.past->sessions[3].id, "w4.1");
    assert_int_equal(it.past->weeks[2].first_session, 2);
    assert_int_equal(it.past->weeks[2].session_count, 2);
    assert_int_equal(it.past->weeks[3].session_count, 0);
    pool_free(it.pool);
}

static void test_broken_weeks(void **state)
{
    static const struct {
        size_t week;
        const char *row;
        size_t left;
    } cases[] = {
        {1, "#2|#2026|#3|#46034|#46040|ph|five|8|12|300", 1},
        {1, "", 1},
        {2, "#3|#2026|#4|#46040|#46047||12|14|16|300", 2},   /* over the one before */
        {2, "#3|#2026|#4|#46047|#46041||12|14|16|300", 2},   /* ends before it begins */
        {2, "#3|#2026|#4|#46041|#46447||12|14|16|300", 2},   /* a year long */
        {2, "#3|#2026|#4|#46041|#46047||12|11|16|300", 2},   /* its middle before it */
        {2, "#3|#2026|#4|#46041|#46047||12|14|nan|300", 2},  /* no number */
        {2, "#3|#2026|#4|#46041|#46047||12|14|1e99|300", 2}, /* nor that */
        {2, "#3|#2026|#4|#46041|#46047||12|14|16|300 300", 2},
        {2, "#3|#2026|#4|#46041|#46047||12|14|16|", 2},
        {2, "#3|#2026|#4|#46041|#46047||12|14|16|-5", 2},
        {2, "#3|#2026|#60|#46041|#46047||12|14|16|300", 2},
        {3, "#3|#2026|#4|#46041|#46047||12|14|16|300", 3}, /* the third again */
        {0, "#5|#2026|#6|#46055|#46061||20|21|22|300", 0}, /* the first is missing */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rows[4];
        struct case_of it;
        memcpy(rows, weeks, sizeof weeks);
        rows[cases[i].week] = cases[i].row;
        recall(&it, rows, 4, sessions, 5);
        assert_int_equal(it.past->week_count, cases[i].left);
        assert_int_equal(warnings(), 1);
        assert_true(it.past->damaged);
        size_t count = 0;
        for (size_t w = 0; w < it.past->week_count; w++)
            count += it.past->weeks[w].session_count;
        assert_int_equal(it.past->session_count, count);
        pool_free(it.pool);
    }
    report_reset();
}

/* Weeks that a program sorted otherwise are all there. */
static void test_weeks_sorted(void **state)
{
    const char *const rows[] = {weeks[3], weeks[1], weeks[2], weeks[0]};
    struct case_of it;

    (void)state;
    recall(&it, rows, 4, sessions, 5);
    assert_int_equal(it.past->week_count, 4);
    assert_int_equal(it.past->weeks[3].number, 4);
    assert_int_equal(warnings(), 0);
    assert_false(it.past->damaged);
    pool_free(it.pool);
    recall(&it, &rows[1], 3, sessions, 5); /* the last session lies in no week */
    assert_true(it.past->damaged);
    pool_free(it.pool);
}

static void assert_sound(const struct past *past)
{
    size_t at = 0;

    for (size_t w = 0; w < past->week_count; w++) {
        const struct past_week *week = &past->weeks[w];
        assert_int_equal(week->first_session, at);
        at += week->session_count;
        assert_true(at <= past->session_count);
        assert_true(week->first <= week->last && isfinite(week->to) && week->from <= week->to);
        assert_true(w == 0 || week->first > week[-1].last);
        for (size_t i = week->first_session; i < at; i++) {
            const struct past_session *session = &past->sessions[i];
            assert_true(session->date >= week->first && session->date <= week->last);
            assert_true(session->minutes >= 1 && session->start >= 0 &&
                        session->start + session->minutes <= 1440);
            assert_true(i == 0 || session->date >= session[-1].date);
        }
    }
    assert_int_equal(at, past->session_count);
}

/* Whatever stands in the cells, what is given hangs together. */
static void test_anything(void **state)
{
    static const char *const junk[] = {"",
                                       "!",
                                       "#-1",
                                       "#0",
                                       "#1",
                                       "#2",
                                       "#3",
                                       "#1e18",
                                       "#nan",
                                       "#46030",
                                       "#46045",
                                       "2026-01-20",
                                       "inf",
                                       "-inf",
                                       "a b a",
                                       "300 x",
                                       "w2.1",
                                       "#4294967297",
                                       "z 2026-01-20 99999999999 -4 1 0 2 1 x",
                                       "w2.1 2026-01-20 5 5 1 1 1 1 1 a",
                                       "4294967297 2 2026-01-20 x -1 y #a",
                                       "2 1 2026-01-20 1 99999999999 1 "};
    uint64_t seed = 99;

    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct case_of it = {.pool = pool_new()};
        report_reset();
        struct kept_table *tables[] = {
            kept_table_add(it.pool, &it.memory, "plan-week", WEEK_ROLES, weeks, 4),
            kept_table_add(it.pool, &it.memory, "plan-session", SESSION_ROLES, sessions, 5),
            kept_table_add(it.pool, &it.memory, "page-line", LINE_ROLES, lines, LINE_COUNT),
        };
        KEPT_TABLE(it.pool, &it.memory, "settings", "name value", "version|2", "plan|p");
        for (int change = 0; change < 1 + round % 5; change++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            struct kept_table *table = tables[(seed >> 33) % 3];
            const struct kept_row *row = &table->rows[(seed >> 36) % table->row_count];
            struct kept_cell *cells = (struct kept_cell *)row->cells;
            cells[(seed >> 40) % table->column_count] =
                kept_cell_of(junk[(seed >> 50) % (sizeof junk / sizeof *junk)]);
        }
        assert_true(recall_record(it.pool, &it.memory));
        assert_sound(&it.memory.past);
        pool_free(it.pool);
    }
    report_reset();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),        cmocka_unit_test(test_packed),
        cmocka_unit_test(test_lines),        cmocka_unit_test(test_exact),
        cmocka_unit_test(test_sessions),     cmocka_unit_test(test_broken_weeks),
        cmocka_unit_test(test_weeks_sorted), cmocka_unit_test(test_anything),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
