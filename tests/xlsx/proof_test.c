/* proof: a tracker that lacks an entry of the old one, or has one twice, is found out; and what the
 * exporter makes of an old tracker holds. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/hash.h"
#include "base/report.h"
#include "support/kept_tables.h"
#include "support/small_plan.h"
#include "xlsx/cells/carried.h"
#include "xlsx/proof.h"

#include "support/one_file.h"

#define LOG_ROLES "id date category hours planned task notes -"

static struct kept_table *log_of(struct pool *pool, struct memory *memory, const char *const *rows,
                                 size_t count)
{
    struct kept_table *table = kept_table_add(pool, memory, "log", LOG_ROLES, rows, count);

    for (size_t i = 0; i < count; i++) {
        struct kept_row *row = (struct kept_row *)&table->rows[i];
        row->key = row->cells[0].text;
    }
    return table;
}

static bool is_proved(const struct memory *old, const struct memory *made)
{
    struct edition edition = {.memory = old};
    struct plan plan = {0};
    struct tracker tracker = {.pool = pool_new(), .edition = &edition, .plan = &plan};
    struct text fault = TEXT_INIT;

    carried_of(&tracker, &log_sheet);
    bool good = proof_of_entries(&tracker, made, &fault);
    assert_int_equal(good, fault.length == 0);
    text_free(&fault);
    pool_free(tracker.pool);
    return good;
}

static void entries_are_looked_for_one_by_one(void **state)
{
    static const char *const old_rows[] = {"s-1|#46030|Reading|1:30|#1|Task|why|9",
                                           "|#46031|Own|#2|||again|", "|#46031|Own|#2|||again|"};
    static const struct {
        const char *rows[3];
        bool good;
    } cases[] = {
        {{"|#46031|Own|#2|||again|", "s-1|#46030|Reading|#1.5|#1|Task|why|9",
          "|#46031|Own|#2|||again|"},
         true},
        /* another hour, no note, no own column, one row of two, a date less */
        {{"|#46031|Own|#2|||again|", "s-1|#46030|Reading|#1.25|#1|Task|why|9",
          "|#46031|Own|#2|||again|"},
         false},
        {{"|#46031|Own|#2|||again|", "s-1|#46030|Reading|#1.5|#1|Task||9",
          "|#46031|Own|#2|||again|"},
         false},
        {{"|#46031|Own|#2|||again|", "s-1|#46030|Reading|#1.5|#1|Task|why|",
          "|#46031|Own|#2|||again|"},
         false},
        {{"|#46031|Own|#2|||again|", "s-1|#46030|Reading|#1.5|#1|Task|why|9", ""}, false},
        {{"|#46031|Own|#2|||again|", "s-1|#46030|Reading|#1.5|#1|Task|why|9", "||Own|#2|||again|"},
         false},
    };
    struct pool *pool = pool_new();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct memory old = {.version = 2}, made = {.version = 2};
        log_of(pool, &old, old_rows, 3);
        log_of(pool, &made, cases[i].rows, 3);
        assert_int_equal(is_proved(&old, &made), cases[i].good);
    }
    pool_free(pool);
}

static void an_hour_more_is_found_out(void **state)
{
    static const char *const rows[] = {"|#46031|Own|#2||||", "|#46031|Own|#2||||"};
    struct memory old = {.version = 2}, made = {.version = 2};
    struct pool *pool = pool_new();

    (void)state;
    log_of(pool, &old, rows, 1);
    log_of(pool, &made, rows, 2);
    assert_false(is_proved(&old, &made));
    assert_true(is_proved(&old, &old));
    pool_free(pool);
}

/* Renders the small plan with MEMORY, and reads what came of it. */
static const struct memory *render_and_read(struct small_plan *small, const struct memory *memory)
{
    struct text out = TEXT_INIT, why = TEXT_INIT;
    const struct memory *made;

    small->edition.memory = memory;
    small->edition.memory_state = MEMORY_READ;
    assert_int_not_equal(tracker_exporter.render(&small->edition, &out), RENDER_FAILED);
    assert_int_equal(memory_read_bytes(small->pool, path, out.bytes, out.length, &made, &why),
                     MEMORY_READ);
    text_free(&out);
    text_free(&why);
    return made;
}

static size_t rows_with(const struct memory *memory, const char *role, const char *column,
                        const char *text)
{
    const struct kept_table *table = memory_table(memory, role);
    int at = table ? kept_column_find(table, column) : -1;
    size_t count = 0;

    for (size_t i = 0; at >= 0 && i < table->row_count; i++)
        count += strcmp(table->rows[i].cells[at].text, text) == 0;
    return count;
}

static void what_was_written_comes_back_once_each_time(void **state)
{
    static const char *const rows[] = {
        "session-1.1|#46029|Reading|1:30|#1.17|Knots & bends|first|happy",
        "9f3c2a51-7a0e-5b1d-9c44-2d6f8e1b7a90|#46029|Reading|#2|#1|Gone|of a session that is gone|",
        "8f3c2a51-7a0e-5b1d-9c44-2d6f8e1b7a90|#46029|Reading||#1|Nothing in it||",
        "|#46040|My own|half an evening|about two|At the harbour|own|",
        "|some day|My own|#3||||",
    };
    static const char *const chores[] = {
        "0f3c2a51-7a0e-5b1d-9c44-2d6f8e1b7a90|☐|☑|Was a task|||||||said of it",
        "|||Mine alone|||||||"};
    struct small_plan small;

    (void)state;
    report_reset();
    small_make(&small, path);
    struct memory first = {.path = path,
                           .version = 2,
                           .plan_id = small.plan.id,
                           .title = "",
                           .built = DAY_NONE,
                           .start = small.schedule.start,
                           .past.today = DAY_NONE,
                           .lost = ""};
    log_of(small.pool, &first, rows, 5);
    struct kept_table *tasks = kept_table_add(
        small.pool, &first, "tasks",
        "key given done task details section phase from due done-on notes", chores, 2);
    ((struct kept_row *)tasks->rows)->key = tasks->rows[0].cells[0].text;
    struct placed_cell cells[] = {
        {0, 0, {CELL_TEXT, "=1+1", 0, NULL, "General"}, "a comment"},
        {1, 2, {CELL_NUMBER, "0.5", 0.5, "A1*2", "0.0%"}, NULL},
    };
    struct kept_sheet sheet = {.name = "log", .cells = cells, .cell_count = 2, .lost = ""};
    first.sheets = &sheet;
    first.sheet_count = 1;
    const struct memory *made = &first;
    for (int i = 0; i < 3; i++) {
        made = render_and_read(&small, made);
        assert_int_equal(rows_with(made, "log", "notes", "first"), 1);
        assert_int_equal(rows_with(made, "log", "notes", "of a session that is gone"), 1);
        assert_int_equal(rows_with(made, "log", "hours", "half an evening"), 1);
        assert_int_equal(rows_with(made, "log", "date", "some day"), 1);
        assert_int_equal(rows_with(made, "log", "task", "Nothing in it"), 0);
        assert_int_equal(memory_table(made, "log")->row_count, SMALL_SESSIONS + 3);
        assert_int_equal(rows_with(made, "tasks", "task", "Mine alone"), 1);
        assert_int_equal(rows_with(made, "tasks", "task", "Was a task"), 0);
        assert_int_equal(rows_with(made, "old", "content", "said of it"), 1);
        assert_int_equal(rows_with(made, "old", "content", "about two"), 1);
        assert_int_equal(memory_table(made, "old")->row_count, 4);
        assert_int_equal(made->sheet_count, 1);
        assert_string_equal(made->sheets[0].name, "log (2)");
        assert_string_equal(made->sheets[0].cells[0].cell.text, "=1+1");
        assert_string_equal(made->sheets[0].cells[0].comment, "a comment");
        assert_string_equal(made->sheets[0].cells[1].cell.formula, "A1*2");
        assert_string_equal(made->sheets[0].cells[1].cell.format, "0.0%");
        const struct kept_table *log = memory_table(made, "log");
        assert_string_equal(log->columns[log->column_count - 1].header, "-");
    }
    report_reset();
    small_free(&small);
}

/* A tracker with more text than is read could be written, but no build would read it again. */
static void what_the_next_build_cannot_read_is_not_written(void **state)
{
    enum { CELLS = 600, LENGTH = 30000 };
    static struct placed_cell cells[CELLS];
    static char texts[CELLS][LENGTH + 1];
    uint32_t random = 1; /* what repeats is packed too well to be believed */
    struct small_plan small;
    struct text bytes = TEXT_INIT;

    (void)state;
    report_reset();
    small_make(&small, path);
    for (uint32_t i = 0; i < CELLS; i++) {
        for (size_t k = 0; k < LENGTH; k++)
            texts[i][k] = (char)('a' + (random = random * 1103515245 + 12345) / 65536 % 26);
        cells[i] = (struct placed_cell){
            .row = i, .cell = {.kind = CELL_TEXT, .text = texts[i], .format = "General"}};
    }
    struct kept_sheet sheet = {.name = "Mine", .cells = cells, .cell_count = CELLS, .lost = ""};
    struct memory memory = {.path = path,
                            .plan_id = "",
                            .title = "",
                            .built = DAY_NONE,
                            .start = DAY_NONE,
                            .last_build = {DAY_NONE, .moved_on = DAY_NONE},
                            .past.today = DAY_NONE,
                            .carried_from = "",
                            .lost = "",
                            .sheets = &sheet,
                            .sheet_count = 1};
    write_file("", 0);
    memory.digest = hash_bytes(HASH_START, "", 0);
    small.edition.memory = &memory;
    small.edition.memory_state = MEMORY_READ;
    assert_int_equal(tracker_exporter.render(&small.edition, &bytes), RENDER_FAILED);
    sheet.cell_count = CELLS / 2;
    text_clear(&bytes);
    assert_int_equal(tracker_exporter.render(&small.edition, &bytes), RENDERED_OVER_CARRIED);
    report_reset();
    text_free(&bytes);
    small_free(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_looked_for_one_by_one),
        cmocka_unit_test(an_hour_more_is_found_out),
        cmocka_unit_test(what_was_written_comes_back_once_each_time),
        cmocka_unit_test(what_the_next_build_cannot_read_is_not_written),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
