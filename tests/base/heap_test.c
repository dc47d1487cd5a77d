/* heap_test: memory is given out and taken back as ever, and few of its pages are small ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/heap.h"

#define PIECE  ((size_t)1000)
#define PIECES ((size_t)32000)

/* true where the system has large pages for who asks. */
static bool has_large_pages(void)
{
    char words[64] = "";
    FILE *file = fopen("/sys/kernel/mm/transparent_hugepage/enabled", "r");

    if (!file)
        return false;
    bool read = fgets(words, sizeof words, file) != NULL;
    fclose(file);
    return read && !strstr(words, "[never]");
}

static long faults(void)
{
    struct rusage usage;

    assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
    return usage.ru_minflt;
}

/* 32 MB in small pieces, each of which is used. */
static void use_memory(void)
{
    static char *pieces[PIECES];

    for (size_t i = 0; i < PIECES; i++) {
        pieces[i] = malloc(PIECE);
        assert_non_null(pieces[i]);
        memset(pieces[i], (int)(i % 251), PIECE);
    }
    for (size_t i = 0; i < PIECES; i++) {
        assert_int_equal((unsigned char)pieces[i][PIECE - 1], i % 251);
        free(pieces[i]);
    }
}

static void test_pages(void **state)
{
    (void)state;
    heap_in_large_pages();
    long before = faults();
    use_memory();
    long first = faults() - before;
    use_memory();
    long again = faults() - before - first;
    if (getenv("ROADBOOK_SLOWNESS") || !has_large_pages())
        skip();
#ifdef __SANITIZE_ADDRESS__
    skip(); /* its allocator is another */
#endif
    /* of 4 KB each there would be 8,000 */
    assert_true(first < 4000);
    assert_true(again < 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
