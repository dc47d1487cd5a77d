/* Tests of base/report: what a message looks like, where its caret stands, and the exit status. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/report.h"
#include "base/text.h"

static int kept_stderr;
static FILE *caught;

/* Until expect_said(), stderr goes to a file. */
static void catch_stderr(void)
{
    caught = tmpfile();
    assert_non_null(caught);
    fflush(stderr);
    kept_stderr = dup(STDERR_FILENO);
    dup2(fileno(caught), STDERR_FILENO);
}

static void expect_said(const char *wanted)
{
    fflush(stderr);
    dup2(kept_stderr, STDERR_FILENO);
    close(kept_stderr);
    struct text said = TEXT_INIT;
    char chunk[1024];
    size_t got;
    rewind(caught);
    while ((got = fread(chunk, 1, sizeof chunk, caught)) > 0)
        text_add_bytes(&said, chunk, got);
    fclose(caught);
    assert_string_equal(text_string(&said), wanted);
    text_free(&said);
}

static struct source source_of(const char *bytes)
{
    return (struct source){.name = "road.md", .bytes = bytes, .length = strlen(bytes)};
}

static int reset(void **state)
{
    (void)state;
    report_reset();
    report_verbosity(0);
    return 0;
}

static void say_at(const char *bytes, int line, int column, const char *wanted)
{
    struct source source = source_of(bytes);

    catch_stderr();
    report((struct place){&source, line, column}, SEVERITY_WARNING, RULE_NONE, "words");
    expect_said(wanted);
    report_reset();
}

static void a_message_with_its_line(void **state)
{
    (void)state;
    struct source source = source_of("# Rust\n\n- Read chapter 31\n");
    catch_stderr();
    report((struct place){&source, 3, 16}, SEVERITY_WARNING, RULE_NUMBERING,
           "the book has %d chapters", 20);
    expect_said("road.md:3:16: warning: the book has 20 chapters [numbering]\n"
                "    3 | - Read chapter 31\n"
                "      |                ^\n");
}

static void messages_without_place(void **state)
{
    (void)state;
    struct source source = source_of("");
    catch_stderr();
    report((struct place){&source, 0, 0}, SEVERITY_ERROR, RULE_NONE, "it is empty");
    report(NOWHERE, SEVERITY_ERROR, RULE_NONE, "no roadmap given");
    report((struct place){&source, 7, 3}, SEVERITY_ERROR, RULE_NONE, "beyond the end");
    expect_said("road.md: error: it is empty\n"
                "roadbook: error: no roadmap given\n"
                "road.md:7:3: error: beyond the end\n");
}

static void columns_and_carets(void **state)
{
    (void)state;
    say_at("abc", 1, 1, "road.md:1:1: warning: words\n    1 | abc\n      | ^\n");
    /* Past the end: behind the last character. */
    say_at("abc\r\nd", 1, 9, "road.md:1:4: warning: words\n    1 | abc\n      |    ^\n");
    /* Without a column there is no caret. */
    say_at("abc", 1, 0, "road.md:1: warning: words\n    1 | abc\n");
    /* Two-byte letters: the column counts code points. */
    say_at("\u00FC\u00FCx", 1, 5,
           "road.md:1:3: warning: words\n    1 | \u00FC\u00FCx\n      |   ^\n");
    /* Wide characters take two columns of the caret's line, combining ones none. */
    say_at("\u5B66\u4E60x", 1, 7,
           "road.md:1:3: warning: words\n    1 | \u5B66\u4E60x\n      |     ^\n");
    say_at("e\u0301x", 1, 4, "road.md:1:3: warning: words\n    1 | e\u0301x\n      |  ^\n");
    /* Within a character: that character. */
    say_at("a\u5B66x", 1, 3, "road.md:1:2: warning: words\n    1 | a\u5B66x\n      |  ^\n");
    /* Tabs become spaces to the next multiple of four. */
    say_at("\ta\tb", 1, 4, "road.md:1:4: warning: words\n    1 |     a   b\n      |         ^\n");
    /* A blank line shows nothing. */
    say_at("a\n\nb", 2, 1, "road.md:2:1: warning: words\n");
}

static void nothing_reaches_the_terminal_unseen(void **state)
{
    (void)state;
    say_at("\x1b[2Jx", 1, 5, "road.md:1:5: warning: words\n    1 | \\x1b[2Jx\n      |        ^\n");
    say_at("\u202Eab", 1, 5, "road.md:1:3: warning: words\n    1 | \\u202eab\n      |        ^\n");
    struct source source = {.name = "a\x1b.md", .bytes = "x", .length = 1};
    catch_stderr();
    report((struct place){&source, 0, 0}, SEVERITY_ERROR, RULE_NONE, "title \"%s\"", "a\nb\x07");
    expect_said("a\\x1b.md: error: title \"a\\x0ab\\x07\"\n");
}

static void long_lines_are_cut_around_the_caret(void **state)
{
    (void)state;
    char line[1001], wanted[1200], part[128];
    memset(line, 'a', 1000);
    line[1000] = '\0';
    line[499] = 'X';
    memset(part, 'a', 76);
    memcpy(part + 50, "X", 1);
    part[76] = '\0';
    snprintf(wanted, sizeof wanted,
             "road.md:1:500: warning: words\n    1 | \u2026%s\u2026\n      | %*s^\n", part, 51, "");
    say_at(line, 1, 500, wanted);

    memset(part, 'a', 76);
    snprintf(wanted, sizeof wanted, "road.md:1:3: warning: words\n    1 | %s\u2026\n      |   ^\n",
             part);
    say_at(line, 1, 3, wanted);

    /* At the end there is nothing more to cut. */
    part[50] = '\0';
    snprintf(wanted, sizeof wanted,
             "road.md:1:1001: warning: words\n    1 | \u2026%s\n      | %*s^\n", part, 51, "");
    say_at(line, 1, 1001, wanted);

    /* A line that just fits is whole. */
    line[76] = '\0';
    snprintf(wanted, sizeof wanted, "road.md:1:76: warning: words\n    1 | %s\n      | %*s^\n",
             line, 75, "");
    say_at(line, 1, 76, wanted);
}

/* Where the cut falls into a wide character, the caret still stands below its own. */
static void cuts_through_wide_characters(void **state)
{
    (void)state;
    struct text line = TEXT_INIT, wanted = TEXT_INIT;
    text_add(&line, "a");
    for (int i = 0; i < 100; i++)
        text_add(&line, "\u5B66");
    text_add(&line, "X");
    text_add(&wanted, "road.md:1:102: warning: words\n    1 | \u2026");
    for (int i = 0; i < 25; i++)
        text_add(&wanted, "\u5B66");
    text_add(&wanted, "X\n      | ");
    text_print(&wanted, "%*s^\n", 51, "");
    say_at(text_string(&line), 1, 302, text_string(&wanted));

    text_clear(&line);
    text_clear(&wanted);
    for (int i = 0; i < 100; i++)
        text_add(&line, "\u5B66");
    text_add(&line, "aX");
    text_add(&wanted, "road.md:1:102: warning: words\n    1 | \u2026");
    for (int i = 0; i < 24; i++)
        text_add(&wanted, "\u5B66");
    text_add(&wanted, "aX\n      | ");
    text_print(&wanted, "%*s^\n", 50, "");
    say_at(text_string(&line), 1, 302, text_string(&wanted));
    text_free(&line);
    text_free(&wanted);
}

static void how_much_is_said(void **state)
{
    (void)state;
    static const char *const wanted[] = {
        "roadbook: error: e\n",
        "roadbook: warning: w\nroadbook: error: e\n",
        "roadbook: note: n\nroadbook: warning: w\nroadbook: error: e\n",
    };
    for (int level = -1; level <= 1; level++) {
        size_t count;
        report_reset();
        report_verbosity(level);
        catch_stderr();
        report(NOWHERE, SEVERITY_NOTE, RULE_NONE, "n");
        report(NOWHERE, SEVERITY_WARNING, RULE_NONE, "w");
        report(NOWHERE, SEVERITY_ERROR, RULE_NONE, "e");
        expect_said(wanted[level + 1]);
        report_findings(&count);
        assert_int_equal(count, 3); /* kept even where not said */
    }
}

static void the_same_is_said_once(void **state)
{
    (void)state;
    struct source source = source_of("a\nb\n");
    size_t count;
    report_verbosity(-1);
    report((struct place){&source, 1, 1}, SEVERITY_WARNING, RULE_OVERLAP, "w %d", 1);
    report((struct place){&source, 1, 1}, SEVERITY_WARNING, RULE_OVERLAP, "w %d", 1);
    report((struct place){&source, 2, 1}, SEVERITY_WARNING, RULE_OVERLAP, "w %d", 1);
    report((struct place){&source, 2, 1}, SEVERITY_WARNING, RULE_OVERLAP, "w %d in other words", 1);
    report((struct place){&source, 2, 1}, SEVERITY_WARNING, RULE_CADENCE, "w %d", 2);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 3);
    assert_int_equal(findings[1].place.line, 2);
    assert_string_equal(findings[2].message, "w 2");
    assert_int_equal(findings[0].rule, RULE_OVERLAP);
    assert_int_equal(findings[0].severity, SEVERITY_WARNING);
}

static void the_exit_status(void **state)
{
    (void)state;
    report_verbosity(-1);
    assert_int_equal(report_status(false), STATUS_DONE);
    assert_int_equal(report_status(true), STATUS_DONE);
    report(NOWHERE, SEVERITY_NOTE, RULE_NONE, "n");
    assert_int_equal(report_status(true), STATUS_DONE);
    report(NOWHERE, SEVERITY_WARNING, RULE_NONE, "w");
    assert_int_equal(report_status(false), STATUS_DONE);
    assert_int_equal(report_status(true), STATUS_BAD_INPUT);
    catch_stderr();
    report(NOWHERE, SEVERITY_ERROR, RULE_NONE, "e");
    assert_int_equal(report_status(false), STATUS_BAD_INPUT);
    report_failure(STATUS_SYSTEM, NOWHERE, "s");
    report_failure(STATUS_USAGE, NOWHERE, "u");
    expect_said("roadbook: error: e\nroadbook: error: s\nroadbook: error: u\n");
    assert_int_equal(report_status(true), STATUS_SYSTEM);
    report_reset();
    assert_int_equal(report_status(true), STATUS_DONE);
}

static void one_message_a_rule_and_place(void **state)
{
    (void)state;
    struct source source = source_of("one\ntwo\n");
    size_t count;
    report_verbosity(-1);
    report((struct place){&source, 1, 1}, SEVERITY_WARNING, RULE_PRICE_SUM, "5 is not 6");
    report((struct place){&source, 1, 1}, SEVERITY_WARNING, RULE_PRICE_SUM, "6 is not 5");
    report((struct place){&source, 1, 1}, SEVERITY_WARNING, RULE_ORDER, "6 is not 5");
    report((struct place){&source, 2, 1}, SEVERITY_WARNING, RULE_PRICE_SUM, "5 is not 6");
    report(NOWHERE, SEVERITY_WARNING, RULE_PRICE_SUM, "5 is not 6");
    report(NOWHERE, SEVERITY_WARNING, RULE_PRICE_SUM, "6 is not 5"); /* no place to share */
    report_findings(&count);
    assert_int_equal(count, 5);
}

static void held_back_and_sorted(void **state)
{
    (void)state;
    struct source source = source_of("one\ntwo\n");
    size_t count;
    report_hold();
    catch_stderr();
    report((struct place){&source, 2, 0}, SEVERITY_WARNING, RULE_NONE, "second");
    report((struct place){&source, 1, 2}, SEVERITY_WARNING, RULE_NONE, "first, b");
    report((struct place){&source, 1, 1}, SEVERITY_WARNING, RULE_NONE, "first, a");
    report((struct place){&source, 1, 0}, SEVERITY_NOTE, RULE_NONE, "only for -v");
    report(NOWHERE, SEVERITY_WARNING, RULE_NONE, "nowhere");
    expect_said("");
    catch_stderr();
    report_release();
    expect_said("roadbook: warning: nowhere\n"
                "road.md:1:1: warning: first, a\n    1 | one\n      | ^\n"
                "road.md:1:2: warning: first, b\n    1 | one\n      |  ^\n"
                "road.md:2: warning: second\n    2 | two\n");
    assert_string_equal(report_findings(&count)[4].message, "second");
    assert_int_equal(count, 5);
    catch_stderr();
    report_release(); /* nothing is held: says nothing again */
    expect_said("");
}

static void a_silenced_rule(void **state)
{
    (void)state;
    struct source source = source_of("one\ntwo\n");
    size_t count;
    report_verbosity(-1);
    report((struct place){&source, 1, 1}, SEVERITY_WARNING, RULE_GAP, "before");
    report((struct place){&source, 2, 1}, SEVERITY_WARNING, RULE_PRICE_SUM, "stays");
    report_silence(RULE_GAP);
    report((struct place){&source, 2, 1}, SEVERITY_WARNING, RULE_GAP, "after");
    assert_string_equal(report_findings(&count)->message, "stays");
    assert_int_equal(count, 1);
    report_silence(RULE_PRICE_SUM);
    assert_int_equal(report_status(true), STATUS_DONE);
    report_reset();
    report((struct place){&source, 2, 1}, SEVERITY_WARNING, RULE_GAP, "heard again");
    assert_int_equal(report_status(true), STATUS_BAD_INPUT);
}

static void a_trial_leaves_no_trace(void **state)
{
    size_t count;

    (void)state;
    report_mute(true);
    report_failure(STATUS_SYSTEM, NOWHERE, "tried in vain");
    report(NOWHERE, SEVERITY_WARNING, RULE_LOAD, "tried in vain, too");
    report_mute(true); /* a trial in a trial */
    report_mute(false);
    report(NOWHERE, SEVERITY_WARNING, RULE_LOAD, "still tried");
    report_mute(false);
    report_findings(&count);
    assert_int_equal(count, 0);
    assert_int_equal(report_status(true), STATUS_DONE);
}

/* What is tried is counted, but for what was said before, and forgotten. */
static void what_was_tried_is_forgotten(void **state)
{
    size_t count;

    (void)state;
    report_verbosity(-1);
    report(NOWHERE, SEVERITY_WARNING, RULE_LOAD, "said before");
    report_try();
    report(NOWHERE, SEVERITY_WARNING, RULE_LOAD, "said before");
    report(NOWHERE, SEVERITY_WARNING, RULE_LOAD, "tried");
    report(NOWHERE, SEVERITY_WARNING, RULE_LOAD, "tried");
    report(NOWHERE, SEVERITY_NOTE, RULE_LOAD, "a note");
    report(NOWHERE, SEVERITY_ERROR, RULE_LOAD, "worse");
    assert_int_equal(report_forget(SEVERITY_WARNING), 2);
    report_findings(&count);
    assert_int_equal(count, 1);
    assert_int_equal(report_status(false), STATUS_DONE);
    report(NOWHERE, SEVERITY_WARNING, RULE_LOAD, "tried");
    report_findings(&count);
    assert_int_equal(count, 2);
}

/* So many that looking through all of them for each would take minutes; each is said once. */
static void very_many_findings(void **state)
{
    enum { MANY = 80000 };
    struct text text = TEXT_INIT;
    size_t count;

    (void)state;
    for (int i = 0; i < MANY; i++)
        text_add(&text, "a line\n");
    struct source source = {"many.md", text_string(&text), text.length};
    report_verbosity(-1);
    for (int twice = 0; twice < 2; twice++)
        for (int i = 1; i <= MANY; i++)
            report((struct place){&source, i, 3}, SEVERITY_WARNING, RULE_GAP, "line %d", i + twice);
    report_findings(&count);
    assert_int_equal(count, MANY);
    report_silence(RULE_ORDER);
    report((struct place){&source, 7, 3}, SEVERITY_WARNING, RULE_GAP, "known since long");
    report((struct place){&source, 7, 3}, SEVERITY_WARNING, RULE_LOAD, "new");
    report_findings(&count);
    assert_int_equal(count, MANY + 1);
    report_reset();
    text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(one_message_a_rule_and_place, reset),
        cmocka_unit_test_setup(held_back_and_sorted, reset),
        cmocka_unit_test_setup(a_silenced_rule, reset),
        cmocka_unit_test_setup(a_trial_leaves_no_trace, reset),
        cmocka_unit_test_setup(what_was_tried_is_forgotten, reset),
        cmocka_unit_test_setup(very_many_findings, reset),
        cmocka_unit_test_setup(a_message_with_its_line, reset),
        cmocka_unit_test_setup(messages_without_place, reset),
        cmocka_unit_test_setup(columns_and_carets, reset),
        cmocka_unit_test_setup(nothing_reaches_the_terminal_unseen, reset),
        cmocka_unit_test_setup(long_lines_are_cut_around_the_caret, reset),
        cmocka_unit_test_setup(cuts_through_wide_characters, reset),
        cmocka_unit_test_setup(how_much_is_said, reset),
        cmocka_unit_test_setup(the_same_is_said_once, reset),
        cmocka_unit_test_setup(the_exit_status, reset),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    report_reset();
    return failed;
}
