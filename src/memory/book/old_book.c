/* old_book: a PDF's fields and annotations, page by page, through qpdf. */
#include "memory/book/old_book.h"

#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/apart.h"
#include "base/hash.h"
#include "base/text.h"

#define DEEPEST          16 /* of fields in fields: ours have one level */
#define MOST_ANNOTATIONS 1000000

/* What reading a file may take: of its size, as far as that counts. */
#define SIZE_SMALL   ((size_t)640 << 10)
#define SIZE_MOST    ((size_t)8 << 20)
#define TIME_LEAST   900 /* milliseconds; two more a kilobyte beyond a small size */
#define MEMORY_LEAST ((size_t)64 << 20)
#define MEMORY_RATIO 64

/* How a field's kind is told by the process that read it. */
enum { FIELD_WRITTEN = 'w', FIELD_ON = '1', FIELD_OFF = '0' };

struct reader {
    struct pool *pool;
    qpdf_data qpdf;
    struct old_book *book;
    struct old_field *fields;
    size_t capacity;
    /* annotations seen so far */
    size_t seen;
};

uint64_t book_pages_add(uint64_t digest, const void *content, size_t length)
{
    return hash_bytes(hash_add(digest, length), content, length);
}

/* --- Objects ---------------------------------------------------------------------------------- */

/* The entry of a dictionary, resolved; null where there is none. To be released. */
static qpdf_oh entry_of(const struct reader *reader, qpdf_oh dictionary, const char *key)
{
    if (!qpdf_oh_is_dictionary(reader->qpdf, dictionary))
        return qpdf_oh_new_null(reader->qpdf);
    return qpdf_oh_get_key(reader->qpdf, dictionary, key);
}

/* A text string's UTF-8, its lines ended by '\n'; NULL where OBJECT is none. */
static const char *text_of(const struct reader *reader, qpdf_oh object)
{
    const char *value;
    size_t length;
    struct text text = TEXT_INIT;

    if (!qpdf_oh_get_value_as_utf8(reader->qpdf, object, &value, &length))
        return NULL;
    utf8_repair(&text, value, length, NULL);
    const char *copy = pool_copy(reader->pool, text_string(&text), text.length);
    text_free(&text);
    return copy;
}

static const char *text_at(const struct reader *reader, qpdf_oh dictionary, const char *key)
{
    qpdf_oh object = entry_of(reader, dictionary, key);
    const char *text = text_of(reader, object);

    qpdf_oh_release(reader->qpdf, object);
    return text;
}

/* The entry of a field, which those above it may hold for it. To be released. */
static qpdf_oh inherited(const struct reader *reader, qpdf_oh field, const char *key)
{
    qpdf_oh at = qpdf_oh_new_object(reader->qpdf, field), found = entry_of(reader, at, key);

    for (int depth = 0; depth < DEEPEST && qpdf_oh_is_null(reader->qpdf, found); depth++) {
        qpdf_oh above = entry_of(reader, at, "/Parent");
        qpdf_oh_release(reader->qpdf, at);
        qpdf_oh_release(reader->qpdf, found);
        at = above;
        found = entry_of(reader, at, key);
    }
    qpdf_oh_release(reader->qpdf, at);
    return found;
}

static bool is_field_of(const struct reader *reader, qpdf_oh widget, const char *kind)
{
    qpdf_oh object = inherited(reader, widget, "/FT");
    bool is = qpdf_oh_is_name_and_equals(reader->qpdf, object, kind);

    qpdf_oh_release(reader->qpdf, object);
    return is;
}

static bool is_annotation_of(const struct reader *reader, qpdf_oh annotation, const char *kind)
{
    return qpdf_oh_is_dictionary_of_type(reader->qpdf, annotation, "", kind);
}

/* --- Fields ----------------------------------------------------------------------------------- */

/* Its name, after those above it: "form.week-1-tick"; "" where it has none. */
static const char *full_name(const struct reader *reader, qpdf_oh field)
{
    qpdf_oh at = qpdf_oh_new_object(reader->qpdf, field);
    const char *name = "";

    for (int depth = 0; depth < DEEPEST && qpdf_oh_is_dictionary(reader->qpdf, at); depth++) {
        const char *part = text_at(reader, at, "/T");
        if (part)
            name = *name ? pool_print(reader->pool, "%s.%s", part, name) : part;
        qpdf_oh above = entry_of(reader, at, "/Parent");
        qpdf_oh_release(reader->qpdf, at);
        at = above;
    }
    qpdf_oh_release(reader->qpdf, at);
    return name;
}

static void add_field(struct reader *reader, qpdf_oh widget, struct old_field field)
{
    const char *tip = text_at(reader, widget, "/TU");

    field.name = full_name(reader, widget);
    field.tip = tip ? tip : "";
    reader->fields = pool_extend(reader->pool, reader->fields, reader->book->field_count,
                                 &reader->capacity, sizeof *reader->fields);
    reader->fields[reader->book->field_count++] = field;
}

/* What a place to write in holds under KEY; NULL: no text, but something. */
static const char *written(const struct reader *reader, qpdf_oh widget, const char *key)
{
    qpdf_oh object = inherited(reader, widget, key);
    const char *text = qpdf_oh_is_null(reader->qpdf, object) ? "" : text_of(reader, object);

    qpdf_oh_release(reader->qpdf, object);
    return text;
}

static void look_at_text(struct reader *reader, qpdf_oh widget)
{
    const char *now = written(reader, widget, "/V"), *then = written(reader, widget, "/DV");

    if (!now)
        reader->book->odd_count++;
    else if (!then || strcmp(now, then) != 0)
        add_field(reader, widget, (struct old_field){.text = now});
}

/* true where a box's state under KEY is a name other than Off; OTHERWISE where it has none. */
static bool is_on(const struct reader *reader, qpdf_oh widget, const char *key, bool otherwise)
{
    qpdf_oh object = inherited(reader, widget, key);
    bool named = qpdf_oh_is_name(reader->qpdf, object);
    bool off = qpdf_oh_is_name_and_equals(reader->qpdf, object, "/Off");

    qpdf_oh_release(reader->qpdf, object);
    return named ? !off : otherwise;
}

/* Some programs change a box's value alone, some its appearance alone: either is meant. */
static void look_at_box(struct reader *reader, qpdf_oh widget)
{
    bool then = is_on(reader, widget, "/DV", false), now = is_on(reader, widget, "/V", false);

    if (now != then || is_on(reader, widget, "/AS", now) != then)
        add_field(reader, widget, (struct old_field){.ticked = !then});
}

static void look_at_field(struct reader *reader, qpdf_oh widget)
{
    if (is_field_of(reader, widget, "/Tx"))
        look_at_text(reader, widget);
    else if (is_field_of(reader, widget, "/Btn"))
        look_at_box(reader, widget);
    else
        reader->book->odd_count++; /* a list or a signature is not ours */
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const struct old_field *)a)->name, ((const struct old_field *)b)->name);
}

static bool says_same(const struct old_field *a, const struct old_field *b)
{
    if (!a->text || !b->text)
        return !a->text && !b->text && a->ticked == b->ticked;
    return strcmp(a->text, b->text) == 0;
}

/* By name, each once: a field shown in two places says the same there. */
static void sort_fields(struct reader *reader)
{
    struct old_book *book = reader->book;
    size_t count = book->field_count;

    if (count > 0)
        qsort(reader->fields, count, sizeof *reader->fields, compare_names);
    book->field_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct old_field *field = &reader->fields[i];
        struct old_field *last = &reader->fields[book->field_count - (book->field_count > 0)];
        if (book->field_count == 0 || compare_names(last, field) != 0)
            reader->fields[book->field_count++] = *field;
        else
            book->odd_count += !says_same(last, field);
    }
    book->fields = reader->fields;
}

/* --- Pages ------------------------------------------------------------------------------------ */

static void look_at_annotation(struct reader *reader, qpdf_oh annotation)
{
    /* A note's pop-up is shown beside the note, which is counted. */
    if (is_annotation_of(reader, annotation, "/Widget"))
        look_at_field(reader, annotation);
    else if (!is_annotation_of(reader, annotation, "/Link") &&
             !is_annotation_of(reader, annotation, "/Popup"))
        reader->book->note_count++;
}

static void look_at_annotations(struct reader *reader, qpdf_oh page)
{
    qpdf_oh list = entry_of(reader, page, "/Annots");
    int count =
        qpdf_oh_is_array(reader->qpdf, list) ? qpdf_oh_get_array_n_items(reader->qpdf, list) : 0;

    for (int i = 0; i < count && reader->seen < MOST_ANNOTATIONS; i++, reader->seen++) {
        qpdf_oh annotation = qpdf_oh_get_array_item(reader->qpdf, list, i);
        if (qpdf_oh_is_dictionary(reader->qpdf, annotation))
            look_at_annotation(reader, annotation);
        qpdf_oh_release(reader->qpdf, annotation);
    }
    qpdf_oh_release(reader->qpdf, list);
}

/* DIGEST with the page's operators. */
static uint64_t add_content(const struct reader *reader, qpdf_oh page, uint64_t digest)
{
    unsigned char *content = NULL;
    size_t length = 0;

    if (!(qpdf_oh_get_page_content_data(reader->qpdf, page, &content, &length) & QPDF_ERRORS))
        digest = book_pages_add(digest, content, length);
    free(content);
    return digest;
}

static void look_at_pages(struct reader *reader, const char *written_digest)
{
    int count = qpdf_get_num_pages(reader->qpdf);
    uint64_t digest = BOOK_PAGES_START;
    char hexadecimal[17];

    for (int i = 0; i < count; i++) {
        qpdf_oh page = qpdf_get_page_n(reader->qpdf, (size_t)i);
        look_at_annotations(reader, page);
        if (written_digest)
            digest = add_content(reader, page, digest);
        qpdf_oh_release(reader->qpdf, page);
    }
    sort_fields(reader);
    snprintf(hexadecimal, sizeof hexadecimal, "%016llx", (unsigned long long)digest);
    if (written_digest)
        reader->book->pages = strcmp(written_digest, hexadecimal) == 0 ? PAGES_SAME : PAGES_CHANGED;
}

/* --- The file --------------------------------------------------------------------------------- */

/* The first edition's books say who made them and no more. */
static void look_at_book(struct reader *reader)
{
    qpdf_oh trailer = qpdf_get_trailer(reader->qpdf), info = entry_of(reader, trailer, "/Info");
    const char *creator = text_at(reader, info, "/Creator");
    const char *plan = text_at(reader, info, "/" BOOK_PLAN_KEY);
    const char *pages = text_at(reader, info, "/" BOOK_PAGES_KEY);

    reader->book->plan_id = plan ? plan : "";
    if (plan || (creator && strcmp(creator, "roadbook") == 0)) {
        reader->book->state = OLD_BOOK_OURS;
        look_at_pages(reader, pages);
    } else {
        reader->book->state = OLD_BOOK_FOREIGN;
    }
}

/* Reads BYTES in this process. */
static struct old_book *read_here(struct pool *pool, const char *bytes, size_t length)
{
    struct old_book *book = pool_alloc(pool, sizeof *book);
    struct reader reader = {.pool = pool, .qpdf = qpdf_init(), .book = book};

    book->plan_id = "";
    qpdf_silence_errors(reader.qpdf);
    qpdf_set_suppress_warnings(reader.qpdf, QPDF_TRUE);
    /* What is broken is left alone, not guessed at. */
    qpdf_set_attempt_recovery(reader.qpdf, QPDF_FALSE);
    if (!(qpdf_read_memory(reader.qpdf, "the old book", bytes, length, "") & QPDF_ERRORS))
        look_at_book(&reader);
    if (qpdf_get_error(reader.qpdf)) /* an error that is not fetched is printed in the end */
        book->state = OLD_BOOK_UNREADABLE;
    qpdf_cleanup(&reader.qpdf);
    return book;
}

/* --- In a process of its own ------------------------------------------------------------------ */

/* A few bytes can unpack to gigabytes, or lead around in circles for hours. An ordinary book takes
 * a fifth of this time and half of this memory. */
static struct apart_limits limits_for(size_t length)
{
    size_t size = length < SIZE_MOST ? length : SIZE_MOST;
    size_t beyond = size > SIZE_SMALL ? size - SIZE_SMALL : 0;

    return (struct apart_limits){.milliseconds = TIME_LEAST + (int)(2 * beyond / 1024),
                                 .bytes = MEMORY_LEAST + size * MEMORY_RATIO};
}

struct file {
    const char *bytes;
    size_t length;
};

static void add_string(struct text *out, const char *string)
{
    text_add_bytes(out, string, strlen(string) + 1);
}

/* The book as bytes: itself, without its pointers, and its strings, each with its NUL. */
static void read_apart(void *data, struct text *out)
{
    const struct file *file = data;
    struct pool *pool = pool_new();
    const struct old_book *book = read_here(pool, file->bytes, file->length);

    text_add_bytes(out, book, sizeof *book);
    add_string(out, book->plan_id);
    for (size_t i = 0; i < book->field_count; i++) {
        const struct old_field *field = &book->fields[i];
        text_add_char(out, field->text ? FIELD_WRITTEN : field->ticked ? FIELD_ON : FIELD_OFF);
        add_string(out, field->name);
        add_string(out, field->tip);
        add_string(out, field->text ? field->text : "");
    }
    pool_free(pool);
}

/* What is left of the bytes; what read a hostile file is not trusted either. */
struct rest {
    const char *at, *end;
};

/* The next string; "" past the end. */
static const char *take_string(struct rest *rest)
{
    const char *string = rest->at;
    const char *end = memchr(string, '\0', (size_t)(rest->end - string));

    if (!end)
        return "";
    rest->at = end + 1;
    return string;
}

static struct old_field take_field(struct rest *rest)
{
    struct old_field field = {0};

    if (rest->at == rest->end)
        return (struct old_field){.name = "", .tip = ""};
    char kind = *rest->at++;
    field.name = take_string(rest);
    field.tip = take_string(rest);
    const char *text = take_string(rest);
    field.text = kind == FIELD_WRITTEN ? text : NULL;
    field.ticked = kind == FIELD_ON;
    return field;
}

/* The book that the bytes say; unreadable where they are none. */
static void take_book(struct pool *pool, const struct text *bytes, struct old_book *book)
{
    const char *copy = pool_copy(pool, text_string(bytes), bytes->length);
    struct rest rest = {.at = copy, .end = copy + bytes->length};

    if (bytes->length < sizeof *book)
        return;
    memcpy(book, copy, sizeof *book);
    rest.at += sizeof *book;
    book->plan_id = take_string(&rest);
    if (book->field_count > bytes->length)
        book->field_count = 0;
    struct old_field *fields = pool_alloc(pool, (book->field_count + 1) * sizeof *fields);
    for (size_t i = 0; i < book->field_count; i++)
        fields[i] = take_field(&rest);
    book->fields = fields;
}

const struct old_book *old_book_read(struct pool *pool, const char *bytes, size_t length)
{
    struct old_book *book = pool_alloc(pool, sizeof *book);
    struct file file = {bytes, length};
    struct text result = TEXT_INIT;

    *book = (struct old_book){.state = OLD_BOOK_UNREADABLE, .plan_id = ""};
    enum apart_end end = apart_work(limits_for(length), read_apart, &file, &result);
    if (end == APART_DONE)
        take_book(pool, &result, book);
    else if (end == APART_TOO_MUCH)
        book->state = OLD_BOOK_TOO_MUCH;
    text_free(&result);
    return book;
}
