/* export: the one table of exporters. */
#include "export.h"

static const struct exporter *const table[] = {
#define EXPORTER(name) &name##_exporter,
    EXPORTERS(EXPORTER)
#undef EXPORTER
};

const struct exporter *const *exporters(size_t *count)
{
    *count = sizeof table / sizeof table[0];
    return table;
}

void exporter_names(const char *between, struct text *out)
{
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        text_print(out, "%s%s", i == 0 ? "" : between, table[i]->name);
}
