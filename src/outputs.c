/* outputs: renders and stages all files before the first is put in its place. */
#include "outputs.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The next word of the list AT, its bytes in *LENGTH; NULL where there is none. */
static const char *next_word(const char *at, size_t *length)
{
    at += strspn(at, ", ");
    *length = strcspn(at, ", ");
    return *length ? at : NULL;
}

static bool is_name(const char *name, const char *word, size_t length)
{
    return strlen(name) == length && memcmp(name, word, length) == 0;
}

/* true where NAME is in the list of --only. */
static bool is_asked_for(const char *only, const char *name)
{
    size_t length;

    for (const char *word = only; word && (word = next_word(word, &length)); word += length)
        if (is_name(name, word, length))
            return true;
    return !only;
}

static const struct exporter *exporter_find(const char *word, size_t length)
{
    size_t count;
    const struct exporter *const *table = exporters(&count);

    for (size_t i = 0; i < count; i++)
        if (is_name(table[i]->name, word, length))
            return table[i];
    return NULL;
}

static bool refuse(const char *word, size_t length, const char *wrong, struct place place)
{
    struct text names = TEXT_INIT;

    exporter_names(", ", &names);
    report_failure(place.source ? STATUS_BAD_INPUT : STATUS_USAGE, place, "%sonly: '%.*s' %s %s",
                   place.source ? "" : "--", (int)length, word, wrong, text_string(&names));
    text_free(&names);
    return false;
}

bool outputs_known(const char *only, struct place place)
{
    size_t length;

    if (only && !next_word(only, &length))
        return refuse(only, strlen(only), "names none of", place);
    for (const char *word = only; word && (word = next_word(word, &length)); word += length)
        if (!exporter_find(word, length))
            return refuse(word, length, "is none of", place);
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

bool outputs_make(struct pool *pool, struct edition *edition, const char *stem, const char *only,
                  bool strict, struct output **outputs, size_t *count)
{
    size_t exporter_count;
    const struct exporter *const *table = exporters(&exporter_count);
    bool good = true;

    *outputs = pool_alloc(pool, exporter_count * sizeof **outputs);
    *count = 0;
    for (size_t i = 0; good && i < exporter_count; i++) {
        if (!is_asked_for(only, table[i]->name))
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
