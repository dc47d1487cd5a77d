/* rows: a table's rows into items, by what their columns hold and are called. */
#include <math.h>
#include <string.h>
#include <unictype.h>

#include "plan/prose.h"
#include "read/draft.h"
#include "words/scan.h"

#define SPAN_COLUMNS 3 /* a position or date stands in the first cells of a row */

enum column { COLUMN_TEXT, COLUMN_SPAN, COLUMN_LENGTH, COLUMN_EFFORT, COLUMN_LABEL };

/* true where a cell has no letter: a number, stars, a dash. */
static bool is_mark(const struct prose *cell)
{
    for (struct scan scan = {cell->text, cell->length, 0}; !scan_end(&scan);)
        if (uc_is_alpha(scan_take(&scan)))
            return false;
    return true;
}

/* "(light)": a remark where another cell may say more. */
static bool in_brackets(const struct prose *cell)
{
    return cell->length > 1 && cell->text[0] == '(' && cell->text[cell->length - 1] == ')';
}

/* The whole cell is an effort: "2h", "3-5 hours", "6-10 hours/week". */
static bool is_effort(const struct prose *cell, struct effort *effort, struct found *found)
{
    return effort_find(cell->text, cell->length, effort, found) && found->start <= 1 &&
           found->end + 1 >= cell->length;
}

/* true where the column's name is a unit or "date": positions and dates stand in it. *UNIT gets the
 * unit, for cells that are bare numbers. */
static bool names_time(const struct prose *name, enum unit *unit)
{
    struct scan scan = {name->text, name->length, 0};

    *unit = UNIT_NONE;
    scan_ornament(&scan);
    if (scan_unit(&scan, unit)) {
        scan_char(&scan, '#');
        scan_ornament(&scan);
        if (scan_end(&scan))
            return true;
    }
    if (words_match(name->text, name->length, words_week_columns, NULL)) {
        *unit = UNIT_WEEK;
        return true;
    }
    return words_match(name->text, name->length, words_date_columns, NULL) > 0;
}

/* "3", "1-2" or "1-2周" in a column called "Week" is a position. */
static bool read_number(const struct prose *cell, enum unit unit, struct span *span)
{
    struct scan scan = {cell->text, cell->length, 0};
    double from, to;
    enum unit named;

    scan_ornament(&scan);
    if (unit == UNIT_NONE || !scan_number(&scan, &from) || from < 1)
        return false;
    to = from;
    if (scan_dash(&scan) && (!scan_number(&scan, &to) || to < from))
        return false;
    bool open = scan_char(&scan, '+');
    scan_blanks(&scan);
    if (scan_unit(&scan, &named) && named != unit)
        return false;
    scan_ornament(&scan);
    if (!scan_end(&scan) || from != (double)(int)from || to > 5000)
        return false;
    *span =
        (struct span){.form = SPAN_POSITION, .unit = unit, .from = from, .to = to, .open = open};
    return true;
}

/* What stands at the beginning of a cell, behind signs that only decorate, is the row's span. */
static void take_span(struct item *item, const struct prose *cell, const struct span *span)
{
    struct scan scan = {cell->text, cell->length, 0};

    scan_ornament(&scan);
    item->span = *span;
    item->span_place = prose_place(cell, scan.at, item->place);
}

static enum column read_cell(const struct prose *cell, const struct prose *name, size_t index,
                             struct item *item)
{
    enum unit unit = UNIT_NONE;
    bool timed = name ? names_time(name, &unit) : true;
    struct span span;
    struct effort effort;
    weekday_set days;
    struct found found;

    if (timed && name && item->span.form != SPAN_POSITION && read_number(cell, unit, &span)) {
        take_span(item, cell, &span);
        return COLUMN_SPAN;
    }
    if (is_effort(cell, &effort, &found)) {
        item->effort = effort;
        item->effort_place = prose_place(cell, found.at, item->place);
        return COLUMN_EFFORT;
    }
    if (span_parse(cell->text, cell->length, &span)) {
        if (span.form == SPAN_LENGTH) {
            if (item->span.form == SPAN_NONE)
                take_span(item, cell, &span);
            return COLUMN_LENGTH;
        }
        if (index == 0 || (index < SPAN_COLUMNS && timed)) {
            if (item->span.form == SPAN_POSITION && span.form == SPAN_DATES) {
                item->span.dated = true;
                item->span.first = span.first;
                item->span.last = span.last;
                item->span.yearless = span.yearless;
            } else if (item->span.form != SPAN_POSITION) {
                take_span(item, cell, &span);
            }
            return COLUMN_SPAN;
        }
    }
    if (weekdays_at_start(cell->text, cell->length, &days, &found) && found.end + 1 >= cell->length)
        return COLUMN_LABEL;
    return is_mark(cell) ? COLUMN_LABEL : COLUMN_TEXT;
}

static bool names_authors(const struct outline_line *header)
{
    for (size_t i = 0; header && i < header->cell_count; i++)
        if (words_match(header->cells[i].text, header->cells[i].length, words_author_columns, NULL))
            return true;
    return false;
}

/* What the column of the title says of its rows: "Project", "Topic". */
static enum item_kind kind_of_column(const struct draft *draft, const struct outline_line *header,
                                     size_t column)
{
    if (!header || column >= header->cell_count)
        return ITEM_TEXT;
    const struct prose *cell = &header->cells[column];
    enum item_kind kind = kind_of_heading(&draft->lexicon, cell->text, cell->length, NULL);
    bool written = names_authors(header);
    if (written && !kind_is_work(kind))
        return ITEM_READING;
    return kind_is_work(kind) || kind == ITEM_MILESTONE ? kind : ITEM_TEXT;
}

static enum item_kind kind_of_row(const struct draft *draft, const struct outline_line *line,
                                  const struct item *item, enum item_kind around, size_t title)
{
    if (title == line->cell_count)
        return ITEM_TEXT; /* a row of dashes and numbers, to be filled in */
    bool placed = item->span.form == SPAN_POSITION || item->span.form == SPAN_DATES;
    enum item_kind named = kind_of_column(draft, line->header, title);
    if (named != ITEM_TEXT &&
        (around == ITEM_TEXT || around == ITEM_TOPIC || around == ITEM_RESOURCE))
        return named;
    if (placed && (around == ITEM_TEXT || around == ITEM_STRAND))
        return item->span.due ? ITEM_MILESTONE : ITEM_TOPIC;
    return around;
}

/* The other cells, each with its column's name: "Key concepts: traits; Difficulty: 2". */
static struct prose detail_of(struct draft *draft, const struct outline_line *line, size_t title,
                              size_t price)
{
    struct text text = TEXT_INIT;

    for (size_t i = 0; i < line->cell_count; i++) {
        const struct prose *cell = &line->cells[i];
        if (i == title || i == price || !cell->length)
            continue;
        if (text.length)
            text_add(&text, "; ");
        if (line->header && i < line->header->cell_count && line->header->cells[i].length)
            text_print(&text, "%s: ", line->header->cells[i].text);
        text_add(&text, cell->text);
    }
    struct prose detail = prose_plain(draft->pool, text_string(&text), text.length);
    text_free(&text);
    return detail;
}

/* The first price in WORDS is the item's. */
static bool take_price(struct item *item, const struct prose *words)
{
    return money_find(words->text, words->length, &item->price, NULL);
}

/* A price out of a cell; a bare number in a column of prices has the currency of its name, "Cost
 * (EUR)", or none. */
static bool read_price(struct draft *draft, const struct prose *name, const struct prose *cell,
                       struct item *item)
{
    struct money *price = &item->price;

    if (take_price(item, cell))
        return true;
    if (!cell->length || cell->text[0] < '0' || cell->text[0] > '9')
        return false;
    const char *group = strchr(name->text, '(');
    const char *bare = pool_print(draft->pool, "%s %.*s", cell->text,
                                  group ? (int)strcspn(group + 1, ")") : 0, group ? group + 1 : "");
    if (group && money_find(bare, strlen(bare), price, NULL))
        return true;
    bare = pool_print(draft->pool, "$%s", cell->text);
    if (!money_find(bare, strlen(bare), price, NULL))
        return false;
    price->currency[0] = '\0';
    return true;
}

/* What the other columns say of the row: its price, and the chapters of a book. Gives the column
 * that holds nothing but a cost's price; where there is none, the number of columns. */
static size_t read_columns(struct draft *draft, const struct outline_line *line, struct item *item,
                           size_t title)
{
    bool bought =
        item->kind == ITEM_COST || item->kind == ITEM_RESOURCE || item->kind == ITEM_READING;
    size_t named = line->header ? line->header->cell_count : 0;
    size_t price = line->cell_count;
    bool priced = !bought;

    for (size_t i = 0; i < line->cell_count && i < named; i++) {
        const struct prose *name = &line->header->cells[i], *cell = &line->cells[i];
        enum item_kind kind = kind_of_heading(&draft->lexicon, name->text, name->length, NULL);
        if (!priced && i != title && kind == ITEM_COST) {
            priced = read_price(draft, name, cell, item);
            if (priced && item->kind == ITEM_COST && is_mark(cell))
                price = i;
        }
        const char *chapters = pool_print(draft->pool, "%s %s", name->text, cell->text);
        if (!item->chapters.from)
            chapters_find(chapters, strlen(chapters), &item->chapters);
    }
    for (size_t i = 0; i < line->cell_count && !priced; i++)
        if (i != title)
            priced = take_price(item, &line->cells[i]);
    if (!priced)
        take_price(item, &line->prose);
    return price;
}

/* Weekly hours over a length are what the row takes in all. */
static void multiply(struct item *item)
{
    if (item->span.form != SPAN_LENGTH || item->effort.per == UNIT_NONE)
        return;
    double times = (item->span.from + item->span.to) / 2 * unit_days(item->span.unit) /
                   unit_days(item->effort.per);
    item->effort = (struct effort){.low = whole_minutes(floor(item->effort.low * times)),
                                   .high = whole_minutes(floor(item->effort.high * times))};
}

struct item *row_add(struct draft *draft, const struct outline_line *line, struct item *parent,
                     enum item_kind kind)
{
    struct item *item = item_new(draft, parent, kind);
    size_t title = line->cell_count;

    item->line = line->prose;
    item->place = line->place;
    for (size_t i = 0; i < line->cell_count; i++) {
        if (!line->cells[i].length)
            continue;
        bool named = line->header && i < line->header->cell_count;
        enum column column =
            read_cell(&line->cells[i], named ? &line->header->cells[i] : NULL, i, item);
        if (column == COLUMN_TEXT &&
            (title == line->cell_count || in_brackets(&line->cells[title])))
            title = i;
    }
    item->kind = kind_of_row(draft, line, item, kind, title);
    item->title = title < line->cell_count ? line->cells[title] : line->prose;
    size_t price = read_columns(draft, line, item, title);
    item->detail = detail_of(draft, line, title, price);
    multiply(item);
    item->point = item->span.due || item->kind == ITEM_MILESTONE || item->kind == ITEM_CHECK;
    item->choice = item->section->choice || (parent && parent->choice);
    item->optional = item->section->optional || (parent && parent->optional);
    for (size_t i = 0; i < line->prose.mark_count && !item->link; i++)
        if (line->prose.marks[i].style == MARK_LINK)
            item->link = line->prose.marks[i].url;
    struct chapters chapters = chapters_of(draft, &line->prose);
    if (chapters.from > 0)
        item->chapters = chapters;
    if (item->kind == ITEM_COST && item_sums_up(item))
        item->kind = ITEM_TEXT;
    return item;
}
