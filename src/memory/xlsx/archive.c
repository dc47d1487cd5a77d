/* archive: the ZIP file's list of parts, read by its format's description (PKWARE APPNOTE 6.3.10);
 * libzip unpacks. */
#include "memory/xlsx/archive.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "base/hash.h"
#include "base/pool.h"
#include "memory/xlsx/directory.h"

#define PIECE      32768               /* bytes unpacked at a time */
#define RATIO_MOST 200                 /* times that a part may grow, */
#define RATIO_FROM ((uint64_t)2 << 20) /* from this size on */
#define NAME_SHOWN 100                 /* bytes of a part's name in a message */
/* Tags and attributes: a cell has about five, and shares a text of two. */
#define WORK_MOST ((size_t)4000000)

struct archive {
    struct pool *pool;
    zip_t *zip;
    struct archive_part *parts;
    size_t count;
    bool made, counted;
    /* by name: 1 + the index of a part; 0: free */
    uint32_t *slots;
    size_t slot_count;
    /* what may still be unpacked, and how many tags and attributes be parsed */
    uint64_t left;
    size_t work_left;
};

void archive_name_part(struct text *why, const char *name)
{
    size_t length = strlen(name), shown = length < NAME_SHOWN ? length : NAME_SHOWN;

    text_add(why, "its part ");
    text_add_visible(why, name, shown, false);
    text_add(why, shown < length ? "... " : " ");
}

static bool say(struct text *why, const char *name, const char *fault)
{
    archive_name_part(why, name);
    text_add(why, fault);
    return false;
}

/* Programs disagree on the case of names, and old ones on the slash. */
static int folded(char letter)
{
    return letter == '\\' ? '/' : tolower((unsigned char)letter);
}

static bool same_name(const char *left, const char *right)
{
    for (; *left && folded(*left) == folded(*right); left++)
        right++;
    return folded(*left) == folded(*right);
}

/* The slot of a name: its part's, or the free one where it belongs. */
static uint32_t *slot_of(const struct archive *archive, const char *name)
{
    uint64_t hash = HASH_START;

    for (const char *letter = name; *letter; letter++)
        hash = hash_add(hash, (uint64_t)folded(*letter));
    size_t at = (size_t)(hash ^ hash >> 32) & (archive->slot_count - 1);
    while (archive->slots[at] != 0 && !same_name(archive->parts[archive->slots[at] - 1].name, name))
        at = (at + 1) & (archive->slot_count - 1);
    return &archive->slots[at];
}

/* Files the parts by name; no two may share one. */
static bool index_parts(struct archive *archive, struct text *why)
{
    archive->slot_count = 16;
    while (archive->slot_count < archive->count * 2)
        archive->slot_count *= 2;
    archive->slots = pool_alloc(archive->pool, archive->slot_count * sizeof *archive->slots);
    for (size_t i = 0; i < archive->count; i++) {
        uint32_t *slot = slot_of(archive, archive->parts[i].name);
        if (*slot != 0)
            return say(why, archive->parts[i].name, "is there twice");
        *slot = (uint32_t)i + 1;
    }
    return true;
}

/* By libzip, which must see the same parts. */
static bool open_zip(struct archive *archive, const char *bytes, size_t length)
{
    zip_source_t *source = zip_source_buffer_create(bytes, length, 0, NULL);

    archive->zip = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
    if (!archive->zip) {
        zip_source_free(source);
        return false;
    }
    return zip_get_num_entries(archive->zip, 0) == (zip_int64_t)archive->count;
}

struct archive *archive_open(const char *bytes, size_t length, bool made, struct text *why)
{
    struct archive *archive = must_alloc(sizeof *archive);

    archive->pool = pool_new();
    archive->made = made;
    archive->counted = false;
    archive->left = made ? UINT64_MAX : ARCHIVE_MOST;
    archive->work_left = made ? SIZE_MAX : WORK_MOST;
    archive->parts = directory_read(archive->pool, bytes, length, &archive->count, why);
    bool good = archive->parts && index_parts(archive, why);
    if (good && !open_zip(archive, bytes, length)) {
        text_add(why, "it is damaged: its list of parts can't be read");
        good = false;
    }
    if (good)
        return archive;
    archive_close(archive);
    return NULL;
}

void archive_close(struct archive *archive)
{
    if (!archive)
        return;
    if (archive->zip)
        zip_discard(archive->zip);
    pool_free(archive->pool);
    free(archive);
}

const struct archive_part *archive_parts(const struct archive *archive, size_t *count)
{
    *count = archive->count;
    return archive->parts;
}

const struct archive_part *archive_find(const struct archive *archive, const char *name)
{
    uint32_t number = *slot_of(archive, name);

    return number == 0 ? NULL : &archive->parts[number - 1];
}

/* Opens a part for reading; NULL where libzip sees another one there than we do. */
static zip_file_t *open_part(const struct archive *archive, const struct archive_part *part)
{
    static const zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    zip_uint64_t index = (zip_uint64_t)(part - archive->parts);
    zip_stat_t seen;

    if (zip_stat_index(archive->zip, index, 0, &seen) != 0 || (seen.valid & wanted) != wanted ||
        seen.size != part->size || seen.comp_size != part->packed)
        return NULL;
    return zip_fopen_index(archive->zip, index, 0);
}

/* What is wrong with the size of a part of which GIVEN bytes came so far, or NULL. */
static const char *size_fault(const struct archive *archive, const struct archive_part *part,
                              uint64_t given)
{
    if (given > part->size)
        return "holds more than it says: it is damaged";
    if (archive->made)
        return NULL;
    if (given > ARCHIVE_MOST)
        return "is larger than 64 MB";
    if (given > archive->left)
        return "makes it larger than 64 MB, unpacked";
    if (given > RATIO_FROM && given / RATIO_MOST > part->packed)
        return "unpacks to more than 200 times its size, as no sheet does";
    return NULL;
}

bool archive_read(struct archive *archive, const struct archive_part *part, archive_take *take,
                  void *data, struct text *why)
{
    char piece[PIECE];
    zip_int64_t count = 0;
    uint64_t given = 0;
    bool wanted = true;
    const char *fault = size_fault(archive, part, part->size);

    if (fault)
        return say(why, part->name, fault);
    zip_file_t *file = open_part(archive, part);
    if (!file)
        return say(why, part->name, "is damaged");
    while (!fault && wanted && (count = zip_fread(file, piece, sizeof piece)) > 0) {
        given += (uint64_t)count;
        fault = size_fault(archive, part, given);
        wanted = fault || take(data, piece, (size_t)count);
    }
    if (count < 0)
        fault = "is damaged";
    zip_fclose(file);
    archive->left -= given < archive->left ? given : archive->left;
    return fault ? say(why, part->name, fault) : wanted;
}

void archive_hold_to_counts(struct archive *archive)
{
    archive->counted = true;
}

bool archive_is_held_to_counts(const struct archive *archive)
{
    return archive->counted;
}

bool archive_work(struct archive *archive, size_t work)
{
    if (work > archive->work_left)
        return false;
    archive->work_left -= work;
    return true;
}
