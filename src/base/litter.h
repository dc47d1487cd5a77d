/* litter: the names that files on their way have for a while, none of which stays for good: a
 * signal takes them away, and what a harder death leaves is cleared by the next build. */
#ifndef ROADBOOK_BASE_LITTER_H
#define ROADBOOK_BASE_LITTER_H

#include <stdbool.h>

#include "base/pool.h"

/* A new name in the folder that PATH's last name stands in, as long whatever PATH's is; in POOL.
 * From now on INT, TERM and HUP remove what has it before they end the program (where they would
 * have ended it: what is ignored stays ignored). Of more than a handful at a time the rest is left
 * to litter_clear(). */
char *litter_name(struct pool *pool, const char *path);

/* The name is no longer of a file on its way: signals leave it alone. */
void litter_forget(const char *name);

/* Holds the file for as long as DESCRIPTOR is open: litter_clear() leaves it alone. false where it
 * was cleared before it could be held. */
bool litter_hold(int descriptor);

/* Removes the user's files with such names from the folder that PATH's last name stands in, but for
 * those that somebody holds. Where files cannot be held, those of the last day are left, too. */
void litter_clear(const char *path);

#endif
