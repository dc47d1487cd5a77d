/* styles_test: the number format of each cell style. */
#include "memory/xlsx/styles.h"
#include "support/archive_fixture.h"

static void test_formats(void **state)
{
    static const char *const formats[] = {"General", "m/d/yyyy", "[h]:mm",
                                          "General", "@",        "General"};
    struct styles styles;
    struct opened opened = open_part(
        "s.xml",
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[h]:mm'/><numFmt/>"
        "<numFmt numFmtId='99999999' formatCode='x'/></numFmts>"
        "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf/><xf numFmtId='14'/>"
        "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='49'/><xf numFmtId='-3'/></cellXfs>"
        "<dxfs><dxf><xf/></dxf></dxfs></styleSheet>");

    (void)state;
    assert_true(styles_read(&opened.store, opened.archive, archive_find(opened.archive, "s.xml"),
                            &styles, &opened.why));
    assert_int_equal(styles.count, COUNT(formats));
    for (size_t i = 0; i < COUNT(formats); i++)
        assert_string_equal(styles_format(&styles, i), formats[i]);
    assert_string_equal(styles_format(&styles, 6), "General");
    close_parts(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_formats)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
