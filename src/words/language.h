/* language: the words of time and of a roadmap's parts in the languages that roadbook reads, as
 * data.
 */
#ifndef ROADBOOK_WORDS_LANGUAGE_H
#define ROADBOOK_WORDS_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "words/kind.h"
#include "words/unit.h"

/* One language: lower-case forms, parted by '|'; a missing list is NULL. A form may hold blanks. */
struct language {
    /* BCP 47 */
    const char *code;
    /* by enum unit */
    const char *units[UNIT_YEAR + 1];
    /* by enum weekday, short forms too */
    const char *weekdays[7];
    /* names and their short forms */
    const char *months[12];
    /* "h|hour|hours" */
    const char *hours, *minutes;
    /* between two numbers; between the last two */
    const char *to, *and_also;
    /* "by", "end of", "and beyond"; "3 de enero" */
    const char *by, *end_of, *beyond, *of;
    /* "per|a", "each", "daily", "weekly" */
    const char *per, *each, *a_day, *a_week;
    /* in a timetable */
    const char *every_day, *workdays, *weekend;
    /* "chapter|chapters|ch" */
    const char *chapters;
    /* "phase|stage" */
    const char *phases;
    /* marks: anywhere in a heading or in parentheses */
    const char *optional, *choice;
    /* a heading with one of these and a length states the plan's total, not a part: "plan",
     * "overview" */
    const char *whole;
    /* heading words by enum item_kind */
    const char *kinds[ITEM_KIND_COUNT];
    /* the commonest words, to guess the language by */
    const char *common;
};

#define LANGUAGE_COUNT 8
extern const struct language language_english, language_german, language_spanish,
    language_portuguese, language_french, language_russian, language_chinese, language_japanese;
extern const struct language *const languages[LANGUAGE_COUNT]; /* English first */

/* Picks one list out of a language, e.g. words_hours; NULL where it has none. */
typedef const char *words_list(const struct language *language);

/* Bytes of TEXT that match FORM (lower case; any case in TEXT) from its start; 0: none. */
size_t form_match(const char *text, size_t length, const char *form, size_t form_length);

/* As form_match() for the longest of FORMS ("a|b|c"), which must end at a word's end where it is
 * written in letters that part words by blanks. *INDEX (may be NULL) gets its place in the list. */
size_t forms_match(const char *text, size_t length, const char *forms, size_t *index);

/* true where one of FORMS stands in TEXT as whole words. */
bool forms_within(const char *text, size_t length, const char *forms);

/* The language that TEXT seems to be in, by its letters and commonest words: a code of the table.
 */
const char *language_guess(const char *text, size_t length);

#endif
