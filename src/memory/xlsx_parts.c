/* xlsx_parts: every part of an .xlsx file read to its end, and its cells compared with what was
 * put in. */
#include "memory/xlsx_parts.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <expat.h>
#include <zip.h>

#include "base/hash.h"
#include "base/pool.h"

#define STRINGS_PART "xl/sharedStrings.xml"
#define DEPTH_MAX    64
#define PIECE        16384 /* bytes read at a time */
#define UNCOUNTED    (-1L)

/* An element that is open: how many children it has, and says that it has. */
struct element {
    long children, claimed;
};

/* Reading the parts, one after the other. */
struct reading {
    struct pool *pool;
    XML_Parser parser;
    const char *fault;
    struct element open[DEPTH_MAX];
    int depth;
    /* where characters go now, or NULL: into one of the three below it */
    struct text *into;
    struct text formula, value, string;
    /* the shared strings, each as cell_words() */
    uint64_t *strings;
    size_t string_count, string_capacity;
    /* the cells found so far, and the one being read */
    struct cell_content *cells;
    size_t cell_count, cell_capacity;
    struct cell_content cell;
    char type[8];
};

uint64_t cell_words(const char *formula, const char *text)
{
    uint64_t hash = HASH_START;

    if (formula)
        hash = hash_string(hash_add(hash, '='), formula);
    if (text)
        hash = hash_string(hash_add(hash, '"'), text);
    return hash_add(hash, '.');
}

static void give_up(struct reading *reading, const char *fault)
{
    if (!reading->fault)
        reading->fault = fault;
    XML_StopParser(reading->parser, XML_FALSE);
}

static const char *attribute(const XML_Char **attributes, const char *name)
{
    for (; attributes[0]; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}

/* How many children an element says that it has. The shared strings count their uses, too. */
static long claimed_children(const XML_Char **attributes)
{
    const char *count = attribute(attributes, "uniqueCount");

    if (!count)
        count = attribute(attributes, "count");
    return count ? strtol(count, NULL, 10) : UNCOUNTED;
}

/* The place of a cell from its name, "AB12". */
static bool place_cell(struct cell_content *cell, const char *name)
{
    uint32_t column = 0;

    if (!name)
        return false;
    for (; isupper((unsigned char)*name); name++)
        column = column * 26 + (uint32_t)(*name - 'A') + 1;
    cell->row = (uint32_t)strtoul(name, NULL, 10) - 1;
    cell->column = column - 1;
    return column > 0 && isdigit((unsigned char)*name);
}

static void cell_starts(struct reading *reading, const XML_Char **attributes)
{
    const char *type = attribute(attributes, "t");

    text_clear(&reading->formula);
    text_clear(&reading->value);
    snprintf(reading->type, sizeof reading->type, "%s", type ? type : "n");
    if (!place_cell(&reading->cell, attribute(attributes, "r")))
        give_up(reading, "holds a cell without a place");
}

static void cell_ends(struct reading *reading)
{
    struct cell_content *cell = &reading->cell;
    const char *value = text_string(&reading->value);
    const char *formula = reading->formula.length > 0 ? text_string(&reading->formula) : NULL;

    cell->number = 0;
    if (strcmp(reading->type, "s") == 0) {
        size_t number = strtoul(value, NULL, 10);
        if (*value == '\0' || number >= reading->string_count) {
            give_up(reading, "names a text that is not there");
            return;
        }
        cell->words = reading->strings[number];
    } else if (strcmp(reading->type, "n") != 0) {
        cell->words = cell_words(formula, value);
    } else if (*value != '\0' || formula) {
        cell->words = cell_words(formula, NULL);
        cell->number = strtod(value, NULL);
    } else {
        cell->words = CELL_BLANK;
    }
    reading->cells = pool_extend(reading->pool, reading->cells, reading->cell_count,
                                 &reading->cell_capacity, sizeof *reading->cells);
    reading->cells[reading->cell_count++] = *cell;
}

static void string_ends(struct reading *reading)
{
    reading->strings = pool_extend(reading->pool, reading->strings, reading->string_count,
                                   &reading->string_capacity, sizeof *reading->strings);
    reading->strings[reading->string_count++] = cell_words(NULL, text_string(&reading->string));
    text_clear(&reading->string);
}

static void XMLCALL element_starts(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct reading *reading = data;

    if (reading->depth > 0)
        reading->open[reading->depth - 1].children++;
    if (reading->depth == DEPTH_MAX) {
        give_up(reading, "is nested too deep");
        return;
    }
    reading->open[reading->depth++] = (struct element){.claimed = claimed_children(attributes)};
    if (strcmp(name, "c") == 0)
        cell_starts(reading, attributes);
    else if (strcmp(name, "f") == 0)
        reading->into = &reading->formula;
    else if (strcmp(name, "v") == 0)
        reading->into = &reading->value;
    else if (strcmp(name, "t") == 0)
        reading->into = &reading->string;
}

static void XMLCALL element_ends(void *data, const XML_Char *name)
{
    struct reading *reading = data;
    const struct element *element = &reading->open[--reading->depth];

    reading->into = NULL;
    if (element->claimed != UNCOUNTED && element->claimed != element->children)
        give_up(reading, "lacks something that it counts");
    else if (strcmp(name, "c") == 0)
        cell_ends(reading);
    else if (strcmp(name, "si") == 0)
        string_ends(reading);
}

static void XMLCALL characters(void *data, const XML_Char *bytes, int length)
{
    struct reading *reading = data;

    if (reading->into && length > 0)
        text_add_bytes(reading->into, bytes, (size_t)length);
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

static bool read_part(zip_t *zip, zip_uint64_t index, struct reading *reading)
{
    const char *name = zip_get_name(zip, index, 0);
    zip_file_t *part = name ? zip_fopen_index(zip, index, 0) : NULL;

    if (!part)
        return false;
    reading->depth = 0;
    reading->into = NULL;
    reading->parser = is_xml(name) ? XML_ParserCreate(NULL) : NULL;
    if (reading->parser) {
        XML_SetUserData(reading->parser, reading);
        XML_SetElementHandler(reading->parser, element_starts, element_ends);
        XML_SetCharacterDataHandler(reading->parser, characters);
        XML_SetStartDoctypeDeclHandler(reading->parser, doctype_starts);
    }
    unsigned sheet = 0;
    if (sscanf(name, "xl/worksheets/sheet%u.xml", &sheet) == 1)
        reading->cell.sheet = sheet - 1;
    bool good = read_to_end(part, reading);
    if (reading->parser)
        XML_ParserFree(reading->parser);
    zip_fclose(part);
    return good;
}

/* The shared strings come first: cells name them by number. */
static bool read_parts(zip_t *zip, struct reading *reading, struct text *fault)
{
    zip_int64_t strings = zip_name_locate(zip, STRINGS_PART, 0);
    zip_int64_t count = zip_get_num_entries(zip, 0), at = strings;
    bool good = strings < 0 || read_part(zip, (zip_uint64_t)strings, reading);

    for (zip_int64_t i = 0; good && i < count; i++) {
        at = i;
        good = i == strings || read_part(zip, (zip_uint64_t)i, reading);
    }
    if (!good) {
        const char *name = zip_get_name(zip, (zip_uint64_t)at, 0);
        text_print(fault, "%s %s", name ? name : "a part",
                   reading->fault ? reading->fault : "is cut short or damaged");
    }
    return good;
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

/* Sorts the cells and leaves the last of each place; gives how many there are. */
static size_t sort_cells(struct cell_content *cells, size_t count)
{
    size_t kept = 0;

    if (count > 0)
        qsort(cells, count, sizeof *cells, compare_cells);
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && compare_places(&cells[kept - 1], &cells[i]) == 0)
            kept--;
        cells[kept++] = cells[i];
    }
    return kept;
}

/* Numbers are written with 16 digits. */
static bool same_content(const struct cell_content *left, const struct cell_content *right)
{
    return left->words == right->words &&
           fabs(left->number - right->number) <= 1e-14 * fabs(right->number);
}

static bool same_cells(const struct reading *found, const struct cell_content *cells, size_t count,
                       struct text *fault)
{
    if (found->cell_count != count) {
        text_print(fault, "%zu cells of %zu are there", found->cell_count, count);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (compare_places(&found->cells[i], &cells[i]) == 0 &&
            same_content(&found->cells[i], &cells[i]))
            continue;
        text_print(fault, "sheet %u differs from what was put into it, in its row %u",
                   (unsigned)cells[i].sheet + 1, (unsigned)cells[i].row + 1);
        return false;
    }
    return true;
}

bool xlsx_prove(const struct text *file, struct cell_content *cells, size_t count,
                struct text *fault)
{
    struct reading reading = {.pool = pool_new()};
    zip_source_t *source = zip_source_buffer_create(text_string(file), file->length, 0, NULL);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_CHECKCONS | ZIP_RDONLY, NULL) : NULL;
    bool good = false;

    if (zip && zip_get_num_entries(zip, 0) > 0) {
        count = sort_cells(cells, count);
        good = read_parts(zip, &reading, fault);
        reading.cell_count = good ? sort_cells(reading.cells, reading.cell_count) : 0;
        good = good && same_cells(&reading, cells, count, fault);
    } else {
        text_add(fault, "it is no sound archive");
    }
    if (zip)
        zip_discard(zip);
    else
        zip_source_free(source);
    text_free(&reading.formula);
    text_free(&reading.value);
    text_free(&reading.string);
    pool_free(reading.pool);
    return good;
}
