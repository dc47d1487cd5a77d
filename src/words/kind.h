/* kind: what an item of a roadmap can be. */
#ifndef ROADBOOK_WORDS_KIND_H
#define ROADBOOK_WORDS_KIND_H

enum item_kind {
    ITEM_TEXT, /* what no kind fits: prose, kept in its place */
    ITEM_OUTCOME,
    ITEM_GOAL,
    ITEM_TOPIC,
    ITEM_TASK,
    ITEM_PROJECT,
    ITEM_READING,
    ITEM_ALLOCATION,
    ITEM_CHECK,
    ITEM_STRAND,
    ITEM_STEP,
    ITEM_SPECIALIZATION,
    ITEM_PORTFOLIO,
    ITEM_JOB,
    ITEM_COMMITMENT,
    ITEM_MILESTONE,
    ITEM_QUESTION,
    ITEM_RESOURCE,
    ITEM_COST,
    ITEM_SLOT,
    ITEM_ADVICE,
    ITEM_KIND_COUNT
};

/* The word for a kind in `show --json` and in ids: "outcome", "job"; "text" for ITEM_TEXT. */
const char *item_kind_name(enum item_kind kind);

#endif
