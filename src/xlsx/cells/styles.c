/* styles: cell formats and colours of the tracker. */
#include "xlsx/cells/styles.h"

#include <string.h>

#define NUMBER_BYTES 127 /* that libxlsxwriter keeps of a number format */

struct definition {
    const char *number;
    /* 0: the default, 11 */
    double size;
    /* 0: the default */
    lxw_color_t ink;
    /* 0: none */
    lxw_color_t ground;
    /* enum lxw_format_alignments; 0: by content */
    uint8_t align;
    bool bold, italic, wrap, shrunk, unlocked, framed, ruled, topped, barred, strike, indent;
    /* a heavy rule below, or above; white rules to the right and below; a rim; underlined */
    bool based, crowned, apart, rimmed, underlined;
};

#define DATE_FORMAT "yyyy-mm-dd"
/* 1:30 typed as a time would show as 0.06: it is shown as a time, and asked about. The number comes
 * first: some programs take the first part for the whole. */
#define INPUT_HOURS_FORMAT "[>=0.25]0.00;[=0]0;h:mm\" ?\""

static const struct definition definitions[STYLES] = {
    [STYLE_TITLE] = {.size = 18, .ink = COLOR_INK, .bold = true},
    [STYLE_HINT] = {.ink = COLOR_QUIET},
    [STYLE_ROLE] = {.size = 8, .ink = COLOR_QUIET},
    [STYLE_HEADER] =
        {.ink = 0xFFFFFF, .ground = COLOR_INK, .bold = true, .wrap = true, .indent = true},
    [STYLE_HEADER_NUMBER] = {.ink = 0xFFFFFF,
                             .ground = COLOR_INK,
                             .align = LXW_ALIGN_RIGHT,
                             .bold = true,
                             .wrap = true},
    [STYLE_KEY] = {.size = 8, .ink = COLOR_QUIET},
    [STYLE_TEXT] = {.wrap = true, .indent = true, .ruled = true},
    [STYLE_LINK] = {.ink = 0x1F5FA8, .wrap = true, .indent = true, .ruled = true},
    [STYLE_QUIET] = {.ink = COLOR_QUIET, .wrap = true, .indent = true, .ruled = true},
    [STYLE_LINE] = {.ink = COLOR_QUIET, .indent = true, .ruled = true},
    [STYLE_DATE] = {.number = DATE_FORMAT, .align = LXW_ALIGN_LEFT, .indent = true, .ruled = true},
    [STYLE_TIME] = {.number = "hh:mm", .align = LXW_ALIGN_LEFT, .indent = true, .ruled = true},
    [STYLE_COUNT] = {.number = "0", .ruled = true},
    [STYLE_HOURS] = {.number = "0.00;-0.00;\"–\"", .ruled = true},
    [STYLE_PERCENT] = {.number = "0%", .ruled = true},
    [STYLE_MONEY] = {.number = "#,##0.00", .ruled = true},
    [STYLE_SHRUNK] = {.ink = COLOR_QUIET, .shrunk = true, .indent = true, .ruled = true},
    [STYLE_PARTS] = {.align = LXW_ALIGN_RIGHT, .ruled = true},
    [STYLE_DIFFERENCE] = {.number = "+0.00;-0.00;\"–\"", .ruled = true},
    [STYLE_BAR] = {.ink = COLOR_ACTUAL, .ruled = true},
    [STYLE_INPUT_TEXT] =
        {.ground = COLOR_INPUT, .wrap = true, .unlocked = true, .framed = true, .indent = true},
    [STYLE_INPUT_DATE] = {.number = DATE_FORMAT,
                          .ground = COLOR_INPUT,
                          .align = LXW_ALIGN_LEFT,
                          .unlocked = true,
                          .framed = true,
                          .indent = true},
    [STYLE_INPUT_HOURS] = {.number = INPUT_HOURS_FORMAT,
                           .ground = COLOR_INPUT,
                           .unlocked = true,
                           .framed = true},
    [STYLE_INPUT_COUNT] = {.number = "0", .ground = COLOR_INPUT, .unlocked = true, .framed = true},
    [STYLE_INPUT_MONEY] = {.number = "#,##0.00",
                           .ground = COLOR_INPUT,
                           .unlocked = true,
                           .framed = true},
    [STYLE_INPUT_TICK] = {.size = 13,
                          .ground = COLOR_INPUT,
                          .align = LXW_ALIGN_CENTER,
                          .unlocked = true,
                          .framed = true},
    [STYLE_OWN] = {.unlocked = true},
    [STYLE_OWN_WRAPPED] = {.wrap = true, .unlocked = true},
    [STYLE_CARD_LABEL] = {.ink = COLOR_QUIET, .ground = COLOR_PANEL, .align = LXW_ALIGN_CENTER},
    [STYLE_CARD_HOURS] = {.number = "0.0",
                          .size = 18,
                          .ink = COLOR_INK,
                          .ground = COLOR_PANEL,
                          .align = LXW_ALIGN_CENTER,
                          .bold = true},
    [STYLE_CARD_COUNT] = {.number = "0",
                          .size = 18,
                          .ink = COLOR_INK,
                          .ground = COLOR_PANEL,
                          .align = LXW_ALIGN_CENTER,
                          .bold = true},
    [STYLE_CARD_DATE] = {.number = "d mmm yyyy",
                         .size = 13,
                         .ink = COLOR_INK,
                         .ground = COLOR_PANEL,
                         .align = LXW_ALIGN_CENTER,
                         .bold = true},
    [STYLE_CARD_PERCENT] = {.number = "0%",
                            .size = 18,
                            .ink = COLOR_INK,
                            .ground = COLOR_PANEL,
                            .align = LXW_ALIGN_CENTER,
                            .bold = true},
    [STYLE_PLAIN] = {.size = 9, .ink = COLOR_INK},
    [STYLE_GRID_LABEL] =
        {.size = 10, .ink = COLOR_QUIET, .ground = COLOR_PANEL, .indent = true, .crowned = true},
    [STYLE_GRID_FIGURE] =
        {.size = 17, .ink = COLOR_INK, .ground = COLOR_PANEL, .bold = true, .indent = true},
    [STYLE_GRID_NOTE] = {.size = 10, .ink = COLOR_QUIET, .ground = COLOR_PANEL, .indent = true},
    [STYLE_GRID_SMALL_CARD] = {.size = 9, .ink = COLOR_QUIET, .indent = true, .topped = true},
    [STYLE_GRID_SMALL_FIGURE] = {.ink = COLOR_INK, .bold = true, .indent = true},
    [STYLE_GRID_HEADING] = {.size = 13, .ink = COLOR_INK, .bold = true},
    [STYLE_GRID_SMALL] = {.size = 10, .ink = COLOR_QUIET},
    [STYLE_GRID_SMALL_RIGHT] = {.size = 10, .ink = COLOR_QUIET, .align = LXW_ALIGN_RIGHT},
    [STYLE_GRID_HEAD] = {.size = 10, .ink = 0xFFFFFF, .ground = COLOR_INK, .bold = true},
    [STYLE_GRID_HEAD_RIGHT] =
        {.size = 10, .ink = 0xFFFFFF, .ground = COLOR_INK, .align = LXW_ALIGN_RIGHT, .bold = true},
    [STYLE_GRID_TEXT] = {.size = 10, .ink = COLOR_INK, .ruled = true},
    [STYLE_GRID_DATES] = {.size = 9, .ink = COLOR_QUIET, .ruled = true},
    [STYLE_GRID_NUMBER] = {.size = 10, .ink = COLOR_INK, .align = LXW_ALIGN_RIGHT, .ruled = true},
    [STYLE_GRID_BAR] = {.size = 10, .ink = COLOR_ACTUAL, .ruled = true},
    [STYLE_GRID_ALERT] = {.ink = COLOR_LATE, .bold = true, .indent = true},
    [STYLE_GRID_LINK] = {.ink = COLOR_LATE, .underlined = true},
    [STYLE_GRID_DAY] = {.number = ";;;", .size = 7, .apart = true},
    [STYLE_GRID_MONTH] = {.size = 8, .ink = COLOR_QUIET},
    [STYLE_GRID_SHADE_NONE] = {.ground = COLOR_NO_HOURS, .apart = true},
    [STYLE_GRID_SHADE_FEW] = {.ground = COLOR_FEW_HOURS, .apart = true},
    [STYLE_GRID_SHADE_SOME] = {.ground = COLOR_SOME_HOURS, .apart = true},
    [STYLE_GRID_SHADE_MANY] = {.ground = COLOR_MANY_HOURS, .apart = true},
    [STYLE_LOG_TEXT] = {.wrap = true, .unlocked = true, .ruled = true, .indent = true},
    [STYLE_LOG_LINE] = {.unlocked = true, .ruled = true, .indent = true},
    [STYLE_LOG_CATEGORY] = {.shrunk = true, .unlocked = true, .ruled = true, .indent = true},
    [STYLE_LOG_HOURS] = {.number = INPUT_HOURS_FORMAT,
                         .ground = COLOR_INPUT,
                         .unlocked = true,
                         .ruled = true},
    [STYLE_LOG_NOTE] =
        {.ink = COLOR_QUIET, .wrap = true, .unlocked = true, .ruled = true, .indent = true},
    [STYLE_LOG_DATE] = {.number = LOG_DAY_FORMAT,
                        .align = LXW_ALIGN_LEFT,
                        .unlocked = true,
                        .ruled = true,
                        .indent = true},
    [STYLE_LOG_PLANNED] = {.number = "0.00;-0.00;\"–\"", .ink = COLOR_QUIET, .ruled = true},
    [STYLE_VERDICT] = {.ink = COLOR_ACTUAL, .ruled = true, .indent = true},
    [STYLE_WEEK_SUM] = {.ink = COLOR_INK, .align = LXW_ALIGN_RIGHT, .bold = true},
    [STYLE_TODAY_SECTION] = {.size = 12, .ink = COLOR_LATE, .bold = true, .based = true},
    /* ruled only where something stands: STYLE_TODAY_RULED */
    [STYLE_TODAY_LABEL] = {.size = 12, .ink = COLOR_QUIET},
    [STYLE_TODAY_TEXT] = {.size = 12, .wrap = true, .indent = true},
    [STYLE_TODAY_LINE] = {.size = 12, .indent = true},
    [STYLE_TODAY_STRONG] = {.size = 13, .wrap = true, .indent = true, .bold = true},
    [STYLE_TODAY_HOURS] = {.number = "0.00\" h\"",
                           .size = 12,
                           .align = LXW_ALIGN_LEFT,
                           .indent = true},
    [STYLE_TODAY_LINK] =
        {.size = 12, .ink = COLOR_ACTUAL, .wrap = true, .indent = true, .underlined = true},
    [STYLE_TODAY_ASK] = {.size = 12, .ink = COLOR_ACTUAL, .indent = true, .underlined = true},
    [STYLE_TODAY_JUMP] = {.size = 12, .ink = COLOR_ACTUAL, .underlined = true},
    [STYLE_JUMP] = {.ink = COLOR_ACTUAL, .align = LXW_ALIGN_RIGHT, .underlined = true},
    [STYLE_DONE] = {.ink = 0x8A949C, .strike = true},
    [STYLE_DONE_BESIDE] = {.ink = 0x8A949C},
    [STYLE_LATE] = {.ink = COLOR_LATE, .bold = true},
    [STYLE_NOW] = {.ground = COLOR_NOW},
    [STYLE_WRONG] = {.ink = COLOR_LATE, .ground = 0xF9D9D0},
    [STYLE_NEXT] = {.ink = COLOR_INK, .ground = COLOR_NOW, .bold = true},
    [STYLE_WEEK] = {.topped = true},
    [STYLE_DAY_AHEAD] = {.ground = 0xF8F9FA},
    [STYLE_DAY_NONE] = {.ground = COLOR_NO_HOURS},
    [STYLE_DAY_FEW] = {.ground = COLOR_FEW_HOURS},
    [STYLE_DAY_SOME] = {.ground = COLOR_SOME_HOURS},
    [STYLE_DAY_MANY] = {.ground = COLOR_MANY_HOURS},
    [STYLE_DAY_TODAY] = {.rimmed = true},
    [STYLE_ALERTED] = {.ground = 0xF9D9D0},
    [STYLE_ASTRAY] = {.ink = COLOR_LATE, .ground = COLOR_WRONG, .bold = true},
    [STYLE_TONIGHT] = {.ink = COLOR_INK, .ground = COLOR_WEEK, .bold = true},
    [STYLE_TONIGHT_WORD] = {.ink = COLOR_MARK, .ground = COLOR_WEEK, .bold = true},
    [STYLE_THIS_WEEK] = {.ground = COLOR_WEEK},
    [STYLE_THIS_WEEK_DATE] = {.ink = COLOR_INK, .ground = COLOR_WEEK, .bold = true, .barred = true},
    [STYLE_OWN_ROW] = {.italic = true},
    [STYLE_TODAY_WRONG] = {.ink = COLOR_LATE,
                           .ground = 0xF9D9D0,
                           .underlined = true,
                           .ruled = true},
    [STYLE_TODAY_NOW] = {.ground = COLOR_NOW, .bold = true, .ruled = true},
    [STYLE_TODAY_RULED] = {.ruled = true},
    [STYLE_TODAY_ASKED] = {.ground = COLOR_PANEL, .ruled = true},
    [STYLE_TODAY_OPEN] = {.ground = COLOR_WEEK, .ruled = true},
};

static void define(lxw_format *format, const struct definition *definition, bool conditional)
{
    if (definition->number)
        format_set_num_format(format, definition->number);
    if (definition->size > 0)
        format_set_font_size(format, definition->size);
    if (definition->ink != 0)
        format_set_font_color(format, definition->ink);
    if (definition->ground != 0)
        format_set_bg_color(format, definition->ground);
    if (definition->bold)
        format_set_bold(format);
    if (definition->italic)
        format_set_italic(format);
    if (definition->barred) {
        format_set_left(format, LXW_BORDER_THIN);
        format_set_left_color(format, COLOR_MARK);
    }
    if (definition->underlined)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (definition->strike)
        format_set_font_strikeout(format);
    if (definition->topped) {
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, COLOR_QUIET);
    }
    if (definition->rimmed) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, COLOR_LATE);
    }
    if (definition->ruled) {
        format_set_bottom(format, LXW_BORDER_HAIR);
        format_set_bottom_color(format, COLOR_RULE);
    }
    if (conditional) /* holds only what differs from the cell's own format */
        return;
    if (definition->align != 0)
        format_set_align(format, definition->align);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (definition->indent) /* keeps text off the number to its left */
        format_set_indent(format, 1);
    if (definition->wrap)
        format_set_text_wrap(format);
    if (definition->shrunk)
        format_set_shrink(format);
    if (definition->unlocked)
        format_set_unlocked(format);
    if (definition->based) {
        format_set_bottom(format, LXW_BORDER_MEDIUM);
        format_set_bottom_color(format, COLOR_INK);
    }
    if (definition->crowned) {
        format_set_top(format, LXW_BORDER_MEDIUM);
        format_set_top_color(format, COLOR_INK);
    }
    if (definition->apart) { /* only these two: a neighbour's would lie over today's rim */
        format_set_right(format, LXW_BORDER_THIN);
        format_set_right_color(format, 0xFFFFFF);
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, 0xFFFFFF);
    }
    if (definition->framed) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, COLOR_RULE);
    }
}

void styles_make(struct styles *styles, struct pool *pool, lxw_workbook *book)
{
    styles->book = book;
    styles->pool = pool;
    for (int style = 0; style < STYLES; style++) {
        styles->formats[style] = workbook_add_format(book);
        define(styles->formats[style], &definitions[style], style >= STYLE_DONE);
    }
}

enum style style_numbered(struct styles *styles, enum style style, const char *number)
{
    const char *own = definitions[style].number ? definitions[style].number : "General";
    int count = styles->numbered_count;

    if (strcmp(number, own) == 0 || *number == '\0' || strlen(number) > NUMBER_BYTES)
        return style;
    for (int i = 0; i < count; i++)
        if (styles->numbered[i].style == style && strcmp(styles->numbered[i].number, number) == 0)
            return (enum style)(STYLES + i);
    if (count == STYLES_NUMBERED)
        return style;
    styles->numbered[count] =
        (struct numbered_style){style, pool_copy(styles->pool, number, strlen(number))};
    lxw_format *format = styles->formats[STYLES + count] = workbook_add_format(styles->book);
    define(format, &definitions[style], false);
    format_set_num_format(format, styles->numbered[count].number);
    styles->numbered_count++;
    return (enum style)(STYLES + count);
}

lxw_color_t activity_color(enum activity activity)
{
    static const lxw_color_t colors[ACTIVITY_COUNT] = {
        [ACTIVITY_LEARN] = 0x1F6F78,
        [ACTIVITY_BUILD] = 0xB5472F,
        [ACTIVITY_SHARPEN] = 0x5B4B9A,
        [ACTIVITY_SHARE] = 0x8A6D14,
    };

    return (unsigned)activity < ACTIVITY_COUNT ? colors[activity] : COLOR_PLANNED;
}
