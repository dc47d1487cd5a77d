/* marks: marks of cells, read, in order, and met one by one. */
#include "memory/typed/marks.h"

#include <stdlib.h>

#define MOST_MARKS 500000 /* of a list */

void marks_read(struct pool *pool, struct marks *marks, const char *text)
{
    char *end;

    for (; marks->count < MOST_MARKS; text = end) {
        unsigned long mark = strtoul(text, &end, 16), count = 1;
        if (end == text)
            return;
        if (*end == '*')
            count = strtoul(end + 1, &end, 10);
        marks->items =
            pool_extend(pool, marks->items, marks->count, &marks->capacity, sizeof *marks->items);
        marks->items[marks->count++] = (struct mark){(uint32_t)mark, count, 0};
    }
}

static int by_mark(const void *left, const void *right)
{
    uint32_t one = ((const struct mark *)left)->mark, other = ((const struct mark *)right)->mark;

    return (one > other) - (one < other);
}

void marks_order(struct marks *marks)
{
    size_t count = 0;

    if (marks->count > 0)
        qsort(marks->items, marks->count, sizeof *marks->items, by_mark);
    for (size_t i = 0; i < marks->count; i++) {
        if (count > 0 && marks->items[count - 1].mark == marks->items[i].mark)
            marks->items[count - 1].count += marks->items[i].count;
        else
            marks->items[count++] = marks->items[i];
    }
    marks->count = count;
}

bool marks_meet(struct marks *marks, uint32_t mark)
{
    size_t from = 0, to = marks->count;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (marks->items[middle].mark < mark)
            from = middle + 1;
        else
            to = middle;
    }
    if (from == marks->count || marks->items[from].mark != mark || marks->items[from].left == 0)
        return false;
    marks->items[from].left--;
    return true;
}

void marks_meet_again(struct marks *marks)
{
    for (size_t i = 0; i < marks->count; i++)
        marks->items[i].left = marks->items[i].count;
}
