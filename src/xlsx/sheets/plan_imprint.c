/* plan_imprint: behind the record, marks of all that the tracker's sheets hold where roadbook alone
 * writes (memory/typed/imprint.h): by it the next build tells what the learner typed there. */
#include "xlsx/sheets/record_pen.h"

#include <stdlib.h>
#include <string.h>

#include "memory/typed/imprint.h"

#define MARKS_A_CELL 3000 /* a cell holds 32,767 characters */

/* The cells of one column, or of no table. */
struct group {
    const char *of;
    bool recorded;
    size_t cells, formulas;
    /* of the record */
    uint32_t sum;
    /* else */
    uint32_t *marks;
    size_t mark_count, mark_capacity;
};

struct imprint {
    struct pool *pool;
    struct group *groups;
    size_t group_count, group_capacity;
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

static struct kept_cell as_read(struct pool *pool, const struct cell_content *content)
{
    struct kept_cell cell = {.kind = CELL_NUMBER, .text = "", .format = "General"};

    cell.formula = content->formula;
    cell.number = content->number;
    if (content->words == CELL_BLANK) {
        cell.kind = CELL_EMPTY;
    } else if (content->text) {
        cell.kind = CELL_TEXT;
        cell.text = text_as_read(pool, content->text);
    }
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
            .row = content->row, .column = content->column, .cell = as_read(pool, content)};
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

static void add_cell(void *data, const struct imprint_cell *cell)
{
    struct imprint *imprint = data;
    struct group *group = group_of(imprint, cell);

    group->cells++;
    group->sum += cell->mark;
    group->formulas += cell->placed->cell.formula != NULL;
    if (group->recorded)
        return;
    group->marks = pool_extend(imprint->pool, group->marks, group->mark_count,
                               &group->mark_capacity, sizeof *group->marks);
    group->marks[group->mark_count++] = cell->mark;
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
    if (found > 0)
        imprint_walk(imprint->pool, &book, sheet, kept, count, false, add_cell, imprint);
}

static void put_group(const struct record_pen *pen, const struct group *group, size_t *row)
{
    struct text marks = TEXT_INIT;
    size_t at = 0;

    record_put_count(pen, *row, RECORD_IMPRINT_CELLS, group->recorded ? (int)group->cells : 0);
    record_put_count(pen, *row, RECORD_IMPRINT_FORMULAS, (int)group->formulas);
    do {
        text_clear(&marks);
        if (group->recorded)
            text_print(&marks, "%08x", (unsigned)group->sum);
        for (size_t i = 0; i < MARKS_A_CELL && at < group->mark_count; i++)
            text_print(&marks, "%s%08x", i > 0 ? " " : "", (unsigned)group->marks[at++]);
        record_put_text(pen, *row, RECORD_IMPRINT_OF, group->of);
        record_put_text(pen, (*row)++, RECORD_IMPRINT_MARKS, text_string(&marks));
    } while (at < group->mark_count);
    text_free(&marks);
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
}
