/* strings_test: shared texts, plain and in runs. */
#include "memory/xlsx/strings.h"
#include "support/archive_fixture.h"

static void test_strings(void **state)
{
    struct strings strings;
    struct opened opened = open_part(
        "s.xml",
        "<sst><si><t xml:space='preserve'> a </t></si>"
        "<si><r><rPr><b/></rPr><t>b</t></r>\n<r><t>c</t></r><rPh sb='0'><t>no</t></rPh></si>"
        "<si/><si><t>_x000D_</t></si></sst>");

    (void)state;
    assert_true(strings_read(&opened.store, opened.archive, archive_find(opened.archive, "s.xml"),
                             &strings, &opened.why));
    assert_int_equal(strings.count, 4);
    assert_string_equal(strings.texts[0], " a ");
    assert_string_equal(strings.texts[1], "bc");
    assert_string_equal(strings.texts[2], "");
    assert_string_equal(strings.texts[3], "\r");
    close_parts(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_strings)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
