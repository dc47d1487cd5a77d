/* moved_sheets: where the columns of the old tracker's tables stand in the new one, for formulas of
 * the learner's that refer to them. */
#ifndef ROADBOOK_XLSX_CELLS_MOVED_SHEETS_H
#define ROADBOOK_XLSX_CELLS_MOVED_SHEETS_H

#include "xlsx/cells/table.h"

/* Notes where the columns of LAID are on the sheet ABOUT, which has a table; NULL: nowhere. Of
 * several tables on one sheet the first counts. To be done before a sheet is filled. */
void moved_sheet_add(struct tracker *tracker, const struct kept_table *laid,
                     const struct sheet *about);

/* FORMULA of the learner's as it reads on the sheet that is called TAB now, DOWN rows from where it
 * stood. In the tracker's pool; NULL: what it refers to is nowhere (formula_mapped()). */
const char *formula_moved(const struct tracker *tracker, const char *tab, const char *formula,
                          int64_t down);

#endif
