/* carry: what the book that a new one replaces has in it that roadbook did not write, and how
 * that goes on: into the new book, or with the old one as NAME.bak. */
#ifndef ROADBOOK_PDF_CARRY_H
#define ROADBOOK_PDF_CARRY_H

#include "base/pool.h"
#include "export.h"
#include "memory/book/old_book.h"
#include "pdf/canvas/canvas.h"

/* The old book while the new one is made. */
struct carry {
    struct pool *pool;
    const struct edition *edition;
    /* its bytes; none: nothing stands there */
    struct text bytes;
    /* NULL: it is as roadbook wrote it, with nothing filled in */
    const struct old_book *old;
    /* as many as OLD has fields */
    struct filling *fillings;
};

/* Reads what stands at the edition's path. false, reported: it is not to be replaced. In POOL, but
 * for what carry_close() frees. */
bool carry_open(struct carry *carry, const struct edition *edition, struct pool *pool);

/* Has CANVAS fill in its fields as they were; nothing where it has none. */
void carry_fill(struct carry *carry, struct canvas *canvas);

/* What is to be done with OUT, the LENGTH bytes of the new book, while its canvas lasts: the old
 * one says the same, or holds what is kept beside it, which is said in words; RENDER_FAILED,
 * reported: what was carried is not in OUT. */
enum render_result carry_judge(const struct carry *carry, const char *out, size_t length);

void carry_close(struct carry *carry);

#endif
