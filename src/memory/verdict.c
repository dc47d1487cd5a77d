/* verdict: the words, and how they are known again. */
#include "memory/verdict.h"

#include <string.h>

const char *const verdict_words[VERDICTS] = {
    [VERDICT_NONE] = "",
    [VERDICT_TONIGHT] = "tonight",
    [VERDICT_COUNTS] = "yes",
    [VERDICT_BARE] = "yes, as Other",
    [VERDICT_UNKNOWN] = "yes, as Other: unknown category",
    [VERDICT_TO_COME] = "not yet: a day to come",
    [VERDICT_UNREAD] = "no: not a number",
    [VERDICT_FEW] = "no: under 0.25 h",
    [VERDICT_MANY] = "no: over 24 h",
    [VERDICT_UNDATED] = "no: no date",
    [VERDICT_MISDATED] = "no: not a date",
    [VERDICT_FAR] = "no: over a year ahead",
};

bool verdict_counts(enum verdict verdict)
{
    return verdict == VERDICT_COUNTS || verdict == VERDICT_BARE || verdict == VERDICT_UNKNOWN;
}

bool verdict_is_astray(enum verdict verdict)
{
    return verdict >= VERDICT_UNREAD;
}

bool verdict_is_ours(const struct kept_cell *cell)
{
    /* programs write names, blanks and separators anew, never the words that a formula gives */
    if (cell->formula)
        return strstr(cell->formula, verdict_words[VERDICT_MISDATED]) &&
               strstr(cell->formula, verdict_words[VERDICT_UNKNOWN]);
    if (cell->kind == CELL_EMPTY)
        return true;
    for (int i = 0; cell->kind == CELL_TEXT && i < VERDICTS; i++)
        if (strcmp(cell->text, verdict_words[i]) == 0)
            return true;
    return false;
}
