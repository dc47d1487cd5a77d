/* book: the grid of a page, what stands on each page, and the small parts that pages are made of.
 */
#include <math.h>
#include <string.h>

#include "pdf/parts/book.h"

#include "pdf/parts/targets.h"
#include "pdf/parts/week_record.h"

#define SHRINK      0.92 /* one step of the rule for long titles */
#define SMALLEST    0.6
#define HAIR        0.5 /* points: frames and rules */
#define TAB_WIDTH   MM(6)
#define TAB_HEIGHT  MM(36)
#define HEAD_GAP    14.0 /* below a page's head */
#define COLUMN_GAP  24.0
#define LABEL_SPACE 4.0

double style_leading(const struct style *style)
{
    return style->leading > 0 ? style->leading : 1.35 * style->size;
}

struct style book_colored(struct style style, struct color color)
{
    style.color = color;
    return style;
}

/* Odd pages (of even index) are right-hand ones, bound on their left; where pages do not change
 * sides, all are right-hand ones, or for the left hand none. */
static bool is_right_hand(const struct book *book, int page)
{
    return book->look->duplex ? ((page + book->skipped) & 1) == 0 : !book->look->left_handed;
}

/* Sets the frame of a page's side. */
static bool set_frame(struct book *book, int page, int phase)
{
    const struct look *look = book->look;
    bool right_hand = is_right_hand(book, page);

    book->left = right_hand ? look->inner : look->outer;
    book->right = look->width - (right_hand ? look->outer : look->inner);
    book->top = look->top;
    book->bottom = look->height - look->bottom;
    book->y = book->top;
    book->phase = phase;
    book->accent = look_accent(look, phase);
    book->tint = look_tint(look, phase);
    return right_hand;
}

/* The edition's, where it asks for them. */
static void take_records(struct book *book)
{
    const struct edition *edition = book->edition;

    book->record_pool = edition->page_records ? edition->record_pool : book->pool;
    book->records = edition->page_records;
    if (book->records)
        return;
    book->records =
        pool_alloc(book->pool, (book->schedule->week_count + 1) * sizeof *book->records);
    week_records_open(book->schedule, book->records);
}

void book_open(struct book *book, const struct edition *edition, const struct look *look,
               struct pool *pool, struct canvas *canvas, struct typeset *typeset)
{
    struct color ink = look->ink, grey = look->grey;
    double display = look->display_size, title = look->title_size, heading = look->heading_size;
    double body = look->body_size, small = look->small_size, label = look->label_size;

    *book = (struct book){
        .edition = edition,
        .schedule = edition->schedule,
        .plan = edition->schedule->plan,
        .pool = pool,
        .canvas = canvas,
        .typeset = typeset,
        .look = look,
        .display = {FACE_SERIF, display, display * 1.16, 0, false, ink, ROLE_TITLE},
        .title = {FACE_SERIF, title, title * 1.16, 0, false, ink, ROLE_TITLE},
        .heading = {FACE_SERIF, heading, heading * 1.2, 0, false, ink, ROLE_HEADING},
        .body = {FACE_SANS, body, body * 1.32, 0, false, ink, ROLE_BY_PLACE},
        .strong = {FACE_SANS_BOLD, body, body * 1.32, 0, false, ink, ROLE_BY_PLACE},
        .quiet = {FACE_SANS, body, body * 1.32, 0, false, grey, ROLE_BY_PLACE},
        .small = {FACE_SANS, small, small * 1.35, 0, false, ink, ROLE_BY_PLACE},
        .small_quiet = {FACE_SANS, small, small * 1.35, 0, false, grey, ROLE_BY_PLACE},
        .label = {FACE_SANS_BOLD, label, label * 1.4, 0.08, true, grey, ROLE_BY_PLACE},
        .foot_title = edition->schedule->plan->title.text,
        .foot = "",
    };
    size_t weeks = book->schedule->week_count, items = book->plan->item_count;
    book->week_pages = pool_alloc(pool, (weeks + 1) * sizeof *book->week_pages);
    book->week_starts = pool_alloc(pool, (weeks + 1) * sizeof *book->week_starts);
    book->word_pages = pool_alloc(pool, (items + 1) * sizeof *book->word_pages);
    for (size_t i = 0; i < weeks; i++)
        book->week_pages[i] = book->week_starts[i] = -1;
    for (size_t i = 0; i < items; i++)
        book->word_pages[i] = -1;
    take_records(book);
    (void)set_frame(book, 0, -1);
}

void book_entry(struct book *book, const struct listed *line, const char *target)
{
    int selected = canvas_selected(book->canvas);

    if (line->listed || line->outlined) {
        book->lines = pool_extend(book->pool, book->lines, book->line_count, &book->line_capacity,
                                  sizeof *book->lines);
        book->lines[book->line_count++] = *line;
    }
    canvas_select(book->canvas, line->page);
    if (target)
        canvas_target(book->canvas, target, 0);
    if (line->outlined)
        canvas_outline(book->canvas, line->level, line->title);
    canvas_select(book->canvas, selected);
}

static bool add_page(struct book *book, int phase)
{
    int page = canvas_page(book->canvas, book->look->width, book->look->height);

    return set_frame(book, page, phase);
}

void book_return(struct book *book, int page)
{
    canvas_select(book->canvas, page);
    (void)set_frame(book, page, -1);
}

/* The phase's mark at the outer edge, each phase's a step below the one before, so that the closed
 * book shows where a phase begins. */
void book_tab(struct book *book)
{
    bool right_hand = is_right_hand(book, canvas_selected(book->canvas));

    if (book->phase < 0)
        return;
    const struct look *look = book->look;
    double from = MM(22), room = look->height - from - look->bottom;
    double height = fmin(TAB_HEIGHT, room / (double)book->plan->phase_count);
    double y = from + height * book->phase, x = right_hand ? look->width - TAB_WIDTH : 0;
    struct style style = book->label;
    style.color = look->filled ? (struct color){1, 1, 1} : book->accent;
    if (look->filled)
        canvas_fill_rect(book->canvas, x, y, TAB_WIDTH, height, book->accent);
    else
        canvas_stroke_rect(book->canvas, x, y, TAB_WIDTH, height, 0, HAIR, book->accent);
    const char *text = pool_print(book->pool, "Phase %d", book->plan->phases[book->phase].number);
    if (typeset_width(book->typeset, &style, text) > height - 4)
        text = pool_print(book->pool, "%d", book->plan->phases[book->phase].number);
    /* The line's middle, not its baseline, lies in the middle of the tab. */
    double shift = style_cap_height(book->typeset, &style) / 2;
    double middle = x + TAB_WIDTH / 2, center = y + height / 2;
    canvas_open(book->canvas, ROLE_ARTIFACT);
    /* It leads to the phase's first page, from every page of the phase. */
    canvas_link(book->canvas, x, y, TAB_WIDTH, height,
                phase_target(book->pool, PHASE_TARGET, book->phase));
    canvas_rotate(book->canvas, middle, center, right_hand ? 90 : -90);
    typeset_line(book->typeset, &style, middle, center + shift, ALIGN_CENTER, text);
    canvas_restore(book->canvas);
    canvas_close(book->canvas);
}

static void running_foot(struct book *book, bool right_hand)
{
    double baseline = book->look->height - book->look->bottom / 2;
    double third = book_width(book) / 3 - 8, middle = (book->left + book->right) / 2;
    const char *number =
        pool_print(book->pool, "%d", canvas_page_count(book->canvas) + book->skipped);

    typeset_fitted(book->typeset, &book->small_quiet, right_hand ? book->left : book->right,
                   baseline, right_hand ? ALIGN_LEFT : ALIGN_RIGHT, third, book->foot_title);
    if (strcmp(book->foot, book->foot_title) != 0)
        typeset_fitted(book->typeset, &book->small_quiet, middle, baseline, ALIGN_CENTER, third,
                       book->foot);
    typeset_line(book->typeset, &book->small_quiet, right_hand ? book->right : book->left, baseline,
                 right_hand ? ALIGN_RIGHT : ALIGN_LEFT, number);
    /* The title leads back to the contents, from every page. */
    canvas_link(book->canvas, right_hand ? book->left : book->right - third, baseline - 9, third,
                12, CONTENTS_TARGET);
}

void book_page(struct book *book, int phase, const char *foot)
{
    bool right_hand = add_page(book, phase);

    book->foot = foot;
    book_tab(book);
    canvas_open(book->canvas, ROLE_ARTIFACT);
    running_foot(book, right_hand);
    canvas_close(book->canvas);
}

void book_bare_page(struct book *book, int phase)
{
    (void)add_page(book, phase);
}

double book_width(const struct book *book)
{
    return book->right - book->left;
}

double book_room(const struct book *book)
{
    return book->bottom - book->y;
}

struct style book_shrunk(struct book *book, struct style style, const char *text, double width,
                         size_t lines)
{
    double full = style.size, leading = style_leading(&style) / full;

    for (double part = 1; part > SMALLEST; part *= SHRINK) {
        style.size = full * part;
        style.leading = style.size * leading;
        if (paragraph_lines(paragraph_of(book->typeset, &style, text, width)) <= lines)
            break;
    }
    return style;
}

double book_baseline(struct book *book, const struct style *style, double y)
{
    double leading = style_leading(style);

    return y + leading - (leading - style_cap_height(book->typeset, style)) / 2;
}

void book_head(struct book *book, const char *label, const char *title, const char *note_label,
               const char *note)
{
    struct style small = book_colored(book->label, book->accent), strong = book->strong;
    double width = book_width(book), taken = 0;

    if (note)
        taken = typeset_width(book->typeset, &strong, note);
    if (note && note_label)
        taken = fmax(taken, typeset_width(book->typeset, &book->label, note_label));
    if (taken > 0)
        width -= fmin(taken + COLUMN_GAP, width / 2);
    struct style large = book_shrunk(book, book->title, title, width, 2);
    double top = book->y + style_leading(&small) + 1, baseline = book_baseline(book, &large, top);
    /* The title is read first. */
    double below = book_words(book, &large, title, book->left, top, width);
    canvas_open(book->canvas, ROLE_PARAGRAPH);
    typeset_fitted(book->typeset, &small, book->left, book_baseline(book, &small, book->y),
                   ALIGN_LEFT, width, label);
    if (note) {
        taken = book_width(book) - width - COLUMN_GAP / 2;
        if (note_label)
            typeset_fitted(book->typeset, &book->label, book->right,
                           baseline - style_leading(&strong) - 1, ALIGN_RIGHT, taken, note_label);
        typeset_fitted(book->typeset, &strong, book->right, baseline, ALIGN_RIGHT, taken, note);
    }
    canvas_close(book->canvas);
    book->y = below + HEAD_GAP;
}

bool book_need(struct book *book, double height, const char *title)
{
    if (book_room(book) >= height)
        return false;
    book_page(book, book->phase, book->foot);
    struct style style = book->heading;
    const char *more = ", continued";
    double baseline = book_baseline(book, &style, book->y);
    double room = book_width(book) - typeset_width(book->typeset, &style, more);
    double taken =
        typeset_fitted(book->typeset, &style, book->left, baseline, ALIGN_LEFT, room, title);
    style.role = ROLE_SAME;
    typeset_line(book->typeset, &style, book->left + taken, baseline, ALIGN_LEFT, more);
    book->y += style_leading(&style) + 5;
    book_hairline(book, book->left, book->right, book->y);
    book->y += 10;
    return true;
}

double book_label(struct book *book, double x, double y, const char *text)
{
    typeset_line(book->typeset, &book->label, x, book_baseline(book, &book->label, y), ALIGN_LEFT,
                 text);
    return y + style_leading(&book->label) + LABEL_SPACE;
}

void book_hairline(struct book *book, double left, double right, double y)
{
    canvas_line(book->canvas, left, y, right, y, HAIR, book->look->pale);
}

void book_rest(struct book *book, const char *label)
{
    double distance = book->look->rule_distance;
    double y = book->y + style_leading(&book->label) + LABEL_SPACE;

    if (book->bottom - y < 1.8 * distance)
        return;
    (void)book_label(book, book->left, book->y, label);
    /* The last rule lies on the foot of the type area on every page. */
    int count = (int)((book->bottom - y + 6) / distance);
    y = book->bottom - count * distance;
    book->y = book_rules(book, book->left, y, book_width(book), book->bottom, 0);
}

void book_panel(struct book *book, double x, double y, double width, double height)
{
    struct color tint = book->tint;

    if (tint.red + tint.green + tint.blue > 2.99f) /* white: a frame instead */
        canvas_stroke_rect(book->canvas, x, y, width, height, 0, HAIR, book->look->pale);
    else
        canvas_fill_rect(book->canvas, x, y, width, height, tint);
}

double book_prose(struct book *book, const struct style *style, const struct prose *prose, double x,
                  double y, double width)
{
    struct paragraph *paragraph = paragraph_new(book->typeset, style, prose, width);

    return y + paragraph_draw(paragraph, x, y, ALIGN_LEFT, 0, paragraph_lines(paragraph));
}

double book_words(struct book *book, const struct style *style, const char *text, double x,
                  double y, double width)
{
    struct prose prose = {.text = text, .length = strlen(text)};

    return book_prose(book, style, &prose, x, y, width);
}

void book_long_prose(struct book *book, const struct style *style, const struct prose *prose,
                     const char *title)
{
    struct paragraph *paragraph = paragraph_new(book->typeset, style, prose, book_width(book));
    size_t lines = paragraph_lines(paragraph), done = 0;

    while (done < lines) {
        size_t fit = (size_t)fmax(0, book_room(book) / style_leading(style));
        book->y += paragraph_draw(paragraph, book->left, book->y, ALIGN_LEFT, done, fit);
        done += fit;
        if (done < lines)
            (void)book_need(book, INFINITY, title);
    }
}

double book_prose_height(struct book *book, const struct style *style, const struct prose *prose,
                         double width)
{
    return paragraph_height(paragraph_new(book->typeset, style, prose, width));
}

double book_words_height(struct book *book, const struct style *style, const char *text,
                         double width)
{
    return paragraph_height(paragraph_of(book->typeset, style, text, width));
}
