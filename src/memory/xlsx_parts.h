/* xlsx_parts: proves that an .xlsx file came out whole. What writes it may lose a piece on a full
 * disk and say nothing, so its bytes are read again. */
#ifndef ROADBOOK_MEMORY_XLSX_PARTS_H
#define ROADBOOK_MEMORY_XLSX_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "memory/xlsx_file.h"

/* What was put into one cell. */
struct cell_content {
    /* counted from 0, sheets in the order of their tabs */
    uint32_t sheet, row, column;
    /* CELL_EMPTY where it only has a look */
    enum cell_kind kind;
    /* of a number; else 0 */
    double number;
    /* how many were put before it: the later one is what stands */
    size_t order;
    /* without "="; NULL: none */
    const char *formula;
    /* as it is read back, of a truth "1" or "0"; NULL: a number or nothing */
    const char *text;
};

/* Proves FILE, which was read as BOOK: each part that is none of the book's to its end by its
 * CRC-32, and where it is XML to its end (no document type; an element that counts its children has
 * as many); and each cell of the book that holds something, which must be those of the COUNT CELLS
 * that do, no more and no less. These are sorted by it; where a cell was put more than once, the
 * last holds. false: it is not whole; FAULT, added to, says what is wrong. */
bool xlsx_prove(const struct text *file, const struct read_book *book, struct cell_content *cells,
                size_t count, struct text *fault);

#endif
