/* Tests of memory's hold on identity: what is edited keeps the id that it had. */
#include "support/reading.h"

#include <time.h>

#include "memory/memory.h"
#include "support/slowness.h"

#define ROADMAP                                                                                    \
    "# Weaving (12 months, 5 hours/week)\n"                                                        \
    "## Phase 1: Warp (Months 1-6)\n### Tasks\n"                                                   \
    "- **Loom** (Month 1): build\n- **Scarf** (Month 2): weave\n- **Rug** (Month 3): knot\n"       \
    "### Exit checklist\n- [ ] Warp a loom\n- [ ] Weave a yard\n"                                  \
    "## Phase 2: Weft (Months 7-12)\n### Tasks\n"                                                  \
    "- **Shawl** (Month 7): weave\n- **Coat** (Month 9): sew\n"                                    \
    "### Exit checklist\n- [ ] Warp a loom\n- [ ] Sew a seam\n"

/* What a build of PLAN would have left. */
static struct memory memory_of(struct pool *pool, const struct plan *plan)
{
    struct memory memory = {.version = 2, .plan_id = plan->id, .title = plan->title.text};
    struct known_item *known =
        pool_alloc(pool, (plan->section_count + plan->item_count) * sizeof *known);

    for (size_t i = 0; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        const struct prose *title = section->title.length ? &section->title : &section->heading;
        known[memory.known_count++] =
            (struct known_item){.id = section->id,
                                .kind = "section",
                                .above = section->parent ? section->parent->id : "",
                                .title = title->text,
                                .table = "",
                                .text = ""};
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        const struct prose *title = item->title.length ? &item->title : &item->line;
        known[memory.known_count++] =
            (struct known_item){.id = item->id,
                                .kind = item_kind_name(item->kind),
                                .above = item->parent ? item->parent->id : item->section->id,
                                .title = title->text,
                                .table = "tasks",
                                .text = title->text};
    }
    memory.known = known;
    return memory;
}

/* OLD with its bytes FROM as TO. */
static const char *edited(struct pool *pool, const char *old, const char *from, const char *to)
{
    const char *at = strstr(old, from);

    assert_non_null(at);
    return pool_print(pool, "%.*s%s%s", (int)(at - old), old, to, at + strlen(from));
}

/* How many sections and items of NOW have an id that THEN had. */
static size_t kept(const struct plan *then, const struct plan *now)
{
    size_t count = 0;

    for (size_t i = 0; i < now->section_count; i++)
        for (size_t k = 0; k < then->section_count; k++)
            count += strcmp(now->sections[i].id, then->sections[k].id) == 0;
    for (size_t i = 0; i < now->item_count; i++)
        for (size_t k = 0; k < then->item_count; k++)
            count += strcmp(now->items[i].id, then->items[k].id) == 0;
    return count;
}

static size_t size_of(const struct plan *plan)
{
    return plan->section_count + plan->item_count;
}

static void check_unique(const struct plan *plan)
{
    for (size_t i = 0; i < plan->item_count; i++)
        for (size_t k = i + 1; k < plan->item_count; k++)
            assert_string_not_equal(plan->items[i].id, plan->items[k].id);
}

/* One edit, then what holds of it: how many new ids there are, and which title has whose id. */
struct edit {
    const char *from, *to;
    size_t lost;
    const char *then, *now;
};

static void edits_keep_ids(void **state)
{
    static const struct edit edits[] = {
        {"Weaving (12", "Weaving for the patient (12", 0, NULL, NULL},
        {"**Scarf** (Month 2): weave", "**Long scarf** (Month 2): weave", 0, "Scarf", "Long scarf"},
        {"- **Scarf** (Month 2): weave\n", "", 0, NULL, NULL},
        {"- **Scarf** (Month 2): weave\n", "- **Scarf** (Month 2): weave\n- **Mat** (Month 2): x\n",
         1, NULL, NULL},
        /* gone from one place, come to another */
        {"- **Coat** (Month 9): sew\n", "- **Scarf** (Month 9): weave\n", 0, NULL, NULL},
        {"Phase 1: Warp", "Phase 1: All about the warp", 0, "Warp a loom", "Warp a loom"},
        {"- [ ] Weave a yard", "- [ ] Weave a whole yard\n- [ ] Mend a loom", 1, "Weave a yard",
         "Weave a whole yard"},
        /* the first and the second checklist's are not taken for each other */
        {"- [ ] Warp a loom\n- [ ] Weave", "- [ ] Weave", 0, NULL, NULL},
    };
    (void)state;

    for (size_t i = 0; i < sizeof edits / sizeof edits[0]; i++) {
        const struct edit *edit = &edits[i];
        struct plan *then = read_text(ROADMAP);
        struct memory memory = memory_of(then->pool, then);
        const char *text = edited(then->pool, ROADMAP, edit->from, edit->to);
        if (i == 4) /* it moves: it is gone from where it was */
            text = edited(then->pool, text, "- **Scarf** (Month 2): weave\n", "");
        struct plan *now = read_text(text);
        assert_true(plan_remember(now, &memory));
        assert_string_equal(now->id, then->id);
        assert_int_equal(kept(then, now), size_of(now) - edit->lost);
        check_unique(now);
        if (edit->then)
            assert_string_equal(find(now, edit->now)->id, find(then, edit->then)->id);
        pool_free(now->pool);
        pool_free(then->pool);
    }
}

/* A name that was given up and comes back means the new thing. */
static void names_come_back(void **state)
{
    (void)state;
    struct plan *first = read_text(ROADMAP);
    struct memory memory = memory_of(first->pool, first);
    struct plan *second = read_text(edited(first->pool, ROADMAP, "**Scarf**", "**Stole**"));
    assert_true(plan_remember(second, &memory));
    struct memory later = memory_of(first->pool, second);
    struct plan *third =
        read_text(edited(first->pool, ROADMAP, "**Scarf** (Month 2): weave\n",
                         "**Stole** (Month 2): weave\n- **Scarf** (Month 2): x\n"));
    assert_true(plan_remember(third, &later));
    assert_string_equal(find(third, "Stole")->id, find(first, "Scarf")->id);
    assert_string_not_equal(find(third, "Scarf")->id, find(first, "Scarf")->id);
    check_unique(third);
    pool_free(third->pool);
    pool_free(second->pool);
    pool_free(first->pool);
}

static void strangers_stay_strangers(void **state)
{
    (void)state;
    struct plan *then = read_text(ROADMAP);
    struct memory memory = memory_of(then->pool, then);
    struct plan *other = read_text("# Baking\n## Phase 1: Dough (Months 1-2)\n### Tasks\n"
                                   "- **Rolls**: knead\n- **Rye**: wait\n- **Rusk**: bake\n");
    const char *id = other->id;
    assert_false(plan_remember(other, &memory));
    assert_string_equal(other->id, id);
    struct plan *alike = read_text("# Baking\n## Tasks\n- Rolls\n## Reading\n- Flour\n"
                                   "## Resources\n- Oven\n## Milestones\n- Bread\n");
    struct plan *template = read_text("# Sewing\n## Tasks\n- Hem\n## Reading\n- Thread\n"
                                      "## Resources\n- Needle\n## Milestones\n- Coat\n");
    struct memory sewing = memory_of(template->pool, template);
    assert_false(plan_remember(alike, &sewing)); /* headings that all plans have tell nothing */
    pool_free(alike->pool);
    pool_free(template->pool);
    struct roadmap_hints hints = {.id = "mine"};
    struct plan *named = read_with(ROADMAP, &hints);
    assert_false(plan_remember(named, &memory));
    memory.plan_id = named->id;
    assert_true(plan_remember(named, &memory));
    pool_free(named->pool);
    pool_free(other->pool);
    pool_free(then->pool);
}

/* The first edition wrote down each row's id and words alone. */
static void first_edition(void **state)
{
    (void)state;
    static const struct known_item known[] = {
        {.id = "11111111-2222-5333-8444-555555555555", .kind = "", .above = "", .title = "Scarf"},
        {.id = "11111111-2222-5333-8444-666666666666", .kind = "", .above = "", .title = "Sewing"},
    };
    struct memory memory = {.version = 1,
                            .plan_id = "99999999-2222-5333-8444-555555555555",
                            .title = "Weaving",
                            .known = known,
                            .known_count = 2};
    struct plan *plan = read_text(ROADMAP);
    assert_true(plan_remember(plan, &memory));
    assert_string_equal(plan->id, memory.plan_id);
    assert_string_equal(find(plan, "Scarf")->id, known[0].id);
    check_unique(plan);
    pool_free(plan->pool);
}

/* Many things of one name, most of them new, in a straight line. */
static void many_alike(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;

    text_add(&text, "# Days\n## Tasks\n");
    for (int i = 0; i < rounds(20000); i++)
        text_print(&text, "- Practise\n- Day %d\n", i);
    struct plan *then = read_text(text_string(&text));
    struct memory memory = memory_of(then->pool, then);
    text_clear(&text);
    text_add(&text, "# Days\n## Tasks\n");
    for (int i = 0; i < rounds(20000); i++)
        text_print(&text, "- Practise\n- Day %d\n", i % 2 ? i : i + 100000);
    struct plan *now = read_text(text_string(&text));
    assert_true(plan_remember(now, &memory));
    for (size_t i = 0; i < now->item_count; i++)
        assert_string_equal(now->items[i].id, then->items[i].id);
    pool_free(now->pool);
    pool_free(then->pool);
    text_free(&text);
}

/* A list of COUNT lines each of which has other words, and one line is new: the seconds that it
 * takes to know them again. What is alike is found near its place. */
static double renamed(int count)
{
    struct text text = TEXT_INIT;
    int alike = count * 5 / 6;

    text_add(&text, "# Days\n## Tasks\n- Stays\n");
    for (int i = 0; i < count; i++)
        text_print(&text, "- a%d b%d c%d d%d e%d f%d g%d\n", i, i, i, i, i, i, i);
    struct plan *then = read_text(text_string(&text));
    struct memory memory = memory_of(then->pool, then);
    text_clear(&text);
    text_add(&text, "# Days\n## Tasks\n- Stays\n- One more of them\n");
    for (int i = 0; i < count; i++)
        text_print(&text,
                   i == alike ? "- a%d b%d c%d d%d e%d f%d h\n" : "- A%d- B%d- k l m n o p\n", i, i,
                   i, i, i, i);
    struct plan *now = read_text(text_string(&text));
    clock_t begun = clock();
    assert_true(plan_remember(now, &memory));
    double spent = (double)(clock() - begun) / CLOCKS_PER_SEC;
    assert_int_equal(now->item_count, then->item_count + 1);
    assert_string_equal(now->items[alike + 2].id, then->items[alike + 1].id);
    check_unique(now);
    pool_free(now->pool);
    pool_free(then->pool);
    text_free(&text);
    return spent;
}

/* Each with each would take sixteen times as long for four times as much. */
static void many_renamed(void **state)
{
    (void)state;
    double few = renamed(rounds(400)), many = renamed(rounds(1600));

    if (many > 8 * few + 0.1)
        fail_msg("400 lines take %.3f s, 1,600 take %.3f", few, many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_keep_ids),
        cmocka_unit_test(names_come_back),
        cmocka_unit_test(strangers_stay_strangers),
        cmocka_unit_test(first_edition),
        cmocka_unit_test(many_alike),
        cmocka_unit_test(many_renamed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
