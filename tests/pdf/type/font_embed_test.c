/* font_embed: a font's used part is in the file, named by what is used of it; an unused one is not.
 */
#include "support/desk.h"

/* What pdffonts says of a book of these words: a line a font. */
static char *fonts_of(const char *words)
{
    struct desk desk = open_desk();

    typeset_line(desk.typeset, &body, 40, 40, ALIGN_LEFT, words);
    struct text file = close_desk(&desk);
    char *said = ask(&file, "pdffonts %s | tail -n +3");
    text_free(&file);
    return said;
}

static void only_what_is_used_is_embedded(void **state)
{
    char *said = fonts_of("Plain words");

    (void)state;
    assert_non_null(strstr(said, "+Lato-Regular"));
    assert_non_null(strstr(said, "yes yes yes")); /* embedded, a subset, with Unicode */
    assert_null(strstr(said, "Vollkorn"));
    assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1); /* one line */
    free(said);
}

static void a_subset_is_named_by_its_glyphs(void **state)
{
    char *one = fonts_of("abc"), *same = fonts_of("abc"), *other = fonts_of("abd");

    (void)state;
    assert_int_equal(strspn(one, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 6);
    assert_memory_equal(one, same, 7);
    assert_memory_not_equal(one, other, 7);
    free(one);
    free(same);
    free(other);
}

static void a_subset_is_small(void **state)
{
    struct desk desk = open_desk();

    (void)state;
    typeset_line(desk.typeset, &body, 40, 40, ALIGN_LEFT, "abc");
    struct text file = close_desk(&desk);
    assert_true(file.length < 16000); /* Lato has 600,000 bytes */
    assert_sound(&file);
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_is_used_is_embedded),
        cmocka_unit_test(a_subset_is_named_by_its_glyphs),
        cmocka_unit_test(a_subset_is_small),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
