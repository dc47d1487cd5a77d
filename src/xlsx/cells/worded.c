/* worded: the cells, and how the build names them. */
#include "xlsx/cells/worded.h"

#include <string.h>

#include "base/report.h"
#include "xlsx/cells/kept_cells.h"

#define WORDS_MOST 24 /* characters shown */

/* Bytes of TEXT's first characters. */
static size_t start_of(const char *text)
{
    size_t length = strlen(text), at = 0;
    uint32_t character;

    for (int i = 0; i < WORDS_MOST && at < length; i++)
        at += utf8_next(text + at, length - at, &character);
    return at;
}

void note_worded(struct tracker *tracker, const lxw_worksheet *sheet, const struct sheet *about,
                 lxw_row_t row, lxw_col_t at, const struct kept_cell *settled)
{
    enum column_kind kind = about->columns[at].kind;
    bool ticks = about->done > 0 && at == about->done;
    struct text words = TEXT_INIT;

    if (!wants_number(kind) || settled->kind != CELL_TEXT || settled->text[0] == '\0' ||
        (ticks && counts_as_done(kind, settled)))
        return;
    text_add(&words, ": ");
    text_add_visible(&words, settled->text, start_of(settled->text), false);
    name_cell(tracker, &tracker->worded, sheet, row, at, text_string(&words));
    text_free(&words);
}

void say_worded(const struct tracker *tracker)
{
    const struct named_cells *worded = &tracker->worded;
    bool one = worded->count == 1;

    if (worded->count > 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_NOT_COUNTED,
               "%zu cell%s of the tracker hold%s words where a date or a number counts, and %s red "
               "(%s)",
               worded->count, one ? "" : "s", one ? "s" : "", one ? "is" : "are", worded->names);
}
