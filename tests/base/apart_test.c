/* apart: work in a process of its own: its result, its limits, its crash. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/apart.h"

#define MEGABYTE ((size_t)1 << 20)

static const struct apart_limits usual = {.milliseconds = 20000, .bytes = 64 * MEGABYTE};

static void assert_end(enum apart_end end, struct apart_limits limits,
                       void (*work)(void *data, struct text *out))
{
    struct text result = TEXT_INIT;

    assert_int_equal(apart_work(limits, work, NULL, &result), end);
    assert_int_equal(result.length, 0);
    text_free(&result);
}

/* More than a pipe holds, and a change that stays in the child. */
static void fill(void *data, struct text *out)
{
    int *number = data;

    for (int i = 0; i < 100000; i++)
        text_print(out, "%d ", *number);
    *number = 0;
}

static void gives_its_result(void **state)
{
    struct text result = TEXT_INIT;
    int number = 17;

    (void)state;
    text_add(&result, "before ");
    assert_int_equal(apart_work(usual, fill, &number, &result), APART_DONE);
    assert_int_equal(result.length, 7 + 300000);
    assert_memory_equal(result.bytes, "before 17 17 ", 13);
    assert_int_equal(number, 17);
    text_free(&result);
}

static void crash(void *data, struct text *out)
{
    (void)data;
    text_add(out, "half");
    abort();
}

static void leave(void *data, struct text *out)
{
    (void)data;
    text_add(out, "half");
    _exit(1);
}

static void crashes_alone(void **state)
{
    (void)state;
    assert_end(APART_FAILED, usual, crash);
    assert_end(APART_FAILED, usual, leave);
}

static void spin(void *data, struct text *out)
{
    (void)data;
    for (volatile unsigned turn = 0;; turn++)
        if (out->length > 0)
            return;
}

static void time_is_limited(void **state)
{
    time_t start = time(NULL);

    (void)state;
    assert_end(APART_TOO_MUCH, (struct apart_limits){.milliseconds = 50, .bytes = MEGABYTE}, spin);
    assert_true(time(NULL) - start < 30);
}

/* A gigabyte, if nothing stops it. */
static void grow(void *data, struct text *out)
{
    (void)data;
    while (out->length < 1024 * MEGABYTE)
        text_print(out, "%*s", 1 << 20, "");
    text_clear(out);
}

/* Under valgrind, which dies of it itself, it has failed rather than been too much. */
static void memory_is_limited(void **state)
{
    struct text result = TEXT_INIT;

    (void)state;
    if (!APART_LIMITS_MEMORY)
        skip();
    assert_int_not_equal(apart_work(usual, grow, NULL, &result), APART_DONE);
    text_free(&result);
}

/* Its result, and the process of a grandchild that keeps the pipe open. */
static void leave_somebody_behind(void *data, struct text *out)
{
    pid_t left = fork();

    (void)data;
    if (left == 0) {
        sleep(60);
        _exit(0);
    }
    text_print(out, "%d", (int)left);
}

static void needs_no_end_of_the_pipe(void **state)
{
    struct text out = TEXT_INIT;

    (void)state;
    time_t begun = time(NULL);
    assert_int_equal(apart_work(usual, leave_somebody_behind, NULL, &out), APART_DONE);
    pid_t left = (pid_t)strtol(text_string(&out), NULL, 10);
    assert_true(left > 1);
    assert_int_equal(kill(left, SIGKILL), 0);
    assert_true(time(NULL) - begun < 30);
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_its_result),         cmocka_unit_test(crashes_alone),
        cmocka_unit_test(needs_no_end_of_the_pipe), cmocka_unit_test(time_is_limited),
        cmocka_unit_test(memory_is_limited),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
