/* widths: ISO/IEC 29500-1, 18.3.1.13. */
#include "memory/xlsx/widths.h"

#include <math.h>
#include <stdlib.h>

#include "memory/xlsx/formula.h"
#include "memory/xlsx/xml.h"

/* Pixels that a digit of the usual font takes, and those around a column's content, which files
 * count in and programs don't show. */
#define DIGIT   7.0
#define PADDING 5.0

struct column_run {
    /* from 0; behind the last */
    uint32_t first, end;
    double width;
    bool hidden;
};

/* As programs show it; 0: it is not said. */
static double shown_width(const char *said)
{
    double width = said ? strtod(said, NULL) : 0;

    if (!isfinite(width) || width <= 0 || width > 255)
        return 0;
    return width * DIGIT > DIGIT + PADDING ? width - PADDING / DIGIT
                                           : width * DIGIT / (DIGIT + PADDING);
}

const char *widths_add(struct widths *widths, const char **attributes)
{
    uint32_t first, last;
    uint32_t done = widths->count > 0 ? widths->runs[widths->count - 1].end : 0;

    if (!xml_count(xml_attribute(attributes, "min"), SHEET_COLUMNS, &first) ||
        !xml_count(xml_attribute(attributes, "max"), SHEET_COLUMNS, &last) || first <= done ||
        last < first)
        return "lists its columns out of order";
    if (widths->count == widths->capacity) {
        widths->capacity = widths->capacity > 0 ? widths->capacity * 2 : 16;
        widths->runs = must_realloc(widths->runs, widths->capacity * sizeof *widths->runs);
    }
    widths->runs[widths->count++] =
        (struct column_run){first - 1, last, shown_width(xml_attribute(attributes, "width")),
                            xml_truth(attributes, "hidden")};
    return NULL;
}

const char *widths_finish(const struct widths *widths, uint32_t columns, struct store *store,
                          struct read_sheet *sheet)
{
    if (widths->count == 0 || columns == 0)
        return NULL;
    double *shown = store_room(store, columns * sizeof *shown);
    bool *hidden = store_room(store, columns * sizeof *hidden);
    if (!shown || !hidden)
        return STORE_FULL;
    for (size_t i = 0; i < widths->count; i++) {
        const struct column_run *run = &widths->runs[i];
        for (uint32_t column = run->first; column < run->end && column < columns; column++) {
            shown[column] = run->width;
            hidden[column] = run->hidden;
        }
    }
    sheet->widths = shown;
    sheet->hidden_columns = hidden;
    sheet->width_count = columns;
    return NULL;
}

void widths_free(struct widths *widths)
{
    free(widths->runs);
    *widths = (struct widths){NULL, 0, 0};
}
