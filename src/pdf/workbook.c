/* workbook: the book of an edition, made of the kinds of page that its look lists. */
#include <string.h>

#include "base/report.h"
#include "pdf/carry.h"
#include "pdf/time_order.h"

static void all_pages(struct book *book)
{
    const struct look *look = book->look;
    const struct occasion whole = {.phase = -1};
    bool timed = false;

    for (size_t i = 0; i < look->page_count; i++) {
        const struct page_kind *kind = page_kinds[look->pages[i]];
        if (kind->scope == SCOPE_BOOK) {
            pages_add(book, kind, &whole);
        } else if (!timed) {
            time_pages(book);
            timed = true;
        }
    }
    if (canvas_page_count(book->canvas) == 0)
        pages_add(book, &cover_pages,
                  &whole); /* nothing of what is listed is there: still a book */
    canvas_select(book->canvas, 0);
    canvas_label(book->canvas, LABEL_DECIMAL, 1, NULL);
    for (size_t i = 0; i < look->page_count; i++)
        if (page_kinds[look->pages[i]]->finish)
            page_kinds[look->pages[i]]->finish(book);
}

static struct typeset *open_typeset(struct canvas *canvas, struct pool *pool,
                                    const struct look *look, const char *language)
{
    struct typeset *typeset = typeset_new(canvas, pool, language);

    typeset_families(typeset, look->serif, look->sans, look->mono);
    return typeset;
}

/* Lays the whole book out, for where its weeks stand, and throws its pages away. */
static void lay_out(struct book *whole, const struct edition *edition,
                    const struct canvas_facts *facts, struct pool *pool)
{
    struct canvas *canvas = canvas_new(facts);
    struct typeset *typeset = open_typeset(canvas, pool, edition->look, facts->language);

    book_open(whole, edition, edition->look, pool, canvas, typeset);
    all_pages(whole);
    typeset_free(typeset);
    canvas_free(canvas);
    whole->canvas = NULL;
    whole->typeset = NULL;
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

static enum render_result render_over(struct carry *carry, const struct edition *edition,
                                      struct pool *pool, struct text *out)
{
    const struct plan *plan = edition->schedule->plan;
    const struct look *look = edition->look;
    size_t before = out->length;
    char hours[DURATION_TEXT];

    struct canvas_facts facts = {
        .title = plan->title.text,
        .subject = pool_print(pool, "Workbook, %s a week",
                              duration_print(edition->schedule->rhythm.minutes, hours)),
        .language = plan->language,
        .identity = plan->id,
        .archive = edition->asked.pdfa,
        .fillable = edition->asked.fillable,
    };
    bool whole_book = edition->asked.first_week == 0;
    struct book book, whole;
    if (!whole_book)
        lay_out(&whole, edition, &facts, pool);
    struct canvas *canvas = canvas_new(&facts);
    struct typeset *typeset = open_typeset(canvas, pool, look, plan->language);
    book_open(&book, edition, look, pool, canvas, typeset);
    if (whole_book)
        all_pages(&book);
    else
        only_weeks(&book, edition->asked.first_week, edition->asked.last_week, &whole);
    typeset_finish(typeset);
    if (!edition->asked.pdfa)
        attach_sources(edition, canvas);
    carry_fill(carry, canvas);
    enum render_result result = RENDER_FAILED;
    if (canvas_finish(canvas, out))
        result = carry_judge(carry, out->bytes + before, out->length - before);
    typeset_free(typeset);
    canvas_free(canvas);
    return result;
}

static enum render_result render(const struct edition *edition, struct text *out)
{
    struct pool *pool = pool_new();
    struct carry carry;
    enum render_result result = RENDER_FAILED;

    if (carry_open(&carry, edition, pool))
        result = render_over(&carry, edition, pool, out);
    carry_close(&carry);
    pool_free(pool);
    return result;
}

const struct exporter workbook_exporter = {
    .name = "pdf",
    .suffix = ".pdf",
    .help = "a workbook to print",
    .render = render,
};
