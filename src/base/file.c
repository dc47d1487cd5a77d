/* file: reading whole files, and what stands at a path. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/pool.h"

#define READ_SIZE ((size_t)64 * 1024)

/* Closes without touching errno, which tells of the failure before. */
static void close_quietly(int descriptor)
{
    int error = errno;

    close(descriptor);
    errno = error;
}

static bool read_all(int descriptor, size_t limit, struct text *out)
{
    char *chunk = must_alloc(READ_SIZE);
    size_t total = 0;
    bool done = false, good = true;

    while (good && !done) {
        ssize_t got = read(descriptor, chunk, READ_SIZE);
        if (got > 0) {
            total += (size_t)got;
            if (limit > 0 && total > limit) {
                errno = EFBIG;
                good = false;
            } else {
                text_add_bytes(out, chunk, (size_t)got);
            }
        } else if (got == 0) {
            done = true;
        } else if (errno != EINTR) {
            good = false;
        }
    }
    free(chunk);
    return good;
}

bool file_read(const char *path, size_t limit, struct text *out)
{
    bool standard_input = strcmp(path, "-") == 0;
    int descriptor = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);

    if (descriptor < 0)
        return false;
    size_t before = out->length;
    text_add_bytes(out, "", 0); /* an empty file gives "", too */
    bool good = read_all(descriptor, limit, out);
    if (!good) {
        out->length = before;
        out->bytes[before] = '\0';
    }
    if (!standard_input)
        close_quietly(descriptor);
    return good;
}

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

bool file_replaceable(const char *path)
{
    struct stat status;

    return stat(path, &status) != 0 || S_ISREG(status.st_mode);
}

static bool is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool folder_make(const char *path)
{
    if (mkdir(path, 0777) == 0)
        return true;
    if (errno == EEXIST) {
        if (is_folder(path))
            return true;
        errno = ENOTDIR;
        return false;
    }
    if (errno != ENOENT || *path == '\0')
        return false;

    /* A folder above is missing: make that first. Slashes at the end belong to no name. */
    char *above = must_copy(path);
    size_t length = strlen(above);
    while (length > 0 && above[length - 1] == '/')
        length--;
    while (length > 0 && above[length - 1] != '/')
        length--;
    above[length] = '\0';
    bool made = length > 0 && folder_make(above);
    free(above);
    return made && (mkdir(path, 0777) == 0 || (errno == EEXIST && is_folder(path)));
}

/* As path_beside(); the caller frees it. */
static char *beside(const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    struct text joined = TEXT_INIT;

    if (slash && *name != '/')
        text_add_bytes(&joined, path, (size_t)(slash - path) + 1);
    text_add(&joined, name);
    return joined.bytes;
}

const char *path_beside(struct pool *pool, const char *path, const char *name)
{
    char *joined = beside(path, name);
    const char *copy = pool_copy(pool, joined, strlen(joined));

    free(joined);
    return copy;
}
