/* heading: what a heading's or label's words say of the items below it. */
#include "words/heading.h"

#include <string.h>
#include <unictype.h>

#include "base/text.h"
#include "words/scan.h"

struct lexicon lexicon_of(const char *code)
{
    const struct language *own = language_of(code);

    if (own == languages[0])
        return (struct lexicon){{own}, 1};
    return (struct lexicon){{own, languages[0]}, 2};
}

/* Where the words that name a kind end: before parentheses and colons. */
static size_t naming_part(const char *text, size_t length, bool *colon)
{
    *colon = false;
    for (size_t at = 0; at < length; at++) {
        if (text[at] == '(' || !strncmp(text + at, "（", 3))
            return at;
        if ((text[at] == ':' && at + 1 < length) || !strncmp(text + at, "：", 3)) {
            size_t rest = at + (text[at] == ':' ? 1 : 3);
            *colon = rest + strspn(text + rest, " ") < length;
            return at;
        }
    }
    return length;
}

static enum item_kind kind_at(const struct language *language, const char *text, size_t length,
                              size_t *bytes)
{
    enum item_kind best = ITEM_TEXT;

    *bytes = 0;
    for (unsigned kind = ITEM_TEXT + 1; kind < ITEM_KIND_COUNT; kind++) {
        size_t match = forms_match(text, length, language->kinds[kind], NULL);
        if (match > *bytes) {
            *bytes = match;
            best = (enum item_kind)kind;
        }
    }
    return best;
}

static enum item_kind kind_in(const struct language *language, const char *text, size_t length)
{
    enum item_kind found = ITEM_TEXT;
    bool starts = true;

    for (size_t at = 0; at < length;) {
        uint32_t c;
        size_t size = utf8_next(text + at, length - at, &c), bytes = 0;
        enum item_kind kind = ITEM_TEXT;
        if (starts || c >= 0x2E80)
            kind = kind_at(language, text + at, length - at, &bytes);
        if (kind != ITEM_TEXT) {
            if (found != ITEM_STEP || kind != ITEM_STRAND) /* a beginners' track is made of steps */
                found = kind;
            if (language->head_first)
                return found;
            size = bytes;
            c = 'a';
        }
        starts = !uc_is_alnum(c);
        at += size;
    }
    return found;
}

enum item_kind kind_of_heading(const struct lexicon *lexicon, const char *text, size_t length,
                               bool *names_one)
{
    bool colon;
    size_t part = naming_part(text, length, &colon);
    enum item_kind kind = ITEM_TEXT;

    for (size_t i = 0; i < lexicon->count && kind == ITEM_TEXT; i++)
        kind = kind_in(lexicon->languages[i], text, part);
    if (names_one)
        *names_one = colon && (kind == ITEM_PROJECT || kind == ITEM_SPECIALIZATION ||
                               kind == ITEM_STRAND || kind == ITEM_TASK);
    return kind;
}

enum item_kind kind_under(enum item_kind above, enum item_kind own)
{
    if (own == ITEM_TEXT)
        return above;
    /* A portfolio's projects are shown, a job's portfolio is prepared, a track's or a bridge's
     * topics are their steps. */
    if (above == ITEM_SPECIALIZATION)
        return above;
    if (above == ITEM_PORTFOLIO && own == ITEM_PROJECT)
        return above;
    if (above == ITEM_JOB && own != ITEM_RESOURCE && own != ITEM_QUESTION && own != ITEM_CHECK)
        return above;
    if ((above == ITEM_STEP || above == ITEM_STRAND) && (own == ITEM_STEP || own == ITEM_TOPIC))
        return above;
    return own;
}

static bool within(const struct lexicon *lexicon, words_list *list, const char *text, size_t length)
{
    for (size_t i = 0; i < lexicon->count; i++)
        if (forms_within(text, length, list(lexicon->languages[i])))
            return true;
    return false;
}

static bool begins(const struct lexicon *lexicon, words_list *list, const char *text, size_t length)
{
    struct scan scan = {text, length, 0};

    scan_ornament(&scan);
    for (size_t i = 0; i < lexicon->count; i++)
        if (forms_match(text + scan.at, length - scan.at, list(lexicon->languages[i]), NULL))
            return true;
    return false;
}

/* true where something in parentheses has one of the words. */
static bool within_group(const struct lexicon *lexicon, words_list *list, const char *text,
                         size_t length)
{
    for (size_t at = 0; at < length; at++) {
        bool wide = !strncmp(text + at, "（", 3);
        if (text[at] != '(' && text[at] != '[' && !wide)
            continue;
        size_t start = at + (wide ? 3 : 1), end = start;
        while (end < length && text[end] != ')' && text[end] != ']' && strncmp(text + end, "）", 3))
            end++;
        if (within(lexicon, list, text + start, end - start))
            return true;
        at = end;
    }
    return false;
}

bool says_optional(const struct lexicon *lexicon, const char *text, size_t length, bool heading)
{
    return heading ? within(lexicon, words_optional, text, length)
                   : within_group(lexicon, words_optional, text, length) ||
                         begins(lexicon, words_optional, text, length);
}

bool says_choice(const struct lexicon *lexicon, const char *text, size_t length, bool opening)
{
    return within_group(lexicon, words_choice, text, length) ||
           (opening && begins(lexicon, words_choice, text, length));
}

bool says_whole(const struct lexicon *lexicon, const char *text, size_t length)
{
    if (within(lexicon, words_whole, text, length))
        return true;
    for (size_t at = 1; at < length; at++) /* "7-Wochen-Lernplan" */
        if (text[at - 1] == '-' && begins(lexicon, words_whole, text + at, length - at))
            return true;
    return false;
}

static const struct {
    const char *form;
    int number;
} romans[] = {{"viii", 8}, {"vii", 7}, {"iii", 3}, {"ii", 2}, {"iv", 4},
              {"ix", 9},   {"vi", 6},  {"i", 1},   {"v", 5},  {"x", 10}};

static bool scan_phase_number(struct scan *scan, int *number)
{
    double value;

    if (scan_number_any(scan, &value)) {
        *number = (int)value;
        return value >= 1 && value <= 1000 && value == (double)*number;
    }
    for (size_t i = 0; i < sizeof romans / sizeof romans[0]; i++) {
        size_t bytes =
            forms_match(scan->text + scan->at, scan->length - scan->at, romans[i].form, NULL);
        if (bytes) {
            scan->at += bytes;
            *number = romans[i].number;
            return true;
        }
    }
    return false;
}

int phase_number(const char *text, size_t length, size_t *end)
{
    struct scan scan = {text, length, 0};
    int number = 0;

    scan_ornament(&scan);
    bool ordinal = scan_char(&scan, 0x7B2C); /* 第一阶段 */
    if (ordinal) {
        double value;
        if (!scan_number_any(&scan, &value) || !scan_word(&scan, words_phases, NULL))
            return 0;
        number = (int)value;
    } else {
        if (!scan_word(&scan, words_phases, NULL))
            return 0;
        scan_blanks(&scan);
        scan_char(&scan, '#');
        if (!scan_phase_number(&scan, &number))
            return 0;
    }
    size_t before = scan.at;
    scan_blanks(&scan);
    uint32_t next = scan_peek(&scan);
    if (scan.at == before && !scan_end(&scan) && uc_is_alnum(next) && next < 0x2E80)
        return 0;
    while (next == ':' || next == 0xFF1A || next == '-' || next == 0x2013 || next == 0x2014 ||
           next == '.' || next == ',' || next == '|' || is_blank(next)) {
        scan_take(&scan);
        next = scan_end(&scan) ? 0 : scan_peek(&scan);
    }
    *end = scan.at;
    return number;
}
