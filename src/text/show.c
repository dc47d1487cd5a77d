/* show: the dated plan as text, stable and complete: what golden tests read. */
#include "text/show.h"

#include "schedule/lived/progress.h"
#include "text/hours_told.h"
#include "text/phrases.h"
#include <string.h>

/* Appends PROSE with control characters made visible; its further lines are indented
 * to stand below the first. */
static void add_prose(struct text *out, const struct prose *prose, int indent)
{
    const char *at = prose->text, *end = prose->text + prose->length;

    for (;;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        text_add_visible(out, at, (size_t)((newline ? newline : end) - at), false);
        if (!newline)
            return;
        text_print(out, "\n%*s", indent, "");
        at = newline + 1;
    }
}

static void add_string(struct text *out, const char *string)
{
    text_add_visible(out, string, strlen(string), false);
}

/* "5 h", "5 h - 10 h". */
static void add_range(struct text *out, int low, int high)
{
    add_duration(out, low);
    if (high != low) {
        text_add(out, " - ");
        add_duration(out, high);
    }
}

static void add_heading(struct text *out, const struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;
    char date[DATE_TEXT];

    add_prose(out, &plan->title, 0);
    text_print(out, "\n  id        %s\n  language  ", plan->id);
    add_string(out, plan->language ? plan->language : "");
    text_add(out, "\n  length    ");
    if (plan->count_low > 0 && plan->count_low < plan->count_high)
        text_print(out, "%g - ", plan->count_low);
    double count =
        plan->count_high > 0 ? plan->count_high : plan->length_days / unit_days(plan->unit);
    text_print(out, "%g %s%s\n", count,
               count == 1 ? unit_name(plan->unit) : unit_plural(plan->unit),
               plan->length_assumed ? " (assumed)" : "");
    text_add(out, "  hours     ");
    add_duration(out, schedule->rhythm.minutes);
    text_add(out, " a week");
    if (plan->hours_high > 0) {
        text_add(out, ", stated ");
        add_range(out, plan->hours_low, plan->hours_high);
    }
    text_print(out, "\n  start     %s\n", day_print(schedule->start, date));
    text_print(out, "  end       %s\n", day_print(schedule->end, date));
    text_print(out, "  weeks     %zu\n", schedule->week_count);
    add_hours_told(out, schedule);
    text_add(out, "  timezone  ");
    add_string(out, schedule->rhythm.timezone);
    text_add(out, "\n");
}

static void add_phases(struct text *out, const struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;

    if (plan->phase_count > 0)
        text_add(out, "\nPhases\n");
    for (size_t i = 0; i < plan->phase_count; i++) {
        const struct phase *phase = &plan->phases[i];
        const struct phase_dates *dates = &schedule->phases[i];
        text_print(out, "  %d  ", phase->number);
        if (dates->first_week >= 0) {
            add_days(out, dates->first, dates->last);
            text_print(out, "  weeks %d-%d  ", dates->first_week + 1, dates->last_week + 1);
        } else {
            text_add(out, "no week  ");
        }
        add_duration(out, dates->minutes);
        text_add(out, "  ");
        add_prose(out, &phase->title, 5);
        if (phase->weekly.high > 0) {
            text_add(out, "  [asks for ");
            add_range(out, phase->weekly.low, phase->weekly.high);
            text_add(out, " a week]");
        }
        text_add(out, "\n");
    }
    text_add(out, "\nCategories\n");
    for (size_t i = 0; i < schedule->category_count; i++) {
        const struct category *category = &schedule->categories[i];
        text_add(out, "  ");
        add_string(out, category->name);
        text_print(out, "  %s  ", activity_name(category->activity));
        add_duration(out, category->minutes);
        text_add(out, "\n");
    }
}

/* Marks in brackets, separated: opens with " [" at the first, closed by end_marks(). */
static void next_mark(struct text *out, int *count)
{
    text_add(out, (*count)++ == 0 ? "  [" : "; ");
}

static void end_marks(struct text *out, int count)
{
    text_add(out, count > 0 ? "]\n" : "\n");
}

static void mark_if(struct text *out, int *count, bool condition, const char *word)
{
    if (condition) {
        next_mark(out, count);
        text_add(out, word);
    }
}

/* How it came by its dates, where not by a span of its own. */
static const char *when_from_word(enum when_from when_from)
{
    static const char *const words[] = {
        [WHEN_NONE] = "",         [WHEN_OWN] = "",      [WHEN_INHERITED] = "inherited",
        [WHEN_PACKED] = "packed", [WHEN_LAID] = "laid", [WHEN_SHARED] = "shared"};

    return words[when_from];
}

/* Span, dates, how dated: what items and sections have in common. FRAME: the dates of what it
 * stands in; those that are merely inherited from there are not said again. */
static void add_time(struct text *out, const struct plan *plan, const struct span *span,
                     const struct dates *dates, enum when_from when_from, const struct dates *frame,
                     int *count)
{
    const char *print = span_print(plan->pool, span);

    mark_if(out, count, *print != '\0', print);
    if (dates->first == DAY_NONE)
        return;
    next_mark(out, count);
    bool same = frame && when_from == WHEN_INHERITED && dates->first == frame->first &&
                dates->last == frame->last;
    if (!same)
        add_days(out, dates->first, dates->last);
    if (*when_from_word(when_from))
        text_print(out, "%s%s", same ? "" : " ", when_from_word(when_from));
}

static void add_effort(struct text *out, const struct effort *effort, int *count)
{
    if (effort->high <= 0)
        return;
    next_mark(out, count);
    text_add(out, "effort ");
    add_range(out, effort->low, effort->high);
    if (effort->per != UNIT_NONE)
        text_print(out, " a %s", unit_name(effort->per));
    text_add(out, effort->each ? " each" : "");
}

static void add_price(struct text *out, const struct money *price, int *count)
{
    if (price->high <= 0)
        return;
    next_mark(out, count);
    text_add(out, price->at_most ? "price at most " : "price ");
    add_string(out, price->currency);
    if (price->low != price->high)
        text_print(out, "%ld.%02ld - ", price->low / 100, price->low % 100);
    text_print(out, "%ld.%02ld", price->high / 100, price->high % 100);
}

static void add_section(struct text *out, const struct schedule *schedule,
                        const struct section *section)
{
    int count = 0;

    if (section->level == 0 && section->heading.length == 0)
        return;
    text_add(out, "\n");
    for (int i = 0; i < section->level; i++)
        text_add_char(out, '#');
    text_add(out, section->level > 0 ? " " : "");
    add_prose(out, &section->heading, section->level + 1);
    mark_if(out, &count, section->kind != ITEM_TEXT, item_kind_name(section->kind));
    add_time(out, schedule->plan, &section->span, section_dates(schedule, section),
             section->when_from, section->parent ? section_dates(schedule, section->parent) : NULL,
             &count);
    mark_if(out, &count, section->assumed, "assumed");
    mark_if(out, &count, section->optional, "optional");
    mark_if(out, &count, section->choice, "choice");
    add_effort(out, &section->effort, &count);
    end_marks(out, count);
}

/* true where every word of LINE stands in TITLE or DETAIL. Looked for only in lines that people
 * write; a longer one is taken not to. */
static bool says_it_all(const struct item *item)
{
    char word[128];

    if (item->line.length > 1000 || item->title.length + item->detail.length > 1200)
        return false;
    for (const char *at = item->line.text; *at;) {
        size_t length = strcspn(at, " \n\t");
        if (length >= sizeof word)
            return false;
        memcpy(word, at, length);
        word[length] = '\0';
        while (length > 0 && strchr(":,.;-", word[length - 1]))
            word[--length] = '\0';
        if (length > 0 && !strstr(item->title.text, word) && !strstr(item->detail.text, word))
            return false;
        at += strcspn(at, " \n\t");
        at += strspn(at, " \n\t");
    }
    return true;
}

static void add_item(struct text *out, const struct schedule *schedule, const struct item *item)
{
    const struct dates *dates = item_dates(schedule, item);
    const struct progress *progress = schedule->rhythm.progress;
    bool done = item_is_done(progress, schedule->plan, item);
    int indent = 2 + 2 * (item->depth < 20 ? item->depth : 20), count = 0;
    int inner = indent + (int)strlen(item_kind_name(item->kind)) + 2;

    text_print(out, "%*s%s: ", indent, "", item_kind_name(item->kind));
    if (item->kind == ITEM_TEXT && item->line.length > 0) {
        add_prose(out, &item->line, inner);
    } else {
        add_prose(out, &item->title, inner);
        text_add(out, item->title.length > 0 && item->detail.length > 0 ? " | " : "");
        add_prose(out, &item->detail, inner);
    }
    mark_if(out, &count, item->checkbox == CHECKBOX_OPEN && !done, "[ ]");
    mark_if(out, &count, done, "[x]");
    add_time(out, schedule->plan, &item->span, dates, item->when_from,
             section_dates(schedule, item->section), &count);
    mark_if(out, &count, item->point, "due");
    mark_if(out, &count, item->assumed, "assumed");
    mark_if(out, &count, item->optional, "optional");
    mark_if(out, &count, item->choice, "choice");
    mark_if(out, &count, item->dropped, "dropped");
    add_effort(out, &item->effort, &count);
    add_price(out, &item->price, &count);
    if (item->chapters.from > 0) {
        next_mark(out, &count);
        text_print(out, "chapters %d-%d", item->chapters.from, item->chapters.to);
    }
    if (dates->minutes >= 0) {
        next_mark(out, &count);
        text_add(out, "given ");
        add_duration(out, dates->minutes);
    }
    if (progress && progress->items[item - schedule->plan->items].minutes > 0) {
        next_mark(out, &count);
        text_add(out, "logged ");
        add_duration(out, progress->items[item - schedule->plan->items].minutes);
    }
    if (item->link) {
        next_mark(out, &count);
        add_string(out, item->link);
    }
    end_marks(out, count);
    if (item->kind != ITEM_TEXT && !says_it_all(item)) {
        text_print(out, "%*s= ", inner - 2, "");
        add_prose(out, &item->line, inner);
        text_add(out, "\n");
    }
}

static void add_week(struct text *out, const struct schedule *schedule, const struct week *week)
{
    char clock[DURATION_TEXT], date[DATE_TEXT];

    text_print(out, "\nWeek %d  %04d-W%02d  ", week->number, week->iso_year, week->iso_week);
    add_days(out, week->first, week->last);
    if (week->phase >= 0)
        text_print(out, "  phase %d", schedule->plan->phases[week->phase].number);
    text_add(out, "  ");
    add_duration(out, week->minutes);
    text_add(out, "\n");
    for (size_t i = 0; i < week->session_count; i++) {
        const struct session *session = &schedule->sessions[week->first_session + i];
        text_print(out, "  %s %s %s-", weekday_short_name(weekday_of(session->date)),
                   day_print(session->date, date), clock_print(session->start, clock));
        text_print(out, "%s  ", clock_print(session->start + session->minutes, clock));
        add_string(out, schedule->categories[session->category].name);
        text_add(out, "  ");
        add_string(out, session->focus);
        text_add(out, session->closes_month ? "  [monthly review]\n" : "\n");
    }
}

void show_text(const struct schedule *schedule, struct text *out)
{
    const struct plan *plan = schedule->plan;

    add_heading(out, schedule);
    add_phases(out, schedule);
    for (size_t s = 0; s < plan->section_count; s++) {
        const struct section *section = &plan->sections[s];
        add_section(out, schedule, section);
        for (size_t i = 0; i < section->item_count; i++)
            add_item(out, schedule, &plan->items[section->first_item + i]);
    }
    for (size_t w = 0; w < schedule->week_count; w++)
        add_week(out, schedule, &schedule->weeks[w]);
}

void findings_summary(struct text *out)
{
    static const char *const names[] = {
        [SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
    size_t count, counts[SEVERITY_ERROR + 1] = {0};
    const struct finding *findings = report_findings(&count);
    bool said = false;

    for (size_t i = 0; i < count; i++)
        counts[findings[i].severity]++;
    for (int severity = SEVERITY_ERROR; severity >= SEVERITY_NOTE; severity--) {
        if (!counts[severity])
            continue;
        text_print(out, "%s%zu %s%s", said ? ", " : "", counts[severity], names[severity],
                   counts[severity] == 1 ? "" : "s");
        said = true;
    }
    text_add(out, said ? "\n" : "no findings\n");
}
