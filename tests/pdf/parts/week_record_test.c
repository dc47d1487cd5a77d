/* week_record: made once of the plan; a lived week's is what an earlier book printed. */
#include "pdf/parts/week_record.h"
#include "support/page_fixture.h"

static size_t count_of(const struct page_record *record, bool coming)
{
    size_t count = 0;

    for (size_t i = 0; i < record->line_count; i++)
        count += record->lines[i].coming == coming;
    return count;
}

static void a_record_is_made_of_the_plan(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    put(f, ITEM_TOPIC, 1, "Roots and shoots", 0, 8);
    put(f, ITEM_TASK, 1, "Dig", 0, 0)->checkbox = CHECKBOX_DONE;
    put(f, ITEM_TASK, 1, "Water", 1, 1);
    f->plan.length_days = 210;
    f->weeks[0].to = 7;
    const struct page_record *record = week_record(&f->book, &f->weeks[0]);
    assert_string_equal(record->title, "Test");
    assert_true(record->way_from == 0 && record->way_to == 0.033333);
    assert_int_equal(count_of(record, false), 2);
    assert_false(record->lines[0].ticked);
    assert_string_equal(record->lines[1].title, "Dig");
    assert_true(record->lines[1].ticked);
    assert_true(count_of(record, true) > 0 && count_of(record, true) <= COMING_ROWS);
    assert_int_equal(week_agenda(&f->book, record, false).count, 2);
    assert_ptr_equal(week_record(&f->book, &f->weeks[0])->lines, record->lines);
    week_stands_on(&f->book, &f->weeks[0], 6);
    assert_int_equal(record->page, 7);
    fixture_free(f);
}

static void a_lived_week_says_what_it_said(void **state)
{
    (void)state;
    static const struct page_line lines[] = {
        {.title = "Sow", .note = "", .target = "item-9", .date = DAY_NONE, .count = 1},
        {.coming = true, .title = "Reap", .note = "", .date = 20460, .due = true, .count = 1}};
    const struct page_record printed = {
        .page = 12, .title = "Old name", .way_from = 0.25, .lines = lines, .line_count = 2};
    struct page_record records[WEEKS];
    struct fixture *f = fixture_new(4, 4);
    put(f, ITEM_TOPIC, 1, "Roots and shoots", 0, 8);
    f->weeks[0].lived = f->weeks[1].lived = true;
    f->weeks[0].page = &printed;
    f->weeks[2].page = &printed;
    week_records_open(&f->schedule, records);
    f->book.records = records;
    assert_string_equal(week_record(&f->book, &f->weeks[0])->title, "Old name");
    assert_int_equal(records[0].page, 12);
    struct agenda coming = week_agenda(&f->book, &records[0], true);
    assert_int_equal(coming.count, 1);
    assert_string_equal(coming.lines[0].title, "Reap");
    /* Of one that nobody knows, and of one that was not lived, the plan tells. */
    assert_null(records[1].title);
    assert_string_equal(week_record(&f->book, &f->weeks[1])->title, "Test");
    assert_string_equal(week_record(&f->book, &f->weeks[2])->title, "Test");
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_is_made_of_the_plan),
        cmocka_unit_test(a_lived_week_says_what_it_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
