/* siblings: trackers whose names look like copies are read, and named where they are this plan's.
 */
#include "memory/beside/siblings.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/report.h"
#include "memory/memory.h"

#define EXTENSION    ".xlsx"
#define MOST_READ    4
#define MOST_ENTRIES 10000 /* of the folder that are looked at */

/* Takes "(1)", "-1", "_1", "1" off *TEXT. */
static bool take_number(const char **text)
{
    const char *at = *text;
    bool bracket = *at == '(';

    at += bracket || *at == '-' || *at == '_';
    size_t digits = strspn(at, "0123456789");
    if (digits == 0 || digits > 3 || (bracket && at[digits] != ')'))
        return false;
    *text = at + digits + bracket;
    return true;
}

static void take_blanks(const char **text)
{
    while (**text == ' ')
        (*text)++;
}

bool is_name_of_copy(const char *own, const char *name)
{
    size_t stem = strlen(own), extension = strlen(EXTENSION), length = strlen(name);

    if (stem <= extension || strcasecmp(own + stem - extension, EXTENSION) != 0)
        return false;
    stem -= extension;
    if (length < stem + extension || strncmp(own, name, stem) != 0 ||
        strcasecmp(name + length - extension, EXTENSION) != 0)
        return false;
    const char *at = name + stem, *end = name + length - extension;
    if (at == end)
        return false;
    take_blanks(&at);
    const char *word = *at == '-' || *at == '_' ? at + 1 : at;
    take_blanks(&word);
    if (strncasecmp(word, "copy", 4) == 0)
        at = word + 4;
    take_blanks(&at);
    take_number(&at);
    return at == end;
}

/* true where a tracker of the plan stands at PATH. */
static bool holds_plan(const char *path, const char *plan_id)
{
    struct pool *pool = pool_new();
    struct text why = TEXT_INIT;
    const struct memory *memory;

    report_mute(true);
    bool same = memory_read(pool, path, &memory, &why) == MEMORY_READ &&
                strcmp(memory->plan_id, plan_id) == 0;
    report_mute(false);
    text_free(&why);
    pool_free(pool);
    return same;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names of copies in the folder of PATH, sorted; gives their number. */
static size_t find_copies(struct pool *pool, const char *path, const char ***names)
{
    const char *slash = strrchr(path, '/'), *own = slash ? slash + 1 : path;
    const char *folder =
        slash ? pool_copy(pool, path, (size_t)(slash - path) + 1) : "."; /* "/" keeps its own */
    DIR *entries = opendir(folder);
    size_t count = 0, capacity = 0, looked = 0;

    *names = NULL;
    for (struct dirent *entry; entries && looked < MOST_ENTRIES && (entry = readdir(entries));
         looked++) {
        if (!is_name_of_copy(own, entry->d_name))
            continue;
        *names = pool_extend(pool, *names, count, &capacity, sizeof **names);
        (*names)[count++] = pool_copy(pool, entry->d_name, strlen(entry->d_name));
    }
    if (entries)
        closedir(entries);
    if (count > 1)
        qsort(*names, count, sizeof **names, by_name);
    return count;
}

void siblings_name(struct pool *pool, const char *path, const char *plan_id)
{
    const char **names;
    size_t count = find_copies(pool, path, &names);

    for (size_t i = 0; i < count && i < MOST_READ; i++) {
        const char *beside = path_beside(pool, path, names[i]);
        if (file_replaceable(beside) && holds_plan(beside, plan_id))
            report(NOWHERE, SEVERITY_WARNING, RULE_OTHER_TRACKER,
                   "%s is a tracker of this plan, too; --tracker '%s' takes what it says", beside,
                   beside);
    }
}
