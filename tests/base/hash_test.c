/* hash: the values that FNV-1a has by its own description. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"

/* The test vectors of draft-eastlake-fnv, appendix C. */
static void known_values(void **state)
{
    static const struct {
        const char *text;
        uint64_t hash;
    } cases[] = {{"", UINT64_C(0xcbf29ce484222325)},
                 {"a", UINT64_C(0xaf63dc4c8601ec8c)},
                 {"foobar", UINT64_C(0x85944171f73967e8)}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_true(hash_string(HASH_START, cases[i].text) == cases[i].hash);
}

static void parts_go_on_from_each_other(void **state)
{
    uint64_t whole = hash_bytes(HASH_START, "fo\xff\0r", 5);

    (void)state;
    assert_true(hash_bytes(hash_bytes(HASH_START, "fo\xff", 3), "\0r", 2) == whole);
    assert_true(hash_add(hash_string(HASH_START, "fooba"), 'r') ==
                hash_string(HASH_START, "foobar"));
    assert_true(whole != hash_bytes(HASH_START, "fo\xffr", 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_values),
        cmocka_unit_test(parts_go_on_from_each_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
