/* page_fixture: a plan of one phase and sixty weeks, built by hand, with a book to draw pages of
 * it: how many there are, that nothing is reported, and that no two words stand on each other by
 * poppler's bounding boxes. */
#ifndef ROADBOOK_TESTS_PDF_PAGE_FIXTURE_H
#define ROADBOOK_TESTS_PDF_PAGE_FIXTURE_H

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
#include "pdf/parts/book.h"
#include "support/looks.h"

static const char long_title[] =
    "A title that goes on and on, as titles of roadmaps sometimes do when nobody stops their "
    "author, until it has two hundred characters and no cell of any calendar in the world could "
    "take it whole, amen";

#define MOST  400
#define WEEKS 60

/* Its weeks start on 5 January 2026. */
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

static inline struct prose words(const char *text)
{
    return (struct prose){.text = text, .length = strlen(text)};
}

static inline day start(void)
{
    return day_of(2026, 1, 5);
}

/* SESSIONS a week of an hour each; the first week gets FIRST of them. */
static inline void fill_weeks(struct fixture *f, int sessions, int first)
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
                .closes_month = k + 1 == count && i % 4 == 3};
    }
    f->schedule.session_count = at;
    f->schedule.minutes = 60 * (int)at;
}

static inline void open_book(struct fixture *f)
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

static inline struct fixture *fixture_new(int sessions, int first)
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
static inline struct item *put(struct fixture *f, enum item_kind kind, int section,
                               const char *title, int from, int to)
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
                                 .when_from = WHEN_OWN,
                                 .point = point};
    return &f->items[at];
}

struct word {
    int page;
    double x1, y1, x2, y2;
    char text[64];
};

/* Fails where a word stands on another by more than a hair, or outside its page. */
static inline void check_words(const char *path, const char *layout)
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

static inline void fixture_free(struct fixture *f)
{
    typeset_free(f->typeset);
    canvas_free(f->canvas);
    pool_free(f->pool);
    free(f);
}

/* Ends the book: PAGES of them, no report, no word on another. Keeps it as
 * $ROADBOOK_TEST_KEEP/NAME.pdf where that is set. */
static inline void finish(struct fixture *f, const char *name, int pages)
{
    struct text out = TEXT_INIT;
    size_t findings;

    assert_int_equal(canvas_page_count(f->canvas), pages);
    assert_true(f->book.y <= f->book.bottom + 0.01 || f->book.y <= f->book.look->height);
    typeset_finish(f->typeset);
    assert_true(canvas_finish(f->canvas, &out));
    report_findings(&findings);
    assert_int_equal(findings, 0);

    const char *temporary = getenv("TMPDIR");
    char path[2048], layout[2100], command[8192];
    snprintf(path, sizeof path, "%s/written-test-XXXXXX", temporary ? temporary : "/tmp");
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
    fixture_free(f);
}

#endif
