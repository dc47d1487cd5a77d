/* chapters: which chapters of a book are meant, out of words. */
#include <unictype.h>

#include "words/quantity.h"
#include "words/quotes.h"
#include "words/scan.h"

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
            quoted_until = scan.at + quotation_length(text + scan.at, length - scan.at, NULL);
        starts = !uc_is_alnum(scan_take(&scan));
    }
    return any;
}
