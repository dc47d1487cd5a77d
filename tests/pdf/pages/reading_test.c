/* reading: a log of books with and without chapters. */
#include "pdf/pages/pages.h"
#include "support/page_fixture.h"

static void books_share_a_page(void **state)
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(books_share_a_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
