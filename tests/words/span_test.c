/* span_test: texts that are a span and nothing else. */
#include "support/describe_span.h"

/* span_parse() in the shape of those that say where. */
static bool whole_span(const char *text, size_t length, struct span *span, struct found *found)
{
    (void)found;
    return span_parse(text, length, span);
}

static void whole_spans(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {" Months 1-2 ", "month 1-2"},
        {"W3-W5", "week 3-5"},
        {"Week 3+", "week 3+"},
        {"Weeks 1, 3 & 5", "week 1-5 listed"},
        {"Week 1, 2", "week 1-2"},
        {"2nd week", "week 2"},
        {"1ª semana", "week 1"},
        {"3-я неделя", "week 3"},
        {"第1週目", "week 1"},
        {"by Month 18", "by month 18"},
        {"by the end of W3", "by week 3"},
        {"by 2026-03-01", "by 2026-03-01"},
        {"14 weeks", "length week 14"},
        {"4+ weeks", "length week 4+"},
        {"~4-6 Monate", "~length month 4-6"},
        {"3 weeks to 4 weeks", "length week 3-4"},
        {"8-week", "length week 8"},
        {"6 Monate", "length month 6"},
        {"06.01.", "-01-06"},
        {"2026-01-05", "2026-01-05"},
        {"1-2周", "length week 1-2"},
        {"Mon, Jan 5", "-01-05"},
    };
    static const char *const none[] = {"Month 1 and more", "",          "W3C",    "Month 4.2",
                                       "Weeks 4-1",        "Year 2026", "Week 0", "3. Week 4",
                                       "Week 5001",        "Day 50%",   "weeks"};

    check_spans(ROWS(rows), whole_span);
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        struct span span;
        if (span_parse(none[i], strlen(none[i]), &span))
            fail_msg("'%s' taken for a span", none[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_spans),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
