/* report: the one function that speaks to the user, with place, severity and words; the findings
 * are kept for programs; and the exit status that follows from them. */
#ifndef ROADBOOK_BASE_REPORT_H
#define ROADBOOK_BASE_REPORT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/rule.h"

enum status { STATUS_DONE = 0, STATUS_BAD_INPUT = 1, STATUS_USAGE = 2, STATUS_SYSTEM = 3 };

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* A text that messages point into. Lines are found in BYTES when a message needs one. */
struct source {
    /* as the user gave it */
    const char *name;
    const char *bytes;
    size_t length;
};

/* line 0: the file as a whole; source NULL: no file. Columns count bytes from 1, as cmark does;
 * the message shows code points. */
struct place {
    const struct source *source;
    int line, column;
};

#define NOWHERE ((struct place){0})

struct finding {
    struct place place;
    enum severity severity;
    enum rule rule;
    /* without the rule's brackets */
    char *message;
};

/* How much reaches the terminal: -1 errors only (-q), 0 warnings and errors, 1 notes too (-v). */
void report_verbosity(int level);

/* While MUTED nothing is said, kept or counted: for trying out what may come to nothing.
 * It nests: what was muted twice is to be unmuted twice. */
void report_mute(bool muted);

/* Says "FILE:LINE:COL: warning: words [rule]" on stderr with the line and a caret below it, control
 * characters made visible, in colour where stderr is a terminal and NO_COLOR is unset; and keeps it
 * as a finding. A second message equal to an earlier one is dropped: the same place in a file, and
 * the same words or the same rule. */
void report(struct place place, enum severity severity, enum rule rule, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* As report() with SEVERITY_ERROR, and raises the exit status to at least STATUS. */
void report_failure(enum status status, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Says that memory ran out, taking none, and leaves the program with STATUS_SYSTEM. */
_Noreturn void report_out_of_memory(void);

/* From now on messages are kept off the terminal, until report_release() says those that were held
 * back, sorted by file and place. */
void report_hold(void);
void report_release(void);

/* From now on messages are kept off the terminal, and make no exit status, until report_forget()
 * drops them; gives how many there were of LEAST or worse that had not been reported before. */
void report_try(void);
size_t report_forget(enum severity least);

/* Drops the findings of RULE, those to come and those that were reported already. */
void report_silence(enum rule rule);

/* The findings so far, in order of report() (after report_release(): sorted by place); the
 * reporter's, until report_reset(). */
const struct finding *report_findings(size_t *count);

/* The exit status that fits: the worst failure's; an error without one is STATUS_BAD_INPUT; STRICT
 * makes a warning STATUS_BAD_INPUT too. */
enum status report_status(bool strict);

/* Forgets all findings (tests; `watch` between two builds). */
void report_reset(void);

#endif
