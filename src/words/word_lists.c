/* word_lists: a function for each list of a language, by which scanners name the list they want. */
#include "words/language.h"

#define GETTER(name)                                                                               \
    const char *words_##name(const struct language *language)                                      \
    {                                                                                              \
        return language->name;                                                                     \
    }
WORD_LISTS(GETTER)
