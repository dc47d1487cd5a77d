/* rule: the rules' names. */
#include "base/rule.h"

#include <string.h>

const char *const rule_names[RULE_COUNT] = {[RULE_NONE] = "",
#define RULE(name, text) [RULE_##name] = text,
                                            RULES(RULE)
#undef RULE
};

bool rule_find(const char *name, enum rule *rule)
{
    for (int i = RULE_NONE + 1; i < RULE_COUNT; i++)
        if (strcmp(rule_names[i], name) == 0) {
            *rule = (enum rule)i;
            return true;
        }
    return false;
}
