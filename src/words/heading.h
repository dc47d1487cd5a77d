/* heading: what a heading's or label's words say of the items below it. */
#ifndef ROADBOOK_WORDS_HEADING_H
#define ROADBOOK_WORDS_HEADING_H

#include "words/language.h"

/* The languages whose words count in one roadmap: its own and English. */
struct lexicon {
    const struct language *languages[2];
    size_t count;
};

struct lexicon lexicon_of(const char *code);

/* The kind that a heading or label names, e.g. ITEM_READING for "Reading List (Beginner-Friendly)";
 * ITEM_TEXT for none. What stands in parentheses or behind a colon is left out. *NAMES_ONE (may be
 * NULL): the heading names one such thing itself ("Bridge Project: Task Scheduler"). */
enum item_kind kind_of_heading(const struct lexicon *lexicon, const char *text, size_t length,
                               bool *names_one);

/* The kind of a section's items: its heading's, seen in the light of the section above. */
enum item_kind kind_under(enum item_kind above, enum item_kind own);

/* "(Optional)", "Nice to Have", "Tier 2" in a heading; in an item only in parentheses or first. */
bool says_optional(const struct lexicon *lexicon, const char *text, size_t length, bool heading);

/* "(Choose based on interest)", "(Specialization-dependent)"; OPENING: "Choose one of ..." too. */
bool says_choice(const struct lexicon *lexicon, const char *text, size_t length, bool opening);

/* "Phase 2: ", "阶段二：", "Módulo 3 -" at the start: its number; *END is behind it. 0: none. */
int phase_number(const char *text, size_t length, size_t *end);

/* true where a heading with a length means the whole plan: "8-Week Plan", "Overview (3 months)". */
bool says_whole(const struct lexicon *lexicon, const char *text, size_t length);

#endif
