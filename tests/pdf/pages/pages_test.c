/* pages: the table of the kinds of page, and what is entered of the pages that a kind adds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/pages/pages.h"
#include "support/small_book.h"

static void each_kind_draws_by_its_scope(void **state)
{
    (void)state;
    for (int i = 0; i < PAGE_KIND_COUNT; i++) {
        const struct page_kind *kind = page_kinds[i];
        bool phase = kind->scope == SCOPE_PHASE || kind->scope == SCOPE_PHASE_END;
        bool month = kind->scope == SCOPE_MONTH || kind->scope == SCOPE_MONTH_END;
        assert_int_equal(kind->draw.book != NULL, kind->scope == SCOPE_BOOK);
        assert_int_equal(kind->draw.phase != NULL, phase);
        assert_int_equal(kind->draw.month != NULL, month);
        assert_int_equal(kind->draw.week != NULL, kind->scope == SCOPE_WEEK);
        assert_true(!kind->title || kind->target);
    }
    assert_ptr_equal(page_kinds[PAGE_cover], &cover_pages);
    assert_ptr_equal(page_kinds[PAGE_notes], &notes_pages);
}

static void add_nothing(struct book *book)
{
    (void)book;
}

static void add_two(struct book *book)
{
    book_page(book, -1, "One");
    book_page(book, -1, "Two");
}

static void add_week(struct book *book, const struct week *week)
{
    book_page(book, week->phase, "Week");
}

static void enter_nowhere(struct book *book, const struct occasion *at, struct listed *line)
{
    (void)book;
    (void)at;
    line->listed = line->outlined = false;
}

static void first_pages_are_entered_once(void **state)
{
    (void)state;
    const struct page_kind two = {
        .scope = SCOPE_BOOK, .title = "Two", .target = "two", .draw.book = add_two};
    const struct page_kind none = {
        .scope = SCOPE_BOOK, .title = "None", .target = "none", .draw.book = add_nothing};
    const struct page_kind quiet = {.scope = SCOPE_WEEK,
                                    .title = "Week",
                                    .target = "week",
                                    .draw.week = add_week,
                                    .enter = enter_nowhere};
    const struct page_kind diary = {
        .scope = SCOPE_WEEK, .title = "Diary", .target = "diary", .draw.week = add_week};
    const struct canvas_facts facts = {.title = "Bread", .language = "en"};
    struct small_book small;
    struct book book;
    small_book_open(&small);
    struct canvas *canvas = canvas_new(&facts);
    struct typeset *typeset = typeset_new(canvas, small.pool, "en");
    book_open(&book, &small.edition, look_load(small.pool, "classic", "a4"), small.pool, canvas,
              typeset);
    pages_add(&book, &none, &(struct occasion){.phase = -1});
    pages_add(&book, &two, &(struct occasion){.phase = -1});
    pages_add(&book, &quiet, &(struct occasion){.phase = 0, .week = book.schedule->weeks});
    pages_add(&book, &diary, &(struct occasion){.phase = 0, .week = book.schedule->weeks});
    assert_int_equal(canvas_page_count(canvas), 4);
    assert_int_equal(book.line_count, 2);
    assert_string_equal(book.lines[0].title, "Two");
    assert_int_equal(book.lines[0].page, 0);
    assert_true(book.lines[0].listed && book.lines[0].outlined);
    assert_int_equal(canvas_target_page(canvas, "none"), -1);
    assert_int_equal(canvas_target_page(canvas, "two"), 0);
    assert_int_equal(canvas_target_page(canvas, "week-1"), 2);
    assert_int_equal(canvas_target_page(canvas, "diary-1"), 3);
    typeset_free(typeset);
    canvas_free(canvas);
    small_book_close(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_draws_by_its_scope),
        cmocka_unit_test(first_pages_are_entered_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
