/* chapters_text: gathers what sessions read of a book. */
#include "pdf/parts/chapters_text.h"

const char *chapters_read(struct pool *pool, const struct schedule *schedule,
                          const struct item *item, size_t first, size_t count)
{
    int from = 0, to = 0;

    for (size_t i = first; i < first + count && i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        const struct chapters *read = &session->chapters;
        if (read->from == 0 || session->items[0] != item)
            continue;
        from = from == 0 || read->from < from ? read->from : from;
        to = read->to > to ? read->to : to;
    }
    if (from == 0)
        return "";
    const char *of = item->chapters.to > to ? pool_print(pool, " of %d", item->chapters.to) : "";
    return from == to ? pool_print(pool, "chapter %d%s", from, of)
                      : pool_print(pool, "chapters %d–%d%s", from, to, of);
}
