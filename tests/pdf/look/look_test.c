/* look: templates, papers, contrast, and what is said of bad ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/report.h"
#include "pdf/look/colors.h"
#include "pdf/look/look.h"
#include "support/looks.h"

/* Writes a template of one's own; the caller removes and frees it. */
static char *template_file(const char *words)
{
    char *path = strdup(P_tmpdir "/roadbook-look-XXXXXX");
    int file = mkstemp(path);

    assert_true(file >= 0);
    assert_int_equal(write(file, words, strlen(words)), strlen(words));
    close(file);
    return path;
}

static void papers_have_their_sizes(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    const struct look *look = look_load(pool, "classic", NULL);
    assert_non_null(look);
    assert_float_equal(look->width, 595.28, 0.01);
    assert_float_equal(look->height, 841.89, 0.01);
    look = look_load(pool, "classic", "letter");
    assert_float_equal(look->width, 612, 0.01);
    assert_float_equal(look->height, 792, 0.01);
    const char *small[] = {"a5", "remarkable", "supernote", "scribe", "ipad"};
    for (size_t i = 0; i < sizeof small / sizeof small[0]; i++) {
        const struct look *page = look_load(pool, "classic", small[i]);
        assert_non_null(page);
        assert_true(page->width < look->width);
        assert_true(page->body_size < look->body_size && page->body_size > 8);
        assert_float_equal(page->rule_distance, MM(7), 0.01); /* a hand does not shrink */
    }
    pool_free(pool);
}

static void colors_can_be_read(void **state)
{
    (void)state;
    const struct color white = {1, 1, 1};
    const char *names[] = {"classic", "plain", "eink", "compact"};
    struct pool *pool = pool_new();
    for (size_t n = 0; n < 4; n++) {
        const struct look *look = look_load(pool, names[n], NULL);
        assert_non_null(look);
        assert_true(color_contrast(look->grey, white) >= 4.5);
        for (int i = 0; i < LOOK_ACCENTS; i++) {
            assert_true(color_contrast(look->accents[i], white) >= 4.5);
            assert_true(color_contrast(look->accents[i], look->tints[i]) >= 4.0);
            assert_true(color_contrast(look->grey, look->tints[i]) >= 4.5);
        }
    }
    assert_float_equal(color_contrast((struct color){0, 0, 0}, white), 21, 0.001);
    pool_free(pool);
}

static void own_template_changes_what_it_names(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    char *path = template_file("name: mine\npaper: a5\nmargins:\n  inner: 30\nrule-distance: 8\n"
                               "accents:\n  - \"#102030\"\n");
    const struct look *look = look_load(pool, path, "a4");
    const struct look *classic = look_load(pool, "classic", "a4");
    assert_non_null(look);
    assert_float_equal(look->inner, MM(30), 0.01);
    assert_float_equal(look->rule_distance, MM(8), 0.01);
    assert_float_equal(look->outer, classic->outer, 0.001);
    assert_float_equal(look->accents[4].blue, 0x30 / 255.0F, 0.001F);
    assert_float_equal(look_load(pool, path, NULL)->width, MM(148), 0.01);
    remove(path);
    free(path);
    pool_free(pool);
}

static void templates_extend_each_other(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    char *base = template_file("extends: eink\nhand: left\nbox: 6\npages: [cover, weeks, Notes]\n");
    char words[200];
    snprintf(words, sizeof words,
             "extends: %s\nrule-distance: 9\npapers:\n"
             "  - {name: board, width: 200, height: 260, tablet: true}\npaper: board\n",
             base);
    char *path = template_file(words);
    const struct look *look = look_load(pool, path, NULL);
    const struct look *eink = look_load(pool, "eink", NULL);
    assert_non_null(look);
    assert_false(eink->duplex);
    assert_true(look->left_handed && !look->duplex);
    assert_float_equal(look->width, MM(200), 0.01);
    assert_float_equal(look->rule_distance, MM(9), 0.01);
    assert_float_equal(look->box_size, MM(6), 0.01);
    assert_float_equal(look->ink.red, 0, 0.001);
    assert_int_equal(look->page_count, 3);
    assert_true(look_has(look, PAGE_week) && !look_has(look, PAGE_month));
    assert_int_equal(look_load(pool, "compact", NULL)->weeks_a_page, 2);
    const struct look *classic = look_load(pool, "classic", NULL);
    assert_true(classic->duplex);
    assert_int_equal(classic->page_count,
                     PAGE_KIND_COUNT); /* it lists none: all, as in the table */
    for (enum page_index kind = 0; kind < PAGE_KIND_COUNT; kind++)
        assert_int_equal(classic->pages[kind], kind);
    remove(base);
    remove(path);
    free(base);
    free(path);
    pool_free(pool);
}

static void messages_say_where_and_what_was_meant(void **state)
{
    (void)state;
    static const struct {
        const char *words, *said;
        int line, column;
    } cases[] = {
        {"paper: a4\nrule-distanc: 7\n", "did you mean 'rule-distance'?", 2, 1},
        {"pages:\n  - cover\n  - wekes\n", "did you mean 'weeks'?", 3, 5},
        {"box: 4\nhand: lefd\n", "did you mean 'left'?", 2, 7},
        {"accents:\n  - \"#102030\"\n  - \"#10203\"\n", "is no colour", 3, 6},
        {"paper: a9\n", "there are a4, letter", 1, 8},
        {"extends: nothing\n", "classic, plain, eink, compact", 1, 10},
    };
    struct pool *pool = pool_new();
    report_verbosity(-1);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *path = template_file(cases[i].words);
        size_t count;
        report_reset();
        assert_null(look_load(pool, path, NULL));
        const struct finding *findings = report_findings(&count);
        assert_int_equal(count, 1);
        assert_non_null(strstr(findings[0].message, cases[i].said));
        assert_int_equal(findings[0].place.line, cases[i].line);
        assert_int_equal(findings[0].place.column, cases[i].column);
        remove(path);
        free(path);
    }
    report_reset();
    pool_free(pool);
}

static void bad_templates_are_refused(void **state)
{
    (void)state;
    const char *words[] = {"colors:\n  ink: \"blue\"\n", "margins:\n  inner: 400\n",
                           "margns:\n  inner: 20\n", "tint: 2\n", "margins: [1, 2\n"};
    struct pool *pool = pool_new();
    report_verbosity(-1);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        char *path = template_file(words[i]);
        report_reset();
        assert_null(look_load(pool, path, NULL));
        assert_int_equal(report_status(false), STATUS_BAD_INPUT);
        remove(path);
        free(path);
    }
    report_reset();
    assert_null(look_load(pool, "no-such-template", NULL));
    assert_int_equal(report_status(false), STATUS_USAGE);
    report_reset();
    assert_null(look_load(pool, "classic", "a99"));
    assert_int_equal(report_status(false), STATUS_USAGE);
    size_t count;
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_non_null(strstr(findings[0].message, "letter"));
    report_reset();
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(papers_have_their_sizes),
        cmocka_unit_test(colors_can_be_read),
        cmocka_unit_test(own_template_changes_what_it_names),
        cmocka_unit_test(templates_extend_each_other),
        cmocka_unit_test(messages_say_where_and_what_was_meant),
        cmocka_unit_test(bad_templates_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
