/* recall_past: the weeks and sessions of the plan as it was last laid out, and what the book
 * printed of them. */
#include "memory/recall.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/report.h"

#define DAY_MINUTES  1440
#define WEEK_MINUTES 10080
#define WEEK_DAYS    7
#define PLAN_DAYS    200000 /* plan time; more than the calendar holds */
#define PAGES        1000000

/* "300", or one number for each of the seven days. */
static bool read_rates(const char *text, int rates[7])
{
    int count = 0;
    char *end;

    for (const char *at = text; *at && count < 7; at = end) {
        long rate = strtol(at, &end, 10);
        if (end == at || rate < 0 || rate > WEEK_MINUTES)
            return false;
        rates[count++] = (int)rate;
        end += strspn(end, " ");
    }
    for (int i = 1; count == 1 && i < 7; i++)
        rates[i] = rates[0];
    return count == 1 || count == 7;
}

static struct page_record read_page(const struct record *record, size_t row)
{
    struct page_record page = {.title = record_text(record, row, RECORD_WEEK_TITLE), .before = -1};
    double number;

    if (record_number(record, row, RECORD_WEEK_PAGE, 0, PAGES, &number))
        page.page = (int)number;
    if (record_number(record, row, RECORD_WEEK_BEFORE, 0, INT32_MAX, &number))
        page.before = (int)number;
    record_number(record, row, RECORD_WEEK_WAY_FROM, 0, 1, &page.way_from);
    record_number(record, row, RECORD_WEEK_WAY_TO, 0, 1, &page.way_to);
    return page;
}

static bool read_week(const struct record *record, size_t row, struct past_week *week)
{
    *week = (struct past_week){
        .number = record_count(record, row, RECORD_WEEK_NUMBER),
        .iso_year = record_count(record, row, RECORD_WEEK_ISO_YEAR),
        .iso_week = record_count(record, row, RECORD_WEEK_ISO_WEEK),
        .first = record_day(record, row, RECORD_WEEK_FIRST),
        .last = record_day(record, row, RECORD_WEEK_LAST),
        .phase = record_text(record, row, RECORD_WEEK_PHASE),
        .page = read_page(record, row),
    };
    bool dated = week->number > 0 && week->iso_year >= 1969 && week->iso_year <= 2200 &&
                 week->iso_week >= 1 && week->iso_week <= 53 && week->first != DAY_NONE &&
                 week->last >= week->first && week->last - week->first < WEEK_DAYS;
    /* After a replan a week may begin before the plan's first instant: it has days that went by. */
    return dated &&
           record_number(record, row, RECORD_WEEK_FROM, -PLAN_DAYS, PLAN_DAYS, &week->from) &&
           record_number(record, row, RECORD_WEEK_MIDDLE, week->from, PLAN_DAYS, &week->middle) &&
           record_number(record, row, RECORD_WEEK_TO, week->middle, PLAN_DAYS, &week->to) &&
           read_rates(record_text(record, row, RECORD_WEEK_RATES), week->rates);
}

static int by_number(const void *left, const void *right)
{
    const struct past_week *one = left, *other = right;

    if (one->number != other->number)
        return one->number < other->number ? -1 : 1;
    return one->first < other->first ? -1 : one->first > other->first;
}

/* How many of the weeks follow one on the other. */
static size_t weeks_joined(const struct past_week *weeks, size_t count)
{
    size_t joined = count > 0 && weeks[0].number == 1;

    while (joined > 0 && joined < count && weeks[joined].number == weeks[joined - 1].number + 1 &&
           weeks[joined].first > weeks[joined - 1].last)
        joined++;
    return joined;
}

/* The weeks in order; none from the first on that is missing or makes no sense. */
static size_t recall_weeks(struct pool *pool, const struct record *record, struct past_week **weeks,
                           bool *damaged)
{
    size_t rows = record_rows(record, RECORD_WEEK), count = 0;
    char date[DATE_TEXT];

    *weeks = pool_alloc(pool, (rows + 1) * sizeof **weeks);
    for (size_t i = 0; i < rows; i++)
        count += read_week(record, i, &(*weeks)[count]);
    qsort(*weeks, count, sizeof **weeks, by_number);
    size_t joined = weeks_joined(*weeks, count);
    *damaged = joined < rows;
    if (!*damaged)
        return joined;
    if (joined == 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_TRACKER_DAMAGED,
               "what the tracker keeps of past weeks cannot be made out; they are laid out anew");
    else
        report(NOWHERE, SEVERITY_WARNING, RULE_TRACKER_DAMAGED,
               "what the tracker keeps of the weeks after %s cannot be made out; they are laid out "
               "anew",
               day_print((*weeks)[joined - 1].last, date));
    return joined;
}

/* What stands in TEXT between blanks. */
static const char *const *read_words(struct pool *pool, const char *text, size_t *count)
{
    const char **words = pool_alloc(pool, (strlen(text) / 2 + 1) * sizeof *words);

    *count = 0;
    for (const char *at = text + strspn(text, " "); *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        words[(*count)++] = pool_copy(pool, at, length);
        at += length;
    }
    return words;
}

/* A whole number of LOW..HIGH; false: none. */
static bool read_number(const char *word, int low, int high, int *number)
{
    char *end;
    long value = strtol(word, &end, 10);

    if (end == word || *end || value < low || value > high)
        return false;
    *number = (int)value;
    return true;
}

/* Two counts from 1 on, the second not below the first; else none. */
static void read_range(const char *from, const char *to, int *first, int *last)
{
    if (read_number(from, 1, INT_MAX, first) && read_number(to, *first, INT_MAX, last))
        return;
    *first = *last = 0;
}

static bool read_session(struct pool *pool, const struct record_line *line,
                         struct past_session *session)
{
    size_t count;
    const char *const *words = read_words(pool, line->words, &count);

    if (count < SESSION_WORDS)
        return false;
    const char *date = words[SESSION_WORD_DATE];
    *session = (struct past_session){
        .id = words[SESSION_WORD_ID],
        .category = line->second,
        .focus = line->third,
        .closes_month = strcmp(words[SESSION_WORD_CLOSES_MONTH], "1") == 0,
        .items = words + SESSION_WORDS,
        .item_count = count - SESSION_WORDS,
    };
    read_range(words[SESSION_WORD_CHAPTER_FROM], words[SESSION_WORD_CHAPTER_TO],
               &session->chapter_from, &session->chapter_to);
    read_range(words[SESSION_WORD_PART], words[SESSION_WORD_PARTS], &session->part,
               &session->parts);
    return day_parse(date, strlen(date), &session->date) &&
           read_number(words[SESSION_WORD_START], 0, DAY_MINUTES - 1, &session->start) &&
           read_number(words[SESSION_WORD_MINUTES], 1, DAY_MINUTES - session->start,
                       &session->minutes);
}

static int by_time(const void *left, const void *right)
{
    const struct past_session *one = left, *other = right;

    if (one->date != other->date)
        return one->date < other->date ? -1 : 1;
    if (one->start != other->start)
        return one->start < other->start ? -1 : 1;
    return strcmp(one->id, other->id);
}

static int by_id(const void *left, const void *right)
{
    const struct past_session *one = *(struct past_session *const *)left;
    const struct past_session *other = *(struct past_session *const *)right;
    int order = strcmp(one->id, other->id);

    return order != 0 ? order : one < other ? -1 : one > other;
}

/* Leaves no id to two sessions: the first in time keeps it. */
static void drop_copies(struct past_session *sessions, size_t count)
{
    struct past_session **sorted = must_alloc((count + 1) * sizeof *sorted);

    for (size_t i = 0; i < count; i++)
        sorted[i] = &sessions[i];
    qsort(sorted, count, sizeof *sorted, by_id);
    for (size_t i = 1; i < count; i++)
        if (strcmp(sorted[i]->id, sorted[i - 1]->id) == 0)
            sorted[i]->minutes = 0;
    free(sorted);
}

/* All sessions, by time; of *WRITTEN that there are. */
static size_t read_sessions(struct pool *pool, const struct record *record,
                            struct past_session **sessions, size_t *written)
{
    const struct record_line *lines = record_lines(pool, record, RECORD_SESSION_PLAN, written);
    size_t count = 0;

    *sessions = pool_alloc(pool, (*written + 1) * sizeof **sessions);
    for (size_t i = 0; i < *written; i++)
        count += read_session(pool, &lines[i], &(*sessions)[count]);
    qsort(*sessions, count, sizeof **sessions, by_time);
    drop_copies(*sessions, count);
    return count;
}

/* Gives each week its own sessions; those that lie in none are dropped. */
static void recall_sessions(struct pool *pool, const struct record *record, struct past *past,
                            struct past_week *weeks)
{
    struct past_session *sessions;
    size_t written, all = read_sessions(pool, record, &sessions, &written), count = 0, at = 0;

    for (size_t w = 0; w < past->week_count; w++) {
        while (at < all && sessions[at].date < weeks[w].first)
            at++;
        weeks[w].first_session = count;
        for (; at < all && sessions[at].date <= weeks[w].last; at++)
            if (sessions[at].minutes > 0)
                sessions[count++] = sessions[at];
        weeks[w].session_count = count - weeks[w].first_session;
    }
    past->sessions = sessions;
    past->session_count = count;
    past->damaged |= count < written;
}

/* A line of a page, and the number of the week that it is of; 0: nothing that makes sense. */
static int read_line(struct pool *pool, const struct record_line *written, struct page_line *line)
{
    size_t count;
    int week, number = 0;
    const char *const *words = read_words(pool, written->words, &count);

    if (count < LINE_WORDS || !read_number(words[LINE_WORD_WEEK], 1, INT_MAX, &week))
        return 0;
    const char *date = words[LINE_WORD_DATE];
    *line = (struct page_line){
        .coming = strcmp(words[LINE_WORD_COMING], "1") == 0,
        .title = written->second,
        .note = written->third,
        .target = count > LINE_WORDS ? words[LINE_WORDS] : "",
        .date = DAY_NONE,
        .due = strcmp(words[LINE_WORD_DUE], "1") == 0,
        .ticked = strcmp(words[LINE_WORD_TICKED], "1") == 0,
    };
    if (read_number(words[LINE_WORD_COUNT], 0, INT_MAX, &number))
        line->count = number;
    return strcmp(date, LINE_UNDATED) == 0 || day_parse(date, strlen(date), &line->date) ? week : 0;
}

/* Gives each week's page its lines, in the order they stand in. */
static void recall_lines(struct pool *pool, const struct record *record, struct past_week *weeks,
                         size_t week_count)
{
    size_t rows, *ends;
    const struct record_line *written = record_lines(pool, record, RECORD_LINE_PLAN, &rows);
    struct page_line *read = pool_alloc(pool, (rows + 1) * sizeof *read);
    struct page_line *lines = pool_alloc(pool, (rows + 1) * sizeof *lines);
    int *week_of = pool_alloc(pool, (rows + 1) * sizeof *week_of);

    ends = pool_alloc(pool, (week_count + 2) * sizeof *ends);
    for (size_t i = 0; i < rows; i++) {
        week_of[i] = read_line(pool, &written[i], &read[i]);
        if (week_of[i] >= 1 && (size_t)week_of[i] <= week_count)
            ends[week_of[i] + 1]++;
    }
    for (size_t w = 1; w < week_count + 2; w++)
        ends[w] += ends[w - 1];
    /* ends[w] is where the lines of week number w begin, and, one by one, where they end */
    for (size_t i = 0; i < rows; i++)
        if (week_of[i] >= 1 && (size_t)week_of[i] <= week_count)
            lines[ends[week_of[i]]++] = read[i];
    for (size_t w = 0; w < week_count; w++) {
        weeks[w].page.lines = &lines[ends[w]];
        weeks[w].page.line_count = ends[w + 1] - ends[w];
    }
}

void recall_past(struct pool *pool, const struct record *record, struct memory *memory)
{
    struct past *past = &memory->past;
    struct past_week *weeks;

    past->today = memory->built;
    past->week_count = recall_weeks(pool, record, &weeks, &past->damaged);
    past->weeks = weeks;
    recall_sessions(pool, record, past, weeks);
    recall_lines(pool, record, weeks, past->week_count);
}
