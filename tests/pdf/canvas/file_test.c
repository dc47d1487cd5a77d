/* file: objects packed in streams, or plainly for archives; an /ID by what the book is and says. */
#include "support/blank_canvas.h"

static struct text file_of(const char *identity, const char *title, bool archive)
{
    const struct canvas_facts facts = {
        .title = title, .language = "en", .identity = identity, .archive = archive};
    struct canvas *canvas = canvas_new(&facts);

    canvas_page(canvas, 100, 100);
    canvas_target(canvas, "spot", 10);
    canvas_outline(canvas, 0, "Spot");
    return finished(canvas);
}

/* The two halves of the trailer's /ID. */
static void read_id(const struct text *file, char first[33], char second[33])
{
    const char *at = memmem(file->bytes, file->length, "/ID [<", 6);

    assert_non_null(at);
    assert_int_equal(sscanf(at, "/ID [<%32[0-9A-F]> <%32[0-9A-F]>]", first, second), 2);
}

static void the_id_says_which_book_and_which_edition(void **state)
{
    struct text files[] = {file_of("1b4e", "Tea", false), file_of("1b4e", "Tea", false),
                           file_of("1b4e", "Coffee", false), file_of("2c5e", "Tea", false)};
    char book[4][33], edition[4][33];

    (void)state;
    for (int i = 0; i < 4; i++)
        read_id(&files[i], book[i], edition[i]);
    assert_int_equal(files[0].length, files[1].length);
    assert_memory_equal(files[0].bytes, files[1].bytes, files[0].length);
    assert_string_equal(book[0], book[2]);
    assert_string_not_equal(edition[0], edition[2]);
    assert_string_not_equal(book[0], book[3]);
    for (int i = 0; i < 4; i++)
        text_free(&files[i]);
}

static void objects_are_packed_but_in_an_archive(void **state)
{
    (void)state;
    for (int archive = 0; archive < 2; archive++) {
        struct text file = file_of("1b4e", "Tea", archive == 1);
        bool packed = memmem(file.bytes, file.length, "/ObjStm", 7);
        bool table = memmem(file.bytes, file.length, "\ntrailer", 8);
        assert_int_equal(packed, archive == 0);
        assert_int_equal(table, archive == 1);
        assert_memory_equal(file.bytes, archive ? "%PDF-1.4" : "%PDF-1.7", 8);
        assert_sound(&file);
        text_free(&file);
    }
}

/* By the digest of all that stands before the trailer, packed or plain. */
static void what_was_changed_since_is_told(void **state)
{
    (void)state;
    for (int archive = 0; archive < 2; archive++) {
        struct text file = file_of("1b4e", "Tea", archive == 1);
        assert_true(canvas_is_untouched(file.bytes, file.length, "1b4e"));
        assert_true(canvas_is_untouched(file.bytes, file.length, NULL));
        assert_false(canvas_is_untouched(file.bytes, file.length, "2c5e"));
        assert_false(canvas_is_untouched(file.bytes, file.length - 1, "1b4e"));
        file.bytes[file.length / 2] ^= 1;
        assert_false(canvas_is_untouched(file.bytes, file.length, "1b4e"));
        file.bytes[file.length / 2] ^= 1;
        text_add(&file, "9 0 obj\n9\nendobj\n");
        assert_false(canvas_is_untouched(file.bytes, file.length, NULL));
        text_free(&file);
    }
    assert_false(canvas_is_untouched("", 0, NULL));
    assert_false(canvas_is_untouched("startxref\n0\n%%EOF\n", 18, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_id_says_which_book_and_which_edition),
        cmocka_unit_test(objects_are_packed_but_in_an_archive),
        cmocka_unit_test(what_was_changed_since_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
