/* own_folder: a folder of a test's own, and small files in it. */
#ifndef ROADBOOK_TESTS_OWN_FOLDER_H
#define ROADBOOK_TESTS_OWN_FOLDER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static char folder[4096];
static char joined[8192];

/* Its path, until the next is asked for. */
static inline const char *in_folder(const char *name)
{
    snprintf(joined, sizeof joined, "%s/%s", folder, name);
    return joined;
}

/* Setup and teardown of the test. */
static inline int make_folder(void **state)
{
    (void)state;
    const char *temporary = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/roadbook-file-XXXXXX", temporary ? temporary : "/tmp");
    umask(022);
    return mkdtemp(folder) ? 0 : -1;
}

static inline int remove_folder(void **state)
{
    (void)state;
    char command[sizeof folder + 16];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static inline void put(const char *name, const char *words)
{
    FILE *file = fopen(in_folder(name), "w");

    assert_non_null(file);
    fputs(words, file);
    assert_int_equal(fclose(file), 0);
}

#endif
