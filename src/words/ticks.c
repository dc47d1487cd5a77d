/* ticks: the list. */
#include "words/ticks.h"

const char *const done_words[DONE_WORDS] = {
    TICK_DONE, "✓", "✔", "✅", "x", "yes", "y", "done", "finished", STATUS_READ,
};
