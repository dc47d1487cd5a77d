/* styles: the tracker's look, all of it: one table of cell formats, one palette. */
#ifndef ROADBOOK_XLSX_CELLS_STYLES_H
#define ROADBOOK_XLSX_CELLS_STYLES_H

#include <xlsxwriter.h>

#include "schedule/schedule.h"

/* How the Log shows dates of this year. */
#define LOG_DAY_FORMAT "ddd d mmm"

#define COLOR_INK       0x1B2733
#define COLOR_QUIET     0x5F6B76
#define COLOR_RULE      0xC9D0D6
#define COLOR_PANEL     0xEEF2F4
#define COLOR_INPUT     0xFFF8E1 /* the one tint of cells to write in */
#define COLOR_LATE      0xB23A1E
#define COLOR_NOW       0xDDEFF0
#define COLOR_MARK      0xB5472F /* this week, tonight */
#define COLOR_WEEK      0xF8EEEB
#define COLOR_WRONG     0xFADCD4
#define COLOR_PLANNED   0x9AA5AE
#define COLOR_ACTUAL    0x1F6F78
#define COLOR_TAB_INPUT COLOR_MARK   /* of sheets to write in */
#define COLOR_TAB_SHOWN COLOR_ACTUAL /* of those that fill themselves */
#define COLOR_BAR       0x5BA3A9
#define COLOR_SHARE     0xA9CFD3 /* a bar behind figures */
/* of a day, by its hours: told apart in grey as well */
#define COLOR_NO_HOURS   0xEBEFF1
#define COLOR_FEW_HOURS  0xB7DADC
#define COLOR_SOME_HOURS 0x5BA3A9
#define COLOR_MANY_HOURS 0x17494F

enum style {
    STYLE_TITLE,
    STYLE_HINT,
    STYLE_ROLE, /* the hidden row that names columns for programs */
    STYLE_HEADER,
    STYLE_HEADER_NUMBER, /* above numbers: to the right */
    STYLE_KEY,
    STYLE_TEXT,
    STYLE_LINK,
    STYLE_QUIET,
    STYLE_LINE, /* as that, never more than one line */
    STYLE_DATE,
    STYLE_TIME,
    STYLE_COUNT,
    STYLE_HOURS,
    STYLE_PERCENT,
    STYLE_MONEY,
    STYLE_BAR,
    STYLE_SHRUNK,     /* one line, in smaller letters where it needs them */
    STYLE_PARTS,      /* "7 of 24" */
    STYLE_DIFFERENCE, /* hours more or less than planned */
    STYLE_INPUT_TEXT,
    STYLE_INPUT_DATE,
    STYLE_INPUT_HOURS,
    STYLE_INPUT_COUNT,
    STYLE_INPUT_MONEY,
    STYLE_INPUT_TICK,
    STYLE_OWN, /* on sheets of the learner's own */
    STYLE_OWN_WRAPPED,
    STYLE_CARD_LABEL,
    STYLE_CARD_HOURS,
    STYLE_CARD_COUNT,
    STYLE_CARD_DATE,
    STYLE_CARD_PERCENT,
    STYLE_PLAIN, /* on hidden sheets */
    /* of the Dashboard */
    STYLE_GRID_LABEL, /* a card's first line, its figure, and what is said of it */
    STYLE_GRID_FIGURE,
    STYLE_GRID_NOTE,
    STYLE_GRID_SMALL_CARD, /* so too, of smaller ones */
    STYLE_GRID_SMALL_FIGURE,
    STYLE_GRID_HEADING,
    STYLE_GRID_SMALL,
    STYLE_GRID_SMALL_RIGHT,
    STYLE_GRID_HEAD, /* above a table */
    STYLE_GRID_HEAD_RIGHT,
    STYLE_GRID_TEXT,
    STYLE_GRID_DATES,
    STYLE_GRID_NUMBER, /* a number as text: it takes the room to its left */
    STYLE_GRID_BAR,
    STYLE_GRID_ALERT,
    STYLE_GRID_LINK,
    STYLE_GRID_DAY, /* its hours are seen by its shade alone */
    STYLE_GRID_MONTH,
    STYLE_GRID_SHADE_NONE, /* for the words that say what shades mean */
    STYLE_GRID_SHADE_FEW,
    STYLE_GRID_SHADE_SOME,
    STYLE_GRID_SHADE_MANY,
    STYLE_LOG_TEXT,     /* in the Log, beside the one tinted column */
    STYLE_LOG_LINE,     /* as that, never more than one line */
    STYLE_LOG_CATEGORY, /* in smaller letters where it needs them */
    STYLE_LOG_HOURS,
    STYLE_LOG_NOTE,
    STYLE_LOG_DATE,
    STYLE_LOG_PLANNED,
    STYLE_VERDICT,
    STYLE_WEEK_SUM, /* on the right of a title */
    /* of the sheet Today */
    STYLE_TODAY_SECTION,
    STYLE_TODAY_LABEL,
    STYLE_TODAY_TEXT,
    STYLE_TODAY_LINE, /* as that, never more than one line */
    STYLE_TODAY_STRONG,
    STYLE_TODAY_HOURS,
    STYLE_TODAY_LINK,
    STYLE_TODAY_ASK,  /* a link to where something is to be written */
    STYLE_TODAY_JUMP, /* a link to another sheet */
    STYLE_JUMP,       /* as that, at the end of a title's row */
    /* for conditional formats */
    STYLE_DONE,
    STYLE_DONE_BESIDE,
    STYLE_LATE,
    STYLE_NOW,
    STYLE_WRONG,
    STYLE_NEXT,      /* what comes next */
    STYLE_WEEK,      /* a rule above the first row of a week */
    STYLE_DAY_AHEAD, /* to come */
    STYLE_DAY_NONE,
    STYLE_DAY_FEW,
    STYLE_DAY_SOME,
    STYLE_DAY_MANY,
    STYLE_DAY_TODAY,
    STYLE_ALERTED,
    STYLE_ASTRAY,
    STYLE_TONIGHT,
    STYLE_TONIGHT_WORD,
    STYLE_THIS_WEEK,
    STYLE_THIS_WEEK_DATE,
    STYLE_OWN_ROW,
    STYLE_TODAY_NOW,
    STYLE_TODAY_RULED, /* where something stands */
    STYLE_TODAY_ASKED,
    STYLE_TODAY_OPEN,  /* past its day */
    STYLE_TODAY_WRONG, /* a link to what does not count */
    STYLES
};

#define STYLES_NUMBERED 1000

/* A style with another number format than its own. */
struct numbered_style {
    enum style style;
    char *number;
};

struct styles {
    lxw_workbook *book;
    struct pool *pool;
    /* those of style_numbered() behind the others */
    lxw_format *formats[STYLES + STYLES_NUMBERED];
    struct numbered_style numbered[STYLES_NUMBERED];
    int numbered_count;
};

/* Adds every format to BOOK, whose they are; what it needs itself it takes from POOL. */
void styles_make(struct styles *styles, struct pool *pool, lxw_workbook *book);

/* STYLE, but with the number format NUMBER ("0.0%"): added where it is new. STYLE itself where it
 * has that format already, where a cell cannot have it, and after a thousand. */
enum style style_numbered(struct styles *styles, enum style style, const char *number);

lxw_color_t activity_color(enum activity activity);

#endif
