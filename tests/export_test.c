/* export: the exporters in the order of the files made, each with a name and a suffix of its own.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "export.h"

static void no_two_are_mistaken(void **state)
{
    size_t count;
    const struct exporter *const *table = exporters(&count);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_non_null(table[i]->render);
        assert_int_equal(table[i]->suffix[0], '.');
        assert_null(strpbrk(table[i]->name, ", ")); /* they part names in --only */
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(table[i]->name, table[k]->name);
            assert_string_not_equal(table[i]->suffix, table[k]->suffix);
        }
    }
}

static void their_names_are_listed(void **state)
{
    struct text out = TEXT_INIT;

    (void)state;
    text_add(&out, "one of ");
    exporter_names(", ", &out);
    assert_string_equal(text_string(&out), "one of pdf, ics, xlsx");
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_two_are_mistaken),
        cmocka_unit_test(their_names_are_listed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
