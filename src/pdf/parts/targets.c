/* targets: writes the names of places in the file. */
#include "pdf/parts/targets.h"

const char *phase_target(struct pool *pool, const char *kind, int phase)
{
    return phase < 0 ? kind : pool_print(pool, "%s-%d", kind, phase + 1);
}

const char *month_target(struct pool *pool, const char *kind, struct month month)
{
    return pool_print(pool, "%s-%04d-%02d", kind, month.year, month.month);
}

const char *week_target(struct pool *pool, const char *kind, const struct week *week)
{
    return pool_print(pool, "%s-%d", kind, week->number);
}
