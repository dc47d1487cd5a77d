/* done: formulas that ask whether rows are done. */
#include "xlsx/cells/done.h"

#include "xlsx/cells/lists.h"

/* One question for each word that means done, added up: BEFORE, the word's cell, and ")". Word by
 * word, as Gnumeric counts no list at once. */
static void ask_each_word(struct tracker *tracker, enum column_kind kind, const char *before,
                          struct text *sum)
{
    int words = kind != COLUMN_STATUS ? TICK_WORDS : DONE_WORDS;

    for (int i = 0; i < words; i++)
        text_print(sum, "%s%s%s!%s)", i > 0 ? "+" : "", before, LISTS_TAB,
                   cell_reference(tracker, FIRST_ROW + (lxw_row_t)i, DONE_COLUMN));
}

const char *done_test(struct tracker *tracker, enum column_kind kind, const char *cell)
{
    if (kind != COLUMN_STATUS)
        return pool_print(tracker->pool,
                          "OR(SUMPRODUCT((%s=%s)*1)>0,AND(ISNUMBER(%s),%s>=1),%s=TRUE,%s=\"true\")",
                          LIST_OF_TICK_WORDS, cell, cell, cell, cell, cell);
    return pool_print(tracker->pool, "SUMPRODUCT((%s=%s)*1)>0", LIST_OF_DONE_WORDS, cell);
}

const char *done_count(struct tracker *tracker, enum column_kind kind, const char *cells,
                       const char *titles)
{
    struct text sum = TEXT_INIT;

    ask_each_word(tracker, kind, pool_print(tracker->pool, "COUNTIFS(%s,\"<>\",%s,", titles, cells),
                  &sum);
    if (kind != COLUMN_STATUS) /* to some programs TRUE is 1 */
        text_print(&sum,
                   "+SUMPRODUCT((((%s>=1)*(%s<1000000)+(%s=TRUE)+(%s=\"true\"))>0)*(%s<>\"\"))",
                   cells, cells, cells, cells, titles);
    const char *count = pool_copy(tracker->pool, text_string(&sum), sum.length);
    text_free(&sum);
    return count;
}

const char *done_cells(struct tracker *tracker, enum column_kind kind, const char *cells)
{
    struct text sum = TEXT_INIT;

    /* no COUNTIF: in its criteria ? and * of the learner's would stand for others */
    ask_each_word(tracker, kind, pool_print(tracker->pool, "(%s=", cells), &sum);
    if (kind != COLUMN_STATUS) /* to some programs TRUE is 1, to others it is not */
        text_print(&sum, "+ISNUMBER(%s)*(%s>=1)+(%s=TRUE)+(%s=\"true\")", cells, cells, cells,
                   cells);
    const char *test = pool_print(tracker->pool, "((%s)>0)", text_string(&sum));
    text_free(&sum);
    return test;
}
