/* chores: two chores of a plan, and the old table that holds what was written about them. Included
 * below cmocka.h. */
#ifndef ROADBOOK_TESTS_CHORES_H
#define ROADBOOK_TESTS_CHORES_H

#include "support/kept_tables.h"
#include "xlsx/cells/carried.h"

enum { KEY, GIVEN, DONE, NAME, DUE, NOTES };

static const struct column columns[] = {
    [KEY] = {"key", "Key", 10, COLUMN_KEY, true},
    [GIVEN] = {"given", "Given", 10, COLUMN_GIVEN, true},
    [DONE] = {"done", "Done", 10, COLUMN_TICK, false},
    [NAME] = {"task", "Task", 10, COLUMN_TITLE, false},
    [DUE] = {"due", "Due", 10, COLUMN_DUE, false},
    [NOTES] = {"notes", "Notes", 10, COLUMN_NOTE, false},
};

static bool is_task(const struct item *item)
{
    return item->kind == ITEM_TASK;
}

static const struct sheet about = {
    .tab = "Chores", .role = "chores", .columns = columns, .column_count = 6, .belongs = is_task};

struct fixture {
    struct memory memory;
    struct edition edition;
    struct plan plan;
    struct tracker tracker;
    struct item items[3];
};

static inline void open_fixture(struct fixture *fixture)
{
    static const struct known_item known[] = {
        {"a", "task", "", "Sweep", "chores", "Sweep", 20000, "", DAY_NONE, DAY_NONE, DAY_NONE,
         DAY_NONE},
        {"b", "task", "", "Wash", "chores", "Wash", 20007, "", DAY_NONE, DAY_NONE, DAY_NONE,
         DAY_NONE},
    };

    *fixture = (struct fixture){0};
    fixture->memory.version = 2;
    fixture->memory.known = known;
    fixture->memory.known_count = 2;
    fixture->edition.memory = &fixture->memory;
    fixture->items[0] = (struct item){.kind = ITEM_TASK, .id = "a"};
    fixture->items[1] = (struct item){.kind = ITEM_TASK, .id = "b"};
    fixture->plan = (struct plan){.items = fixture->items, .item_count = 2};
    fixture->tracker =
        (struct tracker){.pool = pool_new(), .edition = &fixture->edition, .plan = &fixture->plan};
}

/* Its rows; their first cells are their keys. */
static inline struct carried *carry(struct fixture *fixture, const char *const *rows, size_t count)
{
    struct kept_table *table = kept_table_add(fixture->tracker.pool, &fixture->memory, "chores",
                                              "key given done task due notes -", rows, count);

    for (size_t i = 0; i < count; i++) {
        struct kept_row *row = (struct kept_row *)&table->rows[i];
        row->key = row->cells[0].text;
    }
    return carried_of(&fixture->tracker, &about);
}

#endif
