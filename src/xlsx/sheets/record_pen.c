/* record_pen: the record's tables, and one cell of them. */
#include "xlsx/sheets/record_pen.h"

#include <string.h>

lxw_col_t record_place(enum record_table first, enum record_column column)
{
    enum record_table before = first;
    lxw_col_t at = 0;

    for (enum record_column i = 0; i <= column; i++) {
        const struct record_column_about *it = &record_columns[i];
        if (it->table < first)
            continue;
        at = (lxw_col_t)(at + (it->table != before)); /* an empty one between two tables */
        before = it->table;
        at = (lxw_col_t)(at + (i < column));
    }
    return at;
}

struct record_pen record_pen_open(struct tracker *tracker, lxw_worksheet *sheet,
                                  const struct sheet *about, enum record_table first,
                                  enum record_table last)
{
    struct record_pen pen = {.tracker = tracker, .sheet = sheet};

    sheet_dress(tracker, sheet, 0, about->title, about->hint);
    for (enum record_column column = 0; column < RECORD_COLUMN_COUNT; column++) {
        const struct record_column_about *it = &record_columns[column];
        if (it->table < first || it->table > last)
            continue;
        lxw_col_t at = pen.at[column] = record_place(first, column);
        put_text(tracker, sheet, ROLE_ROW, at,
                 pool_print(tracker->pool, "#roadbook:%s:%s", record_roles[it->table], it->role),
                 STYLE_ROLE);
        put_text(tracker, sheet, HEADER_ROW, at, it->header, STYLE_HEADER);
        worksheet_set_column(sheet, at, at, it->width, NULL);
    }
    sheet_lock(sheet);
    worksheet_hide(sheet);
    return pen;
}

bool record_row_fits(size_t index)
{
    return index < LXW_ROW_MAX - FIRST_ROW;
}

static lxw_row_t row_of(size_t index)
{
    return FIRST_ROW + (lxw_row_t)index;
}

void record_put_text(const struct record_pen *pen, size_t index, enum record_column column,
                     const char *text)
{
    if (text && *text)
        put_text(pen->tracker, pen->sheet, row_of(index), pen->at[column], text, STYLE_LINE);
}

void record_put_count(const struct record_pen *pen, size_t index, enum record_column column,
                      int number)
{
    put_number(pen->tracker, pen->sheet, row_of(index), pen->at[column], number, STYLE_COUNT);
}

void record_put_some(const struct record_pen *pen, size_t index, enum record_column column,
                     int number)
{
    if (number != 0)
        record_put_count(pen, index, column, number);
}

void record_put_day(const struct record_pen *pen, size_t index, enum record_column column, day date)
{
    if (date != DAY_NONE)
        put_date(pen->tracker, pen->sheet, row_of(index), pen->at[column], date, STYLE_DATE);
}

void record_put_exact(const struct record_pen *pen, size_t index, enum record_column column,
                      double number)
{
    record_put_text(pen, index, column, pool_print(pen->tracker->pool, RECORD_EXACT, number));
}

static void pack_cell(struct record_packer *packer)
{
    if (packer->packed.length > 0 && record_row_fits(packer->rows))
        record_put_text(packer->pen, packer->rows++, packer->first, text_string(&packer->packed));
    text_clear(&packer->packed);
}

static bool holds_sign(const char *text)
{
    return text && (strstr(text, RECORD_NEXT) || strstr(text, RECORD_BESIDE));
}

/* A row with cells of its own, as older trackers have it. */
static void put_alone(struct record_packer *packer, const char *words, const char *second,
                      const char *third)
{
    pack_cell(packer);
    if (!record_row_fits(packer->rows))
        return;
    record_put_text(packer->pen, packer->rows, packer->first, words);
    record_put_text(packer->pen, packer->rows, (enum record_column)(packer->first + 1), second);
    record_put_text(packer->pen, packer->rows, (enum record_column)(packer->first + 2), third);
    packer->rows++;
}

void record_pack(struct record_packer *packer, const char *words, const char *second,
                 const char *third)
{
    struct text *packed = &packer->packed;

    if (holds_sign(second) || holds_sign(third)) {
        put_alone(packer, words, second, third);
        return;
    }
    text_add(packed, packed->length > 0 ? RECORD_NEXT : "");
    text_add(packed, words);
    text_add(packed, RECORD_BESIDE);
    text_add(packed, second ? second : "");
    text_add(packed, RECORD_BESIDE);
    text_add(packed, third ? third : "");
    if (packed->length >= RECORD_PACKED)
        pack_cell(packer);
}

void record_pack_end(struct record_packer *packer)
{
    pack_cell(packer);
    text_free(&packer->packed);
}
