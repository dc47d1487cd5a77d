/* lock: a file that is about to be replaced is held meanwhile, so that who would replace it too
 * waits, and works with what stands there then. */
#ifndef ROADBOOK_BASE_LOCK_H
#define ROADBOOK_BASE_LOCK_H

#define LOCK_NONE (-1)

/* Waits until nobody else holds the file at PATH, then holds it; what stands there is what is held,
 * however often it was replaced meanwhile. LOCK_NONE where there is no such file, or it cannot be
 * held: staged_commit() is what is left then. The program's end lets go of it, too. */
int lock_hold(const char *path);

/* Lets go of what lock_hold() gave. */
void lock_release(int lock);

#endif
