/* tables_test: tables are found wherever a learner or another program left them, and nothing that
 * stands in them stays behind. */
#include "memory/columns.h"
#include "memory/tables.h"
#include "support/hand_book.h"

#define ID   "11111111-1111-5111-8111-111111111111"
#define ID_2 "22222222-2222-5222-8222-222222222222"

static struct pool *pool;
static struct memory memory;
static struct text why;

static int set_up(void **state)
{
    (void)state;
    pool = pool_new();
    memory = (struct memory){.path = "plan.xlsx"};
    text_clear(&why);
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

static enum memory_state find(struct read_sheet *sheets, size_t count)
{
    struct read_book book = hand_book(sheets, count);

    return tables_find(pool, &book, false, &memory, &why);
}

static const struct kept_table *table_of(const char *role)
{
    for (size_t i = 0; i < memory.table_count; i++)
        if (strcmp(memory.tables[i].role, role) == 0)
            return &memory.tables[i];
    fail_msg("no table %s", role);
    return NULL;
}

static const struct kept_table *find_log(const char *grid)
{
    struct read_sheet sheet = hand_sheet(pool, "Log", grid);

    memory = (struct memory){.path = "plan.xlsx"};
    assert_int_equal(find(&sheet, 1), MEMORY_READ);
    return table_of("log");
}

static void test_plain(void **state)
{
    (void)state;
    const struct kept_table *log =
        find_log(LOG_TOP ID "|~46024|Build|~1.5|Rust|good\n\n|~46025||1:30\n");
    assert_string_equal(column_words(pool, log), "id|date|category|hours|task|notes");
    assert_int_equal(log->row_count, 2);
    assert_string_equal(row_words(pool, log, 0), ID "|46024|Build|1.5|Rust|good");
    assert_string_equal(row_words(pool, log, 1), "|46025||1:30||");
    assert_string_equal(log->rows[0].key, ID);
    assert_string_equal(log->rows[1].key, "");
    assert_int_equal(log->rows[1].line, 7);
    assert_string_equal(log->rows[1].cells[2].format, "General");
    assert_string_equal(memory.lost, "");
}

/* The whole table moved, a column put in between, one renamed, one without a header, the sheet
 * renamed. */
static void test_moved(void **state)
{
    struct read_sheet sheet = hand_sheet(pool, "Mein Logbuch",
                                         "my notes\n\n\n\n\n\n|" LOG_ROLES "|" LOG_ROLES_2
                                         "\n\n|Id|Datum|Category|Hours|Mood|Task|Notes|Pages\n"
                                         "|" ID "|~46024|Build|~2|fine|Rust||~12|stray\n"
                                         "||~46025|||so so\n"
                                         "left\n");

    (void)state;
    assert_int_equal(find(&sheet, 1), MEMORY_READ);
    const struct kept_table *log = table_of("log");
    assert_string_equal(column_words(pool, log),
                        "''|id|date|category|hours|'Mood'|task|notes|'Pages'|''");
    assert_string_equal(log->columns[2].header, "Datum");
    for (uint32_t i = 0; i < log->column_count; i++)
        assert_int_equal(log->columns[i].at, i);
    assert_string_equal(log->tab, "Mein Logbuch");
    assert_int_equal(log->row_count, 3);
    assert_string_equal(row_words(pool, log, 0), "|" ID "|46024|Build|2|fine|Rust||12|stray");
    assert_string_equal(row_words(pool, log, 1), "||46025|||so so||||");
    assert_string_equal(row_words(pool, log, 2), "left|||||||||");
}

static void test_side_by_side(void **state)
{
    struct read_sheet sheet = hand_sheet(pool, "Roadbook",
                                         "Roadbook\n\n"
                                         "#roadbook:settings:name|#roadbook:settings:value||"
                                         "#roadbook:keys:key|#roadbook:keys:text\n"
                                         "Setting|Value||Key|Text\n"
                                         "plan|p1||" ID "|One\n"
                                         "start|2026-01-05\n"
                                         "|||" ID_2 "|Two\n");

    (void)state;
    assert_int_equal(find(&sheet, 1), MEMORY_READ);
    assert_int_equal(memory.table_count, 2);
    assert_int_equal(table_of("keys")->columns[1].at, 4);
    assert_string_equal(column_words(pool, table_of("settings")), "name|value");
    assert_int_equal(table_of("settings")->row_count, 2);
    assert_int_equal(table_of("keys")->row_count, 2);
    assert_string_equal(row_words(pool, table_of("keys"), 1), ID_2 "|Two");
    assert_string_equal(table_of("keys")->rows[1].key, ID_2);
}

static void test_below_each_other(void **state)
{
    struct read_sheet sheet = hand_sheet(pool, "All",
                                         LOG_TOP ID "|~46024||~1\n"
                                                    "\n"
                                                    "#roadbook:budget:key|#roadbook:budget:item\n"
                                                    "Key|Item\n" ID_2 "|A book\n"
                                                    "|mine\n");

    (void)state;
    assert_int_equal(find(&sheet, 1), MEMORY_READ);
    assert_int_equal(table_of("log")->row_count, 1);
    assert_int_equal(table_of("budget")->row_count, 2);
    assert_string_equal(row_words(pool, table_of("budget"), 1), "|mine");
}

/* Somebody copied the table's top once more, or deleted its header, or sorted the whole sheet. */
static void test_rows_are_never_taken_for_headers(void **state)
{
    (void)state;
    const struct kept_table *log =
        find_log(LOG_TOP ID "|~46024||~1\n" LOG_ROLES LOG_ROLES_2
                            "\nId|Date|Category|Hours|Task|Notes\n|~46025||~2\n");
    assert_int_equal(log->row_count, 2);
    log = find_log("Log\nHow to\n" LOG_ROLES LOG_ROLES_2 "\n" ID "|~46024||~1\n|~46025||~2\n");
    assert_int_equal(log->row_count, 2);
    assert_string_equal(row_words(pool, log, 0), ID "|46024||1||");
    log = find_log(ID "|~46024|Build|~1\n|~46025|Read|~2\nLog\nHow to\n" LOG_ROLES LOG_ROLES_2
                      "\nId|Date|Category|Hours|Task|Notes\n");
    assert_int_equal(log->row_count, 2);
    assert_string_equal(row_words(pool, log, 1), "|46025|Read|2||");
}

/* A token that got lost is made up for by the header; a column of one's own is not taken for
 * roadbook's. */
static void test_lost_token(void **state)
{
    (void)state;
    const struct kept_table *log =
        find_log("Log\n\n#roadbook:log:id|#roadbook:log:date||#roadbook:log:task\n"
                 "Id|Date|Hours|Task|Planned\n" ID "|~46024|~2|Rust|~9\n");
    assert_string_equal(column_words(pool, log), "id|date|hours|task|'Planned'");
    log = find_log("Log\n\n#roadbook:log:id|#roadbook:log:hours|#roadbook:log:hours\n"
                   "Id|Hours|Hours\n" ID "|~1|~2\n");
    assert_string_equal(column_words(pool, log), "id|hours|'Hours'");
}

static void test_copied_sheet(void **state)
{
    struct read_sheet sheets[] = {
        hand_sheet(pool, "Log (2)", LOG_TOP ID "|~46024||~7\n"),
        hand_sheet(pool, "Log", LOG_TOP ID "|~46024||~1\n"),
    };
    size_t count;

    (void)state;
    assert_int_equal(find(sheets, 2), MEMORY_READ);
    assert_int_equal(memory.table_count, 1);
    assert_string_equal(row_words(pool, table_of("log"), 0), ID "|46024||1||");
    assert_int_equal(memory.sheet_count, 1);
    assert_string_equal(memory.sheets[0].name, "Log (2)");
    assert_int_equal(memory.sheets[0].cell_count, sheets[0].cell_count - 6);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_string_equal(findings[0].message, "plan.xlsx: the sheet Log (2) is a copy of Log; it is "
                                             "kept, but what it says does not count");
}

/* The copy of a sheet that fills itself, written down without its tokens, stays the learner's. */
static void test_copied_show(void **state)
{
    struct read_sheet sheets[] = {
        hand_sheet(pool, "Log", LOG_TOP),
        hand_sheet(pool, "Phases Copy", "Phases\nFills itself from the Log.\n|my note\n"),
        hand_sheet(pool, "Phases",
                   "Phases\nFills itself from the Log.\n#roadbook:phases:phase\nPhase\nOne\n"),
    };

    (void)state;
    assert_int_equal(find(sheets, 3), MEMORY_READ);
    assert_int_equal(memory.sheet_count, 1);
    assert_string_equal(memory.sheets[0].name, "Phases Copy");
}

static void test_sheets_of_ours_and_others(void **state)
{
    struct read_sheet sheets[] = {
        hand_sheet(pool, "Overview",
                   "Plan\n2026-01-05 to 2026-06-07: 22 weeks of 5 h. Fills "
                   "itself from the other sheets.\nAs of|~46024\n"),
        hand_sheet(pool, "Today", "Tonight\n\n#roadbook:today:sheet\n|Rust\n"),
        hand_sheet(pool, "Log", LOG_TOP),
        hand_sheet(pool, "Sketch", "a|=B1*2~4\n"),
        hand_sheet(pool, "Empty", ""),
        hand_sheet(pool, "From your old file",
                   "\n\n#roadbook:old:sheet|#roadbook:old:text\n"
                   "Sheet|Text\nTasks|gone\n"),
    };

    (void)state;
    sheets[3].lost = "a chart";
    assert_int_equal(find(sheets, sizeof sheets / sizeof *sheets), MEMORY_READ);
    assert_int_equal(memory.table_count, 2);
    assert_string_equal(row_words(pool, table_of("old"), 0), "Tasks|gone");
    assert_int_equal(memory.sheet_count, 2);
    assert_string_equal(memory.sheets[0].name, "Sketch");
    assert_string_equal(memory.sheets[0].cells[1].cell.formula, "B1*2");
    assert_string_equal(memory.sheets[0].lost, "a chart");
    assert_string_equal(memory.lost, "");
}

static void test_foreign(void **state)
{
    struct read_sheet sheet =
        hand_sheet(pool, "Log", "Date|Category|Hours|Task|Notes\n~46024||~1\n");

    (void)state;
    assert_int_equal(find(&sheet, 1), MEMORY_FOREIGN);
    assert_string_equal(text_string(&why), "it is no tracker that roadbook made");
}

static void test_without_role_rows(void **state)
{
    struct read_sheet sheets[] = {
        hand_sheet(pool, "Tasks", "#roadbook:tasks:key|#roadbook:tasks:task\nKey|Task\n"),
        hand_sheet(pool, "My list", "x\nDate|Weather\n"),
        hand_sheet(pool, "Hours",
                   "Log\nHow to\nID|date|Category|Hours |Task|Notes|Mood\n" ID
                   "|~46024|Build|~1|||fine\n"),
    };

    (void)state;
    assert_int_equal(find(sheets, 3), MEMORY_READ);
    const struct kept_table *log = table_of("log");
    assert_string_equal(column_words(pool, log), "id|date|category|hours|task|notes|'Mood'");
    assert_int_equal(log->row_count, 1);
    assert_string_equal(row_words(pool, log, 0), ID "|46024|Build|1|||fine");
    assert_int_equal(memory.sheet_count, 1);
}

static void test_lost(void **state)
{
    struct read_sheet sheets[] = {
        hand_sheet(pool, "Log", LOG_TOP ID "|~46024||~1\n"),
        hand_sheet(pool, "Tasks", "#roadbook:tasks:key|#roadbook:tasks:task\nKey|Task\n"),
        hand_sheet(pool, "Weeks", "#roadbook:weeks:number\nWeek\n~1\n"),
        hand_sheet(pool, "Dashboard", "Bookbinding\n#roadbook:dashboard:sheet\n"),
    };
    struct placed_cell *cells = (struct placed_cell *)sheets[1].cells;

    (void)state;
    sheets[0].lost =
        "filters, pictures, conditional formats, lists to choose from, merged cells, links";
    sheets[2].lost = "a chart";
    sheets[3].lost = "charts, conditional formats";
    sheets[3].charts = 4;
    cells[0].comment = "why?";
    assert_int_equal(find(sheets, 4), MEMORY_READ);
    assert_string_equal(memory.lost, "Log: pictures, merged cells; Weeks: a chart");
    /* a comment is carried */
    assert_int_equal(memory.stray_count, 1);
    assert_string_equal(memory.strays[0].tab, "Tasks");
    assert_string_equal(memory.strays[0].rows[0].cells[0].text, "why?");
    /* one more than roadbook puts there */
    sheets[3].charts = 5;
    assert_int_equal(find(sheets, 4), MEMORY_READ);
    assert_string_equal(memory.lost,
                        "Log: pictures, merged cells; Weeks: a chart; Dashboard: charts");
}

static void test_our_tables_are_dropped(void **state)
{
    struct read_sheet sheets[] = {
        hand_sheet(pool, "Weeks", "#roadbook:weeks:number\nWeek\n~1\n"),
        hand_sheet(pool, "Log", LOG_TOP),
        hand_sheet(pool, "Roadbook", "#roadbook:plan-week:number||#roadbook:keys:key\nWeek||Key\n"),
        hand_sheet(pool, "Later", "#roadbook:moods:mood\nMood\nfine\n"),
    };

    (void)state;
    assert_int_equal(find(sheets, 4), MEMORY_READ);
    assert_int_equal(memory.table_count, 5);
    tables_drop_ours(pool, &memory);
    assert_int_equal(memory.table_count, 2);
    assert_int_equal(memory.laid_count, 5); /* formulas may refer to them */
    assert_non_null(table_of("log"));
    assert_non_null(table_of("moods")); /* of an edition to come */
}

static void test_own_columns_stay(void **state)
{
    struct read_sheet sheets[] = {
        hand_sheet(pool, "Weeks", "#roadbook:weeks:number|\nWeek|Mood\n~1|\n~2|fine\n"),
        hand_sheet(pool, "Phases", "#roadbook:phases:phase|\nPhase|Mood\nOne|\n"),
        hand_sheet(pool, "Sessions", "#roadbook:sessions:date\nDate\n~1\n"),
    };

    (void)state;
    assert_int_equal(find(sheets, 3), MEMORY_READ);
    tables_drop_ours(pool, &memory);
    assert_int_equal(memory.table_count, 2);
    assert_string_equal(table_of("weeks")->rows[1].cells[1].text, "fine");
    assert_string_equal(table_of("phases")->columns[1].header, "Mood"); /* nothing below it yet */
}

/* Days of a book that counts from 1904 come out as days from 1900; hours stay. */
static void test_mac_epoch(void **state)
{
    struct read_sheet sheets[] = {
        hand_sheet(pool, "Log", LOG_TOP ID "|~44562|Build|~1\n"),
        hand_sheet(pool, "Own", "~44562{d/m/yyyy}|~44562\n"),
    };
    struct read_book book = hand_book(sheets, 2);
    day date = DAY_NONE;

    (void)state;
    book.mac_epoch = true;
    assert_int_equal(tables_find(pool, &book, false, &memory, &why), MEMORY_READ);
    assert_true(cell_day(&table_of("log")->rows[0].cells[1], &date));
    assert_int_equal(date, day_of(2026, 1, 2));
    assert_string_equal(row_words(pool, table_of("log"), 0), ID "|46024|Build|1||");
    assert_string_equal(memory.sheets[0].cells[0].cell.text, "46024");
    assert_string_equal(memory.sheets[0].cells[1].cell.text, "44562");
}

/* A cell far away from the others makes no room grow. */
static void test_too_many_cells(void **state)
{
    enum { ROWS = 100000, COLUMNS = 16000 };
    struct read_sheet sheet = {.name = "Log", .lost = ""};
    struct placed_cell *cells = pool_alloc(pool, (ROWS + COLUMNS + 1) * sizeof *cells);

    (void)state;
    cells[0] = (struct placed_cell){0, 0, hand_cell(pool, "#roadbook:log:hours"), NULL};
    for (uint32_t i = 0; i < COLUMNS; i++)
        cells[i + 1] = (struct placed_cell){1, i, hand_cell(pool, "x"), NULL};
    for (uint32_t i = 0; i < ROWS; i++)
        cells[COLUMNS + 1 + i] = (struct placed_cell){i + 2, 0, hand_cell(pool, "~1"), NULL};
    sheet.cells = cells;
    sheet.cell_count = ROWS + COLUMNS + 1;
    assert_int_equal(find(&sheet, 1), MEMORY_REFUSED);
    assert_string_equal(text_string(&why), "its tables have more than 1000000 cells");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(test_plain),
        TEST(test_moved),
        TEST(test_side_by_side),
        TEST(test_below_each_other),
        TEST(test_rows_are_never_taken_for_headers),
        TEST(test_lost_token),
        TEST(test_copied_sheet),
        TEST(test_copied_show),
        TEST(test_sheets_of_ours_and_others),
        TEST(test_foreign),
        TEST(test_without_role_rows),
        TEST(test_lost),
        TEST(test_our_tables_are_dropped),
        TEST(test_own_columns_stay),
        TEST(test_mac_epoch),
        TEST(test_too_many_cells),
#undef TEST
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    text_free(&why);
    return failed;
}
