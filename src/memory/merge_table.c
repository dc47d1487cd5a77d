/* merge_table: rows by key, then by what they say; columns by name. */
#include "memory/merge_table.h"

#include <string.h>

#include "memory/columns.h"
#include "memory/lookup.h"

#define NO_ROW LOOKUP_NONE

/* Known items by id. */
struct dues {
    const struct known_item *items;
    const struct lookup *ids;
};

/* The tick, status or price that roadbook wrote for the roadmap, and what stands there now: the
 * learner's where it says something else. */
struct givens {
    /* columns; -1: the table has none */
    int given, stands;
    /* the tracker told the first of them: an early one did not */
    bool told_here, told_there;
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
    struct givens givens;
    /* by column; NULL: not one of roadbook's */
    const struct known_column **known;
    /* by row that INTO had: OTHER has it, too */
    bool *matched;
    struct kept_row *strays;
    size_t stray_count, stray_capacity;
    /* what rows that strayed say, here and from trackers merged before */
    struct lookup *strayed;
};

/* true where no entry of anybody stands. */
static bool is_ours(const struct known_column *known)
{
    return known && (known->use == COLUMN_KEEPS_KEY || known->use == COLUMN_WORKS);
}

static bool is_the_learners(const struct known_column *known)
{
    return !known || known->use == COLUMN_ASKS;
}

/* The columns of TABLE that tell what was given; TOLD are as the trackers were read. */
static struct givens givens_of(const struct kept_table *table, bool told_here, bool told_there)
{
    static const char *const roles[] = {"done", "status", "planned"};
    struct givens givens = {
        .given = kept_column_find(table, "given"), .stands = -1, told_here, told_there};

    for (size_t i = 0; givens.given >= 0 && i < sizeof roles / sizeof *roles; i++)
        if (givens.stands < 0)
            givens.stands = kept_column_find(table, roles[i]);
    return givens;
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
        if (is_ours(known) || (known && known->use == COLUMN_SHOWS && row->key[0]))
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

/* What a row that strays says, and of what; columns that came later make no difference. */
static const char *stray_words(const struct merging *merging, const struct kept_row *row)
{
    char *words = pool_print(merging->pool, "%s\n%s", row->key, meaning_of_row(merging, row));
    size_t length = strlen(words);

    while (length > 0 && words[length - 1] == '\n')
        words[--length] = '\0';
    return words;
}

/* Keeps ROW apart, once however many trackers say the same. */
static void stray(struct merging *merging, const struct kept_row *row)
{
    const char *words = stray_words(merging, row);

    if (lookup_find(merging->strayed, words) != LOOKUP_NONE)
        return;
    lookup_add(merging->strayed, words, merging->stray_count);
    merging->strays = pool_extend(merging->pool, merging->strays, merging->stray_count,
                                  &merging->stray_capacity, sizeof *merging->strays);
    merging->strays[merging->stray_count++] = *row;
}

/* The rows of such tables that strayed before; their columns come first in the merged one. */
static void list_strayed(struct merging *merging, const struct memory *into)
{
    size_t column_count = merging->into.column_count;

    merging->strayed = lookup_new(merging->pool, merging->other.row_count);
    for (size_t i = 0; i < into->stray_count; i++) {
        const struct kept_table *table = &into->strays[i];
        if (strcmp(table->role, merging->into.role) != 0)
            continue;
        merging->into.column_count = table->column_count;
        for (size_t r = 0; r < table->row_count; r++)
            lookup_add(merging->strayed, stray_words(merging, &table->rows[r]), r);
    }
    merging->into.column_count = column_count;
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

/* true where ROW's tick, status or price is not as roadbook gave it. */
static bool was_decided(const struct merging *merging, const struct kept_row *row, bool told)
{
    const struct givens *givens = &merging->givens;
    const struct known_column *known = merging->known[givens->stands];

    if (!told && known->use == COLUMN_SHOWS)
        return false;
    return strcmp(meaning(merging->pool, &row->cells[givens->stands], known),
                  meaning(merging->pool, &row->cells[givens->given], known)) != 0;
}

/* ROW's cells, to be written to; they are copied once. */
static struct kept_cell *own_cells(const struct merging *merging, struct kept_row *row,
                                   struct kept_cell *cells)
{
    size_t size = merging->into.column_count * sizeof *cells;

    if (cells)
        return cells;
    cells = pool_alloc(merging->pool, size);
    memcpy(cells, row->cells, size);
    row->cells = cells;
    return cells;
}

/* Takes OTHER's tick, status or price into ROW, with what it was decided against; true: both were
 * decided, and differ. */
static bool fill_decided(const struct merging *merging, struct kept_row *row,
                         const struct kept_row *other, struct kept_cell **cells)
{
    const struct givens *givens = &merging->givens;
    const struct known_column *known = merging->known[givens->stands];

    if (!was_decided(merging, other, givens->told_there))
        return false;
    if (was_decided(merging, row, givens->told_here))
        return strcmp(meaning(merging->pool, &row->cells[givens->stands], known),
                      meaning(merging->pool, &other->cells[givens->stands], known)) != 0;
    *cells = own_cells(merging, row, *cells);
    (*cells)[givens->stands] = other->cells[givens->stands];
    (*cells)[givens->given] = other->cells[givens->given];
    return false;
}

/* Fills ROW's empty cells from OTHER, the same row; where they say different things OTHER strays.
 */
static void fill_row(struct merging *merging, struct kept_row *row, const struct kept_row *other)
{
    size_t count = merging->into.column_count;
    struct kept_cell *cells = NULL;
    bool strays = false;

    for (size_t i = 0; i < count; i++) {
        if ((int)i == merging->givens.stands) {
            strays |= fill_decided(merging, row, other, &cells);
            continue;
        }
        const struct known_column *known = merging->known[i];
        const char *theirs = meaning(merging->pool, &other->cells[i], known);
        const char *ours = meaning(merging->pool, &row->cells[i], known);
        if (is_ours(known) || (known && known->use == COLUMN_SHOWS)) {
            if (strcmp(known->role, "due") != 0 ||
                !due_was_decided(&merging->their_dues, other->key, &other->cells[i]) ||
                due_was_decided(&merging->our_dues, row->key, &row->cells[i]))
                continue;
        } else if (!theirs[0] || ours[0]) {
            strays |= theirs[0] && is_the_learners(known) && strcmp(ours, theirs) != 0;
            continue;
        }
        cells = own_cells(merging, row, cells);
        cells[i] = other->cells[i];
    }
    if (strays)
        stray(merging, other);
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

struct kept_table table_merge(struct pool *pool, const struct memory *into,
                              const struct kept_table *table, const struct memory *other,
                              const struct kept_table *theirs, struct kept_table *strays)
{
    struct merging merging = {.pool = pool, .into = *table, .other = *theirs};
    const struct kept_row **open = pool_alloc(pool, theirs->row_count * sizeof(struct kept_row *));

    merging.our_dues = dues_written(pool, into);
    merging.their_dues = dues_written(pool, other);
    align_columns(&merging);
    merging.givens = givens_of(&merging.into, kept_column_find(table, "given") >= 0,
                               kept_column_find(theirs, "given") >= 0);
    list_strayed(&merging, into);
    merge_open(&merging, open, merge_keyed(&merging, open));
    merging.into.rows = merging.rows;
    merging.into.row_count = merging.row_count;
    *strays = merging.other;
    strays->rows = merging.strays;
    strays->row_count = merging.stray_count;
    return merging.into;
}
