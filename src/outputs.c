/* outputs: renders and stages all files before the first is put in its place; each stands or
 * falls for itself. */
#include "outputs.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

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

bool outputs_ask_for(const struct order *order, const struct exporter *exporter)
{
    return is_asked_for(order->only, exporter->name);
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

/* What stands at an input or output; standard input for "-". false: nothing. */
static bool look_at(const char *path, struct stat *status)
{
    return (strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, status) : stat(path, status)) == 0;
}

/* The input that PATH is as well, by whatever name or link; NULL where it is none. */
static const char *input_at(const struct order *order, const char *path)
{
    struct stat here, there;

    if (stat(path, &here) != 0)
        return NULL;
    for (size_t i = 0; i < order->input_count; i++)
        if (look_at(order->inputs[i], &there) && there.st_dev == here.st_dev &&
            there.st_ino == here.st_ino)
            return order->inputs[i];
    return NULL;
}

static bool refuse_write(const struct output *output)
{
    if (errno == ESTALE)
        report_failure(STATUS_SYSTEM, NOWHERE,
                       "%s: changed while the new one was made, and stays as it is; build again",
                       output->path);
    else
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: cannot be written: %s", output->path,
                       strerror(errno));
    return false;
}

/* true where the output's place is one to be written to, and was looked at. */
static bool prepare(struct pool *pool, struct output *output, const struct order *order)
{
    const char *input = input_at(order, output->path);

    if (input) {
        report_failure(STATUS_SYSTEM, NOWHERE,
                       "%s: is the file that is read as %s, and stays as it is", output->path,
                       strcmp(input, "-") == 0 ? "standard input" : input);
        return false;
    }
    if (!file_replaceable(output->path)) {
        report_failure(STATUS_SYSTEM, NOWHERE,
                       "%s: a folder, pipe or device stands there, and stays", output->path);
        return false;
    }
    return staged_prepare(&output->staged, pool, output->path) || refuse_write(output);
}

static bool render(struct output *output, struct edition *edition)
{
    struct text bytes = TEXT_INIT;

    edition->path = output->path;
    output->result = output->exporter->render(edition, &bytes);
    bool good = output->result == RENDERED_SAME ||
                (output->result != RENDER_FAILED && output->result != RENDERED_NOTHING &&
                 (staged_write(&output->staged, text_string(&bytes), bytes.length) ||
                  refuse_write(output)));
    text_free(&bytes);
    return good;
}

/* PATH and ENDING, shortened before SUFFIX where a name can't be as long. */
static const char *fitting_name(struct pool *pool, const char *path, const char *suffix,
                                const char *ending)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t length = strlen(path) - strlen(suffix), rest = strlen(suffix) + strlen(ending);
    size_t before = (size_t)(name - path);

    if (length - before + rest > NAME_MAX) {
        length = before + NAME_MAX - rest;
        while (length > before && (path[length] & 0xc0) == 0x80) /* within a letter */
            length--;
    }
    return pool_print(pool, "%.*s%s%s", (int)length, path, suffix, ending);
}

static bool is_taken(const char *path)
{
    struct stat status;

    return lstat(path, &status) == 0;
}

/* true where PATH is a file (no link to one) of which the exporter says so. */
static bool may_drop(const struct output *output, const struct edition *edition, const char *path)
{
    struct stat status;

    return output->exporter->may_drop && lstat(path, &status) == 0 && S_ISREG(status.st_mode) &&
           output->exporter->may_drop(edition, path);
}

/* PATH.bak, or where something stands there, be it a link to nothing, PATH.bak.2 and so on: no
 * backup is lost to the next, but one that holds nothing of its own makes way for another such: of
 * those there is never more than one. */
static const char *free_backup(struct pool *pool, const struct output *output,
                               const struct edition *edition)
{
    const char *suffix = output->exporter->suffix;
    const char *backup = fitting_name(pool, output->path, suffix, ".bak");
    bool carried = output->result == RENDERED_OVER_CARRIED;

    for (int number = 2; is_taken(backup) && !(carried && may_drop(output, edition, backup));
         number++)
        backup = fitting_name(pool, output->path, suffix, pool_print(pool, ".bak.%d", number));
    return backup;
}

/* Keeps the old file beside it, in the place of one that may be dropped. */
static bool keep_old(struct pool *pool, struct output *output, const struct edition *edition)
{
    const char *backup = free_backup(pool, output, edition);
    bool free = !is_taken(backup) || unlink(backup) == 0;

    if (!free || !staged_keep(&output->staged, backup)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: cannot be kept as %s: %s, and stays",
                       output->path, backup, strerror(errno));
        return false;
    }
    output->backup = backup;
    return true;
}

/* Keeps the old file where it holds somebody's changes, and puts the new one in its place. */
static bool put_in_place(struct pool *pool, struct output *output, const struct edition *edition)
{
    bool keeps = output->result == RENDERED_OVER_CHANGES || output->result == RENDERED_OVER_CARRIED;

    if (keeps && !keep_old(pool, output, edition))
        return false;
    if (output->result == RENDERED_SAME || staged_commit(&output->staged))
        return true;
    refuse_write(output);
    if (output->backup)
        unlink(output->backup); /* what it holds stands in its own place */
    return false;
}

/* true where STRICT forbids to go on: there is a warning. */
static bool is_doubtful(bool strict)
{
    size_t count;
    const struct finding *findings = report_findings(&count);

    for (size_t i = 0; strict && i < count; i++)
        if (findings[i].severity == SEVERITY_WARNING)
            return true;
    return false;
}

/* Renders and stages what is asked for into LIST; gives how many of them can go in place. */
static size_t stage_all(struct pool *pool, struct edition *edition, const struct order *order,
                        struct output *list)
{
    size_t exporter_count, count = 0;
    const struct exporter *const *table = exporters(&exporter_count);

    for (size_t i = 0; i <= exporter_count; i++) {
        const struct exporter *exporter = i < exporter_count ? table[i] : order->extra;
        if (!exporter || (i < exporter_count && !outputs_ask_for(order, exporter)))
            continue;
        struct output *output = &list[count];
        *output = (struct output){.exporter = exporter,
                                  .path = pool_print(pool, "%s%s", order->stem, exporter->suffix)};
        if (prepare(pool, output, order) && render(output, edition))
            count++;
        else
            staged_discard(&output->staged);
    }
    return count;
}

bool outputs_make(struct pool *pool, struct edition *edition, const struct order *order,
                  struct output **outputs, size_t *count)
{
    size_t most;

    exporters(&most);
    struct output *list = *outputs = pool_alloc(pool, (most + 1) * sizeof *list);
    *count = 0;
    if (report_status(false) != STATUS_DONE)
        return false;
    size_t staged = stage_all(pool, edition, order, list);
    bool forbidden = is_doubtful(order->strict);
    for (size_t i = 0; i < staged; i++) {
        struct output output = list[i];
        bool placed = !forbidden && put_in_place(pool, &output, edition);
        staged_discard(&output.staged);
        if (placed)
            list[(*count)++] = output;
    }
    return report_status(order->strict) == STATUS_DONE;
}
