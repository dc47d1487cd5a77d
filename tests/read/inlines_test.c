/* Tests of inline content: what stands on a line of its own, links, and where each letter is
 * written. */
#include "plan/prose.h"
#include "read/outline.h"
#include "support/reading.h"

static struct outline lines_of(struct pool *pool, const char *text)
{
    source = (struct source){"test.md", text, strlen(text)};
    return outline_read(pool, &source, 0);
}

static void lines_of_their_own(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct outline outline =
        lines_of(pool, "One\nline\n**Goal:** two\n• three\nand  \nfour<br>five\n"
                       "**bold** goes on\n");
    static const char *const texts[] = {"One line", "Goal: two", "three and", "four",
                                        "five bold goes on"};
    assert_int_equal(outline.count, 5);
    for (size_t i = 0; i < outline.count; i++) {
        assert_string_equal(outline.lines[i].prose.text, texts[i]);
        assert_int_equal(outline.lines[i].follows, i > 0);
    }
    assert_int_equal(outline.lines[2].carrier, CARRIER_SIGN);
    assert_int_equal(outline.lines[3].place.line, 6);
    outline_free(&outline);
    pool_free(pool);
}

static void bare_addresses(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct outline outline =
        lines_of(pool, "See (https://a.example/b_(c)), [d](http://e.example) or http:// it.\n");
    const struct prose *prose = &outline.lines[0].prose;
    assert_string_equal(prose->text, "See (https://a.example/b_(c)), d or http:// it.");
    assert_int_equal(prose->mark_count, 2);
    assert_string_equal(prose->marks[0].url, "https://a.example/b_(c)");
    assert_int_equal(prose->marks[0].start, 5);
    assert_string_equal(prose->marks[1].url, "http://e.example");
    outline_free(&outline);
    pool_free(pool);
}

/* Every letter and digit of every line and cell is where its anchor says. */
static void letters_where_they_stand(void **state)
{
    (void)state;
    static const char *const texts[] = {
        long_roadmap,
        "---\nid: x\n---\n",
        "# A &amp; B &mdash; Weeks 1-2 \\* *C* \\& D\n",
        "- one **two**\n  three `four` &#8211; five\n      six\nlazy **seven** eight\n",
        "> quoted **words**\n>   more of *them*\nlazy here\n",
        "Setext **one**\n   two\n===\n",
        "| a | **b** c |\n|---|---|\n| d \\* e | [f](g) `h` i |\n",
        "<details>\n<summary>Week 1 <b>two</b> &amp; x</summary>\nplain <!-- no\n --> text\n"
        "\n</details>\n",
        "- a\n\n  <p>b\n  c <i>d</i> e</p>\n",
        "[a](b \"a c\") d\n  c\n",
    };
    for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++) {
        struct pool *pool = pool_new();
        struct outline outline = lines_of(pool, texts[t]);
        for (size_t i = 0; i < outline.count; i++) {
            const struct prose *prose = &outline.lines[i].prose;
            assert_true(prose->anchor_count > 0 || !prose->length);
            for (size_t at = 0; at < prose->length; at++)
                if (strchr("abcdefghijklmnopqrstuvwxyz0123456789", prose->text[at]))
                    check_place(prose_place(prose, at, NOWHERE), (char[]){prose->text[at], '\0'});
        }
        outline_free(&outline);
        pool_free(pool);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_their_own),
        cmocka_unit_test(bare_addresses),
        cmocka_unit_test(letters_where_they_stand),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
