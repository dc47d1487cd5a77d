/* Tests of the pages one writes in, on plans built by hand: page counts, no report, and no two
 * words on each other by poppler's bounding boxes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/report.h"
#include "pdf/pages/pages.h"
#include "pdf/parts/grid.h"

#define MOST  400
#define WEEKS 60

/* A plan of one phase and its schedule: 60 weeks from 5 January 2026. */
struct fixture {
    struct pool *pool;
    struct plan plan;
    struct schedule schedule;
    /* the document, the phase, beside it */
    struct section sections[3];
    struct item items[MOST];
    struct dates dates[MOST], section_dates[3];
    struct week weeks[WEEKS];
    struct session sessions[WEEKS * 8 + MOST];
    struct category categories[2];
    struct phase phase;
    struct phase_dates phase_dates;
    struct edition edition;
    struct canvas *canvas;
    struct typeset *typeset;
    struct book book;
};

static struct prose words(const char *text)
{
    return (struct prose){.text = text, .length = strlen(text)};
}

static day start(void)
{
    return day_of(2026, 1, 5);
}

/* SESSIONS a week of an hour each; the first week gets FIRST of them. */
static void fill_weeks(struct fixture *f, int sessions, int first)
{
    size_t at = 0;

    for (int i = 0; i < WEEKS; i++) {
        int count = i == 0 ? first : sessions, year;
        struct week *week = &f->weeks[i];
        day monday = start() + i * 7;
        *week = (struct week){.number = i + 1,
                              .iso_week = iso_week_of(monday, &year),
                              .first = monday,
                              .last = monday + 6,
                              .minutes = 60 * count,
                              .first_session = at,
                              .session_count = (size_t)count};
        week->iso_year = year;
        for (int k = 0; k < count; k++)
            f->sessions[at++] = (struct session){
                .id = "",
                .date = monday + k * 7 / count,
                .start = 1140 - (k % 2) * 600,
                .minutes = 60,
                .week = i,
                .category = k % 2,
                .focus = "The Handbook, chapter 4 · Borrowing what belongs to somebody else",
                .review = k + 1 == count && i % 4 == 3};
    }
    f->schedule.session_count = at;
    f->schedule.minutes = 60 * (int)at;
}

static void open_book(struct fixture *f)
{
    report_reset();
    const struct look *look = look_load(f->pool, "classic", NULL);
    assert_non_null(look);
    f->edition = (struct edition){.schedule = &f->schedule,
                                  .fingerprint = "7d444840-9dc0-51d1-b245-5ffdce74fad2"};
    struct canvas_facts facts = {
        .title = "Test", .language = "en", .identity = f->edition.fingerprint};
    f->canvas = canvas_new(&facts);
    f->typeset = typeset_new(f->canvas, f->pool, "en");
    book_open(&f->book, &f->edition, look, f->pool, f->canvas, f->typeset);
}

static struct fixture *fixture_new(int sessions, int first)
{
    struct fixture *f = calloc(1, sizeof *f);

    assert_non_null(f);
    f->pool = pool_new();
    f->sections[0] = (struct section){.id = "top", .phase = -1, .title = words("Test")};
    f->sections[1] = (struct section){
        .id = "one", .phase = 0, .level = 2, .parent = f->sections, .title = words("Exit list")};
    f->sections[2] = (struct section){
        .id = "two", .phase = -1, .level = 2, .parent = f->sections, .title = words("Beside")};
    f->phase = (struct phase){.number = 1, .section = &f->sections[1], .title = words("Roots")};
    f->phase_dates = (struct phase_dates){start(), start() + WEEKS * 7 - 1, 0, WEEKS - 1, 0};
    f->categories[0] = (struct category){.name = "Reading/Theory"};
    f->categories[1] = (struct category){.name = "System Design/Implementation"};
    f->plan = (struct plan){.pool = f->pool,
                            .id = f->sections[0].id,
                            .title = words("Test"),
                            .language = "en",
                            .sections = f->sections,
                            .section_count = 3,
                            .items = f->items,
                            .phases = &f->phase,
                            .phase_count = 1};
    f->schedule = (struct schedule){.plan = &f->plan,
                                    .rhythm = {.minutes = 300, .start = start()},
                                    .start = start(),
                                    .end = start() + WEEKS * 7 - 1,
                                    .weeks = f->weeks,
                                    .week_count = WEEKS,
                                    .sessions = f->sessions,
                                    .categories = f->categories,
                                    .category_count = 2,
                                    .items = f->dates,
                                    .sections = f->section_dates,
                                    .phases = &f->phase_dates};
    for (int i = 0; i < 3; i++)
        f->section_dates[i] = (struct dates){DAY_NONE, DAY_NONE, DAY_NONE, -1, -1, -1};
    fill_weeks(f, sessions, first);
    open_book(f);
    return f;
}

/* An item of section SECTION on the table from week FROM to week TO. */
static struct item *put(struct fixture *f, enum item_kind kind, int section, const char *title,
                        int from, int to)
{
    size_t at = f->plan.item_count++;

    assert_true(at < MOST);
    day first = f->weeks[from].first, last = f->weeks[to].last;
    bool point = kind == ITEM_CHECK || kind == ITEM_QUESTION || kind == ITEM_MILESTONE;
    f->dates[at] = (struct dates){point ? last : first, last, last, from, to, -1};
    f->items[at] = (struct item){.kind = kind,
                                 .id = pool_print(f->pool, "item-%zu", at),
                                 .title = words(title),
                                 .detail = words(""),
                                 .line = words(title),
                                 .section = &f->sections[section],
                                 .dated = DATED_OWN,
                                 .point = point};
    return &f->items[at];
}

struct word {
    int page;
    double x1, y1, x2, y2;
    char text[64];
};

/* Fails where a word stands on another by more than a hair, or outside its page. */
static void check_words(const char *path, const char *layout)
{
    struct word *found = calloc(200000, sizeof *found);
    size_t count = 0;
    double width = 0, height = 0;
    int page = 0;
    char line[4096];
    FILE *file = fopen(layout, "r");

    assert_non_null(file);
    (void)path;
    while (fgets(line, sizeof line, file)) {
        struct word *word = &found[count];
        if (sscanf(line, " <page width=\"%lf\" height=\"%lf\"", &width, &height) == 2)
            page++;
        word->page = page;
        if (sscanf(line, " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%63[^<]",
                   &word->x1, &word->y1, &word->x2, &word->y2, word->text) == 5)
            count++;
        assert_true(count < 199999);
    }
    fclose(file);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        const struct word *a = &found[i];
        if (a->x1 < 0 || a->y1 < 0 || a->x2 > width || a->y2 > height)
            fail_msg("page %d: '%s' leaves the page", a->page, a->text);
        for (size_t k = i + 1; k < count && found[k].page == a->page; k++) {
            const struct word *b = &found[k];
            /* Boxes hold ascenders and descenders, so those of close lines touch. */
            double deep = 0.35 * (a->y2 - a->y1 < b->y2 - b->y1 ? a->y2 - a->y1 : b->y2 - b->y1);
            double x = (a->x2 < b->x2 ? a->x2 : b->x2) - (a->x1 > b->x1 ? a->x1 : b->x1);
            double y = (a->y2 < b->y2 ? a->y2 : b->y2) - (a->y1 > b->y1 ? a->y1 : b->y1);
            if (x > 1 && y > deep)
                fail_msg("page %d: '%s' stands on '%s'", a->page, a->text, b->text);
        }
    }
    free(found);
}

/* Ends the book: PAGES of them, no report, no word on another. Keeps it as
 * $ROADBOOK_TEST_KEEP/NAME.pdf where that is set. */
static void finish(struct fixture *f, const char *name, int pages)
{
    struct text out = TEXT_INIT;
    size_t findings;

    assert_int_equal(canvas_page_count(f->canvas), pages);
    assert_true(f->book.y <= f->book.bottom + 0.01 || f->book.y <= f->book.look->height);
    typeset_finish(f->typeset);
    assert_true(canvas_finish(f->canvas, &out));
    report_findings(&findings);
    assert_int_equal(findings, 0);

    char path[] = "/tmp/written-test-XXXXXX", layout[64], command[256];
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, out.bytes, out.length), (ssize_t)out.length);
    close(descriptor);
    snprintf(layout, sizeof layout, "%s.html", path);
    snprintf(command, sizeof command, "pdftotext -bbox %s %s 2>/dev/null", path, layout);
    if (system(command) == 0) /* without poppler the rest still counts */
        check_words(path, layout);
    const char *keep = getenv("ROADBOOK_TEST_KEEP");
    if (keep) {
        snprintf(command, sizeof command, "cp %s %s/%s.pdf", path, keep, name);
        assert_int_equal(system(command), 0);
    }
    unlink(path);
    unlink(layout);
    text_free(&out);
    typeset_free(f->typeset);
    canvas_free(f->canvas);
    pool_free(f->pool);
    free(f);
}

static const char long_title[] =
    "A title that goes on and on, as titles of roadmaps sometimes do when nobody stops their "
    "author, until it has two hundred characters and no cell of any calendar in the world could "
    "take it whole, amen";

static void test_week_of_fourteen(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 14);
    put(f, ITEM_TOPIC, 1, "Roots and shoots", 0, 8);
    put(f, ITEM_TASK, 1, long_title, 0, 1);
    put(f, ITEM_PROJECT, 1, "A small garden", 2, 4);
    week_pages.draw.week(&f->book, &f->weeks[0]);
    finish(f, "week-14", 1);
}

static void test_week_of_forty(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 60);
    week_pages.draw.week(&f->book, &f->weeks[0]);
    assert_true(canvas_page_count(f->canvas) >= 2);
    finish(f, "week-60", canvas_page_count(f->canvas));
}

static void test_weeks_empty_and_full(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 0);
    for (int i = 0; i < 45; i++)
        put(f, i % 2 ? ITEM_TASK : ITEM_TOPIC, 1, pool_print(f->pool, "Thing number %d", i), 1, 1);
    week_pages.draw.week(&f->book, &f->weeks[0]);
    assert_int_equal(canvas_page_count(f->canvas), 1);
    week_pages.draw.week(&f->book, &f->weeks[1]);
    week_pages.draw.week(&f->book, &f->weeks[WEEKS - 1]);
    finish(f, "week-empty-full", 3);
}

static void test_month_and_review(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(14, 14);
    put(f, ITEM_MILESTONE, 1, long_title, 3, 3);
    for (int i = 0; i < 12; i++)
        put(f, ITEM_TASK, 1, pool_print(f->pool, "Piece of work %d", i), 3, 3);
    struct item *reading = put(f, ITEM_READING, 1, "The Handbook", 0, 9);
    reading->chapters = (struct chapters){1, 40};
    month_pages.draw.month(&f->book, (struct month){2026, 1});
    month_review_pages.draw.month(&f->book, (struct month){2026, 1});
    month_pages.draw.month(&f->book, (struct month){2026, 2});
    month_review_pages.draw.month(&f->book, (struct month){2026, 2});
    finish(f, "month", 4);
}

static void test_checklists(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    for (int i = 0; i < 6; i++)
        put(f, ITEM_CHECK, 1, "Explain to a child what a root does and why it does it", 30, 30);
    checklist_pages.draw.phase(&f->book, 0);
    assert_int_equal(canvas_page_count(f->canvas), 1);
    for (int i = 0; i < 60; i++)
        put(f, ITEM_CHECK, 2, i % 9 ? "Do it" : long_title, 30, 30);
    checklist_pages.draw.phase(&f->book, -1);
    int pages = canvas_page_count(f->canvas);
    assert_true(pages >= 3 && pages <= 5);
    assert_true(canvas_target_page(f->canvas, "item-65") == pages - 1);
    finish(f, "checklist", pages);
}

static void test_reading(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct item *item = put(f, ITEM_READING, 1, "The Handbook of Gardens", 0, 9);
    item->chapters = (struct chapters){1, 40};
    item->detail = words("Chapters 1-40, slowly");
    item = put(f, ITEM_READING, 1, long_title, 0, 9);
    item->link = "https://example.org/a/page/about/gardens";
    item = put(f, ITEM_READING, 1, "A book of very many chapters", 0, 9);
    item->chapters = (struct chapters){1, 150};
    for (int i = 0; i < 3; i++)
        put(f, ITEM_READING, 1, "A leaflet", 0, 9);
    reading_pages.draw.phase(&f->book, 0);
    reading_pages.draw.phase(&f->book, -1);
    finish(f, "reading", 1);
}

static void test_questions(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct item *parent = put(f, ITEM_QUESTION, 2, "Ready to plant", 20, 20);
    parent->child_count = 4;
    for (int i = 0; i < 4; i++) {
        struct item *item = put(f, ITEM_QUESTION, 2, "Can I tell a root from a shoot?", 20, 20);
        item->parent = parent;
        item->depth = 1;
    }
    put(f, ITEM_QUESTION, 1, long_title, 50, 50);
    questions_pages.draw.book(&f->book);
    assert_int_equal(canvas_target_page(f->canvas, "item-0"), 0);
    finish(f, "questions", 2);
}

static void test_sheets(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct item *item = put(f, ITEM_PROJECT, 1, "Kitchen garden", 4, 8);
    item->detail = words("Beds, a fence (wood, or wire), and water");
    item->choice = true;
    struct item *parent = put(f, ITEM_PROJECT, 1, long_title, 4, 8);
    parent->child_count = 9;
    for (int i = 0; i < 9; i++) {
        item = put(f, ITEM_PROJECT, 1, "Dig one of the beds of it", 4, 8);
        item->parent = parent;
        item->depth = 1;
    }
    item = put(f, ITEM_TASK, 1, "No words at all", 4, 8);
    sheet_pages.draw.phase(&f->book, 0);
    assert_int_equal(canvas_target_page(f->canvas, "item-5"), 1);
    finish(f, "sheets", 3);
}

static void test_many_sheets(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    for (int i = 0; i < 30; i++)
        put(f, ITEM_TASK, 1, pool_print(f->pool, "Task %d", i), i, i)->detail =
            words("With a few words on what it is");
    for (int i = 0; i < 120; i++)
        put(f, ITEM_PROJECT, 1, pool_print(f->pool, "Project %d", i), i % WEEKS, i % WEEKS);
    sheet_pages.draw.phase(&f->book, 0);
    int pages = canvas_page_count(f->canvas);
    assert_true(pages >= 8 && pages <= 20);
    assert_true(canvas_target_page(f->canvas, "item-149") == pages - 1);
    finish(f, "sheets-many", pages);
}

/* What is due and what begins comes in order; the next milestone is among it however far off. */
static void test_coming_up(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    for (int i = 0; i < 10; i++)
        put(f, ITEM_TASK, 1, pool_print(f->pool, "Task %d", i), i + 1, i + 1);
    put(f, ITEM_MILESTONE, 1, "Harvest", 40, 40);
    struct agenda agenda = {.pool = f->pool, .schedule = &f->schedule};
    agenda_coming(&agenda, f->weeks[0].last, 4);
    assert_int_equal(agenda.count, 4);
    assert_string_equal(agenda.lines[0].title, "Task 0");
    assert_int_equal(agenda.lines[0].date, f->weeks[1].first);
    assert_string_equal(agenda.lines[2].title, "Monthly review");
    assert_string_equal(agenda.lines[2].target, "review-2026-01");
    assert_string_equal(agenda.lines[3].title, "Harvest");
    for (size_t i = 1; i < agenda.count; i++)
        assert_true(agenda.lines[i - 1].date <= agenda.lines[i].date);
    week_pages.draw.week(&f->book, &f->weeks[0]);
    finish(f, "coming", 1);
}

static void test_lists_are_one_entry(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    for (int i = 0; i < 5; i++)
        put(f, ITEM_CHECK, 1, "Check", 3, 3);
    struct agenda agenda = {.pool = f->pool, .schedule = &f->schedule};
    agenda_due(&agenda, f->weeks[3].first, f->weeks[3].last, true);
    assert_int_equal(agenda.count, 1);
    assert_string_equal(agenda.lines[0].title, "Exit list");
    assert_string_equal(agenda.lines[0].note, "5 checks");
    week_pages.draw.week(&f->book, &f->weeks[3]);
    finish(f, "lists", 1);
}

/* A week that lies in two months belongs to the one that holds its middle. */
static void test_months(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct month month = week_month(&f->weeks[4]); /* 2-8 February */
    assert_int_equal(month.month, 2);
    assert_int_equal(week_month(&f->weeks[3]).month, 1);  /* 26 January - 1 February */
    assert_int_equal(week_month(&f->weeks[12]).month, 4); /* 30 March - 5 April */
    assert_int_equal(month_number(&f->schedule, month), 2);
    assert_int_equal(month_total(&f->schedule), 14); /* its last week: 22-28 February 2027 */
    assert_ptr_equal(month_first_week(&f->schedule, month), &f->weeks[4]);
    assert_null(month_first_week(&f->schedule, (struct month){2027, 3}));
    month_pages.draw.month(&f->book, (struct month){2026, 4});
    finish(f, "april", 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_week_of_fourteen),
                                       cmocka_unit_test(test_week_of_forty),
                                       cmocka_unit_test(test_weeks_empty_and_full),
                                       cmocka_unit_test(test_month_and_review),
                                       cmocka_unit_test(test_checklists),
                                       cmocka_unit_test(test_reading),
                                       cmocka_unit_test(test_questions),
                                       cmocka_unit_test(test_sheets),
                                       cmocka_unit_test(test_many_sheets),
                                       cmocka_unit_test(test_coming_up),
                                       cmocka_unit_test(test_lists_are_one_entry),
                                       cmocka_unit_test(test_months)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
