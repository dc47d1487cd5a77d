/* recall: what the files of an earlier build, where this one's will stand, tell this run. */
#ifndef ROADBOOK_RECALL_H
#define ROADBOOK_RECALL_H

#include "run.h"

/* Reads the tracker of the last build, or, where there is none, what its feed tells, and the
 * trackers that were named beside; and sets what was remembered, unless it is to be forgotten. What
 * cannot be read is left out, and said; false: a tracker that was named cannot be. */
bool recall_last_build(struct run *run);

/* Reads the roadmap and gives it the ids it had. Where the files are another plan's, they are left
 * out, and so is what they set. false: there is nothing to plan, which was reported. */
bool recall_identity(struct run *run);

/* Lets the past stand in the plan that is about to be dated, and tells what was done of it. */
void recall_lived(struct run *run);

#endif
