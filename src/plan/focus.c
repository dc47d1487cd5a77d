/* Focus: what a session is about, in words that read well: a book's chapter and the topic it is
 * read for, a project and the part of it that is in turn. */
#include <string.h>

#include "base/text.h"
#include "plan/content.h"

#define TITLE_COLUMNS 64
#define ALONE_COLUMNS 96 /* of a title behind which nothing follows */
#define PARTS_COLUMNS 60
#define SIDE_COLUMNS  48
#define SHORT_TITLE   12
#define MOST_PARTS    64
#define MOST_BYTES    512  /* of a name, whatever its columns */
#define LOOK_AHEAD    4096 /* bytes of a detail, or items, that are searched for parts */

/* A stretch of somebody's bytes. */
struct piece {
    const char *bytes;
    size_t length;
};

static struct piece trimmed(const char *bytes, size_t length)
{
    while (length > 0 && strchr(" \n\t,;:.", bytes[length - 1]) && bytes[length - 1])
        length--;
    while (length > 0 && strchr(" \n\t,;:", *bytes) && *bytes) {
        bytes++;
        length--;
    }
    return (struct piece){bytes, length};
}

/* Appends PIECE on one line, cut at a blank with an ellipsis where it takes more than COLUMNS. */
static void add_piece(struct text *out, struct piece piece, int columns)
{
    size_t end = 0, blank = 0;
    int taken = 0;
    while (end < piece.length) {
        uint32_t code_point;
        size_t size = utf8_next(piece.bytes + end, piece.length - end, &code_point);
        taken += utf8_columns(piece.bytes + end, size);
        if (taken > columns || end + size > MOST_BYTES)
            break;
        if (code_point == ' ' || code_point == '\n')
            blank = end;
        end += size;
    }
    bool cut = end < piece.length;
    if (cut && blank > end / 2)
        end = blank;
    if (cut)
        piece = trimmed(piece.bytes, end);
    for (size_t i = 0; i < (cut ? piece.length : end); i++)
        text_add_char(out, piece.bytes[i] == '\n' || piece.bytes[i] == '\t' ? ' ' : piece.bytes[i]);
    if (cut)
        text_add(out, "…");
}

/* An item's name: its title, else what follows it, else the whole line. */
static struct piece name_of(const struct item *item)
{
    const struct prose *choices[] = {&item->title, &item->detail, &item->line};
    struct piece piece = {"", 0};
    for (size_t i = 0; i < 3 && piece.length == 0; i++)
        piece = trimmed(choices[i]->text, choices[i]->length);
    return piece;
}

/* A book's title stands in quotation marks at the start of its line: "Title" by Somebody. */
static struct piece quoted(struct piece name)
{
    static const char *const pairs[][2] = {{"\"", "\""}, {"“", "”"},   {"„", "“"},
                                           {"«", "»"},   {"《", "》"}, {"『", "』"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t open = strlen(pairs[i][0]), close = strlen(pairs[i][1]);
        if (name.length <= open || memcmp(name.bytes, pairs[i][0], open) != 0)
            continue;
        for (size_t end = open; end + close <= name.length && end < MOST_BYTES; end++)
            if (end > open && memcmp(name.bytes + end, pairs[i][1], close) == 0)
                return (struct piece){name.bytes + open, end - open};
    }
    return name;
}

/* "Variables, functions (no borrowing yet)" without what stands in parentheses at its end. */
static struct piece without_aside(struct piece name)
{
    if (name.length == 0 || name.bytes[name.length - 1] != ')')
        return name;
    size_t open = name.length - 1;
    while (open > 0 && name.bytes[open] != '(')
        open--;
    struct piece rest = trimmed(name.bytes, open);
    return rest.length > 0 ? rest : name;
}

static bool has_letter(struct piece piece)
{
    for (size_t i = 0; i < piece.length; i++) {
        unsigned char byte = (unsigned char)piece.bytes[i];
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
            (byte >= 0xc3 && byte != 0xe2 && byte != 0xef && byte < 0xf0))
            return true;
    }
    return false;
}

/* true where a part says when, how long or where, not what: "Duration: 14 weeks", "Day: Mo", an
 * address, a mark in a table's column. */
static bool is_no_part(struct piece part)
{
    struct span span;
    struct effort effort;
    struct found found;
    weekday_set days;
    const char *colon = memchr(part.bytes, ':', part.length);
    struct piece value = part;
    if (colon) {
        size_t label = (size_t)(colon - part.bytes) + 1;
        value = trimmed(part.bytes + label, part.length - label);
    }
    if (!has_letter(value) || memmem(part.bytes, part.length, "://", 3))
        return true;
    if (span_parse(value.bytes, value.length, &span))
        return true;
    if (effort_find(value.bytes, value.length, &effort, &found) && found.start == 0 &&
        found.end >= value.length)
        return true;
    return weekdays_find(value.bytes, value.length, &days, &found) && found.end >= value.length;
}

/* What an item consists of: the items below it, else its detail cut at commas and semicolons
 * outside of parentheses. Gives how many PARTS (room for MOST_PARTS) there are. */
static size_t parts_of(const struct schedule *schedule, const struct item *item,
                       struct piece *parts)
{
    const struct plan *plan = schedule->plan;
    const struct item *end = plan->items + plan->item_count;
    size_t count = 0, looked = 0;
    if (item->child_count > 0)
        for (const struct item *i = item + 1;
             i < end && i->depth > item->depth && looked < LOOK_AHEAD && count < MOST_PARTS;
             i++, looked++)
            if (i->parent == item && !i->dropped && !is_no_part(name_of(i)))
                parts[count++] = name_of(i);
    if (count > 0)
        return count;
    const char *text = item->title.length > 0 ? item->detail.text : "";
    size_t length = strnlen(text, LOOK_AHEAD), start = 0;
    int open = 0;
    for (size_t i = 0; i <= length && count < MOST_PARTS; i++) {
        open += i < length && text[i] == '(';
        open -= i < length && text[i] == ')' && open > 0;
        bool cut = i == length || (open == 0 && strchr(",;\n", text[i]) != NULL);
        if (!cut)
            continue;
        struct piece part = trimmed(text + start, i - start);
        if (!is_no_part(part))
            parts[count++] = part;
        start = i + 1;
    }
    return count;
}

/* The chapters that are in turn: all of them, in order, shared out over the book's sessions. */
static void add_chapters(struct text *out, const struct task_share *share)
{
    const struct chapters *chapters = &share->main->chapters;
    long count = (long)chapters->to - chapters->from + 1;
    if (chapters->from <= 0 || count <= 0 || share->turns <= 0)
        return;
    long first = chapters->from + share->turn * count / share->turns;
    long last = chapters->from + (share->turn + 1) * count / share->turns - 1;
    if (last > first)
        text_print(out, ", chapters %ld–%ld", first, last);
    else
        text_print(out, ", chapter %ld", first);
}

/* Appends ": " and the parts whose turn it is, as many as fit. */
static void add_parts(struct text *out, const struct schedule *schedule, const struct item *item,
                      int turn, int turns)
{
    struct piece parts[MOST_PARTS];
    size_t count = parts_of(schedule, item, parts);
    if (count == 0 || turns <= 0)
        return;
    size_t first = (size_t)turn * count / (size_t)turns;
    size_t end = (size_t)(turn + 1) * count / (size_t)turns;
    int left = PARTS_COLUMNS;
    for (size_t i = first; i == first || i < end; i++) {
        int columns = utf8_columns(parts[i].bytes, parts[i].length);
        if (i > first && columns + 2 > left)
            break;
        text_add(out, i > first ? ", " : ": ");
        add_piece(out, parts[i], PARTS_COLUMNS);
        left -= columns + 2;
    }
}

/* "Online" alone says too little; a book's title says enough. */
static bool says_little(const struct item *reading, struct piece name)
{
    return reading->title.length > 0 && reading->detail.length > 0 &&
           quoted(name).bytes == name.bytes && name.length < MOST_BYTES &&
           utf8_columns(name.bytes, name.length) <= SHORT_TITLE;
}

/* The main item and its part in turn, or, behind a dot, the side item that it goes with. */
static void add_items(struct text *out, const struct schedule *schedule,
                      const struct task_share *share)
{
    const struct item *item = share->main;
    struct piece name = name_of(item);
    struct piece some[MOST_PARTS];
    bool parts = share->side == NULL && parts_of(schedule, item, some) > 0;
    if (item->kind == ITEM_READING) {
        add_piece(out, without_aside(quoted(name)), TITLE_COLUMNS);
        add_chapters(out, share);
        parts = says_little(item, name);
    } else {
        bool alone = !parts && share->side == NULL;
        if (memmem(name.bytes, name.length, "://", 3))
            name = without_aside(name);
        add_piece(out, name, alone ? ALONE_COLUMNS : TITLE_COLUMNS);
    }
    if (parts) {
        add_parts(out, schedule, item, share->turn, share->turns);
    } else if (share->side) {
        text_add(out, out->length > 0 ? " · " : "");
        add_piece(out, without_aside(name_of(share->side)), SIDE_COLUMNS);
    }
}

/* What an allocation is for: "2-3 hours (community, teaching)" without hours and parentheses. */
static struct piece purpose_of(const struct item *allocation)
{
    const struct prose *detail = &allocation->detail;
    struct piece purpose = trimmed(detail->text, detail->length);
    struct effort effort;
    struct found found;
    if (purpose.length < MOST_BYTES &&
        effort_find(purpose.bytes, purpose.length, &effort, &found) && found.start == 0)
        purpose = trimmed(purpose.bytes + found.end, purpose.length - found.end);
    if (purpose.length > 2 && *purpose.bytes == '(' && purpose.bytes[purpose.length - 1] == ')')
        purpose = trimmed(purpose.bytes + 1, purpose.length - 2);
    return purpose;
}

/* What a session is about that no item is in turn for. */
static void add_fallback(struct text *out, const struct schedule *schedule,
                         const struct session *session, const struct task_share *share,
                         const struct section *context)
{
    const struct plan *plan = schedule->plan;
    int phase = schedule->weeks[session->week].phase;
    struct piece choices[] = {
        {NULL, 0},
        {context ? context->title.text : "", context ? context->title.length : 0},
        {phase >= 0 ? plan->phases[phase].title.text : "",
         phase >= 0 ? plan->phases[phase].title.length : 0},
        {plan->title.text, plan->title.length},
        {plan->heading.text, plan->heading.length}};
    if (share->allocation)
        choices[0] = purpose_of(share->allocation);
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        struct piece piece = trimmed(choices[i].bytes ? choices[i].bytes : "", choices[i].length);
        if (piece.length == 0)
            continue;
        add_piece(out, piece, TITLE_COLUMNS + PARTS_COLUMNS);
        return;
    }
    text_add(out, schedule->categories[session->category].name);
}

const char *focus_print(struct pool *pool, const struct schedule *schedule,
                        const struct session *session, const struct task_share *share,
                        const struct section *context)
{
    struct text out = TEXT_INIT;
    if (share->checklist) {
        const struct section *list = share->checklist;
        add_piece(&out, trimmed(list->title.text, list->title.length), TITLE_COLUMNS);
        if (list->phase >= 0) {
            const struct prose *title = &schedule->plan->phases[list->phase].title;
            text_add(&out, out.length > 0 && title->length > 0 ? " · " : "");
            add_piece(&out, trimmed(title->text, title->length), TITLE_COLUMNS);
        }
    } else if (share->main) {
        add_items(&out, schedule, share);
    }
    if (out.length == 0)
        add_fallback(&out, schedule, session, share, context);
    if (out.length == 0)
        text_add(&out, activity_name(schedule->categories[session->category].activity));
    char *focus = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return focus;
}
