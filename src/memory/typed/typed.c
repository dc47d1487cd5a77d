/* typed: cells of an old tracker against the imprint that was written with it. */
#include "memory/typed/typed.h"

#include <stdlib.h>
#include <string.h>

#include "memory/lookup.h"
#include "memory/record.h"
#include "memory/typed/imprint.h"
#include "memory/typed/marks.h"

#define MOST_TYPED   5000 /* cells carried over; more are counted */
#define MOST_GROUPS  1000
#define FEW_FORMULAS 10 /* fewer are gone, or strange, because somebody made them so */
#define FEW_MOVED    3  /* more name other columns because these were moved */
#define MOST_LETTERS 4

/* What was written of the cells of one column, or of no table. */
struct group {
    const char *of;
    /* as written: cells in all; formulas; marks of the cells, or their sum where it is the
     * record's; those of the further forms of its formulas */
    size_t cells, formulas;
    struct marks marks[FORM_COUNT];
    /* as found: formulas in all; cells so far, and the sum of the first of them */
    size_t formulas_found, cells_found;
    uint32_t sum_found;
    /* its formulas were made values, so that values tell nothing */
    bool blind;
    /* where its cells stand; NULL: nowhere */
    const char *tab;
};

/* What a formula is, that stands where roadbook alone writes. */
enum verdict {
    VERDICT_OURS,
    VERDICT_MOVED,  /* ours but for the columns that it names */
    VERDICT_STRANGE /* none that was written */
};

struct search {
    struct pool *pool;
    const struct typed_sheet *sheet;
    struct memory *memory;
    struct text *lost;
    struct group *groups;
    size_t group_count, group_capacity;
    struct lookup *by_name;
    /* the imprint has further forms of formulas; layout_mark() of what was written */
    bool has_forms;
    uint32_t layout;
    /* formulas that are not as they were written; of all formulas in the order of a walk, enum
     * verdict each, or none: all are ours */
    size_t other;
    unsigned char *verdicts;
    size_t verdict_count, verdict_capacity, verdict_at;
    size_t moved, strange;
    /* those are the learner's */
    bool moved_typed, strange_typed;
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

/* Takes the prefix off *OF that says which form the marks of its row are. */
static enum formula_form take_form(const char **of)
{
    for (enum formula_form form = FORM_COLUMNS; form < FORM_COUNT; form++) {
        size_t length = strlen(form_prefixes[form]);
        if (strncmp(*of, form_prefixes[form], length) == 0) {
            *of += length;
            return form;
        }
    }
    return FORM_WHOLE;
}

/* The imprint as it was written; false: there is none. */
static bool read_imprint(struct search *search, const struct record *record)
{
    for (size_t i = 0; i < record_rows(record, RECORD_IMPRINT); i++) {
        const char *of = record_text(record, i, RECORD_IMPRINT_OF);
        const char *marks = record_text(record, i, RECORD_IMPRINT_MARKS);
        if (strcmp(of, IMPRINT_LAYOUT) == 0) {
            search->has_forms = true;
            search->layout = (uint32_t)strtoul(marks, NULL, 16);
            continue;
        }
        enum formula_form form = take_form(&of);
        if (search->group_count == MOST_GROUPS && lookup_find(search->by_name, of) == LOOKUP_NONE)
            break;
        struct group *group = group_of(search, of);
        group->cells += (size_t)record_count(record, i, RECORD_IMPRINT_CELLS);
        group->formulas += (size_t)record_count(record, i, RECORD_IMPRINT_FORMULAS);
        marks_read(search->pool, &group->marks[form], marks);
    }
    for (size_t i = 0; i < search->group_count; i++)
        for (enum formula_form form = 0; form < FORM_COUNT; form++)
            marks_order(&search->groups[i].marks[form]);
    return search->group_count > 0;
}

/* As that, of GROUP; but of a sheet that lost its roles nobody knows which columns are which: there
 * of any group. */
static bool meet(struct search *search, struct group *group, enum formula_form form, uint32_t mark)
{
    if (!search->sheet->bare)
        return marks_meet(&group->marks[form], mark);
    for (size_t i = 0; i < search->group_count; i++)
        if (marks_meet(&search->groups[i].marks[form], mark))
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
    struct group *group = group_of(search, cell->of);

    group->formulas_found++;
    search->other += !meet(search, group, FORM_WHOLE, cell->mark);
}

/* Those that are as they were written take their further forms with them. */
static void take_forms(void *data, const struct imprint_cell *cell)
{
    struct search *search = data;
    struct group *group = group_of(search, cell->of);

    if (meet(search, group, FORM_WHOLE, cell->mark))
        for (enum formula_form form = FORM_COLUMNS; form < FORM_COUNT; form++)
            meet(search, group, form, cell->forms[form]);
}

/* true where a sheet or row that FORMULA named was deleted: in Gnumeric's words, or in the
 * others'. */
static bool is_broken(const char *formula)
{
    return strstr(formula, "#REF!") || strstr(formula, "gnumeric.ERROR(");
}

static enum verdict judge(struct search *search, const struct imprint_cell *cell)
{
    struct group *group = group_of(search, cell->of);

    if (meet(search, group, FORM_WHOLE, cell->mark))
        return VERDICT_OURS;
    if (is_broken(cell->placed->cell.formula))
        return VERDICT_OURS;
    bool columns = meet(search, group, FORM_COLUMNS, cell->forms[FORM_COLUMNS]);
    bool bare = meet(search, group, FORM_BARE, cell->forms[FORM_BARE]);
    if (columns)
        return VERDICT_OURS;
    return bare ? VERDICT_MOVED : VERDICT_STRANGE;
}

static void judge_formula(void *data, const struct imprint_cell *cell)
{
    struct search *search = data;
    enum verdict verdict = judge(search, cell);

    search->moved += verdict == VERDICT_MOVED;
    search->strange += verdict == VERDICT_STRANGE;
    search->verdicts = pool_extend(search->pool, search->verdicts, search->verdict_count,
                                   &search->verdict_capacity, sizeof *search->verdicts);
    search->verdicts[search->verdict_count++] = (unsigned char)verdict;
}

/* A cell of the record: rows behind the last that was written are not its own. */
static bool is_recorded(struct group *group, uint32_t mark)
{
    if (group->cells_found++ >= group->cells)
        return false;
    group->sum_found += mark;
    return true;
}

static bool formula_is_ours(const struct search *search, enum verdict verdict)
{
    if (verdict == VERDICT_OURS)
        return true;
    return verdict == VERDICT_MOVED ? !search->moved_typed : !search->strange_typed;
}

static void look_at(void *data, const struct imprint_cell *cell)
{
    struct search *search = data;
    struct group *group = group_of(search, cell->of);
    bool ours;

    group->tab = search->sheet->sheet->name;
    if (cell->placed->cell.formula)
        ours = search->verdict_count == 0 ||
               formula_is_ours(search, (enum verdict)search->verdicts[search->verdict_at++]);
    else if (cell->recorded)
        ours = is_recorded(group, cell->mark);
    else
        ours =
            meet(search, group, FORM_WHOLE, cell->mark) || (!search->sheet->bare && group->blind);
    if (!ours)
        add_stray(search, cell->placed, "", cell->placed->cell);
}

/* What the counts say before any cell is looked at. */
static void weigh(struct search *search, const struct typed_sheet *sheets, size_t count)
{
    uint32_t layout = 0;

    for (size_t i = 0; i < search->group_count; i++) {
        struct group *group = &search->groups[i];
        group->blind =
            group->formulas >= FEW_FORMULAS && group->formulas_found < group->formulas / 2;
    }
    for (size_t i = 0; i < count; i++)
        layout += layout_mark(sheets[i].tokens, sheets[i].token_count);
    search->moved_typed = search->moved <= FEW_MOVED && layout == search->layout;
    search->strange_typed =
        search->strange < FEW_FORMULAS || search->strange <= search->verdict_count / 2;
}

static void say_lost(struct search *search, const char *tab, const char *what)
{
    text_print(search->lost, "%s%s: %s", search->lost->length > 0 ? "; " : "", tab, what);
}

static void say_edited(struct search *search)
{
    if (search->strange > 0 && !search->strange_typed)
        say_lost(search, "formulas",
                 "those of your own among roadbook's (whoever saved it wrote all of them anew)");
    for (size_t i = 0; i < search->group_count; i++) {
        const struct group *group = &search->groups[i];
        const char *colon = strchr(group->of, ':');
        if (group->blind && group->tab)
            say_lost(
                search, group->tab,
                colon ? pool_print(search->pool, "values in the place of formulas (%s)", colon + 1)
                      : "values in the place of formulas");
        /* rows that were sorted still add up to the same */
        if (colon && group->tab && group->marks[FORM_WHOLE].count == 1 && group->cells > 0 &&
            group->cells_found >= group->cells &&
            group->sum_found != group->marks[FORM_WHOLE].items[0].mark)
            say_lost(search, group->tab,
                     pool_print(search->pool, "what was changed by hand under \"%s\"", colon + 1));
    }
}

static void walk(struct search *search, const struct read_book *book,
                 const struct typed_sheet *sheets, size_t count, unsigned wanted,
                 void (*seen)(void *data, const struct imprint_cell *cell))
{
    for (size_t i = 0; i < search->group_count; i++)
        marks_meet_again(&search->groups[i].marks[FORM_WHOLE]);
    for (size_t i = 0; i < count; i++) {
        search->sheet = &sheets[i];
        imprint_walk(search->pool, book, sheets[i].sheet, sheets[i].tokens, sheets[i].token_count,
                     sheets[i].in_headers, wanted, seen, search);
    }
}

static void judge_formulas(struct search *search, const struct read_book *book,
                           const struct typed_sheet *sheets, size_t count)
{
    for (size_t i = 0; i < search->group_count; i++)
        for (enum formula_form form = FORM_COLUMNS; form < FORM_COUNT; form++)
            marks_meet_again(&search->groups[i].marks[form]);
    walk(search, book, sheets, count, IMPRINT_FORMULAS | IMPRINT_FORMS, take_forms);
    walk(search, book, sheets, count, IMPRINT_FORMULAS | IMPRINT_FORMS, judge_formula);
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
        walk(&search, book, sheets, count, IMPRINT_FORMULAS, count_formula);
        if (search.other > 0 && search.has_forms)
            judge_formulas(&search, book, sheets, count);
        weigh(&search, sheets, count);
        walk(&search, book, sheets, count, 0, look_at);
        say_edited(&search);
    }
    add_comments(&search, sheets, count);
    if (search.left_out > 0)
        say_lost(&search, "cells that roadbook fills itself",
                 pool_print(pool, "%zu that somebody wrote in", search.left_out));
    memory->strays = search.strays;
    memory->stray_count = search.stray_count;
}
