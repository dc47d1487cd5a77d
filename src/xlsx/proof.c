/* proof: entries of the old tracker are counted against those of the new one. What an entry is was
 * decided where it was carried; here it is only looked for, wherever it may have come to stand. */
#include "xlsx/proof.h"

#include <math.h>
#include <string.h>

#include "base/report.h"
#include "memory/xlsx_parts.h"
#include "xlsx/cells/carried.h"
#include "xlsx/cells/lists.h"

/* Cells of the new tracker by what they say; each is taken out once. */
struct proof {
    struct tracker *tracker;
    struct lookup *made;
    struct text *fault;
    bool good;
};

/* What CELL says, however it is spelled: a tick, a day and hours are numbers. NULL: nothing that
 * could be lost. */
static const char *said_by(struct pool *pool, const struct kept_cell *cell)
{
    struct kept_cell value = *cell;
    double number = cell->number;
    day date;

    value.formula = NULL;
    if (cell_is_empty(&value) || value.kind == CELL_ERROR)
        return NULL;
    bool text = value.kind == CELL_TEXT;
    if (text && (strcmp(value.text, TICK_OPEN) == 0 || same_words(value.text, STATUS_NEW)))
        return NULL;
    if (value.kind == CELL_TRUTH && value.number == 0)
        return "false";
    if (value.kind != CELL_NUMBER &&
        (cell_is_ticked(&value) || same_words(value.text, STATUS_READ)))
        number = 1;
    else if (text && cell_day(&value, &date))
        number = date_serial(date);
    else if (!cell_hours(&value, &number) && text)
        return plain_words(pool, value.text);
    return pool_print(pool, "%.12g", number);
}

static void add_made(struct proof *proof, const struct kept_cell *cell)
{
    const char *said = said_by(proof->tracker->pool, cell);

    if (said)
        lookup_add(proof->made, said, 0);
}

static size_t count_cells(const struct memory *memory)
{
    size_t count = 0;

    for (size_t i = 0; i < memory->table_count; i++)
        count += memory->tables[i].row_count * memory->tables[i].column_count;
    for (size_t i = 0; i < memory->sheet_count; i++)
        count += 2 * memory->sheets[i].cell_count;
    return count;
}

static void add_all(struct proof *proof, const struct memory *made)
{
    for (size_t t = 0; t < made->table_count; t++) {
        const struct kept_table *table = &made->tables[t];
        for (size_t r = 0; r < table->row_count; r++)
            for (size_t c = 0; c < table->column_count; c++)
                add_made(proof, &table->rows[r].cells[c]);
    }
    for (size_t s = 0; s < made->sheet_count; s++)
        for (size_t i = 0; i < made->sheets[s].cell_count; i++) {
            const struct placed_cell *placed = &made->sheets[s].cells[i];
            add_made(proof, &placed->cell);
            if (placed->comment)
                lookup_add(proof->made, plain_words(proof->tracker->pool, placed->comment), 0);
        }
}

static void seek_words(struct proof *proof, const char *words, const char *tab, uint32_t line)
{
    if (!proof->good || !words || lookup_take(proof->made, words) != LOOKUP_NONE)
        return;
    proof->good = false;
    text_print(proof->fault, "it would lose \"%s\" of the sheet %s, row %u", words, tab,
               (unsigned)line);
}

static void seek(struct proof *proof, const struct kept_cell *cell, const char *tab, uint32_t line)
{
    if (cell)
        seek_words(proof, said_by(proof->tracker->pool, cell), tab, line);
}

/* true for cells of the Log that are the learner's in a row that stands for a session. */
static bool is_logged(const char *role)
{
    return strcmp(role, "hours") == 0 || strcmp(role, "notes") == 0;
}

/* What the learner wrote in a row: all of one of his own; else what he decided. */
static void seek_row(struct proof *proof, const struct carried *carried, const struct kept_row *row)
{
    const struct sheet *about = carried->about;
    bool own = row->key[0] == '\0';

    for (size_t i = 0; i < about->column_count; i++) {
        const struct kept_cell *cell = carried_cell(carried, row, i);
        enum column_kind kind = about->columns[i].kind;
        if (kind == COLUMN_KEY || kind == COLUMN_GIVEN || kind == COLUMN_WORKED)
            continue;
        if (about->belongs && !own)
            cell = decided_cell(proof->tracker, carried, row, i);
        else if (about == &log_sheet && !own && !is_logged(about->columns[i].role))
            continue;
        struct kept_cell amount;
        if (cell && (kind == COLUMN_MONEY || kind == COLUMN_PRICE)) { /* as it is written again */
            amount = settled_cell(proof->tracker->pool, kind, cell);
            cell = &amount;
        }
        seek(proof, cell, carried->kept->tab, row->line);
    }
    for (size_t i = 0; i < carried->own_count; i++)
        seek(proof, &row->cells[carried->own[i]], carried->kept->tab, row->line);
}

static void seek_tables(struct proof *proof)
{
    for (size_t i = 0; i < proof->tracker->carried_count; i++) {
        const struct carried *carried = proof->tracker->carried[i];
        bool written = carried->about->belongs || carried->about == &log_sheet ||
                       carried->about == &old_rows_sheet;
        for (size_t r = 0; written && carried->kept && r < carried->kept->row_count; r++)
            seek_row(proof, carried, &carried->kept->rows[r]);
    }
}

static void seek_sheets(struct proof *proof, const struct memory *old)
{
    for (size_t s = 0; s < old->sheet_count; s++) {
        const struct kept_sheet *sheet = &old->sheets[s];
        for (size_t i = 0; i < sheet->cell_count; i++) {
            const struct placed_cell *placed = &sheet->cells[i];
            seek(proof, &placed->cell, sheet->name, placed->row + 1);
            if (placed->comment && placed->comment[0] != '\0')
                seek_words(proof, plain_words(proof->tracker->pool, placed->comment), sheet->name,
                           placed->row + 1);
        }
    }
}

/* The hours in a Log, and in how many rows. */
static double hours_in(struct pool *pool, const struct memory *memory, size_t *rows)
{
    const struct kept_table *log = memory_table(memory, "log");
    int column = log ? kept_column_find(log, "hours") : -1;
    double sum = 0;

    *rows = 0;
    for (size_t i = 0; column >= 0 && i < log->row_count; i++) {
        struct kept_cell cell = settled_cell(pool, COLUMN_HOURS, &log->rows[i].cells[column]);
        if (cell.kind != CELL_NUMBER)
            continue;
        sum += cell.number;
        (*rows)++;
    }
    return sum;
}

bool proof_of_entries(struct tracker *tracker, const struct memory *made, struct text *fault)
{
    const struct memory *old = tracker->edition->memory;
    struct proof proof = {.tracker = tracker, .fault = fault, .good = true};
    size_t old_rows, made_rows;

    if (!old)
        return true;
    proof.made = lookup_new(tracker->pool, count_cells(made));
    add_all(&proof, made);
    seek_tables(&proof);
    seek_sheets(&proof, old);
    double was = hours_in(tracker->pool, old, &old_rows);
    double is = hours_in(tracker->pool, made, &made_rows);
    if (proof.good && (old_rows != made_rows || fabs(was - is) > 1e-6 * fmax(1.0, fabs(was)))) {
        proof.good = false;
        text_print(fault, "it would log %.10g hours in %zu rows, not %.10g in %zu", is, made_rows,
                   was, old_rows);
    }
    return proof.good;
}

/* Reads BYTES as BOOK: what is to replace an old tracker by the limits of the next build, which
 * could not read it beyond them. false: FAULT says why; WHOLE: these limits alone are in the way.
 */
static bool read_back(struct tracker *tracker, const struct text *bytes,
                      const struct read_book **book, bool *whole, struct text *fault)
{
    const struct memory *old = tracker->edition->memory;
    struct pool *pool = tracker->pool;
    struct text damage = TEXT_INIT;
    const char *start = text_string(bytes);
    bool good =
        old && xlsx_file_read_made(pool, start, bytes->length, false, book, fault) == MEMORY_READ;

    *whole =
        good || xlsx_file_read_made(pool, start, bytes->length, true, book, &damage) == MEMORY_READ;
    if (!*whole) {
        text_clear(fault);
        text_add(fault, text_string(&damage));
    }
    text_free(&damage);
    return good || (*whole && !old);
}

/* By the road on which the next build will read it. */
static bool holds_entries(struct tracker *tracker, const struct read_book *book, struct text *fault)
{
    const struct edition *edition = tracker->edition;
    const struct memory *made;

    if (!edition->memory)
        return true;
    report_mute(true);
    bool good = memory_of_made(tracker->pool, edition->path, book, &made, fault) == MEMORY_READ &&
                proof_of_entries(tracker, made, fault);
    report_mute(false);
    return good;
}

bool proof_of_book(struct tracker *tracker, const struct text *bytes, struct text *fault)
{
    struct text why = TEXT_INIT;
    const struct read_book *book;
    bool whole, good = read_back(tracker, bytes, &book, &whole, &why);

    if (good) {
        whole = xlsx_prove(bytes, book, tracker->cells, tracker->cell_count, &why);
        good = whole && holds_entries(tracker, book, &why);
    }
    if (!good)
        text_print(fault,
                   whole ? "%s; the old one stays as it is"
                         : "it did not come out whole (%s); is the disk full?",
                   text_string(&why));
    text_free(&why);
    return good;
}
