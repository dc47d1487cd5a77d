/* merge: rows by key, then by what they say; columns and sheets by name. */
#include "memory/merge.h"

#include <string.h>

#include "base/report.h"
#include "memory/columns.h"
#include "memory/lookup.h"
#include "memory/merge_sheets.h"

#define NO_ROW LOOKUP_NONE

/* Known items by id. */
struct dues {
    const struct known_item *items;
    const struct lookup *ids;
};

/* Two tables of one role. */
struct merging {
    struct pool *pool;
    /* OTHER has its columns in INTO's order: those that INTO had not are added to it */
    struct kept_table into, other;
    struct kept_row *rows;
    size_t row_count, row_capacity;
    /* the due date that roadbook wrote beside each key */
    struct dues our_dues, their_dues;
    /* by column; NULL: not one of roadbook's */
    const struct known_column **known;
    /* by row that INTO had: OTHER has it, too */
    bool *matched;
    struct kept_row *strays;
    size_t stray_count, stray_capacity;
};

static bool is_the_learners(const struct known_column *known)
{
    return !known || known->use == COLUMN_ASKS;
}

static struct dues dues_written(struct pool *pool, const struct memory *memory)
{
    struct lookup *ids = lookup_new(pool, memory->known_count);

    for (size_t i = 0; i < memory->known_count; i++)
        lookup_add(ids, memory->known[i].id, i);
    return (struct dues){memory->known, ids};
}

/* true where the learner put another due date in place of roadbook's. */
static bool due_was_decided(const struct dues *dues, const char *key, const struct kept_cell *cell)
{
    size_t at = lookup_find(dues->ids, key);
    day date;

    return at != LOOKUP_NONE && cell_day(cell, &date) && date != dues->items[at].due;
}

/* What a cell says, whichever way a program spelled it; "": nothing that the learner wrote. */
static const char *meaning(struct pool *pool, const struct kept_cell *cell,
                           const struct known_column *known)
{
    double hours;
    day date;

    if (cell_is_empty(cell))
        return "";
    if (cell->formula)
        return pool_print(pool, "=%s", cell->formula);
    if (known && known->holds_days && cell_day(cell, &date))
        return pool_print(pool, "day %d", (int)date);
    if (known && strcmp(known->role, "hours") == 0 && cell_hours(cell, &hours))
        return pool_print(pool, "%.6f hours", hours);
    if (known && strcmp(known->role, "done") == 0 && cell_is_ticked(cell))
        return "ticked";
    if (cell->kind == CELL_NUMBER)
        return pool_print(pool, "%.15g", cell->number);
    const char *words = plain_words(pool, cell->text);
    return known && known->untouched && strcmp(words, known->untouched) == 0 ? "" : words;
}

/* What a row says beside its key and roadbook's own words; "" where nobody wrote in it. */
static const char *meaning_of_row(const struct merging *merging, const struct kept_row *row)
{
    struct text words = TEXT_INIT;
    bool written = false;

    for (size_t i = 0; i < merging->into.column_count; i++) {
        const struct known_column *known = merging->known[i];
        if (known && (known->use == COLUMN_KEEPS_KEY || known->use == COLUMN_SHOWS))
            continue;
        const char *said = meaning(merging->pool, &row->cells[i], known);
        written |= said[0] && (!row->key[0] || is_the_learners(known));
        text_add(&words, said);
        text_add_char(&words, '\n');
    }
    const char *meant = written ? pool_copy(merging->pool, text_string(&words), words.length) : "";
    text_free(&words);
    return meant;
}

/* CELLS, of a table of COUNT columns, in the order of WIDTH others: PLACES says where each goes. */
static const struct kept_cell *spread(struct pool *pool, const struct kept_cell *cells,
                                      size_t count, const size_t *places, size_t width)
{
    struct kept_cell *spread = pool_alloc(pool, width * sizeof *spread);

    for (size_t i = 0; i < width; i++)
        spread[i] = (struct kept_cell){.kind = CELL_EMPTY, .text = "", .format = "General"};
    for (size_t i = 0; i < count; i++)
        spread[places[i]] = cells[i];
    return spread;
}

static const struct kept_row *spread_rows(struct pool *pool, const struct kept_table *table,
                                          const size_t *places, size_t width)
{
    struct kept_row *rows = pool_alloc(pool, table->row_count * sizeof *rows);

    for (size_t i = 0; i < table->row_count; i++) {
        rows[i] = table->rows[i];
        rows[i].cells = spread(pool, rows[i].cells, table->column_count, places, width);
    }
    return rows;
}

/* A column as it is known again in another tracker: by its role, else by its header. */
static const char *name_of(struct pool *pool, const struct kept_column *column)
{
    return column->role ? pool_print(pool, "role %s", column->role)
                        : pool_print(pool, "header %s", plain_words(pool, column->header));
}

/* Gives both tables the same columns. */
static void align_columns(struct merging *merging)
{
    struct pool *pool = merging->pool;
    struct kept_table *into = &merging->into, *other = &merging->other;
    size_t count = into->column_count;
    struct lookup *names = lookup_new(pool, count);
    size_t *places = pool_alloc(pool, other->column_count * sizeof *places);
    size_t *stay = pool_alloc(pool, count * sizeof *stay);
    struct kept_column *columns = pool_alloc(pool, (count + other->column_count) * sizeof *columns);

    for (size_t i = 0; i < count; i++) {
        columns[i] = into->columns[i];
        stay[i] = i;
        lookup_add(names, name_of(pool, &columns[i]), i);
    }
    for (size_t i = 0; i < other->column_count; i++) {
        places[i] = lookup_take(names, name_of(pool, &other->columns[i]));
        if (places[i] != LOOKUP_NONE)
            continue;
        columns[count] = other->columns[i];
        places[i] = count++;
    }
    if (count > into->column_count)
        into->rows = spread_rows(pool, into, stay, count);
    other->rows = spread_rows(pool, other, places, count);
    into->columns = other->columns = columns;
    into->column_count = other->column_count = count;
    merging->known = pool_alloc(pool, count * sizeof *merging->known);
    for (size_t i = 0; i < count; i++)
        if (columns[i].role)
            merging->known[i] = known_column_of_role(into->role, columns[i].role);
}

static void add_row(struct merging *merging, const struct kept_row *row)
{
    merging->rows = pool_extend(merging->pool, merging->rows, merging->row_count,
                                &merging->row_capacity, sizeof *merging->rows);
    merging->rows[merging->row_count++] = *row;
}

/* Fills ROW's empty cells from OTHER, the same row; where they say different things OTHER strays.
 */
static void fill_row(struct merging *merging, struct kept_row *row, const struct kept_row *other)
{
    size_t count = merging->into.column_count;
    struct kept_cell *cells = NULL;
    bool strays = false;

    for (size_t i = 0; i < count; i++) {
        const struct known_column *known = merging->known[i];
        const char *theirs = meaning(merging->pool, &other->cells[i], known);
        const char *ours = meaning(merging->pool, &row->cells[i], known);
        if (known && (known->use == COLUMN_KEEPS_KEY || known->use == COLUMN_SHOWS)) {
            if (strcmp(known->role, "due") != 0 ||
                !due_was_decided(&merging->their_dues, other->key, &other->cells[i]) ||
                due_was_decided(&merging->our_dues, row->key, &row->cells[i]))
                continue;
        } else if (!theirs[0] || ours[0]) {
            strays |= theirs[0] && is_the_learners(known) && strcmp(ours, theirs) != 0;
            continue;
        }
        if (!cells) {
            cells = pool_alloc(merging->pool, count * sizeof *cells);
            memcpy(cells, row->cells, count * sizeof *cells);
            row->cells = cells;
        }
        cells[i] = other->cells[i];
    }
    if (!strays)
        return;
    merging->strays = pool_extend(merging->pool, merging->strays, merging->stray_count,
                                  &merging->stray_capacity, sizeof *merging->strays);
    merging->strays[merging->stray_count++] = *other;
}

/* Rows with a key that both have; OPEN gets the other rows of OTHER, gives their number. */
static size_t merge_keyed(struct merging *merging, const struct kept_row **open)
{
    size_t had = merging->into.row_count, count = 0;
    struct lookup *keys = lookup_new(merging->pool, had);

    merging->matched = pool_alloc(merging->pool, had * sizeof *merging->matched);
    for (size_t i = 0; i < had; i++) {
        add_row(merging, &merging->into.rows[i]);
        if (merging->rows[i].key[0])
            lookup_add(keys, merging->rows[i].key, i);
    }
    for (size_t i = 0; i < merging->other.row_count; i++) {
        const struct kept_row *row = &merging->other.rows[i];
        size_t at = row->key[0] ? lookup_find(keys, row->key) : NO_ROW;
        if (at == NO_ROW) {
            open[count++] = row;
            continue;
        }
        merging->matched[at] = true;
        fill_row(merging, &merging->rows[at], row);
    }
    return count;
}

/* The COUNT rows of OPEN: each that says what a row of INTO says, which no other row of them did,
 * is that row. */
static void merge_open(struct merging *merging, const struct kept_row *const *open, size_t count)
{
    size_t had = merging->into.row_count;
    struct lookup *said = lookup_new(merging->pool, had);

    for (size_t i = 0; i < had; i++) {
        const char *meant = merging->matched[i] ? "" : meaning_of_row(merging, &merging->rows[i]);
        if (meant[0])
            lookup_add(said, meant, i);
    }
    for (size_t i = 0; i < count; i++) {
        const char *meant = meaning_of_row(merging, open[i]);
        if (meant[0] && lookup_take(said, meant) == NO_ROW)
            add_row(merging, open[i]);
    }
}

/* INTO's table with what OTHER's says beside it. */
static struct kept_table merged_table(struct pool *pool, struct memory *into,
                                      const struct kept_table *table,
                                      const struct memory *other_memory,
                                      const struct kept_table *other)
{
    struct merging merging = {.pool = pool, .into = *table, .other = *other};

    merging.our_dues = dues_written(pool, into);
    merging.their_dues = dues_written(pool, other_memory);
    const struct kept_row **open = pool_alloc(pool, other->row_count * sizeof(struct kept_row *));
    align_columns(&merging);
    merge_open(&merging, open, merge_keyed(&merging, open));
    merging.into.rows = merging.rows;
    merging.into.row_count = merging.row_count;
    if (merging.stray_count == 0)
        return merging.into;
    bool one = merging.stray_count == 1;
    struct kept_table *strays = pool_alloc(pool, (into->stray_count + 1) * sizeof *strays);
    if (into->stray_count > 0)
        memcpy(strays, into->strays, into->stray_count * sizeof *strays);
    strays[into->stray_count] = merging.other;
    strays[into->stray_count].rows = merging.strays;
    strays[into->stray_count++].row_count = merging.stray_count;
    into->strays = strays;
    report(NOWHERE, SEVERITY_WARNING, RULE_OTHER_TRACKER,
           "%s: %zu row%s of the sheet %s say%s something else than %s; %s kept on the sheet From "
           "your old file",
           other_memory->path, merging.stray_count, one ? "" : "s", other->tab, one ? "s" : "",
           into->path, one ? "it is" : "they are");
    return merging.into;
}

/* OTHER's record, for a tracker that has none. */
static void take_record(struct memory *into, const struct memory *other)
{
    struct memory own = *into;

    *into = *other;
    into->path = own.path;
    into->digest = own.digest;
    into->tables = own.tables;
    into->table_count = own.table_count;
    into->sheets = own.sheets;
    into->sheet_count = own.sheet_count;
    into->strays = own.strays;
    into->stray_count = own.stray_count;
    into->lost = own.lost;
}

/* What was typed in OTHER where roadbook alone writes. */
static void add_strays(struct pool *pool, struct memory *into, const struct memory *other)
{
    size_t count = into->stray_count;
    struct kept_table *strays = pool_alloc(pool, (count + other->stray_count) * sizeof *strays);

    if (other->stray_count == 0)
        return;
    if (count > 0)
        memcpy(strays, into->strays, count * sizeof *strays);
    memcpy(strays + count, other->strays, other->stray_count * sizeof *strays);
    into->strays = strays;
    into->stray_count = count + other->stray_count;
}

void memory_merge(struct pool *pool, struct memory *into, const struct memory *other)
{
    struct kept_table *tables =
        pool_alloc(pool, (into->table_count + other->table_count) * sizeof *tables);
    size_t count = into->table_count;

    if (!*into->plan_id && *other->plan_id)
        take_record(into, other);
    for (size_t i = 0; i < count; i++) {
        const struct kept_table *table = memory_table(other, into->tables[i].role);
        tables[i] =
            table ? merged_table(pool, into, &into->tables[i], other, table) : into->tables[i];
    }
    for (size_t i = 0; i < other->table_count; i++)
        if (!memory_table(into, other->tables[i].role))
            tables[count++] = other->tables[i];
    into->tables = tables;
    into->table_count = count;
    merge_sheets(pool, into, other);
    add_strays(pool, into, other);
    if (!into->lost[0])
        into->lost = other->lost;
    else if (other->lost[0] && strcmp(into->lost, other->lost) != 0)
        into->lost = pool_print(pool, "%s; %s", into->lost, other->lost);
}
