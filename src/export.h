/* export: the contract between a dated plan and the files made from it. */
#ifndef ROADBOOK_EXPORT_H
#define ROADBOOK_EXPORT_H

#include "base/text.h"
#include "memory/book/printed_book.h"
#include "memory/memory.h"
#include "schedule/comparison.h"

struct look; /* pdf/look/look.h */

/* A paper, or a tablet's screen; millimetres. */
struct paper {
    /* "a4" */
    const char *name;
    double width, height;
};

/* What was asked of the files: the settings hold it, and hand it on whole. */
struct asked {
    /* numbers of the only weeks that the workbook prints, the plan has the first; 0: all of it */
    int first_week, last_week;
    /* the workbook with fields to fill in on a screen; as PDF/A-1b: not both */
    bool fillable, pdfa;
};

/* Which pages of the workbook are to be printed again. */
struct reprint {
    /* the book that was printed; NULL: there is none to go by */
    const struct printed_book *since;
    /* The workbook fills in the rest, where all of it is made, on paper: */
    /* what makes a new one of the book that was printed, and of the one that stood in its place;
     * NULL: there was none, or it was not made */
    const struct sheet_changes *from_printed, *from_old;
    /* the pages to put into the book that was printed, as a file of their own; the caller's to free
     */
    struct text insert;
};

/* What one build hands to every exporter. All of it is const to them. */
struct edition {
    const struct schedule *schedule;
    /* UUID of what the files say: version, plan and the paces compared */
    const char *fingerprint;
    /* as of; --today */
    day today;
    /* --today was given: nothing in the files may follow the clock */
    bool today_given;
    /* seconds since 1970, UTC: noon of --today where it is given, else the clock */
    int64_t now;
    /* where this file will stand; it may exist: the exporter may read the old one */
    const char *path;
    /* of the workbook */
    const struct look *look;
    /* what the look is fitted to, and the tracker prints on */
    struct paper paper;
    struct asked asked;
    /* of paces, for a page and a sheet; NULL: none asked for */
    const struct comparison *comparison;
    /* the bytes of its file; NULL: not known */
    const char *roadmap;
    size_t roadmap_length;
    /* in force, as a roadbook.yaml; NULL: not known */
    const char *settings;
    /* What an earlier build left, and the learner wrote since; NULL: nothing. */
    const struct memory *memory;
    /* What stands where the tracker goes, and why it was not read, in words; NULL: it was, or
     * nothing is there. MEMORY_READ with a reason: it is another plan's. */
    enum memory_state memory_state;
    const char *memory_why;
    /* in force, each with where it came from, as the next build is to remember them */
    const struct remembered_setting *remembered;
    size_t remembered_count;
    /* Beside the schedule's weeks: what the book prints of them. The workbook fills it in; where it
     * was not made this time, it holds what memory has of it. */
    struct page_record *page_records;
    /* of what they hold */
    struct pool *record_pool;
    /* NULL: nobody asks */
    struct reprint *reprint;
    /* a week, which keep the end of a plan that the learner is behind; KEEP_NONE: none do; 0: the
     * learner is not, or nobody asked */
    int minutes_to_keep;
    /* Appends what this build moved to LINES ("The end: 2 July 2028, was 4 June", a line each,
     * below one that heads them), where it moved anything. Of MOVED_OF; once the workbook is made,
     * which says what to print again. NULL: nobody looked. */
    void (*moved)(const void *moved_of, struct text *lines);
    const void *moved_of;
    /* replace what cannot be read or is another plan's, keeping it as NAME.bak */
    bool force;
    /* an entry was put into memory, and that is all that is new: the old tracker needs no backup */
    bool entry;
};

enum render_result {
    RENDERED,              /* OUT holds the whole new file */
    RENDERED_SAME,         /* the old file at `path` says the same already: leave its bytes alone */
    RENDERED_OVER_CHANGES, /* as RENDERED, but the old file holds somebody's changes: keep it as
                              `path`.bak */
    RENDERED_OVER_CARRIED, /* as that, but they are all in the new file: it may stand in the place
                              of an earlier backup that the exporter gives up */
    RENDERED_NOTHING,      /* no such file is called for: what stands there stays */
    RENDER_FAILED          /* reported */
};

struct exporter {
    /* as in --only: "pdf" */
    const char *name;
    /* ".pdf" */
    const char *suffix;
    /* of the file, for --help: "a workbook to print" */
    const char *help;
    enum render_result (*render)(const struct edition *edition, struct text *out);
    /* true where the file at BACKUP, kept by an earlier build, may make way for one that
     * RENDERED_OVER_CARRIED is to keep. NULL: never. */
    bool (*may_drop)(const struct edition *edition, const char *backup);
};

/* In the order of the files made; NAME_exporter stands in the room that it is of. */
#define EXPORTERS(EXPORTER)                                                                        \
    EXPORTER(workbook)                                                                             \
    EXPORTER(feed)                                                                                 \
    EXPORTER(tracker)

#define EXPORTER(name) extern const struct exporter name##_exporter;
EXPORTERS(EXPORTER)
#undef EXPORTER

/* Of the pages in the edition's REPRINT: only beside the others, after them. */
extern const struct exporter insert_exporter;

/* All of them; *COUNT in all. */
const struct exporter *const *exporters(size_t *count);

/* Appends their names, as in "pdf, ics, xlsx" with BETWEEN ", ". */
void exporter_names(const char *between, struct text *out);

#endif
