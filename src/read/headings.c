/* headings: headings into sections: number, span, effort, marks and kind; and which are phases. */
#include <string.h>

#include "plan/prose.h"
#include "read/draft.h"
#include "words/scan.h"

struct section *section_frame(const struct section *section)
{
    struct section *above = section->parent;

    while (above && (above->span.form == SPAN_NONE || above->span.due || above->whole))
        above = above->parent;
    return above;
}

/* Takes the effort and the price out of the title's parentheses. */
static void read_amounts(struct draft *draft, struct section *section)
{
    struct found found;
    struct prose *title = &section->title;

    if (effort_find(title->text, title->length, &section->effort, &found)) {
        section->effort_place = prose_place(title, found.at, section->place);
        if (found.start > 0)
            *title = prose_without(draft->pool, title, found.start, found.end);
        else if (section->effort.per == UNIT_NONE)
            section->effort = (struct effort){0};
    }
    const char *group = strchr(title->text, '(');
    size_t at = group ? (size_t)(group - title->text) : title->length;
    if (money_find(title->text + at, title->length - at, &section->price, &found))
        section->price_place = prose_place(title, at + found.at, section->place);
}

/* Fills in what the heading says; gives true where its kind may come from its words: not where they
 * follow a phase's number or a span and so name the matter. */
static bool read_heading(struct draft *draft, struct section *section,
                         const struct outline_line *line)
{
    bool named = line->phase == 0;

    section->title = line->title;
    if (line->span) {
        struct found found = line->span->found;
        section->span = line->span->span;
        section->span_place = prose_place(&line->title, found.at, line->place);
        struct scan start = {section->title.text, section->title.length, 0};
        scan_ornament(&start);
        named &= found.start > start.at || section->span.due;
        section->title = prose_without(draft->pool, &section->title, found.start, found.end);
        const struct prose *title = &section->title;
        if (title->length > 2 && title->text[0] == '(' &&
            strchr(title->text, ')') == title->text + title->length - 1)
            section->title = prose_slice(draft->pool, title, 1, title->length - 1);
    }
    read_amounts(draft, section);
    return named;
}

/* true where a heading below LINE, within its section, has a place in time of its own. */
static bool has_dated_headings(const struct outline_line *line, int level)
{
    return level <= HEADING_LEVELS && line->dated_below[level];
}

/* "Week 1 Objectives": its title only says of what sort the items below are. */
static bool says_kind_only(const struct draft *draft, const struct section *section)
{
    static const enum item_kind sorts[] = {ITEM_GOAL, ITEM_TOPIC, ITEM_TASK, ITEM_OUTCOME};
    const struct prose *title = &section->title;

    for (size_t i = 0; i < draft->lexicon.count; i++)
        for (size_t k = 0; k < sizeof sorts / sizeof sorts[0]; k++)
            if (forms_match(title->text, title->length,
                            draft->lexicon.languages[i]->kinds[sorts[k]], NULL) == title->length)
                return true;
    return false;
}

/* "Monday - Coding" over a list: the day of what is in the list. */
static bool names_day(const struct draft *draft, const struct section *section, size_t at)
{
    weekday_set days;
    struct found found;

    if (!weekdays_at_start(section->title.text, section->title.length, &days, &found))
        return false;
    for (size_t i = at + 1; i < draft->outline.count; i++) {
        enum carrier carrier = draft->outline.lines[i].carrier;
        if (carrier == CARRIER_HEADING || carrier == CARRIER_SUMMARY)
            return false;
        if (carrier == CARRIER_BULLET)
            return true;
    }
    return false;
}

/* A heading is an item too where it names one thing: a member of a family of such headings (one
 * specialization, one project), "Bridge Project: Task Scheduler", or a stretch of time with a
 * subject of its own and no headings of that sort below ("Week 3: Traits"). */
static enum item_kind head_kind(const struct draft *draft, const struct section *section,
                                enum item_kind words, bool names_one, int number, size_t at)
{
    const struct section *above = section->parent;
    const struct scan start = {section->title.text, section->title.length, 0};
    struct scan scan = start;

    scan_ornament(&scan);
    if (scan_end(&scan)) /* nothing, or nothing but signs */
        return ITEM_TEXT;
    if (names_one)
        return section->kind;
    if (above &&
        (above->kind == ITEM_SPECIALIZATION ||
         (above->kind == ITEM_PROJECT && words == ITEM_TEXT)) &&
        !(above->parent && above->parent->kind == above->kind))
        return above->kind;
    /* "Week 1" alone leaves its subjects to the headings below it. */
    if (section->kind == ITEM_TEXT && words == ITEM_TEXT && !number && above &&
        above->span.form == SPAN_POSITION && !above->whole && !above->title.length &&
        section->span.form == SPAN_NONE && !names_day(draft, section, at))
        return ITEM_TOPIC;
    if (scan_peek(&start) == 0x2190) /* "Week 9 <- current week" points at the heading */
        return ITEM_TEXT;
    if (section->kind == ITEM_TEXT && !number && !section->whole &&
        (section->span.form == SPAN_POSITION || section->span.form == SPAN_DATES) &&
        !has_dated_headings(&draft->outline.lines[at], section->level) &&
        !says_kind_only(draft, section))
        return ITEM_TOPIC;
    return ITEM_TEXT;
}

static void add_head(struct draft *draft, struct section *section, enum item_kind kind)
{
    struct item *head = item_new(draft, NULL, kind);

    head->title = section->title;
    head->detail = (struct prose){.text = ""};
    head->line = section->heading;
    head->span = section->span;
    head->effort = section->effort;
    head->price = section->price;
    head->place = section->place;
    head->span_place = section->span_place;
    head->effort_place = section->effort_place;
    head->point = section->span.due;
    head->choice = section->parent && section->parent->choice;
    head->optional = section->optional;
    draft->head = head;
}

void section_open(struct draft *draft, size_t at, int level)
{
    struct plan *plan = draft->plan;
    const struct outline_line *line = &draft->outline.lines[at];
    struct section *parent = draft->section;

    while (parent->parent && parent->level >= level)
        parent = parent->parent;
    struct section *section = &plan->sections[plan->section_count++];
    *section = (struct section){.parent = parent,
                                .level = level,
                                .heading = line->prose,
                                .title = {.text = ""},
                                .phase = -1,
                                .when = {-1, -1},
                                .place = line->place,
                                .first_item = plan->item_count};
    draft->section = section;
    draft->head = NULL;
    int number = line->phase;
    bool named = read_heading(draft, section, line), names_one = false;
    const struct prose *title = &section->title;
    enum item_kind words = ITEM_TEXT;
    if (named && level > 1)
        words = kind_of_heading(&draft->lexicon, title->text, title->length, &names_one);
    if (words == ITEM_ADVICE && section->span.form != SPAN_NONE)
        words = ITEM_TEXT;
    section->kind = number ? ITEM_TEXT : kind_under(parent->kind, words);
    section->optional = parent->optional || says_optional(&draft->lexicon, section->heading.text,
                                                          section->heading.length, true);
    section->choice =
        says_choice(&draft->lexicon, section->heading.text, section->heading.length, true);
    section->whole =
        (section->span.form == SPAN_LENGTH || section->span.form == SPAN_POSITION) && !number &&
        ((level == 1 && section == plan->sections + 1) ||
         (section->span.form == SPAN_LENGTH &&
          says_whole(&draft->lexicon, section->heading.text, section->heading.length)));
    enum item_kind kind = head_kind(draft, section, words, names_one, number, at);
    if (kind != ITEM_TEXT)
        add_head(draft, section, kind);
    else if (parent->choice)
        section->choice = true;
}

/* How much stands below a section, itself included. */
static size_t weight(const struct plan *plan, const struct section *section)
{
    size_t items = 0;

    for (const struct section *s = section; s < plan->sections + plan->section_count; s++) {
        if (s > section && s->level <= section->level)
            break;
        items += s->item_count + 1;
    }
    return items;
}

/* The level of the highest headings that carry a phase's number; 0: none. */
static int phase_level(const struct plan *plan)
{
    int level = 0;
    size_t end;

    for (size_t i = 1; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        if (phase_number(section->heading.text, section->heading.length, &end) &&
            (!level || section->level < level))
            level = section->level;
    }
    return level;
}

/* Without numbered phases, headings that hold a month or more each are the phases. */
static bool is_stretch(const struct section *section)
{
    return section->span.form == SPAN_POSITION && !section->span.due && !section->whole &&
           unit_days(section->span.unit) * (section->span.to - section->span.from + 1) >= 28 &&
           !section_frame(section);
}

static size_t count_stretches(const struct plan *plan)
{
    size_t count = 0;

    for (size_t i = 1; i < plan->section_count; i++)
        count += is_stretch(&plan->sections[i]);
    return count;
}

static void add_phase(struct plan *plan, struct section *section, int number)
{
    for (size_t i = 0; i < plan->phase_count; i++) {
        struct phase *same = &plan->phases[i];
        if (same->number != number || !number)
            continue;
        /* An overview lists the phases before the plan unfolds them: the fuller one counts. */
        if (weight(plan, section) > weight(plan, same->section)) {
            same->section = section;
            same->title = section->title.length ? section->title : section->heading;
        }
        return;
    }
    plan->phases[plan->phase_count++] =
        (struct phase){.number = number,
                       .section = section,
                       .title = section->title.length ? section->title : section->heading,
                       .when = {-1, -1}};
}

/* What lies in a phase, down to the last section below it, carries its index. */
static void mark_phase(struct plan *plan, int index)
{
    struct section *head = plan->phases[index].section;

    for (struct section *s = head; s < plan->sections + plan->section_count; s++) {
        if (s > head && s->level <= head->level)
            return;
        s->phase = index;
        if (s->kind == ITEM_ALLOCATION && s->effort.high && !plan->phases[index].weekly.high)
            plan->phases[index].weekly = s->effort;
    }
}

/* A first heading with a span is no title where its fellows have spans too: "# Week 1", "# Week 2".
 */
static void check_title(struct plan *plan)
{
    for (size_t i = 2; i < plan->section_count; i++)
        if (plan->sections[i].level == 1 &&
            plan->sections[i].span.form == plan->sections[1].span.form)
            plan->sections[1].whole = false;
}

void phases_find(struct draft *draft)
{
    struct plan *plan = draft->plan;

    if (plan->section_count > 1)
        check_title(plan);
    int level = phase_level(plan);
    bool stretches = !level && count_stretches(plan) >= 2;
    size_t end;
    plan->phases = pool_alloc(draft->pool, plan->section_count * sizeof *plan->phases);
    for (size_t i = 1; i < plan->section_count; i++) {
        struct section *section = &plan->sections[i];
        int number = phase_number(section->heading.text, section->heading.length, &end);
        if (number && section->level == level)
            add_phase(plan, section, number);
        else if (stretches && is_stretch(section))
            add_phase(plan, section, (int)plan->phase_count + 1);
    }
    for (size_t i = 0; i < plan->phase_count; i++)
        mark_phase(plan, (int)i);
}
