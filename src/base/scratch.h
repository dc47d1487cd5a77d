/* scratch: a private folder beside an output, for what must be written by name before it is whole.
 */
#ifndef ROADBOOK_BASE_SCRATCH_H
#define ROADBOOK_BASE_SCRATCH_H

#include <stdbool.h>

/* Nobody else (mode 0700) can swap a file in it, and it is held by a lock, so that others see that
 * it is in use. It holds files, no folders. */
struct scratch {
    /* NULL: there is none */
    char *path;
    int lock;
};

/* Makes one in the folder that PATH's last name stands in, after it cleared away those there that
 * builds left which were killed: ours, their process gone or a day old, and held by nobody. false
 * with errno set. */
bool scratch_make(struct scratch *scratch, const char *path);

/* Removes it with all that is in it; frees the string. errno is kept. A zeroed one is allowed. */
void scratch_remove(struct scratch *scratch);

#endif
