/* directory: a ZIP file's end, its list of parts, and each part's own header, which must agree. The
 * numbers of sections are those of PKWARE's APPNOTE 6.3.10. */
#include "memory/xlsx/directory.h"

#include <stdlib.h>
#include <string.h>

#define PARTS_MOST 10000
#define NAME_MOST  1024 /* bytes */

/* Sizes of records without what is variable in them. */
#define END_SIZE     22 /* 4.3.16 */
#define LOCATOR_SIZE 20 /* 4.3.15 */
#define END64_SIZE   56 /* 4.3.14 */
#define ENTRY_SIZE   46 /* 4.3.12 */
#define LOCAL_SIZE   30 /* 4.3.7 */

#define END_MARK     0x06054b50u
#define LOCATOR_MARK 0x07064b50u
#define END64_MARK   0x06064b50u
#define ENTRY_MARK   0x02014b50u
#define LOCAL_MARK   0x04034b50u

#define SIZES_FOLLOW 0x0008u /* flag: the sizes stand behind the part */
#define ENCRYPTED    0x2041u /* flags: encrypted, strongly, its header masked */
#define IN_EXTRA     0xFFFFFFFFu
#define EXTRA64      0x0001u

struct span {
    uint64_t from, to;
};

struct directory {
    struct pool *pool;
    struct text *why;
    const unsigned char *bytes;
    uint64_t length;
    /* the list, and how many parts it has */
    struct span list;
    uint64_t count;
    struct archive_part *parts;
    /* where each part lies, with its header */
    struct span *spans;
};

static uint64_t number(const struct directory *directory, uint64_t at, int size)
{
    uint64_t value = 0;

    for (int i = size; i-- > 0;)
        value = value << 8 | directory->bytes[at + (uint64_t)i];
    return value;
}

static bool marked(const struct directory *directory, uint64_t at, uint64_t size, uint32_t mark)
{
    return size <= directory->length && at <= directory->length - size &&
           number(directory, at, 4) == mark;
}

static bool refuse(struct directory *directory, const char *fault)
{
    text_add(directory->why, fault);
    return false;
}

static bool refuse_part(struct directory *directory, const char *name, const char *fault)
{
    archive_name_part(directory->why, name);
    return refuse(directory, fault);
}

/* The end's record stands elsewhere than at the end, or nowhere. */
static bool end_fault(struct directory *directory)
{
    static const char mark[] = {'P', 'K', 5, 6};
    const unsigned char *end = memmem(directory->bytes, directory->length, mark, sizeof mark);

    return refuse(directory,
                  end ? "more bytes stand after its end: it is two files in one, or damaged"
                      : "it is cut short");
}

/* Files of more than 4 GB, and some programs always, have a second record of the end. */
static bool read_end64(struct directory *directory, uint64_t locator)
{
    uint64_t end = number(directory, locator + 8, 8);

    if (end > locator || locator - end != END64_SIZE ||
        !marked(directory, end, END64_SIZE, END64_MARK))
        return refuse(directory, "it is damaged: its end is not where it says");
    directory->count = number(directory, end + 32, 8);
    directory->list.from = number(directory, end + 48, 8);
    directory->list.to = end;
    if (directory->list.from > end || number(directory, end + 40, 8) != end - directory->list.from)
        return refuse(directory, "it is damaged: its list of parts is not where it says");
    return true;
}

static bool read_end(struct directory *directory)
{
    uint64_t end = directory->length - END_SIZE;

    if (directory->length < END_SIZE || !marked(directory, end, END_SIZE, END_MARK) ||
        number(directory, end + 20, 2) != 0)
        return end_fault(directory);
    if (end >= LOCATOR_SIZE && marked(directory, end - LOCATOR_SIZE, LOCATOR_SIZE, LOCATOR_MARK))
        return read_end64(directory, end - LOCATOR_SIZE);
    directory->count = number(directory, end + 10, 2);
    directory->list.from = number(directory, end + 16, 4);
    directory->list.to = end;
    if (number(directory, end + 12, 4) + directory->list.from != end)
        return refuse(directory, directory->list.from < end
                                     ? "more bytes stand before its first part, or it is damaged"
                                     : "it is damaged: its list of parts is not where it says");
    return true;
}

/* 4.5.3: what does not fit into its field stands in a field of eight bytes behind, in this order.
 */
static bool widen(const struct directory *directory, uint64_t extra, uint64_t end,
                  uint64_t *const values[3])
{
    while (end - extra >= 4) {
        uint64_t kind = number(directory, extra, 2), size = number(directory, extra + 2, 2);
        extra += 4;
        if (size > end - extra)
            return false;
        if (kind != EXTRA64) {
            extra += size;
            continue;
        }
        for (int i = 0; i < 3; i++) {
            if (*values[i] != IN_EXTRA)
                continue;
            if (size < 8)
                return false;
            *values[i] = number(directory, extra, 8);
            extra += 8;
            size -= 8;
        }
        return true;
    }
    return *values[0] != IN_EXTRA && *values[1] != IN_EXTRA && *values[2] != IN_EXTRA;
}

/* A name that leads out of the folder it would be unpacked in has no business in a workbook. */
static bool leads_outside(const char *name)
{
    for (const char *at = name; *at; at += strcspn(at, "/\\"), at += *at != '\0')
        if (strncmp(at, "..", 2) == 0 && strchr("/\\", at[2]))
            return true;
    return false;
}

static bool read_name(struct directory *directory, uint64_t at, uint64_t size, const char **name)
{
    const char *bytes = (const char *)directory->bytes + at;

    if (size == 0 || memchr(bytes, '\0', size))
        return refuse(directory, "it has a part without a proper name");
    if (size > NAME_MOST)
        return refuse(directory, "it has a part with a name longer than 1,024 bytes");
    const char *copy = pool_copy(directory->pool, bytes, size);
    if (leads_outside(copy))
        return refuse_part(directory, copy, "would stand outside of it");
    *name = copy + (copy[0] == '/' && copy[1] != '\0');
    return true;
}

/* The part's own header must say the same as the list. */
static bool read_local(struct directory *directory, uint64_t entry, uint64_t offset,
                       struct archive_part *part, struct span *span)
{
    if (!marked(directory, offset, LOCAL_SIZE, LOCAL_MARK))
        return refuse_part(directory, part->name, "is not where the list of parts says");
    uint64_t flags = number(directory, offset + 6, 2);
    uint64_t name = number(directory, offset + 26, 2), extra = number(directory, offset + 28, 2);
    uint64_t start = offset + LOCAL_SIZE + name + extra;
    uint64_t packed = number(directory, offset + 18, 4), size = number(directory, offset + 22, 4);
    if (start > directory->list.from || part->packed > directory->list.from - start)
        return refuse_part(directory, part->name, "is cut short");
    if (name != number(directory, entry + 28, 2) ||
        memcmp(directory->bytes + offset + LOCAL_SIZE, directory->bytes + entry + ENTRY_SIZE,
               name) != 0 ||
        number(directory, offset + 8, 2) != number(directory, entry + 10, 2))
        return refuse_part(directory, part->name, "is another one than the list of parts says");
    if (!(flags & SIZES_FOLLOW) && ((packed != IN_EXTRA && packed != part->packed) ||
                                    (size != IN_EXTRA && size != part->size)))
        return refuse_part(directory, part->name, "has two sizes");
    *span = (struct span){offset, start + part->packed};
    return true;
}

/* Entry number INDEX of the list, which stands at *AT; moves *AT behind it. */
static bool read_entry(struct directory *directory, uint64_t index, uint64_t *at)
{
    struct archive_part *part = &directory->parts[index];
    uint64_t entry = *at, end = directory->list.to;

    if (end - entry < ENTRY_SIZE || number(directory, entry, 4) != ENTRY_MARK)
        return refuse(directory, "it is damaged: its list of parts is cut short");
    uint64_t flags = number(directory, entry + 8, 2), method = number(directory, entry + 10, 2);
    uint64_t name = number(directory, entry + 28, 2), extra = number(directory, entry + 30, 2);
    uint64_t after_name = entry + ENTRY_SIZE + name;
    uint64_t offset = number(directory, entry + 42, 4);
    part->packed = number(directory, entry + 20, 4);
    part->size = number(directory, entry + 24, 4);
    *at = after_name + extra + number(directory, entry + 32, 2);
    if (*at > end || !widen(directory, after_name, after_name + extra,
                            (uint64_t *const[]){&part->size, &part->packed, &offset}))
        return refuse(directory, "it is damaged: its list of parts is cut short");
    if (!read_name(directory, entry + ENTRY_SIZE, name, &part->name))
        return false;
    if (flags & ENCRYPTED)
        return refuse(directory, "it is protected by a password: save it without");
    if (method != 0 && method != 8) /* stored, deflated */
        return refuse_part(directory, part->name, "is packed in a way that workbooks don't know");
    return read_local(directory, entry, offset, part, &directory->spans[index]);
}

static int compare_spans(const void *a, const void *b)
{
    const struct span *left = a, *right = b;

    return (left->from > right->from) - (left->from < right->from);
}

/* One after the other, from the first byte on. */
static bool check_spans(struct directory *directory)
{
    qsort(directory->spans, directory->count, sizeof *directory->spans, compare_spans);
    if (directory->spans[0].from != 0)
        return refuse(directory,
                      "more bytes stand before its first part: it is two files in one, or "
                      "damaged");
    for (uint64_t i = 1; i < directory->count; i++)
        if (directory->spans[i].from < directory->spans[i - 1].to)
            return refuse(directory,
                          "its parts lie over each other, so that little unpacks to much");
    return true;
}

static bool read_list(struct directory *directory)
{
    uint64_t at = directory->list.from;

    if (directory->count == 0)
        return refuse(directory, "it is an empty archive");
    if (directory->count > PARTS_MOST)
        return refuse(directory, "it has more than 10,000 parts");
    directory->parts = pool_alloc(directory->pool, directory->count * sizeof *directory->parts);
    directory->spans = pool_alloc(directory->pool, directory->count * sizeof *directory->spans);
    for (uint64_t i = 0; i < directory->count; i++)
        if (!read_entry(directory, i, &at))
            return false;
    if (at != directory->list.to)
        return refuse(directory, "it is damaged: its list of parts is longer than it says");
    return check_spans(directory);
}

struct archive_part *directory_read(struct pool *pool, const char *bytes, size_t length,
                                    size_t *count, struct text *why)
{
    struct directory directory = {
        .pool = pool, .why = why, .bytes = (const unsigned char *)bytes, .length = length};

    if (!read_end(&directory) || !read_list(&directory))
        return NULL;
    *count = directory.count;
    return directory.parts;
}
