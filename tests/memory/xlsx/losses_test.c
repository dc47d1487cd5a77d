/* losses_test: what is lost is named once, in words. */
#include "memory/xlsx/losses.h"
#include "support/archive_fixture.h"

static void test_words(void **state)
{
    struct opened opened = open_part("a", "b");
    losses found = losses_of_element("mergeCell") | losses_of_element("http://x|sparkline") |
                   losses_of_charts() | losses_of_arrays() | losses_of_data_tables();

    (void)state;
    assert_int_equal(losses_of_element("sheetData"), 0);
    assert_string_equal(losses_in_words(&opened.store, 0), "");
    assert_string_equal(losses_in_words(&opened.store, found),
                        "charts, merged cells, sparklines, array formulas, data tables");
    close_parts(&opened);
}

/* What the parts behind these relations of a sheet amount to. */
static void test_relations(void **state)
{
    struct opened opened =
        open_part("d/_rels/d.xml.rels", "<r><Relationship Id='1' Type='t/chart' Target='c.xml'/>"
                                        "<Relationship Id='2' Type='t/chartEx' Target='e.xml'/>"
                                        "<Relationship Id='3' Type='t/image' Target='i.png'/></r>");
    struct relation sheet[] = {{"1", "drawing", "d/d.xml", false},
                               {"2", "pivotTable", "p.xml", false}};
    struct relation shapes = {"1", "drawing", "d/e.xml", false};
    losses found = 0;
    size_t charts = 0;

    (void)state;
    assert_true(losses_of_relations(&opened.store, opened.archive, &(struct relations){sheet, 2},
                                    &found, &charts, &opened.why));
    assert_string_equal(losses_in_words(&opened.store, found), "charts, pictures, pivot tables");
    assert_int_equal(charts, 2);
    found = 0;
    assert_true(losses_of_relations(&opened.store, opened.archive, &(struct relations){&shapes, 1},
                                    &found, &charts, &opened.why));
    assert_string_equal(losses_in_words(&opened.store, found), "drawings");
    close_parts(&opened);
}

/* A drawing without a shape, as some programs give it to each sheet, is none. */
static void test_empty_drawings(void **state)
{
    static const struct part_text parts[] = {
        {"d/none.xml", "<wsDr xmlns='x'></wsDr>"},
        {"d/one.xml", "<x:wsDr xmlns:x='x'><x:oneCellAnchor/></x:wsDr>"},
        {"d/broken.xml", "<wsDr xmlns='x'>"},
    };
    struct opened opened = open_parts(parts, COUNT(parts));
    losses found = 0;
    size_t charts = 0;

    (void)state;
    struct relation none = {"1", "drawing", "d/none.xml", false};
    assert_true(losses_of_relations(&opened.store, opened.archive, &(struct relations){&none, 1},
                                    &found, &charts, &opened.why));
    assert_int_equal(found, 0);
    struct relation one = {"1", "drawing", "d/one.xml", false};
    assert_true(losses_of_relations(&opened.store, opened.archive, &(struct relations){&one, 1},
                                    &found, &charts, &opened.why));
    assert_string_equal(losses_in_words(&opened.store, found), "drawings");
    struct relation broken = {"1", "drawing", "d/broken.xml", false};
    assert_false(losses_of_relations(&opened.store, opened.archive, &(struct relations){&broken, 1},
                                     &found, &charts, &opened.why));
    close_parts(&opened);
}

/* A box of text beside a chart and a picture. */
static void test_shapes_beside(void **state)
{
#define CHART_ANCHOR "<x:twoCellAnchor><x:graphicFrame/></x:twoCellAnchor>"
#define RELATIONS    "<r><Relationship Id='1' Type='t/chart' Target='c.xml'/></r>"
    static const struct part_text parts[] = {
        {"d/a.xml", "<x:wsDr xmlns:x='x'>" CHART_ANCHOR "</x:wsDr>"},
        {"d/_rels/a.xml.rels", RELATIONS},
        {"d/b.xml", "<x:wsDr xmlns:x='x'>" CHART_ANCHOR "<x:oneCellAnchor><x:sp/></x:oneCellAnchor>"
                    "<x:oneCellAnchor><x:pic/></x:oneCellAnchor></x:wsDr>"},
        {"d/_rels/b.xml.rels", RELATIONS},
    };
    struct opened opened = open_parts(parts, COUNT(parts));
    struct relation frames = {"1", "drawing", "d/a.xml", false};
    struct relation mixed = {"1", "drawing", "d/b.xml", false};
    losses found = 0;
    size_t charts = 0;

    (void)state;
    assert_true(losses_of_relations(&opened.store, opened.archive, &(struct relations){&frames, 1},
                                    &found, &charts, &opened.why));
    assert_string_equal(losses_in_words(&opened.store, found), "charts");
    assert_true(losses_of_relations(&opened.store, opened.archive, &(struct relations){&mixed, 1},
                                    &found, &charts, &opened.why));
    assert_string_equal(losses_in_words(&opened.store, found), "charts, drawings");
    assert_int_equal(charts, 2);
    close_parts(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_relations),
        cmocka_unit_test(test_empty_drawings),
        cmocka_unit_test(test_shapes_beside),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
