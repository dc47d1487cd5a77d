/* pieces: names and pieces of items for a session's focus, without what is no work. */
#include "schedule/pieces.h"

#include <string.h>

#include "words/language.h"

#define MOST_BYTES  512  /* of a name that is looked at for weekdays and hours */
#define LOOK_AHEAD  4096 /* bytes of a detail, or items, that are searched for parts */
#define SHORT_WORDS 5    /* of a phrase in a list of two */

struct piece piece_trimmed(const char *bytes, size_t length)
{
    while (length > 0 && bytes[length - 1] && strchr(" \n\t,;:.", bytes[length - 1]))
        length--;
    while (length > 0 && *bytes && strchr(" \n\t,;:", *bytes)) {
        bytes++;
        length--;
    }
    return (struct piece){bytes, length};
}

bool has_letter(struct piece piece)
{
    for (size_t i = 0; i < piece.length; i++) {
        unsigned char byte = (unsigned char)piece.bytes[i];
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
            (byte >= 0xc3 && byte != 0xe2 && byte != 0xef && byte < 0xf0))
            return true;
    }
    return false;
}

/* Behind a colon, dash or blank that parts a weekday or hours from what is done then; *PARTED: by
 * more than a blank. */
static struct piece behind(struct piece words, size_t end, bool *parted)
{
    struct piece rest = {words.bytes + end, words.length - end};
    static const char *const signs[] = {":", "-", "–", "—", ",", "."};

    *parted = false;
    for (bool again = true; again && rest.length > 0;) {
        again = *rest.bytes == ' ';
        size_t size = again ? 1 : 0;
        for (size_t i = 0; i < sizeof signs / sizeof *signs && size == 0; i++)
            if (rest.length >= strlen(signs[i]) &&
                memcmp(rest.bytes, signs[i], strlen(signs[i])) == 0) {
                size = strlen(signs[i]);
                *parted = again = true;
            }
        rest.bytes += size;
        rest.length -= size;
    }
    return rest;
}

/* "(a + b)" without its parentheses where they are one pair. */
static struct piece without_parentheses(struct piece words)
{
    if (words.length < 3 || words.bytes[0] != '(' || words.bytes[words.length - 1] != ')' ||
        memchr(words.bytes + 1, '(', words.length - 1))
        return words;
    return piece_trimmed(words.bytes + 1, words.length - 2);
}

/* WORDS behind the effort that they begin with. */
static struct piece without_hours(struct piece words, bool *parted)
{
    struct effort effort;
    struct found found;

    *parted = false;
    if (words.length == 0 || words.bytes[0] < '0' || words.bytes[0] > '9' ||
        !effort_find(words.bytes, words.length, &effort, &found) || found.start > 0)
        return words;
    return behind(words, found.end, parted);
}

struct piece without_time(struct piece words, weekday_set *days)
{
    struct found found;
    weekday_set named = 0;
    struct piece looked = {words.bytes, words.length < MOST_BYTES ? words.length : MOST_BYTES};
    struct piece rest = looked;
    bool parted = false, hours = false;

    if (weekdays_find(looked.bytes, looked.length, &named, &found) && found.start == 0)
        rest = behind(looked, found.end, &parted);
    else
        named = 0;
    struct piece after = without_hours(rest, &hours);
    /* "Sun protection" names no day, "2 hours of scales" is what is done. */
    bool timed = named ? parted || after.bytes > rest.bytes : hours && after.bytes > rest.bytes;
    if (days)
        *days = timed ? named : 0;
    if (!timed)
        return words;
    after.length = (size_t)(words.bytes + words.length - after.bytes);
    after = without_parentheses(piece_trimmed(after.bytes, after.length));
    return has_letter(after) ? after : words;
}

/* As name_of(), with the time before it. */
static struct piece full_name_of(const struct item *item)
{
    const struct prose *choices[] = {&item->title, &item->detail, &item->line};
    struct piece piece = {"", 0};

    for (size_t i = 0; i < 3 && piece.length == 0; i++)
        piece = piece_trimmed(choices[i]->text, choices[i]->length);
    return piece;
}

/* "Sat: 4 hrs" alone leaves what follows it as the name. */
static bool is_time(struct piece words)
{
    struct found found;
    weekday_set days;
    struct effort effort;

    if (weekdays_find(words.bytes, words.length, &days, &found) && found.start == 0 &&
        found.end >= words.length)
        return true;
    return effort_find(words.bytes, words.length, &effort, &found) && found.start == 0 &&
           found.end >= words.length;
}

struct piece name_of(const struct item *item)
{
    struct piece name = full_name_of(item);
    struct piece detail = piece_trimmed(item->detail.text, item->detail.length);

    if (name.length < MOST_BYTES && is_time(name) && has_letter(detail))
        name = detail;
    return without_time(name, NULL);
}

weekday_set weekdays_of(const struct item *item)
{
    weekday_set days = 0;
    struct found found;
    struct piece name = full_name_of(item);

    without_time(name, &days);
    if (days == 0 && name.length < MOST_BYTES && is_time(name) &&
        !weekdays_find(name.bytes, name.length, &days, &found))
        days = 0;
    const struct prose *heading = item->section ? &item->section->heading : NULL;
    if (days == 0 && heading)
        without_time(piece_trimmed(heading->text, heading->length), &days);
    return days;
}

/* The name of the field at the start of PART, or nothing. */
static struct piece field_of(struct piece part)
{
    const char *colon = memchr(part.bytes, ':', part.length);
    size_t length = colon ? (size_t)(colon - part.bytes) : 0;

    return piece_trimmed(part.bytes, length);
}

static bool is_one_of(struct piece name, words_list *list)
{
    return words_are(name.bytes, name.length, list);
}

static struct piece value_of(struct piece part)
{
    const char *colon = memchr(part.bytes, ':', part.length);

    if (!colon)
        return part;
    size_t label = (size_t)(colon - part.bytes) + 1;
    return piece_trimmed(part.bytes + label, part.length - label);
}

/* true where a part says when, how long or where, not what: "Duration: 14 weeks", "Day: Mo", an
 * address, a mark in a table's column. */
static bool is_no_part(struct piece part)
{
    struct span span;
    struct effort effort;
    struct found found;
    weekday_set days;
    struct piece value = value_of(part);

    if (!has_letter(value) || memmem(part.bytes, part.length, "://", 3) ||
        is_one_of(field_of(part), words_idle_labels) || is_one_of(part, words_idle_labels))
        return true;
    if (span_parse(value.bytes, value.length, &span))
        return true;
    if (effort_find(value.bytes, value.length, &effort, &found) && found.start == 0 &&
        found.end >= value.length)
        return true;
    return weekdays_find(value.bytes, value.length, &days, &found) && found.end >= value.length;
}

static void add_part(struct piece words, struct part *parts, size_t *count)
{
    if (*count >= MOST_PARTS || is_no_part(words))
        return;
    struct part *part = &parts[(*count)++];
    if (is_one_of(field_of(words), words_work_labels))
        words = value_of(words);
    part->words = without_time(words, &part->days);
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
static struct piece child_name(const struct item *child)
{
    struct piece title = piece_trimmed(child->title.text, child->title.length);
    struct piece detail = piece_trimmed(child->detail.text, child->detail.length);

    return is_one_of(title, words_work_labels) && has_letter(detail) ? detail : full_name_of(child);
}

/* "Steps:" over a list, which is meant by it. */
static bool is_group(const struct item *item)
{
    struct piece title = piece_trimmed(item->title.text, item->title.length);

    return item->child_count > 0 &&
           (item->kind == ITEM_TEXT || is_one_of(title, words_list_labels));
}

static size_t children_of(const struct schedule *schedule, const struct item *item,
                          struct part *parts)
{
    const struct item *end = schedule->plan->items + schedule->plan->item_count;
    size_t count = 0, looked = 0;

    for (const struct item *i = item + 1; i < end && i->depth > item->depth && looked < LOOK_AHEAD;
         i++, looked++) {
        bool own_time = i->dated != DATED_INHERITED && i->dated != DATED_NOT;
        struct piece title = piece_trimmed(i->title.text, i->title.length);
        const struct item *above = i->parent;
        while (above != item && is_group(above))
            above = above->parent;
        if (above == item && !i->dropped && !own_time && !is_group(i) && is_below(i, item) &&
            !is_one_of(title, words_idle_labels))
            add_part(child_name(i), parts, &count);
    }
    return count;
}

static int words_in(struct piece piece)
{
    int count = 0;

    for (size_t i = 0; i < piece.length; i++)
        count += piece.bytes[i] != ' ' && (i == 0 || piece.bytes[i - 1] == ' ');
    return count;
}

/* Depth of parentheses and quotation marks behind byte I of TEXT. */
struct nesting {
    int parentheses;
    bool quoted;
};

static void nest(struct nesting *nesting, const char *text, size_t i, size_t length)
{
    static const char *const opening[] = {"“", "„", "«", "《", "『"};
    static const char *const closing[] = {"”", "“", "»", "》", "』"};

    nesting->parentheses += text[i] == '(' || text[i] == '[';
    if ((text[i] == ')' || text[i] == ']') && nesting->parentheses > 0)
        nesting->parentheses--;
    if (text[i] == '"')
        nesting->quoted = !nesting->quoted;
    for (size_t k = 0; k < sizeof opening / sizeof *opening; k++) {
        const char *sign = nesting->quoted ? closing[k] : opening[k];
        if (length - i >= strlen(sign) && memcmp(text + i, sign, strlen(sign)) == 0) {
            nesting->quoted = !nesting->quoted;
            return;
        }
    }
}

/* true where a comma at I parts two phrases: no number ("1,350") and nothing that goes on. */
static bool parts_phrases(struct piece field, size_t i)
{
    if (i + 1 >= field.length || field.bytes[i + 1] != ' ')
        return false;
    struct piece rest = piece_trimmed(field.bytes + i, field.length - i);
    return rest.length > 0 && words_match(rest.bytes, rest.length, words_joining, NULL) == 0;
}

/* FIELD cut at its commas, if that makes a list of short phrases; else as it is. */
static void add_list(struct piece field, struct part *parts, size_t *count)
{
    struct piece cut[MOST_PARTS];
    struct nesting nesting = {0};
    size_t pieces = 0, start = 0;
    bool brief = true;

    for (size_t i = 0; i <= field.length && pieces < MOST_PARTS; i++) {
        if (i < field.length)
            nest(&nesting, field.bytes, i, field.length);
        bool inside = nesting.parentheses > 0 || nesting.quoted;
        if (i < field.length && (inside || field.bytes[i] != ',' || !parts_phrases(field, i)))
            continue;
        cut[pieces] = piece_trimmed(field.bytes + start, i - start);
        const char *comma = memchr(cut[pieces].bytes, ',', cut[pieces].length);
        struct piece phrase = cut[pieces]; /* what a comma joins to it doesn't count */
        if (comma)
            phrase.length = (size_t)(comma - phrase.bytes);
        brief = brief && words_in(phrase) <= SHORT_WORDS;
        pieces++;
        start = i + 1;
    }
    if (pieces < 2 || (pieces < 3 && !brief)) {
        add_part(field, parts, count);
        return;
    }
    for (size_t i = 0; i < pieces; i++)
        add_part(cut[i], parts, count);
}

size_t parts_of(const struct schedule *schedule, const struct item *item, struct part *parts)
{
    size_t count = item->child_count > 0 ? children_of(schedule, item, parts) : 0;

    if (count > 0)
        return count;
    const char *text = item->title.length > 0 ? item->detail.text : "";
    size_t length = strnlen(text, LOOK_AHEAD), start = 0;
    struct nesting nesting = {0};
    for (size_t i = 0; i <= length; i++) {
        if (i < length)
            nest(&nesting, text, i, length);
        bool inside = nesting.parentheses > 0 || nesting.quoted;
        bool cut = i == length || text[i] == '\n' || (text[i] == ';' && !inside);
        if (!cut)
            continue;
        struct piece field = piece_trimmed(text + start, i - start);
        if (is_one_of(field_of(field), words_work_labels))
            field = value_of(field);
        if (field.length > 0 && !is_no_part(field))
            add_list(field, parts, &count);
        nesting = (struct nesting){0};
        start = i + 1;
    }
    return count;
}
