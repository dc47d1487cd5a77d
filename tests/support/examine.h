/* Examine: a roadmap as text through reader, schedule and review, for tests of what it finds.
 * Included by tests only. */
#ifndef ROADBOOK_TESTS_EXAMINE_H
#define ROADBOOK_TESTS_EXAMINE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/report.h"
#include "read/roadmap.h"
#include "review/review.h"

/* Runs everything over TEXT at MINUTES a week (0: the roadmap's own), from START on; the findings
 * are the reporter's until the next call. */
static inline void examine_from(const char *text, int minutes, day start)
{
    static struct source source;
    struct roadmap_hints hints = {.hours = minutes};
    struct rhythm rhythm = {.minutes = minutes,
                            .start = start,
                            .timezone = "UTC",
                            .workday_time = 19 * 60,
                            .weekend_time = 10 * 60};

    report_reset();
    report_verbosity(-1);
    /* What a fault leaves empty is a consequence of it; schedule_test.c has tests of that. */
    report_silence(RULE_EMPTY_WEEKS);
    source = (struct source){"road.md", text, strlen(text)};
    struct plan *plan = roadmap_read(&source, &hints);
    assert_non_null(plan);
    review_plan(schedule_make(plan->pool, plan, &rhythm), minutes > 0);
    pool_free(plan->pool);
    report_release();
}

static inline void examine(const char *text)
{
    examine_from(text, 0, day_of(2026, 1, 5));
}

/* How many findings of RULE there are. */
static inline size_t findings_of(enum rule rule)
{
    size_t count, found = 0;
    const struct finding *findings = report_findings(&count);

    for (size_t i = 0; i < count; i++)
        found += findings[i].rule == rule;
    return found;
}

/* The only finding is one of RULE in LINE and COLUMN (0: any), and its words hold WORDS. */
static inline void expect_finding(enum rule rule, int line, int column, const char *words)
{
    size_t count;
    const struct finding *findings = report_findings(&count);

    for (size_t i = 0; i < count; i++)
        if (count > 1 || findings[i].rule != rule)
            print_message("found %d:%d %s [%s]\n", findings[i].place.line, findings[i].place.column,
                          findings[i].message, rule_names[findings[i].rule]);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].rule, rule);
    assert_int_equal(findings[0].place.line, line);
    if (column)
        assert_int_equal(findings[0].place.column, column);
    if (!strstr(findings[0].message, words))
        fail_msg("\"%s\" is not in: %s", words, findings[0].message);
}

static inline void expect_nothing(void)
{
    size_t count;
    const struct finding *findings = report_findings(&count);

    for (size_t i = 0; i < count; i++)
        print_message("found %d:%d %s [%s]\n", findings[i].place.line, findings[i].place.column,
                      findings[i].message, rule_names[findings[i].rule]);
    assert_int_equal(count, 0);
}

/* A text that has a fault, and one nearly equal that has none. */
struct fault {
    const char *text, *near;
    enum rule rule;
    const char *words;
    int line, column;
};

static inline void expect_faults(const struct fault *faults, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        examine(faults[i].text);
        expect_finding(faults[i].rule, faults[i].line, faults[i].column, faults[i].words);
        examine(faults[i].near);
        expect_nothing();
    }
    report_reset();
}

#define EXPECT_FAULTS(faults) expect_faults(faults, sizeof faults / sizeof faults[0])

#endif
