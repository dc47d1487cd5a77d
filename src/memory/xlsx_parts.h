/* xlsx_parts: proves that an .xlsx file came out whole. What writes it may lose a piece on a full
 * disk and say nothing, so the bytes are read again, to the end of every part. */
#ifndef ROADBOOK_MEMORY_XLSX_PARTS_H
#define ROADBOOK_MEMORY_XLSX_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* What one cell holds. */
struct cell_content {
    /* counted from 0, sheets in the order of their parts */
    uint32_t sheet, row, column;
    /* as cell_words() has it; CELL_BLANK where it only has a look */
    uint64_t words;
    /* its value, where that is no text; else 0 */
    double number;
    /* how many were put before it: the later one is what stands */
    size_t order;
    /* both as they were put, NULL: none; not looked at here */
    const char *formula, *text;
};

#define CELL_BLANK UINT64_C(0)

/* A digest of a cell's formula (without "="; NULL: none) and of its text (NULL: a number). */
uint64_t cell_words(const char *formula, const char *text);

/* Reads FILE whole: each part to its end by its CRC-32, each XML part to its end (no document type;
 * an element that counts its children has as many), and each cell of each sheet, which must be the
 * COUNT cells of CELLS, no more and no less. These are sorted by it; where a cell was put more than
 * once, the last holds. false: it is not whole; FAULT, added to, says what is wrong. */
bool xlsx_prove(const struct text *file, struct cell_content *cells, size_t count,
                struct text *fault);

#endif
