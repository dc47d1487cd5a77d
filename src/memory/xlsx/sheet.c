/* sheet: ISO/IEC 29500-1, 18.3.1. */
#include "memory/xlsx/sheet.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory/cell_format.h"
#include "memory/xlsx/cells.h"
#include "memory/xlsx/comments.h"
#include "memory/xlsx/formula.h"
#include "memory/xlsx/iso_date.h"
#include "memory/xlsx/losses.h"
#include "memory/xlsx/widths.h"
#include "memory/xlsx/xml.h"

#define SHARED_MOST 100000 /* formulas that cells share; programs number them from 0 */

/* What the value of a cell is, by its type (18.18.11). */
enum value_type {
    TYPE_NUMBER,
    TYPE_SHARED,
    TYPE_STRING,
    TYPE_INLINE,
    TYPE_TRUTH,
    TYPE_ERROR,
    TYPE_DATE
};

static const struct {
    const char *name;
    enum value_type type;
} TYPES[] = {
    {"n", TYPE_NUMBER}, {"s", TYPE_SHARED}, {"str", TYPE_STRING}, {"inlineStr", TYPE_INLINE},
    {"b", TYPE_TRUTH},  {"e", TYPE_ERROR},  {"d", TYPE_DATE}};

/* A formula that cells share, as it reads in the first of them. */
struct shared {
    const char *formula;
    uint32_t row, column;
};

struct reading {
    const struct sheet_context *context;
    struct cells cells;
    struct widths widths;
    losses lost;
    /* by number */
    struct shared *shared;
    size_t shared_count, shared_capacity;
    /* the cell that is read now, and where the next stands that doesn't say */
    struct placed_cell cell;
    uint32_t next_row, next_column;
    enum value_type type;
    bool inside, inside_text, guide;
    /* its formula is that shared one, which it gives or takes; NO_SHARED: none */
    uint32_t shares;
    struct text formula, value, decoded;
};

#define NO_SHARED UINT32_MAX

static void row_starts(struct xml_reader *reader, struct reading *reading, const char **attributes)
{
    const char *said = xml_attribute(attributes, "r");
    uint32_t row = reading->next_row + 1;

    if ((said && !xml_count(said, SHEET_ROWS, &row)) || row == 0 || row > SHEET_ROWS)
        reader->fault = "holds a row past the last that a sheet can have";
    reading->cell.row = row - 1;
    reading->next_row = row;
    reading->next_column = 0;
}

static enum value_type type_of(const char *name)
{
    for (size_t i = 0; name && i < sizeof TYPES / sizeof *TYPES; i++)
        if (strcmp(TYPES[i].name, name) == 0)
            return TYPES[i].type;
    return TYPE_NUMBER;
}

static void cell_starts(struct xml_reader *reader, struct reading *reading, const char **attributes)
{
    const char *place = xml_attribute(attributes, "r");
    struct placed_cell *cell = &reading->cell;
    uint32_t style = 0;

    cell->column = reading->next_column;
    if (place && !place_parse(place, &cell->row, &cell->column))
        reader->fault = "holds a cell past the last row or column that a sheet can have";
    if (cell->column >= SHEET_COLUMNS)
        reader->fault = "holds a cell past the last column that a sheet can have";
    reading->next_column = cell->column + 1;
    xml_count(xml_attribute(attributes, "s"), UINT32_MAX - 1, &style);
    cell->cell =
        (struct kept_cell){.text = "", .format = styles_format(reading->context->styles, style)};
    reading->type = type_of(xml_attribute(attributes, "t"));
    reading->shares = NO_SHARED;
    reading->inside = true;
    text_clear(&reading->formula);
    text_clear(&reading->value);
}

static void formula_starts(struct xml_reader *reader, struct reading *reading,
                           const char **attributes)
{
    const char *type = xml_attribute(attributes, "t");

    reader->into = &reading->formula;
    if (!type)
        return;
    if (strcmp(type, "shared") == 0)
        xml_count(xml_attribute(attributes, "si"), SHARED_MOST - 1, &reading->shares);
    else if (strcmp(type, "array") == 0)
        reading->lost |= losses_of_arrays();
    else if (strcmp(type, "dataTable") == 0)
        reading->lost |= losses_of_data_tables();
}

static void starts(struct xml_reader *reader, const char *name, const char **attributes)
{
    struct reading *reading = reader->data;

    if (strcmp(name, "row") == 0)
        row_starts(reader, reading, attributes);
    else if (strcmp(name, "c") == 0)
        cell_starts(reader, reading, attributes);
    else if (!reading->inside && strcmp(name, "col") == 0)
        reader->fault = widths_add(&reading->widths, attributes);
    else if (!reading->inside)
        reading->lost |= losses_of_element(name);
    else if (strcmp(name, "v") == 0)
        reader->into = &reading->value;
    else if (strcmp(name, "f") == 0)
        formula_starts(reader, reading, attributes);
    else if (strcmp(name, "is") == 0)
        reading->inside_text = true;
    else if (strcmp(name, "rPh") == 0)
        reading->guide = true;
    else if (strcmp(name, "t") == 0 && reading->inside_text && !reading->guide)
        reader->into = &reading->value;
}

/* The formulas by number, with room for NUMBER. */
static struct shared *shared_at(struct reading *reading, uint32_t number)
{
    while (reading->shared_count <= number) {
        if (reading->shared_count == reading->shared_capacity) {
            size_t capacity = reading->shared_capacity * 2 > 64 ? reading->shared_capacity * 2 : 64;
            reading->shared = must_realloc(reading->shared, capacity * sizeof *reading->shared);
            reading->shared_capacity = capacity;
        }
        reading->shared[reading->shared_count++] = (struct shared){NULL, 0, 0};
    }
    return &reading->shared[number];
}

/* The first cell of those that share a formula gives it, the others take it from there. */
static bool share_formula(struct reading *reading)
{
    struct shared *shared = shared_at(reading, reading->shares);
    struct placed_cell *cell = &reading->cell;

    if (reading->formula.length > 0) {
        *shared = (struct shared){cell->cell.formula, cell->row, cell->column};
        return true;
    }
    if (!shared->formula)
        return true;
    formula_shift(&reading->formula, shared->formula, (int64_t)cell->row - shared->row,
                  (int64_t)cell->column - shared->column);
    cell->cell.formula = store_text(reading->context->store, text_string(&reading->formula),
                                    reading->formula.length);
    return cell->cell.formula != NULL;
}

/* false: the store is full. */
static bool keep_formula(struct reading *reading)
{
    struct kept_cell *cell = &reading->cell.cell;

    if (reading->formula.length > 0) {
        cell->formula = store_text(reading->context->store, text_string(&reading->formula),
                                   reading->formula.length);
        if (!cell->formula)
            return false;
    }
    return reading->shares == NO_SHARED || share_formula(reading);
}

/* A number as XML spells it, and a finite one: strtod() takes more than that. */
static bool parse_number(const char *text, double *number)
{
    char *end;

    if (text[strspn(text, "+-.0123456789eE")] != '\0')
        return false;
    *number = strtod(text, &end);
    return end > text && *end == '\0' && isfinite(*number);
}

static const char *shared_text(const struct reading *reading)
{
    const struct strings *strings = reading->context->strings;
    const char *value = text_string(&reading->value);
    uint32_t number;
    const char *end = xml_count(value, UINT32_MAX - 1, &number);

    return end && *end == '\0' && number < strings->count ? strings->texts[number] : NULL;
}

/* The value's text, in the store; NULL: it is full. */
static const char *kept_text(struct reading *reading)
{
    struct store *store = reading->context->store;

    if (reading->type != TYPE_STRING && reading->type != TYPE_INLINE)
        return store_text(store, text_string(&reading->value), reading->value.length);
    text_clear(&reading->decoded);
    text_add_decoded(&reading->decoded, text_string(&reading->value), reading->value.length);
    return store_text(store, text_string(&reading->decoded), reading->decoded.length);
}

static enum cell_kind kind_of(enum value_type type, const char *text, double *number)
{
    if (type == TYPE_ERROR)
        return CELL_ERROR;
    if ((type == TYPE_NUMBER || type == TYPE_TRUTH) && parse_number(text, number))
        return type == TYPE_NUMBER ? CELL_NUMBER : CELL_TRUTH;
    return CELL_TEXT;
}

/* A day or time that is spelled out becomes the number that other programs write, in a format that
 * shows it as such; NULL, or what is wrong. What it can't be stays text. */
static const char *settle_date(struct reading *reading)
{
    struct kept_cell *cell = &reading->cell.cell;
    char digits[32];
    double serial;

    if (reading->type != TYPE_DATE || !iso_date_serial(cell->text, &serial))
        return NULL;
    if (!format_shows_date(cell->format, serial) && !format_shows_time(cell->format, serial))
        cell->format = "yyyy-mm-dd";
    if (reading->context->mac_epoch && format_shows_date(cell->format, serial))
        serial -= DAYS_TO_1904;
    cell->kind = CELL_NUMBER;
    cell->number = serial;
    snprintf(digits, sizeof digits, "%.15g", serial);
    cell->text = store_text(reading->context->store, digits, strlen(digits));
    return cell->text ? NULL : STORE_FULL;
}

static const char *keep_value(struct reading *reading)
{
    struct kept_cell *cell = &reading->cell.cell;

    if (reading->value.length == 0) {
        cell->kind = cell->formula && reading->type == TYPE_STRING ? CELL_TEXT : CELL_EMPTY;
        return NULL;
    }
    if (reading->type == TYPE_SHARED) {
        cell->text = shared_text(reading);
        if (!cell->text)
            return "names a text that is not there";
        cell->kind = *cell->text || cell->formula ? CELL_TEXT : CELL_EMPTY;
        return NULL;
    }
    cell->text = kept_text(reading);
    if (!cell->text)
        return STORE_FULL;
    cell->kind = kind_of(reading->type, cell->text, &cell->number);
    return settle_date(reading);
}

static void cell_ends(struct xml_reader *reader, struct reading *reading)
{
    const struct kept_cell *cell = &reading->cell.cell;

    reading->inside = reading->inside_text = reading->guide = false;
    reader->fault = keep_formula(reading) ? keep_value(reading) : STORE_FULL;
    if (!reader->fault && (cell->kind != CELL_EMPTY || cell->formula))
        reader->fault = cells_add(&reading->cells, &reading->cell);
}

static void ends(struct xml_reader *reader, const char *name)
{
    struct reading *reading = reader->data;

    reader->into = NULL;
    if (strcmp(name, "c") == 0)
        cell_ends(reader, reading);
    else if (strcmp(name, "is") == 0)
        reading->inside_text = false;
    else if (strcmp(name, "rPh") == 0)
        reading->guide = false;
}

static const char *add_comments(struct cells *cells, const struct comments *comments)
{
    const char *fault = NULL;

    for (size_t i = 0; !fault && i < comments->count; i++)
        fault =
            cells_add(cells, &(struct placed_cell){.row = comments->items[i].row,
                                                   .column = comments->items[i].column,
                                                   .cell = {.text = "", .format = FORMAT_GENERAL},
                                                   .comment = comments->items[i].words});
    return fault;
}

/* What was read, made the sheet's. */
static const char *finish(struct reading *reading, const struct comments *comments,
                          struct read_sheet *sheet)
{
    const char *fault = add_comments(&reading->cells, comments);

    if (!fault)
        fault = cells_finish(&reading->cells, sheet);
    if (!fault)
        fault =
            widths_finish(&reading->widths, reading->cells.columns, reading->context->store, sheet);
    sheet->lost = losses_in_words(reading->context->store, reading->lost);
    return fault;
}

static bool read_cells(struct reading *reading, const struct archive_part *part,
                       const struct comments *comments, struct read_sheet *sheet, struct text *why)
{
    struct xml_reader reader = {
        .data = reading, .starts = starts, .ends = ends, .into_most = STORE_BYTES / 4};

    if (!xml_read(reading->context->archive, part, &reader, why))
        return false;
    const char *fault = finish(reading, comments, sheet);
    if (fault) {
        archive_name_part(why, part->name);
        text_add(why, fault);
    }
    return !fault;
}

bool sheet_read(const struct sheet_context *context, const struct archive_part *part,
                struct read_sheet *sheet, struct text *why)
{
    struct reading reading = {.context = context, .cells.store = context->store};
    struct store *store = context->store;
    struct relations relations;
    struct comments comments;

    bool good = relations_read(store, context->archive, part->name, &relations, why) &&
                losses_of_relations(store, context->archive, &relations, &reading.lost,
                                    &sheet->charts, why) &&
                comments_read(store, context->archive, &relations, &comments, why) &&
                read_cells(&reading, part, &comments, sheet, why);
    text_free(&reading.formula);
    text_free(&reading.value);
    text_free(&reading.decoded);
    cells_free(&reading.cells);
    widths_free(&reading.widths);
    free(reading.shared);
    return good;
}
