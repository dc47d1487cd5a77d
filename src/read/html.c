/* html: HTML blocks inside Markdown, as far as roadmaps use them. */
#include "read/html.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

struct markup {
    const struct written *written;
    markup_sink *sink;
    void *context;
    struct prose_writer writer;
    bool summary;
    /* of the block in the source; and lines below it, here and where the text began */
    int line, newlines, start;
    /* of the line being read, and how many bytes the source has before it */
    const char *line_start;
    size_t margin;
    /* the next byte is none that follows on the last one */
    bool parted;
};

static void start_line(struct markup *markup, const char *at)
{
    size_t length, own = strcspn(at, "\n");

    source_line(markup->written->source, &markup->written->starts, markup->line + markup->newlines,
                &length);
    markup->line_start = at;
    markup->margin = length > own ? length - own : 0; /* a quote's or list item's signs */
    markup->parted = true;
}

/* Leaves bytes [from, to) out. */
static void pass_over(struct markup *markup, const char *from, const char *to)
{
    markup->parted = true;
    for (const char *at = from; at < to; at++)
        if (*at == '\n') {
            markup->newlines++;
            start_line(markup, at + 1);
        }
}

/* What is written next stands at AT. */
static void note_anchors(struct markup *markup, const char *at)
{
    int column = (int)(markup->margin + (size_t)(at - markup->line_start)) + 1;

    if (markup->parted)
        prose_stand_at(
            &markup->writer, markup->writer.text.length,
            (struct place){markup->written->source, markup->line + markup->newlines, column});
    markup->parted = false;
}

static void flush(struct markup *markup)
{
    const struct text *text = &markup->writer.text;

    if (text->length && text->bytes[strspn(text->bytes, " \n\t")])
        markup->sink(markup->context, markup->summary ? MARKUP_SUMMARY : MARKUP_TEXT,
                     &markup->writer, markup->start);
    prose_clear(&markup->writer);
    markup->start = markup->newlines;
    markup->parted = true;
}

static bool tag_is(const char *tag, const char *name)
{
    size_t length = strlen(name);

    return !strncasecmp(tag, name, length) && (strchr(" \t\n/>", tag[length]));
}

/* Tags that stand inside a line; all others end it. */
static bool is_inline_tag(const char *name)
{
    static const char *const inline_tags[] = {"a",   "b",   "i",   "em",   "strong", "code",
                                              "kbd", "sub", "sup", "span", "img",    "small",
                                              "u",   "s",   "del", "mark", "abbr",   "font"};

    for (size_t i = 0; i < sizeof inline_tags / sizeof inline_tags[0]; i++)
        if (tag_is(name, inline_tags[i]))
            return true;
    return false;
}

/* Handles the tag at TAG ("<...>"), gives what follows it. */
static const char *read_tag(struct markup *markup, const char *tag)
{
    bool closes = tag[1] == '/';
    const char *name = tag + 1 + closes;
    const char *end = strchr(tag, '>');
    const char *after = end ? end + 1 : tag + strlen(tag);

    if (!closes && (tag_is(name, "script") || tag_is(name, "style"))) {
        const char *close = strcasestr(after, tag_is(name, "script") ? "</script" : "</style");
        after = close ? close : after + strlen(after);
    } else if (!is_inline_tag(name)) {
        flush(markup);
        if (tag_is(name, "summary"))
            markup->summary = !closes;
        if (closes && tag_is(name, "details"))
            markup->sink(markup->context, MARKUP_DETAILS_END, &markup->writer, markup->newlines);
    }
    pass_over(markup, tag, after);
    return after;
}

static const char *read_entity(struct markup *markup, const char *at)
{
    static const struct {
        const char *name, *text;
    } entities[] = {{"&nbsp;", " "},  {"&amp;", "&"}, {"&lt;", "<"},    {"&gt;", ">"},
                    {"&quot;", "\""}, {"&#39;", "'"}, {"&mdash;", "—"}, {"&ndash;", "–"}};

    note_anchors(markup, at);
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (!strncmp(at, entities[i].name, strlen(entities[i].name))) {
            text_add(&markup->writer.text, entities[i].text);
            markup->parted = true;
            return at + strlen(entities[i].name);
        }
    text_add_char(&markup->writer.text, '&');
    return at + 1;
}

/* Takes one byte of text; a line's end becomes a blank, and blanks begin no text. */
static void read_byte(struct markup *markup, const char *at)
{
    struct text *text = &markup->writer.text;

    if (*at == '\n')
        pass_over(markup, at, at + 1);
    if (!text->length && (*at == '\n' || *at == ' '))
        return;
    if (!text->length)
        markup->start = markup->newlines;
    if (*at != '\n')
        note_anchors(markup, at);
    text_add_char(text, *at == '\n' ? ' ' : *at);
}

void markup_read(const char *html, const struct written *written, int line, markup_sink *sink,
                 void *context)
{
    struct markup markup = {.written = written,
                            .sink = sink,
                            .context = context,
                            .writer = {.text = TEXT_INIT},
                            .line = line};

    start_line(&markup, html);
    for (const char *at = html; *at;) {
        if (!strncmp(at, "<!--", 4)) {
            const char *end = strstr(at + 4, "-->");
            const char *after = end ? end + 3 : at + strlen(at);
            pass_over(&markup, at, after);
            at = after;
        } else if (*at == '<' &&
                   (at[1] == '/' || at[1] == '!' || at[1] == '?' ||
                    (at[1] >= 'A' && at[1] <= 'Z') || (at[1] >= 'a' && at[1] <= 'z'))) {
            at = read_tag(&markup, at);
        } else if (*at == '&') {
            at = read_entity(&markup, at);
        } else {
            read_byte(&markup, at++);
        }
    }
    flush(&markup);
    prose_free(&markup.writer);
}
