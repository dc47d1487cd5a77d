/* Tests of HTML blocks: their text, piece by piece, without what only a browser wants. */
#include "read/html.h"
#include "support/reading.h"

/* "summary@0: Week 1" and the like, a line each. */
static void note(void *context, enum markup_part part, const struct prose_writer *writer,
                 int newlines)
{
    static const char *const names[] = {"text", "summary", "end"};

    text_print(context, "%s@%d:%s\n", names[part], newlines, text_string(&writer->text));
}

static void expect_pieces(const char *html, const char *pieces)
{
    struct text noted = TEXT_INIT;
    struct pool *pool = pool_new();

    source = (struct source){"test.md", html, strlen(html)};
    struct written written = {&source, line_starts_of(pool, &source), 0};
    markup_read(html, &written, 1, note, &noted);
    assert_string_equal(text_string(&noted), pieces);
    text_free(&noted);
    pool_free(pool);
}

static void details(void **state)
{
    (void)state;
    expect_pieces("<details>\n<summary>Week 1 &amp; <b>2</b></summary>\nplain\nwords\n</details>\n",
                  "summary@1:Week 1 & 2\ntext@2:plain words \nend@4:\n");
    expect_pieces("<DETAILS open><Summary>A</Summary></DETAILS >", "summary@0:A\nend@0:\n");
}

static void what_is_left_out(void **state)
{
    (void)state;
    expect_pieces("<p>a</p><!-- b\n --><script>c < d</script>e<style>f", "text@0:a\ntext@1:e\n");
    expect_pieces("<!-- never closed", "");
    expect_pieces("<p", "");
}

static void entities(void **state)
{
    (void)state;
    expect_pieces("a &lt;b&gt; &nbsp;&#39;c&#39; &d 1 < 2", "text@0:a <b>  'c' &d 1 < 2\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(details),
        cmocka_unit_test(what_is_left_out),
        cmocka_unit_test(entities),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
