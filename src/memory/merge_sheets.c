/* merge_sheets: sheets by name, and by what stands in them. */
#include "memory/merge_sheets.h"

#include <string.h>

#include "memory/lookup.h"

#define NAME_CHARACTERS 26 /* of the 31 that a name may have: " (99)" fits behind them */
#define MOST_ALIKE      99

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_sheet(const struct kept_sheet *a, const struct kept_sheet *b)
{
    if (a->cell_count != b->cell_count)
        return false;
    for (size_t i = 0; i < a->cell_count; i++) {
        const struct placed_cell *one = &a->cells[i], *two = &b->cells[i];
        if (one->row != two->row || one->column != two->column ||
            one->cell.kind != two->cell.kind || !same_text(one->cell.text, two->cell.text) ||
            !same_text(one->cell.formula, two->cell.formula) ||
            !same_text(one->comment, two->comment))
            return false;
    }
    return true;
}

/* "NAME (2)"; a long name is cut. */
static const char *numbered_name(struct pool *pool, const char *name, int number)
{
    size_t length = strlen(name), at = 0;

    for (int i = 0; i < NAME_CHARACTERS && at < length; i++) {
        uint32_t character;
        at += utf8_next(name + at, length - at, &character);
    }
    return pool_print(pool, "%.*s (%d)", (int)at, name, number);
}

void merge_sheets(struct pool *pool, struct memory *into, const struct memory *other)
{
    size_t count = into->sheet_count;
    struct kept_sheet *sheets = pool_alloc(pool, (count + other->sheet_count) * sizeof *sheets);
    struct lookup *names = lookup_new(pool, count + other->sheet_count);

    for (size_t i = 0; i < count; i++) {
        sheets[i] = into->sheets[i];
        lookup_add(names, plain_words(pool, sheets[i].name), i);
    }
    for (size_t i = 0; i < other->sheet_count; i++) {
        struct kept_sheet sheet = other->sheets[i];
        int number = 1;
        size_t at;
        while ((at = lookup_find(names, plain_words(pool, sheet.name))) != LOOKUP_NONE &&
               !same_sheet(&sheets[at], &sheet) && number < MOST_ALIKE)
            sheet.name = numbered_name(pool, other->sheets[i].name, ++number);
        if (at != LOOKUP_NONE)
            continue;
        lookup_add(names, plain_words(pool, sheet.name), count);
        sheets[count++] = sheet;
    }
    into->sheets = sheets;
    into->sheet_count = count;
}
