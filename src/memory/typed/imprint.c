/* imprint: which cells are roadbook's alone, and what is kept of each. */
#include "memory/typed/imprint.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "memory/columns.h"
#include "memory/lookup.h"
#include "memory/record.h"
#include "memory/table_rows.h"

#define DIGITS "%.9g" /* programs keep 15 digits, and round the last of them each in its way */

#define WHOLE_MOST  1e9 /* DIGITS has all of those below it */
#define KNOWN_MARKS 4096
#define SCRATCHED   64 /* texts after which the scratch is given back */

const char *const form_prefixes[] = {"", "columns=", "bare="};

struct known_mark {
    const char *text;
    uint32_t mark;
};

/* What cells of a column below its header are of; as in struct imprint_cell, or NULL: the
 * learner's, or kept elsewhere. */
struct owner {
    const char *of;
    bool recorded;
};

/* Going through one sheet. */
struct walk {
    struct pool *pool;
    const struct read_book *book;
    const struct read_sheet *sheet;
    const struct role_token *tokens;
    size_t token_count;
    const struct band *bands;
    size_t band_count;
    /* by band, then column: of its cells below the header */
    const struct owner **owners;
    unsigned wanted;
    void (*seen)(void *data, const struct imprint_cell *cell);
    void *data;
    /* by where the text stands */
    struct known_mark *marks;
    struct pool *scratch;
    size_t scratched;
};

static uint32_t short_hash(uint64_t hash)
{
    return (uint32_t)(hash ^ hash >> 32);
}

uint32_t cell_mark(struct pool *scratch, const struct kept_cell *cell)
{
    char digits[32];

    if (cell->formula) {
        uint64_t hashes[FORM_COUNT];
        formula_hashes(cell->formula, FORM_WHOLE + 1, hashes);
        return short_hash(hashes[FORM_WHOLE]);
    }
    if (cell->kind != CELL_NUMBER && cell->kind != CELL_TRUTH)
        return short_hash(hash_string(HASH_START, plain_words(scratch, cell->text)));
    if (cell->number > -WHOLE_MOST && cell->number < WHOLE_MOST &&
        cell->number == (int)cell->number) /* as most are: sooner written */
        snprintf(digits, sizeof digits, "%d", (int)cell->number);
    else
        snprintf(digits, sizeof digits, DIGITS, cell->number);
    return short_hash(hash_string(HASH_START, digits));
}

const char *mark_of_shown(struct pool *pool, const struct kept_cell *cell)
{
    struct kept_cell number = {.kind = CELL_NUMBER, .text = "", .format = "General"};
    day date;

    if (!cell || cell_is_empty(cell))
        return "-";
    if (!cell->formula && cell_day(cell, &date)) {
        number.number = (double)date + SERIAL_OF_1970;
        cell = &number;
    }
    return pool_print(pool, "%08x", (unsigned)cell_mark(pool, cell));
}

/* As that; a long text may be shared by very many cells. */
static uint32_t mark_of(struct walk *walk, const struct kept_cell *cell)
{
    uint64_t place = hash_add(HASH_START, (uint64_t)(uintptr_t)cell->text);
    struct known_mark *known = &walk->marks[(place ^ place >> 32) % KNOWN_MARKS];
    bool text = !cell->formula && (cell->kind == CELL_TEXT || cell->kind == CELL_ERROR);

    if (!text)
        return cell_mark(walk->scratch, cell);
    if (known->text == cell->text)
        return known->mark;
    if (++walk->scratched % SCRATCHED == 0) {
        pool_free(walk->scratch);
        walk->scratch = pool_new();
    }
    *known = (struct known_mark){cell->text, cell_mark(walk->scratch, cell)};
    return known->mark;
}

static const struct owner NOBODY = {NULL, false}, NO_TABLE = {"", false};

static struct owner owner_of(struct pool *pool, const char *table, const char *role)
{
    bool recorded = record_has(table);

    if (strcmp(table, record_roles[RECORD_IMPRINT]) == 0)
        return NOBODY; /* it cannot tell of itself */
    if (!role)
        return recorded ? NO_TABLE : NOBODY;
    if (!recorded && !table_only_shows(table))
        return NOBODY;
    return (struct owner){pool_print(pool, "%s:%s", table, role), recorded};
}

static const struct owner *find_owners(struct pool *pool, const struct band *band)
{
    struct owner *owners = pool_alloc(pool, (band->width + 1) * sizeof *owners);

    for (uint32_t at = 0; at < band->width; at++) {
        const struct laid_table *table = &band->tables[band->table_of[at]];
        int column = band->column_of[at];
        if (column >= 0)
            owners[at] = owner_of(pool, table->role, table->columns[column].role);
    }
    return owners;
}

/* The band that ROW belongs to. */
static size_t band_of(const struct walk *walk, uint32_t row)
{
    size_t at = 0;

    while (at + 1 < walk->band_count && walk->bands[at + 1].role_row <= row)
        at++;
    return at;
}

/* true for rows of headers and roles, and for those above them. */
static bool is_top(const struct walk *walk, const struct band *band, uint32_t row)
{
    return row <= band->role_row || row == band->header_row ||
           is_role_row(walk->tokens, walk->token_count, row) ||
           is_role_row(walk->tokens, walk->token_count, row - 1);
}

/* Whose the cell is, in a row that is one of the TOP, or SORTED away from below. */
static struct owner owner_at(const struct walk *walk, size_t band_at,
                             const struct placed_cell *placed, bool top, bool sorted)
{
    const struct band *band = &walk->bands[band_at];
    int column = band->column_of[placed->column];
    const struct laid_table *table = &band->tables[band->table_of[placed->column]];
    bool own = column >= 0 && !table->columns[column].role && !record_has(table->role);

    if (top && !sorted)
        return own && placed->row == band->header_row ? NOBODY : NO_TABLE;
    return walk->owners[band_at][placed->column];
}

/* The marks of FORMULA, as they are wanted. */
static void mark_forms(const struct walk *walk, const char *formula, struct imprint_cell *seen)
{
    enum formula_form count = walk->wanted & IMPRINT_FORMS ? FORM_COUNT : FORM_WHOLE + 1;
    uint64_t hashes[FORM_COUNT];

    formula_hashes(formula, count, hashes);
    for (enum formula_form form = FORM_WHOLE; form < count; form++)
        seen->forms[form] = short_hash(hashes[form]);
    seen->mark = seen->forms[FORM_WHOLE];
}

static void see(struct walk *walk, const struct placed_cell *placed, struct owner owner)
{
    struct role_token token;
    const struct kept_cell *cell = &placed->cell;

    if (!owner.of || cell_is_empty(cell) ||
        (cell->kind == CELL_TEXT && role_parse(walk->pool, cell->text, &token)))
        return;
    struct kept_cell settled = cell_settled(walk->pool, walk->book, cell, false);
    struct imprint_cell seen = {.of = owner.of, .recorded = owner.recorded, .placed = placed};
    if (settled.formula)
        mark_forms(walk, settled.formula, &seen);
    else
        seen.mark = mark_of(walk, &settled);
    walk->seen(walk->data, &seen);
}

/* The cells FROM..TO, which stand in one row. */
static void walk_row(struct walk *walk, size_t from, size_t to)
{
    const struct read_sheet *sheet = walk->sheet;
    uint32_t row = sheet->cells[from].row;
    size_t at = walk->band_count > 0 ? band_of(walk, row) : 0;
    bool top = false, sorted = false;

    if (walk->band_count > 0) {
        const struct band *band = &walk->bands[at];
        top = is_top(walk, band, row);
        sorted = row < band->role_row && row_was_sorted_away(sheet, band, from, to);
    }
    for (size_t i = from; i < to; i++)
        if (sheet->cells[i].cell.formula || !(walk->wanted & IMPRINT_FORMULAS))
            see(walk, &sheet->cells[i],
                walk->band_count > 0 ? owner_at(walk, at, &sheet->cells[i], top, sorted)
                                     : NO_TABLE);
}

uint32_t layout_mark(const struct role_token *tokens, size_t count)
{
    uint32_t sum = 0;

    for (size_t i = 0; i < count; i++) {
        uint64_t hash = hash_string(hash_add(HASH_START, tokens[i].column), tokens[i].table);
        sum += short_hash(hash_string(hash_add(hash, ':'), tokens[i].role));
    }
    return sum;
}

void imprint_walk(struct pool *pool, const struct read_book *book, const struct read_sheet *sheet,
                  const struct role_token *tokens, size_t count, bool in_headers, unsigned wanted,
                  void (*seen)(void *data, const struct imprint_cell *cell), void *data)
{
    struct walk walk = {.pool = pool,
                        .book = book,
                        .sheet = sheet,
                        .tokens = tokens,
                        .token_count = count,
                        .wanted = wanted,
                        .seen = seen,
                        .data = data,
                        .marks = pool_alloc(pool, KNOWN_MARKS * sizeof(struct known_mark)),
                        .scratch = pool_new()};
    struct band *bands = NULL;

    if (count > 0)
        walk.band_count = bands_make(pool, sheet, tokens, count, in_headers, &bands);
    walk.bands = bands;
    walk.owners = pool_alloc(pool, (walk.band_count + 1) * sizeof *walk.owners);
    for (size_t b = 0; b < walk.band_count; b++)
        walk.owners[b] = find_owners(pool, &bands[b]);
    for (size_t from = 0, to; from < sheet->cell_count; from = to) {
        for (to = from + 1;
             to < sheet->cell_count && sheet->cells[to].row == sheet->cells[from].row;)
            to++;
        walk_row(&walk, from, to);
    }
    pool_free(walk.scratch);
}
