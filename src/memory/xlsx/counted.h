/* counted: elements that say how many children they have, held to it while a part is parsed. */
#ifndef ROADBOOK_MEMORY_XLSX_COUNTED_H
#define ROADBOOK_MEMORY_XLSX_COUNTED_H

#include <stdbool.h>

#define COUNTED_DEPTH_MOST 64
#define COUNTED_LACKS      "lacks something that it counts"

/* All zeros: no element is open. */
struct counted {
    struct {
        long children, claimed;
    } open[COUNTED_DEPTH_MOST];
    int depth;
};

/* An element with ATTRIBUTES (name, value, ..., NULL) starts. false: it is nested too deep. */
bool counted_starts(struct counted *counted, const char **attributes);

/* The last one that started ends. false: it has not as many children as it says. */
bool counted_ends(struct counted *counted);

#endif
