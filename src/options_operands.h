/* options_operands: what is left on the line beside the options: command, roadmap, hours. */
#ifndef ROADBOOK_OPTIONS_OPERANDS_H
#define ROADBOOK_OPTIONS_OPERANDS_H

#include "options.h"

/* Takes the COUNT words into OPTIONS, whose options were read. OPTIONS_WRONG after a message, where
 * they are too few or too many for their command, or an option is there that it has not. */
enum options_result operands_take(int count, char **operands, struct options *options);

#endif
