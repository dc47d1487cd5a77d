/* printed: the book that was printed, which --since names, as a build goes by it. */
#ifndef ROADBOOK_PRINTED_H
#define ROADBOOK_PRINTED_H

#include "run.h"

/* Sets REPRINT's book to the one that was named, where one was. false after a report: it is no book
 * to go by, or there would be no pages to put into it. */
bool printed_open(const struct run *run, struct reprint *reprint);

#endif
