/* focus: what a session is about, in words that read well: a book's chapter and the topic it is
 * read for, a project and the piece of it that is in turn. */
#include <string.h>

#include "base/text.h"
#include "schedule/assign.h"
#include "words/quotes.h"

#define TITLE_COLUMNS  64
#define ALONE_COLUMNS  96 /* of a title behind which nothing follows */
#define PIECES_COLUMNS 60
#define WHOLE_COLUMNS  80 /* of a piece that is all there is */
#define SIDE_COLUMNS   48
#define SHORT_TITLE    12
#define MOST_DAILY     4   /* names of things of several days in one focus */
#define LEAST_DAILY    29  /* columns of each */
#define MOST_BYTES     512 /* of a name, whatever its columns */

/* Appends WORDING on one line, cut at a blank with an ellipsis where it takes more than COLUMNS. */
static void add_wording(struct text *out, struct wording wording, int columns)
{
    size_t end = 0, blank = 0;
    int taken = 0;

    while (end < wording.length) {
        uint32_t code_point;
        size_t size = utf8_next(wording.bytes + end, wording.length - end, &code_point);
        taken += utf8_columns(wording.bytes + end, size);
        if (taken > columns || end + size > MOST_BYTES)
            break;
        if (code_point == ' ' || code_point == '\n')
            blank = end;
        end += size;
    }
    bool cut = end < wording.length;
    if (cut && blank > end / 2)
        end = blank;
    if (cut)
        wording = wording_trimmed(wording.bytes, end);
    for (size_t i = 0; i < (cut ? wording.length : end); i++)
        text_add_char(out, wording.bytes[i] == '\n' || wording.bytes[i] == '\t' ? ' '
                                                                                : wording.bytes[i]);
    if (cut)
        text_add(out, "…");
}

/* A book's title stands in quotation marks at the start of its line: "Title" by Somebody. */
static struct wording quoted(struct wording name)
{
    size_t mark = 0, length = quotation_length(name.bytes, name.length, &mark);

    return length > 2 * mark ? (struct wording){name.bytes + mark, length - 2 * mark} : name;
}

/* "Variables, functions (no borrowing yet)" without what stands in parentheses at its end. */
static struct wording without_aside(struct wording name)
{
    if (name.length == 0 || name.bytes[name.length - 1] != ')')
        return name;
    size_t open = name.length - 1;
    while (open > 0 && name.bytes[open] != '(')
        open--;
    struct wording rest = wording_trimmed(name.bytes, open);
    return rest.length > 0 ? rest : name;
}

/* How many of COUNT pieces have been gone through at the share DONE. */
static size_t pieces_at(double done, size_t count)
{
    return (size_t)(done * (double)count + 1e-6);
}

struct chapters chapters_in_turn(const struct session_share *share)
{
    static const struct chapters none;

    if (!share->main || share->main->kind != ITEM_READING || share->checklist ||
        share->daily_count > 1 || share->until <= 0)
        return none;
    struct chapters chapters = share->main->chapters;
    long count = (long)chapters.to - chapters.from + 1;
    if (chapters.from <= 0 || count <= 0)
        return none;
    long first = chapters.from + (long)pieces_at(share->since, (size_t)count);
    long last = chapters.from + (long)pieces_at(share->until, (size_t)count) - 1;
    first = first < chapters.to ? first : chapters.to;
    return (struct chapters){(int)first, (int)(last > first ? last : first)};
}

static void add_chapters(struct text *out, const struct chapters *chapters)
{
    if (chapters->from <= 0)
        return;
    if (chapters->to > chapters->from)
        text_print(out, ", chapters %d–%d", chapters->from, chapters->to);
    else
        text_print(out, ", chapter %d", chapters->from);
}

/* Of COUNT pieces those for WEEKDAY, else those for no day in particular, else all; gives how many
 * are left. */
static size_t keep_day(struct work_piece *pieces, size_t count, enum weekday weekday)
{
    size_t today = 0, open = 0, kept = 0;

    for (size_t i = 0; i < count; i++) {
        today += pieces[i].days >> weekday & 1;
        open += pieces[i].days == 0;
    }
    if (today + open == 0)
        return count;
    for (size_t i = 0; i < count; i++)
        if (today > 0 ? pieces[i].days >> weekday & 1 : pieces[i].days == 0)
            pieces[kept++] = pieces[i];
    return kept;
}

/* The first piece from AT on that is open, or the first of all; AT itself where none is. */
static size_t open_piece(const struct work_piece *pieces, size_t count, size_t at)
{
    for (size_t i = 0; i < count; i++) {
        size_t next = at + i < count ? at + i : at + i - count;
        if (!pieces[next].done)
            return next;
    }
    return at;
}

/* Appends ": " and the pieces whose turn it is, as many as fit. */
static void add_pieces(struct text *out, const struct piece_list *all,
                       const struct session_share *share, enum weekday weekday)
{
    struct work_piece pieces[MOST_PIECES];

    memcpy(pieces, all->list, all->count * sizeof *pieces);
    size_t count = keep_day(pieces, all->count, weekday);

    if (count == 0 || share->until <= 0)
        return;
    size_t first = pieces_at(share->since, count), end = pieces_at(share->until, count);
    if (first >= count)
        first = count - 1;
    first = open_piece(pieces, count, first);
    int left = PIECES_COLUMNS;
    for (size_t i = first; i == first || i < end; i++) {
        if (i > first && pieces[i].done)
            continue;
        struct wording words = pieces[i].words;
        int columns = utf8_columns(words.bytes, words.length);
        if (i > first && columns + 2 > left)
            break;
        text_add(out, i > first ? ", " : ": ");
        add_wording(out, words, count == 1 ? WHOLE_COLUMNS : PIECES_COLUMNS);
        left -= columns + 2;
    }
}

/* "Online" alone says too little; a book's title says enough. */
static bool says_little(const struct item *reading, struct wording name)
{
    return reading->title.length > 0 && reading->detail.length > 0 &&
           quoted(name).bytes == name.bytes && name.length < MOST_BYTES &&
           utf8_columns(name.bytes, name.length) <= SHORT_TITLE;
}

/* The main item and its piece in turn, or, behind a dot, the side item that it goes with. */
static void add_items(struct text *out, struct pieces *store, const struct session *session,
                      const struct session_share *share)
{
    const struct item *item = share->main;
    struct wording name = name_of(item);
    const struct piece_list *list = pieces_of(store, item);
    bool pieces = !share->side && list->count > 0;

    if (item->kind == ITEM_READING) {
        add_wording(out, without_aside(quoted(name)), TITLE_COLUMNS);
        add_chapters(out, &session->chapters);
        pieces = says_little(item, name);
    } else {
        bool alone = !pieces && !share->side;
        if (memmem(name.bytes, name.length, "://", 3))
            name = without_aside(name);
        add_wording(out, name, alone ? ALONE_COLUMNS : TITLE_COLUMNS);
    }
    if (pieces) {
        add_pieces(out, list, share, weekday_of(session->date));
    } else if (share->side) {
        text_add(out, out->length > 0 ? " · " : "");
        add_wording(out, without_aside(name_of(share->side)), SIDE_COLUMNS);
    }
}

/* The things of several days that one session takes: "Charts; Roles and boards". */
static void add_daily(struct text *out, const struct session_share *share)
{
    int each = (TITLE_COLUMNS + PIECES_COLUMNS) / (int)share->daily_count - 2;

    for (size_t i = 0; i < share->daily_count && i < MOST_DAILY; i++) {
        struct wording name = name_of(share->daily[i]);
        int room = each > LEAST_DAILY ? each : LEAST_DAILY;
        if (utf8_columns(name.bytes, name.length) > room)
            name = without_aside(name);
        text_add(out, i > 0 ? "; " : "");
        add_wording(out, name, room);
    }
    if (share->daily_count > MOST_DAILY)
        text_add(out, "; …");
}

/* What an allocation is for: "2-3 hours (community, teaching)" without hours and parentheses. */
static struct wording purpose_of(const struct item *allocation)
{
    const struct prose *detail = &allocation->detail;
    struct wording purpose = wording_trimmed(detail->text, detail->length);
    struct effort effort;
    struct found found;

    if (purpose.length < MOST_BYTES &&
        effort_find(purpose.bytes, purpose.length, &effort, &found) && found.start == 0)
        purpose = wording_trimmed(purpose.bytes + found.end, purpose.length - found.end);
    if (purpose.length > 2 && *purpose.bytes == '(' && purpose.bytes[purpose.length - 1] == ')')
        purpose = wording_trimmed(purpose.bytes + 1, purpose.length - 2);
    return purpose;
}

/* What a session is about that no item is in turn for. */
static void add_fallback(struct text *out, const struct schedule *schedule,
                         const struct session *session, const struct session_share *share,
                         const struct section *context)
{
    const struct plan *plan = schedule->plan;
    int phase = schedule->weeks[session->week].phase;
    struct wording candidates[] = {
        {NULL, 0},
        {context ? context->title.text : "", context ? context->title.length : 0},
        {phase >= 0 ? plan->phases[phase].title.text : "",
         phase >= 0 ? plan->phases[phase].title.length : 0},
        {plan->title.text, plan->title.length},
        {plan->heading.text, plan->heading.length}};

    if (share->allocation)
        candidates[0] = purpose_of(share->allocation);
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        struct wording wording =
            wording_trimmed(candidates[i].bytes ? candidates[i].bytes : "", candidates[i].length);
        if (wording.length == 0)
            continue;
        add_wording(out, wording, TITLE_COLUMNS + PIECES_COLUMNS);
        return;
    }
    text_add(out, schedule->categories[session->category].name);
}

const char *focus_print(struct pool *pool, struct pieces *pieces, const struct session *session,
                        const struct session_share *share, const struct section *context)
{
    const struct schedule *schedule = pieces->schedule;
    struct text out = TEXT_INIT;

    if (share->checklist) {
        const struct section *list = share->checklist;
        add_wording(&out, wording_trimmed(list->title.text, list->title.length), TITLE_COLUMNS);
        if (list->phase >= 0) {
            const struct prose *title = &schedule->plan->phases[list->phase].title;
            text_add(&out, out.length > 0 && title->length > 0 ? " · " : "");
            add_wording(&out, wording_trimmed(title->text, title->length), TITLE_COLUMNS);
        }
    } else if (share->daily_count > 1) {
        add_daily(&out, share);
    } else if (share->main) {
        add_items(&out, pieces, session, share);
    }
    if (out.length == 0)
        add_fallback(&out, schedule, session, share, context);
    if (out.length == 0)
        text_add(&out, activity_name(schedule->categories[session->category].activity));
    char *focus = pool_copy(pool, text_string(&out), out.length);
    text_free(&out);
    return focus;
}
