/* agreement: the files of a plan tell of one past only while all are made of one plan. What is said
 * where a build changes when the sessions are, and leaves a file as it was. */
#ifndef ROADBOOK_AGREEMENT_H
#define ROADBOOK_AGREEMENT_H

#include "outputs.h"

/* Warns where ORDER leaves out a file that is there, and would tell of other sessions than those it
 * asks for. Nothing is said of a plan whose sessions are where the tracker remembers them. */
void agreement_foresee(struct pool *pool, const struct edition *edition, const struct order *order);

/* The same of a tracker that was asked for, and is not among the COUNT files made. */
void agreement_judge(const struct edition *edition, const struct order *order,
                     const struct output *made, size_t count);

#endif
