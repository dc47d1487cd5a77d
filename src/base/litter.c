/* litter: one name scheme, a lock on each file that has such a name, and what signals do. */
#include "base/litter.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

#define LITTER_START ".roadbook-"
#define LITTER_END   ".tmp"
#define RANDOM_COUNT 6
#define NAMES_MOST   8
#define DAY_SECONDS  86400

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/* What signals remove; NULL: a free place. */
static char *volatile names[NAMES_MOST];

static void remove_and_die(int number)
{
    for (size_t i = 0; i < NAMES_MOST; i++)
        if (names[i])
            unlink(names[i]);
    signal(number, SIG_DFL);
    raise(number);
}

static void handle_signals(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};

    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        struct sigaction old, clean = {.sa_handler = remove_and_die};
        sigfillset(&clean.sa_mask);
        if (sigaction(numbers[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(numbers[i], &clean, NULL);
    }
}

char *litter_name(struct pool *pool, const char *path)
{
    unsigned char dice[RANDOM_COUNT];
    char name[] = LITTER_START "XXXXXX" LITTER_END;

    if (getrandom(dice, sizeof dice, 0) != (ssize_t)sizeof dice)
        memset(dice, 0, sizeof dice); /* no chance to be had: one name for all, free as a rule */
    for (size_t i = 0; i < RANDOM_COUNT; i++)
        name[strlen(LITTER_START) + i] = letters[dice[i] % (sizeof letters - 1)];

    const char *beside = path_beside(pool, path, name);
    char *made = pool_copy(pool, beside, strlen(beside));
    handle_signals();
    for (size_t i = 0; i < NAMES_MOST; i++) {
        if (names[i])
            continue;
        names[i] = made;
        break;
    }
    return made;
}

void litter_forget(const char *name)
{
    for (size_t i = 0; i < NAMES_MOST; i++)
        if (names[i] == name)
            names[i] = NULL;
}

bool litter_hold(int descriptor)
{
    struct stat status;

    /* Not every file system knows locks. The lock waits only while somebody clears. */
    while (flock(descriptor, LOCK_EX) != 0 && errno == EINTR)
        ;
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0;
}

static bool is_litter(const char *name)
{
    size_t start = strlen(LITTER_START);

    return strncmp(name, LITTER_START, start) == 0 &&
           strspn(name + start, letters) == RANDOM_COUNT &&
           strcmp(name + start + RANDOM_COUNT, LITTER_END) == 0;
}

/* true where nobody holds the file any more: its lock is to be had. */
static bool is_left(int descriptor)
{
    struct stat status;

    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != geteuid())
        return false;
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return true;
    return errno != EWOULDBLOCK && status.st_mtime < time(NULL) - DAY_SECONDS;
}

static void clear_one(int folder, const char *name)
{
    int descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    if (descriptor < 0)
        return;
    if (is_left(descriptor))
        unlinkat(folder, name, 0);
    close(descriptor);
}

void litter_clear(const char *path)
{
    struct pool *pool = pool_new();
    DIR *listing = opendir(path_beside(pool, path, "."));

    if (listing) {
        for (const struct dirent *entry; (entry = readdir(listing));)
            if (is_litter(entry->d_name))
                clear_one(dirfd(listing), entry->d_name);
        closedir(listing);
    }
    pool_free(pool);
}
