/* keys_test: rows are matched by key; by their words where somebody sorted these away from it. */
#include "memory/keys.h"
#include "memory/typed/imprint.h"
#include "support/hand_book.h"

static struct pool *pool;
static struct memory memory;

static int set_up(void **state)
{
    (void)state;
    pool = pool_new();
    memory = (struct memory){.path = "plan.xlsx"};
    report_reset();
    report_verbosity(-2);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

/* Tasks with the columns key, done and task: "k1|x|One\n"; known are k1 to k4: One to Three, and
 * One again. */
static void match_tasks(const char *grid)
{
    static const struct kept_column columns[] = {
        {"key", "Key", 0, 0}, {"done", "Done", 0, 1}, {"task", "Task", 0, 2}};
    static const struct known_item known[] = {
        {.id = "k1", .table = "tasks", .text = "One"},
        {.id = "k2", .table = "tasks", .text = "Two"},
        {.id = "k3", .table = "tasks", .text = "Three"},
        {.id = "k4", .table = "tasks", .text = "One"},
        {.id = "k5", .table = "reading", .text = "Five"},
    };
    struct read_sheet sheet = hand_sheet(pool, "Tasks", grid);
    struct kept_table *table = pool_alloc(pool, sizeof *table);
    struct kept_row *rows = pool_alloc(pool, 20 * sizeof *rows);

    *table =
        (struct kept_table){.role = "tasks", .tab = "Tasks", .columns = columns, .column_count = 3};
    for (size_t i = 0; i < sheet.cell_count; i++) {
        const struct placed_cell *placed = &sheet.cells[i];
        if (placed->row >= table->row_count) {
            struct kept_cell *cells = pool_alloc(pool, 3 * sizeof *cells);
            cells[0] = cells[1] = cells[2] = (struct kept_cell){.text = "", .format = "General"};
            rows[table->row_count++] = (struct kept_row){"", cells, placed->row + 1};
        }
        struct kept_row *row = &rows[placed->row];
        ((struct kept_cell *)row->cells)[placed->column] = placed->cell;
        if (placed->column == 0)
            row->key = placed->cell.text;
    }
    table->rows = rows;
    memory.known = known;
    memory.known_count = sizeof known / sizeof *known;
    memory.tables = table;
    memory.table_count = 1;
    keys_match(pool, &memory);
}

/* The keys of all rows: "k1,,k3". */
static const char *keys_of(void)
{
    const char *keys = "";

    for (size_t i = 0; i < memory.tables[0].row_count; i++)
        keys = pool_print(pool, "%s%s%s", keys, i > 0 ? "," : "", memory.tables[0].rows[i].key);
    return keys;
}

static void assert_keys(const char *grid, const char *expected, size_t said)
{
    size_t count;

    report_reset();
    match_tasks(grid);
    assert_string_equal(keys_of(), expected);
    report_findings(&count);
    assert_int_equal(count, said);
}

static void test_items(void **state)
{
    (void)state;
    assert_keys("k1|x|One\nk2||Two\n||mine\nk3||Three\nk4||One\n", "k1,k2,,k3,k4", 0);
    /* words in another case, blanks: what programs do */
    assert_keys("k1|x|ONE \nk2||two\n", "k1,k2", 0);
    /* a repeated key */
    assert_keys("k1|x|One\nk1|x|One\nk1||mine\n", "k1,,", 0);
    /* pasted over the key of another row: it is that row's still, which says what it is */
    assert_keys("k1||Three\nk2||Two\nk1|x|One\nk3||Three\n", ",k2,k1,k3", 0);
    assert_keys("k1||Three\nk2||Two\nk1|x|One\n", "k3,k2,k1", 1);
    /* words that the learner put right */
    assert_keys("k1|x|One and a half\nk2||Two\n", "k1,k2", 0);
    /* unknown keys stay: what they mean is for others to say */
    assert_keys("gone|x|Something\nk5||Five\n", "gone,k5", 0);
    /* an own row with the words of a known one stays one's own */
    assert_keys("k1|x|One\n||Two\n", "k1,", 0);
}

static void test_sorted(void **state)
{
    size_t count;

    (void)state;
    assert_keys("k1|x|Two\nk2||Three\nk3||One\n", "k2,k3,k1", 1);
    const struct finding *findings = report_findings(&count);
    assert_string_equal(
        findings[0].message,
        "plan.xlsx: on the sheet Tasks 3 rows no longer stood beside the hidden key "
        "that belongs to their words; the words say which row it is");
    /* two of the same words take their keys in turn */
    assert_keys("k1||Three\nk2||One\nk3||Two\nk4||One\n", "k3,k1,k2,k4", 1);
    /* sorted, and words changed in one that lost its key to another */
    assert_keys("k1||Two\nk2||Eins\nk3||Three\n", "k2,,k3", 1);
    /* two changed places, the words of one taken by none */
    assert_keys("k1||Two\nk2||Two\n", "k1,k2", 0);
}

/* Tasks with the columns key, task and details; known are k1 to k3: One in three places, the last
 * two showing the same. */
static void assert_details(const char *rows[][3], size_t count, const char *expected)
{
    static const struct kept_column columns[] = {
        {"key", "Key", 0, 0}, {"task", "Task", 0, 1}, {"details", "Details", 0, 2}};
    struct known_item known[3];
    struct kept_row *kept = pool_alloc(pool, count * sizeof *kept);

    for (int i = 0; i < 3; i++) {
        struct kept_cell details = hand_cell(pool, i == 0 ? "here" : "there");
        known[i] = (struct known_item){
            .id = pool_print(pool, "k%d", i + 1),
            .table = "tasks",
            .text = "One",
            .shown = pool_print(pool, "phase:1a2b3c4d details:%s", mark_of_shown(pool, &details))};
    }
    for (size_t i = 0; i < count; i++) {
        struct kept_cell *cells = pool_alloc(pool, 3 * sizeof *cells);
        for (int c = 0; c < 3; c++)
            cells[c] = hand_cell(pool, rows[i][c]);
        kept[i] = (struct kept_row){cells[0].text, cells, (uint32_t)i + 5};
    }
    const struct kept_table table = {"tasks", "Tasks", columns, 3, kept, count};
    memory.known = known;
    memory.known_count = 3;
    memory.tables = &table;
    memory.table_count = 1;
    keys_match(pool, &memory);
    assert_string_equal(keys_of(), expected);
}

/* Of the same words what else the row shows tells which it is. */
static void test_same_words(void **state)
{
    const char *as_written[][3] = {
        {"k1", "One", "here"}, {"k2", "One", "there"}, {"k3", "One", "there"}};
    const char *sorted[][3] = {
        {"k1", "One", "there"}, {"k2", "One", "there"}, {"k3", "One", "here"}};
    const char *edited[][3] = {
        {"k1", "One", "my own"}, {"k2", "One", "there"}, {"k3", "One", "there"}};
    const char *both[][3] = {
        {"k1", "One", "there"}, {"k2", "One", "here"}, {"k3", "One", "my own"}};
    const char *without[][3] = {{"", "One", "there"}, {"", "One", "here"}};
    const char *pasted[][3] = {{"k1", "One", "mine"}, {"k1", "One", "here"}, {"", "One", "there"}};

    (void)state;
    assert_details(as_written, 3, "k1,k2,k3");
    assert_details(sorted, 3, "k3,k2,k1");
    assert_details(edited, 3, "k1,k2,k3");
    assert_details(both, 3, "k2,k1,k3");
    assert_details(without, 2, "k2,k1");
    assert_details(pasted, 3, ",k1,");
}

/* The tick of the roadmap's own goes with the key: the learner's beside it is the learner's. */
static void test_given(void **state)
{
    static const struct kept_column columns[] = {
        {"key", "Key", 0, 0}, {"given", "Given", 0, 1}, {"task", "Task", 0, 2}};
    static const struct known_item known[] = {{.id = "k1", .table = "tasks", .text = "One"},
                                              {.id = "k2", .table = "tasks", .text = "Two"}};
    struct kept_cell cells[][3] = {
        {hand_cell(pool, "k1"), hand_cell(pool, "☑"), hand_cell(pool, "Two")},
        {hand_cell(pool, "k2"), hand_cell(pool, "☐"), hand_cell(pool, "One")},
    };
    const struct kept_row rows[] = {{"k1", cells[0], 5}, {"k2", cells[1], 6}};
    const struct kept_table table = {"tasks", "Tasks", columns, 3, rows, 2};

    (void)state;
    memory.known = known;
    memory.known_count = 2;
    memory.tables = &table;
    memory.table_count = 1;
    keys_match(pool, &memory);
    assert_string_equal(keys_of(), "k2,k1");
    assert_string_equal(memory.tables[0].rows[0].cells[1].text, "☐");
    assert_string_equal(memory.tables[0].rows[1].cells[1].text, "☑");
    assert_string_equal(cells[0][1].text, "☑");
}

/* What stands beside a repeated key is what roadbook gave the row that keeps it. */
static void test_given_beside_repeated(void **state)
{
    static const struct kept_column columns[] = {
        {"key", "Key", 0, 0}, {"given", "Given", 0, 1}, {"task", "Task", 0, 2}};
    static const struct known_item known[] = {{.id = "k1", .table = "tasks", .text = "One"}};
    struct kept_cell cells[][3] = {
        {hand_cell(pool, "k1"), hand_cell(pool, "☐"), hand_cell(pool, "mine")},
        {hand_cell(pool, "k1"), hand_cell(pool, "☑"), hand_cell(pool, "One")},
    };
    const struct kept_row rows[] = {{"k1", cells[0], 5}, {"k1", cells[1], 6}};
    const struct kept_table table = {"tasks", "Tasks", columns, 3, rows, 2};

    (void)state;
    memory.known = known;
    memory.known_count = 1;
    memory.tables = &table;
    memory.table_count = 1;
    keys_match(pool, &memory);
    assert_string_equal(keys_of(), ",k1");
    assert_string_equal(memory.tables[0].rows[1].cells[1].text, "☑");
}

/* Blank rows were sorted to the top, too: the words slid away from all keys. */
static void test_slid(void **state)
{
    (void)state;
    assert_keys("|x|Three\n||One\n||mine\n||One\nk1||\nk3||\nk4||\n", "k3,k1,,k4,,,", 0);
    /* one's own row with words of a row that has them */
    assert_keys("k1|x|One\n||One\nk2||\n", "k1,,k2", 0);
}

static void test_without_keys(void **state)
{
    (void)state;
    assert_keys("|x|Two\n||Three\n||mine\n||One\n||One\n||One\n", "k2,k3,,k1,k4,", 0);
}

/* Sessions go by day and focus. */
static void test_log(void **state)
{
    static const struct past_session sessions[] = {
        {.id = "s1", .date = 20454, .focus = "Rust"}, /* 2026-01-01, serial 46023 */
        {.id = "s2", .date = 20455, .focus = "Rust"},
        {.id = "s3", .date = 20456, .focus = "Rust"},
    };
    static const struct kept_column columns[] = {
        {"id", "Id", 0, 0}, {"date", "Date", 0, 1}, {"task", "Task", 0, 2}};
    struct kept_cell cells[][3] = {
        {hand_cell(pool, "s1"), hand_cell(pool, "~46024"), hand_cell(pool, "Rust")},
        {hand_cell(pool, "s2"), hand_cell(pool, "2026-01-01"), hand_cell(pool, "Rust")},
        {hand_cell(pool, "s3"), hand_cell(pool, "~46030"), hand_cell(pool, "Rust")},
        {{.text = ""}, hand_cell(pool, "~46030"), hand_cell(pool, "Rust")},
    };
    const struct kept_row rows[] = {
        {"s1", cells[0], 5}, {"s2", cells[1], 6}, {"s3", cells[2], 7}, {"", cells[3], 8}};
    const struct kept_table table = {"log", "Log", columns, 3, rows, 4};

    (void)state;
    memory.past.sessions = sessions;
    memory.past.session_count = 3;
    memory.tables = &table;
    memory.table_count = 1;
    keys_match(pool, &memory);
    assert_string_equal(keys_of(), "s2,s1,s3,");
    assert_string_equal(table.rows[0].key, "s1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_items, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sorted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_same_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_given, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_given_beside_repeated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_slid, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_without_keys, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_log, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
