/* header_search: where a table stands that lost its role row: by a defined name, else by its
 * headers. */
#ifndef ROADBOOK_MEMORY_HEADER_SEARCH_H
#define ROADBOOK_MEMORY_HEADER_SEARCH_H

#include "memory/roles.h"

/* Defined names of tables' headers begin so: "Roadbook_log" is "Log!$A$4:$G$4". */
#define NAME_OF_TABLE "Roadbook_"

/* Looks on SHEET for the header row of the table of that role: where a name of BOOK says that it
 * stands, else the first row near the top that has most of its headers. Gives its columns as
 * tokens in that row; their number, 0: it is not there. In POOL. */
size_t header_search(struct pool *pool, const struct read_book *book,
                     const struct read_sheet *sheet, const char *table, struct role_token **tokens);

#endif
