/* money: prices, out of words. */
#include "words/quantity.h"

#include <string.h>
#include <unictype.h>

#include "words/scan.h"

/* "$", "EUR", ... at a place, and how it is written. */
static bool scan_currency(struct scan *scan, char currency[8])
{
    static const char signs[] =
        "us$|a$|r$|$|€|£|¥|₽|₹|元|円|usd|eur|gbp|chf|brl|jpy|cny|rub|руб|euro|"
        "euros|dollars";
    size_t bytes = forms_match(scan->text + scan->at, scan->length - scan->at, signs, NULL);

    if (!bytes || bytes >= 8)
        return false;
    memcpy(currency, scan->text + scan->at, bytes);
    currency[bytes] = '\0';
    scan->at += bytes;
    return true;
}

/* "1,500" and "1500.50"; in hundredths. */
static bool scan_amount(struct scan *scan, long *hundredths)
{
    size_t at = scan->at;
    long whole = 0, cents = 0;
    int digits = 0;

    while (at < scan->length && digits < 12) {
        char c = scan->text[at];
        if (c >= '0' && c <= '9') {
            whole = whole * 10 + (c - '0');
            digits++;
            at++;
        } else if (digits && (c == ',' || c == '.') &&
                   digits_at(scan->text, scan->length, at + 1) == 3) {
            at++; /* thousands */
        } else {
            break;
        }
    }
    if (digits && at < scan->length && (scan->text[at] == '.' || scan->text[at] == ',') &&
        digits_at(scan->text, scan->length, at + 1) == 2) {
        cents = (scan->text[at + 1] - '0') * 10 + (scan->text[at + 2] - '0');
        at += 3;
    }
    scan->at = at;
    *hundredths = whole * 100 + cents;
    return digits > 0;
}

static bool scan_money(struct scan *scan, struct money *money)
{
    struct scan copy = *scan;
    struct money read = {0};
    char again[8];

    if (scan_char(&copy, '<') || scan_char(&copy, 0x2264))
        read.at_most = true;
    scan_char(&copy, '~');
    scan_blanks(&copy);
    bool before = scan_currency(&copy, read.currency);
    scan_blanks(&copy);
    if (!scan_amount(&copy, &read.low))
        return false;
    read.high = read.low;
    struct scan range = copy;
    if (scan_dash(&range)) {
        if (before)
            scan_currency(&range, again);
        if (scan_amount(&range, &read.high) && read.high >= read.low)
            copy = range;
        else
            read.high = read.low;
    }
    if (!before) {
        scan_blanks(&copy);
        if (!scan_currency(&copy, read.currency))
            return false;
    }
    *money = read;
    *scan = copy;
    return true;
}

bool money_find(const char *text, size_t length, struct money *money, struct found *found)
{
    bool starts = true;

    for (struct scan scan = {text, length, 0}; !scan_end(&scan);) {
        struct scan copy = scan;
        if (starts && scan_money(&copy, money)) {
            if (found)
                *found = (struct found){scan.at, copy.at};
            return true;
        }
        uint32_t c = scan_take(&scan);
        starts = !uc_is_alnum(c) && c != '.' && c != ',';
    }
    return false;
}
