/* worded: cells with words where a date or a number counts: they are red, and the build names them.
 */
#ifndef ROADBOOK_XLSX_WORDED_H
#define ROADBOOK_XLSX_WORDED_H

#include "xlsx/cells/table.h"

/* Notes the cell in column AT of ABOUT's table, as it was settled, where it is one. Ticks are none.
 */
void note_worded(struct tracker *tracker, const lxw_worksheet *sheet, const struct sheet *about,
                 lxw_row_t row, lxw_col_t at, const struct kept_cell *settled);

/* Reports those that were noted. */
void say_worded(const struct tracker *tracker);

#endif
