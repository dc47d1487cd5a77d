/* structure: the tree that leads from each annotation back to its element, however many there are.
 */
#include "support/desk.h"

/* The file in plain words holds WORDS so many times. */
static void assert_count(const struct text *file, const char *words, int count)
{
    char command[200];

    snprintf(command, sizeof command,
             "qpdf --qdf --object-streams=disable %%s - | grep -a -o '%s' | wc -l", words);
    char *said = ask(file, command);
    assert_int_equal(atoi(said), count);
    free(said);
}

static void link_all(struct desk *desk, int links)
{
    canvas_target(desk->canvas, "spot", 0);
    for (int i = 0; i < links; i++) {
        double x = 10 + i % 20 * 25, y = 20 + i / 20 * 14;
        typeset_line(desk->typeset, &body, x, y, ALIGN_LEFT, "To");
        canvas_link(desk->canvas, x, y - 10, 15, 12, "spot");
    }
}

static void many_annotations_take_several_leaves(void **state)
{
    struct desk desk = open_desk();

    (void)state;
    link_all(&desk, 600);
    struct text file = close_desk(&desk);
    assert_sound(&file);
    assert_count(&file, "/S /Link", 600);
    assert_count(&file, "/StructParent ", 600);
    assert_count(&file, "/Nums", 3);                  /* leaves of at most 256 keys */
    assert_count(&file, "/ParentTreeNextKey 601", 1); /* the page's own key, then theirs */
    text_free(&file);
}

static void a_link_takes_the_words_in_its_rectangle(void **state)
{
    struct desk desk = open_desk();

    (void)state;
    canvas_target(desk.canvas, "spot", 0);
    typeset_line(desk.typeset, &body, 30, 60, ALIGN_LEFT, "There");
    typeset_line(desk.typeset, &body, 30, 160, ALIGN_LEFT, "Elsewhere");
    canvas_link(desk.canvas, 20, 45, 200, 20, "spot");
    struct text file = close_desk(&desk);
    char *tree = ask(&file, "pdfinfo -struct-text %s");
    const char *link = strstr(tree, "Link"), *there = strstr(tree, "There");
    const char *elsewhere = strstr(tree, "Elsewhere");
    assert_true(link && there && elsewhere && link < there && there < elsewhere);
    assert_null(strstr(link + 4, "Link"));
    free(tree);
    text_free(&file);
}

static void a_link_over_no_words_still_has_an_element(void **state)
{
    struct desk desk = open_desk();

    (void)state;
    canvas_target(desk.canvas, "spot", 0);
    canvas_fill_rect(desk.canvas, 20, 45, 20, 20, (struct color){0, 0, 0});
    canvas_link(desk.canvas, 20, 45, 20, 20, "spot");
    struct text file = close_desk(&desk);
    assert_count(&file, "/S /Link", 1);
    assert_count(&file, "/StructParent ", 1);
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_annotations_take_several_leaves),
        cmocka_unit_test(a_link_takes_the_words_in_its_rectangle),
        cmocka_unit_test(a_link_over_no_words_still_has_an_element),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
