/* hand_book: workbooks as the reader gives them, drawn with letters. */
#ifndef ROADBOOK_TESTS_HAND_BOOK_H
#define ROADBOOK_TESTS_HAND_BOOK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/pool.h"
#include "base/report.h"
#include "memory/xlsx_file.h"

#define LOG_ROLES   "#roadbook:log:id|#roadbook:log:date|#roadbook:log:category|#roadbook:log:hours|"
#define LOG_ROLES_2 "#roadbook:log:task|#roadbook:log:notes"
#define LOG_TOP     "Log\nHow to\n" LOG_ROLES LOG_ROLES_2 "\nId|Date|Category|Hours|Task|Notes\n"

/* One of WORDS: "~46024" is a number, "~0.5{h:mm}" one with a format, "=A1+1~2" a formula with its
 * value, "!TRUE" a truth, anything else a text. */
static inline struct kept_cell hand_cell(struct pool *pool, const char *words)
{
    struct kept_cell cell = {CELL_TEXT, words, 0, NULL, "General"};

    if (words[0] == '=') {
        size_t length = strcspn(words + 1, "~");
        cell.formula = pool_copy(pool, words + 1, length);
        words += 1 + length;
        cell.kind = CELL_EMPTY;
        cell.text = "";
    }
    if (words[0] == '~') {
        const char *format = strchr(words, '{');
        cell.kind = CELL_NUMBER;
        cell.text = pool_copy(pool, words + 1, strcspn(words + 1, "{"));
        cell.number = strtod(cell.text, NULL);
        if (format)
            cell.format = pool_copy(pool, format + 1, strlen(format) - 2);
    }
    if (words[0] == '!') {
        cell.kind = CELL_TRUTH;
        cell.number = strcmp(words, "!TRUE") == 0;
        cell.text = cell.number != 0 ? "1" : "0";
    }
    return cell;
}

/* A sheet of lines of cells: "a|b\n\nc|~1": blank cells are left out. */
static inline struct read_sheet hand_sheet(struct pool *pool, const char *name, const char *grid)
{
    struct placed_cell *cells = NULL;
    size_t count = 0, capacity = 0;
    uint32_t row = 0, column = 0;

    for (const char *at = grid; *at;) {
        size_t length = strcspn(at, "|\n");
        if (length > 0) {
            cells = pool_extend(pool, cells, count, &capacity, sizeof *cells);
            cells[count++] = (struct placed_cell){
                row, column, hand_cell(pool, pool_copy(pool, at, length)), NULL};
        }
        at += length;
        if (*at == '\n') {
            row++;
            column = 0;
        } else {
            column++;
        }
        at += *at != '\0';
    }
    return (struct read_sheet){.name = name, .cells = cells, .cell_count = count, .lost = ""};
}

static inline struct read_book hand_book(struct read_sheet *sheets, size_t count)
{
    return (struct read_book){.sheets = sheets, .sheet_count = count};
}

/* The words of the row's cells, parted by '|'. */
static inline const char *row_words(struct pool *pool, const struct kept_table *table, size_t row)
{
    const char *words = "";

    assert_true(row < table->row_count);
    for (size_t i = 0; i < table->column_count; i++)
        words = pool_print(pool, "%s%s%s", words, i > 0 ? "|" : "", table->rows[row].cells[i].text);
    return words;
}

/* The roles of its columns; of the learner's own columns the headers in quotes. */
static inline const char *column_words(struct pool *pool, const struct kept_table *table)
{
    const char *words = "";

    for (size_t i = 0; i < table->column_count; i++) {
        const struct kept_column *column = &table->columns[i];
        words = column->role
                    ? pool_print(pool, "%s%s%s", words, i > 0 ? "|" : "", column->role)
                    : pool_print(pool, "%s%s'%s'", words, i > 0 ? "|" : "", column->header);
    }
    return words;
}

#endif
