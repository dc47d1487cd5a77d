/* insert: the pages to put into a book that was printed, as a file beside the new one. */
#include "pdf/carry.h"

static enum render_result render(const struct edition *edition, struct text *out)
{
    const struct text *insert = edition->reprint ? &edition->reprint->insert : NULL;
    size_t before = out->length;
    struct pool *pool;
    struct carry carry;
    enum render_result result = RENDER_FAILED;

    if (!insert || insert->length == 0)
        return RENDERED_NOTHING;
    pool = pool_new();
    if (carry_open(&carry, edition, pool)) {
        text_add_bytes(out, insert->bytes, insert->length);
        result = carry_judge(&carry, out->bytes + before, insert->length);
    }
    carry_close(&carry);
    pool_free(pool);
    return result;
}

const struct exporter insert_exporter = {
    .name = "insert",
    .suffix = "-insert.pdf",
    .help = "pages to put into a printed workbook",
    .render = render,
};
