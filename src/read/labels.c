/* labels: the bold words with which a line says what it is about. */
#include <string.h>

#include "plan/prose.h"
#include "read/draft.h"
#include "words/scan.h"

#define LONGEST_LABEL 120

/* The end of a group in parentheses at AT, AT where there is none. */
static size_t after_group(const char *text, size_t length, size_t at)
{
    size_t start = at + strspn(text + at, " ");
    bool wide = !strncmp(text + start, "（", 3);

    if (start >= length || (text[start] != '(' && !wide))
        return at;
    const char *close = strstr(text + start, wide ? "）" : ")");
    return close ? (size_t)(close - text) + (wide ? 3 : 1) : at;
}

static bool ends_in_colon(const char *text, size_t end)
{
    return (end >= 1 && text[end - 1] == ':') || (end >= 3 && !strncmp(text + end - 3, "：", 3));
}

static size_t colon_at(const char *text, size_t at)
{
    at += strspn(text + at, " ");
    if (text[at] == ':')
        return at + 1;
    return !strncmp(text + at, "：", 3) ? at + 3 : 0;
}

static size_t dash_at(const char *text, size_t at)
{
    size_t start = at + strspn(text + at, " ");

    if (!strncmp(text + start, "–", 3) || !strncmp(text + start, "—", 3))
        return start + 3;
    if (!strncmp(text + start, "→", 3))
        return start + 3;
    return text[start] == '-' && start > at && text[start + 1] == ' ' ? start + 1 : 0;
}

bool label_find(const struct prose *prose, struct label *label)
{
    struct scan scan = {prose->text, prose->length, 0};

    scan_ornament(&scan);
    size_t strong = prose_leading_strong(prose);
    if (!strong && prose->mark_count && prose->marks[0].style == MARK_EMPHASIS &&
        prose->marks[0].start == 0 && ends_in_colon(prose->text, prose->marks[0].end))
        strong = prose->marks[0].end; /* "*More to read:*" */
    if (!strong && scan.at) {         /* "🎯 **Goal:** ..." */
        struct prose rest = {prose->text, prose->length, prose->marks, prose->mark_count};
        for (size_t i = 0; i < rest.mark_count; i++)
            if (rest.marks[i].style == MARK_STRONG && rest.marks[i].start == scan.at)
                strong = rest.marks[i].end;
    }
    if (!strong)
        return false;
    const char *text = prose->text;
    size_t end = strong, rest = strong;
    if (!ends_in_colon(text, strong)) {
        size_t group = after_group(text, prose->length, strong);
        size_t colon = colon_at(text, group), dash = dash_at(text, group);
        if (colon || dash) {
            end = group;
            rest = colon ? colon : dash;
        } else if (group + strspn(text + group, " ") >= prose->length) {
            end = rest = group;
        } else if (text[strong - 1] != '.') {
            return false; /* bold words that begin a sentence */
        }
    }
    if (end > LONGEST_LABEL)
        return false; /* a paragraph in bold is no label */
    rest += strspn(text + rest, " ");
    *label = (struct label){end, rest, rest >= prose->length};
    return true;
}

bool label_says_fact(const struct prose *prose, const struct label *label)
{
    size_t match = words_match(prose->text, label->end, words_fact_labels, NULL);

    return match > 0 && match + 2 >= label->end;
}
