/* printed_book: the list of digests in a PDF, through qpdf. */
#include "memory/book/printed_book.h"

#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/apart.h"
#include "base/text.h"

#define MOST_PAGES   100000
#define MOST_NAMES   1000
#define MOST_LINES   ((size_t)4 << 20) /* bytes of the list */
#define TIME_LEAST   900               /* milliseconds; one more a kilobyte of the file */
#define MEMORY_LEAST ((size_t)64 << 20)
#define MEMORY_RATIO 64
#define SIZE_MOST    ((size_t)8 << 20)

/* What the process that reads tells, a byte each before the plan's id and the list. */
enum { LIST_FOUND = 'f', LIST_TAKEN = 't' };

struct file {
    const char *bytes;
    size_t length;
};

/* --- In a process of its own ------------------------------------------------------------------ */

static void add_info(qpdf_data qpdf, qpdf_oh info, const char *key, struct text *out)
{
    const char *value = "";
    size_t length = 0;
    qpdf_oh object = qpdf_oh_get_key_if_dict(qpdf, info, key);

    if (qpdf_oh_get_value_as_utf8(qpdf, object, &value, &length))
        text_add(out, value);
}

/* Appends a stream's bytes; false where it is none. */
static bool add_stream(qpdf_data qpdf, qpdf_oh stream, struct text *out)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    QPDF_BOOL decoded = QPDF_FALSE;

    if (!qpdf_oh_is_stream(qpdf, stream) ||
        (qpdf_oh_get_stream_data(qpdf, stream, qpdf_dl_all, &decoded, &bytes, &length) &
         QPDF_ERRORS) ||
        !bytes)
        return false;
    text_add_bytes(out, bytes, length < MOST_LINES ? length : MOST_LINES);
    free(bytes);
    return true;
}

static bool is_list(qpdf_data qpdf, qpdf_oh name)
{
    const char *value;
    size_t length;

    return qpdf_oh_get_value_as_utf8(qpdf, name, &value, &length) &&
           strcmp(value, BOOK_DIGESTS_FILE) == 0;
}

/* Of the attached files, in the root of their tree, where we put them. */
static bool add_attached(qpdf_data qpdf, qpdf_oh catalog, struct text *out)
{
    qpdf_oh names = qpdf_oh_get_key_if_dict(qpdf, catalog, "/Names");
    qpdf_oh files = qpdf_oh_get_key_if_dict(qpdf, names, "/EmbeddedFiles");
    qpdf_oh list = qpdf_oh_get_key_if_dict(qpdf, files, "/Names");
    int count = qpdf_oh_is_array(qpdf, list) ? qpdf_oh_get_array_n_items(qpdf, list) : 0;

    for (int i = 0; i + 1 < count && i < MOST_NAMES; i += 2) {
        if (!is_list(qpdf, qpdf_oh_get_array_item(qpdf, list, i)))
            continue;
        qpdf_oh file = qpdf_oh_get_array_item(qpdf, list, i + 1);
        qpdf_oh holder = qpdf_oh_get_key_if_dict(qpdf, file, "/EF");
        return add_stream(qpdf, qpdf_oh_get_key_if_dict(qpdf, holder, "/F"), out);
    }
    return false;
}

/* The list as it would be, of a book that has none. */
static void take_list(qpdf_data qpdf, struct text *out)
{
    int count = qpdf_get_num_pages(qpdf);

    for (int i = 0; i < count && i < MOST_PAGES; i++) {
        unsigned char *content = NULL;
        size_t length = 0;
        qpdf_oh page = qpdf_get_page_n(qpdf, (size_t)i);
        uint64_t digest = BOOK_PAGES_START;
        if (!(qpdf_oh_get_page_content_data(qpdf, page, &content, &length) & QPDF_ERRORS))
            digest = book_pages_add(digest, content, length);
        free(content);
        text_print(out, "%d %016llx\n", i + 1, (unsigned long long)digest);
    }
}

static void look_at_book(qpdf_data qpdf, struct text *out)
{
    qpdf_oh info = qpdf_oh_get_key_if_dict(qpdf, qpdf_get_trailer(qpdf), "/Info");
    qpdf_oh catalog = qpdf_get_root(qpdf);
    struct text list = TEXT_INIT, creator = TEXT_INIT, plan = TEXT_INIT;
    char found = LIST_FOUND;

    add_info(qpdf, info, "/Creator", &creator);
    add_info(qpdf, info, "/" BOOK_PLAN_KEY, &plan);
    bool ours = plan.length > 0 || strcmp(text_string(&creator), "roadbook") == 0;
    if (ours && !add_attached(qpdf, catalog, &list) &&
        !add_stream(qpdf, qpdf_oh_get_key_if_dict(qpdf, catalog, "/" BOOK_DIGESTS_KEY), &list)) {
        found = LIST_TAKEN;
        take_list(qpdf, &list);
    }
    if (ours) {
        text_add_char(out, found);
        text_add_bytes(out, text_string(&plan), plan.length + 1);
        text_add_bytes(out, text_string(&list), list.length + 1);
    }
    text_free(&list);
    text_free(&creator);
    text_free(&plan);
}

/* Nothing of a book that is not ours; one byte of what is no book. */
static void read_apart(void *data, struct text *out)
{
    const struct file *file = data;
    qpdf_data qpdf = qpdf_init();

    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    qpdf_set_attempt_recovery(qpdf, QPDF_FALSE);
    if (!(qpdf_read_memory(qpdf, "the printed book", file->bytes, file->length, "") & QPDF_ERRORS))
        look_at_book(qpdf, out);
    if (qpdf_get_error(qpdf)) {
        text_clear(out);
        text_add_char(out, '\0');
    }
    qpdf_cleanup(&qpdf);
}

/* --- What it told ----------------------------------------------------------------------------- */

/* Takes the list's lines; not whole where they are not the pages 1, 2, 3 and so on. */
static void take_lines(struct pool *pool, const char *lines, struct printed_book *book)
{
    size_t capacity = 0, count = 0;
    uint64_t *list = NULL;

    for (const char *line = lines; *line;) {
        char *end;
        unsigned long number = strtoul(line, &end, 10);
        if (number != count + 1 || *end != ' ')
            return;
        list = pool_extend(pool, list, count, &capacity, sizeof *list);
        list[count++] = strtoull(end, &end, 16);
        if (*end != '\n')
            return;
        line = end + 1;
    }
    book->whole = count > 0;
    book->pages = (struct page_digests){list, count};
}

static void take_book(struct pool *pool, const struct text *told, struct printed_book *book)
{
    const char *bytes = pool_copy(pool, text_string(told), told->length);
    const char *end = bytes + told->length;
    const char *plan_end = told->length > 1 ? memchr(bytes + 1, '\0', told->length - 1) : NULL;

    book->state = OLD_BOOK_UNREADABLE;
    if (told->length == 0)
        book->state = OLD_BOOK_FOREIGN;
    if (!plan_end)
        return;
    book->state = OLD_BOOK_OURS;
    book->taken = *bytes == LIST_TAKEN;
    book->plan_id = bytes + 1;
    if (plan_end + 1 < end)
        take_lines(pool, plan_end + 1, book);
}

const struct printed_book *printed_book_read(struct pool *pool, const char *bytes, size_t length)
{
    struct printed_book *book = pool_alloc(pool, sizeof *book);
    struct file file = {bytes, length};
    size_t size = length < SIZE_MOST ? length : SIZE_MOST;
    struct apart_limits limits = {.milliseconds = TIME_LEAST + (int)(size / 1024),
                                  .bytes = MEMORY_LEAST + size * MEMORY_RATIO};
    struct text told = TEXT_INIT;

    *book = (struct printed_book){.state = OLD_BOOK_UNREADABLE, .plan_id = ""};
    enum apart_end end = apart_work(limits, read_apart, &file, &told);
    if (end == APART_DONE)
        take_book(pool, &told, book);
    else if (end == APART_TOO_MUCH)
        book->state = OLD_BOOK_TOO_MUCH;
    text_free(&told);
    return book;
}
