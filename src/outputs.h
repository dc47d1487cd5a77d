/* outputs: the files of one edition, all of them put in place or none. */
#ifndef ROADBOOK_OUTPUTS_H
#define ROADBOOK_OUTPUTS_H

#include "base/file.h"
#include "export.h"

/* One file on its way. */
struct output {
    const struct exporter *exporter;
    const char *path;
    struct staged staged;
    enum render_result result;
    /* where the old file was kept, or NULL */
    const char *backup;
};

/* true where ONLY ("pdf,ics"; NULL: all there are) has a word, and every word is an exporter's
 * name; false after a report at PLACE, where ONLY was set (no source: the command line). */
bool outputs_known(const char *only, struct place place);

/* Renders the files of EDITION that are in ONLY, as STEM and each exporter's suffix, and, once all
 * are staged and nothing is wrong (nor, STRICT, doubtful), puts them in place. *OUTPUTS, in POOL,
 * are *COUNT of them. false after a report: then the old files stand. */
bool outputs_make(struct pool *pool, struct edition *edition, const char *stem, const char *only,
                  bool strict, struct output **outputs, size_t *count);

#endif
