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

/* What a workbook is drawn from, once its pages' order is known. */
struct drawing {
    const struct edition *edition;
    struct pool *pool;
    struct page_order *order;
    /* laid out before, where only some weeks are asked for */
    const struct book *whole;
};

/* Draws all that is asked for, in a canvas and type that the caller frees. */
static void draw(const struct drawing *drawing, const struct canvas_facts *facts,
                 struct canvas **canvas, struct typeset **typeset)
{
    const struct edition *edition = drawing->edition;
    struct book book;

    *canvas = canvas_new(facts);
    *typeset = open_typeset(*canvas, drawing->pool, edition->look, facts->language);
    book_open(&book, edition, edition->look, drawing->pool, *canvas, *typeset);
    if (edition->asked.first_week == 0)
        all_pages(&book, drawing->order);
    else
        only_weeks(&book, edition->asked.first_week, edition->asked.last_week, drawing->whole);
    typeset_finish(*typeset);
}

/* --- Pages to print again --------------------------------------------------------------------- */

static struct page_digests digests_of(struct pool *pool, const struct canvas *canvas)
{
    int count = canvas_page_count(canvas);
    uint64_t *list = pool_alloc(pool, (size_t)count * sizeof *list);

    for (int i = 0; i < count; i++)
        list[i] = canvas_page_digest(canvas, i);
    return (struct page_digests){list, (size_t)count};
}

/* NULL: PRINTED does not tell all its pages. */
static const struct sheet_changes *changes_from(const struct edition *edition,
                                                const struct printed_book *printed,
                                                const struct page_digests *now)
{
    struct sheet_changes *changes;

    if (!printed || printed->state != OLD_BOOK_OURS || !printed->whole)
        return NULL;
    changes = pool_alloc(edition->record_pool, sizeof *changes);
    *changes = sheets_compare(edition->record_pool, &printed->pages, now, edition->look->duplex);
    return changes;
}

/* The pages that are to be put into the printed book, drawn among all the others. */
static bool draw_insert(const struct drawing *drawing, const struct canvas_facts *facts,
                        const struct sheet_changes *changes, size_t count, struct text *out)
{
    struct canvas_facts some = *facts;
    struct canvas *canvas;
    struct typeset *typeset;

    some.kept = changes->inserted;
    some.kept_count = count;
    draw(drawing, &some, &canvas, &typeset);
    bool good = canvas_finish(canvas, out);
    typeset_free(typeset);
    canvas_free(canvas);
    return good;
}

/* The book that stands where the new one goes; NULL: none of this plan's does. */
static const struct printed_book *standing_book(const struct carry *carry, struct pool *pool)
{
    const struct printed_book *book;

    if (carry->bytes.length == 0 || (carry->old && carry->old->state != OLD_BOOK_OURS))
        return NULL;
    book = printed_book_read(pool, text_string(&carry->bytes), carry->bytes.length);
    return strcmp(book->plan_id, carry->edition->schedule->plan->id) == 0 ? book : NULL;
}

/* Fills in the edition's reprint; CANVAS is finished. A book to fill in on a screen is not printed,
 * and of some weeks' pages others are not to be told apart. */
static bool find_reprint(const struct drawing *drawing, const struct canvas_facts *facts,
                         const struct carry *carry, const struct canvas *canvas)
{
    const struct edition *edition = drawing->edition;
    struct reprint *reprint = edition->reprint;

    if (!reprint || edition->asked.fillable || edition->asked.first_week > 0)
        return true;
    struct page_digests now = digests_of(drawing->pool, canvas);
    reprint->from_old = changes_from(edition, standing_book(carry, drawing->pool), &now);
    reprint->from_printed = changes_from(edition, reprint->since, &now);
    return !reprint->from_printed || reprint->from_printed->page_count == 0 ||
           draw_insert(drawing, facts, reprint->from_printed, now.count, &reprint->insert);
}

/* --- The book --------------------------------------------------------------------------------- */

static enum render_result render_over(struct carry *carry, const struct edition *edition,
                                      struct pool *pool, struct text *out)
{
    const struct plan *plan = edition->schedule->plan;
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
    struct page_order order = order_of(edition, pool);
    struct book whole;
    struct drawing drawing = {edition, pool, &order, &whole};
    if (edition->page_records)
        week_records_open(edition->schedule, edition->page_records);
    if (page_order_is_lived(edition->schedule)) {
        lay_out(&whole, &order, edition, &facts, pool);
        page_order_pin(&order, edition);
    }
    if (edition->asked.first_week > 0)
        lay_out(&whole, &order, edition, &facts, pool);
    struct canvas *canvas;
    struct typeset *typeset;
    draw(&drawing, &facts, &canvas, &typeset);
    if (!edition->asked.pdfa)
        attach_sources(edition, canvas);
    carry_fill(carry, canvas);
    enum render_result result = RENDER_FAILED;
    if (canvas_finish(canvas, out) && find_reprint(&drawing, &facts, carry, canvas))
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
