/* comparison: paces side by side as a table of text, and as JSON. */
#include "text/comparison.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "text/json.h"

#define LABEL_COLUMNS 22
#define PACE_COLUMNS  26

static void add_label(struct text *out, const char *label)
{
    text_print(out, "  %-*s", LABEL_COLUMNS, label);
}

/* One cell, filled up with blanks but in the last column. */
static void add_cell(struct text *out, const char *words, bool last)
{
    text_add(out, words);
    int columns = utf8_columns(words, strlen(words));
    text_print(out, "%*s",
               last || columns >= PACE_COLUMNS ? (last ? 0 : 1) : PACE_COLUMNS - columns, "");
    if (last)
        text_add(out, "\n");
}

/* "5 h a week", "by 2027-12-31". */
static const char *wish_words(const struct outlook *outlook, char *room, size_t size)
{
    char text[DURATION_TEXT > DATE_TEXT ? DURATION_TEXT : DATE_TEXT];

    if (outlook->wish.end != DAY_NONE)
        snprintf(room, size, "by %s", day_print(outlook->wish.end, text));
    else
        snprintf(room, size, "%s a week", duration_print(outlook->minutes, text));
    return room;
}

static const char *reach_words(enum reach reach)
{
    static const char *const words[] = {
        [REACH_GOOD] = "",
        [REACH_ABSURD] = " (absurd)",
        [REACH_TOO_LATE] = " (too late)",
        [REACH_FIXED_GOOD] = " (any will do)",
        [REACH_FIXED_LATE] = " (too late)",
    };

    return words[reach];
}

static const char *range_words(int low, int high, char *room, size_t size)
{
    char text[DURATION_TEXT], other[DURATION_TEXT];

    duration_print(low, text);
    if (high != low)
        snprintf(room, size, "%s - %s", text, duration_print(high, other));
    else
        snprintf(room, size, "%s", text);
    return room;
}

enum row { ROW_HOURS, ROW_STARTS, ROW_ENDS, ROW_WEEKS, ROW_TOTAL, ROW_COUNT };

static const char *head_cell(const struct outlook *outlook, enum row row, char *room, size_t size)
{
    char text[DURATION_TEXT];

    switch (row) {
    case ROW_HOURS:
        snprintf(room, size, "%s%s", duration_print(outlook->minutes, text),
                 reach_words(outlook->reach));
        break;
    case ROW_STARTS:
        return day_print(outlook->start, room);
    case ROW_ENDS:
        return day_print(outlook->end, room);
    case ROW_WEEKS:
        snprintf(room, size, "%zu", outlook->weeks);
        break;
    case ROW_TOTAL:
        return duration_print(outlook->total, room);
    case ROW_COUNT:
        break;
    }
    return room;
}

enum phase_row { PHASE_DATES, PHASE_WEEKS, PHASE_HOURS, PHASE_ASKED, PHASE_FITS, PHASE_ROWS };

static const char *phase_cell(const struct phase_demand *demand, enum phase_row row, char *room,
                              size_t size)
{
    char text[DURATION_TEXT], last[DATE_TEXT];

    switch (row) {
    case PHASE_DATES:
        if (demand->weeks == 0)
            return "no week";
        snprintf(room, size, "%s..%s", day_print(demand->first, text),
                 day_print(demand->last, last));
        break;
    case PHASE_WEEKS:
        snprintf(room, size, "%d", demand->weeks);
        break;
    case PHASE_HOURS:
        return duration_print(demand->available, room);
    case PHASE_ASKED:
        return range_words(demand->low, demand->high, room, size);
    case PHASE_FITS:
        if (demand->missing == 0)
            return "yes";
        snprintf(room, size, "%s too few", duration_print(demand->missing, text));
        break;
    case PHASE_ROWS:
        break;
    }
    return room;
}

static void add_phase_title(struct text *out, const struct plan *plan,
                            const struct phase_demand *demand)
{
    text_add(out, "\n");
    if (demand->phase < 0) {
        text_add(out, plan->phase_count > 0 ? "Beside the phases" : "The whole plan");
    } else {
        const struct phase *phase = &plan->phases[demand->phase];
        text_print(out, "Phase %d · ", phase->number);
        text_add_visible(out, phase->title.text, phase->title.length, false);
    }
    text_add(out, "\n");
}

/* The demand of that phase at another pace, or NULL: weeks beside the phases may be there at one
 * pace and not at the other. */
static const struct phase_demand *demand_of(const struct outlook *outlook, int phase)
{
    for (size_t i = 0; i < outlook->phase_count; i++)
        if (outlook->phases[i].phase == phase)
            return &outlook->phases[i];
    return NULL;
}

static void add_phase(struct text *out, const struct comparison *comparison,
                      const struct phase_demand *first)
{
    static const char *const labels[PHASE_ROWS] = {"dates", "weeks", "hours", "asked for", "fits"};
    char room[80];

    add_phase_title(out, comparison->plan, first);
    for (enum phase_row row = PHASE_DATES; row < PHASE_ROWS; row++) {
        if (!first->asks && row >= PHASE_ASKED)
            break;
        add_label(out, labels[row]);
        for (size_t i = 0; i < comparison->count; i++) {
            const struct phase_demand *demand = demand_of(&comparison->outlooks[i], first->phase);
            add_cell(out, demand ? phase_cell(demand, row, room, sizeof room) : "no week",
                     i + 1 == comparison->count);
        }
    }
}

/* What the roadmap asks for by the week, where it is more than there is. */
static void add_misfits(struct text *out, const struct comparison *comparison)
{
    char pace[64], range[64], text[DURATION_TEXT];
    bool any = false;

    for (size_t i = 0; i < comparison->count; i++)
        for (size_t p = 0; p < comparison->outlooks[i].phase_count; p++) {
            const struct phase_demand *demand = &comparison->outlooks[i].phases[p];
            if (demand->missing == 0)
                continue;
            text_add(out, any ? "" : "\nWhere it does not fit\n");
            any = true;
            text_print(out, "  %s: ", wish_words(&comparison->outlooks[i], pace, sizeof pace));
            if (demand->phase >= 0)
                text_print(out, "phase %d ", comparison->plan->phases[demand->phase].number);
            else
                text_add(out, "the plan ");
            text_add(out, "asks for ");
            if (demand->weekly_high > 0)
                text_print(
                    out, "%s a week, ",
                    range_words(demand->weekly_low, demand->weekly_high, range, sizeof range));
            text_print(out, "%s in all", duration_print(demand->low, text));
            text_add(out, demand->high > demand->low ? " at least" : "");
            if (demand->place.line > 0)
                text_print(out, " (line %d)", demand->place.line);
            text_print(out, ", and gets %s", duration_print(demand->available, text));
            text_print(out, ": %s too few\n", duration_print(demand->missing, text));
        }
    if (!any)
        text_add(out, "\nNothing that the roadmap asks for is too much.\n");
}

void comparison_text(const struct comparison *comparison, struct text *out)
{
    static const char *const labels[ROW_COUNT] = {"hours a week", "starts", "ends", "weeks",
                                                  "hours in all"};
    const struct plan *plan = comparison->plan;
    char room[80];

    text_add_visible(out, plan->title.text, plan->title.length, false);
    text_add(out, "\n\n");
    add_label(out, "");
    for (size_t i = 0; i < comparison->count; i++)
        add_cell(out, wish_words(&comparison->outlooks[i], room, sizeof room),
                 i + 1 == comparison->count);
    for (enum row row = ROW_HOURS; row < ROW_COUNT; row++) {
        add_label(out, labels[row]);
        for (size_t i = 0; i < comparison->count; i++)
            add_cell(out, head_cell(&comparison->outlooks[i], row, room, sizeof room),
                     i + 1 == comparison->count);
    }
    size_t longest = 0;
    for (size_t i = 1; i < comparison->count; i++)
        if (comparison->outlooks[i].phase_count > comparison->outlooks[longest].phase_count)
            longest = i;
    for (size_t p = 0; p < comparison->outlooks[longest].phase_count; p++)
        add_phase(out, comparison, &comparison->outlooks[longest].phases[p]);
    add_misfits(out, comparison);
}

static json_t *json_demand(const struct plan *plan, const struct phase_demand *demand)
{
    const struct phase *phase = demand->phase >= 0 ? &plan->phases[demand->phase] : NULL;
    json_t *object = json_object(), *asked = json_null();

    if (demand->asks)
        asked = json_pack("{s:i, s:i}", "low", demand->low, "high", demand->high);
    json_object_set_new(object, "number", phase ? json_integer(phase->number) : json_null());
    json_object_set_new(object, "title", json_string(phase ? phase->title.text : ""));
    json_object_set_new(object, "first", json_day(demand->first));
    json_object_set_new(object, "last", json_day(demand->last));
    json_object_set_new(object, "weeks", json_integer(demand->weeks));
    json_object_set_new(object, "minutes", json_integer(demand->available));
    json_object_set_new(object, "asked", asked);
    json_object_set_new(object, "missing", json_integer(demand->missing));
    json_object_set_new(object, "line", json_integer(demand->place.line));
    return object;
}

static json_t *json_outlook(const struct plan *plan, const struct outlook *outlook)
{
    static const char *const reaches[] = {
        [REACH_GOOD] = "good",           [REACH_ABSURD] = "absurd",
        [REACH_TOO_LATE] = "too late",   [REACH_FIXED_GOOD] = "fixed",
        [REACH_FIXED_LATE] = "too late",
    };
    json_t *object = json_object(), *phases = json_array();

    json_object_set_new(object, "hours_per_week",
                        outlook->minutes % 60 ? json_real(outlook->minutes / 60.0)
                                              : json_integer(outlook->minutes / 60));
    json_object_set_new(object, "by", json_day(outlook->wish.end));
    json_object_set_new(object, "reach", json_string(reaches[outlook->reach]));
    json_object_set_new(object, "start", json_day(outlook->start));
    json_object_set_new(object, "end", json_day(outlook->end));
    json_object_set_new(object, "weeks", json_integer((json_int_t)outlook->weeks));
    json_object_set_new(object, "minutes", json_integer(outlook->total));
    for (size_t i = 0; i < outlook->phase_count; i++)
        json_array_append_new(phases, json_demand(plan, &outlook->phases[i]));
    json_object_set_new(object, "phases", phases);
    return object;
}

void comparison_json(const struct comparison *comparison, struct text *out)
{
    json_t *object = json_object(), *paces = json_array();

    json_object_set_new(object, "title", json_string(comparison->plan->title.text));
    for (size_t i = 0; i < comparison->count; i++)
        json_array_append_new(paces, json_outlook(comparison->plan, &comparison->outlooks[i]));
    json_object_set_new(object, "paces", paces);
    json_add(object, out);
    json_decref(object);
}
