/* report: messages to the user, the findings kept of them, and the exit status they make. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/excerpt.h"
#include "base/hash.h"
#include "base/pool.h"
#include "base/report.h"
#include "base/source.h"
#include "base/text.h"

/* The reporter's state: the only global one of the program. */
static struct {
    struct finding *findings;
    size_t count, capacity;
    enum status worst;
    int verbosity;
    /* how many times */
    int muted;
    bool held;
    /* what was reported since, from that finding on, is to be forgotten */
    bool tried;
    size_t tried_from;
    /* hash table of findings by place and words, and by place and rule: the number of the finding
     * and 1; 0: free */
    size_t *places;
    /* the capacity is a power of two */
    size_t place_count, place_capacity;
    struct line_cursor cursor;
    bool silenced[RULE_COUNT];
} state;

struct style {
    const char *place, *severity, *caret, *off;
};

static const char *const severity_names[] = {
    [SEVERITY_NOTE] = "note",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_ERROR] = "error",
};

static const char *const severity_colours[] = {
    [SEVERITY_NOTE] = "\x1b[1;36m",
    [SEVERITY_WARNING] = "\x1b[1;35m",
    [SEVERITY_ERROR] = "\x1b[1;31m",
};

void report_verbosity(int level)
{
    state.verbosity = level;
}

void report_mute(bool muted)
{
    if (muted)
        state.muted++;
    else if (state.muted > 0)
        state.muted--;
}

/* Colour only for a terminal that understands it and a user who wants it (no-color.org). */
static struct style style_for(enum severity severity)
{
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");

    if ((no_color && *no_color != '\0') || !isatty(STDERR_FILENO) ||
        (terminal && strcmp(terminal, "dumb") == 0))
        return (struct style){"", "", "", ""};
    return (struct style){"\x1b[1m", severity_colours[severity], "\x1b[1;32m", "\x1b[0m"};
}

/* The place's byte column as a count of code points from 1; 0 where the place has no column. */
static int code_point_column(struct place place)
{
    const char *line;
    size_t length;

    if (place.column <= 1 ||
        !source_line_next(&state.cursor, place.source, place.line, &line, &length))
        return place.column;
    size_t before = (size_t)place.column - 1;
    if (before > length)
        before = length;
    int column = 1;
    for (size_t i = 0; i < before; column++) {
        uint32_t code_point;
        i += utf8_next(line + i, length - i, &code_point);
        if (i > before)
            break; /* the column lies inside this character */
    }
    return column;
}

/* Appends the line that PLACE is in and a caret below the place, as far as they are known. */
static void add_context(struct text *out, struct place place, const struct style *style)
{
    const char *line;
    size_t length;

    if (!source_line_next(&state.cursor, place.source, place.line, &line, &length) || length == 0)
        return;
    size_t caret_byte = place.column > 0 ? (size_t)place.column - 1 : 0;
    text_print(out, "%5d | ", place.line);
    int caret = excerpt_add(out, line, length, caret_byte < length ? caret_byte : length);
    text_add_char(out, '\n');
    if (place.column > 0)
        text_print(out, "      | %*s%s^%s\n", caret, "", style->caret, style->off);
}

static void print_finding(const struct finding *finding)
{
    struct style style = style_for(finding->severity);
    struct place place = finding->place;
    struct text out = TEXT_INIT;

    text_add(&out, style.place);
    if (place.source)
        text_add_visible(&out, place.source->name, strlen(place.source->name), false);
    else
        text_add(&out, "roadbook");
    if (place.source && place.line > 0) {
        text_print(&out, ":%d", place.line);
        if (place.column > 0)
            text_print(&out, ":%d", code_point_column(place));
    }
    text_print(&out, ":%s %s%s:%s %s", style.off, style.severity, severity_names[finding->severity],
               style.off, finding->message);
    if (finding->rule != RULE_NONE)
        text_print(&out, " [%s]", rule_names[finding->rule]);
    text_add_char(&out, '\n');
    if (place.source && place.line > 0)
        add_context(&out, place, &style);
    fwrite(out.bytes, 1, out.length, stderr);
    fflush(stderr);
    text_free(&out);
}

/* Over the place and WORDS (a message or a rule). */
static size_t hash_of(struct place place, const char *words)
{
    uint64_t hash = HASH_START;
    const uint64_t parts[] = {(uintptr_t)place.source, (uint64_t)place.line,
                              (uint64_t)place.column};

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        hash = hash_add(hash, parts[i]);
    hash = hash_string(hash, words);
    return (size_t)(hash ^ hash >> 32);
}

/* Notes finding NUMBER under WORDS in the table, which has room. */
static void note_place(size_t number, const char *words)
{
    size_t at = hash_of(state.findings[number].place, words) & (state.place_capacity - 1);

    while (state.places[at] != 0)
        at = (at + 1) & (state.place_capacity - 1);
    state.places[at] = number + 1;
    state.place_count++;
}

static void note_finding(size_t number)
{
    const struct finding *finding = &state.findings[number];

    note_place(number, finding->message);
    if (finding->rule != RULE_NONE && finding->place.line > 0)
        note_place(number, rule_names[finding->rule]);
}

/* Makes the table anew: it became too small, or the findings' numbers changed. */
static void note_all(void)
{
    size_t capacity = 64;

    while (capacity < (state.count + 2) * 4)
        capacity *= 2;
    free(state.places);
    state.places = must_alloc(capacity * sizeof *state.places);
    memset(state.places, 0, capacity * sizeof *state.places);
    state.place_capacity = capacity;
    state.place_count = 0;
    for (size_t i = 0; i < state.count; i++)
        note_finding(i);
}

/* true where a finding of that place has WORDS as its message (or rule, where they are A_RULE). */
static bool is_noted(struct place place, const char *words, bool a_rule)
{
    size_t mask = state.place_capacity - 1;

    if (state.place_capacity == 0)
        return false;
    for (size_t at = hash_of(place, words) & mask; state.places[at] != 0; at = (at + 1) & mask) {
        const struct finding *known = &state.findings[state.places[at] - 1];
        const char *its = a_rule ? rule_names[known->rule] : known->message;
        if (known->place.source == place.source && known->place.line == place.line &&
            known->place.column == place.column && strcmp(its, words) == 0)
            return true;
    }
    return false;
}

static bool known_already(struct place place, enum rule rule, const char *message)
{
    return (rule != RULE_NONE && place.line > 0 && is_noted(place, rule_names[rule], true)) ||
           is_noted(place, message, false);
}

/* At -1 errors, at 0 warnings as well, at 1 notes as well. */
static bool is_shown(const struct finding *finding)
{
    return (int)finding->severity + state.verbosity >= (int)SEVERITY_WARNING;
}

static void report_list(struct place place, enum severity severity, enum rule rule,
                        const char *format, va_list arguments)
{
    struct text words = TEXT_INIT, message = TEXT_INIT;

    if (state.muted > 0)
        return;
    text_print_list(&words, format, arguments);
    text_add_bytes(&message, "", 0); /* so that even no words make a string */
    text_add_visible(&message, words.bytes, words.length, false);
    text_free(&words);
    if (state.silenced[rule] || known_already(place, rule, message.bytes)) {
        text_free(&message);
        return;
    }
    if (state.count == state.capacity) {
        state.capacity = state.capacity > 0 ? state.capacity * 2 : 16;
        state.findings = must_realloc(state.findings, state.capacity * sizeof *state.findings);
    }
    struct finding *finding = &state.findings[state.count++];
    *finding = (struct finding){place, severity, rule, message.bytes};
    if ((state.place_count + 2) * 2 > state.place_capacity)
        note_all();
    else
        note_finding(state.count - 1);
    if (!state.held && !state.tried && is_shown(finding))
        print_finding(finding);
}

void report(struct place place, enum severity severity, enum rule rule, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    report_list(place, severity, rule, format, arguments);
    va_end(arguments);
}

void report_failure(enum status status, struct place place, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    report_list(place, SEVERITY_ERROR, RULE_NONE, format, arguments);
    va_end(arguments);
    if (status > state.worst && state.muted == 0)
        state.worst = status;
}

void report_out_of_memory(void)
{
    static const char words[] = "roadbook: error: out of memory\n";

    fwrite(words, 1, sizeof words - 1, stderr);
    exit(STATUS_SYSTEM);
}

void report_hold(void)
{
    state.held = true;
}

/* A finding and how many were reported before it. */
struct ranked {
    struct finding finding;
    size_t rank;
};

/* What has no file or no line comes first, then line by line, and in a place as it was reported. */
static int compare_ranked(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    const struct place *at = &a->finding.place, *other = &b->finding.place;

    if (at->source != other->source) {
        if (!at->source || !other->source)
            return !at->source ? -1 : 1;
        int order = strcmp(at->source->name, other->source->name);
        if (order != 0)
            return order;
    }
    if (at->line != other->line)
        return at->line < other->line ? -1 : 1;
    if (at->column != other->column)
        return at->column < other->column ? -1 : 1;
    return a->rank < b->rank ? -1 : 1;
}

void report_release(void)
{
    struct ranked *ranked = must_alloc((state.count + 1) * sizeof *ranked);

    for (size_t i = 0; i < state.count; i++)
        ranked[i] = (struct ranked){state.findings[i], i};
    qsort(ranked, state.count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < state.count; i++) {
        state.findings[i] = ranked[i].finding;
        if (state.held && is_shown(&state.findings[i]))
            print_finding(&state.findings[i]);
    }
    free(ranked);
    note_all();
    state.held = false;
}

void report_try(void)
{
    state.tried = true;
    state.tried_from = state.count;
}

size_t report_forget(enum severity least)
{
    size_t count = 0;

    while (state.count > state.tried_from) {
        struct finding *finding = &state.findings[--state.count];
        count += finding->severity >= least;
        free(finding->message);
    }
    state.tried = false;
    note_all();
    return count;
}

void report_silence(enum rule rule)
{
    size_t kept = 0;

    state.silenced[rule] = true;
    for (size_t i = 0; i < state.count; i++) {
        if (state.silenced[state.findings[i].rule])
            free(state.findings[i].message);
        else
            state.findings[kept++] = state.findings[i];
    }
    state.count = kept;
    note_all();
}

const struct finding *report_findings(size_t *count)
{
    *count = state.count;
    return state.findings;
}

enum status report_status(bool strict)
{
    enum status status = state.worst;
    enum severity least = strict ? SEVERITY_WARNING : SEVERITY_ERROR;

    for (size_t i = 0; i < state.count && status == STATUS_DONE; i++)
        if (state.findings[i].severity >= least)
            status = STATUS_BAD_INPUT;
    return status;
}

void report_reset(void)
{
    for (size_t i = 0; i < state.count; i++)
        free(state.findings[i].message);
    free(state.findings);
    free(state.places);
    state.places = NULL;
    state.place_count = state.place_capacity = 0;
    state.cursor = (struct line_cursor){0};
    state.findings = NULL;
    state.count = state.capacity = 0;
    memset(state.silenced, 0, sizeof state.silenced);
    state.worst = STATUS_DONE;
    state.held = state.tried = false;
}
