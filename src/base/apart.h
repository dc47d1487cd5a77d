/* apart: work on what may be hostile, done in a process of its own: whatever it meets there, this
 * one neither crashes nor hangs, and its memory does not grow. */
#ifndef ROADBOOK_BASE_APART_H
#define ROADBOOK_BASE_APART_H

#include <stddef.h>

#include "base/text.h"

/* AddressSanitizer takes terabytes of addresses: under it memory is not limited. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define APART_LIMITS_MEMORY 0
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define APART_LIMITS_MEMORY 0
#endif
#ifndef APART_LIMITS_MEMORY
#define APART_LIMITS_MEMORY 1
#endif

struct apart_limits {
    /* of processor time; as many times more as $ROADBOOK_SLOWNESS says, for the tests under
     * valgrind
     */
    int milliseconds;
    /* of memory, beyond what this process has */
    size_t bytes;
};

enum apart_end {
    APART_DONE,
    APART_TOO_MUCH, /* time or memory did not suffice */
    APART_FAILED    /* it crashed, or there is no process to be had */
};

/* Calls WORK with DATA and a text to fill in a child process, which sees all that this one has in
 * memory and can change nothing of it. RESULT gets what it filled in; where it is not done,
 * nothing.
 */
enum apart_end apart_work(struct apart_limits limits, void (*work)(void *data, struct text *out),
                          void *data, struct text *result);

#endif
