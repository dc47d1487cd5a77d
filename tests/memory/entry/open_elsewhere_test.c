/* open_elsewhere_test: the files that spreadsheet programs put beside an open one. */
#include "memory/entry/open_elsewhere.h"
#include "support/own_folder.h"

static void assert_opened_by(const char *program, const char *beside)
{
    struct pool *pool = pool_new();
    const char *lock = NULL, *path = pool_print(pool, "%s/plan.xlsx", folder);

    if (program)
        assert_string_equal(open_elsewhere(pool, path, &lock), program);
    else
        assert_null(open_elsewhere(pool, path, &lock));
    if (program)
        assert_string_equal(lock, in_folder(beside));
    pool_free(pool);
}

static void each_program_has_its_sign(void **state)
{
    (void)state;
    put(".~lock.plan.xlsx#", "");
    assert_opened_by(NULL, NULL); /* of a file that is not there */
    put("plan.xlsx", "");
    assert_opened_by("LibreOffice", ".~lock.plan.xlsx#");
    unlink(in_folder(".~lock.plan.xlsx#"));
    assert_opened_by(NULL, NULL);
    put("~$plan.xlsx", "");
    assert_opened_by("Excel", "~$plan.xlsx");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_program_has_its_sign),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
