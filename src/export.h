/* export: the contract between a dated plan and the files made from it. */
#ifndef ROADBOOK_EXPORT_H
#define ROADBOOK_EXPORT_H

#include "base/text.h"
#include "schedule/comparison.h"

/* What one build hands to every exporter. All of it is const to them. */
struct edition {
    const struct schedule *schedule;
    const char *fingerprint; /* UUID of all that goes into the files but the clock: equal input,
                                equal fingerprint */
    day today;               /* as of; --today */
    bool today_given;        /* --today was given: nothing in the files may follow the clock */
    int64_t now; /* seconds since 1970, UTC: noon of --today where it is given, else the clock */
    const char
        *path; /* where this file will stand; it may exist: the exporter may read the old one */
    const char *template_name; /* workbook's look: "classic" */
    const char *paper;         /* "a4"; NULL: the template's own */
    /* Where those two and the weeks were set: what is wrong with them is said there, and is bad
     * input; with no source it was on the command line, and is wrong usage. */
    struct place template_place, paper_place, weeks_place;
    const struct comparison
        *comparison;     /* of paces, for a page and a sheet; NULL: none asked for */
    const char *roadmap; /* the bytes of its file; NULL: not known */
    size_t roadmap_length;
    const char *settings; /* in force, as a roadbook.yaml; NULL: not known */
    bool fillable;        /* the workbook with fields to fill in on a screen */
    bool pdfa;            /* the workbook as PDF/A-1b */
    int first_week,
        last_week; /* numbers of the only weeks that the workbook prints; 0: all of it */
    bool force;    /* replace a changed tracker, keeping NAME.xlsx.bak */
};

enum render_result {
    RENDERED,              /* OUT holds the whole new file */
    RENDERED_SAME,         /* the old file at `path` says the same already: leave its bytes alone */
    RENDERED_OVER_CHANGES, /* as RENDERED, but the old file holds somebody's changes: keep it as
                              `path`.bak */
    RENDER_FAILED          /* reported */
};

struct exporter {
    const char *name;    /* as in --only: "pdf" */
    const char *suffix;  /* ".pdf" */
    const char *summary; /* "the workbook to print and write in" */
    enum render_result (*render)(const struct edition *edition, struct text *out);
};

extern const struct exporter workbook_exporter; /* pdf/workbook.c */
extern const struct exporter feed_exporter;     /* ics/feed.c */
extern const struct exporter tracker_exporter;  /* xlsx/tracker.c */

/* The one table of them, in the order of the files made; *COUNT in all. */
const struct exporter *const *exporters(size_t *count);

#endif
