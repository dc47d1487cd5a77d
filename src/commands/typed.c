/* typed: what was typed behind `log`, looked up in memory and in the roadmap. */
#include "commands/typed.h"

#include <string.h>
#include <strings.h>

#include "base/nearest.h"
#include "memory/entries.h"
#include "memory/entry/ticked.h"
#include "memory/lookup.h"
#include "words/quantity.h"

#define MOST_TITLES     2000 /* that the nearest is looked for among */
#define MOST_BARE_HOURS 12   /* of a number without a unit, as nobody studies longer */

/* true for a bare number that is hours, but would be minutes to many: "15", "45". */
static bool is_doubtful(const char *typed, double hours)
{
    return hours > MOST_BARE_HOURS && typed[strspn(typed, "0123456789")] == '\0';
}

bool typed_hours(const char *typed, int *minutes)
{
    struct kept_cell cell = {.kind = CELL_TEXT, .text = typed, .format = "General"};
    double hours;

    if (!cell_hours(&cell, &hours)) {
        report_failure(STATUS_USAGE, NOWHERE,
                       "'%s' is no number of hours; 1h10, 1:10, 70min and 1.5 are; nothing was "
                       "written",
                       typed);
        return false;
    }
    *minutes = (int)(hours * 60 + 0.5);
    if (hours == 0) {
        report_failure(STATUS_USAGE, NOWHERE,
                       "'%s' is nothing; --undo takes back what was logged; nothing was written",
                       typed);
        return false;
    }
    if (is_doubtful(typed, hours)) {
        report_failure(STATUS_USAGE, NOWHERE,
                       "'%s' would be hours; write %smin or %sh; nothing was written", typed, typed,
                       typed);
        return false;
    }
    if (hours >= HOURS_LEAST && hours <= HOURS_MOST)
        return true;
    report_failure(STATUS_USAGE, NOWHERE,
                   "'%s' is %s; 15 minutes to 24 hours count, and minutes are 70min; nothing was "
                   "written",
                   typed, hours < HOURS_LEAST ? "less than 15 minutes" : "more than a day has");
    return false;
}

/* The last day called so up to today, not before the plan began; DAY_NONE: there was none. */
static day day_without_year(const struct run *run, const struct civil *civil)
{
    struct civil today = civil_of(run->today);

    for (int year = today.year; year >= today.year - 1; year--) {
        if (!civil_valid(year, civil->month, civil->day))
            continue;
        day date = day_of(year, civil->month, civil->day);
        if (date <= run->today && (year == today.year || date >= run->memory->start))
            return date;
    }
    return DAY_NONE;
}

/* "16 Jan", "16.01."; *DATE is DAY_NONE where it is still to come. */
static bool read_yearless(const struct run *run, const char *typed, day *date)
{
    struct span span;
    struct found found;

    if (strchr(typed, '/') || !dates_at_start(typed, strlen(typed), &span, &found) ||
        found.end != strlen(typed) || !span.yearless || span.first != span.last)
        return false;
    struct civil civil = civil_of(span.first);
    *date = day_without_year(run, &civil);
    return true;
}

/* false: it is no day. */
static bool read_date(const struct run *run, const char *typed, day *date)
{
    const struct kept_cell cell = {.kind = CELL_TEXT, .text = typed, .format = "General"};

    if (strcasecmp(typed, "today") == 0)
        *date = run->today;
    else if (strcasecmp(typed, "yesterday") == 0)
        *date = run->today - 1;
    else
        return cell_day(&cell, date) || read_yearless(run, typed, date);
    return true;
}

bool typed_day(const struct run *run, const char *typed, day *date)
{
    char text[DATE_TEXT];

    *date = run->today;
    if (!typed)
        return true;
    if (!read_date(run, typed, date))
        report_failure(STATUS_USAGE, NOWHERE,
                       "--on '%s' is no date; %s, yesterday and 16 Jan are; nothing was written",
                       typed, day_print(run->today, text));
    else if (*date == DAY_NONE || *date > run->today)
        report_failure(STATUS_USAGE, NOWHERE,
                       "--on %s: that day is still to come; nothing was written", typed);
    else
        return true;
    return false;
}

/* The plan's categories, by its sessions; *COUNT of them. */
static const char **categories_of(struct pool *pool, const struct past *past, size_t *count)
{
    const char **names = NULL;
    size_t capacity = 0;

    *count = 0;
    for (size_t i = 0; i < past->session_count; i++) {
        const char *name = past->sessions[i].category;
        size_t at = 0;
        while (at < *count && strcmp(names[at], name) != 0)
            at++;
        if (at < *count)
            continue;
        names = pool_extend(pool, names, *count, &capacity, sizeof *names);
        names[(*count)++] = name;
    }
    return names;
}

/* What was typed of a title or name: all of it, or its start. */
enum likeness { UNLIKE, LIKE_START, LIKE_WHOLE };

/* TEXT as it is compared, without quotation marks before it. */
static const char *bare_words(struct pool *pool, const char *text)
{
    static const char *const marks[] = {"\"", "'", "“", "„", "”", "‘", "‚", "«", "»"};
    const char *plain = plain_words(pool, text);

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t length = strlen(marks[i]);
        if (strncmp(plain, marks[i], length) == 0)
            return plain + length;
    }
    return plain;
}

static enum likeness likeness_of(struct pool *pool, const char *name, const char *wanted)
{
    const char *plain = bare_words(pool, name);

    if (strcmp(plain, wanted) == 0)
        return LIKE_WHOLE;
    return strncmp(plain, wanted, strlen(wanted)) == 0 ? LIKE_START : UNLIKE;
}

bool typed_category(const struct run *run, const char *typed, const char **category, bool *new)
{
    size_t count, found = 0, starts = 0;
    const char **names = categories_of(run->pool, &run->memory->past, &count);
    const char *wanted = typed ? bare_words(run->pool, typed) : NULL;

    *category = typed;
    *new = false;
    for (size_t i = 0; typed && i < count; i++) {
        enum likeness likeness = likeness_of(run->pool, names[i], wanted);
        starts += likeness == LIKE_START;
        found = likeness != UNLIKE ? i : found;
        if (likeness == LIKE_WHOLE) {
            *category = names[i];
            return true;
        }
    }
    if (!typed)
        return true;
    if (starts == 1) {
        *category = names[found];
        return true;
    }
    const char *meant = nearest_word(typed, names, count);
    if (meant)
        report_failure(STATUS_USAGE, NOWHERE,
                       "no category \"%s\"; did you mean \"%s\"? nothing was written", typed,
                       meant);
    *new = true;
    return !meant;
}

const char *item_name(const struct item *item)
{
    return item->title.length > 0 ? item->title.text : item->line.text;
}

/* Says what may have been meant. */
static void report_unknown(const struct run *run, const char *typed)
{
    const struct plan *plan = run->plan;
    const char **titles = pool_alloc(run->pool, (plan->item_count + 1) * sizeof *titles);
    size_t count = 0;
    const struct item *item = NULL;

    for (size_t i = 0; i < plan->item_count && count < MOST_TITLES; i++)
        if (memory_ticks(run->memory, plan->items[i].id))
            titles[count++] = item_name(&plan->items[i]);
    const char *meant = nearest_word(typed, titles, count);
    for (size_t i = 0; meant && !item; i++)
        if (item_name(&plan->items[i]) == meant)
            item = &plan->items[i];
    report_failure(
        STATUS_USAGE, NOWHERE, "no \"%s\" in %s%s nothing was written", typed, run->roadmap.name,
        item ? pool_print(run->pool, "; did you mean \"%s\" (line %d)?", meant, item->place.line)
             : " that can be ticked;");
}

static void report_several(const struct run *run, const char *typed, const struct item *one,
                           const struct item *other)
{
    report_failure(STATUS_USAGE, NOWHERE,
                   "\"%s\" may be \"%s\" (line %d) or \"%s\" (line %d) of %s; type more of it; "
                   "nothing was written",
                   typed, item_name(one), one->place.line, item_name(other), other->place.line,
                   run->roadmap.name);
}

static bool same_title(struct pool *pool, const struct item *one, const struct item *other)
{
    return strcmp(plain_words(pool, item_name(one)), plain_words(pool, item_name(other))) == 0;
}

const struct item *typed_item(const struct run *run, const char *typed)
{
    const struct item *found[3] = {NULL}, *other = NULL;
    const char *wanted = bare_words(run->pool, typed);

    for (size_t i = 0; *wanted && i < run->plan->item_count; i++) {
        const struct item *item = &run->plan->items[i];
        enum likeness likeness = strcmp(item->id, typed) == 0
                                     ? LIKE_WHOLE
                                     : likeness_of(run->pool, item_name(item), wanted);
        const struct item *before = found[likeness];
        if (likeness == UNLIKE || !memory_ticks(run->memory, item->id))
            continue;
        if (before && likeness == LIKE_START && !same_title(run->pool, before, item))
            other = item;
        else if (!before || memory_is_ticked(run->memory, before->id))
            found[likeness] = item;
    }
    if (found[LIKE_WHOLE])
        return found[LIKE_WHOLE];
    if (found[LIKE_START] && !other)
        return found[LIKE_START];
    if (other)
        report_several(run, typed, found[LIKE_START], other);
    else
        report_unknown(run, typed);
    return NULL;
}
