/* font_cff: CIDs out of a font program, and no byte read beyond its end. */
#include "support/desk.h"

static void cids_of_a_cff_program_are_read(void **state)
{
    /* Header; names: "A"; a Top DICT with ROS and the charset's place; the charset in ranges. */
    static const char program[] = "\x01\x00\x04\x01"
                                  "\x00\x01\x01\x01\x02"
                                  "A"
                                  "\x00\x01\x01\x01\x0C"
                                  "\x8B\x8B\x8B\x0C\x1E\x1D\x00\x00\x00\x1A\x0F"
                                  "\x01\x01\x00\x02\x07\xD0\x00";
    unsigned cids[5];

    (void)state;
    assert_true(cff_cids(program, sizeof program - 1, cids, 5));
    assert_int_equal(cids[0], 0);
    assert_int_equal(cids[1], 0x100);
    assert_int_equal(cids[3], 0x102);
    assert_int_equal(cids[4], 0x7D0);
    for (size_t length = 0; length < sizeof program - 1; length++)
        assert_false(cff_cids(program, length, cids, 5));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cids_of_a_cff_program_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
