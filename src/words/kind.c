/* kind: the kinds' names. */
#include "words/kind.h"

static const char *const kind_names[ITEM_KIND_COUNT] = {
    [ITEM_TEXT] = "text",
    [ITEM_OUTCOME] = "outcome",
    [ITEM_GOAL] = "goal",
    [ITEM_TOPIC] = "topic",
    [ITEM_TASK] = "task",
    [ITEM_PROJECT] = "project",
    [ITEM_READING] = "reading",
    [ITEM_ALLOCATION] = "allocation",
    [ITEM_CHECK] = "check",
    [ITEM_STRAND] = "strand",
    [ITEM_STEP] = "step",
    [ITEM_SPECIALIZATION] = "specialization",
    [ITEM_PORTFOLIO] = "portfolio",
    [ITEM_JOB] = "job",
    [ITEM_COMMITMENT] = "commitment",
    [ITEM_MILESTONE] = "milestone",
    [ITEM_QUESTION] = "question",
    [ITEM_RESOURCE] = "resource",
    [ITEM_COST] = "cost",
    [ITEM_SLOT] = "slot",
    [ITEM_ADVICE] = "advice",
};

const char *item_kind_name(enum item_kind kind)
{
    return kind_names[kind];
}
