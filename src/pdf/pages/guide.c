/* guide: how to use this book, the week as it is planned, and the learner's own rules. */
#include "pdf/pages/pages.h"
#include "pdf/parts/targets.h"

struct advice {
    const char *when, *what, *target;
};

/* One habit: when, in bold, and what to do then. */
static void advice_row(struct book *book, const struct advice *advice, double label_width)
{
    double left = book->left + label_width, width = book_width(book) - label_width, top = book->y;
    double height = book_words_height(book, &book->body, advice->what, width);

    book->y += 6;
    canvas_open(book->canvas, ROLE_ENTRY);
    (void)book_words(book, &book->strong, advice->when, book->left, book->y, label_width - 12);
    (void)book_words(book, &book->body, advice->what, left, book->y, width);
    canvas_close(book->canvas);
    book->y += height + 6;
    book_hairline(book, book->left, book->right, book->y);
    if (advice->target)
        canvas_link(book->canvas, book->left, top, book_width(book), book->y - top, advice->target);
}

static void habits(struct book *book)
{
    const struct week *first = book->schedule->week_count > 0 ? book->schedule->weeks : NULL;
    const char *week = first ? week_target(book->pool, week_pages.target, first) : NULL;
    const char *phase = book->plan->phase_count > 0 ? "phase-1" : "outcomes";
    const struct advice list[] = {
        {"Before you begin",
         "Fill in the lines on the cover. Look at the plan at a glance once, then forget it: from "
         "here on one week at a time is enough.",
         "glance"},
        {"Every session",
         "Tick its box, write down the minutes that it really took, and stop when the time is up. "
         "What is unfinished goes on the next free line.",
         week},
        {"Every week",
         "Read the week's page before its first session. After the last one write what you learned "
         "and what fought back, in your own words and without looking anything up.",
         week},
        {"Every month",
         "Add up the hours on the review page, carry over what is open, and decide on the pace of "
         "the month to come. Half an hour is enough.",
         "glance"},
        {"Every task, every project",
         "has a sheet. Write there what done means before you start, and what you would do "
         "differently when you are through.",
         book->plan->phase_count > 0 ? "sheets-1" : "sheets"},
        {"At the end of a phase",
         "Go through its checklist. Tick only what you could show to somebody else, and name the "
         "evidence.",
         phase},
        {"When you fall behind",
         "Nothing is lost. Build the book again from where you are: what you have lived keeps its "
         "pages, and what lies ahead gets new dates.",
         NULL},
    };

    book_hairline(book, book->left, book->right, book->y);
    canvas_open(book->canvas, ROLE_LIST);
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
        advice_row(book, &list[i], book_width(book) * 0.26);
    canvas_close(book->canvas);
    book->y += 18;
}

static bool is_whole(const struct week *week)
{
    return week->last - week->first == 6;
}

/* The first whole week; of the first weeks the one with the most sessions, as days off leave out
 * some; a short one only where none is whole. */
static const struct week *pattern_week(const struct schedule *schedule)
{
    const struct week *best = NULL;

    for (size_t i = 0; i < schedule->week_count && i < 4; i++) {
        const struct week *week = &schedule->weeks[i];
        if (!best || is_whole(week) > is_whole(best) ||
            (is_whole(week) == is_whole(best) && week->session_count > best->session_count))
            best = week;
    }
    return best;
}

static double my_week(struct book *book, double x, double y, double width)
{
    const struct week *week = pattern_week(book->schedule);

    y = book_label(book, x, y, "My week as planned");
    canvas_open(book->canvas, ROLE_LIST);
    for (size_t i = 0; week && i < week->session_count; i++) {
        const struct session *session = &book->schedule->sessions[week->first_session + i];
        char from[DURATION_TEXT], to[DURATION_TEXT], length[DURATION_TEXT];
        double baseline = book_baseline(book, &book->body, y);
        if (y + 14 > book->bottom)
            break;
        canvas_open(book->canvas, ROLE_ENTRY);
        typeset_line(book->typeset, &book->body, x, baseline, ALIGN_LEFT,
                     weekday_name(weekday_of(session->date)));
        typeset_line(book->typeset, &book->quiet, x + width * 0.42, baseline, ALIGN_LEFT,
                     pool_print(book->pool, "%s–%s", clock_print(session->start, from),
                                clock_print(session->start + session->minutes, to)));
        typeset_line(book->typeset, &book->body, x + width, baseline, ALIGN_RIGHT,
                     duration_print(session->minutes, length));
        canvas_close(book->canvas);
        y += style_leading(&book->body) + 3;
        book_hairline(book, x, x + width, y);
        y += 3;
    }
    canvas_close(book->canvas);
    return y;
}

static void my_rules(struct book *book, double x, double y, double width)
{
    static const char *const words[] = {"I study at (place)", "Before I start I always",
                                        "When I miss a session I", "Who knows about this",
                                        "After the first phase I treat myself to"};

    y = book_label(book, x, y, "My rules");
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        double height = style_leading(&book->small_quiet) + book->look->rule_distance + 4;
        if (y + height > book->bottom)
            break;
        (void)book_words(book, &book->small_quiet, words[i], x, y, width);
        y += height;
        book_hairline(book, x, x + width, y - 4);
        book_blank(book, x, x + width, y - 4, words[i]);
    }
    (void)book_rules(book, x, y - 4, width, book->bottom, 0);
}

static void add_pages(struct book *book)
{
    double gap = 28;

    book_page(book, -1, "How to use this book");
    book_head(book, "Before you begin", "How to use this book", NULL, NULL);
    habits(book);
    double half = (book_width(book) - gap) / 2, top = book->y;
    double end = my_week(book, book->left, top, half);
    my_rules(book, book->left + half + gap, top, half);
    end += 14;
    if (end + 3 * book->look->rule_distance < book->bottom) {
        end = book_label(book, book->left, end, "Why I want this, and how I will know");
        (void)book_rules(book, book->left, end, half, book->bottom, 0);
    }
}

const struct page_kind guide_pages = {
    .scope = SCOPE_BOOK,
    .title = "How to use this book",
    .target = "guide",
    .draw.book = add_pages,
};
