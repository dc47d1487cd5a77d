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

/* The outline while cmark's tree is gone through. */
struct outliner {
    struct pool *pool;
    struct written written;
    struct outline_line *lines;
    size_t count, capacity;
    /* of a block's line; of a table's cell, then of its row */
    struct prose_writer writer, row;
    /* list items around the place */
    int depth;
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

static struct outline_line *add_line(struct outliner *outliner, enum carrier carrier, int line,
                                     int column)
{
    if (outliner->count >= LINES_MOST) {
        if (!outliner->full)
            report((struct place){outliner->written.source, line, column}, SEVERITY_WARNING,
                   RULE_TOO_LONG, "more than %d lines; what follows is left out", LINES_MOST);
        outliner->full = true;
        return NULL;
    }
    if (outliner->count == outliner->capacity) {
        outliner->capacity = outliner->capacity ? outliner->capacity * 2 : 256;
        outliner->lines =
            must_realloc(outliner->lines, outliner->capacity * sizeof *outliner->lines);
    }
    struct outline_line *added = &outliner->lines[outliner->count++];
    *added = (struct outline_line){.prose = {.text = ""}};
    added->carrier = carrier;
    added->depth = outliner->depth;
    added->place = (struct place){outliner->written.source, line, column};
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
static int content_column(const struct outliner *outliner, int line)
{
    size_t length;
    const char *text =
        source_line(outliner->written.source, &outliner->written.starts, line, &length);
    size_t at = 0;

    while (at < length && (text[at] == ' ' || text[at] == '\t' || text[at] == '>'))
        at++;
    return (int)at + 1;
}

/* Takes one line of a heading or paragraph. */
static void take_line(void *context, const struct prose_writer *writer, int newlines)
{
    struct outliner *outliner = context;
    struct prose prose = prose_made(outliner->pool, writer);
    bool item = outliner->item_pending && outliner->carrier == CARRIER_TEXT;
    enum checkbox checkbox = CHECKBOX_NONE;
    size_t skip = item ? read_checkbox(prose.text, &checkbox) : 0;

    if (!prose.length && !item)
        return;
    int line = outliner->line + newlines;
    int column = newlines ? content_column(outliner, line) : outliner->column;
    size_t sign =
        item || outliner->carrier == CARRIER_HEADING ? 0 : bullet_sign(prose.text, prose.length);
    if (sign) {
        size_t box = read_checkbox(prose.text, &checkbox); /* ☐ is a bullet and a box */
        skip = box > sign ? box : sign;
    }
    struct outline_line *added = add_line(outliner,
                                          item   ? CARRIER_BULLET
                                          : sign ? CARRIER_SIGN
                                                 : outliner->carrier,
                                          line, column);
    if (!added)
        return;
    added->level = outliner->level;
    added->follows = !outliner->first;
    added->checkbox = checkbox;
    added->number = item ? outliner->item_number : 0;
    added->prose = skip ? prose_slice(outliner->pool, &prose, skip, prose.length) : prose;
    outliner->first = false;
    outliner->item_pending = false;
}

static void read_block(struct outliner *outliner, cmark_node *node, enum carrier carrier, int level)
{
    outliner->carrier = carrier;
    outliner->level = level;
    outliner->line = cmark_node_get_start_line(node) + outliner->written.skipped;
    outliner->column = cmark_node_get_start_column(node);
    if (outliner->item_pending && carrier == CARRIER_TEXT) {
        cmark_node *item = cmark_node_parent(node);
        outliner->column = cmark_node_get_start_column(item);
    }
    outliner->first = true;
    inlines_read(outliner->pool, &outliner->written, node, &outliner->writer, take_line, outliner);
}

static void read_code(struct outliner *outliner, cmark_node *node)
{
    const char *literal = cmark_node_get_literal(node);
    size_t length = strlen(literal);

    while (length && (literal[length - 1] == '\n' || literal[length - 1] == ' '))
        length--;
    struct outline_line *added = NULL;
    if (length)
        added = add_line(outliner, CARRIER_CODE,
                         cmark_node_get_start_line(node) + outliner->written.skipped,
                         cmark_node_get_start_column(node));
    if (!added)
        return;
    struct mark *mark = pool_alloc(outliner->pool, sizeof *mark);
    *mark = (struct mark){MARK_CODE, 0, length, NULL};
    added->prose = (struct prose){.text = pool_copy(outliner->pool, literal, length),
                                  .length = length,
                                  .marks = mark,
                                  .mark_count = 1};
    outliner->item_pending = false;
}

static void take_markup(void *context, enum markup_part part, const struct prose_writer *writer,
                        int newlines)
{
    struct outliner *outliner = context;
    static const enum carrier carriers[] = {CARRIER_TEXT, CARRIER_SUMMARY, CARRIER_DETAILS_END};
    struct outline_line *added =
        add_line(outliner, carriers[part], outliner->line + newlines,
                 part == MARKUP_TEXT ? content_column(outliner, outliner->line + newlines)
                                     : outliner->column);

    if (added)
        added->prose = prose_made(outliner->pool, writer);
}

static void read_markup(struct outliner *outliner, cmark_node *node)
{
    outliner->line = cmark_node_get_start_line(node) + outliner->written.skipped;
    outliner->column = cmark_node_get_start_column(node);
    markup_read(cmark_node_get_literal(node), &outliner->written, outliner->line, take_markup,
                outliner);
}

/* Takes one line of a cell. */
static void take_cell(void *context, const struct prose_writer *writer, int newlines)
{
    struct outliner *outliner = context;
    struct prose line = prose_made(outliner->pool, writer);

    (void)newlines;
    if (outliner->row.text.length)
        text_add_char(&outliner->row.text, '\n');
    prose_append(&outliner->row, &line);
}

static struct prose read_cell(struct outliner *outliner, cmark_node *node)
{
    prose_clear(&outliner->row);
    inlines_read(outliner->pool, &outliner->written, node, &outliner->writer, take_cell, outliner);
    return prose_made(outliner->pool, &outliner->row);
}

/* The cells as one prose, parted by " · ". */
static struct prose join_cells(struct outliner *outliner, const struct prose *cells, size_t count)
{
    prose_clear(&outliner->row);
    for (size_t i = 0; i < count; i++) {
        if (!cells[i].length)
            continue;
        if (outliner->row.text.length)
            text_add(&outliner->row.text, " · ");
        prose_append(&outliner->row, &cells[i]);
    }
    return prose_made(outliner->pool, &outliner->row);
}

static void read_row(struct outliner *outliner, cmark_node *node, bool header)
{
    struct prose cells[COLUMNS_MOST];
    size_t count = 0;

    for (cmark_node *cell = cmark_node_first_child(node); cell && count < COLUMNS_MOST;
         cell = cmark_node_next(cell))
        cells[count++] = read_cell(outliner, cell);
    struct prose joined = join_cells(outliner, cells, count);
    if (!joined.length && !header)
        return;
    struct outline_line *added =
        add_line(outliner, header ? CARRIER_HEADER : CARRIER_ROW,
                 cmark_node_get_start_line(node) + outliner->written.skipped,
                 cmark_node_get_start_column(node));
    if (!added)
        return;
    added->prose = joined;
    added->cells = memcpy(pool_alloc(outliner->pool, (count + 1) * sizeof *cells), cells,
                          sizeof *cells * count);
    added->cell_count = count;
    added->number = header ? 0 : (int)outliner->header; /* made a pointer at the end */
    if (header)
        outliner->header = outliner->count;
}

/* The number that an ordered list's item is written with; cmark only counts from the first's. */
static int written_number(const struct outliner *outliner, cmark_node *item)
{
    int line = cmark_node_get_start_line(item) + outliner->written.skipped, number = 0;
    size_t length, at = (size_t)cmark_node_get_start_column(item) - 1;
    const char *text =
        source_line(outliner->written.source, &outliner->written.starts, line, &length);

    if (cmark_node_get_list_type(cmark_node_parent(item)) != CMARK_ORDERED_LIST)
        return 0;
    for (; at < length && text[at] >= '0' && text[at] <= '9'; at++)
        number = number * 10 + (text[at] - '0'); /* Markdown allows nine digits */
    return number;
}

static void enter_item(struct outliner *outliner, cmark_node *node)
{
    outliner->item_number = written_number(outliner, node);
    outliner->item_pending = true;
    outliner->depth++;
}

/* Handles the node; gives true where its children are done with. */
static bool enter(struct outliner *outliner, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    const char *name = cmark_node_get_type_string(node);

    if (type == CMARK_NODE_HEADING)
        return read_block(outliner, node, CARRIER_HEADING, cmark_node_get_heading_level(node)),
               true;
    if (type == CMARK_NODE_PARAGRAPH)
        return read_block(outliner, node, CARRIER_TEXT, 0), true;
    if (type == CMARK_NODE_CODE_BLOCK)
        return read_code(outliner, node), true;
    if (type == CMARK_NODE_HTML_BLOCK)
        return read_markup(outliner, node), true;
    if (type == CMARK_NODE_THEMATIC_BREAK)
        return add_line(outliner, CARRIER_RULE,
                        cmark_node_get_start_line(node) + outliner->written.skipped, 1),
               true;
    if (type == CMARK_NODE_ITEM)
        enter_item(outliner, node);
    else if (!strcmp(name, "table"))
        outliner->header = 0;
    else if (!strcmp(name, "table_header") || !strcmp(name, "table_row"))
        return read_row(outliner, node, !strcmp(name, "table_header")), true;
    return false;
}

static void read_tree(struct outliner *outliner, cmark_node *document)
{
    cmark_iter *iter = cmark_iter_new(document);

    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (outliner->full)
            break;
        if (event == CMARK_EVENT_EXIT) {
            if (cmark_node_get_type(node) == CMARK_NODE_ITEM) {
                outliner->depth--;
                outliner->item_pending = false;
            }
        } else if (enter(outliner, node) && cmark_node_first_child(node)) {
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
    struct outliner outliner = {.pool = pool,
                                .written = {source, line_starts_of(pool, source), 0},
                                .writer = {.text = TEXT_INIT},
                                .row = {.text = TEXT_INIT}};

    for (size_t i = 0; i < skip; i++)
        outliner.written.skipped += source->bytes[i] == '\n';
    struct text safe = TEXT_INIT;
    limit_markdown(&safe, source, skip);
    cmark_node *document = parse(text_string(&safe), safe.length);
    read_tree(&outliner, document);
    cmark_node_free(document);
    text_free(&safe);
    prose_free(&outliner.writer);
    prose_free(&outliner.row);
    for (size_t i = 0; i < outliner.count; i++)
        if (outliner.lines[i].carrier == CARRIER_ROW && outliner.lines[i].number) {
            outliner.lines[i].header = &outliner.lines[outliner.lines[i].number - 1];
            outliner.lines[i].number = 0;
        }
    return (struct outline){outliner.lines, outliner.count};
}
