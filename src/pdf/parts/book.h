/* book: what every kind of page is given: the dated plan, canvas, type, look, grid, and the page
 * being filled. */
#ifndef ROADBOOK_PDF_PARTS_BOOK_H
#define ROADBOOK_PDF_PARTS_BOOK_H

#include "export.h"
#include "pdf/look/look.h"
#include "pdf/type/typeset.h"

/* A line of the contents, of the outline, or of both. */
struct listed {
    /* index */
    int page;
    /* 0-2; the outline takes 0 and 1 */
    int level;
    /* whose colour, or -1 */
    int phase;
    bool listed, outlined;
    /* note: grey at the right, may be NULL */
    const char *title, *note;
    /* of the title on the contents page; 0 before it is measured */
    double words_height;
};

struct item_index; /* schedule/lived.h */

struct book {
    const struct edition *edition;
    const struct schedule *schedule;
    const struct plan *plan;
    /* this book's own */
    struct pool *pool;
    struct canvas *canvas;
    struct typeset *typeset;
    const struct look *look;
    /* The styles of the book, four or five sizes in all, from the look: */
    /* serif, cover and openers */
    struct style display;
    /* serif, page titles */
    struct style title;
    /* serif, within a page */
    struct style heading;
    /* sans: ink, ink bold, grey */
    struct style body, strong, quiet;
    /* sans, one size less */
    struct style small, small_quiet;
    /* tiny grey capitals, tracked: "WHAT I LEARNED" */
    struct style label;
    /* The page being filled: */
    /* type area in points; margins mirrored on even pages */
    double left, right, top, bottom;
    /* where the next thing goes */
    double y;
    /* index whose accent is in use, -1: the neutral one */
    int phase;
    /* its colours */
    struct color accent, tint;
    /* running foot: at the binding (the plan's, on a lived week's page the one that it had), middle
     */
    const char *foot_title, *foot;
    /* id by which fields are named, NULL: by their place */
    const char *field;
    /* in the order of the contents */
    struct listed *lines;
    size_t line_count, line_capacity;
    /* kept free for them: the first's index, and how many */
    int contents_page, contents_pages;
    /* beside the schedule's weeks: the page of each, -1: none so far */
    int *week_pages;
    /* so too: the first page about each, whatever its kind */
    int *week_starts;
    /* so too: what the page of each says; the edition's, where it asks for them, and their pool */
    struct page_record *records;
    struct pool *record_pool;
    /* for lines that are recalled; NULL: nobody asked so far */
    const struct item_index *items_by_id;
    /* beside the plan's items: the page of their words, -1: none so far */
    int *word_pages;
    /* pages of the whole book that are left out of this one before the next page */
    int skipped;
};

/* The book of an edition: its styles from the look; no page yet, but the first one's frame, to
 * measure by. Everything it is given must outlive it. */
void book_open(struct book *book, const struct edition *edition, const struct look *look,
               struct pool *pool, struct canvas *canvas, struct typeset *typeset);

/* Enters a page into contents and outline as the line says (where neither: into none), and names
 * its top TARGET (NULL: no name). Strings are kept, not copied. A page's entry comes before those
 * of the pages after it. */
void book_entry(struct book *book, const struct listed *line, const char *target);

/* Starts a page: frame by parity, thumb tab of PHASE, running foot (title of the book, FOOT, page
 * number); y at the top. */
void book_page(struct book *book, int phase, const char *foot);

/* Starts one without foot, tab and margins set in use (cover). */
void book_bare_page(struct book *book, int phase);

/* Draws the thumb tab (again, over a band that reaches the edge). */
void book_tab(struct book *book);

/* Goes back to a page to fill it; y at its top. */
void book_return(struct book *book, int page);

/* The head of a page: LABEL in tiny capitals in the accent above TITLE in serif (wrapped, shrunk by
 * one rule when longer than two lines); at the right, where not NULL, NOTE_LABEL over NOTE. Moves y
 * below it. Keeps it all on the grid. */
void book_head(struct book *book, const char *label, const char *title, const char *note_label,
               const char *note);

double book_width(const struct book *book); /* right - left */
double book_room(const struct book *book);  /* bottom - y */

/* Where less than HEIGHT is left, starts a new page of the same kind with a short head "TITLE,
 * continued"; true if it did. */
bool book_need(struct book *book, double height, const char *title);

/* A field to write in on a screen, on the line from LEFT to RIGHT at Y; TIP says what (NULL: what
 * the nearest words say). Nothing where the book is not fillable. */
void book_blank(struct book *book, double left, double right, double y, const char *tip);

/* A tiny label at x, y (y is its top); gives the y below it. */
double book_label(struct book *book, double x, double y, const char *text);

/* Writing rules from y down over WIDTH, the look's distance apart, while they fit above BOTTOM, at
 * most COUNT (0: no limit); gives the y below the last. */
double book_rules(struct book *book, double x, double y, double width, double bottom, int count);

/* What is left of a page from y down becomes rules under LABEL, where that is two or more. */
void book_rest(struct book *book, const char *label);

/* A box to tick, its left top corner at x, y, of the look's size. */
void book_box(struct book *book, double x, double y);
/* The same of an item (NULL: of none): ticked where the roadmap ticks it, its words as its tip. */
void book_item_box(struct book *book, double x, double y, const struct item *item);
/* The same of a line about the item, TICKED or not. */
void book_line_box(struct book *book, double x, double y, bool ticked, const struct item *item);

/* A panel filled with the tint. */
void book_panel(struct book *book, double x, double y, double width, double height);

/* A grey hairline from LEFT to RIGHT. */
void book_hairline(struct book *book, double left, double right, double y);

/* An empty cell of a table's row that is open, with a field where RIGHT > LEFT. */
void book_blank_cell(struct book *book, double left, double right, double y, const char *tip);

/* The style in another colour. */
struct style book_colored(struct style style, struct color color);

/* The one rule for long titles: the style, smaller by steps of 8 % down to 60 %, until TEXT takes
 * at most LINES lines of WIDTH. */
struct style book_shrunk(struct book *book, struct style style, const char *text, double width,
                         size_t lines);

/* Draws all of a text from y down; gives the y below it. */
double book_prose(struct book *book, const struct style *style, const struct prose *prose, double x,
                  double y, double width);
double book_words(struct book *book, const struct style *style, const char *text, double x,
                  double y, double width);

/* Draws all of a text over the whole width from the book's y down, and on pages headed "TITLE,
 * continued"; moves y below it. */
void book_long_prose(struct book *book, const struct style *style, const struct prose *prose,
                     const char *title);

/* Height of a text in WIDTH. */
double book_prose_height(struct book *book, const struct style *style, const struct prose *prose,
                         double width);
double book_words_height(struct book *book, const struct style *style, const char *text,
                         double width);

/* The baseline that puts a line's capitals in the middle of a line box with its top at Y. */
double book_baseline(struct book *book, const struct style *style, double y);

/* Distance of a style's lines. */
double style_leading(const struct style *style);

#endif
