/* plan_record_test: what the hidden sheets hold comes back as it was, to the last bit. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/report.h"
#include "memory/record.h"
#include "support/small_plan.h"

#include "support/one_file.h"

#define FORGOTTEN_MOST 2000

/* Gives the small plan what only the record asks for. */
static void enrich(struct small_plan *small)
{
    struct section *section = &small->plan.sections[0];
    const struct item **items = pool_alloc(small->pool, 2 * sizeof *items);

    section->id = "section-1";
    small->plan.phases[0].section = small->plan.phases[1].section = section;
    small->plan.items[2].parent = &small->plan.items[0];
    items[0] = &small->plan.items[2];
    items[1] = &small->plan.items[5];
    for (size_t w = 0; w < SMALL_WEEKS; w++) {
        struct week *week = &small->schedule.weeks[w];
        week->from = sqrt((double)w) * 7.1;
        week->middle = week->from + 1.0 / 3;
        week->to = nextafter(week->middle, 1e9);
        for (int i = 0; i < 7; i++)
            week->rates[i] = w == 3 ? 100 * i : 150;
    }
    struct session *session = &small->schedule.sessions[4];
    session->items = items;
    session->item_count = 2;
    session->chapters = (struct chapters){3, 4};
    session->part = 2;
    session->parts = 9;
    session->closes_month = true;
    session->focus = "=1+1 · a focus _x0041_ of\ntwo lines ";
    small->schedule.sessions[5].focus = "signs " RECORD_NEXT " of " RECORD_BESIDE " the record";
}

/* The tracker of SMALL, read back. */
static const struct memory *through_a_file(struct small_plan *small)
{
    struct text out = TEXT_INIT, why = TEXT_INIT;
    const struct memory *memory;

    unlink(path);
    assert_int_not_equal(tracker_exporter.render(&small->edition, &out), RENDER_FAILED);
    assert_int_equal(memory_read_bytes(small->pool, path, out.bytes, out.length, &memory, &why),
                     MEMORY_READ);
    text_free(&out);
    text_free(&why);
    return memory;
}

static void assert_week(const struct past_week *have, const struct week *want)
{
    assert_int_equal(have->number, want->number);
    assert_int_equal(have->iso_year, want->iso_year);
    assert_int_equal(have->iso_week, want->iso_week);
    assert_int_equal(have->first, want->first);
    assert_int_equal(have->last, want->last);
    assert_string_equal(have->phase, want->phase < 0 ? "" : "section-1");
    assert_true(have->from == want->from && have->middle == want->middle && have->to == want->to);
    assert_memory_equal(have->rates, want->rates, sizeof have->rates);
    assert_int_equal(have->first_session, want->first_session);
    assert_int_equal(have->session_count, want->session_count);
}

static void assert_session(const struct past_session *have, const struct session *want,
                           const struct schedule *schedule)
{
    assert_string_equal(have->id, want->id);
    assert_int_equal(have->date, want->date);
    assert_int_equal(have->start, want->start);
    assert_int_equal(have->minutes, want->minutes);
    assert_string_equal(have->category, schedule->categories[want->category].name);
    assert_string_equal(have->focus, want->focus);
    assert_int_equal(have->item_count, want->item_count);
    for (size_t i = 0; i < want->item_count; i++)
        assert_string_equal(have->items[i], want->items[i]->id);
    assert_int_equal(have->chapter_from, want->chapters.from);
    assert_int_equal(have->chapter_to, want->chapters.to);
    assert_int_equal(have->part, want->part);
    assert_int_equal(have->parts, want->parts);
    assert_int_equal(have->closes_month, want->closes_month);
}

static void test_plan(void **state)
{
    struct small_plan small;

    (void)state;
    report_reset();
    small_make(&small, path);
    enrich(&small);
    const struct memory *memory = through_a_file(&small);
    assert_int_equal(memory->version, 2);
    assert_string_equal(memory->plan_id, small.plan.id);
    assert_string_equal(memory->title, "Ropework, from scratch");
    assert_int_equal(memory->built, small.edition.today);
    assert_int_equal(memory->start, small.schedule.start);
    assert_int_equal(memory->past.week_count, SMALL_WEEKS);
    for (size_t i = 0; i < SMALL_WEEKS; i++)
        assert_week(&memory->past.weeks[i], &small.schedule.weeks[i]);
    assert_int_equal(memory->past.session_count, SMALL_SESSIONS);
    for (size_t i = 0; i < SMALL_SESSIONS; i++)
        assert_session(&memory->past.sessions[i], &small.schedule.sessions[i], &small.schedule);
    assert_int_equal(memory->first_plan_count, SMALL_WEEKS);
    for (size_t i = 0; i < SMALL_WEEKS; i++) {
        assert_int_equal(memory->first_plan[i].first, small.schedule.weeks[i].first);
        assert_int_equal(memory->first_plan[i].minutes, 150);
    }
    assert_int_equal(memory->past.weeks[0].page.page, 0);
    report_reset();
    small_free(&small);
}

static void test_settings(void **state)
{
    static const struct remembered_setting settings[] = {
        {"hours", "2.5", "command line", 20500},
        {"start", "2026-01-04", "front matter", DAY_NONE},
        {"slots", "=Mon 19:00", "roadbook.yaml", 20501},
    };
    struct small_plan small;

    (void)state;
    report_reset();
    small_make(&small, path);
    small.edition.remembered = settings;
    small.edition.remembered_count = 3;
    const struct memory *memory = through_a_file(&small);
    assert_int_equal(memory->setting_count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(memory->settings[i].name, settings[i].name);
        assert_string_equal(memory->settings[i].value, settings[i].value);
        assert_string_equal(memory->settings[i].origin, settings[i].origin);
        assert_int_equal(memory->settings[i].since, settings[i].since);
    }
    assert_int_equal(memory->start, small.schedule.start);
    small_free(&small);
}

static void one_moved(const void *of, struct text *lines)
{
    text_add(lines, of);
}

/* What a build moved is kept by those that move nothing, and by entries, which are no builds. */
static void test_last_build(void **state)
{
    struct small_plan small;
    const struct memory *memory;

    (void)state;
    report_reset();
    small_make(&small, path);
    day first = small.edition.today;
    small.edition.moved = one_moved;
    small.edition.moved_of = "";
    memory = through_a_file(&small);
    assert_int_equal(memory->last_build.date, first);
    assert_int_equal(memory->last_build.moved_count, 0);
    assert_int_equal(memory->last_build.minutes_to_keep, 0);
    small.edition.minutes_to_keep = 306;
    small.edition.moved_of = "It moved:\nThe end: =1+1 _x0041_ \nNext: so\n";
    memory = through_a_file(&small);
    assert_int_equal(memory->last_build.minutes_to_keep, 306);
    assert_int_equal(memory->last_build.moved_count, 3);
    assert_int_equal(memory->last_build.moved_on, first);
    assert_string_equal(memory->last_build.moved[0].words, "It moved:");
    assert_string_equal(memory->last_build.moved[1].label, "The end");
    assert_string_equal(memory->last_build.moved[1].words, "=1+1 _x0041_ ");
    assert_string_equal(memory->last_build.moved[2].words, "so");
    small.edition.memory = memory;
    small.edition.today++;
    small.edition.moved_of = "";
    memory = through_a_file(&small);
    assert_int_equal(memory->last_build.date, first + 1);
    assert_int_equal(memory->last_build.moved_on, first);
    assert_int_equal(memory->last_build.moved_count, 3);
    small.edition.memory = memory;
    small.edition.today++;
    small.edition.entry = true;
    small.edition.minutes_to_keep = KEEP_NONE;
    small.edition.moved_of = "more\n";
    memory = through_a_file(&small);
    assert_int_equal(memory->built, first + 2);
    assert_int_equal(memory->last_build.minutes_to_keep, KEEP_NONE);
    assert_int_equal(memory->last_build.date, first + 1);
    assert_int_equal(memory->last_build.moved_count, 3);
    small_free(&small);
}

static void test_pages(void **state)
{
    struct page_line lines[3] = {
        {true, "A test · soon", "in two weeks", "item-7", 20550, false, 0, false},
        {false, "Splice an eye", "", "", DAY_NONE, true, 3, true},
        {false, "=A1", "", NULL, DAY_NONE, false, 1, false},
    };
    struct page_record pages[SMALL_WEEKS] = {
        [2] = {12, "Ropes", 0.1, 1.0 / 3, 540, lines, 2},
        [5] = {15, "Ropes", 1.0 / 3, 1, 900, lines + 2, 1},
    };
    struct small_plan small;

    (void)state;
    report_reset();
    small_make(&small, path);
    small.edition.page_records = pages;
    const struct memory *memory = through_a_file(&small);
    for (size_t w = 0; w < SMALL_WEEKS; w++) {
        const struct page_record *page = &memory->past.weeks[w].page;
        assert_int_equal(page->page, pages[w].page);
        assert_string_equal(page->title, pages[w].page > 0 ? "Ropes" : "");
        assert_true(page->way_from == pages[w].way_from && page->way_to == pages[w].way_to);
        assert_int_equal(page->line_count, pages[w].line_count);
        for (size_t i = 0; i < page->line_count; i++) {
            const struct page_line *have = &page->lines[i], *want = &pages[w].lines[i];
            assert_int_equal(have->coming, want->coming);
            assert_string_equal(have->title, want->title);
            assert_string_equal(have->note, want->note);
            assert_string_equal(have->target, want->target ? want->target : "");
            assert_int_equal(have->date, want->date);
            assert_int_equal(have->due, want->due);
            assert_int_equal(have->count, want->count);
            assert_int_equal(have->ticked, want->ticked);
        }
    }
    small_free(&small);
}

static const struct known_item *find(const struct memory *memory, const char *id)
{
    for (size_t i = 0; i < memory->known_count; i++)
        if (strcmp(memory->known[i].id, id) == 0)
            return &memory->known[i];
    return NULL;
}

static void test_known(void **state)
{
    struct small_plan small;

    (void)state;
    report_reset();
    small_make(&small, path);
    enrich(&small);
    const struct memory *memory = through_a_file(&small);
    assert_int_equal(memory->known_count, 1 + SMALL_ITEMS);
    assert_string_equal(memory->known[0].id, "section-1");
    assert_string_equal(memory->known[0].kind, "section");
    assert_string_equal(memory->known[0].title, "Knots");
    assert_string_equal(memory->known[0].above, "");
    for (size_t i = 0; i < SMALL_ITEMS; i++) {
        const struct known_item *known = &memory->known[1 + i];
        const struct item *item = &small.plan.items[i];
        assert_string_equal(known->id, item->id);
        assert_string_equal(known->kind, item_kind_name(item->kind));
        assert_string_equal(known->title, item->title.text);
        assert_string_equal(known->above, i == 2 ? small.plan.items[0].id : "section-1");
    }
    assert_string_equal(memory->known[1].table, "tasks");
    assert_string_equal(memory->known[1].text, small.plan.items[0].title.text);
    assert_int_equal(memory->known[1].due, small.schedule.items[0].due);
    small_free(&small);
}

/* What the roadmap no longer has stays known, with kind and place, up to a limit. */
static void test_forgotten(void **state)
{
    struct known_item gone[FORGOTTEN_MOST + 10];
    struct memory before = {.known = gone, .known_count = FORGOTTEN_MOST + 10, .lost = ""};
    struct first_plan_week first = {20400, 90};
    struct small_plan small;

    (void)state;
    report_reset();
    small_make(&small, path);
    enrich(&small);
    for (size_t i = 0; i < before.known_count; i++)
        gone[i] = (struct known_item){pool_print(small.pool, "gone-%zu", i),
                                      "task",
                                      "section-1",
                                      "An old task",
                                      "tasks",
                                      "An old task",
                                      20500,
                                      "",
                                      DAY_NONE,
                                      DAY_NONE,
                                      DAY_NONE,
                                      DAY_NONE};
    gone[0].id = small.plan.items[0].id; /* is still there */
    before.first_plan = &first;
    before.first_plan_count = 1;
    small.edition.memory = &before;
    const struct memory *memory = through_a_file(&small);
    assert_int_equal(memory->known_count, 1 + SMALL_ITEMS + FORGOTTEN_MOST);
    const struct known_item *known = find(memory, "gone-1");
    assert_non_null(known);
    assert_string_equal(known->kind, "task");
    assert_string_equal(known->above, "section-1");
    assert_string_equal(known->title, "An old task");
    assert_string_equal(known->table, "");
    assert_int_equal(known->due, DAY_NONE);
    assert_null(find(memory, "gone-2005"));
    assert_string_equal(find(memory, gone[0].id)->kind, item_kind_name(small.plan.items[0].kind));
    /* the first plan stays */
    assert_int_equal(memory->first_plan_count, 1);
    assert_int_equal(memory->first_plan[0].first, 20400);
    assert_int_equal(memory->first_plan[0].minutes, 90);
    small_free(&small);
}

/* A title of any length, cut between letters. */
static void test_long_title(void **state)
{
    struct small_plan small;
    char title[3001];

    (void)state;
    report_reset();
    small_make(&small, path);
    for (size_t i = 0; i < 1500; i++)
        memcpy(title + 2 * i, "\xc3\xa9", 2);
    memcpy(title, "ab", 2);
    title[3000] = '\0';
    memmove(title, title + 1, 3000);
    small.plan.items[0].title = small_prose(title);
    const struct memory *memory = through_a_file(&small);
    const struct known_item *known = find(memory, small.plan.items[0].id);
    assert_non_null(known);
    assert_int_equal(strlen(known->title), 999);
    assert_memory_equal(known->title, title, 999);
    small_free(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plan),       cmocka_unit_test(test_settings),
        cmocka_unit_test(test_last_build), cmocka_unit_test(test_pages),
        cmocka_unit_test(test_known),      cmocka_unit_test(test_forgotten),
        cmocka_unit_test(test_long_title),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
