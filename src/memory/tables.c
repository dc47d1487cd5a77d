/* tables: a tracker's sheets sorted into tables of roadbook's and sheets of the learner's own. */
#include "memory/tables.h"

#include <string.h>
#include <strings.h>

#include "base/report.h"
#include "memory/columns.h"
#include "memory/header_search.h"
#include "memory/record.h"
#include "memory/table_rows.h"
#include "memory/typed/typed.h"

#define MOST_TABLES 200
#define CHARTED     "dashboard"
#define CHART_DATA  "charts" /* the sheet of what they draw */
/* that it has (xlsx/sheets/dashboard/charts.c), and had when there was no such sheet */
enum { OUR_CHARTS = 3, OUR_OLD_CHARTS = 4 };

/* A sheet, and what its tokens say of it. */
struct sheet_view {
    const struct read_sheet *sheet;
    /* those that are left to it: another sheet may have the table */
    struct role_token *tokens;
    size_t token_count;
    /* it has tokens; it is roadbook's and holds no entries; its tokens were made of headers */
    bool has_roles, shows, by_headers;
    /* charts that roadbook may have put on it */
    size_t own_charts;
};

/* Which sheet has the table of that role. */
struct holder {
    const char *table;
    struct sheet_view *view;
};

struct search {
    struct pool *pool;
    const struct read_book *book;
    struct sheet_view *views;
    struct holder holders[MOST_TABLES];
    size_t holder_count;
};

/* A sheet is called as its table: "Log". A copy has another name. */
static bool is_named_so(const struct sheet_view *view, const char *table)
{
    return strcasecmp(view->sheet->name, table) == 0;
}

static struct holder *holder_of(struct search *search, const char *table)
{
    for (size_t i = 0; i < search->holder_count; i++)
        if (strcmp(search->holders[i].table, table) == 0)
            return &search->holders[i];
    return NULL;
}

/* Lets VIEW hold TABLE, unless another sheet has it that came first or bears its name. */
static void hold(struct search *search, struct sheet_view *view, const char *table)
{
    struct holder *holder = holder_of(search, table);

    if (!holder && search->holder_count < MOST_TABLES)
        search->holders[search->holder_count++] = (struct holder){table, view};
    else if (holder && is_named_so(view, table) && !is_named_so(holder->view, table))
        holder->view = view;
}

/* That of SHEET's first cells which only roadbook writes, as hint_of_ours(); NULL: none. */
static const char *our_hint(const struct read_sheet *sheet)
{
    const char *hint = NULL;

    for (size_t i = 0; !hint && i < sheet->cell_count && sheet->cells[i].row < 5; i++)
        if (sheet->cells[i].cell.kind == CELL_TEXT)
            hint = hint_of_ours(sheet->cells[i].cell.text);
    return hint;
}

static size_t charts_of_ours(struct search *search)
{
    return holder_of(search, CHART_DATA) ? OUR_CHARTS : OUR_OLD_CHARTS;
}

/* Knows sheets of roadbook's that lost their tokens by their hints. Where another sheet has hint
 * and tokens, what has the hint alone was copied from it, and is the learner's. */
static void find_by_hints(struct search *search)
{
    for (size_t i = 0; i < search->book->sheet_count; i++) {
        struct sheet_view *view = &search->views[i];
        const char *hint = view->has_roles ? NULL : our_hint(view->sheet);
        view->shows |= hint != NULL;
        if (hint)
            view->own_charts = charts_of_ours(search);
        for (size_t k = 0; hint && k < search->book->sheet_count; k++)
            if (search->views[k].has_roles && our_hint(search->views[k].sheet) == hint)
                view->shows = false;
    }
}

static void look_at(struct search *search, struct sheet_view *view, const struct read_sheet *sheet)
{
    *view = (struct sheet_view){.sheet = sheet};
    view->token_count = roles_find(search->pool, sheet, &view->tokens);
    view->has_roles = view->token_count > 0;
    for (size_t i = 0; i < view->token_count; i++)
        hold(search, view, view->tokens[i].table);
}

/* Leaves VIEW the tokens of tables that it holds; those that only mark a sheet go. */
static void keep_own_tokens(struct search *search, struct sheet_view *view)
{
    struct role_token *tokens = pool_alloc(search->pool, view->token_count * sizeof *tokens);
    size_t kept = 0, held = 0;

    for (size_t i = 0; i < view->token_count; i++) {
        const struct holder *holder = holder_of(search, view->tokens[i].table);
        if (!holder || holder->view != view)
            continue;
        held++;
        if (strcmp(view->tokens[i].table, CHARTED) == 0)
            view->own_charts = charts_of_ours(search);
        if (!role_is_marker(view->tokens, view->token_count, i))
            tokens[kept++] = view->tokens[i];
    }
    view->tokens = tokens;
    view->token_count = kept;
    view->shows |= held > 0 && kept == 0;
}

/* Looks for tables that no sheet has by its tokens on the sheets without any. */
static void find_by_headers(struct search *search)
{
    for (size_t c = 0; c < known_column_count; c++) {
        const char *table = known_columns[c].table;
        if (holder_of(search, table))
            continue;
        for (size_t i = 0; i < search->book->sheet_count; i++) {
            struct sheet_view *view = &search->views[i];
            struct role_token *tokens;
            if (view->has_roles || view->shows || view->by_headers)
                continue;
            size_t count = header_search(search->pool, search->book, view->sheet, table, &tokens);
            if (count == 0)
                continue;
            view->tokens = tokens;
            view->token_count = count;
            view->by_headers = true;
            hold(search, view, table);
            break;
        }
    }
}

/* The sheet as the learner's own; of a copy of one of roadbook's the tokens stay behind. */
static struct kept_sheet own_sheet(struct pool *pool, const struct read_book *book,
                                   const struct sheet_view *view)
{
    const struct read_sheet *sheet = view->sheet;
    struct placed_cell *cells = pool_alloc(pool, sheet->cell_count * sizeof *cells);
    size_t count = 0;
    struct role_token token;

    for (size_t i = 0; i < sheet->cell_count; i++) {
        cells[count] = sheet->cells[i];
        cells[count].cell = cell_settled(pool, book, &sheet->cells[i].cell, false);
        count += sheet->cells[i].cell.kind != CELL_TEXT ||
                 !role_parse(pool, sheet->cells[i].cell.text, &token);
    }
    return (struct kept_sheet){
        .name = sheet->name,
        .hidden = sheet->hidden,
        .cells = cells,
        .cell_count = count,
        .widths = sheet->widths,
        .width_count = sheet->width_count,
        .lost = sheet->lost,
    };
}

/* Says that VIEW is the copy of a sheet where the learner writes. */
static void report_copy(const struct search *search, const struct sheet_view *view,
                        const char *path)
{
    struct role_token *tokens;
    size_t count = roles_find(search->pool, view->sheet, &tokens);

    for (size_t i = 0; i < count; i++) {
        if (!table_takes_entries(tokens[i].table))
            continue;
        for (size_t h = 0; h < search->holder_count; h++)
            if (strcmp(search->holders[h].table, tokens[i].table) == 0)
                report(NOWHERE, SEVERITY_WARNING, RULE_COPIED_SHEET,
                       "%s: the sheet %s is a copy of %s; it is kept, but what it says does not "
                       "count",
                       path, view->sheet->name, search->holders[h].view->sheet->name);
        return;
    }
}

/* What was typed on roadbook's sheets where it alone writes. */
static void find_typed(struct search *search, struct memory *memory, struct text *lost)
{
    const struct read_book *book = search->book;
    struct typed_sheet *sheets = pool_alloc(search->pool, book->sheet_count * sizeof *sheets);
    size_t count = 0;

    for (size_t i = 0; i < book->sheet_count; i++) {
        const struct sheet_view *view = &search->views[i];
        if (view->token_count > 0 || view->shows)
            sheets[count++] = (struct typed_sheet){
                .sheet = view->sheet,
                .tokens = view->tokens,
                .token_count = view->token_count,
                .in_headers = view->by_headers,
                .bare = view->token_count == 0 && !view->has_roles,
            };
    }
    typed_find(search->pool, book, sheets, count, memory, lost);
}

enum memory_state tables_find(struct pool *pool, const struct read_book *book, bool made,
                              struct memory *memory, struct text *why)
{
    struct search *search = pool_alloc(pool, sizeof *search);
    struct table_rows rows = {.pool = pool, .book = book};
    struct kept_sheet *sheets = pool_alloc(pool, book->sheet_count * sizeof *sheets);

    *search = (struct search){.pool = pool, .book = book};
    search->views = pool_alloc(pool, book->sheet_count * sizeof *search->views);
    for (size_t i = 0; i < book->sheet_count; i++)
        look_at(search, &search->views[i], &book->sheets[i]);
    if (search->holder_count == 0) {
        text_add(why, "it is no tracker that roadbook made");
        return MEMORY_FOREIGN;
    }
    for (size_t i = 0; i < book->sheet_count; i++)
        keep_own_tokens(search, &search->views[i]);
    find_by_hints(search);
    find_by_headers(search);
    for (size_t i = 0; i < book->sheet_count; i++) {
        struct sheet_view *view = &search->views[i];
        if (view->token_count > 0) {
            table_rows_add(&rows, view->sheet, view->tokens, view->token_count, view->by_headers);
        } else if (view->shows) {
            table_rows_note_lost(&rows, view->sheet, view->own_charts);
        } else {
            sheets[memory->sheet_count++] = own_sheet(pool, book, view);
            if (view->has_roles)
                report_copy(search, view, memory->path);
        }
    }
    memory->sheets = sheets;
    memory->tables = rows.tables;
    memory->table_count = rows.table_count;
    memory->laid = rows.tables;
    memory->laid_count = rows.table_count;
    if (!made && rows.cell_count <= MOST_CELLS)
        find_typed(search, memory, &rows.lost);
    memory->lost = pool_copy(pool, text_string(&rows.lost), rows.lost.length);
    text_free(&rows.lost);
    if (rows.cell_count <= MOST_CELLS)
        return MEMORY_READ;
    text_print(why, "its tables have more than %d cells", MOST_CELLS);
    return MEMORY_REFUSED;
}

/* true where something stands in a column that is not roadbook's, be it only a header. */
static bool has_own_columns(const struct kept_table *table)
{
    for (size_t c = 0; c < table->column_count; c++) {
        if (!table->columns[c].role && *table->columns[c].header)
            return true;
        for (size_t r = 0; !table->columns[c].role && r < table->row_count; r++)
            if (!cell_is_empty(&table->rows[r].cells[c]))
                return true;
    }
    return false;
}

void tables_drop_ours(struct pool *pool, struct memory *memory)
{
    struct kept_table *tables = pool_alloc(pool, memory->table_count * sizeof *tables);
    size_t kept = 0;

    for (size_t i = 0; i < memory->table_count; i++) {
        const struct kept_table *table = &memory->tables[i];
        bool shows = table_only_shows(table->role) && !has_own_columns(table);
        if (!shows && !record_has(table->role))
            tables[kept++] = *table;
    }
    memory->tables = tables;
    memory->table_count = kept;
}

const struct kept_table *memory_table(const struct memory *memory, const char *role)
{
    for (size_t i = 0; i < memory->table_count; i++)
        if (strcmp(memory->tables[i].role, role) == 0)
            return &memory->tables[i];
    return NULL;
}

int kept_column_find(const struct kept_table *table, const char *role)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].role && strcmp(table->columns[i].role, role) == 0)
            return (int)i;
    return -1;
}
