/* prerequisites: finds the words that ask for something first, and the items that they name. */
#include "schedule/prerequisites.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "words/language.h"

#define LINE_LIMIT   4096 /* bytes of a line that are looked at */
#define LEAST_LETTER 3    /* a shorter title is named by accident */

/* A title by the hash of its letters. */
struct named {
    uint64_t hash;
    /* in plan->items */
    size_t index;
};

struct finder {
    struct pool *pool;
    const struct plan *plan;
    struct named *names;
    size_t name_count;
    struct prerequisites found;
    size_t capacity;
};

static bool is_letter(unsigned char byte)
{
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

/* Hash of the letters and digits, without regard to case; 0 for too few of them. */
static uint64_t hash_of(const char *bytes, size_t length)
{
    uint64_t hash = HASH_START;
    size_t letters = 0;

    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (!is_letter(byte))
            continue;
        letters++;
        byte = byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + 'a' - 'A') : byte;
        hash = hash_add(hash, byte);
    }
    return letters < LEAST_LETTER ? 0 : hash;
}

static int by_hash(const void *a, const void *b)
{
    const struct named *left = a, *right = b;

    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

/* What one is done with some day: work, and other things that one can have behind oneself. */
static bool can_be_required(const struct item *item)
{
    bool other = item->kind == ITEM_STEP || item->kind == ITEM_GOAL ||
                 item->kind == ITEM_PORTFOLIO || item->kind == ITEM_RESOURCE;

    return (kind_is_work(item->kind) || other) && !item->dropped;
}

/* Every title, and what stands in it before a colon or parenthesis: "Calculus 1A: Limits". */
static void collect_names(struct finder *finder)
{
    const struct plan *plan = finder->plan;

    finder->names = must_alloc((2 * plan->item_count + 1) * sizeof *finder->names);
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct prose *title = &plan->items[i].title;
        if (!can_be_required(&plan->items[i]))
            continue;
        size_t length = strnlen(title->text, LINE_LIMIT), head = strcspn(title->text, ":(");
        uint64_t hash = hash_of(title->text, length);
        if (hash)
            finder->names[finder->name_count++] = (struct named){hash, i};
        hash = head < length ? hash_of(title->text, head) : 0;
        if (hash)
            finder->names[finder->name_count++] = (struct named){hash, i};
    }
    qsort(finder->names, finder->name_count, sizeof *finder->names, by_hash);
}

/* The item of that name: the last one before BEFORE, else the first one behind it; NULL: none. */
static const struct item *item_named(const struct finder *finder, uint64_t hash, size_t before)
{
    size_t low = 0, high = finder->name_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (finder->names[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    const struct item *found = NULL;
    for (; low < finder->name_count && finder->names[low].hash == hash; low++) {
        size_t index = finder->names[low].index;
        if (index < before || (index > before && !found))
            found = &finder->plan->items[index];
        if (index > before)
            break;
    }
    return found;
}

static bool encloses(const struct item *outer, const struct item *inner)
{
    for (; inner; inner = inner->parent)
        if (inner == outer)
            return true;
    return false;
}

static void add(struct finder *finder, const struct item *earlier, const struct item *later)
{
    struct prerequisites *found = &finder->found;

    if (encloses(earlier, later) || encloses(later, earlier))
        return;
    for (size_t i = found->count; i-- > 0 && found->list[i].later == later;)
        if (found->list[i].earlier == earlier)
            return;
    found->list = pool_extend(finder->pool, found->list, found->count, &finder->capacity,
                              sizeof *found->list);
    found->list[found->count++] = (struct prerequisite){earlier, later};
}

/* Behind the fillers of one language, each of which may stand once, in the order of the list. */
static size_t skip_fillers_of(const struct language *language, const char *text, size_t length,
                              size_t at)
{
    const char *form = words_prerequisite_fillers(language);

    while (form && *form) {
        size_t bytes = strcspn(form, "|"), filler = form_match(text + at, length - at, form, bytes);
        if (filler > 0 && at + filler < length && text[at + filler] == ' ')
            at += filler + 1;
        form += bytes + (form[bytes] == '|');
    }
    return at;
}

static size_t skip_fillers(const char *text, size_t length, size_t at)
{
    at += strspn(text + at, " :-");
    if (at > length)
        return length;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        at = skip_fillers_of(languages[i], text, length, at);
    return at;
}

/* Bytes of an "and" at AT, in any language, with the blanks around it; 0: none. */
static size_t and_at(const char *text, size_t length, size_t at)
{
    if (text[at] != ' ')
        return 0;
    size_t word = words_match(text + at + 1, length - at - 1, words_and_also, NULL);
    return word > 0 && text[at + 1 + word] == ' ' ? word + 2 : 0;
}

/* Where the name that begins at AT ends: at a comma, "and", the end of a sentence or bracket.
 * *LAST: no other follows. */
static size_t name_end(const char *text, size_t length, size_t at, bool *last)
{
    for (; at < length; at++) {
        *last = strchr(";)]\n", text[at]) ||
                (text[at] == '.' && (at + 1 == length || text[at + 1] == ' '));
        if (*last || text[at] == ',' || and_at(text, length, at) > 0)
            return at;
    }
    *last = true;
    return length;
}

/* The names behind a cue; gives where they end. */
static size_t read_names(struct finder *finder, const char *text, size_t length, size_t at,
                         const struct item *later)
{
    bool last = false;

    while (!last && at < length) {
        at = skip_fillers(text, length, at);
        size_t end = name_end(text, length, at, &last);
        uint64_t hash = hash_of(text + at, end - at);
        const struct item *earlier =
            hash ? item_named(finder, hash, (size_t)(later - finder->plan->items)) : NULL;
        if (earlier)
            add(finder, earlier, later);
        size_t joined = end < length ? and_at(text, length, end) : 0;
        at = end + (joined > 0 ? joined : 1);
    }
    return at < length ? at : length;
}

/* Bytes of the cue that stands at AT, or 0. */
static size_t cue_at(const char *text, size_t length, size_t at)
{
    if (at > 0 && is_letter((unsigned char)text[at - 1]) && (unsigned char)text[at] < 0x80)
        return 0;
    size_t cue = words_match(text + at, length - at, words_prerequisites, NULL);
    bool whole = at + cue < length &&
                 ((unsigned char)text[at] >= 0xe0 || !is_letter((unsigned char)text[at + cue]));
    return whole ? cue : 0;
}

static void read_line(struct finder *finder, const struct item *item, const struct prose *prose)
{
    const char *text = prose->text;
    size_t length = strnlen(text, prose->length < LINE_LIMIT ? prose->length : LINE_LIMIT);

    for (size_t at = 0; at < length; at++) {
        size_t cue = cue_at(text, length, at);
        /* A line of its own below an item speaks of that item. */
        const struct item *later = at == 0 && prose == &item->line ? item->parent : item;
        if (cue > 0 && later)
            at = read_names(finder, text, length, at + cue, later) - 1;
    }
}

static int by_later(const void *a, const void *b)
{
    const struct prerequisite *left = a, *right = b;

    if (left->later != right->later)
        return left->later < right->later ? -1 : 1;
    return left->earlier < right->earlier ? -1 : left->earlier > right->earlier;
}

const struct prerequisites *prerequisites_find(struct pool *pool, const struct plan *plan)
{
    struct finder finder = {.pool = pool, .plan = plan};

    collect_names(&finder);
    for (size_t i = 0; i < plan->item_count; i++) {
        read_line(&finder, &plan->items[i], &plan->items[i].line);
        read_line(&finder, &plan->items[i], &plan->items[i].detail);
    }
    free(finder.names);
    struct prerequisites *found = pool_alloc(pool, sizeof *found);
    if (finder.found.count > 0)
        qsort(finder.found.list, finder.found.count, sizeof *finder.found.list, by_later);
    for (size_t i = 0; i < finder.found.count; i++) {
        const struct prerequisite *this = &finder.found.list[i];
        struct prerequisite *last = found->count ? &finder.found.list[found->count - 1] : NULL;
        if (!last || last->later != this->later || last->earlier != this->earlier)
            finder.found.list[found->count++] = *this;
    }
    found->list = finder.found.list;
    return found;
}
