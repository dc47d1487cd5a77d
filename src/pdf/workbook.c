/* workbook: which parts the book has, and in what order. */
#include <string.h>

#include "base/report.h"
#include "pdf/time_order.h"

/* The parts as a template lists them; those of the walk through time count as one. A part without
 * a title enters its pages into contents and outline itself. */
static const struct {
    void (*draw)(struct book *book);
    const char *title, *target;
} parts[PAGE_KINDS] = {
    [PAGES_COVER] = {cover_page, NULL, NULL},
    [PAGES_GUIDE] = {guide_page, "How to use this book", "guide"},
    [PAGES_GLANCE] = {glance_pages, "Plan at a glance", "glance"},
    [PAGES_COMPARISON] = {comparison_pages, "Paces compared", "compare"},
    [PAGES_OUTCOMES] = {outcome_pages, "Outcomes and milestones", "outcomes"},
    [PAGES_SECTIONS] = {section_pages, NULL, NULL},
    [PAGES_QUESTIONS] = {question_pages, "Self-assessments", "questions"},
    [PAGES_BUDGET] = {budget_pages, "Budget", "budget"},
    [PAGES_WORDS] = {words_pages, "The roadmap in its own words", "words"},
    [PAGES_INDEX] = {index_pages, "Index", "index"},
    [PAGES_NOTES] = {notes_pages, "Notes", "notes"},
};

static void add_part(struct book *book, enum page_kind kind)
{
    int before = canvas_page_count(book->canvas);

    if (!parts[kind].draw)
        return;
    parts[kind].draw(book);
    if (parts[kind].title)
        pages_enter_part(book, before, parts[kind].title, parts[kind].target);
    struct listed cover = {.phase = -1, .outlined = true, .title = "Cover"};
    if (kind == PAGES_COVER)
        (void)pages_enter(book, before, cover, "cover");
}

static void all_pages(struct book *book)
{
    const struct look *look = book->look;
    int contents = -1;
    bool walked = false;

    for (size_t i = 0; i < look->page_count; i++) {
        enum page_kind kind = look->pages[i];
        int before = canvas_page_count(book->canvas);
        if (kind == PAGES_CONTENTS) {
            contents = contents_reserve(book);
            struct listed entry = {.phase = -1, .outlined = true, .title = "Contents"};
            (void)pages_enter(book, before, entry, "contents");
        } else if (kind >= PAGES_PHASES && kind <= PAGES_CHECKLISTS) {
            if (!walked)
                time_pages(book);
            walked = true;
        } else {
            add_part(book, kind);
        }
    }
    if (canvas_page_count(book->canvas) == 0)
        add_part(book, PAGES_COVER); /* nothing of what is listed is there: still a book */
    canvas_select(book->canvas, 0);
    canvas_label(book->canvas, LABEL_DECIMAL, 1, NULL);
    if (contents >= 0)
        contents_fill(book, contents);
}

static struct typeset *open_typeset(struct canvas *canvas, struct pool *pool,
                                    const struct look *look, const char *language)
{
    struct typeset *typeset = typeset_new(canvas, pool, language);

    typeset_families(typeset, look->serif, look->sans, look->mono);
    return typeset;
}

/* Where each week's page stands in the whole book, which is laid out for that and thrown away. */
static const int *week_starts(const struct edition *edition, const struct look *look,
                              const struct canvas_facts *facts, struct pool *pool)
{
    struct canvas *canvas = canvas_new(facts);
    struct typeset *typeset = open_typeset(canvas, pool, look, facts->language);
    struct book book;

    book_open(&book, edition, look, pool, canvas, typeset);
    all_pages(&book);
    typeset_free(typeset);
    canvas_free(canvas);
    return book.week_pages;
}

/* What the book was made of travels in it, so that it can be built again. */
static void attach_sources(const struct edition *edition, struct canvas *canvas)
{
    const char *name =
        edition->schedule->plan->source ? edition->schedule->plan->source->name : "<";
    const char *slash = strrchr(name, '/');

    name = *name == '<' ? "roadmap.md" : slash ? slash + 1 : name;
    if (edition->roadmap)
        canvas_attachment(canvas, name, "text/markdown", "The roadmap this book was made from",
                          edition->roadmap, edition->roadmap_length);
    if (edition->settings)
        canvas_attachment(canvas, "roadbook.yaml", "application/yaml",
                          "The settings this book was built with", edition->settings,
                          strlen(edition->settings));
}

static enum render_result render(const struct edition *edition, struct text *out)
{
    const struct plan *plan = edition->schedule->plan;
    struct pool *pool = pool_new();
    const struct look *look = edition->look;
    char hours[DURATION_TEXT];

    struct canvas_facts facts = {
        .title = plan->title.text,
        .subject = pool_print(pool, "Workbook, %s a week",
                              duration_print(edition->schedule->rhythm.minutes, hours)),
        .language = plan->language,
        .identity = edition->fingerprint,
        .archive = edition->wanted.pdfa,
        .fillable = edition->wanted.fillable,
    };
    const int *starts =
        edition->wanted.first_week > 0 ? week_starts(edition, look, &facts, pool) : NULL;
    struct canvas *canvas = canvas_new(&facts);
    struct typeset *typeset = open_typeset(canvas, pool, look, plan->language);
    struct book book;
    book_open(&book, edition, look, pool, canvas, typeset);
    if (starts)
        chosen_weeks(&book, edition->wanted.first_week, edition->wanted.last_week, starts);
    else
        all_pages(&book);
    typeset_finish(typeset);
    if (!edition->wanted.pdfa)
        attach_sources(edition, canvas);
    bool good = canvas_finish(canvas, out);
    typeset_free(typeset);
    canvas_free(canvas);
    pool_free(pool);
    return good ? RENDERED : RENDER_FAILED;
}

const struct exporter workbook_exporter = {
    .name = "pdf",
    .suffix = ".pdf",
    .render = render,
};
