/* log_rows: which rows the Log has: the planned sessions, with what the learner wrote beside them,
 * and rows of the learner's own, filed by date. */
#include "xlsx/cells/carried.h"
#include "xlsx/cells/strays.h"
#include "xlsx/sheets/sheets.h"

#include <math.h>
#include <string.h>

#define A_MINUTE (1 / 60.0)

/* What rows are sorted by: the old tracker's own rows, each with the day it belongs to. */
struct own_row {
    const struct kept_row *kept;
    day date;
};

struct filing {
    struct tracker *tracker;
    const struct carried *carried;
    const struct past *past;
    struct lookup *past_sessions;
    /* beside schedule->sessions: the row that was kept of it; NULL: none */
    const struct kept_row **kept;
    struct own_row *own;
    size_t own_count;
};

const char *category_of(const struct tracker *tracker, const struct session *session)
{
    const struct schedule *schedule = tracker->schedule;
    bool known = session->category >= 0 && (size_t)session->category < schedule->category_count;

    return known ? schedule->categories[session->category].name : "";
}

static const struct kept_cell *cell_of(const struct filing *filing, const struct kept_row *row,
                                       size_t column)
{
    return carried_cell(filing->carried, row, column);
}

static const struct past_session *past_of(const struct filing *filing, const char *id)
{
    size_t found = filing->past ? lookup_find(filing->past_sessions, id) : LOOKUP_NONE;

    return found == LOOKUP_NONE ? NULL : &filing->past->sessions[found];
}

static bool was_logged(const struct filing *filing, const struct kept_row *row)
{
    return cell_of(filing, row, LOG_HOURS) || cell_of(filing, row, LOG_NOTES) ||
           own_columns_written(filing->carried, row);
}

static bool same_plain(struct pool *pool, const char *one, const char *other)
{
    return strcmp(plain_words(pool, one), plain_words(pool, other)) == 0;
}

/* true where the learner wrote another date, category or task over the one that stood there. */
static bool changed(const struct filing *filing, const struct kept_row *row, size_t column)
{
    const struct kept_cell *cell = cell_of(filing, row, column);
    const struct past_session *past = past_of(filing, row->key);
    struct pool *pool = filing->tracker->pool;
    day date;

    if (!cell || !past)
        return false;
    if (column == LOG_DATE)
        return !cell_day(cell, &date) || date != past->date;
    return !same_plain(pool, cell->text, column == LOG_CATEGORY ? past->category : past->focus);
}

/* The cells of a planned row that stand as they were: what was logged keeps the words that it was
 * logged under, whatever the plan says now. */
static void keep_cells(const struct filing *filing, struct log_row *out)
{
    bool logged = out->session && was_logged(filing, out->kept);

    for (size_t i = LOG_DATE; i <= LOG_NOTES; i++) {
        bool words = i == LOG_DATE || i == LOG_CATEGORY || i == LOG_TASK;
        bool stays = !out->session || !words || logged || changed(filing, out->kept, i);
        if (i != LOG_PLANNED && stays)
            out->cells[i] = cell_of(filing, out->kept, i);
    }
}

/* true where a row of a session that the plan has no more is to stay. */
static bool is_worth_keeping(const struct filing *filing, const struct kept_row *row)
{
    return was_logged(filing, row) || changed(filing, row, LOG_DATE) ||
           changed(filing, row, LOG_CATEGORY) || changed(filing, row, LOG_TASK);
}

/* Planned only shows: what the learner wrote there has no place in the Log. */
static void stray_planned(const struct filing *filing, const struct kept_row *row)
{
    struct tracker *tracker = filing->tracker;
    const struct kept_cell *cell = cell_of(filing, row, LOG_PLANNED);
    const struct past_session *past = past_of(filing, row->key);
    bool ours =
        row->key[0] != '\0' && (!past || (cell && cell->kind == CELL_NUMBER &&
                                          fabs(cell->number - past->minutes / 60.0) < A_MINUTE));

    if (cell && !ours)
        stray_cell(tracker, filing->carried->kept, row,
                   pool_print(tracker->pool, "row %u", (unsigned)row->line),
                   (size_t)filing->carried->columns[LOG_PLANNED]);
}

/* What the learner wrote over what roadbook says of the row has no place either. */
static void stray_verdict(const struct filing *filing, const struct kept_row *row)
{
    if (cell_of(filing, row, LOG_COUNTS))
        stray_cell(filing->tracker, filing->carried->kept, row,
                   pool_print(filing->tracker->pool, "row %u", (unsigned)row->line),
                   (size_t)filing->carried->columns[LOG_COUNTS]);
}

/* The day that the session of ROW was planned for when the old tracker was made. */
static day planned_day(const struct filing *filing, const struct kept_row *row)
{
    const struct past_session *past = past_of(filing, row->key);
    const struct kept_cell *cell = cell_of(filing, row, LOG_DATE);
    day date = DAY_NONE;

    if (past)
        return past->date;
    if (cell && !cell_day(cell, &date))
        date = DAY_NONE;
    return date;
}

/* Each old row to its session, or among the learner's own. A row without a date stays behind the
 * row that it stood behind. */
static void file_rows(struct filing *filing)
{
    const struct schedule *schedule = filing->tracker->schedule;
    const struct kept_table *kept = filing->carried->kept;
    struct lookup *sessions = lookup_new(filing->tracker->pool, schedule->session_count);
    day last = DAY_NONE;

    for (size_t i = 0; i < schedule->session_count; i++)
        lookup_add(sessions, schedule->sessions[i].id, i);
    for (size_t i = 0; i < kept->row_count; i++) {
        const struct kept_row *row = &kept->rows[i];
        const struct kept_cell *cell = cell_of(filing, row, LOG_DATE);
        size_t found = row->key[0] != '\0' ? lookup_find(sessions, row->key) : LOOKUP_NONE;
        day planned = planned_day(filing, row);
        stray_planned(filing, row);
        stray_verdict(filing, row);
        if (found == LOOKUP_NONE)
            stray_hidden(filing->tracker, kept, row);
        if (cell && cell_day(cell, &planned))
            last = planned;
        planned = planned_day(filing, row);
        if (found != LOOKUP_NONE && !filing->kept[found] &&
            (planned == DAY_NONE || planned == schedule->sessions[found].date))
            filing->kept[found] = row;
        else if (is_own_row(kept, row) || is_worth_keeping(filing, row))
            filing->own[filing->own_count++] = (struct own_row){row, last};
    }
}

/* Sorts own rows by date; those of one day stay in their order. */
static void sort_own(struct pool *pool, struct own_row *rows, size_t count)
{
    struct own_row *room = pool_alloc(pool, (count + 1) * sizeof *room);

    for (size_t width = 1; width < count; width *= 2) {
        for (size_t first = 0; first < count; first += 2 * width) {
            size_t middle = first + width < count ? first + width : count;
            size_t end = middle + width < count ? middle + width : count;
            for (size_t left = first, right = middle, at = first; at < end; at++) {
                bool take_left =
                    left < middle && (right == end || rows[left].date <= rows[right].date);
                room[at] = take_left ? rows[left++] : rows[right++];
            }
        }
        memcpy(rows, room, count * sizeof *rows);
    }
}

static void add_row(struct filing *filing, struct log_row *rows, const struct session *session,
                    const struct kept_row *kept)
{
    struct log_row *row = &rows[filing->tracker->log_row_count++];

    row->session = session;
    row->kept = kept;
    if (kept)
        keep_cells(filing, row);
}

/* Sessions and own rows in order of time; of one day, sessions first. */
static void merge_rows(struct filing *filing)
{
    struct tracker *tracker = filing->tracker;
    const struct schedule *schedule = tracker->schedule;
    size_t most = schedule->session_count + filing->own_count, next = 0;
    struct log_row *rows = pool_alloc(tracker->pool, (most + 1) * sizeof *rows);

    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        while (next < filing->own_count && filing->own[next].date < session->date)
            add_row(filing, rows, NULL, filing->own[next++].kept);
        add_row(filing, rows, session, filing->kept[i]);
    }
    while (next < filing->own_count)
        add_row(filing, rows, NULL, filing->own[next++].kept);
    tracker->log_rows = rows;
}

static day day_in(const struct kept_cell *cell)
{
    double whole = cell->kind == CELL_NUMBER ? floor(cell->number) : NAN;

    return fabs(whole) < 1e8 ? (day)(whole - SERIAL_OF_1970) : DAY_NONE;
}

/* What formulas see of a row: as it will be written, not as it was typed. */
static struct log_entry entry_of(const struct tracker *tracker, const struct log_row *row)
{
    struct log_entry entry = {.date = DAY_NONE, .category = "", .hours = NAN};
    struct kept_cell cell;

    if (row->session) {
        entry.date = row->session->date;
        entry.category = category_of(tracker, row->session);
        entry.planned = row->session->minutes;
        entry.dated = true;
    }
    if (row->cells[LOG_DATE]) {
        entry.dated = true;
        cell = settled_cell(tracker->pool, COLUMN_DAY, row->cells[LOG_DATE]);
        entry.date = day_in(&cell);
    }
    if (row->cells[LOG_CATEGORY])
        entry.category = row->cells[LOG_CATEGORY]->text;
    if (row->cells[LOG_HOURS]) {
        cell = settled_cell(tracker->pool, COLUMN_HOURS, row->cells[LOG_HOURS]);
        entry.hours = cell.kind == CELL_NUMBER ? cell.number : NAN;
        entry.written = cell.kind != CELL_TEXT || cell.text[0] != '\0';
    }
    return entry;
}

static void make_logbook(struct tracker *tracker)
{
    const struct memory *memory = tracker->edition->memory;
    struct logbook *logbook = pool_alloc(tracker->pool, sizeof *logbook);
    size_t count = tracker->log_row_count;
    struct log_entry *entries = pool_alloc(tracker->pool, (count + 1) * sizeof *entries);

    for (size_t i = 0; i < count; i++)
        entries[i] = entry_of(tracker, &tracker->log_rows[i]);
    logbook->entries = entries;
    logbook->entry_count = count;
    logbook->first_plan = memory ? memory->first_plan : NULL;
    logbook->first_plan_count = memory ? memory->first_plan_count : 0;
    tracker->logbook = logbook;
}

void log_carry(struct tracker *tracker)
{
    struct pool *pool = tracker->pool;
    const struct memory *memory = tracker->edition->memory;
    struct filing filing = {
        .tracker = tracker,
        .carried = carried_of(tracker, &log_sheet),
        .past = memory ? &memory->past : NULL,
        .kept = pool_alloc(pool, (tracker->schedule->session_count + 1) *
                                     sizeof(const struct kept_row *)),
    };

    if (memory) {
        filing.past_sessions = lookup_new(pool, memory->past.session_count);
        for (size_t i = 0; i < memory->past.session_count; i++)
            lookup_add(filing.past_sessions, memory->past.sessions[i].id, i);
    }
    if (filing.carried->kept) {
        filing.own = pool_alloc(pool, (filing.carried->kept->row_count + 1) * sizeof *filing.own);
        file_rows(&filing);
        sort_own(pool, filing.own, filing.own_count);
    }
    merge_rows(&filing);
    make_logbook(tracker);
}
