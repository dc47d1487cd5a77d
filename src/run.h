/* run: all that one run holds, from the roadmap's bytes to the dated plan; what main.c fills in
 * and commands work with. */
#ifndef ROADBOOK_RUN_H
#define ROADBOOK_RUN_H

#include "export.h"
#include "options.h"
#include "schedule/lived/progress.h"
#include "text/logged.h"

struct run {
    struct options options;
    struct settings settings;
    /* of all that lives as long as the run, but the plan */
    struct pool *pool;
    struct source roadmap;
    /* the settings file that was read; NULL: none */
    const char *settings_file;
    /* the roadmap's bytes as they are in its file */
    struct text original;
    const struct plan *plan;
    /* of the last build, with what --tracker named; NULL: none, or another plan's */
    struct memory *memory;
    /* what --tracker named of another plan than that of the tracker in its place: the roadmap tells
     * whose it is; NULL: nothing */
    struct memory *other_memory;
    /* the first of the files that --tracker named which went into these; NULL: none */
    const char *named_tracker, *other_tracker;
    /* of what stands where the tracker goes; why it was not taken, NULL: it was, or there is none
     */
    enum memory_state memory_state;
    const char *memory_why;
    /* of the feed, where there is no memory; NULL: it tells none */
    const char *feed_plan_id;
    /* the settings as they were before memory set any */
    struct settings unrecalled;
    day today;
    /* what `log` put into memory; NULL: nothing */
    const struct logged_now *logged;
    /* holds the tracker (base/lock.h) */
    int lock;
    /* of the plan, by memory and the roadmap's ticks */
    const struct progress *progress;
    const struct schedule *schedule;
    /* of the workbook, on the paper of all that is printed */
    const struct look *look;
    struct paper paper;
};

/* Folder and roadmap's name without its ending: what the files' suffixes are put to. */
const char *output_stem(const struct run *run);

/* The folder of --output, where it was typed: what is to be typed next needs it as well; NULL: it
 * was not. */
const char *folder_typed(const struct run *run);

/* Where no tracker stands in its place: the folder beside in which one of the plan does, as it is
 * to be typed; NULL: none. */
const char *folder_elsewhere(const struct run *run);

/* Writes to standard output; a full disk or a closed pipe is reported. */
void print_out(const struct text *text);

#endif
