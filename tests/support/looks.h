/* looks: a look by its name, for tests that care for no place. */
#ifndef ROADBOOK_TESTS_LOOKS_H
#define ROADBOOK_TESTS_LOOKS_H

#include "pdf/look/look.h"

static inline const struct look *look_load(struct pool *pool, const char *name, const char *paper)
{
    return look_load_at(pool, name, NOWHERE, paper, NOWHERE);
}

#endif
