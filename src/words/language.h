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

/* One language: lower-case forms, parted by '|'; a missing list is NULL. A form may hold blanks.
 * Without these no roadmap is read: units, months, weekdays, to, and_also, hours, minutes, per,
 * chapters, phases, optional, choice, whole. */
struct language {
    /* BCP 47 */
    const char *code;
    enum script script;
    /* says what a thing is before all else: "Projets de ...", where English has "... Projects" */
    bool head_first;
    /* the commonest words, to guess the language by */
    const char *common;

    /* Time */

    /* by enum unit */
    const char *units[UNIT_YEAR + 1];
    /* by enum weekday, short forms too */
    const char *weekdays[7];
    /* names and their short forms */
    const char *months[12];
    /* one, two and three in words */
    const char *numbers[3];
    /* between two numbers; between the last two */
    const char *to, *and_also;
    /* "by", "end of", "and beyond"; "week 1 of 12" */
    const char *by, *end_of, *beyond, *of;
    /* between the parts of a date: "3 de enero de 2026" */
    const char *date_of;
    /* behind a number that counts weeks ("2nd week"); behind a day's in a date ("January 5th") */
    const char *ordinals, *day_ordinals;
    /* behind a clock time: "am", "pm", "uhr" */
    const char *am, *pm, *o_clock;
    /* in a timetable */
    const char *every_day, *workdays, *weekend;

    /* Hours and prices */

    /* "h|hour|hours" */
    const char *hours, *minutes;
    /* hours "per|a" week, 2 hours "each", hours "each|every|per" topic */
    const char *per, *each, *every;
    /* "daily", "weekly" */
    const char *a_day, *a_week;
    /* behind a price that returns: "$20 monthly" */
    const char *rates;

    /* Marks: anywhere in a heading or in parentheses */

    /* "(Optional)", "(Choose one)" */
    const char *optional, *choice;

    /* Headings */

    /* "phase|stage"; "chapter|chapters|ch" */
    const char *phases, *chapters;
    /* a heading with one of these and a length states the plan's total, not a part: "plan",
     * "overview" */
    const char *whole;
    /* heading words by enum item_kind */
    const char *kinds[ITEM_KIND_COUNT];
    /* before the colon and a project's own name */
    const char *project;
    /* what hours are stated for "each" of: "topic|module" */
    const char *courses;
    /* times in which the hours are other than usual: "holiday" */
    const char *periods;
    /* what is done so many times a month, and the words beside it: "one new project per month" */
    const char *pieces_of_work;

    /* Labels: what stands before a colon */

    /* the text behind it is the plan's length: "timeline" */
    const char *length_labels;
    /* tells a fact of what stands above, and begins no list of its own */
    const char *fact_labels;
    /* what it tells is nothing to work at: "author", "status" */
    const char *idle_labels;
    /* what it tells is the work, and its own name adds nothing: "topic", "task" */
    const char *work_labels;
    /* only names the list below it: "steps" */
    const char *list_labels;
    /* a line that adds up what stands above it; one that adds up hours may say these as well */
    const char *totals, *total_hours;

    /* Columns: what a table's header calls them */

    const char *date_columns, *week_columns;
    /* only tables of books have it */
    const char *author_columns;

    /* Sentences */

    /* behind a comma, where the sentence goes on */
    const char *joining;
    /* before the name of what comes first; what may stand between, in this order */
    const char *prerequisites, *prerequisite_fillers;

    /* Activities: beginnings of words, without blanks */

    /* by which a category of hours is one of the four activities */
    const char *learn, *build, *sharpen, *share;
    /* things to exercise with, on a reading list; a category that is for reading above all */
    const char *exercise, *reading;
    /* whole words again: a plan that has both kinds is about software */
    const char *source_code, *programs;
};

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

words_list words_to, words_and_also, words_by, words_end_of, words_beyond, words_of, words_date_of,
    words_ordinals, words_day_ordinals, words_am, words_pm, words_o_clock, words_every_day,
    words_workdays, words_weekend, words_hours, words_minutes, words_per, words_each, words_every,
    words_a_day, words_a_week, words_rates, words_optional, words_choice, words_phases,
    words_chapters, words_whole, words_project, words_courses, words_periods, words_pieces_of_work,
    words_length_labels, words_fact_labels, words_idle_labels, words_work_labels, words_list_labels,
    words_totals, words_total_hours, words_date_columns, words_week_columns, words_author_columns,
    words_joining, words_prerequisites, words_prerequisite_fillers, words_learn, words_build,
    words_sharpen, words_share, words_exercise, words_reading, words_source_code, words_programs;

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
