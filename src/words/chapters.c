/* chapters: which chapters of a book are meant, out of words. */
#include <unictype.h>

#include "words/quantity.h"
#include "words/scan.h"

#define LONGEST_QUOTATION 300 /* bytes: a mark that closes later is another's */

static bool scan_chapters(struct scan *scan, struct chapters *chapters)
{
    struct scan copy = *scan;
    double from, to;
    bool ideographic = scan_char(&copy, 0x7B2C);

    if (!ideographic && !scan_word(&copy, words_chapters, NULL))
        return false;
    scan_blanks(&copy);
    if (!scan_number_any(&copy, &from))
        return false;
    to = from;
    struct scan range = copy;
    if (scan_dash(&range) && (scan_char(&range, 0x7B2C), scan_number_any(&range, &to)) &&
        to >= from)
        copy = range;
    else
        to = from;
    scan_blanks(&copy);
    if ((ideographic && !scan_char(&copy, 0x7AE0)) || from < 1 || to > 10000)
        return false;
    *chapters = (struct chapters){(int)from, (int)to};
    *scan = copy;
    return true;
}

static uint32_t closing_quote(uint32_t open)
{
    static const uint32_t pairs[][2] = {{'"', '"'},      {0x201C, 0x201D}, {0x201E, 0x201C},
                                        {0xAB, 0xBB},    {0x300A, 0x300B}, {0x300C, 0x300D},
                                        {0x300E, 0x300F}};

    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (pairs[i][0] == open)
            return pairs[i][1];
    return 0;
}

/* Where the quotation ends that begins at SCAN; where SCAN stands, if none does. */
static size_t quotation_end(const struct scan *scan)
{
    struct scan copy = *scan;
    uint32_t closing = closing_quote(scan_take(&copy));

    while (closing && !scan_end(&copy) && copy.at - scan->at < LONGEST_QUOTATION)
        if (scan_take(&copy) == closing)
            return copy.at;
    return scan->at;
}

bool chapters_find(const char *text, size_t length, struct chapters *chapters)
{
    bool starts = true, any = false;
    size_t quoted_until = 0;

    for (struct scan scan = {text, length, 0}; !scan_end(&scan);) {
        struct scan copy = scan;
        struct chapters read;
        bool quoted = scan.at < quoted_until;
        if ((starts || scan_peek(&scan) == 0x7B2C) && scan_chapters(&copy, &read)) {
            bool range = read.to > read.from;
            if (!quoted || !any || (range && chapters->to == chapters->from))
                *chapters = read;
            if (!quoted)
                return true;
            any = true; /* perhaps a title's: "Why chapter 11 fails" */
        }
        if (!quoted)
            quoted_until = quotation_end(&scan);
        starts = !uc_is_alnum(scan_take(&scan));
    }
    return any;
}
