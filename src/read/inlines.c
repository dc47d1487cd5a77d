/* inlines: what stands inside a block of cmark-gfm's tree, as prose, line by line. */
#include "read/inlines.h"

#include <string.h>
#include <strings.h>
#include <unictype.h>

#include "words/scan.h"

size_t bullet_sign(const char *text, size_t length)
{
    static const char *const signs[] = {"•", "‣", "◦", "▪", "●", "○", "■", "□", "☐", "☑", "·"};

    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        size_t size = strlen(signs[i]);
        if (length > size && memcmp(text, signs[i], size) == 0 && text[size] == ' ')
            return size + 1;
    }
    return 0;
}

/* The text at a node's very end or start, down its last or first children. */
static const char *edge_text(cmark_node *node, bool last)
{
    for (int depth = 0; node && depth < MARK_DEPTH; depth++) {
        cmark_node *child = last ? cmark_node_last_child(node) : cmark_node_first_child(node);
        if (!child)
            break;
        node = child;
    }
    const char *text = node ? cmark_node_get_literal(node) : NULL;
    return text ? text : "";
}

static bool is_break(cmark_node *node)
{
    cmark_node_type type = node ? cmark_node_get_type(node) : CMARK_NODE_NONE;

    return !node || type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

/* Bold text that labels what follows: "**Week 1**: ...", "**Goal:** ...", "**Traits** (Week 3):
 * ..." or bold that is all of the line. */
static bool labels_line(cmark_node *strong)
{
    const char *inside = edge_text(strong, true);
    size_t length = strlen(inside);

    if (length &&
        (inside[length - 1] == ':' || (length >= 3 && !strcmp(inside + length - 3, "："))))
        return true;
    cmark_node *next = cmark_node_next(strong);
    if (is_break(next))
        return true;
    const char *after = edge_text(next, false);
    after += strspn(after, " ");
    return *after == ':' || *after == '(' || *after == '-' || !strncmp(after, "–", 3) ||
           !strncmp(after, "—", 3) || !strncmp(after, "：", 3);
}

/* true where the line that NODE begins stands for itself. */
static bool starts_own_line(cmark_node *node)
{
    if (!node)
        return false;
    if (cmark_node_get_type(node) == CMARK_NODE_STRONG)
        return labels_line(node);
    if (cmark_node_get_type(node) != CMARK_NODE_TEXT)
        return false;
    const char *text = cmark_node_get_literal(node);
    text += strspn(text, " ");
    return bullet_sign(text, strlen(text)) > 0;
}

/* Length of the bare address at TEXT, without the punctuation that ends the sentence; 0: none. */
static size_t address_length(const char *text)
{
    size_t scheme = !strncmp(text, "https://", 8) ? 8 : !strncmp(text, "http://", 7) ? 7 : 0;

    if (!scheme)
        return 0;
    size_t length = scheme + strcspn(text + scheme, " \t\n<>\"|\\^`{}");
    size_t opening = 0, closing = 0;
    for (size_t i = 0; i < length; i++) {
        opening += text[i] == '(';
        closing += text[i] == ')';
    }
    while (length > scheme && (strchr(".,;:!?'*_~", text[length - 1]) ||
                               (text[length - 1] == ')' && closing > opening))) {
        closing -= text[length - 1] == ')';
        length--;
    }
    return length > scheme ? length : 0;
}

/* Adds text; bare addresses in it become links. */
static void add_text(struct pool *pool, struct prose_writer *writer, const char *text, bool in_link)
{
    while (*text) {
        const char *address = in_link ? NULL : strstr(text, "http");
        while (address && !address_length(address))
            address = strstr(address + 4, "http");
        if (!address) {
            text_add(&writer->text, text);
            return;
        }
        size_t length = address_length(address);
        text_add_bytes(&writer->text, text, (size_t)(address - text));
        prose_open(writer, MARK_LINK, pool_copy(pool, address, length));
        text_add_bytes(&writer->text, address, length);
        prose_close(writer);
        text = address + length;
    }
}

static bool mark_of(cmark_node *node, enum mark_style *style)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_STRONG:
        return *style = MARK_STRONG, true;
    case CMARK_NODE_EMPH:
        return *style = MARK_EMPHASIS, true;
    case CMARK_NODE_LINK:
        return *style = MARK_LINK, true;
    default:
        return strcmp(cmark_node_get_type_string(node), "strikethrough") == 0 &&
               (*style = MARK_STRIKE, true);
    }
}

/* One block being read. */
struct inlines {
    struct pool *pool;
    const struct written *written;
    struct prose_writer *writer;
    inlines_sink *sink;
    void *context;
    cmark_node *block;
    /* source lines so far */
    int newlines;
    /* of the line being written */
    int line_start;
    /* the source line that was looked at last, and the bytes of it that are read */
    int line;
    size_t reached;
    /* links around the place */
    int links;
    /* the last thing was a hard break: a soft one after it adds nothing */
    bool broken;
};

static void flush(struct inlines *in)
{
    in->sink(in->context, in->writer, in->line_start);
    prose_clear(in->writer);
    in->line_start = in->newlines;
}

static void read_break(struct inlines *in, cmark_node *node, bool hard, bool newline)
{
    in->newlines += newline;
    bool top = cmark_node_parent(node) == in->block;
    if (top && (hard || starts_own_line(cmark_node_next(node)))) {
        if (in->writer->text.length)
            flush(in);
        in->line_start = in->newlines;
        in->broken = hard && !newline;
    } else if (in->broken) {
        in->line_start = in->newlines;
        in->broken = false;
    } else {
        text_add_char(&in->writer->text, hard ? '\n' : ' ');
    }
}

/* Bytes of the entity at TEXT: "&amp;", "&#8211;"; 0: none. */
static size_t entity_length(const char *text, size_t length)
{
    size_t end = 1;

    if (!length || *text != '&')
        return 0;
    while (end < length && (uc_is_alnum((unsigned char)text[end]) || text[end] == '#'))
        end++;
    return end > 1 && end < length && text[end] == ';' ? end + 1 : 0;
}

/* Bytes of LITERAL that stand at TEXT as they are. */
static size_t same_bytes(const char *literal, const char *text, size_t length)
{
    size_t same = 0;

    while (same < length && literal[same] && literal[same] == text[same]) {
        size_t entity = entity_length(text + same, length - same);
        if (entity && strncmp(literal + same, text + same, entity) != 0)
            break;
        same++;
    }
    return same;
}

#define LEAST_SAME 8 /* bytes by which a text is found that stands elsewhere in its line */

/* The column, from 0, at which LITERAL begins in its line TEXT: that of NODE, but in a paragraph's
 * later lines cmark counts with the indentation of the first. */
static size_t literal_column(const struct inlines *in, cmark_node *node, const char *literal,
                             const char *text, size_t length)
{
    size_t column = (size_t)cmark_node_get_start_column(node) - 1, size = strlen(literal);
    size_t least = size < LEAST_SAME ? size : LEAST_SAME;

    if (column < length &&
        (!in->newlines || same_bytes(literal, text + column, length - column) >= least))
        return column;
    size_t from = in->reached < length ? in->reached : length;
    const char *found = memmem(text + from, length - from, literal, least);
    return found ? (size_t)(found - text) : column;
}

/* Says of LITERAL, which is written next, where it stands, and where it goes on behind each escape
 * and entity. */
static void note_anchors(struct inlines *in, cmark_node *node, const char *literal)
{
    size_t length, shift = in->writer->text.length, size = strlen(literal), at = 0;
    int line = cmark_node_get_start_line(node) + in->written->skipped;
    const char *text = source_line(in->written->source, &in->written->starts, line, &length);

    if (line != in->line)
        in->reached = 0;
    in->line = line;
    size_t column = literal_column(in, node, literal, text, length);
    while (column < length) {
        prose_stand_at(in->writer, shift + at,
                       (struct place){in->written->source, line, (int)column + 1});
        size_t same = same_bytes(literal + at, text + column, length - column);
        at += same;
        column += same;
        in->reached = column;
        size_t entity = entity_length(text + column, length - column);
        bool escaped =
            column + 1 < length && text[column] == '\\' && text[column + 1] == literal[at];
        if (at >= size || (!entity && !escaped))
            return;
        uint32_t c;
        at += entity ? utf8_next(literal + at, size - at, &c) : 0;
        column += entity ? entity : 1;
    }
}

static void read_leaf(struct inlines *in, cmark_node *node)
{
    const char *literal = cmark_node_get_literal(node);

    literal = literal ? literal : "";
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        in->broken = in->broken && !literal[strspn(literal, " ")];
        if (in->broken)
            break;
        note_anchors(in, node, literal);
        add_text(in->pool, in->writer, literal, in->links > 0);
        break;
    case CMARK_NODE_CODE:
        note_anchors(in, node, literal);
        prose_open(in->writer, MARK_CODE, NULL);
        text_add(&in->writer->text, literal);
        prose_close(in->writer);
        break;
    case CMARK_NODE_SOFTBREAK:
        read_break(in, node, false, true);
        break;
    case CMARK_NODE_LINEBREAK:
        read_break(in, node, true, true);
        break;
    case CMARK_NODE_HTML_INLINE:
        if (!strncasecmp(literal, "<br", 3))
            read_break(in, node, true, false);
        break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        text_print(&in->writer->text, "[%s]", literal);
        break;
    default:
        break;
    }
}

void inlines_read(struct pool *pool, const struct written *written, cmark_node *block,
                  struct prose_writer *writer, inlines_sink *sink, void *context)
{
    struct inlines in = {.pool = pool,
                         .written = written,
                         .writer = writer,
                         .sink = sink,
                         .context = context,
                         .block = block};

    prose_clear(writer);
    cmark_iter *iter = cmark_iter_new(block);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        enum mark_style style;
        if (node == block)
            continue;
        if (!mark_of(node, &style)) {
            if (event == CMARK_EVENT_ENTER)
                read_leaf(&in, node);
        } else if (event == CMARK_EVENT_ENTER) {
            const char *url = style == MARK_LINK ? cmark_node_get_url(node) : NULL;
            in.broken = false;
            in.links += style == MARK_LINK;
            prose_open(writer, style, url ? pool_copy(pool, url, strlen(url)) : NULL);
        } else {
            in.links -= style == MARK_LINK;
            prose_close(writer);
        }
    }
    cmark_iter_free(iter);
    if (writer->text.length)
        flush(&in);
}
