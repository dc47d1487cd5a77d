/* names: name trees of the document: named destinations and attached files. */
#include <stdlib.h>
#include <string.h>

#include "pdf/canvas/document.h"

#define NAMES_PER_LEAF  64
#define LEAVES_PER_NODE 1024 /* far below an array's limit of 32,767 items */

/* --- Named destinations ----------------------------------------------------------------------- */

static int compare_names(const void *one, const void *other)
{
    const struct target *const *a = one, *const *b = other;

    return strcmp((*a)->name, (*b)->name);
}

static void add_limits(struct text *entries, const char *first, const char *last)
{
    text_add(entries, "/Limits [");
    canvas_literal(entries, first, strlen(first));
    text_add_char(entries, ' ');
    canvas_literal(entries, last, strlen(last));
    text_add(entries, "]\n");
}

static int name_leaf(struct canvas *canvas, struct target **targets, size_t count)
{
    int leaf = canvas_dictionary(canvas);
    struct text *entries = canvas_entries(canvas, leaf);

    add_limits(entries, targets[0]->name, targets[count - 1]->name);
    text_add(entries, "/Names [");
    for (size_t i = 0; i < count; i++) {
        canvas_literal(entries, targets[i]->name, strlen(targets[i]->name));
        text_print(entries, " %d 0 R\n", canvas_destination(canvas, targets[i]));
    }
    text_add(entries, "]\n");
    return leaf;
}

/* A tree of the targets sorted by name (ISO 32000-1, 7.9.6): the root's kids are leaves, or, in a
 * book beyond all measure, nodes of leaves. */
static int name_node(struct canvas *canvas, struct target **targets, size_t count, size_t per_kid,
                     bool root)
{
    int node = canvas_dictionary(canvas);
    struct text kids = TEXT_INIT;
    struct text *entries;

    for (size_t i = 0; i < count; i += per_kid) {
        size_t here = count - i < per_kid ? count - i : per_kid;
        int kid = per_kid == NAMES_PER_LEAF
                      ? name_leaf(canvas, targets + i, here)
                      : name_node(canvas, targets + i, here, NAMES_PER_LEAF, false);
        text_print(&kids, "%d 0 R ", kid);
    }
    entries = canvas_entries(canvas, node);
    if (!root)
        add_limits(entries, targets[0]->name, targets[count - 1]->name);
    text_print(entries, "/Kids [%s]\n", text_string(&kids));
    text_free(&kids);
    return node;
}

static int write_destinations(struct canvas *canvas)
{
    size_t count = 0;
    struct target **sorted =
        pool_alloc(canvas->pool, (canvas->target_count + 1) * sizeof(struct target *));

    for (size_t i = 0; i < canvas->target_count; i++)
        if (canvas_keeps(canvas, canvas->targets[i].page))
            sorted[count++] = &canvas->targets[i];
    if (count == 0)
        return 0;
    bool small = count <= (size_t)NAMES_PER_LEAF * LEAVES_PER_NODE;
    qsort(sorted, count, sizeof(struct target *), compare_names);
    return name_node(canvas, sorted, count,
                     small ? NAMES_PER_LEAF : (size_t)NAMES_PER_LEAF * LEAVES_PER_NODE, true);
}

/* --- Attached files --------------------------------------------------------------------------- */

void canvas_attachment(struct canvas *canvas, const char *name, const char *type, const char *words,
                       const void *bytes, size_t length)
{
    canvas->attachments = pool_extend(canvas->pool, canvas->attachments, canvas->attachment_count,
                                      &canvas->attachment_capacity, sizeof *canvas->attachments);
    canvas->attachments[canvas->attachment_count++] = (struct attachment){
        canvas_keep(canvas, name), canvas_keep(canvas, type), canvas_keep(canvas, words),
        pool_copy(canvas->pool, bytes, length), length};
}

/* A MIME type as a name: "/text#2Fmarkdown". */
static void add_type(struct text *entries, const char *type)
{
    text_add(entries, "/Subtype/");
    for (; *type; type++) {
        if (*type == '/')
            text_add(entries, "#2F");
        else
            text_add_char(entries, *type);
    }
}

/* A file specification with the file in it (ISO 32000-1, 7.11). */
static int write_attachment(struct canvas *canvas, const struct attachment *file)
{
    int stream = canvas_stream(canvas, file->bytes, file->length), object;
    struct text *entries = canvas_entries(canvas, stream);

    text_add(entries, "/Type/EmbeddedFile");
    add_type(entries, file->type);
    text_print(entries, "/Params<</Size %zu>>\n", file->length);
    object = canvas_dictionary(canvas);
    entries = canvas_entries(canvas, object);
    text_add(entries, "/Type/Filespec/AFRelationship/Source/F");
    canvas_text_string(entries, file->name);
    text_add(entries, "/UF");
    canvas_text_string(entries, file->name);
    text_add(entries, "/Desc");
    canvas_text_string(entries, file->words);
    text_print(entries, "/EF<</F %d 0 R/UF %d 0 R>>", stream, stream);
    return object;
}

static int compare_attachments(const void *one, const void *other)
{
    const struct attachment *a = one, *b = other;

    return strcmp(a->name, b->name);
}

static int write_attachments(struct canvas *canvas)
{
    int node = canvas_dictionary(canvas);
    struct text names = TEXT_INIT;

    qsort(canvas->attachments, canvas->attachment_count, sizeof *canvas->attachments,
          compare_attachments);
    for (size_t i = 0; i < canvas->attachment_count; i++) {
        canvas_literal(&names, canvas->attachments[i].name, strlen(canvas->attachments[i].name));
        text_print(&names, " %d 0 R ", write_attachment(canvas, &canvas->attachments[i]));
    }
    text_print(canvas_entries(canvas, node), "/Names[%s]", text_string(&names));
    text_free(&names);
    return node;
}

void canvas_write_names(struct canvas *canvas)
{
    int destinations = write_destinations(canvas);
    int files = canvas->attachment_count > 0 ? write_attachments(canvas) : 0;
    struct text *catalog = canvas_catalog(canvas);

    if (destinations == 0 && files == 0)
        return;
    text_add(catalog, "/Names <<");
    if (destinations > 0)
        text_print(catalog, "/Dests %d 0 R", destinations);
    if (files > 0)
        text_print(catalog, "/EmbeddedFiles %d 0 R", files);
    text_add(catalog, ">>\n");
}
