/* typed: what somebody typed into cells that roadbook alone writes. The next build fills these
 * again, so it goes to the sheet "From your old file". */
#ifndef ROADBOOK_MEMORY_TYPED_H
#define ROADBOOK_MEMORY_TYPED_H

#include "memory/roles.h"

/* A sheet of roadbook's, and the tokens of its tables. */
struct typed_sheet {
    const struct read_sheet *sheet;
    const struct role_token *tokens;
    size_t token_count;
    /* the tokens stand in header rows; the sheet has lost its own, and is known by its words */
    bool in_headers, bare;
};

/* Adds to MEMORY's strays what was typed on the SHEETS by the imprint (imprint.h) among MEMORY's
 * tables, and every comment on them; where there is no imprint, the comments alone. What it cannot
 * tell apart, or is too much, it adds to LOST in words. In POOL. */
void typed_find(struct pool *pool, const struct read_book *book, const struct typed_sheet *sheets,
                size_t count, struct memory *memory, struct text *lost);

#endif
