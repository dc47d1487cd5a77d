/* line_kinds: what kind of item a line makes, by its own words and by what stands around it. */
#include <string.h>

#include "read/draft.h"

#define LONGEST_NAME 40 /* bytes of a label whose words may say a kind */

bool kind_members_have_lists(enum item_kind kind)
{
    return kind == ITEM_STRAND || kind == ITEM_SPECIALIZATION || kind == ITEM_PORTFOLIO ||
           kind == ITEM_JOB || kind == ITEM_SLOT || kind == ITEM_ADVICE ||
           kind == ITEM_COMMITMENT || kind == ITEM_PROJECT || kind == ITEM_TASK;
}

/* In a roadmap that dates nothing at all, every list is taken for something to do. */
static bool section_is_dated(const struct draft *draft)
{
    const struct section *section = draft->section;

    return draft->undated || (section->span.form != SPAN_NONE && !section->whole) ||
           section_frame(section);
}

enum item_kind kind_of_plain_line(const struct draft *draft, const struct outline_line *line,
                                  const struct item *parent, enum item_kind around)
{
    const struct section *section = draft->section;

    if (line->carrier == CARRIER_CODE || line->carrier == CARRIER_HEADER)
        return ITEM_TEXT;
    if (around == ITEM_TEXT && parent && parent != draft->head)
        around = parent->kind;
    if (line->carrier == CARRIER_TEXT) {
        bool lone = section_is_dated(draft) && section->span.form == SPAN_POSITION &&
                    !section->title.length && section->item_count == 0;
        return around == ITEM_ADVICE ? ITEM_ADVICE : lone ? ITEM_TOPIC : ITEM_TEXT;
    }
    if (around != ITEM_TEXT)
        return around;
    if (line->carrier == CARRIER_ROW)
        return section_is_dated(draft) ? ITEM_TOPIC : ITEM_TEXT;
    if (line->checkbox != CHECKBOX_NONE)
        return ITEM_TASK;
    if (line->span && line->span->span.form != SPAN_LENGTH)
        return line->span->span.due ? ITEM_MILESTONE : ITEM_TOPIC;
    return section_is_dated(draft) ? ITEM_TOPIC : ITEM_TEXT;
}

enum item_kind kind_around(const struct draft *draft)
{
    if (draft->head && draft->head->kind != ITEM_TOPIC)
        return draft->head->kind;
    return draft->section->kind;
}

/* Kinds that a section's criteria and links may follow. */
static bool is_studied(enum item_kind kind)
{
    return kind == ITEM_GOAL || kind_is_work(kind);
}

bool stands_in_work(const struct draft *draft)
{
    return draft->head && kind_is_made(draft->head->kind);
}

enum item_kind kind_of_label(const struct draft *draft, const struct prose *prose,
                             const struct label *label)
{
    enum item_kind around = kind_around(draft);
    enum item_kind words = kind_of_heading(&draft->lexicon, prose->text, label->end, NULL);
    const char *group = memchr(prose->text, '(', label->end);

    if ((group ? (size_t)(group - prose->text) : label->end) > LONGEST_NAME)
        return around;
    switch (words) {
    case ITEM_CHECK: /* these set themselves off from a section's items */
    case ITEM_QUESTION:
    case ITEM_RESOURCE:
    case ITEM_COST:
    case ITEM_MILESTONE:
        return around == ITEM_TEXT || is_studied(around) ? words : around;
    case ITEM_SLOT:
        return around == ITEM_TEXT || around == ITEM_ADVICE ? words : around;
    case ITEM_STEP:
        return stands_in_work(draft) ? words : around;
    case ITEM_STRAND: /* these name sections; in a label they are mere words */
    case ITEM_JOB:
    case ITEM_PORTFOLIO:
    case ITEM_COMMITMENT:
    case ITEM_TEXT:
        return around;
    default:
        return around == ITEM_TEXT ? words : around;
    }
}
