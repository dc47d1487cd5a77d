/* strays: what the learner wrote in the old tracker that has no place in the new one. It is kept
 * for the sheet "From your old file". */
#ifndef ROADBOOK_XLSX_CELLS_STRAYS_H
#define ROADBOOK_XLSX_CELLS_STRAYS_H

#include "xlsx/cells/carried.h"

/* Keeps each cell of ROW of KEPT, or those in columns of the learner's own only, for the sheet of
 * what found no place; NAME is the row's title. */
void stray_row(struct tracker *tracker, const struct kept_table *kept, const struct kept_row *row,
               const char *name, bool own_only);

/* As that, the one cell in COLUMN of KEPT, which holds something. */
void stray_cell(struct tracker *tracker, const struct kept_table *kept, const struct kept_row *row,
                const char *name, size_t column);

/* As that, those in ROW's hidden columns, where no id says that roadbook wrote them. */
void stray_hidden(struct tracker *tracker, const struct kept_table *kept,
                  const struct kept_row *row);

/* As that, the headers of KEPT's columns of the learner's own in which nothing else stands. */
void stray_headers(struct tracker *tracker, const struct kept_table *kept);

/* true for a row of the learner's own: no id is its key, and something can be seen in it. */
bool is_own_row(const struct kept_table *kept, const struct kept_row *row);

/* Finds a place for each row of a table of items, and makes strays of those that have none but in
 * which something was written. */
void carry_items(struct tracker *tracker, struct carried *carried);

#endif
