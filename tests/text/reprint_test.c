/* reprint: ranges of pages in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/reprint.h"

static const struct page_range two[] = {{3, 16}, {33, 268}};
static const struct page_range many[] = {{1, 2},   {5, 6},   {9, 9},  {11, 12},
                                         {15, 16}, {19, 20}, {23, 26}};

static void assert_words(const struct sheet_changes *printed, const struct sheet_changes *old,
                         const char *expected)
{
    const struct reprint reprint = {.from_printed = printed, .from_old = old};
    struct text words = TEXT_INIT;

    reprint_text(&reprint, "rust-insert.pdf", &words);
    assert_string_equal(text_string(&words), expected);
    text_free(&words);
}

static void pages_for_a_printed_book(void **state)
{
    const struct sheet_changes none = {0};
    struct sheet_changes changes = {.replaced = two, .replaced_count = 2};

    (void)state;
    assert_words(&none, NULL, "no page to print again");
    assert_words(&changes, NULL, "rust-insert.pdf replaces pages 3-16 and 33-268");
    changes.added = (struct page_range){269, 270};
    assert_words(&changes, NULL,
                 "rust-insert.pdf replaces pages 3-16 and 33-268 and adds pages 269-270");
    changes.added = (struct page_range){0};
    changes.removed = (struct page_range){269, 272};
    assert_words(&changes, NULL,
                 "rust-insert.pdf replaces pages 3-16 and 33-268; take out pages 269-272 for good");
    changes.replaced_count = 0;
    assert_words(&changes, NULL, "take out pages 269-272; the others stand");
    changes = (struct sheet_changes){.added = {7, 7}};
    assert_words(&changes, NULL, "rust-insert.pdf adds page 7");
    changes = (struct sheet_changes){.replaced = many, .replaced_count = 7};
    assert_words(&changes, NULL,
                 "rust-insert.pdf replaces pages 1-2, 5-6, 9, 11-12, 15-16, 19-20 and 23-26");
}

static void an_offer(void **state)
{
    const struct sheet_changes none = {0};
    struct sheet_changes changes = {.replaced = two, .replaced_count = 2, .added = {269, 270}};

    (void)state;
    assert_words(NULL, NULL, "");
    assert_words(NULL, &none, "");
    assert_words(NULL, &changes,
                 "pages 3-16 and 33-268 changed, pages 269-270 came; --since OLD.pdf prints only "
                 "what is new");
    changes = (struct sheet_changes){.removed = {5, 6}};
    assert_words(NULL, &changes, "pages 5-6 went");
    changes = (struct sheet_changes){.replaced = many, .replaced_count = 7};
    assert_words(
        NULL, &changes,
        "pages 1-2, 5-6, 9, 11-12, 15-16, 19-20 and 4 more changed; --since OLD.pdf prints "
        "only what is new");
}

static void counts(void **state)
{
    const struct sheet_changes one = {.page_count = 1, .sheet_count = 1},
                               more = {.page_count = 256, .sheet_count = 128};
    struct text words = TEXT_INIT;

    (void)state;
    reprint_count(&one, &words);
    text_add(&words, ", ");
    reprint_count(&more, &words);
    assert_string_equal(text_string(&words), "1 page on 1 sheet, 256 pages on 128 sheets");
    text_free(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_for_a_printed_book),
        cmocka_unit_test(an_offer),
        cmocka_unit_test(counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
