/* run: where a run's files stand, and its words on standard output. */
#include "run.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "memory/beside/elsewhere.h"

/* Bytes of NAME without the ending of a Markdown file. */
static size_t bare_length(const char *name)
{
    static const char *const endings[] = {".md", ".markdown", ".mdown", ".txt"};
    size_t length = strlen(name);

    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t ending = strlen(endings[i]);
        if (length > ending && strcmp(name + length - ending, endings[i]) == 0)
            return length - ending;
    }
    return length;
}

const char *output_stem(const struct run *run)
{
    const char *roadmap = run->options.roadmap, *folder = run->settings.output;

    if (strcmp(roadmap, "-") == 0)
        return pool_print(run->pool, "%s/roadmap", folder ? folder : ".");
    const char *slash = strrchr(roadmap, '/'), *name = slash ? slash + 1 : roadmap;
    name = pool_copy(run->pool, name, bare_length(name));
    return folder ? pool_print(run->pool, "%s/%s", folder, name)
                  : path_beside(run->pool, roadmap, name);
}

const char *folder_typed(const struct run *run)
{
    bool typed = run->settings.origins[SETTING_OUTPUT] == ORIGIN_COMMAND_LINE;

    return typed ? run->settings.output : NULL;
}

const char *folder_elsewhere(const struct run *run)
{
    const char *roadmap = run->options.roadmap;
    const char *path = pool_print(run->pool, "%s%s", output_stem(run), tracker_exporter.suffix);

    if (run->memory || strcmp(roadmap, "-") == 0)
        return NULL;
    return tracker_elsewhere(run->pool, roadmap, path, run->plan->id, run->plan->title.text);
}

void print_out(const struct text *text)
{
    if (fwrite(text_string(text), 1, text->length, stdout) != text->length || fflush(stdout) != 0)
        report_failure(STATUS_SYSTEM, NOWHERE, "standard output: %s", strerror(errno));
    clearerr(stdout); /* it has been said */
}
