/* Tests of what lines say by themselves: spans of labels and titles, and headings with a time
 * below. */
#include "read/draft.h"
#include "support/reading.h"

static struct draft draft_of(const char *text)
{
    struct draft draft = {.pool = pool_new()};

    source = (struct source){"test.md", text, strlen(text)};
    draft.outline = outline_read(draft.pool, &source, 0);
    lines_read(&draft);
    return draft;
}

static void release(struct draft *draft)
{
    outline_free(&draft->outline);
    pool_free(draft->pool);
}

static void spans(void **state)
{
    (void)state;
    struct draft draft = draft_of("# Phase 2: Core (Months 3-4)\n\n- **Week 1**: Knots (Week 9)\n"
                                  "- Plain words of week 3\n");
    const struct outline_line *heading = &draft.outline.lines[0], *item = &draft.outline.lines[1];
    assert_int_equal(heading->phase, 2);
    assert_string_equal(heading->title.text, "Core (Months 3-4)");
    assert_int_equal(heading->span->span.from, 3);
    assert_string_equal(heading->title.text + heading->span->found.at, "Months 3-4)");
    assert_true(item->labelled);
    assert_int_equal(item->label_span->span.to, 1);
    assert_int_equal(item->label_span->found.at, 0);
    assert_null(draft.outline.lines[2].span);
    assert_false(draft.outline.lines[2].labelled);
    release(&draft);
}

static void headings_below(void **state)
{
    (void)state;
    struct draft draft =
        draft_of("# A\n\n## B\n\n### Week 1\n\n## C\n\n### Two (3 weeks)\n\n# D\n");
    const struct outline_line *lines = draft.outline.lines;
    assert_int_equal(draft.outline.count, 6);
    assert_true(lines[0].dated_below[1]);
    assert_true(lines[1].dated_below[2]);
    assert_false(lines[2].dated_below[3]); /* itself is not below it */
    assert_false(lines[3].dated_below[2]); /* a length is no place */
    assert_false(lines[5].dated_below[1]);
    release(&draft);
}

static void what_dates_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool nothing;
    } rows[] = {{"# Week 1\n- a\n", true}, /* the title's own is no part's */
                {"## Week 1\n- a\n", false},
                {"Week 1 is mentioned\n", true},
                {"**Week 1**: a\n", false},
                {"- Week 1: a\n", false},
                {"| a | b |\n|---|---|\n| c | Week 1 |\n", false},
                {"    Week 1: code\n", true}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct draft draft = draft_of(rows[i].text);
        if (lines_date_nothing(&draft.outline) != rows[i].nothing)
            fail_msg("%s", rows[i].text);
        release(&draft);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans),
        cmocka_unit_test(headings_below),
        cmocka_unit_test(what_dates_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
