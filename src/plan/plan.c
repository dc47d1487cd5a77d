/* plan: small questions to the model, and spans in print. */
#include "plan/plan.h"

#include <string.h>

#include "base/uuid.h"

bool kind_is_work(enum item_kind kind)
{
    return kind == ITEM_TOPIC || kind == ITEM_READING || kind_is_made(kind);
}

bool kind_is_made(enum item_kind kind)
{
    return kind == ITEM_TASK || kind == ITEM_PROJECT;
}

bool kind_runs_along(enum item_kind kind)
{
    return kind == ITEM_STRAND || kind == ITEM_STEP || kind == ITEM_SPECIALIZATION ||
           kind == ITEM_PORTFOLIO || kind == ITEM_JOB;
}

static bool is_own(enum when_from when_from)
{
    return when_from != WHEN_NONE && when_from != WHEN_INHERITED;
}

bool item_has_own_time(const struct item *item)
{
    return is_own(item->when_from);
}

bool section_has_own_time(const struct section *section)
{
    return is_own(section->when_from);
}

bool section_within(const struct section *section, const struct section *head)
{
    while (section && section != head)
        section = section->parent;
    return section == head;
}

static const char *print_position(struct pool *pool, const struct span *span)
{
    const char *prefix = span->due ? "by " : "";

    if (span->open)
        return pool_print(pool, "%s%s %.0f on", prefix, unit_name(span->unit), span->from);
    if (span->from == span->to)
        return pool_print(pool, "%s%s %.0f", prefix, unit_name(span->unit), span->from);
    return pool_print(pool, "%s%s %.0f–%.0f", prefix, unit_plural(span->unit), span->from,
                      span->to);
}

static const char *print_length(struct pool *pool, const struct span *span)
{
    const char *prefix = span->vague ? "about " : "";

    if (span->from != span->to)
        return pool_print(pool, "%s%g–%g %s", prefix, span->from, span->to,
                          unit_plural(span->unit));
    return pool_print(pool, "%s%g %s", prefix, span->from,
                      span->from == 1 ? unit_name(span->unit) : unit_plural(span->unit));
}

static const char *print_day(struct pool *pool, day date, bool yearless)
{
    struct civil civil = civil_of(date);
    const char *month = month_short_name(civil.month);

    return yearless ? pool_print(pool, "%d %s", civil.day, month)
                    : pool_print(pool, "%d %s %d", civil.day, month, civil.year);
}

static const char *print_dates(struct pool *pool, const struct span *span)
{
    const char *prefix = span->due ? "by " : "";
    const char *last = print_day(pool, span->last, span->yearless);

    if (span->first == span->last)
        return pool_print(pool, "%s%s", prefix, last);
    bool one_year = civil_of(span->first).year == civil_of(span->last).year;
    return pool_print(pool, "%s%s – %s", prefix,
                      print_day(pool, span->first, one_year || span->yearless), last);
}

const char *span_print(struct pool *pool, const struct span *span)
{
    switch (span->form) {
    case SPAN_POSITION:
        return print_position(pool, span);
    case SPAN_LENGTH:
        return print_length(pool, span);
    case SPAN_DATES:
        return print_dates(pool, span);
    default:
        return "";
    }
}

const char *plan_uuid(const struct plan *plan, const char *key)
{
    char id[UUID_TEXT];

    uuid_of_name(plan->id, key, strlen(key), id);
    return pool_copy(plan->pool, id, strlen(id));
}
