/* week_record: makes, keeps and recalls what the pages of weeks say. */
#include "pdf/parts/week_record.h"

#include <math.h>

#include "pdf/parts/months.h"
#include "schedule/lived/lived.h"

/* Parts of the road's length that are told apart: no bar is drawn finer, and the number is the same
 * when it was written down as a decimal and read again. */
#define STEPS_OF_ROAD 1e6

/* How far along the roadmap's own time PLAN_TIME lies, 0-1. Of plan time, not of hours or weeks:
 * how many of these there will be changes with the pace. */
static double way(const struct book *book, double plan_time)
{
    double length = book->plan->length_days;
    double share = length > 0 ? plan_time / length : 0;

    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return round(share * STEPS_OF_ROAD) / STEPS_OF_ROAD;
}

void week_records_open(const struct schedule *schedule, struct page_record *records)
{
    for (size_t i = 0; i < schedule->week_count; i++) {
        const struct week *week = &schedule->weeks[i];
        records[i] = week->lived && week->page && week->page->page > 0 ? *week->page
                                                                       : (struct page_record){0};
    }
}

static struct page_line line_of(const struct agenda_line *line, bool coming)
{
    return (struct page_line){
        .coming = coming,
        .title = line->title,
        .note = line->note,
        .target = line->target,
        .date = line->date,
        .due = line->due,
        .count = line->count,
        .ticked = line->ticked,
    };
}

/* What is due this week stands first on the table. */
static void make(struct book *book, const struct week *week, struct page_record *record)
{
    struct agenda table = {.pool = book->record_pool, .schedule = book->schedule};
    struct agenda coming = table;

    agenda_due(&table, week->first, week->last, false);
    agenda_table(&table, week->first, week->last, week->first_session, week->session_count);
    agenda_coming(&coming, week->last, COMING_ROWS);
    struct page_line *lines =
        pool_alloc(book->record_pool, (table.count + coming.count + 1) * sizeof *lines);
    *record = (struct page_record){.title = book->plan->title.text,
                                   .way_from = way(book, week->from),
                                   .way_to = way(book, week->to),
                                   .before = studied_before(book->schedule, week),
                                   .lines = lines};
    for (size_t i = 0; i < table.count; i++)
        lines[record->line_count++] = line_of(&table.lines[i], false);
    for (size_t i = 0; i < coming.count; i++)
        lines[record->line_count++] = line_of(&coming.lines[i], true);
}

static struct page_record *record_of(struct book *book, const struct week *week)
{
    struct page_record *record = &book->records[week - book->schedule->weeks];

    if (!record->title)
        make(book, week, record);
    return record;
}

const struct page_record *week_record(struct book *book, const struct week *week)
{
    struct page_record *record = record_of(book, week);

    if (record->before < 0)
        record->before = studied_before(book->schedule, week);
    return record;
}

void week_stands_on(struct book *book, const struct week *week, int page)
{
    record_of(book, week)->page = page + book->skipped + 1;
}

/* The item of that id, for the names of fields; NULL: it is none, or gone. */
static const struct item *item_of(struct book *book, const char *id)
{
    if (!id || !canvas_is_fillable(book->canvas))
        return NULL;
    if (!book->items_by_id) {
        struct item_index *index = pool_alloc(book->pool, sizeof *index);
        *index = item_index_new(book->pool, book->plan);
        book->items_by_id = index;
    }
    return item_of_id(book->items_by_id, id);
}

struct agenda week_agenda(struct book *book, const struct page_record *record, bool coming)
{
    struct agenda agenda = {.pool = book->pool, .schedule = book->schedule};

    for (size_t i = 0; i < record->line_count; i++) {
        const struct page_line *line = &record->lines[i];
        if (line->coming == coming)
            agenda_add(&agenda, (struct agenda_line){.item = item_of(book, line->target),
                                                     .title = line->title,
                                                     .note = line->note,
                                                     .target = line->target,
                                                     .date = line->date,
                                                     .due = line->due,
                                                     .count = line->count,
                                                     .ticked = line->ticked});
    }
    return agenda;
}
