/* xlsx_parts: the parts of an .xlsx file read to their end, and its cells compared with what was
 * put in. */
#include "memory/xlsx_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <expat.h>
#include <zip.h>

#include "memory/xlsx/counted.h"

#define STRINGS_PART "xl/sharedStrings.xml"
#define PIECE        16384 /* bytes read at a time */

/* Reading the parts, one after the other. */
struct reading {
    XML_Parser parser;
    const char *fault;
    struct counted counted;
};

static void give_up(struct reading *reading, const char *fault)
{
    if (!reading->fault)
        reading->fault = fault;
    XML_StopParser(reading->parser, XML_FALSE);
}

static void XMLCALL element_starts(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct reading *reading = data;

    (void)name;
    if (!counted_starts(&reading->counted, attributes))
        give_up(reading, "is nested too deep");
}

static void XMLCALL element_ends(void *data, const XML_Char *name)
{
    struct reading *reading = data;

    (void)name;
    if (!counted_ends(&reading->counted))
        give_up(reading, COUNTED_LACKS);
}

/* A document type has no place here; entities would come with it. */
static void XMLCALL doctype_starts(void *data, const XML_Char *name, const XML_Char *system,
                                   const XML_Char *public, int internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    give_up(data, "has a document type");
}

static bool is_xml(const char *name)
{
    const char *dot = strrchr(name, '.');

    return dot && (strcmp(dot, ".xml") == 0 || strcmp(dot, ".rels") == 0);
}

/* Hands the whole part to the parser, where it has one; to its end, where its CRC is compared. */
static bool read_to_end(zip_file_t *part, struct reading *reading)
{
    char piece[PIECE];
    zip_int64_t count;

    while ((count = zip_fread(part, piece, sizeof piece)) > 0)
        if (reading->parser &&
            XML_Parse(reading->parser, piece, (int)count, XML_FALSE) != XML_STATUS_OK)
            return false;
    return count == 0 &&
           (!reading->parser || XML_Parse(reading->parser, "", 0, XML_TRUE) == XML_STATUS_OK);
}

/* true for what was read to make the book: its sheets, and the texts that they share. */
static bool is_in_book(const char *name)
{
    return strncmp(name, "xl/worksheets/sheet", 19) == 0 || strcmp(name, STRINGS_PART) == 0;
}

static bool read_part(zip_t *zip, zip_uint64_t index, const char *name, struct reading *reading)
{
    zip_file_t *part = zip_fopen_index(zip, index, 0);

    if (!part)
        return false;
    reading->counted.depth = 0;
    reading->parser = is_xml(name) ? XML_ParserCreate(NULL) : NULL;
    if (reading->parser) {
        XML_SetUserData(reading->parser, reading);
        XML_SetElementHandler(reading->parser, element_starts, element_ends);
        XML_SetStartDoctypeDeclHandler(reading->parser, doctype_starts);
    }
    bool good = read_to_end(part, reading);
    if (reading->parser)
        XML_ParserFree(reading->parser);
    zip_fclose(part);
    return good;
}

static bool read_parts(zip_t *zip, struct text *fault)
{
    zip_int64_t count = zip_get_num_entries(zip, 0);
    struct reading reading = {.fault = NULL};

    for (zip_int64_t i = 0; i < count; i++) {
        const char *name = zip_get_name(zip, (zip_uint64_t)i, 0);
        if (name && (is_in_book(name) || read_part(zip, (zip_uint64_t)i, name, &reading)))
            continue;
        text_print(fault, "%s %s", name ? name : "a part",
                   reading.fault ? reading.fault : "is cut short or damaged");
        return false;
    }
    return true;
}

static int compare_numbers(size_t left, size_t right)
{
    return (left > right) - (left < right);
}

static int compare_places(const struct cell_content *left, const struct cell_content *right)
{
    int order = compare_numbers(left->sheet, right->sheet);

    if (order == 0)
        order = compare_numbers(left->row, right->row);
    return order != 0 ? order : compare_numbers(left->column, right->column);
}

static int compare_cells(const void *a, const void *b)
{
    const struct cell_content *left = a, *right = b;
    int order = compare_places(left, right);

    return order != 0 ? order : compare_numbers(left->order, right->order);
}

/* Sorts what was put and leaves the last of each place, but for those that only have a look; gives
 * how many there are. */
static size_t sort_cells(struct cell_content *cells, size_t count)
{
    size_t kept = 0;

    if (count > 0)
        qsort(cells, count, sizeof *cells, compare_cells);
    for (size_t i = 0; i < count; i++) {
        bool put_over = i + 1 < count && compare_places(&cells[i], &cells[i + 1]) == 0;
        if (!put_over && cells[i].kind != CELL_EMPTY)
            cells[kept++] = cells[i];
    }
    return kept;
}

static bool same_string(const char *left, const char *right)
{
    return left == right || (left && right && strcmp(left, right) == 0);
}

/* Numbers are written with 16 digits. */
static bool is_as_put(const struct placed_cell *found, const struct cell_content *put)
{
    const struct kept_cell *cell = &found->cell;

    if (found->row != put->row || found->column != put->column || cell->kind != put->kind ||
        !same_string(cell->formula, put->formula))
        return false;
    return put->kind == CELL_NUMBER ? fabs(cell->number - put->number) <= 1e-14 * fabs(put->number)
                                    : same_string(cell->text, put->text);
}

/* A comment alone is no cell that was put. */
static bool holds_value(const struct placed_cell *found)
{
    return found->cell.kind != CELL_EMPTY || found->cell.formula;
}

/* Compares SHEET with the cells from CELLS on that were put into it; gives how many these are. */
static size_t compare_sheet(const struct read_sheet *sheet, uint32_t number,
                            const struct cell_content *cells, size_t count, struct text *fault)
{
    size_t at = 0;

    for (size_t i = 0; i < sheet->cell_count; i++) {
        if (!holds_value(&sheet->cells[i]))
            continue;
        if (at < count && cells[at].sheet == number && is_as_put(&sheet->cells[i], &cells[at])) {
            at++;
            continue;
        }
        text_print(fault, "sheet %u differs from what was put into it, in its row %u",
                   (unsigned)number + 1, (unsigned)sheet->cells[i].row + 1);
        return at;
    }
    if (at < count && cells[at].sheet == number)
        text_print(fault, "sheet %u ends before what was put into it, in its row %u",
                   (unsigned)number + 1, (unsigned)cells[at].row + 1);
    return at;
}

static bool same_cells(const struct read_book *book, const struct cell_content *cells, size_t count,
                       struct text *fault)
{
    size_t at = 0, said = fault->length;

    for (size_t i = 0; i < book->sheet_count && fault->length == said; i++)
        at += compare_sheet(&book->sheets[i], (uint32_t)i, cells + at, count - at, fault);
    if (fault->length == said && at < count)
        text_print(fault, "%zu cells of %zu are there", at, count);
    return fault->length == said;
}

bool xlsx_prove(const struct text *file, const struct read_book *book, struct cell_content *cells,
                size_t count, struct text *fault)
{
    zip_source_t *source = zip_source_buffer_create(text_string(file), file->length, 0, NULL);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_CHECKCONS | ZIP_RDONLY, NULL) : NULL;
    bool good = false;

    if (zip)
        good = read_parts(zip, fault) && same_cells(book, cells, sort_cells(cells, count), fault);
    else
        text_add(fault, "it is no sound archive");
    if (zip)
        zip_discard(zip);
    else
        zip_source_free(source);
    return good;
}
