/* comments: ISO/IEC 29500-1, 18.7, and the threads of [MS-XLSX] 2.6.205. */
#include "memory/xlsx/comments.h"

#include <string.h>

#include "memory/xlsx/formula.h"
#include "memory/xlsx/xml.h"

/* What a note begins with that stands for a thread in programs that know none. */
#define THREAD_STAND_IN "[Threaded comment]"

struct reading {
    struct store *store;
    struct comments *comments;
    size_t capacity;
    /* its threads were read; what is read now is one, a phonetic guide */
    bool threads, thread, guide;
    struct comment comment;
    struct text raw, decoded;
};

static void starts(struct xml_reader *reader, const char *name, const char **attributes)
{
    struct reading *reading = reader->data;

    if (strcmp(name, "comment") == 0 || strcmp(name, "threadedComment") == 0) {
        const char *place = xml_attribute(attributes, "ref");
        text_clear(&reading->raw);
        reading->thread = strcmp(name, "comment") != 0;
        if (!place || !place_parse(place, &reading->comment.row, &reading->comment.column))
            reader->fault = "holds a comment without a place";
    } else if (strcmp(name, "rPh") == 0) {
        reading->guide = true;
    } else if (!reading->guide && strcmp(name, reading->thread ? "text" : "t") == 0) {
        reader->into = &reading->raw;
    }
}

/* An answer in the thread of the comment before it. */
static bool answers(const struct reading *reading)
{
    const struct comments *list = reading->comments;
    const struct comment *last = list->count > 0 ? &list->items[list->count - 1] : NULL;

    return reading->thread && last && last->row == reading->comment.row &&
           last->column == reading->comment.column;
}

static void keep(struct reading *reading, struct xml_reader *reader)
{
    struct comments *list = reading->comments;
    struct store *store = reading->store;
    bool answer = answers(reading);

    text_clear(&reading->decoded);
    if (answer)
        text_print(&reading->decoded, "%s\n", list->items[list->count - 1].words);
    text_add_decoded(&reading->decoded, text_string(&reading->raw), reading->raw.length);
    const char *words = text_string(&reading->decoded);
    if (reading->threads && strncmp(words, THREAD_STAND_IN, strlen(THREAD_STAND_IN)) == 0)
        return;
    reading->comment.words = store_text(store, words, reading->decoded.length);
    if (!reading->comment.words || !store_room(store, sizeof *list->items)) {
        reader->fault = STORE_FULL;
        return;
    }
    list->count -= answer;
    list->items =
        pool_extend(store->pool, list->items, list->count, &reading->capacity, sizeof *list->items);
    list->items[list->count++] = reading->comment;
}

static void ends(struct xml_reader *reader, const char *name)
{
    struct reading *reading = reader->data;

    reader->into = NULL;
    if (strcmp(name, "rPh") == 0)
        reading->guide = false;
    else if (strcmp(name, "comment") == 0 || strcmp(name, "threadedComment") == 0)
        keep(reading, reader);
}

static bool read_part(struct archive *archive, const struct relation *relation,
                      struct reading *reading, struct text *why)
{
    struct xml_reader reader = {
        .data = reading, .starts = starts, .ends = ends, .into_most = STORE_BYTES / 4};
    const struct archive_part *part = relation_part(archive, relation, why);

    return part && xml_read(archive, part, &reader, why);
}

bool comments_read(struct store *store, struct archive *archive, const struct relations *relations,
                   struct comments *comments, struct text *why)
{
    struct reading reading = {.store = store, .comments = comments};
    const struct relation *threads = relations_typed(relations, "threadedComment");
    const struct relation *notes = relations_typed(relations, "comments");

    *comments = (struct comments){NULL, 0};
    bool good = !threads || read_part(archive, threads, &reading, why);
    reading.threads = threads != NULL;
    good = good && (!notes || read_part(archive, notes, &reading, why));
    text_free(&reading.raw);
    text_free(&reading.decoded);
    return good;
}
