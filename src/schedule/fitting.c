/* fitting: looks for the words of a category in what an item and its parts are called. */
#include "schedule/fitting.h"

#define LEAST_STEM    4  /* bytes of a word that can tell what a category is for */
#define MOST_CHILDREN 32 /* that are looked at for such words */

static char lower_letter(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static bool is_word_byte(char byte)
{
    char letter = lower_letter(byte);

    return (letter >= 'a' && letter <= 'z') || (unsigned char)byte >= 0x80;
}

/* true where a word of TEXT begins as the LENGTH bytes of STEM do. */
static bool has_stem(const struct prose *text, const char *stem, size_t length)
{
    for (size_t at = 0; at + length <= text->length; at++) {
        if (at > 0 && is_word_byte(text->text[at - 1]))
            continue;
        size_t same = 0;
        while (same < length && lower_letter(text->text[at + same]) == lower_letter(stem[same]))
            same++;
        if (same == length)
            return true;
    }
    return false;
}

static bool speaks_of(const struct plan *plan, const struct item *item, const char *stem,
                      size_t length)
{
    if (has_stem(&item->title, stem, length) || has_stem(&item->detail, stem, length))
        return true;
    const struct item *end = plan->items + plan->item_count;
    size_t looked = 0;
    for (const struct item *i = item + 1;
         i < end && i->depth > item->depth && looked < MOST_CHILDREN; i++, looked++)
        if (has_stem(&i->title, stem, length))
            return true;
    return false;
}

bool fits_category(const struct plan *plan, const struct item *item, const char *category)
{
    for (const char *word = category; *word;) {
        size_t length = 0;
        while (is_word_byte(word[length]))
            length++;
        if (length >= LEAST_STEM && speaks_of(plan, item, word, length - (length > LEAST_STEM)))
            return true;
        word += length > 0 ? length : 1;
    }
    return false;
}
