/* export: the one table of exporters. */
#include <stdint.h>

#include "export.h"

static const struct exporter *const table[] = {
    &workbook_exporter,
    &feed_exporter,
    &tracker_exporter,
};

const struct exporter *const *exporters(size_t *count)
{
    *count = sizeof table / sizeof table[0];
    return table;
}
