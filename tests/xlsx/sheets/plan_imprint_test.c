/* plan_imprint_test: a tracker holds marks of all that it wrote itself: read back, nothing in it
 * was typed. */
#include <stdlib.h>

#include "base/report.h"
#include "support/small_plan.h"

#include "support/one_file.h"

static void test_nothing_typed(void **state)
{
    struct small_plan small;
    struct text out = TEXT_INIT, why = TEXT_INIT;
    const struct memory *memory;

    (void)state;
    small_make(&small, path);
    unlink(path);
    assert_int_not_equal(tracker_exporter.render(&small.edition, &out), RENDER_FAILED);
    assert_int_equal(memory_read_bytes(small.pool, path, out.bytes, out.length, &memory, &why),
                     MEMORY_READ);
    assert_int_equal(memory->stray_count, 0);
    assert_string_equal(memory->lost, "");
    /* of rows that stand for items, what they show */
    assert_non_null(strstr(memory->known[1].shown, "details:"));
    text_free(&out);
    text_free(&why);
    small_free(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_nothing_typed)};

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
