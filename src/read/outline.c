/* outline: a Markdown text as a flat list of lines. */
#include "read/outline.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

#include "read/html.h"
#include "read/inlines.h"
#include "read/parser_limits.h"

/* The walk over cmark's tree. */
struct walk {
    struct pool *pool;
    const struct source *source;
    struct line_starts starts;
    /* of front matter */
    int lines_skipped;
    struct outline_line *lines;
    size_t count, capacity;
    struct prose_draft draft;
    /* list items around the place */
    int depth;
    /* of the next item by depth; 0: an unordered list */
    int numbers[NESTING_MOST + 2];
    /* the next line is its list item's first */
    bool item_pending;
    int item_number;
    /* the table's header line + 1; 0: none */
    size_t header;
    /* of the block being read */
    enum carrier carrier;
    /* of the block */
    int level, line, column;
    /* no line of this block was added yet */
    bool first;
    bool full;
};

static struct outline_line *add_line(struct walk *walk, enum carrier carrier, int line, int column)
{
    if (walk->count >= LINES_MOST) {
        if (!walk->full)
            report((struct place){walk->source, line, column}, SEVERITY_WARNING, RULE_TOO_LONG,
                   "more than %d lines; what follows is left out", LINES_MOST);
        walk->full = true;
        return NULL;
    }
    if (walk->count == walk->capacity) {
        walk->capacity = walk->capacity ? walk->capacity * 2 : 256;
        walk->lines = must_realloc(walk->lines, walk->capacity * sizeof *walk->lines);
    }
    struct outline_line *added = &walk->lines[walk->count++];
    *added = (struct outline_line){.prose = {.text = ""}};
    added->carrier = carrier;
    added->depth = walk->depth;
    added->place = (struct place){walk->source, line, column};
    return added;
}

/* A check box at the start of a list item: its size in bytes, 0: none. Besides GitHub's own, those
 * that people use for "in progress" and the like. */
static size_t read_checkbox(const char *text, enum checkbox *checkbox)
{
    static const struct {
        const char *sign;
        enum checkbox means;
    } boxes[] = {{"[ ]", CHECKBOX_OPEN},      {"[]", CHECKBOX_OPEN},  {"[/]", CHECKBOX_OPEN},
                 {"[-]", CHECKBOX_OPEN},      {"[~]", CHECKBOX_OPEN}, {"[.]", CHECKBOX_OPEN},
                 {"[o]", CHECKBOX_OPEN},      {"[>]", CHECKBOX_OPEN}, {"[_]", CHECKBOX_OPEN},
                 {"☐", CHECKBOX_OPEN},        {"⬜", CHECKBOX_OPEN},   {"🔲", CHECKBOX_OPEN},
                 {"[x]", CHECKBOX_DONE},      {"[X]", CHECKBOX_DONE}, {"[*]", CHECKBOX_DONE},
                 {"[✔]", CHECKBOX_DONE},      {"[✓]", CHECKBOX_DONE}, {"[✅]", CHECKBOX_DONE},
                 {"[✔️]", CHECKBOX_DONE}, {"☑", CHECKBOX_DONE},   {"☒", CHECKBOX_DONE}};

    for (size_t i = 0; i < sizeof boxes / sizeof boxes[0]; i++) {
        size_t size = strlen(boxes[i].sign);
        if (!strncmp(text, boxes[i].sign, size) && (text[size] == ' ' || !text[size])) {
            *checkbox = boxes[i].means;
            return size + (text[size] == ' ');
        }
    }
    return 0;
}

/* The column of the first character of a source line that is no blank and no quote sign. */
static int content_column(const struct walk *walk, int line)
{
    size_t length;
    const char *text = source_line(walk->source, &walk->starts, line, &length);
    size_t at = 0;

    while (at < length && (text[at] == ' ' || text[at] == '\t' || text[at] == '>'))
        at++;
    return (int)at + 1;
}

/* Takes one line of a heading or paragraph. */
static void take_line(void *context, const struct prose_draft *draft, int newlines)
{
    struct walk *walk = context;
    struct prose prose = prose_made(walk->pool, draft);
    bool item = walk->item_pending && walk->carrier == CARRIER_TEXT;
    enum checkbox checkbox = CHECKBOX_NONE;
    size_t skip = item ? read_checkbox(prose.text, &checkbox) : 0;

    if (!prose.length && !item)
        return;
    int line = walk->line + newlines;
    int column = newlines ? content_column(walk, line) : walk->column;
    size_t sign =
        item || walk->carrier == CARRIER_HEADING ? 0 : bullet_sign(prose.text, prose.length);
    if (sign) {
        size_t box = read_checkbox(prose.text, &checkbox); /* ☐ is a bullet and a box */
        skip = box > sign ? box : sign;
    }
    struct outline_line *added = add_line(walk,
                                          item   ? CARRIER_BULLET
                                          : sign ? CARRIER_SIGN
                                                 : walk->carrier,
                                          line, column);
    if (!added)
        return;
    added->level = walk->level;
    added->follows = !walk->first;
    added->checkbox = checkbox;
    added->number = item ? walk->item_number : 0;
    added->prose = skip ? prose_slice(walk->pool, &prose, skip, prose.length) : prose;
    walk->first = false;
    walk->item_pending = false;
}

static void read_block(struct walk *walk, cmark_node *node, enum carrier carrier, int level)
{
    walk->carrier = carrier;
    walk->level = level;
    walk->line = cmark_node_get_start_line(node) + walk->lines_skipped;
    walk->column = cmark_node_get_start_column(node);
    if (walk->item_pending && carrier == CARRIER_TEXT) {
        cmark_node *item = cmark_node_parent(node);
        walk->column = cmark_node_get_start_column(item);
    }
    walk->first = true;
    inlines_read(walk->pool, node, &walk->draft, take_line, walk);
}

static void read_code(struct walk *walk, cmark_node *node)
{
    const char *literal = cmark_node_get_literal(node);
    size_t length = strlen(literal);

    while (length && (literal[length - 1] == '\n' || literal[length - 1] == ' '))
        length--;
    struct outline_line *added = NULL;
    if (length)
        added = add_line(walk, CARRIER_CODE, cmark_node_get_start_line(node) + walk->lines_skipped,
                         cmark_node_get_start_column(node));
    if (!added)
        return;
    struct mark *mark = pool_alloc(walk->pool, sizeof *mark);
    *mark = (struct mark){MARK_CODE, 0, length, NULL};
    added->prose = (struct prose){pool_copy(walk->pool, literal, length), length, mark, 1};
    walk->item_pending = false;
}

static void take_markup(void *context, enum markup_part part, const char *text, size_t length,
                        int newlines)
{
    struct walk *walk = context;
    static const enum carrier carriers[] = {CARRIER_TEXT, CARRIER_SUMMARY, CARRIER_DETAILS_END};
    struct outline_line *added =
        add_line(walk, carriers[part], walk->line + newlines,
                 part == MARKUP_TEXT ? content_column(walk, walk->line + newlines) : walk->column);

    if (added)
        added->prose = prose_plain(walk->pool, text, length);
}

static void read_markup(struct walk *walk, cmark_node *node)
{
    walk->line = cmark_node_get_start_line(node) + walk->lines_skipped;
    walk->column = cmark_node_get_start_column(node);
    markup_read(cmark_node_get_literal(node), take_markup, walk);
}

/* Where a row's cell goes while the row is read. */
struct row {
    struct walk *walk;
    struct prose cells[COLUMNS_MOST];
    size_t count;
};

static void take_cell(void *context, const struct prose_draft *draft, int newlines)
{
    struct row *row = context;
    struct prose line = prose_made(row->walk->pool, draft);
    struct prose *cell = &row->cells[row->count];

    (void)newlines;
    if (!cell->length) {
        *cell = line;
        return;
    }
    char *joined = pool_print(row->walk->pool, "%s\n%s", cell->text, line.text);
    *cell = (struct prose){joined, strlen(joined), cell->marks, cell->mark_count};
}

/* The cells as one prose, parted by " · ". */
static struct prose join_cells(struct pool *pool, const struct prose *cells, size_t count)
{
    struct text text = TEXT_INIT;
    size_t marks = 0;

    for (size_t i = 0; i < count; i++)
        marks += cells[i].mark_count;
    struct mark *all = marks ? pool_alloc(pool, marks * sizeof *all) : NULL;
    marks = 0;
    for (size_t i = 0; i < count; i++) {
        if (!cells[i].length)
            continue;
        if (text.length)
            text_add(&text, " · ");
        for (size_t m = 0; m < cells[i].mark_count; m++) {
            all[marks] = cells[i].marks[m];
            all[marks].start += text.length;
            all[marks++].end += text.length;
        }
        text_add_bytes(&text, cells[i].text, cells[i].length);
    }
    struct prose joined = {pool_copy(pool, text_string(&text), text.length), text.length, all,
                           marks};
    text_free(&text);
    return joined;
}

static void read_row(struct walk *walk, cmark_node *node, bool header)
{
    struct row row = {.walk = walk};

    for (cmark_node *cell = cmark_node_first_child(node); cell && row.count < COLUMNS_MOST;
         cell = cmark_node_next(cell)) {
        row.cells[row.count] = (struct prose){.text = ""};
        inlines_read(walk->pool, cell, &walk->draft, take_cell, &row);
        row.count++;
    }
    struct prose joined = join_cells(walk->pool, row.cells, row.count);
    if (!joined.length && !header)
        return;
    struct outline_line *added = add_line(walk, header ? CARRIER_HEADER : CARRIER_ROW,
                                          cmark_node_get_start_line(node) + walk->lines_skipped,
                                          cmark_node_get_start_column(node));
    if (!added)
        return;
    struct prose *cells = pool_alloc(walk->pool, (row.count + 1) * sizeof *cells);
    memcpy(cells, row.cells, row.count * sizeof *cells);
    added->prose = joined;
    added->cells = cells;
    added->cell_count = row.count;
    added->number = header ? 0 : (int)walk->header; /* made a pointer at the end */
    if (header)
        walk->header = walk->count;
}

static void enter_list(struct walk *walk, cmark_node *node)
{
    int at = walk->depth < NESTING_MOST ? walk->depth : NESTING_MOST;
    bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;

    walk->numbers[at] = ordered ? cmark_node_get_list_start(node) : -1;
}

static void enter_item(struct walk *walk)
{
    int at = walk->depth < NESTING_MOST ? walk->depth : NESTING_MOST;

    walk->item_number = walk->numbers[at] >= 0 ? walk->numbers[at]++ : 0;
    walk->item_pending = true;
    walk->depth++;
}

/* Handles the node; gives true where its children are done with. */
static bool enter(struct walk *walk, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    const char *name = cmark_node_get_type_string(node);

    if (type == CMARK_NODE_HEADING)
        return read_block(walk, node, CARRIER_HEADING, cmark_node_get_heading_level(node)), true;
    if (type == CMARK_NODE_PARAGRAPH)
        return read_block(walk, node, CARRIER_TEXT, 0), true;
    if (type == CMARK_NODE_CODE_BLOCK)
        return read_code(walk, node), true;
    if (type == CMARK_NODE_HTML_BLOCK)
        return read_markup(walk, node), true;
    if (type == CMARK_NODE_THEMATIC_BREAK)
        return add_line(walk, CARRIER_RULE, cmark_node_get_start_line(node) + walk->lines_skipped,
                        1),
               true;
    if (type == CMARK_NODE_LIST)
        enter_list(walk, node);
    else if (type == CMARK_NODE_ITEM)
        enter_item(walk);
    else if (!strcmp(name, "table"))
        walk->header = 0;
    else if (!strcmp(name, "table_header") || !strcmp(name, "table_row"))
        return read_row(walk, node, !strcmp(name, "table_header")), true;
    return false;
}

static void walk_tree(struct walk *walk, cmark_node *document)
{
    cmark_iter *iter = cmark_iter_new(document);

    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (walk->full)
            break;
        if (event == CMARK_EVENT_EXIT) {
            if (cmark_node_get_type(node) == CMARK_NODE_ITEM) {
                walk->depth--;
                walk->item_pending = false;
            }
        } else if (enter(walk, node) && cmark_node_first_child(node)) {
            cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
        }
    }
    cmark_iter_free(iter);
}

static cmark_node *parse(const char *bytes, size_t length)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    static const char *const names[] = {"table", "strikethrough"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
    cmark_parser_feed(parser, bytes, length);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    cmark_consolidate_text_nodes(document);
    return document;
}

void outline_free(struct outline *outline)
{
    free(outline->lines);
    *outline = (struct outline){NULL, 0};
}

struct outline outline_read(struct pool *pool, const struct source *source, size_t skip)
{
    struct walk walk = {.pool = pool, .source = source, .draft = {.text = TEXT_INIT}};

    walk.starts = line_starts_of(pool, source);
    for (size_t i = 0; i < skip; i++)
        walk.lines_skipped += source->bytes[i] == '\n';
    struct text guarded = TEXT_INIT;
    guard_markdown(&guarded, source, skip);
    cmark_node *document = parse(text_string(&guarded), guarded.length);
    walk_tree(&walk, document);
    cmark_node_free(document);
    text_free(&guarded);
    prose_free(&walk.draft);
    for (size_t i = 0; i < walk.count; i++)
        if (walk.lines[i].carrier == CARRIER_ROW && walk.lines[i].number) {
            walk.lines[i].header = &walk.lines[walk.lines[i].number - 1];
            walk.lines[i].number = 0;
        }
    return (struct outline){walk.lines, walk.count};
}
