/* outputs: the files of one edition, each of them put in place whole, or left as it was. */
#ifndef ROADBOOK_OUTPUTS_H
#define ROADBOOK_OUTPUTS_H

#include "base/staged.h"
#include "export.h"

/* Which files, where, and of what. */
struct order {
    /* folder and name, without a suffix */
    const char *stem;
    /* "pdf,ics"; NULL: all there are */
    const char *only;
    /* one more file, after those; NULL: none */
    const struct exporter *extra;
    /* nothing is written where something is doubtful */
    bool strict;
    /* the files that the edition was made of ("-": standard input): none is ever replaced */
    const char **inputs;
    size_t input_count;
};

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

/* true where ORDER asks for the file that EXPORTER makes. */
bool outputs_ask_for(const struct order *order, const struct exporter *exporter);

/* Makes the files of EDITION that are asked for, as the stem and each exporter's suffix: renders
 * and stages all, then puts one after the other in place. One that can't be made or put there is
 * reported and stays as it was; the others are made all the same. *OUTPUTS, in POOL, are the *COUNT
 * that now say what EDITION says. false after a report: something is missing; or there was a
 * warning, which ORDER is strict about, or an error before: then nothing was written at all. */
bool outputs_make(struct pool *pool, struct edition *edition, const struct order *order,
                  struct output **outputs, size_t *count);

#endif
