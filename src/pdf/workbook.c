/* workbook: the book of an edition, made of the kinds of page that its look lists. */
#include <string.h>

#include "base/report.h"
#include "pdf/carry.h"
#include "pdf/parts/week_record.h"
#include "pdf/time_order.h"

/* All kinds that the look lists; those of phases, months and weeks where the first of them is. */
static struct page_order order_of(const struct edition *edition, struct pool *pool)
{
    const struct look *look = edition->look;
    struct page_order order = {.pool = pool};
    bool timed = false;

    for (size_t i = 0; i < look->page_count; i++) {
        const struct page_kind *kind = page_kinds[look->pages[i]];
        if (kind->scope == SCOPE_BOOK) {
            page_order_add(&order, kind, &(struct occasion){.phase = -1});
        } else if (!timed) {
            time_order(edition->schedule, look, &order);
            timed = true;
        }
    }
    return order;
}

static void all_pages(struct book *book, struct page_order *order)
{
    const struct look *look = book->look;

    page_order_draw(order, book);
    if (canvas_page_count(book->canvas) == 0) /* nothing of what is listed is there: still a book */
        pages_add(book, &cover_pages, &(struct occasion){.phase = -1});
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

/* Lays the whole book out, for where its pages stand, and throws them away. */
static void lay_out(struct book *whole, struct page_order *order, const struct edition *edition,
                    const struct canvas_facts *facts, struct pool *pool)
{
    struct canvas *canvas = canvas_new(facts);
    struct typeset *typeset = open_typeset(canvas, pool, edition->look, facts->language);

    book_open(whole, edition, edition->look, pool, canvas, typeset);
    all_pages(whole, order);
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
    struct page_order order = order_of(edition, pool);
    struct book book, whole;
    if (edition->page_records)
        week_records_open(edition->schedule, edition->page_records);
    if (page_order_is_lived(edition->schedule)) {
        lay_out(&whole, &order, edition, &facts, pool);
        page_order_pin(&order, edition);
    }
    if (!whole_book)
        lay_out(&whole, &order, edition, &facts, pool);
    struct canvas *canvas = canvas_new(&facts);
    struct typeset *typeset = open_typeset(canvas, pool, look, plan->language);
    book_open(&book, edition, look, pool, canvas, typeset);
    if (whole_book)
        all_pages(&book, &order);
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
