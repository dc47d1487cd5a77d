/* tracker: the whole tracker as bytes. */
#ifndef ROADBOOK_XLSX_TRACKER_H
#define ROADBOOK_XLSX_TRACKER_H

#include "export.h"
#include "xlsx/sheets/figures.h"

/* The tracker's bytes into OUT, sealed. LOGBOOK is what the learner did so far, as carried over;
 * NULL for nothing. Uses a temporary file beside edition->path, gone afterwards. false: reported.
 */
bool tracker_make(const struct edition *edition, const struct logbook *logbook, struct text *out);

#endif
