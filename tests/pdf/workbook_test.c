/* workbook: a whole book of a small roadmap, on every paper, the same each time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/report.h"
#include "support/small_book.h"

static void every_look_and_paper_gives_a_book(void **state)
{
    (void)state;
    static const char *const looks[] = {"classic", "plain", "eink", "compact"};
    static const char *const papers[] = {NULL, "letter", "a5", "ipad"};
    struct small_book small;
    small_book_open(&small);
    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
        for (size_t k = 0; k < sizeof papers / sizeof papers[0]; k++) {
            struct text out = TEXT_INIT;
            small.edition.look = look_load(small.pool, looks[i], papers[k]);
            assert_int_equal(workbook_exporter.render(&small.edition, &out), RENDERED);
            assert_true(out.length > 10000);
            assert_memory_equal(out.bytes, "%PDF-1.", 7);
            text_free(&out);
        }
    }
    small_book_close(&small);
}

static void same_edition_gives_same_bytes(void **state)
{
    (void)state;
    struct text first = TEXT_INIT, second = TEXT_INIT;
    struct small_book small;
    small_book_open(&small);
    assert_int_equal(workbook_exporter.render(&small.edition, &first), RENDERED);
    assert_int_equal(workbook_exporter.render(&small.edition, &second), RENDERED);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.bytes, second.bytes, first.length);
    text_free(&first);
    text_free(&second);
    small_book_close(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_look_and_paper_gives_a_book),
        cmocka_unit_test(same_edition_gives_same_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
