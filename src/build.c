/* build: renders and stages all files before the first is put in its place. */
#include "build.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* true where NAME is in the list of --only. */
static bool wanted(const char *only, const char *name)
{
    size_t length = strlen(name);

    if (!only)
        return true;
    for (const char *word = only; *word; word += strspn(word, ", ")) {
        size_t word_length = strcspn(word, ", ");
        if (word_length == length && memcmp(word, name, length) == 0)
            return true;
        word += word_length;
    }
    return false;
}

bool build_knows(const char *only, struct place place)
{
    size_t count;
    const struct exporter *const *table = exporters(&count);

    for (const char *word = only ? only : ""; *word; word += strspn(word, ", ")) {
        size_t length = strcspn(word, ", "), i = 0;
        while (i < count &&
               (strlen(table[i]->name) != length || memcmp(table[i]->name, word, length) != 0))
            i++;
        if (i == count) {
            report_failure(place.source ? STATUS_BAD_INPUT : STATUS_USAGE, place,
                           "%sonly: '%.*s' is none of pdf, ics, xlsx", place.source ? "" : "--",
                           (int)length, word);
            return false;
        }
        word += length;
    }
    return true;
}

static bool render(struct output *output, struct edition *edition)
{
    struct text bytes = TEXT_INIT;

    if (!file_replaceable(output->path)) {
        report_failure(STATUS_SYSTEM, NOWHERE,
                       "%s: a folder, pipe or device stands there; the old files stand",
                       output->path);
        return false;
    }
    edition->path = output->path;
    output->result = output->exporter->render(edition, &bytes);
    bool good = output->result != RENDER_FAILED;
    if (good && output->result != RENDERED_SAME &&
        !file_stage(&output->staged, output->path, text_string(&bytes), bytes.length)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: %s; the old files stand", output->path,
                       strerror(errno));
        good = false;
    }
    text_free(&bytes);
    return good;
}

/* PATH.bak, or where an earlier backup stands there PATH.bak.2 and so on: no backup is ever lost to
 * the next. */
static const char *free_backup(struct pool *pool, const char *path)
{
    const char *backup = pool_print(pool, "%s.bak", path);

    for (int number = 2; file_exists(backup); number++)
        backup = pool_print(pool, "%s.bak.%d", path, number);
    return backup;
}

/* Keeps every old file that holds somebody's changes, before any is replaced: all are kept, or
 * none. */
static bool keep_all(struct pool *pool, struct output *outputs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct output *output = &outputs[i];
        if (output->result != RENDERED_OVER_CHANGES)
            continue;
        output->backup = free_backup(pool, output->path);
        if (file_keep(&output->staged, output->backup))
            continue;
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: cannot be kept as %s: %s; the old files stand",
                       output->path, output->backup, strerror(errno));
        while (i-- > 0)
            if (outputs[i].backup)
                unlink(outputs[i].backup);
        return false;
    }
    return true;
}

/* Puts the files in place one after the other; where one cannot be, says which are new already. */
static bool commit_all(struct output *outputs, size_t count)
{
    struct text done = TEXT_INIT;
    bool good = true;

    for (size_t i = 0; good && i < count; i++) {
        if (outputs[i].result == RENDERED_SAME)
            continue;
        good = file_commit(&outputs[i].staged);
        if (good)
            text_print(&done, "%s%s", done.length > 0 ? ", " : "", outputs[i].path);
        else
            report_failure(STATUS_SYSTEM, NOWHERE, "%s: %s; %s%s", outputs[i].path, strerror(errno),
                           done.length > 0 ? "replaced before that: " : "the old files stand",
                           text_string(&done));
    }
    text_free(&done);
    return good;
}

bool build_files(struct pool *pool, struct edition *edition, const char *stem, const char *only,
                 bool strict, struct output **outputs, size_t *count)
{
    size_t exporter_count;
    const struct exporter *const *table = exporters(&exporter_count);
    bool good = true;

    *outputs = pool_alloc(pool, exporter_count * sizeof **outputs);
    *count = 0;
    for (size_t i = 0; good && i < exporter_count; i++) {
        if (!wanted(only, table[i]->name))
            continue;
        struct output *output = &(*outputs)[(*count)++];
        *output = (struct output){.exporter = table[i],
                                  .path = pool_print(pool, "%s%s", stem, table[i]->suffix)};
        good = render(output, edition);
    }
    good = good && report_status(strict) == STATUS_DONE && keep_all(pool, *outputs, *count) &&
           commit_all(*outputs, *count);
    for (size_t i = 0; i < *count; i++)
        file_discard(&(*outputs)[i].staged);
    return good;
}
