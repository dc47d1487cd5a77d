/* agreement: whether this build's sessions are those that the tracker in its place remembers. */
#include "agreement.h"

#include "base/file.h"
#include "schedule/lived.h"

/* true where the tracker was read, knows of sessions, and these are others now. */
static bool is_other_plan(const struct edition *edition)
{
    const struct memory *memory = edition->memory;

    return memory && edition->memory_state == MEMORY_READ && memory->past.week_count > 0 &&
           layout_of_past(&memory->past) != layout_of_schedule(edition->schedule);
}

static void say_unknown(const char *after)
{
    report(NOWHERE, SEVERITY_WARNING, RULE_MEMORY,
           "the tracker was not made, and does not know of this change of sessions: the next build "
           "goes by what it remembers; %s",
           after);
}

void agreement_foresee(struct pool *pool, const struct edition *edition, const struct order *order)
{
    size_t count;
    const struct exporter *const *table = exporters(&count);
    struct text left = TEXT_INIT;

    if (!is_other_plan(edition))
        return;
    for (size_t i = 0; i < count; i++) {
        const char *path = pool_print(pool, "%s%s", order->stem, table[i]->suffix);
        if (!outputs_ask_for(order, table[i]) && file_exists(path))
            text_print(&left, "%s%s", left.length > 0 ? " and " : "", path);
    }
    if (!outputs_ask_for(order, &tracker_exporter))
        say_unknown("to keep the change, build without --only");
    else if (left.length > 0)
        report(
            NOWHERE, SEVERITY_WARNING, RULE_MEMORY,
            "sessions change, but --only leaves %s as it was; build without it to have them agree",
            text_string(&left));
    text_free(&left);
}

void agreement_judge(const struct edition *edition, const struct order *order,
                     const struct output *made, size_t count)
{
    if (count == 0 || !outputs_ask_for(order, &tracker_exporter) || !is_other_plan(edition))
        return;
    for (size_t i = 0; i < count; i++)
        if (made[i].exporter == &tracker_exporter)
            return;
    say_unknown("give the same options again then");
}
