/* dates: real dates against the weekdays that stand with them, against the numbers of the
 * weeks they name, and against the day on which the plan starts. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#include "base/text.h"
#include "plan/prose.h"
#include "review/themes.h"
#include "words/scan.h"

#define YEARS_AROUND 6 /* in which a year is looked for that the weekdays fit */

/* A weekday and the date written behind it. */
struct pair {
    struct place place;
    day date;
    enum weekday named;
    /* what it stands in is dated by it */
    bool dates;
};

struct pairs {
    struct pair *list;
    size_t count, capacity;
};

static bool has_year(const struct span *span)
{
    return (span->form == SPAN_DATES || span->dated) && !span->yearless;
}

/* The day of YEARLESS in the year that brings it nearest to NEAR. */
static day nearest_year(day yearless, day near)
{
    struct civil civil = civil_of(yearless);
    day best = DAY_NONE;

    for (int year = civil_of(near).year - 1; year <= civil_of(near).year + 1; year++) {
        if (!civil_valid(year, civil.month, civil.day))
            continue;
        day date = day_of(year, civil.month, civil.day);
        if (best == DAY_NONE || abs(date - near) < abs(best - near))
            best = date;
    }
    return best;
}

/* A date with its year near the one written without: in its section, or one above. */
static day year_context(const struct section *section)
{
    for (; section; section = section->parent)
        if (has_year(&section->span))
            return section->span.first;
    return DAY_NONE;
}

/* Signs that part a weekday from its date: "Mo · 06.01.", "Monday, 01/18/20", "Mo (6.1.)". */
static void scan_between(struct scan *scan)
{
    for (uint32_t next;
         (next = scan_peek(scan)) != 0 &&
         (is_blank(next) || (next < 0x80 && strchr("|,.(:-", (int)next)) || next == 0xB7);)
        scan_take(scan);
}

/* All pairs in WORDS, which stand at PLACE. */
static void find_pairs(const struct review *review, const struct prose *words, struct place place,
                       const struct section *section, bool dates, struct pairs *pairs)
{
    const char *line = words->text;
    size_t length = words->length;
    bool begins = true, digits = false;

    for (size_t i = 0; i < length && !digits; i++)
        digits = line[i] >= '0' && line[i] <= '9';
    for (size_t at = 0; digits && at < length;) {
        struct scan scan = {line, length, at};
        enum weekday weekday;
        struct span span;
        struct found found;
        uint32_t code_point;
        size_t size = utf8_next(line + at, length - at, &code_point);
        bool candidate = begins && scan_weekday(&scan, &weekday);
        begins = !uc_is_alnum(code_point);
        if (!candidate) {
            at += size;
            continue;
        }
        scan_between(&scan);
        if (!dates_at_start(line + scan.at, length - scan.at, &span, &found) || found.start != 0) {
            at += size;
            continue;
        }
        day date = span.first, near = year_context(section);
        if (span.yearless)
            date = near == DAY_NONE ? DAY_NONE : nearest_year(span.first, near);
        if (date != DAY_NONE) {
            pairs->list = pool_extend(review->pool, pairs->list, pairs->count, &pairs->capacity,
                                      sizeof *pairs->list);
            pairs->list[pairs->count++] =
                (struct pair){prose_place(words, at, place), date, weekday, dates};
        }
        /* The end of a range may have a weekday of its own: go on behind the first date. */
        at = scan.at + 1;
        begins = false;
    }
}

static bool fits(const struct pair *pair, int years)
{
    struct civil civil = civil_of(pair->date);

    return civil_valid(civil.year + years, civil.month, civil.day) &&
           weekday_of(day_of(civil.year + years, civil.month, civil.day)) == pair->named;
}

/* The year nearest to the written one that all wrong pairs' weekdays fit, as a distance; 0: none.
 */
static int fitting_year(const struct pairs *wrong)
{
    for (int away = 1; away <= YEARS_AROUND; away++) {
        for (int sign = 1; sign >= -1; sign -= 2) {
            size_t i = 0;
            while (i < wrong->count && fits(&wrong->list[i], sign * away))
                i++;
            if (i == wrong->count)
                return sign * away;
        }
    }
    return 0;
}

static void report_weekday(const struct review *review, const struct pairs *wrong)
{
    const struct pair *first = &wrong->list[0], *last = &wrong->list[wrong->count - 1];
    char date[DATE_TEXT];
    const char *more = "", *fit = "";
    int years = fitting_year(wrong);

    if (wrong->count > 1)
        more = pool_print(review->pool, ", and so with %zu more weekdays down to line %d",
                          wrong->count - 1, last->place.line);
    if (years)
        fit = pool_print(review->pool, "; %s the year %d", wrong->count > 1 ? "all fit" : "it fits",
                         civil_of(first->date).year + years);
    report(first->place, SEVERITY_WARNING, RULE_WEEKDAY_DATE, "%s is a %s, not a %s%s%s; %s",
           day_print(first->date, date), weekday_name(weekday_of(first->date)),
           weekday_name(first->named), more, fit,
           first->dates ? "the dates are taken, not the weekdays"
                        : "neither dates anything: the weeks count from the plan's start");
}

static void check_weekdays(const struct review *review)
{
    const struct plan *plan = review->plan;
    struct pairs all = {0}, wrong = {0};

    for (size_t s = 0; s < plan->section_count; s++) {
        const struct section *section = &plan->sections[s];
        int line = section->heading.length ? section->place.line : 0;
        find_pairs(review, &section->heading, section->place, section, has_year(&section->span),
                   &all);
        for (size_t i = 0; i < section->item_count; i++) {
            const struct item *item = &plan->items[section->first_item + i];
            if (item->place.line == line)
                continue; /* said of the heading, or of the item before */
            line = item->place.line;
            find_pairs(review, &item->line, item->place, section, item->when_from == WHEN_OWN,
                       &all);
        }
    }
    for (size_t i = 0; i < all.count; i++) {
        if (weekday_of(all.list[i].date) == all.list[i].named)
            continue;
        wrong.list =
            pool_extend(review->pool, wrong.list, wrong.count, &wrong.capacity, sizeof *wrong.list);
        wrong.list[wrong.count++] = all.list[i];
    }
    if (!wrong.count)
        return;
    if (fitting_year(&wrong)) {
        report_weekday(review, &wrong); /* one cause, said once */
        return;
    }
    for (size_t i = 0; i < wrong.count; i++) {
        struct pairs one = {&wrong.list[i], 1, 1};
        report_weekday(review, &one);
    }
}

/* A numbered span that names its first day too; a week "(Nov 2025)" does not. */
static bool says_first_day(const struct section *section)
{
    const struct span *span = &section->span;
    bool month = span->last - span->first >= 27 && civil_of(span->first).day == 1 &&
                 unit_days(span->unit) < 27;

    return span->form == SPAN_POSITION && has_year(span) && !month;
}

/* "Week 2 (Jan 19 - 25)" right behind "Week 1 (Jan 5 - 11)": its dates are those of week 3. */
static void check_numbers(const struct review *review)
{
    const struct plan *plan = review->plan;
    const struct section *known = NULL;

    for (size_t i = 1; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        const struct span *span = &section->span;
        if (!says_first_day(section))
            continue;
        if (!known || known->span.unit != span->unit || known->parent != section->parent) {
            known = section;
            continue;
        }
        double days = unit_days(span->unit);
        double expected = known->span.first + (span->from - known->span.from) * days;
        if (fabs(span->first - expected) > fmax(days * 0.5, 1)) {
            char first[DATE_TEXT], wanted[DATE_TEXT];
            report(
                section->span_place, SEVERITY_WARNING, RULE_DATE_MISMATCH,
                "%s begins on %s by its dates, on %s by the dates of %s in line %d; taken by its "
                "number",
                say_units(review, span->unit, span->from, span->to), day_print(span->first, first),
                day_print((day)lround(expected), wanted),
                say_units(review, span->unit, known->span.from, known->span.to), known->place.line);
            return;
        }
        known = section;
    }
}

/* "Week 9 (Jan 25 - 31, 2026)" where week 9 comes at another time by the plan's start. */
static void check_start(const struct review *review)
{
    const struct plan *plan = review->plan;
    day start = review->schedule->start;

    for (size_t i = 1; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        if (!says_first_day(section))
            continue;
        double offset = (section->span.from - 1) * unit_days(section->span.unit);
        day origin = section->span.first - (day)lround(offset);
        if (abs(origin - start) < 7)
            return;
        char first[DATE_TEXT], begins[DATE_TEXT], wanted[DATE_TEXT];
        report(section->span_place, SEVERITY_WARNING, RULE_START_MISMATCH,
               "%s begin%s on %s by the dates named, and the plan then on %s; it starts on %s: the "
               "numbers are taken, not the dates; --start %s would fit both",
               say_units(review, section->span.unit, section->span.from, section->span.to),
               section->span.from == section->span.to ? "s" : "",
               day_print(section->span.first, first), day_print(origin, wanted),
               day_print(start, begins), wanted);
        return;
    }
}

/* Dates that were over before the plan starts. */
struct gone_dates {
    size_t dates, past;
    /* of those past: their first and last days */
    day earliest, latest;
    /* of the first one */
    struct place place;
    /* some of them date what they stand in */
    bool schedules;
};

static void count_date(struct gone_dates *past, const struct span *span, struct place place,
                       bool dates, day start)
{
    if (!has_year(span) || span->form != SPAN_DATES)
        return;
    past->dates++;
    if (span->last >= start)
        return;
    if (!past->past++) {
        past->place = place;
        past->earliest = span->first;
        past->latest = span->last;
    }
    past->earliest = span->first < past->earliest ? span->first : past->earliest;
    past->latest = span->last > past->latest ? span->last : past->latest;
    past->schedules = past->schedules || dates;
}

/* true where some of them date what they stand in. */
static bool report_past(const struct review *review, const struct gone_dates *past)
{
    char latest[DATE_TEXT], begins[DATE_TEXT], earliest[DATE_TEXT];
    const char *which =
        pool_print(review->pool, "%zu of %zu dates with a year", past->past, past->dates);

    if (past->past == past->dates)
        which = past->dates == 1 ? "the one date with a year" : "all dates with a year";
    day_print(past->earliest, earliest);
    report(past->place, SEVERITY_WARNING, RULE_DATES_PAST,
           "%s %s over before the plan starts on %s, the last on %s; %s", which,
           past->past == 1 ? "is" : "are", day_print(review->schedule->start, begins),
           day_print(past->latest, latest),
           past->schedules
               ? pool_print(review->pool,
                            "what they date gets no session: start with --start %s, or move them",
                            earliest)
               : "the weeks count from the plan's start instead");
    return past->schedules;
}

static void check_past(const struct review *review)
{
    const struct plan *plan = review->plan;
    day start = review->schedule->start;
    struct gone_dates past = {0};

    for (size_t s = 0; s < plan->section_count; s++) {
        const struct section *section = &plan->sections[s];
        count_date(&past, &section->span, section->place, true, start);
        for (size_t i = 0; i < section->item_count; i++) {
            const struct item *item = &plan->items[section->first_item + i];
            bool remark = item->kind == ITEM_TEXT && !section_placed(section); /* "Updated: ..." */
            if (!remark && item != section_head(plan, section))
                count_date(&past, &item->span, item->place, item->when_from == WHEN_OWN, start);
        }
    }
    if (!past.past || !report_past(review, &past))
        check_start(review);
}

void review_dates(struct review *review)
{
    check_weekdays(review);
    check_numbers(review);
    check_past(review);
}
