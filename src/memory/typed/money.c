/* money: digits and the marks between them. */
#include "memory/typed/money.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define AMOUNT_BYTES   32 /* more is prose */
#define CURRENCY_BYTES 8

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Length of the blank or the apostrophe at AT, which only parts thousands; 0: there is none. */
static size_t parting_at(const char *at)
{
    static const char *const marks[] = {" ", "'", "\u00A0", "\u202F", "\u2019"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strncmp(at, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

/* A currency at AT with the blanks around it; *END behind it. false: what stands there is too long
 * for one. */
static bool skip_currency(const char *at, const char **end)
{
    size_t length = 0;

    for (;;) {
        size_t parting = parting_at(at);
        if (parting == 0 && (*at == '\0' || is_digit(*at) || strchr(".,-", *at)))
            break;
        length += parting == 0;
        at += parting > 0 ? parting : 1;
    }
    *end = at;
    return length <= CURRENCY_BYTES;
}

/* The digits at AT with the marks between them, each blank as ' ', into AMOUNT; behind them. NULL:
 * there are too many. */
static const char *take_amount(const char *at, char amount[AMOUNT_BYTES])
{
    size_t length = 0;

    while (length + 1 < AMOUNT_BYTES) {
        size_t parting = parting_at(at);
        bool mark = *at == '.' || *at == ',';
        const char *behind = at + (parting > 0 ? parting : 1);
        if (!is_digit(*at) && !((parting > 0 || mark) && is_digit(*behind)))
            break;
        amount[length++] = parting > 0 ? ' ' : *at;
        at = behind;
    }
    amount[length] = '\0';
    return length > 0 && length + 1 < AMOUNT_BYTES ? at : NULL;
}

static size_t count_of(const char *amount, char mark)
{
    size_t count = 0;

    for (; *amount != '\0'; amount++)
        count += *amount == mark;
    return count;
}

/* The decimal mark of AMOUNT; NULL: it has none. */
static const char *decimal_mark(const char *amount)
{
    const char *dot = strrchr(amount, '.'), *comma = strrchr(amount, ',');
    const char *last = dot > comma ? dot : comma;

    if (!last || count_of(amount, *last) > 1)
        return NULL;
    bool only = !dot || !comma;
    return only && strlen(last + 1) == 3 && amount[0] != '0' ? NULL : last;
}

bool cell_money(const struct kept_cell *cell, double *amount)
{
    char typed[AMOUNT_BYTES], plain[AMOUNT_BYTES];
    const char *at = cell->text;
    size_t length = 0, group = 0;

    if (cell->kind == CELL_NUMBER)
        *amount = cell->number;
    if (cell->kind != CELL_TEXT)
        return cell->kind == CELL_NUMBER && cell->number >= 0;
    if (!skip_currency(at, &at) || !(at = take_amount(at, typed)) || !skip_currency(at, &at) ||
        *at != '\0')
        return false;
    const char *decimal = decimal_mark(typed);
    bool parted = false;
    for (const char *digit = typed; *digit != '\0' && digit != decimal; digit++) {
        if (is_digit(*digit)) {
            plain[length++] = *digit;
            group++;
            continue;
        }
        if (parted ? group != 3 : group > 3)
            return false;
        parted = true;
        group = 0;
    }
    if (parted && group != 3)
        return false;
    plain[length++] = '.';
    for (const char *digit = decimal ? decimal + 1 : ""; *digit != '\0'; digit++) {
        if (!is_digit(*digit))
            return false;
        plain[length++] = *digit;
    }
    plain[length] = '\0';
    *amount = strtod(plain, NULL);
    return true;
}
