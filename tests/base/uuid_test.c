/* uuid: the same name has the same identifier, here and in every other program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/uuid.h"

static const char dns[] = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"; /* RFC 4122, appendix C */

static void names_of_others(void **state)
{
    char out[UUID_TEXT];

    (void)state;
    uuid_of_name(dns, "python.org", strlen("python.org"), out); /* Python's manual has this one */
    assert_string_equal(out, "886313e1-3b8a-5372-9b90-0c9aee199e5d");
    uuid_of_name("6BA7B810-9DAD-11D1-80B4-00C04FD430C8", "python.org", strlen("python.org"), out);
    assert_string_equal(out, "886313e1-3b8a-5372-9b90-0c9aee199e5d");
}

static void what_is_no_space_is_the_nil_one(void **state)
{
    char out[UUID_TEXT], nil[UUID_TEXT];

    (void)state;
    uuid_of_name("00000000-0000-0000-0000-000000000000", "x", 1, nil);
    uuid_of_name("my own plan", "x", 1, out);
    assert_string_equal(out, nil);
    uuid_of_name(dns, "x", 1, out);
    assert_string_not_equal(out, nil);
    assert_int_equal(out[14], '5'); /* the version */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_others),
        cmocka_unit_test(what_is_no_space_is_the_nil_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
