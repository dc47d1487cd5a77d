/* sheet: the tasks and projects of a phase: a page for each; where there are many, cards, several a
 * page; where very many, rows. */
#include <string.h>

#include "pdf/pages/pages.h"
#include "pdf/pages/sheet_page.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/entries.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/item_titles.h"
#include "pdf/parts/targets.h"
#include "pdf/parts/ticks.h"
#include "words/language.h"

#define WHOLE_PAGES  16 /* up to so many tasks, or projects, of a phase get a page each */
#define CARDS        48 /* up to so many a card */
#define SLIGHT_PAGES 6  /* up to so many projects that are but a title get one all the same */
#define NAMED_MOST   60 /* up to so many, in all phases, the contents name one by one */

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
    if (section->kind != ITEM_PROJECT)
        return NULL;
    for (const char *at = section->title.text; *at; at++) {
        const char *colon = at + words_match(at, strlen(at), words_project, NULL);
        bool wide = !strncmp(colon, "：", strlen("："));
        if (colon == at || (*colon != ':' && !wide))
            continue;
        const char *name = colon + (wide ? strlen("：") : 1);
        name += strspn(name, " ");
        return *name ? name : NULL;
    }
    return NULL;
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
        if (section->phase != phase || item->dropped || !kind_is_made(item->kind) ||
            section == whole || (item->parent && kind_is_made(item->parent->kind)))
            continue;
        struct subject subject = {.item = item,
                                  .section = section,
                                  .kind = item->kind,
                                  .title = item_words(book->pool, item)};
        const char *name = project_name(section);
        if (name && stands_alone(book->plan, section)) {
            whole = section;
            subject = (struct subject){.section = section, .kind = ITEM_PROJECT, .title = name};
        }
        subjects.list = pool_extend(book->pool, subjects.list, subjects.count, &subjects.capacity,
                                    sizeof *subjects.list);
        subjects.list[subjects.count++] = subject;
        subjects.tasks += subject.kind == ITEM_TASK;
        subjects.projects += subject.kind == ITEM_PROJECT;
    }
    return subjects;
}

/* A title alone, without words, parts, hours or a date of its own: a page would stay empty. */
static bool is_slight(const struct subject *subject)
{
    const struct item *item = subject->item;

    return item && item->detail.length == 0 && item->child_count == 0 && item->effort.high == 0 &&
           item->when_from != WHEN_OWN && item->when_from != WHEN_LAID &&
           item->when_from != WHEN_PACKED;
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
    book_head(book, grid_phase_label(book, phase), title, NULL, NULL);
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
    book_head(book, grid_phase_label(book, phase), title, NULL, NULL);
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
            sheet_page_draw(book, &subjects.list[i]);
    for (int i = 0; i < 2; i++) {
        if (has_form(&subjects, kinds[i], FORM_CARD))
            cards(book, &subjects, kinds[i], phase, titles[i]);
        if (has_form(&subjects, kinds[i], FORM_ROW))
            rows(book, &subjects, kinds[i], phase, titles[i]);
    }
}

size_t sheet_lines(const struct plan *plan)
{
    size_t count = 0;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        count += kind_is_made(item->kind) && item->depth == 0 && item->section->phase >= 0;
    }
    return count <= NAMED_MOST ? count : 0;
}

/* The contents name each sheet of a phase, where there are not too many. */
static void enter_each(struct book *book, int phase)
{
    for (size_t i = 0; i < book->plan->item_count && sheet_lines(book->plan) > 0; i++) {
        const struct item *item = &book->plan->items[i];
        int page = canvas_target_page(book->canvas, item->id);
        if (!kind_is_made(item->kind) || item->depth > 0 || item->section->phase != phase ||
            page < 0)
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
        count += kind_is_made(item->kind) && !item->dropped && item->section->phase == phase &&
                 !(item->parent && kind_is_made(item->parent->kind));
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
    book_entry(book, &line, phase_target(book->pool, "sheets", phase));
    if (phase >= 0)
        enter_each(book, phase);
}

/* Enters its pages itself, since the contents name each sheet. */
const struct page_kind sheet_pages = {.scope = SCOPE_PHASE, .draw.phase = add_pages};
