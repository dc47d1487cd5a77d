/* time_order: weeks alone keep their page numbers, two weeks share a page, and templates drop or
 * reorder pages. */
#include "base/report.h"
#include "support/ask.h"
#include "support/small_book.h"

static char *words_of(struct small_book *small)
{
    struct text out = TEXT_INIT;

    assert_int_equal(workbook_exporter.render(&small->edition, &out), RENDERED);
    char *words = ask(&out, "pdftotext -layout %s -");
    text_free(&out);
    return words;
}

static int count(const char *words, const char *word)
{
    int found = 0;

    for (const char *at = words; (at = strstr(at, word)); at++)
        found++;
    return found;
}

/* The number in the foot of page PAGE (from 0). */
static int foot_number(const char *words, int page)
{
    for (int i = 0; i < page; i++)
        words = strchr(words, '\f') + 1;
    const char *end = strchr(words, '\f');
    while (end[-1] == '\n' || end[-1] == ' ')
        end--;
    const char *line = end;
    while (line[-1] != '\n')
        line--;
    int first = atoi(line);
    while (end[-1] >= '0' && end[-1] <= '9')
        end--;
    return first > 0 ? first : atoi(end);
}

static void weeks_alone_keep_their_numbers(void **state)
{
    (void)state;
    struct small_book small;
    small_book_open(&small);
    struct text whole = TEXT_INIT, chosen = TEXT_INIT;
    assert_int_equal(workbook_exporter.render(&small.edition, &whole), RENDERED);
    char *page = ask(&whole, "pdfinfo -dests %s | grep '\"week-7\"'");
    small.edition.asked.first_week = 7;
    small.edition.asked.last_week = 8;
    assert_int_equal(workbook_exporter.render(&small.edition, &chosen), RENDERED);
    char *words = ask(&chosen, "pdftotext -layout %s -");
    assert_int_equal(count(words, "\f"), 2);
    assert_int_equal(foot_number(words, 0), atoi(page));
    assert_sound(&chosen);
    free(page);
    free(words);
    text_free(&whole);
    text_free(&chosen);
    small_book_close(&small);
}

static void two_weeks_share_a_page(void **state)
{
    (void)state;
    struct small_book small;
    small_book_open(&small);
    char *one = words_of(&small);
    small.edition.look = look_load(small.pool, "compact", NULL);
    char *two = words_of(&small);
    assert_true(count(two, "\f") < count(one, "\f"));
    assert_non_null(strstr(two, "Weeks 1–2"));
    assert_null(strstr(one, "Weeks 1–2"));
    small.edition.asked.first_week = small.edition.asked.last_week = 2;
    char *alone = words_of(&small);
    assert_int_equal(count(alone, "\f"), 1);
    assert_non_null(strstr(alone, "Weeks 1–2"));
    free(one);
    free(two);
    free(alone);
    small_book_close(&small);
}

static void pages_stand_as_the_template_lists_them(void **state)
{
    (void)state;
    static const char template[] = "pages: [budget, weeks, cover]\n";
    char path[] = P_tmpdir "/roadbook-pages-XXXXXX";
    int file = mkstemp(path);
    assert_int_equal(write(file, template, strlen(template)), strlen(template));
    close(file);
    struct small_book small;
    small_book_open(&small);
    small.edition.look = look_load(small.pool, path, NULL);
    char *words = words_of(&small);
    assert_int_equal(count(words, "\f"), 2 + (int)small.edition.schedule->week_count);
    assert_true(strstr(words, "Budget") < strstr(words, "5 – 11 January 2026"));
    assert_true(strstr(words, "5 – 11 January 2026") < strstr(words, "This book belongs to"));
    unlink(path);
    free(words);
    small_book_close(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weeks_alone_keep_their_numbers),
        cmocka_unit_test(two_weeks_share_a_page),
        cmocka_unit_test(pages_stand_as_the_template_lists_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
