/* styles: ISO/IEC 29500-1, 18.8. */
#include "memory/xlsx/styles.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "memory/xlsx/xml.h"

#define STYLES_MOST  65536 /* programs stop at 65,490 */
#define FORMATS_MOST 65536 /* numbers; programs count from 164 and stop some hundreds on */

/* 18.8.30: those that files name by number alone. 27-36 and 50-58 are dates of East Asia. */
static const char *const BUILT_IN[] = {
    [1] = "0",
    [2] = "0.00",
    [3] = "#,##0",
    [4] = "#,##0.00",
    [5] = "$#,##0_);($#,##0)",
    [6] = "$#,##0_);[Red]($#,##0)",
    [7] = "$#,##0.00_);($#,##0.00)",
    [8] = "$#,##0.00_);[Red]($#,##0.00)",
    [9] = "0%",
    [10] = "0.00%",
    [11] = "0.00E+00",
    [12] = "# ?/?",
    [13] = "# ?\?/?\?",
    [14] = "m/d/yyyy",
    [15] = "d-mmm-yy",
    [16] = "d-mmm",
    [17] = "mmm-yy",
    [18] = "h:mm AM/PM",
    [19] = "h:mm:ss AM/PM",
    [20] = "h:mm",
    [21] = "h:mm:ss",
    [22] = "m/d/yyyy h:mm",
    [27] = "m/d/yyyy",
    [28] = "m/d/yyyy",
    [29] = "m/d/yyyy",
    [30] = "m/d/yyyy",
    [31] = "m/d/yyyy",
    [32] = "h:mm",
    [33] = "h:mm:ss",
    [34] = "m/d/yyyy",
    [35] = "m/d/yyyy",
    [36] = "m/d/yyyy",
    [37] = "#,##0_);(#,##0)",
    [38] = "#,##0_);[Red](#,##0)",
    [39] = "#,##0.00_);(#,##0.00)",
    [40] = "#,##0.00_);[Red](#,##0.00)",
    [41] = "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
    [42] = "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)",
    [43] = "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"?\?_);_(@_)",
    [44] = "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"?\?_);_(@_)",
    [45] = "mm:ss",
    [46] = "[h]:mm:ss",
    [47] = "mm:ss.0",
    [48] = "##0.0E+0",
    [49] = "@",
    [50] = "m/d/yyyy",
    [51] = "m/d/yyyy",
    [52] = "m/d/yyyy",
    [53] = "m/d/yyyy",
    [54] = "m/d/yyyy",
    [55] = "m/d/yyyy",
    [56] = "m/d/yyyy",
    [57] = "m/d/yyyy",
    [58] = "m/d/yyyy",
};

struct reading {
    struct store *store;
    struct styles *styles;
    size_t capacity;
    /* by number; NULL: none */
    const char *codes[FORMATS_MOST];
    /* inside the list of cell styles */
    bool cell_styles;
};

static void number_format(struct xml_reader *reader, struct reading *reading,
                          const char **attributes)
{
    const char *code = xml_attribute(attributes, "formatCode");
    uint32_t number;

    if (!code || !xml_count(xml_attribute(attributes, "numFmtId"), FORMATS_MOST - 1, &number))
        return;
    reading->codes[number] = store_text(reading->store, code, strlen(code));
    if (!reading->codes[number])
        reader->fault = STORE_FULL;
    else if (*code == '\0')
        reading->codes[number] = NULL;
}

static void cell_style(struct xml_reader *reader, struct reading *reading, const char **attributes)
{
    struct styles *styles = reading->styles;
    uint32_t number = 0;

    if (styles->count == STYLES_MOST) {
        reader->fault = "holds more than 65,536 styles";
        return;
    }
    styles->formats = pool_extend(reading->store->pool, styles->formats, styles->count,
                                  &reading->capacity, sizeof *styles->formats);
    xml_count(xml_attribute(attributes, "numFmtId"), FORMATS_MOST - 1, &number);
    const char *code = reading->codes[number];
    styles->formats[styles->count++] = code ? code : FORMAT_GENERAL;
}

static void starts(struct xml_reader *reader, const char *name, const char **attributes)
{
    struct reading *reading = reader->data;

    if (strcmp(name, "numFmt") == 0)
        number_format(reader, reading, attributes);
    else if (strcmp(name, "cellXfs") == 0)
        reading->cell_styles = true;
    else if (strcmp(name, "xf") == 0 && reading->cell_styles)
        cell_style(reader, reading, attributes);
}

static void ends(struct xml_reader *reader, const char *name)
{
    struct reading *reading = reader->data;

    if (strcmp(name, "cellXfs") == 0)
        reading->cell_styles = false;
}

bool styles_read(struct store *store, struct archive *archive, const struct archive_part *part,
                 struct styles *styles, struct text *why)
{
    struct reading *reading = must_alloc(sizeof *reading);
    struct xml_reader reader = {.data = reading, .starts = starts, .ends = ends};

    *styles = (struct styles){NULL, 0};
    reading->store = store;
    reading->styles = styles;
    memcpy(reading->codes, BUILT_IN, sizeof BUILT_IN);
    bool good = xml_read(archive, part, &reader, why);
    free(reading);
    return good;
}

const char *styles_format(const struct styles *styles, size_t number)
{
    return number < styles->count ? styles->formats[number] : FORMAT_GENERAL;
}
