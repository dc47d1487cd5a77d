/* language: the words of time and of a roadmap's parts in the languages that roadbook reads, as
 * data. A language is a file in languages/ and a line in LANGUAGES().
 */
#ifndef ROADBOOK_WORDS_LANGUAGE_H
#define ROADBOOK_WORDS_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "words/kind.h"
#include "words/unit.h"

/* Every language that is read, English first. */
#define LANGUAGES(LANGUAGE)                                                                        \
    LANGUAGE(english)                                                                              \
    LANGUAGE(german)                                                                               \
    LANGUAGE(spanish)                                                                              \
    LANGUAGE(portuguese)                                                                           \
    LANGUAGE(french)                                                                               \
    LANGUAGE(russian)                                                                              \
    LANGUAGE(chinese)                                                                              \
    LANGUAGE(japanese)

/* What most letters of a text tell of its language. */
enum script { SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPT_HAN, SCRIPT_KANA };

/* The lists of a language that scanners ask for by name, as words_hours: a line makes the member
 * and its getter. Forms are lower-case, parted by '|', and may hold blanks; a missing list is NULL.
 */
#define WORD_LISTS(LIST)                                                                           \
    /* Time: between two numbers; between the last two */                                          \
    LIST(to)                                                                                       \
    LIST(and_also)                                                                                 \
    /* "by", "end of", "and beyond"; "week 1 of 12" */                                             \
    LIST(by)                                                                                       \
    LIST(end_of)                                                                                   \
    LIST(beyond)                                                                                   \
    LIST(of)                                                                                       \
    /* between the parts of a date: "3 de enero de 2026" */                                        \
    LIST(date_of)                                                                                  \
    /* behind a number that counts weeks ("2nd week"); behind a day's in a date ("January 5th") */ \
    LIST(ordinals)                                                                                 \
    LIST(day_ordinals)                                                                             \
    /* behind a clock time: "am", "pm", "uhr" */                                                   \
    LIST(am)                                                                                       \
    LIST(pm)                                                                                       \
    LIST(o_clock)                                                                                  \
    /* in a timetable */                                                                           \
    LIST(every_day)                                                                                \
    LIST(workdays)                                                                                 \
    LIST(weekend)                                                                                  \
    /* Hours and prices: "h|hour|hours" */                                                         \
    LIST(hours)                                                                                    \
    LIST(minutes)                                                                                  \
    /* hours "per|a" week, 2 hours "each", hours "each|every|per" topic */                         \
    LIST(per)                                                                                      \
    LIST(each)                                                                                     \
    LIST(every)                                                                                    \
    /* "daily", "weekly" */                                                                        \
    LIST(a_day)                                                                                    \
    LIST(a_week)                                                                                   \
    /* behind a price that returns: "$20 monthly" */                                               \
    LIST(rates)                                                                                    \
    /* Marks, anywhere in a heading or in parentheses: "(Optional)", "(Choose one)" */             \
    LIST(optional)                                                                                 \
    LIST(choice)                                                                                   \
    /* Headings: "phase|stage"; "chapter|chapters|ch" */                                           \
    LIST(phases)                                                                                   \
    LIST(chapters)                                                                                 \
    /* one of these and a length state the plan's total, not a part's: "plan", "overview" */       \
    LIST(whole)                                                                                    \
    /* before the colon and a project's own name */                                                \
    LIST(project)                                                                                  \
    /* what hours are stated for "each" of: "topic|module" */                                      \
    LIST(courses)                                                                                  \
    /* times in which the hours are other than usual: "holiday" */                                 \
    LIST(periods)                                                                                  \
    /* what is done so many times a month, and the words beside it: "one new project per month" */ \
    LIST(pieces_of_work)                                                                           \
    /* Labels, before a colon: the text behind it is the plan's length: "timeline" */              \
    LIST(length_labels)                                                                            \
    /* tells a fact of what stands above, and begins no list of its own */                         \
    LIST(fact_labels)                                                                              \
    /* what it tells is nothing to work at: "author", "status" */                                  \
    LIST(idle_labels)                                                                              \
    /* what it tells is the work, and its own name adds nothing: "topic", "task" */                \
    LIST(work_labels)                                                                              \
    /* only names the list below it: "steps" */                                                    \
    LIST(list_labels)                                                                              \
    /* a line that adds up what stands above it; one that adds up hours may say these as well */   \
    LIST(totals)                                                                                   \
    LIST(total_hours)                                                                              \
    /* Columns, as a table's header calls them */                                                  \
    LIST(date_columns)                                                                             \
    LIST(week_columns)                                                                             \
    /* only tables of books have it */                                                             \
    LIST(author_columns)                                                                           \
    /* Sentences: behind a comma, where the sentence goes on */                                    \
    LIST(joining)                                                                                  \
    /* before the name of what comes first; what may stand between, in this order */               \
    LIST(prerequisites)                                                                            \
    LIST(prerequisite_fillers)                                                                     \
    /* In a cell of the tracker that asks for a tick, beside words/ticks.h: "ja", "fertig" */      \
    LIST(done)                                                                                     \
    /* Activities, by which a category of hours is one of the four: beginnings of words */         \
    LIST(learn)                                                                                    \
    LIST(build)                                                                                    \
    LIST(sharpen)                                                                                  \
    LIST(share)                                                                                    \
    /* things to exercise with, on a reading list; a category that is for reading above all */     \
    LIST(exercise)                                                                                 \
    LIST(reading)                                                                                  \
    /* whole words again: a plan that has both kinds is about software */                          \
    LIST(source_code)                                                                              \
    LIST(programs)

#define LIST_OF_WORDS(name) const char *name;
/* One language. Without these lists no roadmap is read: units, months, weekdays, to, and_also,
 * hours, minutes, per, chapters, phases, optional, choice, whole. */
struct language {
    /* BCP 47 */
    const char *code;
    enum script script;
    /* says what a thing is before all else: "Projets de ...", where English has "... Projects" */
    bool head_first;
    /* the commonest words, to guess the language by */
    const char *common;
    /* by enum unit */
    const char *units[UNIT_YEAR + 1];
    /* by enum weekday, short forms too */
    const char *weekdays[7];
    /* names and their short forms */
    const char *months[12];
    /* one, two and three in words */
    const char *numbers[3];
    /* heading words by enum item_kind */
    const char *kinds[ITEM_KIND_COUNT];
    WORD_LISTS(LIST_OF_WORDS)
};
#undef LIST_OF_WORDS

#define LANGUAGE_DECLARED(name) extern const struct language language_##name;
LANGUAGES(LANGUAGE_DECLARED)
#undef LANGUAGE_DECLARED

#define LANGUAGE_COUNTED(name) +1
enum { LANGUAGE_COUNT = 0 LANGUAGES(LANGUAGE_COUNTED) };
#undef LANGUAGE_COUNTED

extern const struct language *const languages[LANGUAGE_COUNT];

/* The language of a BCP 47 code, whatever its region; English for one that is not read. */
const struct language *language_of(const char *code);

/* Picks one list out of a language; NULL where it has none. */
typedef const char *words_list(const struct language *language);

#define LIST_DECLARED(name) words_list words_##name;
WORD_LISTS(LIST_DECLARED)
#undef LIST_DECLARED

/* Bytes of TEXT that match FORM (lower case; any case in TEXT) from its start; 0: none. */
size_t form_match(const char *text, size_t length, const char *form, size_t form_length);

/* As form_match() for the longest of FORMS ("a|b|c"), which must end at a word's end where it is
 * written in letters that part words by blanks. *INDEX (may be NULL) gets its place in the list. */
size_t forms_match(const char *text, size_t length, const char *forms, size_t *index);

/* true where one of FORMS stands in TEXT as whole words. */
bool forms_within(const char *text, size_t length, const char *forms);

/* As forms_match() for the longest form that LIST has in any language; *LANGUAGE (may be NULL) gets
 * the first one that has it. */
size_t words_match(const char *text, size_t length, words_list *list,
                   const struct language **language);

/* true where TEXT is a form of LIST in some language, and nothing else. */
bool words_are(const char *text, size_t length, words_list *list);

/* true where a form of LIST in some language stands in TEXT as whole words. */
bool words_within(const char *text, size_t length, words_list *list);

/* Where in TEXT (lower case) a word begins with a stem of LIST in any language, as early as can be;
 * NULL: nowhere. */
const char *words_stem(const char *text, words_list *list);

/* true for letters of scripts that write words without blanks between them. */
bool is_ideographic(uint32_t character);

/* The language that TEXT seems to be in, by its letters and commonest words: a code of the table.
 */
const char *language_guess(const char *text, size_t length);

#endif
