/* two_trackers: trackers of one sheet each, to be taken together. */
#ifndef ROADBOOK_TESTS_TWO_TRACKERS_H
#define ROADBOOK_TESTS_TWO_TRACKERS_H

#include "memory/merge.h"
#include "memory/tables.h"
#include "support/hand_book.h"

#define TASKS "#roadbook:tasks:key|#roadbook:tasks:done|#roadbook:tasks:task|#roadbook:tasks:due|"
#define TASKS_TOP                                                                                  \
    TASKS "#roadbook:tasks:done-on|#roadbook:tasks:notes\nKey|Done|Task|Due|Done on|Notes"

static struct pool *pool;

static inline int set_up(void **state)
{
    (void)state;
    pool = pool_new();
    report_reset();
    report_verbosity(-2);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

/* What is read of the tracker at PATH whose one sheet NAME has these cells. */
static inline struct memory tracker(const char *path, const char *name, const char *grid)
{
    struct memory memory = {.path = path, .plan_id = "plan", .title = "", .lost = ""};
    struct text why = TEXT_INIT;
    struct read_sheet *sheet = pool_alloc(pool, sizeof *sheet);
    struct read_book book = hand_book(sheet, 1);

    *sheet = hand_sheet(pool, name, grid);
    assert_int_equal(tables_find(pool, &book, false, &memory, &why), MEMORY_READ);
    text_free(&why);
    return memory;
}

/* All rows, a line each. */
static inline const char *rows_of(const struct kept_table *table)
{
    const char *words = "";

    for (size_t i = 0; i < table->row_count; i++)
        words = pool_print(pool, "%s%s\n", words, row_words(pool, table, i));
    return words;
}

#endif
