/* iso_date: days and times that a file spells out (ISO 8601) instead of counting days. */
#ifndef ROADBOOK_MEMORY_XLSX_ISO_DATE_H
#define ROADBOOK_MEMORY_XLSX_ISO_DATE_H

#include <stdbool.h>

/* The number that a spreadsheet has for TEXT, counted from the end of 1899: "2026-01-05",
 * "2026-01-05T18:30:00.000Z", "18:30:00". A zone behind the time is no part of what the cell shows,
 * and left out. false for all else, and for what lies before 1900; *SERIAL is untouched. */
bool iso_date_serial(const char *text, double *serial);

#endif
