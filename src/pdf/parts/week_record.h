/* week_record: what a week's page says beside its sessions. A page is drawn from its record alone,
 * and the next edition draws it from the same record once the week is lived: so it stays as it was,
 * whatever became of the plan. */
#ifndef ROADBOOK_PDF_PARTS_WEEK_RECORD_H
#define ROADBOOK_PDF_PARTS_WEEK_RECORD_H

#include "pdf/parts/agenda.h"
#include "pdf/parts/book.h"

/* Lines of what comes up: always as many, so that what lies ahead moves nothing on a page. */
#define COMING_ROWS 5

/* RECORDS, beside the schedule's weeks, as they are before a book is drawn: those of lived weeks
 * say what an earlier book said, the others nothing yet. */
void week_records_open(const struct schedule *schedule, struct page_record *records);

/* The record of WEEK: of a lived one what an earlier book printed, where that is known; else made
 * of the plan, once. */
const struct page_record *week_record(struct book *book, const struct week *week);

/* What of the record is on the table, or COMING up; its lines' items are those that the plan still
 * has. */
struct agenda week_agenda(struct book *book, const struct page_record *record, bool coming);

/* Notes in the record on which page (an index) of the book the week stands. */
void week_stands_on(struct book *book, const struct week *week, int page);

#endif
