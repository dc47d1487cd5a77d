/* money: an amount that the learner typed, understood. */
#ifndef ROADBOOK_MEMORY_TYPED_MONEY_H
#define ROADBOOK_MEMORY_TYPED_MONEY_H

#include "memory/memory.h"

/* "95,50", "€95.50", "1.234,50 EUR", "1 500": a number, or a text with a currency before or behind
 * it. One mark with three digits behind it parts thousands ("1,500"), with one or two it is the
 * decimal mark; of two kinds of marks the last is. false: none of these, or less than nothing. */
bool cell_money(const struct kept_cell *cell, double *amount);

#endif
