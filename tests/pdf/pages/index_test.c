/* index: items in the order of the alphabet, each with its pages. */
#include "base/report.h"
#include "support/ask.h"
#include "support/small_book.h"

static void items_stand_in_order_with_pages(void **state)
{
    (void)state;
    static const char *const titles[] = {"Dough",    "Flour",   "Mill",
                                         "Proofing", "Starter", "White Loaf"};
    struct small_book small;
    struct text out = TEXT_INIT;
    small_book_open(&small);
    assert_int_equal(workbook_exporter.render(&small.edition, &out), RENDERED);
    char *words = ask(&out, "pdftotext -layout %s -");
    const char *at = strstr(words, "Where to find it");
    if (!at)
        at = strstr(words, "WHERE TO FIND IT");
    assert_non_null(at);
    const char *index = at;
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++) {
        const char *title = strstr(index, titles[i]);
        assert_non_null(title);
        assert_true(title[strlen(titles[i])] == ' '); /* its pages follow */
    }
    /* A goal is a sentence, not a name. */
    assert_null(strstr(index, "Bake a loaf a week"));
    free(words);
    text_free(&out);
    small_book_close(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(items_stand_in_order_with_pages)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
