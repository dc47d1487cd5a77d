/* typed: cells of an old tracker against the imprint that was written with it. */
#include "memory/typed/typed.h"

#include <stdlib.h>
#include <string.h>

#include "memory/lookup.h"
#include "memory/record.h"
#include "memory/typed/imprint.h"

#define MOST_TYPED   5000   /* cells carried over; more are counted */
#define MOST_MARKS   500000 /* of a group */
#define MOST_GROUPS  1000
#define FEW_FORMULAS 10 /* fewer are gone because somebody deleted them */
#define MOST_LETTERS 4

/* So many cells with one mark; in each walk some of them are yet to be met. */
struct mark {
    uint32_t mark;
    size_t count, left;
};

/* What was written of the cells of one column, or of no table. */
struct group {
    const char *of;
    /* as written: cells in all; formulas; its marks in order, or their sum where it is the record's
     */
    size_t cells, formulas;
    struct mark *marks;
    size_t mark_count, mark_capacity;
    /* as found: formulas in all, those without a mark; cells so far, and the sum of the first of
     * them */
    size_t formulas_found, formulas_unmet, cells_found;
    uint32_t sum_found;
    /* formulas that are the learner's; they can be told apart by their marks */
    size_t formulas_typed;
    bool told_apart;
    /* its formulas were made values, so that values tell nothing */
    bool blind;
    /* where its cells stand; NULL: nowhere */
    const char *tab;
};

struct search {
    struct pool *pool;
    const struct typed_sheet *sheet;
    struct memory *memory;
    struct text *lost;
    struct group *groups;
    size_t group_count, group_capacity;
    struct lookup *by_name;
    struct kept_table *strays;
    size_t stray_count, stray_capacity, left_out;
};

static struct group *group_of(struct search *search, const char *of)
{
    size_t at = lookup_find(search->by_name, of);

    if (at != LOOKUP_NONE)
        return &search->groups[at];
    at = search->group_count++;
    search->groups = pool_extend(search->pool, search->groups, at, &search->group_capacity,
                                 sizeof *search->groups);
    search->groups[at].of = pool_copy(search->pool, of, strlen(of));
    lookup_add(search->by_name, search->groups[at].of, at);
    return &search->groups[at];
}

static void read_marks(struct search *search, struct group *group, const char *text)
{
    char *end;

    for (; group->mark_count < MOST_MARKS; text = end) {
        unsigned long mark = strtoul(text, &end, 16);
        if (end == text)
            return;
        group->marks = pool_extend(search->pool, group->marks, group->mark_count,
                                   &group->mark_capacity, sizeof *group->marks);
        group->marks[group->mark_count++] = (struct mark){(uint32_t)mark, 1, 0};
    }
}

static int by_mark(const void *left, const void *right)
{
    uint32_t one = ((const struct mark *)left)->mark, other = ((const struct mark *)right)->mark;

    return (one > other) - (one < other);
}

/* Puts the marks in order, the same ones together. */
static void order_marks(struct group *group)
{
    size_t count = 0;

    if (group->mark_count > 0)
        qsort(group->marks, group->mark_count, sizeof *group->marks, by_mark);
    for (size_t i = 0; i < group->mark_count; i++) {
        if (count > 0 && group->marks[count - 1].mark == group->marks[i].mark)
            group->marks[count - 1].count++;
        else
            group->marks[count++] = group->marks[i];
    }
    group->mark_count = count;
}

/* The imprint as it was written; false: there is none. */
static bool read_imprint(struct search *search, const struct record *record)
{
    for (size_t i = 0; i < record_rows(record, RECORD_IMPRINT); i++) {
        const char *of = record_text(record, i, RECORD_IMPRINT_OF);
        if (search->group_count == MOST_GROUPS && lookup_find(search->by_name, of) == LOOKUP_NONE)
            break;
        struct group *group = group_of(search, of);
        group->cells += (size_t)record_count(record, i, RECORD_IMPRINT_CELLS);
        group->formulas += (size_t)record_count(record, i, RECORD_IMPRINT_FORMULAS);
        read_marks(search, group, record_text(record, i, RECORD_IMPRINT_MARKS));
    }
    for (size_t i = 0; i < search->group_count; i++)
        order_marks(&search->groups[i]);
    return search->group_count > 0;
}

/* Meets one of GROUP's marks that was not met in this walk; false: there is none such. */
static bool meet(struct group *group, uint32_t mark)
{
    size_t from = 0, to = group->mark_count;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (group->marks[middle].mark < mark)
            from = middle + 1;
        else
            to = middle;
    }
    if (from == group->mark_count || group->marks[from].mark != mark ||
        group->marks[from].left == 0)
        return false;
    group->marks[from].left--;
    return true;
}

/* As that, of any group: of a sheet that lost its roles nobody knows which columns are which. */
static bool meet_any(struct search *search, uint32_t mark)
{
    for (size_t i = 0; i < search->group_count; i++)
        if (meet(&search->groups[i], mark))
            return true;
    return false;
}

/* "AB" of a column counted from 0, into LETTERS. */
static const char *letters_of(uint32_t column, char letters[MOST_LETTERS + 1])
{
    char *at = letters + MOST_LETTERS;

    *at = '\0';
    for (uint32_t left = column + 1; left > 0 && at > letters; left = (left - 1) / 26)
        *--at = (char)('A' + (left - 1) % 26);
    return at;
}

/* CELL, which stands at PLACED, is the learner's. WHAT is before the column: "comment on ". */
static void add_stray(struct search *search, const struct placed_cell *placed, const char *what,
                      struct kept_cell cell)
{
    struct pool *pool = search->pool;
    char letters[MOST_LETTERS + 1];

    if (search->stray_count == MOST_TYPED) {
        search->left_out++;
        return;
    }
    struct kept_column *column = pool_alloc(pool, sizeof *column);
    struct kept_row *row = pool_alloc(pool, sizeof *row);
    struct kept_cell *kept = pool_alloc(pool, sizeof *kept);
    column->header = pool_print(pool, "%scolumn %s", what, letters_of(placed->column, letters));
    *kept = cell;
    *row = (struct kept_row){.key = "", .cells = kept, .line = placed->row + 1};
    search->strays = pool_extend(pool, search->strays, search->stray_count, &search->stray_capacity,
                                 sizeof *search->strays);
    search->strays[search->stray_count++] = (struct kept_table){
        .role = "typed",
        .tab = search->sheet->sheet->name,
        .columns = column,
        .column_count = 1,
        .rows = row,
        .row_count = 1,
    };
}

static void count_formula(void *data, const struct imprint_cell *cell)
{
    struct search *search = data;

    if (!cell->placed->cell.formula)
        return;
    struct group *group = group_of(search, cell->of);
    group->formulas_found++;
    group->formulas_unmet += !meet(group, cell->mark);
}

/* A cell of the record: rows behind the last that was written are not its own. */
static bool is_recorded(struct group *group, uint32_t mark)
{
    if (group->cells_found++ >= group->cells)
        return false;
    group->sum_found += mark;
    return true;
}

static void look_at(void *data, const struct imprint_cell *cell)
{
    struct search *search = data;
    struct group *group = group_of(search, cell->of);
    bool formula = cell->placed->cell.formula != NULL, ours;

    group->tab = search->sheet->sheet->name;
    if (cell->recorded) {
        ours = is_recorded(group, cell->mark);
    } else if (search->sheet->bare) {
        ours = formula || meet_any(search, cell->mark);
    } else {
        ours = meet(group, cell->mark) || (formula ? !group->told_apart : group->blind);
    }
    if (!ours)
        add_stray(search, cell->placed, "", cell->placed->cell);
}

/* What the counts say before any cell is looked at. */
static void weigh(struct group *group)
{
    size_t found = group->formulas_found;

    group->formulas_typed = found > group->formulas ? found - group->formulas : 0;
    group->told_apart = group->formulas_typed > 0 && group->formulas_typed == group->formulas_unmet;
    group->blind = group->formulas >= FEW_FORMULAS && found < group->formulas / 2;
}

static void say_lost(struct search *search, const char *tab, const char *what)
{
    text_print(search->lost, "%s%s: %s", search->lost->length > 0 ? "; " : "", tab, what);
}

static void say_edited(struct search *search)
{
    for (size_t i = 0; i < search->group_count; i++) {
        const struct group *group = &search->groups[i];
        const char *colon = strchr(group->of, ':');
        if (group->blind && group->tab)
            say_lost(
                search, group->tab,
                colon ? pool_print(search->pool, "values in the place of formulas (%s)", colon + 1)
                      : "values in the place of formulas");
        if (group->formulas_typed > 0 && !group->told_apart && group->tab)
            say_lost(search, group->tab,
                     pool_print(search->pool, "%zu formula%s of your own", group->formulas_typed,
                                group->formulas_typed == 1 ? "" : "s"));
        /* rows that were sorted still add up to the same */
        if (colon && group->tab && group->mark_count == 1 && group->cells > 0 &&
            group->cells_found >= group->cells && group->sum_found != group->marks[0].mark)
            say_lost(search, group->tab,
                     pool_print(search->pool, "what was changed by hand under \"%s\"", colon + 1));
    }
}

static void walk(struct search *search, const struct read_book *book,
                 const struct typed_sheet *sheets, size_t count,
                 void (*seen)(void *data, const struct imprint_cell *cell))
{
    for (size_t i = 0; i < search->group_count; i++)
        for (size_t m = 0; m < search->groups[i].mark_count; m++)
            search->groups[i].marks[m].left = search->groups[i].marks[m].count;
    for (size_t i = 0; i < count; i++) {
        search->sheet = &sheets[i];
        imprint_walk(search->pool, book, sheets[i].sheet, sheets[i].tokens, sheets[i].token_count,
                     sheets[i].in_headers, seen, search);
    }
}

static void add_comments(struct search *search, const struct typed_sheet *sheets, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        search->sheet = &sheets[i];
        for (size_t c = 0; c < sheets[i].sheet->cell_count; c++) {
            const struct placed_cell *placed = &sheets[i].sheet->cells[c];
            if (placed->comment && placed->comment[0])
                add_stray(search, placed, "comment on ",
                          (struct kept_cell){CELL_TEXT, placed->comment, 0, NULL, "General"});
        }
    }
}

void typed_find(struct pool *pool, const struct read_book *book, const struct typed_sheet *sheets,
                size_t count, struct memory *memory, struct text *lost)
{
    struct search search = {.pool = pool, .memory = memory, .lost = lost};
    struct record record = record_find(memory);

    search.by_name = lookup_new(pool, 100);
    if (read_imprint(&search, &record)) {
        walk(&search, book, sheets, count, count_formula);
        for (size_t i = 0; i < search.group_count; i++)
            weigh(&search.groups[i]);
        walk(&search, book, sheets, count, look_at);
        say_edited(&search);
    }
    add_comments(&search, sheets, count);
    if (search.left_out > 0)
        say_lost(&search, "cells that roadbook fills itself",
                 pool_print(pool, "%zu that somebody wrote in", search.left_out));
    memory->strays = search.strays;
    memory->stray_count = search.stray_count;
}
