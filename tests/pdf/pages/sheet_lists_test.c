/* sheet_lists: what stands below a project, sorted into conditions, steps and facts. */
#include "pdf/pages/sheet_lists.h"
#include "support/page_fixture.h"

static struct item *below(struct fixture *f, struct item *parent, enum item_kind kind,
                          const char *title, const char *detail)
{
    struct item *item = put(f, kind, 1, title, 0, 1);

    item->title = words(kind == ITEM_TEXT ? title : "");
    item->detail = words(detail);
    item->parent = parent;
    item->depth = parent->depth + 1;
    parent->child_count++;
    return item;
}

static void children_are_sorted(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct item *project = put(f, ITEM_PROJECT, 1, "Garden", 0, 1);
    below(f, project, ITEM_TEXT, "Duration: 6 weeks", "6 weeks");
    struct item *heading = below(f, project, ITEM_TEXT, "Steps", "");
    below(f, heading, ITEM_STEP, "Dig", "");
    below(f, heading, ITEM_STEP, "Sow.", "");
    below(f, project, ITEM_CHECK, "Deliverables: a bed, a fence (wood, or wire)",
          "a bed, a fence (wood, or wire)");
    const struct subject subject = {.item = project, .section = project->section};
    struct sheet_lists lists = sheet_lists_of(&f->book, &subject);
    assert_int_equal(lists.facts.count, 1);
    assert_int_equal(lists.steps.count, 2);
    assert_string_equal(lists.steps.lines[1].title, "Sow");
    assert_int_equal(lists.done.count, 2);
    assert_string_equal(lists.done.lines[1].title, "a fence (wood, or wire)");
    fixture_free(f);
}

static void a_detail_alone_is_split(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct item *project = put(f, ITEM_PROJECT, 1, "Garden", 0, 1);
    project->detail = words("Beds, water; and a gate.");
    const struct subject subject = {.item = project, .section = project->section};
    struct sheet_lists lists = sheet_lists_of(&f->book, &subject);
    assert_int_equal(lists.done.count, 3);
    assert_string_equal(lists.done.lines[2].title, "a gate");
    fixture_free(f);
}

static void software_is_told_by_two_words(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    put(f, ITEM_TOPIC, 1, "Read the code of conduct", 0, 1);
    assert_false(is_about_software(&f->plan));
    put(f, ITEM_TOPIC, 1, "A compiler in Rust", 0, 1);
    assert_true(is_about_software(&f->plan));
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(children_are_sorted),
        cmocka_unit_test(a_detail_alone_is_split),
        cmocka_unit_test(software_is_told_by_two_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
