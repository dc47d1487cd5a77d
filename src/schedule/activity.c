/* activity: which of the four activities a category belongs to, by its words. */
#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "base/text.h"
#include "schedule/assign.h"
#include "words/language.h"

static words_list *const stems[ACTIVITY_COUNT] = {
    [ACTIVITY_LEARN] = words_learn,
    [ACTIVITY_BUILD] = words_build,
    [ACTIVITY_SHARPEN] = words_sharpen,
    [ACTIVITY_SHARE] = words_share,
};

/* The beginning of STRING in lower case, at most what a heading says; no locale has a part in it.
 */
static void lower(const char *string, char *out, size_t room)
{
    size_t length = strnlen(string, room / 2), made = 0;
    uint8_t *low = u8_tolower((const uint8_t *)string, length, NULL, NULL, NULL, &made);

    if (!low || made >= room)
        made = 0;
    memcpy(out, low ? (const char *)low : "", made);
    out[made] = '\0';
    free(low);
}

static bool activity_in(const char *words, enum activity *activity)
{
    char text[512];
    const char *first = NULL;

    lower(words, text, sizeof text);
    for (int a = 0; a < ACTIVITY_COUNT; a++) {
        const char *at = words_stem(text, stems[a]);
        if (at && (!first || at < first)) {
            first = at;
            *activity = (enum activity)a;
        }
    }
    return first;
}

enum activity activity_of(const char *name, const char *detail)
{
    enum activity activity = ACTIVITY_LEARN;

    if (!activity_in(name, &activity))
        activity_in(detail, &activity);
    return activity;
}

bool names_activity(const char *name, const char *detail)
{
    enum activity activity;

    return activity_in(name, &activity) || activity_in(detail, &activity);
}

bool names_reading(const char *name)
{
    char text[512];

    lower(name, text, sizeof text);
    return words_stem(text, words_reading);
}

bool speaks_of_exercise(const struct item *reading)
{
    char text[512];

    lower(reading->title.text, text, sizeof text);
    if (words_stem(text, words_exercise))
        return true;
    lower(reading->detail.text, text, sizeof text);
    return words_stem(text, words_exercise);
}

const char *activity_name(enum activity activity)
{
    static const char *const names[ACTIVITY_COUNT] = {"Learn", "Build", "Sharpen", "Share"};

    return activity < ACTIVITY_COUNT ? names[activity] : "";
}
