/* font_maps: every code leads back to its text, in sections of a hundred. */
#include "support/desk.h"

static const struct style tiny = {.face = FACE_SANS, .size = 3};

#define LETTERS 250 /* more than two sections, and codes of one byte and of two */

/* A line of different letters from U+00C0 on: Latin, then Cyrillic. */
static const char *many_letters(struct pool *pool)
{
    struct text out = TEXT_INIT;

    for (int i = 0; i < LETTERS; i++) {
        int code = i < 125 ? 0xC0 + i : 0x400 + i - 125;
        text_add_char(&out, (char)(0xC0 | code >> 6));
        text_add_char(&out, (char)(0x80 | (code & 0x3F)));
    }
    char *letters = pool_copy(pool, out.bytes, out.length);
    text_free(&out);
    return letters;
}

static void no_section_is_longer_than_a_hundred(void **state)
{
    static const char count_sections[] =
        "qpdf --qdf --object-streams=disable %s - | grep -a -E '^[0-9]+ begin(bf|cid)char' | sort";
    struct desk desk = open_desk();

    (void)state;
    typeset_line(desk.typeset, &tiny, 10, 40, ALIGN_LEFT, many_letters(desk.pool));
    struct text file = close_desk(&desk);
    char *said = ask(&file, count_sections);
    int longest = 0, sections = 0, all = 0;
    for (char *line = strtok(said, "\n"); line; line = strtok(NULL, "\n"), sections++) {
        int count = atoi(line);
        longest = count > longest ? count : longest;
        all += count;
    }
    assert_int_equal(longest, 100);
    assert_true(sections >= 6);
    assert_true(all >= 2 * LETTERS); /* in both maps */
    free(said);
    text_free(&file);
}

static void codes_of_both_lengths_come_out_as_they_went_in(void **state)
{
    struct desk desk = open_desk();
    struct pool *pool = pool_new();
    const char *letters = many_letters(pool);

    (void)state;
    typeset_line(desk.typeset, &tiny, 10, 40, ALIGN_LEFT, letters);
    struct text file = close_desk(&desk);
    assert_says(&file, "pdftotext -raw %s -", letters);
    text_free(&file);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_section_is_longer_than_a_hundred),
        cmocka_unit_test(codes_of_both_lengths_come_out_as_they_went_in),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
