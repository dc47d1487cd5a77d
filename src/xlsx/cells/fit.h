/* fit: what spreadsheet programs take for a text, a link and a name, and what they hold to be the
 * same words. */
#ifndef ROADBOOK_XLSX_CELLS_FIT_H
#define ROADBOOK_XLSX_CELLS_FIT_H

#include <stdbool.h>

#include "base/pool.h"

#define CELL_UNITS 32767 /* UTF-16 units that a cell holds */

/* TEXT fit for a cell: what XML 1.0 cannot hold is replaced, _xHHHH_ is escaped (ISO/IEC 29500-1,
 * 22.9.2.19), and what is longer than a cell holds is cut, *CUT then true. In POOL. */
const char *cell_text(struct pool *pool, const char *text, bool *cut);

/* What cell_text() made fit, as a spreadsheet program has it. In POOL, or TEXT itself. */
const char *text_as_read(struct pool *pool, const char *text);

/* true where roadbook makes a link of URL: http, https or mailto, at most 2,079 bytes, no blanks
 * or quotes. */
bool link_allowed(const char *url);

/* true where NAME may name a sheet, and NAME may be a defined name, in every spreadsheet program.
 */
bool sheet_name_allowed(const char *name);
bool defined_name_allowed(const char *name);

/* true where spreadsheets hold ONE and OTHER to be the same text: case makes no difference. */
bool same_words(const char *one, const char *other);

/* TEXT as a criterion of SUMIFS that matches just itself: "=" before it, * ? ~ escaped. In POOL. */
const char *criterion(struct pool *pool, const char *text);

#endif
