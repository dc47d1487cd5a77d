/* workbook: ISO/IEC 29500-1, 18.2. */
#include "memory/xlsx/workbook.h"

#include <stdint.h>
#include <string.h>

#include "memory/xlsx/xml.h"

#define SHEETS_MOST 1000
#define NAMES_MOST  65536

struct reading {
    struct store *store;
    struct workbook *workbook;
    size_t sheet_capacity, name_capacity;
    bool begun;
    /* the defined name that is read now; NULL: none */
    const char *name;
    struct text reference;
};

static const char *sheet_starts(struct reading *reading, const char **attributes)
{
    struct workbook *workbook = reading->workbook;
    struct text name = TEXT_INIT;
    const char *said = xml_attribute(attributes, "name"),
               *state = xml_attribute(attributes, "state");
    const char *relation = xml_relation(attributes);

    if (workbook->sheet_count == SHEETS_MOST)
        return "lists more than 1,000 sheets";
    text_add_decoded(&name, said ? said : "", said ? strlen(said) : 0);
    struct listed_sheet sheet = {
        .name = store_text(reading->store, text_string(&name), name.length),
        .hidden = state && strcmp(state, "visible") != 0,
        .relation = relation ? store_text(reading->store, relation, strlen(relation)) : NULL};
    text_free(&name);
    if (!sheet.name || (relation && !sheet.relation))
        return STORE_FULL;
    workbook->sheets = pool_extend(reading->store->pool, workbook->sheets, workbook->sheet_count,
                                   &reading->sheet_capacity, sizeof sheet);
    workbook->sheets[workbook->sheet_count++] = sheet;
    return NULL;
}

static const char *name_starts(struct reading *reading, struct xml_reader *reader,
                               const char **attributes)
{
    const char *name = xml_attribute(attributes, "name");

    text_clear(&reading->reference);
    reading->name = name ? store_text(reading->store, name, strlen(name)) : "";
    reader->into = &reading->reference;
    return reading->name ? NULL : STORE_FULL;
}

static void starts(struct xml_reader *reader, const char *name, const char **attributes)
{
    struct reading *reading = reader->data;

    if (!reading->begun && strcmp(name, "workbook") != 0)
        reader->fault = "is no workbook's list of sheets";
    else if (strcmp(name, "workbookPr") == 0)
        reading->workbook->mac_epoch = xml_truth(attributes, "date1904");
    else if (strcmp(name, "sheet") == 0)
        reader->fault = sheet_starts(reading, attributes);
    else if (strcmp(name, "definedName") == 0)
        reader->fault = name_starts(reading, reader, attributes);
    reading->begun = true;
}

static void ends(struct xml_reader *reader, const char *name)
{
    struct reading *reading = reader->data;
    struct workbook *workbook = reading->workbook;

    reader->into = NULL;
    if (strcmp(name, "definedName") != 0)
        return;
    struct read_name read = {.name = reading->name,
                             .reference =
                                 store_text(reading->store, text_string(&reading->reference),
                                            reading->reference.length)};
    if (!read.reference || workbook->name_count == NAMES_MOST) {
        reader->fault = STORE_FULL;
        return;
    }
    workbook->names = pool_extend(reading->store->pool, workbook->names, workbook->name_count,
                                  &reading->name_capacity, sizeof read);
    workbook->names[workbook->name_count++] = read;
}

bool workbook_read(struct store *store, struct archive *archive, const struct archive_part *part,
                   struct workbook *workbook, struct text *why)
{
    struct reading reading = {.store = store, .workbook = workbook};
    struct xml_reader reader = {
        .data = &reading, .starts = starts, .ends = ends, .into_most = STORE_BYTES / 4};

    *workbook = (struct workbook){.mac_epoch = false};
    bool good = xml_read(archive, part, &reader, why);
    text_free(&reading.reference);
    return good;
}
