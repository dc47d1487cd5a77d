/* export: the contract between a dated plan and the files made from it. */
#ifndef ROADBOOK_EXPORT_H
#define ROADBOOK_EXPORT_H

#include "base/text.h"
#include "schedule/comparison.h"

/* What one build hands to every exporter. All of it is const to them. */
struct edition {
    const struct schedule *schedule;
    /* UUID of all that goes into the files but the clock: equal input, equal fingerprint */
    const char *fingerprint;
    /* as of; --today */
    day today;
    /* --today was given: nothing in the files may follow the clock */
    bool today_given;
    /* seconds since 1970, UTC: noon of --today where it is given, else the clock */
    int64_t now;
    /* where this file will stand; it may exist: the exporter may read the old one */
    const char *path;
    /* workbook's look: "classic" */
    const char *template_name;
    /* "a4"; NULL: the template's own */
    const char *paper;
    /* Where those two and the weeks were set: what is wrong with them is said there, and is bad
     * input; with no source it was on the command line, and is wrong usage. */
    struct place template_place, paper_place, weeks_place;
    /* of paces, for a page and a sheet; NULL: none asked for */
    const struct comparison *comparison;
    /* the bytes of its file; NULL: not known */
    const char *roadmap;
    size_t roadmap_length;
    /* in force, as a roadbook.yaml; NULL: not known */
    const char *settings;
    /* the workbook with fields to fill in on a screen */
    bool fillable;
    /* the workbook as PDF/A-1b */
    bool pdfa;
    int first_week,
        /* numbers of the only weeks that the workbook prints; 0: all of it */
        last_week;
    /* replace a changed tracker, keeping NAME.xlsx.bak */
    bool force;
};

enum render_result {
    RENDERED,              /* OUT holds the whole new file */
    RENDERED_SAME,         /* the old file at `path` says the same already: leave its bytes alone */
    RENDERED_OVER_CHANGES, /* as RENDERED, but the old file holds somebody's changes: keep it as
                              `path`.bak */
    RENDER_FAILED          /* reported */
};

struct exporter {
    /* as in --only: "pdf" */
    const char *name;
    /* ".pdf" */
    const char *suffix;
    /* "the workbook to print and write in" */
    const char *summary;
    enum render_result (*render)(const struct edition *edition, struct text *out);
};

extern const struct exporter workbook_exporter; /* pdf/workbook.c */
extern const struct exporter feed_exporter;     /* ics/feed.c */
extern const struct exporter tracker_exporter;  /* xlsx/tracker.c */

/* The one table of them, in the order of the files made; *COUNT in all. */
const struct exporter *const *exporters(size_t *count);

#endif
