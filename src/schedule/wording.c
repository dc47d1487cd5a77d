/* wording: an item's name without the weekday and the hours that stand before it. */
#include "schedule/wording.h"

#include <string.h>

#define MOST_BYTES 512 /* of a name that is looked at for weekdays and hours */

struct wording wording_trimmed(const char *bytes, size_t length)
{
    while (length > 0 && bytes[length - 1] && strchr(" \n\t,;:.", bytes[length - 1]))
        length--;
    while (length > 0 && *bytes && strchr(" \n\t,;:", *bytes)) {
        bytes++;
        length--;
    }
    return (struct wording){bytes, length};
}

bool has_letter(struct wording wording)
{
    for (size_t i = 0; i < wording.length; i++) {
        unsigned char byte = (unsigned char)wording.bytes[i];
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
            (byte >= 0xc3 && byte != 0xe2 && byte != 0xef && byte < 0xf0))
            return true;
    }
    return false;
}

/* Behind a colon, dash or blank that parts a weekday or hours from what is done then; *PARTED: by
 * more than a blank. */
static struct wording behind(struct wording words, size_t end, bool *parted)
{
    struct wording rest = {words.bytes + end, words.length - end};
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
static struct wording without_parentheses(struct wording words)
{
    if (words.length < 3 || words.bytes[0] != '(' || words.bytes[words.length - 1] != ')' ||
        memchr(words.bytes + 1, '(', words.length - 1))
        return words;
    return wording_trimmed(words.bytes + 1, words.length - 2);
}

/* WORDS behind the effort that they begin with. */
static struct wording without_hours(struct wording words, bool *parted)
{
    struct effort effort;
    struct found found;

    *parted = false;
    if (words.length == 0 || words.bytes[0] < '0' || words.bytes[0] > '9' ||
        !effort_find(words.bytes, words.length, &effort, &found) || found.start > 0)
        return words;
    return behind(words, found.end, parted);
}

struct wording without_time(struct wording words, weekday_set *days)
{
    struct found found;
    weekday_set named = 0;
    struct wording looked = {words.bytes, words.length < MOST_BYTES ? words.length : MOST_BYTES};
    struct wording rest = looked;
    bool parted = false, hours = false;

    if (weekdays_at_start(looked.bytes, looked.length, &named, &found) && found.start == 0)
        rest = behind(looked, found.end, &parted);
    else
        named = 0;
    struct wording after = without_hours(rest, &hours);
    /* "Sun protection" names no day, "2 hours of scales" is what is done. */
    bool timed = named ? parted || after.bytes > rest.bytes : hours && after.bytes > rest.bytes;
    if (days)
        *days = timed ? named : 0;
    if (!timed)
        return words;
    after.length = (size_t)(words.bytes + words.length - after.bytes);
    after = without_parentheses(wording_trimmed(after.bytes, after.length));
    return has_letter(after) ? after : words;
}

struct wording full_name_of(const struct item *item)
{
    const struct prose *candidates[] = {&item->title, &item->detail, &item->line};
    struct wording wording = {"", 0};

    for (size_t i = 0; i < 3 && wording.length == 0; i++)
        wording = wording_trimmed(candidates[i]->text, candidates[i]->length);
    return wording;
}

/* "Sat", or "4 hrs", alone leaves what follows it as the name. */
static bool is_time(struct wording words)
{
    struct found found;
    weekday_set days;
    struct effort effort;

    if (weekdays_at_start(words.bytes, words.length, &days, &found) && found.start == 0 &&
        found.end >= words.length)
        return true;
    return effort_find(words.bytes, words.length, &effort, &found) && found.start == 0 &&
           found.end >= words.length;
}

struct wording name_of(const struct item *item)
{
    struct wording name = full_name_of(item);
    struct wording detail = wording_trimmed(item->detail.text, item->detail.length);

    if (name.length < MOST_BYTES && is_time(name) && has_letter(detail))
        name = detail;
    return without_time(name, NULL);
}

weekday_set weekdays_of(const struct item *item)
{
    weekday_set days = 0;
    struct found found;
    struct wording name = full_name_of(item);

    without_time(name, &days);
    if (days == 0 && name.length < MOST_BYTES && is_time(name) &&
        !weekdays_at_start(name.bytes, name.length, &days, &found))
        days = 0;
    const struct prose *heading = item->section ? &item->section->heading : NULL;
    if (days == 0 && heading)
        without_time(wording_trimmed(heading->text, heading->length), &days);
    return days;
}
