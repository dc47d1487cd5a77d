/* feed_event: one VEVENT by its lines: which of them roadbook writes, which others put there, and
 * whether a new one says anything else. */
#ifndef ROADBOOK_MEMORY_FEED_FEED_EVENT_H
#define ROADBOOK_MEMORY_FEED_FEED_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/pool.h"
#include "base/text.h"

/* The properties that roadbook writes, in its order; the stamps stand behind the first. */
#define EVENT_FIELDS(FIELD)                                                                        \
    FIELD(UID, "UID")                                                                              \
    FIELD(START, "DTSTART")                                                                        \
    FIELD(END, "DTEND")                                                                            \
    FIELD(SUMMARY, "SUMMARY")                                                                      \
    FIELD(DESCRIPTION, "DESCRIPTION")                                                              \
    FIELD(CATEGORIES, "CATEGORIES")                                                                \
    FIELD(URL, "URL")                                                                              \
    FIELD(STATUS, "STATUS")                                                                        \
    FIELD(TRANSPARENCY, "TRANSP")

enum event_field {
#define FIELD(name, words) FIELD_##name,
    EVENT_FIELDS(FIELD)
#undef FIELD
        FIELD_COUNT
};

/* The three properties by which calendar apps notice a change. */
struct stamps {
    /* DTSTAMP, LAST-MODIFIED: seconds since 1970, UTC; -1: not there */
    int64_t stamped, modified;
    int sequence;
};

struct event_lines {
    /* each of its lines, unfolded and ended by '\n'; "": it has none */
    const char *fields[FIELD_COUNT];
    /* what others put there: properties that roadbook never writes, categories that are none of its
     * own, alarms; in their order */
    const char *extras;
    struct stamps stamps;
};

/* Takes a VEVENT's text apart, folded or not. In POOL. */
struct event_lines event_lines_read(struct pool *pool, const char *text);

/* What OLD says of a new event beside what roadbook does: its extras, and STATUS and TRANSP as the
 * learner set them. */
void event_lines_carry(struct event_lines *new, const struct event_lines *old);

/* true where extras hold words: a comment, a place, an attachment. */
bool event_has_words(const struct event_lines *event);

/* The stamps of an event that says NEW now and said OLD (NULL: was not there): unchanged ones keep
 * them; a changed one is stamped NOW, or one second after its last stamp where that is later, and
 * its sequence grows where it was moved. */
struct stamps stamps_for(const struct event_lines *old, const struct event_lines *new, int64_t now);

/* Appends its lines, unfolded, BEGIN and END with them, in a fixed order. */
void event_lines_print(const struct event_lines *event, struct text *out);

#endif
