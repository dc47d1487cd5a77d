/* lock: flock() on the file itself, so that nothing has to stand beside it. */
#include "base/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* true where the file that is held still is the one at PATH. */
static bool is_at(const char *path, int descriptor)
{
    struct stat held, there;

    return fstat(descriptor, &held) == 0 && stat(path, &there) == 0 &&
           held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

/* Some file systems lock only what is open for writing. */
static int open_file(const char *path)
{
    int flags = O_CLOEXEC | O_NONBLOCK | O_NOCTTY, descriptor = open(path, O_RDWR | flags);

    return descriptor >= 0 ? descriptor : open(path, O_RDONLY | flags);
}

static bool take(int descriptor)
{
    int result;

    do
        result = flock(descriptor, LOCK_EX);
    while (result != 0 && errno == EINTR);
    return result == 0;
}

int lock_hold(const char *path)
{
    for (;;) {
        struct stat about;
        if (stat(path, &about) != 0 || !S_ISREG(about.st_mode))
            return LOCK_NONE;
        int descriptor = open_file(path);
        if (descriptor < 0)
            return LOCK_NONE;
        bool held = take(descriptor);
        if (held && is_at(path, descriptor))
            return descriptor;
        close(descriptor);
        if (!held)
            return LOCK_NONE;
    }
}

void lock_release(int lock)
{
    if (lock != LOCK_NONE)
        close(lock);
}
