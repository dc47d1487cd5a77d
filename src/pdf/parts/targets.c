/* targets: writes the names of places in the file. */
#include "pdf/parts/targets.h"

const char *phase_target(struct book *book, const char *kind, int phase)
{
    return phase < 0 ? kind : pool_print(book->pool, "%s-%d", kind, phase + 1);
}

const char *month_target(struct book *book, const char *kind, struct month month)
{
    return pool_print(book->pool, "%s-%04d-%02d", kind, month.year, month.month);
}

const char *week_target(struct book *book, const struct week *week)
{
    return pool_print(book->pool, "week-%d", week->number);
}
