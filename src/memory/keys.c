/* keys: rows matched with what was written down of them. */
#include "memory/keys.h"

#include <string.h>

#include "base/report.h"
#include "memory/columns.h"
#include "memory/lookup.h"
#include "memory/typed/imprint.h"

#define MOST_SHOWN 10 /* columns of a table that only show */

/* What was written beside a key: plain words; marks of what else was shown there (known_item). */
struct written {
    const char *key, *words, *shown;
    /* others have the same words; both in one, which tells them apart: else NULL */
    bool shared;
    const char *look;
    /* a row has it */
    bool taken;
};

struct matching {
    struct pool *pool;
    const struct kept_table *table;
    struct kept_row *rows;
    /* by row: its plain words, and where several keys have these, with the marks of what else it
     * shows, else NULL; whether its key was taken off it that is another row's, too, and never said
     * what it is; whether it is settled which row it is */
    const char **words, **looks;
    bool *misnamed, *settled;
    struct written *written;
    size_t written_count;
    /* of WRITTEN: by key; by words; by words and marks those that share their words; by words those
     * whose key was left in a row without any */
    struct lookup *keys, *texts, *looked, *bare;
    size_t moved;
};

/* What tells one session from another beside its id. */
static const char *words_of_session(struct pool *pool, day date, const char *focus)
{
    return pool_print(pool, "%d %s", (int)date, plain_words(pool, focus));
}

static void write_down(struct matching *matching, const char *key, const char *words,
                       const char *shown)
{
    matching->written[matching->written_count++] =
        (struct written){.key = key, .words = words, .shown = shown ? shown : ""};
}

/* WORDS with the marks of SHOWN, "details:1a2b3c4d phase:-", as far as the table has such columns;
 * where there is a ROW with the marks of its cells instead. */
static const char *look_of(struct matching *matching, const char *words, const char *shown,
                           const struct kept_row *row)
{
    struct pool *pool = matching->pool;
    const char *look = pool_print(pool, "%s\n", words), *at = shown;

    for (int i = 0; *at && i < MOST_SHOWN; i++, at += strcspn(at, " "), at += strspn(at, " ")) {
        size_t length = strcspn(at, ": ");
        int column = kept_column_find(matching->table, pool_copy(pool, at, length));
        if (column < 0)
            continue;
        if (row)
            look = pool_print(pool, "%s %.*s:%s", look, (int)length, at,
                              mark_of_shown(pool, &row->cells[column]));
        else
            look = pool_print(pool, "%s %.*s", look, (int)strcspn(at, " "), at);
    }
    return look;
}

/* Finds which of WRITTEN share their words. */
static void find_shared(struct matching *matching)
{
    matching->looked = lookup_new(matching->pool, matching->written_count);
    for (size_t i = 0; i < matching->written_count; i++) {
        struct written *written = &matching->written[i];
        size_t first = lookup_find(matching->texts, written->words);
        if (first == i)
            continue;
        matching->written[first].shared = true;
        written->shared = true;
    }
    for (size_t i = 0; i < matching->written_count; i++) {
        struct written *written = &matching->written[i];
        if (!written->shared || !written->shown[0])
            continue;
        written->look = look_of(matching, written->words, written->shown, NULL);
        lookup_add(matching->looked, written->look, i);
    }
}

/* Gathers what MEMORY knows of the table's rows. */
static void gather(struct matching *matching, const struct memory *memory)
{
    struct pool *pool = matching->pool;
    bool log = strcmp(matching->table->role, "log") == 0;
    size_t most = log ? memory->past.session_count : memory->known_count;

    matching->written = pool_alloc(pool, most * sizeof *matching->written);
    matching->keys = lookup_new(pool, most);
    matching->texts = lookup_new(pool, most);
    for (size_t i = 0; log && i < most; i++) {
        const struct past_session *session = &memory->past.sessions[i];
        write_down(matching, session->id, words_of_session(pool, session->date, session->focus),
                   "");
    }
    for (size_t i = 0; !log && i < most; i++)
        if (strcmp(memory->known[i].table, matching->table->role) == 0)
            write_down(matching, memory->known[i].id, plain_words(pool, memory->known[i].text),
                       memory->known[i].shown);
    for (size_t i = 0; i < matching->written_count; i++) {
        lookup_add(matching->keys, matching->written[i].key, i);
        lookup_add(matching->texts, matching->written[i].words, i);
    }
    find_shared(matching);
}

/* The column that says what a row is; -1: none. */
static int naming_column(const struct kept_table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const struct known_column *known =
            table->columns[i].role ? known_column_of_role(table->role, table->columns[i].role)
                                   : NULL;
        if (known && known->use == COLUMN_NAMES)
            return (int)i;
    }
    return -1;
}

static void read_words(struct matching *matching)
{
    const struct kept_table *table = matching->table;
    int name = naming_column(table), date = kept_column_find(table, "date");
    bool log = strcmp(table->role, "log") == 0;

    matching->words = pool_alloc(matching->pool, table->row_count * sizeof(char *));
    matching->looks = pool_alloc(matching->pool, table->row_count * sizeof(char *));
    matching->settled = pool_alloc(matching->pool, table->row_count * sizeof(bool));
    for (size_t i = 0; i < table->row_count; i++) {
        const char *text = name < 0 ? "" : table->rows[i].cells[name].text;
        day on = DAY_NONE;
        if (log && date >= 0)
            cell_day(&table->rows[i].cells[date], &on);
        matching->words[i] =
            log ? words_of_session(matching->pool, on, text) : plain_words(matching->pool, text);
        size_t first = lookup_find(matching->texts, matching->words[i]);
        if (first != LOOKUP_NONE && matching->written[first].look)
            matching->looks[i] = look_of(matching, matching->words[i],
                                         matching->written[first].shown, &table->rows[i]);
    }
}

/* The place in WRITTEN of the key that ROW has; LOOKUP_NONE: it is not known. */
static size_t written_of(const struct matching *matching, const struct kept_row *row)
{
    return row->key[0] ? lookup_find(matching->keys, row->key) : LOOKUP_NONE;
}

/* true where the row says what was written beside its key. */
static bool agrees(const struct matching *matching, size_t row)
{
    size_t at = written_of(matching, &matching->rows[row]);

    return at != LOOKUP_NONE && strcmp(matching->written[at].words, matching->words[row]) == 0;
}

/* true where the row shows all that was written beside its key, which others share the words of. */
static bool agrees_wholly(const struct matching *matching, size_t row)
{
    size_t at = written_of(matching, &matching->rows[row]);

    return at != LOOKUP_NONE && matching->looks[row] && matching->written[at].look &&
           strcmp(matching->written[at].look, matching->looks[row]) == 0;
}

/* Of rows with one key the first that shows what was written beside it keeps it, else the first
 * that says it, else the first of all; gives how many rows keep one. */
static size_t drop_repeated(struct matching *matching)
{
    size_t count = matching->table->row_count, keyed = 0;
    struct lookup *wholly = lookup_new(matching->pool, count);
    struct lookup *agreeing = lookup_new(matching->pool, count);
    struct lookup *all = lookup_new(matching->pool, count);

    matching->misnamed = pool_alloc(matching->pool, count * sizeof *matching->misnamed);
    for (size_t i = 0; i < count; i++) {
        lookup_add(all, matching->rows[i].key, i);
        if (agrees(matching, i))
            lookup_add(agreeing, matching->rows[i].key, i);
        if (agrees_wholly(matching, i))
            lookup_add(wholly, matching->rows[i].key, i);
    }
    for (size_t i = 0; i < count; i++) {
        struct kept_row *row = &matching->rows[i];
        if (!row->key[0])
            continue;
        size_t keeper = lookup_find(wholly, row->key);
        if (keeper == LOOKUP_NONE)
            keeper = lookup_find(agreeing, row->key);
        if (keeper == LOOKUP_NONE)
            keeper = lookup_find(all, row->key);
        keyed += keeper == i;
        if (keeper == i)
            continue;
        matching->misnamed[i] = !agrees(matching, i);
        row->key = "";
    }
    return keyed;
}

/* true where nothing in ROW says what it is. */
static bool is_bare(const struct kept_table *table, const struct kept_row *row)
{
    int name = naming_column(table), date = kept_column_find(table, "date");

    return name >= 0 && cell_is_empty(&row->cells[name]) &&
           (date < 0 || cell_is_empty(&row->cells[date]));
}

/* The hidden key stays where it is when what can be seen is sorted, and blank rows with it. */
static void list_bare(struct matching *matching)
{
    matching->bare = lookup_new(matching->pool, matching->table->row_count);
    for (size_t i = 0; i < matching->table->row_count; i++) {
        size_t at = written_of(matching, &matching->rows[i]);
        if (at != LOOKUP_NONE && is_bare(matching->table, &matching->rows[i]))
            lookup_add(matching->bare, matching->written[at].words, at);
    }
}

/* The first of those with the WORDS that no row has yet; LOOKUP_NONE: none. */
static size_t take_free(struct matching *matching, struct lookup *among, const char *words)
{
    size_t at;

    do
        at = lookup_take(among, words);
    while (at != LOOKUP_NONE && matching->written[at].taken);
    return at;
}

/* ROW is the one of WRITTEN that stands at AT. */
static void settle(struct matching *matching, size_t row, size_t at)
{
    matching->written[at].taken = true;
    matching->settled[row] = true;
    matching->rows[row].key = matching->written[at].key;
}

/* Rows whose words are those beside their keys; of words that several keys have, first those that
 * show all that was written beside theirs, then those that show what was written beside another. */
static void settle_agreeing(struct matching *matching, bool unkeyed)
{
    size_t count = matching->table->row_count;

    for (size_t i = 0; i < count; i++)
        if (agrees_wholly(matching, i))
            settle(matching, i, written_of(matching, &matching->rows[i]));
    for (size_t i = 0; i < count; i++) {
        bool had_key = matching->rows[i].key[0] || matching->misnamed[i];
        if (matching->settled[i] || !matching->looks[i] || !(had_key || unkeyed))
            continue;
        size_t other = take_free(matching, matching->looked, matching->looks[i]);
        if (other == LOOKUP_NONE)
            continue;
        matching->moved += had_key;
        settle(matching, i, other);
    }
    for (size_t i = 0; i < count; i++) {
        size_t at = written_of(matching, &matching->rows[i]);
        if (!matching->settled[i] && agrees(matching, i) && !matching->written[at].taken)
            settle(matching, i, at);
    }
}

/* The others: by their words where these are another row's, else by the key that they have.
 * UNKEYED: rows that never had a key may have words of any known one; else of one whose key is
 * bare. */
static void settle_moved(struct matching *matching, bool unkeyed)
{
    size_t count = matching->table->row_count;
    bool *kept = pool_alloc(matching->pool, count * sizeof *kept);

    for (size_t i = 0; i < count; i++) {
        struct kept_row *row = &matching->rows[i];
        size_t at = written_of(matching, row);
        bool had_key = row->key[0] || matching->misnamed[i];
        if (matching->settled[i] || (at == LOOKUP_NONE && row->key[0]))
            continue;
        struct lookup *among = had_key || unkeyed ? matching->texts : matching->bare;
        size_t other = take_free(matching, among, matching->words[i]);
        kept[i] = other == LOOKUP_NONE && at != LOOKUP_NONE;
        if (other == LOOKUP_NONE)
            continue;
        matching->moved += had_key;
        settle(matching, i, other);
    }
    for (size_t i = 0; i < count; i++) {
        if (!kept[i])
            continue;
        struct written *written = &matching->written[written_of(matching, &matching->rows[i])];
        if (written->taken)
            matching->rows[i].key = ""; /* its words left, too: who knows whose it is */
        written->taken = true;
    }
}

/* What roadbook wrote in the column "given" belongs to the key that it stands beside, not to words
 * that were sorted to it. BEFORE: the rows as they were read. */
static void move_given(struct matching *matching, const struct kept_row *before)
{
    const struct kept_table *table = matching->table;
    int given = kept_column_find(table, "given");
    struct lookup *keys = lookup_new(matching->pool, table->row_count);

    for (size_t i = 0; i < table->row_count; i++)
        if (before[i].key[0])
            lookup_add(keys, before[i].key, i);
    for (size_t i = 0; given >= 0 && i < table->row_count; i++) {
        struct kept_row *row = &matching->rows[i];
        size_t from = row->key[0] ? lookup_find(keys, row->key) : LOOKUP_NONE;
        if (from == LOOKUP_NONE || strcmp(before[i].key, row->key) == 0)
            continue;
        struct kept_cell *cells = pool_alloc(matching->pool, table->column_count * sizeof *cells);
        memcpy(cells, row->cells, table->column_count * sizeof *cells);
        cells[given] = before[from].cells[given];
        row->cells = cells;
    }
}

static void match_table(struct pool *pool, const struct memory *memory, struct kept_table *table)
{
    struct matching matching = {.pool = pool, .table = table};
    const struct kept_row *before;

    matching.rows = pool_alloc(pool, table->row_count * sizeof *matching.rows);
    if (table->row_count > 0)
        memcpy(matching.rows, table->rows, table->row_count * sizeof *matching.rows);
    before = table->rows;
    table->rows = matching.rows;
    gather(&matching, memory);
    read_words(&matching);
    size_t keyed = drop_repeated(&matching);
    if (matching.written_count == 0)
        return;
    list_bare(&matching);
    settle_agreeing(&matching, keyed == 0);
    settle_moved(&matching, keyed == 0);
    move_given(&matching, before);
    if (matching.moved > 0)
        report(NOWHERE, SEVERITY_NOTE, RULE_SORTED_ROWS,
               "%s: on the sheet %s %zu row%s no longer stood beside the hidden key that belongs "
               "to %s words; the words say which row it is",
               memory->path, table->tab, matching.moved, matching.moved == 1 ? "" : "s",
               matching.moved == 1 ? "its" : "their");
}

void keys_match(struct pool *pool, struct memory *memory)
{
    struct kept_table *tables = pool_alloc(pool, memory->table_count * sizeof *tables);

    for (size_t i = 0; i < memory->table_count; i++) {
        tables[i] = memory->tables[i];
        if (table_takes_entries(tables[i].role))
            match_table(pool, memory, &tables[i]);
    }
    memory->tables = tables;
}
