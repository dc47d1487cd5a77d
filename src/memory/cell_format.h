/* cell_format: what a number format makes of a number (ISO/IEC 29500-1, 18.8.31). */
#ifndef ROADBOOK_MEMORY_CELL_FORMAT_H
#define ROADBOOK_MEMORY_CELL_FORMAT_H

#include <stdbool.h>

/* Whether a cell with the format CODE ("[h]:mm", "0.00;-0.00") shows NUMBER as a length of time or
 * a time of day, or as a date. */
bool format_shows_time(const char *code, double number);
bool format_shows_date(const char *code, double number);

#endif
