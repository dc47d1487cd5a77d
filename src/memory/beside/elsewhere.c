/* elsewhere: folders beside a roadmap are looked into for a file of the tracker's name, and the one
 * that is there is read. */
#include "memory/beside/elsewhere.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "base/report.h"
#include "memory/memory.h"

#define MOST_ENTRIES 10000 /* of the roadmap's folder that are looked at */
#define MOST_READ    3

/* A tracker by its name; the folder that it stands in, and when it was written. */
struct candidate {
    const char *folder, *path;
    struct timespec written;
};

/* The newest, the newest first. */
struct candidates {
    struct candidate list[MOST_READ];
    size_t count;
};

static bool is_newer(const struct candidate *one, const struct candidate *other)
{
    if (one->written.tv_sec != other->written.tv_sec)
        return one->written.tv_sec > other->written.tv_sec;
    if (one->written.tv_nsec != other->written.tv_nsec)
        return one->written.tv_nsec > other->written.tv_nsec;
    return strcmp(one->folder, other->folder) < 0;
}

static void insert(struct candidates *candidates, const struct candidate *candidate)
{
    size_t at = candidates->count;

    if (at == MOST_READ && !is_newer(candidate, &candidates->list[at - 1]))
        return;
    if (at < MOST_READ)
        candidates->count++;
    else
        at--;
    for (; at > 0 && is_newer(candidate, &candidates->list[at - 1]); at--)
        candidates->list[at] = candidates->list[at - 1];
    candidates->list[at] = *candidate;
}

static bool is_folder(const char *path)
{
    struct stat status;

    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* FOLDER's file called NAME; false where there is none. */
static bool find_file(struct pool *pool, const char *folder, const char *name,
                      struct candidate *candidate)
{
    struct stat status;

    *candidate =
        (struct candidate){.folder = folder, .path = pool_print(pool, "%s/%s", folder, name)};
    if (lstat(candidate->path, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    candidate->written = status.st_mtim;
    return true;
}

/* The folders beside ROADMAP that have a file called NAME, and its own. */
static struct candidates find_candidates(struct pool *pool, const char *roadmap, const char *name)
{
    const char *slash = strrchr(roadmap, '/');
    const char *own = !slash             ? "."
                      : slash == roadmap ? "/"
                                         : pool_copy(pool, roadmap, (size_t)(slash - roadmap));
    const char *before = slash ? pool_copy(pool, roadmap, (size_t)(slash - roadmap) + 1) : "";
    struct candidates candidates = {.count = 0};
    struct candidate candidate;
    DIR *entries = opendir(own);
    size_t looked = 0;

    if (find_file(pool, own, name, &candidate))
        insert(&candidates, &candidate);
    for (struct dirent *entry; entries && looked < MOST_ENTRIES && (entry = readdir(entries));
         looked++) {
        if (entry->d_name[0] == '.')
            continue;
        const char *folder = pool_print(pool, "%s%s", before, entry->d_name);
        if (find_file(pool, folder, name, &candidate) && is_folder(folder))
            insert(&candidates, &candidate);
    }
    if (entries)
        closedir(entries);
    return candidates;
}

/* true where a tracker of the plan stands at PATH. */
static bool holds_plan(const char *path, const char *plan_id, const char *title)
{
    struct pool *pool = pool_new();
    struct text why = TEXT_INIT;
    const struct memory *memory;

    report_mute(true);
    bool same = memory_read(pool, path, &memory, &why) == MEMORY_READ && *memory->plan_id &&
                (strcmp(memory->plan_id, plan_id) == 0 || strcmp(memory->title, title) == 0);
    report_mute(false);
    text_free(&why);
    pool_free(pool);
    return same;
}

const char *tracker_elsewhere(struct pool *pool, const char *roadmap, const char *path,
                              const char *plan_id, const char *title)
{
    const char *slash = strrchr(path, '/');
    struct candidates candidates = find_candidates(pool, roadmap, slash ? slash + 1 : path);
    struct stat here;

    if (lstat(path, &here) == 0)
        return NULL;
    for (size_t i = 0; i < candidates.count; i++)
        if (holds_plan(candidates.list[i].path, plan_id, title))
            return candidates.list[i].folder;
    return NULL;
}
