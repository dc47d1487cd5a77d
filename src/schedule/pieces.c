/* pieces: what items consist of, without what is no work. */
#include "schedule/pieces.h"

#include <string.h>

#include "schedule/weeks.h"
#include "words/language.h"
#include "words/quotes.h"

#define LOOK_AHEAD  4096 /* bytes of a detail, or items, that are searched for pieces */
#define SHORT_WORDS 5    /* of a phrase in a list of two */

/* The name of the field at the start of WORDING, or nothing. */
static struct wording field_of(struct wording wording)
{
    const char *colon = memchr(wording.bytes, ':', wording.length);
    size_t length = colon ? (size_t)(colon - wording.bytes) : 0;

    return wording_trimmed(wording.bytes, length);
}

static bool is_one_of(struct wording name, words_list *list)
{
    return words_are(name.bytes, name.length, list);
}

static struct wording value_of(struct wording wording)
{
    const char *colon = memchr(wording.bytes, ':', wording.length);

    if (!colon)
        return wording;
    size_t label = (size_t)(colon - wording.bytes) + 1;
    return wording_trimmed(wording.bytes + label, wording.length - label);
}

/* true where a piece says when, how long or where, not what: "Duration: 14 weeks", "Day: Mo", an
 * address, a mark in a table's column. */
static bool is_no_piece(struct wording wording)
{
    struct span span;
    struct effort effort;
    struct found found;
    weekday_set days;
    struct wording value = value_of(wording);

    if (!has_letter(value) || memmem(wording.bytes, wording.length, "://", 3) ||
        is_one_of(field_of(wording), words_idle_labels) || is_one_of(wording, words_idle_labels))
        return true;
    if (span_parse(value.bytes, value.length, &span))
        return true;
    if (effort_find(value.bytes, value.length, &effort, &found) && found.start == 0 &&
        found.end >= value.length)
        return true;
    return weekdays_at_start(value.bytes, value.length, &days, &found) && found.end >= value.length;
}

static void add_piece(struct wording words, bool done, struct work_piece *pieces, size_t *count)
{
    if (*count >= MOST_PIECES || is_no_piece(words))
        return;
    struct work_piece *piece = &pieces[(*count)++];
    piece->done = done;
    if (is_one_of(field_of(words), words_work_labels))
        words = value_of(words);
    piece->words = without_time(words, &piece->days);
}

static bool is_below(const struct item *child, const struct item *item)
{
    switch (child->kind) {
    case ITEM_TEXT: /* a table's header joins its cells by dots */
        return !memmem(child->line.text, child->line.length, " · ", strlen(" · ")) &&
               child->child_count == 0;
    case ITEM_RESOURCE:
    case ITEM_COST:
    case ITEM_ADVICE:
        return child->kind == item->kind;
    default:
        return true;
    }
}

/* A child's name; where its title is only the name of a field, what it says. */
static struct wording child_name(const struct item *child)
{
    struct wording title = wording_trimmed(child->title.text, child->title.length);
    struct wording detail = wording_trimmed(child->detail.text, child->detail.length);

    return is_one_of(title, words_work_labels) && has_letter(detail) ? detail : full_name_of(child);
}

/* "Steps:" over a list, which is meant by it. */
static bool is_group(const struct item *item)
{
    struct wording title = wording_trimmed(item->title.text, item->title.length);

    return item->child_count > 0 &&
           (item->kind == ITEM_TEXT || is_one_of(title, words_list_labels));
}

static size_t children_of(const struct schedule *schedule, const struct item *item,
                          struct work_piece *pieces)
{
    const struct item *end = schedule->plan->items + schedule->plan->item_count;
    size_t count = 0, looked = 0;

    for (const struct item *i = item + 1; i < end && i->depth > item->depth && looked < LOOK_AHEAD;
         i++, looked++) {
        struct wording title = wording_trimmed(i->title.text, i->title.length);
        const struct item *above = i->parent;
        while (above != item && is_group(above))
            above = above->parent;
        if (above == item && !i->dropped && !item_has_own_time(i) && !is_group(i) &&
            is_below(i, item) && !is_one_of(title, words_idle_labels))
            add_piece(child_name(i), item_has_left(schedule, i), pieces, &count);
    }
    return count;
}

static int words_in(struct wording wording)
{
    int count = 0;

    for (size_t i = 0; i < wording.length; i++)
        count += wording.bytes[i] != ' ' && (i == 0 || wording.bytes[i - 1] == ' ');
    return count;
}

/* Depth of parentheses, and where the last quotation ends. */
struct nesting {
    int parentheses;
    size_t quoted_until;
};

/* true where byte I of TEXT stands in parentheses or a quotation; asked of each byte in turn. */
static bool is_inside(struct nesting *nesting, const char *text, size_t i, size_t length)
{
    nesting->parentheses += text[i] == '(' || text[i] == '[';
    if ((text[i] == ')' || text[i] == ']') && nesting->parentheses > 0)
        nesting->parentheses--;
    if (i >= nesting->quoted_until)
        nesting->quoted_until = i + quotation_length(text + i, length - i, NULL);
    return nesting->parentheses > 0 || i < nesting->quoted_until;
}

/* true where a comma at I parts two phrases: no number ("1,350") and nothing that goes on. */
static bool parts_phrases(struct wording field, size_t i)
{
    if (i + 1 >= field.length || field.bytes[i + 1] != ' ')
        return false;
    struct wording rest = wording_trimmed(field.bytes + i, field.length - i);
    return rest.length > 0 && words_match(rest.bytes, rest.length, words_joining, NULL) == 0;
}

/* FIELD cut at its commas, if that makes a list of short phrases; else as it is. */
static void add_list(struct wording field, struct work_piece *pieces, size_t *count)
{
    struct wording cut[MOST_PIECES];
    struct nesting nesting = {0};
    size_t cuts = 0, start = 0;
    bool brief = true;

    for (size_t i = 0; i <= field.length && cuts < MOST_PIECES; i++) {
        bool inside = i < field.length && is_inside(&nesting, field.bytes, i, field.length);
        if (i < field.length && (inside || field.bytes[i] != ',' || !parts_phrases(field, i)))
            continue;
        cut[cuts] = wording_trimmed(field.bytes + start, i - start);
        const char *comma = memchr(cut[cuts].bytes, ',', cut[cuts].length);
        struct wording phrase = cut[cuts]; /* what a comma joins to it doesn't count */
        if (comma)
            phrase.length = (size_t)(comma - phrase.bytes);
        brief = brief && words_in(phrase) <= SHORT_WORDS;
        cuts++;
        start = i + 1;
    }
    if (cuts < 2 || (cuts < 3 && !brief)) {
        add_piece(field, false, pieces, count);
        return;
    }
    for (size_t i = 0; i < cuts; i++)
        add_piece(cut[i], false, pieces, count);
}

static size_t find_pieces(const struct schedule *schedule, const struct item *item,
                          struct work_piece *pieces)
{
    size_t count = item->child_count > 0 ? children_of(schedule, item, pieces) : 0;

    if (count > 0)
        return count;
    const char *text = item->title.length > 0 ? item->detail.text : "";
    size_t length = strnlen(text, LOOK_AHEAD), start = 0;
    struct nesting nesting = {0};
    for (size_t i = 0; i <= length; i++) {
        bool inside = i < length && is_inside(&nesting, text, i, length);
        bool cut = i == length || text[i] == '\n' || (text[i] == ';' && !inside);
        if (!cut)
            continue;
        struct wording field = wording_trimmed(text + start, i - start);
        if (is_one_of(field_of(field), words_work_labels))
            field = value_of(field);
        if (field.length > 0 && !is_no_piece(field))
            add_list(field, pieces, &count);
        nesting = (struct nesting){0};
        start = i + 1;
    }
    return count;
}

struct pieces *pieces_new(struct pool *pool, const struct schedule *schedule)
{
    struct pieces *pieces = pool_alloc(pool, sizeof *pieces);

    pieces->pool = pool;
    pieces->schedule = schedule;
    pieces->known = pool_alloc(pool, (schedule->plan->item_count + 1) * sizeof *pieces->known);
    return pieces;
}

const struct piece_list *pieces_of(struct pieces *pieces, const struct item *item)
{
    struct piece_list **known = &pieces->known[item - pieces->schedule->plan->items];
    struct work_piece found[MOST_PIECES];

    if (*known)
        return *known;
    size_t count = find_pieces(pieces->schedule, item, found);
    struct work_piece *list = pool_alloc(pieces->pool, (count + 1) * sizeof *list);
    memcpy(list, found, count * sizeof *list);
    *known = pool_alloc(pieces->pool, sizeof **known);
    **known = (struct piece_list){list, count};
    return *known;
}
