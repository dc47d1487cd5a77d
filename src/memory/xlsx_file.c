/* xlsx_file: from an archive to a workbook, by its relations: list of sheets, shared strings,
 * styles, then sheet by sheet. */
#include "memory/xlsx_file.h"

#include <string.h>

#include "memory/xlsx/archive.h"
#include "memory/xlsx/foreign.h"
#include "memory/xlsx/losses.h"
#include "memory/xlsx/relations.h"
#include "memory/xlsx/sheet.h"
#include "memory/xlsx/workbook.h"

/* Reading one file. */
struct reading {
    struct store store;
    /* by roadbook, just now; and it may be of any size */
    bool made, boundless;
    struct archive *archive;
    struct relations relations;
    struct workbook workbook;
    struct strings strings;
    struct styles styles;
    struct text *why;
};

/* The part that lists the sheets; NULL: there is none, and why. */
static const struct archive_part *find_workbook(struct reading *reading)
{
    struct relations *relations = &reading->relations;

    if (!relations_read(&reading->store, reading->archive, "", relations, reading->why))
        return NULL;
    const struct relation *relation = relations_typed(relations, "officeDocument");
    const char *dot = relation ? strrchr(relation->target, '.') : NULL;
    if (!dot || strcmp(dot, ".xml") != 0 || strncmp(relation->target, "word/", 5) == 0) {
        text_add(reading->why, foreign_archive(reading->archive));
        return NULL;
    }
    return relation_part(reading->archive, relation, reading->why);
}

/* The part of that type, where there is one, into *PART. false: it is named, but missing. */
static bool find_shared(struct reading *reading, const char *type, const struct archive_part **part)
{
    const struct relation *relation = relations_typed(&reading->relations, type);

    *part = relation ? relation_part(reading->archive, relation, reading->why) : NULL;
    return !relation || *part;
}

static bool read_shared(struct reading *reading)
{
    const struct archive_part *strings, *styles;

    if (!find_shared(reading, "sharedStrings", &strings) ||
        !find_shared(reading, "styles", &styles))
        return false;
    if (strings &&
        !strings_read(&reading->store, reading->archive, strings, &reading->strings, reading->why))
        return false;
    return !styles ||
           styles_read(&reading->store, reading->archive, styles, &reading->styles, reading->why);
}

static bool read_sheet(struct reading *reading, const struct listed_sheet *listed,
                       struct read_sheet *sheet)
{
    const struct relation *relation = relations_named(&reading->relations, listed->relation);
    struct sheet_context context = {.store = &reading->store,
                                    .archive = reading->archive,
                                    .strings = &reading->strings,
                                    .styles = &reading->styles,
                                    .mac_epoch = reading->workbook.mac_epoch};

    *sheet = (struct read_sheet){.name = listed->name, .hidden = listed->hidden, .lost = ""};
    if (!relation) {
        text_add(reading->why, "it lists a sheet that is missing");
        return false;
    }
    const struct archive_part *part = relation_part(reading->archive, relation, reading->why);
    if (!part)
        return false;
    if (strcmp(relation->type, "worksheet") == 0)
        return sheet_read(&context, part, sheet, reading->why);
    if (strcmp(relation->type, "chartsheet") == 0)
        sheet->lost = losses_in_words(&reading->store, losses_of_charts());
    return true;
}

static const struct read_book *read_book(struct reading *reading)
{
    const struct workbook *workbook = &reading->workbook;
    struct pool *pool = reading->store.pool;
    const struct archive_part *part = find_workbook(reading);

    if (!part ||
        !workbook_read(&reading->store, reading->archive, part, &reading->workbook, reading->why) ||
        !relations_read(&reading->store, reading->archive, part->name, &reading->relations,
                        reading->why) ||
        !read_shared(reading))
        return NULL;
    struct read_sheet *sheets = pool_alloc(pool, workbook->sheet_count * sizeof *sheets);
    for (size_t i = 0; i < workbook->sheet_count; i++)
        if (!read_sheet(reading, &workbook->sheets[i], &sheets[i]))
            return NULL;
    struct read_book *book = pool_alloc(pool, sizeof *book);
    *book = (struct read_book){.mac_epoch = workbook->mac_epoch,
                               .sheets = sheets,
                               .sheet_count = workbook->sheet_count,
                               .names = workbook->names,
                               .name_count = workbook->name_count};
    return book;
}

static enum memory_state read_file(struct reading *reading, const char *bytes, size_t length,
                                   const struct read_book **book)
{
    const char *foreign = foreign_bytes(bytes, length);

    *book = NULL;
    if (foreign)
        text_add(reading->why, foreign);
    else
        reading->archive = archive_open(bytes, length, reading->boundless, reading->why);
    if (reading->archive && reading->made)
        archive_hold_to_counts(reading->archive);
    if (reading->archive)
        *book = read_book(reading);
    archive_close(reading->archive);
    return *book ? MEMORY_READ : MEMORY_REFUSED;
}

static enum memory_state read_bounded(struct reading *reading, const char *bytes, size_t length,
                                      const struct read_book **book)
{
    if (length <= XLSX_FILE_MOST)
        return read_file(reading, bytes, length, book);
    *book = NULL;
    text_add(reading->why, "it is larger than 64 MB");
    return MEMORY_REFUSED;
}

enum memory_state xlsx_file_read(struct pool *pool, const char *bytes, size_t length,
                                 const struct read_book **book, struct text *why)
{
    struct reading reading = {.store = store_new(pool, false), .why = why};

    return read_bounded(&reading, bytes, length, book);
}

enum memory_state xlsx_file_read_made(struct pool *pool, const char *bytes, size_t length,
                                      bool boundless, const struct read_book **book,
                                      struct text *why)
{
    struct reading reading = {
        .store = store_new(pool, boundless), .made = true, .boundless = boundless, .why = why};

    return boundless ? read_file(&reading, bytes, length, book)
                     : read_bounded(&reading, bytes, length, book);
}
