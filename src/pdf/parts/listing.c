/* listing: sets an agenda's lines in columns of measured height. */
#include "pdf/parts/listing.h"

#include <math.h>
#include <string.h>

#include "pdf/parts/date_text.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/targets.h"

#define COLUMNS_MOST 3
#define ROW_AIR      2.5

/* One line, measured. */
struct row {
    const struct agenda_line *line;
    /* NOTE only where it stands below the title */
    struct paragraph *title, *note;
    /* width for a title on one line; 0: it has its paragraph */
    double fitted;
    /* the note, where it stands beside the title */
    const char *beside;
    const char *date;
    double height;
};

struct set {
    struct row *rows;
    size_t count, shown;
    /* rows before ends[i] stand in column i or before */
    size_t ends[COLUMNS_MOST];
    int columns;
    /* HEIGHT: of the rows */
    double column_width, gutter, padding, label, height;
};

static const char *date_words(struct book *book, const struct listing *listing,
                              const struct agenda_line *line)
{
    if (!listing->dates || line->date == DAY_NONE)
        return NULL;
    const char *date = book_short_date(book, line->date);
    if (line->date - listing->from > 300)
        date = pool_print(book->pool, "%s %d", date, civil_of(line->date).year);
    return line->due ? date : pool_print(book->pool, "from %s", date);
}

static const char *note_words(struct book *book, const struct listing *listing,
                              const struct agenda_line *line)
{
    if (listing->dates || !line->due || line->date == DAY_NONE)
        return line->note;
    return pool_print(book->pool, "%s%sdue %s", line->note, *line->note ? " · " : "",
                      book_short_date(book, line->date));
}

static double box_room(const struct book *book, const struct listing *listing)
{
    return listing->boxes ? book->look->box_size + 6 : 0;
}

/* The title, or as many words of it as fit, all in one size. */
static const char *one_line(struct book *book, const char *title, double width)
{
    const char *words = title;

    for (size_t end = strlen(title); end > 0;) {
        if (typeset_width(book->typeset, &book->body, words) <= width)
            return words;
        end--;
        while (end > 0 && title[end] != ' ')
            end--;
        words = pool_print(book->pool, "%.*s…", (int)end, title);
    }
    return title; /* one long word: shrunk and cut where it is drawn */
}

static struct row measure_row(struct book *book, const struct listing *listing, double width,
                              const struct agenda_line *line)
{
    struct row row = {.line = line, .date = date_words(book, listing, line)};
    const char *note = note_words(book, listing, line);
    double room = width - box_room(book, listing);

    if (row.date)
        room -= typeset_width(book->typeset, &book->quiet, row.date) + 10;
    row.title = paragraph_of(book->typeset, &book->body, line->title, room);
    if (listing->single) {
        row.fitted = room;
        row.height = style_leading(&book->body) + ROW_AIR;
        return row;
    }
    size_t lines = paragraph_lines(row.title);
    if (*note) {
        double beside =
            paragraph_width(row.title) + 5 + typeset_width(book->typeset, &book->quiet, note);
        if (lines == 1 && beside <= room) {
            row.beside = note;
        } else {
            row.note = paragraph_of(book->typeset, &book->small_quiet, note, room);
        }
    }
    row.height = paragraph_height(row.title) + (row.note ? paragraph_height(row.note) : 0);
    if (listing->boxes && row.height < book->look->box_size + 3)
        row.height = book->look->box_size + 3;
    row.height += listing->boxes ? 3 : ROW_AIR;
    return row;
}

/* Fills columns up to LIMIT, one after another; gives how many rows found a place. */
static size_t fill(struct set *set, double limit)
{
    size_t at = 0;

    set->height = 0;
    for (int column = 0; column < set->columns; column++) {
        double height = 0;
        while (at < set->count && height + set->rows[at].height <= limit + 0.01)
            height += set->rows[at++].height;
        set->ends[column] = at;
        if (height > set->height)
            set->height = height;
    }
    return at;
}

static struct set measure(struct book *book, const struct listing *listing)
{
    struct set set = {.count = listing->agenda->count, .columns = listing->columns};
    double total = 0;

    set.columns = set.columns < 1 ? 1 : set.columns > COLUMNS_MOST ? COLUMNS_MOST : set.columns;
    set.padding = listing->panel ? grid_unit(book) * 2 : 0;
    set.gutter = grid_unit(book) * 4;
    set.label = listing->label ? style_leading(&book->label) + 4 : 0;
    set.column_width =
        (listing->width - 2 * set.padding - set.gutter * (set.columns - 1)) / set.columns;
    set.rows = pool_alloc(book->pool, (set.count + 1) * sizeof *set.rows);
    for (size_t i = 0; i < set.count; i++) {
        set.rows[i] = measure_row(book, listing, set.column_width, &listing->agenda->lines[i]);
        total += set.rows[i].height;
    }
    double leading = style_leading(&book->body);
    double limit = listing->room - set.label - 2 * set.padding;
    double trial = total / set.columns;
    while (trial < limit && fill(&set, trial) < set.count)
        trial += 2;
    set.shown = fill(&set, trial < limit ? trial : limit);
    if (set.shown < set.count) {
        /* Leaves a line for "and N more" below the last row. */
        set.shown = fill(&set, limit - leading);
        set.height += leading;
    }
    if (set.count == 0 && listing->none)
        set.height = paragraph_height(paragraph_of(book->typeset, &book->quiet, listing->none,
                                                   listing->width - 2 * set.padding));
    return set;
}

struct listing listing_of_week(struct book *book, const struct week *week,
                               const struct agenda *agenda)
{
    return (struct listing){.label = "On the table",
                            .agenda = agenda,
                            .boxes = true,
                            .panel = true,
                            .columns = 1,
                            .room = INFINITY,
                            .from = week->last,
                            .more = phase_target(book->pool, PHASE_TARGET, week->phase),
                            .none = "Nothing in particular: catch up, or rest."};
}

double listing_height(struct book *book, const struct listing *listing)
{
    struct set set = measure(book, listing);

    return grid_up(book, set.height + set.label + 2 * set.padding);
}

double listing_single_height(struct book *book, const struct listing *listing, int rows)
{
    double padding = listing->panel ? grid_unit(book) * 2 : 0;
    double label = listing->label ? style_leading(&book->label) + 4 : 0;

    return grid_up(book, rows * (style_leading(&book->body) + ROW_AIR) + label + 2 * padding);
}

static void draw_row(struct book *book, const struct listing *listing, const struct row *row,
                     double x, double y, double width)
{
    double leading = style_leading(&book->body);
    double text = x + box_room(book, listing);
    double shift = 0;

    canvas_open(book->canvas, ROLE_ENTRY);
    if (listing->boxes) {
        double size = book->look->box_size;
        book->field = row->line->item ? row->line->item->id : NULL;
        shift = size > leading ? (size - leading) / 2 : 0;
        book_line_box(book, x, y + shift + (leading - size) / 2, row->line->ticked,
                      row->line->count == 1 ? row->line->item : NULL);
        book->field = NULL;
    }
    double below = y + shift;
    if (row->fitted > 0)
        grid_text(book, &book->body, text, y + shift, leading, ALIGN_LEFT, row->fitted,
                  one_line(book, row->line->title, row->fitted));
    else
        below +=
            paragraph_draw(row->title, text, y + shift, ALIGN_LEFT, 0, paragraph_lines(row->title));
    if (row->beside)
        grid_text(book, &book->quiet, text + paragraph_width(row->title) + 5, y + shift, leading,
                  ALIGN_LEFT, 0, row->beside);
    if (row->note)
        paragraph_draw(row->note, text, below, ALIGN_LEFT, 0, paragraph_lines(row->note));
    if (row->date)
        grid_text(book, &book->quiet, x + width, y + shift, leading, ALIGN_RIGHT, 0, row->date);
    if (row->line->target)
        canvas_link(book->canvas, x, y, width, row->height, row->line->target);
    canvas_close(book->canvas);
}

static void draw_more(struct book *book, const struct listing *listing, const struct set *set,
                      double x, double y)
{
    const char *words = pool_print(book->pool, "and %zu more", set->count - set->shown);
    double leading = style_leading(&book->quiet);
    double width = grid_text(book, &book->quiet, x, y, leading, ALIGN_LEFT, 0, words);

    if (listing->more)
        canvas_link(book->canvas, x, y, width, leading, listing->more);
}

double listing_draw(struct book *book, const struct listing *listing, double x, double y,
                    double height)
{
    struct set set = measure(book, listing);
    double own = grid_up(book, set.height + set.label + 2 * set.padding);

    if (height < own)
        height = own;
    if (listing->panel) {
        book_panel(book, x, y, listing->width, height);
        grid_accent_label(book, x + set.padding, y + set.padding, listing->label);
    } else if (listing->label) {
        book_label(book, x, y, listing->label);
    }
    double top = y + set.padding + set.label, left = x + set.padding;
    size_t at = 0;
    canvas_open(book->canvas, ROLE_LIST);
    for (int column = 0; column < set.columns; column++) {
        double row_top = top;
        for (; at < set.ends[column]; at++) {
            draw_row(book, listing, &set.rows[at], left, row_top, set.column_width);
            row_top += set.rows[at].height;
        }
        if (set.shown < set.count && column == set.columns - 1)
            draw_more(book, listing, &set, left + box_room(book, listing), row_top);
        left += set.column_width + set.gutter;
    }
    canvas_close(book->canvas);
    if (set.count == 0 && listing->none) {
        struct paragraph *none = paragraph_of(book->typeset, &book->quiet, listing->none,
                                              listing->width - 2 * set.padding);
        paragraph_draw(none, x + set.padding, top, ALIGN_LEFT, 0, paragraph_lines(none));
    }
    return y + height;
}
