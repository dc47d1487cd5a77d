/* carried: rows of the old tracker find their rows in the new one, and what of them is the
 * learner's. */
#include "xlsx/cells/carried.h"

#include <string.h>

#include "memory/keys.h"
#include "xlsx/cells/item_words.h"
#include "xlsx/cells/lists.h"

#define OWN_WIDTH 18.0 /* of a column whose width is not known */

static const char *const unnamed_roles[] = {"key", "id", "given"};

bool is_hidden_role(const char *role)
{
    for (size_t i = 0; role && i < sizeof unnamed_roles / sizeof *unnamed_roles; i++)
        if (strcmp(role, unnamed_roles[i]) == 0)
            return true;
    return false;
}

bool kept_column_is_empty(const struct kept_table *kept, size_t column)
{
    for (size_t i = 0; i < kept->row_count; i++)
        if (!cell_is_empty(&kept->rows[i].cells[column]))
            return false;
    return true;
}

/* Which columns of the table are ours, which are the learner's. A column that only a later roadbook
 * knows is carried as if it were the learner's. */
static void match_columns(struct pool *pool, struct carried *carried)
{
    const struct sheet *about = carried->about;
    const struct kept_table *kept = carried->kept;
    int *columns = pool_alloc(pool, (about->column_count + 1) * sizeof *columns);
    int *own = pool_alloc(pool, (kept ? kept->column_count + 1 : 1) * sizeof *own);
    bool *ours = pool_alloc(pool, kept ? kept->column_count + 1 : 1);

    for (size_t i = 0; i < about->column_count; i++) {
        columns[i] = kept ? kept_column_find(kept, about->columns[i].role) : -1;
        if (columns[i] >= 0)
            ours[columns[i]] = true;
    }
    for (size_t k = 0; kept && k < kept->column_count; k++) {
        const struct kept_column *column = &kept->columns[k];
        bool headed = !column->role && column->header[0] != '\0';
        if (!ours[k] && !is_hidden_role(column->role) && (headed || !kept_column_is_empty(kept, k)))
            own[carried->own_count++] = (int)k;
    }
    carried->columns = columns;
    carried->own = own;
}

static void index_rows(struct pool *pool, struct carried *carried)
{
    const struct kept_table *kept = carried->kept;
    const struct memory *memory = carried->memory;

    carried->placed = pool_alloc(pool, kept->row_count + 1);
    carried->keys = lookup_new(pool, kept->row_count);
    for (size_t i = 0; i < kept->row_count; i++)
        if (kept->rows[i].key[0] != '\0')
            lookup_add(carried->keys, kept->rows[i].key, i);
    /* The first edition did not write down its due dates. */
    if (memory->version < 2)
        return;
    carried->known = lookup_new(pool, memory->known_count);
    for (size_t i = 0; i < memory->known_count; i++)
        lookup_add(carried->known, memory->known[i].id, i);
}

/* The rows of KEPT with the keys that they were read with: which of two rows with one key keeps it
 * could not be told without a record. */
static const struct kept_row *rows_as_read(struct pool *pool, const struct kept_table *kept)
{
    int key = kept_column_find(kept, "key");
    struct kept_row *rows = pool_alloc(pool, (kept->row_count + 1) * sizeof *rows);

    for (size_t i = 0; i < kept->row_count; i++) {
        rows[i] = kept->rows[i];
        if (key >= 0 && rows[i].key[0] == '\0')
            rows[i].key = rows[i].cells[key].text;
    }
    return rows;
}

/* KEPT of a tracker that lost its record: which of its rows' words were sorted away from their keys
 * is told by the roadmap as it is now. */
static const struct kept_table *matched_by_plan(struct tracker *tracker, const struct sheet *about,
                                                const struct kept_table *kept)
{
    const struct plan *plan = tracker->plan;
    struct known_item *known = pool_alloc(tracker->pool, (plan->item_count + 1) * sizeof *known);
    struct memory *alone = pool_alloc(tracker->pool, sizeof *alone);
    struct kept_table read = *kept;

    read.rows = rows_as_read(tracker->pool, kept);
    *alone = (struct memory){
        .path = tracker->edition->memory->path, .tables = &read, .table_count = 1, .known = known};
    for (size_t i = 0; i < plan->item_count; i++)
        if (item_has_row(&plan->items[i], about))
            known[alone->known_count++] =
                (struct known_item){.id = plan->items[i].id,
                                    .table = about->role,
                                    .text = words_of_item(tracker, about, &plan->items[i])};
    keys_match(tracker->pool, alone);
    return alone->tables;
}

struct carried *carried_of(struct tracker *tracker, const struct sheet *about)
{
    struct pool *pool = tracker->pool;
    const struct memory *memory = tracker->edition ? tracker->edition->memory : NULL;

    for (size_t i = 0; i < tracker->carried_count; i++)
        if (tracker->carried[i]->about == about)
            return tracker->carried[i];
    struct carried *carried = pool_alloc(pool, sizeof *carried);
    carried->about = about;
    carried->memory = memory;
    carried->kept = memory && about->role ? memory_table(memory, about->role) : NULL;
    if (carried->kept && about->belongs && memory->known_count == 0)
        carried->kept = matched_by_plan(tracker, about, carried->kept);
    match_columns(pool, carried);
    if (carried->kept)
        index_rows(pool, carried);
    tracker->carried = pool_extend(pool, tracker->carried, tracker->carried_count,
                                   &tracker->carried_capacity, sizeof(struct carried *));
    tracker->carried[tracker->carried_count++] = carried;
    return carried;
}

const struct kept_row *carried_find(const struct carried *carried, const char *key)
{
    size_t found = carried->kept ? lookup_find(carried->keys, key) : LOOKUP_NONE;

    return found == LOOKUP_NONE ? NULL : &carried->kept->rows[found];
}

const struct known_item *carried_known(const struct carried *carried, const char *key)
{
    size_t found = carried->known ? lookup_find(carried->known, key) : LOOKUP_NONE;

    return found == LOOKUP_NONE ? NULL : &carried->memory->known[found];
}

const struct kept_cell *kept_cell_at(const struct kept_row *row, int column)
{
    if (!row || column < 0 || cell_is_empty(&row->cells[column]))
        return NULL;
    return &row->cells[column];
}

const struct kept_cell *carried_cell(const struct carried *carried, const struct kept_row *row,
                                     size_t column)
{
    return kept_cell_at(row, carried->columns[column]);
}

/* What roadbook had written of the roadmap's own tick, status or price; *TOLD where the old tracker
 * says so. */
static const struct kept_cell *given_cell(const struct carried *carried, const struct kept_row *row,
                                          bool *told)
{
    const struct sheet *about = carried->about;

    *told = false;
    for (size_t i = 0; i < about->column_count; i++)
        if (about->columns[i].kind == COLUMN_GIVEN) {
            *told = carried->columns[i] >= 0;
            return carried_cell(carried, row, i);
        }
    return NULL;
}

static bool same_cells(const struct kept_cell *one, const struct kept_cell *other)
{
    if (!one || !other)
        return one == other;
    if (one->formula || one->kind != other->kind)
        return false;
    return one->kind == CELL_TEXT ? same_words(one->text, other->text)
                                  : one->number == other->number;
}

/* A tick, a status, a price: the learner's where it is not as roadbook wrote it. A first edition
 * does not say what it wrote: there only what is more than nothing is the learner's. */
static const struct kept_cell *decided_given(const struct carried *carried,
                                             const struct kept_row *row, enum column_kind kind,
                                             const struct kept_cell *cell)
{
    static const struct kept_cell unticked = {CELL_TEXT, TICK_OPEN, 0, NULL, "General"};
    bool told;
    const struct kept_cell *given = given_cell(carried, row, &told);

    if (told && !cell && kind == COLUMN_TICK)
        return given && counts_as_done(kind, given) ? &unticked : NULL;
    if (!cell || (told && same_cells(cell, given)))
        return NULL;
    if (told)
        return cell;
    bool fresh = cell->kind == CELL_TEXT && !cell->formula &&
                 (same_words(cell->text, TICK_OPEN) || same_words(cell->text, STATUS_NEW));
    return fresh || kind == COLUMN_PRICE ? NULL : cell;
}

static const struct kept_cell *decided_due(const struct carried *carried,
                                           const struct kept_row *row, const struct kept_cell *cell)
{
    const struct known_item *known = carried_known(carried, row->key);
    day due;

    if (!known || !cell || (cell_day(cell, &due) && due == known->due))
        return NULL;
    return cell;
}

static const struct kept_cell *decided_words(struct pool *pool, const struct carried *carried,
                                             const struct kept_row *row,
                                             const struct kept_cell *cell)
{
    const struct known_item *known = carried_known(carried, row->key);

    if (!known || !cell || cell->kind != CELL_TEXT || known->text[0] == '\0')
        return NULL;
    return strcmp(plain_words(pool, known->text), plain_words(pool, cell->text)) == 0 ? NULL : cell;
}

const struct kept_cell *decided_cell(struct tracker *tracker, const struct carried *carried,
                                     const struct kept_row *row, size_t column)
{
    enum column_kind kind = carried->about->columns[column].kind;
    const struct kept_cell *cell = carried_cell(carried, row, column);

    if (!row)
        return NULL;
    if (kind == COLUMN_TICK || kind == COLUMN_STATUS || kind == COLUMN_PRICE)
        return decided_given(carried, row, kind, cell);
    if (kind == COLUMN_DUE)
        return decided_due(carried, row, cell);
    if (names_item(kind))
        return decided_words(tracker->pool, carried, row, cell);
    return is_input(kind) ? cell : NULL;
}

bool own_columns_written(const struct carried *carried, const struct kept_row *row)
{
    for (size_t i = 0; i < carried->own_count; i++)
        if (kept_cell_at(row, carried->own[i]))
            return true;
    return false;
}

void put_own_headers(struct tracker *tracker, lxw_worksheet *sheet, const struct carried *carried)
{
    lxw_col_t first = (lxw_col_t)carried->about->column_count;

    for (size_t i = 0; i < carried->own_count; i++) {
        const struct kept_column *column = &carried->kept->columns[carried->own[i]];
        lxw_col_t at = (lxw_col_t)(first + i);
        put_text(tracker, sheet, HEADER_ROW, at, column->header, STYLE_HEADER);
        worksheet_set_column(sheet, at, at, column->width > 0 ? column->width : OWN_WIDTH, NULL);
    }
}

void put_own_cells(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                   const struct carried *carried, const struct kept_row *kept)
{
    lxw_col_t first = (lxw_col_t)carried->about->column_count;

    for (size_t i = 0; i < carried->own_count; i++) {
        const struct kept_cell *cell = kept_cell_at(kept, carried->own[i]);
        lxw_col_t at = (lxw_col_t)(first + i);
        if (cell)
            put_kept(tracker, sheet, row, at, cell, STYLE_INPUT_TEXT, moved_down(kept, row));
        else
            put_blank(tracker, sheet, row, at, STYLE_INPUT_TEXT);
    }
}

int64_t moved_down(const struct kept_row *kept, lxw_row_t row)
{
    return kept->line > 0 ? (int64_t)row + 1 - (int64_t)kept->line : 0;
}
