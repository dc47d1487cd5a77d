/* reprint: ranges of pages, as one takes them out of a binder. */
#include "text/reprint.h"

#include <string.h>

#define MOST_RANGES 6 /* of an offer; what is to be taken out is told to the last page */

static void add_range(struct text *out, struct page_range range)
{
    if (range.first == range.last)
        text_print(out, "%zu", range.first);
    else
        text_print(out, "%zu-%zu", range.first, range.last);
}

/* "pages 3-16, 33-268 and 271"; of more than MOST as many as that, and how many pages are left. */
static void add_pages(struct text *out, const struct page_range *ranges, size_t count, size_t most)
{
    size_t shown = count > most ? most : count, left = 0;

    text_add(out, count == 1 && ranges[0].first == ranges[0].last ? "page " : "pages ");
    for (size_t i = 0; i < shown; i++) {
        text_add(out, i == 0 ? "" : i + 1 < count ? ", " : " and ");
        add_range(out, ranges[i]);
    }
    for (size_t i = shown; i < count; i++)
        left += ranges[i].last + 1 - ranges[i].first;
    if (left > 0)
        text_print(out, " and %zu more", left);
}

/* What to do with INSERT. */
static void add_exchange(const struct sheet_changes *changes, const char *insert, struct text *out)
{
    bool replaces = changes->replaced_count > 0, adds = changes->added.first > 0;

    if (replaces || adds)
        text_add_visible(out, insert, strlen(insert), false);
    if (replaces) {
        text_add(out, " replaces ");
        add_pages(out, changes->replaced, changes->replaced_count, changes->replaced_count);
    }
    if (adds) {
        text_add(out, replaces ? " and adds " : " adds ");
        add_pages(out, &changes->added, 1, 1);
    }
    if (changes->removed.first > 0) {
        text_add(out, replaces ? "; take out " : "take out ");
        add_pages(out, &changes->removed, 1, 1);
        text_add(out, replaces ? " for good" : "; the others stand");
    }
}

/* What the old book's reader may want to print. */
static void add_offer(const struct sheet_changes *changes, struct text *out)
{
    bool changed = changes->replaced_count > 0, adds = changes->added.first > 0;

    if (changed) {
        add_pages(out, changes->replaced, changes->replaced_count, MOST_RANGES);
        text_add(out, " changed");
    }
    if (adds) {
        text_add(out, changed ? ", " : "");
        add_pages(out, &changes->added, 1, 1);
        text_add(out, " came");
    }
    if (changes->removed.first > 0) {
        text_add(out, changed ? ", " : "");
        add_pages(out, &changes->removed, 1, 1);
        text_add(out, " went");
    }
    if (changed || adds)
        text_add(out, "; --since OLD.pdf prints only what is new");
}

void reprint_text(const struct reprint *reprint, const char *insert, struct text *out)
{
    if (reprint->from_printed && sheets_same(reprint->from_printed))
        text_add(out, "no page to print again");
    else if (reprint->from_printed)
        add_exchange(reprint->from_printed, insert, out);
    else if (reprint->from_old && !sheets_same(reprint->from_old))
        add_offer(reprint->from_old, out);
}

void reprint_count(const struct sheet_changes *changes, struct text *out)
{
    text_print(out, "%zu page%s on %zu sheet%s", changes->page_count,
               changes->page_count == 1 ? "" : "s", changes->sheet_count,
               changes->sheet_count == 1 ? "" : "s");
}
