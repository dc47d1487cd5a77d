/* page_order: pages of lived weeks keep number and bytes, whatever the plan became; what is left of
 * the room before them can be written on, and what outgrew it comes after them.
 * Too slow under valgrind. */
#include "base/report.h"
#include "pdf/page_order.h"
#include "support/ask.h"
#include "support/past_build.h"
#include "support/small_book.h"

#define LIVED 7
#define MOST  400 /* pages */

/* A book as it was built: what each of its pages is, and where its weeks stand. */
struct built {
    struct small_book small;
    struct pool *pool;
    struct page_record *records;
    struct past *past;
    struct memory memory;
    struct text file;
    int pages;
    char *digests[MOST];
    char *lines;
};

static void read_digests(struct built *built)
{
    built->lines = ask(&built->file, "/usr/bin/python3 tests/check/support/streams.py %s");
    for (char *line = strtok(built->lines, "\n"); line; line = strtok(NULL, "\n")) {
        int page = atoi(line);
        assert_true(page > 0 && page < MOST);
        built->digests[page] = strchr(line, ' ') + 1;
        built->pages = page > built->pages ? page : built->pages;
    }
    assert_true(built->pages > LIVED);
}

/* The book as the next build's memory has it. */
static void remember(struct built *built)
{
    const struct edition *edition = &built->small.edition;
    struct past *past = pool_alloc(built->pool, sizeof *past);

    *past = *past_of(built->pool, edition->schedule, edition->today);
    for (size_t i = 0; i < past->week_count; i++)
        ((struct past_week *)past->weeks)[i].page = built->records[i];
    built->past = past;
    built->memory = (struct memory){.past = *past};
}

static void render(struct built *built, const char *look, const struct memory *memory)
{
    struct edition *edition = &built->small.edition;
    size_t count = edition->schedule->week_count + 1;

    built->pool = pool_new();
    built->records = pool_alloc(built->pool, count * sizeof *built->records);
    edition->page_records = built->records;
    edition->record_pool = built->pool;
    edition->memory = memory;
    edition->look = look_load(built->small.pool, look, NULL);
    assert_int_equal(workbook_exporter.render(edition, &built->file), RENDERED);
    read_digests(built);
    remember(built);
}

static void build(struct built *built, const char *roadmap, struct rhythm rhythm, const char *look)
{
    *built = (struct built){.file = TEXT_INIT};
    report_reset();
    report_verbosity(-1);
    small_book_read(&built->small, roadmap, rhythm);
    render(built, look, NULL);
}

/* The same plan as the roadmap now has it, built again after LIVED weeks. */
static void build_again(struct built *again, const struct built *first, const char *roadmap,
                        struct rhythm rhythm, const char *look)
{
    *again = (struct built){.file = TEXT_INIT};
    report_reset();
    first->past->today = rhythm.start + 7 * LIVED + 2;
    rhythm.past = first->past;
    small_book_read(&again->small, roadmap, rhythm);
    again->small.edition.today = first->past->today;
    for (int i = 0; i < LIVED; i++)
        assert_true(again->small.edition.schedule->weeks[i].lived);
    render(again, look, &first->memory);
}

static void leave(struct built *built)
{
    free(built->lines);
    text_free(&built->file);
    pool_free(built->pool);
    small_book_close(&built->small);
}

/* A copy of the small roadmap with WORDS in place of OLD; the caller frees it. */
static char *changed(const char *old, const char *words)
{
    const char *at = strstr(small_roadmap, old);
    struct text out = TEXT_INIT;

    assert_non_null(at);
    text_add_bytes(&out, small_roadmap, (size_t)(at - small_roadmap));
    text_add(&out, words);
    text_add(&out, at + strlen(old));
    return out.bytes;
}

static bool is_noted(enum rule rule)
{
    size_t count;
    const struct finding *findings = report_findings(&count);

    for (size_t i = 0; i < count; i++)
        if (findings[i].rule == rule)
            return true;
    return false;
}

static void assert_past_stands(const struct built *first, const struct built *again)
{
    for (int i = 0; i < LIVED; i++) {
        int page = first->records[i].page;
        assert_true(page > 0);
        assert_int_equal(again->records[i].page, page);
        if (page == first->records[LIVED].page) /* this week, laid out anew, stands below it */
            continue;
        if (strcmp(first->digests[page], again->digests[page]) != 0)
            fail_msg("page %d of week %d changed", page, i + 1);
    }
    assert_false(is_noted(RULE_MOVED_PAGES));
    assert_sound(&again->file);
}

/* Builds the small roadmap, then with WORDS in place of OLD, and holds them against each other. */
static void compare(const char *old, const char *words, int minutes, const char *look)
{
    struct built first, again;
    struct rhythm rhythm = small_rhythm();
    char *roadmap = changed(old, words);

    build(&first, small_roadmap, rhythm, look);
    rhythm.minutes = minutes;
    build_again(&again, &first, roadmap, rhythm, look);
    assert_past_stands(&first, &again);
    leave(&first);
    leave(&again);
    free(roadmap);
}

static void other_hours_leave_the_past(void **state)
{
    (void)state;
    compare("4 months", "4 months", 180, "classic");
    compare("4 months", "4 months", 420, "classic");
    compare("4 months", "4 months", 420, "eink");
    compare("4 months", "4 months", 420, "compact");
}

static void other_titles_leave_the_past(void **state)
{
    (void)state;
    compare("Baking Bread", "Žemlje, ½ Qüark & Крендель", 180, "classic");
    compare("Flour", "Grain and what the mill makes of it", 180, "classic");
    compare("Yeast", "Ferments", 420, "compact");
}

static void what_is_gone_leaves_the_past(void **state)
{
    (void)state;
    compare("**Proofing** (Months 1-2): Warm, cold\n", "", 180, "classic");
    compare("- [ ] Bakes without a recipe\n", "", 180, "classic");
    compare("### Projects\n**Month 1**: **White Loaf** - One tin, one recipe\n", "", 180,
            "classic");
}

/* Ticked in the roadmap since: the box that was printed had no tick. */
static void a_tick_leaves_the_past(void **state)
{
    (void)state;
    compare("[ ] Bakes", "[x] Bakes", 180, "classic");
}

static int page_of(const struct built *built, const char *target)
{
    struct text command = TEXT_INIT;

    text_print(&command, "pdfinfo -dests %%s | grep '\"%s\"'", target);
    char *said = ask(&built->file, text_string(&command));
    int page = atoi(said);
    free(said);
    text_free(&command);
    return page;
}

static const char two_loaves[] = "### Projects\n**Month 1**: **White Loaf** - One tin\n\n"
                                 "**Month 1**: **Brown Loaf** - Two tins\n\n"
                                 "**Month 2**: **Black Loaf** - Three tins\n";

/* A sheet more than the front has room for. */
static void what_grew_comes_after_the_past(void **state)
{
    struct built first, again;
    char *roadmap =
        changed("### Projects\n**Month 1**: **White Loaf** - One tin, one recipe\n", two_loaves);

    (void)state;
    build(&first, small_roadmap, small_rhythm(), "classic");
    build_again(&again, &first, roadmap, small_rhythm(), "classic");
    assert_past_stands(&first, &again);
    assert_true(again.pages > first.pages);
    int last = again.records[LIVED].page; /* this week's page stays, too */
    assert_int_equal(last, first.records[LIVED].page);
    assert_true(page_of(&again, "month-2026-01") > last || page_of(&again, "reading-1") > last ||
                page_of(&again, "sheets-1") > last);
    assert_true(page_of(&again, "contents") == page_of(&first, "contents"));
    leave(&first);
    leave(&again);
    free(roadmap);
}

static void room_that_is_left_is_for_notes(void **state)
{
    struct built first, again;
    char *roadmap =
        changed("### Projects\n**Month 1**: **White Loaf** - One tin, one recipe\n", two_loaves);

    (void)state;
    build(&first, roadmap, small_rhythm(), "classic");
    build_again(&again, &first, small_roadmap, small_rhythm(), "classic");
    assert_past_stands(&first, &again);
    struct text command = TEXT_INIT;
    int before = first.records[0].page - 1;
    text_print(&command, "pdftotext -f %d -l %d %%s - | grep -i notes", before, before);
    assert_says(&again.file, text_string(&command), "N");
    text_free(&command);
    leave(&first);
    leave(&again);
    free(roadmap);
}

/* Pages that nobody can keep: all of the book is there, and it is said. */
static void what_cannot_stand_moves_with_a_note(void **state)
{
    struct built first, again;

    (void)state;
    build(&first, small_roadmap, small_rhythm(), "classic");
    ((struct past_week *)first.past->weeks)[3].page.page = 2;
    build_again(&again, &first, small_roadmap, small_rhythm(), "classic");
    assert_true(is_noted(RULE_MOVED_PAGES));
    assert_int_equal(again.records[0].page, first.records[0].page);
    assert_int_equal(again.records[3].page, first.records[3].page);
    assert_sound(&again.file);
    leave(&first);
    leave(&again);
}

/* Weeks printed alone are those of the whole book. */
static void weeks_alone_stand_too(void **state)
{
    struct built first, again;

    (void)state;
    build(&first, small_roadmap, small_rhythm(), "classic");
    build_again(&again, &first, small_roadmap, small_rhythm(), "classic");
    struct text alone = TEXT_INIT;
    again.small.edition.asked.first_week = again.small.edition.asked.last_week = 2;
    assert_int_equal(workbook_exporter.render(&again.small.edition, &alone), RENDERED);
    char *digest = ask(&alone, "/usr/bin/python3 tests/check/support/streams.py %s");
    assert_non_null(strstr(digest, first.digests[first.records[1].page]));
    assert_int_equal(again.records[1].page, first.records[1].page);
    assert_int_equal(again.records[5].page, first.records[5].page);
    free(digest);
    text_free(&alone);
    leave(&first);
    leave(&again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_hours_leave_the_past),
        cmocka_unit_test(other_titles_leave_the_past),
        cmocka_unit_test(what_is_gone_leaves_the_past),
        cmocka_unit_test(a_tick_leaves_the_past),
        cmocka_unit_test(what_grew_comes_after_the_past),
        cmocka_unit_test(room_that_is_left_is_for_notes),
        cmocka_unit_test(what_cannot_stand_moves_with_a_note),
        cmocka_unit_test(weeks_alone_stand_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
