/* sheet: a page for each task and project: what, when, when it is done, steps, sketch, looking
 * back. Where a phase has many, they get cards, several a page; where very many, rows. */
#include <math.h>
#include <string.h>
#include <strings.h>

#include "pdf/pages/pages.h"
#include "pdf/pages/sheet_lists.h"
#include "pdf/parts/entries.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/listing.h"
#include "pdf/parts/targets.h"
#include "pdf/parts/ticks.h"

#define WHOLE_PAGES  16 /* up to so many tasks, or projects, of a phase get a page each */
#define CARDS        48 /* up to so many a card */
#define SLIGHT_PAGES 6  /* up to so many projects that are but a title get one all the same */
#define OWN_LINES    3  /* empty boxes after what "done" means */

/* How much room a task or project gets. */
enum form { FORM_PAGE, FORM_CARD, FORM_ROW };

struct subjects {
    struct subject *list;
    size_t count, capacity;
    int tasks, projects;
};

/* "Bridge Project: Task Scheduler": one project, told by its heading. Gives its name, or NULL. */
static const char *project_name(const struct section *section)
{
    static const char *const words[] = {
        "project:", "projekt:", "projeto:", "proyecto:", "projet:", "progetto:", "项目：", "项目:"};
    const char *title = section->title.text;

    if (section->kind != ITEM_PROJECT)
        return NULL;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i]);
        for (const char *at = title; *at; at++) {
            if (strncasecmp(at, words[i], length) != 0)
                continue;
            at += length;
            while (*at == ' ')
                at++;
            return *at ? at : NULL;
        }
    }
    return NULL;
}

static bool is_work(const struct item *item)
{
    return item->kind == ITEM_TASK || item->kind == ITEM_PROJECT;
}

/* Whether the section's items are parts of one thing: several, none with a place in time, or parts,
 * of its own. */
static bool stands_alone(const struct plan *plan, const struct section *section)
{
    size_t count = 0;

    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &plan->items[section->first_item + i];
        if (item->span.form != SPAN_NONE || item->child_count > 0)
            return false;
        count += item->depth == 0;
    }
    return count > 1;
}

static struct subjects subjects_of(struct book *book, int phase)
{
    struct subjects subjects = {0};
    const struct section *whole = NULL; /* the last section that is one project */

    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        const struct section *section = item->section;
        if (section->phase != phase || item->dropped || !is_work(item) || section == whole ||
            (item->parent && is_work(item->parent)))
            continue;
        struct subject subject = {.item = item, .section = section, .kind = item->kind};
        if (project_name(section) && stands_alone(book->plan, section)) {
            whole = section;
            subject = (struct subject){.section = section, .kind = ITEM_PROJECT};
        }
        subjects.list = pool_extend(book->pool, subjects.list, subjects.count, &subjects.capacity,
                                    sizeof *subjects.list);
        subjects.list[subjects.count++] = subject;
        subjects.tasks += subject.kind == ITEM_TASK;
        subjects.projects += subject.kind == ITEM_PROJECT;
    }
    return subjects;
}

static const struct dates *subject_dates(const struct book *book, const struct subject *subject)
{
    return subject->item ? item_dates(book->schedule, subject->item)
                         : section_dates(book->schedule, subject->section);
}

static const char *subject_words(struct book *book, const struct subject *subject)
{
    return subject->item ? item_words(book->pool, subject->item) : project_name(subject->section);
}

static const char *subject_label(struct book *book, const struct subject *subject)
{
    const struct section *section = subject->section;
    bool choice = subject->item ? subject->item->choice : section->choice;
    bool optional = subject->item ? subject->item->optional : section->optional;
    const char *phase = grid_phase_name(book, section->phase);

    return pool_print(book->pool, "%s%s%s%s", phase, *phase ? " · " : "",
                      subject->kind == ITEM_TASK ? "Task" : "Project",
                      choice     ? " · one of several to choose from"
                      : optional ? " · optional"
                                 : "");
}

/* Names the places of the page: the subject's and those of what is listed on it. */
static void name_page(struct book *book, const struct subject *subject,
                      const struct sheet_lists *lists)
{
    const struct agenda *const all[] = {&lists->done, &lists->steps, &lists->facts};

    canvas_target(book->canvas, subject->item ? subject->item->id : subject->section->id,
                  book->top);
    for (size_t k = 0; k < sizeof all / sizeof all[0]; k++)
        for (size_t i = 0; i < all[k]->count; i++)
            if (all[k]->lines[i].target)
                canvas_target(book->canvas, all[k]->lines[i].target, book->top);
}

/* The detail and the link, below the head; long ones go on to next pages. */
static void draw_detail(struct book *book, const struct item *item, const char *title)
{
    if (item && item->detail.length > 0) {
        struct paragraph *detail =
            paragraph_new(book->typeset, &book->quiet, &item->detail, book_width(book));
        size_t lines = paragraph_lines(detail), at = 0;
        double leading = style_leading(&book->quiet);
        while (at < lines) {
            size_t fit = (size_t)(book_room(book) / leading);
            book->y += paragraph_draw(detail, book->left, book->y, ALIGN_LEFT, at, fit);
            at += fit;
            if (at < lines)
                book_need(book, book_room(book) + 1, title);
        }
    }
    if (!item || !item->link)
        return;
    double height = style_leading(&book->small_quiet);
    double width = grid_text(book, &book->small_quiet, book->left, book->y, height, ALIGN_LEFT,
                             book_width(book), item->link);
    canvas_uri(book->canvas, book->left, book->y, width, height, item->link);
    book->y += height;
}

/* Facts in a column of lines, "Duration: 6 weeks". */
static void draw_facts(struct book *book, const struct agenda *facts)
{
    for (size_t i = 0; i < facts->count && book_room(book) > grid_unit(book) * 60; i++)
        book->y = book_words(book, &book->quiet, facts->lines[i].title, book->left, book->y,
                             book_width(book));
}

static void draw_fields(struct book *book, int minutes)
{
    bool software = is_about_software(book->plan);
    int count = software ? 4 : 3;
    double distance = book->look->rule_distance, gap = grid_unit(book) * 4;
    double width = (book_width(book) - (count - 1) * gap) / count;
    const char *hours =
        minutes > 0 ? pool_print(book->pool, "Hours, of %s planned", grid_hours(book, minutes))
                    : "Hours";
    const char *const labels[] = {"Started", "Finished", hours, "Size (lines, pages)"};

    book->y = grid_snap(book, book->y + distance * 1.5);
    for (int i = 0; i < count; i++)
        grid_field(book, book->left + i * (width + gap), book->y, width, labels[i]);
    book->y = grid_snap(book, book->y + grid_field_height(book) + distance * 1.25);
    grid_field(book, book->left, book->y, book_width(book),
               software ? "Repository, or where it lies" : "Where it is");
    book->y = grid_snap(book, book->y + grid_field_height(book) + grid_unit(book) * 2);
}

/* Empty boxes with a line each, from Y down to BOTTOM; HOURS wide a short line for hours, or 0. */
static void blank_boxes(struct book *book, double x, double y, double width, double bottom,
                        double hours)
{
    double step = grid_unit(book) * 4, size = book->look->box_size, gap = 8;
    struct color color = hours > 0 ? book->look->pale : book->look->grey;

    for (; y + step <= bottom + 0.01; y += step) {
        double line = y + (step + size) / 2, right = x + width;
        book_box(book, x, y + (step - size) / 2);
        if (hours > 0) {
            canvas_line(book->canvas, right - hours, line, right, line, 0.5, color);
            canvas_open(book->canvas, ROLE_ARTIFACT);
            grid_text(book, &book->small_quiet, right - hours, line - size, size, ALIGN_LEFT, 0,
                      "h");
            canvas_close(book->canvas);
            book_blank(book, right - hours + 8, right, line, "Hours");
            right -= hours + gap;
        }
        canvas_line(book->canvas, x + size + 6, line, right, line, 0.5, color);
        book_blank(book, x + size + 6, right, line, hours > 0 ? "A step" : "Done means");
    }
}

/* "Done means" in a panel at the left, the steps at its right: the roadmap's, then the learner's.
 */
static void draw_plan(struct book *book, const struct sheet_lists *lists)
{
    double gutter = grid_unit(book) * 4, half = (book_width(book) - gutter) / 2;
    double padding = grid_unit(book) * 2, step = grid_unit(book) * 4;
    struct listing done = {.label = "Done means",
                           .agenda = &lists->done,
                           .boxes = true,
                           .panel = true,
                           .columns = 1,
                           .width = half,
                           .room = (book->bottom - book->top) * 0.42,
                           .more = "words"};
    struct listing steps = done;

    steps.label = "Steps";
    steps.agenda = &lists->steps;
    steps.panel = false;
    bool given = lists->steps.count > 0;
    double own = listing_height(book, &done);
    double theirs = given ? padding + listing_height(book, &steps) : 0;
    int blanks = own > done.room - OWN_LINES * step ? 0 : OWN_LINES;
    if (lists->done.count == 0)
        blanks = OWN_LINES + 2;
    double height = fmax(own + blanks * step, given ? theirs + step : 0), y = book->y;
    listing_draw(book, &done, book->left, y, height);
    blank_boxes(book, book->left + padding, y + own - padding, half - 2 * padding,
                y + height - padding, 0);
    double right = book->left + half + gutter;
    double below = y + padding + style_leading(&book->label) + 4;
    if (given)
        below = listing_draw(book, &steps, right, y + padding, 0);
    else
        book_label(book, right, y + padding, "Steps, in my words");
    blank_boxes(book, right, below, half, y + height, 42);
    book->y = grid_snap(book, y + height + grid_unit(book) * 2);
}

static void draw_sketch(struct book *book, double height)
{
    double y = book_label(book, book->left, book->y, "Sketch");
    double pitch = book->look->rule_distance * 0.7;

    canvas_dot_grid(book->canvas, book->left, y, book_width(book), height - (y - book->y), pitch,
                    book->look->pale);
    book->y += height;
}

static void draw_looking_back(struct book *book)
{
    double gutter = grid_unit(book) * 4, half = (book_width(book) - gutter) / 2;

    grid_write(book, book->left, book->y, half, "What I would do differently", book->bottom, 0);
    grid_write(book, book->left + half + gutter, book->y, half, "What to show of it", book->bottom,
               0);
}

static void whole_page(struct book *book, const struct subject *subject)
{
    const struct dates *dates = subject_dates(book, subject);
    const char *title = subject_words(book, subject);
    const char *when =
        dates->first == DAY_NONE ? NULL : book_year_range(book, dates->first, dates->last);
    struct sheet_lists lists = sheet_lists_of(book, subject);
    double distance = book->look->rule_distance;

    book_page(book, subject->section->phase, title);
    name_page(book, subject, &lists);
    book_head(book, subject_label(book, subject), title, when ? "On the table" : NULL, when);
    book->y -= 4;
    draw_detail(book, subject->item, title);
    draw_facts(book, &lists.facts);
    if (book_room(book) < distance * 16)
        book_need(book, book_room(book) + 1, title);
    draw_fields(book, dates->minutes);
    draw_plan(book, &lists);
    double room = book_room(book), back = distance * 7.5;
    if (room > back + distance * 4)
        draw_sketch(book, floor((room - back) / grid_unit(book)) * grid_unit(book));
    draw_looking_back(book);
}

/* A title alone, without words, parts, hours or a date of its own: a page would stay empty. */
static bool is_slight(const struct subject *subject)
{
    const struct item *item = subject->item;

    return item && item->detail.length == 0 && item->child_count == 0 && item->effort.high == 0 &&
           item->dated != DATED_OWN && item->dated != DATED_LAID && item->dated != DATED_PACKED;
}

static enum form form_of(const struct subjects *subjects, const struct subject *subject)
{
    int count = subject->kind == ITEM_TASK ? subjects->tasks : subjects->projects;
    int slight_pages = subject->kind == ITEM_TASK ? 0 : SLIGHT_PAGES;

    if (!subject->item)
        return FORM_PAGE;
    if (count > CARDS)
        return FORM_ROW;
    if (count > WHOLE_PAGES || (is_slight(subject) && count > slight_pages))
        return FORM_CARD;
    return FORM_PAGE;
}

static bool has_form(const struct subjects *subjects, enum item_kind kind, enum form form)
{
    for (size_t i = 0; i < subjects->count; i++)
        if (subjects->list[i].kind == kind && form_of(subjects, &subjects->list[i]) == form)
            return true;
    return false;
}

static void cards(struct book *book, const struct subjects *subjects, enum item_kind kind,
                  int phase, const char *title)
{
    struct entry *entries = pool_alloc(book->pool, (subjects->count + 1) * sizeof *entries);
    size_t count = 0;

    for (size_t i = 0; i < subjects->count; i++) {
        const struct subject *subject = &subjects->list[i];
        if (subject->kind != kind || form_of(subjects, subject) != FORM_CARD)
            continue;
        const struct dates *dates = subject_dates(book, subject);
        entries[count++] = (struct entry){
            .item = subject->item,
            .boxed = true,
            .started = true,
            .note = dates->first == DAY_NONE ? NULL
                                             : book_short_range(book, dates->first, dates->last)};
    }
    book_page(book, phase, title);
    book_head(book, phase < 0 ? "Beside the phases" : grid_phase_name(book, phase), title, NULL,
              NULL);
    book->y = grid_snap(book, book->y);
    struct entries all = {.title = title,
                          .write = "Notes",
                          .extra = "Hours",
                          .more = "And besides",
                          .least = 2,
                          .most = 8,
                          .list = entries,
                          .count = count};
    entries_draw(book, &all);
}

static void rows(struct book *book, const struct subjects *subjects, enum item_kind kind, int phase,
                 const char *title)
{
    struct tick *ticks = pool_alloc(book->pool, 2 * (subjects->count + 1) * sizeof *ticks);
    const struct section *section = NULL;
    size_t count = 0;

    for (size_t i = 0; i < subjects->count; i++) {
        const struct subject *subject = &subjects->list[i];
        if (subject->kind != kind || form_of(subjects, subject) != FORM_ROW)
            continue;
        if (subject->section != section) {
            section = subject->section;
            const struct dates *dates = section_dates(book->schedule, section);
            ticks[count++] =
                (struct tick){.heading = section->title.length > 0 ? section->title.text : title,
                              .note = dates->first == DAY_NONE
                                          ? NULL
                                          : book_year_range(book, dates->first, dates->last)};
        }
        ticks[count++] = (struct tick){.item = subject->item};
    }
    book_page(book, phase, title);
    book_head(book, phase < 0 ? "Beside the phases" : grid_phase_name(book, phase), title, NULL,
              NULL);
    book->y = grid_snap(book, book->y);
    struct ticks table = {.title = title,
                          .words = kind == ITEM_TASK ? "Task" : "Project",
                          .date = "Done on",
                          .proof = "Where it lies, and notes",
                          .ticks = ticks,
                          .count = count};
    ticks_draw(book, &table, 0);
    grid_write(book, book->left, book->y, book_width(book), "Notes", book->bottom, 0);
}

static void add_sheets(struct book *book, int phase)
{
    static const enum item_kind kinds[] = {ITEM_TASK, ITEM_PROJECT};
    static const char *const titles[] = {"Tasks", "Projects"};
    struct subjects subjects = subjects_of(book, phase);

    for (size_t i = 0; i < subjects.count; i++)
        if (form_of(&subjects, &subjects.list[i]) == FORM_PAGE)
            whole_page(book, &subjects.list[i]);
    for (int i = 0; i < 2; i++) {
        if (has_form(&subjects, kinds[i], FORM_CARD))
            cards(book, &subjects, kinds[i], phase, titles[i]);
        if (has_form(&subjects, kinds[i], FORM_ROW))
            rows(book, &subjects, kinds[i], phase, titles[i]);
    }
}

/* The contents name each sheet of a phase, where there are not too many. */
static void enter_each(struct book *book, int phase)
{
    for (size_t i = 0; i < book->plan->item_count && contents_sheets(book->plan) > 0; i++) {
        const struct item *item = &book->plan->items[i];
        int page = canvas_target_page(book->canvas, item->id);
        if (!is_work(item) || item->depth > 0 || item->section->phase != phase || page < 0)
            continue;
        struct listed line = {.page = page, .level = 2, .phase = phase, .listed = true};
        line.title = item_words(book->pool, item);
        book_entry(book, &line, NULL);
    }
}

/* How many tasks and projects a phase has, parts of others not counted. */
static int count_of(const struct plan *plan, int phase)
{
    int count = 0;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        count += is_work(item) && !item->dropped && item->section->phase == phase &&
                 !(item->parent && is_work(item->parent));
    }
    return count;
}

static void add_pages(struct book *book, int phase)
{
    struct listed line = {.page = canvas_page_count(book->canvas),
                          .phase = phase,
                          .listed = true,
                          .outlined = true,
                          .title = "Tasks and projects beside the phases"};

    add_sheets(book, phase);
    if (canvas_page_count(book->canvas) == line.page)
        return;
    if (phase >= 0) {
        line.level = 1;
        line.title = "Tasks and projects";
        line.note = book_count(book, count_of(book->plan, phase), "sheet", "sheets");
    }
    book_entry(book, &line, phase_target(book, "sheets", phase));
    if (phase >= 0)
        enter_each(book, phase);
}

/* Enters its pages itself, since the contents name each sheet. */
const struct page_kind sheet_pages = {.scope = SCOPE_PHASE, .draw.phase = add_pages};
