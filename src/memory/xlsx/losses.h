/* losses: what of a sheet is lost where only its cells are carried over, in words. */
#ifndef ROADBOOK_MEMORY_XLSX_LOSSES_H
#define ROADBOOK_MEMORY_XLSX_LOSSES_H

#include <stdbool.h>
#include <stdint.h>

#include "memory/xlsx/archive.h"
#include "memory/xlsx/relations.h"
#include "memory/xlsx/store.h"

/* One bit a kind. */
typedef uint32_t losses;

/* What the element of that name, as xml.h gives it, stands for; 0: nothing that is lost. */
losses losses_of_element(const char *name);

/* Formulas over several cells, and tables of results. */
losses losses_of_arrays(void);
losses losses_of_data_tables(void);

/* Of a sheet that is all chart. */
losses losses_of_charts(void);

/* Adds to *FOUND what the sheet with these RELATIONS holds in parts of its own, and to *CHARTS how
 * many charts. false: WHY, added to, says what is wrong with one of them. */
bool losses_of_relations(struct store *store, struct archive *archive,
                         const struct relations *relations, losses *found, size_t *charts,
                         struct text *why);

/* "charts, merged cells"; "" for none. */
const char *losses_in_words(struct store *store, losses found);

#endif
