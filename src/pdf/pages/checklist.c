/* checklist: a phase's checks to tick off with their proof, and whether to go on. */

#include "pdf/pages/pages.h"
#include "pdf/pages/sheet_lists.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/ticks.h"

static const char *const small_numbers[] = {"no",   "one",    "two",   "three", "four",
                                            "five", "six",    "seven", "eight", "nine",
                                            "ten",  "eleven", "twelve"};

/* "eight months", "three weeks", "10 days" by the length of the phase in the calendar. */
static const char *length_words(struct book *book, int days)
{
    int count = days, months = (int)(days / DAYS_PER_MONTH + 0.5);
    const char *unit = "day";

    if (months >= 2) {
        count = months;
        unit = "month";
    } else if (days >= 12) {
        count = (days + 3) / 7;
        unit = "week";
    }
    const char *plural = count == 1 ? "" : "s";
    if (count >= 0 && count <= 12)
        return pool_print(book->pool, "%s %s%s", small_numbers[count], unit, plural);
    return pool_print(book->pool, "%d %s%s", count, unit, plural);
}

static bool is_check(const struct item *item, int phase)
{
    return item->kind == ITEM_CHECK && item->section->phase == phase;
}

/* A check that only heads others says what they are about. */
static bool heads(const struct item *item)
{
    return item->child_count > 0 && item->checkbox == CHECKBOX_NONE;
}

struct list {
    struct tick *ticks;
    size_t count, capacity;
    int checks, sections;
    /* the last one */
    const struct section *section;
    /* the latest */
    day due;
};

static void add(struct book *book, struct list *list, struct tick tick)
{
    list->ticks =
        pool_extend(book->pool, list->ticks, list->count, &list->capacity, sizeof *list->ticks);
    list->ticks[list->count++] = tick;
}

static void add_item(struct book *book, struct list *list, const struct item *item)
{
    day due = item_dates(book->schedule, item)->due;

    if (item->section != list->section) {
        list->section = item->section;
        list->sections++;
        const struct prose *title = &item->section->title;
        add(book, list,
            (struct tick){.heading = title->length > 0 ? title->text : "Checklist",
                          .note = due == DAY_NONE ? NULL
                                                  : pool_print(book->pool, "due %s",
                                                               book_year_date(book, due))});
    }
    if (due != DAY_NONE && (list->due == DAY_NONE || due > list->due))
        list->due = due;
    if (heads(item)) {
        add(book, list,
            (struct tick){.heading = item->line.text, .target = item->id, .depth = item->depth});
        return;
    }
    list->checks++;
    add(book, list, (struct tick){.item = item, .depth = item->depth < 4 ? item->depth : 4});
}

static void ready_panel(struct book *book, int phase, int checks)
{
    double padding = grid_unit(book) * 2, width = book_width(book);
    bool last = phase + 1 >= (int)book->plan->phase_count;
    const char *label =
        last ? "Ready to call it done?"
             : pool_print(book->pool, "Ready for phase %d?", book->plan->phases[phase + 1].number);
    const char *words =
        checks < 3
            ? "All ticked: go on. If not: plan what is missing into the next weeks first."
            : pool_print(book->pool,
                         "All %d ticks: go on. %d or more: go on, and plan the rest into the next "
                         "weeks. Fewer: stay a while; build the book again and the dates move.",
                         checks, (checks * 2 + 2) / 3);
    struct style large = book->quiet;

    large.size *= 1.6;
    large.leading = 0;
    const char *of = pool_print(book->pool, "of %d", checks);
    double figure = typeset_width(book->typeset, &large, of) + 40;
    struct paragraph *text =
        paragraph_of(book->typeset, &book->quiet, words, width - figure - 3 * padding);
    double head = style_leading(&book->label) + 3;
    double height = grid_up(book, head + paragraph_height(text) + 2 * padding);
    if (book_need(book, height, "Checklist"))
        book->y = grid_snap(book, book->y);
    book_panel(book, book->left, book->y, width, height);
    grid_accent_label(book, book->left + padding, book->y + padding, label);
    paragraph_draw(text, book->left + padding, book->y + padding + head, ALIGN_LEFT, 0,
                   paragraph_lines(text));
    double right = book->right - padding, base = book->y + height / 2 + large.size * 0.4;
    grid_text(book, &large, right, book->y, height, ALIGN_RIGHT, 0, of);
    canvas_line(book->canvas, right - figure, base, right - figure + 34, base, 0.8,
                book->look->ink);
    book->y = grid_snap(book, book->y + height + grid_unit(book) * 2);
}

/* Room to write to the foot of the page, where there is any. */
static void look_back(struct book *book, int phase)
{
    const char *label = "Still open, and what I do about it";

    if (phase >= 0 && book->schedule->phases[phase].first_week >= 0) {
        const struct phase_dates *dates = &book->schedule->phases[phase];
        label = pool_print(book->pool, "What I would tell myself %s ago",
                           length_words(book, dates->last - dates->first + 1));
    }
    grid_write(book, book->left, book->y, book_width(book), label, book->bottom, 0);
}

static void add_pages(struct book *book, int phase)
{
    struct list list = {.due = DAY_NONE};

    for (size_t i = 0; i < book->plan->item_count; i++)
        if (is_check(&book->plan->items[i], phase))
            add_item(book, &list, &book->plan->items[i]);
    if (list.checks == 0)
        return;
    /* One list alone gives the page its title. */
    bool alone = list.sections == 1;
    const char *title = alone ? list.ticks[0].heading : "Checklists";
    const char *label = grid_phase_label(book, phase);
    if (list.due != DAY_NONE)
        label = pool_print(book->pool, "%s · due %s", label, book_date(book, list.due));
    book_page(book, phase, title);
    book_head(book, label, title, NULL, NULL);
    book->y = book_words(book, &book->quiet,
                         "Tick a line only when you could show the evidence to someone else.",
                         book->left, book->y - 6, book_width(book));
    book->y = grid_snap(book, book->y + 4);
    struct ticks ticks = {.title = title,
                          .words = alone && phase >= 0 ? "I can …" : "To tick off",
                          .date = "Date",
                          .proof = is_about_software(book->plan) ? "Evidence (link, commit, page)"
                                                                 : "Evidence (where, page)",
                          .ticks = alone ? list.ticks + 1 : list.ticks,
                          .count = alone ? list.count - 1 : list.count};
    double panel = grid_unit(book) * 16, rules = book->look->rule_distance * 8;
    ticks_draw(book, &ticks, panel + rules);
    book->y = grid_snap(book, book->y + grid_unit(book) * 3);
    if (phase >= 0)
        ready_panel(book, phase, list.checks);
    look_back(book, phase);
}

static void enter(struct book *book, const struct occasion *at, struct listed *line)
{
    if (at->phase < 0)
        return;
    line->title = "Exit checklist";
    line->note = book_year_date(book, book->schedule->phases[at->phase].last);
}

const struct page_kind checklist_pages = {
    .scope = SCOPE_PHASE_END,
    .title = "Checklists",
    .target = "checklist",
    .draw.phase = add_pages,
    .enter = enter,
};
