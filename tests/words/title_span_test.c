/* title_span_test: where in a title a span stands, in all the languages and forms that roadmaps
 * use; what looks like one and is none; lengths that a plan's title states. */
#include "support/describe_span.h"

/* The span and what of the title stays: "week 3|Traits"; "-" for none. */
static void describe_title(char *out, size_t size, const char *text)
{
    struct span span;
    struct found found;

    if (!span_in_title(text, strlen(text), &span, &found)) {
        snprintf(out, size, "-");
        return;
    }
    assert_true(found.start <= found.end && found.end <= strlen(text));
    describe_span(out, size, &span);
    size_t used = strlen(out);
    snprintf(out + used, size - used, "|%.*s%s", (int)found.start, text, text + found.end);
}

static void check_titles(const struct row *rows, size_t count)
{
    char out[300];

    for (size_t i = 0; i < count; i++) {
        describe_title(out, sizeof out, rows[i].text);
        if (strcmp(out, rows[i].expected) != 0)
            fail_msg("'%s': got '%s', want '%s'", rows[i].text, out, rows[i].expected);
    }
}

static void spans_beside_an_enumeration_comma(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"糸（第3〜8週、任意）", "week 3-8|糸"},
        {"糸（任意、第3週）", "week 3|糸"},
        {"糸（任意、楽しい）", "-"},
    };

    check_titles(rows, sizeof rows / sizeof rows[0]);
}

static void spans_at_the_start(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Week 3: Traits", "week 3|Traits"},
        {"Week 3 - Traits", "week 3|Traits"},
        {"Week 3 – Traits", "week 3|Traits"},
        {"Week 3 — Traits", "week 3|Traits"},
        {"Week 3. Traits", "week 3|Traits"},
        {"Week 3 Traits", "week 3|Traits"},
        {"WEEK 3: TRAITS", "week 3|TRAITS"},
        {"week 3: traits", "week 3|traits"},
        {"Week 3", "week 3|"},
        {"Week 3:", "week 3|"},
        {"Week #3: Traits", "week 3|Traits"},
        {"Week 03: Traits", "week 3|Traits"},
        {"Wk 3: Traits", "week 3|Traits"},
        {"Mo 3: Traits", "month 3|Traits"},
        {"Weeks 1-4: Basics", "week 1-4|Basics"},
        {"Weeks 1 - 4: Basics", "week 1-4|Basics"},
        {"Weeks 1–4: Basics", "week 1-4|Basics"},
        {"Weeks 1—4: Basics", "week 1-4|Basics"},
        {"Weeks 1‑4: Basics", "week 1-4|Basics"},
        {"Weeks 1~4: Basics", "week 1-4|Basics"},
        {"Weeks 1 to 4: Basics", "week 1-4|Basics"},
        {"Weeks 1 through 4: Basics", "week 1-4|Basics"},
        {"Week 1 - Week 4: Basics", "week 1-4|Basics"},
        {"Months 1-2", "month 1-2|"},
        {"Month 4+: Deep water", "month 4+|Deep water"},
        {"Month 4 and beyond: Deep water", "month 4+|Deep water"},
        {"Months 4-6+: Deep water", "month 4-6+|Deep water"},
        {"Quarter 2: Growth", "quarter 2|Growth"},
        {"Term 1: Start", "term 1|Start"},
        {"Semester 2: Systems", "term 2|Systems"},
        {"Year 1: Foundations", "year 1|Foundations"},
        {"Day 12: Review", "day 12|Review"},
        {"Days 5 & 6: Rest", "day 5-6|Rest"},
        {"Weeks 1, 3 & 5: Labs", "week 1-5 listed|Labs"},
        {"Weeks 1, 2 and 3: Labs", "week 1-3|Labs"},
        {"Weeks 7/8: Labs", "week 7-8|Labs"},
        {"W3: Coverage", "week 3|Coverage"},
        {"W1-W3: Coverage", "week 1-3|Coverage"},
        {"W1–3: Coverage", "week 1-3|Coverage"},
        {"D1", "day 1|"},
        {"Q2: Growth", "quarter 2|Growth"},
        {"1st week: Setup", "week 1|Setup"},
        {"2nd month: Setup", "month 2|Setup"},
        {"by Month 18: choose", "by month 18|choose"},
        {"End of W3 — done", "by week 3|done"},
        {"By the end of week 6: shipped", "by week 6|shipped"},
        {"Week 1 of 12: Setup", "week 1|Setup"},
        {"[Week 1] Setup", "week 1|Setup"},
        {"(Week 1) Setup", "week 1|Setup"},
        {"🚀 Week 2: Lift-off", "week 2|🚀 Lift-off"},
        {"📌 Week 2 (Jan 5 - Jan 11, 2026): Go", "week 2 = 2026-01-05..2026-01-11|📌 Go"},
        {"Week 2 | Go", "week 2|Go"},
    };
    check_titles(ROWS(rows));
}

static void spans_at_the_end(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Basics (Weeks 1-4)", "week 1-4|Basics"},
        {"Basics (Weeks 1-4):", "week 1-4|Basics"},
        {"Basics (weeks 1–4) ✅", "week 1-4|Basics"},
        {"Basics (Weeks 1-4): more", "week 1-4|Basicsmore"},
        {"Basics [Weeks 1-4]", "week 1-4|Basics"},
        {"Basics (advanced) (Month 3)", "month 3|Basics (advanced)"},
        {"Basics (Months 6+)", "month 6+|Basics"},
        {"Pick a field (Choose by Month 18)", "by month 18|Pick a field"},
        {"Deliverables (by Week 40):", "by week 40|Deliverables"},
        {"Basics (3 weeks)", "length week 3|Basics"},
        {"Basics (~3 weeks)", "~length week 3|Basics"},
        {"Basics (2-3 weeks)", "length week 2-3|Basics"},
        {"Basics (1.5 months)", "length month 1.5|Basics"},
        {"Basics (3-week)", "length week 3|Basics"},
        {"Plan (24-30 Months, 5-10 hours/week)", "length month 24-30|Plan"},
        {"Basics (Weeks 3-4, 6 hours)", "week 3-4|Basics"},
        {"Sprint (Jan 5 - Feb 1, 2026)", "2026-01-05..2026-02-01|Sprint"},
        {"Intro | Day 7", "day 7|Intro"},
        {"基础（4-6周）", "length week 4-6|基础"},
    };
    check_titles(ROWS(rows));
}

static void spans_in_other_languages(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Woche 1: Grundlagen", "week 1|Grundlagen"},
        {"Wochen 1-3: Grundlagen", "week 1-3|Grundlagen"},
        {"Wochen 1 bis 3: Grundlagen", "week 1-3|Grundlagen"},
        {"KW 7: Netze", "week 7|Netze"},
        {"Tag 5: Pause", "day 5|Pause"},
        {"Monat 2: Praxis", "month 2|Praxis"},
        {"Monate 2 und 3: Praxis", "month 2-3|Praxis"},
        {"2. Woche: Praxis", "week 2|Praxis"},
        {"Quartal 3: Praxis", "quarter 3|Praxis"},
        {"Grundlagen (2 Monate)", "length month 2|Grundlagen"},
        {"Ende Woche 3: fertig", "by week 3|fertig"},
        {"bis Monat 6: fertig", "by month 6|fertig"},
        {"Woche 1 (06.01. - 12.01.2026): Netze", "week 1 = 2026-01-06..2026-01-12|Netze"},
        {"Semana 1: Bases", "week 1|Bases"},
        {"Semanas 1 a 4: Bases", "week 1-4|Bases"},
        {"Mes 2: Práctica", "month 2|Práctica"},
        {"Meses 2-3: Práctica", "month 2-3|Práctica"},
        {"Día 3: Descanso", "day 3|Descanso"},
        {"DÍA 3: Descanso", "day 3|Descanso"},
        {"Mês 1: Começo", "month 1|Começo"},
        {"Dia 4: Treino", "day 4|Treino"},
        {"1ª semana: Treino", "week 1|Treino"},
        {"Semaine 2 : Les bases", "week 2|Les bases"},
        {"Semaines 2 à 4 : Les bases", "week 2-4|Les bases"},
        {"Jour 1 : Départ", "day 1|Départ"},
        {"Mois 3 : Projet", "month 3|Projet"},
        {"2e semaine : Projet", "week 2|Projet"},
        {"Bases (3 semaines)", "length week 3|Bases"},
        {"Неделя 1: Основы", "week 1|Основы"},
        {"НЕДЕЛЯ 1: Основы", "week 1|Основы"},
        {"Недели 1-2: Основы", "week 1-2|Основы"},
        {"День 5: Отдых", "day 5|Отдых"},
        {"Месяц 2: Практика", "month 2|Практика"},
        {"2-я неделя: Практика", "week 2|Практика"},
        {"Основы (3 месяца)", "length month 3|Основы"},
        {"第1周：基础", "week 1|基础"},
        {"第1-2周：基础", "week 1-2|基础"},
        {"第1周至第3周：基础", "week 1-3|基础"},
        {"第一周：基础", "week 1|基础"},
        {"第十二周：基础", "week 12|基础"},
        {"第3天 练习", "day 3|练习"},
        {"第2个月：项目", "month 2|项目"},
        {"第1～2週：基礎", "week 1-2|基礎"},
        {"第3週: 文法", "week 3|文法"},
        {"1週目: 文法", "week 1|文法"},
        {"2ヶ月目：会話", "month 2|会話"},
        {"5日目 復習", "day 5|復習"},
        {"文法（3週間）", "length week 3|文法"},
        {"练习（17天）", "length day 17|练习"},
    };
    check_titles(ROWS(rows));
}

static void no_spans(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Chapters 1-10 thoroughly",
        "chapter 16",
        "One CLI application (500+ lines)",
        "A tool with 50K+ downloads",
        "100 Days of Code",
        "A talk (CppCon 2024)",
        "exercises/week1",
        "see exercises/week1 (part)",
        "Week 1 was hard",
        "Month 6 is when it gets good",
        "Reviewed in week 3 of the course",
        "Read it by heart",
        "Daily: 1 hour",
        "Weekly milestones",
        "Monthly review",
        "Years of practice",
        "Weekend: 2 hours",
        "Day-to-day work",
        "Week X: fill in",
        "Week 0: warm-up",
        "Year 2026: goals",
        "Version 1.75+ (stable)",
        "1.2. Traits and generics",
        "3. Traits",
        "W3C standards",
        "D3.js charts",
        "Q&A",
        "Q4.12 arithmetic",
        "M1-based laptops",
        "Monday: 2 hours",
        "May the source be with you",
        "March through the basics",
        "Build (by hand)",
        "Core Theory (Spread across 8 months)",
        "Projects (One every 2 months)",
        "Costs (<$150 total over 30 months)",
        "Free (Primary - 95% of learning)",
        "Half a week: rest",
        "Week",
        "",
        "(",
        "()",
        "Week 99999999999999999999",
        "Basics (Weeks 1-4) and then some",
        "Set 3 timers",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        char out[300];
        describe_title(out, sizeof out, texts[i]);
        if (strcmp(out, "-") != 0)
            fail_msg("'%s' taken for '%s'", texts[i], out);
    }
}

static void stated_totals(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"30-Day Study Plan", "length day 30"},
        {"Learn_It_in_3_Months", "length month 3"},
        {"Learn it in 3 months", "length month 3"},
        {"4 Phases × 20 Weeks", "length week 20"},
        {"Plan - 7 Wochen bis zum Ziel", "length week 7"},
        {"100 Days of Code", "-"},
        {"Roadmap 2026", "-"},
        {"总体（3-6个月）", "length month 3-6"},
    };
    check_spans(ROWS(rows), length_find);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_at_the_start), cmocka_unit_test(spans_beside_an_enumeration_comma),
        cmocka_unit_test(spans_at_the_end),   cmocka_unit_test(spans_in_other_languages),
        cmocka_unit_test(no_spans),           cmocka_unit_test(stated_totals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
