/* html: HTML blocks inside Markdown, as far as roadmaps use them. */
#include "read/html.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

struct markup {
    markup_sink *sink;
    void *context;
    struct text text;
    bool summary;
    int newlines, start;
};

static void flush(struct markup *markup)
{
    if (markup->text.length && markup->text.bytes[strspn(markup->text.bytes, " \n\t")])
        markup->sink(markup->context, markup->summary ? MARKUP_SUMMARY : MARKUP_TEXT,
                     markup->text.bytes, markup->text.length, markup->start);
    text_clear(&markup->text);
    markup->start = markup->newlines;
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
            markup->sink(markup->context, MARKUP_DETAILS_END, "", 0, markup->newlines);
    }
    for (const char *c = tag; c < after; c++)
        markup->newlines += *c == '\n';
    return after;
}

static const char *read_entity(struct markup *markup, const char *at)
{
    static const struct {
        const char *name, *text;
    } entities[] = {{"&nbsp;", " "},  {"&amp;", "&"}, {"&lt;", "<"},    {"&gt;", ">"},
                    {"&quot;", "\""}, {"&#39;", "'"}, {"&mdash;", "—"}, {"&ndash;", "–"}};

    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (!strncmp(at, entities[i].name, strlen(entities[i].name))) {
            text_add(&markup->text, entities[i].text);
            return at + strlen(entities[i].name);
        }
    text_add_char(&markup->text, '&');
    return at + 1;
}

void markup_read(const char *html, markup_sink *sink, void *context)
{
    struct markup markup = {.sink = sink, .context = context, .text = TEXT_INIT};

    for (const char *at = html; *at;) {
        if (!strncmp(at, "<!--", 4)) {
            const char *end = strstr(at + 4, "-->");
            const char *after = end ? end + 3 : at + strlen(at);
            for (; at < after; at++)
                markup.newlines += *at == '\n';
        } else if (*at == '<' &&
                   (at[1] == '/' || at[1] == '!' || at[1] == '?' ||
                    (at[1] >= 'A' && at[1] <= 'Z') || (at[1] >= 'a' && at[1] <= 'z'))) {
            at = read_tag(&markup, at);
        } else if (*at == '&') {
            at = read_entity(&markup, at);
        } else {
            if (*at == '\n')
                markup.newlines++;
            if (markup.text.length || (*at != '\n' && *at != ' ')) {
                if (!markup.text.length)
                    markup.start = markup.newlines;
                text_add_char(&markup.text, *at == '\n' ? ' ' : *at);
            }
            at++;
        }
    }
    flush(&markup);
    text_free(&markup.text);
}
