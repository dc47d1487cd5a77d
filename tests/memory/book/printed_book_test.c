/* printed_book: the digests of a book's pages, read from it or taken of it. */
#include "support/ask.h"
#include "support/edited_pdf.h"

#include "base/report.h"
#include "memory/book/printed_book.h"
#include "pdf/canvas/canvas.h"

#define PLAN "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

/* A book with a page for each of COUNT numbers, a line drawn that far from its left edge. */
static struct text book_of(const int *lines, int count, bool archive, const bool *kept)
{
    const struct canvas_facts facts = {.language = "en",
                                       .title = "Book",
                                       .identity = PLAN,
                                       .archive = archive,
                                       .kept = kept,
                                       .kept_count = (size_t)count};
    struct canvas *canvas = canvas_new(&facts);
    struct text file = TEXT_INIT;

    report_reset();
    for (int i = 0; i < count; i++) {
        canvas_page(canvas, 300, 400);
        canvas_fill_rect(canvas, lines[i], 10, 1, 100, (struct color){0, 0, 0});
    }
    assert_true(canvas_finish(canvas, &file));
    canvas_free(canvas);
    return file;
}

static const struct printed_book *read_text(struct pool *pool, const struct text *file)
{
    return printed_book_read(pool, file->bytes, file->length);
}

static void each_page_has_its_own(void **state)
{
    static const int lines[] = {10, 20, 10};
    struct pool *pool = pool_new();

    (void)state;
    for (int archive = 0; archive < 2; archive++) {
        struct text file = book_of(lines, 3, archive, NULL);
        const struct printed_book *book = read_text(pool, &file);
        assert_int_equal(book->state, OLD_BOOK_OURS);
        assert_string_equal(book->plan_id, PLAN);
        assert_true(book->whole);
        assert_false(book->taken);
        assert_int_equal(book->pages.count, 3);
        assert_true(book->pages.list[0] == book->pages.list[2]);
        assert_true(book->pages.list[0] != book->pages.list[1]);
        text_free(&file);
    }
    pool_free(pool);
}

/* Another program saved it, with and without object streams. */
static void saved_again(void **state)
{
    static const int lines[] = {10, 20};
    static const enum qpdf_object_stream_e modes[] = {qpdf_o_disable, qpdf_o_generate};
    struct pool *pool = pool_new();

    (void)state;
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        struct text file = book_of(lines, 2, false, NULL);
        const struct printed_book *before = read_text(pool, &file);
        edit_end(edit_begin(&file), &file, modes[i]);
        const struct printed_book *book = read_text(pool, &file);
        assert_false(book->taken);
        assert_true(book->whole);
        assert_memory_equal(book->pages.list, before->pages.list, 2 * sizeof *book->pages.list);
        text_free(&file);
    }
    pool_free(pool);
}

/* What the list would say is what is taken of a book that has lost it. */
static void taken_of_what_is_drawn(void **state)
{
    static const int lines[] = {10, 20};
    struct pool *pool = pool_new();
    struct text file = book_of(lines, 2, false, NULL);
    const struct printed_book *before = read_text(pool, &file);
    qpdf_data pdf = edit_begin(&file);

    (void)state;
    qpdf_oh_remove_key(pdf, qpdf_get_root(pdf), "/Names");
    edit_end(pdf, &file, qpdf_o_preserve);
    const struct printed_book *book = read_text(pool, &file);
    assert_int_equal(book->state, OLD_BOOK_OURS);
    assert_true(book->taken);
    assert_true(book->whole);
    assert_int_equal(book->pages.count, 2);
    assert_memory_equal(book->pages.list, before->pages.list, 2 * sizeof *book->pages.list);
    text_free(&file);
    pool_free(pool);
}

static void some_pages_are_no_whole_book(void **state)
{
    static const int lines[] = {10, 20, 30, 40};
    static const bool kept[] = {true, false, true, true};
    struct pool *pool = pool_new();
    struct text file = book_of(lines, 4, false, kept);
    const struct printed_book *book = read_text(pool, &file);

    (void)state;
    assert_int_equal(book->state, OLD_BOOK_OURS);
    assert_false(book->whole);
    assert_int_equal(book->pages.count, 0);
    text_free(&file);
    pool_free(pool);
}

static void not_ours(void **state)
{
    static const int lines[] = {10};
    struct pool *pool = pool_new();
    struct text file = book_of(lines, 1, false, NULL);
    qpdf_data pdf = edit_begin(&file);

    (void)state;
    qpdf_oh_remove_key(pdf, qpdf_get_trailer(pdf), "/Info");
    edit_end(pdf, &file, qpdf_o_preserve);
    assert_int_equal(read_text(pool, &file)->state, OLD_BOOK_FOREIGN);
    assert_int_equal(printed_book_read(pool, "%PDF-1.7\n", 9)->state, OLD_BOOK_UNREADABLE);
    assert_int_equal(printed_book_read(pool, "", 0)->state, OLD_BOOK_UNREADABLE);
    text_free(&file);
    pool_free(pool);
}

/* Whatever becomes of the bytes, it is read or it is not. */
static void bytes_changed_at_random(void **state)
{
    static const int lines[] = {10, 20, 30};
    struct pool *pool = pool_new();
    struct text file = book_of(lines, 3, true, NULL);
    unsigned seed = 10;

    (void)state;
    for (int i = 0; i < 40; i++) {
        char *at = &file.bytes[(seed = seed * 1103515245 + 12345) / 65536 % file.length];
        char kept = *at;
        *at = (char)(seed >> 8);
        const struct printed_book *book = read_text(pool, &file);
        assert_true(book->pages.count <= 3);
        assert_true(book->state == OLD_BOOK_OURS || book->pages.count == 0);
        *at = kept;
    }
    text_free(&file);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_page_has_its_own),
        cmocka_unit_test(saved_again),
        cmocka_unit_test(taken_of_what_is_drawn),
        cmocka_unit_test(some_pages_are_no_whole_book),
        cmocka_unit_test(not_ours),
        cmocka_unit_test(bytes_changed_at_random),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
