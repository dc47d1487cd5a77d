/* plan_imprint: behind the record, marks of all that the tracker's sheets hold where roadbook alone
 * writes (memory/typed/imprint.h): by it the next build tells what the learner typed there. */
#include "xlsx/sheets/record_pen.h"

#include <stdlib.h>
#include <string.h>

#include "memory/typed/imprint.h"

#define MARKS_A_CELL 2000 /* with how many there are of each; a cell holds 32,767 characters */

struct marks {
    uint32_t *items;
    size_t count, capacity;
};

/* The cells of one column, or of no table. */
struct group {
    const char *of;
    bool recorded;
    size_t cells, formulas;
    /* of the record */
    uint32_t sum;
    /* else: of all cells, and of the further forms of its formulas */
    struct marks marks[FORM_COUNT];
};

struct imprint {
    struct pool *pool;
    struct group *groups;
    size_t group_count, group_capacity;
    uint32_t layout;
};

static int in_order(const void *left, const void *right)
{
    const struct cell_content *one = left, *other = right;

    if (one->sheet != other->sheet)
        return one->sheet < other->sheet ? -1 : 1;
    if (one->row != other->row)
        return one->row < other->row ? -1 : 1;
    if (one->column != other->column)
        return one->column < other->column ? -1 : 1;
    return one->order < other->order ? -1 : 1;
}

static struct kept_cell as_read(const struct cell_content *content)
{
    struct kept_cell cell = {.text = "", .format = "General"};

    cell.formula = content->formula;
    cell.number = content->number;
    cell.kind = content->kind;
    if (content->text)
        cell.text = content->text;
    return cell;
}

/* The COUNT cells of one sheet, in order, as they will be read. */
static struct read_sheet sheet_as_read(struct pool *pool, const struct cell_content *contents,
                                       size_t count)
{
    struct placed_cell *cells = pool_alloc(pool, (count + 1) * sizeof *cells);
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        const struct cell_content *content = &contents[i];
        if (i + 1 < count && content[1].row == content->row && content[1].column == content->column)
            continue; /* written over */
        cells[kept++] = (struct placed_cell){
            .row = content->row, .column = content->column, .cell = as_read(content)};
    }
    return (struct read_sheet){.name = "", .cells = cells, .cell_count = kept, .lost = ""};
}

static struct group *group_of(struct imprint *imprint, const struct imprint_cell *cell)
{
    for (size_t i = imprint->group_count; i > 0; i--)
        if (strcmp(imprint->groups[i - 1].of, cell->of) == 0)
            return &imprint->groups[i - 1];
    imprint->groups = pool_extend(imprint->pool, imprint->groups, imprint->group_count,
                                  &imprint->group_capacity, sizeof *imprint->groups);
    struct group *group = &imprint->groups[imprint->group_count++];
    group->of = cell->of;
    group->recorded = cell->recorded;
    return group;
}

static void add_mark(struct pool *pool, struct marks *marks, uint32_t mark)
{
    marks->items =
        pool_extend(pool, marks->items, marks->count, &marks->capacity, sizeof *marks->items);
    marks->items[marks->count++] = mark;
}

static void add_cell(void *data, const struct imprint_cell *cell)
{
    struct imprint *imprint = data;
    struct group *group = group_of(imprint, cell);

    group->cells++;
    group->sum += cell->mark;
    group->formulas += cell->placed->cell.formula != NULL;
    if (group->recorded)
        return;
    add_mark(imprint->pool, &group->marks[FORM_WHOLE], cell->mark);
    for (enum formula_form form = FORM_COLUMNS; cell->placed->cell.formula && form < FORM_COUNT;
         form++)
        add_mark(imprint->pool, &group->marks[form], cell->forms[form]);
}

static void add_sheet(struct imprint *imprint, const struct read_sheet *sheet)
{
    const struct read_book book = {.mac_epoch = false};
    struct role_token *tokens;
    size_t found = roles_find(imprint->pool, sheet, &tokens), count = 0;

    struct role_token *kept = pool_alloc(imprint->pool, (found + 1) * sizeof *kept);
    for (size_t i = 0; i < found; i++)
        if (!role_is_marker(tokens, found, i))
            kept[count++] = tokens[i];
    imprint->layout += layout_mark(kept, count);
    if (found > 0)
        imprint_walk(imprint->pool, &book, sheet, kept, count, false, IMPRINT_FORMS, add_cell,
                     imprint);
}

static int by_mark(const void *left, const void *right)
{
    uint32_t one = *(const uint32_t *)left, other = *(const uint32_t *)right;

    return (one > other) - (one < other);
}

/* The mark at AT, and how often it stands there: "1a2b3c4d*12". Gives where the next stands. */
static size_t print_mark(const struct marks *marks, size_t at, struct text *out)
{
    size_t end = at + 1;

    while (end < marks->count && marks->items[end] == marks->items[at])
        end++;
    text_print(out, "%s%08x", out->length > 0 ? " " : "", (unsigned)marks->items[at]);
    if (end - at > 1)
        text_print(out, "*%zu", end - at);
    return end;
}

/* Rows with the MARKS of what is called OF. */
static void put_marks(const struct record_pen *pen, const char *of, struct marks *marks,
                      size_t *row)
{
    struct text words = TEXT_INIT;
    size_t at = 0;

    if (marks->count > 0)
        qsort(marks->items, marks->count, sizeof *marks->items, by_mark);
    do {
        text_clear(&words);
        for (size_t i = 0; i < MARKS_A_CELL && at < marks->count; i++)
            at = print_mark(marks, at, &words);
        record_put_text(pen, *row, RECORD_IMPRINT_OF, of);
        record_put_text(pen, (*row)++, RECORD_IMPRINT_MARKS, text_string(&words));
    } while (at < marks->count);
    text_free(&words);
}

static void put_group(const struct record_pen *pen, struct group *group, size_t *row)
{
    struct marks sum = {&group->sum, 1, 1};

    record_put_count(pen, *row, RECORD_IMPRINT_CELLS, group->recorded ? (int)group->cells : 0);
    record_put_count(pen, *row, RECORD_IMPRINT_FORMULAS, (int)group->formulas);
    put_marks(pen, group->of, group->recorded ? &sum : &group->marks[FORM_WHOLE], row);
    for (enum formula_form form = FORM_COLUMNS; form < FORM_COUNT; form++)
        if (group->marks[form].count > 0)
            put_marks(pen, pool_print(pen->tracker->pool, "%s%s", form_prefixes[form], group->of),
                      &group->marks[form], row);
}

void plan_imprint_put(struct tracker *tracker, lxw_worksheet *sheet, size_t sheet_count)
{
    struct pool *pool = tracker->pool;
    struct imprint imprint = {.pool = pool};
    struct cell_content *contents = pool_alloc(pool, (tracker->cell_count + 1) * sizeof *contents);
    struct record_pen pen = {.tracker = tracker, .sheet = sheet};
    size_t row = 0;

    memcpy(contents, tracker->cells, tracker->cell_count * sizeof *contents);
    qsort(contents, tracker->cell_count, sizeof *contents, in_order);
    for (size_t from = 0, to; from < tracker->cell_count; from = to) {
        for (to = from; to < tracker->cell_count && contents[to].sheet == contents[from].sheet;)
            to++;
        struct read_sheet read = sheet_as_read(pool, contents + from, to - from);
        if (contents[from].sheet < sheet_count) /* the learner's stand behind them */
            add_sheet(&imprint, &read);
    }
    for (enum record_column column = RECORD_IMPRINT_OF; column <= RECORD_IMPRINT_MARKS; column++)
        pen.at[column] = record_place(RECORD_PLAN, column);
    for (size_t i = 0; i < imprint.group_count; i++)
        put_group(&pen, &imprint.groups[i], &row);
    put_marks(&pen, IMPRINT_LAYOUT, &(struct marks){&imprint.layout, 1, 1}, &row);
}
