/* sheet_lists: sorts what stands below a task or project by what it is to it: a condition, a step,
 * a fact. */
#include "pdf/pages/sheet_lists.h"

#include <string.h>

#include "words/language.h"

static void add_words(struct agenda *list, const char *bytes, size_t length, const char *target)
{
    while (length > 0 && (bytes[0] == ' ' || bytes[0] == '\n')) {
        bytes++;
        length--;
    }
    size_t joined = words_match(bytes, length, words_and_also, NULL);
    if (joined > 0 && joined < length && bytes[joined] == ' ') {
        bytes += joined + 1;
        length -= joined + 1;
    }
    while (length > 0 && strchr(" \n.,;", bytes[length - 1]))
        length--;
    if (length == 0)
        return;
    agenda_add(list, (struct agenda_line){.title = pool_copy(list->pool, bytes, length),
                                          .note = "",
                                          .target = target,
                                          .date = DAY_NONE,
                                          .count = 1});
}

/* Bytes of the separator at AT outside brackets: ", ", "; ", a line's end, and their like in
 * Chinese. */
static size_t separator(const char *at)
{
    static const char *const marks[] = {", ", "; ", "\n", "，", "；", "、", ". "};

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (!strncmp(at, marks[i], strlen(marks[i])))
            return strlen(marks[i]);
    return 0;
}

static void split_detail(struct agenda *list, const struct prose *detail)
{
    int depth = 0;
    const char *start = detail->text, *at = start;

    while (*at) {
        depth += *at == '(' || *at == '[';
        depth -= (*at == ')' || *at == ']') && depth > 0;
        size_t length = depth == 0 ? separator(at) : 0;
        if (length > 0) {
            add_words(list, start, (size_t)(at - start), NULL);
            start = at + length;
        }
        at += length > 0 ? length : 1;
    }
    add_words(list, start, (size_t)(at - start), NULL);
}

static bool is_child(const struct item *item, const struct subject *subject)
{
    return subject->item ? item->parent == subject->item
                         : item->section == subject->section && item->depth == 0;
}

static void add_line(struct agenda *list, const struct item *item)
{
    add_words(list, item->line.text, item->line.length, item->id);
}

/* "Deliverables:" and "Steps:" hand on what stands below them; a lone label tells a fact. */
static void add_child(const struct plan *plan, const struct item *child, struct sheet_lists *lists)
{
    const struct item *end = plan->items + plan->item_count;
    bool label = child->kind == ITEM_TEXT && child->title.length > 0;
    size_t handed = 0;

    for (const struct item *below = child + 1; label && below < end && below->depth > child->depth;
         below++) {
        if (below->parent != child || below->kind == ITEM_TEXT || below->dropped)
            continue;
        add_line(below->kind == ITEM_STEP ? &lists->steps : &lists->done, below);
        handed++;
    }
    if (handed > 0)
        return;
    if (label && child->detail.length > 0)
        add_line(&lists->facts, child);
    else if (child->kind == ITEM_CHECK && child->detail.length > 0)
        split_detail(&lists->done, &child->detail); /* "Deliverables: a talk, a leaflet" */
    else if (child->kind == ITEM_STEP)
        add_line(&lists->steps, child);
    else
        add_line(&lists->done, child);
}

struct sheet_lists sheet_lists_of(struct book *book, const struct subject *subject)
{
    struct agenda none = {.pool = book->pool, .schedule = book->schedule};
    struct sheet_lists lists = {none, none, none};

    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        if (is_child(item, subject))
            add_child(book->plan, item, &lists);
    }
    if (lists.done.count + lists.steps.count == 0 && subject->item)
        split_detail(&lists.done, &subject->item->detail);
    return lists;
}

/* Sorts of words by which a plan shows that it is about software: a list of the languages, or names
 * that are the same in all of them. */
static const struct {
    words_list *words;
    const char *names;
} software[] = {
    {.words = words_source_code},
    {.words = words_programs},
    {.names = "github|gitlab|git|repo|repository|repositories"},
    {.names = "software|compiler|api|apis|cli|sdk|backend|frontend|linux|docker"},
    {.names = "python|java|javascript|typescript|rust|golang|c++|sql|kubernetes|algorithms"},
};

static bool speaks_of_software(const struct prose *line, size_t sort)
{
    return software[sort].words ? words_within(line->text, line->length, software[sort].words)
                                : forms_within(line->text, line->length, software[sort].names);
}

bool is_about_software(const struct plan *plan)
{
    bool said[sizeof software / sizeof software[0]] = {false};
    size_t count = 0;
    enum script script = language_of(plan->language)->script;

    if (script == SCRIPT_HAN || script == SCRIPT_KANA)
        return true; /* no words to tell by: the broader label is there as well */
    for (size_t i = 0; i < plan->item_count && count < 2; i++)
        for (size_t k = 0; k < sizeof said / sizeof said[0]; k++)
            if (!said[k] && speaks_of_software(&plan->items[i].line, k)) {
                said[k] = true;
                count++;
            }
    return count >= 2;
}
