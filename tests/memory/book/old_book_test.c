/* old_book: a book read back, as roadbook wrote it and as other programs saved it. */
#include <sys/resource.h>

#include "base/apart.h"
#include "support/edited_pdf.h"
#include "support/form_page.h"

#include "memory/book/old_book.h"

static const char highlight[] = "<</Type/Annot/Subtype/Highlight/Rect[10 10 60 20]"
                                "/QuadPoints[10 20 60 20 10 10 60 10]/C[1 1 0]>>";

static const struct old_field *field_of(const struct old_book *book, const char *name)
{
    for (size_t i = 0; i < book->field_count; i++)
        if (strcmp(book->fields[i].name, name) == 0)
            return &book->fields[i];
    fail_msg("%s is not filled in", name);
    return NULL;
}

static const struct old_book *read_text(struct pool *pool, const struct text *file)
{
    return old_book_read(pool, file->bytes, file->length);
}

static void as_it_was_made(void **state)
{
    struct pool *pool = pool_new();
    struct text file = form_page(NULL, 0);
    const struct old_book *book = read_text(pool, &file);

    (void)state;
    assert_int_equal(book->state, OLD_BOOK_OURS);
    assert_string_equal(book->plan_id, FORM_IDENTITY);
    assert_int_equal(book->field_count, 0);
    assert_int_equal(book->odd_count, 0);
    assert_int_equal(book->note_count, 0);
    assert_int_equal(book->pages, PAGES_SAME);
    text_free(&file);
    pool_free(pool);
}

/* Object streams made, undone and kept; values in each of the encodings of text strings. */
static void filled_in(void **state)
{
    static const enum qpdf_object_stream_e modes[] = {qpdf_o_preserve, qpdf_o_disable,
                                                      qpdf_o_generate};

    (void)state;
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        struct pool *pool = pool_new();
        struct text file = form_page(NULL, 0);
        qpdf_data pdf = edit_begin(&file);
        edit_field(pdf, "week-1-tick", "/V", "/Yes");
        edit_field(pdf, "week-1-tick", "/AS", "/Yes");
        edit_field(pdf, "week-1-tick-2", "/V", "/Off");  /* and no /AS */
        edit_field(pdf, "week-1-circle", "/AS", "/Yes"); /* and no /V */
        edit_field(pdf, "week-1-line", "/V", "(caf\\351\\rtwo \\(2\\))");
        edit_field(pdf, "week-1-notes", "/V", "<FEFF65E5D83DDE00>");
        edit_end(pdf, &file, modes[i]);
        const struct old_book *book = read_text(pool, &file);
        assert_int_equal(book->state, OLD_BOOK_OURS);
        assert_int_equal(book->pages, PAGES_SAME);
        assert_int_equal(book->field_count, 5);
        assert_true(field_of(book, "week-1-tick")->ticked);
        assert_false(field_of(book, "week-1-tick-2")->ticked);
        assert_true(field_of(book, "week-1-circle")->ticked);
        assert_null(field_of(book, "week-1-circle")->text);
        assert_string_equal(field_of(book, "week-1-line")->text, "caf\xc3\xa9\ntwo (2)");
        assert_string_equal(field_of(book, "week-1-line")->tip, "Learned");
        assert_string_equal(field_of(book, "week-1-notes")->text, "\xe6\x97\xa5\xf0\x9f\x98\x80");
        text_free(&file);
        pool_free(pool);
    }
}

/* As Acrobat may leave it: the field above, its widget below. */
static void fields_above_widgets(void **state)
{
    struct pool *pool = pool_new();
    struct text file = form_page(NULL, 0);
    qpdf_data pdf = edit_begin(&file);

    (void)state;
    edit_annotate(pdf, "<</Subtype/Widget/Rect[0 0 9 9]/T(below)/Parent<</T(above)/FT/Tx"
                       "/V(told)>>>>");
    edit_end(pdf, &file, qpdf_o_preserve);
    assert_string_equal(field_of(read_text(pool, &file), "above.below")->text, "told");
    text_free(&file);
    pool_free(pool);
}

static void drawn_on(void **state)
{
    static const char *const none[] = {"<</Subtype/Popup/Rect[0 0 9 9]>>",
                                       "<</Subtype/Link/Rect[0 0 9 9]>>"};
    struct pool *pool = pool_new();
    struct text file = form_page(NULL, 0);

    (void)state;
    for (int i = 0; i < 2; i++)
        annotate(&file, none[i]);
    assert_int_equal(read_text(pool, &file)->note_count, 0);
    annotate(&file, highlight);
    annotate(&file, "<</Subtype/Text/Rect[0 0 9 9]/Contents(Here)>>");
    assert_int_equal(read_text(pool, &file)->note_count, 2);
    assert_int_equal(read_text(pool, &file)->pages, PAGES_SAME);
    text_free(&file);
    pool_free(pool);
}

static void what_nobody_can_read(void **state)
{
    struct pool *pool = pool_new();
    struct text file = form_page(NULL, 0);

    (void)state;
    fill_in(&file, "week-1-line", "/V", "[1 2]");
    annotate(&file, "<</Subtype/Widget/FT/Sig/T(Signed)/Rect[0 0 9 9]>>");
    const struct old_book *book = read_text(pool, &file);
    assert_int_equal(book->odd_count, 2);
    assert_int_equal(book->field_count, 0);
    text_free(&file);
    pool_free(pool);
}

static void pages_that_changed(void **state)
{
    struct pool *pool = pool_new();
    struct text drawn = form_page(NULL, 0), added = form_page(NULL, 0);
    qpdf_data pdf = edit_begin(&drawn);
    static const unsigned char ink[] = "0 0 m 9 9 l S";

    (void)state;
    qpdf_oh stream = qpdf_oh_new_stream(pdf);
    qpdf_oh_replace_stream_data(pdf, stream, ink, sizeof ink - 1, qpdf_oh_new_null(pdf),
                                qpdf_oh_new_null(pdf));
    qpdf_oh_replace_key(pdf, qpdf_get_page_n(pdf, 0), "/Contents", stream);
    edit_end(pdf, &drawn, qpdf_o_preserve);
    assert_int_equal(read_text(pool, &drawn)->pages, PAGES_CHANGED);
    pdf = edit_begin(&added);
    qpdf_add_page(pdf, pdf, qpdf_oh_parse(pdf, "<</Type/Page/MediaBox[0 0 9 9]>>"), QPDF_FALSE);
    edit_end(pdf, &added, qpdf_o_preserve);
    assert_int_equal(read_text(pool, &added)->pages, PAGES_CHANGED);
    text_free(&drawn);
    text_free(&added);
    pool_free(pool);
}

/* What is appended counts, with a plain table of references or a stream of them. */
static void saved_behind_the_end(void **state)
{
    struct pool *pool = pool_new();
    struct text file = form_page(NULL, 0);
    qpdf_data pdf = edit_begin(&file);
    qpdf_oh list = annotations_of(pdf, 0);
    char *start = memmem(file.bytes, file.length, "startxref\n", 10);
    long before = strtol(start + 10, NULL, 10), root = 1;

    (void)state;
    for (int i = 0; i < qpdf_oh_get_array_n_items(pdf, list); i++) {
        qpdf_oh field = qpdf_oh_get_array_item(pdf, list, i);
        if (!qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, field, "/FT"), "/Tx"))
            continue;
        qpdf_oh_replace_key(pdf, field, "/V", qpdf_oh_parse(pdf, "(appended)"));
        int number = qpdf_oh_get_object_id(pdf, field);
        size_t at = file.length;
        text_print(&file, "%d 0 obj\n%s\nendobj\n", number, qpdf_oh_unparse_resolved(pdf, field));
        size_t references = file.length;
        text_print(&file,
                   "xref\n%d 1\n%010zu 00000 n \ntrailer\n<</Size 999/Root %ld 0 R/Info 3 0 R"
                   "/Prev %ld>>\nstartxref\n%zu\n%%%%EOF\n",
                   number, at, root, before, references);
        before = (long)references;
    }
    qpdf_cleanup(&pdf);
    const struct old_book *book = read_text(pool, &file);
    assert_int_equal(book->state, OLD_BOOK_OURS);
    assert_int_equal(book->field_count, 2);
    assert_string_equal(field_of(book, "week-1-notes")->text, "appended");
    text_free(&file);
    pool_free(pool);
}

static void not_ours(void **state)
{
    static const char nothing[] = "no PDF at all";
    struct pool *pool = pool_new();
    struct text file = form_page(NULL, 0);
    qpdf_data pdf = edit_begin(&file);
    qpdf_oh info = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Info");

    (void)state;
    assert_int_equal(old_book_read(pool, nothing, sizeof nothing)->state, OLD_BOOK_UNREADABLE);
    assert_int_equal(old_book_read(pool, "", 0)->state, OLD_BOOK_UNREADABLE);
    assert_int_equal(old_book_read(pool, file.bytes, file.length / 2)->state, OLD_BOOK_UNREADABLE);
    qpdf_oh_remove_key(pdf, info, "/" BOOK_PLAN_KEY);
    qpdf_oh_remove_key(pdf, info, "/" BOOK_PAGES_KEY);
    edit_end(pdf, &file, qpdf_o_preserve);
    assert_int_equal(read_text(pool, &file)->state, OLD_BOOK_OURS); /* as the first edition's */
    assert_string_equal(read_text(pool, &file)->plan_id, "");
    assert_int_equal(read_text(pool, &file)->pages, PAGES_UNKNOWN);
    pdf = edit_begin(&file);
    qpdf_set_info_key(pdf, "/Creator", "Somebody");
    edit_end(pdf, &file, qpdf_o_preserve);
    assert_int_equal(read_text(pool, &file)->state, OLD_BOOK_FOREIGN);
    text_free(&file);
    pool_free(pool);
}

static void locked(void **state)
{
    struct pool *pool = pool_new();
    struct text file = form_page(NULL, 0);
    qpdf_data pdf = edit_begin(&file);

    (void)state;
    assert_int_equal(qpdf_init_write_memory(pdf), 0);
    qpdf_set_r6_encryption_parameters2(pdf, "user", "owner", 1, 1, 1, 1, 1, 1, qpdf_r3p_full, 1);
    edit_take(pdf, &file);
    assert_int_equal(read_text(pool, &file)->state, OLD_BOOK_UNREADABLE);
    text_free(&file);
    pool_free(pool);
}

static void a_field_that_is_its_own_parent(void **state)
{
    struct pool *pool = pool_new();
    struct text file = form_page(NULL, 0);
    qpdf_data pdf = edit_begin(&file);

    (void)state;
    qpdf_oh field = qpdf_make_indirect_object(
        pdf, qpdf_oh_parse(pdf, "<</Subtype/Widget/T(ring)/Rect[0 0 9 9]>>"));
    qpdf_oh_replace_key(pdf, field, "/Parent", field);
    qpdf_oh_append_item(pdf, annotations_of(pdf, 0), field);
    edit_end(pdf, &file, qpdf_o_preserve);
    assert_int_equal(read_text(pool, &file)->odd_count, 1);
    text_free(&file);
    pool_free(pool);
}

/* Read or refused: what was filled in is never silently not there. */
static void bytes_changed_at_random(void **state)
{
    struct text file = form_page(NULL, 0);
    qpdf_data pdf = edit_begin(&file);
    uint64_t random = 88172645463325252u;
    int counts[OLD_BOOK_TOO_MUCH + 1] = {0};

    (void)state;
    edit_field(pdf, "week-1-line", "/V", "(kept)");
    edit_end(pdf, &file, qpdf_o_disable);
    for (int round = 0; round < 200; round++) {
        struct pool *pool = pool_new();
        struct text changed = TEXT_INIT;
        text_add_bytes(&changed, file.bytes, file.length);
        for (int i = 0; i <= round % 7; i++) {
            random = hash_add(random, 9);
            changed.bytes[(random >> 20) % changed.length] = (char)(random >> 8);
        }
        const struct old_book *book = read_text(pool, &changed);
        counts[book->state]++;
        text_free(&changed);
        pool_free(pool);
    }
    assert_true(counts[OLD_BOOK_OURS] > 10);
    assert_true(counts[OLD_BOOK_UNREADABLE] > 10);
    text_free(&file);
}

/* Adds object NUMBER, and its line of the table of objects. */
static void add_object(struct text *file, struct text *table, int number, const char *content)
{
    text_print(table, "%010zu 00000 n \n", file->length);
    text_print(file, "%d 0 obj\n%s\nendobj\n", number, content);
}

/* A book whose only page holds the same 200 KB of operators TIMES times. */
static struct text repeated_page(int times)
{
    struct text file = TEXT_INIT, table = TEXT_INIT, page = TEXT_INIT, stream = TEXT_INIT;

    text_add(&page, "<</Type/Page/Parent 3 0 R/MediaBox[0 0 9 9]/Contents[");
    for (int i = 0; i < times; i++)
        text_add(&page, "5 0 R ");
    text_add(&page, "]>>");
    text_print(&stream, "<</Length 200000>>stream\n%200000s\nendstream", "");
    text_add(&file, "%PDF-1.5\n");
    text_add(&table, "xref\n0 6\n0000000000 65535 f \n");
    add_object(&file, &table, 1, "<</Type/Catalog/Pages 3 0 R>>");
    add_object(&file, &table, 2, "<</" BOOK_PLAN_KEY "(a)/" BOOK_PAGES_KEY "(b)>>");
    add_object(&file, &table, 3, "<</Type/Pages/Count 1/Kids[4 0 R]>>");
    add_object(&file, &table, 4, text_string(&page));
    add_object(&file, &table, 5, text_string(&stream));
    text_print(&table, "trailer<</Size 6/Root 1 0 R/Info 2 0 R>>\nstartxref\n%zu\n%%%%EOF\n",
               file.length);
    text_add(&file, text_string(&table));
    text_free(&table);
    text_free(&page);
    text_free(&stream);
    return file;
}

/* As the limits have it: sanitizers have ten times as long, COMMANDs as long as is said. */
static int most_seconds(void)
{
    const char *slowness = getenv("ROADBOOK_SLOWNESS");

    return 2 * (slowness ? atoi(slowness) : APART_LIMITS_MEMORY ? 1 : 10);
}

/* Half a megabyte that says ten gigabytes. */
static void more_than_it_seems(void **state)
{
    struct pool *pool = pool_new();
    struct text once = repeated_page(1), often = repeated_page(50000);
    struct rusage before, after;

    (void)state;
    assert_int_equal(read_text(pool, &once)->state, OLD_BOOK_OURS);
    assert_int_equal(getrusage(RUSAGE_CHILDREN, &before), 0);
    assert_int_not_equal(read_text(pool, &often)->state, OLD_BOOK_OURS);
    assert_int_equal(getrusage(RUSAGE_CHILDREN, &after), 0);
    assert_in_range(after.ru_utime.tv_sec - before.ru_utime.tv_sec, 0, most_seconds());
    text_free(&once);
    text_free(&often);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_it_was_made),
        cmocka_unit_test(filled_in),
        cmocka_unit_test(fields_above_widgets),
        cmocka_unit_test(drawn_on),
        cmocka_unit_test(what_nobody_can_read),
        cmocka_unit_test(pages_that_changed),
        cmocka_unit_test(saved_behind_the_end),
        cmocka_unit_test(not_ours),
        cmocka_unit_test(locked),
        cmocka_unit_test(a_field_that_is_its_own_parent),
        cmocka_unit_test(bytes_changed_at_random),
        cmocka_unit_test(more_than_it_seems),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
