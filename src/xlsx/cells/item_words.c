/* item_words: what a row says of an item of the roadmap. */
#include "xlsx/cells/item_words.h"

#include <string.h>

#include "memory/typed/imprint.h"
#include "words/ticks.h"
#include "xlsx/cells/first_plan.h"

const char *title_of_item(const struct item *item)
{
    return item->title.length > 0 ? item->title.text : item->line.text;
}

const char *phase_words(struct tracker *tracker, size_t phase)
{
    const struct phase *about = &tracker->plan->phases[phase];

    return pool_print(tracker->pool, "%d · %s", about->number, about->title.text);
}

const char *phase_of_item(struct tracker *tracker, const struct item *item)
{
    int index = item->section->phase;

    if (index < 0 || (size_t)index >= tracker->plan->phase_count)
        return "";
    return phase_words(tracker, (size_t)index);
}

int chapter_count(const struct item *item)
{
    int count = item->chapters.to - item->chapters.from + 1;

    return item->chapters.from > 0 && count > 0 ? count : 0;
}

/* "11–20"; "" where they are not known. */
static const char *chapters_words(struct tracker *tracker, const struct item *item)
{
    int count = chapter_count(item);

    if (count == 0)
        return "";
    return count == 1 ? pool_print(tracker->pool, "%d", item->chapters.from)
                      : pool_print(tracker->pool, "%d–%d", item->chapters.from, item->chapters.to);
}

const char *form_of_chapters(struct tracker *tracker, const struct item *item)
{
    int count = chapter_count(item);

    return count > 0 ? pool_print(tracker->pool, "0\" of %d\"", count) : "0";
}

/* A cost as it is written; of a table's row, whose cells " · " parts, without the price's cell. */
static const char *words_of_cost(struct tracker *tracker, const struct item *item)
{
    size_t length = item->title.length;
    bool row = item->line.length > length && strstr(item->line.text, " · ") &&
               !strstr(item->detail.text, " · ");

    if (!row || length == 0)
        return item->line.text;
    return item->detail.length == 0
               ? item->title.text
               : pool_print(tracker->pool, "%s (%s)", item->title.text, item->detail.text);
}

const char *text_of_item(struct tracker *tracker, enum column_kind kind, const struct item *item)
{
    switch (kind) {
    case COLUMN_TITLE:
    case COLUMN_LINKED_TITLE:
        return title_of_item(item);
    case COLUMN_DETAIL:
        return item->detail.text;
    case COLUMN_PHASE:
        return phase_of_item(tracker, item);
    case COLUMN_SECTION:
        return item->section->title.length > 0 ? item->section->title.text
                                               : item->section->heading.text;
    case COLUMN_CURRENCY:
        return item->price.currency;
    case COLUMN_CHAPTERS:
        return chapters_words(tracker, item);
    case COLUMN_WRITTEN:
        return words_of_cost(tracker, item);
    default:
        return NULL;
    }
}

double planned_price(const struct item *item)
{
    const struct money *price = &item->price;

    return price->at_most || price->high <= 0 ? 0.0 : (double)price->high / 100.0;
}

struct kept_cell given_by_roadmap(enum column_kind kind, const struct item *item)
{
    bool done = item->checkbox == CHECKBOX_DONE;
    double price = planned_price(item);
    struct kept_cell cell = {.kind = CELL_TEXT, .text = "", .format = "General"};

    if (kind == COLUMN_TICK)
        cell.text = done ? TICK_DONE : TICK_OPEN;
    else if (kind == COLUMN_STATUS)
        cell.text = done ? STATUS_READ : STATUS_NEW;
    else
        cell.kind = price > 0 ? CELL_NUMBER : CELL_EMPTY;
    cell.number = cell.kind == CELL_NUMBER ? price : 0;
    return cell;
}

enum column_kind kind_given(const struct sheet *about)
{
    for (size_t i = 0; i < about->column_count; i++) {
        enum column_kind kind = about->columns[i].kind;
        if (kind == COLUMN_TICK || kind == COLUMN_STATUS || kind == COLUMN_PRICE)
            return kind;
    }
    return COLUMN_GIVEN;
}

const char *words_of_item(struct tracker *tracker, const struct sheet *about,
                          const struct item *item)
{
    for (size_t i = 0; i < about->column_count; i++)
        if (names_item(about->columns[i].kind))
            return text_of_item(tracker, about->columns[i].kind, item);
    return title_of_item(item);
}

day first_due(struct tracker *tracker, const struct item *item)
{
    day first = first_days_of_item(tracker, item).due;

    return first == item_dates(tracker->schedule, item)->due ? DAY_NONE : first;
}

/* What stands in such a column of ITEM's row, as it will be read. */
static struct kept_cell shown_cell(struct tracker *tracker, const struct sheet *about,
                                   enum column_kind kind, const struct item *item)
{
    struct kept_cell cell = {.kind = CELL_EMPTY, .text = "", .format = "General"};
    const char *text = text_of_item(tracker, kind, item);
    day date = kind == COLUMN_FROM    ? item_dates(tracker->schedule, item)->first
               : kind == COLUMN_FIRST ? first_due(tracker, item)
                                      : DAY_NONE;
    bool cut;

    if (kind == COLUMN_GIVEN)
        return given_by_roadmap(kind_given(about), item);
    if (date != DAY_NONE) {
        cell.kind = CELL_NUMBER;
        cell.number = date_serial(date);
    } else if (text && *text) {
        cell.kind = CELL_TEXT;
        cell.text = text_as_read(tracker->pool, cell_text(tracker->pool, text, &cut));
    }
    return cell;
}

const char *marks_of_shown(struct tracker *tracker, const struct sheet *about,
                           const struct item *item)
{
    const char *marks = "";

    for (size_t i = 0; i < about->column_count; i++) {
        if (!shows_item(about->columns[i].kind))
            continue;
        struct kept_cell cell = shown_cell(tracker, about, about->columns[i].kind, item);
        marks = pool_print(tracker->pool, "%s%s%s:%s", marks, *marks ? " " : "",
                           about->columns[i].role, mark_of_shown(tracker->pool, &cell));
    }
    return marks;
}
